// What ought to become of every record, from what its cell was written from: what `svscrub help dispositions` says, on numbers.
// Written without svscrub's code on purpose: it is what svscrub itself is compared with.

import { personOf } from "./numbers.mjs";
import { SHAPES } from "./shapes.mjs";

/**
 * @typedef {{ kept: Int32Array, disposition: string[], held: Map<number, number[]> }} Expected
 * `kept`: per record the national number that stays in its cell, 0 where the record is removed; `disposition`: with its
 * reason; `held`: for a suppressed record the records of the suppression list that hold it.
 */

/** @param {import("./generate.mjs").Truth} truth @param {number} optOuts @returns {Expected} */
export function expectedOutcome(truth, optOuts) {
  const isSuppressed = (/** @type {number} */ number) => personOf(number) < optOuts;
  const seen = new NumberSet();
  const kept = new Int32Array(truth.records);
  /** @type {string[]} */
  const disposition = new Array(truth.records);
  /** @type {Map<number, number[]>} */
  const held = new Map();
  for (let record = 0; record < truth.records; record++) {
    const shape = /** @type {import("./shapes.mjs").Shape} */ (SHAPES[/** @type {number} */ (truth.shape[record])]);
    const numbers = [/** @type {number} */ (truth.first[record])];
    if (shape.meaning === "two") numbers.push(/** @type {number} */ (truth.second[record]));
    const read = shape.meaning === "number" || shape.meaning === "two" || shape.meaning === "doubtful" ? numbers : [];
    // One digit eight times is a placeholder, however it is written.
    const contactable = shape.meaning === "doubtful" ? [] : read.filter((number) => number % 11_111_111 !== 0);
    const judged = judge(shape, read, contactable);
    disposition[record] = judged;
    if (judged.startsWith("suppressed")) held.set(record, read.filter(isSuppressed).map(personOf));
    if (judged === "clean") {
      kept[record] = /** @type {number} */ (contactable[0]);
      seen.add(/** @type {number} */ (contactable[0]));
    } else for (const number of contactable) if (!isSuppressed(number)) seen.add(number);
  }
  return { kept, disposition, held };

  /** @param {import("./shapes.mjs").Shape} shape @param {number[]} read @param {number[]} contactable */
  function judge(shape, read, contactable) {
    if (read.some(isSuppressed)) return "suppressed opted-out";
    const [primary] = contactable;
    if (primary !== undefined) return seen.has(primary) ? "duplicate duplicate" : "clean";
    if (shape.meaning === "type-not-allowed") return "excluded type-not-allowed";
    if (shape.meaning === "foreign") return "foreign foreign";
    return `invalid ${shape.reason ?? "placeholder"}`;
  }
}

/** A bit for each of the 8-digit numbers. */
class NumberSet {
  #bits = new Uint8Array(12_500_000);

  /** @param {number} number */
  add(number) {
    const at = number >> 3;
    this.#bits[at] = /** @type {number} */ (this.#bits[at]) | (1 << (number & 7));
  }

  /** @param {number} number */
  has(number) {
    const byte = /** @type {number} */ (this.#bits[number >> 3]);
    return (byte & (1 << (number & 7))) !== 0;
  }
}
