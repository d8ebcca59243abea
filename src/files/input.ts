// Opens what a run reads: a file, stdin or a FIFO as a source of bytes with a digest.
// What is in the bytes is others' work: text-source.ts makes text of them.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { Socket } from "node:net";
import { isatty, ReadStream } from "node:tty";
import { type ExitCode, ScrubError } from "../errors.js";
import { type GivenInput, givenInput, NoBytes } from "./given-streams.js";
import { attempt, codeOf, type FileRole, unopened } from "./system-errors.js";

export interface ByteSource {
  /** Reads up to `length` bytes into `into` at `offset`; 0 at the end. */
  read(into: Uint8Array, offset: number, length: number): Promise<number>;
}

/** An opened input, its own bytes: read it to its end, then ask for its digest. */
export interface InputFile extends ByteSource {
  /** The path as it was typed; `-` for stdin. */
  readonly path: string;
  /** False for stdin, a FIFO or another stream: it has no size and no date. */
  readonly regular: boolean;
  readonly modified: Date | undefined;
  /** The size at its opening; undefined for a stream. */
  readonly size: number | undefined;
  /** Says which file it was at its opening, and in which state; undefined for a stream. */
  readonly identity?: string;
  readonly bytesRead: number;
  /** SHA-256 (hex) of what was read. Call it once, at the end. */
  digest(): string;
  /** Whether the file was changed since it was opened. Streams never are. */
  changed(): boolean;
  /**
   * Whether it was read to its length at opening, and has only grown since, or was touched: what was read still stands, but for
   * an unfinished last line, which the next writer of a registry takes away.
   */
  hasGrown(): boolean;
  close(): void;
}

/**
 * Opens a file or, for `-`, stdin. Whatever prevents it is a ScrubError with the given exit code.
 * `most`: of a file that may have grown since, so many of its first bytes are read.
 */
export function openInput(typed: string, exitCode: ExitCode, most = Number.POSITIVE_INFINITY): InputFile {
  if (typed === "-") return openDescriptor(typed, 0, exitCode, most);
  const given = givenInput(typed);
  if (given !== undefined) return new StreamInput(typed, given, exitCode);
  let descriptor: number;
  try {
    // Without O_NONBLOCK a FIFO that nobody writes to would block the whole process, signals too.
    descriptor = fs.openSync(typed, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  } catch (cause) {
    throw unopened(typed, exitCode, cause);
  }
  if (statOf(descriptor, typed, exitCode).isDirectory()) {
    attempt(() => fs.closeSync(descriptor));
    throw new ScrubError(exitCode, "isDirectory", [], { file: typed });
  }
  return openDescriptor(typed, descriptor, exitCode, most);
}

/** Files that grow with what is done, of any length; all others that are read as a whole are small. */
const GROWING: readonly FileRole[] = ["registry", "run-log"];
const WHOLE_CHUNK_BYTES = 64 * 1024;
const LONGEST_WHOLE = 64 * 1024 * 1024;

/** A file as a whole. `role`: what it was to be. One that should be small is never read without end, as a device would be. */
export function readWhole(typed: string, exitCode: ExitCode, role: FileRole): Buffer {
  try {
    return GROWING.includes(role) ? readLong(typed, exitCode) : readShort(typed, exitCode);
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unopened(typed, exitCode, cause, role);
  }
}

/**
 * Reads all of a file of any length; a device or a pipe may only have as much as a small file. Errors are the system's
 * own.
 */
export function readLong(typed: string, exitCode: ExitCode): Buffer {
  return fs.statSync(typed).isFile() ? fs.readFileSync(typed) : readShort(typed, exitCode);
}

function readShort(typed: string, exitCode: ExitCode): Buffer {
  const descriptor = fs.openSync(typed, "r");
  try {
    const chunks: Buffer[] = [];
    for (let count = -1, length = 0; count !== 0; length += count) {
      const chunk = Buffer.allocUnsafe(WHOLE_CHUNK_BYTES);
      count = fs.readSync(descriptor, chunk);
      chunks.push(chunk.subarray(0, count));
      if (length + count > LONGEST_WHOLE)
        throw new ScrubError(exitCode, "fileTooLong", [LONGEST_WHOLE], { file: typed });
    }
    return Buffer.concat(chunks);
  } finally {
    attempt(() => fs.closeSync(descriptor));
  }
}

/** `length` bytes from `position` on, fewer where the file ends before, also where the system gives them piece by piece. */
export function readAt(descriptor: number, position: number, length: number): Buffer {
  // Of its own memory: what is kept of it keeps nothing else alive.
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (let count = -1; count !== 0 && at < length; at += count)
    count = fs.readSync(descriptor, bytes, at, length - at, position + at);
  return bytes.subarray(0, at);
}

/** SHA-256 (hex) of the bytes [start, end), as far as the file has them, and of others behind them. Errors are the system's own. */
export function hashOf(descriptor: number, start: number, end: number, behind: Uint8Array = NOTHING): string {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(Math.min(AGAIN_BYTES, end - start));
  let position = start;
  for (let count = -1; count !== 0 && position < end; position += count) {
    count = fs.readSync(descriptor, block, 0, Math.min(block.length, end - position), position);
    hash.update(block.subarray(0, count));
  }
  return hash.update(behind).digest("hex");
}

function openDescriptor(typed: string, descriptor: number, exitCode: ExitCode, most: number): InputFile {
  const stat = statOf(descriptor, typed, exitCode);
  if (stat.isFIFO() || stat.isSocket()) {
    return new StreamInput(typed, new Socket({ fd: descriptor, readable: true, writable: false }), exitCode);
  }
  if (isatty(descriptor)) return new StreamInput(typed, new ReadStream(descriptor), exitCode);
  return new RegularInput(typed, descriptor, stat, exitCode, most);
}

function statOf(descriptor: number, typed: string, exitCode: ExitCode): fs.Stats {
  return read(typed, exitCode, () => fs.fstatSync(descriptor));
}

/** An open file as one thread hands it to another. */
export interface DescriptorInput {
  descriptor: number;
  size: number;
}

/** A file that is read anywhere in it, as archives need it, whose directory stands at their end. */
export interface PositionedFile {
  readonly size: number;
  /** Reads up to `length` bytes from `position` on into `into` at `offset`; 0 where the file ends. */
  readAt(into: Uint8Array, offset: number, length: number, position: number): number;
}

/** Wraps an open file, which is read to the size that it had at its opening. */
export function positionedFile(
  { descriptor, size }: DescriptorInput,
  typed: string,
  exitCode: ExitCode,
): PositionedFile {
  return {
    size,
    readAt(into, offset, length, position) {
      const wanted = Math.min(length, size - position);
      return wanted <= 0 ? 0 : read(typed, exitCode, () => fs.readSync(descriptor, into, offset, wanted, position));
    },
  };
}

/** Reads an open file to its size from a thread of its own, where nothing is kept waiting by it. */
export function readDescriptor(input: DescriptorInput, typed: string, exitCode: ExitCode) {
  const hash = createHash("sha256");
  const file = positionedFile(input, typed, exitCode);
  let position = 0;
  return {
    read(into: Uint8Array, offset: number, length: number): Promise<number> {
      const count = file.readAt(into, offset, length, position);
      hash.update(into.subarray(offset, offset + count));
      position += count;
      return Promise.resolve(count);
    },
    digest: () => hash.digest("hex"),
    bytesRead: () => position,
  };
}

/** Reads from an open file. What prevents it is said of the file. */
function read<T>(file: string, exitCode: ExitCode, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw unread(file, exitCode, cause);
  }
}

function unread(file: string, exitCode: ExitCode, cause: unknown): ScrubError {
  return new ScrubError(exitCode, "cannotRead", [codeOf(cause) || "stream"], { file }, { cause });
}

const AGAIN_BYTES = 1024 * 1024;
/** The longest unfinished line behind them that may go. */
const MOST_UNFINISHED = 4096;
/** How much of the end at opening must still stand in a file that has grown. */
const END_BYTES = 2 * MOST_UNFINISHED;
const LF = 0x0a;
const NOTHING = new Uint8Array(0);
const MOST_TRIES = 20;

/** A file on disk. It is read to its length at opening: what is appended meanwhile belongs to the next run. */
export class RegularInput implements InputFile {
  readonly regular: boolean;
  readonly modified: Date | undefined;
  readonly size: number | undefined;
  readonly #hash: Hash = createHash("sha256");
  #position = 0;
  #digest: string | undefined;
  #isClosed = false;
  /** How far it is read. */
  readonly #length: number;
  /** An unfinished last line, which is read as it stood at opening, and what stood before it; undefined: it was being written to. */
  readonly #unfinished: Uint8Array;
  readonly #end: Uint8Array | undefined;

  constructor(
    readonly path: string,
    private readonly descriptor: number,
    private stat: fs.Stats,
    private readonly exitCode: ExitCode,
    most: number,
    /** Somebody else closes the descriptor, and others read from it. */
    private readonly isBorrowed = false,
  ) {
    // Others may be adding to a registry at this moment: its length and its end are of one.
    let end: Uint8Array | undefined;
    if (stat.isFile() && descriptor !== 0)
      for (let tries = 0; tries < MOST_TRIES && end === undefined; tries++) {
        const last = this.#readBefore(this.stat.size, END_BYTES);
        const now = this.#stat();
        if (this.#isAsOpened(now)) end = last;
        else this.stat = now;
      }
    this.#length = Math.min(this.stat.size, most);
    this.#unfinished = this.#length < this.stat.size ? NOTHING : unfinishedLineOf(end ?? NOTHING);
    this.#end = end?.subarray(0, end.length - this.#unfinished.length);
    // Stdin may have been read from already: neither its size nor its date says anything of what is left.
    this.regular = this.stat.isFile() && descriptor !== 0;
    this.modified = this.regular ? this.stat.mtime : undefined;
    this.size = this.regular ? this.stat.size : undefined;
  }

  get identity(): string {
    const { dev, ino, size, mtimeMs } = this.stat;
    return [dev, ino, size, mtimeMs].join();
  }

  get bytesRead(): number {
    return this.#position;
  }

  read(into: Uint8Array, offset: number, length: number): Promise<number> {
    const left = this.#wholeLines - this.#position;
    if (this.regular && left <= 0) return Promise.resolve(this.#readUnfinished(into, offset, length, -left));
    const wanted = this.regular ? Math.min(length, left) : length;
    return new Promise((resolve, reject) => {
      const position = this.regular ? this.#position : null;
      fs.read(this.descriptor, into, offset, wanted, position, (cause, count) => {
        if (cause) return reject(unread(this.path, this.exitCode, cause));
        this.#hash.update(into.subarray(offset, offset + count));
        this.#position += count;
        resolve(count);
      });
    });
  }

  /** Where the whole lines end, in bytes. */
  get #wholeLines(): number {
    return this.#length - this.#unfinished.length;
  }

  #readUnfinished(into: Uint8Array, offset: number, length: number, from: number): number {
    const read = this.#unfinished.subarray(from, from + length);
    into.set(read, offset);
    this.#hash.update(read);
    this.#position += read.length;
    return read.length;
  }

  digest(): string {
    this.#digest ??= this.#hash.digest("hex");
    return this.#digest;
  }

  /** Hands the file to another thread, which reads it from its beginning (see `readDescriptor`). */
  handOver(): DescriptorInput {
    return { descriptor: this.descriptor, size: this.#length };
  }

  /** What the other thread has read. */
  takeBack(digest: string, bytesRead: number): void {
    this.#digest = digest;
    this.#position = bytesRead;
  }

  changed(): boolean {
    if (!this.regular) return false;
    return !this.#isAsOpened(this.#stat()) || this.#position < this.#length;
  }

  hasGrown(): boolean {
    if (!this.regular || this.#position !== this.#length || this.#stat().size < this.#wholeLines) return false;
    const end = this.#end;
    if (end === undefined) return false;
    const before = this.#readBefore(this.stat.size - this.#unfinished.length, end.length);
    if (!before.equals(end)) return false;
    // Written anew, and longer than before, it looks as if it had grown: only reading it once more tells.
    const again = () => hashOf(this.descriptor, 0, this.#wholeLines, this.#unfinished);
    return read(this.path, this.exitCode, again) === this.digest();
  }

  #isAsOpened({ size, mtimeMs }: fs.Stats): boolean {
    return size === this.stat.size && mtimeMs === this.stat.mtimeMs;
  }

  /** So many bytes before a place, or fewer where the file begins. */
  #readBefore(place: number, most: number): Buffer {
    const length = Math.min(most, place);
    return read(this.path, this.exitCode, () => readAt(this.descriptor, place - length, length));
  }

  close(): void {
    // An error of closing changes nothing in what was read.
    if (this.descriptor !== 0 && !this.isBorrowed && !this.#isClosed) attempt(() => fs.closeSync(this.descriptor));
    this.#isClosed = true;
  }

  #stat(): fs.Stats {
    return statOf(this.descriptor, this.path, this.exitCode);
  }
}

/** What stands behind the last line end; nothing where that is not among these bytes, or too far from their end. */
function unfinishedLineOf(end: Uint8Array): Uint8Array {
  const line = end.subarray(end.lastIndexOf(LF) + 1);
  return line.length < end.length && line.length <= MOST_UNFINISHED ? line : NOTHING;
}

/** What comes only once: it has no size and no date, and can't be seen to change. */
export abstract class OnceInput {
  readonly regular = false;
  readonly modified = undefined;
  readonly size = undefined;

  changed(): boolean {
    return false;
  }

  hasGrown(): boolean {
    return false;
  }
}

/** Stdin, a FIFO or a terminal, read without blocking so that a signal is seen while nothing comes. */
class StreamInput extends OnceInput implements InputFile {
  readonly #hash: Hash = createHash("sha256");
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Uint8Array = new Uint8Array(0);
  bytesRead = 0;

  constructor(
    readonly path: string,
    private readonly stream: GivenInput,
    private readonly exitCode: ExitCode,
  ) {
    super();
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    if (this.#rest.length === 0) {
      try {
        const next = await this.#chunks.next();
        if (next.done) return 0;
        this.#rest = next.value;
      } catch (cause) {
        if (cause instanceof NoBytes) throw cause;
        throw unread(this.path, this.exitCode, cause);
      }
    }
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(taken.length);
    into.set(taken, offset);
    this.#hash.update(taken);
    this.bytesRead += taken.length;
    return taken.length;
  }

  digest(): string {
    return this.#hash.copy().digest("hex");
  }

  close(): void {
    this.stream.destroy();
  }
}
