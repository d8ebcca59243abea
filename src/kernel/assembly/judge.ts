// Numbers → their records: kept ones with the numbers spelled anew, others removed with a reason. What scrub/run.ts does
// and scrub/writers.ts writes. A call ends at the first record that has to be judged in TypeScript.

import { COLON, DASH, LETTER_T, PLUS } from "./ascii";
import { BARRED, countHeld, entryBehind, headOf, heldEnding, heldEndingLength, heldRecord, heldSince } from "./held";
import { stateAddress, stateOf } from "./held";
import { typeOf } from "./plain";
import { CELL_BYTES, cellsOf, Column, LOSES_WORDS, PLAIN_CELLS, wordOf } from "./record";
import { begin, decided, KEPT, keptIn, LEFT, readable, SUPPRESSED, seeNumbers, take, takeBeside, takeReadings } from "./rules";

/** Lookups that are begun at once: so many misses of the processor's cache cost little more than one. */
const AHEAD: u32 = 512;
/** What a record may become longer by, and what a copy overshoots: the numbers of a few cells; an ending and two records' numbers. */
const CLEAN_MARGIN: usize = 256;
const REMOVED_MARGIN: usize = 768;
// How a number is spelled: as text/'s --phone-format has it.
const ORIGINAL: u32 = 0;
const NATIONAL: u32 = 9;
const E164: u32 = 12;

/** What is written, and where to: words in the order in which judge-kernel.ts puts them. */
// @ts-ignore: decorator
@unmanaged
class Outputs {
  /** Bytes of a number as it is spelled. */
  format: u32 = 0;
  /** Room for u32[2] times `AHEAD`. */
  sought: u32 = 0;
  /** u32[2] by reason: address and length of the text between a record that is removed for it and its number. */
  endings: u32 = 0;
  /** The texts behind the number, and between a list's record number and its own. */
  lineEnd: u32 = 0;
  lineEndLength: u32 = 0;
  delimiters: u32 = 0;
  delimitersLength: u32 = 0;
  /** Seconds that the clocks of dates are ahead of UTC, and how that is written; no length where the kernel can't write dates. */
  clockOffset: i32 = 0;
  offsetText: u32 = 0;
  offsetLength: u32 = 0;
  /** Where the next byte of each output goes and where its room ends; 0 where it is not wanted. */
  cleanAt: u32 = 0;
  cleanEnd: u32 = 0;
  removedAt: u32 = 0;
  removedEnd: u32 = 0;
  /** The call ended for want of room. */
  isFull: u32 = 0;
  /** Since they were last taken: a bit for each phone cell with a number; the kept records. */
  readable: u32 = 0;
  kept: u32 = 0;
}

// Behind them, u32 by type: numbers of kept records; then u32 by reason: removed records.
const TYPES: usize = offsetof<Outputs>();
const REASONS: usize = TYPES + 4 * 8;

/** The batch whose records are judged: its window, columns for `cap` records, of which `count` are there. */
// @ts-ignore: decorator
@unmanaged
class Batch {
  window: u32 = 0;
  columns: u32 = 0;
  cap: u32 = 0;
  count: u32 = 0;
  /** 0 where there are none. */
  readings: u32 = 0;
  /** The list's records before it. */
  before: u32 = 0;
  /** The wanted cells of a record, how many of them are phones, and u32 each: which. */
  wanted: u32 = 0;
  phoneCount: u32 = 0;
  phones: u32 = 0;
  /** The shape of a whole record without flags: its number of cells. */
  shape: u32 = 0;
}

let outputs = changetype<Outputs>(0);
let batch = changetype<Batch>(0);
/** Kept, so that no compiler leaves the reads out. */
export let touched: u32 = 0;
/** Up to where the lookups of the batch are begun. */
let touchedTo: u32 = 0;
/** The bytes of kept records that are not copied yet. */
let run: usize = 0;
let runEnd: usize = 0;

export function setOutputs(block: usize): void {
  outputs = changetype<Outputs>(block);
}

export function setBatch(block: usize): void {
  batch = changetype<Batch>(block);
  touchedTo = 0;
}

/** Copies 16 bytes at a time, up to 15 too many. */
function copy(to: usize, from: usize, count: usize): usize {
  for (let i: usize = 0; i < count; i += 16) v128.store(to + i, v128.load(from + i));
  return to + count;
}

/** The address of a record's word in a column of the batch. */
function at(column: Column, record: u32): usize {
  return wordOf(batch.columns, batch.cap, column, record);
}

/** The address of a phone cell. */
function cellOf(record: u32, phone: u32): usize {
  const cells = cellsOf(batch.columns, batch.cap, batch.wanted, record);
  return cells + CELL_BYTES * usize(load<u32>(usize(batch.phones) + 4 * usize(phone)));
}

/** The number of a phone cell that is plain; less than 0 for none. */
function numberIn(record: u32, phone: u32): i32 {
  return batch.phoneCount == 1 ? load<i32>(at(Column.PLAIN, record)) : (load<i32>(cellOf(record, phone), 8) >> 1) - 1;
}

/**
 * Reads all that the lookups of some records will need. What is read does not depend on what was read just before it, so
 * that the misses of the processor's cache overlap.
 */
function touch(from: u32, to: u32): void {
  let sum: u32 = 0;
  let end = usize(outputs.sought);
  const phoneCount = batch.phoneCount;
  for (let i = from; i < to; i++)
    for (let c: u32 = 0; c < phoneCount; c++) sum += load<u8>(stateAddress(max(0, numberIn(i, c))));
  for (let i = from; i < to; i++)
    for (let c: u32 = 0; c < phoneCount; c++) {
      const national = max(0, numberIn(i, c));
      store<u32>(end, national);
      if (stateOf(national) == BARRED) end += 8;
    }
  for (let at = usize(outputs.sought); at < end; at += 8) store<u32>(at, headOf(load<u32>(at)), 4);
  // One step further in all chains at a time, each to its end: nobody else may hold the number.
  while (end > usize(outputs.sought)) {
    let left = usize(outputs.sought);
    for (let at = left; at < end; at += 8) {
      const national = load<u32>(at);
      const entry = entryBehind(load<u32>(at, 4), national);
      store<u32>(left, national);
      store<u32>(left, entry, 4);
      if (entry != 0) left += 8;
    }
    end = left;
  }
  touched = sum;
}

/** Judges the batch's records from `from` on. Stops at the first that the rules decide, or for which there is no room. */
export function judge(from: u32): u32 {
  const count = batch.count;
  const step = max(1, AHEAD / batch.phoneCount);
  outputs.isFull = 0;
  run = runEnd = 0;
  let i = from;
  for (; i < count; i++) {
    if (i >= touchedTo) {
      touchedTo = min(i + step, count);
      touch(i, touchedTo);
    }
    const shape = at(Column.SHAPE, i);
    const outcome = decide(i, load<u32>(shape));
    if (outcome == LEFT) break;
    const isWritten = outcome == KEPT ? keep(i) : remove(i, outcome);
    if (!isWritten) break;
    seeNumbers(outcome);
    outputs.readable |= readable;
    if (outcome != KEPT) store<u32>(shape, batch.shape);
  }
  copyRun();
  return i;
}

/** What becomes of a record; `LEFT` where it is not whole, or its cells were not read. */
function decide(i: u32, shape: u32): i32 {
  const phoneCount = batch.phoneCount;
  const plain = load<i32>(at(Column.PLAIN, i));
  begin(phoneCount);
  if (plain >= 0 || plain == PLAIN_CELLS) {
    for (let c: u32 = 0; c < phoneCount; c++) {
      const national = numberIn(i, c);
      if (national >= 0) take(national, typeOf(national), c);
    }
    const beside = load<i32>(at(Column.READING, i));
    return beside < 0 || takeBeside(beside) ? decided() : LEFT;
  }
  const place = load<i32>(at(Column.READING, i));
  if (batch.readings == 0 || place < 0 || (shape & ~LOSES_WORDS) != batch.shape) return LEFT;
  if (!takeReadings(usize(batch.readings) + 8 * usize(place))) return LEFT;
  const outcome = decided();
  return outcome == KEPT && phoneCount > 1 && (shape != batch.shape || mayChangeOthers(i)) ? LEFT : outcome;
}

/** Whether phone cells of a kept record that keep no number are filled: digits in them are taken out. */
function mayChangeOthers(i: u32): bool {
  for (let c: u32 = 0; c < batch.phoneCount; c++)
    if (keptIn(c) < 0 && load<u32>(cellOf(i, c)) < load<u32>(cellOf(i, c), 4)) return true;
  return false;
}

function positionOf(record: u32, column: Column): usize {
  return usize(batch.window) + load<u32>(at(column, record));
}

/** Copies what is open of the run to the clean list. */
function copyRun(): void {
  if (runEnd > run) outputs.cleanAt = u32(copy(outputs.cleanAt, run, runEnd - run));
  run = runEnd;
}

/** Writes a kept record, each phone cell with the number that it keeps. False if there is no room. */
function keep(i: u32): bool {
  const phoneCount = batch.phoneCount;
  if (outputs.cleanEnd != 0) {
    const record = positionOf(i, Column.START);
    const next = positionOf(i, Column.NEXT_START);
    if (record != runEnd) {
      copyRun();
      run = record;
    }
    if (usize(outputs.cleanAt) + (next - run) + CLEAN_MARGIN > usize(outputs.cleanEnd)) {
      outputs.isFull = 1;
      runEnd = record;
      return false;
    }
    runEnd = next;
    if (outputs.format != ORIGINAL)
      for (let c: u32 = 0; c < phoneCount; c++) if (keptIn(c) >= 0) write(i, c);
  }
  outputs.kept++;
  for (let c: u32 = 0; c < phoneCount; c++) if (keptIn(c) >= 0) increase(TYPES + 4 * usize(typeOf(keptIn(c))));
  return true;
}

/** Writes the run up to a phone cell, and the number that it keeps. */
function write(i: u32, phone: u32): void {
  const cell = cellOf(i, phone);
  const start = usize(batch.window) + load<u32>(cell);
  const end = usize(batch.window) + load<u32>(cell, 4);
  const isPlain = load<i32>(at(Column.PLAIN, i)) != -1;
  if (isPlain && end - start == usize(outputs.format) && load<u8>(start) == PLUS) return;
  outputs.cleanAt = u32(spell(keptIn(phone), copy(outputs.cleanAt, run, start - run)));
  run = end;
}

/** Writes a removed record. False if there is no room, or its date can't be written. */
function remove(i: u32, outcome: i32): bool {
  const isSuppressed = outcome == SUPPRESSED;
  if (outputs.removedEnd != 0) {
    if (isSuppressed && heldSince != 0 && outputs.offsetLength == 0) return false;
    const record = positionOf(i, Column.START);
    const length = positionOf(i, Column.END) - record;
    let to = usize(outputs.removedAt);
    if (to + length + REMOVED_MARGIN > usize(outputs.removedEnd)) {
      outputs.isFull = 1;
      return false;
    }
    const ending = usize(outputs.endings) + 8 * usize(max(0, outcome));
    to = copy(to, record, length);
    to = isSuppressed ? writeHeld(to) : copy(to, load<u32>(ending), load<u32>(ending, 4));
    outputs.removedAt = u32(copy(writeNumber(to, batch.before + i + 1), outputs.lineEnd, outputs.lineEndLength));
  }
  if (isSuppressed) countHeld();
  else increase(REASONS + 4 * usize(outcome));
  return true;
}

/** Which list and record of it suppresses a record, and since when. */
function writeHeld(at: usize): usize {
  const half = outputs.delimitersLength / 2;
  const to = copy(writeNumber(copy(at, heldEnding, heldEndingLength), heldRecord), outputs.delimiters, half);
  return copy(heldSince == 0 ? to : writeInstant(to, heldSince), outputs.delimiters, half);
}

function increase(counter: usize): void {
  const at = changetype<usize>(outputs) + counter;
  store<u32>(at, load<u32>(at) + 1);
}

function spell(national: i32, at: usize): usize {
  // Two halves of four digits, each in parallel: divisions by constants only.
  const high = u32(national) / 10000;
  const low = u32(national) % 10000;
  let v = u64(high) | (u64(low) << 32);
  const hundreds = ((v * 10486) >>> 20) & 0x0000007f0000007f;
  v = hundreds | ((v - hundreds * 100) << 16);
  const tens = ((v * 103) >>> 10) & 0x000f000f000f000f;
  v = (tens | ((v - tens * 10) << 8)) | 0x3030303030303030;
  if (outputs.format == NATIONAL) {
    store<u32>(at, u32(v));
    store<u8>(at, DASH, 4);
    store<u32>(at, u32(v >>> 32), 5);
    return at + 9;
  }
  if (outputs.format == E164) store<u8>(at++, PLUS);
  store<u32>(at, 0x333035); // 503
  store<u64>(at + 3, v);
  return at + 11;
}

const DAY: u32 = 86400;

/** As describeInstant of time/time-zone.ts: the last second of a day or a minute is none that was written. */
function writeInstant(at: usize, instant: u32): usize {
  const wall = i64(instant) + i64(outputs.clockOffset);
  const second = u32(wall % i64(DAY));
  // Days since the first of March of the year 0, so that a leap day is a year's last.
  const days = u32(wall / i64(DAY)) + 719468;
  const century = (4 * days + 3) / 146097;
  const inCentury = days - (146097 * century) / 4;
  const year = (4 * inCentury + 3) / 1461;
  const inYear = inCentury - (1461 * year) / 4;
  const month = (5 * inYear + 2) / 153;
  const isNextYear: u32 = month >= 10 ? 1 : 0;
  let to = writeTwo(at, century + (year + isNextYear) / 100);
  to = writeTwo(to, (year + isNextYear) % 100);
  to = writeTwo(mark(to, DASH), isNextYear ? month - 9 : month + 3);
  to = writeTwo(mark(to, DASH), inYear - (153 * month + 2) / 5 + 1);
  if (second == DAY - 1) return to;
  to = writeTwo(mark(to, LETTER_T), second / 3600);
  to = writeTwo(mark(to, COLON), (second / 60) % 60);
  if (second % 60 != 59) to = writeTwo(mark(to, COLON), second % 60);
  return copy(to, outputs.offsetText, outputs.offsetLength);
}

function writeTwo(at: usize, value: u32): usize {
  store<u8>(at, u8(48 + value / 10));
  store<u8>(at, u8(48 + (value % 10)), 1);
  return at + 2;
}

function mark(at: usize, byte: u8): usize {
  store<u8>(at, byte);
  return at + 1;
}

function writeNumber(at: usize, value: u32): usize {
  let digits: u32 = 1;
  for (let limit: u32 = 10; limit <= value && digits < 10; limit *= 10) digits++;
  let rest = value;
  for (let i = at + digits; i > at; ) {
    const next = rest / 10;
    store<u8>(--i, u8(48 + rest - next * 10));
    rest = next;
  }
  return at + digits;
}
