// What lists have taken over of one that is gone or replaced: partners deliver each day's list under another name, and remove the last
// one, or under the same name.

import type { LaterEntries } from "./later-entries.js";

/** How many entries of a list barred somebody, and how many of them bar nobody now. */
interface TakenOver {
  entries: number;
  lost: number;
}

/** Compares what a list barred `before` with what any of the `heirs` among the lists of `now` bars. A million entries take a second. */
export function takenOver(
  before: LaterEntries,
  list: number,
  now: LaterEntries,
  heirs: ReadonlySet<number>,
): TakenOver {
  const taken = before.digests.takenOver(list, now.digests, heirs);
  for (const e164 of before.numbersOf(list)) {
    if (!before.holdings(e164).some((holding) => holding.list === list)) continue;
    taken.entries++;
    if (!now.holdings(e164).some((holding) => heirs.has(holding.list))) taken.lost++;
  }
  return taken;
}
