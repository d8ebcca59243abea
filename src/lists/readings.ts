// Encodes readings of phone cells as floats, which threads share. phone-cells.ts reads the cells.

import { type CellReading, type PhoneNumber, UNREAD_REASONS } from "../phone/number.js";
import { TYPE_CODES } from "../phone/plan.js";

/** The reasons by their codes; undefined: a number was read. */
const REASONS = [undefined, ...UNREAD_REASONS];
const TYPES = [...TYPE_CODES.slice(1), "foreign"] as readonly PhoneNumber["type"][];

// A cell is a float with its reason and how many certain numbers and candidates follow; each of these is a float, too.
const MOST_NUMBERS = 2 ** 20;
/** The characters of the longest E.164, a plus and 15 digits: with a type, a whole number that a float holds exactly. */
const LONGEST_EXACT = 16;
const ZERO = 0x30;
/** How `put` encodes a reading, for the kernel: see kernel/assembly/rules.ts. */
export const READING_CODES = {
  reasons: REASONS,
  empty: REASONS.indexOf("empty"),
  types: TYPES.length,
  foreign: TYPES.indexOf("foreign"),
  mostNumbers: MOST_NUMBERS,
};

/** Returned by `put` if a reading does not fit: the cells have to be read again. */
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

  /** Stores the readings of a record's cells. Returns the index for `get`. */
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

  /** Returns the readings of `cells` cells, stored at index `at`. */
  get(at: number, cells: number): CellReading[] {
    const { floats } = this;
    const readings: CellReading[] = [];
    let next = at;
    for (let i = 0; i < cells; i++) {
      const head = floats[next++]!;
      const counts = Math.floor(head / REASONS.length);
      const numbers: PhoneNumber[] = [];
      for (let left = counts % MOST_NUMBERS; left > 0; left--) {
        const number = floats[next++]!;
        numbers.push({ e164: `+${Math.floor(number / TYPES.length)}`, type: TYPES[number % TYPES.length]! });
      }
      const candidates: string[] = [];
      for (let left = Math.floor(counts / MOST_NUMBERS); left > 0; left--) candidates.push(`+${floats[next++]!}`);
      readings.push({ numbers, candidates, reason: REASONS[head % REASONS.length] });
    }
    return readings;
  }

  #giveUp(start: number): number {
    this.used = start;
    return NOT_STORED;
  }
}

/** Returns the digits of an E.164 as a number; -1 if they would change on the way back. */
function digitsOf(e164: string): number {
  if (e164.length > LONGEST_EXACT || !e164.startsWith("+")) return -1;
  let digits = 0;
  for (let at = 1; at < e164.length; at++) {
    const digit = e164.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9 || digits + digit === 0) return -1;
    digits = 10 * digits + digit;
  }
  return digits || -1;
}
