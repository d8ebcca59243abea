// The memory of a batch, in columns: for each record its ranges, shape, number and readings. Threads and the kernel share it, in
// the layout of kernel/assembly/record.ts.

import type { RecordView } from "../csv/scanner.js";
import type { Room } from "../kernel/kernel.js";
import { CONSTANTS } from "../kernel/module.js";

const MOST_RECORDS = 8192;
/** The most bytes of a batch: a list with thousands of phone columns gets fewer records at a time. */
const MOST_BYTES = 1024 * 1024;
/** The Int32 columns of a wanted cell: start, end, quoted. */
export const CELL_COLUMNS = 3;

const { Column } = CONSTANTS;
/** The flags of a record's shape, and what `plain` has in place of a number. */
export const { Flag, FLAG_BITS, Plain } = CONSTANTS;

export interface SharedRoom extends Room {
  buffer: SharedArrayBuffer;
}

/** Returns the bytes of a batch of records with `wanted` wanted cells. */
export function batchBytes(wanted: number): number {
  return batchRecords(wanted) * recordBytes(wanted);
}

function batchRecords(wanted: number): number {
  return Math.max(1, Math.min(MOST_RECORDS, Math.floor(MOST_BYTES / recordBytes(wanted))));
}

function recordBytes(wanted: number): number {
  const columns = (Column.CELLS + CELL_COLUMNS * wanted) * Int32Array.BYTES_PER_ELEMENT;
  return columns + readingFloats(wanted) * Float64Array.BYTES_PER_ELEMENT;
}

/** Returns the floats for the readings of a record, on average: enough if most cells are odd and have a candidate. */
function readingFloats(wanted: number): number {
  return 2 + 2 * wanted;
}

export class RecordColumns {
  readonly readings: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly nexts: Int32Array;
  readonly lines: Int32Array;
  readonly shapes: Int32Array;
  /** The national number of a record's only phone cell, if nothing else counts but a mentioned number; else a code of `Plain`. */
  readonly plain: Int32Array;
  /** Where `plain` is `READ`, the index of a record's readings; else the number that other columns mention. -1 for neither. */
  readonly readingOrMention: Int32Array;
  readonly cells: Int32Array;

  /** `shared`: `batchBytes(wanted)` bytes, if another thread or the kernel fills them. */
  constructor(
    private readonly wanted: number,
    shared?: SharedRoom,
  ) {
    const records = batchRecords(wanted);
    const memory = shared?.buffer ?? new ArrayBuffer(batchBytes(wanted));
    this.readings = new Float64Array(memory, shared?.address ?? 0, records * readingFloats(wanted));
    const first = this.readings.byteOffset + this.readings.byteLength;
    const column = (index: number, count = 1) =>
      new Int32Array(memory, first + index * records * Int32Array.BYTES_PER_ELEMENT, count * records);
    this.starts = column(Column.START);
    this.ends = column(Column.END);
    this.nexts = column(Column.NEXT_START);
    this.lines = column(Column.LINE);
    this.shapes = column(Column.SHAPE);
    this.plain = column(Column.PLAIN);
    this.readingOrMention = column(Column.READING_OR_MENTION);
    this.cells = column(Column.CELLS, CELL_COLUMNS * wanted);
  }

  /** Stores a record, whose ranges then count from `base`. Nothing of it is read. */
  store(index: number, record: RecordView, base: number): void {
    this.starts[index] = record.start - base;
    this.ends[index] = record.end - base;
    this.nexts[index] = record.nextStart - base;
    this.lines[index] = record.line;
    this.plain[index] = Plain.UNCHECKED;
    const flags = (record.malformed ? Flag.MALFORMED : 0) | (record.spansLines ? Flag.SPANS_LINES : 0);
    this.shapes[index] = (record.cells << FLAG_BITS) | flags;
    for (let i = 0, at = this.cellAt(index); i < this.wanted; i++, at += CELL_COLUMNS) {
      const start = record.cellStart[i]!;
      this.cells[at] = start < 0 ? -1 : start - base;
      this.cells[at + 1] = record.cellEnd[i]! - base;
      this.cells[at + 2] = record.cellQuoted[i]!;
    }
  }

  /** Returns the index in `cells` of a record's first wanted cell. */
  cellAt(index: number): number {
    return index * this.wanted * CELL_COLUMNS;
  }
}
