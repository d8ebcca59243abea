// Reads bytes from a source into a window for the scanner. The buffer is reused and grows only for long records.
// files/text-source.ts opens and decompresses files.

import { type ExitCode, ScrubError } from "../errors.js";
import { lineAt, NO_DELIMITER } from "./dialect.js";
import { type Dialect, MAX_RECORD_BYTES, RecordScanner } from "./scanner.js";

export { MAX_RECORD_BYTES };

export interface ByteSource {
  /** Reads up to `length` bytes into `into` at `offset`; 0 at the end. */
  read(into: Uint8Array, offset: number, length: number): Promise<number>;
}

const SAMPLE_BYTES = 1024 * 1024;
/** Bytes that are read at a time. Only tests change it, to see every border of a chunk. */
export const READING = { chunkBytes: 1024 * 1024 };
const SLACK_BYTES = 64 * 1024;
/** An incomplete record shorter than this is scanned again after any further byte. */
const SHORT_RECORD_BYTES = 4096;
/** The most bytes of an incomplete record: a CR whose LF is still to come is not part of it. */
const LONGEST_REST = MAX_RECORD_BYTES + 1;

export interface ReaderOptions {
  file: string;
  exitCode: ExitCode;
  chunkBytes?: number;
  /**
   * Allocates a new window for each refill, of at least so many bytes, and fills it before it is scanned. Without it one
   * window is reused, and the bytes that a stream has are scanned at once.
   */
  nextWindow?: (bytes: number) => Buffer;
}

/**
 * Reads records: `await peek()`, `open(…)`, then
 * `while (await reader.fill()) { while (reader.scanner.next()) …; finish with everything that refers to the window }`.
 */
export class RecordReader {
  #scanner = new RecordScanner({ delimiter: NO_DELIMITER, recordEnd: "lf" }, []);
  readonly #source: ByteSource;
  readonly #options: ReaderOptions;
  readonly #chunkBytes: number;
  #roomFor = (bytes: number): Buffer => Buffer.allocUnsafeSlow(bytes);
  #window: Buffer;
  /** The window's bytes [from, to) are not consumed. The scanner was fed those up to its `fedTo`. */
  #from = 0;
  #to = 0;
  #ended = false;

  constructor(source: ByteSource, options: ReaderOptions) {
    this.#source = source;
    this.#options = options;
    this.#chunkBytes = Math.max(1, options.chunkBytes ?? READING.chunkBytes);
    this.#window = this.#allocate(this.#chunkBytes + Math.min(this.#chunkBytes, SLACK_BYTES));
  }

  get scanner(): RecordScanner {
    return this.#scanner;
  }

  /**
   * Returns the first MiB, or the `whole` input if it is shorter, without consuming it; valid until the next `fill`.
   * `bytes`: returns so many instead, and does not wait for more.
   */
  async peek(bytes?: number): Promise<{ sample: Uint8Array; whole: boolean }> {
    // One byte more, to know whether an input of exactly this size is whole.
    const least = bytes ?? SAMPLE_BYTES + 1;
    this.#makeRoom(least - this.#to);
    while (!this.#ended && this.#to < least) await this.#read(least - this.#to);
    return { sample: this.#window.subarray(0, Math.min(this.#to, bytes ?? SAMPLE_BYTES)), whole: this.#ended };
  }

  /** Sets where records begin, their dialect, and the 0-based columns whose ranges are kept. */
  open(dialect: Dialect, bodyStart: number, wanted: readonly number[]): void {
    this.#scanner = new RecordScanner(dialect, wanted, lineAt(this.#window, bodyStart, dialect));
    this.#scanner.feed(this.#window, bodyStart, bodyStart, false);
  }

  /** Moves the window to memory that `roomFor` allocates, as it does for all later windows. */
  keepIn(roomFor: (bytes: number) => Buffer): void {
    const { nextStart, fedTo } = this.#scanner;
    const window = roomFor(this.#window.length);
    this.#window.copy(window, 0, nextStart, this.#to);
    this.#to -= nextStart;
    this.#window = window;
    this.#roomFor = roomFor;
    this.#scanner.feed(window, 0, fedTo - nextStart, this.#ended);
  }

  /** Refills the window and feeds the scanner. Returns false at the end. Throws at the line where a bad record began. */
  async fill(): Promise<boolean> {
    const scanner = this.#scanner;
    if (scanner.tooLong) throw this.#error("recordTooLong", [MAX_RECORD_BYTES]);
    this.#from = scanner.nextStart;
    if (scanner.fedTo === this.#to) {
      if (this.#ended && scanner.openQuote) throw this.#error("unclosedQuote", []);
      if (this.#ended) return false;
      await this.#readMore();
    }
    scanner.feed(this.#window, this.#from, this.#to, this.#ended);
    return true;
  }

  /** Reads at least one byte, or as many as an incomplete long record has: so scanning it again stays linear. */
  async #readMore(): Promise<void> {
    const rest = this.#to - this.#from;
    if (rest > LONGEST_REST) throw this.#error("recordTooLong", [MAX_RECORD_BYTES]);
    const needed = rest < SHORT_RECORD_BYTES ? 1 : Math.min(rest, LONGEST_REST + 1 - rest);
    const least = this.#options.nextWindow === undefined ? needed : Math.max(needed, this.#chunkBytes);
    this.#makeRoom(Math.max(least, this.#chunkBytes));
    const target = this.#to + least;
    do await this.#read(this.#chunkBytes);
    while (!this.#ended && this.#to < target);
  }

  async #read(length: number): Promise<void> {
    const got = await this.#source.read(this.#window, this.#to, Math.min(length, this.#window.length - this.#to));
    this.#to += got;
    this.#ended = got === 0;
  }

  /** Moves the incomplete record to the front: of a new window, if this one must stay or lacks room for `bytes`. */
  #makeRoom(bytes: number): void {
    const rest = this.#to - this.#from;
    const stays = this.#options.nextWindow !== undefined && this.#to > 0;
    if (stays || this.#window.length < rest + bytes) {
      const next = this.#allocate(rest + bytes);
      this.#window.copy(next, 0, this.#from, this.#to);
      this.#window = next;
    } else if (this.#from > 0) this.#window.copyWithin(0, this.#from, this.#to);
    this.#from = 0;
    this.#to = rest;
  }

  #allocate(bytes: number): Buffer {
    return this.#options.nextWindow?.(bytes) ?? this.#roomFor(bytes);
  }

  #error<N extends "unclosedQuote" | "recordTooLong">(name: N, values: ConstructorParameters<typeof ScrubError<N>>[2]) {
    const { file, exitCode } = this.#options;
    return new ScrubError(exitCode, name, values, { file, line: this.#scanner.line });
  }
}
