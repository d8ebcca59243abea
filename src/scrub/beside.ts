// What a record says beside its phone cells: numbers in other columns, and that its people opted out.
// Whether there is anything to look at, lists/watch.ts tells; what it means is decide.ts's work.

import { recordCells } from "../csv/cells.js";
import { tellsOfOptOut } from "../headers/opt-out-words.js";
import { saysOptOut } from "../headers/own-opt-outs.js";
import type { RecordView } from "../lists/batch.js";
import { columnName, type OpenedList } from "../lists/open.js";
import { readCell } from "../phone/read.js";
import { readUnmistakable } from "../phone/unmistakable.js";
import type { Warning } from "../text/sentences.js";

/** A number in a column that is not rewritten; 0-based. */
export interface BesideNumber {
  e164: string;
  column: number;
}

export interface Beside {
  /** The numbers, which are all looked up. */
  numbers: readonly BesideNumber[];
  /** Certain ones in columns named as phones: whoever is called from the list may be called at them. */
  callable: readonly string[];
  /** Columns that say that the record's people opted out. */
  optOuts: readonly number[];
  /** Other columns in which words of an opt-out stand. */
  remarks: readonly number[];
}

export const NOTHING_BESIDE: Beside = { numbers: [], callable: [], optOuts: [], remarks: [] };

/** Reads every cell of a record but its phone cells and what is ignored. */
export function readBeside({ dialect, columns, watch }: OpenedList, record: RecordView): Beside {
  const numbers: BesideNumber[] = [];
  const callable: string[] = [];
  const optOuts: number[] = [];
  const remarks: number[] = [];
  for (const [column, cell] of recordCells(record.bytes, record.start, record.end, dialect).entries()) {
    if (cell === "" || watch.ignored.includes(column)) continue;
    const says = watch.optOuts.find((optOut) => optOut.column === column)?.says;
    if (says === undefined) {
      if (tellsOfOptOut(cell)) remarks.push(column);
    } else if (saysOptOut(says, cell)) optOuts.push(column);
    if (columns.includes(column)) continue;
    if (watch.numbers.includes(column)) {
      const reading = readCell(cell);
      for (const { e164 } of reading.numbers) {
        numbers.push({ e164, column });
        callable.push(e164);
      }
      for (const e164 of reading.doubtful) numbers.push({ e164, column });
    } else for (const e164 of readUnmistakable(cell)) numbers.push({ e164, column });
  }
  return { numbers, callable, optOuts, remarks };
}

/** Says where words of an opt-out stand that bar nobody, and so what would make them bar. */
export function warningOfRemarks(
  list: OpenedList,
  column: number,
  { count, lines }: { count: number; lines: number[] },
): Warning {
  const place = list.columns.includes(column) ? "phones" : column < list.width ? "column" : "beyond";
  return { code: "opt-out-words", values: [list.file.path, columnName(list, column), count, lines, place] };
}
