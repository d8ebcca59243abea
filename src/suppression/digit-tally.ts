// Counts where the digits of a list's entries went: numbers, extensions, days and times, or leftover.

import { ExitCode, ScrubError } from "../errors.js";
import type { DigitCounts } from "../phone/number.js";

export type DigitFacts = DigitCounts & { read: number };

export class DigitTally {
  /** All digits of the entries. */
  #read = 0;
  readonly #counts: DigitCounts = { numbers: 0, extensions: 0, times: 0, leftover: 0 };

  /** Adds digits that are all in numbers. */
  addNumbers(digits: number): void {
    this.#read += digits;
    this.#counts.numbers += digits;
  }

  /** Adds the counts of one reading. `read`: how many digits its text has. */
  add(read: number, { numbers, extensions, times, leftover }: DigitCounts): void {
    this.#read += read;
    this.#counts.numbers += numbers;
    this.#counts.extensions += extensions;
    this.#counts.times += times;
    this.#counts.leftover += leftover;
  }

  /** Returns the counts of the list `file`. Throws if a digit was lost. */
  factsOf(file: string): DigitFacts {
    const sum = Object.values(this.#counts).reduce((one, other) => one + other);
    if (this.#read !== sum) throw new ScrubError(ExitCode.guard, "digitsDoNotAdd", [this.#read, sum], { file });
    return { read: this.#read, ...this.#counts };
  }
}
