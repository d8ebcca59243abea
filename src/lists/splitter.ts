// Finds the delimiter that would split the columns of a list read with another, for the hint of its refusal.

import { sampleRecords } from "../csv/cells.js";
import { describeDelimiter } from "../csv/dialect.js";
import type { Dialect } from "../csv/scanner.js";
import { losesWords } from "../phone/labels.js";
import { isHeader, PhoneColumns } from "./phone-columns.js";

const TRIED = 200;

/**
 * Returns the delimiter that makes a list a table, as people write it; undefined if none does. `body`: its first bytes
 * from where records begin; `dialect`: as it was read.
 */
export function splitterOf(body: Uint8Array, whole: boolean, dialect: Dialect): string | undefined {
  const tables = delimitersIn(body)
    .filter((delimiter) => delimiter !== dialect.delimiter)
    .map((delimiter) => ({
      delimiter,
      width: tableWidth(sampleRecords(body, whole, { ...dialect, delimiter }, 0, TRIED).map(({ cells }) => cells)),
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
