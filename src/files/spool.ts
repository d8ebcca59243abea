// A stream that must be read twice: its bytes are kept in a file without a name, which goes with the process.

import fs from "node:fs";
import os from "node:os";
import type { ExitCode } from "../errors.js";
import { type ByteSource, type DescriptorInput, type InputFile, OnceInput, RegularInput, readAt } from "./input.js";
import { unwritten } from "./system-errors.js";
import { inUnnamedFile } from "./temporary.js";

const CHUNK = 256 * 1024;

/** `open` gives the bytes from the first on, again and again, until it is closed. */
export interface Spooled {
  open(): InputFile;
  close(): void;
}

/** A stream whose bytes are kept on the way. */
abstract class OverStream extends OnceInput {
  constructor(protected readonly stream: InputFile) {
    super();
  }

  get path(): string {
    return this.stream.path;
  }

  get bytesRead(): number {
    return this.stream.bytesRead;
  }

  digest(): string {
    return this.stream.digest();
  }

  close(): void {
    this.stream.close();
  }
}

/** A stream whose bytes may be wanted a second time: what was read is remembered, until it is told to forget it. */
export class RememberedStream extends OverStream implements InputFile {
  #chunks: Buffer[] | undefined = [];
  /** The descriptor of the file in which all that is read is kept. */
  #kept: number | undefined;

  constructor(
    stream: InputFile,
    private readonly exitCode: ExitCode,
  ) {
    super(stream);
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    const count = await this.stream.read(into, offset, length);
    const read = into.subarray(offset, offset + count);
    if (count > 0) this.#chunks?.push(Buffer.from(read));
    if (this.#kept !== undefined) writeAll(this.#kept, read);
    return count;
  }

  forget(): void {
    this.#chunks = undefined;
  }

  /** Reads the stream to its end into a file that only this process sees, and closes it. */
  async spool(): Promise<Spooled> {
    const descriptor = await kept(this.#chunks ?? [], this.stream);
    this.forget();
    this.stream.close();
    return this.#spooledIn(descriptor);
  }

  /** Keeps what was read, and all that is read from now on, in a file that only this process sees. */
  keep(): Spooled {
    const descriptor = unnamedFile();
    for (const chunk of this.#chunks ?? []) writeAll(descriptor, chunk);
    this.forget();
    this.#kept = descriptor;
    return this.#spooledIn(descriptor);
  }

  #spooledIn(descriptor: number): Spooled {
    const { path: typed, exitCode } = this;
    return {
      open: () =>
        new RegularInput(typed, descriptor, fs.fstatSync(descriptor), exitCode, Number.POSITIVE_INFINITY, true),
      close: () => fs.closeSync(descriptor),
    };
  }
}

/** A stream that was read to its end, and whose bytes are kept to be read anywhere in them. */
export class SpooledInput extends OverStream implements InputFile {
  #isClosed = false;

  private constructor(
    stream: InputFile,
    private readonly descriptor: number,
  ) {
    super(stream);
  }

  /** `whole`: the stream's bytes from the first on. */
  static async keep(stream: InputFile, whole: ByteSource): Promise<SpooledInput> {
    return new SpooledInput(stream, await kept([], whole));
  }

  handOver(): DescriptorInput {
    return { descriptor: this.descriptor, size: fs.fstatSync(this.descriptor).size };
  }

  /** Reads nothing: there is nothing more in the stream. */
  read(): Promise<number> {
    return Promise.resolve(0);
  }

  override close(): void {
    if (!this.#isClosed) fs.closeSync(this.descriptor);
    this.#isClosed = true;
    super.close();
  }
}

/** The descriptor of a file without a name that holds some bytes and, behind them, a source's to its end. */
async function kept(first: readonly Buffer[], source: ByteSource): Promise<number> {
  const descriptor = unnamedFile();
  try {
    for (const chunk of first) writeAll(descriptor, chunk);
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let count = -1; count !== 0; ) {
      count = await source.read(chunk, 0, chunk.length);
      writeAll(descriptor, chunk.subarray(0, count));
    }
    return descriptor;
  } catch (error) {
    fs.closeSync(descriptor);
    throw error;
  }
}

function unnamedFile(): number {
  try {
    return inUnnamedFile((name) => fs.openSync(name, "wx+", 0o600));
  } catch (cause) {
    throw unwritten(os.tmpdir(), cause);
  }
}

/** Writes all of the bytes behind what was written before. `place`: what an error names. */
export function writeAll(descriptor: number, bytes: Uint8Array, place = os.tmpdir()): void {
  try {
    for (let at = 0; at < bytes.length; ) at += fs.writeSync(descriptor, bytes, at);
  } catch (cause) {
    throw unwritten(place, cause);
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
