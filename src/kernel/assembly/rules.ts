// Decides about a record by the types and states of its numbers, as scrub/rules.ts does.

import { campaign } from "./campaign";
import { findOnlyEntry, keepAlso, setState, State, stateOf } from "./numbers";

// Outcomes of a record below 0; any other outcome is the code of the reason for which it is removed.
export const KEPT: i32 = -1;
export const SUPPRESSED: i32 = -2;
/** scrub/rules.ts has to decide. */
export const UNDECIDED: i32 = -3;

const NONE: i32 = -1;
export const FIRST_NATIONAL: i64 = 50300000000;
const LAST_NATIONAL: i64 = 50399999999;
/** A record with as many numbers is undecided. */
export const MOST_NUMBERS: u32 = 64;
/** The bit of a collected number that may be contacted. */
const CONTACT: u32 = 1 << 31;

// The record that was begun last.
let phones: u32 = 0;
let count: u32 = 0;
let suppressed: i32 = NONE;
/** The first number that may be contacted and is not withheld. */
let primary: i32 = NONE;
let mayContact = false;
/** The code of the reason for which a number is excluded, and of the first reason of a cell without a number. */
let excluded: i32 = NONE;
let unread: i32 = NONE;
/** Whether it has numbers that are not national ones of 8 digits. */
let hasOthers = false;
/** A bit for each phone cell in which a number was read. */
export let readable: u32 = 0;

/** Returns the number that a phone cell of a kept record keeps; NONE if none. */
export function keptIn(cell: u32): i32 {
  return load<i32>(usize(campaign.kept) + 4 * usize(cell));
}

function keepIn(cell: u32, national: i32): void {
  store<i32>(usize(campaign.kept) + 4 * usize(cell), national);
}

/** Begins a record with `cells` phone cells. */
export function beginRecord(cells: u32): void {
  phones = cells;
  for (let cell: u32 = 0; cell < cells; cell++) keepIn(cell, NONE);
  count = readable = 0;
  suppressed = primary = excluded = unread = NONE;
  mayContact = hasOthers = false;
}

function collect(number: u32): void {
  if (count < MOST_NUMBERS) store<u32>(usize(campaign.numbers) + 4 * usize(count), number);
  count++;
}

/** Adds a certain number of a phone cell. */
export function addNumber(national: i32, type: u32, cell: u32): void {
  readable |= 1 << cell;
  const state = stateOf(national);
  if (state == State.SUPPRESSED) suppress(national);
  else if (((campaign.keptTypes >>> type) & 1) == 0) exclude(type);
  else {
    mayContact = true;
    if (state != State.WITHHELD && keptIn(cell) < 0) {
      keepIn(cell, national);
      if (primary < 0) primary = national;
    }
    collect(u32(national) | CONTACT);
    return;
  }
  collect(national);
}

/** Adds a number of another column. Returns false if the record is undecided: the number or another is suppressed or withheld. */
export function addMentioned(national: i32): bool {
  collect(national);
  return suppressed < 0 && (stateOf(national) & State.SUPPRESSED) == 0;
}

function suppress(national: i32): void {
  // A removed record names the lists of all its numbers. Several are left to scrub/rules.ts.
  if (suppressed >= 0 && suppressed != national) count = MOST_NUMBERS;
  suppressed = national;
}

function exclude(type: u32): void {
  // A foreign number is the reason only if no other number is excluded.
  if (excluded < 0 || excluded == i32(campaign.reasons + campaign.types)) excluded = campaign.reasons + type;
}

/** Adds the phone cells, encoded by lists/readings.ts. Returns false if a foreign or short number leaves the record undecided. */
export function addReadings(readings: usize): bool {
  let at = readings;
  for (let cell: u32 = 0; cell < phones; cell++) {
    const head = i64(load<f64>(at));
    const counts = head / campaign.reasons;
    const certain = u32(counts % campaign.mostNumbers);
    const all = certain + u32(counts / campaign.mostNumbers);
    const reason = i32(head % campaign.reasons);
    if (unread < 0 && reason != i32(campaign.empty)) unread = reason;
    at += 8;
    for (let i: u32 = 0; i < all; i++, at += 8) {
      const float = i64(load<f64>(at));
      const type = i < certain ? u32(float % campaign.types) + 1 : 0;
      const digits = i < certain ? float / campaign.types : float;
      if (digits >= FIRST_NATIONAL && digits <= LAST_NATIONAL) {
        const national = i32(digits - FIRST_NATIONAL);
        if (i < certain) addNumber(national, type, cell);
        else {
          if (stateOf(national) == State.SUPPRESSED) suppress(national);
          collect(national);
        }
        continue;
      }
      if (campaign.areOthersFree == 0 || ((campaign.keptTypes >>> type) & 1) != 0) return false;
      hasOthers = true;
      if (i < certain) {
        readable |= 1 << cell;
        exclude(type);
      }
    }
  }
  return true;
}

/** Returns the outcome of the record. */
export function decide(): i32 {
  if (count >= MOST_NUMBERS) return UNDECIDED;
  if (suppressed >= 0) return findOnlyEntry(suppressed) ? SUPPRESSED : UNDECIDED;
  const duplicate = i32(campaign.reasons + campaign.types + 1);
  if (primary >= 0) {
    if (campaign.keepsDuplicates == 0 && stateOf(primary) == State.SEEN) return duplicate;
    // scrub/rules.ts also decides about the other numbers of kept cells, and counts those that cells lose.
    if (hasOthers || (campaign.keepsCells != 0 && count > 1)) return UNDECIDED;
    for (let cell: u32 = 0; cell < phones; cell++)
      if (keptIn(cell) < 0 && ((readable >>> cell) & 1) != 0) return UNDECIDED;
    return KEPT;
  }
  if (mayContact) return duplicate;
  if (excluded >= 0) return excluded;
  return unread < 0 ? i32(campaign.empty) : unread;
}

/** Changes the states of the record's numbers by its outcome. */
export function seeNumbers(outcome: i32): void {
  if (outcome == KEPT) setState(primary, State.SEEN);
  for (let i: u32 = 0; i < count; i++) {
    const number = load<u32>(usize(campaign.numbers) + 4 * usize(i));
    const national = number & ~CONTACT;
    if (outcome == KEPT) {
      if (national != u32(primary)) keepAlso(national);
    } else if ((number & CONTACT) != 0) {
      // An earlier kept record may hold it.
      if (outcome == SUPPRESSED && stateOf(national) == State.SEEN) keepAlso(national);
      setState(national, outcome == SUPPRESSED ? State.WITHHELD : State.SEEN);
    }
  }
}
