// Groups of digits → the readings of a cell (README.md): which neighbouring groups are a number together, in the plan or in
// another country's. Which of them hold at once is tilings.ts's work.

import { addAbroad, type ReadForeign } from "./abroad.js";
import { behind2005, behindPrefix, doubtAbout, HOME } from "./doubt.js";
import { readForeign } from "./foreign.js";
import { digitsOf, type Group, isCallingCode, type Reading } from "./groups.js";
import type { NumberType, UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";

/** Groups hold at most this many digits where they can be one number (011, 503, 503, 11 digits). */
const MOST_DIGITS = 20;
const FEWEST_DIGITS = 7;

/** So many numbers of other countries are read in a cell: one of thousands of `+` costs no more than a few dozen. */
const MOST_FOREIGN = 64;

function foreignReader(): ReadForeign {
  const known = new Map<string, string | undefined>();
  return (digits) => {
    if (!known.has(digits) && known.size < MOST_FOREIGN) known.set(digits, readForeign(digits));
    return known.get(digits);
  };
}

/** The readings of a cell, in the order of their first groups, and those that are looked up and take part in no tiling. */
export function readingsIn(groups: readonly Group[]): { readings: readonly Reading[]; aside: readonly Reading[] } {
  const foreign = foreignReader();
  const aside: Reading[] = [];
  const found: Reading[] = [];
  const binding: Reading[] = [];
  /** Where a number may end. */
  const ends: boolean[] = [];
  for (let first = 0; first < groups.length; first++) {
    if (groups[first]!.kind === "damage") continue;
    let digits = "";
    let isTorn = false;
    /** Across a plus, or what is named an extension. */
    let isAside = groups[first]!.kind === "extension";
    for (let last = first; last < groups.length; last++) {
      const group = groups[last]!;
      if (last > first && (group.apart || group.kind === "damage")) break;
      if (
        last > first &&
        group.kind === "extension" &&
        !isAside &&
        !areFours(groups, first, last, ends[first - 1] === true)
      )
        break;
      isAside ||= last > first && (group.kind === "extension" || (group.plus && !isCallingCode(digits)));
      if (!isTrunkZero(groups, last) || !isCallingCode(digits)) digits += group.digits;
      if (digits.length > MOST_DIGITS) break;
      isTorn ||= last > first && !group.joined;
      if (digits.length < FEWEST_DIGITS) continue;
      const whole = readDigits(digits, groups[first]!.plus, foreign);
      const read = whole ?? (last > first ? behindZeros(digits) : undefined);
      if (read === undefined || ((isTorn || isAside) && read.type === "foreign")) continue;
      const reading = { first, last, ...read };
      ends[last] = true;
      const isOld = read.doubt === "legacy-7-digit";
      const own = groups.slice(first, last + 1);
      if (isOld && own.some(({ kind }) => kind !== "number")) continue;
      // Of a date and what stands beside it.
      const isOfSeveral = own.some(({ kind }) => kind !== own[0]!.kind);
      // A toll-free number has no slash; `800 / 2222-3333` are a short code and a number.
      const isParted = read.national?.length === 11 && own.some(({ gap }, i) => i > 0 && gap.includes("/"));
      if (isAside || whole === undefined || (isTorn && (isOld || isOfSeveral))) aside.push(reading);
      else if (!isParted) {
        if (isTorn) reading.doubt ??= "too-short";
        else if (isOfSeveral) reading.doubt ??= "not-a-number";
        else binding.push(reading);
        found.push(reading);
      }
    }
  }
  addAbroad(aside, groups, found, foreign);
  const bounds = found.length === 1 && aside.length === 0 ? undefined : new Bounds(groups, binding);
  const isCut = (reading: Reading) => bounds?.cut(reading) === true;
  const all = withoutShorter(found.filter((reading) => !isCut(reading)));
  for (const reading of all)
    reading.doubt ??=
      doubtAbout(groups, reading) ??
      doubtAbroad(groups, reading, bounds) ??
      (takes503(groups, reading) ? "too-long" : undefined);
  if (bounds === undefined) return { readings: all, aside };
  // A national number behind a plus is looked up, though it is the beginning of another country's, but where that is all.
  const isAbroad = found.some((one) => one.type === "foreign" && one.first === 0 && one.last === groups.length - 1);
  const isBehindPlus = ({ first, last, national }: Reading) =>
    !isAbroad && national !== undefined && (groups[first]!.plus || first === last);
  const isStill = (one: Reading) => isBehindPlus(one) || (!isAbroad && isPairOfRun(groups, one));
  const others = [...aside.filter((one) => !isCut(one)), ...found.filter((one) => isCut(one) && isStill(one))];
  const readings: Reading[] = [];
  for (const [i, reading] of all.entries()) {
    // `503 71 172 398`: a longer one takes it for the calling code.
    const { first, last, national } = reading;
    const isBegun = first < last && groups[first]!.digits === "503" && national?.startsWith("503");
    const isShorter = isBegun && all[i + 1]?.first === first;
    (isShorter ? others : readings).push(reading);
  }
  return { readings, aside: others };
}

/**
 * `503 5035-1417 911`, `+5032-7384 123`: whether a number takes the 503 of another for a second calling code, or for the one that its
 * plus asks for, and what stands behind that other number for its own end.
 */
function takes503(groups: readonly Group[], { first, last, national }: Reading): boolean {
  const { digits: begin, plus } = groups[first]!;
  for (let to = first; national !== undefined && to < last; to++) {
    const digits = digitsOf(groups, first, to);
    const own = behindPrefix(digits) ?? (plus && !isCallingCode(begin) && typeOfNational(digits) ? digits : "");
    if (own.startsWith("503") && national.startsWith(own.slice(3))) return true;
  }
  return false;
}

/** `00 - 6484-0333 2`: zeros that dial another country's number, and a whole one of this country in it; `12+2019 5555 12`: a sum. */
function doubtAbroad(groups: readonly Group[], reading: Reading, bounds: Bounds | undefined): UnreadReason | undefined {
  if (reading.type !== "foreign") return undefined;
  const { plus, gap, digits } = groups[reading.first]!;
  const isOther = plus ? reading.first > 0 && gap.startsWith("+") : /^01?$/.test(digits) || bounds?.isWithin(reading);
  return isOther ? "too-long" : undefined;
}

/** `07012;3456`, `0050307012 3456`, `15037012, 3456`: a number behind what dials nothing, torn. */
function behindZeros(digits: string): Digits | undefined {
  const national = behindPrefix(digits);
  return national === undefined ? undefined : salvadoran(national, typeOfNational(national)!, false);
}

/**
 * `7012#3456`, `503 7012x3456`: four and four digits, of which a sign calls the second an extension. What stands before the first
 * four is a calling code, another number, or makes no number with them. `begins`: another number ends there.
 */
function areFours(groups: readonly Group[], first: number, last: number, begins: boolean): boolean {
  const [before, begin, end] = [groups[last - 2], groups[last - 1]!, groups[last]!];
  if (begin.digits.length !== 4 || end.digits.length !== 4) return false;
  const isBehindCode = before !== undefined && isCallingCode(before.digits);
  if (last - 1 > first) return last - 2 === first && isBehindCode;
  const place = placeInRun(groups, first);
  if (begins || before === undefined || !begin.joined || isBehindCode || (place > 0 && place % 2 === 0)) return true;
  const joint = before.digits + begin.digits;
  return typeOfNational(joint) === undefined && behindPrefix(joint) === undefined;
}

/** `7133 6455-7012/3456`: the second two of four groups of four digits, though a mark binds the middle ones. */
function isPairOfRun(groups: readonly Group[], { first, last, national }: Reading): boolean {
  if (national?.length !== 8 || last !== first + 1 || !isFour(groups[last])) return false;
  const place = placeInRun(groups, first);
  return place > 0 && place % 2 === 0;
}

/** Which group of neighbouring ones of four digits it is, from 0 on; -1 where it has not four, or others are joined to it. */
function placeInRun(groups: readonly Group[], at: number): number {
  let start = at;
  while (start > 0 && groups[start]!.joined && isFour(groups[start - 1])) start--;
  const { joined, gap } = groups[start]!;
  const isFirst = start === 0 || !joined || gap.includes("/") || isCallingCode(groups[start - 1]!.digits);
  return isFour(groups[at]) && isFirst ? at - start : -1;
}

function isFour(group: Group | undefined): boolean {
  return group?.digits.length === 4;
}

/** Which groups are bound to each other by a mark that joins, by no mark at all, or by a plus before another country's number. */
class Bounds {
  /** By group, the number of the plan and the one behind a plus that it belongs to. */
  readonly #joined: Reading[] = [];
  readonly #dialled: Reading[] = [];

  constructor(
    private readonly groups: readonly Group[],
    readings: readonly Reading[],
  ) {
    const halves = new Set(readings.filter((one) => isHalves(groups, one)).map(({ first }) => first));
    for (const reading of readings) {
      const { first, last, national, type } = reading;
      const isOne = first === last && national !== undefined && national.length >= 8;
      // Of `5000.7000.5000` nobody can tell which two belong together.
      const isPair = halves.has(first) && isHalves(groups, reading) && !halves.has(first - 1) && !halves.has(last);
      const isDialled = type === "foreign" && groups[first]!.plus;
      const bound = isDialled ? this.#dialled : isOne || isPair ? this.#joined : [];
      for (let at = first; at <= last; at++) bound[at] = reading;
    }
  }

  /** Whether a bound number stands among the groups of a longer reading. */
  isWithin({ first, last }: Reading): boolean {
    const isPart = (one?: Reading) =>
      one !== undefined && one.first >= first && one.last <= last && one.last - one.first < last - first;
    return this.#joined.slice(first, last + 1).some(isPart);
  }

  /** Whether a reading takes some groups of a bound number and not all. A calling code before it binds as well. */
  cut(reading: Reading): boolean {
    if (isCut(this.#dialled, reading)) return true;
    const isBegun = reading.national !== undefined && isCallingCode(this.groups[reading.first]!.digits);
    return !isBegun && isCut(this.#joined, reading);
  }
}

/** `7012-3456`: four and four digits of a number, and a mark that joins. */
function isHalves(groups: readonly Group[], { first, last, national }: Reading): boolean {
  const areHalves = isFour(groups[first]) && isFour(groups[last]);
  return national?.length === 8 && last === first + 1 && areHalves && /^[-.]$/.test(groups[last]!.gap);
}

function isCut(bound: readonly Reading[], { first, last }: Reading): boolean {
  return (bound[first]?.first ?? first) < first || (bound[last]?.last ?? last) > last;
}

/** Of readings of one number that share groups the longest, or the only one that may be certain. */
function withoutShorter(all: readonly Reading[]): readonly Reading[] {
  if (all.length < 2) return all;
  const latest = new Map<string, Reading[]>();
  const dropped = new Set<Reading>();
  for (const reading of all) {
    const same = (latest.get(reading.e164) ?? []).filter((other) => other.last >= reading.first);
    for (const other of same) {
      if (other.last < reading.last && other.first < reading.first) continue;
      const isShorter = other.last - other.first >= reading.last - reading.first;
      const isWorse = (reading.doubt !== undefined) !== (other.doubt !== undefined);
      dropped.add((isWorse ? reading.doubt !== undefined : isShorter) ? reading : other);
    }
    latest.set(reading.e164, [...same, reading]);
  }
  return dropped.size === 0 ? all : all.filter((reading) => !dropped.has(reading));
}

/** `+503 (0) 7012 3456`: it is not dialled behind a calling code. */
function isTrunkZero(groups: readonly Group[], at: number): boolean {
  const { digits, gap } = groups[at]!;
  return digits === "0" && gap.endsWith("(") && groups[at + 1]?.gap.startsWith(")") === true;
}

/** Those of numbers without anything before them. */
const LENGTHS: ReadonlySet<number> = new Set([7, 8, 11]);

type Digits = Omit<Reading, "first" | "last">;

function readDigits(digits: string, plus: boolean, foreign: ReadForeign): Digits | undefined {
  if (!plus && !LENGTHS.has(digits.length) && !/^(?:0[01]|503)/.test(digits)) return undefined;
  const type = typeOfNational(digits);
  // `+70123456`: a national number has no plus.
  if (type && (!plus || (digits.length === 8 && !digits.startsWith("503"))))
    return { ...salvadoran(digits, type, false), ...(plus && { doubt: "not-in-plan" }) };
  if (!plus && digits.length === 7) return before2005(digits, false);
  const dialled = /^(?:00|011)/.exec(digits)?.[0] ?? "";
  const international = plus || dialled !== "";
  const rest = digits.slice(dialled.length);
  if (rest.startsWith("503")) {
    const national = rest.slice(3);
    const behind503 = typeOfNational(national);
    if (behind503) return salvadoran(national, behind503, international);
    if (national.length === 7) return before2005(national, international);
    const twice = /^(?:00)?503(\d{8})$/.exec(national)?.[1];
    const behindTwo503 = twice && typeOfNational(twice);
    return behindTwo503 ? salvadoran(twice, behindTwo503, international) : undefined;
  }
  const e164 = international && digits.length > 8 ? foreign(rest) : undefined;
  if (e164 === undefined) return undefined;
  return { e164, type: "foreign", national: undefined, international, doubt: undefined };
}

function salvadoran(national: string, type: NumberType, international: boolean): Digits {
  return { e164: `${HOME}${national}`, type, national, international, doubt: undefined };
}

/** Seven digits, of which 503 is a calling code with too few behind it. */
function before2005(digits: string, international: boolean): Digits | undefined {
  const [e164] = digits.startsWith("503") ? [] : behind2005(digits);
  if (e164 === undefined) return undefined;
  const national = e164.slice(HOME.length);
  return { e164, type: typeOfNational(national)!, national, international, doubt: "legacy-7-digit" };
}

/** The numbers of a reading's first or last groups, where these may be one of their own: `800 2222-3333`, `5032-1000 *555`. */
export function partsOf(groups: readonly Group[], { first, last, national, international }: Reading): string[] {
  const isOpen503 = groups.slice(first, last).some(({ digits }) => /^503./.test(digits));
  const isLong = national?.length === 11;
  if (international || !(isLong || (national?.length === 8 && isOpen503))) return [];
  const found: string[] = [];
  for (let at = first; at < last; at++) {
    const left = digitsOf(groups, first, at).replace(isLong ? /^503(?=\d{7})/ : "", "");
    for (const part of [left, digitsOf(groups, at + 1, last)])
      if (part !== national && typeOfNational(part) && (isLong || part.startsWith("503"))) found.push(`${HOME}${part}`);
  }
  return found;
}
