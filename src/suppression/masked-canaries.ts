// Whoever has only a report knows its canaries by their masks (`+503 70••••56`): they proved its hashed lists.

import type { DigestIndex } from "./digests.js";

/** Of a number of the country four digits are masked, three of a shorter one. */
const MOST_MASKED = 4;
/** Some milliseconds of work, then whoever waits, a signal too, comes to his turn. */
const TRIES_AT_ONCE = 1000;

/** Looks up every number that a mask can stand for, until one is found in a list. */
export async function findMasked(index: DigestIndex, mask: string): Promise<void> {
  const [lead = "", tail = ""] = mask.replace(/[^+\d•]/g, "").split(/•+/);
  const masked = mask.match(/•/g)?.length ?? 0;
  if (masked > MOST_MASKED) return;
  for (let tried = 0; tried < 10 ** masked; tried++) {
    if (tried % TRIES_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const between = masked === 0 ? "" : String(tried).padStart(masked, "0");
    if (index.find(lead + between + tail).length > 0) return;
  }
}
