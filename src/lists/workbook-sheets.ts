// The sheets of a workbook before one of them is opened as a list: for whoever takes all of them, and to show them.

import type { ExitCode } from "../errors.js";
import { openInput, RegularInput } from "../files/input.js";
import { positionedFile } from "../files/positioned.js";
import { SIGNATURE_BYTES, signatureOf } from "../workbook/signature.js";

/** The sheets with values of a file, in order; undefined where it is no workbook, or a stream. */
export async function filledSheetsOf(path: string, exitCode: ExitCode, maxBytes: number) {
  const file = openInput(path, exitCode);
  try {
    if (!(file instanceof RegularInput) || !file.regular) return undefined;
    const positioned = positionedFile(file.handOver(), path, exitCode);
    const start = new Uint8Array(SIGNATURE_BYTES);
    positioned.readAt(start, 0, start.length, 0);
    if (signatureOf(start) !== "zip") return undefined;
    const [{ openWorkbook, stringsOf, shownSheet }, { filledSheets }] = await Promise.all([
      import("../workbook/book.js"),
      import("../workbook/choose.js"),
    ]);
    const book = await openWorkbook(positioned, { file: path, exitCode, maxBytes });
    const sheets = await filledSheets(book, stringsOf(book));
    return sheets.map((sheet) => ({ position: sheet.position, name: shownSheet(sheet) }));
  } finally {
    file.close();
  }
}
