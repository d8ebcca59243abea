// An archive that is written from its beginning to its end, part after part, as a stream: nothing is gone back to. The
// same parts always give the same bytes: no moment of the run is in it.

import zlib from "node:zlib";

/** The lowest level that finds repeated tags at once: the next one takes longer and saves a fortieth. */
const LEVEL = 2;
const CHUNK_BYTES = 128 * 1024;
const VERSION = 20;
/** Sizes and checksum stand behind the part (8), and names are UTF-8 (2048). */
const FLAGS = 8 | 2048;
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
  crc: number;
  packedBytes: number;
  bytes: number;
}

/** Where the bytes of parts go. */
export interface PartWriter {
  begin(name: string): void;
  /** `bytes` must stay as they are until it is done. */
  write(bytes: Uint8Array): Promise<void>;
  endPart(): Promise<void>;
  end(): void;
  /** What is ready to be written. */
  take(): readonly Uint8Array[];
}

export class ZipWriter implements PartWriter {
  #ready: Uint8Array[] = [];
  /** Bytes that went out so far. */
  #at = 0;
  readonly #parts: WrittenPart[] = [];
  #part: WrittenPart = { name: "", at: 0, crc: 0, packedBytes: 0, bytes: 0 };
  #deflate: zlib.DeflateRaw | undefined;

  begin(name: string): void {
    this.#part = { name, at: this.#at, crc: 0, packedBytes: 0, bytes: 0 };
    const rawName = Buffer.from(name);
    const header = Buffer.alloc(LOCAL_BYTES);
    header.writeUInt32LE(LOCAL, 0);
    this.#describe(header, 4);
    header.writeUInt16LE(rawName.length, 26);
    this.#put(header);
    this.#put(rawName);
    this.#deflate = zlib.createDeflateRaw({ level: LEVEL, chunkSize: CHUNK_BYTES });
    this.#deflate.on("data", (chunk: Buffer) => {
      this.#part.packedBytes += chunk.length;
      this.#put(chunk);
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    const part = this.#part;
    part.bytes += bytes.length;
    part.crc = zlib.crc32(bytes, part.crc);
    await new Promise<void>((resolve, reject) =>
      this.#deflate?.write(bytes, (error) => (error ? reject(error) : resolve())),
    );
  }

  async endPart(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#deflate?.on("end", resolve).on("error", reject);
      this.#deflate?.end();
    });
    const part = this.#part;
    const descriptor = Buffer.alloc(DESCRIPTOR_BYTES);
    descriptor.writeUInt32LE(DESCRIPTOR, 0);
    sizesInto(descriptor, 4, part);
    this.#put(descriptor);
    this.#parts.push(part);
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
    this.#put(end);
  }

  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #putCentral(part: WrittenPart): void {
    const rawName = Buffer.from(part.name);
    const header = Buffer.alloc(CENTRAL_BYTES);
    header.writeUInt32LE(CENTRAL, 0);
    header.writeUInt16LE(VERSION, 4);
    this.#describe(header, 6);
    sizesInto(header, 16, part);
    header.writeUInt16LE(rawName.length, 28);
    header.writeUInt32LE(part.at, 42);
    this.#put(header);
    this.#put(rawName);
  }

  /** What a part's two headers both begin with. */
  #describe(header: Buffer, at: number): void {
    header.writeUInt16LE(VERSION, at);
    header.writeUInt16LE(FLAGS, at + 2);
    header.writeUInt16LE(DEFLATED, at + 4);
    header.writeUInt16LE(FIRST_DAY, at + 8);
  }

  #put(bytes: Uint8Array): void {
    this.#at += bytes.length;
    this.#ready.push(bytes);
  }
}

/**
 * The names and the contents of the parts alone, never packed: what two archives have in common whose bytes another zlib
 * packed otherwise.
 */
export class BareParts implements PartWriter {
  #ready: Uint8Array[] = [];

  begin(name: string): void {
    this.#ready.push(Buffer.from(name));
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#ready.push(Buffer.from(bytes));
  }

  async endPart(): Promise<void> {}

  end(): void {}

  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}

function sizesInto(header: Buffer, at: number, { crc, packedBytes, bytes }: WrittenPart): void {
  header.writeUInt32LE(crc, at);
  header.writeUInt32LE(packedBytes, at + 4);
  header.writeUInt32LE(bytes, at + 8);
}
