// Judges one output: reads it, compares it with what is expected, and says every difference by name.

import { existsSync } from "node:fs";
import { differences, readOutcome, removedDifferences } from "./compare.mjs";
import { quotedNames, readTruth } from "./generate.mjs";
import { SHAPES } from "./shapes.mjs";
import { expectedOutcome } from "./truth.mjs";

/** @typedef {import("./compare.mjs").Difference} Difference */

/**
 * @param {import("./peers.mjs").Peer} peer @param {string} list @param {string} output
 * @param {import("./variants.mjs").Variant} variant @param {number} optOuts @returns {Difference[]}
 */
export function compareOutput(peer, list, output, variant, optOuts) {
  const truth = readTruth(list);
  const expected = expectedOutcome(truth, optOuts);
  const outcome = readOutcome(list, output, variant, truth.records);
  const found = differences(outcome, expected, truth, peer.explain, quotedNames(truth));
  const removed = `${output}.removed.csv`;
  if (!existsSync(removed)) return found;
  const shapeOf = (/** @type {number} */ record) => SHAPES[truth.shape[record] ?? 0]?.name ?? "";
  return [...found, ...removedDifferences(removed, variant, expected, shapeOf, peer.explain)];
}

/** Prints the differences; how many kinds have no explanation. @param {string} name @param {readonly Difference[]} found */
export function report(name, found) {
  console.log(found.length === 0 ? `${name}: no difference` : `${name}:`);
  for (const { count, name: what, why } of found)
    console.log(`  ${count.toLocaleString("en").padStart(9)}  ${what}  [${why ?? "UNEXPLAINED"}]`);
  return found.filter((difference) => difference.why === undefined).length;
}
