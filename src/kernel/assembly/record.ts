// The layout of a batch's records in memory, which lists/record-columns.ts takes from here.

/** The columns of a word for each record. Behind them are u32[3] for each wanted cell: start, end, whether it is quoted. */
export enum Column {
  START, END, NEXT_START, LINE, SHAPE, PLAIN, READING_OR_MENTION, CELLS,
}
export const CELL_BYTES: usize = 12;

/** The flags of a shape, below its number of cells. LOSES_WORDS: the phone cells have words that are lost when they are cut. */
export enum Flag {
  MALFORMED = 1, SPANS_LINES = 2, USES_OTHER_COLUMNS = 4, LOSES_WORDS = 8,
}
export const FLAG_BITS: u32 = 4;

// Words of PLAIN that are no number. UNCHECKED: RecordBatch has to read the record; READ: the reading is stored; CELLS: all of
// several phone cells are plain or empty, and hold their number above the flag of quotes.
export enum Plain {
  READ = -4, CELLS = -3, UNCHECKED = -2, NONE = -1,
}

/** Returns the address of a record's word in a column with room for `cap` records. */
export function wordOf(columns: usize, cap: u32, column: Column, record: u32): usize {
  return columns + 4 * usize(u32(column) * cap + record);
}

/** Returns the address of a record's first wanted cell of `wanted`. */
export function cellsOf(columns: usize, cap: u32, wanted: u32, record: u32): usize {
  return wordOf(columns, cap, Column.CELLS, 0) + CELL_BYTES * usize(record) * usize(wanted);
}
