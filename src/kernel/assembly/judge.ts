// Numbers → their records: kept ones with the number spelled anew, others removed with a reason. What scrub/run.ts and
// scrub/rules.ts say of them, and scrub/writers.ts writes. A call ends at the first record that has to be judged in TypeScript.

import {
  BARRED,
  countHeld,
  entryBehind,
  FREE,
  findHeld,
  headOf,
  heldEnding,
  heldEndingLength,
  heldRecord,
  heldSince,
  SEEN,
  setState,
  stateAddress,
  stateOf,
} from "./held";
import { typeOf } from "./plain";
import { OTHER, readingNumber, readingReason, readReading, reasonOfType, SEVERAL, UNREAD } from "./readings";

const PLUS: u8 = 0x2b;
const DASH: u8 = 0x2d;
const COLON: u8 = 0x3a;
const LETTER_T: u8 = 0x54;
/** Lookups that are begun at once: so many misses of the processor's cache cost little more than one. */
const AHEAD: u32 = 512;
/** What a record may become longer by, and what a copy overshoots: a number; an ending and two records' numbers. */
const CLEAN_MARGIN: usize = 64;
const REMOVED_MARGIN: usize = 768;
// How a number is spelled: as text/'s --phone-format has it.
const ORIGINAL: u32 = 0;
const NATIONAL: u32 = 9;
const E164: u32 = 12;

/** u8[8] by type: 1 where a number of the type may be kept. */
let allowed: usize = 0;
let keepsDuplicates = false;
let format: u32 = E164;
/** The batch: its window, columns for `cap` records, and where its readings are; the list's records before it. */
let window: usize = 0;
let columns: usize = 0;
let cap: u32 = 0;
let count: u32 = 0;
let readings: usize = 0;
let recordsBefore: u32 = 0;
let wantedCount: u32 = 0;
let phone: u32 = 0;
/** The shape of a whole record without flags: its number of cells. */
let wholeShape: u32 = 0;
/** The flag of a record whose phone cell loses words where it is cut to its number; removed records lose the flag. */
const LOSES_WORDS: u32 = 8;
/** The texts between a duplicate and its number, behind the number, and between a list's record number and its own. */
let duplicate: usize = 0;
let duplicateLength: u32 = 0;
let lineEnd: usize = 0;
let lineEndLength: u32 = 0;
let delimiters: usize = 0;
let delimitersLength: u32 = 0;
/** Seconds that the clocks of dates are ahead of UTC, and how that is written; no length where the kernel can't write dates. */
let clockOffset: i32 = 0;
let offsetText: usize = 0;
let offsetLength: u32 = 0;
/**
 * u32[2] by reason, those of a number's type behind the others: address and length of the text between a record without
 * a number to contact and its record number.
 */
let without: usize = 0;

/**
 * u32 each, which the program reads and writes, too: addresses of where the next byte of each output goes and of where
 * its room ends (0 where it is not wanted); whether the call ended for want of room; since they were last taken, the
 * repeated records, the opted-out ones, the kept ones by type, and by reason those in which no number is to be contacted.
 */
let control: usize = 0;
const CLEAN_AT = 0;
const CLEAN_END = 4;
const REMOVED_AT = 8;
const REMOVED_END = 12;
const IS_FULL = 16;
const DUPLICATES = 20;
const SUPPRESSED = 24;
const KEPT = 28;
const WITHOUT = KEPT + 4 * 8;
/** Kept, so that no compiler leaves the reads out. */
export let touched: u32 = 0;
/** Up to where the lookups of the batch are begun. */
let touchedTo: u32 = 0;

/** `soughtAt`: room for u32[2] times `AHEAD`. */
export function setJudge(
  allowedAt: usize,
  keepsRepeated: bool,
  spelling: u32,
  controlAt: usize,
  soughtAt: usize,
): void {
  allowed = allowedAt;
  keepsDuplicates = keepsRepeated;
  format = spelling;
  control = controlAt;
  sought = soughtAt;
}

export function setEndings(
  duplicateAt: usize,
  duplicateBytes: u32,
  lineEndAt: usize,
  lineEndBytes: u32,
  delimitersAt: usize,
  delimitersBytes: u32,
  withoutAt: usize,
): void {
  duplicate = duplicateAt;
  duplicateLength = duplicateBytes;
  lineEnd = lineEndAt;
  lineEndLength = lineEndBytes;
  delimiters = delimitersAt;
  delimitersLength = delimitersBytes;
  without = withoutAt;
}

export function setDates(offset: i32, textAt: usize, textBytes: u32): void {
  clockOffset = offset;
  offsetText = textAt;
  offsetLength = textBytes;
}

/**
 * The batch whose records are judged: `windowAt`, columns for `records` at `columnsAt`, of which `held` are there, and
 * `readingsAt`, 0 where there are none. `before`: the list's records before it. `cells`: wanted ones of a record;
 * `phoneCell`: which of them is the phone; `shape`: of a record as it should be.
 */
export function setBatch(
  windowAt: usize,
  columnsAt: usize,
  records: u32,
  held: u32,
  readingsAt: usize,
  before: u32,
  cells: u32,
  phoneCell: u32,
  shape: u32,
): void {
  window = windowAt;
  columns = columnsAt;
  cap = records;
  count = held;
  readings = readingsAt;
  recordsBefore = before;
  wantedCount = cells;
  phone = phoneCell;
  wholeShape = shape;
  touchedTo = 0;
}

/** Copies 16 bytes at a time, up to 15 too many. */
// @ts-ignore: decorator
@inline
function copy(to: usize, from: usize, count: usize): usize {
  for (let i: usize = 0; i < count; i += 16) v128.store(to + i, v128.load(from + i));
  return to + count;
}

/** u32[2] for each of `AHEAD` records: an opted-out number, and the entry of its chain that is next. */
let sought: usize = 0;

/**
 * Reads all that the lookups of some records will need. What is read does not depend on what was read just before it, so
 * that the misses of the processor's cache overlap.
 */
function touch(nationals: usize, from: u32, to: u32): void {
  let sum: u32 = 0;
  for (let i = from; i < to; i++) sum += load<u8>(stateAddress(max(0, load<i32>(nationals + 4 * usize(i)))));
  let end = sought;
  for (let i = from; i < to; i++) {
    const national = max(0, load<i32>(nationals + 4 * usize(i)));
    store<u32>(end, national);
    if (stateOf(national) == BARRED) end += 8;
  }
  for (let at = sought; at < end; at += 8) store<u32>(at, headOf(load<u32>(at)), 4);
  // One step further in all chains at a time, each to its end: nobody else may hold the number.
  while (end > sought) {
    let left = sought;
    for (let at = sought; at < end; at += 8) {
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

/**
 * Judges the batch's records from `from` on. Stops at the first that is not whole, or of whose number more has to be asked
 * (see `readReading`), or with more than one plain entry, or for which there is no room.
 */
export function judge(from: u32): u32 {
  const stride: usize = 4 * usize(cap);
  const ends = columns + stride;
  const nexts = columns + 2 * stride;
  const shapes = columns + 4 * stride;
  const nationals = columns + 5 * stride;
  const readingsAt = columns + 6 * stride;
  const cells = columns + 7 * stride + 12 * usize(phone);
  const cleanEnd = usize(load<u32>(control, CLEAN_END));
  const removedEnd = usize(load<u32>(control, REMOVED_END));
  let to = usize(load<u32>(control, CLEAN_AT));
  let removedTo = usize(load<u32>(control, REMOVED_AT));
  let isFull: u32 = 0;
  let run: usize = 0; // The bytes of kept records that are not copied yet begin here, and end at `runEnd`.
  let runEnd: usize = 0;
  let i = from;
  for (; i < count; i++) {
    if (i >= touchedTo) {
      touchedTo = min(i + AHEAD, count);
      touch(nationals, i, touchedTo);
    }
    const at = 4 * usize(i);
    const record = window + load<u32>(columns + at);
    let national = load<i32>(nationals + at);
    const isPlain = national >= 0;
    let reading: u32 = 0;
    if (!isPlain) {
      const place = load<i32>(readingsAt + at);
      if (readings == 0 || place < 0 || (load<u32>(shapes + at) & ~LOSES_WORDS) != wholeShape) break;
      reading = readReading(readings + 8 * usize(place));
      if (reading == OTHER) break;
      national = readingNumber;
    }
    const state = reading == UNREAD ? FREE : stateOf(national);
    // rules.ts decides about other numbers of a cell; next to a kept one that is spelled anew they are lost.
    if (reading == SEVERAL && (format == ORIGINAL || state != FREE)) break;
    const type = reading == UNREAD ? <u8>0 : typeOf(national);
    const length = usize(load<u32>(ends + at)) + window - record;
    if (reading == UNREAD || (state != BARRED && load<u8>(allowed + usize(type)) == 0)) {
      if (reading == SEVERAL) break;
      const reason = reading == UNREAD ? readingReason : reasonOfType(type);
      if (removedEnd != 0) {
        if (removedTo + length + REMOVED_MARGIN > removedEnd) {
          isFull = 1;
          break;
        }
        const ending = without + 8 * usize(reason);
        removedTo = copy(copy(removedTo, record, length), load<u32>(ending), load<u32>(ending, 4));
        removedTo = copy(writeNumber(removedTo, recordsBefore + i + 1), lineEnd, lineEndLength);
      }
      increase(WITHOUT + 4 * reason);
      store<u32>(shapes + at, wholeShape);
      continue;
    }
    if (state == FREE) {
      if (cleanEnd != 0) {
        const next = window + load<u32>(nexts + at);
        if (record != runEnd) {
          if (runEnd > run) to = copy(to, run, runEnd - run);
          run = record;
        }
        if (to + (next - run) + CLEAN_MARGIN > cleanEnd) {
          isFull = 1;
          runEnd = record;
          break;
        }
        runEnd = next;
        if (format != ORIGINAL) {
          const cell = cells + 12 * usize(i) * usize(wantedCount);
          const start = window + load<u32>(cell);
          const end = window + load<u32>(cell, 4);
          if (!isPlain || end - start != usize(format) || load<u8>(start) != PLUS) {
            to = spell(national, copy(to, run, start - run));
            run = end;
          }
        }
      }
      setState(national, SEEN);
      increase(KEPT + 4 * usize(type));
      continue;
    }
    if (removedEnd != 0 && removedTo + length + REMOVED_MARGIN > removedEnd) {
      isFull = 1;
      break;
    }
    if (state == BARRED) {
      if (!findHeld(national) || (heldSince != 0 && removedEnd != 0 && offsetLength == 0)) break;
      if (removedEnd != 0) {
        removedTo = copy(copy(removedTo, record, length), heldEnding, heldEndingLength);
        removedTo = writeNumber(removedTo, heldRecord);
        if (heldSince == 0) removedTo = copy(removedTo, delimiters, delimitersLength);
        else {
          removedTo = writeInstant(copy(removedTo, delimiters, delimitersLength / 2), heldSince);
          removedTo = copy(removedTo, delimiters, delimitersLength / 2);
        }
      }
      increase(SUPPRESSED);
      countHeld();
    } else {
      if (keepsDuplicates && state == SEEN) break;
      if (removedEnd != 0) removedTo = copy(copy(removedTo, record, length), duplicate, duplicateLength);
      increase(DUPLICATES);
    }
    if (removedEnd != 0) removedTo = copy(writeNumber(removedTo, recordsBefore + i + 1), lineEnd, lineEndLength);
    store<u32>(shapes + at, wholeShape);
  }
  if (runEnd > run) to = copy(to, run, runEnd - run);
  store<u32>(control, u32(to), CLEAN_AT);
  store<u32>(control, u32(removedTo), REMOVED_AT);
  store<u32>(control, isFull, IS_FULL);
  return i;
}

// @ts-ignore: decorator
@inline
function increase(counter: usize): void {
  store<u32>(control + counter, load<u32>(control + counter) + 1);
}

// @ts-ignore: decorator
@inline
function spell(national: i32, at: usize): usize {
  // Two halves of four digits, each in parallel: divisions by constants only.
  const high = u32(national) / 10000;
  const low = u32(national) % 10000;
  let v = u64(high) | (u64(low) << 32);
  const hundreds = ((v * 10486) >>> 20) & 0x0000007f0000007f;
  v = hundreds | ((v - hundreds * 100) << 16);
  const tens = ((v * 103) >>> 10) & 0x000f000f000f000f;
  v = (tens | ((v - tens * 10) << 8)) | 0x3030303030303030;
  if (format == NATIONAL) {
    store<u32>(at, u32(v));
    store<u8>(at, DASH, 4);
    store<u32>(at, u32(v >>> 32), 5);
    return at + 9;
  }
  if (format == E164) store<u8>(at++, PLUS);
  store<u32>(at, 0x333035); // 503
  store<u64>(at + 3, v);
  return at + 11;
}

const DAY: u32 = 86400;

/** As describeInstant of time/time-zone.ts: the last second of a day or a minute is none that was written. */
function writeInstant(at: usize, instant: u32): usize {
  const wall = i64(instant) + i64(clockOffset);
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
  return copy(to, offsetText, offsetLength);
}

// @ts-ignore: decorator
@inline
function writeTwo(at: usize, value: u32): usize {
  store<u8>(at, u8(48 + value / 10));
  store<u8>(at, u8(48 + (value % 10)), 1);
  return at + 2;
}

// @ts-ignore: decorator
@inline
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
