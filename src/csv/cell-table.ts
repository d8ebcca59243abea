// Texts of cells that were looked at before, as bytes: in the memory of whoever asks, the kernel included.

/** Short texts, by a sum of their bytes: one that is forgotten is read again. The kernel looks into the same table. */
export class CellTable {
  /** A power of two: most columns have few different texts. */
  static readonly CELLS = 256;
  /** Bytes a text: its length and one more, 0 where none is kept, then the text. A longer one is not kept. */
  static readonly STRIDE = 33;
  static readonly BYTES = CellTable.CELLS * CellTable.STRIDE;

  constructor(private readonly table: Uint8Array = new Uint8Array(CellTable.BYTES)) {}

  has(bytes: Uint8Array, start: number, end: number): boolean {
    return this.find(bytes, start, end) >= 0;
  }

  /** The place of a text, from 0 on, or -1 where it is not kept. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length >= CellTable.STRIDE) return -1;
    const place = placeOf(bytes, start, length);
    const at = place * CellTable.STRIDE;
    if (this.table[at] !== length + 1) return -1;
    for (let i = 0; i < length; i++) if (this.table[at + 1 + i] !== bytes[start + i]) return -1;
    return place;
  }

  /** Keeps a text, in place of another. Returns its place; -1 where it is too long. */
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
