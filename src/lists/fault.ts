// Damage of a record itself: whoever reads on in it would take one cell for another. What follows from it, each reader decides.

import { extraCellsAreEmpty } from "../csv/cells.js";
import type { RecordView } from "./batch.js";
import type { OpenedList } from "./open.js";

/** `ragged`: another number of cells than the header; `malformed`: cells may be cut in the wrong places. */
export type RecordFault = "ragged" | "malformed";

/** Extra empty cells at the end are no damage. */
export function faultOf({ width, dialect }: OpenedList, record: RecordView): RecordFault | undefined {
  if (record.malformed) return "malformed";
  if (record.cells === width) return undefined;
  const hasOnlyEmptyExtras =
    record.cells > width && extraCellsAreEmpty(record.bytes, record.start, record.end, dialect, width);
  return hasOnlyEmptyExtras ? undefined : "ragged";
}
