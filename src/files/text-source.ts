// Turns a file's bytes into UTF-8 (or another superset of ASCII) for the scanner: gunzip, then UTF-16 to UTF-8.
// Detected from the content or given by --encoding, never from the name.

import { ExitCode, ScrubError } from "../errors.js";
import { ChunkSource, type PeekedSource } from "./source.js";
import type { ByteOrder } from "./utf16.js";

/** `utf-16`: either byte order, by the byte order mark. */
export const TYPED_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "utf-16", "windows-1252"] as const;
export type TypedEncoding = (typeof TYPED_ENCODINGS)[number];

/** How a file's text is packed and encoded. */
export interface Wrapping {
  gzip: boolean;
  utf16: ByteOrder | undefined;
}

/** The first bytes, by which UTF-16 without a byte order mark is detected. */
const SNIFFED_BYTES = 64 * 1024;
/** In UTF-16 without a byte order mark, the least share of zeros among the high bytes. */
const MANY_ZEROS = 0.5;
/** The greatest share among the low bytes. */
const FEW_ZEROS = 0.05;

const BYTE_ORDER_MARKS = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/** Detects the encoding from the first bytes of `raw` and opens its text. Bytes that contradict `typed` are refused. */
export async function openText(
  raw: PeekedSource,
  typed: TypedEncoding | undefined,
  file: string,
  exitCode: ExitCode,
): Promise<{ source: PeekedSource; wrapping: Wrapping }> {
  const [first, second] = await raw.peek(2);
  const gzip = first === 0x1f && second === 0x8b;
  const unpacked = await unwrap(raw, { gzip, utf16: undefined }, file, exitCode);
  const utf16 = byteOrderOf(await unpacked.peek(SNIFFED_BYTES), typed, file);
  const source = await unwrap(unpacked, { gzip: false, utf16 }, file, exitCode);
  return { source, wrapping: { gzip, utf16 } };
}

/** Opens the text of a file whose encoding is known, from its first byte. */
export async function unwrap(
  raw: PeekedSource,
  { gzip, utf16 }: Wrapping,
  file: string,
  exitCode: ExitCode,
): Promise<PeekedSource> {
  let source = raw;
  // Loaded when needed: most files are plain UTF-8, and start-up time counts.
  if (gzip) source = new ChunkSource((await import("./gzip.js")).gunzipped(source, file, exitCode));
  if (utf16) source = new ChunkSource((await import("./utf16.js")).decoded(source, utf16, file, exitCode));
  return source;
}

function byteOrderOf(head: Uint8Array, typed: TypedEncoding | undefined, file: string): ByteOrder | undefined {
  const marked = BYTE_ORDER_MARKS.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.encoding;
  if (typed !== undefined && marked !== undefined && typed !== marked && !(typed === "utf-16" && marked !== "utf-8"))
    throw new ScrubError(ExitCode.usage, "encodingContradicted", [typed, marked], { file });
  const encoding = marked ?? (typed === "utf-16" ? undefined : typed);
  if (encoding !== undefined) return encoding === "utf-16le" ? "le" : encoding === "utf-16be" ? "be" : undefined;
  const order = byteOrderByZeros(head);
  if (typed === "utf-16" && order === undefined) throw new ScrubError(ExitCode.usage, "byteOrderUnknown", [], { file });
  return order;
}

/** Detects the byte order: the high bytes of Latin letters, digits and delimiters are zero. */
function byteOrderByZeros(head: Uint8Array): ByteOrder | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1]!++;
  const units = head.length / 2;
  const [even, odd] = [zeros[0]! / units, zeros[1]! / units];
  if (odd > MANY_ZEROS && even < FEW_ZEROS) return "le";
  if (even > MANY_ZEROS && odd < FEW_ZEROS) return "be";
  return undefined;
}
