// The opt-outs that a phone list carries itself: read before the first record is judged, for they bar their numbers in
// the whole run. Of a single record, beside.ts tells it once more when it is judged.

import path from "node:path";
import { recordCells } from "../csv/cells.js";
import { ExitCode } from "../errors.js";
import { isClear, isOptOutValue, onlyTells } from "../headers/opt-out-cells.js";
import { batchesOf } from "../lists/batches.js";
import { columnName } from "../lists/column-names.js";
import { faultOf, readBroken } from "../lists/fault.js";
import { Occurrences } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { marksOptOut } from "../lists/sheet-marks.js";
import { listName } from "../lists/table.js";
import { everyNumber } from "../phone/number.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import { readBeside } from "./beside.js";

/** A column of a phone list that says who opted out, as one more list of the index. */
export interface OwnOptOuts {
  /** The column of the phone list, 0-based. */
  column: number;
  /** The column's place among the index's lists. */
  list: number;
  /** `clientes.csv#no_contactar`: the source of whom it bars. */
  name: string;
  /** Records that say so. */
  records: number;
  /** Records read, and whether a cell that bars is a known yes or no, or a value that the user says. */
  read: number;
  isClear: boolean;
  /** Its cells may say so by more than their text: struck through, or by a comment. */
  isMarked: boolean;
  /** Broken records, which can't say what stands under the column. */
  broken: Occurrences;
  /** SHA-256 of the list as it was read for this. */
  sha256: string;
}

/** Columns that bar, or beside which a sheet says that a record's people opted out. */
export function optOutColumns({ watch }: OpenedList): number[] {
  const named = watch.optOuts.flatMap(({ column, says }) => (onlyTells(says) ? [] : [column]));
  return [...new Set([...named, ...markedColumns(watch)])];
}

function markedColumns({ marks }: OpenedList["watch"]): number[] {
  return [...(marks?.values() ?? [])].flat().flatMap((mark) => (marksOptOut(mark) ? [mark.column] : []));
}

/**
 * Reads a phone list to its end for one of its columns: every number of a record that says there that its people opted
 * out is barred, and so is every number anywhere in a broken record, whose cells may stand under other columns. The index takes one list after the other, and nothing is kept meanwhile.
 */
export async function readOwnOptOuts(list: OpenedList, column: number, index: SuppressionIndex): Promise<OwnOptOuts> {
  const file = list.file.path === "-" ? "stdin" : path.basename(list.file.path);
  const isMarked = markedColumns(list.watch).includes(column);
  const own = {
    column,
    isMarked,
    list: index.beginList(),
    name: `${listName(list, file)}#${columnName(list, column)}`,
    records: 0,
    broken: new Occurrences(),
    isClear: isMarked || list.watch.optOuts.some((one) => one.column === column && isOptOutValue(one.says)),
  };
  let record = 0;
  for await (const batch of batchesOf(list, ExitCode.phoneList)) {
    for (let i = 0; i < batch.count; i++) {
      record++;
      batch.select(i);
      if (!batch.beside) continue;
      if (faultOf(list, batch) !== undefined) {
        own.broken.add(batch.line);
        for (const e164 of readBroken(batch, list).numbers) index.add(e164, record);
        continue;
      }
      const beside = readBeside(list, batch);
      if (!beside.optOuts.includes(column)) continue;
      own.records++;
      own.isClear ||= isClear(recordCells(batch.bytes, batch.start, batch.end, list.dialect)[column] ?? "");
      for (const e164 of batch.readCells().flatMap(everyNumber)) index.add(e164, record);
      for (const { e164 } of beside.numbers) index.add(e164, record);
    }
  }
  return { ...own, read: record, sha256: list.file.digest() };
}
