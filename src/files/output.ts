// Writes an output: buffers, encodes, packs and hashes its bytes, and writes one buffer while the next fills.
// publication.ts decides where they go and when they are published.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { promisify } from "node:util";
import { packingOf } from "./paths.js";
import { codeOf, unwritten } from "./system-errors.js";
import type { ByteOrder, utf16Encoder } from "./utf16.js";

/** Bytes of a buffer, of a write, and between two syncs. Only tests change them, to reach every border of a buffer. */
export const WRITING = { bufferBytes: 832 * 1024, flushBytes: 768 * 1024, syncBytes: 16 * 1024 * 1024 };
const STREAM_BUFFER = 64 * 1024;
/** The length below which a loop over bytes costs less than a native copy. */
const SHORT = 64;

export interface OutputWanted {
  /** `-` is stdout. */
  path: string;
  /** Whether only the owner may read it (0600), or the umask decides. */
  confidential: boolean;
  /** `workbook-parts`: a workbook's parts without compression, so that the hash does not depend on zlib. */
  packing?: "gzip" | "workbook" | "workbook-parts" | undefined;
  /** Whether it is evidence: it describes the other outputs. */
  evidence?: true;
}

type Pieces = readonly Uint8Array[];

/** Packs what is written into another format. `bytes` must not change until `pack` settles. */
export interface Packer {
  pack(bytes: Uint8Array): Pieces | Promise<Pieces>;
  end(): Pieces | Promise<Pieces>;
  /** Releases what it holds, finished or not. */
  close?(): void;
}

/** Describes the output of a list, which is packed as its name says. */
export function wantedList(path: string, confidential: boolean): OutputWanted {
  return { path, confidential, packing: packingOf(path) };
}

/** Describes evidence: only its owner may read it, and old evidence is removed before the new outputs are published. */
export function wantedEvidence(path: string): OutputWanted {
  return { path, confidential: true, evidence: true };
}

/** The bytes of an output that are not written yet. Two buffers are used in turn. */
class OutputBuffer {
  /** Both buffers are allocated with their first bytes: most outputs are never flushed twice. */
  buffer: Buffer = Buffer.alloc(0);
  #spare: Buffer = Buffer.alloc(0);
  /** The buffer before it grew. It is used again once the larger one is written. */
  #ungrown: Buffer | undefined;
  /** Bytes in `buffer`. Code that writes into the buffer sets it. */
  length = 0;
  #lastFlushed: number | undefined;

  /** Sets how its buffers are allocated. Call it before the first byte. */
  keepIn(roomFor: (bytes: number) => Buffer): void {
    this.buffer = roomFor(WRITING.bufferBytes);
    this.#spare = roomFor(WRITING.bufferBytes);
  }

  /** The last byte written so far, before encoding. */
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

  /** Appends an ASCII text. */
  writeAscii(text: string): void {
    const at = this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.buffer[at + i] = text.charCodeAt(i);
  }

  /** Reserves `count` bytes in `buffer`, which the caller must fill. Returns their offset. */
  reserve(count: number): number {
    if (this.length + count > this.buffer.length) this.#grow(count);
    const start = this.length;
    this.length += count;
    return start;
  }

  /** Exchanges the buffers. Returns the bytes of the full one, which stay until the next exchange. */
  protected exchange(): Uint8Array {
    const full = this.buffer.subarray(0, this.length);
    this.#lastFlushed = full[this.length - 1];
    const next = this.#ungrown ?? this.buffer;
    this.buffer = this.#spare;
    this.#spare = next;
    this.#ungrown = undefined;
    this.length = 0;
    return full;
  }

  #grow(count: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(WRITING.bufferBytes, this.buffer.length * 2, this.length + count));
    this.buffer.copy(grown, 0, 0, this.length);
    if (this.buffer.length >= WRITING.bufferBytes) this.#ungrown ??= this.buffer;
    this.buffer = grown;
  }
}

/** An output while it is written; full buffers are written while the next one fills. */
export class OutputFile extends OutputBuffer {
  readonly #hash: Hash = createHash("sha256");
  /** Packs the output. Set it before the first flush. */
  packer: Packer | undefined;
  /** If set, the output is UTF-16 with this byte order; what is written is UTF-8. Set it before the first flush. */
  byteOrder: ByteOrder | undefined;
  #encode: ReturnType<typeof utf16Encoder> | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** Bytes of the file, encoded and packed; complete once it is finished. */
  bytes = 0;
  /** The pending syncs; rejected once one failed. */
  #syncing: Promise<void> = Promise.resolve();
  #syncedTo = 0;
  /** Settles when the finished output is durable. */
  durable: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    readonly wanted: OutputWanted,
    readonly descriptor: number,
    /** The temporary file until publication; undefined if written directly (stdout, a FIFO, /dev/null). */
    readonly temporary: string | undefined,
    /** The final path. */
    readonly finalPath?: string,
  ) {
    super();
  }

  /** Starts a write if `atLeast` bytes are buffered. Await it between windows, so that memory stays bounded. */
  async flush(atLeast = WRITING.flushBytes): Promise<void> {
    if (this.length < atLeast || this.length === 0) return;
    await this.#writing;
    this.#writing = this.#deliver(this.exchange());
    // The next await reports a failed write; until then it must not count as an unhandled rejection.
    this.#writing.catch(() => {});
  }

  /** Waits until all bytes so far are written. */
  async drain(): Promise<void> {
    await this.flush(0);
    await this.#writing;
  }

  /** Writes the rest and starts its sync. Returns the SHA-256 (hex). */
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

  /** Loads the encoder and packer if needed: most outputs are plain UTF-8, and start-up time counts. */
  async #prepare(): Promise<void> {
    const { packing } = this.wanted;
    if (packing === "gzip") this.packer ??= new (await import("./gzip.js")).GzipPacker();
    // A workbook's parts are UTF-8.
    if (this.byteOrder !== undefined && (packing === undefined || packing === "gzip"))
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

  /** Syncs while more is written; otherwise the end would wait for all of it. */
  #syncAhead(): void {
    this.#syncedTo = this.bytes;
    this.#syncing = this.#syncing.then(() => promisify(fs.fdatasync)(this.descriptor));
    // Linux reports a failed write-back only once: #settle() passes it on.
    this.#syncing.catch(() => {});
  }
}

function writeOnce(descriptor: number, buffer: Uint8Array, offset: number, length: number): Promise<number> {
  return new Promise((resolve, reject) =>
    fs.write(descriptor, buffer, offset, length, null, (cause, written) => (cause ? reject(cause) : resolve(written))),
  );
}
