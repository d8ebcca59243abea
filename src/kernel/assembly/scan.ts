// Bytes → ranges of records and cells, and the plain numbers in them: what csv/scanner.ts and phone/read.ts say of records
// that are as RFC 4180 wants them. A block of anything else is handed back, by where it begins.

import { CR, LF, QUOTE } from "./ascii";
import { isRaised, mayJoin, mentioned } from "./look";
import { ASK, NOTHING } from "./near";
import { otherNumber, readPlain, readTwo, typeOf } from "./plain";
import { CELL_BYTES, cellsOf, Column, FLAG_BITS, LOSES_WORDS, PLAIN_CELLS, READ, USES_OTHER_COLUMNS, wordOf } from "./record";
import { FIRST_NATIONAL } from "./rules";
import { begin as beginLook, lookOver, mask, MOST_LOOKED_OVER } from "./suspects";

/** Bytes whose special ones are listed before records are made of them: the lists stay in the nearest cache. */
const CHUNK: u32 = 16384;

let delimiter: v128 = i8x16.splat(0x2c);
let hasDelimiter = true;
let width: u32 = 1;
let wanted: usize = 0;
let wantedCount: u32 = 0;
/** u32 each: which of the wanted cells are phones. */
let phones: usize = 0;
let phoneCount: u32 = 0;
let isWatched = false;
/** Numbers that neighbouring cells make are looked for. */
let looksForJoined = false;
/** What a phone cell loses is counted, because it is cut to its number. */
let cuts = false;
/** How many reasons and types a reading may have, and the reason of an empty cell, as lists/readings.ts encodes them. */
let reasons: u32 = 0;
let types: i64 = 0;
let empty: u32 = 0;
/** f64 each: the readings of the batch, and how many there are and may be. */
let readings: usize = 0;
let readingsRoom: u32 = 0;
export let readingsUsed: u32 = 0;
/** u32[CHUNK + a record's cells]: where the cells and records of a chunk end, behind the byte before the first. */
let specials: usize = 0;
/** u32[CHUNK]: which of them are line ends. */
let lines: usize = 0;
let mostSpecials: u32 = 0;

/** Where the records that were listed end. */
export let consumed: u32 = 0;
/** The line of the record after them. */
export let nextLine: u32 = 0;
/** Lines without a record, in this call. */
export let blankLines: u32 = 0;
/** Behind the block in which quotes or line ends are not what they should be, before which `scan` stopped; 0: none. */
export let oddUntil: u32 = 0;

/**
 * How the records of a list are read: the words at `block`, in the order in which scan-kernel.ts puts them. The delimiter is a
 * byte, or -1; the wanted columns are ascending; the scratch has 65,536 words at least.
 */
export function open(block: usize): void {
  const delimiterByte = load<i32>(block);
  hasDelimiter = delimiterByte >= 0;
  delimiter = i8x16.splat(i8(delimiterByte));
  width = load<u32>(block, 4);
  wanted = load<u32>(block, 8);
  wantedCount = load<u32>(block, 12);
  phones = load<u32>(block, 16);
  phoneCount = load<u32>(block, 20);
  isWatched = load<u32>(block, 24) != 0;
  lines = load<u32>(block, 28);
  specials = lines + 4 * usize(CHUNK + 64);
  mostSpecials = load<u32>(block, 32) - CHUNK - 64;
  looksForJoined = load<u32>(block, 36) != 0;
  cuts = load<u32>(block, 40) != 0;
  reasons = load<u32>(block, 44);
  types = load<u32>(block, 48);
  empty = load<u32>(block, 52);
}

/** Where the readings of the batch go that is listed next. */
export function setReadings(at: usize, used: u32, room: u32): void {
  readings = at;
  readingsUsed = used;
  readingsRoom = room;
}

/** Puts where the lowest four bits of a block are, which begins at `at`. Returns the others. */
function putFour(bits: u64, at: u32, to: usize): u64 {
  let m = bits;
  for (let i: usize = 0; i < 16; i += 4) {
    store<u32>(to + i, at + u32(ctz(m)));
    m &= m - 1;
  }
  return m;
}

/** From each odd one of the bits up to before the next even one. */
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
 * Lists the whole records of the window's bytes [from, fedTo), which begin with a record, in the columns of a batch that has
 * room for `cap` and holds `first` already: at most up to the one that reaches `limit`. Positions count from `base`.
 * `line`: of the first. Returns how many the batch holds then.
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
  store<u32>(specials, from - 1);
  let n: u32 = 1;
  const to = isWatched ? min(fedTo, from + MOST_LOOKED_OVER) : fedTo;
  if (isWatched) beginLook(from);
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
        // A quote opens behind a cell's end or, doubled, behind one that closes; behind that an end or a quote stands.
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
      // A carriage return without its line feed.
      if ((r | returnBefore) != 0) {
        if ((((r << 1) | returnBefore) & ~f & valid) != 0) {
          oddUntil = at + 64;
          break;
        }
        returnBefore = r >>> 63;
      }
      before = s >>> 63;
      if (isWatched) lookOver(a, b, c, d, s | q | r, at);
      while (f != 0) {
        store<u32>(lines + 4 * usize(lineCount++), n + u32(popcnt(s & ((f & (0 - f)) - 1))));
        f &= f - 1;
      }
      let to8 = specials + 4 * usize(n);
      n += u32(popcnt(s));
      // Eight at once, without a branch: more are rare.
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
    // What is left of the list belongs to the record that goes on in the next chunk. A record with so many cells is the scanner's.
    const left = n - previous;
    if (left > mostSpecials - CHUNK - 128) {
      oddUntil = chunkEnd;
      return count;
    }
    memory.copy(specials, specials + 4 * usize(previous), 4 * usize(left));
    n = left;
  }
  return count;
}

/** Lists one record, whose ends are specials (previous, ordinal]. False: its line is blank. */
function list(window: usize, previous: u32, ordinal: u32, base: u32, columns: usize, cap: u32, at: u32): bool {
  const start = load<u32>(specials + 4 * usize(previous)) + 1;
  const next = load<u32>(specials + 4 * usize(ordinal)) + 1;
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
  const cellsAt = cellsOf(columns, cap, wantedCount, at);
  for (let w: u32 = 0; w < wantedCount; w++) {
    const to = cellsAt + CELL_BYTES * usize(w);
    const column = load<u32>(wanted + 4 * usize(w));
    if (column >= cells) {
      store<i32>(to, -1);
      store<i32>(to, -1 - i32(base), 4);
      store<i32>(to, 0, 8);
      continue;
    }
    const cell = specials + 4 * usize(previous + column);
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
  const isWhole = cells == width;
  const ends = specials + 4 * usize(previous);
  let flags: u32 = 0;
  let plain: i32 = NOTHING;
  let beside: i32 = NOTHING;
  if (isWatched && !isWhole) flags = USES_OTHER_COLUMNS;
  else if (isWatched && isRaised(window, ends, end)) plain = ASK;
  else if (isWhole) {
    if (isWatched) beside = mentioned;
    plain = readPhones(window + base, cellsAt);
    if (plain == NOTHING ? beside != NOTHING : looksForJoined && mayJoin()) plain = ASK;
    else if (plain == NOTHING && phoneCount == 1) {
      beside = putReading(window + base, cellsAt);
      if (beside != NOTHING) plain = READ;
      if (beside != NOTHING && cuts && otherNumber != NOTHING) flags = LOSES_WORDS;
    }
  }
  store<u32>(wordOf(columns, cap, Column.SHAPE, at), (cells << FLAG_BITS) | flags);
  store<i32>(wordOf(columns, cap, Column.PLAIN, at), plain);
  store<i32>(wordOf(columns, cap, Column.READING, at), beside);
  return true;
}

/** The number of the only phone cell; of several, each is put above the flag of the cell's quotes. -1: a cell is not plain. */
function readPhones(from: usize, cells: usize): i32 {
  let plain: i32 = NOTHING;
  for (let i: u32 = 0; i < phoneCount; i++) {
    const cell = cells + CELL_BYTES * usize(load<u32>(phones + 4 * usize(i)));
    const start = from + load<u32>(cell);
    const end = from + load<u32>(cell, 4);
    if (phoneCount > 1 && start == end) continue;
    const national = readPlain(start, end);
    if (national < 0 || phoneCount == 1) return national;
    store<u32>(cell, (u32(national + 1) << 1) | load<u32>(cell, 8), 8);
    plain = PLAIN_CELLS;
  }
  return plain;
}

/** Puts the reading of an empty cell, or of one with two numbers. Returns its index; -1: it is no such cell, or there is no room. */
function putReading(from: usize, cells: usize): i32 {
  const cell = cells + CELL_BYTES * usize(load<u32>(phones));
  const start = from + load<u32>(cell);
  const end = from + load<u32>(cell, 4);
  const first = readTwo(start, end);
  if ((first < 0 ? start < end : first == otherNumber) || readingsUsed + 3 > readingsRoom) return NOTHING;
  const index = readingsUsed;
  const at = readings + 8 * usize(index);
  store<f64>(at, f64(first < 0 ? empty : 2 * reasons));
  readingsUsed++;
  if (first < 0) return i32(index);
  store<f64>(at, floatOf(first), 8);
  store<f64>(at, floatOf(otherNumber), 16);
  readingsUsed += 2;
  return i32(index);
}

function floatOf(national: i32): f64 {
  return f64((FIRST_NATIONAL + i64(national)) * types + i64(typeOf(national)) - 1);
}
