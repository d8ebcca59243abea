// Digits in a line of a text that stand beside its numbers and are none of theirs: perhaps another number that nobody can read, which
// the number beside it would hide. And numbers of which a digit can't be read: they are ten each.

import { HOME } from "../phone/doubt.js";
import { normalise } from "../phone/normalise.js";
import { digitsForLetters } from "../phone/read.js";
import { eachNumberOf } from "../phone/wildcards.js";
import { plainLine, restOfLine } from "./free-text.js";
import { rangesOfPhone } from "./phone-ranges.js";

/** Eight places and a mark in some of them: `7012-34?6`, `+503 70*2 3456`, `?012-3456`. */
const PLACES =
  /(?<![\da-z*?#%+/:_]|\d[-. ])(?:\+?503[-. ]?)?(\?\d{3}[-. ]?\d{4}|[25-7](?:[-. ]?(?:\d|(?:(?<=\d)[?*#_x](?=-?\d)|(?<=\d[-. ])[?*#_](?=\d)))){7})(?![\da-z*?#%_/:]|[-.]\d| \d{2})/g;
const MARKS = /[?*#_x]/g;
/** With more, it is named as an entry that can't be read. */
const MOST_MARKS = 2;

/** A line with what is left of it beside numbers of which a digit or two can't be read, and the E.164 of all that these could be. */
export function withoutUnreadDigit(line: string): { rest: string; numbers: readonly string[] } {
  const numbers: string[] = [];
  if (!/\d[-. ]?[?*#_xX]-?\d|\?\d{3}|[^ -~]/.test(line)) return { rest: line, numbers };
  const rest = digitsForLetters(normalise(line)).replace(PLACES, (whole, places: string) => {
    const pattern = places.replace(/[-. ]/g, "");
    const marks = pattern.match(MARKS)?.length ?? 0;
    if (marks === 0 || marks > MOST_MARKS) return whole;
    const add = (national: number) => numbers.push(`${HOME}${national}`);
    eachNumberOf(pattern.replace(MARKS, "?"), add, () => {});
    return ";";
  });
  return { rest: numbers.length === 0 ? line : rest, numbers };
}

/** As many groups of digits as a number has at most, and as many digits, with a prefix to dial. */
const MOST_GROUPS = 13;
const MOST_DIGITS = 18;
const FEWEST_DIGITS = 4;
/** So many characters part the groups of digits of one number that is written together. */
const CLOSE = 2;
/** Digits with what may stand among them where some can't be read: `7012-3[x]56`, `70a2 34`, `?012-3456`. */
const RUN = /(?:(?<![\da-z])[?*x])?\d(?:(?:[ \-.()_~]{0,3}|[ -]?(?:[?*#%x[\]]{1,3}|[a-z])-?)\d){3,31}/g;
/** Stands for what can't be read. */
const UNREAD = "?";
/** Four digits may be either half of a number; more are one without some of its last digits, or with others that can't be read. */
const MAY_BE_PART = /^(?:\d{4}|[2567]\d{4,7}|503\d{5,8}|(?!\?+\d{4}$)(?=(?:\?*\d){4,8}\?*$).*\?.*)$/;
const HALVES = /(?<!\d)\d{4}(?!\d)/g;
/** Extensions, addresses, codes and months. */
const OTHER_FIGURES = new RegExp(
  [
    String.raw`(?<![a-z])(?:extension(?:es)?|extn?s?|int(?:erno)?s?|anexos?|anx|opc(?:ion)?|x)[ .:=#-]{0,4}\d{1,6}(?:(?: ?[,/] ?| [yoe] )\d{1,6})*(?![\da-z*?#%]|[-.]\d)`,
    String.raw`(?<![a-z])(?:calle|avenida|ave?|boulevard|blvd?|pasaje|pje|colonia|col|carretera)\.?(?: [a-z]{1,20}\.?){0,4}[ ,]{1,2}(?:#|no?[.°º]?)? ?\d{1,4}(?![\da-z*?#%]|[-. ]\d)`,
    String.raw`(?<![a-z])cod[. :]{1,3}\d{1,6}(?![\da-z*?#%]|[-. ]\d)`,
    String.raw`(?<![\d-])20\d\d[-/](?:0[1-9]|1[0-2])(?![\da-z*?#%]|[-/]\d)`,
  ].join("|"),
  "g",
);
/** What mails write for a dash or a space between digits. Every one is taken whole, so that many in a row are read once. */
const ENCODED = /(?<=\d)(?:=(?:2[0de]|[89a-f][\da-f]))+(\d?)/gi;

/** What a line of a text gave beside its certain numbers, E.164. */
export interface GivenNumbers {
  all: readonly string[];
  /** Which numbers are our own, and whether one of these stands in the line. */
  isOwn: (e164: string) => boolean;
  namesOwn: boolean;
}

/**
 * The digits of a line that may be a part of a number, each run of them with `?` for what can't be read, but for those of the numbers
 * and ranges that it gave, and of figures. Where no number of the line is certain, such marks alone tell. Linear in the length of the line.
 */
export function digitsBeside(line: string, certain: readonly string[], given: GivenNumbers): string[] {
  const plain = plainLine(line);
  const text = digitsForLetters(normalise(plain)).replace(ENCODED, (codes, next) => (next === "" ? codes : `-${next}`));
  const { isOwn } = given;
  const isBesideNumber = certain.length > 0 || given.namesOwn;
  const sure = setOf(certain);
  const perhaps = setOf(given.all);
  const isSure = (digits: string) => sure.has(digits) || isOwn(HOME + digits) || isOwn(`+${digits}`);
  const isGiven = (digits: string) => perhaps.has(digits);
  // What stands close together is more likely one number: `2231   6144-2020`.
  const left = withoutKnown(withoutKnown(withoutKnown(text, isSure), isGiven, CLOSE), isGiven);
  if (left.replace(/\D/g, "").length < FEWEST_DIGITS) return [];
  const rest = restOfLine(left.replace(OTHER_FIGURES, ";"), [], true)?.rest ?? "";
  const parts = runsIn(rest).filter((run) => MAY_BE_PART.test(run) && (isBesideNumber || run.includes(UNREAD)));
  if (parts.length === 0) return [];
  const halves = new Set(text.match(HALVES));
  const begun = new Set([...sure].flatMap((digits) => digits.slice(0, FEWEST_DIGITS)));
  // Perhaps made of this very half and the last one of a number: `6123-4567 y 7012`.
  const isMadeHere = (national: string) =>
    !begun.has(national.slice(0, 4)) && halves.has(national.slice(0, 4)) && halves.has(national.slice(4));
  const made = (numbers: readonly string[]) => numbers.map(nationalOf).filter((national) => !isMadeHere(national));
  const patterns = rangesOfPhone(plain, true, true).ranges.flatMap((range) => range.patterns);
  const known = new Set([
    ...patterns.map((pattern) => pattern.replace(/\?+$/, "")).flatMap(beginningsOf),
    ...[...patterns.map((pattern) => pattern.replaceAll("?", "9")), ...sure, ...made(given.all)].flatMap(endsOf),
    ...given.all.map(nationalOf).flatMap(withOneUnread),
  ]);
  return parts.filter((run) => !known.has(run));
}

function setOf(numbers: readonly string[]): Set<string> {
  return new Set(numbers.flatMap((e164) => [e164.slice(1), nationalOf(e164)]));
}

function nationalOf(e164: string): string {
  return e164.startsWith(HOME) ? e164.slice(HOME.length) : e164.slice(1);
}

/** Each run of digits, as it is known: where one can't be read, with a mark in its place. */
function runsIn(text: string): string[] {
  return (text.match(RUN) ?? []).map((run) => run.replace(/[ \-.()_~]/g, "").replace(/[^\d]/g, UNREAD));
}

/** A number with each of its digits unread: that is what a letter that looks like it leaves. */
function withOneUnread(national: string): string[] {
  return Array.from(national, (_, at) => national.slice(0, at) + UNREAD + national.slice(at + 1));
}

/** The first digits of a number, and its last ones, from four on. */
function beginningsOf(digits: string): string[] {
  return Array.from({ length: Math.max(0, digits.length - FEWEST_DIGITS + 1) }, (_, at) =>
    digits.slice(0, FEWEST_DIGITS + at),
  );
}

function endsOf(digits: string): string[] {
  return Array.from({ length: Math.max(0, digits.length - FEWEST_DIGITS + 1) }, (_, at) => digits.slice(at));
}

/** A text without the groups of digits that are a known number together, also as it is dialled. */
function withoutKnown(text: string, isKnown: (digits: string) => boolean, longestGap = text.length): string {
  const groups = [...text.matchAll(/\d+/g)];
  let rest = "";
  let from = 0;
  for (let first = 0; first < groups.length; first++) {
    let digits = "";
    let end = 0;
    for (let last = first; last < Math.min(groups.length, first + MOST_GROUPS); last++) {
      const { index, 0: group } = groups[last]!;
      digits += group;
      if (digits.length > MOST_DIGITS || (last > first && index - end > longestGap)) break;
      end = index + group.length;
      if (digits.length < FEWEST_DIGITS || !isKnown(digits.replace(/^(?:00|011)(?=\d{9})/, ""))) continue;
      rest += `${text.slice(from, groups[first]!.index)};`;
      from = end;
      first = last;
      break;
    }
  }
  return rest + text.slice(from);
}
