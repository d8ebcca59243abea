// The sheets of a workbook before one of them is opened as a list: for whoever takes all of them, and to show them.

import { createHash } from "node:crypto";
import type { ExitCode } from "../errors.js";
import { openInput, type RegularInput } from "../files/input.js";
import { positionedFile } from "../files/positioned.js";
import { openWorkbook, shownSheet, stringsOf, type Workbook } from "../workbook/book.js";
import { filledSheets } from "../workbook/choose.js";
import { EntryReader } from "../workbook/entry-reader.js";
import { type SurveyedSheet, surveySheets } from "../workbook/survey.js";
import { isWorkbook } from "./source.js";

/** A sheet as it is shown: its name, or its position where the name can't be shown. */
export type ShownSheet = SurveyedSheet;

/** The sheets with values of a file, in order; undefined where it is no workbook, or a stream. */
export function filledSheetsOf(path: string, exitCode: ExitCode, maxBytes: number) {
  return withWorkbook(path, exitCode, maxBytes, async (book) => {
    const sheets = await filledSheets(book, stringsOf(book));
    return sheets.map((sheet) => ({ ...sheet, name: shownSheet(sheet) }));
  });
}

/** Returns all sheets of a file with what stands in them; undefined where it is no workbook, or a stream. */
export function surveyOf(path: string, exitCode: ExitCode, maxBytes: number): Promise<ShownSheet[] | undefined> {
  return withWorkbook(path, exitCode, maxBytes, async (book) => {
    const sheets = await surveySheets(book);
    return sheets.map((sheet) => ({ ...sheet, name: shownSheet(sheet) }));
  });
}

/** SHA-256 of a workbook's parts, as `WorkbookPacker` writes them where it does not pack; undefined where it is none. */
export function contentOfWorkbook(path: string, exitCode: ExitCode): Promise<string | undefined> {
  return withWorkbook(path, exitCode, Number.MAX_SAFE_INTEGER, async ({ archive }) => {
    const hash = createHash("sha256");
    for (const entry of archive.entries.values()) {
      hash.update(entry.rawName);
      const reader = new EntryReader(archive, entry);
      for (let bytes = await reader.next(); bytes !== undefined; bytes = await reader.next()) hash.update(bytes);
    }
    return hash.digest("hex");
  });
}

async function withWorkbook<T>(
  path: string,
  exitCode: ExitCode,
  maxBytes: number,
  use: (book: Workbook) => Promise<T>,
): Promise<T | undefined> {
  if (!isWorkbook(path, exitCode)) return undefined;
  const file = openInput(path, exitCode);
  try {
    const positioned = positionedFile((file as RegularInput).handOver(), path, exitCode);
    return await use(await openWorkbook(positioned, { file: path, exitCode, maxBytes }));
  } finally {
    file.close();
  }
}
