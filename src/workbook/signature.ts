// What a file is by its first bytes, where it is a workbook of any kind.

import type { PositionedFile } from "../files/positioned.js";
import { otherWorkbook } from "./book.js";
import type { BookTerms } from "./fault.js";

/** Bytes that tell. */
export const SIGNATURE_BYTES = 8;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** A ZIP without any part. */
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** `compound`: what Excel wrote until 2003, and what it puts around a workbook with a password. */
export type Signature = "zip" | "compound" | undefined;

export function signatureOf(start: Uint8Array): Signature {
  const begins = (bytes: readonly number[]) => bytes.every((byte, i) => start[i] === byte);
  if (begins(ZIP) || begins(EMPTY_ZIP)) return "zip";
  return begins(COMPOUND) ? "compound" : undefined;
}

const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
/** Of its directory, which begins with what stands at the top. */
const DIRECTORY_BYTES = 16 * 1024;

/** The sentence of a compound file: with a password, or of an old program. */
export function refusedCompound(file: PositionedFile, terms: BookTerms) {
  const header = Buffer.alloc(512);
  file.readAt(header, 0, header.length, 0);
  const sectorBytes = 1 << (header.readUInt16LE(SECTOR_SHIFT_AT) & 0xf);
  const directory = Buffer.alloc(DIRECTORY_BYTES);
  file.readAt(directory, 0, directory.length, (header.readUInt32LE(DIRECTORY_AT) + 1) * sectorBytes);
  const names = directory.toString("utf16le");
  if (names.includes("EncryptedPackage")) return otherWorkbook(terms, "encrypted");
  return otherWorkbook(terms, /\b(?:Workbook|Book)\b/.test(names) ? "xls" : "document");
}
