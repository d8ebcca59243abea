// One normalised text → the numbers in it: certain ones, doubtful ones, and why there is none (README.md).
// Which digits are Salvadoran numbers plan.ts knows, which are those of other countries foreign.ts.

import { behindCodes } from "./abroad.js";
import { beginsAsCode, gluedReadings, HOME, isPlaceholder, nationalOtherwise, readingsOf, reasonOf } from "./doubt.js";
import { readForeign } from "./foreign.js";
import { digitsOf, findGroups, type Group, type Reading } from "./groups.js";
import { doubtedByEnds, LONGEST_RANGE, namedByEnds, type Spelled } from "./last-digits.js";
import { type CellReading, everyNumber, type PhoneNumber, type UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";
import { partsOf, readingsIn } from "./readings.js";
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

/** Longer text is read in pieces, for what is kept of every digit while reading; they overlap by more than a number takes. */
export const PIECE = 32_768;
const OVERLAP = 256;

export function piecesOf(text: string, length = PIECE): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += length - OVERLAP) pieces.push(text.slice(at, at + length));
  return pieces;
}

/** Reads one text once. */
export class CellReader {
  readonly #groups: Group[];
  readonly #certain: Reading[] = [];
  readonly #placeholders: Reading[] = [];
  readonly #doubtful = new Set<string>();
  /** The digits whose readings are among the doubtful, and how they were read: a long cell repeats them. */
  readonly #known = new Set<string>();
  readonly #reasons = new Set<UnreadReason | undefined>();
  /** What is a number as it was written before 2005, or filled with zeros. */
  readonly #otherwise: Spelled[] = [];

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
      const abroad = behindCodes(this.#groups, part);
      this.#add(abroad);
      if (part.tiling === undefined || abroad.length > 0 || this.#isAbroad(part)) this.#takeDoubtful(part);
      else {
        // Torn, it may also be the numbers that stand in it without their neighbours.
        const isTorn = part.tiling.some(({ doubt }) => doubt === "too-short");
        if (isTorn) this.#addWindows(part.first, part.last);
        chosen.push(...part.tiling);
      }
    }
    for (let from = 0, to = 1; from < chosen.length; from = to++) {
      const follows = (left: Reading, { first }: Reading) => first === left.last + 1 && this.#groups[first]!.joined;
      while (to < chosen.length && follows(chosen[to - 1]!, chosen[to]!)) to++;
      this.#take(chosen.slice(from, to), chosen[from - 1]);
    }
    const numbers = [...readings, ...this.#otherwise].sort((one, other) => one.first - other.first);
    for (const { first, last } of namedByEnds(this.#groups, numbers))
      for (let number = first; number <= Math.min(last, first + LONGEST_RANGE); number++)
        if (typeOfNational(String(number)) !== undefined) this.#doubtful.add(`${HOME}${number}`);
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
      return readForeign(digitsOf(this.#groups, first - 1, last)) !== undefined;
    return tiling![0]!.first > first && readForeign(digitsOf(this.#groups, first, last)) !== undefined;
  }

  /** Takes numbers that stand side by side, unless that makes them doubtful. */
  #take(beside: readonly Reading[], before: Reading | undefined): void {
    const groups = this.#groups;
    const isGlued = beside.slice(1).some(({ first }) => /^[-._]$/.test(groups[first]!.gap));
    // `503 503 61 23 45 67 24`: where a number's first group may be a calling code, all others may begin elsewhere, too.
    const isShifted = beside.length > 1 && beside.some((one) => beginsAsCode(groups, one));
    const doubted = doubtedByEnds(groups, beside);
    if (isGlued || isShifted) this.#addWindows(beside[0]!.first, beside.at(-1)!.last);
    for (const [i, reading] of beside.entries()) {
      const parts = partsOf(groups, reading);
      const torn = i === 0 && before?.last !== reading.first - 1 ? this.#tornBefore(reading) : [];
      this.#add([...parts, ...torn]);
      // Ten digits that begin 503 are also an American number, and seven that begin 801 an old mobile.
      const { first, last, national, international } = reading;
      if (national?.length === 7) this.#add(readingsOf(digitsOf(groups, first, last), true, international));
      const isUncertain = isGlued || isShifted || torn.length > 0 || parts.length > 0 || doubted.has(reading);
      const doubt = reading.doubt ?? (isUncertain ? "too-long" : undefined);
      if (doubt === undefined) this.#certain.push(reading);
      else this.#reasons.add(doubt);
      if (doubt === "placeholder") this.#placeholders.push(reading);
      const mayBeOthers = doubt === "not-in-plan" || doubt === "legacy-7-digit" || reading.type === "foreign";
      if (doubt !== undefined && mayBeOthers) this.#addWindows(first, last);
    }
  }

  /** Takes a part that can be read in several ways, or in none. */
  #takeDoubtful({ first, last, readings }: Part): void {
    const own = this.#groups.slice(first, last + 1);
    const digits = digitsOf(own, 0, own.length - 1);
    const { kind, plus } = own[0]!;
    this.#reasons.add(reasonOf(own, readings.length > 0));
    if (kind === "id" && digits.length < 10) this.#add(readingsOf(digits, true, false));
    if (kind !== "number") return;
    this.#addWindows(first, last);
    // What parts the halves of a number parts it not from what is glued to it: `7012-345612`, `6000-11117012-3456`.
    for (const run of new Set([digits, ...own.map((group) => group.digits)])) {
      // Behind a plus the calling code is one.
      const glued = plus && digits.startsWith(run) ? (run.startsWith("503") ? run.slice(3) : "") : run;
      if (glued.length > 8) this.#add(gluedReadings(glued));
      // `2. 50422345678 7166-3816`: another country's number in one group, whatever stands beside it.
      if (run.length > 9) this.#addReadingsOf(run, true, plus && digits.startsWith(run));
    }
    const national = readings.length > 0 || plus ? undefined : nationalOtherwise(digits);
    if (national !== undefined) this.#otherwise.push({ first, last, national });
  }

  /** `2222, 2223-2224`: the four digits before may be the first half of a number, and the number a wrong one. */
  #tornBefore({ first, national }: Reading): string[] {
    const [before, group] = [this.#groups[first - 1], this.#groups[first]!];
    if (before?.digits.length !== 4 || group.digits.length !== 4 || group.apart || national === undefined) return [];
    const torn = before.digits + group.digits;
    return typeOfNational(torn) ? [`${HOME}${torn}`] : [];
  }

  /** Adds every number that consecutive groups make, what damage may have put before it included; a list's number is no part of them. */
  #addWindows(first: number, last: number): void {
    const groups = this.#groups;
    const isEdge = ({ joined, plus, gap }: Group) => !joined || plus || gap.includes("/");
    for (let i = first; i <= last; i++) {
      const isBehindLabel = i === first + 1 && groups[first]!.digits.length <= 2;
      const begins = i === first || isBehindLabel || isEdge(groups[i]!);
      let digits = "";
      for (let j = i; j <= last; j++) {
        digits += groups[j]!.digits;
        if (digits.length > 20) break;
        const isWhole = begins && (j === last || isEdge(groups[j + 1]!));
        if (digits.length >= 7) this.#addReadingsOf(digits, isWhole, groups[i]!.plus);
      }
    }
  }

  #addReadingsOf(digits: string, whole: boolean, plus: boolean): void {
    const key = (plus ? "+" : "") + digits + (whole ? "." : "");
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#add(readingsOf(digits, whole, plus));
  }

  #add(numbers: readonly string[]): void {
    for (const e164 of numbers) this.#doubtful.add(e164);
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

function hasOtherWords(text: string): boolean {
  return /[$%]/.test(text) || (text.match(/[a-z]+/g) ?? []).some((word) => !PHONE_WORDS.has(word));
}
