// Caches what the cells of one column are read as, because few differ.

import { CellTable } from "../csv/cell-table.js";
import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";

export class CellMemo<T> {
  readonly #known = new CellTable();
  readonly #values: T[] = [];

  constructor(
    readonly at: number,
    private readonly read: (text: string) => T,
  ) {}

  of({ bytes, cellStart, cellEnd, cellQuoted }: RecordView): T {
    const start = Math.max(0, cellStart[this.at]!);
    const end = cellStart[this.at]! < 0 ? start : cellEnd[this.at]!;
    const known = this.#known.find(bytes, start, end);
    if (known >= 0) return this.#values[known]!;
    const value = this.read(cellText(bytes, start, end, cellQuoted[this.at] === 1));
    const place = this.#known.add(bytes, start, end);
    if (place >= 0) this.#values[place] = value;
    return value;
  }
}
