// Numbers of a text that are broken between a line and the next one: at the line's end, or in its columns, as programs lay out a page.

import { normalise } from "../phone/normalise.js";
import { tornReadings } from "../phone/read.js";

/** What a line ends with and the next one begins with, behind the marks of a quotation. */
const LAST_GROUPS = /(?:\+?\d+|\(\d+\))(?:[ .-]{1,2}\(?\d+\)?){0,2} ?[-.]? ?=?\s*$/;
const FIRST_GROUPS = /^(\(?\d+\)?(?:[ .-]{1,2}\d+){0,2})(?![\d:/])/;
/** Longer than the half of any number, with its calling code. */
const LONGEST_END = 40;

/** The E.164 of the numbers that the end of a line and the beginning of the next make together: `2225-` and `3458`. */
export function brokenAtEnd(before: string, line: string): string[] {
  const end = LAST_GROUPS.exec(normalise(before.trimEnd().slice(-LONGEST_END)))?.[0];
  const begin = FIRST_GROUPS.exec(normalise(line.replace(/^[>\s]+/, "").slice(0, LONGEST_END)))?.[1];
  if (end === undefined || begin === undefined) return [];
  const lasts = end.match(/\d+/g)!.map((_, at, groups) => groups.slice(at).join(""));
  const firsts = begin.match(/\d+/g)!.map((_, at, groups) => groups.slice(0, at + 1).join(""));
  return lasts.flatMap((last) => firsts.flatMap((first) => tornReadings([last, first])));
}

/** Digits that stand alone in a column: two spaces, a rule or the line's end is behind them, and where they begin one before them. */
const ALONE = /(?:(?<=^|\s{2}|\|\s?|\)\s?)|(?<=[a-z:.] ))\d[\d-]{0,7}(?=\s{2}|\s?\||\s*$)/gi;
/** So many columns a program may be off where it sets one piece below the other. */
const SHIFT = 5;
/** So many pieces that a hyphen surely breaks off may a line have. */
const MOST_BROKEN = 8;
const DIGITS_OF_NUMBER = 8;

interface Piece {
  /** Where it begins in its line. */
  at: number;
  digits: string;
  isBroken: boolean;
}

/**
 * The E.164 of the numbers that pieces make which stand one below the other: perhaps, for they may be amounts. What a hyphen breaks
 * off goes on somewhere in the next line.
 */
export function brokenInColumns(before: string, line: string): string[] {
  const upper = piecesOf(before);
  if (upper.length === 0) return [];
  const lower = piecesOf(line);
  const broken = upper.filter(({ isBroken }) => isBroken).slice(0, MOST_BROKEN);
  const above = new Map(upper.map((piece) => [piece.at, piece]));
  const near = (at: number) => Array.from({ length: 2 * SHIFT + 1 }, (_, i) => above.get(at - SHIFT + i) ?? []).flat();
  return lower.flatMap((piece) =>
    [...broken, ...near(piece.at)].flatMap(({ digits }) =>
      digits.length + piece.digits.length === DIGITS_OF_NUMBER ? tornReadings([digits, piece.digits]) : [],
    ),
  );
}

function piecesOf(line: string): Piece[] {
  return [...line.matchAll(ALONE)].map(({ index, 0: piece }) => {
    return { at: index, digits: piece.replaceAll("-", ""), isBroken: piece.endsWith("-") };
  });
}
