// What phone cells were read as, in numbers: so a thread hands readings to another through shared memory.
// Reading a cell is phone-cells.ts's work.

import type { CellReading, PhoneNumber, UnreadReason } from "../phone/number.js";

const REASONS: readonly (UnreadReason | undefined)[] = [
  undefined,
  "empty",
  "not-a-number",
  "too-short",
  "too-long",
  "not-in-plan",
  "legacy-7-digit",
  "spreadsheet-damage",
  "looks-like-id",
  "placeholder",
];
const TYPES: readonly PhoneNumber["type"][] = ["mobile", "fixed", "toll_free", "premium", "foreign"];

// A cell is one float that tells its reason and how many numbers of either kind follow; each is a float, too.
const REASON_CODES = 16;
const TYPE_CODES = 8;
const MOST_NUMBERS = 2 ** 20;
/** E.164 has at most 15 digits, which leaves room for the type's code. */
const MOST_DIGITS_VALUE = 10 ** 15;

/** What `put` returns where a reading does not fit, and whoever wants it reads the cells again. */
export const NOT_HELD = -1;

/** The readings of many records, in the bounded room of `floats`. */
export class ReadingsColumn {
  #used = 0;

  constructor(private readonly floats: Float64Array) {}

  clear(): void {
    this.#used = 0;
  }

  /** Holds the readings of a record's cells. Returns where, for `get`. */
  put(cells: readonly CellReading[]): number {
    const start = this.#used;
    for (const { numbers, doubtful, reason } of cells) {
      if (this.#used + 1 + numbers.length + doubtful.length > this.floats.length || numbers.length >= MOST_NUMBERS)
        return this.#giveUp(start);
      this.floats[this.#used++] =
        REASONS.indexOf(reason) + REASON_CODES * (numbers.length + MOST_NUMBERS * doubtful.length);
      for (const { e164, type } of numbers) {
        if (!isExact(e164)) return this.#giveUp(start);
        this.floats[this.#used++] = digitsOf(e164) * TYPE_CODES + TYPES.indexOf(type);
      }
      for (const e164 of doubtful) {
        if (!isExact(e164)) return this.#giveUp(start);
        this.floats[this.#used++] = digitsOf(e164);
      }
    }
    return start;
  }

  /** The readings of `cells` cells that `put` holds at `at`. */
  get(at: number, cells: number): CellReading[] {
    const { floats } = this;
    const readings: CellReading[] = [];
    let next = at;
    for (let i = 0; i < cells; i++) {
      const head = floats[next++]!;
      const counts = Math.floor(head / REASON_CODES);
      const numbers: PhoneNumber[] = [];
      for (let left = counts % MOST_NUMBERS; left > 0; left--) {
        const number = floats[next++]!;
        numbers.push({ e164: `+${Math.floor(number / TYPE_CODES)}`, type: TYPES[number % TYPE_CODES]! });
      }
      const doubtful: string[] = [];
      for (let left = Math.floor(counts / MOST_NUMBERS); left > 0; left--) doubtful.push(`+${floats[next++]!}`);
      readings.push({ numbers, doubtful, reason: REASONS[head % REASON_CODES] });
    }
    return readings;
  }

  #giveUp(start: number): number {
    this.#used = start;
    return NOT_HELD;
  }
}

function digitsOf(e164: string): number {
  return Number(e164.slice(1));
}

/** Whether the digits come back as they were: none is lost at either end. */
function isExact(e164: string): boolean {
  const digits = digitsOf(e164);
  return digits < MOST_DIGITS_VALUE && e164 === `+${digits}`;
}
