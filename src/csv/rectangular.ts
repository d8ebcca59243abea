// Makes a record as wide as its list, so that appended cells are under their own headers. Records of that width keep
// their bytes.

import { recordCells } from "./cells.js";
import { composeCell, composedDelimiter, encodeText, type TextEncoding } from "./compose.js";
import { NO_DELIMITER } from "./dialect.js";
import { type Dialect, QUOTE, RecordScanner, type RecordView } from "./scanner.js";

/** The form of a list's records. */
export interface RecordForm {
  dialect: Dialect;
  encoding: TextEncoding;
  /** The count of cells of each record. */
  width: number;
}

/** Returns a record's new bytes; undefined if it already is as wide as its list. */
export function asWideAsList(record: RecordView, { dialect, encoding, width }: RecordForm): Buffer | undefined {
  const { bytes, start, end, cells, malformed } = record;
  if (dialect.delimiter === NO_DELIMITER) return asOneCell(record, dialect);
  if (!malformed && cells === width) return undefined;
  const delimiter = Uint8Array.of(dialect.delimiter);
  if (malformed) return encodeText(recomposed(recordCells(bytes, start, end, dialect), dialect, width), encoding);
  const own = bytes.subarray(start, end);
  if (cells < width) return Buffer.concat([own, ...Array.from({ length: width - cells }, () => delimiter)]);
  return withoutSurplus(record, dialect, width);
}

/** Quotes the only cell of a list without a delimiter if a comma would now split it. */
function asOneCell({ bytes, start, end, malformed, cellQuoted }: RecordView, dialect: Dialect): Buffer | undefined {
  const own = bytes.subarray(start, end);
  const isCell = !own.includes(composedDelimiter(dialect)) || (cellQuoted[0] === 1 && !malformed);
  return isCell && !malformed ? undefined : inQuotes(own);
}

/** Joins surplus cells to the last one, unless they are all empty. */
function withoutSurplus({ bytes, start, end }: RecordView, dialect: Dialect, width: number): Buffer {
  const scanner = new RecordScanner(dialect, [width - 1]);
  scanner.feed(bytes, start, end, true);
  scanner.next();
  const quotes = scanner.cellQuoted[0]!;
  const [from, to] = [scanner.cellStart[0]! - quotes, scanner.cellEnd[0]! + quotes];
  const isEmpty = bytes.subarray(to, end).every((byte) => byte === dialect.delimiter || byte === QUOTE);
  if (isEmpty) return Buffer.from(bytes.subarray(start, to));
  return Buffer.concat([bytes.subarray(start, from), inQuotes(bytes.subarray(from, end))]);
}

function inQuotes(cell: Uint8Array): Buffer {
  return Buffer.from(`"${Buffer.from(cell).toString("latin1").replaceAll('"', '""')}"`, "latin1");
}

/** Composes a record with broken quotes anew. */
function recomposed(cells: readonly string[], dialect: Dialect, width: number): string {
  const delimiter = String.fromCharCode(dialect.delimiter);
  const fitting = [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)];
  while (fitting.length < width) fitting.push("");
  return fitting.map((cell) => composeCell(cell, dialect)).join(delimiter);
}
