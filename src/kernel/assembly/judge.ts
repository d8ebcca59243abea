// Judges the records of a batch, and writes them into the clean and the removed list, as scrub/run.ts and scrub/writers.ts do.
// A call ends at the first record that they have to judge.

import { PLUS } from "./ascii";
import { campaign, increase } from "./campaign";
import { entryDate, entryList, entryRecord, headOf, listEnding, listEndingLength, prefetchEntry, State, stateAddress, stateOf } from "./numbers";
import { typeOf } from "./plain";
import { CELL_BYTES, cellsOf, Column, Flag, Plain, wordOf } from "./record";
import { addMentioned, addNumber, addReadings, beginRecord, decide, KEPT, keptIn, readable, seeNumbers, SUPPRESSED, UNDECIDED } from "./rules";
import { copy, writeCount, writeInstant, writeNational } from "./write";

/** The lookups that are prefetched together: their misses of the processor's cache overlap. */
export const AHEAD: u32 = 512;
// The most bytes that are written besides a kept record, the numbers of a few cells, and besides a removed one and its ending.
const CLEAN_MARGIN: usize = 256;
const REMOVED_MARGIN: usize = 512;

/** The batch to judge: `count` records, in columns with room for `cap`. judge-kernel.ts sets it. */
// @ts-ignore: decorator
@unmanaged
class Batch {
  window: u32 = 0;
  columns: u32 = 0;
  cap: u32 = 0;
  count: u32 = 0;
  /** The address of the readings; 0 if there are none. */
  readings: u32 = 0;
  /** The number of the list's records before the batch. */
  before: u32 = 0;
  /** The counts of a record's wanted cells and phones; the address of u32[phoneCount]: which wanted cell each phone is. */
  wanted: u32 = 0;
  phoneCount: u32 = 0;
  phones: u32 = 0;
  /** The shape of a whole record without flags. */
  shape: u32 = 0;
}

let batch = changetype<Batch>(0);
/** The address of each output's next byte, and of its buffer's end; 0 if the output is not wanted. */
export let cleanAt: usize = 0;
let cleanEnd: usize = 0;
export let removedAt: usize = 0;
let removedEnd: usize = 0;
/** Whether the last call ended because an output has no room. */
export let isFull = false;
/** A bit for each phone cell in which a number was read, and the kept records, until judge-kernel.ts takes them. */
export let readableCells: u32 = 0;
export let kept: u32 = 0;
/** The sum of what was prefetched. Without it the compiler would remove the reads. */
export let prefetched: u32 = 0;
/** The record up to which lookups are prefetched. */
let prefetchedTo: u32 = 0;
/** The run: the addresses [run, runEnd) of kept records in the window that are not copied yet. */
let run: usize = 0;
let runEnd: usize = 0;

export function setBatch(block: usize): void {
  batch = changetype<Batch>(block);
  prefetchedTo = 0;
}

/** Returns the address of a record's word in a column of the batch. */
function wordAddress(column: Column, record: u32): usize {
  return wordOf(batch.columns, batch.cap, column, record);
}

function cellAddress(record: u32, phone: u32): usize {
  const cells = cellsOf(batch.columns, batch.cap, batch.wanted, record);
  return cells + CELL_BYTES * usize(load<u32>(usize(batch.phones) + 4 * usize(phone)));
}

/** Returns the number of a plain phone cell, below 0 if it is empty. With several phones, it is above the cell's flag of quotes. */
function numberIn(record: u32, phone: u32): i32 {
  return batch.phoneCount == 1 ? load<i32>(wordAddress(Column.PLAIN, record))
    : (load<i32>(cellAddress(record, phone), 8) >> 1) - 1;
}

/**
 * Prefetches what the lookups of records [from, to) read: the states, then the heads, then the chains of suppressed numbers.
 * No read depends on the one before, so the misses of the processor's cache overlap.
 */
function prefetch(from: u32, to: u32): void {
  let sum: u32 = 0;
  let end = usize(campaign.lookups);
  const phoneCount = batch.phoneCount;
  for (let i = from; i < to; i++)
    for (let c: u32 = 0; c < phoneCount; c++) sum += load<u8>(stateAddress(max(0, numberIn(i, c))));
  for (let i = from; i < to; i++)
    for (let c: u32 = 0; c < phoneCount; c++) {
      const national = max(0, numberIn(i, c));
      store<u32>(end, national);
      if (stateOf(national) == State.SUPPRESSED) end += 8;
    }
  for (let at = usize(campaign.lookups); at < end; at += 8) store<u32>(at, headOf(load<u32>(at)), 4);
  // All chains at once, an entry each, to the end of the longest.
  while (end > usize(campaign.lookups)) {
    let left = usize(campaign.lookups);
    for (let at = left; at < end; at += 8) {
      const national = load<u32>(at);
      const entry = prefetchEntry(load<u32>(at, 4), national);
      store<u32>(left, national);
      store<u32>(left, entry, 4);
      if (entry != 0) left += 8;
    }
    end = left;
  }
  prefetched = sum;
}

/**
 * Judges the batch's records from `from` on, and writes from these addresses on, up to these ends. Returns the index of the first
 * that is undecided, or has no room in an output.
 */
export function judge(from: u32, areFree: bool, clean: usize, cleanTo: usize, removed: usize, removedTo: usize): u32 {
  campaign.areOthersFree = u32(areFree);
  cleanAt = clean;
  cleanEnd = cleanTo;
  removedAt = removed;
  removedEnd = removedTo;
  const count = batch.count;
  const step = max(1, AHEAD / batch.phoneCount);
  isFull = false;
  run = runEnd = 0;
  let i = from;
  for (; i < count; i++) {
    if (i >= prefetchedTo) {
      prefetchedTo = min(i + step, count);
      prefetch(i, prefetchedTo);
    }
    const shape = wordAddress(Column.SHAPE, i);
    const outcome = judgeRecord(i, load<u32>(shape));
    if (outcome == UNDECIDED) break;
    const isWritten = outcome == KEPT ? writeKept(i) : writeRemoved(i, outcome);
    if (!isWritten) break;
    seeNumbers(outcome);
    readableCells |= readable;
    if (outcome != KEPT) store<u32>(shape, batch.shape);
  }
  copyRun();
  return i;
}

/** Returns the outcome of a record; `UNDECIDED` if it is not whole, or its phone cells are not read. */
function judgeRecord(i: u32, shape: u32): i32 {
  const phoneCount = batch.phoneCount;
  const plain = load<i32>(wordAddress(Column.PLAIN, i));
  beginRecord(phoneCount);
  if (plain >= 0 || plain == Plain.CELLS) {
    for (let c: u32 = 0; c < phoneCount; c++) {
      const national = numberIn(i, c);
      if (national >= 0) addNumber(national, typeOf(national), c);
    }
    const mentioned = load<i32>(wordAddress(Column.READING_OR_MENTION, i));
    return mentioned < 0 || addMentioned(mentioned) ? decide() : UNDECIDED;
  }
  const reading = load<i32>(wordAddress(Column.READING_OR_MENTION, i));
  if (batch.readings == 0 || reading < 0 || (shape & ~u32(Flag.LOSES_WORDS)) != batch.shape) return UNDECIDED;
  if (!addReadings(usize(batch.readings) + 8 * usize(reading))) return UNDECIDED;
  const outcome = decide();
  return outcome == KEPT && phoneCount > 1 && (shape != batch.shape || mayEmptyCell(i)) ? UNDECIDED : outcome;
}

/** Whether a phone cell of a kept record is filled, but keeps no number. scrub/writers.ts empties it if it has digits. */
function mayEmptyCell(i: u32): bool {
  for (let c: u32 = 0; c < batch.phoneCount; c++)
    if (keptIn(c) < 0 && load<u32>(cellAddress(i, c)) < load<u32>(cellAddress(i, c), 4)) return true;
  return false;
}

function windowAddress(record: u32, column: Column): usize {
  return usize(batch.window) + load<u32>(wordAddress(column, record));
}

/** Copies the run to the clean list, up to its end. */
function copyRun(): void {
  if (runEnd > run) cleanAt = copy(cleanAt, run, runEnd - run);
  run = runEnd;
}

/** Writes a kept record, each phone cell with the number that it keeps. Returns false if there is no room. */
function writeKept(i: u32): bool {
  const phoneCount = batch.phoneCount;
  if (cleanEnd != 0) {
    const record = windowAddress(i, Column.START);
    const next = windowAddress(i, Column.NEXT_START);
    if (record != runEnd) {
      copyRun();
      run = record;
    }
    if (cleanAt + (next - run) + CLEAN_MARGIN > cleanEnd) {
      isFull = true;
      runEnd = record;
      return false;
    }
    runEnd = next;
    if (campaign.keepsCells == 0)
      for (let c: u32 = 0; c < phoneCount; c++) if (keptIn(c) >= 0) writeCell(i, c);
  }
  kept++;
  for (let c: u32 = 0; c < phoneCount; c++) if (keptIn(c) >= 0) increase(campaign.typeCounts, typeOf(keptIn(c)));
  return true;
}

/** Writes the run up to a phone cell, and then the number that the cell keeps. */
function writeCell(i: u32, phone: u32): void {
  const cell = cellAddress(i, phone);
  const start = usize(batch.window) + load<u32>(cell);
  const end = usize(batch.window) + load<u32>(cell, 4);
  const isPlain = load<i32>(wordAddress(Column.PLAIN, i)) != Plain.READ;
  // Of plain cells as short as that only E.164 begins with a plus: the cell is written so already.
  if (isPlain && end - start == usize(campaign.prefixLength) + 8 && load<u8>(start) == PLUS) return;
  const to = copy(copy(cleanAt, run, start - run), campaign.prefix, campaign.prefixLength);
  cleanAt = writeNational(to, keptIn(phone), campaign.hasDash != 0);
  run = end;
}

/** Writes a removed record. Returns false if there is no room, or the date of its opt-out can't be written. */
function writeRemoved(i: u32, outcome: i32): bool {
  const isSuppressed = outcome == SUPPRESSED;
  if (removedEnd != 0) {
    if (isSuppressed && entryDate != 0 && campaign.offsetLength == 0) return false;
    const record = windowAddress(i, Column.START);
    const length = windowAddress(i, Column.END) - record;
    const ofReason = usize(campaign.reasonEndings) + 8 * usize(max(0, outcome));
    const ending = isSuppressed ? listEnding : load<u32>(ofReason);
    const endingLength = isSuppressed ? listEndingLength : load<u32>(ofReason, 4);
    if (removedAt + length + endingLength + REMOVED_MARGIN > removedEnd) {
      isFull = true;
      return false;
    }
    let to = copy(copy(removedAt, record, length), ending, endingLength);
    if (isSuppressed) to = writeSource(to);
    removedAt = copy(writeCount(to, batch.before + i + 1), campaign.lineEnd, campaign.lineEndLength);
  }
  if (isSuppressed) increase(campaign.listCounts, entryList);
  else increase(campaign.reasonCounts, outcome);
  return true;
}

/** Writes which record of the list suppresses a record, and since when. */
function writeSource(at: usize): usize {
  const half = campaign.delimitersLength / 2;
  let to = copy(writeCount(at, entryRecord), campaign.delimiters, half);
  if (entryDate != 0) to = writeInstant(to, entryDate, campaign.clockOffset, campaign.offsetText, campaign.offsetLength);
  return copy(to, campaign.delimiters, half);
}
