// What the cells of a column are, counted over a sample. What follows from it, with the column's name, is phone-columns.ts's work.

import { foldName } from "../headers/phone-names.js";
import { holdsOtherWords } from "../phone/labels.js";
import { mayHoldDigit, readPhoneText } from "./phone-cells.js";

/** Matches a cell in which a database has no value. */
const EMPTY = /^(?:null|\\n)?$/i;

/** Say in a phone column that there is nothing to call. */
const NOTHING: ReadonlySet<string> = new Set(
  "na,n/a,-,--,.,none,ninguno,ninguna,nulo,no tiene,s/n,s/t,sin numero,sin telefono,nd,pendiente".split(","),
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
  if (EMPTY.test(cell.trim())) return [];
  if (mayHoldDigit(cell)) {
    const { numbers, candidates, ranges } = readPhoneText(cell);
    if (numbers.length > 0)
      return [
        ...(["nonEmpty", "readable", "possible"] as const),
        ...(BARE.test(cell) ? [] : (["spelled"] as const)),
        ...(holdsOtherWords(cell) ? (["wordy"] as const) : []),
      ];
    if (candidates.length + ranges.length > 0) return ["nonEmpty", "possible"];
  }
  if (FLAGS.has(foldName(cell))) return ["nonEmpty", "flags"];
  return saysNothing(cell) ? ["nonEmpty", "nothing"] : ["nonEmpty"];
}

/** Whether a cell of a phone column only says that there is no number. */
export function saysNothing(cell: string): boolean {
  return NOTHING.has(foldName(cell));
}

/** Digits alone, or with a spreadsheet's decimals; with 503 before them they are no id's. */
const BARE = /^\s*(?!503\d{8}\b)\d+(?:[.,]\d*)?\s*$/;
