// Bytes on their way out: buffered, brought into the output's encoding, packed, hashed, written while the next buffer fills.
// Where they stand and when they are published is publication.ts's work.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { promisify } from "node:util";
import { isWorkbookName } from "./paths.js";
import { codeOf, unwritten } from "./system-errors.js";
import type { ByteOrder, Utf16Encoder } from "./utf16.js";

/**
 * Bytes of a buffer, how many are worth a write, and how many the disk is asked to take on the way. Tests alone change
 * them, to see every border that a buffer can have.
 */
export const WRITING = { bufferBytes: 1280 * 1024, flushBytes: 1024 * 1024, syncBytes: 16 * 1024 * 1024 };
const STREAM_BUFFER = 64 * 1024;
/** The length below which a loop over bytes costs less than a native copy. */
const SHORT = 64;
/** Up to this, a loop over words costs less than a native copy of a part, whose view is garbage at once. */
const LONG = 400;

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
  #packer: Packer | undefined;
  #byteOrder: ByteOrder | undefined;
  #utf16: Utf16Encoder | undefined;
  /** Gets its room with the first bytes, like the one that it is exchanged with: most outputs are never flushed twice. */
  buffer: Buffer = Buffer.alloc(0);
  /** Views of the buffer and of the last source: they copy four bytes at a time from any offset to any other. */
  #words: DataView = wordsOf(this.buffer);
  #source: Uint8Array = this.buffer;
  #sourceWords: DataView = this.#words;
  #spare: Buffer = Buffer.alloc(0);
  /** What the buffer was before it grew; it takes its place again once the grown one is written. */
  #ungrown: Buffer | undefined;
  #length = 0;
  #writing: Promise<void> = Promise.resolve();
  #bytes = 0;
  /** What the disk is asked to take; it stays with what was refused. */
  #syncing: Promise<void> = Promise.resolve();
  #isSyncing = false;
  #syncedTo = 0;
  #settled = Promise.resolve();
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

  /** The bytes of the file as it stands: encoded and packed. All of them once it is finished. */
  get bytes(): number {
    return this.#bytes;
  }

  /** What is written is UTF-8, and is to stand there as UTF-16. To be said before the first flush. */
  encodeAs(utf16: ByteOrder | undefined): void {
    this.#byteOrder = utf16;
  }

  /** Has the file made by somebody who knows what is written. To be said before the first flush. */
  packWith(packer: Packer): void {
    this.#packer = packer;
  }

  /** Bytes in `buffer`. Whoever writes into it says how far. */
  get length(): number {
    return this.#length;
  }

  set length(count: number) {
    this.#length = count;
  }

  /** Says where its buffers are to lie, before the first byte. */
  keepIn(roomFor: (bytes: number) => Buffer): void {
    this.buffer = roomFor(WRITING.bufferBytes);
    this.#spare = roomFor(WRITING.bufferBytes);
    this.#words = wordsOf(this.buffer);
  }

  /** The last byte written so far, before it is encoded. */
  get lastByte(): number | undefined {
    return this.#length > 0 ? this.buffer[this.#length - 1] : this.#lastFlushed;
  }

  /** Appends all of `bytes`. */
  write(bytes: Uint8Array): void {
    const count = bytes.length;
    const at = this.reserve(count);
    const target = this.buffer;
    if (count < SHORT) for (let i = 0; i < count; i++) target[at + i] = bytes[i]!;
    else target.set(bytes, at);
  }

  /** Appends bytes [start, end) of `source`, which had better be the same one many times in a row. */
  copy(source: Uint8Array, start: number, end: number): void {
    const count = end - start;
    let at = this.reserve(count);
    let from = start;
    if (count > LONG) {
      this.buffer.set(new Uint8Array(source.buffer, source.byteOffset + start, count), at);
      return;
    }
    if (source !== this.#source) this.#takeSource(source);
    const words = this.#words;
    const sourceWords = this.#sourceWords;
    for (const last = end - 8; from <= last; from += 8, at += 8) {
      words.setInt32(at, sourceWords.getInt32(from, true), true);
      words.setInt32(at + 4, sourceWords.getInt32(from + 4, true), true);
    }
    while (from < end) words.setUint8(at++, sourceWords.getUint8(from++));
  }

  /** Appends a text in ASCII. */
  writeAscii(text: string): void {
    const at = this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.buffer[at + i] = text.charCodeAt(i);
  }

  /** Room for `count` bytes in `buffer`, which the caller must fill; returns where it begins. */
  reserve(count: number): number {
    if (this.#length + count > this.buffer.length) this.#grow(count);
    const start = this.#length;
    this.#length += count;
    return start;
  }

  /** Hands over what has gathered once it is worth a write. Await it between windows, so that memory stays bounded. */
  async flush(atLeast = WRITING.flushBytes): Promise<void> {
    if (this.#length < atLeast || this.#length === 0) return;
    await this.#writing;
    const full = this.buffer;
    const count = this.#length;
    this.#lastFlushed = full[count - 1];
    this.buffer = this.#spare;
    this.#words = wordsOf(this.buffer);
    this.#spare = this.#ungrown ?? full;
    this.#ungrown = undefined;
    this.#length = 0;
    this.#writing = this.#deliver(full.subarray(0, count));
    // A failed write is reported by the next await; until then it is nobody's unhandled rejection.
    this.#writing.catch(() => {});
  }

  /** Waits until all that was written so far has gone out. */
  async drain(): Promise<void> {
    await this.flush(0);
    await this.#writing;
  }

  /** Writes the rest, and has the disk take it meanwhile: `settle` waits for that. Returns SHA-256 (hex). */
  async finish(): Promise<string> {
    await this.drain();
    await this.#prepare();
    for (const bytes of (await this.#packer?.end()) ?? []) await this.#writeAll(bytes);
    this.#settled = this.#settle();
    this.#settled.catch(() => {});
    return this.#hash.digest("hex");
  }

  /** Waits until what is finished is durable, too. */
  settle(): Promise<void> {
    return this.#settled;
  }

  async #settle(): Promise<void> {
    await this.#syncing;
    try {
      if (this.temporary !== undefined) await promisify(fs.fsync)(this.descriptor);
      this.close();
    } catch (cause) {
      throw unwritten(this.wanted.path, cause);
    }
  }

  close(): void {
    this.#packer?.close?.();
    const isOpen = !this.#closed && this.descriptor > 2;
    this.#closed = true;
    if (isOpen) fs.closeSync(this.descriptor);
  }

  #grow(count: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(WRITING.bufferBytes, this.buffer.length * 2, this.#length + count));
    this.buffer.copy(grown, 0, 0, this.#length);
    if (this.buffer.length >= WRITING.bufferBytes) this.#ungrown ??= this.buffer;
    this.buffer = grown;
    this.#words = wordsOf(grown);
  }

  #takeSource(source: Uint8Array): void {
    this.#source = source;
    this.#sourceWords = wordsOf(source);
  }

  /** What encodes and packs is loaded where it is needed: most outputs are plain UTF-8, and start-up time counts. */
  async #prepare(): Promise<void> {
    if (this.wanted.gzip) this.#packer ??= new (await import("./gzip.js")).GzipPacker();
    // What becomes a workbook is no UTF-16 on the way.
    if (this.#byteOrder !== undefined && !this.wanted.workbook)
      this.#utf16 ??= new (await import("./utf16.js")).Utf16Encoder(this.#byteOrder);
  }

  async #deliver(text: Uint8Array): Promise<void> {
    await this.#prepare();
    const bytes = this.#utf16?.encode(text) ?? text;
    if (this.#packer === undefined) await this.#writeAll(bytes);
    else for (const packed of await this.#packer.pack(bytes)) await this.#writeAll(packed);
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    const count = bytes.length;
    this.#bytes += count;
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
    if (this.#bytes - this.#syncedTo >= WRITING.syncBytes) this.#syncAhead();
  }

  /** Has the disk take what was written while more is: at the end, all of it at once would be waited for. */
  #syncAhead(): void {
    if (this.temporary === undefined || this.#isSyncing) return;
    this.#isSyncing = true;
    this.#syncedTo = this.#bytes;
    this.#syncing = promisify(fs.fdatasync)(this.descriptor).then(
      () => {
        this.#isSyncing = false;
      },
      (cause) => {
        throw unwritten(this.wanted.path, cause);
      },
    );
    // Linux says only once what it could not write: settle() reports it.
    this.#syncing.catch(() => {});
  }
}

function wordsOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function writeOnce(descriptor: number, buffer: Uint8Array, offset: number, length: number): Promise<number> {
  return new Promise((resolve, reject) =>
    fs.write(descriptor, buffer, offset, length, null, (cause, written) => (cause ? reject(cause) : resolve(written))),
  );
}
