// Splits a normalised text into runs: groups of digits that marks join. A certain number lies in one run.

import { EXTENSION_WORDS, TOUCHING } from "./labels.js";

/** Consecutive digits. */
export interface Group {
  digits: string;
  /** The text between the group before it and this one. */
  gap: string;
  hasPlus: boolean;
  /** Whether the group follows the word of an extension. */
  isExtension: boolean;
  /** Whether a letter touches the group, as in the number of a document, a mail or a street. */
  isTouched: boolean;
}

export type Run = readonly Group[];

/** Matches a group that is the calling code alone: `503`, `00503`, `011503`. */
export const CALLING_CODE = /^(?:00|011)?503$/;

const EXTENSION_WORD = new RegExp(`(?:^|[^a-z])(?:${EXTENSION_WORDS.join("|")}|x)[ .:=#]*$|# ?$`);
const EXTENSION_BEHIND = new RegExp(`^(?:${EXTENSION_WORDS.join("|")}|x *\\d)`);
const LABEL = new RegExp(`(?:^|[^a-z])(?:${TOUCHING.join("|")})$`);
/** Matches the text between two groups of one run. */
const JOINING_MARK = /^(?: {1,2}| ?--? ?|[._*~'])$/;

export function runsIn(text: string): Run[] {
  const runs: Group[][] = [];
  for (let end = 0, at = nextDigit(text, 0); at < text.length; at = nextDigit(text, end)) {
    const gap = text.slice(end, at);
    const isFirst = end === 0;
    end = at + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    const hasWord = /[a-z#]/.test(gap);
    const isExtension = hasWord && !isFirst && EXTENSION_WORD.test(gap);
    const isBehindLetter = hasWord && /[a-z]$/.test(gap) && !isExtension && !LABEL.test(gap);
    const isBeforeLetter = /[a-z]/.test(text.charAt(end)) && !EXTENSION_BEHIND.test(text.slice(end, end + 5));
    const group: Group = {
      digits: text.slice(at, end),
      gap,
      hasPlus: gap.includes("+") && /\+[ (]*$/.test(gap),
      isExtension,
      isTouched: isBehindLetter || isBeforeLetter,
    };
    const run = runs.at(-1);
    if (run !== undefined && areJoined(run, group)) run.push(group);
    else runs.push([group]);
  }
  return runs;
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
function areJoined(run: Run, right: Group): boolean {
  const left = run.at(-1)!;
  if (right.hasPlus || left.isTouched || right.isTouched) return false;
  let mark = right.gap;
  if (/[([{]\+?$/.test(left.gap)) mark = mark.replace(/^[)\]}]/, "");
  if (run[0]!.hasPlus && !run[0]!.digits.startsWith("503")) mark = mark.replace(/\($/, "");
  // In `2222-2223 - 25` the last group is too short to be half of a number.
  if (mark === " - ") return left.digits.length === right.digits.length || CALLING_CODE.test(left.digits);
  return mark === "" || JOINING_MARK.test(mark);
}
