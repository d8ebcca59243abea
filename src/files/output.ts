// Bytes on their way out: buffered, hashed, written while the next buffer fills.
// Where they stand and when they are published is publication.ts's work.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { codeOf, unwritten } from "./system-errors.js";

const STREAM_BUFFER = 64 * 1024;

export interface OutputWanted {
  role: string;
  /** `-` is stdout. */
  path: string;
  /** Whether only the owner may read it (0600), or the umask decides. */
  confidential: boolean;
}

/** Bytes on their way into an output; full buffers are written while the next one fills. */
export class OutputFile {
  readonly #hash: Hash = createHash("sha256");
  #buffer = Buffer.allocUnsafe(2 * 1024 * 1024);
  #spare = Buffer.allocUnsafe(2 * 1024 * 1024);
  #length = 0;
  #writing: Promise<void> = Promise.resolve();
  #bytes = 0;
  #closed = false;
  #lastFlushed: number | undefined;

  constructor(
    readonly wanted: OutputWanted,
    readonly descriptor: number,
    /** Where the bytes stand until they are published; undefined for what is written straight (stdout, a FIFO, /dev/null). */
    readonly temporary: string | undefined,
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** The last byte written so far. */
  get lastByte(): number | undefined {
    return this.#length > 0 ? this.#buffer[this.#length - 1] : this.#lastFlushed;
  }

  write(source: Uint8Array, start = 0, end = source.length): void {
    const count = end - start;
    if (this.#length + count > this.#buffer.length) this.#grow(count);
    const target = this.#buffer;
    if (count < 24) {
      // A native copy costs more than this loop for a number or a delimiter.
      let at = this.#length;
      for (let i = start; i < end; i++) target[at++] = source[i] as number;
    } else target.set(start === 0 && end === source.length ? source : source.subarray(start, end), this.#length);
    this.#length += count;
  }

  /** Hands over what has gathered once it is worth a write. Await it between windows, so that memory stays bounded. */
  async flush(atLeast = 1024 * 1024): Promise<void> {
    if (this.#length < atLeast || this.#length === 0) return;
    await this.#writing;
    const full = this.#buffer;
    const count = this.#length;
    this.#lastFlushed = full[count - 1];
    this.#buffer = this.#spare;
    this.#spare = full;
    this.#length = 0;
    this.#bytes += count;
    this.#hash.update(full.subarray(0, count));
    this.#writing = this.#writeAll(full, count);
    // A failed write is reported by the next await; until then it is nobody's unhandled rejection.
    this.#writing.catch(() => {});
  }

  /** Writes the rest and makes it durable. Returns SHA-256 (hex). */
  async finish(): Promise<string> {
    await this.flush(0);
    await this.#writing;
    if (this.temporary !== undefined) {
      try {
        fs.fsyncSync(this.descriptor);
      } catch (cause) {
        throw unwritten(this.wanted.path, cause);
      }
    }
    this.close();
    return this.#hash.digest("hex");
  }

  close(): void {
    if (!this.#closed && this.descriptor > 2) fs.closeSync(this.descriptor);
    this.#closed = true;
  }

  #grow(count: number): void {
    const grown = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + count));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }

  async #writeAll(buffer: Buffer, count: number): Promise<void> {
    let done = 0;
    while (done < count) {
      try {
        done += await writeOnce(
          this.descriptor,
          buffer,
          done,
          Math.min(count - done, this.temporary ? count : STREAM_BUFFER),
        );
      } catch (cause) {
        if (codeOf(cause) === "EAGAIN") await new Promise((resolve) => setTimeout(resolve, 5));
        else throw unwritten(this.wanted.path, cause);
      }
    }
  }
}

function writeOnce(descriptor: number, buffer: Buffer, offset: number, length: number): Promise<number> {
  return new Promise((resolve, reject) =>
    fs.write(descriptor, buffer, offset, length, null, (cause, written) => (cause ? reject(cause) : resolve(written))),
  );
}
