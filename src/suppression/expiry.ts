// When the entry of a suppression list ends, by what its cell can mean. How a cell is read is event-reader.ts's work.

import type { RecordView } from "../csv/scanner.js";
import type { CellMemo } from "../lists/cell-memo.js";

/** The instants from which an entry is absent, by what its expiry can mean. */
export type Expiry =
  | {
      /** The last of the readings in the order that the list proves, and in every order. */
      asProven: number;
      inEitherOrder: number;
      /** The first of all readings, a year of two digits in the last century, too. */
      earliest: number;
    }
  | "unreadable"
  /** It says that there is none. */
  | "endless";

/** Words for no end. */
export const ENDLESS =
  /^(?:nunca|never|no|none|ningun[oa]|n a|na|null|indefinid[oa]|permanente?|sin (?:vencimiento|fin|fecha)|0+(?: 0+)*)?$/;

/** The first instant at which a record may be absent, by any of these columns and any reading; 0 for never. */
export function earliestOf(columns: readonly CellMemo<Expiry | undefined>[], record: RecordView): number {
  let earliest = 0;
  for (const column of columns) {
    const expiry = column.of(record);
    if (expiry === undefined || typeof expiry === "string") continue;
    earliest = earliest === 0 ? expiry.earliest : Math.min(earliest, expiry.earliest);
  }
  return earliest;
}
