// Plain opt-outs → the index: what addNational of suppression/suppression-index.ts does for one.

import { BARRED, ENTRY_BYTES, entryAddress, headAddress, NEXT, RECORD } from "./held";
import { setState, stateAddress, stateOf, touchNumbers } from "./held";

/** Lookups that are begun at once: so many misses of the processor's cache cost little more than one. */
const AHEAD: u32 = 256;

/** Up to where the lookups of the batch are begun. */
let touchedTo: u32 = 0;

/**
 * Adds numbers [from, count) as entries behind `entry`, all of one page; `record`: of the first. Stops at one that is none,
 * or that is barred already. Returns its index.
 */
export function bar(nationals: usize, from: u32, count: u32, entry: u32, record: u32): u32 {
  let place = entryAddress(entry + 1);
  if (place == 0) return from;
  // A batch is added from its first record on, however often that is interrupted.
  if (from == 0) touchedTo = 0;
  let i = from;
  let next = entry;
  for (; i < count; i++) {
    if (i >= touchedTo) {
      touchedTo = min(i + AHEAD, count);
      touchNumbers(nationals, i, touchedTo, stateAddress(0), 2);
    }
    const national = load<i32>(nationals + 4 * usize(i));
    if (national < 0 || stateOf(national) == BARRED) break;
    setState(national, BARRED);
    const head = headAddress(national);
    store<u32>(place, national);
    store<u32>(place, load<u32>(head), NEXT);
    store<u32>(place, record + i - from, RECORD);
    store<u32>(head, ++next);
    place += ENTRY_BYTES;
  }
  return i;
}
