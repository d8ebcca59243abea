// Texts of cells that were looked at before, as bytes: in the memory of whoever asks, the kernel included.

/** Short texts, by a few of their bytes: one that is forgotten is read again. The kernel looks into the same table. */
export class CellTable {
  /** A power of two: most columns have few different texts. */
  static readonly CELLS = 64;
  /** Bytes a text: its length, then the text. A longer one is not kept. */
  static readonly STRIDE = 33;
  static readonly BYTES = CellTable.CELLS * CellTable.STRIDE;

  constructor(private readonly table: Uint8Array = new Uint8Array(CellTable.BYTES)) {}

  has(bytes: Uint8Array, start: number, end: number): boolean {
    const at = placeOf(bytes, start, end);
    const length = end - start;
    if (this.table[at] !== length) return false;
    for (let i = 0; i < length; i++) if (this.table[at + 1 + i] !== bytes[start + i]) return false;
    return true;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    if (end - start >= CellTable.STRIDE) return;
    const at = placeOf(bytes, start, end);
    this.table[at] = end - start;
    this.table.set(bytes.subarray(start, end), at + 1);
  }
}

function placeOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  const sum = bytes[start]! + 5 * bytes[end - 1]! + 11 * bytes[start + (length >>> 1)]! + length;
  return (sum & (CellTable.CELLS - 1)) * CellTable.STRIDE;
}
