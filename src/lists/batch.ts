// Batches of records in columns: the ranges of many records of one window, and the numbers that the kernel reads in
// them. Filled on this thread or ahead of it (scan-ahead.ts), judged by scrub/.

import type { RecordScanner, RecordView } from "../csv/scanner.js";
import type { JudgedBatch } from "../kernel/judge-kernel.js";
import type { Room } from "../kernel/kernel.js";
import { LOOKED_FOR, type ScanKernel, type Scanned, type Span } from "../kernel/scan-kernel.js";
import { type CellReading, holdsMore } from "../phone/number.js";
import type { OpenedList } from "./open.js";
import { readingOfPlain, readPhoneCells, readPlainNumber } from "./phone-cells.js";
import { NOT_STORED, READING_CODES, ReadingsColumn } from "./readings.js";
import { NO_WORDS, Watch, type Watched } from "./watch.js";
import { wordTables } from "./word-tables.js";

const MOST_RECORDS = 8192;
const HASH = 0x23;
/** The most bytes of a batch's columns: a list with thousands of phone columns gets fewer records at a time. */
const MOST_BYTES = 1024 * 1024;
/** Bytes that the scanner reads around what the kernel can't, which seldom comes alone. */
const ODD_BYTES = 8192;
/** Int32 columns per record besides its wanted cells: start, end, nextStart, line, shape, plain, reading. */
const COLUMNS = 7;
// A record's shape: its number of cells, and four flags.
const MALFORMED = 1;
const SPANS_LINES = 2;
const USES_OTHER_COLUMNS = 4;
const LOSES_WORDS = 8;
const FLAG_BITS = 4;
// In `plain`, a record whose phones have to be read; one that the kernel listed but that has more than its phones to look at.
const NOT_PLAIN = -1;
const ASKED = -2;
/** One whose phone cell holds two numbers, which the kernel has read. */
const READ = -4;
/** The Int32 columns of a wanted cell: start, end, quoted. */
const CELL_COLUMNS = 3;

/** Floats for readings per record, on average: enough if most cells are odd and have a candidate. */
function readingFloats(wanted: number): number {
  return 2 + 2 * wanted;
}

function recordBytes(wanted: number): number {
  const columns = (COLUMNS + CELL_COLUMNS * wanted) * Int32Array.BYTES_PER_ELEMENT;
  return columns + readingFloats(wanted) * Float64Array.BYTES_PER_ELEMENT;
}

function batchRecords(wanted: number): number {
  return Math.max(1, Math.min(MOST_RECORDS, Math.floor(MOST_BYTES / recordBytes(wanted))));
}

export function batchBytes(wanted: number): number {
  return batchRecords(wanted) * recordBytes(wanted);
}

export interface SharedRoom extends Room {
  buffer: SharedArrayBuffer;
}

export function bytesOfShared({ buffer, address, bytes }: SharedRoom): Buffer {
  return Buffer.from(buffer, address, bytes);
}

/** Describes a list for the kernel, on whichever thread it runs. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: each condition says what one kind of column is looked through for.
export function kernelTask({
  dialect,
  width,
  wanted,
  watched,
}: Pick<OpenedList, "dialect" | "width" | "wanted" | "watched">): Scanned {
  const { phones, columns, isOn, words, joins = false, cuts = false } = watched;
  const spans: Span[] = [];
  for (const { column, question, isPhone, isBare } of columns) {
    const isText = isPhone || question.isAsking;
    const kinds = isText
      ? LOOKED_FOR[question.isAsking ? "texts" : "phones"]
      : (words && !question.isDeaf ? LOOKED_FOR.words : 0) | (isBare ? LOOKED_FOR.numbers : 0);
    const last = spans.at(-1);
    if (!isText && last !== undefined && last.last === column - 1 && last.kinds === kinds) last.last = column;
    else if (kinds > 0) spans.push({ first: column, last: column, kinds });
  }
  return {
    ...{ dialect, width, wanted, phones },
    cuts: isOn && cuts,
    readings: { reasons: READING_CODES.reasons.length, types: READING_CODES.types },
    watched: isOn ? { spans, joins, words: words ? wordTables() : undefined } : undefined,
  };
}

/** A batch of records, and a view of one of them, which `select` moves. */
export class RecordBatch implements RecordView {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  /**
   * Per record, the national number of its only phone cell if the kernel reads one and nothing else in the record
   * counts, but for the state of `mentioned`; else less than 0. Also if the record is malformed, spans lines or is ragged.
   */
  readonly plain: Int32Array;

  start = 0;
  end = 0;
  nextStart = 0;
  line = 0;
  cells = 0;
  malformed = false;
  spansLines = false;
  /** Something outside the phone cells may count: always so in a broken record, never if nothing is watched. */
  usesOtherColumns = false;
  /** In a phone list: the only number beside that of `plain`, where its state alone decides; else -1. */
  mentioned = -1;
  readonly cellStart: Int32Array;
  readonly cellEnd: Int32Array;
  readonly cellQuoted: Uint8Array;

  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #nexts: Int32Array;
  readonly #lines: Int32Array;
  readonly #shapes: Int32Array;
  readonly #wantedCells: Int32Array;
  /** The only phone among the wanted cells; -1 if there are several. */
  readonly #phone: number;
  /** The index of each record's readings; of one that is plain, the number that it mentions. */
  readonly #readingAt: Int32Array;
  /** Only if another thread fills the batch. */
  readonly #readings: ReadingsColumn | undefined;
  readonly #watch: Watch | undefined;
  #index = 0;

  /**
   * `wanted`: the number of wanted cells; `width`: of cells that a record should have. `watched`: which wanted cells
   * are phones, and what else is looked at. `shared`: `batchBytes(wanted)` bytes, if another thread fills them; it then
   * also reads the phone cells that are not plain. `kernel`: lists the records that it can, in its own memory.
   */
  constructor(
    private readonly wanted: number,
    private readonly width: number,
    private readonly watched: Watched,
    shared?: SharedRoom,
    private readonly kernel?: ScanKernel,
  ) {
    const { phones } = watched;
    this.#watch = watched.isOn ? new Watch(watched, kernel?.harmless) : undefined;
    this.#phone = phones.length === 1 ? phones[0]! : -1;
    const records = batchRecords(wanted);
    const columns = shared?.buffer ?? new ArrayBuffer(batchBytes(wanted));
    const readings = new Float64Array(columns, shared?.address ?? 0, records * readingFloats(wanted));
    this.#readings = shared && new ReadingsColumn(readings);
    const first = readings.byteOffset + readings.byteLength;
    const column = (index: number, count = 1) =>
      new Int32Array(columns, first + index * records * Int32Array.BYTES_PER_ELEMENT, count * records);
    this.#starts = column(0);
    this.#ends = column(1);
    this.#nexts = column(2);
    this.#lines = column(3);
    this.#shapes = column(4);
    this.plain = column(5);
    this.#readingAt = column(6);
    this.#wantedCells = column(COLUMNS, CELL_COLUMNS * wanted);
    this.cellStart = new Int32Array(wanted);
    this.cellEnd = new Int32Array(wanted);
    this.cellQuoted = new Uint8Array(wanted);
  }

  /**
   * Takes the scanner's next records, as many as fit, or fewer at the end of its window. Ranges count from `base`, the
   * offset in the window that becomes the batch's first byte.
   */
  fill(scanner: RecordScanner, base = 0): void {
    const most = this.plain.length;
    this.#readings?.clear();
    this.bytes = base === 0 ? scanner.bytes : scanner.bytes.subarray(base);
    this.count = 0;
    const kernel = this.kernel?.reaches(scanner.bytes) ? this.kernel : undefined;
    for (;;) {
      const oddUntil = kernel === undefined ? 0 : this.#list(kernel, scanner, base);
      if (this.count === most) return;
      // Past what the kernel can't read, which seldom comes alone, or its window's last record without a line end.
      const until = oddUntil === 0 ? Number.POSITIVE_INFINITY : Math.max(oddUntil, scanner.consumed + ODD_BYTES);
      do {
        if (!scanner.next()) return;
        this.#put(scanner, base);
        this.#finish(this.count++, true);
        if (this.count === most) return;
      } while (scanner.nextStart < until);
    }
  }

  /** Takes the records that the kernel lists. Returns the end of what it can't read; 0 if there is none. */
  #list(kernel: ScanKernel, scanner: RecordScanner, base: number): number {
    const from = this.count;
    const { byteOffset } = this.#starts;
    const { marked } = this.watched;
    const listed = kernel.list(scanner, base, byteOffset, this.plain.length, from, this.#readings);
    for (let i = from; i < listed.count; i++) {
      const plain = this.plain[i]!;
      if (plain === NOT_PLAIN || plain === ASKED || marked?.has(this.#lines[i]!)) this.#finish(i, plain === ASKED);
      else if (plain === READ) this.plain[i] = NOT_PLAIN;
    }
    this.count = listed.count;
    return listed.isCut ? this.#list(kernel, scanner, base) : listed.oddUntil;
  }

  #put(scanner: RecordScanner, base: number): void {
    const { wanted, count } = this;
    this.#starts[count] = scanner.start - base;
    this.#ends[count] = scanner.end - base;
    this.#nexts[count] = scanner.nextStart - base;
    this.#lines[count] = scanner.line;
    this.plain[count] = NOT_PLAIN;
    this.#shapes[count] =
      (scanner.cells << FLAG_BITS) | (scanner.malformed ? MALFORMED : 0) | (scanner.spansLines ? SPANS_LINES : 0);
    for (let i = 0, at = count * wanted * CELL_COLUMNS; i < wanted; i++, at += CELL_COLUMNS) {
      const start = scanner.cellStart[i]!;
      this.#wantedCells[at] = start < 0 ? -1 : start - base;
      this.#wantedCells[at + 1] = scanner.cellEnd[i]! - base;
      this.#wantedCells[at + 2] = scanner.cellQuoted[i]!;
    }
  }

  /** Reads the phones of a stored record and, if `isAsked`, whether anything else in it counts, or it is plain. */
  #finish(index: number, isAsked: boolean): void {
    this.select(index);
    const phone = this.#phone;
    const isWhole = this.cells === this.width && !this.malformed;
    const watch = this.#watch;
    const { phones, marked, cuts } = this.watched;
    const isMarked = marked?.has(this.line);
    const { sayNo, areLost } = watch?.wordsOfPhones(this) ?? NO_WORDS;
    if (isMarked || sayNo || (isAsked && watch !== undefined && (!isWhole || watch.isRaised(this)))) {
      this.#shapes[index]! |= USES_OTHER_COLUMNS;
      this.usesOtherColumns = true;
    }
    const isPlain = isAsked && phone >= 0 && isWhole && !this.usesOtherColumns && !this.spansLines;
    const plain = isPlain ? readPlainNumber(this.bytes, this.cellStart[phone]!, this.cellEnd[phone]!) : NOT_PLAIN;
    this.plain[index] = plain;
    const readings = plain >= 0 ? [] : readPhoneCells(this, phones);
    if (areLost || (watch && cuts && readings.some(holdsMore))) this.#shapes[index]! |= LOSES_WORDS;
    this.#readingAt[index] = (plain < 0 ? this.#readings?.put(readings) : undefined) ?? NOT_STORED;
  }

  select(index: number): void {
    const { wanted } = this;
    this.#index = index;
    this.start = this.#starts[index]!;
    this.end = this.#ends[index]!;
    this.nextStart = this.#nexts[index]!;
    this.line = this.#lines[index]!;
    const shape = this.#shapes[index]!;
    this.malformed = (shape & MALFORMED) !== 0;
    this.spansLines = (shape & SPANS_LINES) !== 0;
    this.usesOtherColumns = (shape & USES_OTHER_COLUMNS) !== 0;
    this.mentioned = this.plain[index] === NOT_PLAIN ? -1 : this.#readingAt[index]!;
    this.cells = shape >>> FLAG_BITS;
    for (let i = 0, at = index * wanted * CELL_COLUMNS; i < wanted; i++, at += CELL_COLUMNS) {
      this.cellStart[i] = this.#wantedCells[at]!;
      this.cellEnd[i] = this.#wantedCells[at + 1]!;
      this.cellQuoted[i] = this.#wantedCells[at + 2]! & 1;
    }
  }

  get columns(): JudgedBatch {
    const { count, wanted } = this;
    return {
      window: this.bytes.byteOffset,
      readings: this.#readings?.address ?? 0,
      first: this.#starts.byteOffset,
      cap: this.plain.length,
      count,
      wanted,
      phones: this.watched.phones,
      shape: this.width << FLAG_BITS,
    };
  }

  /** Returns the lines of records in [from, to) whose phone cells lose words and that the kernel did not remove. */
  linesLosingWords(from: number, to: number): number[] {
    const lines: number[] = [];
    for (let i = from; i < to; i++) if ((this.#shapes[i]! & LOSES_WORDS) !== 0) lines.push(this.#lines[i]!);
    return lines;
  }

  /** Counts the digits of the only phone cell of a plain record; -1 if it holds more than digits and ASCII marks. */
  phoneDigits(record: number): number {
    const { bytes } = this;
    const cell = (record * this.wanted + this.#phone) * CELL_COLUMNS;
    let digits = 0;
    for (let at = this.#wantedCells[cell]!; at < this.#wantedCells[cell + 1]!; at++) {
      const byte = bytes[at]!;
      if (byte >= 0x30 && byte <= 0x39) digits++;
      else if (byte === HASH || byte > 0x3f) return -1;
    }
    return digits;
  }

  /** Returns the readings of the selected record's phone cells. A plain record has none stored: it is its number. */
  readCells(): CellReading[] {
    const plain = this.plain[this.#index]!;
    if (plain >= 0) return [readingOfPlain(plain)];
    const at = plain === NOT_PLAIN ? this.#readingAt[this.#index]! : NOT_STORED;
    const { phones } = this.watched;
    return at === NOT_STORED ? readPhoneCells(this, phones) : this.#readings!.get(at, phones.length);
  }
}
