// Numbers of which a text says the last digits alone: `es el mismo pero termina en 55`, `idem  4208`. Which number's first digits are
// meant, nobody can tell for sure: those of all that stand near it count.

import { HOME } from "../phone/doubt.js";
import { LONGEST_RANGE } from "../phone/last-digits.js";
import { NATIONAL_DIGITS, typeOfNational } from "../phone/plan.js";
import { END_CUES, END_FOLLOWERS, END_LEADS, UNIT } from "../phone/words.js";

/** Two digits to six, all together or spoken in ones or twos, and none of them a whole number's. */
const DIGITS = String.raw`(\d{2,6}|\d(?: \d){1,5}|\d\d(?:[ -]\d\d){1,2})(?!\d|[-./]\d| \d{3})`;
const COUNT = "(?:[2-6]|dos|tres|cuatro|cinco|seis|two|three|four|five|six)";
const OF_DIGITS = "(?:digit[a-z]*|numer[a-z]*|numbers?|nums?|cifras?)";
/** Between what says that digits are an end and these. */
const LINK = String.raw`[^\w\n]{0,4}(?:(?:en|con|in|with|son|es|are|is|el|los|the|asi|como)[^\w\n]{1,3}){0,2}`;
const SAID = [
  `(?:termina[a-z]{0,6}|terminacion|finali[cz]a[a-z]{0,6}|acaba[a-z]{0,6}|ends|ended|ending)${LINK}`,
  `(?:ultim|last )[a-z]{0,3} ?(?:${COUNT}(?: ${OF_DIGITS})?|${OF_DIGITS})(?: del? [a-z]{1,10})?${LINK}`,
  // `igual pero con 55`, `same w/ 93`
  String.raw`(?:mism[oa]|igual|identico|same)[^\d\n]{0,24}?(?<![a-z])(?:pero|con|but|with|w\/)[^\d\n]{0,12}?(?<![a-z\d]-?)`,
  // The line above has the rest: `idem  4208`, `....-0148`.
  String.raw`(?:^|[ .|:])(?:"|''|,,) {1,20}(?=\d{4})|idem[ :,.(-]{1,20}|(?:(?<!\.\.)\.{2,}|(?<!__)_{2,}|(?<!--)-{2,}) ?-?(?=\d{4})`,
].join("|");
const ENDS = new RegExp(String.raw`(?<![a-z\d])(?:${SAID})${DIGITS}`, "g");
/** Four digits alone, a good way behind a name: a ditto mark, which is a space in a text, stands for the rest. */
const BELOW = /^(?: {0,8}\d{1,3}[.)] )?[^\d\n]{0,80}[ .]{3}-?(\d{4})[^\d\n]{0,80}$/g;
const ANOTHER_END = new RegExp(` ?(?:[,;/&]|[yeou]|and|or) {0,2}(?:(?:en|con|el|otro|in|with) ){0,2}${DIGITS}`, "y");
const BEFORE_END = new RegExp(
  String.raw`(?<![\d.-])${DIGITS} (?:(?:al|at the|en el|como) (?:final|fin|end|ultimo)|de (?:terminacion|ultimo))(?![a-z])`,
  "g",
);
const MAY_SAY =
  /t[eé]rmin|finali|acab|end|[uú]ltim|last|mism|igual|id[eé]ntic|same|[ií]dem| {3}-?\d|final|fin(?![a-z])|[“”″]|''|,,|\.\.|…|__|--/i;
/** What stands behind the digits says that they count something, or that they are a time or a share. */
const IS_COUNTED = /^(?::\d|[%/]| ?(?:min|seman|lb|dolar|usd|pesos|veces|personas))/;
const OFFICE = /(?<!\d)[2-7]\d{3}(?!\d)/g;
const FOUR_ALONE = /(?<![\d.,$-])\d{4}(?![\d-]|[.,]\d)/g;
/** So many numbers that stand before an end, and those of so many lines behind it, may be meant. */
const MOST_NEAR = 16;
const MOST_LINES_BEHIND = 3;
/** More ends of a line are no talk of some numbers. */
const MOST_ENDS = 16;
/** An end so long names a number that the text has. */
const LONG_END = 4;

/** False only where a line says none, told without normalising it. */
export function maySayEnd(line: string): boolean {
  return MAY_SAY.test(line);
}

interface SaidEnd {
  /** As it stands there. */
  said: string;
  digits: string;
}

/** The ends that a normalised line says, in digits. */
function endsSaid(line: string): SaidEnd[] {
  if (!/\d/.test(line)) return [];
  return [ENDS, BEFORE_END, BELOW]
    .flatMap((pattern) => [...line.matchAll(pattern)])
    .slice(0, MOST_ENDS)
    .flatMap((first) => {
      const found = [saidEnd(first)];
      // `terminan en 55 y en 56`
      ANOTHER_END.lastIndex = first.index + first[0].length;
      while (found.length < MOST_ENDS) {
        const another = ANOTHER_END.exec(line);
        if (another === null) break;
        found.push(saidEnd(another));
      }
      const { index, said } = found.at(-1)!;
      const end = index + said.length;
      return isCounted(line.slice(end, end + 16)) ? [] : found;
    });
}

function saidEnd({ 0: said, index, 1: digits = "" }: RegExpExecArray): SaidEnd & { index: number } {
  return { said, index, digits: digits.replace(/\D/g, "") };
}

function isCounted(behind: string): boolean {
  return UNIT.test(behind) || IS_COUNTED.test(behind);
}

/** What in a table says that digits are an end: dots or a space are no more than what fills a cell. */
const SAID_IN_WORDS = new RegExp(
  `(?<![a-z])(?:${END_CUES.join("|")}|(?:${END_LEADS.join("|")})[^a-z]*(?:${END_FOLLOWERS.join("|")}))`.replaceAll(
    / (?=[|)])/g,
    "(?![a-z])",
  ),
);

/** Whether a normalised cell may say one. */
export function maySayEndInWords(cell: string): boolean {
  return SAID_IN_WORDS.test(cell);
}

/** What ends on a day or in a year, and what stands at an end, unless a phone is spoken of; so with cards and contracts. */
const OTHER_END =
  /(?:^|[^\d])(?:(?:el|the|dia) (?:[12]?\d|3[01])|(?:19|20)\d\d)$|\d (?:al|at the|en el|como) (?:final|fin|end|ultimo)$/;
const OF_OTHER =
  /(?<![a-z])(?:tarjeta|cuenta|cta|card|account|visa|dui|nit|contrato|poliza|credito|prestamo|pedido|factura|ticket|placa)/;
const OF_PHONE =
  /(?<![a-z])(?:otr[oa]s?|tel[a-z]*|cel[a-z]*|movil|linea|mism[oa]|igual|digit[a-z]*|phone|same|other|(?:el|la|l[oa]s|numeros?) que)(?![a-z])/;

/**
 * The ends that a normalised cell beside a record's numbers says: the E.164 that they make with these (`near`), and whether one of
 * them is of none of these.
 */
export function endsInCell(text: string, near: readonly string[]): Pick<MadeOfEnds, "numbers" | "isOpen"> {
  const cell = text.trim().replace(/ {2,}/g, " ");
  if (!SAID_IN_WORDS.test(cell) || END_OF_RANGE.test(cell)) return NO_ENDS;
  const isOther = OF_OTHER.test(cell) || endsSaid(cell).every(({ said }) => OTHER_END.test(said));
  return isOther && !OF_PHONE.test(cell) ? NO_ENDS : new EndsOfText().take(0, "", cell, near);
}

/** `hasta terminación 15` */
const END_OF_RANGE =
  /(?:hasta|until|to)[^a-z\d]{1,3}(?:(?:el|la|los|the) )?(?:[a-z]{1,8} )?(?:termin|acab|final|end|ultim|last)/;
const NO_ENDS = { numbers: [], isOpen: false };

/** Whether a normalised line says one. */
export function saysEnd(line: string): boolean {
  return endsSaid(line).length > 0;
}

/** What a line makes of the ends that it says, and of those in the lines before. */
export interface MadeOfEnds {
  /** E.164, each made with a number that stands near. */
  numbers: readonly string[];
  /** No number before has one of the ends. */
  isOpen: boolean;
  /** A number near has one of them; `rest`: the line without it. */
  isKnown: boolean;
  rest: string;
}

/** Joins ends to the numbers of a text, line by line. */
export class EndsOfText {
  /** National numbers of eight digits; the last of them. */
  #near: readonly string[] = [];
  /** Ends of the last lines. */
  #open: { line: number; ends: readonly string[] }[] = [];

  /** Takes the next line, with the E.164 of its numbers; `text`: normalised, or "" where it says no end. */
  take(line: number, plain: string, text: string, read: readonly string[]): MadeOfEnds {
    const nationals = read.flatMap((e164) => (HOMELY.test(e164) ? [e164.slice(HOME.length)] : []));
    this.#near = [...new Set([...this.#near, ...nationals])].slice(-MOST_NEAR);
    this.#open = this.#open.filter((it) => line - it.line <= MOST_LINES_BEHIND);
    const behind = this.#open.flatMap(({ ends }) => ends.flatMap((end) => madeWith(end, nationals)));
    const said = endsSaid(text);
    const open = said.filter(({ digits }) => !this.#isKnown(digits)).map(({ digits }) => digits);
    const known = said.filter(({ digits }) => this.#isKnown(digits));
    if (open.length > 0) this.#open.push({ line, ends: open });
    const offices = open.length > 0 ? (text.match(OFFICE)?.slice(0, MOST_NEAR) ?? []) : [];
    const numbers = open.flatMap((end) => madeWith(end, [...this.#near, ...offices]));
    const rest = known.reduce((left, { said: known }) => left.replace(known, ";"), text);
    return {
      numbers: [...behind, ...numbers, ...this.#nextTo(plain)],
      isOpen: open.length > 0,
      isKnown: known.length > 0,
      rest,
    };
  }

  /** Made of four digits alone that nearly are the last ones of a number: `7120-4455, y el que le sigue es 4456`. */
  #nextTo(plain: string): string[] {
    const ends = this.#near.length === 0 ? [] : [...plain.matchAll(FOUR_ALONE)].slice(0, MOST_ENDS);
    return ends.flatMap(([end]) =>
      madeWith(
        end,
        this.#near.filter((national) => Math.abs(Number(national.slice(-end.length)) - Number(end)) <= LONGEST_RANGE),
      ),
    );
  }

  #isKnown(end: string): boolean {
    return end.length >= LONG_END && this.#near.some((national) => national.endsWith(end));
  }
}

const HOMELY = /^\+503\d{8}$/;

/** The E.164 of the numbers of the plan that begin as one of `beginnings` and end so. */
function madeWith(end: string, beginnings: readonly string[]): string[] {
  const made = beginnings.map((begin) => begin.slice(0, NATIONAL_DIGITS - end.length) + end);
  return made.flatMap((n) => (n.length === NATIONAL_DIGITS && typeOfNational(n) !== undefined ? [HOME + n] : []));
}
