// What is known of a number: its state, and, where it is opted out, which list and record holds it. The latter is what
// suppression/suppression-index.ts says of a number that only a single plain entry holds.

export const FREE: u32 = 0;
export const BARRED: u32 = 1;
export const SEEN: u32 = 2;
export const WITHHELD: u32 = 3;

const CHAIN_BITS: u32 = 5;
const PAGE_BITS: u32 = 18;
const IN_PAGE: u32 = (1 << PAGE_BITS) - 1;
export const NUMBER_BITS: u32 = 27;
const NUMBER: u32 = (1 << NUMBER_BITS) - 1;
/** Above the channel of an entry: it is an opt-in, or one that lifted an opt-out. */
const OPT_IN_BITS: u32 = 0b11000;
const CHANNEL: u32 = 0b111;
// The bytes of an entry: its word, the next entry of its chain, its record.
export const ENTRY_BYTES: usize = 12;
export const NEXT: usize = 4;
export const RECORD: usize = 8;
/** Those of a list: the number of entries before its own, address and length of the text before its record, matches. */
const LIST_BYTES: usize = 16;

/** Two bits for each 8-digit number, as suppression/country.ts has them. */
let states: usize = 0;
/** A bit for each number, as of `NumberSet`. */
let alsoKept: usize = 0;
/** u32 for each chain of numbers: its newest entry, counted from 1; 0 where the index lies elsewhere. */
let heads: usize = 0;
/** u32[2] by page of entries: its address and that of its dates, 0 where it has none, or not all lies here. */
let pages: usize = 0;
/** A bit for each channel whose entries suppress on the campaign's channel. */
let channels: u32 = 0;
/** Other lists may have lifted what is dated. */
let mayBeLifted = false;
/** What is between a suppressed record and its list's record number, by list. */
let lists: usize = 0;
let listCount: u32 = 0;

let heldList: usize = 0;
export let heldRecord: u32 = 0;
/** The date of the entry, in seconds since 1970; 0 if it has none. */
export let heldSince: u32 = 0;
export let heldEnding: usize = 0;
export let heldEndingLength: u32 = 0;

export function setStates(statesAt: usize, alsoKeptAt: usize): void {
  states = statesAt;
  alsoKept = alsoKeptAt;
}

/** A number is in a kept record that is not kept for it. */
export function keepAlso(national: u32): void {
  const byte = alsoKept + (national >>> 3);
  store<u8>(byte, load<u8>(byte) | (1 << u8(national & 7)));
}

export function setEntries(headsAt: usize, pagesAt: usize): void {
  heads = headsAt;
  pages = pagesAt;
}

export function setHeld(listsAt: usize, count: u32, barringChannels: u32, areLifted: bool): void {
  lists = listsAt;
  listCount = count;
  channels = barringChannels;
  mayBeLifted = areLifted;
}

export function stateAddress(national: u32): usize {
  return states + (national >>> 2);
}

export function stateOf(national: u32): u32 {
  return (load<u8>(stateAddress(national)) >>> u8((national & 3) * 2)) & 3;
}

/** Gives a free number another state, or withholds one that was seen. */
export function setState(national: u32, state: u32): void {
  const at = stateAddress(national);
  store<u8>(at, u8(load<u8>(at) | (state << u8((national & 3) * 2))));
}

/** The address of the newest entry of a number's chain. */
export function headAddress(national: u32): usize {
  return heads + 4 * usize(national >>> CHAIN_BITS);
}

export function headOf(national: u32): u32 {
  return load<u32>(headAddress(national));
}

/** The address of an entry; 0 where its page is elsewhere. */
export function entryAddress(entry: u32): usize {
  const page = usize(load<u32>(pages + 8 * usize((entry - 1) >>> PAGE_BITS)));
  return page == 0 ? 0 : page + ENTRY_BYTES * usize((entry - 1) & IN_PAGE);
}

/** The address of an entry's date; 0 where its page has none. */
export function dateAddress(entry: u32): usize {
  const dates = usize(load<u32>(pages + 8 * usize((entry - 1) >>> PAGE_BITS), 4));
  return dates == 0 ? 0 : dates + 4 * usize((entry - 1) & IN_PAGE);
}

function sinceOf(entry: u32): u32 {
  const at = dateAddress(entry);
  return at == 0 ? 0 : load<u32>(at);
}

/** Reads an entry of a number's chain, to have it near, and says which is the next, 0 for none. */
export function entryBehind(entry: u32, national: u32): u32 {
  const at = entry == 0 ? 0 : entryAddress(entry);
  if (at == 0) return 0;
  if ((load<u32>(at) & NUMBER) == national) touchedSince += sinceOf(entry);
  return load<u32>(at, NEXT);
}

/** Kept, so that no compiler leaves the reads out. */
export let touchedSince: u32 = 0;

/** Reads the bits of numbers [from, to) in `bits`, as many as 2 to the power of `shift` in a byte, and the heads of their chains, to have them near. */
export function touchNumbers(nationals: usize, from: u32, to: u32, bits: usize, shift: u32): void {
  let sum: u32 = 0;
  for (let i = from; i < to; i++) {
    const national = u32(max(0, load<i32>(nationals + 4 * usize(i))));
    sum += load<u8>(bits + (national >>> shift)) + load<u32>(headAddress(national));
  }
  touchedSince += sum;
}

/** Returns whether a number has a single entry, which suppresses it in this campaign; sets where the entry is. */
export function findHeld(national: u32): bool {
  if (heads == 0) return false;
  let found: u32 = 0;
  for (let entry = headOf(national); entry != 0; ) {
    const at = entryAddress(entry);
    if (at == 0) return false;
    const word = load<u32>(at);
    if ((word & NUMBER) == national) {
      if (found != 0 || !bars(word >>> NUMBER_BITS)) return false;
      found = entry;
      heldRecord = load<u32>(at, RECORD);
    }
    entry = load<u32>(at, NEXT);
  }
  if (found == 0) return false;
  heldSince = sinceOf(found);
  if (heldSince != 0 && mayBeLifted) return false;
  let low: u32 = 0;
  let high = listCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (load<u32>(lists + LIST_BYTES * usize(middle)) < found) low = middle;
    else high = middle - 1;
  }
  heldList = lists + LIST_BYTES * usize(low);
  heldEnding = load<u32>(heldList, 4);
  heldEndingLength = load<u32>(heldList, 8);
  return heldEnding != 0;
}

function bars(event: u32): bool {
  return (event & OPT_IN_BITS) == 0 && ((channels >>> (event & CHANNEL)) & 1) != 0;
}

/** Counts a record for the list that `findHeld` found. */
export function countHeld(): void {
  store<u32>(heldList, load<u32>(heldList, 12) + 1, 12);
}
