// Looks texts up in the tables of csv/cell-table.ts.

/** Returns the index of a text in a table of `cells` texts of `stride` bytes each; -1 if it is not there. */
export function placeOf(table: usize, cells: u32, stride: u32, text: usize, length: u32): i32 {
  if (length >= stride) return -1;
  let sum = length;
  for (let i: u32 = 0; i < length; i++) sum = sum * 31 + load<u8>(text + i);
  const place = (sum ^ (sum >>> 8)) & (cells - 1);
  const entry = table + usize(place * stride);
  if (load<u8>(entry) != u8(length + 1)) return -1;
  for (let i: u32 = 0; i < length; i++) if (load<u8>(entry + 1 + i) != load<u8>(text + i)) return -1;
  return i32(place);
}
