// Checks that a phone list is the table that it is read as: most records have the header's width, and an only column
// holds nothing but numbers and their labels.

import { type SampleRecord, sampleRecords } from "../csv/cells.js";
import { DELIMITERS, describeDelimiter } from "../csv/dialect.js";
import type { Dialect } from "../csv/scanner.js";
import { type ExitCode, ScrubError } from "../errors.js";
import { namesSeveralColumns } from "../headers/phone-names.js";
import { losesWords } from "../phone/labels.js";
import { namedWidth } from "./fault.js";
import { asksAboutOptOuts } from "./marks.js";
import { Occurrences } from "./occurrences.js";
import { holdsNumber } from "./phone-cells.js";
import { isHeader, PhoneColumns } from "./phone-columns.js";

/** Whether the phone cells of kept records are cut to their numbers. */
export type PhoneCellsAre = "cut" | "whole";

interface Opened {
  file: string;
  exitCode: ExitCode;
  dialect: Dialect;
  header: readonly string[] | undefined;
  headerLine: number;
  width: number;
  phoneCellsAre: PhoneCellsAre;
  /** The first bytes from where records begin, and whether they are all. */
  body: Uint8Array;
  whole: boolean;
}

/** Matches a detected delimiter but the comma, which is in names of one column, too. */
const IN_NO_NAME = new RegExp(`[${DELIMITERS.replace(",", "")}]`);
/** Matches delimiters of lists. Some are in names, too: `telefono/fax`. */
const ANY_DELIMITER = /[,;|:^~$#/\p{Cc}]| - | {3,}/u;
/** The share of an only column's lines that may hold more than numbers, such as names in brackets. */
const FEW = 0.1;
/** The bytes in which a delimiter that would split the columns is sought. */
const BODY_BYTES = 64 * 1024;
/** The records that show whether a list is a table. */
const TRIED = 200;

/** Refuses a list of which more than half of the records are broken. */
export type RefuseBroken = (broken: Occurrences, records: number) => void;

/** Refuses a list that its first records show to be no table. Returns what refuses it by all its records. */
export function refuseNoTable(records: readonly SampleRecord[], opened: Opened): RefuseBroken {
  // A copy, because the buffer is reused.
  const list = { ...opened, body: Uint8Array.prototype.slice.call(opened.body, 0, BODY_BYTES) };
  refuseColumnsInOne(list, records);
  const refuse: RefuseBroken = ({ count, lines }, records) => {
    if (count * 2 <= records) return;
    const { file, exitCode, header, width } = list;
    const values = [count, records, width, header !== undefined, splitterIn(list)] as const;
    throw new ScrubError(exitCode, "mostlyBroken", [...values], { file, line: lines[0]! });
  };
  const broken = new Occurrences();
  for (const { cells, line, malformed } of records) if (malformed || isRagged(cells, list)) broken.add(line);
  refuse(broken, records.length);
  return refuse;
}

/** Refuses one column that is several by its name or by its lines. */
function refuseColumnsInOne(list: Opened, records: readonly SampleRecord[]): void {
  const { file, exitCode, header = [], headerLine, width, phoneCellsAre } = list;
  const isCut = phoneCellsAre === "cut";
  const isSeveral = header
    .filter((name) => width === 1 || IN_NO_NAME.test(name))
    .some((name) => (isCut && namesSeveralColumns(name)) || asksAmongOthers(name));
  const more =
    isCut && width === 1 ? records.filter(({ cells: [cell] }) => losesWords(cell!) && holdsNumber(cell!)) : [];
  if (!isSeveral && more.length <= records.length * FEW) return;
  const line = isSeveral ? headerLine : more[0]!.line;
  throw new ScrubError(exitCode, "columnsInOne", [isSeveral, splitterIn(list)], { file, line });
}

/** Whether one name is several, one of which asks about opt-outs: its answers would be read as part of a phone cell. */
function asksAmongOthers(name: string): boolean {
  return namesSeveralColumns(name, ANY_DELIMITER) && name.split(ANY_DELIMITER).some(asksAboutOptOuts);
}

/** Returns the delimiter that makes a list a table, as people write it; undefined if none does. */
function splitterIn({ body, whole, dialect }: Opened): string | undefined {
  const isAll = whole && body.length < BODY_BYTES;
  const tables = delimitersIn(body)
    .filter((delimiter) => delimiter !== dialect.delimiter)
    .map((delimiter) => ({
      delimiter,
      width: tableWidth(sampleRecords(body, isAll, { ...dialect, delimiter }, 0, TRIED).map(({ cells }) => cells)),
    }));
  const best = tables.sort((one, other) => other.width - one.width)[0];
  return best === undefined || best.width === 0 ? undefined : describeDelimiter(best.delimiter);
}

function delimitersIn(body: Uint8Array): number[] {
  const bytes = [...new Set(body)].filter((byte) => byte < 0x7f && byte !== 0x0a && byte !== 0x0d);
  return bytes.filter((byte) => !/[\w "'+().-]/.test(String.fromCharCode(byte)));
}

/** Returns the number of cells if the records are a table with phones; else 0. */
function tableWidth(records: readonly (readonly string[])[]): number {
  const [first = [], ...rest] = records;
  const header = isHeader(first) ? first : undefined;
  const body = header === undefined ? records : rest;
  const rows = body.filter((cells) => cells.length === first.length);
  if (first.length < 2 || rows.length * 2 <= body.length) return 0;
  const { columns } = new PhoneColumns(header, rows, "phone-list");
  const isCut = (column: number) => rows.filter((row) => losesWords(row[column]!)).length * 2 > rows.length;
  return columns.length === 0 || columns.some(isCut) ? 0 : first.length;
}

/** Whether a record is ragged, as `faultOf` says: extra empty cells at its end are no fault. */
function isRagged(cells: readonly string[], list: Opened): boolean {
  const { width } = list;
  return cells.length < width || (cells.length > width && cells.slice(namedWidth(list)).some((cell) => cell !== ""));
}
