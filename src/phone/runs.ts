// Splits a text into runs: groups of digits that marks join. A certain number lies in one run.

import { type Gap, gapIn, touchesDigits } from "./gaps.js";

/** A group of consecutive digits. */
export interface Group {
  digits: string;
  /** The text between the group before it and this one. */
  gap: Gap;
  /** Whether the group follows the word of an extension. */
  isExtension: boolean;
  /** Whether a letter touches the group, as in the number of a document, a mail or a street. */
  isTouched: boolean;
}

export type Run = readonly Group[];

/** Matches a group that is the calling code alone: `503`, `00503`, `011503`. */
export const CALLING_CODE = /^(?:00|011)?503$/;

const DASHES = ["-", "--"].flatMap((dash) => [dash, ` ${dash}`, `${dash} `, ` ${dash} `]);
/** The texts between two groups of one run, without brackets. */
const JOINING_MARKS: ReadonlySet<string> = new Set(["", " ", "  ", ...DASHES, ..."._*~'"]);

/**
 * Returns the runs of a text, normalised or as it was written. Undefined if the written text has to be normalised, or may hold a
 * time, a day or wildcards.
 */
export function runsIn(text: string, isNormalised: boolean): Run[] | undefined {
  const runs: Group[][] = [];
  let at = nextDigit(text, 0);
  if (at === text.length && !isNormalised) return undefined;
  let gap = gapIn(text, 0, at, isNormalised);
  let run: Group[] | undefined;
  while (at < text.length) {
    let end = at + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    const next = nextDigit(text, end);
    const behind = gapIn(text, end, next, isNormalised);
    const isExtension = gap.isExtension && run !== undefined;
    const touchesNext = next < text.length ? behind.touchesBefore : touchesDigits(behind.text);
    const group: Group = {
      digits: text.slice(at, end),
      gap,
      isExtension,
      isTouched: touchesNext || (gap.touchesBehind && !isExtension),
    };
    if (!isNormalised && (gap.isOdd || behind.isOdd || isOdd(group, behind))) return undefined;
    if (run !== undefined && areJoined(run, group)) run.push(group);
    else {
      run = [group];
      runs.push(run);
    }
    at = next;
    gap = behind;
  }
  return runs;
}

/** Whether a group is the zero of `(0)`, or may be the middle of a day. */
function isOdd({ digits, gap }: Group, behind: Gap): boolean {
  return digits === "0" || (digits.length < 3 && gap.text === "-" && behind.text === "-");
}

/** Returns the index of the next digit from `at` on; the text's length if there is none. */
function nextDigit(text: string, at: number): number {
  let next = at;
  while (next < text.length && !isDigit(text.charCodeAt(next))) next++;
  return next;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a group continues a run. A closing bracket joins; an opening one only after a foreign calling code. */
function areJoined(run: Run, { digits, gap, isTouched }: Group): boolean {
  const left = run[run.length - 1]!;
  if (gap.hasPlus || left.isTouched || isTouched) return false;
  let mark = left.gap.opensBracket ? gap.closed : gap.text;
  if (gap.opensBracket && run[0]!.gap.hasPlus && !run[0]!.digits.startsWith("503")) mark = mark.replace(/\($/, "");
  // In `2222-2223 - 25` the last group is too short to be half of a number.
  if (mark === " - ") return left.digits.length === digits.length || CALLING_CODE.test(left.digits);
  return JOINING_MARKS.has(mark);
}
