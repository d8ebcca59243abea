// Ranges that somebody's words name (`7111-22XX`, `del 7111-2200 al 7111-2210`), and the text by which a row of a review says one:
// two ends, which a suppression list reads as all numbers between them.

import { HOME } from "./doubt.js";
import { endsIn } from "./ends.js";
import { NATIONAL_DIGITS } from "./plan.js";
import { eachNumberOf, namedWildcards, patternsBetween } from "./wildcards.js";

/** So many numbers that do not follow one another are named one by one. */
const MOST_APART = 100;

/** Numbers of the plan by the ways in which they are written, `?` for any digit. */
export class NamedRange {
  private constructor(
    /** `7111-2200 al 7111-2299`, or `7XXX-2200` of numbers that do not follow one another. */
    readonly text: string,
    private readonly patterns: readonly string[],
  ) {}

  static between(first: number, last: number): NamedRange {
    return new NamedRange(`${halves(String(first))} al ${halves(String(last))}`, patternsBetween(first, last));
  }

  static of(pattern: string): NamedRange {
    return new NamedRange(halves(pattern.replaceAll("?", "X")), [pattern]);
  }

  /** The range that a phone cell of a review says; undefined where it says none. */
  static in(phone: string): NamedRange | undefined {
    const [, a, b, c, d] = /^(\d{4})-(\d{4}) al (\d{4})-(\d{4})$/.exec(phone) ?? [];
    if (a !== undefined) return NamedRange.between(Number(`${a}${b}`), Number(`${c}${d}`));
    return /^(?=.*X)[\dX]{4}-[\dX]{4}$/.test(phone)
      ? NamedRange.of(phone.replace("-", "").replaceAll("X", "?"))
      : undefined;
  }

  get size(): number {
    return this.patterns.reduce((sum, pattern) => sum + 10 ** (pattern.match(/\?/g)?.length ?? 0), 0);
  }

  covers(e164: string): boolean {
    const national = e164.startsWith(HOME) ? e164.slice(HOME.length) : "";
    const fits = (pattern: string) => [...pattern].every((digit, at) => digit === "?" || digit === national[at]);
    return national.length === NATIONAL_DIGITS && this.patterns.some(fits);
  }

  /** The E.164 of each number. */
  numbers(): string[] {
    const found: string[] = [];
    for (const pattern of this.patterns)
      eachNumberOf(
        pattern,
        (national) => found.push(HOME + national),
        () => {},
      );
    return found;
  }
}

/** What the ranges in a text name: ranges of numbers that follow one another, and numbers that stay named beside them. */
export interface RangesNamed {
  ranges: readonly NamedRange[];
  numbers: readonly string[];
  /** The text without wildcards. */
  rest: string;
}

/** Reads a normalised text. */
export function readNamedRanges(text: string): RangesNamed {
  const ends = endsIn(text);
  const wildcards = namedWildcards(text);
  const patterns = wildcards.ranges.flatMap(({ patterns }) => patterns);
  // Between a number and the next one behind a dash lies none that they do not name.
  const spans = [
    ...ends.filter(({ first, last, isDash }) => !isDash || last > first + 1),
    ...patterns.filter(isSpan).map(spanOf),
  ];
  const apart = patterns.filter((pattern) => !isSpan(pattern)).map((pattern) => NamedRange.of(pattern));
  const ranges = [
    ...merged(spans).map(({ first, last }) => NamedRange.between(first, last)),
    ...apart.filter(({ size }) => size > MOST_APART),
  ];
  return {
    rest: wildcards.rest,
    ranges: ranges.filter((range) => range.numbers().length > 0),
    numbers: [
      // Behind a dash stands perhaps a second number and no end.
      ...ends.flatMap(({ first, last, isDash }) => (isDash ? [`${HOME}${first}`, `${HOME}${last}`] : [])),
      ...apart.flatMap((range) => (range.size > MOST_APART ? [] : range.numbers())),
    ],
  };
}

interface Span {
  first: number;
  last: number;
}

function isSpan(pattern: string): boolean {
  return pattern.length === NATIONAL_DIGITS && /^\d+\?*$/.test(pattern);
}

function spanOf(pattern: string): Span {
  return { first: Number(pattern.replaceAll("?", "0")), last: Number(pattern.replaceAll("?", "9")) };
}

/** Spans that share a number become one. */
function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { first, last } of [...spans].sort((a, b) => a.first - b.first)) {
    const before = found.at(-1);
    if (before !== undefined && first <= before.last) before.last = Math.max(before.last, last);
    else found.push({ first, last });
  }
  return found;
}

function halves(eight: string): string {
  return `${eight.slice(0, 4)}-${eight.slice(4)}`;
}
