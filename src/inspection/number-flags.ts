// Two flags of every number: what an inspection remembers of a list.

import { EIGHT_DIGITS, nationalOf } from "../suppression/country.js";

/**
 * Two flags for every 8-digit national number: exact, no hashing, no growth. 25 MB, of which only touched pages are real.
 */
export class NationalFlags {
  readonly #bits = new Uint8Array(EIGHT_DIGITS / 4);
  /** Kept, for a compiler may leave out a read whose result nobody keeps. */
  touched = 0;

  /** The flags of a number, joined by `|`. */
  get(national: number): number {
    return (this.#bits[national >>> 2]! >>> ((national & 3) * 2)) & 3;
  }

  /** Reads the flags of many numbers at once (negative ones are none): see NationalStates.touch. */
  touch(nationals: Int32Array, count: number): void {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#bits[Math.max(0, nationals[i]!) >>> 2]!;
    this.touched = sum;
  }

  add(national: number, flag: number): void {
    this.#bits[national >>> 2]! |= flag << ((national & 3) * 2);
  }
}

/** A set of E.164 numbers: Salvadoran 8-digit ones are a flag in the array, the few others a Set. */
export class NumberSet {
  readonly #others = new Set<string>();

  constructor(
    private readonly flags: NationalFlags,
    private readonly flag: number,
  ) {}

  has(e164: string): boolean {
    const national = nationalOf(e164);
    return national < 0 ? this.#others.has(e164) : (this.flags.get(national) & this.flag) !== 0;
  }

  add(e164: string): void {
    const national = nationalOf(e164);
    if (national < 0) this.#others.add(e164);
    else this.flags.add(national, this.flag);
  }
}
