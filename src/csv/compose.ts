// Composes cells and records in a list's dialect. Makes other people's text harmless for those who open the file.

import { NO_DELIMITER } from "./dialect.js";
import type { Dialect } from "./scanner.js";
import { encodeWindows1252 } from "./windows-1252.js";

/** Returns the delimiter byte before appended cells: a comma if the list has none. */
export function composedDelimiter(dialect: Dialect): number {
  return dialect.delimiter === NO_DELIMITER ? 0x2c : dialect.delimiter;
}

export type TextEncoding = "utf-8" | "windows-1252";

/** Composes a cell, in quotes only if it holds the delimiter, a quote, a CR or an LF. */
export function composeCell(text: string, dialect: Dialect): string {
  return quotedIfNeeded(text, String.fromCharCode(composedDelimiter(dialect)));
}

/** Composes cells to append to a record. */
export function composeBehind(cells: readonly string[], dialect: Dialect): string {
  const delimiter = String.fromCharCode(composedDelimiter(dialect));
  return cells.map((cell) => delimiter + composeCell(cell, dialect)).join("");
}

export function encodeText(text: string, encoding: TextEncoding): Buffer {
  return encoding === "utf-8" ? Buffer.from(text) : encodeWindows1252(text);
}

/** Composes records with commas and line feeds, for files of our own. */
export function composeRecords(records: readonly (readonly string[])[]): string {
  return records.map((cells) => `${cells.map((cell) => quotedIfNeeded(cell, ",")).join(",")}\n`).join("");
}

function quotedIfNeeded(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function lineEnd(dialect: Dialect): Buffer {
  return Buffer.from({ lf: "\n", crlf: "\r\n", cr: "\r" }[dialect.recordEnd]);
}

/** Returns text on one line, without marks that reverse how the rest is shown. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

/** Puts an apostrophe before a formula, also after a character that some spreadsheets take for a delimiter. */
export function withoutFormula(text: string): string {
  if (!/[=+\-@＝＋－＠]/.test(text)) return text;
  return text.replace(/(^|[,;|])(\s*)(?=[=+\-@＝＋－＠])/g, "$1$2'");
}
