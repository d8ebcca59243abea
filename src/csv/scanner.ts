// Scans bytes for the ranges of records and of wanted cells, RFC 4180 as it occurs, without copying.

/** How records are written. */
export interface Dialect {
  /** A byte, or `NO_DELIMITER` of dialect.ts. */
  delimiter: number;
  /** What composed records end with. Reading accepts LF and CRLF mixed for `lf` and `crlf`. */
  recordEnd: "lf" | "crlf" | "cr";
  /** Quotes are ordinary characters: in a text they begin no cell and may never close. */
  isText?: true;
  /** The first record's row in a sheet: each record or blank line is one row, whatever its cells hold. */
  firstRow?: number;
}

export const LF = 0x0a;
export const CR = 0x0d;
export const QUOTE = 0x22;

/** A longer record is an error, which bounds memory. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/**
 * Walks the records of a window; its fields describe the current one. A record that the window cuts off is scanned
 * again from its start once more bytes are fed, so the window must grow geometrically, as reader.ts does.
 */
export class RecordScanner {
  bytes: Uint8Array = new Uint8Array(0);
  /** The record's bytes, without its line end. */
  start = 0;
  end = 0;
  /** The offset after its line end. */
  nextStart = 0;
  cells = 0;
  /**
   * Whether text follows a closing quote: the rest of that cell counts as unquoted, and later cells may be cut in the wrong
   * places. Also whether a LF is outside quotes if CR ends records, or a CR alone if LF does: other programs end a record
   * there, and would contact people whom nobody looked up.
   */
  malformed = false;
  spansLines = false;
  /** The range of each wanted cell, without its quotes; -1 if the record has no such cell. */
  readonly cellStart: Int32Array;
  readonly cellEnd: Int32Array;
  readonly cellQuoted: Uint8Array;
  blankLines = 0;
  /** The physical line, from 1, where the current or incomplete record began; the row of a sheet. */
  line = 1;
  /** Bytes before this offset are done. */
  consumed = 0;
  openQuote = false;
  /** Whether `next` stopped at a complete record of more than `MAX_RECORD_BYTES`. */
  tooLong = false;

  readonly #delimiter: number;
  /** The byte of a quote; -1 if quotes are ordinary characters. */
  readonly #quote: number;
  readonly #lineEnd: number;
  readonly #wanted: Int32Array;
  readonly #isSheet: boolean;
  #to = 0;
  #last = false;
  #nextLine = 1;

  /** `wanted`: 0-based columns, ascending. `line`: the physical line of the first byte that will be fed. */
  constructor(dialect: Dialect, wanted: readonly number[], line = 1) {
    this.#delimiter = dialect.delimiter;
    this.#quote = dialect.isText ? -1 : QUOTE;
    this.#lineEnd = dialect.recordEnd === "cr" ? CR : LF;
    this.#wanted = Int32Array.from([...wanted, -1]);
    this.cellStart = new Int32Array(wanted.length).fill(-1);
    this.cellEnd = new Int32Array(wanted.length).fill(-1);
    this.cellQuoted = new Uint8Array(wanted.length);
    this.#isSheet = dialect.firstRow !== undefined;
    this.#nextLine = this.line = dialect.firstRow ?? line;
  }

  /** Continues with the bytes [from, to) where `consumed` stopped; `last`: the input ends at `to`. */
  feed(bytes: Uint8Array, from: number, to: number, last: boolean): void {
    this.bytes = bytes;
    this.#to = to;
    this.#last = last;
    this.consumed = this.nextStart = from;
    this.openQuote = false;
  }

  get fedTo(): number {
    return this.#to;
  }

  /** The physical line of the next record, without blank lines before it. */
  get nextLine(): number {
    return this.#nextLine;
  }

  /** Continues after records up to `consumed` that the kernel has read, with the blank lines it skipped. */
  goOn(consumed: number, nextLine: number, blankLines: number): void {
    this.consumed = this.nextStart = consumed;
    this.#nextLine = nextLine;
    this.blankLines += blankLines;
  }

  /** Moves to the next record. Returns false if it needs more bytes or, after the last feed, if there is none. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over bytes, in which calls would cost half of its speed.
  next(): boolean {
    const bytes = this.bytes;
    const to = this.#to;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const lineEnd = this.#lineEnd;
    const wanted = this.#wanted;
    this.#skipBlankLines();
    const start = this.nextStart;
    if (start >= to) return false;

    let at = start;
    let end = start;
    let cell = 0;
    let kept = 0;
    let nextWanted = wanted[0]!;
    let lines = 1;
    let malformed = false;
    for (;;) {
      let closingQuote = -1;
      if (bytes[at] === quote && at < to) {
        for (end = at + 1; end < to; end++) {
          const byte = bytes[end];
          if (byte === lineEnd) lines++;
          if (byte !== QUOTE) continue;
          // Two quotes are one.
          if (end + 1 === to || bytes[end + 1] !== QUOTE) break;
          end++;
        }
        if (end >= to) {
          this.openQuote = this.#last;
          return false;
        }
        if (this.#mayClose(end)) closingQuote = end;
        else malformed = true;
        end++;
      }
      // On to the cell's end: a quote in an unquoted cell is an ordinary character.
      for (; end < to; end++) {
        const byte = bytes[end];
        if (byte === delimiter || byte === lineEnd) break;
        if (byte === LF || (byte === CR && end + 1 < to && bytes[end + 1] !== LF)) malformed = true;
      }
      const endsCell = end < to && bytes[end] === delimiter;
      if (cell === nextWanted) {
        const quoted = closingQuote >= 0;
        this.cellStart[kept] = quoted ? at + 1 : at;
        this.cellEnd[kept] = quoted ? closingQuote : endsCell ? end : this.#textEnd(start, end);
        this.cellQuoted[kept] = quoted ? 1 : 0;
        nextWanted = wanted[++kept]!;
      }
      cell++;
      if (!endsCell) break;
      at = ++end;
    }
    if (end === to && !this.#last) return false;
    const textEnd = this.#textEnd(start, end);
    if (textEnd - start > MAX_RECORD_BYTES) {
      this.tooLong = true;
      return false;
    }
    this.cells = cell;
    this.malformed = malformed;
    this.#finish(start, textEnd, end, kept, lines);
    return true;
  }

  /** `textEnd`: the end without the line end, which is at `end`. `kept`: the number of wanted cells. `lines`: those it spans. */
  #finish(start: number, textEnd: number, end: number, kept: number, lines: number): void {
    this.cellStart.fill(-1, kept);
    this.cellEnd.fill(-1, kept);
    this.cellQuoted.fill(0, kept);
    this.start = start;
    this.end = textEnd;
    this.consumed = this.nextStart = end === this.#to ? end : end + 1;
    this.spansLines = lines > 1;
    this.#nextLine += this.#isSheet ? 1 : lines;
  }

  #skipBlankLines(): void {
    let at = this.nextStart;
    for (;;) {
      const end = this.#lineEnd === LF && this.bytes[at] === CR ? at + 1 : at;
      if (end >= this.#to || this.bytes[end] !== this.#lineEnd) break;
      at = end + 1;
      this.blankLines++;
      this.#nextLine++;
    }
    this.consumed = this.nextStart = at;
    this.line = this.#nextLine;
  }

  /** Returns the end of the text before a line end (or the input's end) at `at`: before the CR of a CRLF. */
  #textEnd(start: number, at: number): number {
    return at < this.#to && this.#lineEnd === LF && at > start && this.bytes[at - 1] === CR ? at - 1 : at;
  }

  /** Whether the quote at `at` closes its cell: a delimiter, a line end or the input's end follows. */
  #mayClose(at: number): boolean {
    if (at + 1 === this.#to) return true;
    const byte = this.bytes[at + 1];
    if (byte === this.#delimiter || byte === this.#lineEnd) return true;
    return byte === CR && this.#lineEnd === LF && at + 2 < this.#to && this.bytes[at + 2] === LF;
  }
}

/** A record and the ranges of its wanted cells. */
export type RecordView = Pick<
  RecordScanner,
  | "bytes"
  | "start"
  | "end"
  | "nextStart"
  | "line"
  | "cells"
  | "malformed"
  | "spansLines"
  | "cellStart"
  | "cellEnd"
  | "cellQuoted"
>;
