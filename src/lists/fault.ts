// Finds damaged records, whose cells may be in the wrong columns. Each reader decides what follows.

import { extraCellsAreEmpty, looseCells, recordCells } from "../csv/cells.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import { everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import type { ListTable } from "./table.js";

/** `ragged`: not as many cells as the header; `malformed`: cells may be cut in the wrong places. */
export const RECORD_FAULTS = ["ragged", "malformed"] as const;
export type RecordFault = (typeof RECORD_FAULTS)[number];

/** Returns a record's fault. Surplus empty cells are none, unless one without a header is filled: a delimiter moved it there. */
export function faultOf(list: ListTable, record: RecordView): RecordFault | undefined {
  const { width, dialect } = list;
  if (record.malformed) return "malformed";
  if (record.cells === width) return undefined;
  return record.cells > width && extraCellsAreEmpty(record, dialect, namedWidth(list)) ? undefined : "ragged";
}

/** Returns every number of a broken record, whatever columns its cells are in. */
export function numbersOfBroken({ bytes, start, end }: RecordView, dialect: Dialect): Set<string> {
  const cells = [...looseCells(bytes, start, end, dialect), ...recordCells(bytes, start, end, dialect)];
  return new Set(cells.flatMap((cell) => everyNumber(readCell(cell))));
}

/** Returns the number of columns up to the last one with a name. */
export function namedWidth({ header, width }: Pick<ListTable, "header" | "width">): number {
  let named = header?.length ?? width;
  while (header !== undefined && named > 1 && !/[\p{L}\p{N}]/u.test(header[named - 1]!)) named--;
  return named;
}
