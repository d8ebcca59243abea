// Counts an inspected list: its records by the scrub's own rules and tally, its phone cells by their readings.

import type { RecordBatch } from "../lists/batch.js";
import { faultOf, type RecordFault } from "../lists/fault.js";
import { Occurrences, OccurrencesBy } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import type { CellReading, PhoneNumber, UnreadReason } from "../phone/number.js";
import { decide, NUMBER_TYPES, type Policy } from "../scrub/rules.js";
import { Tally } from "../scrub/tally.js";
import { NationalStates, SeenNumbers } from "../suppression/country.js";

/** The policy of a scrub that keeps every number, so that only duplicates and invalid records are removed. */
const KEEP_ALL: Policy = {
  channel: "any",
  types: new Set(NUMBER_TYPES),
  keepDuplicates: false,
  keepForeign: true,
  format: "e164",
};

/** Counts one phone column, over the records that are whole. */
export class ColumnTally {
  filled = 0;
  readonly numbers: Record<PhoneNumber["type"], number> = { mobile: 0, fixed: 0, toll_free: 0, premium: 0, foreign: 0 };
  readonly several = new Occurrences();
  /** Cells that hold no certain number, by the reason. */
  readonly unread = new OccurrencesBy<UnreadReason>();

  addReading({ numbers, reason }: CellReading, line: number): void {
    if (reason !== "empty") this.filled++;
    if (numbers.length > 1) this.several.add(line);
    for (const { type } of numbers) this.numbers[type]++;
    if (reason !== undefined) this.unread.addTo(reason, line);
  }
}

/** Counts what a scrub with `KEEP_ALL` would count. */
export class InspectionTally {
  readonly #counts = new Tally(0);
  /** The records whose lines are shown. A duplicate is a record whose first number appeared before. */
  readonly found: Readonly<Record<RecordFault | "duplicate", Occurrences>> = {
    ragged: new Occurrences(),
    malformed: new Occurrences(),
    duplicate: new Occurrences(),
  };
  /** In the order of the list's phone columns. */
  readonly columns: readonly ColumnTally[];
  readonly #seen = new SeenNumbers(new NationalStates());

  constructor(private readonly list: OpenedList) {
    this.columns = list.columns.map(() => new ColumnTally());
  }

  get records(): number {
    return this.#counts.sum;
  }

  /** Records with a number that no earlier one has. */
  get usable(): number {
    return this.#counts.dispositions.clean;
  }

  /** Records that are whole: each has a cell in every phone column. */
  get whole(): number {
    return this.records - this.found.ragged.count - this.found.malformed.count;
  }

  addBatch(batch: RecordBatch): void {
    for (let i = 0; i < batch.count; i++) {
      batch.select(i);
      this.#add(batch);
    }
  }

  #add(record: RecordBatch): void {
    const fault = faultOf(this.list, record);
    const cells = record.readCells();
    const { reason, seen } = decide(cells, fault, KEEP_ALL, this.#seen);
    for (const e164 of seen) this.#seen.see(e164);
    if (reason === undefined) this.#counts.countClean([]);
    else this.#counts.countRemoved(reason);
    const shown = fault ?? (reason === "duplicate" ? reason : undefined);
    if (shown !== undefined) this.found[shown].add(record.line);
    if (fault !== undefined) return;
    for (const [i, cell] of cells.entries()) this.columns[i]!.addReading(cell, record.line);
  }
}
