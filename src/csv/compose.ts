// Records that svscrub writes itself: a cell's bytes and a line end, in a list's own dialect; and text that somebody else wrote,
// made harmless to whoever opens the file.

import { NO_DELIMITER } from "./dialect.js";
import type { Dialect } from "./scanner.js";
import { encodeWindows1252 } from "./windows-1252.js";

/** The delimiter byte between cells that are appended: a comma where the list itself has none. */
export function composedDelimiter(dialect: Dialect): number {
  return dialect.delimiter === NO_DELIMITER ? 0x2c : dialect.delimiter;
}

/** Text as a list's bytes. */
export type TextEncoding = "utf-8" | "windows-1252";

/** A cell as csv-stringify writes it: in quotes only where the delimiter, a quote, a CR or an LF is in it. */
export function composeCell(text: string, dialect: Dialect): string {
  return besideDelimiter(text, String.fromCharCode(composedDelimiter(dialect)));
}

/** Cells behind those of a record. */
export function composeBehind(cells: readonly string[], dialect: Dialect): string {
  const delimiter = String.fromCharCode(composedDelimiter(dialect));
  return cells.map((cell) => delimiter + composeCell(cell, dialect)).join("");
}

export function encodeText(text: string, encoding: TextEncoding): Buffer {
  return encoding === "utf-8" ? Buffer.from(text) : encodeWindows1252(text);
}

export function encodeCell(text: string, dialect: Dialect, encoding: TextEncoding): Buffer {
  return encodeText(composeCell(text, dialect), encoding);
}

/** Records of a file of our own, with commas and line feeds. */
export function composeRecords(records: readonly (readonly string[])[]): string {
  let text = "";
  for (const cells of records) {
    for (let i = 0; i < cells.length; i++) text += (i === 0 ? "" : ",") + besideDelimiter(cells[i]!, ",");
    text += "\n";
  }
  return text;
}

/** Records as bytes, a few at a time: a long text outlives what it was made of. */
export function* packed(records: Iterable<string>): Generator<Buffer> {
  let text = "";
  let count = 0;
  for (const record of records) {
    text += record;
    if (++count % AT_A_TIME > 0) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}

const AT_A_TIME = 256;

function besideDelimiter(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The bytes that end a record. */
export function lineEnd(dialect: Dialect): Buffer {
  return Buffer.from({ lf: "\n", crlf: "\r\n", cr: "\r" }[dialect.recordEnd]);
}

/** Text on one line, without the marks that turn around how the rest of it is shown. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

/**
 * Text that no spreadsheet calculates: an apostrophe stands before what would begin a formula. So it does behind a delimiter, for
 * spreadsheets of other countries part the record there.
 */
export function withoutFormula(text: string): string {
  return text.replace(/(^|[,;|])(\s*)(?=[=+\-@＝＋－＠])/g, "$1$2'");
}
