// Records that svscrub writes itself: a cell's bytes and a line end, in a list's own dialect.

import { type Dialect, NO_DELIMITER } from "./dialect.js";

/** The delimiter byte between cells that are appended: a comma where the list itself has none. */
export function composedDelimiter(dialect: Dialect): number {
  return dialect.delimiter === NO_DELIMITER ? 0x2c : dialect.delimiter;
}

/** A cell as csv-stringify writes it: in quotes only where the delimiter, a quote, a CR or an LF is in it. UTF-8. */
export function encodeCell(text: string, dialect: Dialect): Buffer {
  const delimiter = String.fromCharCode(composedDelimiter(dialect));
  const quote = text.includes(delimiter) || /["\r\n]/.test(text);
  return Buffer.from(quote ? `"${text.replaceAll('"', '""')}"` : text);
}

/** The bytes that end a record. */
export function lineEnd(dialect: Dialect): Buffer {
  return Buffer.from({ lf: "\n", crlf: "\r\n", cr: "\r" }[dialect.recordEnd]);
}
