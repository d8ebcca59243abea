// What phone cells were read as, in numbers: so a thread hands readings to another through shared memory.
// Reading a cell is phone-cells.ts's work.

import type { CellReading, PhoneNumber, UnreadReason } from "../phone/number.js";

/** `none` stands where a number was read. A reason without a code does not compile. */
const REASON_CODE: Readonly<Record<UnreadReason | "none", number>> = codesOf({
  none: true,
  empty: true,
  "not-a-number": true,
  "too-short": true,
  "too-long": true,
  "not-in-plan": true,
  "legacy-7-digit": true,
  "spreadsheet-damage": true,
  "looks-like-id": true,
  placeholder: true,
  leftover: true,
});
const TYPE_CODE: Readonly<Record<PhoneNumber["type"], number>> = codesOf({
  mobile: true,
  fixed: true,
  toll_free: true,
  premium: true,
  foreign: true,
});
const REASONS = Object.keys(REASON_CODE) as (UnreadReason | "none")[];
const TYPES = Object.keys(TYPE_CODE) as PhoneNumber["type"][];

// A cell is one float that tells its reason and how many numbers of either kind follow; each is a float, too.
const MOST_NUMBERS = 2 ** 20;
/** A plus and 15 digits, as E.164 has them at most: with a type's code, that is one of a float's whole numbers. */
const LONGEST_EXACT = 16;
/** How `put` codes a reading, for the kernel: see src/kernel/assembly/readings.ts. */
export const READING_CODES = {
  /** The reasons, by their codes. */
  reasons: REASONS,
  types: TYPES.length,
  foreign: TYPE_CODE.foreign,
  mostNumbers: MOST_NUMBERS,
};

/** What `put` returns where a reading does not fit, and whoever wants it reads the cells again. */
export const NOT_HELD = -1;

/** The readings of many records, in the bounded room of `floats`. */
export class ReadingsColumn {
  used = 0;

  constructor(private readonly floats: Float64Array) {}

  /** The address of the first float, in the memory that it lies in. */
  get address(): number {
    return this.floats.byteOffset;
  }

  clear(): void {
    this.used = 0;
  }

  /** Holds the readings of a record's cells. Returns where, for `get`. */
  put(cells: readonly CellReading[]): number {
    const start = this.used;
    for (const { numbers, candidates, reason } of cells) {
      if (this.used + 1 + numbers.length + candidates.length > this.floats.length || numbers.length >= MOST_NUMBERS)
        return this.#giveUp(start);
      this.floats[this.used++] =
        REASON_CODE[reason ?? "none"] + REASONS.length * (numbers.length + MOST_NUMBERS * candidates.length);
      for (const { e164, type } of numbers) {
        const digits = digitsOf(e164);
        if (digits < 0) return this.#giveUp(start);
        this.floats[this.used++] = digits * TYPES.length + TYPE_CODE[type];
      }
      for (const e164 of candidates) {
        const digits = digitsOf(e164);
        if (digits < 0) return this.#giveUp(start);
        this.floats[this.used++] = digits;
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
      const counts = Math.floor(head / REASONS.length);
      const numbers: PhoneNumber[] = [];
      for (let left = counts % MOST_NUMBERS; left > 0; left--) {
        const number = floats[next++]!;
        numbers.push({ e164: `+${Math.floor(number / TYPES.length)}`, type: TYPES[number % TYPES.length]! });
      }
      const candidates: string[] = [];
      for (let left = Math.floor(counts / MOST_NUMBERS); left > 0; left--) candidates.push(`+${floats[next++]!}`);
      const reason = REASONS[head % REASONS.length]!;
      readings.push({ numbers, candidates, reason: reason === "none" ? undefined : reason });
    }
    return readings;
  }

  #giveUp(start: number): number {
    this.used = start;
    return NOT_HELD;
  }
}

/** Codes from 0 on, in the order of the keys. */
function codesOf<K extends string>(members: Record<K, true>): Record<K, number> {
  return Object.fromEntries(Object.keys(members).map((member, code) => [member, code])) as Record<K, number>;
}

/** The digits of an E.164 as one number; -1 where they would not come back as they were. */
function digitsOf(e164: string): number {
  return e164.length <= LONGEST_EXACT && /^\+[1-9]\d*$/.test(e164) ? Number(e164) : -1;
}
