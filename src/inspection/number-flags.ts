// Two flags of every number: what an inspection remembers of a list.

import { NationalBits, nationalOf } from "../suppression/country.js";

/** Two flags, joined by `|`. */
export class NationalFlags extends NationalBits {
  add(national: number, flag: number): void {
    this.join(national, flag);
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
