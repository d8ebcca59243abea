// One normalised text → the numbers in it: certain ones, doubtful ones, and why there is none.
// Which digits are Salvadoran numbers plan.ts knows, which are those of other countries foreign.ts.

import {
  doubtAbout,
  gluedReadings,
  isPlaceholder,
  isZeroFilled,
  mayBeOfPlan,
  nationalOtherwise,
  oldMobile,
  readingsOf,
  reasonOf,
} from "./doubt.js";
import { type CellReading, everyNumber, type PhoneNumber, type UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";
import { type Item, neighbourReadings, seriesIn } from "./ranges.js";
import { findRuns, type Run } from "./runs.js";
import { ForeignNumbers, readTile, type Tile, tile } from "./tiles.js";
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

interface Found extends PhoneNumber {
  first: number;
  last: number;
  doubt: UnreadReason | undefined;
}

/** What punctuation may have torn: pieces, what no number covers, doubtful and short numbers, and those that begin 503. */
interface TornPiece {
  first: number;
  last: number;
  found: Found | undefined;
}

/** Reads one text once: `read`, then `reading` or `everything`. */
export class CellReader {
  private readonly runs: Run[];
  private readonly found: Found[] = [];
  private readonly doubtful = new Set<string>();
  /** The digits whose readings are among the doubtful, and whether as they stand, too: a cell repeats them. */
  private readonly knownDigits = new Map<string, boolean>();
  private readonly reasons = new Set<UnreadReason>();
  private readonly items: Item[] = [];
  private readonly pieces: TornPiece[] = [];
  private readonly foreign = new ForeignNumbers();

  constructor(private readonly text: string) {
    this.runs = findRuns(text);
  }

  read(): void {
    for (let i = 0; i < this.runs.length; ) {
      const first = i++;
      const role = this.runs[first]!.role;
      while (i < this.runs.length && this.runs[i]!.joined && this.runs[i]!.role === role) i++;
      if (role === "number") this.readSegment(first, i - 1);
      else if (role === "damage") this.reasons.add("spreadsheet-damage");
      else if (role !== "extension") this.readShape(first, i - 1, role);
    }
    this.readTornNumbers();
    this.readAcrossShapes();
    for (const e164 of neighbourReadings(this.runs, this.items)) this.doubtful.add(e164);
  }

  /** Adds what the cell means when it is read as another text, none of it certain. */
  doubt(text: string): void {
    const other = new CellReader(text);
    other.read();
    const reading = other.reading();
    const { numbers } = reading;
    const all = everyNumber(reading);
    for (const e164 of all) this.doubtful.add(e164);
    if (all.length > 0) this.reasons.add("not-a-number");
    // `2588-328O` is no old number of seven digits: it has an eighth, which is none.
    if (numbers.length > 0) this.reasons.delete("legacy-7-digit");
  }

  reading(): CellReading {
    const numbers = new Map<string, PhoneNumber>();
    const series = this.reasons.has("placeholder") ? this.switchboards() : undefined;
    for (const { e164, type, doubt } of this.found) {
      if (doubt === undefined || (doubt === "placeholder" && series?.has(e164.slice(0, 10))))
        numbers.set(e164, { e164, type });
    }
    const doubtful = new Set(this.doubtful);
    for (const { e164 } of this.found) doubtful.add(e164);
    for (const e164 of numbers.keys()) doubtful.delete(e164);
    const reason = numbers.size > 0 ? undefined : this.reason();
    return { numbers: [...numbers.values()], doubtful: [...doubtful], reason };
  }

  /** What `reading` has, and every sequence of runs that is a number if what surrounds it is noise. */
  everything(): string[] {
    for (let i = 0; i < this.runs.length; i++) {
      const { digits, plus } = this.runs[i]!;
      this.addReadingsOf(digits, true, plus);
      this.addReadings(windowsOf(digits));
    }
    this.readRanges(0, this.runs.length - 1, true);
    return everyNumber(this.reading());
  }

  /** Joined runs: numbers that cover them in one way, or else the pieces between slashes, or else doubt. */
  private readSegment(first: number, last: number): void {
    const tiles = tile(this.runs, first, last, this.foreign);
    if (tiles !== undefined) {
      this.accept(tiles);
      return;
    }
    const pieces: [first: number, last: number, isRead: boolean][] = [];
    for (let from = first, i = first + 1; i <= last + 1; i++) {
      if (i <= last && !this.runs[i]!.gap.includes("/")) continue;
      pieces.push([from, i - 1, this.readPiece(from, i - 1)]);
      from = i;
    }
    if (pieces.some(([from, to]) => this.digits(from, to).length < 7)) {
      if (pieces.some(([, , isRead]) => !isRead)) this.readRanges(first, last, true);
      return;
    }
    for (const [from, to, isRead] of pieces) if (!isRead) this.readRanges(from, to, true);
  }

  /** False where the piece is neither numbers nor too short to be one. */
  private readPiece(first: number, last: number): boolean {
    const digits = this.digits(first, last);
    if (digits.length < 7) {
      this.items.push({ first, last, national: undefined });
      this.pieces.push({ first, last, found: undefined });
      this.reasons.add(/^(.)\1*$/.test(digits) && digits.length > 4 ? "placeholder" : "too-short");
      return first === last;
    }
    const tiles = tile(this.runs, first, last, this.foreign);
    if (tiles !== undefined) {
      this.accept(tiles);
      return true;
    }
    this.reasons.add(reasonOf(digits, last - first + 1, this.runs[first]!.plus));
    this.pieces.push({ first, last, found: undefined });
    const national = nationalOtherwise(digits);
    if (!this.readShortEnd(first, last) && national !== undefined) this.items.push({ first, last, national });
    for (let i = first; i <= last; i++)
      if (this.runs[i]!.digits.length > 15) this.addReadings(gluedReadings(this.runs[i]!.digits));
    // `6000-11117012-3456`: what parts the halves of each number parts not the two.
    if (first < last && digits.length > 15) this.addReadings(gluedReadings(digits));
    return false;
  }

  /** `2222-2223 - 25`: a number, and perhaps its neighbour's last digits. False where it is not so. */
  private readShortEnd(first: number, last: number): boolean {
    if (first === last || this.runs[last]!.digits.length > 4) return false;
    const before = tile(this.runs, first, last - 1, this.foreign);
    if (before === undefined || before.some((one) => doubtAbout(this.runs, one) === "too-short")) return false;
    for (const one of before) this.items.push({ first: one.first, last: one.last, national: one.national });
    this.items.push({ first: last, last, national: undefined });
    return true;
  }

  private accept(tiles: readonly Tile[]): void {
    const isGlued = tiles.some((one, i) => i > 0 && /^[-._]$/.test(this.runs[one.first]!.gap));
    const isShifted = tiles.length > 1 && tiles.some((one) => this.leadsWith503(one));
    const isOfPairs = tiles.length > 1 && this.isOfPairs(tiles[0]!.first + 1, tiles.at(-1)!.last);
    if (isGlued || isShifted || isOfPairs || tiles.some((one) => this.splits503(one) || this.isZeroFilled(one)))
      this.readRanges(tiles[0]!.first, tiles.at(-1)!.last, true);
    const series = seriesIn(this.runs, tiles);
    this.addReadings(series.readings);
    for (const [i, one] of tiles.entries()) {
      const torn = i === 0 ? this.tornBefore(one) : undefined;
      const parts = this.partsOf(one);
      const isUncertain = isGlued || isShifted || torn || parts.length > 0 || series.doubted.has(one);
      const doubt = isUncertain ? "too-long" : doubtAbout(this.runs, one);
      const found: Found = { first: one.first, last: one.last, e164: one.e164, type: one.type, doubt };
      this.found.push(found);
      if (doubt !== undefined || this.mayBeTorn(one)) {
        this.pieces.push({ first: one.first, last: one.last, found });
      }
      if (doubt !== undefined) this.reasons.add(doubt);
      if (torn) this.doubtful.add(torn);
      this.addReadings(parts);
      this.addOtherReadings(one);
      const national = this.isZeroFilled(one) ? nationalOtherwise(this.digits(one.first, one.last)) : one.national;
      this.items.push({ first: one.first, last: one.last, national });
    }
  }

  private isZeroFilled({ national, first, last }: Tile): boolean {
    return national === undefined && isZeroFilled(this.runs.slice(first, last + 1));
  }

  /** `503 503 61 23 45 67 24`: a number whose first group may be a calling code; then all others begin elsewhere, too. */
  private leadsWith503({ national, first, last }: Tile): boolean {
    return first < last && this.runs[first]!.digits === "503" && this.digits(first, last) === national;
  }

  /** Groups of two digits: where one number ends and the next begins, only their count says. */
  private isOfPairs(first: number, last: number): boolean {
    return this.runs.slice(first, last + 1).every(({ digits }) => digits.length === 2);
  }

  /** `5 503 7586 7041 1234`: behind a digit of something else, 503 may begin a number in the middle of this one. */
  private splits503({ national, first, last }: Tile): boolean {
    const inside = this.runs.slice(first + 1, last + 1).findIndex((run) => run.digits === "503");
    return national?.length === 8 && inside >= 0 && !/^(?:00?|011|503)$/.test(this.runs[first]!.digits);
  }

  /** `2222, 2223-2224`: the four digits before may be the first half of a number, and the number a wrong one. */
  private tornBefore(one: Tile): string | undefined {
    const before = this.items.at(-1);
    const run = this.runs[one.first]!;
    if (before?.last !== one.first - 1 || before.national !== undefined || before.first !== before.last)
      return undefined;
    if (this.runs[before.last]!.digits.length !== 4 || run.digits.length !== 4 || /[a-z]/.test(run.gap))
      return undefined;
    return readTile(this.runs, before.last, one.first, this.foreign)?.e164;
  }

  /** Ten digits that begin 503 are also an American number, and seven that begin 801 an old mobile. */
  private addOtherReadings({ national, international, first, last }: Tile): void {
    if (national?.length !== 7) return;
    const old = oldMobile(national);
    if (old !== undefined) this.doubtful.add(old);
    const typed = this.digits(first, last);
    if (!international && typed.length === 10) this.addReadingsOf(typed, true, false);
  }

  /** Eleven digits may be a number and what stands beside it: `800-1234 5678`, `800 2222-3333`. */
  private partsOf({ national, e164, first, last }: Tile): string[] {
    const found: string[] = [];
    if (national?.length === 8 && this.runs.slice(first, last).some((run) => /^503./.test(run.digits))) {
      // `5032-1000 *555`: a mobile that begins 503, and three digits beside it.
      for (let i = first; i < last; i++) {
        const left = readTile(this.runs, first, i, this.foreign);
        if (left?.national?.startsWith("503") && left.e164 !== e164) found.push(left.e164);
      }
    }
    if (national?.length !== 11) return found;
    for (let i = first; i < last; i++) {
      const left = readTile(this.runs, first, i, this.foreign);
      const right = readTile(this.runs, i + 1, last, this.foreign);
      for (const part of [left, right]) if (part && part.e164 !== e164) found.push(part.e164);
    }
    return found;
  }

  /** A date or an id: what its digits would be as a number. */
  private readShape(first: number, last: number, role: "date" | "id"): void {
    const digits = this.digits(first, last);
    this.reasons.add(role === "date" ? "not-a-number" : "looks-like-id");
    if (role === "id" && digits.length < 10) this.addReadingsOf(digits, true, false);
    else if (typeOfNational(digits) && digits.length === 8) this.doubtful.add(`+503${digits}`);
  }

  /** `7012,3456`: pieces that would be a number without the punctuation between them. */
  private readTornNumbers(): void {
    for (let i = 0; i < this.pieces.length; i++) {
      const start = i;
      while (i + 1 < this.pieces.length && this.isTornAfter(i)) i++;
      if (i === start) continue;
      const group = this.pieces.slice(start, i + 1);
      this.readRanges(group[0]!.first, group.at(-1)!.last, false);
      for (const { found } of group) if (found) found.doubt ??= "too-long";
    }
  }

  /** What would be a number if a date or an id were none; runs of certain numbers are left out. */
  private readAcrossShapes(): void {
    if (!this.runs.some(({ role }) => role === "date" || role === "id")) return;
    const certain = new Uint8Array(this.runs.length);
    for (const { first, last, doubt } of this.found) if (doubt === undefined) certain.fill(1, first, last + 1);
    for (let i = 0; i < this.runs.length; i++) {
      if (certain[i] === 1) continue;
      const start = i;
      while (i + 1 < this.runs.length && certain[i + 1] === 0 && /^[^a-z]{0,6}$/.test(this.runs[i + 1]!.gap)) i++;
      const group = this.runs.slice(start, i + 1);
      if (group.some(({ role }) => role === "date" || role === "id")) this.readRanges(start, i, false, 8);
    }
  }

  /** A number that more digits beside it would make another: 503 may be a country code, a single digit a last one. */
  private mayBeTorn({ national, first, last }: Tile): boolean {
    if (national === undefined) return !this.runs[first]!.plus;
    if (national.length === 7 || national.startsWith("503")) return true;
    return this.runs.slice(first, last + 1).some((run) => run.digits.length === 1);
  }

  private isTornAfter(at: number): boolean {
    const [left, right] = [this.pieces[at]!, this.pieces[at + 1]!];
    if (right.first !== left.last + 1 || (left.found && right.found)) return false;
    const typed = this.digits(left.first, left.last);
    if (typed.length > 6 && this.digits(right.first, right.last).length > 6 && !/^(?:00|011)?503/.test(typed))
      return false;
    const { gap } = this.runs[right.first]!;
    return (gap.length <= 3 && !/^[oil]+$/.test(gap)) || !/[a-z]/.test(gap);
  }

  /** Every number that consecutive runs make. `asTheyStand` where the ends of the range are not joined to more digits. */
  private readRanges(first: number, last: number, asTheyStand: boolean, shortest = 7): void {
    const all = this.digits(first, last);
    for (let i = first, from = 0; i <= last; from += this.runs[i++]!.digits.length) {
      const begins = i === first || !this.runs[i]!.joined || this.runs[i]!.plus || this.runs[i]!.gap.includes("/");
      for (let j = i, to = from; j <= last; j++) {
        to += this.runs[j]!.digits.length;
        if (to - from > 20) break;
        if (to - from < shortest) continue;
        const next = j === last ? undefined : this.runs[j + 1]!;
        const ends = next === undefined || !next.joined || next.plus || next.gap.includes("/");
        const whole = asTheyStand && begins && ends;
        if (whole || mayBeOfPlan(all, from, to)) this.addReadingsOf(all.slice(from, to), whole, this.runs[i]!.plus);
      }
    }
  }

  /** Those of digits as they stand include those that they have as a part of more. */
  private addReadingsOf(digits: string, whole: boolean, plus: boolean): void {
    const key = plus ? `+${digits}` : digits;
    const known = this.knownDigits.get(key);
    if (known === true || known === whole) return;
    this.knownDigits.set(key, whole);
    this.addReadings(readingsOf(digits, whole, plus));
  }

  private addReadings(readings: readonly string[]): void {
    for (const e164 of readings) this.doubtful.add(e164);
  }

  private digits(first: number, last: number): string {
    let digits = "";
    for (let i = first; i <= last; i++) digits += this.runs[i]!.digits;
    return digits;
  }

  /** One repeated digit is a real number beside another of the same switchboard (`2222-2222 y 2222-2223`). */
  private switchboards(): ReadonlySet<string> {
    const series = new Set<string>();
    const add = (e164: string) => {
      if (e164.length === 12 && e164.startsWith("+503") && !isPlaceholder(e164.slice(4))) series.add(e164.slice(0, 10));
    };
    for (const { national } of this.items) if (national !== undefined) add(`+503${national}`);
    for (const e164 of this.doubtful) add(e164);
    return series;
  }

  private reason(): UnreadReason {
    if (this.runs.length === 0) return "not-a-number";
    const found = REASONS.find((reason) => this.reasons.has(reason)) ?? "not-a-number";
    return found === "too-short" && hasOtherWords(this.text) ? "not-a-number" : found;
  }
}

/** Eight-digit numbers anywhere inside a longer run. */
function windowsOf(digits: string): string[] {
  const found: string[] = [];
  for (let at = 0; digits.length > 8 && at + 8 <= digits.length; at++) {
    const national = digits.slice(at, at + 8);
    if (typeOfNational(national)) found.push(`+503${national}`);
  }
  return found;
}

function hasOtherWords(text: string): boolean {
  return /[$%]/.test(text) || (text.match(/[a-z]+/g) ?? []).some((word) => !PHONE_WORDS.has(word));
}
