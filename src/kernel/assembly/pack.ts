// Plain records → rows of a sheet, packed: what workbook/write/ makes of them, with cells cut as plain-cells.ts does, tags as
// sheet-xml.ts writes them, and bits as packed-text.ts puts them. A call ends at the first record that is not plain.

const QUOTE: u8 = 0x22;
const CR: u8 = 0x0d;
const SPACE: u8 = 0x20;
const ZERO: u8 = 0x30;
const NINE: u8 = 0x39;

// What a byte may end, and what it asks for, as plain-cells.ts and sheet-xml.ts have it.
const DELIMITER: u32 = 32;
const LINE_END: u32 = 64;
const UNSURE: u32 = 128;

// Of what is put: the bits, and where their number stands.
const VALUE: u32 = 0xffffff;
const COUNT: u32 = 24;
const WINDOW: i64 = 32768;
const SHORTEST: u32 = 3;
const MOST_TEXT: u32 = 32767;

// What is open before a cell: the row's tag, or a text.
const TAG: u32 = 0;
const TEXT: u32 = 1;

// A piece: its bytes, their number, its checksum, and where it stood last.
const PIECE_AT: usize = 16;
const PIECE: usize = 24;
// A column: what begins its cell, by what is open before it, and its head.
const COLUMN_HEAD: usize = 2 * PIECE;
const COLUMN: usize = 2 * PIECE + 8;
// A head: what stands behind the row's digits; then the row in which it stood last, where, and the checksum from the digits on.
const HEAD_ROW: usize = PIECE;
const HEAD_CRC: usize = PIECE + 4;
const HEAD_AT: usize = PIECE + 8;

/** What a packed cell takes at most beside its text, and a row. */
const CELL_ROOM: usize = 160;

let kinds: usize = 0;
let entries: usize = 0;
let lengths: usize = 0;
let distances: usize = 0;
let crcs: usize = 0;
let shifts: usize = 0;
let shiftOfFour: usize = 0;
let columns: usize = 0;
let mostCells: u32 = 0;
let rows: usize = 0;
let cellsAt: usize = 0;
/** The digits of a row's number end here. */
let digitsEnd: usize = 0;

let out: usize = 0;
let bits: u64 = 0;
let count: u32 = 0;
let crc: u32 = 0;
let length: i64 = 0;
let digits: usize = 0;
let row: u32 = 0;
let cells: u32 = 0;

/** How rows are packed: the words at `block`, in the order in which pack-kernel.ts puts them. */
export function setPack(block: usize): void {
  kinds = load<u32>(block);
  entries = load<u32>(block, 4);
  lengths = load<u32>(block, 8);
  distances = load<u32>(block, 12);
  crcs = load<u32>(block, 16);
  shifts = load<u32>(block, 20);
  columns = load<u32>(block, 24);
  mostCells = load<u32>(block, 28);
  rows = load<u32>(block, 32);
  cellsAt = load<u32>(block, 36);
  digitsEnd = load<u32>(block, 40);
  shiftOfFour = load<u32>(shifts, 16);
}

// @ts-ignore: decorator
@inline
function shifted(value: u32, table: usize): u32 {
  return (
    load<u32>(table + 4 * usize(value & 255)) ^
    load<u32>(table + 4 * usize((value >>> 8) & 255), 1024) ^
    load<u32>(table + 4 * usize((value >>> 16) & 255), 2048) ^
    load<u32>(table + 4 * usize(value >>> 24), 3072)
  );
}

function literal(start: usize, end: usize): void {
  let c = crc;
  let b = bits;
  let n: u32 = count;
  let to = out;
  let from = start;
  while (from + 4 <= end) {
    const word = load<u32>(from);
    from += 4;
    c = shifted(c ^ word, shiftOfFour);
    let entry = load<u32>(entries + 4 * usize(word & 255));
    b |= u64(entry & VALUE) << n;
    n += entry >>> COUNT;
    entry = load<u32>(entries + 4 * usize((word >>> 8) & 255));
    b |= u64(entry & VALUE) << n;
    n += entry >>> COUNT;
    entry = load<u32>(entries + 4 * usize((word >>> 16) & 255));
    b |= u64(entry & VALUE) << n;
    n += entry >>> COUNT;
    entry = load<u32>(entries + 4 * usize(word >>> 24));
    b |= u64(entry & VALUE) << n;
    n += entry >>> COUNT;
    store<u64>(to, b);
    to += n >>> 3;
    b >>>= n & 56;
    n &= 7;
  }
  // Three at most.
  while (from < end) {
    const byte: u32 = load<u8>(from++);
    c = load<u32>(crcs + 4 * usize((c ^ byte) & 255)) ^ (c >>> 8);
    const entry = load<u32>(entries + 4 * usize(byte));
    b |= u64(entry & VALUE) << n;
    n += entry >>> COUNT;
  }
  store<u64>(to, b);
  out = to + (n >>> 3);
  bits = b >>> (n & 56);
  count = n & 7;
  crc = c;
  length += i64(end - start);
}

// @ts-ignore: decorator
@inline
function reference(bytes: u32, distance: u32, pieceCrc: u32): void {
  let b = bits;
  let n: u32 = count;
  let entry = load<u32>(lengths + 4 * usize(bytes));
  b |= u64(entry & VALUE) << n;
  n += entry >>> COUNT;
  entry = load<u32>(distances + 4 * usize(distance));
  b |= u64(entry & VALUE) << n;
  n += entry >>> COUNT;
  store<u64>(out, b);
  out += n >>> 3;
  bits = b >>> (n & 56);
  count = n & 7;
  crc = shifted(crc, load<u32>(shifts + 4 * usize(bytes))) ^ pieceCrc;
  length += i64(bytes);
}

function piece(it: usize): void {
  const bytes = load<u32>(it, 4);
  const at = load<i64>(it, PIECE_AT);
  const distance = length - at;
  store<i64>(it, length, PIECE_AT);
  if (at >= 0 && distance <= WINDOW && bytes >= SHORTEST) reference(bytes, u32(distance), load<u32>(it, 8));
  else {
    const text: usize = load<u32>(it);
    literal(text, text + bytes);
  }
}

/** Writes what begins a cell, behind its column's letters: the row's digits, and its head. */
function head(it: usize): void {
  const here = length;
  const bytes = u32(digitsEnd - digits) + load<u32>(it, 4);
  if (load<u32>(it, HEAD_ROW) == row && here - load<i64>(it, HEAD_AT) <= WINDOW)
    reference(bytes, u32(here - load<i64>(it, HEAD_AT)), load<u32>(it, HEAD_CRC));
  else {
    if (load<u32>(it, HEAD_ROW) != row) {
      let c: u32 = 0;
      for (let at = digits; at < digitsEnd; at++) c = load<u32>(crcs + 4 * usize((c ^ load<u8>(at)) & 255)) ^ (c >>> 8);
      store<u32>(it, shifted(c, load<u32>(shifts + 4 * usize(load<u32>(it, 4)))) ^ load<u32>(it, 8), HEAD_CRC);
    }
    literal(digits, digitsEnd);
    piece(it);
    store<u32>(it, row, HEAD_ROW);
  }
  store<i64>(it, here, HEAD_AT);
}

/** Counts the row's number one up. */
function countRow(): void {
  row++;
  let at = digitsEnd - 1;
  while (at >= digits && load<u8>(at) == NINE) store<u8>(at--, ZERO);
  if (at < digits) {
    digits = at;
    store<u8>(at, ZERO + 1);
  } else store<u8>(at, load<u8>(at) + 1);
}

/** Cuts the record at `start` into cells; returns where the next begins, and 0 where it is not plain. */
function cut(start: usize, to: usize, stops: u32): usize {
  let at = start;
  let cell: u32 = 0;
  let range = cellsAt;
  for (; cell < mostCells; cell++) {
    const isQuoted = load<u8>(at) == QUOTE;
    const from = isQuoted ? at + 1 : at;
    let end = from;
    let kind: u32 = load<u8>(kinds + usize(load<u8>(end)));
    while (kind < DELIMITER || (isQuoted && kind < LINE_END)) {
      if ((kind & stops) != 0) {
        // `_x` begins what is read as a letter, and 0xef 0xbf one of two characters that XML has no place for.
        const byte = load<u8>(end);
        const next = load<u8>(end, 1);
        if (!((byte == 0x5f && next != 0x78) || (byte == 0xef && next != 0xbf && (stops & 4) == 0))) return 0;
      }
      kind = load<u8>(kinds + usize(load<u8>(++end)));
    }
    let behind = end;
    if (isQuoted) {
      if (load<u8>(behind++) != QUOTE) return 0;
      kind = load<u8>(kinds + usize(load<u8>(behind)));
    }
    if (
      kind == UNSURE &&
      load<u8>(behind) == CR &&
      behind + 1 < to &&
      load<u8>(kinds + usize(load<u8>(behind, 1))) == u8(LINE_END)
    ) {
      kind = LINE_END;
      behind++;
    }
    if (kind < DELIMITER || kind == UNSURE) return 0;
    if (end > from && (load<u8>(from) <= SPACE || load<u8>(end - 1) <= SPACE || u32(end - from) > MOST_TEXT)) return 0;
    store<u32>(range, u32(from));
    store<u32>(range, u32(end), 4);
    range += 8;
    at = behind + 1;
    if (kind < LINE_END) continue;
    if (end == start) return 0;
    cells = cell + 1;
    return at;
  }
  return 0;
}

/**
 * Packs the plain records of the window's bytes [from, to), of which the last ends a line, into [at, roomEnd). `state`: bits,
 * their number, the checksum, what is open, the row, its digits' number, then two doubles: the text's length and, on return,
 * where the packed bytes end. `stops`: what a plain record's bytes ask none of. Returns where it stopped.
 */
export function packRows(window: usize, from: u32, to: u32, at: usize, roomEnd: usize, state: usize, stops: u32): u32 {
  out = at;
  bits = load<u32>(state);
  count = load<u32>(state, 4);
  crc = load<u32>(state, 8);
  let open = load<u32>(state, 12);
  row = load<u32>(state, 16);
  digits = digitsEnd - load<u32>(state, 20);
  length = i64(load<f64>(state, 24));
  let start = window + from;
  const end = window + to;
  while (start < end) {
    const next = cut(start, end, stops);
    if (next == 0 || out + (next - start) * 2 + usize(cells + 1) * CELL_ROOM > roomEnd) break;
    countRow();
    piece(rows + PIECE * usize(open));
    literal(digits, digitsEnd);
    open = TAG;
    let range = cellsAt;
    let column = columns;
    for (let cell: u32 = 0; cell < cells; cell++, range += 8, column += COLUMN) {
      const cellStart: usize = load<u32>(range);
      const cellEnd: usize = load<u32>(range, 4);
      if (cellStart == cellEnd) continue;
      piece(column + PIECE * usize(open));
      head(load<u32>(column, COLUMN_HEAD));
      literal(cellStart, cellEnd);
      open = TEXT;
    }
    start = next;
  }
  store<u32>(state, u32(bits));
  store<u32>(state, count, 4);
  store<u32>(state, crc, 8);
  store<u32>(state, open, 12);
  store<u32>(state, row, 16);
  store<u32>(state, u32(digitsEnd - digits), 20);
  store<f64>(state, f64(length), 24);
  store<f64>(state, f64(out), 32);
  return u32(start - window);
}
