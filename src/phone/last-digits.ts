// Numbers of which a text has the last digits alone, behind one that it has whole: `2234-5678, 5680 y 5690`, `2222-2222 al 25`,
// `2250-5711-15`, `2221-6429 (oficina), 6446 (fax)`, `2234: 5678, 5680`. Looked up in a cell, barred in an entry, never certain.

import { nationalOtherwise } from "./doubt.js";
import { digitsOf, findGroups, type Group, isCallingCode, type Reading } from "./groups.js";
import { EXTENSION, mayStandAlone, PHONE_WORDS, RANGE_CONNECTOR } from "./words.js";

/** Neighbouring groups that are a national number. */
export type Spelled = Pick<Reading, "first" | "last" | "national">;

/** National numbers of eight digits, both included. */
interface Span {
  first: number;
  last: number;
}

/** A longer range than this is two numbers and a dash; ends that may as well be the halves of a number are this near to it. */
export const LONGEST_RANGE = 100;
const HALF = 4;
const BLOCK = 10_000;
const MOST_DIGITS = 6;
/** So many are walked behind each number, and fewer where there are hundreds: a long cell of nothing but halves takes linear time. */
const MOST_ENDS = 100;
const FEWEST_ENDS = 12;
const MOST_STEPS = 8000;

/** What a list has between two ends: marks, a connector, an article, or where the next range begins, and the label of a line; all may touch the end. Bounded, for linear time. */
const LIST =
  /^[^a-z\d$€]*(?:(?:y\/o|[yoeu]|or|and|mas|tambien)[^a-z\d$€]+){0,3}(?:(?:el|la|al?) |(?<=[a-z] )(?:del?|desde|from)(?: (?:el|la))? )?(?:(?:tels?|telefono|telefax|fax|cel|pbx|lineas?|nos?|n)[^a-z\d$€]*|#|y\/o|[yoeu]|or|and|el|la)?$/;
/** Marks that may also stand inside a number. */
const SOFT = /^[ .\-()_*~'{}[\]=]*$/;
const CLOSED_BRACKET = /\([^()]*\)/g;
const LONGEST_WORD = 4;
const LONGEST_GAP = 40;
const RANGE_WORD = /[a-z>]/;
/** `prefijo 2234 numeros`: behind the first half of numbers. */
const BEHIND_OFFICE =
  /^(?: ?:|,? (?:con )?(?:(?:los|las) )?(?:num(?:ero)?s?|nros?|nos?|lineas?|terminaciones|finales)[.:]?)[ \n]{0,2}$/;

const USUAL = /^(?:(?:00|011)?503)?([2-7]\d{7})$/;

type Link = "range" | "list" | "soft" | undefined;

/** All that ends name in a normalised text, behind numbers in their usual spellings: `2234-5678`, `50322345678`. */
export function lastDigitsIn(text: string): Span[] {
  const groups = findGroups(text);
  return namedByEnds(
    groups,
    groups.flatMap((_, at) => usualNumberAt(groups, at) ?? []),
  );
}

/** In up to three groups: a calling code and two halves. */
function usualNumberAt(groups: readonly Group[], first: number): Spelled | undefined {
  for (let last = first; last < first + 3 && (last === first || groups[last]?.joined === true); last++) {
    const national = USUAL.exec(digitsOf(groups, first, last))?.[1];
    if (national !== undefined) return { first, last, national };
  }
  return undefined;
}

/** Every number and range that ends name behind numbers, in the order of their first groups. */
export function namedByEnds(groups: readonly Group[], numbers: readonly Spelled[]): Span[] {
  const mostEnds = Math.max(FEWEST_ENDS, Math.min(MOST_ENDS, Math.floor(MOST_STEPS / numbers.length)));
  const walk = new Walk(groups, new Set(numbers.map(({ first }) => first)), mostEnds);
  const nationals = numbers.map((one) => nationalOf(groups, one));
  for (const [i, base] of numbers.entries()) {
    if (nationals[i]?.length !== 8) continue;
    const { at, latest } = walk.from(base.last + 1, Number(nationals[i]), base);
    // `2222-2222, 23 al 2222-2230`: the last end is a whole number.
    for (let k = i + 1; numbers[k] !== undefined && numbers[k]!.first <= at; k++)
      if (numbers[k]!.first === at) walk.addUpTo(at, latest, Number(nationals[k]));
  }
  const ends = new Set(numbers.filter(({ first, last }) => last > first).map(({ last }) => last));
  for (let at = 1; at < groups.length; at++) {
    const [office, { digits, gap }] = [groups[at - 1]!.digits, groups[at]!];
    const isOffice = /^[2-7]\d{3}$/.test(office) && !ends.has(at - 1);
    if (isOffice && digits.length === HALF && BEHIND_OFFICE.test(gap)) walk.from(at, Number(office) * BLOCK, undefined);
  }
  return walk.found;
}

/**
 * The numbers of a tiling that are rather the last digits of two neighbours: `2243-6000/6001/6002`, where one mark stands before and
 * inside them and another inside the first; not spaces, which stand between numbers as well as inside them.
 */
export function doubtedByEnds(groups: readonly Group[], tiling: readonly Reading[]): ReadonlySet<Reading> {
  const doubted = new Set<Reading>();
  let base: Reading | undefined;
  for (const one of tiling) {
    const { first, last, national } = one;
    const isHalves = last === first + 1 && groups[first]!.digits.length === HALF && national?.length === 8;
    if (isHalves && base !== undefined && isSeries(groups, first, base)) doubted.add(one);
    else base = national?.length === 8 ? one : undefined;
  }
  return doubted;
}

/** Whether the same mark stands before two groups, and another within the number before them. */
function isSeries(groups: readonly Group[], at: number, base: Spelled): boolean {
  const { gap } = groups[at + 1]!;
  return gap.trim() !== "" && gap === groups[at]!.gap && gap !== within(groups, base);
}

function within(groups: readonly Group[], { first, last }: Spelled): string | undefined {
  return last > first ? groups[last]!.gap : undefined;
}

function nationalOf(groups: readonly Group[], { first, last, national }: Spelled): string | undefined {
  return national ?? nationalOtherwise(digitsOf(groups, first, last));
}

class Walk {
  readonly found: Span[] = [];
  readonly #links: readonly Link[];
  readonly #behindExtensions: ReadonlySet<number>;

  constructor(
    private readonly groups: readonly Group[],
    private readonly begins: ReadonlySet<number>,
    private readonly mostEnds: number,
  ) {
    this.#links = groups.map(linkOf);
    this.#behindExtensions = endsBehindExtensions(groups);
  }

  /** Adds what the ends from a group on name, and returns where they end. `base`: undefined behind an office alone. */
  from(start: number, national: number, base: Spelled | undefined): { at: number; latest: number } {
    const to = Math.min(this.groups.length, start + this.mostEnds);
    let latest = national;
    let isBehindEnd = false;
    let at = start;
    for (; at < to; at++) {
      const { digits, kind, gap } = this.groups[at]!;
      if (kind !== "number" && !this.#behindExtensions.has(at)) continue;
      const link = base === undefined && !isBehindEnd ? "list" : this.#links[at];
      if (link === undefined || digits.length > MOST_DIGITS || this.#isDialled(at)) break;
      const period = 10 ** digits.length;
      const [named, other] = [latest, national].map((it) => it - (it % period) + Number(digits)) as [number, number];
      const isNear = base === undefined || Math.abs(named - latest) <= LONGEST_RANGE;
      if (!this.#isEnd(at, link, isNear, base, isBehindEnd)) {
        this.#addSecondHalf(at, latest, base);
        break;
      }
      // `2221-6429, 6446-7012`: the dash within a number joins no two ends that lie far apart.
      const isWithin = gap.length === 1 && digits.length === HALF && !isNear;
      if (link === "range" && !isWithin) this.#addRange(latest, named, period, isNear, RANGE_WORD.test(gap));
      // `2221-6429, 7434, 46`: of either.
      for (const one of [named, other]) this.found.push({ first: one, last: one });
      latest = named;
      isBehindEnd = true;
    }
    return { at, latest };
  }

  /** Adds all between a number and a whole one near it that begins at a group, behind a range's mark. */
  addUpTo(at: number, latest: number, other: number): void {
    if (this.#links[at] !== "range" || Math.abs(other - latest) > LONGEST_RANGE) return;
    this.found.push({ first: Math.min(latest, other), last: Math.max(latest, other) });
  }

  /**
   * Whether digits are an end, and not rather the beginning of a number, or one digit too many. Where the first half of a number
   * is an end, its second half is one, too.
   */
  #isEnd(at: number, link: Link, isNear: boolean, base: Spelled | undefined, isBehindEnd: boolean): boolean {
    const { digits, gap } = this.groups[at]!;
    const isSure = link === "list" || (link === "range" && gap.length > 1);
    if (digits.length !== HALF)
      return isSure || this.#isTail(digits, link, base) || (link === "soft" && digits.length > HALF);
    const isFirstHalf = this.#isFirstHalf(at, base);
    // `2222-2230, 2222-2240`: of one office.
    if (isNear) return !isFirstHalf || base === undefined || this.groups[base.last - 1]?.digits !== digits;
    return (
      !isFirstHalf &&
      (isSure ||
        this.#isSeries(at, base) ||
        this.#isSeries(at - 1, base) ||
        ((link === "soft" || isBehindEnd) && !this.begins.has(at)))
    );
  }

  /** `2250-5711-15`, `70123456 7`; behind shorter groups three or one may be the number's own. */
  #isTail(digits: string, link: Link, base: Spelled | undefined): boolean {
    const isLong = base !== undefined && this.groups[base.last]!.digits.length >= HALF;
    const isWhole = isLong && (link === "soft" || digitsOf(this.groups, base.first, base.last).length > 7);
    return digits.length === 2 || (digits.length < HALF && isWhole);
  }

  /** `7012-3456`, `7012 345`: a number begins there, of which one mark makes no series. */
  #isFirstHalf(at: number, base: Spelled | undefined): boolean {
    const isJoined = /^[ \-._]{1,3}$/.test(this.groups[at + 1]?.gap ?? "");
    return isJoined && this.begins.has(at) && !this.#isSeries(at, base);
  }

  #isSeries(at: number, base: Spelled | undefined): boolean {
    return base !== undefined && isFour(this.groups[at + 1]) && isSeries(this.groups, at, base);
  }

  /** `2101-3008 / 7012-3108`: the second half of what is no end may be one. */
  #addSecondHalf(at: number, latest: number, base: Spelled | undefined): void {
    const next = this.groups[at + 1];
    if (base === undefined || !this.#isFirstHalf(at, base) || !isFour(next)) return;
    const named = latest - (latest % BLOCK) + Number(next!.digits);
    if (Math.abs(named - latest) <= LONGEST_RANGE) this.found.push({ first: named, last: named });
  }

  /** A calling code, or the zeros before it, of a number of its own, or what begins another country's behind a plus. */
  #isDialled(at: number): boolean {
    const { digits, plus } = this.groups[at]!;
    return (plus || isCallingCode(digits) || /^(?:00|011)$/.test(digits)) && this.begins.has(at);
  }

  /**
   * `2222-2299 al 05` goes on into the next hundred; `2222-2208 al 04` perhaps down instead. Behind a dash none goes on into the next
   * ten thousand that may go down.
   */
  #addRange(latest: number, named: number, period: number, isNear: boolean, isWord: boolean): void {
    const isDown = latest > named && latest - named < period / 2;
    const up = named > latest ? named : named + period;
    const isLong = period > BLOCK || up - latest >= BLOCK || !(isNear || isWord || period < BLOCK);
    if (!isDown || isWord || period < BLOCK)
      this.found.push({ first: latest, last: isLong ? Math.min(up, latest + LONGEST_RANGE) : up });
    if (isDown) this.found.push({ first: named, last: Math.min(latest, named + LONGEST_RANGE) });
  }
}

/** `ext. 101, 6446 y 6450`: longer than the extension that they follow. */
function endsBehindExtensions(groups: readonly Group[]): ReadonlySet<number> {
  const found = new Set<number>();
  let length = HALF;
  for (const [at, { kind, gap, digits }] of groups.entries()) {
    if (kind !== "extension") continue;
    if (EXTENSION.test(gap)) length = digits.length;
    else if (digits.length === HALF && length < HALF) found.add(at);
  }
  return found;
}

function isFour(group: Group | undefined): boolean {
  return group?.digits.length === HALF;
}

/** What the mark before a group makes it, if it is an end. */
function linkOf({ gap, digits, suspect }: Group): Link {
  if (gap.length >= LONGEST_GAP) return undefined;
  if (RANGE_CONNECTOR.test(gap)) return "range";
  if (SOFT.test(gap)) return "soft";
  if (LIST.test(gap)) return "list";
  // Behind other words stand years, small numbers and ids.
  if (digits.length < HALF - 1 || mayStandAlone(digits) || suspect !== undefined || /[$€]/.test(gap)) return undefined;
  const words = gap.replace(CLOSED_BRACKET, " ").match(/[a-z]+/g) ?? [];
  return words.every((word) => word.length <= LONGEST_WORD || word === "tambien" || PHONE_WORDS.has(word))
    ? "list"
    : undefined;
}
