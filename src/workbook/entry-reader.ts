// The bytes of one part, a piece at a time and never whole in memory: they must be as many as the archive says, with its
// checksum, and nothing may follow them.

import zlib from "node:zlib";
import { damaged, type WorkbookFault } from "./fault.js";
import { dataStart, type ZipArchive, type ZipEntry } from "./zip.js";

const PACKED_BYTES = 128 * 1024;
const CHUNK_BYTES = 256 * 1024;

export class EntryReader {
  /** How far the archive was read for it, as an offset in the file. */
  position: number;
  readonly #end: number;
  readonly #inflate: zlib.InflateRaw | undefined;
  #bytes = 0;
  #crc = 0;
  /** The last piece is still being worked on. */
  #isBusy = false;
  #isFed = false;
  #isUnpacked = false;
  #isVerified = false;
  #failure: Error | undefined;
  #wake = () => {};

  constructor(
    private readonly archive: ZipArchive,
    private readonly entry: ZipEntry,
  ) {
    this.position = dataStart(archive, entry);
    this.#end = this.position + entry.packedBytes;
    if (entry.method === 0) return;
    const inflate = zlib.createInflateRaw({ chunkSize: CHUNK_BYTES });
    inflate.on("readable", () => this.#wake());
    inflate.on("end", () => {
      this.#isUnpacked = true;
      this.#wake();
    });
    inflate.on("error", (cause) => {
      this.#failure = cause;
      this.#wake();
    });
    this.#inflate = inflate;
  }

  /** The next bytes, which stay as they are; undefined once all were read and proven right. */
  async next(): Promise<Uint8Array | undefined> {
    if (this.#isVerified) return undefined;
    const chunk = this.#inflate === undefined ? this.#nextStored() : await this.#nextUnpacked(this.#inflate);
    if (chunk === undefined) {
      if (this.#bytes !== this.entry.bytes) throw this.#fail("sizes");
      if (this.#crc !== this.entry.crc) throw this.#fail("checksum");
      this.#isVerified = true;
      return undefined;
    }
    this.#bytes += chunk.length;
    if (this.#bytes > this.entry.bytes) throw this.#fail("sizes");
    this.#crc = zlib.crc32(chunk, this.#crc);
    return chunk;
  }

  /** The whole part at once, which is at most `most` bytes long. */
  async all(most: number): Promise<Buffer> {
    if (this.entry.bytes > most) throw this.#fail("long");
    const chunks: Uint8Array[] = [];
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Ends the unpacking of a part of which no more is wanted. */
  close(): void {
    this.#inflate?.destroy();
  }

  #nextStored(): Uint8Array | undefined {
    const chunk = this.#readPacked();
    return chunk.length === 0 ? undefined : chunk;
  }

  async #nextUnpacked(inflate: zlib.InflateRaw): Promise<Uint8Array | undefined> {
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const chunk = inflate.read() as Buffer | null;
      // Fed before this piece is looked at: the next one is unpacked meanwhile, by another thread.
      const isDone = this.#isFed || this.#isUnpacked || this.#failure !== undefined;
      if (!this.#isBusy && !isDone) this.#feed(inflate);
      if (chunk !== null) return chunk;
      if (this.#failure !== undefined) throw this.#fail("cut", this.#failure);
      if (this.#isUnpacked) {
        // What it leaves of its bytes is no part of it, and could be anything.
        if (inflate.bytesWritten !== this.entry.packedBytes) throw this.#fail("sizes");
        return undefined;
      }
      await woken;
    }
  }

  #feed(inflate: zlib.InflateRaw): void {
    const packed = this.#readPacked();
    if (packed.length === 0) {
      this.#isFed = true;
      inflate.end();
      return;
    }
    this.#isBusy = true;
    inflate.write(packed, () => {
      this.#isBusy = false;
      this.#wake();
    });
  }

  #readPacked(): Uint8Array {
    const chunk = new Uint8Array(Math.min(PACKED_BYTES, this.#end - this.position));
    if (chunk.length === 0) return chunk;
    const count = this.archive.file.readAt(chunk, 0, chunk.length, this.position);
    if (count === 0) throw this.#fail("cut");
    this.position += count;
    return chunk.subarray(0, count);
  }

  #fail(fault: WorkbookFault, cause?: Error) {
    const error = damaged(this.archive.terms, fault, this.entry.name);
    if (cause !== undefined) error.cause = cause;
    return error;
  }
}
