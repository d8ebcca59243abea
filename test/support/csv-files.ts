// CSV files of every dialect, for the laws: what a test knows of a file before the program has read it.

import fc from "fast-check";

export interface Dialect {
  delimiter: string;
  lineEnd: string;
  bom: boolean;
  /** Every cell stands in quotes, not only those that need them. */
  quoteAll: boolean;
  /** The last record has a line end too. */
  lastLineEnd: boolean;
}

export const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\n", "\r\n", "\r\n", "\r"),
  bom: fc.boolean(),
  quoteAll: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

export function encodeCell(cell: string, { delimiter, quoteAll }: Dialect): string {
  const needsQuotes = quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function encodeRecord(cells: readonly string[], dialect: Dialect): string {
  return cells.map((cell) => encodeCell(cell, dialect)).join(dialect.delimiter);
}

/** The file's text from its encoded records, the header among them. */
export function encodeFile(records: readonly string[], { lineEnd, bom, lastLineEnd }: Dialect): string {
  return (bom ? "\ufeff" : "") + records.join(lineEnd) + (lastLineEnd ? lineEnd : "");
}

/** Cells beside the phone's: no digit, so that a number found in a file is one of the test's own. */
export const names: fc.Arbitrary<string> = fc.constantFrom(
  "Ana",
  "María Pérez",
  "",
  'Juan "Chepe" Núñez',
  "Pérez, Ana; y hermanos | S.A.",
  "dos\nlíneas",
  "  ",
  "O'Neil",
  "日本",
);
