// What becomes of a record by the numbers of its phone cells: what scrub/rules.ts says, by their types and states alone.

import { BARRED, findHeld, keepAlso, SEEN, setState, stateOf, WITHHELD } from "./held";

// What becomes of a record, where it is not removed for a reason, whose code this is then.
export const KEPT: i32 = -1;
export const SUPPRESSED: i32 = -2;
/** To be handed back. */
export const LEFT: i32 = -3;

const NONE: i32 = -1;
export const FIRST_NATIONAL: i64 = 50300000000;
const LAST_NATIONAL: i64 = 50399999999;
/** A record with more numbers is handed back. */
const MOST_NUMBERS: u32 = 64;
/** Above a number: it may be contacted. */
const CONTACT: u32 = 1 << 31;

/** What a campaign may keep: words in the order in which judge-kernel.ts puts them. */
// @ts-ignore: decorator
@unmanaged
export class Campaign {
  /** A bit for each type that may be kept, numbers of other countries last. */
  types: u32 = 0;
  keepsDuplicates: u32 = 0;
  isUntouched: u32 = 0;
  /** No list holds a number that is no national one of 8 digits. */
  areOthersFree: u32 = 0;
  /** How many reasons there are why a cell has no number. Behind them are those of the types, then that of a duplicate. */
  reasons: u32 = 0;
  /** The code of an empty cell's. */
  empty: u32 = 0;
  /** How many types numbers of a reading have, and up to how many numbers it has. */
  typeCount: u32 = 0;
  mostNumbers: u32 = 0;
  /** u32[MOST_NUMBERS]: those of a record. i32 for each phone cell: the number that it keeps, or NONE. */
  numbers: u32 = 0;
  kept: u32 = 0;
}

let campaign = changetype<Campaign>(0);

let phones: u32 = 0;
let count: u32 = 0;
let suppressed: i32 = NONE;
/** The first number that may be contacted and is not withheld. */
let primary: i32 = NONE;
let mayContact = false;
let excluded: i32 = NONE;
let unread: i32 = NONE;
let hasOthers = false;
/** A bit for each phone cell in which a number was read. */
export let readable: u32 = 0;

export function setCampaign(block: usize): void {
  campaign = changetype<Campaign>(block);
}

/** The number that a phone cell of a kept record keeps; less than 0 for none. */
export function keptIn(cell: u32): i32 {
  return load<i32>(usize(campaign.kept) + 4 * usize(cell));
}

function keepIn(cell: u32, national: i32): void {
  store<i32>(usize(campaign.kept) + 4 * usize(cell), national);
}

/** Begins a record with so many phone cells. */
export function begin(cells: u32): void {
  phones = cells;
  for (let cell: u32 = 0; cell < cells; cell++) keepIn(cell, NONE);
  count = readable = 0;
  suppressed = primary = excluded = unread = NONE;
  mayContact = hasOthers = false;
}

function note(number: u32): void {
  if (count < MOST_NUMBERS) store<u32>(usize(campaign.numbers) + 4 * usize(count), number);
  count++;
}

/** Takes a certain number of a cell. */
export function take(national: i32, type: u32, cell: u32): void {
  readable |= 1 << cell;
  const state = stateOf(national);
  if (state == BARRED) suppress(national);
  else if (((campaign.types >>> type) & 1) == 0) exclude(type);
  else {
    mayContact = true;
    if (state != WITHHELD && keptIn(cell) < 0) {
      keepIn(cell, national);
      if (primary < 0) primary = national;
    }
    note(u32(national) | CONTACT);
    return;
  }
  note(national);
}

/** Takes the number that a record has beside its phone cells. False if more has to be asked: who opted out is called at none. */
export function takeBeside(national: i32): bool {
  note(national);
  return suppressed < 0 && (stateOf(national) & BARRED) == 0;
}

function suppress(national: i32): void {
  // Of several, the removed record names all lists.
  if (suppressed >= 0 && suppressed != national) count = MOST_NUMBERS;
  suppressed = national;
}

function exclude(type: u32): void {
  // A number of another country is a reason only where there is no other.
  if (excluded < 0 || excluded == i32(campaign.reasons + campaign.typeCount)) excluded = campaign.reasons + type;
}

/** Takes the readings of the phone cells, as lists/readings.ts encodes them. False if more has to be asked of a number. */
export function takeReadings(readings: usize): bool {
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
      const type = i < certain ? u32(float % campaign.typeCount) + 1 : 0;
      const digits = i < certain ? float / campaign.typeCount : float;
      if (digits >= FIRST_NATIONAL && digits <= LAST_NATIONAL) {
        const national = i32(digits - FIRST_NATIONAL);
        if (i < certain) take(national, type, cell);
        else {
          if (stateOf(national) == BARRED) suppress(national);
          note(national);
        }
        continue;
      }
      if (campaign.areOthersFree == 0 || ((campaign.types >>> type) & 1) != 0) return false;
      hasOthers = true;
      if (i < certain) {
        readable |= 1 << cell;
        exclude(type);
      }
    }
  }
  return true;
}

/** What becomes of the record whose numbers were taken. */
export function decided(): i32 {
  if (count >= MOST_NUMBERS) return LEFT;
  if (suppressed >= 0) return findHeld(suppressed) ? SUPPRESSED : LEFT;
  const duplicate = i32(campaign.reasons + campaign.typeCount + 1);
  if (primary >= 0) {
    if (campaign.keepsDuplicates == 0 && stateOf(primary) == SEEN) return duplicate;
    // The rules count all numbers of cells that stay as they are, and those that other cells lose.
    if (hasOthers || (campaign.isUntouched != 0 && count > 1)) return LEFT;
    for (let cell: u32 = 0; cell < phones; cell++)
      if (keptIn(cell) < 0 && ((readable >>> cell) & 1) != 0) return LEFT;
    return KEPT;
  }
  if (mayContact) return duplicate;
  if (excluded >= 0) return excluded;
  return unread < 0 ? i32(campaign.empty) : unread;
}

/** Sees the numbers of the record that was decided last; withholds them where another one of it is suppressed. */
export function seeNumbers(outcome: i32): void {
  if (outcome == KEPT) setState(primary, SEEN);
  for (let i: u32 = 0; i < count; i++) {
    const number = load<u32>(usize(campaign.numbers) + 4 * usize(i));
    const national = number & ~CONTACT;
    if (outcome == KEPT) {
      if (national != u32(primary)) keepAlso(national);
    } else if ((number & CONTACT) != 0) {
      // An earlier record may be kept with it.
      if (outcome == SUPPRESSED && stateOf(national) == SEEN) keepAlso(national);
      setState(national, outcome == SUPPRESSED ? WITHHELD : SEEN);
    }
  }
}
