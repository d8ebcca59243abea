// Lists the sheets of a workbook, to read all of them.

import { createHash } from "node:crypto";
import type { ExitCode } from "../errors.js";
import { openInput, type RegularInput } from "../files/input.js";
import { bytesOfPart } from "../workbook/archive.js";
import { openWorkbook, shownSheet, type Workbook } from "../workbook/book.js";
import { filledSheets } from "../workbook/choose.js";
import { isWorkbook } from "./source.js";

/** Returns the sheets with values, in order; undefined if the file is no workbook, or a stream. */
export function filledSheetsOf(path: string, exitCode: ExitCode, maxBytes: number) {
  return withWorkbook(path, exitCode, maxBytes, async (book) => {
    const sheets = await filledSheets(book);
    return sheets.map((sheet) => ({ ...sheet, name: shownSheet(sheet) }));
  });
}

/** Returns the SHA-256 of a workbook's unpacked parts; undefined if it is none. */
export function contentOfWorkbook(path: string, exitCode: ExitCode): Promise<string | undefined> {
  return withWorkbook(path, exitCode, Number.MAX_SAFE_INTEGER, async ({ archive }) => {
    const hash = createHash("sha256");
    for (const [name, { fileNameRaw }] of archive.entries) {
      hash.update(fileNameRaw);
      for await (const bytes of bytesOfPart(archive, name)) hash.update(bytes);
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
  if (!(await isWorkbook(path, exitCode))) return undefined;
  const file = openInput(path, exitCode);
  try {
    return await use(await openWorkbook(file as RegularInput, { file: path, exitCode, maxBytes }));
  } finally {
    file.close();
  }
}
