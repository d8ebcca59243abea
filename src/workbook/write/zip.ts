// Writes a ZIP archive as a stream, part after part, without times: the same pieces give the same bytes.

import zlib from "node:zlib";

/** The most bytes of a part, because sizes have 32 bits. */
export const MOST_PART_BYTES = 0xffffffff;

const LAST: zlib.ZlibOptions = { level: 1 };
const MORE_FOLLOWS: zlib.ZlibOptions = { ...LAST, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const PK = 0x4b50;
const VERSION = 20;
/** The name is UTF-8, sizes and checksum follow the part, it is deflated, and of 1980-01-01 at midnight. */
const COMMON = [VERSION, 0x808, 8, 0, 0x21];

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
    this.#putHeader(PK, 0x0403, ...COMMON, ...sizesOf(part), part.name.length, 0);
    this.#put(part.name);
  }

  /** Packs a piece of the last part. Returns the part's bytes so far. */
  write(text: string, isLast: boolean): number {
    const part = this.#parts.at(-1)!;
    const bytes = Buffer.from(text);
    const packed = this.isPacked ? zlib.deflateRawSync(bytes, isLast ? LAST : MORE_FOLLOWS) : bytes;
    part.crc = zlib.crc32(bytes, part.crc);
    part.bytes += bytes.length;
    part.packedBytes += packed.length;
    this.#put(packed);
    if (isLast) this.#putHeader(PK, 0x0807, ...sizesOf(part));
    return part.bytes;
  }

  add(name: string, text: string): void {
    this.begin(name);
    this.write(text, true);
  }

  end(): void {
    const start = this.#at;
    for (const part of this.isPacked ? this.#parts : []) {
      const { name, at } = part;
      this.#putHeader(PK, 0x0201, VERSION, ...COMMON, ...sizesOf(part), name.length, 0, 0, 0, 0, 0, 0, ...long(at));
      this.#put(name);
    }
    const count = this.#parts.length;
    this.#putHeader(PK, 0x0605, 0, 0, count, count, ...long(this.#at - start), ...long(start), 0);
  }

  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** Writes fields of 16 bits. */
  #putHeader(...fields: readonly number[]): void {
    const bytes = Buffer.alloc(2 * fields.length);
    for (const [i, field] of fields.entries()) bytes.writeUInt16LE(field, 2 * i);
    if (this.isPacked) this.#put(bytes);
  }

  #put(bytes: Uint8Array): void {
    this.#at += bytes.length;
    this.#ready.push(bytes);
  }
}

function sizesOf({ crc, packedBytes, bytes }: Part): number[] {
  return [crc, packedBytes, bytes].flatMap(long);
}

function long(value: number): [low: number, high: number] {
  return [value & 0xffff, value >>> 16];
}
