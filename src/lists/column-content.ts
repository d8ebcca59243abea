// What the cells of a column are, counted over a sample. What follows from it, with the column's name, is phone-columns.ts's work.

import { foldName } from "../headers/phone-names.js";
import { holdsOtherWords } from "../phone/labels.js";
import type { CellReading } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { readPhoneText } from "./phone-cells.js";

/** Words in a phone column that say that there is nothing to call. */
const NOTHING: ReadonlySet<string> = new Set(
  "na n/a - -- . none ninguno ninguna nulo null no_tiene s/n s/t sin_numero sin_telefono nd pendiente".split(" "),
);

/** A column such as `whatsapp` may only say whether there is one. */
const FLAGS: ReadonlySet<string> = new Set(
  "si no s n y x yes true false verdadero falso activo inactivo 0 1".split(" "),
);

export interface Content {
  /** Cells that are not empty. */
  nonEmpty: number;
  /** Cells with at least one number; at least half of them have. */
  readable: number;
  isReadable: boolean;
  /** Cells with a number, a reading that could be one, or a range of numbers; at least half of them have. */
  possible: number;
  isPossible: boolean;
  /** Any of them is possible, or all say that there is no number. */
  isConfirmed: boolean;
  /** All of them only say yes or no. */
  isFlag: boolean;
  /** Half of the readable ones are spelled as phones are: with a dash, a space, a country code, and not as digits alone. */
  isSpelled: boolean;
  /** Half of the readable ones have words that are no label of a phone. */
  isWordy: boolean;
}

export function contentOf(rows: readonly (readonly string[])[], column: number): Content {
  const counts = { nonEmpty: 0, readable: 0, possible: 0, nothing: 0, flags: 0, spelled: 0, wordy: 0 };
  // Towns, states and names come again and again.
  const known = new Map<string, readonly Kind[]>();
  for (const row of rows) {
    const cell = row[column] ?? "";
    const is = known.get(cell) ?? kindsOf(cell);
    known.set(cell, is);
    for (const kind of is) counts[kind]++;
  }
  const { nonEmpty, readable, possible, nothing, flags, spelled, wordy } = counts;
  return {
    ...{ nonEmpty, readable, possible },
    isReadable: readable > 0 && readable * 2 >= nonEmpty,
    isPossible: possible > 0 && possible * 2 >= nonEmpty,
    isConfirmed: possible > 0 || nothing === nonEmpty,
    isFlag: nonEmpty > 0 && flags === nonEmpty,
    isSpelled: spelled * 2 >= readable,
    isWordy: wordy * 2 >= readable,
  };
}

type Kind = "nonEmpty" | "readable" | "possible" | "nothing" | "flags" | "spelled" | "wordy";

/** As what a cell counts in its column. */
function kindsOf(cell: string): readonly Kind[] {
  const { numbers, candidates, reason } = mayHoldNumber(cell) ? readPhoneText(cell) : WORDS_ONLY;
  if (reason === "empty") return [];
  if (numbers.length > 0)
    return [
      ...(["nonEmpty", "readable", "possible"] as const),
      ...(BARE.test(cell) ? [] : (["spelled"] as const)),
      ...(holdsOtherWords(cell) ? (["wordy"] as const) : []),
    ];
  if (candidates.length > 0 || (/\d/.test(cell) && readCell(cell).ranges.length > 0)) return ["nonEmpty", "possible"];
  const folded = foldName(cell);
  if (FLAGS.has(folded)) return ["nonEmpty", "flags"];
  return isNothing(folded) ? ["nonEmpty", "nothing"] : ["nonEmpty"];
}

const WORDS_ONLY: CellReading = { numbers: [], candidates: [], reason: "not-a-number" };

/** Whether a cell of a phone column only says that there is no number. */
export function saysNothing(cell: string): boolean {
  return isNothing(foldName(cell));
}

function isNothing(folded: string): boolean {
  return NOTHING.has(folded.replace(/ /g, "_"));
}

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
