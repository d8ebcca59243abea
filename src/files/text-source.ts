// From a file's own bytes to text in UTF-8 (or another superset of ASCII), which is all that the scanner knows:
// gunzip where gzip's first two bytes stand, then UTF-16 to UTF-8. Told by content, or by --encoding; never by name.

import { ExitCode, ScrubError } from "../errors.js";
import type { ByteSource } from "./input.js";
import type { ByteOrder } from "./utf16.js";

/** `utf-16`: one of the two, by its byte order mark. */
export const SAID_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "utf-16", "windows-1252"] as const;
export type SaidEncoding = (typeof SAID_ENCODINGS)[number];

/** What lies between a file's bytes and its text. */
export interface Wrapping {
  gzip: boolean;
  utf16: ByteOrder | undefined;
}

/** How much of the text is looked at for UTF-16 without a byte order mark. */
const SNIFFED_BYTES = 64 * 1024;
/** UTF-16 without a byte order mark: zero bytes in so many of the places where Latin text has them … */
const MANY_ZEROS = 0.5;
/** … and in so few of the others. */
const FEW_ZEROS = 0.05;

const BYTE_ORDER_MARKS = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/** Looks at the first bytes of `raw` and builds the chain. What contradicts the encoding `said` is refused. */
export async function openText(
  raw: ByteSource,
  said: SaidEncoding | undefined,
  file: string,
  exitCode: ExitCode,
): Promise<{ source: ByteSource; wrapping: Wrapping }> {
  const start = await readAhead(raw, 2);
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  const replayed = new ReplayedSource(start, raw);
  const unpacked = gzip ? await gunzip(replayed, file, exitCode) : replayed;
  const head = await readAhead(unpacked, SNIFFED_BYTES);
  const utf16 = byteOrderOf(head, said, file);
  const source = new ReplayedSource(head, unpacked);
  return {
    source: utf16 === undefined ? source : await decode(source, utf16, file, exitCode),
    wrapping: { gzip, utf16 },
  };
}

/** Opens the same chain over the same file once more, from its first byte. */
export async function unwrap(
  raw: ByteSource,
  { gzip, utf16 }: Wrapping,
  file: string,
  exitCode: ExitCode,
): Promise<ByteSource> {
  const unpacked = gzip ? await gunzip(raw, file, exitCode) : raw;
  return utf16 === undefined ? unpacked : decode(unpacked, utf16, file, exitCode);
}

// Loaded for the first such file: most are plain UTF-8, and start-up time counts.

async function gunzip(raw: ByteSource, file: string, exitCode: ExitCode): Promise<ByteSource> {
  const { GunzipSource } = await import("./gzip.js");
  return new GunzipSource(raw, file, exitCode);
}

async function decode(raw: ByteSource, order: ByteOrder, file: string, exitCode: ExitCode): Promise<ByteSource> {
  const { Utf16Source } = await import("./utf16.js");
  return new Utf16Source(raw, order, file, exitCode);
}

function byteOrderOf(head: Uint8Array, said: SaidEncoding | undefined, file: string): ByteOrder | undefined {
  const marked = BYTE_ORDER_MARKS.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.encoding;
  if (said !== undefined && marked !== undefined && said !== marked && !(said === "utf-16" && marked !== "utf-8"))
    throw new ScrubError(ExitCode.usage, "encodingContradicted", [said, marked], { file });
  const encoding = marked ?? (said === "utf-16" ? undefined : said);
  if (encoding !== undefined) return encoding === "utf-16le" ? "le" : encoding === "utf-16be" ? "be" : undefined;
  const order = byteOrderByZeros(head);
  if (said === "utf-16" && order === undefined) throw new ScrubError(ExitCode.usage, "byteOrderUnknown", [], { file });
  return order;
}

/** The high bytes of Latin letters, digits and delimiters are zero. */
function byteOrderByZeros(head: Uint8Array): ByteOrder | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1]!++;
  const units = head.length / 2;
  const [even, odd] = [zeros[0]! / units, zeros[1]! / units];
  if (odd > MANY_ZEROS && even < FEW_ZEROS) return "le";
  if (even > MANY_ZEROS && odd < FEW_ZEROS) return "be";
  return undefined;
}

/** The first `length` bytes, or all where there are fewer. */
export async function readAhead(source: ByteSource, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let to = 0;
  for (let count = -1; count !== 0 && to < length; to += count) count = await source.read(bytes, to, length - to);
  return bytes.subarray(0, to);
}

/** Bytes that were read already, then the rest. */
export class ReplayedSource implements ByteSource {
  constructor(
    private first: Uint8Array,
    private readonly rest: ByteSource,
  ) {}

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    if (this.first.length === 0) return this.rest.read(into, offset, length);
    const taken = this.first.subarray(0, length);
    this.first = this.first.subarray(taken.length);
    into.set(taken, offset);
    return taken.length;
  }
}
