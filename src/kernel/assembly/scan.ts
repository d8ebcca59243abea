// Finds the records and cells of a window, and reads their plain numbers, as csv/scanner.ts and phone/read.ts do for RFC 4180.
// It stops before a block of 64 bytes that is anything else.

import { CR, LF, QUOTE } from "./ascii";
import { usesOtherCells, mayJoin, mentioned } from "./other-cells";
import { otherNumber, readPlain, readTwo, typeOf } from "./plain";
import { CELL_BYTES, cellsOf, Column, FLAG_BITS, LOSES_WORDS, Plain, USES_OTHER_COLUMNS, wordOf } from "./record";
import { FIRST_NATIONAL } from "./rules";
import { beginSuspects, markSuspects, mask, MOST_MARKED } from "./suspects";

/** The bytes whose ends are found before records are listed. The ends of more would not fit in the fastest cache. */
const CHUNK: u32 = 16384;

/** How the records of a list are read. scan-kernel.ts sets it. */
// @ts-ignore: decorator
@unmanaged
class Scanned {
  /** A byte; below 0 if there is none. */
  delimiter: i32 = 0;
  /** The count of a whole record's cells. */
  width: u32 = 0;
  /** The address of u32[wantedCount]: the wanted columns, ascending. */
  wanted: u32 = 0;
  wantedCount: u32 = 0;
  /** The address of u32[phoneCount]: which wanted cell each phone is. */
  phones: u32 = 0;
  phoneCount: u32 = 0;
  /** Whether anything counts in other columns. */
  isWatched: u32 = 0;
  /** Whether neighbouring cells may make one number together. */
  joins: u32 = 0;
  /** Whether it is counted which phone cells lose another number, because they are cut to their first. */
  cuts: u32 = 0;
  /** The counts of reasons and types in readings, and the code of the reason of an empty cell (lists/readings.ts). */
  reasons: u32 = 0;
  types: u32 = 0;
  empty: u32 = 0;
  /** The address of u32[scratchWords], the room for `lines` and `ends`. */
  scratch: u32 = 0;
  scratchWords: u32 = 0;
}

let scanned = changetype<Scanned>(0);
/** The delimiter in each byte. */
let delimiter: v128 = i8x16.splat(0);
/** The address of u32[CHUNK + 64]: the indexes in `ends` of line ends. */
let lines: usize = 0;
/** The address of u32[mostEnds]: the byte before the first cell, then the end of each cell (of a record's last, the line end). */
let ends: usize = 0;
let mostEnds: u32 = 0;
/** The address of f64 for the readings of the batch, how many there may be, and how many there are. */
let readings: usize = 0;
let readingsRoom: u32 = 0;
export let readingsUsed: u32 = 0;

/** The end of the listed records. */
export let consumed: u32 = 0;
/** The line after them. */
export let nextLine: u32 = 0;
/** The blank lines among them. */
export let blankLines: u32 = 0;
/** The end of the block before which `scan` stopped, because its quotes or line ends are not RFC 4180's; 0 if it did not. */
export let oddUntil: u32 = 0;

export function setScanned(block: usize): void {
  scanned = changetype<Scanned>(block);
  delimiter = i8x16.splat(i8(scanned.delimiter));
  lines = scanned.scratch;
  ends = lines + 4 * usize(CHUNK + 64);
  mostEnds = scanned.scratchWords - CHUNK - 64;
}

/** Sets where the readings of the next batch are stored. */
export function setReadings(at: usize, used: u32, room: u32): void {
  readings = at;
  readingsUsed = used;
  readingsRoom = room;
}

/** Stores the addresses of the lowest four bits of the block at `at`. Returns the other bits. */
function putFour(bits: u64, at: u32, to: usize): u64 {
  let m = bits;
  for (let i: usize = 0; i < 16; i += 4) {
    store<u32>(to + i, at + u32(ctz(m)));
    m &= m - 1;
  }
  return m;
}

/** Returns ones from the first bit to before the second, from the third to before the fourth, and so on. */
function betweenPairs(bits: u64): u64 {
  let m = bits;
  m ^= m << 1;
  m ^= m << 2;
  m ^= m << 4;
  m ^= m << 8;
  m ^= m << 16;
  m ^= m << 32;
  return m;
}

/**
 * Lists the whole records of the window's bytes [from, fedTo), but none behind the one that reaches `limit`. A record begins at
 * `from`, in line `line`. `columns`: those of a batch with room for `cap` records, which holds `first` already; its positions
 * count from `base`. Returns how many records the batch holds then.
 */
export function scan(
  window: usize,
  from: u32,
  fedTo: u32,
  base: u32,
  limit: u32,
  columns: usize,
  cap: u32,
  first: u32,
  line: u32,
): u32 {
  const quotes = i8x16.splat(QUOTE);
  const feeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  consumed = from;
  nextLine = line;
  blankLines = 0;
  oddUntil = 0;
  let count = first;
  let inside: u64 = 0; // All ones inside quotes.
  let before: u64 = 1; // Bit 0: the byte before the block ends a cell.
  let quoteBefore: u64 = 0; // Bit 0: the byte before it is a quote that closed.
  let returnBefore: u64 = 0;
  const isWatched = scanned.isWatched != 0;
  const hasDelimiter = scanned.delimiter >= 0;
  store<u32>(ends, from - 1);
  let n: u32 = 1;
  const to = isWatched ? min(fedTo, from + MOST_MARKED) : fedTo;
  if (isWatched) beginSuspects(from);
  for (let chunk = from; chunk < to; chunk += CHUNK) {
    let lineCount: u32 = 0;
    const chunkEnd = min(chunk + CHUNK, to);
    for (let at = chunk; at < chunkEnd; at += 64) {
      const block = window + at;
      const a = v128.load(block);
      const b = v128.load(block, 16);
      const c = v128.load(block, 32);
      const d = v128.load(block, 48);
      const valid: u64 = to - at < 64 ? (u64(1) << (to - at)) - 1 : ~u64(0);
      const q = mask(a, b, c, d, quotes) & valid;
      let f = mask(a, b, c, d, feeds) & valid;
      const r = mask(a, b, c, d, returns) & valid;
      let s = hasDelimiter ? (mask(a, b, c, d, delimiter) & valid) | f : f;
      if ((q | inside) != 0) {
        const within = betweenPairs(q) ^ inside; // From an opening quote to before its closing one.
        const outside = s & ~within;
        const opening = q & within;
        const closing = q & ~within;
        // A quote opens at the start of a cell, or doubles the quote before it. A cell's end or a quote follows a closing quote.
        const mayOpen = (outside << 1) | before | (closing << 1) | quoteBefore;
        const badOpen = opening & ~mayOpen;
        const badClose = ((closing << 1) | quoteBefore) & ~(s | q | r) & valid;
        if ((badOpen | badClose | ((f | r) & within)) != 0) {
          oddUntil = at + 64;
          break;
        }
        quoteBefore = closing >>> 63;
        inside = u64(i64(within) >> 63);
        s = outside;
      } else {
        if (quoteBefore != 0 && ((s | r) & 1) == 0) {
          oddUntil = at + 64;
          break;
        }
        quoteBefore = 0;
      }
      // No carriage return without a line feed.
      if ((r | returnBefore) != 0) {
        if ((((r << 1) | returnBefore) & ~f & valid) != 0) {
          oddUntil = at + 64;
          break;
        }
        returnBefore = r >>> 63;
      }
      before = s >>> 63;
      if (isWatched) markSuspects(a, b, c, d, s | q | r, at);
      while (f != 0) {
        store<u32>(lines + 4 * usize(lineCount++), n + u32(popcnt(s & ((f & (0 - f)) - 1))));
        f &= f - 1;
      }
      let to8 = ends + 4 * usize(n);
      n += u32(popcnt(s));
      // Eight at once without a branch: few blocks have more.
      for (let m = s; ; to8 += 32) {
        m = putFour(m, at, to8);
        m = putFour(m, at, to8 + 16);
        if (m == 0) break;
      }
    }
    let previous: u32 = 0;
    for (let i: u32 = 0; i < lineCount; i++) {
      const ordinal = load<u32>(lines + 4 * usize(i));
      if (list(window, previous, ordinal, base, columns, cap, count)) count++;
      previous = ordinal;
      if (count == cap || consumed >= limit) return count;
    }
    if (oddUntil > 0) return count;
    // The remaining ends are of a record that continues in the next chunk. If they are too many, csv/scanner.ts reads it.
    const left = n - previous;
    if (left > mostEnds - CHUNK - 128) {
      oddUntil = chunkEnd;
      return count;
    }
    memory.copy(ends, ends + 4 * usize(previous), 4 * usize(left));
    n = left;
  }
  return count;
}

/** Lists the record of the ends (previous, ordinal]. Returns false if its line is blank. */
function list(window: usize, previous: u32, ordinal: u32, base: u32, columns: usize, cap: u32, at: u32): bool {
  const isWatched = scanned.isWatched != 0;
  const start = load<u32>(ends + 4 * usize(previous)) + 1;
  const next = load<u32>(ends + 4 * usize(ordinal)) + 1;
  let end = next - 1;
  if (end > start && load<u8>(window + end - 1) == CR) end--;
  consumed = next;
  const line = nextLine++;
  if (end == start) {
    blankLines++;
    return false;
  }
  const cells = ordinal - previous;
  store<u32>(wordOf(columns, cap, Column.START, at), start - base);
  store<u32>(wordOf(columns, cap, Column.END, at), end - base);
  store<u32>(wordOf(columns, cap, Column.NEXT_START, at), next - base);
  store<u32>(wordOf(columns, cap, Column.LINE, at), line);
  const wantedCount = scanned.wantedCount;
  const cellsAt = cellsOf(columns, cap, wantedCount, at);
  for (let w: u32 = 0; w < wantedCount; w++) {
    const to = cellsAt + CELL_BYTES * usize(w);
    const column = load<u32>(usize(scanned.wanted) + 4 * usize(w));
    if (column >= cells) {
      store<i32>(to, -1);
      store<i32>(to, -1 - i32(base), 4);
      store<i32>(to, 0, 8);
      continue;
    }
    const cell = ends + 4 * usize(previous + column);
    let cellStart = load<u32>(cell) + 1;
    let cellEnd = column + 1 == cells ? end : load<u32>(cell, 4);
    let quoted: u32 = 0;
    if (cellEnd > cellStart && load<u8>(window + cellStart) == QUOTE) {
      cellStart++;
      cellEnd--;
      quoted = 1;
    }
    store<u32>(to, cellStart - base);
    store<u32>(to, cellEnd - base, 4);
    store<u32>(to, quoted, 8);
  }
  const isWhole = cells == scanned.width;
  let flags: u32 = 0;
  let plain: i32 = Plain.NONE;
  /** The index of the reading, or the number that a plain record mentions. */
  let reading: i32 = -1;
  if (isWatched && !isWhole) flags = USES_OTHER_COLUMNS;
  else if (isWatched && usesOtherCells(window, ends + 4 * usize(previous), end)) plain = Plain.ASKED;
  else if (isWhole) {
    if (isWatched) reading = mentioned;
    plain = readPhones(window + base, cellsAt);
    if (plain == Plain.NONE ? reading >= 0 : scanned.joins != 0 && mayJoin()) plain = Plain.ASKED;
    else if (plain == Plain.NONE && scanned.phoneCount == 1) {
      reading = putReading(window + base, cellsAt);
      if (reading >= 0) plain = Plain.READ;
      if (reading >= 0 && scanned.cuts != 0 && otherNumber >= 0) flags = LOSES_WORDS;
    }
  }
  store<u32>(wordOf(columns, cap, Column.SHAPE, at), (cells << FLAG_BITS) | flags);
  store<i32>(wordOf(columns, cap, Column.PLAIN, at), plain);
  store<i32>(wordOf(columns, cap, Column.READING, at), reading);
  return true;
}

/** Returns the number of the only phone cell; CELLS for several, with each number above the flag of quotes; NONE for an unread cell. */
function readPhones(from: usize, cells: usize): i32 {
  let plain: i32 = Plain.NONE;
  const phoneCount = scanned.phoneCount;
  for (let i: u32 = 0; i < phoneCount; i++) {
    const cell = cells + CELL_BYTES * usize(load<u32>(usize(scanned.phones) + 4 * usize(i)));
    const start = from + load<u32>(cell);
    const end = from + load<u32>(cell, 4);
    if (phoneCount > 1 && start == end) continue;
    const national = readPlain(start, end);
    if (national < 0 || phoneCount == 1) return national;
    store<u32>(cell, (u32(national + 1) << 1) | load<u32>(cell, 8), 8);
    plain = Plain.CELLS;
  }
  return plain;
}

/** Stores the reading of a phone cell that is empty or two numbers. Returns its index; -1 for another cell, or without room. */
function putReading(from: usize, cells: usize): i32 {
  const cell = cells + CELL_BYTES * usize(load<u32>(scanned.phones));
  const start = from + load<u32>(cell);
  const end = from + load<u32>(cell, 4);
  const first = readTwo(start, end);
  if ((first < 0 ? start < end : first == otherNumber) || readingsUsed + 3 > readingsRoom) return -1;
  const index = readingsUsed;
  const at = readings + 8 * usize(index);
  store<f64>(at, f64(first < 0 ? scanned.empty : 2 * scanned.reasons));
  readingsUsed++;
  if (first < 0) return i32(index);
  store<f64>(at, floatOf(first), 8);
  store<f64>(at, floatOf(otherNumber), 16);
  readingsUsed += 2;
  return i32(index);
}

function floatOf(national: i32): f64 {
  return f64((FIRST_NATIONAL + i64(national)) * i64(scanned.types) + i64(typeOf(national)) - 1);
}
