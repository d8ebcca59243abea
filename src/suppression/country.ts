// The country in an array: the state of each of all 8-digit numbers, exact and of fixed size.
// Which list and record holds a number is suppression-index.ts's work.

import type { KernelMemory } from "../kernel/kernel.js";
import type { SuppressKernel } from "../kernel/suppress-kernel.js";
import { HOME } from "../phone/number.js";

/** How many 8-digit numbers there are: every number is below it. */
export const EIGHT_DIGITS = 100_000_000;

/** The bytes of the states of all numbers. */
export const STATE_BYTES = EIGHT_DIGITS / 4;
/** Those of a set of numbers. */
export const SET_BYTES = EIGHT_DIGITS / 8;

// The states of a national number. Only a free number changes its state: suppressed and withheld are final.
export const FREE = 0;
export const BARRED = 1;
export const SEEN = 2;
/** Seen next to a number that opted out: its owner is not to be reached through this one either. */
export const WITHHELD = 3;

/**
 * Two bits for every 8-digit national number: exact, no hashing, no growth. What a lookup costs is the one miss of the
 * processor's cache, so all that is asked of a number shares a byte. 25 MB, of which only touched pages are real.
 */
export class NationalStates {
  /** `bits`: `STATE_BYTES` zeros, where they are to lie somewhere. */
  constructor(private readonly bits: Uint8Array = lastingBytes(STATE_BYTES)) {}

  get(national: number): number {
    return (this.bits[national >>> 2]! >>> ((national & 3) * 2)) & 3;
  }

  suppress(national: number): void {
    const shift = (national & 3) * 2;
    this.bits[national >>> 2] = (this.bits[national >>> 2]! & ~(3 << shift)) | (BARRED << shift);
  }

  see(national: number): void {
    if (this.get(national) === FREE) this.#join(national, SEEN);
  }

  /** As if no record had been read: only what is opted out stays. */
  forgetSeen(): void {
    for (let at = 0; at < this.bits.length; at++) {
      const byte = this.bits[at]!;
      // Seen and withheld have the upper bit of their two.
      if ((byte & 0xaa) !== 0) this.bits[at] = byte & ~((byte & 0xaa) | ((byte & 0xaa) >>> 1));
    }
  }

  /** Seen and withheld differ in one bit, which a number gets and keeps. */
  withhold(national: number): void {
    if (this.get(national) !== BARRED) this.#join(national, WITHHELD);
  }

  #join(national: number, bits: number): void {
    this.bits[national >>> 2]! |= bits << ((national & 3) * 2);
  }
}

/** The E.164 numbers that a run saw in its records: Salvadoran 8-digit ones are states, the few others a Map. */
export class SeenNumbers {
  readonly #others = new Map<string, typeof SEEN | typeof WITHHELD>();

  constructor(private readonly states: NationalStates) {}

  wasSeen(e164: string): boolean {
    const state = this.#stateOf(e164);
    return state === SEEN || state === WITHHELD;
  }

  isWithheld(e164: string): boolean {
    return this.#stateOf(e164) === WITHHELD;
  }

  see(e164: string): void {
    const national = nationalOf(e164);
    if (national >= 0) this.states.see(national);
    else if (!this.#others.has(e164)) this.#others.set(e164, SEEN);
  }

  /** Sees it, too. */
  withhold(e164: string): void {
    const national = nationalOf(e164);
    if (national >= 0) this.states.withhold(national);
    else this.#others.set(e164, WITHHELD);
  }

  #stateOf(e164: string): number {
    const national = nationalOf(e164);
    return national < 0 ? (this.#others.get(e164) ?? FREE) : this.states.get(national);
  }
}

/** A set of E.164 numbers: a bit for each 8-digit Salvadoran one, which the kernel may set, too. */
export class NumberSet {
  readonly #others = new Set<string>();

  constructor(private readonly bits = lastingBytes(SET_BYTES)) {}

  add(e164: string): void {
    const national = nationalOf(e164);
    if (national < 0) this.#others.add(e164);
    else this.bits[national >>> 3]! |= 1 << (national & 7);
  }

  has(e164: string): boolean {
    const national = nationalOf(e164);
    return national < 0 ? this.#others.has(e164) : (this.bits[national >>> 3]! & (1 << (national & 7))) !== 0;
  }
}

// Arrays that last as long as the run lie in memory that could be shared, which the garbage collector's sums leave out:
// so many megabytes at once would start a whole collection, which takes longer than all else in a small run.

export function lastingBytes(count: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(count));
}

export function lastingWords(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT));
}

/**
 * The memory in which an index keeps what it knows: the states of all numbers, if not anywhere, and so many words, all
 * zero.
 */
export interface IndexStorage {
  states?: Uint8Array;
  words(count: number): Uint32Array;
  /** The memory of batches of long lists, and of whoever adds their plain numbers to arrays of the same memory. */
  memory?: KernelMemory;
  adder?: SuppressKernel;
}

export const LASTING: IndexStorage = { words: lastingWords };

/** The 8-digit national number of an E.164 string, or -1 for every other number. */
export function nationalOf(e164: string): number {
  if (e164.length !== 12 || !e164.startsWith(HOME)) return -1;
  return Number(e164.slice(4));
}
