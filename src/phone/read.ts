// Raw cell → every number that it means or could mean. The careful lane, which is the definition: the kernel answers only where it agrees.
// What the cell may have been before it was damaged is tried here; each text is cell.ts's work.

import { CellReader, PIECE, piecesOf } from "./cell.js";
import { HOME } from "./doubt.js";
import { NINES } from "./groups.js";
import { digitsForLookAlikes, withNumerals } from "./look-alikes.js";
import { holdsEntity, normalise } from "./normalise.js";
import { type CellReading, everyNumber } from "./number.js";
import { typeOfNational } from "./plan.js";
import { withStyledDigits } from "./styled-digits.js";
import { readUnmistakable } from "./unmistakable.js";
import { isOfRanges, wholeNumbersIn, wholePiecesIn } from "./wildcards.js";

const OTHER_DIGITS = [withStyledDigits, withNumerals];

/** What a raw phone cell means. Never throws; linear in the length of the cell. */
export function readCell(raw: string): CellReading {
  if (raw.length > PIECE) return readInPieces(raw);
  const [text, ...others] = textsOf(raw);
  if (isEmpty(text)) return { numbers: [], doubtful: [], reason: "empty" };
  if (SPREADSHEET_ERROR.test(text)) return { numbers: [], doubtful: [], reason: "spreadsheet-damage" };
  if (isOfRanges(text)) return { numbers: [], doubtful: numbersInRanges(raw, text), reason: "not-a-number" };
  const reader = new CellReader(text);
  for (const other of others) reader.doubt(other);
  return withUnmistakable(reader.reading(), raw, text);
}

/** What a cell of nothing but ranges could mean all the same: `+7012-3456 *` is a number with a mark behind it. */
function numbersInRanges(raw: string, text: string): string[] {
  const unmistakable = readUnmistakable(raw).filter((e164) => e164.startsWith(HOME));
  return distinct([
    wholeNumbersIn(text),
    unmistakable,
    ...wholePiecesIn(text).map((one) => new CellReader(one).everything()),
  ]);
}

/**
 * Adds what stands in a cell in an unmistakable spelling to what the cell could mean: `001-22 7807-8502` reads as a number of
 * another country. Only a single number behind its own plus is that and no other.
 */
function withUnmistakable(reading: CellReading, raw: string, text: string): CellReading {
  if (!EIGHT_DIGITS.test(text) || (reading.numbers.length === 1 && BEHIND_PLUS.test(text))) return reading;
  const known = everyNumber(reading);
  const missing = readUnmistakable(raw).filter((e164) => e164.startsWith(HOME) && !known.includes(e164));
  return missing.length === 0 ? reading : { ...reading, doubtful: [...reading.doubtful, ...missing] };
}

const EIGHT_DIGITS = /(?:\d\D*){8}/;
/** One number in digits and what may stand between them, behind a plus: normalised. */
const BEHIND_PLUS = /^ *\+[\d ().-]*$/;

/**
 * The E.164 of every number that is torn over neighbouring cells, at whichever digit: `7` and `2223456`, `503` and `70001234`,
 * `735405` and `34`. The cells hold nothing but digits and marks and are no numbers by themselves; empty ones between them
 * don't count, one that is undefined parts them.
 */
export function tornReadings(cells: readonly (string | undefined)[]): string[] {
  const parts = cells.map(digitsAlone);
  const found: string[] = [];
  for (const [first, part] of parts.entries()) {
    let digits = part ?? "";
    for (let last = first + 1; digits !== "" && parts[last] !== undefined && digits.length < MOST_TORN_DIGITS; last++) {
      if (parts[last] === "") continue;
      digits += parts[last]!;
      found.push(...nationalsOf(digits));
    }
  }
  return found;
}

/** Whether most records have such a number. `denied`: columns of other figures. */
export function areTorn(records: readonly (readonly string[])[], denied: readonly number[]): boolean {
  const isTorn = (cells: readonly string[]) =>
    tornReadings(cells.map((cell, i) => (denied.includes(i) ? undefined : cell))).length > 0;
  return records.filter(isTorn).length * 2 > records.length;
}

/** With 011503 before them. */
const MOST_TORN_DIGITS = 14;

/** The digits of a cell that may be a part of a number; undefined where it holds more, or is one by itself. */
function digitsAlone(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const text = normalise(cell).replace(FLOAT, "$1");
  const digits = text.replace(NO_SIGN, "").replace(WILDCARDS_BEHIND, "");
  const isOther = OTHER_FIGURES.test(text) || (digits !== "" && !/^\d{1,13}$/.test(digits));
  return isOther || nationalsOf(digits).length > 0 ? undefined : digits;
}

/** `7012.0`: a spreadsheet took it for a float. */
const FLOAT = /^( *\d+)\.0 *$/;
/** Times, dates and amounts. */
const OTHER_FIGURES = /\d:\d|[$€%]|^ *\d{1,4}([-/.])\d{1,2}\1\d{1,4} *$/;

/** The E.164 of the number that two neighbouring cells make whose halves stand among words: `Tel. 7012` and `3456`. */
export function joinedReadings(left: string, right: string): string[] {
  const area = normalise(left).split(/\p{L}/u).at(-1)!.replace(NO_SIGN, "");
  const number = normalise(right).split(/\p{L}/u)[0]!.replace(NO_SIGN, "").replace(WILDCARDS_BEHIND, "");
  return /^\d{1,9}$/.test(area) && /^\d{4,9}$/.test(number) ? nationalsOf(area + number) : [];
}

/** The E.164 of digits that are a number of the plan, with its calling code or without; none of other texts. */
export function nationalsOf(digits: string): string[] {
  const national = /^(?:(?:00|011)?503)?(\d{8})$/.exec(digits)?.[1];
  return national !== undefined && typeOfNational(national) !== undefined ? [`${HOME}${national}`] : [];
}

/** Whatever a number may be written with: anything but letters, digits and wildcards. */
const NO_SIGN = /[^\p{L}\p{N}*#?]+/gu;
/** Behind a number that is whole they are marks like others. Looked for from the first of them alone, for linear time. */
const WILDCARDS_BEHIND = /(?<![*#?])[*#?]+$/;

/**
 * Every E.164 that anything in a free text could mean, certain or not: what a damaged suppression record suppresses.
 * Text of any length, in linear time; no number twice.
 */
export function readEveryNumber(text: string): string[] {
  if (text.length > PIECE) return distinct(piecesOf(text).map(readEveryNumber));
  return distinct(textsOf(text).map((it) => new CellReader(it).everything()));
}

/** Returns every E.164 that a part of a line could mean by itself, where nobody could tell which delimiter parts its cells. */
export function readParts(line: string): string[] {
  const parts = line.split(/[,;\t|]/);
  if (parts.length === 1) return [];
  return distinct(parts.map((part) => everyNumber(readCell(part))));
}

/** Returns every E.164 in a line whose semicolons may end what web pages write for a space: `7012&nbsp;3456`. */
export function readEntities(line: string): string[] {
  return holdsEntity(line) ? readEveryNumber(line) : [];
}

/** Reads a cell that is too long for a phone cell: whatever could be a number in it is doubtful. */
function readInPieces(raw: string): CellReading {
  const readings = piecesOf(raw).map((piece) => readCell(piece));
  const doubtful = distinct(readings.map(everyNumber));
  return { numbers: [], doubtful, reason: readings.every((it) => it.reason === "empty") ? "empty" : "too-long" };
}

function distinct(lists: readonly (readonly string[])[]): string[] {
  const found = new Set<string>();
  for (const list of lists) for (const e164 of list) found.add(e164);
  return [...found];
}

function isEmpty(text: string): boolean {
  const bare = text.trim();
  return bare.length <= 8 && /^(?:=?["' ]*|["']?null["']?|["']?\/n["']?)$/.test(bare);
}

/** `########`, where a column was too narrow, and `#REF!`, `#N/D`, `#¡VALOR!`: normalised. */
const SPREADSHEET_ERROR =
  /^ *#(?:#+|°?(?:ref|value|valor|name|nombre|num|null|nulo|n\/[ad]|div\/0|spill|desbordamiento|calc)[!?]*) *$/;

/**
 * A text as it stands, and what it may have been before letters were typed for digits, a spreadsheet added `.0` or `00%` or left
 * a float, or it was escaped: normalised.
 */
function textsOf(raw: string): [string, ...string[]] {
  const text = normalise(raw);
  const found: [string, ...string[]] = [text, ...misreadings(text)];
  for (const read of OTHER_DIGITS) {
    const other = read(raw);
    if (other !== undefined) found.push(...textsOf(other));
  }
  return found;
}

function misreadings(text: string): string[] {
  const digits = /[oil]/.test(text) ? digitsForLetters(text) : text;
  return [
    digits,
    ...digitsForLookAlikes(digits),
    ADDED.test(text.slice(-LONGEST_END)) ? text.replace(ADDED, "") : text,
    NINE.test(text) ? text.replace(NEARLY_WHOLE, (_, digits: string) => nextTo(digits)) : text,
    text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    /[<&%=_/]/.test(text) ? text.replace(WRITTEN_OUT, (mark) => (OF_CELLS.test(mark) ? " " : "-")) : text,
  ].filter((other) => other !== text);
}

/** `70123455.99999999` is 70123456 to whoever sees it in a spreadsheet, which calculates in floats. */
const NEARLY_WHOLE = new RegExp(`(?<!\\d|\\d[.,])(\\d{8,15})${NINES}`, "g");
const NINE = /\d[.,]9999/;
const LONGEST_END = 24;
const ADDED = /(?:(?<=\d)[.,]0{1,2}|(?<=\d)00 ?%)[ "')]*$/;
/** A character as links (`%2B503%207000`) and mails (`7000=2D1234`) write it; a formula begins with `=`. */
const ESCAPED = /(?:%|(?<!^ *)=)([23][0-9a-f])/g;

/** What stands for a space or a dash between digits: a tag, a character of programs by its number, or one that was escaped twice. */
const WRITTEN_OUT =
  /(?<=\d) ?(?:<[^<>]{1,20}>|\/(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[rnt])|_x[0-9a-f]{4}_|&(?:amp;)*#?[a-z0-9]{2,8};|[%=][89a-f][0-9a-f]){1,4} ?(?=\d)/g;

/** The tags between the cells of a page's table: another cell is no end of a range. */
const OF_CELLS = /<\/?(?:t[dhr]|li|p|div|d[td])\b/;

function nextTo(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, "0");
}

/** A normalised text with O, I and l as 0, 1 and 1 where they stand among digits. */
export function digitsForLetters(text: string): string {
  return text.replace(/[0-9oil]+/g, (cluster, at: number) => {
    const isHalf = cluster.length === 4 && /(?:^|[^0-9a-z])\d{4}[-. ]$/.test(text.slice(Math.max(0, at - 6), at));
    const isMixed = /[oil]/.test(cluster) && (/\d/.test(cluster) || /^o{2,8}$/.test(cluster) || isHalf);
    const touchesWord = /[a-z]/.test(text.charAt(at - 1)) || /[a-z]/.test(text.charAt(at + cluster.length));
    return isMixed && !touchesWord ? cluster.replace(/o/g, "0").replace(/[il]/g, "1") : cluster;
  });
}
