// From a source of bytes to a scanner with a full window: a reused buffer that grows only for long records.
// What opens and decompresses files is files/text-source.ts's work.

import { type ExitCode, ScrubError } from "../errors.js";
import { lineAt, NO_DELIMITER } from "./dialect.js";
import { type Dialect, MAX_RECORD_BYTES, QUOTE, RecordScanner } from "./scanner.js";

export { MAX_RECORD_BYTES };

export interface ByteSource {
  /** Reads up to `length` bytes into `into` at `offset`; 0 at the end. */
  read(into: Uint8Array, offset: number, length: number): Promise<number>;
}

const SPACE = 0x20;
const SAMPLE_BYTES = 1024 * 1024;
/** Bytes that are asked for at a time. Tests alone change it, to see every border that a chunk can have. */
export const READING = { chunkBytes: 1024 * 1024 };
/** Room for the record that a chunk cuts off. */
const SLACK_BYTES = 64 * 1024;
/** While an incomplete record is shorter than this, any further byte is worth a scan. */
const SHORT_RECORD_BYTES = 4096;

export interface ReaderOptions {
  /** The file as typed, which errors name. */
  file: string;
  /** The exit code of errors: the same reader serves phone lists and suppression lists. */
  exitCode: ExitCode;
  chunkBytes?: number;
  /**
   * A window of so many bytes at least, asked for at each refill, which leaves the one before as it is, and is filled before
   * anything is done with it. Else one serves all, and of a stream what has come is scanned at once.
   */
  nextWindow?: (bytes: number) => Buffer;
}

/**
 * Reads records: `await peek()`, `open(…)`, then
 * `while (await reader.fill()) { while (reader.scanner.next()) …; finish with everything that refers to the window }`.
 */
export class RecordReader {
  #scanner = new RecordScanner({ delimiter: NO_DELIMITER, recordEnd: "lf" }, []);
  #source: ByteSource;
  readonly #options: ReaderOptions;
  readonly #chunkBytes: number;
  #roomFor = (bytes: number): Buffer => Buffer.allocUnsafeSlow(bytes);
  #window: Buffer;
  /** The window's bytes that are not consumed are [from, to). */
  #from = 0;
  #to = 0;
  #ended = false;
  /** Bytes were read that the scanner was not yet given. */
  #unfed = true;

  constructor(source: ByteSource, options: ReaderOptions) {
    this.#source = source;
    this.#options = options;
    this.#chunkBytes = Math.max(1, options.chunkBytes ?? READING.chunkBytes);
    this.#window = this.#allocate(this.#chunkBytes + Math.min(this.#chunkBytes, SLACK_BYTES));
  }

  /** Walks the records of the window; `open` replaces it. */
  get scanner(): RecordScanner {
    return this.#scanner;
  }

  /**
   * The first MiB, or the `whole` input where it is shorter; not consumed, and valid until the next `fill`. `bytes`: so many
   * instead, and nothing is waited for behind them.
   */
  async peek(bytes?: number): Promise<{ sample: Uint8Array; whole: boolean }> {
    // One byte more, so that an input of exactly the sample's size is known to be whole.
    const least = bytes ?? SAMPLE_BYTES + 1;
    this.#makeRoom(least - this.#to);
    while (!this.#ended && this.#to < least) await this.#read(least - this.#to);
    return { sample: this.#window.subarray(0, Math.min(this.#to, bytes ?? SAMPLE_BYTES)), whole: this.#ended };
  }

  /** Reads each quote as a space from now on, the sample's too: in a text it begins no cell, and may never close. */
  withoutQuotes(): void {
    const source = this.#source;
    const blank = (bytes: Uint8Array) => {
      for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) bytes[at] = SPACE;
    };
    blank(this.#window.subarray(this.#from, this.#to));
    this.#source = {
      read: async (into, offset, length) => {
        const got = await source.read(into, offset, length);
        blank(into.subarray(offset, offset + got));
        return got;
      },
    };
  }

  /**
   * Is told, after detection, where the records begin, in which dialect, and the 0-based columns whose ranges are kept.
   * Without a `peek` before, records begin at 0.
   */
  open(dialect: Dialect, bodyStart: number, wanted: readonly number[]): void {
    this.#scanner = new RecordScanner(dialect, wanted, lineAt(this.#window, bodyStart, dialect));
    this.#from = bodyStart;
    this.#unfed = true;
  }

  /** Has its window lie where `roomFor` gives room, what is left of it first. */
  keepIn(roomFor: (bytes: number) => Buffer): void {
    const scanner = this.#scanner;
    if (!this.#unfed) this.#from = scanner.consumed;
    const window = roomFor(this.#window.length);
    this.#window.copy(window, 0, this.#from, this.#to);
    this.#to -= this.#from;
    this.#from = 0;
    this.#window = window;
    this.#roomFor = roomFor;
    if (!this.#unfed) scanner.feed(window, 0, this.#to, this.#ended);
  }

  /**
   * Refills the window and feeds the scanner; false at the end.
   * Throws `unclosedQuote` and `recordTooLong` at the line where the record began.
   */
  async fill(): Promise<boolean> {
    const scanner = this.#scanner;
    if (scanner.tooLong) throw this.#error("recordTooLong", [MAX_RECORD_BYTES]);
    if (!this.#unfed) {
      if (this.#ended) {
        if (scanner.openQuote) throw this.#error("unclosedQuote", []);
        return false;
      }
      this.#from = scanner.consumed;
      await this.#readMore();
    }
    this.#unfed = false;
    scanner.feed(this.#window, this.#from, this.#to, this.#ended);
    return true;
  }

  /** Reads on: at least one byte, and as many as an incomplete long record has, so that rescans stay linear. */
  async #readMore(): Promise<void> {
    const rest = this.#to - this.#from;
    // A CR whose LF is still to come is not the record's.
    if (rest > MAX_RECORD_BYTES + 1) throw this.#error("recordTooLong", [MAX_RECORD_BYTES]);
    const needed = rest < SHORT_RECORD_BYTES ? 1 : Math.min(rest, MAX_RECORD_BYTES + 2 - rest);
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

  /** Moves the incomplete record to the front, of another window where this one stays or `bytes` more do not fit behind it. */
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
