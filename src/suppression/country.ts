// The country in an array: the state of every 8-digit number. suppression-index.ts knows the lists and records.

import type { KernelMemory } from "../kernel/kernel.js";
import { CONSTANTS } from "../kernel/module.js";
import { HOME } from "../phone/number.js";
import type { SuppressKernel } from "./suppress-kernel.js";

/** Every 8-digit number is below it. */
export const EIGHT_DIGITS = 100_000_000;

/** The states of a number, by their codes. `withheld`: it is in a suppressed record, so it must not be contacted either. */
const STATES = ["free", "suppressed", "seen", "withheld"] as const;
export type NumberState = (typeof STATES)[number];
const { SUPPRESSED, SEEN, WITHHELD } = CONSTANTS.State;

/**
 * The state of every 8-digit number in two bits: no hashing, no growth. A lookup costs one miss of the processor's cache.
 * Of the 25 MB only touched pages are real.
 */
export class NationalStates {
  static readonly WORDS = EIGHT_DIGITS / 16;

  /** `words`: as many zeros as `WORDS` says. */
  constructor(private readonly words: Uint32Array = lastingWords(NationalStates.WORDS)) {}

  get(national: number): NumberState {
    return STATES[(this.words[national >>> 4]! >>> ((national & 15) * 2)) & 3]!;
  }

  suppress(national: number): void {
    const shift = (national & 15) * 2;
    this.words[national >>> 4] = (this.words[national >>> 4]! & ~(3 << shift)) | (SUPPRESSED << shift);
  }

  see(national: number): void {
    if (this.get(national) === "free") this.#join(national, SEEN);
  }

  /** Frees all numbers that are not suppressed, as if no record had been read. */
  forgetSeen(): void {
    for (let at = 0; at < this.words.length; at++) {
      // The codes of seen and withheld have the upper of the two bits.
      const upper = this.words[at]! & 0xaaaa_aaaa;
      if (upper !== 0) this.words[at]! &= ~(upper | (upper >>> 1));
    }
  }

  withhold(national: number): void {
    if (this.get(national) !== "suppressed") this.#join(national, WITHHELD);
  }

  #join(national: number, bits: number): void {
    this.words[national >>> 4]! |= bits << ((national & 15) * 2);
  }
}

/** The E.164 numbers that a run met in its records: 8-digit national ones as states, the few others in a Map. */
export class SeenNumbers {
  readonly #others = new Map<string, "seen" | "withheld">();

  constructor(private readonly states: NationalStates) {}

  stateOf(e164: string): NumberState {
    const national = nationalOf(e164);
    return national < 0 ? (this.#others.get(e164) ?? "free") : this.states.get(national);
  }

  see(e164: string): void {
    const national = nationalOf(e164);
    if (national >= 0) this.states.see(national);
    else if (!this.#others.has(e164)) this.#others.set(e164, "seen");
  }

  withhold(e164: string): void {
    const national = nationalOf(e164);
    if (national >= 0) this.states.withhold(national);
    else this.#others.set(e164, "withheld");
  }
}

/** A set of 8-digit national numbers, a bit each, which the kernel may set, too. */
export class NationalSet {
  static readonly WORDS = EIGHT_DIGITS / 32;

  /** `words`: as many zeros as `WORDS` says. */
  constructor(readonly words: Uint32Array = lastingWords(NationalSet.WORDS)) {}

  has(national: number): boolean {
    return (this.words[national >>> 5]! & (1 << (national & 31))) !== 0;
  }

  add(national: number): void {
    this.words[national >>> 5]! |= 1 << (national & 31);
  }
}

/** A set of E.164 numbers. */
export class NumberSet {
  readonly #others = new Set<string>();

  constructor(private readonly nationals = new NationalSet()) {}

  add(e164: string): void {
    const national = nationalOf(e164);
    if (national < 0) this.#others.add(e164);
    else this.nationals.add(national);
  }

  has(e164: string): boolean {
    const national = nationalOf(e164);
    return national < 0 ? this.#others.has(e164) : this.nationals.has(national);
  }
}

/** Allocates words for the whole run, in shared memory: the garbage collector does not count it, and collects less often. */
export function lastingWords(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT));
}

/** Where an index is stored. `states`: those of all numbers, if they must be there; `words`: allocates words, all zero. */
export interface IndexStorage {
  states?: Uint32Array;
  words(count: number): Uint32Array;
  /** The memory of batches of long lists, and the kernel that adds their plain numbers to arrays in it. */
  memory?: KernelMemory;
  adder?: SuppressKernel;
}

export const LASTING: IndexStorage = { words: lastingWords };

/** Returns the 8-digit national number of an E.164 string; -1 for any other number. */
export function nationalOf(e164: string): number {
  if (e164.length !== 12 || !e164.startsWith(HOME)) return -1;
  return Number(e164.slice(4));
}
