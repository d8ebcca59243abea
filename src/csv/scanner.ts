// Scans bytes for the ranges of records and of wanted cells, RFC 4180 as it occurs, without copying. Two passes over
// each block: one without branches lists the special bytes (delimiter, quote, line ends), one walks that list. One pass
// costs twice as much, because the branch at every cell's end is mispredicted.

/** How records are written. */
export interface Dialect {
  /** A byte, or `NO_DELIMITER` of dialect.ts. */
  delimiter: number;
  /** What composed records end with. Reading accepts LF and CRLF mixed for `lf` and `crlf`. */
  recordEnd: "lf" | "crlf" | "cr";
  /** The first record's row in a sheet: each record or blank line is one row, whatever its cells hold. */
  firstRow?: number;
}

export const LF = 0x0a;
export const CR = 0x0d;
export const QUOTE = 0x22;
/** In place of a byte after the last one; not `NO_DELIMITER`. */
const END = -2;

/** A longer record is an error, which bounds memory. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** Bytes per block: a block and its list stay in the processor's first cache. */
const BLOCK_BYTES = 8192;

// One list for all scanners, owned by `lister`. V8 inlines a module's constants, but would load a field's address and
// length at every byte, which doubles the cost.
const specials = new Int32Array(BLOCK_BYTES + 1);
const isSpecial = new Uint8Array(256);
let lister: RecordScanner | undefined;

/**
 * Walks the records of a window; its fields describe the current one. A record that the window cuts off is scanned
 * again from its start once more bytes are fed, so the window must grow geometrically, as reader.ts does.
 */
export class RecordScanner {
  bytes: Uint8Array = new Uint8Array(0);
  /** The record's bytes, without its line end. */
  start = 0;
  end = 0;
  /** The end of its line end. */
  nextStart = 0;
  cells = 0;
  /**
   * Text after a closing quote: the rest of the cell counts as unquoted, and what follows may be cut in the wrong
   * places. Also a line feed outside quotes if CR ends records, and a CR alone if LF does: other programs end a record
   * there, and would contact people whom nobody looked up.
   */
  malformed = false;
  spansLines = false;
  /** Per wanted column, without the quotes; -1 if the record has no such cell. */
  readonly cellStart: Int32Array;
  readonly cellEnd: Int32Array;
  readonly cellQuoted: Uint8Array;
  blankLines = 0;
  /** The physical line, from 1, where the current or incomplete record began; the row of a sheet. */
  line = 1;
  /** Bytes before this offset are done. */
  consumed = 0;
  openQuote = false;
  /** `next` stopped at a complete record of more than `MAX_RECORD_BYTES`. */
  tooLong = false;

  readonly #delimiter: number;
  readonly #lineEnd: number;
  readonly #wanted: Int32Array;
  /** The length of `specials`. If the bytes end, its last entry is `#to`. */
  #specialCount = 0;
  #nextSpecial = 0;
  #indexed = 0;
  #to = 0;
  #last = false;
  #nextLine = 1;
  readonly #isSheet: boolean;
  /** Some CR has no LF after it. Only then are CRs listed, because most files have one a record. */
  #hasLoneCr = false;

  /** `wanted`: 0-based columns, ascending. `line`: the physical line of the first byte that will be fed. */
  constructor(dialect: Dialect, wanted: readonly number[], line = 1) {
    this.#delimiter = dialect.delimiter;
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
    this.consumed = this.nextStart = this.#indexed = from;
    this.#specialCount = this.#nextSpecial = 0;
    this.openQuote = false;
    this.#hasLoneCr = this.#lineEnd === LF && hasLoneCr(bytes, from, to);
    if (lister === this) lister = undefined;
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
    if (consumed === this.consumed) return;
    this.#incomplete(consumed);
    this.#nextLine = nextLine;
    this.blankLines += blankLines;
  }

  /** Moves to the next record; false when it needs more bytes or, after the last feed, when there is none. */
  next(): boolean {
    const bytes = this.bytes;
    const to = this.#to;
    const delimiter = this.#delimiter;
    const lineEnd = this.#lineEnd;
    const wanted = this.#wanted;
    if (lister !== this) this.#claimList();
    let start = this.nextStart;
    if (bytes[start] === lineEnd || bytes[start] === CR) start = this.#skipBlankLines(start);
    this.line = this.#nextLine;
    if (start >= to) return false;

    let next = this.#nextSpecial;
    let count = this.#specialCount;
    let at = start;
    let cell = 0;
    let kept = 0;
    let nextWanted = wanted[0]!;
    let lines = 1;
    let malformed = false;
    let special = 0;
    for (;;) {
      if (next === count) {
        count = this.#listSpecials();
        next = 0;
      }
      special = specials[next++]!;
      let byte = special < to ? bytes[special]! : END;
      let closingQuote = -1;
      if (byte === QUOTE && special === at) {
        for (;;) {
          if (next === count) {
            count = this.#listSpecials();
            next = 0;
          }
          special = specials[next++]!;
          if (special === to) {
            this.openQuote = this.#last;
            return this.#incomplete(start);
          }
          if (bytes[special] === lineEnd) lines++;
          if (bytes[special] !== QUOTE) continue;
          if (special + 1 === to || bytes[special + 1] !== QUOTE) break;
          // Two quotes are one: over the second, which the list has next.
          if (next === count) {
            count = this.#listSpecials();
            next = 0;
          }
          next++;
        }
        if (this.#mayClose(special)) closingQuote = special;
        else malformed = true;
      }
      // On to the cell's end: a quote in an unquoted cell is an ordinary character.
      while (byte === QUOTE || (lineEnd === CR ? byte === LF : byte === CR)) {
        if (byte === LF || (byte === CR && special + 1 < to && bytes[special + 1] !== LF)) malformed = true;
        if (next === count) {
          count = this.#listSpecials();
          next = 0;
        }
        special = specials[next++]!;
        byte = special < to ? bytes[special]! : END;
      }
      if (cell === nextWanted) {
        const quoted = closingQuote >= 0;
        this.cellStart[kept] = quoted ? at + 1 : at;
        this.cellEnd[kept] = quoted ? closingQuote : byte === delimiter ? special : this.#textEnd(start, special);
        this.cellQuoted[kept] = quoted ? 1 : 0;
        nextWanted = wanted[++kept]!;
      }
      cell++;
      if (byte !== delimiter) break;
      at = special + 1;
    }
    if (special === to && !this.#last) return this.#incomplete(start);
    const end = this.#textEnd(start, special);
    if (end - start > MAX_RECORD_BYTES) {
      this.tooLong = true;
      return this.#incomplete(start);
    }
    for (; kept < this.cellStart.length; kept++) {
      this.cellStart[kept] = this.cellEnd[kept] = -1;
      this.cellQuoted[kept] = 0;
    }
    this.start = start;
    this.end = end;
    this.consumed = this.nextStart = special === to ? to : special + 1;
    this.cells = cell;
    this.malformed = malformed;
    this.spansLines = lines > 1;
    this.#nextSpecial = next;
    this.#specialCount = count;
    this.#nextLine += this.#isSheet ? 1 : lines;
    return true;
  }

  #skipBlankLines(start: number): number {
    const { bytes } = this;
    let at = start;
    for (;;) {
      if (this.#nextSpecial === this.#specialCount) this.#listSpecials();
      if (this.#hasLoneCr && specials[this.#nextSpecial] === at && bytes[at] === CR && bytes[at + 1] === LF) {
        this.#nextSpecial++;
        if (this.#nextSpecial === this.#specialCount) this.#listSpecials();
      }
      const special = specials[this.#nextSpecial]!;
      const blank = special === at || (special === at + 1 && bytes[at] === CR && this.#lineEnd === LF);
      if (!blank || special === this.#to || bytes[special] !== this.#lineEnd) break;
      this.#nextSpecial++;
      at = special + 1;
      this.blankLines++;
      this.#nextLine++;
    }
    this.consumed = this.nextStart = at;
    return at;
  }

  #claimList(): void {
    lister = this;
    isSpecial.fill(0);
    // LF even where CR ends records: outside quotes it is then malformed.
    for (const byte of [this.#delimiter, this.#lineEnd, LF, QUOTE, this.#hasLoneCr ? CR : LF])
      if (byte >= 0) isSpecial[byte] = 1;
    this.#indexed = this.nextStart;
    this.#nextSpecial = this.#specialCount = 0;
  }

  /** Lists the special bytes of the next block that has any; after the last one, the end of the bytes. */
  #listSpecials(): number {
    const to = this.#to;
    let at = this.#indexed;
    let count = 0;
    while (count === 0 && at < to) {
      const blockEnd = to - at < BLOCK_BYTES ? to : at + BLOCK_BYTES;
      count = listSpecials(this.bytes, at, blockEnd);
      at = blockEnd;
    }
    if (at === to) specials[count++] = to;
    this.#indexed = at;
    this.#nextSpecial = 0;
    this.#specialCount = count;
    return count;
  }

  #incomplete(start: number): false {
    this.consumed = this.nextStart = this.#indexed = start;
    this.#nextSpecial = this.#specialCount = 0;
    return false;
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

function hasLoneCr(bytes: Uint8Array, from: number, to: number): boolean {
  // A view, because a search in `bytes` would go on to its end.
  const fed = bytes.subarray(from, to);
  for (let at = fed.indexOf(CR); at >= 0; at = fed.indexOf(CR, at + 2)) {
    if (at + 1 < fed.length && fed[at + 1] !== LF) return true;
  }
  return false;
}

function listSpecials(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    specials[count] = at;
    count += isSpecial[bytes[at]!]!;
  }
  return count;
}

/** A record and its ranges, wherever they come from. */
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
