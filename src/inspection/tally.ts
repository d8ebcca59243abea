// What is counted of an inspected list: every record by the scrub's own rules, every phone cell by what was read in it.
// Memory does not grow with the list: flags of the country's numbers, and the first few lines of whatever is counted.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import type { RecordBatch } from "../lists/batch.js";
import { faultOf } from "../lists/fault.js";
import { Occurrences } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { maskNumber } from "../phone/format.js";
import type { CellReading, PhoneNumber, UnreadReason } from "../phone/number.js";
import { TYPE_BY_PREFIX8, TYPE_CODES } from "../phone/plan.js";
import { decide, type Lookup } from "../scrub/decide.js";
import { NUMBER_TYPES, type Policy } from "../scrub/policy.js";
import { NationalFlags, NumberSet } from "./number-flags.js";

const FIRST_EXAMPLES = 3;
/** Flags of a number: a record before had it first; it was counted as one of the list's. */
const SEEN = 2;
const COUNTED = 1;
const PLUS = 0x2b;
const E164_BYTES = 12;

/** A scrub that keeps whatever can be read: its duplicates and its invalid records are the inspection's. */
const KEEP_ALL: Policy = {
  channel: "any",
  types: new Set(NUMBER_TYPES),
  keepDuplicates: false,
  keepForeign: true,
  format: "e164",
};

/** Cells that hold no certain number, for one reason. */
export class UnreadCells extends Occurrences {
  /** Different ones, masked: of the cells that could mean a number, what they could mean. */
  readonly examples: string[] = [];

  addCell(line: number, reading: CellReading): void {
    this.add(line);
    const [number] = reading.doubtful;
    if (number === undefined || this.examples.length === FIRST_EXAMPLES) return;
    const masked = maskNumber(number);
    if (!this.examples.includes(masked)) this.examples.push(masked);
  }
}

/** One phone column, over the records that are whole. */
export class ColumnTally {
  /** Cells that are not empty. */
  filled = 0;
  /** Cells with at least one number. */
  readable = 0;
  /** Cells that are a number in E.164 and nothing else. */
  e164 = 0;
  /** Every number of every cell. */
  readonly numbers: Record<PhoneNumber["type"], number> = { mobile: 0, fixed: 0, toll_free: 0, premium: 0, foreign: 0 };
  readonly several = new Occurrences();
  /** Cells that could mean another number than they say, or any number at all. */
  readonly doubtful = new Occurrences();
  readonly unread = new Map<UnreadReason, UnreadCells>();

  addReading(reading: CellReading, line: number): void {
    if (reading.reason !== "empty") this.filled++;
    if (reading.numbers.length > 0) this.readable++;
    if (reading.numbers.length > 1) this.several.add(line);
    if (reading.doubtful.length > 0) this.doubtful.add(line);
    for (const { type } of reading.numbers) this.numbers[type]++;
    if (reading.reason === undefined) return;
    let cells = this.unread.get(reading.reason);
    if (cells === undefined) {
      cells = new UnreadCells();
      this.unread.set(reading.reason, cells);
    }
    cells.addCell(line, reading);
  }
}

/** `records` = usable + duplicates + withoutNumber + ragged + malformed. */
export class InspectionTally {
  records = 0;
  /** The first record of its number. */
  usable = 0;
  withoutNumber = 0;
  readonly duplicates = new Occurrences();
  readonly ragged = new Occurrences();
  readonly malformed = new Occurrences();
  /** Different numbers in all phone cells of whole records. */
  distinct = 0;
  /** The tallies, in the order of the list's phone columns. */
  readonly columns: readonly ColumnTally[];
  readonly #flags = new NationalFlags();
  readonly #seen = new NumberSet(this.#flags, SEEN);
  readonly #counted = new NumberSet(this.#flags, COUNTED);
  readonly #lookup: Lookup = {
    isSuppressed: () => false,
    wasSeen: (e164) => this.#seen.has(e164),
    isWithheld: () => false,
  };

  constructor(private readonly list: OpenedList) {
    this.columns = list.columns.map(() => new ColumnTally());
  }

  /** Records that are whole: each has a cell in every phone column. */
  get whole(): number {
    return this.records - this.ragged.count - this.malformed.count;
  }

  /** Counts the first `most` records of a batch. As in a scrub, one certain number in the only phone cell is the short way. */
  addBatch(batch: RecordBatch, most: number): void {
    const { plain } = batch;
    const count = Math.min(batch.count, most);
    this.#flags.touch(plain, count);
    for (let i = 0; i < count; i++) {
      batch.select(i);
      if (plain[i]! >= 0) this.#addNational(batch, plain[i]!);
      else this.#add(batch);
    }
    this.records += count;
  }

  #addNational(record: RecordView, national: number): void {
    const column = this.columns[0]!;
    const start = record.cellStart[0]!;
    column.filled++;
    column.readable++;
    column.numbers[TYPE_CODES[TYPE_BY_PREFIX8[(national / 1000) | 0]!]!]++;
    if (record.cellEnd[0]! - start === E164_BYTES && record.bytes[start] === PLUS) column.e164++;
    const known = this.#flags.get(national);
    if ((known & SEEN) !== 0) this.duplicates.add(record.line);
    else this.usable++;
    if ((known & COUNTED) === 0) this.distinct++;
    this.#flags.add(national, SEEN | COUNTED);
  }

  #add(record: RecordBatch): void {
    const fault = faultOf(this.list, record);
    const cells = record.readCells();
    const { disposition, seen } = decide(cells, fault, KEEP_ALL, this.#lookup);
    for (const e164 of seen) this.#seen.add(e164);
    if (fault !== undefined) {
      this[fault].add(record.line);
      return;
    }
    for (const [i, cell] of cells.entries()) {
      const column = this.columns[i]!;
      column.addReading(cell, record.line);
      if (cell.numbers.length === 1 && holdsExactly(cell.numbers[0]!.e164, record, i)) column.e164++;
      for (const { e164 } of cell.numbers) {
        if (this.#counted.has(e164)) continue;
        this.#counted.add(e164);
        this.distinct++;
      }
    }
    if (disposition === "duplicate") this.duplicates.add(record.line);
    else if (disposition === "invalid") this.withoutNumber++;
    else this.usable++;
  }
}

/** Whether the record's wanted cell is exactly this text. */
function holdsExactly(text: string, record: RecordView, cell: number): boolean {
  const start = record.cellStart[cell]!;
  const end = record.cellEnd[cell]!;
  return end - start === text.length && cellText(record.bytes, start, end, false) === text;
}
