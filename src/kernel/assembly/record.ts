// Where a batch has its records: the layout of lists/record-columns.ts.

/** Columns of one word for each record. Behind them are u32[3] for each wanted cell: start, end, whether it is quoted. */
export enum Column {
  START, END, NEXT_START, LINE, SHAPE, PLAIN, READING, CELLS,
}
export const CELL_BYTES: usize = 12;

/** The bits of a shape below its number of cells: something in other columns may count; phone cells lose words when cut. */
export const FLAG_BITS: u32 = 4;
export const USES_OTHER_COLUMNS: u32 = 4;
export const LOSES_WORDS: u32 = 8;

// In PLAIN, as lists/record-columns.ts has it: several phone cells are plain or empty; the reading of the only one is put.
export const PLAIN_CELLS: i32 = -3;
export const READ: i32 = -4;

/** The address of a record's word in a column that has room for `cap` records. */
export function wordOf(columns: usize, cap: u32, column: Column, record: u32): usize {
  return columns + 4 * usize(u32(column) * cap + record);
}

/** The address of a record's first wanted cell, where each has `wanted`. */
export function cellsOf(columns: usize, cap: u32, wanted: u32, record: u32): usize {
  return wordOf(columns, cap, Column.CELLS, 0) + CELL_BYTES * usize(record) * usize(wanted);
}
