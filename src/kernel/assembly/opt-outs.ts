// Adds plain opt-outs to the index, as `addNational` of suppression/suppression-index.ts does.

import { ENTRY_BYTES, entryAddress, headAddress, NEXT, prefetchNumbers, RECORD } from "./numbers";
import { setState, State, stateAddress, stateOf } from "./numbers";

/** The lookups that are prefetched together: their misses of the processor's cache overlap. */
const AHEAD: u32 = 256;

/** The number of the batch up to which lookups are prefetched. */
let prefetchedTo: u32 = 0;

/**
 * Adds numbers [from, count) as entries behind `entry`, all in one page. `record`: of the first number. Returns the index of the
 * first that is none, or that is suppressed already.
 */
export function addOptOuts(nationals: usize, from: u32, count: u32, entry: u32, record: u32): u32 {
  let place = entryAddress(entry + 1);
  if (place == 0) return from;
  // A new batch. It is added from its first record on, perhaps in several calls.
  if (from == 0) prefetchedTo = 0;
  let i = from;
  let next = entry;
  for (; i < count; i++) {
    if (i >= prefetchedTo) {
      prefetchedTo = min(i + AHEAD, count);
      prefetchNumbers(nationals, i, prefetchedTo, stateAddress(0), 2);
    }
    const national = load<i32>(nationals + 4 * usize(i));
    if (national < 0 || stateOf(national) == State.SUPPRESSED) break;
    setState(national, State.SUPPRESSED);
    const head = headAddress(national);
    store<u32>(place, national);
    store<u32>(place, load<u32>(head), NEXT);
    store<u32>(place, record + i - from, RECORD);
    store<u32>(head, ++next);
    place += ENTRY_BYTES;
  }
  return i;
}
