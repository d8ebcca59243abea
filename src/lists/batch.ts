// A batch of records of one window, in columns, with the numbers of their phone cells. It is filled on this thread or ahead of
// it (scan-ahead.ts), and judged by scrub/.

import type { RecordScanner, RecordView } from "../csv/scanner.js";
import type { JudgedBatch } from "../kernel/judge-kernel.js";
import type { ScanKernel } from "../kernel/scan-kernel.js";
import { type CellReading, holdsMore } from "../phone/number.js";
import { readingOfPlain, readPhoneCells, readPlainNumber } from "./phone-cells.js";
import { NOT_STORED, ReadingsColumn } from "./readings.js";
import { CELL_COLUMNS, FLAG_BITS, Flag, Plain, RecordColumns, type SharedRoom } from "./record-columns.js";
import { NO_WORDS, type PhoneWords, RecordWatcher, type WatchPlan } from "./watch.js";

const HASH = 0x23;
const DOT = 0x2e;
/** A dot behind more digits may begin decimals: that of `9001234.0`, but not that of `7012.3456`. */
const HALF = 4;
/** The least bytes that the scanner reads where the kernel stops: what it can't read is seldom alone. */
const ODD_BYTES = 8192;

/** A batch of records, and a view of the record that `select` selects. */
export class RecordBatch implements RecordView {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  /** By record, its number or a code (`RecordColumns`). A malformed or ragged record, or one of several lines, has no number. */
  readonly plain: Int32Array;

  start = 0;
  end = 0;
  nextStart = 0;
  line = 0;
  cells = 0;
  malformed = false;
  spansLines = false;
  /** In a phone list, the only number in other columns, whose state alone decides; -1 if there is none. */
  mentioned = -1;
  readonly cellStart: Int32Array;
  readonly cellEnd: Int32Array;
  readonly cellQuoted: Uint8Array;

  readonly #stored: RecordColumns;
  /** The only phone among the wanted cells; -1 if there are several. */
  readonly #phone: number;
  /** For the kernel that judges the batch. Undefined without `shared`. */
  readonly readings: ReadingsColumn | undefined;
  readonly #watcher: RecordWatcher | undefined;
  #index = 0;

  /**
   * `wanted`: how many cells of a record are wanted; `width`: how many cells a whole record has; `watchPlan`: which wanted cells
   * are phones, and what else counts. `shared`: `batchBytes(wanted)` bytes, if another thread or the kernel fills the batch.
   * `kernel`: lists the records that it can, in its own memory.
   */
  constructor(
    private readonly wanted: number,
    private readonly width: number,
    private readonly watchPlan: WatchPlan,
    shared?: SharedRoom,
    private readonly kernel?: ScanKernel,
  ) {
    const { phones } = watchPlan;
    this.#watcher = watchPlan.isOn ? new RecordWatcher(watchPlan, kernel?.harmless) : undefined;
    this.#phone = phones.length === 1 ? phones[0]! : -1;
    this.#stored = new RecordColumns(wanted, shared);
    this.plain = this.#stored.plain;
    this.readings = shared && new ReadingsColumn(this.#stored.readings);
    this.cellStart = new Int32Array(wanted);
    this.cellEnd = new Int32Array(wanted);
    this.cellQuoted = new Uint8Array(wanted);
  }

  /**
   * Fills the batch with the scanner's next records: as many as fit, or fewer at the end of its window. `base`: the offset in the
   * window of the batch's first byte.
   */
  fill(scanner: RecordScanner, base = 0): void {
    const most = this.plain.length;
    this.readings?.clear();
    this.bytes = base === 0 ? scanner.bytes : scanner.bytes.subarray(base);
    this.count = 0;
    const kernel = this.kernel?.reaches(scanner.bytes) ? this.kernel : undefined;
    for (;;) {
      const oddUntil = kernel === undefined ? 0 : this.#fillByKernel(kernel, scanner, base);
      if (this.count === most) return;
      // The scanner reads on where the kernel stopped; at the window's end, a last record without a line end.
      const until = oddUntil === 0 ? Number.POSITIVE_INFINITY : Math.max(oddUntil, scanner.nextStart + ODD_BYTES);
      do {
        if (!scanner.next()) return;
        this.#stored.store(this.count, scanner, base);
        this.#checkOtherColumns(this.count++);
        if (this.count === most) return;
      } while (scanner.nextStart < until);
    }
  }

  /** Adds the records that the kernel lists. Returns the end of what it can't read; 0 if there is none. */
  #fillByKernel(kernel: ScanKernel, scanner: RecordScanner, base: number): number {
    const from = this.count;
    const { byteOffset } = this.#stored.starts;
    const { marked } = this.watchPlan;
    const listed = kernel.list(scanner, base, byteOffset, this.plain.length, from, this.readings!);
    for (let i = from; i < listed.count; i++)
      if (this.plain[i] === Plain.UNCHECKED || marked?.has(this.#stored.lines[i]!)) this.#checkOtherColumns(i);
    this.count = listed.count;
    return listed.isCut ? this.#fillByKernel(kernel, scanner, base) : listed.oddUntil;
  }

  /** Checks whether anything counts in a record besides its phone cells; if not, reads its number if that is plain. */
  #checkOtherColumns(index: number): void {
    this.select(index);
    const { width, watchPlan } = this;
    const watcher = this.#watcher;
    const phone = this.#phone;
    const isWhole = this.cells === width && !this.malformed;
    const counts = watchPlan.marked?.has(this.line) || (watcher && (!isWhole || watcher.usesOtherColumns(this)));
    if (counts) this.#stored.shapes[index]! |= Flag.USES_OTHER_COLUMNS;
    const mayBePlain = phone >= 0 && isWhole && !counts && !this.spansLines;
    const plain = mayBePlain ? readPlainNumber(this.bytes, this.cellStart[phone]!, this.cellEnd[phone]!) : Plain.NONE;
    this.plain[index] = plain;
    this.#stored.readingOrMention[index] = NOT_STORED;
  }

  /** Reads the phone cells that are not plain, for the kernel to judge. */
  readCellsLeft(): void {
    const { phones, cuts } = this.watchPlan;
    for (let i = 0; i < this.count; i++) {
      if (this.plain[i] !== Plain.NONE) continue;
      this.select(i);
      const { sayNo, areLost } = this.#phoneWords();
      const readings = readPhoneCells(this, phones);
      if (sayNo) this.#stored.shapes[i]! |= Flag.USES_OTHER_COLUMNS;
      if (areLost || (this.#watcher && cuts && readings.some(holdsMore))) this.#stored.shapes[i]! |= Flag.LOSES_WORDS;
      this.#stored.readingOrMention[i] = this.readings?.put(readings) ?? NOT_STORED;
      this.plain[i] = Plain.READ;
    }
  }

  /** Moves the view to a record. */
  select(index: number): void {
    this.#index = index;
    this.start = this.#stored.starts[index]!;
    this.end = this.#stored.ends[index]!;
    this.nextStart = this.#stored.nexts[index]!;
    this.line = this.#stored.lines[index]!;
    const shape = this.#stored.shapes[index]!;
    this.malformed = (shape & Flag.MALFORMED) !== 0;
    this.spansLines = (shape & Flag.SPANS_LINES) !== 0;
    this.mentioned = this.plain[index] === Plain.READ ? -1 : this.#stored.readingOrMention[index]!;
    this.cells = shape >>> FLAG_BITS;
    for (let i = 0, at = this.#stored.cellAt(index); i < this.wanted; i++, at += CELL_COLUMNS) {
      this.cellStart[i] = this.#stored.cells[at]!;
      this.cellEnd[i] = this.#stored.cells[at + 1]!;
      this.cellQuoted[i] = this.#stored.cells[at + 2]! & 1;
    }
  }

  /** Whether anything in the record besides its numbers may count: always in a broken record, never if nothing is watched. */
  get usesOtherColumns(): boolean {
    return (this.#stored.shapes[this.#index]! & Flag.USES_OTHER_COLUMNS) !== 0 || this.#phoneWords().sayNo;
  }

  /** Returns what the words of the selected record's phone cells mean, if they are not read yet. */
  #phoneWords(): PhoneWords {
    return (this.plain[this.#index] === Plain.NONE && this.#watcher?.wordsOfPhones(this)) || NO_WORDS;
  }

  /** Where the kernel finds the batch. */
  get columns(): JudgedBatch {
    return {
      window: this.bytes.byteOffset,
      readings: this.readings?.address ?? 0,
      columns: this.#stored.starts.byteOffset,
      cap: this.plain.length,
      count: this.count,
      wanted: this.wanted,
      phones: this.watchPlan.phones,
      shape: this.width << FLAG_BITS,
    };
  }

  /** Returns the lines of records [from, to) whose phone cells lose words. The kernel takes that flag from those that it removes. */
  linesLosingWords(from: number, to: number): number[] {
    const lines: number[] = [];
    for (let i = from; i < to; i++)
      if ((this.#stored.shapes[i]! & Flag.LOSES_WORDS) !== 0) lines.push(this.#stored.lines[i]!);
    return lines;
  }

  /** Counts the digits of the only phone cell of a plain record; -1 if `readCell` has to tell which of its characters count. */
  phoneDigits(record: number): number {
    const { bytes } = this;
    const cell = this.#stored.cellAt(record) + this.#phone * CELL_COLUMNS;
    let digits = 0;
    for (let at = this.#stored.cells[cell]!; at < this.#stored.cells[cell + 1]!; at++) {
      const byte = bytes[at]!;
      if (byte >= 0x30 && byte <= 0x39) digits++;
      else if (byte === HASH || byte > 0x3f || (byte === DOT && digits > HALF)) return -1;
    }
    return digits;
  }

  /** Returns the readings of the selected record's phone cells, by column. */
  readCells(): CellReading[] {
    const plain = this.plain[this.#index]!;
    return plain >= 0 ? [readingOfPlain(plain)] : readPhoneCells(this, this.watchPlan.phones);
  }
}
