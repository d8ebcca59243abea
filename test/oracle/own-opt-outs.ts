// The opt-outs that a phone list carries itself (the contract's *The list's own opt-outs*).

import { readCell } from "./cell.js";
import { isOwnOptOut } from "./columns.js";
import type { Bars } from "./suppression.js";
import { isBroken, type Options, type Row, type Table, widthOf } from "./world.js";

/** Whether the record's own columns opt it out; undefined where the contract does not say what a cell means. */
export function ownOptOut(row: Row, list: Table, { optOutColumns }: Options): boolean | undefined {
  const said = row.cells.map((cell, at) =>
    isOwnOptOut(optOutColumns.includes(at + 1) ? "baja" : (list.header?.[at] ?? ""), cell),
  );
  if (said.includes(true)) return true;
  return said.includes(undefined) ? undefined : false;
}

/** A record's own opt-out "bars its numbers in the whole run, earlier records too". */
export function withOwnOptOuts(bars: Bars, list: Table, options: Options, columns: readonly number[]): Bars {
  const must = new Set(bars.must);
  const may = new Set(bars.may);
  const perhaps = hasOwnOptOuts(list, options) ? undefined : false;
  for (const row of list.rows) {
    // Whether a broken record's own opt-out, or one in unknown words, bars anybody, the contract leaves open.
    const own = isBroken(row, widthOf(list)) ? perhaps : ownOptOut(row, list, options);
    if (own === false) continue;
    const cells = columns.map((column) => readCell(row.cells[column] ?? ""));
    if (own === true) for (const number of cells.flatMap((cell) => cell.must)) must.add(number);
    for (const cell of row.cells) for (const number of readCell(cell).may) may.add(number);
  }
  for (const number of must) may.add(number);
  return { must, may };
}

function hasOwnOptOuts({ header }: Table, { optOutColumns }: Options): boolean {
  const isOne = (name: string) => isOwnOptOut(name, "1") !== isOwnOptOut(name, "0");
  return optOutColumns.length > 0 || (header ?? []).some(isOne);
}
