// Two lists in one file: a record far below that names columns anew, and otherwise than the header. What it names would not be
// heard, and its records would be read under the first list's names.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { type ExitCode, ScrubError } from "../errors.js";
import { foldName, isPlainPhoneName, meaningOf } from "../headers/phone-names.js";
import { isKnownName } from "./header-row.js";
import type { ListTable } from "./table.js";

/** As many digits are no name's. */
const NUMBER = /\d(?:\D*\d){6}/;

/** Refuses a list for a record without a number in its phone cells, where it is another header. */
export function refuseJoined(list: ListTable, record: RecordView, exitCode: ExitCode): void {
  const { columns, dialect, header, file, firstLine, sheet } = list;
  const { bytes, start, end, line } = record;
  // Empty phone cells are the usual case.
  if (list.phoneCells.every((cell) => record.cellStart[cell] === record.cellEnd[cell])) return;
  const cells = recordCells(bytes, start, end, dialect);
  if (!isOtherHeader(cells, columns, header)) return;
  if (header === undefined && line === firstLine)
    throw new ScrubError(exitCode, "headerAsRecord", [sheet !== undefined], { file: file.path, line });
  throw new ScrubError(exitCode, "joinedLists", [firstLine, line, sheet !== undefined], { file: file.path, line });
}

/**
 * Whether a record names a phone where phones are, or another thing there and a phone elsewhere; and some other column, too:
 * `Ana,WhatsApp,x` is what a record says.
 */
function isOtherHeader(cells: readonly string[], phones: readonly number[], header: readonly string[] = []): boolean {
  if (cells.filter(isKnownName).length < 2 || cells.some((cell) => NUMBER.test(cell)) || isSame(cells, header))
    return false;
  const names = phones.map((column) => cells[column] ?? "").filter(mayBeName);
  // `casa` may also be what a phone cell says, but not beside another column's name.
  const isPerhaps = names.some((name) => meaningOf(name) === "perhaps");
  return names.some(namesPhone) || (names.length > 0 && (isPerhaps || cells.some(namesPhone)));
}

/** Whether a phone cell may be the name of a column, as `no tiene` is not. */
export function mayBeName(cell: string): boolean {
  return meaningOf(cell) !== "unknown";
}

function namesPhone(cell: string): boolean {
  const meaning = meaningOf(cell);
  return meaning === "numbering" || (meaning === "phone" && isPlainPhoneName(cell));
}

function isSame(cells: readonly string[], header: readonly string[]): boolean {
  const folded = (row: readonly string[]) => row.map(foldName).join("\n").trim();
  return folded(cells) === folded(header);
}
