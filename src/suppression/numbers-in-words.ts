// Phone numbers that a text has in words, as people dictate them: `siete dos uno uno cuarenta y cuatro diez`. Whatever the words
// could mean counts, and none of it is certain.

import { everyNumber } from "../phone/number.js";
import { type NumberWord, numberWords, withNext } from "../phone/number-words.js";
import { nationalsOf, readCell } from "../phone/read.js";
import { withoutFigures } from "./text-figures.js";

/** A word of a number, or digits among such words, and what joins it to the one before. */
interface Item {
  start: number;
  end: number;
  word: NumberWord | undefined;
  digits: string;
  joint: string | undefined;
  /** A mark parts it from the one before. */
  isApart: boolean;
}
type Run = readonly Item[];
/** Digits that the items before `end` could mean, and how many of them were words. */
interface Said {
  end: number;
  digits: string;
  spoken: number;
}
interface Reading {
  from: number;
  end: number;
  numbers: readonly string[];
}

const MARKS = "[ .,()/_*~'\"-]{0,6}";
/** What may stand between two words of a number. */
const FILLERS = `(?:(?<![a-z])(?:e+h+|e+m+|m{2,}|u+[hm]+|aja|este|pues|o ?sea|a ver|luego|despues|then)(?![a-z])${MARKS}){0,2}`;
const JOINT = `(?:(?<![a-z])(y|i|e|and|o|guion|raya|dash|hyphen|punto|espacio)(?![a-z])${MARKS})?`;
const GAP = new RegExp(`^${MARKS}${FILLERS}${JOINT}${FILLERS}$`);
const LONGEST_GAP = 32;
const LONGEST_LABEL = 100;
const LEAST_DIGITS = 7;
const MOST_PIECES = 5;
const LONGEST_BETWEEN_PIECES = 40;
/** With 00503 before them; and so many words, where some have no digit. */
const MOST_DIGITS = 13;
const MOST_ITEMS = 20;
/** Where less is in words, it is read as digits are. */
const LEAST_SPOKEN = 4;
/** Nobody means more ways to read the same words than these. */
const MOST_WAYS = 200;
const DUI = /^(\d{8})(\d)$/;
const CURRENCY = "(?:dolar|colon|peso|quetzal|lempira|euro|usd|centavo|dollar|cent)";
const CURRENCY_BEHIND = new RegExp(`^[ .,]{0,3}(?:de |con )?${CURRENCY}`);
const CURRENCY_BEFORE = /(?:[$€]|usd|monto(?: de)?) ?$/;
const YEARS = /^(?:(?:19|20)\d\d)+$/;

/** Whether words of numbers stand together in a normalised line, or on both sides of a place in it. */
export function holdsNumberWords(line: string, across?: number): boolean {
  return runsIn(line).some((run) => across === undefined || (run[0]!.start < across && run.at(-1)!.end > across));
}

/** Returns the E.164 of all that the words of a normalised line could mean, in linear time. */
export function numbersInWords(line: string): string[] {
  return [...runsIn(line).flatMap((run) => numbersOf(run, line)), ...piecesApart(line)];
}

/** `siete mil doce, y después le sigue treinta y cuatro cincuenta y seis`: pieces with a few other words between them, some in words. */
function piecesApart(line: string): string[] {
  const groups = groupsIn(line).filter((run) => !isAmount(run, line));
  const pieces = groups.map((run) => {
    return { start: run[0]!.start, end: run.at(-1)!.end, digits: asDictated(run).digits, inWords: isInWords(run) };
  });
  return pieces.flatMap((first, from) => {
    const found: string[] = [];
    let { digits, inWords, end } = first;
    if (inWords) found.push(...nationalsOf(digits));
    for (const next of pieces.slice(from + 1, from + MOST_PIECES)) {
      if (next.start - end > LONGEST_BETWEEN_PIECES || digits.length + next.digits.length > MOST_DIGITS) break;
      digits += next.digits;
      inWords ||= next.inWords;
      end = next.end;
      if (inWords && !YEARS.test(digits)) found.push(...nationalsOf(digits));
    }
    return found;
  });
}

/** A normalised line with digits in place of words that make as many as a number has, and that give none. */
export function withUnreadWords(line: string): string {
  return replaced(line, runsIn(line), (run) => {
    const { digits, spoken } = asDictated(run);
    const isFew = digits.length < LEAST_DIGITS || spoken < LEAST_SPOKEN || YEARS.test(digits);
    return isFew || numbersOf(run, line).length > 0 ? undefined : digits;
  });
}

function runsIn(line: string): Run[] {
  return groupsIn(line).filter((run) => isInWords(run) && !isAmount(run, line));
}

/** Millions of money: no phone number is said so and named a currency beside it. */
function isAmount(run: Run, line: string): boolean {
  if (!run.some(({ word }) => word?.value === 1e6)) return false;
  const [start, end] = [run[0]!.start, run.at(-1)!.end];
  return CURRENCY_BEHIND.test(line.slice(end, end + LONGEST_GAP)) || CURRENCY_BEFORE.test(line.slice(0, start));
}

function isInWords(run: Run): boolean {
  return run.filter(isWord).length > 1;
}

/** A normalised line with digits in place of all words of numbers. */
export function withSpokenDigits(line: string): string {
  const runs = groupsIn(line).filter((run) => run.some(isWord));
  return replaced(line, runs, (run) => asDictated(run).digits);
}

/** A line with other text in place of some of its runs. */
function replaced(line: string, runs: readonly Run[], textFor: (run: Run) => string | undefined): string {
  let rest = "";
  let from = 0;
  for (const run of runs) {
    const text = textFor(run);
    if (text === undefined) continue;
    rest += line.slice(from, run[0]!.start) + text;
    from = run.at(-1)!.end;
  }
  return rest + line.slice(from);
}

/** Words and digits that stand together. */
function groupsIn(line: string): Run[] {
  const runs: Item[][] = [];
  for (const { 0: text, index: start } of line.matchAll(/[a-z]+|\d+/g)) {
    const isDigits = /\d/.test(text);
    const last = runs.at(-1)?.at(-1);
    const before = last?.end ?? Number.NEGATIVE_INFINITY;
    const words = isDigits ? [undefined] : text === "un" && isTens(last) ? [ONE] : numberWords(text);
    if (words.length === 0) continue;
    const gap = start - before <= LONGEST_GAP ? GAP.exec(line.slice(before, start)) : null;
    const joined = { joint: gap?.[1], isApart: /[.,/-]/.test(gap?.[0] ?? "") };
    const end = start + text.length;
    // Words that run together stand at one place.
    const items = words.map((word, i): Item => {
      const isFirst = i === 0;
      const how = isFirst ? joined : { joint: undefined, isApart: false };
      return { start, end, word, digits: isDigits ? text : "", ...how };
    });
    if (gap === null) runs.push(items);
    else runs.at(-1)!.push(...items);
  }
  return runs;
}

const ONE: NumberWord = { value: 1 };

/** `setenta y un`: nowhere else does it count. */
function isTens(item: Item | undefined): boolean {
  const value = item?.word?.value ?? 0;
  return value >= 10 && value < 100 && value % 10 === 0;
}

function isWord({ word }: Item): boolean {
  return word !== undefined;
}

/** What a run means whole, or but for digits around its words; else whatever is in it. */
function numbersOf(run: Run, line: string): readonly string[] {
  const readings = readingsOf(run);
  const whole = tiled(readings, 0, run.length);
  const numbers = whole.length > 0 ? whole : tiled(readings, run.findIndex(isWord), run.findLastIndex(isWord) + 1);
  if (numbers.length > 0) return numbers;
  const { digits } = asDictated(run);
  const label = line.slice(0, run[0]!.start).slice(-LONGEST_LABEL);
  const isNamed = !withoutFigures(`${label}${digits}`).includes(digits);
  // A DUI in words says what it says in digits.
  return isNamed
    ? everyNumber(readCell(`${label}${digits.replace(DUI, "$1-$2")}`))
    : readings.flatMap(({ numbers }) => numbers);
}

/** The numbers of readings that follow one another from one item to another. */
function tiled(readings: readonly Reading[], from: number, to: number): string[] {
  const begun = new Set([from]);
  for (const reading of readings) if (begun.has(reading.from)) begun.add(reading.end);
  const ended = new Set([to]);
  for (const reading of readings.toReversed()) if (ended.has(reading.end)) ended.add(reading.from);
  return readings.filter((it) => begun.has(it.from) && ended.has(it.end)).flatMap(({ numbers }) => numbers);
}

/** Every way to read neighbouring items as one number, those that begin first before others. */
function readingsOf(run: Run): Reading[] {
  const next = run.map((_, at) => saidAt(run, at));
  const isWordy = run.filter(isWord).length >= LEAST_SPOKEN;
  return run.flatMap((_, from) => {
    const ways: Said[] = [{ end: from, digits: "", spoken: 0 }];
    const found: Reading[] = [];
    for (const { end, digits, spoken } of ways) {
      const isSaid = spoken >= LEAST_SPOKEN || (isWordy && spoken > 0);
      const read = nationalsOf(digits);
      if (read.length > 0) found.push({ from, end, numbers: isSaid ? read : [] });
      if (digits.length >= MOST_DIGITS || end - from >= MOST_ITEMS || ways.length > MOST_WAYS) continue;
      // `seven o three`
      const between = run[end]?.joint === "o" && end > from ? ["", "0"] : [""];
      for (const said of next[end] ?? [])
        for (const zero of between)
          ways.push({ end: said.end, digits: digits + zero + said.digits, spoken: spoken + said.spoken });
    }
    return found;
  });
}

/** The digits of a run as they were most likely meant. */
function asDictated(run: Run): Said {
  const all = { end: 0, digits: "", spoken: 0 };
  while (all.end < run.length) {
    const said = saidAt(run, all.end).at(-1)!;
    all.end = said.end;
    all.digits += said.digits;
    all.spoken += said.spoken;
  }
  return all;
}

/** What the words from one on could mean, the longest last: of `setenta y dos` 72, of `setenta dos` 70 as well. */
function saidAt(run: Run, at: number): Said[] {
  const { word, digits } = run[at]!;
  if (word === undefined) return [{ end: at + 1, digits, spoken: 0 }];
  const digit = run[at + 1]?.digits || String(run[at + 1]?.word?.value);
  if (word.times !== undefined) return [spokenAs(digit.length === 1 ? digit.repeat(word.times) : "", at + 2, run)];
  const said = [spokenAs(String(word.value), at + 1, run)];
  if (run[at + 1]?.word?.isPlural && word.value <= 4) said.push(spokenAs(digit.repeat(word.value), at + 2, run));
  let { value } = word;
  for (let end = at + 1; end < run.length; end++) {
    const item = run[end]!;
    const grown = item.word === undefined || item.word.times ? undefined : withNext(value, item.word);
    if (grown === undefined) break;
    if (!mayPart(value, item)) said.pop();
    value = grown;
    said.push(spokenAs(String(value), end + 1, run));
  }
  return said;
}

/** Whether a word could begin another number all the same: `cuarenta, quinientos`, `setenta dos`, `cuarenta y cuatro mil cien`. */
function mayPart(value: number, { joint, isApart }: Item): boolean {
  if (joint === "y" || joint === "i" || joint === "and") return false;
  return isApart || value % 100 >= 10;
}

function spokenAs(digits: string, end: number, run: Run): Said {
  return { end: digits === "" ? end - 1 : Math.min(end, run.length), digits, spoken: digits.length };
}
