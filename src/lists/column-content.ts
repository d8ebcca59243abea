// What the cells of a column are, counted over a sample. What follows from it, with the column's name, is columns.ts's work.

import { foldName } from "../headers/phone-names.js";
import type { CellReading } from "../phone/number.js";
import { readRanges } from "../phone/wildcards.js";
import { PHONE_WORDS } from "../phone/words.js";
import { readPhoneText } from "./phone-cells.js";

/** Words in a phone column that say that there is nothing to call. */
const NOTHING: ReadonlySet<string> = new Set(
  "na n/a - -- . none ninguno ninguna nulo null no_tiene s/n s/t sin_numero sin_telefono nd pendiente".split(" "),
);

/** A column such as `whatsapp` may only say whether there is one. */
const FLAGS: ReadonlySet<string> = new Set(
  "si no s n y x yes true false verdadero falso activo inactivo 0 1".split(" "),
);

const HALF = 0.5;

/** How many ascending cells are numbers of a series: phones are in no order. */
const NUMBERED = 8;

export interface Content {
  /** Cells that are not empty. */
  nonEmpty: number;
  /** Cells with at least one number. */
  readable: number;
  /** Cells with a number, a reading that could be one, or a range of numbers. */
  possible: number;
  /** Cells that only say that there is no number. */
  nothing: number;
  /** Cells that only say yes or no. */
  flags: number;
  /** Readable cells that are spelled as phones are: with a dash, a space, a country code, and not as digits alone. */
  spelled: number;
  /** Readable cells with words that are no label of a phone. */
  wordy: number;
  /** Cells of digits alone, each greater than the one before; -1 once one is not. */
  ascending: number;
}

export function contentOf(rows: readonly (readonly string[])[], column: number): Content {
  const content: Content = {
    nonEmpty: 0,
    readable: 0,
    possible: 0,
    nothing: 0,
    flags: 0,
    spelled: 0,
    wordy: 0,
    ascending: 0,
  };
  let previous = 0;
  // Towns, states and names come again and again.
  const known = new Map<string, CellContent>();
  for (const row of rows) {
    const cell = row[column] ?? "";
    if (cell === "") continue;
    const is = known.get(cell) ?? contentOfCell(cell);
    known.set(cell, is);
    if (is.isEmpty) continue;
    content.nonEmpty++;
    if (is.isReadable) content.readable++;
    if (is.isSpelled) content.spelled++;
    if (is.isWordy) content.wordy++;
    if (is.isPossible) content.possible++;
    if (is.isFlag) content.flags++;
    if (is.isNothing) content.nothing++;
    content.ascending = is.value > previous && content.ascending >= 0 ? content.ascending + 1 : -1;
    previous = is.value;
  }
  return content;
}

/** What a cell adds to the counts of its column; `value`: of digits alone, else 0. */
function contentOfCell(cell: string) {
  const { numbers, doubtful, reason } = readQuickly(cell);
  const isReadable = numbers.length > 0;
  const isBare = BARE.test(cell);
  const isPossible = isReadable || doubtful.length > 0 || readRanges(cell).length > 0;
  const folded = isPossible ? "" : foldName(cell);
  const isFlag = FLAGS.has(folded);
  return {
    isEmpty: reason === "empty",
    isReadable,
    isSpelled: isReadable && !isBare,
    isWordy: isReadable && hasOtherWords(cell),
    isPossible,
    isFlag,
    isNothing: !isFlag && isNothing(folded),
    value: isBare ? Number(cell.replace(",", ".")) : 0,
  };
}

function readQuickly(cell: string): CellReading {
  if (!mayHoldNumber(cell)) return WORDS_ONLY;
  return SERIAL.test(cell) ? DOUBTFUL : readPhoneText(cell);
}

type CellContent = ReturnType<typeof contentOfCell>;

/** Whether a cell of a phone column only says that there is no number. */
export function saysNothing(cell: string): boolean {
  return isNothing(foldName(cell));
}

function isNothing(folded: string): boolean {
  return NOTHING.has(folded.replace(/ /g, "_"));
}

const WORDS_ONLY: CellReading = { numbers: [], doubtful: [], reason: "not-a-number" };

/**
 * `C00012345`: letters and eight digits that begin as no number does. `readCell` finds a doubtful one there. Ids are often
 * such, and reading a thousand of them with care would take as long as all else that is done before a small list is read.
 */
const SERIAL = /^[a-z]{1,4}-?[01]\d{7}$/i;
const DOUBTFUL: CellReading = { numbers: [], doubtful: [""], reason: "not-in-plan" };

/** A day of this century or the last, as databases write it: no number, though a fixed line may begin with 20. */
const DAY = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/**
 * False where `readCell` finds no number and no emptiness: fewer than five digits, and no letters O, I and l that may stand
 * for the others: those beside digits, O's alone, four behind digits. Most cells are such, and reading each with care would
 * take longer than a small scrub.
 */
export function mayHoldNumber(cell: string): boolean {
  let digits = 0;
  let isBlank = true;
  for (let at = 0; at < cell.length; ) {
    const from = at;
    let letters = 0;
    let zeros = 0;
    for (; at < cell.length; at++) {
      const code = cell.charCodeAt(at);
      const letter = code | 0x20;
      if (letter === 0x6f) zeros++;
      else if (letter === 0x69 || letter === 0x6c) letters++;
      else if (!((code >= 0x30 && code <= 0x39) || code > 0x7f)) break;
    }
    const length = at - from;
    const isOfLetters = letters + zeros === length;
    if (!isOfLetters || (letters === 0 && zeros > 1) || length === 4) digits += length;
    if (digits >= FEWEST_DIGITS) return !DAY.test(cell);
    if (length > 0) isBlank = false;
    else if (cell.charCodeAt(at++) > 0x20) isBlank = false;
  }
  // These are empty, which readCell knows.
  return isBlank || /null|\\n/i.test(cell);
}

const FEWEST_DIGITS = 5;

/** Digits alone, or with a spreadsheet's decimals; with 503 before them they are no id's. */
const BARE = /^\s*(?!503\d{8}\b)\d+(?:[.,]\d*)?\s*$/;

function hasOtherWords(cell: string): boolean {
  return foldName(cell)
    .split(/[^a-z]+/)
    .some(
      (word) => word.length > 2 && !PHONE_WORDS.has(word) && !/^https?$|^(?:api|send|me|wa|com|net|us)$/.test(word),
    );
}

export function isSpelled(content: Content): boolean {
  return content.spelled >= content.readable * HALF;
}

export function isWordy(content: Content): boolean {
  return content.wordy >= content.readable * HALF;
}

export function isAscending(content: Content): boolean {
  return content.ascending >= NUMBERED;
}

export function isConfirmed(content: Content): boolean {
  return content.possible > 0 || content.nothing === content.nonEmpty;
}

export function isConvincing(content: Content): boolean {
  return content.readable > 0 && content.readable >= content.nonEmpty * HALF;
}

export function isPossible(content: Content): boolean {
  return content.possible > 0 && content.possible >= content.nonEmpty * HALF;
}
