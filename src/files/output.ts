// Bytes on their way out: buffered, brought into the output's encoding, packed, hashed, written while the next buffer fills.
// Where they stand and when they are published is publication.ts's work.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { promisify } from "node:util";
import { isWorkbookName } from "./paths.js";
import { codeOf, unwritten } from "./system-errors.js";
import type { ByteOrder, utf16Encoder } from "./utf16.js";

/**
 * Bytes of a buffer, how many are worth a write, and how many the disk is asked to take on the way. Tests alone change
 * them, to see every border that a buffer can have.
 */
export const WRITING = { bufferBytes: 1280 * 1024, flushBytes: 1024 * 1024, syncBytes: 16 * 1024 * 1024 };
const STREAM_BUFFER = 64 * 1024;
/** The length below which a loop over bytes costs less than a native copy. */
const SHORT = 64;

export interface OutputWanted {
  /** `-` is stdout. */
  path: string;
  /** Whether only the owner may read it (0600), or the umask decides. */
  confidential: boolean;
  /** Whether it is written as a gzip file. */
  gzip?: boolean;
  /** Whether it becomes a workbook; `unpacked`: its parts one after the other, for their hash, which no zlib changes. */
  workbook?: boolean | "unpacked";
  /** Whether it says what the other outputs hold. */
  evidence?: true;
}

type Pieces = readonly Uint8Array[];

/** Makes another file of what is written. What it gives is ready once `bytes`, which stay as they are until then, are taken. */
export interface Packer {
  pack(bytes: Uint8Array): Pieces | Promise<Pieces>;
  end(): Pieces | Promise<Pieces>;
  /** Lets go of what it holds, whether it came to its end or not. */
  close?(): void;
}

/** Describes the output of a list: packed, or a workbook, where its name says so. */
export function wantedList(path: string, confidential: boolean): OutputWanted {
  return { path, confidential, gzip: /\.gz$/i.test(path), workbook: isWorkbookName(path) };
}

/** Describes what says what the other outputs hold: only the owner reads it, and an old one goes before they stand. */
export function wantedEvidence(path: string): OutputWanted {
  return { path, confidential: true, evidence: true };
}

/** Bytes on their way into an output; full buffers are written while the next one fills. */
export class OutputFile {
  readonly #hash: Hash = createHash("sha256");
  /** Makes the file, where somebody who knows what is written does. To be said before the first flush. */
  packer: Packer | undefined;
  /** What is written is UTF-8, and is to stand there as UTF-16. To be said before the first flush. */
  byteOrder: ByteOrder | undefined;
  #encode: ReturnType<typeof utf16Encoder> | undefined;
  /** Gets its room with the first bytes, like the one that it is exchanged with: most outputs are never flushed twice. */
  buffer: Buffer = Buffer.alloc(0);
  #spare: Buffer = Buffer.alloc(0);
  /** What the buffer was before it grew; it takes its place again once the grown one is written. */
  #ungrown: Buffer | undefined;
  /** Bytes in `buffer`. Whoever writes into it says how far. */
  length = 0;
  #writing: Promise<void> = Promise.resolve();
  /** Bytes of the file as it stands: encoded and packed. All of them once it is finished. */
  bytes = 0;
  /** What the disk is asked to take; it stays with what was refused. */
  #syncing: Promise<void> = Promise.resolve();
  #syncedTo = 0;
  /** Ends when what is finished is durable, too. */
  durable: Promise<void> = Promise.resolve();
  #closed = false;
  #lastFlushed: number | undefined;

  constructor(
    readonly wanted: OutputWanted,
    readonly descriptor: number,
    /**
     * The file in which the bytes stand until they are published; undefined for what is written straight (stdout, a
     * FIFO, /dev/null).
     */
    readonly temporary: string | undefined,
    /** Where they are to stand then. */
    readonly place?: string,
  ) {}

  /** Says where its buffers are to lie, before the first byte. */
  keepIn(roomFor: (bytes: number) => Buffer): void {
    this.buffer = roomFor(WRITING.bufferBytes);
    this.#spare = roomFor(WRITING.bufferBytes);
  }

  /** The last byte written so far, before it is encoded. */
  get lastByte(): number | undefined {
    return this.length > 0 ? this.buffer[this.length - 1] : this.#lastFlushed;
  }

  /** Appends bytes [start, end) of `source`. */
  write(source: Uint8Array, start = 0, end = source.length): void {
    const at = this.reserve(end - start);
    const target = this.buffer;
    if (end - start > SHORT) target.set(source.subarray(start, end), at);
    else for (let from = start; from < end; from++) target[at + from - start] = source[from]!;
  }

  /** Appends a text in ASCII. */
  writeAscii(text: string): void {
    const at = this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.buffer[at + i] = text.charCodeAt(i);
  }

  /** Room for `count` bytes in `buffer`, which the caller must fill; returns where it begins. */
  reserve(count: number): number {
    if (this.length + count > this.buffer.length) this.#grow(count);
    const start = this.length;
    this.length += count;
    return start;
  }

  /** Hands over what has gathered once it is worth a write. Await it between windows, so that memory stays bounded. */
  async flush(atLeast = WRITING.flushBytes): Promise<void> {
    if (this.length < atLeast || this.length === 0) return;
    await this.#writing;
    const full = this.buffer;
    const count = this.length;
    this.#lastFlushed = full[count - 1];
    this.buffer = this.#spare;
    this.#spare = this.#ungrown ?? full;
    this.#ungrown = undefined;
    this.length = 0;
    this.#writing = this.#deliver(full.subarray(0, count));
    // A failed write is reported by the next await; until then it is nobody's unhandled rejection.
    this.#writing.catch(() => {});
  }

  /** Waits until all that was written so far has gone out. */
  async drain(): Promise<void> {
    await this.flush(0);
    await this.#writing;
  }

  /** Writes the rest, and has the disk take it meanwhile. Returns SHA-256 (hex). */
  async finish(): Promise<string> {
    await this.drain();
    await this.#prepare();
    for (const bytes of (await this.packer?.end()) ?? []) await this.#writeAll(bytes);
    this.durable = this.#settle();
    this.durable.catch(() => {});
    return this.#hash.digest("hex");
  }

  async #settle(): Promise<void> {
    try {
      await this.#syncing;
      if (this.temporary !== undefined) await promisify(fs.fsync)(this.descriptor);
      this.close();
    } catch (cause) {
      throw unwritten(this.wanted.path, cause);
    }
  }

  close(): void {
    this.packer?.close?.();
    const isOpen = !this.#closed && this.descriptor > 2;
    this.#closed = true;
    if (isOpen) fs.closeSync(this.descriptor);
  }

  #grow(count: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(WRITING.bufferBytes, this.buffer.length * 2, this.length + count));
    this.buffer.copy(grown, 0, 0, this.length);
    if (this.buffer.length >= WRITING.bufferBytes) this.#ungrown ??= this.buffer;
    this.buffer = grown;
  }

  /** What encodes and packs is loaded where it is needed: most outputs are plain UTF-8, and start-up time counts. */
  async #prepare(): Promise<void> {
    if (this.wanted.gzip) this.packer ??= new (await import("./gzip.js")).GzipPacker();
    // What becomes a workbook is no UTF-16 on the way.
    if (this.byteOrder !== undefined && !this.wanted.workbook)
      this.#encode ??= (await import("./utf16.js")).utf16Encoder(this.byteOrder);
  }

  async #deliver(text: Uint8Array): Promise<void> {
    await this.#prepare();
    const bytes = this.#encode?.(text) ?? text;
    if (this.packer === undefined) await this.#writeAll(bytes);
    else for (const packed of await this.packer.pack(bytes)) await this.#writeAll(packed);
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    const count = bytes.length;
    this.bytes += count;
    this.#hash.update(bytes);
    let done = 0;
    while (done < count) {
      try {
        const most = Math.min(count - done, this.temporary ? count : STREAM_BUFFER);
        done += await writeOnce(this.descriptor, bytes, done, most);
      } catch (cause) {
        if (codeOf(cause) === "EAGAIN") await new Promise((resolve) => setTimeout(resolve, 5));
        else throw unwritten(this.wanted.path, cause);
      }
    }
    if (this.temporary !== undefined && this.bytes - this.#syncedTo >= WRITING.syncBytes) this.#syncAhead();
  }

  /** Has the disk take what was written while more is: at the end, all of it at once would be waited for. */
  #syncAhead(): void {
    this.#syncedTo = this.bytes;
    this.#syncing = this.#syncing.then(() => promisify(fs.fdatasync)(this.descriptor));
    // Linux says only once what it could not write: #settle() reports it.
    this.#syncing.catch(() => {});
  }
}

function writeOnce(descriptor: number, buffer: Uint8Array, offset: number, length: number): Promise<number> {
  return new Promise((resolve, reject) =>
    fs.write(descriptor, buffer, offset, length, null, (cause, written) => (cause ? reject(cause) : resolve(written))),
  );
}
