// Ranges as blocklists write them: digits and a wildcard (`+5032222%`, `2222*`, `2222-XXXX`, `2222####`, `2222 ????`).
// They are no numbers: read as one, the digits before the wildcard would be somebody else's. Ranges of two ends are ends.ts's work.

import { endsInEntry, mayHoldEnds } from "./ends.js";
import { normalise } from "./normalise.js";
import { NATIONAL_DIGITS, TYPE_BY_PREFIX8, typeOfNational } from "./plan.js";
import { asWildcards, blockNamed, blocksNamedAlone, classesAsMarks, isPatternLeft } from "./program-patterns.js";
import { PHONE_WORDS } from "./words.js";

/** What an entry with a wildcard covers. */
export interface NumberRange {
  /** National numbers with `?` for any digit (`2222????`): every way in which the entry can be read. */
  patterns: readonly string[];
  /** How many numbers the widest pattern has; infinite where nobody can list them (another country's, several lengths). */
  numbers: number;
  /** Whether nothing stands behind the wildcard. */
  isAtEnd: boolean;
  /** It has two ends and no wildcard. */
  isBetween: boolean;
}

/** A range of which nobody can tell what it covers. */
export const UNKNOWN_RANGE: NumberRange = {
  patterns: [],
  numbers: Number.POSITIVE_INFINITY,
  isAtEnd: false,
  isBetween: false,
};

const WILDCARD = /[%*?#x]/;
const TOLL_FREE_DIGITS = 7;
/** A number, and the last one of another. */
const FEWEST_DIGITS_OF_ENDS = 9;
/** Between the entries of one cell; a slash stands between numbers, too. */
const BETWEEN = /[;,|/\n]| [yo] /;
const BETWEEN_AND_WHAT = /([;,|/\n]| [yo] )/;
/** `12/3456?`: shorter pieces of a cell may be the pieces of one number. */
const FEWEST_DIGITS_AMONG_OTHERS = 4;
/** A service (`*123#`), a mark inside a whole number (`5031*2415`, `812*4682`, `5035*9753`), an extension (`5031-2415 x12`). */
const NO_RANGE = /^[*#]\d{1,4}#?$|^\d{3,4}\*\d{4}$|^\d{8}[x#]\d{1,6}$|^(?=(?:\D?\d){8})(?:00|011)?503\d*[%*?#x]\d+$/;
const AT_END = /^\d+[%*?#x]+$/;

const ARROW = /[→⇒➔➜]/g;
/** A prefix too short for a number. */
const BARE_PREFIX = /^[-\s.()]*\d{3,6}[-\s.()]*$/;
/** `2222-0000*`: a whole number and marks. */
const WHOLE_WITH_MARKS = /(\d{4}[-. ]?\d{4})[*#?]{1,4}(?=\D|$)/g;
const STRAY = /\d{4}[-\s.)/]*(?:[*?#%]|xx)|(?:[*?#%]|xx)[-\s.(/]*\d{4}/;

/** The ranges in a raw cell, of several that stand there each; to find none costs hardly anything. */
export function readRanges(typed: string): readonly NumberRange[] {
  const raw = filledWith(typed);
  const ofProgram = asWildcards(raw) ?? ofPrograms(raw);
  if (ofProgram === undefined && !(WILDCARD_BYTE.test(raw) && /[\d\u0080-\uffff]/.test(raw)) && !mayHoldEnds(raw))
    return [];
  const text = normalise((ofProgram ?? raw).replace(ARROW, "->"));
  const pieces = text.split(BETWEEN);
  const found = pieces.flatMap((piece) => rangeOf(piece) ?? []);
  if (found.length > 0 && pieces.some((piece) => BARE_PREFIX.test(piece))) found.push(UNKNOWN_RANGE);
  if (found.length === 0 && ofProgram !== undefined && isPatternLeft(ofProgram)) found.push(UNKNOWN_RANGE);
  // Two ends may be found in several ways.
  const ends = new Map(endsInEntry(text.replace(WHOLE_WITH_MARKS, "$1")).map((it) => [`${it.first} ${it.last}`, it]));
  for (const { first, last } of ends.values())
    found.push({ patterns: patternsBetween(first, last), numbers: last - first + 1, isAtEnd: true, isBetween: true });
  return found;
}

/** Those between two ends. */
export function rangesBetween(raw: string): NumberRange[] {
  return readRanges(raw).filter(({ isBetween }) => isBetween);
}

/** Several entries, each of which may be a pattern of a program. */
function ofPrograms(raw: string): string | undefined {
  if (!BETWEEN.test(raw)) return undefined;
  const read = raw.split(BETWEEN_AND_WHAT).map((piece) => asWildcards(piece) ?? piece);
  const text = read.join("");
  return text === raw ? undefined : text;
}

/** A mark for each digit that a number lacks, behind its first four or more: `2222-____`, `2222....`, `2222-NNNN`. */
const MARKS_FOR_DIGITS =
  /(?<![\w.+-])((?:\+?503[-. ]?)?[25-7]\d{3}[-. ]?\d{0,3}[-. ]??)(_{1,4}|\.{2,4}|n{2,4})(?![\w.])/gi;
/** `2222…`: an entry that goes on. */
const GOES_ON =
  /((?:^|[;,|/\n]| [yo] ) {0,4}(?:\+?503[-. ]?)?[25-7]\d{3}[-. ]?\d{0,3}) {0,4}(?:…|\.{3,9})(?= {0,4}(?:$|[;,|/\n]))/gi;

/** A text with wildcards in the place of such marks. */
function filledWith(raw: string): string {
  if (!/_|\.\.|nn|…/i.test(raw)) return raw;
  const filled = raw.replace(MARKS_FOR_DIGITS, (whole: string, begin: string, marks: string) => {
    const digits = behindCode(begin.replace(/\D/g, "")).length;
    return digits + marks.length === NATIONAL_DIGITS ? begin + "?".repeat(marks.length) : whole;
  });
  return filled.replace(GOES_ON, "$1*");
}

/** `todos los 7099-999`: the block that words name by how its numbers begin. `among`: beside a number, where fewer words name one. */
export function rangeNamed(raw: string, among = false): readonly NumberRange[] {
  const text = normalise(raw);
  const block = among ? undefined : blockNamed(text);
  const blocks = block === undefined ? blocksNamedAlone(text) : [block];
  return blocks.flatMap((one) => rangeOf(one) ?? []);
}

/** `2222* (banco)`, `2222/*`: a wildcard among other things, in a phone cell in which nothing else was read. */
export function strayRange(raw: string): readonly NumberRange[] {
  return STRAY.test(normalise(raw)) ? [UNKNOWN_RANGE] : [];
}

const MOST_AMONG_WORDS = 1000;

/** No more before the wildcard than a number and its neighbours take: a megabyte of digits would be tried from each of them. */
const AMONG = /(\+?\(?\d[\d\s.()+_-]{0,63})((?:[*?#%]|x(?=x)|(?<=x)x)+|(?<=\d)x)(?![a-z\d])/g;

/**
 * `fijo 2222-XXXX, cel 7012-3456`: ranges among words and numbers, where a cell is no range as a whole. Of several groups of
 * digits before the wildcard those that are whole numbers are no part of it; of the rest every end may be its beginning, and what
 * stands behind a space, though it ends a number: `Lote 7012 2222-XXXX`. Of a range as a whole what begins within it is another reading.
 */
export function rangesAmong(typed: string): readonly NumberRange[] {
  const raw = classesAsMarks(filledWith(typed));
  if (!(WILDCARD_BYTE.test(raw) && /[\d\u0080-\uffff]/.test(raw))) return [];
  return normalise(raw)
    .split(BETWEEN)
    .flatMap((piece) => {
      const whole = rangeOf(piece);
      const prefixesOf = whole === undefined ? prefixesAmong : beginningsIn;
      return [...piece.matchAll(AMONG)]
        .flatMap(([, digits, marks]) => prefixesOf(digits!).map((prefix) => prefix + marks!))
        .flatMap((typed) => rangeOf(typed) ?? [])
        .filter(({ patterns }) => patterns.join() !== whole?.patterns.join());
    })
    .filter(({ patterns }) => patterns.some((pattern) => /^[25-7]/.test(pattern)));
}

function prefixesAmong(digits: string): string[] {
  const behind = [...digits.matchAll(SPACE)].map(({ index }) => digits.slice(index).replace(/\D/g, ""));
  return [...new Set([...prefixesIn(digits), ...behind.filter((prefix) => /^\d{4,7}$/.test(prefix))])];
}

/** `5 2250-00**`: in a range, the shorter beginnings that a number's first group makes. An old number has its own. */
function beginningsIn(digits: string): string[] {
  if (OLD_GROUPS.test(digits)) return [];
  const begun = [...digits.matchAll(FIRST_GROUP)].map(({ index }) => digits.slice(index).replace(/\D/g, ""));
  return begun.filter((prefix) => prefix.length < NATIONAL_DIGITS);
}

/** `222-2250*`. */
const OLD_GROUPS = /^\D*\d{3}\D+\d{4}\D*$/;
/** Four digits, or more without a mark between them. */
const FIRST_GROUP = /(?<![\d+])[25-7]\d{3,6}(?!\d)/g;
const SPACE = /\s(?=\(?\d)/g;

/** The same in a cell in which nothing else was read: five digits at least, for a year and a name are no range. */
export function rangesAmongWords(raw: string): readonly NumberRange[] {
  const found = rangesAmong(raw);
  return found.every(({ numbers }) => numbers <= MOST_AMONG_WORDS) ? found : [];
}

/**
 * The wildcards in somebody's words (a normalised text), where the same marks also ask, stress and count: behind four to seven
 * digits a star that touches them, two or more `x`, or a mark for each digit that is missing; elsewhere in a number such marks alone.
 * `rest`: the text without them, for their digits are no number's.
 */
export function namedWildcards(text: string): { ranges: readonly NumberRange[]; rest: string } {
  const ranges: NumberRange[] = [];
  const take = (typed: string) => {
    const range = rangeOf(typed);
    const isInPlan = range?.patterns.some((pattern) => /^[25-7]/.test(pattern)) === true;
    if (isInPlan) ranges.push(range);
    return isInPlan;
  };
  const rest = text
    .replace(BOLD, " $1 ")
    .replace(EIGHT_IN_ALL, (token) => {
      const isMeant = digitsOf(token) >= FEWEST_DIGITS_AMONG_OTHERS && WITHIN.test(token) && !LONE_LETTER.test(token);
      return isMeant && take(token) ? PARTED : token;
    })
    .replace(AMONG, (whole: string, digits: string, marks: string) => {
      const prefixes = prefixesIn(digits);
      const filled = prefixes.filter((prefix) => behindCode(prefix).length + marks.length === NATIONAL_DIGITS);
      const isPlain = marks.includes("x") || (marks.includes("*") && /\d$/.test(digits));
      if (!marks.includes("x") && filled.length === 0 && numberAtEnd(digits) !== undefined) return whole;
      const taken = (filled.length > 0 || !isPlain ? filled : prefixes).filter((prefix) => take(prefix + marks));
      return taken.length === 0 ? whole : withoutLast(digits, Math.min(...taken.map(({ length }) => length))) + PARTED;
    });
  return { ranges, rest: ranges.length === 0 ? text : rest };
}

/**
 * Ranges in a spelling that is no other thing's, under whatever name it stands (`7011-XXXX`, `7011-0000 a 7011-9999`): a mark for each
 * digit that is missing behind a dash, or two ends of four and four digits.
 */
export function unmistakableRanges(raw: string): readonly NumberRange[] {
  if (!(WILDCARD_BYTE.test(raw) && /\d/.test(raw)) && !mayHoldEnds(raw)) return [];
  const text = normalise(raw.replace(ARROW, "->"));
  const marked = text.match(IN_HALVES) ?? [];
  const between = HALVES.test(text) ? rangesBetween(raw) : [];
  return [...marked.flatMap((token) => rangeOf(token) ?? []), ...between];
}

/** Four and four, the last of them marks; what stands before it in groups of its own is no part of it. */
const IN_HALVES =
  /(?<![a-z\d*?#+][-.]?)(?:\+?503[-\s.)]{0,2})?[25-7][\dx]{3}-(?=[\dx]{4}(?![-\s.]?[\dx*?#]|[a-z]))\d{0,3}x{1,4}/g;
const HALVES = /\d{4}[-.]\d{4}.*\d{4}/;

/** `*BAJA*`, as messengers print it. */
export const BOLD = /(?<![\w*])\*(?=[^\s*])([^*\n]{0,200}[^\s*])\*(?![\w*])/g;
const EIGHT_IN_ALL =
  /(?<![a-z]|[\d*?#+x][-\s.]?)(?:\+?503[-\s.)]{0,2})?[25-7](?:[-\s.]?[\dx*?#]){7}(?![a-z*?#]|[-\s.]?(?:[\d*?#]|x[x\d*?#]))/g;
/** A star alone parts digits, too. */
const WITHIN = /x|[*?#]{2}/;
/** `2 x 1`. */
const LONE_LETTER = /\sx(?:\s|$)/;
/** Joins nothing around it. */
const PARTED = " ; ";

/** `2410) 756-5*`, `732,51789*`: the national number that all groups of digits of a text, or its last ones, are together. */
export function numberAtEnd(text: string): string | undefined {
  const groups = text.match(/\d+/g) ?? [];
  const ends = groups.map((_, at) => groups.slice(at).join(""));
  return ends.find((digits) => /^(?:503)?\d{8}$/.test(digits) && isNumber(digits))?.slice(-NATIONAL_DIGITS);
}

/** The digits of a number's beginning without the country's code: as many as a number has are none. */
function behindCode(prefix: string): string {
  return prefix.length >= NATIONAL_DIGITS ? prefix.replace(/^(?:00|011)?503/, "") : prefix;
}

/** A text without so many of its last digits, and all that stands behind the first of these. */
function withoutLast(text: string, digits: number): string {
  let at = text.length;
  for (let left = digits; left > 0; ) if (/\d/.test(text[--at]!)) left--;
  return text.slice(0, at);
}

/**
 * Groups of digits as a whole number has them, each with a space behind it; a year before a range makes none of the plan, and
 * `50322220` may be the country's code and five digits.
 */
const WHOLE_GROUPS = /(?<!\d)(?:503 )?(?!503)(?:\d{4} \d{4}|\d{8}) |503\d{8} /g;

/** What of the groups of digits before a wildcard may be the beginning of a number, `503` before it or not. */
function prefixesIn(text: string): string[] {
  const groups = `${text.replace(/\D+/g, " ").trim()} `
    .replace(WHOLE_GROUPS, (groups) => (isNumber(groups) ? "" : groups))
    .split(" ");
  const ends = groups.map((_, at) => groups.slice(at).join(""));
  return ends.filter((digits) => {
    const national = behindCode(digits);
    return national.length >= FEWEST_DIGITS_AMONG_OTHERS && national.length < NATIONAL_DIGITS;
  });
}

function isNumber(groups: string): boolean {
  return typeOfNational(groups.replace(/\D/g, "").slice(-NATIONAL_DIGITS)) !== undefined;
}

/** The patterns that together cover all from the first to the last. */
export function patternsBetween(first: number, last: number): string[] {
  const found: string[] = [];
  for (let at = first, width = 1; at <= last; at += width) {
    for (width = 1; at % (width * 10) === 0 && at + width * 10 - 1 <= last; ) width *= 10;
    found.push(String(at).slice(0, NATIONAL_DIGITS + 1 - String(width).length) + "?".repeat(String(width).length - 1));
  }
  return found;
}

/** False only where `readRanges` finds none in the text of these bytes. */
export function mayHoldRange(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (IS_WILDCARD[byte] === 1) return true;
    if (byte >= 0x30 && byte <= 0x39) digits++;
  }
  return digits >= FEWEST_DIGITS_OF_ENDS;
}

/** Beyond ASCII there are bullets, asterisks and letters of other widths. */
const WILDCARD_BYTE = /[%*?#xX&[\\\u0080-\uffff]/;
const IS_WILDCARD = Uint8Array.from({ length: 256 }, (_, byte) =>
  WILDCARD_BYTE.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** Whether a normalised text is nothing but ranges: then its digits are no number's. */
export function isOfRanges(text: string): boolean {
  if (!WILDCARD.test(text) || !/\d/.test(text)) return false;
  const pieces = text.split(BETWEEN).filter((piece) => piece.trim() !== "");
  return pieces.every((piece) => {
    const range = rangeOf(piece);
    if (range === undefined || isOldNumber(piece)) return false;
    return pieces.length === 1 || (range.isAtEnd && digitsOf(piece) >= FEWEST_DIGITS_AMONG_OTHERS);
  });
}

/** `50370240?`: what such a text is with the mark left out, where that is a whole number, which 503 may begin. */
export function wholeNumbersIn(text: string): string[] {
  const patterns = text.split(BETWEEN).flatMap((piece) => rangeOf(piece)?.patterns ?? []);
  const isWhole = (pattern: string) => !pattern.includes("?") && typeOfNational(pattern) !== undefined;
  return patterns.filter(isWhole).map((national) => `+503${national}`);
}

/** The pieces of such a text with as many digits as a number has, without their marks. */
export function wholePiecesIn(text: string): string[] {
  const pieces = text.split(BETWEEN).filter((piece) => digitsOf(piece) >= NATIONAL_DIGITS);
  return pieces.map((piece) => piece.replace(/[%*?#x]/g, " "));
}

/** `222-3456*`: seven digits, as numbers had before 2005, and marks, which may also stand for an eighth. */
function isOldNumber(piece: string): boolean {
  return digitsOf(piece) === TOLL_FREE_DIGITS && !/^\D*503/.test(piece);
}

/** Calls `visit` with every 8-digit number of the plan that a pattern covers, and `visitOther` with every shorter one. */
export function eachNumberOf(
  pattern: string,
  visit: (national: number) => void,
  visitOther: (e164: string) => void,
): void {
  const steps: number[] = [];
  for (let i = pattern.length - 1, step = 1; i >= 0; i--, step *= 10) if (pattern[i] === "?") steps.push(step);
  const least = Number(pattern.replaceAll("?", "0"));
  const count = 10 ** steps.length;
  for (let i = 0; i < count; i++) {
    let national = least;
    for (let rest = i, k = 0; rest > 0; rest = Math.floor(rest / 10), k++) national += (rest % 10) * steps[k]!;
    if (pattern.length !== NATIONAL_DIGITS) {
      const digits = String(national).padStart(pattern.length, "0");
      if (typeOfNational(digits) !== undefined) visitOther(`+503${digits}`);
    } else if (TYPE_BY_PREFIX8[Math.floor(national / 1000)] !== 0) visit(national);
  }
}

/** A piece of digits, punctuation and wildcards with too few digits to be a number without them. */
function rangeOf(piece: string): NumberRange | undefined {
  const bare = withoutLabel(piece.replace(/^[\s='"]+|(?<![\s'"])[\s'"]+$/g, ""));
  if (!WILDCARD.test(bare) || !/^[-\d .()+_%*?#x]+$/.test(bare)) return undefined;
  const compact = bare.replace(/[-\s.()_]/g, "");
  if (NO_RANGE.test(compact) || isWhole(compact.replace(/^[%*?#x]|[%*?#x]$/, ""))) return undefined;
  const plus = compact.startsWith("+");
  const typed = plus ? compact.slice(1) : compact;
  if (!/\d/.test(typed) || typed.includes("+")) return undefined;
  const behindCode = /^(?:00|011)?503(.*)$/.exec(typed)?.[1];
  // `5035-XXXX`: a mark for each digit that is missing of a number that begins 503.
  const isSpelledOut = !plus && typed.length === NATIONAL_DIGITS && /^\d+[x?#]{2,}$/.test(typed);
  const readings = [plus ? undefined : typed, isSpelledOut ? undefined : behindCode].filter((one) => one !== undefined);
  if (readings.length === 0 || (plus && behindCode === undefined))
    return { ...UNKNOWN_RANGE, isAtEnd: AT_END.test(typed) };
  const asTyped = plus ? 0 : digitsOf(typed);
  // With the digits of a whole number, what stands beside or inside it is punctuation, or a note.
  if (behindCode === undefined ? asTyped >= NATIONAL_DIGITS : digitsOf(behindCode) >= NATIONAL_DIGITS) return undefined;
  const read = readings.flatMap((reading) => patternOf(reading) ?? []);
  if (read.length === 0) return { ...UNKNOWN_RANGE, isAtEnd: AT_END.test(typed) };
  // `5034XXXX`: behind 503 no number begins so.
  const inPlan = read.filter((pattern) => pattern.length !== NATIONAL_DIGITS || /^[25-7?]/.test(pattern));
  const patterns = inPlan.length > 0 ? inPlan : read;
  const widest = Math.max(...patterns.map((pattern) => 10 ** pattern.replace(/\d/g, "").length));
  return { patterns, numbers: widest, isAtEnd: AT_END.test(typed), isBetween: false };
}

/** Wildcards that stand together fill what is missing of a number; in several places each is one digit. */
function patternOf(typed: string): string | undefined {
  const digits = digitsOf(typed);
  // `5032 2222 *`, 503 being a number's own beginning: the number as it stands, beside what follows a calling code.
  if (digits === NATIONAL_DIGITS) return typed.replace(/\D/g, "");
  if (digits > NATIONAL_DIGITS) return undefined;
  const groups = typed.match(/[%*?#x]+/g) ?? [];
  if (/^(?:80[01]|900)/.test(typed)) return typed.length === TOLL_FREE_DIGITS ? typed.replace(/\D/g, "?") : undefined;
  if (groups.length === 1) return typed.replace(/\D+/, "?".repeat(NATIONAL_DIGITS - digits));
  return typed.length === NATIONAL_DIGITS ? typed.replace(/\D/g, "?") : undefined;
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, "").length;
}

function isWhole(typed: string): boolean {
  return /^(?!503)\d+$/.test(typed) && typeOfNational(typed) !== undefined;
}

function withoutLabel(text: string): string {
  const label = /^([a-z]{2,})[.:]*\s*/.exec(text);
  return label !== null && PHONE_WORDS.has(label[1]!) ? text.slice(label[0].length) : text;
}
