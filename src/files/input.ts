// Opens a file, stdin or a FIFO as a source of bytes with a digest: a file on disk as a `RegularInput`, anything else as a
// `StreamInput`, whose bytes a `Spool` stores in a file to be read again. text-source.ts decodes the bytes.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { Socket } from "node:net";
import { isatty, ReadStream } from "node:tty";
import { type ExitCode, ScrubError } from "../errors.js";
import { type GivenInput, givenInput, NoBytes } from "./given-streams.js";
import { hashOf, ifThere, OPENED, readAt, reading, withDescriptor } from "./positioned.js";
import { ChunkSource, type PeekedSource } from "./source.js";
import { attempt, codeOf, type FileRole, unopened } from "./system-errors.js";
import { inTemporaryFolder, unnamedFile } from "./temporary.js";

const CHUNK_BYTES = 256 * 1024;

/** An opened input. Read it to its end, then ask for its digest. */
export interface InputFile extends PeekedSource {
  /** The path as typed; `-` for stdin. */
  readonly path: string;
  /** Undefined for a stream. */
  readonly modified: Date | undefined;
  /** Bytes when it was opened; undefined for a stream. */
  readonly size: number | undefined;
  /** Identifies the file and its state when it was opened; undefined for a stream. */
  readonly identity?: string;
  readonly bytesRead: number;
  /** Returns the SHA-256 (hex) of the bytes read. Call it once, at the end. */
  digest(): string;
  /** Whether the file changed since it was opened; if it `mayGrow`, whether the bytes that were read did. False for a stream. */
  changed(mayGrow?: boolean): boolean;
  close(): void;
}

/** Opens a file or, for `-`, stdin. Errors are ScrubErrors with the given exit code. `most`: the bytes to read at most. */
export function openInput(typed: string, exitCode: ExitCode, most = Number.POSITIVE_INFINITY): InputFile {
  if (typed === "-") return openDescriptor(typed, 0, exitCode, most);
  const given = givenInput(typed);
  if (given !== undefined) return new StreamInput(typed, given, exitCode);
  const descriptor = reading(typed, exitCode, () => fs.openSync(typed, OPENED));
  return openDescriptor(typed, descriptor, exitCode, most);
}

/** Opens a file for reading at any position. Undefined if it is missing. */
export function openPositioned(path: string, exitCode: ExitCode): RegularInput | undefined {
  return ifThere(path, exitCode, () => {
    const descriptor = fs.openSync(path, OPENED);
    const stat = fs.fstatSync(descriptor);
    if (stat.isFile()) return new RegularInput(path, descriptor, exitCode);
    fs.closeSync(descriptor);
    throw Object.assign(new Error(), { code: stat.isDirectory() ? "EISDIR" : "ESPIPE" });
  });
}

const WHOLE_CHUNK_BYTES = 64 * 1024;
const LONGEST_WHOLE = 64 * 1024 * 1024;

/** Reads a whole file. `role`: what it should be. All but a run log have a limit, so that a device is not read without end. */
export function readWhole(typed: string, exitCode: ExitCode, role: FileRole): Buffer {
  const read = (descriptor: number) => {
    // A run log grows with every run; all others are small.
    if (role === "run-log" && fs.fstatSync(descriptor).isFile()) return fs.readFileSync(descriptor);
    const chunks: Buffer[] = [];
    for (let count = -1, length = 0; count !== 0; length += count) {
      const chunk = Buffer.allocUnsafe(WHOLE_CHUNK_BYTES);
      count = fs.readSync(descriptor, chunk);
      chunks.push(chunk.subarray(0, count));
      if (length + count > LONGEST_WHOLE)
        throw new ScrubError(exitCode, "fileTooLong", [LONGEST_WHOLE], { file: typed });
    }
    return Buffer.concat(chunks);
  };
  try {
    return withDescriptor(typed, read, "r");
  } catch (cause) {
    throw unopened(typed, exitCode, cause, role);
  }
}

function openDescriptor(typed: string, descriptor: number, exitCode: ExitCode, most: number): InputFile {
  const stat = reading(typed, exitCode, () => fs.fstatSync(descriptor));
  if (stat.isDirectory()) {
    attempt(() => fs.closeSync(descriptor));
    throw new ScrubError(exitCode, "isDirectory", [], { file: typed });
  }
  // Stdin may have been read in part: its size and date say nothing about the rest.
  if (stat.isFile() && descriptor !== 0) return new RegularInput(typed, descriptor, exitCode, { most });
  return new StreamInput(typed, streamOf(descriptor, stat), exitCode);
}

function streamOf(descriptor: number, stat: fs.Stats): GivenInput {
  if (stat.isFIFO() || stat.isSocket()) return new Socket({ fd: descriptor, readable: true, writable: false });
  if (isatty(descriptor)) return new ReadStream(descriptor);
  return fs.createReadStream("", { fd: descriptor, autoClose: descriptor !== 0, highWaterMark: CHUNK_BYTES });
}

const END_BYTES = 4096;

/** A file on disk. It is read to its length at opening: bytes that are appended later belong to the next run. */
export class RegularInput implements InputFile {
  readonly #hash: Hash = createHash("sha256");
  bytesRead = 0;
  #digest: string | undefined;
  #isClosed = false;
  readonly modified: Date | undefined;
  readonly size: number | undefined;
  readonly #stat: fs.Stats;
  /** The last bytes before `length`, to recognise a file that was rewritten. */
  readonly #end: Buffer;
  readonly #spool: Spool | undefined;
  /** The number of bytes to read. */
  readonly length: number;

  /** `most`: as for `openInput`. `spool`: the stream whose bytes they are. It has no size or date, and is closed with its owners. */
  constructor(
    readonly path: string,
    /** Another thread may read from it as well. */
    readonly descriptor: number,
    private readonly exitCode: ExitCode,
    { most = Number.POSITIVE_INFINITY, spool }: { most?: number; spool?: Spool } = {},
  ) {
    // A registry may grow at this moment: length and end must be of the same moment.
    let now = this.#statNow();
    do {
      this.#stat = now;
      this.length = Math.min(now.size, most);
      this.#end = this.#lastBytes();
      now = this.#statNow();
    } while (!this.#isAsOpened(now));
    this.#spool = spool;
    if (spool === undefined) [this.modified, this.size] = [now.mtime, now.size];
  }

  #statNow(): fs.Stats {
    return reading(this.path, this.exitCode, () => fs.fstatSync(this.descriptor));
  }

  #isAsOpened({ size, mtimeMs }: fs.Stats): boolean {
    return size === this.#stat.size && mtimeMs === this.#stat.mtimeMs;
  }

  #lastBytes(): Buffer {
    const from = Math.max(0, this.length - END_BYTES);
    return reading(this.path, this.exitCode, () => readAt(this.descriptor, from, this.length - from));
  }

  get identity(): string {
    const { dev, ino, size, mtimeMs } = this.#stat;
    return [dev, ino, size, mtimeMs].join();
  }

  async peek(length: number): Promise<Uint8Array> {
    return reading(this.path, this.exitCode, () => readAt(this.descriptor, 0, Math.min(length, this.length)));
  }

  read(into: Uint8Array, offset: number, length: number): Promise<number> {
    const wanted = Math.min(length, this.length - this.bytesRead);
    if (wanted === 0) return Promise.resolve(0);
    return new Promise((resolve, reject) =>
      fs.read(this.descriptor, into, offset, wanted, this.bytesRead, (cause, count) => {
        if (cause) return reject(unopened(this.path, this.exitCode, cause));
        this.#hash.update(into.subarray(offset, offset + count));
        this.bytesRead += count;
        resolve(count);
      }),
    );
  }

  /** Reads up to `length` bytes from `position` on, synchronously and without the digest; 0 at the file's end. */
  readAt(into: Uint8Array, offset: number, length: number, position: number): number {
    const wanted = Math.min(length, this.length - position);
    if (wanted <= 0) return 0;
    return reading(this.path, this.exitCode, () => fs.readSync(this.descriptor, into, offset, wanted, position));
  }

  digest(): string {
    this.#digest ??= this.#hash.digest("hex");
    return this.#digest;
  }

  /** Sets the digest and the count of the bytes, if another thread has read them. */
  setRead(digest: string, bytesRead: number): void {
    this.#digest = digest;
    this.bytesRead = bytesRead;
  }

  changed(mayGrow = false): boolean {
    if (this.bytesRead !== this.length) return true;
    if (this.#isAsOpened(this.#statNow())) return false;
    // A rewritten, longer file looks as if it had grown: its end may tell, and reading it again does.
    if (!mayGrow || !this.#end.equals(this.#lastBytes())) return true;
    return reading(this.path, this.exitCode, () => hashOf(this.descriptor, 0, this.length)) !== this.digest();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#spool !== undefined) this.#spool.close();
    // An error of closing does not concern the bytes that were read.
    else attempt(() => fs.closeSync(this.descriptor));
  }
}

/** An input that can be read only once: stdin, a FIFO, a terminal, a device, a program's stream. Changes can't be detected. */
export class StreamInput implements InputFile {
  readonly modified = undefined;
  readonly size = undefined;
  bytesRead = 0;
  readonly #hash: Hash = createHash("sha256");
  readonly #source = new ChunkSource(this.#chunks());
  /** The chunks that were read while the stream may be spooled, but is not yet. */
  #unspooled: Buffer[] | undefined;
  #spool: Spool | undefined;

  constructor(
    readonly path: string,
    private readonly stream: GivenInput,
    readonly exitCode: ExitCode,
  ) {}

  /** Whether `spool` may be called after the first bytes are read. Set it before them, and to false once it is known. */
  set mayBeSpooled(mayBe: boolean) {
    this.#unspooled = mayBe ? [] : undefined;
  }

  async *#chunks(): AsyncGenerator<Uint8Array, void> {
    try {
      yield* this.stream;
    } catch (cause) {
      if (cause instanceof NoBytes || cause instanceof ScrubError) throw cause;
      throw new ScrubError(this.exitCode, "cannotRead", [codeOf(cause) || "stream"], { file: this.path }, { cause });
    }
  }

  peek(length: number): Promise<Uint8Array> {
    return this.#source.peek(length);
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    const count = await this.#source.read(into, offset, length);
    const read = into.subarray(offset, offset + count);
    this.#hash.update(read);
    this.bytesRead += count;
    this.#unspooled?.push(Buffer.from(read));
    this.#spool?.add(read);
    return count;
  }

  async readRest(): Promise<void> {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    while ((await this.read(chunk, 0, CHUNK_BYTES)) > 0);
  }

  /** Spools the bytes that were read, and all that will be. The caller is an owner of the spool. */
  spool(): Spool {
    this.#spool ??= new Spool(this, this.#unspooled);
    this.#unspooled = undefined;
    return this.#spool.addOwner();
  }

  /** Reads and spools all bytes, then closes the stream. */
  async spoolAll(): Promise<Spool> {
    const spool = this.spool();
    try {
      await this.readRest();
      this.close();
      return spool;
    } catch (error) {
      spool.close();
      throw error;
    }
  }

  digest(): string {
    return this.#hash.copy().digest("hex");
  }

  changed(): boolean {
    return false;
  }

  close(): void {
    this.stream.destroy();
  }
}

/** A stream's bytes in an unnamed file, which ends with the process. Each owner closes it once, and the last one the file. */
export class Spool {
  readonly #descriptor = unnamedFile();
  /** The callers of `StreamInput.spool`, and the inputs opened on it. */
  #owners = 0;

  constructor(
    private readonly stream: StreamInput,
    first: readonly Uint8Array[] = [],
  ) {
    for (const bytes of first) this.add(bytes);
  }

  addOwner(): this {
    this.#owners++;
    return this;
  }

  add(bytes: Uint8Array): void {
    inTemporaryFolder(() => fs.writeFileSync(this.#descriptor, bytes));
  }

  /** Opens the bytes from the first on, any number of times. */
  open(): RegularInput {
    return new RegularInput(this.stream.path, this.#descriptor, this.stream.exitCode, { spool: this.addOwner() });
  }

  close(): void {
    if (--this.#owners === 0) fs.closeSync(this.#descriptor);
  }
}
