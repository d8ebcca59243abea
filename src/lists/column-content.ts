// Counts what the cells of a column are, over a sample. phone-columns.ts combines that with the column's name.

import { foldName } from "../headers/folding.js";
import { holdsOtherWords } from "../phone/labels.js";
import { readCell } from "../phone/read.js";
import { mayHoldDigit } from "./phone-cells.js";

/** Matches a cell in which a database has no value. */
const EMPTY = /^(?:null|\\n)?$/i;

/** Cells that say that there is no number. */
const NOTHING: ReadonlySet<string> = new Set(
  "na,n/a,nd,n/d,-,--,.,none,ninguno,ninguna,nulo,no tiene,no tiene telefono,s/n,s/t,sin numero,sin telefono,pendiente".split(
    ",",
  ),
);

/** Cells of a column that only says whether there is a number, such as `whatsapp`. */
const FLAGS: ReadonlySet<string> = new Set(
  "si no s n y x yes true false verdadero falso activo inactivo 0 1".split(" "),
);

export type Content = ReturnType<typeof contentOf>;

/** Counts cells that are not empty, have a certain number, or have a number, a candidate or a range. */
export function contentOf(rows: readonly (readonly string[])[], column: number) {
  const counts = { nonEmpty: 0, readable: 0, possible: 0, nothing: 0, flags: 0, spelled: 0, wordy: 0 };
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
    // At least half of the cells.
    isReadable: readable > 0 && readable * 2 >= nonEmpty,
    isPossible: possible > 0 && possible * 2 >= nonEmpty,
    // Some cell is possible, or all say that there is no number.
    isConfirmed: possible > 0 || nothing === nonEmpty,
    // No cell is a number, and half of them say yes or no.
    isFlag: possible === 0 && flags > 0 && flags * 2 >= nonEmpty,
    // Half of the readable ones are spelled as phones (a dash, a space, a country code), not as bare digits.
    isSpelled: spelled * 2 >= readable,
    // Half of the readable ones have words that are no label of a phone.
    isWordy: wordy * 2 >= readable,
  };
}

type Kind = "nonEmpty" | "readable" | "possible" | "nothing" | "flags" | "spelled" | "wordy";

function kindsOf(cell: string): readonly Kind[] {
  if (EMPTY.test(cell.trim())) return [];
  if (mayHoldDigit(cell)) {
    const { numbers, candidates, ranges } = readCell(cell);
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

export function saysNothing(cell: string): boolean {
  return NOTHING.has(foldName(cell));
}

/** Matches bare digits, perhaps with a spreadsheet's decimals, but without 503 before them. */
const BARE = /^\s*(?!503\d{8}\b)\d+(?:[.,]\d*)?\s*$/;
