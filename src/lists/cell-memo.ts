// One column's cells as values: read anew only where a text has not been read before, or was forgotten.

import { CellTable } from "../csv/cell-table.js";
import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";

/** A column's cells, each read once while it is known: most columns say the same few things over and over. */
export class CellMemo<T> {
  #known = new CellTable();
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

  forget(): void {
    this.#known = new CellTable();
  }
}

/** Texts whose values are kept, and how long they may be. */
const MOST_REMEMBERED = 4096;
const LONGEST_REMEMBERED = 400;

/**
 * What reads texts, but one that it has met of late only once. The values are shared: nobody may change one. `of`: what the text
 * stands for, and the value depends on.
 */
export function remembered<T, Of extends unknown[]>(
  read: (text: string, ...of: Of) => T,
): (text: string, ...of: Of) => T {
  const met = new Map<string, T>();
  return (text, ...of) => {
    if (text.length > LONGEST_REMEMBERED) return read(text, ...of);
    const known = met.get(text);
    if (known !== undefined) return known;
    const value = read(text, ...of);
    if (met.size >= MOST_REMEMBERED) met.clear();
    met.set(text, value);
    return value;
  };
}
