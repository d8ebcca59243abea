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
  /** The offset after its line end; after `next` returned false, of the first byte that it has to be fed again. */
  nextStart = 0;
  cells = 0;
  /**
   * Whether another program may split this record in other places. So it is where text follows a closing quote: that cell is
   * read as unquoted. So it is, too, where outside quotes there is a LF in a list of CRs, or a CR without LF in any other.
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
  /** The physical line of the next record, without blank lines before it. */
  nextLine = 1;
  /** The end of the bytes that were fed. */
  fedTo = 0;
  openQuote = false;
  /** Whether `next` stopped at a complete record of more than `MAX_RECORD_BYTES`. */
  tooLong = false;

  readonly #delimiter: number;
  /** The byte of a quote; -1 if quotes are ordinary characters. */
  readonly #quote: number;
  readonly #lineEnd: number;
  readonly #wanted: Int32Array;
  readonly #isSheet: boolean;
  #last = false;
  /** The line ends inside quotes of the current record. */
  #quotedLineEnds = 0;

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
    this.nextLine = this.line = dialect.firstRow ?? line;
  }

  /** Continues with the bytes [from, to), which begin at `nextStart`; `last`: the input ends at `to`. */
  feed(bytes: Uint8Array, from: number, to: number, last: boolean): void {
    this.bytes = bytes;
    this.fedTo = to;
    this.#last = last;
    this.nextStart = from;
    this.openQuote = false;
  }

  /** Continues after records up to `nextStart` that the kernel has read, with the blank lines it skipped. */
  goOn(nextStart: number, nextLine: number, blankLines: number): void {
    this.nextStart = nextStart;
    this.nextLine = nextLine;
    this.blankLines += blankLines;
  }

  /** Moves to the next record. Returns false if it needs more bytes or, after the last feed, if there is none. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a call for each cell without quotes would cost a sixth of its speed.
  next(): boolean {
    const bytes = this.bytes;
    const to = this.fedTo;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const lineEnd = this.#lineEnd;
    const wanted = this.#wanted;
    this.#skipBlankLines();
    const start = this.nextStart;
    if (start >= to) return false;
    this.malformed = false;
    this.#quotedLineEnds = 0;
    let kept = 0;
    let nextWanted = wanted[0]!;
    for (let cell = 0, at = start; ; cell++) {
      const hasQuote = bytes[at] === quote && at < to;
      // Of a cell without quotes, the byte before it.
      const closing = hasQuote ? this.#closingQuote(at + 1) : at - 1;
      if (closing === to) {
        this.openQuote = this.#last;
        return false;
      }
      let end = closing + 1;
      // A quote in unquoted text is an ordinary character.
      for (; end < to; end++) {
        const byte = bytes[end];
        if (byte === delimiter || byte === lineEnd) break;
        if (byte === LF || (byte === CR && end + 1 < to && bytes[end + 1] !== LF)) this.malformed = true;
      }
      const isLastCell = end === to || bytes[end] !== delimiter;
      const textEnd = isLastCell ? this.#textEnd(start, end) : end;
      const isQuoted = hasQuote && closing + 1 === textEnd;
      if (hasQuote && !isQuoted) this.malformed = true;
      if (cell === nextWanted) {
        this.cellStart[kept] = isQuoted ? at + 1 : at;
        this.cellEnd[kept] = isQuoted ? closing : textEnd;
        this.cellQuoted[kept] = isQuoted ? 1 : 0;
        nextWanted = wanted[++kept]!;
      }
      if (isLastCell) return this.#finish(start, textEnd, end, cell + 1, kept);
      at = end + 1;
    }
  }

  /** Returns the offset of the quote that closes the one before `from`; the window's end if none does. */
  #closingQuote(from: number): number {
    const bytes = this.bytes;
    const to = this.fedTo;
    const lineEnd = this.#lineEnd;
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at];
      if (byte === lineEnd) this.#quotedLineEnds++;
      if (byte !== QUOTE) continue;
      // Two quotes are one.
      if (at + 1 === to || bytes[at + 1] !== QUOTE) break;
      at++;
    }
    return at;
  }

  /** Ends a record whose line end is at `end`, its text at `textEnd`. `kept`: its wanted cells. Returns what `next` does. */
  #finish(start: number, textEnd: number, end: number, cells: number, kept: number): boolean {
    if (end === this.fedTo && !this.#last) return false;
    this.tooLong = textEnd - start > MAX_RECORD_BYTES;
    if (this.tooLong) return false;
    this.cellStart.fill(-1, kept);
    this.cellEnd.fill(-1, kept);
    this.cellQuoted.fill(0, kept);
    this.cells = cells;
    this.start = start;
    this.end = textEnd;
    this.nextStart = end === this.fedTo ? end : end + 1;
    this.spansLines = this.#quotedLineEnds > 0;
    this.nextLine += this.#isSheet ? 1 : 1 + this.#quotedLineEnds;
    return true;
  }

  #skipBlankLines(): void {
    let at = this.nextStart;
    for (;;) {
      const end = this.#lineEnd === LF && this.bytes[at] === CR ? at + 1 : at;
      if (end >= this.fedTo || this.bytes[end] !== this.#lineEnd) break;
      at = end + 1;
      this.blankLines++;
      this.nextLine++;
    }
    this.nextStart = at;
    this.line = this.nextLine;
  }

  /** Returns the end of the text before a line end (or the input's end) at `at`: before the CR of a CRLF. */
  #textEnd(start: number, at: number): number {
    return at < this.fedTo && this.#lineEnd === LF && at > start && this.bytes[at - 1] === CR ? at - 1 : at;
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
