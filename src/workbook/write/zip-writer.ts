// An archive that is written from its beginning to its end, part after part, as a stream: nothing is gone back to. The
// same parts always give the same bytes: no moment of the run is in it.

import zlib from "node:zlib";

const VERSION = 20;
/** Names are UTF-8. */
const NAMES = 2048;
/** Sizes and checksum stand behind the part. */
const BEHIND = 8;
const STORED = 0;
const DEFLATED = 8;
/** 1980-01-01, the first day that an archive knows. */
const FIRST_DAY = 0x21;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** What 32 bits count. */
export const MOST_PART_BYTES = 0xffffffff;

interface WrittenPart {
  name: string;
  at: number;
  flags: number;
  method: number;
  crc: number;
  packedBytes: number;
  bytes: number;
}

export class ZipWriter {
  #ready: Uint8Array[] = [];
  /** Bytes that went out so far. */
  #at = 0;
  readonly #parts: WrittenPart[] = [];

  /** `isPacked`: false for the names and bytes of the parts alone. */
  constructor(private readonly isPacked: boolean) {}

  /** Adds a small part as it stands. */
  add(name: string, bytes: Uint8Array): void {
    const crc = zlib.crc32(bytes);
    this.#begin({
      name,
      at: this.#at,
      flags: NAMES,
      method: STORED,
      crc,
      packedBytes: bytes.length,
      bytes: bytes.length,
    });
    this.#put(bytes);
  }

  /** Begins a part whose packed bytes follow piece by piece, and then its end. */
  begin(name: string): void {
    this.#begin({ name, at: this.#at, flags: NAMES | BEHIND, method: DEFLATED, crc: 0, packedBytes: 0, bytes: 0 });
  }

  packed(bytes: Uint8Array): void {
    this.#parts.at(-1)!.packedBytes += bytes.length;
    this.#put(bytes);
  }

  /** `bytes`: of the part, unpacked. */
  endPart(crc: number, bytes: number): void {
    const part = this.#parts.at(-1)!;
    part.crc = crc;
    part.bytes = bytes;
    const descriptor = Buffer.alloc(DESCRIPTOR_BYTES);
    descriptor.writeUInt32LE(DESCRIPTOR, 0);
    sizesInto(descriptor, 4, part);
    this.#putHeader(descriptor);
  }

  end(): void {
    const start = this.#at;
    for (const part of this.#parts) this.#putCentral(part);
    const end = Buffer.alloc(END_BYTES);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#parts.length, 8);
    end.writeUInt16LE(this.#parts.length, 10);
    end.writeUInt32LE(this.#at - start, 12);
    end.writeUInt32LE(start, 16);
    this.#putHeader(end);
  }

  /** What is ready to be written. */
  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #begin(part: WrittenPart): void {
    this.#parts.push(part);
    const name = Buffer.from(part.name);
    const header = Buffer.alloc(LOCAL_BYTES);
    header.writeUInt32LE(LOCAL, 0);
    describe(header, 4, part);
    sizesInto(header, 14, part);
    header.writeUInt16LE(name.length, 26);
    this.#putHeader(header);
    this.#put(name);
  }

  #putCentral(part: WrittenPart): void {
    const name = Buffer.from(part.name);
    const header = Buffer.alloc(CENTRAL_BYTES);
    header.writeUInt32LE(CENTRAL, 0);
    header.writeUInt16LE(VERSION, 4);
    describe(header, 6, part);
    sizesInto(header, 16, part);
    header.writeUInt16LE(name.length, 28);
    header.writeUInt32LE(part.at, 42);
    this.#putHeader(header);
    this.#putHeader(name);
  }

  #putHeader(bytes: Uint8Array): void {
    if (this.isPacked) this.#put(bytes);
  }

  #put(bytes: Uint8Array): void {
    this.#at += bytes.length;
    this.#ready.push(bytes);
  }
}

/** What a part's two headers both begin with. */
function describe(header: Buffer, at: number, { flags, method }: WrittenPart): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt16LE(FIRST_DAY, at + 8);
}

function sizesInto(header: Buffer, at: number, { crc, packedBytes, bytes }: WrittenPart): void {
  header.writeUInt32LE(crc, at);
  header.writeUInt32LE(packedBytes, at + 4);
  header.writeUInt32LE(bytes, at + 8);
}
