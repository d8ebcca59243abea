// A workbook in memory, read as the program reads one in a file.

import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { sampleRecords } from "../../src/csv/cells.js";
import type { Dialect } from "../../src/csv/scanner.js";
import { ExitCode, ScrubError } from "../../src/errors.js";
import { ChunkSource } from "../../src/files/source.js";
import { type BookFile, bytesOfPart } from "../../src/workbook/archive.js";
import { openWorkbook, type Workbook } from "../../src/workbook/book.js";
import { chooseSheet } from "../../src/workbook/choose.js";
import { DEFAULT_MAX_SIZE } from "../../src/workbook/faults.js";
import { layoutOf, type SheetReading, SheetRows } from "../../src/workbook/sheet.js";

export interface Reading {
  sheet?: string;
  unseen?: SheetReading["unseen"];
  maxBytes?: number;
  /** Bytes that are asked for at a time. */
  chunk?: number;
}

export function inMemory(bytes: Buffer): BookFile {
  return {
    length: bytes.length,
    readAt: (into, offset, length, position) => bytes.copy(into, offset, position, position + length),
  };
}

export function open(bytes: Buffer, maxBytes = DEFAULT_MAX_SIZE): Promise<Workbook> {
  return openWorkbook(inMemory(bytes), { file: "book.xlsx", exitCode: ExitCode.phoneList, maxBytes });
}

/** A part as text. */
export async function partText({ archive }: Workbook, part: string): Promise<string> {
  return (await buffer(bytesOfPart(archive, part))).toString();
}

/** The CSV of the sheet that is meant, without its byte order mark, and what was found in it; undefined: it is empty. */
export async function read(bytes: Buffer, { sheet, unseen = "refused", maxBytes, chunk = 4096 }: Reading = {}) {
  const book = await open(bytes, maxBytes);
  const chosen = await chooseSheet(book, sheet, unseen === "counted");
  const layout = await layoutOf(book, chosen, { unseen });
  if (layout === undefined) return undefined;
  const rows = new SheetRows(book, chosen, { unseen, layout });
  const source = new ChunkSource(rows.bytes());
  const chunks: Buffer[] = [];
  for (;;) {
    const part = Buffer.alloc(chunk);
    const count = await source.read(part, 0, part.length);
    if (count === 0) break;
    chunks.push(part.subarray(0, count));
  }
  const text = Buffer.concat(chunks).toString();
  return {
    csv: text.replace(/^\ufeff/, ""),
    hasMark: text.startsWith("\ufeff"),
    facts: rows.facts,
    layout,
  };
}

/** The lines of the CSV. */
export async function linesOf(bytes: Buffer, reading: Reading = {}): Promise<string[]> {
  const found = await read(bytes, reading);
  return (found?.csv ?? "").split("\r\n").slice(0, -1);
}

/** How it is refused: the sentence, its first value, and the row. */
export async function refusal(bytes: Buffer, reading: Reading = {}) {
  try {
    await read(bytes, reading);
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    const { sentence, values, place } = error;
    return { sentence, value: values[0], row: place.line };
  }
  throw new Error("not refused");
}

/** The rows as read-excel-file gives them, as text. */
export async function theirs(bytes: Buffer): Promise<string[][]> {
  const [sheet] = await readExcelFile(bytes, { trim: false });
  return trimmed((sheet?.data ?? []).map((row) => row.map(textOf)));
}

/** What a value of the library is as text; dates by the second, for it cuts where we round. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  return String(value);
}

export function trimmed(rows: readonly string[][]): string[][] {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

/** A day without a time, as the library gives it. */
export const withTimes = (rows: readonly string[][]) =>
  rows.map((row) => row.map((cell) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? `${cell}T00:00:00` : cell)));

/** The rows of a workbook as we read it: blank rows, and what is empty at a row's end, aside. */
export async function ours(bytes: Buffer): Promise<string[][]> {
  const found = await read(bytes, { unseen: "counted" });
  if (found === undefined) return [];
  const rows = parse(found.csv, { relax_column_count: true, record_delimiter: "\r\n" });
  const left = Array<string>(found.layout.firstColumn - 1).fill("");
  return trimmed(rows.map((row: string[]) => [...left, ...row]));
}

/** The rows of a CSV that svscrub wrote, by its own scanner, as `ours` gives those of a workbook. */
export function rowsOfCsv(bytes: Buffer, dialect: Dialect): string[][] {
  const start = /^(?:\xef\xbb\xbf)?(?:sep=[^\r\n]*(?:\r\n|\r|\n))?/i.exec(bytes.toString("latin1"))![0].length;
  const records = sampleRecords(bytes, true, dialect, start, Number.POSITIVE_INFINITY);
  return trimmed(records.map(({ cells }) => cells));
}
