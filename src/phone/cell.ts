// One normalised text → the numbers in it: certain ones, doubtful ones, and why there is none (README.md).
// Which digits are Salvadoran numbers plan.ts knows, which are those of other countries foreign.ts.

import {
  gluedReadings,
  HOME,
  isPlaceholder,
  isZeroFilled,
  mayBeOfPlan,
  nationalOtherwise,
  readingsOf,
  reasonOf,
} from "./doubt.js";
import { readForeign } from "./foreign.js";
import { findGroups, type Group } from "./groups.js";
import { type CellReading, everyNumber, type PhoneNumber, type UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";
import { type Item, neighbourReadings, seriesIn } from "./ranges.js";
import { otherReadings, partsOf, type Reading, readingsIn } from "./readings.js";
import { type Part, partsIn } from "./tilings.js";
import { PHONE_WORDS } from "./words.js";

/** The reasons, from the most telling to the least. */
const REASONS = Object.keys({
  "spreadsheet-damage": true,
  "looks-like-id": true,
  placeholder: true,
  "legacy-7-digit": true,
  "not-a-number": true,
  "not-in-plan": true,
  "too-long": true,
  "too-short": true,
} satisfies Record<Exclude<UnreadReason, "empty">, true>) as UnreadReason[];

const BARE = /^[^a-z()[\]{}$€]*$/;

/** Reads one text once. */
export class CellReader {
  readonly #groups: Group[];
  readonly #certain: Reading[] = [];
  readonly #placeholders: Reading[] = [];
  readonly #doubtful = new Set<string>();
  /** The digits whose readings are among the doubtful, and whether as they stand, too: a cell repeats them. */
  readonly #knownDigits = new Map<string, boolean>();
  readonly #reasons = new Set<UnreadReason>();
  readonly #items: Item[] = [];

  constructor(private readonly text: string) {
    this.#groups = findGroups(text);
    const { readings, aside } = readingsIn(this.#groups);
    for (const { e164 } of readings) this.#doubtful.add(e164);
    for (const { e164 } of aside) this.#doubtful.add(e164);
    const [reading] = readings;
    const isAll = reading?.doubt === undefined && reading?.first === 0 && reading.last === this.#groups.length - 1;
    if (isAll && readings.length === 1 && aside.length === 0) this.#take(readings, undefined);
    else this.#takeParts(readings);
  }

  #takeParts(readings: readonly Reading[]): void {
    const chosen: Reading[] = [];
    for (const part of partsIn(this.#groups, readings, BARE.test(this.text))) {
      if (part.tiling === undefined || this.#isAbroad(part)) this.#takeDoubtful(part);
      else {
        // Torn, it may also be the numbers that stand in it without their neighbours.
        const isTorn = part.tiling.some(({ doubt }) => doubt === "too-short");
        if (isTorn) this.#addWindows(part.first, part.last);
        this.#addItems(part.first, part.last, isTorn ? part.readings : part.tiling);
        chosen.push(...part.tiling);
      }
    }
    for (let from = 0, to = 1; from < chosen.length; from = to++) {
      while (to < chosen.length && this.#follows(chosen[to - 1]!, chosen[to]!)) to++;
      this.#take(chosen.slice(from, to), chosen[from - 1]);
    }
    this.#add(neighbourReadings(this.#groups, this.#items));
  }

  /** Adds what the cell means when it is read as another text, none of it certain. */
  doubt(text: string): void {
    const reading = new CellReader(text).reading();
    const all = everyNumber(reading);
    this.#add(all);
    if (all.length > 0) this.#reasons.add("not-a-number");
    // `2588-328O` is no old number of seven digits: it has an eighth, which is none.
    if (reading.numbers.length > 0) this.#reasons.delete("legacy-7-digit");
  }

  reading(): CellReading {
    const numbers = new Map<string, PhoneNumber>();
    const series = this.#placeholders.length > 0 ? this.#switchboards() : undefined;
    const meant = this.#placeholders.filter(({ e164 }) => series?.has(e164.slice(0, 10)));
    const found = meant.length === 0 ? this.#certain : [...this.#certain, ...meant].sort((a, b) => a.first - b.first);
    for (const { e164, type } of found) numbers.set(e164, { e164, type });
    const doubtful = [...this.#doubtful].filter((e164) => !numbers.has(e164));
    return { numbers: [...numbers.values()], doubtful, reason: numbers.size > 0 ? undefined : this.#reason() };
  }

  /** What `reading` has, and every sequence of groups that is a number if what surrounds it is noise. */
  everything(): string[] {
    for (const { digits, plus } of this.#groups) {
      this.#addReadingsOf(digits, true, plus);
      this.#add(windowsOf(digits));
    }
    this.#addWindows(0, this.#groups.length - 1);
    return everyNumber(this.reading());
  }

  /** `44 (0)20 7946 0958`, `502/55123456`: what stands before the number may be another country's code. */
  #isAbroad({ first, last, tiling }: Part): boolean {
    const before = this.#groups[first - 1];
    if (before !== undefined && this.#groups[first]!.gap === "/" && before.digits.length === 3)
      return readForeign(this.#digits(first - 1, last)) !== undefined;
    return tiling![0]!.first > first && readForeign(this.#digits(first, last)) !== undefined;
  }

  #follows(left: Reading, { first }: Reading): boolean {
    return first === left.last + 1 && this.#groups[first]!.joined;
  }

  /** Takes numbers that stand side by side, unless that makes them doubtful. */
  #take(beside: readonly Reading[], before: Reading | undefined): void {
    const groups = this.#groups;
    const isGlued = beside.slice(1).some(({ first }) => /^[-._]$/.test(groups[first]!.gap));
    const isShifted = beside.length > 1 && beside.some((one) => this.#leadsWith503(one));
    const series = seriesIn(groups, beside);
    this.#add(series.readings);
    if (isGlued || isShifted) this.#addWindows(beside[0]!.first, beside.at(-1)!.last);
    for (const [i, reading] of beside.entries()) {
      const parts = partsOf(groups, reading);
      const torn = i === 0 && before?.last !== reading.first - 1 ? this.#tornBefore(reading) : [];
      this.#add([...parts, ...otherReadings(reading, groups), ...torn]);
      const isUncertain = isGlued || isShifted || torn.length > 0 || parts.length > 0 || series.doubted.has(reading);
      const doubt = reading.doubt ?? (isUncertain ? "too-long" : undefined);
      if (doubt === undefined) this.#certain.push(reading);
      else this.#takeDoubt(reading, doubt);
    }
  }

  #takeDoubt(reading: Reading, doubt: UnreadReason): void {
    if (doubt === "placeholder") this.#placeholders.push(reading);
    const own = this.#groups.slice(reading.first, reading.last + 1);
    if (doubt === "not-in-plan" || doubt === "legacy-7-digit" || isZeroFilled(own))
      this.#addWindows(reading.first, reading.last);
    this.#reasons.add(doubt);
  }

  /** Takes a part that can be read in several ways, or in none. */
  #takeDoubtful({ first, last, readings, isContested }: Part): void {
    const digits = this.#digits(first, last);
    const { kind, plus } = this.#groups[first]!;
    if (kind === "damage") this.#reasons.add("spreadsheet-damage");
    else if (kind === "date" || kind === "amount") this.#reasons.add("not-a-number");
    else if (kind === "id") this.#reasons.add("looks-like-id");
    else if (kind === "number") this.#addReasons(first, last, readings);
    if (kind === "id" && digits.length < 10) this.#add(readingsOf(digits, true, false));
    if (kind !== "number") return;
    this.#addWindows(first, last);
    // What parts the halves of a number parts it not from what is glued to it: `7012-345612`, `6000-11117012-3456`.
    const runs = [digits, ...this.#groups.slice(first, last + 1).map((group) => group.digits)];
    for (const run of new Set(runs)) {
      // Behind a plus the calling code is one.
      const glued = plus && digits.startsWith(run) ? (run.startsWith("503") ? run.slice(3) : "") : run;
      if (glued.length > 8) this.#add(gluedReadings(glued));
    }
    const national = readings.length > 0 || plus ? undefined : nationalOtherwise(digits);
    if (national !== undefined) this.#items.push({ first, last, national });
    else this.#addItems(first, last, readings, readings.length === 0 || isContested);
  }

  #addReasons(first: number, last: number, readings: readonly Reading[]): void {
    const digits = this.#digits(first, last);
    if (digits.length < 7) this.#reasons.add(digits.length > 4 && isOneDigit(digits) ? "placeholder" : "too-short");
    else
      this.#reasons.add(
        readings.length > 0 ? "too-long" : reasonOf(digits, last - first + 1, this.#groups[first]!.plus),
      );
  }

  /** What may be the first of a neighbour's last digits, and the digits themselves. */
  #addItems(first: number, last: number, readings: readonly Reading[], hasEnds = true): void {
    let next = 0;
    for (let at = first; at <= last; ) {
      while (next < readings.length && readings[next]!.first < at) next++;
      const reading = readings[next];
      if (reading?.first === at) {
        const own = this.#groups.slice(at, reading.last + 1);
        const national = isZeroFilled(own) ? nationalOtherwise(this.#digits(at, reading.last)) : reading.national;
        this.#items.push({ first: at, last: reading.last, national: national ?? "" });
        at = reading.last + 1;
      } else {
        const { kind, digits } = this.#groups[at]!;
        if (hasEnds && kind === "number" && digits.length < 7)
          this.#items.push({ first: at, last: at, national: undefined });
        at++;
      }
    }
  }

  /** `503 503 61 23 45 67 24`: a number whose first group may be a calling code; then all others begin elsewhere, too. */
  #leadsWith503({ national, first, last }: Reading): boolean {
    return first < last && this.#groups[first]!.digits === "503" && this.#digits(first, last) === national;
  }

  /** `2222, 2223-2224`: the four digits before may be the first half of a number, and the number a wrong one. */
  #tornBefore({ first, national }: Reading): string[] {
    const [before, group] = [this.#groups[first - 1], this.#groups[first]!];
    if (before?.digits.length !== 4 || group.digits.length !== 4 || group.apart || national === undefined) return [];
    const torn = before.digits + group.digits;
    return typeOfNational(torn) ? [`${HOME}${torn}`] : [];
  }

  /** Adds every number that consecutive groups make, what damage may have put before it included. */
  #addWindows(first: number, last: number): void {
    const groups = this.#groups;
    const all = this.#digits(first, last);
    const isEdge = ({ joined, plus, gap }: Group) => !joined || plus || gap.includes("/");
    for (let i = first, from = 0; i <= last; from += groups[i++]!.digits.length) {
      const begins = i === first || isEdge(groups[i]!);
      for (let j = i, to = from; j <= last; j++) {
        to += groups[j]!.digits.length;
        if (to - from > 20) break;
        if (to - from < 7) continue;
        const isWhole = begins && (j === last || isEdge(groups[j + 1]!));
        if (isWhole || mayBeOfPlan(all, from, to)) this.#addReadingsOf(all.slice(from, to), isWhole, groups[i]!.plus);
      }
    }
  }

  /** Those of digits as they stand include those that they have as a part of more. */
  #addReadingsOf(digits: string, whole: boolean, plus: boolean): void {
    const key = plus ? `+${digits}` : digits;
    const known = this.#knownDigits.get(key);
    if (known === true || known === whole) return;
    this.#knownDigits.set(key, whole);
    this.#add(readingsOf(digits, whole, plus));
  }

  #add(numbers: readonly string[]): void {
    for (const e164 of numbers) this.#doubtful.add(e164);
  }

  #digits(first: number, last: number): string {
    let digits = "";
    for (let i = first; i <= last; i++) digits += this.#groups[i]!.digits;
    return digits;
  }

  /** One repeated digit is a real number beside another of the same switchboard (`2222-2222 y 2222-2223`). */
  #switchboards(): ReadonlySet<string> {
    const nationals = [...this.#doubtful, ...this.#certain.map(({ e164 }) => e164)]
      .filter((e164) => e164.length === 12 && e164.startsWith(HOME))
      .filter((e164) => !isPlaceholder(e164.slice(HOME.length)));
    return new Set(nationals.map((e164) => e164.slice(0, 10)));
  }

  #reason(): UnreadReason {
    if (this.#groups.length === 0) return "not-a-number";
    const found = REASONS.find((reason) => this.#reasons.has(reason)) ?? "not-a-number";
    return found === "too-short" && hasOtherWords(this.text) ? "not-a-number" : found;
  }
}

/** Eight-digit numbers anywhere inside a longer group. */
function windowsOf(digits: string): string[] {
  const found: string[] = [];
  for (let at = 0; digits.length > 8 && at + 8 <= digits.length; at++) {
    const national = digits.slice(at, at + 8);
    if (typeOfNational(national)) found.push(`${HOME}${national}`);
  }
  return found;
}

function isOneDigit(digits: string): boolean {
  return /^(.)\1*$/.test(digits);
}

function hasOtherWords(text: string): boolean {
  return /[$%]/.test(text) || (text.match(/[a-z]+/g) ?? []).some((word) => !PHONE_WORDS.has(word));
}
