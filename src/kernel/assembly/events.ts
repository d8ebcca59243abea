// Adds records with a number, a date, a channel and an action to the index, as suppression/intake.ts and suppression-index.ts do.

import { COLON, DASH, DOT, isDigit, isLetter, LETTER_T, LETTER_Z, PLUS, SLASH, SPACE } from "./ascii";
import { dateAddress, ENTRY_BYTES, entryAddress, headAddress, headOf, NEXT, NUMBER_BITS } from "./numbers";
import { LIFTED, OPT_IN, prefetchNumbers, RECORD } from "./numbers";
import { placeOf } from "./known";
import { CELL_BYTES, cellsOf, Column, wordOf } from "./record";

/** The most and the fewest lookups that are prefetched together. */
const AHEAD: u32 = 256;
const FEWEST_AHEAD: u32 = 8;
/** In place of an entry that is not in this memory. */
const ELSEWHERE: u32 = 0xffffffff;
const DAY: i64 = 86400;
/** In place of the seconds that a clock is ahead of UTC, if they are not known. */
export const NO_OFFSET: i32 = i32.MIN_VALUE;
/** The length of the shortest date with seconds: `2026-11-24 08:00:00`. */
const SECONDS_LENGTH: u32 = 19;

/** What a record asks. UNREAD: suppression/intake.ts has to read it. */
export enum Action {
  OPT_OUT, OPT_IN, NOTHING, UNREAD,
}

/** How the events of a list are read. suppression/suppress-kernel.ts sets it. */
// @ts-ignore: decorator
@unmanaged
class Events {
  /** The wanted cells of the phone, the date, the channel and the action; -1 if there is none. */
  phone: i32 = 0;
  date: i32 = 0;
  channel: i32 = 0;
  action: i32 = 0;
  /** The addresses of tables of texts (csv/cell-table.ts) and of a u8 for each text: the code of its channel or action. */
  channels: u32 = 0;
  channelCodes: u32 = 0;
  actions: u32 = 0;
  actionCodes: u32 = 0;
  cells: u32 = 0;
  stride: u32 = 0;
  /** Whether the day or the month comes first in `03/04/2026`. If neither is known, time/dates.ts reads such a date. */
  isDayFirst: u32 = 0;
  isMonthFirst: u32 = 0;
  /** The seconds that the clock of dates without a zone is ahead of UTC; `NO_OFFSET` if that changes. */
  clockOffset: i32 = 0;
  /** Now, in seconds since 1970. An opt-in in the future is left to suppression/intake.ts. */
  now: u32 = 0;
  /** An earlier instant is no date. */
  noDateBefore: u32 = 0;
}

/** A batch of the list, and its entries so far. suppression/suppress-kernel.ts sets it. */
// @ts-ignore: decorator
@unmanaged
class EventBatch {
  window: u32 = 0;
  /** The columns, with room for `cap` records of `wanted` wanted cells. */
  columns: u32 = 0;
  cap: u32 = 0;
  wanted: u32 = 0;
  /** The address of a bit for each 8-digit number: whether the list has an entry for it. 0 if each event gets an entry. */
  present: u32 = 0;
  /** The number of entries before the list's first. */
  before: u32 = 0;
}

let events = changetype<Events>(0);
let batch = changetype<EventBatch>(0);

// The event that `readEvent` read last: the word of its entry but for the bits of an opt-in, and its date (0 for none).
let word: u32 = 0;
let instant: u32 = 0;
let isOptIn = false;

/** What the last call of `addEvents` added: entries, numbers that are new to the list, and opt-ins. */
export let addedEntries: u32 = 0;
export let addedNumbers: u32 = 0;
export let addedOptIns: u32 = 0;

/**
 * Adds records [from, to) of a batch as entries behind `entry`, all in one page. A record whose number and channel have an entry
 * of the list joins it. `record`: the number of the first. Returns the index of the first that suppression/intake.ts has to read.
 */
export function addEvents(list: usize, batchAt: usize, from: u32, to: u32, entry: u32, record: u32): u32 {
  events = changetype<Events>(list);
  batch = changetype<EventBatch>(batchAt);
  addedEntries = addedNumbers = addedOptIns = 0;
  if (entryAddress(entry + 1) == 0) return from;
  const nationals = wordOf(batch.columns, batch.cap, Column.PLAIN, 0);
  const joins = batch.present != 0;
  let prefetchedTo = from;
  let last = entry;
  let i = from;
  for (; i < to; i++) {
    if (joins && i >= prefetchedTo) {
      // Few at first: a call may end at its first record.
      prefetchedTo = min(i + min(FEWEST_AHEAD + 2 * (i - from), AHEAD), to);
      prefetchNumbers(nationals, i, prefetchedTo, batch.present, 3);
    }
    const national = load<i32>(nationals + 4 * usize(i));
    const action = national < 0 ? Action.UNREAD : readEvent(i, national);
    if (action == Action.UNREAD) break;
    if (action == Action.NOTHING) continue;
    const known = joins && !addNumber(national) ? entryOf(national) : 0;
    if (known == ELSEWHERE) break;
    if (known == 0) addEntry(++last, national, record + i - from);
    else if (!joinEntry(known, record + i - from)) break;
    if (isOptIn) addedOptIns++;
  }
  addedEntries = last - entry;
  return i;
}

/** Reads the event of a record into `word`, `instant` and `isOptIn`, and returns its action. */
function readEvent(i: u32, national: u32): Action {
  const action = actionOf(i);
  if (action == Action.NOTHING || action == Action.UNREAD) return action;
  isOptIn = action == Action.OPT_IN;
  const dated = cellOf(i, events.date);
  const second: i64 = events.date < 0 ? 0 : instantOf(dated);
  const hasSeconds = second > 0 && lengthOf(dated) >= SECONDS_LENGTH;
  // An entry in the audit has a span, which the kernel doesn't write. A date with seconds has none.
  if (second < 0 || (second > 0 && !hasSeconds && batch.present == 0)) return Action.UNREAD;
  if (isOptIn && !(hasSeconds && second <= i64(events.now) && isPlainOptIn(i))) return Action.UNREAD;
  const channel = channelOf(i);
  if (channel < 0) return Action.UNREAD;
  word = national | (u32(channel) << NUMBER_BITS);
  instant = u32(second);
  return action;
}

function actionOf(i: u32): Action {
  if (events.action < 0) return Action.OPT_OUT;
  const code = codeIn(events.actions, events.actionCodes, cellOf(i, events.action));
  return code < 0 ? Action.UNREAD : code;
}

/** Returns the code of a record's channel: 0, that of `any`, without a column of channels; -1 if it is not known. */
function channelOf(i: u32): i32 {
  return events.channel < 0 ? 0 : codeIn(events.channels, events.channelCodes, cellOf(i, events.channel));
}

/** Returns the code of a cell's text in a table; -1 if it is not known. */
function codeIn(texts: usize, codes: usize, cell: usize): i32 {
  const known = placeOf(texts, events.cells, events.stride, addressOf(cell), lengthOf(cell));
  return known < 0 ? -1 : i32(load<u8>(codes + usize(known)));
}

/** Returns the address of a record's wanted cell. */
function cellOf(i: u32, wanted: i32): usize {
  return cellsOf(batch.columns, batch.cap, batch.wanted, i) + CELL_BYTES * usize(wanted);
}

function addressOf(cell: usize): usize {
  return usize(batch.window) + load<u32>(cell);
}

function lengthOf(cell: usize): u32 {
  return load<u32>(cell, 4) - load<u32>(cell);
}

/** Whether an opt-in's number is digits alone, and its line is no comment. suppression/plain-events.ts checks the columns. */
function isPlainOptIn(i: u32): bool {
  const first = load<u8>(usize(batch.window) + load<u32>(wordOf(batch.columns, batch.cap, Column.START, i)));
  // `rem` comments a line out, too.
  if (!isDigit(first) && first != PLUS && (!isLetter(first) || (first | 0x20) == 0x72)) return false;
  const phone = cellOf(i, events.phone);
  return lengthOf(phone) == 8 || (lengthOf(phone) == 12 && load<u8>(addressOf(phone)) == PLUS);
}

/** Adds a number to those of the list. Returns whether it is new to them. */
function addNumber(national: u32): bool {
  const at = usize(batch.present) + (national >>> 3);
  const bit: u8 = 1 << u8(national & 7);
  if ((load<u8>(at) & bit) != 0) return false;
  store<u8>(at, load<u8>(at) | bit);
  addedNumbers++;
  return true;
}

/** Returns the list's entry of the event's number and channel; 0 if there is none. */
function entryOf(national: u32): u32 {
  for (let entry = headOf(national); entry > batch.before; ) {
    const at = entryAddress(entry);
    if (at == 0) return ELSEWHERE;
    if ((load<u32>(at) & ~(OPT_IN | LIFTED)) == word) return entry;
    entry = load<u32>(at, NEXT);
  }
  return 0;
}

/** Adds the event as an entry. If each event gets one, suppression/entry-store.ts chains them later. */
function addEntry(entry: u32, national: u32, record: u32): void {
  const at = entryAddress(entry);
  store<u32>(at, isOptIn ? word | OPT_IN : word);
  store<u32>(at, record, RECORD);
  if (events.date >= 0) store<u32>(dateAddress(entry), instant);
  if (batch.present == 0) return;
  const head = headAddress(national);
  store<u32>(at, load<u32>(head), NEXT);
  store<u32>(head, entry);
}

/** Joins the event to an entry by the rule of `join` in suppression/event.ts. Returns false if its date has no room. */
function joinEntry(entry: u32, record: u32): bool {
  const at = entryAddress(entry);
  const dated = dateAddress(entry);
  const before: u32 = dated == 0 ? 0 : load<u32>(dated);
  const known = load<u32>(at);
  const wasIn = (known & OPT_IN) != 0;
  if (!wasIn && before == 0) return true;
  if (instant <= before && (isOptIn || (instant != 0 && !(instant == before && wasIn)))) {
    if (!isOptIn && wasIn) store<u32>(at, known | LIFTED);
    return true;
  }
  if (dated == 0 && instant != 0) return false;
  if (!isOptIn) store<u32>(at, word);
  else if (!wasIn) store<u32>(at, word | OPT_IN | LIFTED);
  store<u32>(at, record, RECORD);
  if (dated != 0) store<u32>(dated, instant);
  return true;
}

/**
 * Returns the last second that a cell can mean, in seconds since 1970: `2026-11-24` or `24/11/2026`, perhaps with a time of day;
 * 0 if it is empty, -1 if only `parseMoment` of time/dates.ts can read it.
 */
function instantOf(cell: usize): i64 {
  const at = addressOf(cell);
  const length = lengthOf(cell);
  if (length == 0) return 0;
  if (length < 10) return -1;
  let year: i32;
  let month: i32;
  let day: i32;
  if (load<u8>(at, 4) == DASH && load<u8>(at, 7) == DASH) {
    year = four(at);
    month = two(at + 5);
    day = two(at + 8);
  } else {
    const separator = load<u8>(at, 2);
    if (!(events.isDayFirst || events.isMonthFirst) || separator != load<u8>(at, 5)) return -1;
    if (separator != SLASH && separator != DASH && separator != DOT) return -1;
    day = two(events.isDayFirst ? at : at + 3);
    month = two(events.isDayFirst ? at + 3 : at);
    year = four(at + 6);
  }
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return -1;
  const second = length == 10 ? i32(DAY - 1) : lastSecond(at + 10, length - 10);
  const offset = length == 10 || length == 16 || length == 19 ? events.clockOffset : offsetAt(at + 19, length - 19);
  if (second < 0 || offset == NO_OFFSET) return -1;
  // Days since the first of March of the year 0, so that a leap day is a year's last.
  const march = month > 2 ? month - 3 : month + 9;
  const y = month > 2 ? year : year - 1;
  const days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * march + 2) / 5 + day - 1 - 719468;
  const instant = i64(days) * DAY + i64(second - offset);
  return instant >= i64(events.noDateBefore) && instant <= i64(u32.MAX_VALUE) ? instant : -1;
}

/** Returns the last second of the day that ` 14:05` or `T14:05:09` means, whatever follows; -1 if it is no time. */
function lastSecond(at: usize, length: u32): i32 {
  if (length < 6 || (load<u8>(at) != LETTER_T && load<u8>(at) != SPACE) || load<u8>(at, 3) != COLON) return -1;
  const hour = two(at + 1);
  const minute = two(at + 4);
  if ((hour | minute) < 0 || hour > 23 || minute > 59) return -1;
  if (length == 6) return hour * 3600 + minute * 60 + 59;
  const second = two(at + 7);
  if (length < 9 || load<u8>(at, 6) != COLON || u32(second) > 59) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Returns the seconds that `Z` or `-06:00` is ahead of UTC; `NO_OFFSET` if it is neither. */
function offsetAt(at: usize, length: u32): i32 {
  const sign = load<u8>(at);
  if (length == 1 && sign == LETTER_Z) return 0;
  if (length != 6 || load<u8>(at, 3) != COLON || (sign != DASH && sign != PLUS)) return NO_OFFSET;
  const hours = two(at + 1);
  const minutes = two(at + 4);
  if ((hours | minutes) < 0 || hours > 14 || minutes > 59) return NO_OFFSET;
  return (sign == DASH ? -1 : 1) * (hours * 3600 + minutes * 60);
}

function daysIn(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** Returns the number of two digits; -1 if they are none. */
function two(at: usize): i32 {
  const tens = i32(load<u8>(at)) - 48;
  const ones = i32(load<u8>(at, 1)) - 48;
  return u32(tens) > 9 || u32(ones) > 9 ? -1 : 10 * tens + ones;
}

/** Returns the number of four digits; -1 if they are none. */
function four(at: usize): i32 {
  const high = two(at);
  const low = two(at + 2);
  return (high | low) < 0 ? -1 : 100 * high + low;
}
