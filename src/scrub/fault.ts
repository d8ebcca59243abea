// Damage of a record itself: whoever reads on in it would take one cell for another.

import { extraCellsAreEmpty } from "../csv/cells.js";
import type { RecordView } from "../lists/batch.js";
import type { OpenedList } from "../lists/open.js";
import type { RecordFault } from "./disposition.js";

/** Extra empty cells at the end are none. */
export function faultOf(list: OpenedList, record: RecordView): RecordFault | undefined {
  if (record.malformed) return "malformed";
  if (record.cells === list.width) return undefined;
  const onlyEmptyExtras =
    record.cells > list.width && extraCellsAreEmpty(record.bytes, record.start, record.end, list.dialect, list.width);
  return onlyEmptyExtras ? undefined : "ragged";
}
