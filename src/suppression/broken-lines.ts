// Numbers of a text that are broken between a line and the next one: at the line's end, in its columns, as programs lay out a page,
// or over the end of a page.

import { normalise } from "../phone/normalise.js";
import { NATIONAL_DIGITS, typeOfNational } from "../phone/plan.js";
import { digitsForLetters, tornReadings } from "../phone/read.js";
import type { UntaggedLine } from "./free-text.js";

/** What a line ends with and the next one begins with, behind the marks of a quotation; each digit may stand apart. */
const LAST_GROUPS = /(?:\+?\d+|\(\d+\))(?:[ .-]{1,2}\(?\d+\)?){0,7} ?[-.]? ?=?\s*$/;
const FIRST_GROUPS = /^-?(\(?\d+\)?(?:[ .-]{1,2}\d+){0,7})(?![\d:/])/;
/** Who wrote the next message of a chat, and when. */
const WRITER = /^.{0,80}?[\p{L}.)]: +(?=\(?\d)/u;
/** Longer than the half of any number, with its calling code. */
const LONGEST_END = 40;

/** The end of a page, normalised: `pág. 2`, `- 2 -`, `2 de 7`, `(continúa)`. */
const PAGE =
  /\f|(?<![a-z])(?:pag(?:ina)?|page|hoja)\.? {0,3}(?:n[o°]\.? ?)?\d{1,3}(?![\d.-])|^[^a-z\d]*\d{1,3}(?: ?(?:\/|de|of) ?\d{1,3})?[^a-z\d]*$|^[^a-z\d]*(?:continu[a-z]{1,6}|sigue)[^a-z\d]*$/;
const LONGEST_PAGE_LINE = 200;
/** So many lines may a page's foot and the next one's head have, and so many of them may end in digits. */
const MOST_LINES_BETWEEN = 8;
const MOST_ENDS = 4;

/**
 * E.164 of numbers whose first half stands at the end of the line before or above it, behind a hyphen, on the page before, before
 * words that join both, or perhaps at the end of the message before, in a column of the line before, or a few words before.
 */
interface BrokenNumbers {
  atEnd: readonly string[];
  overPages: readonly string[];
  joined: readonly string[];
  perhaps: readonly string[];
}

/** Joins the lines of a text, one after the other. */
export class BrokenLines {
  #before = { line: 0, text: "" };
  /** Lines that end in digits, perhaps those of a number that goes on behind the end of the page. */
  #ends: { line: number; text: string; isOfPageBefore: boolean }[] = [];

  /** The line before, where no more lines are blank between it and this one. */
  before(line: number, blank = 0): string {
    return line - this.#before.line <= blank + 1 ? this.#before.text : "";
  }

  /** Takes the next line, and returns what it makes with those before. */
  take(line: number, { text, isOfTag }: UntaggedLine): BrokenNumbers {
    const before = this.before(line);
    this.#before = { line, text: isOfTag ? before : text };
    const overPages = this.#brokenByPage(line, text);
    const inMessages = WRITER.test(text) ? brokenAtEnd(before, text.replace(WRITER, "")) : [];
    const halves = halvesApart(text);
    const columns = brokenInColumns(before, text);
    const perhaps = [...inMessages, ...halves.perhaps, ...columns.perhaps];
    return { atEnd: [...brokenAtEnd(before, text), ...columns.below], overPages, joined: halves.joined, perhaps };
  }

  #brokenByPage(line: number, text: string): string[] {
    this.#ends = this.#ends.filter((end) => line - end.line <= MOST_LINES_BETWEEN);
    const isPage = text.length <= LONGEST_PAGE_LINE && PAGE.test(text.includes("\f") ? "\f" : normalise(text));
    if (isPage) for (const end of this.#ends) end.isOfPageBefore = true;
    const broken = this.#ends.filter((it) => it.isOfPageBefore).flatMap((end) => brokenAtEnd(end.text, text));
    if (!isPage && endOf(text) !== undefined)
      this.#ends = [...this.#ends.slice(1 - MOST_ENDS), { line, text, isOfPageBefore: false }];
    return broken;
  }
}

/** The digits at the end of a line and what parts them. */
function endOf(line: string): string | undefined {
  return LAST_GROUPS.exec(asDigits(line.trimEnd().slice(-LONGEST_END)))?.[0];
}

/** Normalised, with letters that stand for digits. */
function asDigits(text: string): string {
  return digitsForLetters(normalise(text));
}

/** The E.164 of the numbers that the end of a line and the beginning of the next make together: `2225-` and `3458`. */
function brokenAtEnd(before: string, line: string): string[] {
  return pairsOver(before, line).flatMap(tornReadings);
}

/** All that the last groups of digits of a line and the first of the next may be together. */
function pairsOver(before: string, line: string): [string, string][] {
  const end = endOf(before);
  const begin = FIRST_GROUPS.exec(asDigits(line.replace(/^[>\s]+/, "").slice(0, LONGEST_END)))?.[1];
  if (end === undefined || begin === undefined) return [];
  const lasts = end.match(/\d+/g)!.map((_, at, groups) => groups.slice(at).join(""));
  const firsts = begin.match(/\d+/g)!.map((_, at, groups) => groups.slice(0, at + 1).join(""));
  return lasts.flatMap((last) => firsts.map((first): [string, string] => [last, first]));
}

/** The E.164 of the whole numbers among these, where either piece may be one by itself, too (`7` above `236 7781`). */
export function joined(before: string, line: string): string[] {
  const whole = pairsOver(before, line).map((pair) => /^(?:503)?(\d{8})$/.exec(pair.join(""))?.[1] ?? "");
  return whole.flatMap((national) => (typeOfNational(national) === undefined ? [] : [`+503${national}`]));
}

const HALF = /(?<![\d.,$-])\d{4}(?![\d-]|[.,]\d)/g;
/** `2222 (seguido) 0614`, `7012 y después 3456`; behind `y` alone another end may stand. */
const JOINING =
  /^[\s,.:;()"'-]{1,4}(?:(?:y|and|le)[\s,(]{1,4}){0,2}(?:luego|despu[eé]s|seguido|sigue|gui[oó]n|espacio|then)[\s,.:;()"'-]{1,4}(?:(?:de|el)[\s,]{1,4})?$/i;
const LONGEST_JOINING = 40;

/** The E.164 of the numbers that neighbouring halves of a line make: words join them, or perhaps others. */
function halvesApart(line: string): { joined: string[]; perhaps: string[] } {
  const halves = [...line.matchAll(HALF)];
  const found = { joined: [] as string[], perhaps: [] as string[] };
  for (const [i, { index, 0: half }] of halves.entries()) {
    const before = halves[i - 1];
    if (before === undefined) continue;
    const end = before.index + before[0].length;
    const isJoined = index - end <= LONGEST_JOINING && JOINING.test(line.slice(end, index));
    found[isJoined ? "joined" : "perhaps"].push(...tornReadings([before[0], half]));
  }
  return found;
}

/** Digits that stand alone in a column, each perhaps apart: two spaces, a rule or the line's end is behind them, and where they begin one before them. */
const ALONE = /(?:(?<=^|\s{2}|\.{2}|\|\s?|\)\s?)|(?<=[a-z:.] ))(?:\d(?: \d){1,7}-?|\d[\d-]{0,7})(?=\s{2}|\s?\||\s*$)/gi;
/** So many columns a program may be off where it sets one piece below the other. */
const SHIFT = 5;
/** So many pieces that a hyphen surely breaks off may a line have. */
const MOST_BROKEN = 8;

interface Piece {
  /** Where it begins in its line. */
  at: number;
  digits: string;
  isBroken: boolean;
}

/**
 * The E.164 of the numbers that pieces make which stand one `below` the other, where a hyphen breaks off the upper one: else
 * `perhaps`, for they may be amounts. What a hyphen breaks off goes on somewhere in the next line.
 */
function brokenInColumns(before: string, line: string): { below: string[]; perhaps: string[] } {
  const upper = piecesOf(before);
  const found = { below: [] as string[], perhaps: [] as string[] };
  if (upper.length === 0) return found;
  const broken = upper.filter(({ isBroken }) => isBroken).slice(0, MOST_BROKEN);
  const above = new Map(upper.map((piece) => [piece.at, piece]));
  const near = (at: number) => Array.from({ length: 2 * SHIFT + 1 }, (_, i) => above.get(at - SHIFT + i) ?? []).flat();
  for (const { at, digits } of piecesOf(line))
    for (const piece of new Set([...broken, ...near(at)])) {
      const isBelow = piece.isBroken && Math.abs(piece.at - at) <= SHIFT;
      if (piece.digits.length + digits.length === NATIONAL_DIGITS)
        found[isBelow ? "below" : "perhaps"].push(...tornReadings([piece.digits, digits]));
    }
  return found;
}

function piecesOf(line: string): Piece[] {
  return [...line.matchAll(ALONE)].map(({ index, 0: piece }) => {
    return { at: index, digits: piece.replace(/[ -]/g, ""), isBroken: piece.endsWith("-") };
  });
}
