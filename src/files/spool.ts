// Texts that few will ask for, in a file without a name.

import fs from "node:fs";
import { readAt } from "./positioned.js";
import { unnamedFile, writeUnnamed } from "./temporary.js";

/** A text takes its length and itself, at a multiple of this many bytes: so 32 bits tell where, in 32 GiB. */
const TEXT_STEP = 8;
const LENGTH_BYTES = 2;
const TEXT_CHUNK = 1024 * 1024;
/** Most texts come in one read. */
const FIRST_READ = 256;

/** Short texts that few will ask for: a chunk of them in memory, the rest in a file that only this process sees. */
export class TextSpool {
  readonly #chunk = Buffer.alloc(TEXT_CHUNK);
  #used = 0;
  #written = 0;
  #descriptor: number | undefined;
  #isClosed = false;

  /** Keeps at most 64 KiB of a text, and returns its place. */
  append(text: string): number {
    const bytes = Buffer.from(text).subarray(0, 0xffff);
    const length = Math.ceil((LENGTH_BYTES + bytes.length) / TEXT_STEP) * TEXT_STEP;
    if (this.#used + length > TEXT_CHUNK) this.#flush();
    const at = this.#used;
    this.#chunk.writeUInt16LE(bytes.length, at);
    bytes.copy(this.#chunk, at + LENGTH_BYTES);
    this.#used += length;
    return (this.#written + at) / TEXT_STEP;
  }

  /** Empty once it is closed. */
  read(place: number): string {
    const at = place * TEXT_STEP;
    if (this.#isClosed) return "";
    if (at >= this.#written) return textAt(this.#chunk, at - this.#written);
    const first = readAt(this.#descriptor!, at, FIRST_READ);
    const length = LENGTH_BYTES + first.readUInt16LE(0);
    return textAt(length <= first.length ? first : readAt(this.#descriptor!, at, length), 0);
  }

  close(): void {
    if (this.#descriptor !== undefined) fs.closeSync(this.#descriptor);
    this.#descriptor = undefined;
    this.#isClosed = true;
  }

  #flush(): void {
    this.#descriptor ??= unnamedFile();
    writeUnnamed(this.#descriptor, this.#chunk.subarray(0, this.#used));
    this.#written += this.#used;
    this.#used = 0;
  }
}

function textAt(bytes: Buffer, at: number): string {
  const start = at + LENGTH_BYTES;
  return bytes.subarray(start, start + bytes.readUInt16LE(at)).toString();
}
