// The states of numbers and the entries of the index. suppression/country.ts and suppression/entry-store.ts take the layout from here.

import { campaign } from "./campaign";

export enum State {
  FREE, SUPPRESSED, SEEN, WITHHELD,
}

// Numbers that differ in their last bits only share a chain. A page has 2 ** PAGE_BITS entries.
export const CHAIN_BITS: u32 = 5;
export const PAGE_BITS: u32 = 18;
const IN_PAGE: u32 = (1 << PAGE_BITS) - 1;
// The first word of an entry: its number, its channel, and the bits of an opt-in and of one that lifted an opt-out.
export const NUMBER_BITS: u32 = 27;
const NUMBER: u32 = (1 << NUMBER_BITS) - 1;
export const CHANNEL_BITS: u32 = 3;
const CHANNEL: u32 = (1 << CHANNEL_BITS) - 1;
export const OPT_IN: u32 = 1 << (NUMBER_BITS + CHANNEL_BITS);
export const LIFTED: u32 = OPT_IN << 1;
/** The words of an entry: the first, the next entry of its chain, its record; and their count. */
export enum EntryWord {
  FIRST, NEXT, RECORD, COUNT,
}
export const ENTRY_BYTES: usize = 4 * EntryWord.COUNT;
export const NEXT: usize = 4 * EntryWord.NEXT;
export const RECORD: usize = 4 * EntryWord.RECORD;

/** The address of u2[100000000]: the state of each number. */
let states: usize = 0;
/** The address of u1[100000000]: numbers of kept records that are not their primary, or that were withheld later. */
let alsoKept: usize = 0;
/** The address of u32 for each chain of numbers: its newest entry, counted from 1. Both are 0 if there is none in this memory. */
let heads: usize = 0;
/** The address of u32[2] for each page of entries: its address and that of its dates; 0 if they are not in this memory. */
let pages: usize = 0;

// What `findOnlyEntry` found last.
export let entryList: u32 = 0;
export let entryRecord: u32 = 0;
/** The date of the opt-out, in seconds since 1970; 0 if it has none. */
export let entryDate: u32 = 0;
export let listEnding: usize = 0;
export let listEndingLength: u32 = 0;

export function setStates(statesAt: usize, alsoKeptAt: usize): void {
  states = statesAt;
  alsoKept = alsoKeptAt;
}

/** Adds a number to `alsoKept`. */
export function keepAlso(national: u32): void {
  const byte = alsoKept + (national >>> 3);
  store<u8>(byte, load<u8>(byte) | (1 << u8(national & 7)));
}

export function setEntries(headsAt: usize, pagesAt: usize): void {
  heads = headsAt;
  pages = pagesAt;
}

export function stateAddress(national: u32): usize {
  return states + (national >>> 2);
}

export function stateOf(national: u32): State {
  return (load<u8>(stateAddress(national)) >>> u8((national & 3) * 2)) & 3;
}

/** Gives a free number a state, or withholds a seen one. Any other change gives a wrong state, because bits are only added. */
export function setState(national: u32, state: State): void {
  const at = stateAddress(national);
  store<u8>(at, u8(load<u8>(at) | (state << u8((national & 3) * 2))));
}

/** Returns the address of the head of a number's chain. */
export function headAddress(national: u32): usize {
  return heads + 4 * usize(national >>> CHAIN_BITS);
}

export function headOf(national: u32): u32 {
  return load<u32>(headAddress(national));
}

/** Returns the address of an entry; 0 if its page is not in this memory. */
export function entryAddress(entry: u32): usize {
  const page = usize(load<u32>(pages + 8 * usize((entry - 1) >>> PAGE_BITS)));
  return page == 0 ? 0 : page + ENTRY_BYTES * usize((entry - 1) & IN_PAGE);
}

/** Returns the address of an entry's date; 0 if its page has no dates. */
export function dateAddress(entry: u32): usize {
  const dates = usize(load<u32>(pages + 8 * usize((entry - 1) >>> PAGE_BITS), 4));
  return dates == 0 ? 0 : dates + 4 * usize((entry - 1) & IN_PAGE);
}

function dateOf(entry: u32): u32 {
  const at = dateAddress(entry);
  return at == 0 ? 0 : load<u32>(at);
}

/** The sum of what was prefetched. Without it the compiler would remove the reads. */
export let prefetched: u32 = 0;

/** Prefetches an entry of a number's chain. Returns the next entry; 0 if there is none. */
export function prefetchEntry(entry: u32, national: u32): u32 {
  const at = entry == 0 ? 0 : entryAddress(entry);
  if (at == 0) return 0;
  if ((load<u32>(at) & NUMBER) == national) prefetched += dateOf(entry);
  return load<u32>(at, NEXT);
}

/** Prefetches the heads of numbers [from, to) and their bytes in `table`, where a byte is of `1 << shift` numbers. */
export function prefetchNumbers(nationals: usize, from: u32, to: u32, table: usize, shift: u32): void {
  let sum: u32 = 0;
  for (let i = from; i < to; i++) {
    const national = u32(max(0, load<i32>(nationals + 4 * usize(i))));
    sum += load<u8>(table + (national >>> shift)) + load<u32>(headAddress(national));
  }
  prefetched += sum;
}

/** Finds the only entry of a number. Returns false if it has several, or the one does not suppress in this campaign. */
export function findOnlyEntry(national: u32): bool {
  if (heads == 0) return false;
  let found: u32 = 0;
  for (let entry = headOf(national); entry != 0; ) {
    const at = entryAddress(entry);
    if (at == 0) return false;
    const word = load<u32>(at);
    if ((word & NUMBER) == national) {
      if (found != 0 || !suppresses(word)) return false;
      found = entry;
      entryRecord = load<u32>(at, RECORD);
    }
    entry = load<u32>(at, NEXT);
  }
  if (found == 0) return false;
  entryDate = dateOf(found);
  if (entryDate != 0 && campaign.mayBeLifted != 0) return false;
  let low: u32 = 0;
  let high = campaign.listCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (load<u32>(usize(campaign.firsts) + 4 * usize(middle)) < found) low = middle;
    else high = middle - 1;
  }
  entryList = low;
  const ending = usize(campaign.listEndings) + 8 * usize(low);
  listEnding = load<u32>(ending);
  listEndingLength = load<u32>(ending, 4);
  return listEnding != 0;
}

/** Whether an entry, by its word, suppresses in this campaign. */
function suppresses(word: u32): bool {
  return (word & (OPT_IN | LIFTED)) == 0 && ((campaign.channels >>> ((word >>> NUMBER_BITS) & CHANNEL)) & 1) != 0;
}
