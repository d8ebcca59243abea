// Where the cells of a record begin and end, of one that is cut at its delimiters alone: it has no quotes but about whole
// cells, and stands on one line. What csv/scanner.ts says of it; it alone says it of all others.

import { CR, type Dialect, LF, QUOTE } from "../../csv/scanner.js";

// What a byte may end, beside what it asks for, which is less.
const DELIMITER = 32;
const LINE_END = 64;
const UNSURE = 128;

export class PlainCells {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  cells = 0;
  /** The end of the record's line end. */
  nextStart = 0;
  /** All that the bytes in its cells ask for. */
  asks = 0;
  readonly cellStart: Int32Array;
  readonly cellEnd: Int32Array;
  readonly cellQuoted: Uint8Array;
  /** What each byte may end, and what it asks for. */
  readonly kinds: Uint8Array;

  /** `asksFor`: what each byte asks for, as bits below 32. `most`: cells that a record may have. */
  constructor({ delimiter, recordEnd }: Dialect, asksFor: Uint8Array, most: number) {
    this.cellStart = new Int32Array(most);
    this.cellEnd = new Int32Array(most);
    this.cellQuoted = new Uint8Array(most);
    const kinds = asksFor.slice();
    if (delimiter >= 0) kinds[delimiter]! |= DELIMITER;
    kinds[LF] = kinds[CR] = kinds[QUOTE] = UNSURE;
    kinds[recordEnd === "cr" ? CR : LF] = LINE_END;
    this.kinds = kinds;
  }

  /** Cuts the record that begins at `start`; false where it is not such a one. The last byte before `to` ends a line. */
  cut(bytes: Uint8Array, start: number, to: number): boolean {
    const kinds = this.kinds;
    const { cellStart, cellEnd, cellQuoted } = this;
    const most = cellStart.length;
    let asks = 0;
    let at = start;
    for (let cell = 0; cell < most; cell++) {
      const isQuoted = bytes[at] === QUOTE;
      const from = isQuoted ? at + 1 : at;
      let end = from;
      let kind = kinds[bytes[end]!]!;
      while (kind < DELIMITER || (isQuoted && kind < LINE_END)) {
        asks |= kind & (DELIMITER - 1);
        kind = kinds[bytes[++end]!]!;
      }
      let behind = end;
      if (isQuoted) {
        if (bytes[behind++] !== QUOTE) return false;
        kind = kinds[bytes[behind]!]!;
      }
      if (kind === UNSURE && bytes[behind] === CR && behind + 1 < to && kinds[bytes[behind + 1]!] === LINE_END) {
        kind = LINE_END;
        behind++;
      }
      if (kind < DELIMITER || kind === UNSURE) return false;
      cellStart[cell] = from;
      cellEnd[cell] = end;
      cellQuoted[cell] = isQuoted ? 1 : 0;
      at = behind + 1;
      if (kind < LINE_END) continue;
      // A blank line is no record.
      if (end === start) return false;
      this.bytes = bytes;
      this.start = start;
      this.cells = cell + 1;
      this.asks = asks;
      this.nextStart = at;
      return true;
    }
    return false;
  }
}
