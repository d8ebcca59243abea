// What would part the columns of a list that was read as something else, for the hint of its refusal.

import { type SampleRecord, sampleRecords } from "../csv/cells.js";
import { describeDelimiter, NO_DELIMITER } from "../csv/dialect.js";
import type { Dialect } from "../csv/scanner.js";
import { holdsMoreThanNumbers } from "./beyond-numbers.js";
import { isHeader, PhoneColumns } from "./phone-columns.js";

/**
 * A delimiter with which the list is a table, and the line of its header where a box is drawn around it; or how it is
 * written: whole lines in quotes, tags of a web page, columns of a fixed width; `nothing`, where nobody can tell.
 */
export type Splitter =
  | { delimiter: string; headerLine: number | undefined }
  | "quoted-lines"
  | "markup"
  | "fixed-width"
  | "nothing";

/** Records that are tried. */
const TRIED = 200;
const MARKUP = /<\/?(?:table|tr|td|th|html|row|item)\b/i;
/** Two columns or more, with the spaces between them that fill them up. */
const FIXED_WIDTH = /\S {2,}\S/;

/** `body`: its first bytes, from where the records begin; `dialect`: as it was read. */
export function splitterOf(body: Uint8Array, whole: boolean, dialect: Dialect): Splitter {
  const recordsBy = (delimiter: number) => sampleRecords(body, whole, { ...dialect, delimiter }, 0, TRIED);
  const tables = delimitersIn(body)
    .filter((delimiter) => delimiter !== dialect.delimiter)
    .flatMap((delimiter) => {
      const first = tableIn(recordsBy(delimiter));
      return first === undefined ? [] : [{ delimiter, first }];
    });
  const best = tables.sort((one, other) => other.first.cells.length - one.first.cells.length)[0];
  if (best !== undefined) {
    const { delimiter, first } = best;
    return { delimiter: describeDelimiter(delimiter), headerLine: first.line > 1 ? first.line : undefined };
  }
  const lines = recordsBy(NO_DELIMITER).map(({ cells }) => cells[0]!);
  const most = (isSo: (line: string) => boolean) => lines.filter(isSo).length * 2 > lines.length;
  if (lines.some((line) => MARKUP.test(line))) return "markup";
  if (isOfQuotedLines(body) && most((line) => /[,;|\t]/.test(line))) return "quoted-lines";
  return most((line) => FIXED_WIDTH.test(line)) ? "fixed-width" : "nothing";
}

/** What may be said with --delimiter, of the bytes that occur. */
function delimitersIn(body: Uint8Array): number[] {
  const bytes = [...new Set(body)].filter((byte) => byte < 0x7f && byte !== 0x0a && byte !== 0x0d);
  return bytes.filter((byte) => !/[\w "'+().-]/.test(String.fromCharCode(byte)));
}

/** Returns the first record that is no line of a box, if these records are a table with phones; undefined else. */
function tableIn(all: readonly SampleRecord[]): SampleRecord | undefined {
  const records = all.filter(({ cells }) => cells.length > 1 || /[\p{L}\p{N}]/u.test(cells[0]!));
  const [first, ...rest] = records;
  if (first === undefined || first.malformed || first.cells.length < 2) return undefined;
  const fits = (record: SampleRecord) => !record.malformed && record.cells.length === first.cells.length;
  const header = isHeader(first.cells) ? first.cells : undefined;
  const body = header === undefined ? records : rest;
  const rows = body.filter(fits).map(({ cells }) => cells);
  if (rows.length * 2 <= body.length) return undefined;
  const { columns } = new PhoneColumns(header, rows, "phone-list");
  const isCut = (column: number) => {
    const filled = rows.map((row) => row[column]!).filter((cell) => cell.trim() !== "");
    return filled.filter(holdsMoreThanNumbers).length * 2 > filled.length;
  };
  return columns.length === 0 || columns.some(isCut) ? undefined : first;
}

function isOfQuotedLines(body: Uint8Array): boolean {
  return /^(?:"(?:[^"\r\n]|"")*"\r?\n){2}/.test(Buffer.from(body.subarray(0, 4096)).toString("latin1"));
}
