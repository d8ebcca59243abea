// A workbook in memory, read as the program reads one in a file.

import { ExitCode, ScrubError } from "../../src/errors.js";
import type { PositionedFile } from "../../src/files/positioned.js";
import { openWorkbook, stringsOf, type Workbook } from "../../src/workbook/book.js";
import { chooseSheet } from "../../src/workbook/choose.js";
import type { SheetFacts, Unseen } from "../../src/workbook/facts.js";
import { DEFAULT_MAX_SIZE } from "../../src/workbook/limits.js";
import { layoutOf, SheetSource } from "../../src/workbook/sheet-source.js";

export interface Reading {
  sheet?: string;
  unseen?: Unseen;
  maxBytes?: number;
  /** Bytes that are asked for at a time. */
  chunk?: number;
}

export function inMemory(bytes: Buffer): PositionedFile {
  return {
    size: bytes.length,
    readAt: (into, offset, length, position) => bytes.copy(into, offset, position, position + length),
  };
}

export function open(bytes: Buffer, maxBytes = DEFAULT_MAX_SIZE): Promise<Workbook> {
  return openWorkbook(inMemory(bytes), { file: "book.xlsx", exitCode: ExitCode.phoneList, maxBytes });
}

/** The CSV of the sheet that is meant, without its byte order mark, and what was found in it; undefined: it is empty. */
export async function read(bytes: Buffer, { sheet, unseen = "refused", maxBytes, chunk = 4096 }: Reading = {}) {
  const book = await open(bytes, maxBytes);
  const strings = stringsOf(book);
  const chosen = await chooseSheet(book, strings, sheet, unseen === "counted");
  const layout = await layoutOf(book, chosen.sheet, strings, unseen);
  if (layout === undefined) return undefined;
  const source = new SheetSource(book, chosen.sheet, layout, unseen, strings);
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
    facts: source.facts as SheetFacts,
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
