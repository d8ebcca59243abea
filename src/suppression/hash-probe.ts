// Tries numbers of the plan against hashed lists before they are relied on: a list in which none is found
// was hashed with another hash or key, or in another form, and would let everybody through.

import { TYPE_BY_PREFIX8 } from "../phone/plan.js";
import type { DigestIndex } from "./digests.js";
import { kindOf, methodOf } from "./hash-forms.js";

/**
 * Lists with so many distinct digests must be proven: half a million of the plan's 39 million numbers miss a thousand
 * listed ones once in 300,000 times.
 */
export const PROBE_FROM = 1000;
const TRIES = 500_000;
/** How many numbers found name the forms in which a list was hashed. */
const ENOUGH = 20;
/** Some milliseconds of work, then whoever waits, a signal too, comes to his turn. */
const TRIES_AT_ONCE = 1000;

/** The mixing is a permutation of so many bits: of 67 million, of which those above the plan's size are passed over. */
const BITS = 26;
const MASK = 2 ** BITS - 1;

/**
 * Looks up half a million 8-digit numbers of the plan, fewer where 20 were found in each of the lists before, of every kind
 * of digest of which a list has many. Returns the lists with such a kind of which none was found: they can't be relied on. The
 * forms found are in the index's proofs. All lists are tried at once; one that holds nothing costs the half million, four
 * million hashes a method: a second or two with SHA-256 alone, seven with a key.
 */
export async function probe(index: DigestIndex, lists: readonly number[]): Promise<number[]> {
  const hits = new Map(
    lists.flatMap((list) =>
      index
        .ofList(list)
        .unprovenKinds(PROBE_FROM)
        .map((kind) => [`${list} ${kind}`, 0]),
    ),
  );
  if (hits.size === 0) return [];
  let open = hits.size;
  let tries = 0;
  for (const national of plannedNumbers()) {
    if (open === 0 || tries === TRIES) break;
    if (++tries % TRIES_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const holding = index
      .find(`+503${national}`)
      .filter(({ list, found }) => index.ofList(list).accepts(methodOf(found)))
      .map(({ list, found }) => `${list} ${kindOf(methodOf(found))}`);
    for (const key of new Set(holding)) {
      const known = hits.get(key);
      if (known === undefined) continue;
      hits.set(key, known + 1);
      if (known + 1 === ENOUGH) open--;
    }
  }
  return lists.filter((list) => index.ofList(list).unprovenKinds(PROBE_FROM).length > 0);
}

/** Of a number of the country four digits are masked, three of a shorter one. */
const MOST_MASKED = 4;

/**
 * Looks up every number that a mask (`+503 70••••56`) can stand for, until one is found in a list: whoever has only a report knows
 * its canaries by no more than that.
 */
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

/** Every 8-digit number of the plan once, mobile and fixed, in an order that is always the same and looks like chance. */
export function* plannedNumbers(): Generator<number> {
  const prefixes: number[] = [];
  TYPE_BY_PREFIX8.forEach((type, prefix) => {
    if (type !== 0) prefixes.push(prefix);
  });
  const size = prefixes.length * 1000;
  for (let i = 0; i <= MASK; i++) {
    const at = mix(i);
    if (at < size) yield prefixes[Math.floor(at / 1000)]! * 1000 + (at % 1000);
  }
}

/** A permutation of 26 bits: multiplying by an odd number and folding the upper half into the lower can both be undone. */
function mix(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 13), 0x2c1b3c6d) & MASK;
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39) & MASK;
  return bits ^ (bits >>> 13);
}
