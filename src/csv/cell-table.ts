// A table of short cells that were seen before, as bytes in memory that the kernel may share.

/** A cell that is added may replace another, which then has to be read again. */
export class CellTable {
  /** A power of two, because most columns have few different cells. */
  static readonly CELLS = 256;
  /** The bytes of a cell: its length plus 1 (0 if there is none), then its text. Longer cells are not stored. */
  static readonly STRIDE = 33;
  static readonly BYTES = CellTable.CELLS * CellTable.STRIDE;

  constructor(private readonly table: Uint8Array = new Uint8Array(CellTable.BYTES)) {}

  /** Returns the index of a cell; -1 if it is not kept. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length >= CellTable.STRIDE) return -1;
    const place = placeOf(bytes, start, length);
    const at = place * CellTable.STRIDE;
    if (this.table[at] !== length + 1) return -1;
    for (let i = 0; i < length; i++) if (this.table[at + 1 + i] !== bytes[start + i]) return -1;
    return place;
  }

  /** Adds a cell. Returns its index; -1 if it is too long. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length >= CellTable.STRIDE) return -1;
    const place = placeOf(bytes, start, length);
    const at = place * CellTable.STRIDE;
    this.table[at] = length + 1;
    for (let i = 0; i < length; i++) this.table[at + 1 + i] = bytes[start + i]!;
    return place;
  }
}

function placeOf(bytes: Uint8Array, start: number, length: number): number {
  let sum = length;
  for (let i = 0; i < length; i++) sum = (Math.imul(sum, 31) + bytes[start + i]!) | 0;
  return (sum ^ (sum >>> 8)) & (CellTable.CELLS - 1);
}
