// Reads the text before, between and after groups of digits. Gaps repeat, so what each means is remembered.

import { EXTENSION_WORDS, TOUCHING } from "./labels.js";
import { normalise } from "./normalise.js";

/** The text before a group of digits: the whole of it, from the group before. */
export interface Gap {
  /** Normalised. */
  text: string;
  /** Whether the whole text has to be normalised, or may hold a time, a day or wildcards. */
  isOdd: boolean;
  hasPlus: boolean;
  hasWord: boolean;
  /** Whether it ends with the word of an extension. */
  isExtension: boolean;
  /** Whether a letter touches the digits before it. The word of an extension does not count. */
  touchesBefore: boolean;
  /** Whether a letter touches the digits behind it. A label does not count. */
  touchesBehind: boolean;
  opensBracket: boolean;
  /** `text` without the bracket that it closes. */
  closed: string;
}

const EXTENSION_WORD = new RegExp(`(?:^|[^a-z])(?:${EXTENSION_WORDS.join("|")}|x)[ .:=#]*$|# ?$`);
const EXTENSION_BEHIND = new RegExp(`^(?:${EXTENSION_WORDS.join("|")}|x *\\d)`);
const LABEL = new RegExp(`(?:^|[^a-z])(?:${TOUCHING.join("|")})$`);
/** Matches what may be part of a float, a day, a time, an escape, a wildcard or `7012/3456`, or a letter with a mark. */
const ODD = /[&%\u0100-\u017f]|^[.,/:]$|^[ .-]{0,2}[x*?#%]/;

/** How many gaps are remembered, and the longest of them in characters. */
const MOST = 1024;
const LONGEST = 24;
/** The longest gap whose key is a number, which a map finds faster than a text. */
const SHORT = 4;
const ofWritten = new Map<string | number, Gap>();
const ofNormalised = new Map<string | number, Gap>();

/** Returns the gap [from, to) of a text. `isNormalised`: whether the text is. */
export function gapIn(text: string, from: number, to: number, isNormalised: boolean): Gap {
  const met = isNormalised ? ofNormalised : ofWritten;
  const key = keyOf(text, from, to);
  const known = met.get(key);
  if (known !== undefined) return known;
  const written = text.slice(from, to);
  const gap = isNormalised ? read(written) : readWritten(written);
  if (met.size >= MOST) met.clear();
  if (to - from <= LONGEST) met.set(key, gap);
  return gap;
}

function keyOf(text: string, from: number, to: number): string | number {
  let key = 1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 || at - from === SHORT) return text.slice(from, to);
    key = (key << 7) | code;
  }
  return key;
}

function readWritten(written: string): Gap {
  // Marks at the ends of a text are dropped, those between digits are not.
  const text = normalise(`0${written}0`).slice(1, -1);
  const isLost = /\d/.test(text) || (text === "" && written !== "");
  return { ...read(text), isOdd: isLost || ODD.test(written) || ODD.test(text) };
}

function read(text: string): Gap {
  const isExtension = EXTENSION_WORD.test(text);
  return {
    text,
    isOdd: false,
    hasPlus: /\+[ (]*$/.test(text),
    hasWord: /[a-z]/.test(text),
    isExtension,
    touchesBefore: touchesDigits(`${text}0`),
    touchesBehind: /[a-z]$/.test(text) && !LABEL.test(text),
    opensBracket: /[([{]\+?$/.test(text),
    closed: text.replace(/^[)\]}]/, ""),
  };
}

/** Whether a text after a group of digits begins with a letter of no extension. */
export function touchesDigits(behind: string): boolean {
  return /^[a-z]/.test(behind) && !EXTENSION_BEHIND.test(behind.slice(0, 5));
}
