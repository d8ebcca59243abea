// Which runs of digits make which numbers: a segment of joined runs is read only if numbers cover it in one way.

import { readForeign } from "./foreign.js";
import type { NumberType } from "./number.js";
import { typeOfNational } from "./plan.js";
import type { Run } from "./runs.js";

/** Some runs that are one valid number as they stand. */
export interface Tile {
  first: number;
  last: number;
  e164: string;
  type: NumberType | "foreign";
  /** The Salvadoran national number. */
  national: string | undefined;
  /** A `+`, `00` or `011` says that the calling code follows. */
  international: boolean;
}

/** Runs `first` to `last` hold at most this many digits where they can be one number (011, 503, 503, 11 digits). */
const MOST_DIGITS = 20;

/** Asks the library for one cell; it runs out, so that a cell of thousands of `+` costs no more than a few dozen. */
export class ForeignNumbers {
  private left = 64;
  private readonly known = new Map<string, string | undefined>();

  read(digits: string): string | undefined {
    if (this.known.has(digits)) return this.known.get(digits);
    if (this.left-- <= 0) return undefined;
    const number = readForeign(digits);
    this.known.set(digits, number);
    return number;
  }
}

/** The one way in which valid numbers cover the runs from `first` to `last`; undefined where there is none, or several. */
export function tile(runs: readonly Run[], first: number, last: number, foreign: ForeignNumbers): Tile[] | undefined {
  const ways = new Uint8Array(last - first + 2);
  const choices: (Tile | undefined)[] = [];
  ways[last - first + 1] = 1;
  for (let i = last; i >= first; i--) {
    for (let j = i, length = 0; j <= last; j++) {
      length += runs[j]!.digits.length;
      if (length > MOST_DIGITS) break;
      const after = ways[j + 1 - first]!;
      if (after === 0) continue;
      const found = readTile(runs, i, j, foreign);
      if (found === undefined) continue;
      ways[i - first] = Math.min(2, ways[i - first]! + after);
      choices[i - first] = found;
    }
  }
  if (ways[0] !== 1) return undefined;
  const tiles: Tile[] = [];
  for (let i = first; i <= last; i = tiles.at(-1)!.last + 1) tiles.push(choices[i - first]!);
  return tiles;
}

/** The runs as one valid number: in the plan, or another country's behind `+`, `00` or `011`. */
export function readTile(runs: readonly Run[], first: number, last: number, foreign: ForeignNumbers): Tile | undefined {
  const digits = digitsOf(runs, first, last);
  if (digits === undefined) return undefined;
  const read = readDigits(digits, runs[first]!.plus, foreign);
  if (read?.national?.length === 11 && hasSlash(runs, first, last)) return undefined;
  return read && { first, last, ...read };
}

/** A toll-free number has no slash; `800 / 2222-3333` are a short code and a number. */
function hasSlash(runs: readonly Run[], first: number, last: number): boolean {
  return runs.slice(first + 1, last + 1).some((run) => run.gap.includes("/"));
}

/** Their digits without a `(0)`; undefined where a `+` inside them begins another number. */
function digitsOf(runs: readonly Run[], first: number, last: number): string | undefined {
  let digits = "";
  for (let i = first; i <= last; i++) {
    const run = runs[i]!;
    if (i > first && run.plus && !isCountryPrefix(digits)) return undefined;
    const trunkZero = run.digits === "0" && run.gap.endsWith("(") && runs[i + 1]?.gap.startsWith(")");
    if (trunkZero && i > first && isCountryPrefix(digits)) continue;
    digits += run.digits;
  }
  return digits;
}

function isCountryPrefix(digits: string): boolean {
  return /^(?:00|011)?(?:503){1,2}$/.test(digits);
}

function readDigits(digits: string, plus: boolean, foreign: ForeignNumbers): Omit<Tile, "first" | "last"> | undefined {
  const type = plus ? undefined : typeOfNational(digits);
  if (type) return salvadoran(digits, type, false);
  const dialled = /^(?:00|011)/.exec(digits)?.[0] ?? "";
  const international = plus || dialled !== "";
  const rest = digits.slice(dialled.length);
  if (rest.startsWith("503")) {
    const national = rest.slice(3);
    const behind503 = typeOfNational(national);
    if (behind503) return salvadoran(national, behind503, international);
    const twice = /^(?:00)?503(\d{8})$/.exec(national)?.[1];
    const behindTwo503 = twice && typeOfNational(twice);
    return behindTwo503 ? salvadoran(twice, behindTwo503, international) : undefined;
  }
  const e164 = international && digits.length > 8 ? foreign.read(rest) : undefined;
  return e164 === undefined ? undefined : { e164, type: "foreign", national: undefined, international };
}

function salvadoran(national: string, type: NumberType, international: boolean): Omit<Tile, "first" | "last"> {
  return { e164: `+503${national}`, type, national, international };
}
