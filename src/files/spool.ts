// A stream that must be read twice: its bytes are kept in a file without a name, which goes with the process.

import fs from "node:fs";
import os from "node:os";
import { type Keeper, RegularInput, type StreamInput } from "./input.js";
import { readAt } from "./positioned.js";
import { unwritten } from "./system-errors.js";
import { inUnnamedFile } from "./temporary.js";

const CHUNK = 256 * 1024;

/** The bytes of a stream. Whoever has it kept, or opens it, closes that. */
export class Kept implements Keeper {
  readonly #descriptor = unnamedFile();
  #users = 0;

  private constructor(private readonly stream: StreamInput) {}

  /** Keeps what was remembered of a stream, and all that is read of it from now on. */
  static of(stream: StreamInput): Kept {
    const kept = stream.keepBy(() => new Kept(stream));
    kept.#users++;
    return kept;
  }

  /** Keeps all of a stream, and closes it. */
  static async ofAll(stream: StreamInput): Promise<Kept> {
    const kept = Kept.of(stream);
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      while ((await stream.read(chunk, 0, CHUNK)) > 0);
      stream.close();
      return kept;
    } catch (error) {
      kept.close();
      throw error;
    }
  }

  add(bytes: Uint8Array): void {
    writeAll(this.#descriptor, bytes);
  }

  /** Gives the bytes from the first on, again and again. */
  open(): RegularInput {
    const { path, exitCode } = this.stream;
    this.#users++;
    const stat = fs.fstatSync(this.#descriptor);
    return new RegularInput(path, this.#descriptor, stat, exitCode, Number.POSITIVE_INFINITY, this);
  }

  close(): void {
    if (--this.#users === 0) fs.closeSync(this.#descriptor);
  }
}

function unnamedFile(): number {
  try {
    return inUnnamedFile((name) => fs.openSync(name, "wx+", 0o600));
  } catch (cause) {
    throw unwritten(os.tmpdir(), cause);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  try {
    fs.writeFileSync(descriptor, bytes);
  } catch (cause) {
    throw unwritten(os.tmpdir(), cause);
  }
}

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
    writeAll(this.#descriptor, this.#chunk.subarray(0, this.#used));
    this.#written += this.#used;
    this.#used = 0;
  }
}

function textAt(bytes: Buffer, at: number): string {
  const start = at + LENGTH_BYTES;
  return bytes.subarray(start, start + bytes.readUInt16LE(at)).toString();
}
