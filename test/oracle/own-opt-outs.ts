// The opt-outs that a phone list carries itself (the contract's *The list's own opt-outs*).

import { readCell } from "./cell.js";
import { channelOfOwn, isOwnOptOut } from "./columns.js";
import type { Bars } from "./suppression.js";
import { isBroken, type Options, type Row, type Table, widthOf } from "./world.js";

/** Whether the record's own columns opt it out; undefined where the contract does not say what a cell means. */
export function ownOptOut(row: Row, list: Table, options: Options): boolean | undefined {
  const said = row.cells.map((cell, at) => {
    if (options.optOutColumns.includes(at + 1)) return isOwnOptOut("baja", cell);
    if (isOfOtherChannel(list, at, options))
      return isOwnOptOut(list.header?.[at] ?? "", cell) === false ? false : undefined;
    // A heading counts for the columns without a name right of it, of which the contract does not say what their cells mean.
    const isHeaded = cell.trim() !== "" && isOne(headingOf(list, at));
    return isHeaded ? undefined : isOwnOptOut(list.header?.[at] ?? "", cell);
  });
  if (said.includes(true)) return true;
  return said.includes(undefined) ? undefined : false;
}

/**
 * A record's own opt-out "bars its numbers in the whole run, earlier records too". So does a broken record of a list that has such
 * columns, wherever its numbers stand: which of its cells is of which column, an ignored one too, nobody can tell. `whole`: the
 * list with its ignored columns.
 */
export function withOwnOptOuts(
  bars: Bars,
  { list, whole }: { list: Table; whole: Table },
  options: Options,
  columns: readonly number[],
): Bars {
  const must = new Set(bars.must);
  const may = new Set(bars.may);
  const hasOwn = hasOwnOptOuts(list, options);
  for (const [at, record] of list.rows.entries()) {
    const isTorn = isBroken(record, widthOf(list));
    const row = isTorn ? whole.rows[at]! : record;
    // Whether an own opt-out in unknown words suppresses anybody, or a torn record has a mark where no column acts, is open.
    const own = isTorn ? hasOwn || undefined : ownOptOut(row, list, options);
    if (own === false) continue;
    const cells = columns.map((column) => readCell(row.cells[column] ?? ""));
    if (own === true) for (const number of cells.flatMap((cell) => cell.must)) must.add(number);
    for (const cell of row.cells) for (const number of readCell(cell).may) may.add(number);
  }
  for (const number of must) may.add(number);
  return { must, may };
}

/** The name left of a column without one; empty for every other column. */
function headingOf({ header }: Table, at: number): string {
  let column = at;
  while (column > 0 && (header?.[column] ?? "").trim() === "") column--;
  return column === at ? "" : (header?.[column] ?? "");
}

function isOne(name: string): boolean {
  return isOwnOptOut(name, "1") !== isOwnOptOut(name, "0");
}

function hasOwnOptOuts(list: Table, options: Options): boolean {
  const { header } = list;
  const acts = (name: string, at: number) => isOne(name) && !isOfOtherChannel(list, at, options);
  return options.optOutColumns.length > 0 || (header ?? []).some(acts);
}

/** "A column about one channel acts on that channel": whether `no llamar` speaks of calls alone is open. */
function isOfOtherChannel({ header }: Table, at: number, { channel }: Options): boolean {
  const named = channelOfOwn(header?.[at] ?? "");
  return channel !== "any" && named !== undefined && named !== channel;
}
