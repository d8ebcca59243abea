// Finds the records and cells of a window, and reads their plain numbers, as csv/scanner.ts and phone/read.ts do for RFC 4180.
// It stops before a block of 64 bytes that is anything else.

import { CR, LF, QUOTE } from "./ascii";
import { mayJoin, mentioned, usesOtherCells, watch } from "./other-cells";
import { otherNumber, readPlain, readTwo, typeOf } from "./plain";
import { CELL_BYTES, cellsOf, Column, Flag, FLAG_BITS, Plain, wordOf } from "./record";
import { FIRST_NATIONAL } from "./rules";
import { markSuspects, mask, MOST_MARKED } from "./suspects";

/** The bytes whose ends are found before records are listed. The ends of more would not fit in the fastest cache. */
const CHUNK: u32 = 16384;
/** The most ends: of a chunk, and of a record that began before it. */
const MOST_ENDS: u32 = 11 * CHUNK;
/** Ends are stored eight at a time: up to eight words after the last one are overwritten. */
const MARGIN: u32 = 8;
/** The words of `Scanned.scratch`. */
export const SCRATCH_WORDS: u32 = CHUNK + MOST_ENDS + MARGIN;

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
  /** The address of `Watched`: what counts in other columns; 0 if nothing does. */
  watched: u32 = 0;
  /** Whether neighbouring cells may make one number together. */
  joins: u32 = 0;
  /** Whether it is counted which phone cells lose another number, because they are cut to their first. */
  cuts: u32 = 0;
  /** The counts of reasons and types in readings, and the code of the reason of an empty cell (lists/readings.ts). */
  reasons: u32 = 0;
  types: u32 = 0;
  empty: u32 = 0;
  /** The address of u32[SCRATCH_WORDS], the room for `lines` and `ends`. */
  scratch: u32 = 0;
}

/** The batch in which records are listed. scan-kernel.ts sets it for each call of `scan`. */
// @ts-ignore: decorator
@unmanaged
class ListedBatch {
  /** The columns have room for `cap` records, and hold `count`. Their ranges count from `base` in the window. */
  columns: u32 = 0;
  cap: u32 = 0;
  count: u32 = 0;
  base: u32 = 0;
  /** The address of f64[readingsRoom], of which `readingsUsed` are filled. */
  readings: u32 = 0;
  readingsRoom: u32 = 0;
  readingsUsed: u32 = 0;
}

let scanned = changetype<Scanned>(0);
let batch = changetype<ListedBatch>(0);
/** The address of u32[CHUNK]: the indexes in `ends` of a chunk's line ends. */
let lines: usize = 0;
/** The address of u32[MOST_ENDS]: the byte before the first cell, then the end of each cell (of a record's last, the line end). */
let ends: usize = 0;
let endCount: u32 = 0;

let window: usize = 0;
// What the last call of `scan` found: the filled readings, the end of the listed records, the line after them, the blank lines among
// them, and the end of the odd block before which it stopped, or 0.
export let readingsUsed: u32 = 0;
export let consumed: u32 = 0;
export let nextLine: u32 = 0;
export let blankLines: u32 = 0;
export let oddUntil: u32 = 0;

// The last byte of the block before: bit 0 of `endBefore` if it ends a cell, of `quoteBefore` if it is a quote that closed, of
// `returnBefore` if it is a carriage return. `insideBefore`: all ones if it is inside quotes.
let endBefore: u64 = 0;
let quoteBefore: u64 = 0;
let returnBefore: u64 = 0;
let insideBefore: u64 = 0;

/**
 * Lists the whole records of the window's bytes [from, to) in a batch, but none behind the one that reaches `limit`. A record begins
 * at `from`, in line `line`. `list` and `batchAt`: the addresses of `Scanned` and `ListedBatch`. Returns how many records the batch
 * holds then.
 */
export function scan(list: usize, batchAt: usize, windowAt: usize, from: u32, to: u32, limit: u32, line: u32): u32 {
  scanned = changetype<Scanned>(list);
  batch = changetype<ListedBatch>(batchAt);
  lines = scanned.scratch;
  ends = lines + 4 * usize(CHUNK);
  readingsUsed = batch.readingsUsed;
  window = windowAt;
  consumed = from;
  nextLine = line;
  blankLines = oddUntil = 0;
  quoteBefore = returnBefore = insideBefore = 0;
  endBefore = 1;
  store<u32>(ends, from - 1);
  endCount = 1;
  const isWatched = scanned.watched != 0;
  const scanTo = isWatched ? min(to, from + MOST_MARKED) : to;
  if (isWatched) watch(scanned.watched, from);
  for (let chunk = from; chunk < scanTo; chunk += CHUNK) {
    const chunkEnd = min(chunk + CHUNK, scanTo);
    const lineCount = findEnds(chunk, chunkEnd);
    let previous: u32 = 0;
    for (let i: u32 = 0; i < lineCount; i++) {
      const last = load<u32>(lines + 4 * usize(i));
      listRecord(previous, last);
      previous = last;
      if (batch.count == batch.cap || consumed >= limit) return batch.count;
    }
    if (oddUntil > 0) return batch.count;
    // The remaining ends are of a record that continues in the next chunk. If they are too many, csv/scanner.ts reads it.
    endCount -= previous;
    if (endCount > MOST_ENDS - CHUNK) {
      oddUntil = chunkEnd;
      return batch.count;
    }
    memory.copy(ends, ends + 4 * usize(previous), 4 * usize(endCount));
  }
  return batch.count;
}

/** Adds the ends in a chunk's bytes [from, to), up to an odd block. Returns the count of lines. */
function findEnds(from: u32, to: u32): u32 {
  const quote = i8x16.splat(QUOTE);
  const feed = i8x16.splat(LF);
  const carriageReturn = i8x16.splat(CR);
  const delimiter = i8x16.splat(i8(scanned.delimiter));
  const isWatched = scanned.watched != 0;
  const hasDelimiter = scanned.delimiter >= 0;
  let lineCount: u32 = 0;
  let found = endCount;
  for (let at = from; at < to; at += 64) {
    const block = window + at;
    const a = v128.load(block);
    const b = v128.load(block, 16);
    const c = v128.load(block, 32);
    const d = v128.load(block, 48);
    const valid: u64 = to - at < 64 ? (u64(1) << (to - at)) - 1 : ~u64(0);
    const quotes = mask(a, b, c, d, quote) & valid;
    let feeds = mask(a, b, c, d, feed) & valid;
    const returns = mask(a, b, c, d, carriageReturn) & valid;
    let cellEnds = hasDelimiter ? (mask(a, b, c, d, delimiter) & valid) | feeds : feeds;
    // From an opening quote to before its closing one, also where the block before began inside quotes.
    const within = (quotes | insideBefore) == 0 ? 0 : betweenPairs(quotes) ^ insideBefore;
    if (isOdd(quotes, within, cellEnds, feeds, returns, valid)) {
      oddUntil = at + 64;
      break;
    }
    cellEnds &= ~within;
    endBefore = cellEnds >>> 63;
    quoteBefore = (quotes & ~within) >>> 63;
    returnBefore = returns >>> 63;
    insideBefore = u64(i64(within) >> 63);
    if (isWatched) markSuspects(a, b, c, d, cellEnds | quotes | returns, at);
    for (; feeds != 0; feeds &= feeds - 1) {
      const before = cellEnds & ((feeds & (0 - feeds)) - 1);
      store<u32>(lines + 4 * usize(lineCount++), found + u32(popcnt(before)));
    }
    storeEnds(cellEnds, at, ends + 4 * usize(found));
    found += u32(popcnt(cellEnds));
  }
  endCount = found;
  return lineCount;
}

/** Whether the quotes or line ends of a block are not RFC 4180's. */
function isOdd(quotes: u64, within: u64, cellEnds: u64, feeds: u64, returns: u64, valid: u64): bool {
  // No carriage return without a line feed.
  if ((((returns << 1) | returnBefore) & ~feeds & valid) != 0) return true;
  if ((quotes | within | quoteBefore) == 0) return false;
  const opening = quotes & within;
  const closing = quotes & ~within;
  // A quote opens at the start of a cell, or doubles the quote before it. A cell's end or a quote follows a closing quote.
  const mayOpen = ((cellEnds & ~within) << 1) | endBefore | (closing << 1) | quoteBefore;
  const badClose = ((closing << 1) | quoteBefore) & ~(cellEnds | quotes | returns) & valid;
  return ((opening & ~mayOpen) | badClose | ((feeds | returns) & within)) != 0;
}

/** Returns ones from the first bit to before the second, from the third to before the fourth, and so on. */
function betweenPairs(bits: u64): u64 {
  // The parity of each bit and those below it.
  let parity = bits;
  parity ^= parity << 1;
  parity ^= parity << 2;
  parity ^= parity << 4;
  parity ^= parity << 8;
  parity ^= parity << 16;
  parity ^= parity << 32;
  return parity;
}

/** Stores the ends in the block at `at`, eight at a time: few blocks have more. */
function storeEnds(cellEnds: u64, at: u32, place: usize): void {
  let to = place;
  for (let left = cellEnds; ; to += 32) {
    left = storeFour(left, at, to);
    left = storeFour(left, at, to + 16);
    if (left == 0) break;
  }
}

/** Stores the offsets of the lowest four bits of the block at `at`. Returns the other bits. */
function storeFour(bits: u64, at: u32, to: usize): u64 {
  let left = bits;
  for (let i: usize = 0; i < 16; i += 4) {
    store<u32>(to + i, at + u32(ctz(left)));
    left &= left - 1;
  }
  return left;
}

/** Stores a word of the record that is listed. */
function storeWord(column: Column, word: u32): void {
  store<u32>(wordOf(batch.columns, batch.cap, column, batch.count), word);
}

/** Lists the record of the ends (previous, last], unless its line is blank. */
function listRecord(previous: u32, last: u32): void {
  const before = ends + 4 * usize(previous);
  const start = load<u32>(before) + 1;
  const next = load<u32>(ends + 4 * usize(last)) + 1;
  let end = next - 1;
  if (end > start && load<u8>(window + end - 1) == CR) end--;
  consumed = next;
  const line = nextLine++;
  if (end == start) {
    blankLines++;
    return;
  }
  const cells = last - previous;
  storeWord(Column.START, start - batch.base);
  storeWord(Column.END, end - batch.base);
  storeWord(Column.NEXT_START, next - batch.base);
  storeWord(Column.LINE, line);
  const wantedCells = cellsOf(batch.columns, batch.cap, scanned.wantedCount, batch.count);
  storeCells(before, cells, end, wantedCells);
  readRecord(before, cells, end, wantedCells);
  batch.count++;
}

/** Stores the ranges of a record's wanted cells. `before`: the address of the end before its first cell. */
function storeCells(before: usize, cells: u32, end: u32, wantedCells: usize): void {
  const wantedCount = scanned.wantedCount;
  for (let w: u32 = 0; w < wantedCount; w++) {
    const to = wantedCells + CELL_BYTES * usize(w);
    const column = load<u32>(usize(scanned.wanted) + 4 * usize(w));
    if (column >= cells) {
      store<i32>(to, -1);
      store<i32>(to, 0, 8);
      continue;
    }
    const cell = before + 4 * usize(column);
    let cellStart = load<u32>(cell) + 1;
    let cellEnd = column + 1 == cells ? end : load<u32>(cell, 4);
    let quoted: u32 = 0;
    if (cellEnd > cellStart && load<u8>(window + cellStart) == QUOTE) {
      cellStart++;
      cellEnd--;
      quoted = 1;
    }
    store<u32>(to, cellStart - batch.base);
    store<u32>(to, cellEnd - batch.base, 4);
    store<u32>(to, quoted, 8);
  }
}

/** Stores what was read of a record: its plain number with the number that it mentions, the index of its reading, or UNCHECKED. */
function readRecord(before: usize, cells: u32, end: u32, wantedCells: usize): void {
  const isWatched = scanned.watched != 0;
  const isWhole = cells == scanned.width;
  let flags: u32 = 0;
  let plain: i32 = Plain.NONE;
  let readingOrMention: i32 = -1;
  if (isWatched && !isWhole) flags = Flag.USES_OTHER_COLUMNS;
  else if (isWatched && usesOtherCells(window, before, end)) plain = Plain.UNCHECKED;
  else if (isWhole) {
    if (isWatched) readingOrMention = mentioned;
    plain = readPhones(wantedCells);
    // A mention is stored only next to a plain number. A record without one is read cell by cell, so its parts are joined anyway.
    const needsCheck = plain == Plain.NONE ? readingOrMention >= 0 : scanned.joins != 0 && mayJoin();
    if (needsCheck) plain = Plain.UNCHECKED;
    else if (plain == Plain.NONE && scanned.phoneCount == 1) {
      readingOrMention = storeReading(wantedCells);
      if (readingOrMention >= 0) plain = Plain.READ;
      if (readingOrMention >= 0 && scanned.cuts != 0 && otherNumber >= 0) flags = Flag.LOSES_WORDS;
    }
  }
  storeWord(Column.SHAPE, (cells << FLAG_BITS) | flags);
  storeWord(Column.PLAIN, plain);
  storeWord(Column.READING_OR_MENTION, readingOrMention);
}

/** Returns the number of the only phone cell, or CELLS; NONE if a cell is not read. */
function readPhones(wantedCells: usize): i32 {
  const from = window + batch.base;
  let plain: i32 = Plain.NONE;
  const phoneCount = scanned.phoneCount;
  for (let i: u32 = 0; i < phoneCount; i++) {
    const cell = wantedCells + CELL_BYTES * usize(load<u32>(usize(scanned.phones) + 4 * usize(i)));
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
function storeReading(wantedCells: usize): i32 {
  const from = window + batch.base;
  const cell = wantedCells + CELL_BYTES * usize(load<u32>(scanned.phones));
  const start = from + load<u32>(cell);
  const end = from + load<u32>(cell, 4);
  const first = readTwo(start, end);
  const isRead = first < 0 ? start == end : first != otherNumber;
  if (!isRead || readingsUsed + 3 > batch.readingsRoom) return -1;
  const index = readingsUsed;
  const at = usize(batch.readings) + 8 * usize(index);
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
