// Writes a ZIP archive as a stream, part after part. The same pieces always give the same bytes: it holds no time.

import zlib from "node:zlib";

/** What 32 bits count. */
export const MOST_PART_BYTES = 0xffffffff;

const LAST: zlib.ZlibOptions = { level: 1 };
const MORE_FOLLOWS: zlib.ZlibOptions = { ...LAST, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const VERSION = 20;
/** Names are UTF-8; sizes and checksum stand behind the part. */
const FLAGS = 0x808;
const DEFLATED = 8;
/** 1980-01-01 */
const FIRST_DAY = 0x21 << 16;

interface Part {
  name: Buffer;
  at: number;
  crc: number;
  packedBytes: number;
  bytes: number;
}

export class ZipWriter {
  #ready: Uint8Array[] = [];
  #at = 0;
  readonly #parts: Part[] = [];

  /** `isPacked`: false for names and bytes of the parts alone. */
  constructor(private readonly isPacked: boolean) {}

  begin(name: string): void {
    const part = { name: Buffer.from(name), at: this.#at, crc: 0, packedBytes: 0, bytes: 0 };
    this.#parts.push(part);
    this.#putHeader(fields("PK\x03\x04", 2, VERSION, FLAGS, DEFLATED), fields("", 4, FIRST_DAY, 0, 0, 0));
    this.#putHeader(fields("", 2, part.name.length, 0));
    this.#put(part.name);
  }

  /** Packs a piece of the part that was begun last; returns its bytes so far. */
  write(text: string, isLast: boolean): number {
    const part = this.#parts.at(-1)!;
    const bytes = Buffer.from(text);
    part.crc = zlib.crc32(bytes, part.crc);
    part.bytes += bytes.length;
    const before = this.#at;
    this.#put(this.isPacked ? zlib.deflateRawSync(bytes, isLast ? LAST : MORE_FOLLOWS) : bytes);
    part.packedBytes += this.#at - before;
    if (isLast) this.#putHeader(fields("PK\x07\x08", 4, part.crc, part.packedBytes, part.bytes));
    return part.bytes;
  }

  add(name: string, text: string): void {
    this.begin(name);
    this.write(text, true);
  }

  end(): void {
    const start = this.#at;
    for (const { name, at, crc, packedBytes, bytes } of this.#parts) {
      const sizes = fields("", 4, FIRST_DAY, crc, packedBytes, bytes);
      this.#putHeader(fields("PK\x01\x02", 2, VERSION, VERSION, FLAGS, DEFLATED), sizes);
      this.#putHeader(fields("", 2, name.length, 0, 0, 0, 0), fields("", 4, 0, at), name);
    }
    const count = this.#parts.length;
    this.#putHeader(
      fields("PK\x05\x06", 2, 0, 0, count, count),
      fields("", 4, this.#at - start, start),
      fields("", 2, 0),
    );
  }

  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #putHeader(...fields: readonly Uint8Array[]): void {
    if (this.isPacked) for (const bytes of fields) this.#put(bytes);
  }

  #put(bytes: Uint8Array): void {
    this.#at += bytes.length;
    this.#ready.push(bytes);
  }
}

/** Fields of a header: a signature, and values of `size` bytes each. */
function fields(signature: string, size: number, ...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(signature.length + values.length * size);
  bytes.write(signature, "latin1");
  for (const [i, value] of values.entries()) bytes.writeUIntLE(value, signature.length + i * size, size);
  return bytes;
}
