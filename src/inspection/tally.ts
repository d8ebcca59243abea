// What is counted of an inspected list: records by the scrub's own rules and tally, phone cells by what was read in
// them.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import type { RecordBatch } from "../lists/batch.js";
import { faultOf, type RecordFault } from "../lists/fault.js";
import { Occurrences } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { maskNumber } from "../phone/format.js";
import type { CellReading, PhoneNumber, UnreadReason } from "../phone/number.js";
import { decide, type Lookup } from "../scrub/decide.js";
import { NUMBER_TYPES, type Policy } from "../scrub/policy.js";
import { Tally } from "../scrub/tally.js";
import { NationalStates, SeenNumbers } from "../suppression/country.js";

const FIRST_EXAMPLES = 3;

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
    const [number] = reading.candidates;
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
    if (reading.candidates.length > 0) this.doubtful.add(line);
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

/** What a scrub that keeps whatever can be read would count. */
export class InspectionTally {
  readonly #counts = new Tally(0);
  /** Records of which a person is told the lines; a duplicate is one of its first number. */
  readonly found: Readonly<Record<RecordFault | "duplicate", Occurrences>> = {
    ragged: new Occurrences(),
    malformed: new Occurrences(),
    duplicate: new Occurrences(),
  };
  /** Different numbers in all phone cells of whole records. */
  distinct = 0;
  /** The tallies, in the order of the list's phone columns. */
  readonly columns: readonly ColumnTally[];
  readonly #seen = new SeenNumbers(new NationalStates());
  readonly #counted = new SeenNumbers(new NationalStates());
  readonly #lookup: Lookup = {
    isSuppressed: () => false,
    wasSeen: (e164) => this.#seen.wasSeen(e164),
    isWithheld: () => false,
  };

  constructor(private readonly list: OpenedList) {
    this.columns = list.columns.map(() => new ColumnTally());
  }

  get records(): number {
    return this.#counts.sum;
  }

  /** The first record of its number. */
  get usable(): number {
    return this.#counts.dispositions.clean;
  }

  get withoutNumber(): number {
    return this.#counts.dispositions.invalid - this.found.ragged.count - this.found.malformed.count;
  }

  /** Records that are whole: each has a cell in every phone column. */
  get whole(): number {
    return this.records - this.found.ragged.count - this.found.malformed.count;
  }

  /** Counts the first `most` records of a batch. */
  addBatch(batch: RecordBatch, most: number): void {
    for (let i = 0; i < Math.min(batch.count, most); i++) {
      batch.select(i);
      this.#add(batch);
    }
  }

  #add(record: RecordBatch): void {
    const fault = faultOf(this.list, record);
    const cells = record.readCells();
    const { disposition, reason, seen } = decide(cells, fault, KEEP_ALL, this.#lookup);
    for (const e164 of seen) this.#seen.see(e164);
    if (reason === undefined) this.#counts.countCleanWith([]);
    else this.#counts.countRemoved(disposition, reason);
    const told = fault ?? (reason === "duplicate" ? reason : undefined);
    if (told !== undefined) this.found[told].add(record.line);
    if (fault !== undefined) return;
    for (const [i, cell] of cells.entries()) {
      const column = this.columns[i]!;
      column.addReading(cell, record.line);
      if (cell.numbers.length === 1 && holdsExactly(cell.numbers[0]!.e164, record, i)) column.e164++;
      for (const { e164 } of cell.numbers) {
        if (!this.#counted.wasSeen(e164)) this.distinct++;
        this.#counted.see(e164);
      }
    }
  }
}

/** Whether the record's wanted cell is exactly this text. */
function holdsExactly(text: string, record: RecordView, cell: number): boolean {
  const start = record.cellStart[cell]!;
  const end = record.cellEnd[cell]!;
  return end - start === text.length && cellText(record.bytes, start, end, false) === text;
}
