// What a file is by its first bytes, where it is a workbook of any kind.

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
