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
/** An earlier instant is no date (time/dates.ts). */
const FIRST_INSTANT: i64 = 2 * DAY;
const LAST_INSTANT: i64 = 0xffffffff;
const NO_OFFSET: i32 = i32.MIN_VALUE;
/** The codes of actions, as in suppression/suppress-kernel.ts. */
const OPTS_OUT: u8 = 0;
const OPTS_IN: u8 = 1;
const ASKS_NOTHING: u8 = 2;
/** The length of the shortest date with seconds: `2026-11-24 08:00:00`. */
const SECONDS_LENGTH: u32 = 19;

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
}

let events = changetype<Events>(0);
/** The address of a bit for each 8-digit number: whether the list has an entry for it. 0 if each event gets an entry. */
let present: usize = 0;
/** The number of entries before the list's first. */
let firstEntry: u32 = 0;

/** What the last call of `addEvents` added: entries, numbers that are new to the list, and opt-ins. */
export let addedEntries: u32 = 0;
export let addedNumbers: u32 = 0;
export let addedOptIns: u32 = 0;

export function setEvents(block: usize, presentAt: usize, first: u32): void {
  events = changetype<Events>(block);
  present = presentAt;
  firstEntry = first;
}

/** Returns the list's entry of a number and a channel, which are `word`; 0 if there is none. */
function entryOf(word: u32, national: u32): u32 {
  for (let entry = headOf(national); entry > firstEntry; ) {
    const at = entryAddress(entry);
    if (at == 0) return ELSEWHERE;
    if ((load<u32>(at) & ~(OPT_IN | LIFTED)) == word) return entry;
    entry = load<u32>(at, NEXT);
  }
  return 0;
}

/** Joins an event to an entry by the rule of `join` in suppression/event.ts. Returns false if its date has no room. */
function joinEntry(entry: u32, instant: u32, isOptIn: bool, record: u32): bool {
  const at = entryAddress(entry);
  const dated = dateAddress(entry);
  const before: u32 = dated == 0 ? 0 : load<u32>(dated);
  const word = load<u32>(at);
  const wasIn = (word & OPT_IN) != 0;
  if (!wasIn && before == 0) return true;
  const isNewer = instant > before;
  if (isOptIn ? !isNewer : !isNewer && instant != 0 && !(instant == before && wasIn)) {
    if (!isOptIn && wasIn) store<u32>(at, word | LIFTED);
    return true;
  }
  if (dated == 0 && instant != 0) return false;
  store<u32>(at, isOptIn ? (wasIn ? word : word | OPT_IN | LIFTED) : word & ~(OPT_IN | LIFTED));
  store<u32>(at, record, RECORD);
  if (dated != 0) store<u32>(dated, instant);
  return true;
}

/**
 * Adds records [from, to) of a batch as entries behind `entry`, all in one page. A record whose number and channel have an entry
 * of the list joins it. `record`: the number of the first; `columns`: those of the batch, for `cap` records of `cells` wanted
 * cells. Returns the index of the first record that suppression/intake.ts has to read.
 */
export function addEvents(
  window: usize,
  columns: usize,
  cap: u32,
  cells: u32,
  from: u32,
  to: u32,
  entry: u32,
  record: u32,
): u32 {
  const nationals = wordOf(columns, cap, Column.PLAIN, 0);
  let cell = cellsOf(columns, cap, cells, from);
  let prefetchedTo = from;
  let place = entryAddress(entry + 1);
  let time = dateAddress(entry + 1);
  let next = entry;
  const joins = present != 0;
  addedNumbers = addedOptIns = 0;
  let i = from;
  for (; i < to && place != 0; i++, cell += CELL_BYTES * usize(cells)) {
    if (joins && i >= prefetchedTo) {
      // Few at first: a call may end at its first record.
      prefetchedTo = min(i + min(FEWEST_AHEAD + 2 * (i - from), AHEAD), to);
      prefetchNumbers(nationals, i, prefetchedTo, present, 3);
    }
    const national = load<i32>(nationals + 4 * usize(i));
    if (national < 0) break;
    let action = OPTS_OUT;
    if (events.action >= 0) {
      const known = placeIn(events.actions, window, cell + CELL_BYTES * usize(events.action));
      if (known < 0) break;
      action = load<u8>(usize(events.actionCodes) + usize(known));
      if (action == ASKS_NOTHING) continue;
    }
    let instant: i64 = 0;
    if (events.date >= 0) {
      instant = instantOf(window, cell + CELL_BYTES * usize(events.date));
      if (instant < 0 || (instant > 0 && !joins && !hasSeconds(cell))) break;
    }
    const isOptIn = action == OPTS_IN;
    const isPast = instant > 0 && instant <= i64(events.now);
    if (isOptIn && !(isPast && isPlainOptIn(window + load<u32>(wordOf(columns, cap, Column.START, i)), window, cell))) break;
    let channel: u8 = 0;
    if (events.channel >= 0) {
      const known = placeIn(events.channels, window, cell + CELL_BYTES * usize(events.channel));
      if (known < 0) break;
      channel = load<u8>(usize(events.channelCodes) + usize(known));
    }
    const word = u32(national) | (u32(channel) << NUMBER_BITS);
    let before: u32 = 0;
    if (joins) {
      const bits = present + usize(national >>> 3);
      const bit: u8 = 1 << u8(national & 7);
      if ((load<u8>(bits) & bit) != 0) {
        const known = entryOf(word, national);
        if (known == ELSEWHERE) break;
        if (known != 0) {
          if (!joinEntry(known, u32(instant), isOptIn, record + i - from)) break;
          if (isOptIn) addedOptIns++;
          continue;
        }
      } else {
        store<u8>(bits, load<u8>(bits) | bit);
        addedNumbers++;
      }
      const head = headAddress(national);
      before = load<u32>(head);
      store<u32>(head, next + 1);
    }
    if (isOptIn) addedOptIns++;
    store<u32>(place, isOptIn ? word | OPT_IN : word);
    store<u32>(place, before, NEXT);
    store<u32>(place, record + i - from, RECORD);
    place += ENTRY_BYTES;
    if (events.date >= 0) store<u32>(time, u32(instant));
    time += 4;
    next++;
  }
  addedEntries = next - entry;
  return i;
}

/** Whether the date of a record has seconds. */
function hasSeconds(cell: usize): bool {
  const dated = cell + CELL_BYTES * usize(events.date);
  return load<u32>(dated, 4) - load<u32>(dated) >= SECONDS_LENGTH;
}

/**
 * Whether nothing speaks against the opt-in of a record: its number is digits alone, its date has seconds, and its line is not
 * commented out (suppression/other-cells.ts). The caller has checked the columns.
 */
function isPlainOptIn(record: usize, window: usize, cell: usize): bool {
  const first = load<u8>(record);
  // `rem` comments a line out, too.
  if (!isDigit(first) && first != PLUS && (!isLetter(first) || (first | 0x20) == 0x72)) return false;
  if (!hasSeconds(cell)) return false;
  const phone = cell + CELL_BYTES * usize(events.phone);
  const at = window + load<u32>(phone);
  const length = load<u32>(phone, 4) - load<u32>(phone);
  return length == 8 || (length == 12 && load<u8>(at) == PLUS);
}

/** Returns the index of a cell's text in a table; -1 if it is not known. */
function placeIn(table: usize, window: usize, cell: usize): i32 {
  const length = load<u32>(cell, 4) - load<u32>(cell);
  return placeOf(table, events.cells, events.stride, window + load<u32>(cell), length);
}

/**
 * Returns the last second that a cell can mean, in seconds since 1970: `2026-11-24` or `24/11/2026`, perhaps with a time of day;
 * 0 if it is empty, -1 if only `parseMoment` of time/dates.ts can read it.
 */
function instantOf(window: usize, cell: usize): i64 {
  const at = window + load<u32>(cell);
  const length = load<u32>(cell, 4) - load<u32>(cell);
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
  return instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? instant : -1;
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
