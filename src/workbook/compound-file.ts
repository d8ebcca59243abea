// What Excel wrote until 2003, and what it puts around a workbook with a password: told apart by what is in it.

import type { ScrubError } from "../errors.js";
import type { PositionedFile } from "../files/positioned.js";
import { otherWorkbook } from "./book.js";
import type { BookTerms } from "./fault.js";

const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
/** How much is read of its directory, which begins with what stands at the top. */
const DIRECTORY_BYTES = 16 * 1024;

/** The sentence of a compound file: with a password, or of an old program. */
export function refusedCompound(file: PositionedFile, terms: Omit<BookTerms, "maxBytes">): ScrubError {
  const header = Buffer.alloc(512);
  file.readAt(header, 0, header.length, 0);
  const sectorBytes = 1 << (header.readUInt16LE(SECTOR_SHIFT_AT) & 0xf);
  const directory = Buffer.alloc(DIRECTORY_BYTES);
  file.readAt(directory, 0, directory.length, (header.readUInt32LE(DIRECTORY_AT) + 1) * sectorBytes);
  const names = directory.toString("utf16le");
  if (names.includes("EncryptedPackage")) return otherWorkbook(terms, "encrypted");
  return otherWorkbook(terms, /\b(?:Workbook|Book)\b/.test(names) ? "xls" : "document");
}
