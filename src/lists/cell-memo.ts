// One column's cells as values: read anew only where a cell differs from the one before.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "./batch.js";

/** A column's cells, read once where one repeats the last: most columns say the same thing over and over. */
export class CellMemo<T> {
  #bytes = new Uint8Array(0);
  #length = -1;
  #value: T | undefined;

  constructor(
    private readonly at: number,
    private readonly read: (text: string) => T,
  ) {}

  of(record: RecordView): T {
    const { bytes } = record;
    const start = Math.max(0, record.cellStart[this.at]!);
    const length = record.cellStart[this.at]! < 0 ? 0 : record.cellEnd[this.at]! - start;
    if (length === this.#length) {
      let same = 0;
      while (same < length && bytes[start + same] === this.#bytes[same]) same++;
      if (same === length) return this.#value!;
    }
    this.#value = this.read(cellText(bytes, start, start + length, record.cellQuoted[this.at] === 1));
    if (this.#bytes.length < length) this.#bytes = new Uint8Array(length * 2);
    for (let i = 0; i < length; i++) this.#bytes[i] = bytes[start + i]!;
    this.#length = length;
    return this.#value;
  }

  forget(): void {
    this.#length = -1;
  }
}
