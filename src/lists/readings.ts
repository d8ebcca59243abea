// Encodes readings of phone cells as floats, for the kernel that judges them. phone-cells.ts reads the cells.

import { type CellReading, type PhoneNumber, UNREAD_REASONS } from "../phone/number.js";
import { TYPE_CODES } from "../phone/plan.js";

/** The reasons by their codes; undefined: a number was read. */
const REASONS = [undefined, ...UNREAD_REASONS];
const TYPES = [...TYPE_CODES.slice(1), "foreign"] as readonly PhoneNumber["type"][];

// A cell is a float with its reason and how many certain numbers and candidates follow; each of these is a float, too.
const MOST_NUMBERS = 2 ** 20;
/** The characters of the longest E.164, a plus and 15 digits: with a type, a whole number that a float holds exactly. */
const LONGEST_EXACT = 16;
/** How `put` encodes a reading, for the kernel: see kernel/assembly/rules.ts. */
export const READING_CODES = {
  reasons: REASONS,
  empty: REASONS.indexOf("empty"),
  types: TYPES.length,
  foreign: TYPES.indexOf("foreign"),
  mostNumbers: MOST_NUMBERS,
};

/** Returned by `put` if a reading does not fit: the kernel leaves its record. */
export const NOT_STORED = -1;

/** The readings of many records, in the fixed room of `floats`. */
export class ReadingsColumn {
  used = 0;

  constructor(private readonly floats: Float64Array) {}

  get address(): number {
    return this.floats.byteOffset;
  }

  get length(): number {
    return this.floats.length;
  }

  clear(): void {
    this.used = 0;
  }

  /** Stores the readings of a record's cells. Returns their index. */
  put(cells: readonly CellReading[]): number {
    const start = this.used;
    for (const { numbers, candidates, reason } of cells) {
      if (this.used + 1 + numbers.length + candidates.length > this.floats.length || numbers.length >= MOST_NUMBERS)
        return this.#giveUp(start);
      this.floats[this.used++] =
        REASONS.indexOf(reason) + REASONS.length * (numbers.length + MOST_NUMBERS * candidates.length);
      for (const { e164, type } of numbers) {
        const digits = digitsOf(e164);
        if (digits < 0) return this.#giveUp(start);
        this.floats[this.used++] = digits * TYPES.length + TYPES.indexOf(type);
      }
      for (const e164 of candidates) {
        const digits = digitsOf(e164);
        if (digits < 0) return this.#giveUp(start);
        this.floats[this.used++] = digits;
      }
    }
    return start;
  }

  #giveUp(start: number): number {
    this.used = start;
    return NOT_STORED;
  }
}

/** Returns the digits of an E.164 as a number; -1 if a float may not hold it with a type. */
function digitsOf(e164: string): number {
  return e164.length > LONGEST_EXACT ? -1 : Number(e164.slice(1));
}
