// Columns that are empty in a phone list's first records and hold phones further down: detection has not seen them.
// Only some records of every batch are looked at, so that it costs nothing worth a measurement.

import { cellText } from "../csv/cells.js";
import { RecordScanner } from "../csv/scanner.js";
import type { RecordBatch } from "./batch.js";
import type { OpenedList } from "./open.js";
import { readPhoneText } from "./phone-cells.js";

/** Records of a batch that are looked at. */
const LOOKED_AT = 8;
const HALF = 0.5;

export class LatePhones {
  readonly #columns: readonly { column: number; filled: number; readable: number }[];
  readonly #scanner: RecordScanner;

  constructor({ examined, columns, dialect }: OpenedList) {
    const empty = examined.filter(({ column, why }) => why === "empty" && !columns.includes(column));
    this.#columns = empty.map(({ column }) => ({ column, filled: 0, readable: 0 }));
    this.#scanner = new RecordScanner(
      dialect,
      empty.map(({ column }) => column),
    );
  }

  /** Moves the batch's view. */
  take(batch: RecordBatch): void {
    if (this.#columns.length === 0) return;
    const step = Math.ceil(batch.count / LOOKED_AT);
    // The last one, too: what was added to a list stands at its end.
    for (let i = batch.count - 1; i >= 0; i -= step) {
      batch.select(i);
      this.#look(batch);
    }
  }

  #look({ bytes, start, end }: RecordBatch): void {
    const scanner = this.#scanner;
    scanner.feed(bytes, start, end, true);
    if (!scanner.next() || scanner.malformed) return;
    for (const [i, counted] of this.#columns.entries()) {
      const [from, to] = [scanner.cellStart[i]!, scanner.cellEnd[i]!];
      if (from < 0 || from === to) continue;
      const cell = cellText(bytes, from, to, scanner.cellQuoted[i] === 1);
      if (cell.trim() === "") continue;
      counted.filled++;
      if (readPhoneText(cell).numbers.length > 0) counted.readable++;
    }
  }

  /** The columns, once the list is read, where half of what was seen are phones. 0-based. */
  get columns(): readonly number[] {
    return this.#columns
      .filter(({ filled, readable }) => readable > 0 && readable >= filled * HALF)
      .map(({ column }) => column);
  }
}
