// Whether a phone list ends in the middle of a record, as a copy does that broke off: it has no last line end, and its last
// record lacks something. A whole record without a line end is ordinary.

import type { RecordBatch } from "./batch.js";
import type { OpenedList } from "./open.js";

/** What DOS put at the end of a text. */
const END_MARK = 0x1a;

/** Looks at the last record of every batch; must see every batch. */
export class CutEnd {
  #line: number | undefined;
  readonly #fillsLastCell: boolean;

  constructor(private readonly list: OpenedList) {
    const { sample, width } = list;
    const filled = sample.filter((cells) => cells.length >= width && cells[width - 1] !== "").length;
    this.#fillsLastCell = filled * 2 > sample.length;
  }

  /** Moves the batch's view. */
  take(batch: RecordBatch): void {
    batch.select(batch.count - 1);
    this.#line = this.list.sheet === undefined && this.#isCut(batch) ? batch.line : undefined;
  }

  /** The line of the record, once the list is read; undefined where nothing is missing. */
  get line(): number | undefined {
    return this.#line;
  }

  #isCut(batch: RecordBatch): boolean {
    const { bytes, start, end, nextStart, cells } = batch;
    const { width, columns, dialect } = this.list;
    if (nextStart > end || (end - start === 1 && bytes[start] === END_MARK)) return false;
    if (cells < width) return true;
    if (cells > width) return false;
    if (width > 1 && bytes[end - 1] === dialect.delimiter) return this.#fillsLastCell;
    return columns.at(-1) === width - 1 && batch.readCells().at(-1)?.reason === "too-short";
  }
}
