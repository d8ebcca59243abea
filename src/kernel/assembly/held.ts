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
/** A segment whose record numbers can't be counted. */
const UNKNOWN: u32 = 0xffffffff;

/** Two bits for each 8-digit number, as suppression/country.ts has them. */
let states: usize = 0;
/** A bit for each number, as of `NumberSet`. */
let alsoKept: usize = 0;
/** u32 for each chain of numbers: its newest entry + 1. */
let heads: usize = 0;
/** u32 each: the addresses of the pages of entries (word, next), and of their dates, 0 where a page has none. */
let pages: usize = 0;
let times: usize = 0;
/** u32[4] each, ascending: the first entry, its list, its record there or `UNKNOWN`, and nothing. */
let segments: usize = 0;
let segmentCount: u32 = 0;
/** A bit for each channel whose entries suppress on the campaign's channel. */
let channels: u32 = 0;
/** Other lists may have lifted what is dated. */
let mayBeLifted = false;
/** u32[3] by list: address and length of the text between a suppressed record and its list's record number; matches. */
let lists: usize = 0;

let heldList: u32 = 0;
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

export function setHeads(headsAt: usize): void {
  heads = headsAt;
}

export function setHeld(
  pagesAt: usize,
  timesAt: usize,
  segmentsAt: usize,
  count: u32,
  listsAt: usize,
  barringChannels: u32,
  areLifted: bool,
): void {
  pages = pagesAt;
  times = timesAt;
  segments = segmentsAt;
  segmentCount = count;
  lists = listsAt;
  channels = barringChannels;
  mayBeLifted = areLifted;
}

// @ts-ignore: decorator
@inline
export function stateAddress(national: u32): usize {
  return states + (national >>> 2);
}

// @ts-ignore: decorator
@inline
export function stateOf(national: u32): u32 {
  return (load<u8>(stateAddress(national)) >>> u8((national & 3) * 2)) & 3;
}

/** Gives a free number another state, or withholds one that was seen. */
// @ts-ignore: decorator
@inline
export function setState(national: u32, state: u32): void {
  const at = stateAddress(national);
  store<u8>(at, u8(load<u8>(at) | (state << u8((national & 3) * 2))));
}

/** The address of the newest entry of a number's chain. */
// @ts-ignore: decorator
@inline
export function headAddress(national: u32): usize {
  return heads + 4 * usize(national >>> CHAIN_BITS);
}

// @ts-ignore: decorator
@inline
export function headOf(national: u32): u32 {
  return load<u32>(headAddress(national));
}

// @ts-ignore: decorator
@inline
function wordAddress(entry: u32): usize {
  return usize(load<u32>(pages + 4 * usize(entry >>> PAGE_BITS))) + 8 * usize(entry & IN_PAGE);
}

/** Reads an entry of a number's chain, to have it near, and says which is the next, 0 for none. */
// @ts-ignore: decorator
@inline
export function entryBehind(entry: u32, national: u32): u32 {
  if (entry == 0 || segmentCount == 0) return 0;
  const at = wordAddress(entry - 1);
  if ((load<u32>(at) & NUMBER) == national) touchedSince += sinceOf(entry - 1);
  return load<u32>(at, 4);
}

/** Kept, so that no compiler leaves the reads out. */
export let touchedSince: u32 = 0;

// @ts-ignore: decorator
@inline
function sinceOf(entry: u32): u32 {
  const dates = usize(load<u32>(times + 4 * usize(entry >>> PAGE_BITS)));
  return dates == 0 ? 0 : load<u32>(dates + 4 * usize(entry & IN_PAGE));
}

/** Returns whether a number has a single entry, which suppresses it in this campaign; sets where the entry is. */
export function findHeld(national: u32): bool {
  if (segmentCount == 0) return false;
  let found: u32 = 0;
  for (let entry = headOf(national); entry != 0; ) {
    const at = wordAddress(entry - 1);
    const word = load<u32>(at);
    if ((word & NUMBER) == national) {
      if (found != 0 || !bars(word >>> NUMBER_BITS)) return false;
      found = entry;
    }
    entry = load<u32>(at, 4);
  }
  if (found == 0) return false;
  const entry = found - 1;
  heldSince = sinceOf(entry);
  if (heldSince != 0 && mayBeLifted) return false;
  let low: u32 = 0;
  let high = segmentCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (load<u32>(segments + 16 * usize(middle)) <= entry) low = middle;
    else high = middle - 1;
  }
  const segment = segments + 16 * usize(low);
  heldList = load<u32>(segment, 4);
  const first = load<u32>(segment, 8);
  const list = lists + 12 * usize(heldList);
  heldEnding = load<u32>(list);
  heldEndingLength = load<u32>(list, 4);
  if (first == UNKNOWN || heldEnding == 0) return false;
  heldRecord = first + entry - load<u32>(segment);
  return true;
}

// @ts-ignore: decorator
@inline
function bars(event: u32): bool {
  return (event & OPT_IN_BITS) == 0 && ((channels >>> (event & CHANNEL)) & 1) != 0;
}

/** Counts a record for the list that `findHeld` found. */
export function countHeld(): void {
  const matches = lists + 12 * usize(heldList) + 8;
  store<u32>(matches, load<u32>(matches) + 1);
}
