// Normalised cell → its groups of digits, each with the mark before it and its kind (README.md). What they mean is told elsewhere.

import type { NumberType, UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";
import { EXTENSION, ID_WORDS, PHONE_WORDS, UNIT } from "./words.js";

/** `number`: digits of a phone number, perhaps. A number with a digit of another kind is never certain. */
type GroupKind = "number" | "extension" | "date" | "amount" | "id" | "damage";

export interface Group {
  digits: string;
  start: number;
  end: number;
  /** What stands between the previous group (or the start of the cell) and this one; its last 40 characters if longer. */
  gap: string;
  /** The mark before it is a soft one. */
  joined: boolean;
  /** The mark before it is a word, or there is no group before it. */
  apart: boolean;
  /** A `+` stands before it: an international number begins. */
  plus: boolean;
  kind: GroupKind;
  /** A sign or word before it (`$`, `ext`) says what it is, though a number could begin there. */
  named: boolean;
  /** Letters touch it, another id's name stands before it, it is nearly the next number, or part of an address: never certain. */
  suspect: UnreadReason | undefined;
}

/** Neighbouring groups that are one number. */
export interface Reading {
  first: number;
  last: number;
  e164: string;
  type: NumberType | "foreign";
  /** The Salvadoran national number. */
  national: string | undefined;
  /** A `+`, `00` or `011` says that the calling code follows. */
  international: boolean;
  /** Why it is never certain; undefined where it may be. */
  doubt: UnreadReason | undefined;
}

const SOFT = /^[ \-.()_*~'{}[\]+/=]{0,6}$/;
/** Letters: more than a connector of one or two, or what may be digits. */
const APART = /^(?=.*[a-z]).{4,}$|^[oil]+$/s;
const PLUS_BEFORE = /\+[ ()[\]{}.+-]*$/;

/** Linear in the length of the text. */
export function findGroups(written: string): Group[] {
  const text = withoutFloats(written);
  const groups = scan(text);
  markAlone(groups, "date", dateAt);
  if (/[$€]/.test(text)) markAmounts(groups);
  markAlone(groups, "id", idAt);
  if (/[a-z#]/.test(text)) markExtensions(groups);
  markAddresses(text, groups);
  return groups;
}

/** The digits from one group to another, both included. */
export function digitsOf(groups: readonly Group[], first: number, last: number): string {
  let digits = "";
  for (let at = first; at <= last; at++) digits += groups[at]!.digits;
  return digits;
}

/** `503`, dialled or not, once or twice. */
export function isCallingCode(digits: string): boolean {
  return /^(?:00|011)?(?:503){1,2}$/.test(digits);
}

/** A number of the plan begins at this group, in the form `7012-3456`, `503 …` or one group. */
function planNumberBeginsAt(groups: readonly Group[], from: number): boolean {
  let digits = "";
  for (let i = from; i < groups.length && digits.length < 14 && (i === from || groups[i]!.joined); i++) {
    digits += groups[i]!.digits;
    if (digits.length >= 8 && typeOfNational(digits.replace(/^503(?=\d{7})/, "")) !== undefined) return true;
  }
  return false;
}

function scan(text: string): Group[] {
  const groups: Group[] = [];
  let previousEnd = 0;
  for (const { 0: digits, index: start } of text.matchAll(/\d+/g)) {
    const end = start + digits.length;
    const gap = text.slice(Math.max(previousEnd, start - 40), start);
    const isDamaged = text.startsWith(LOST, end);
    groups.push({
      digits,
      start,
      end,
      gap,
      joined: groups.length > 0 && start - previousEnd <= 6 && SOFT.test(gap),
      apart: groups.length === 0 || APART.test(gap),
      plus: PLUS_BEFORE.test(gap),
      kind: isDamaged ? "damage" : "number",
      named: false,
      suspect: suspicion(text, start, end, gap),
    });
    previousEnd = isDamaged ? end + LOST.length : end;
  }
  return groups;
}

/** Letters that touch the digits must be a label's, what is counted or nearly whole is no number's, and no other id's name stand before. */
function suspicion(text: string, start: number, end: number, gap: string): UnreadReason | undefined {
  if (/[a-z]/.test(gap)) {
    for (const word of gap.match(/[a-z]+/g)!.reverse()) {
      if (ID_WORDS.has(word)) return "looks-like-id";
      if (word.length > 2 && PHONE_WORDS.has(word)) break;
    }
    const before = /[a-z]+$/.exec(gap)?.[0];
    if (before !== undefined && isStrange(before) && !EXTENSION.test(gap)) return "not-a-number";
  }
  if (end === text.length) return undefined;
  if (end - start >= 8 && NINES_BEHIND.test(text.slice(end, end + 24))) return "not-a-number";
  if (end - start <= 3 && UNIT.test(text.slice(end, end + 8))) return "not-a-number";
  const after = /^[a-z]+/.exec(text.slice(end, end + 16))?.[0];
  return after !== undefined && isStrange(after) && !EXTENSION.test(after) ? "not-a-number" : undefined;
}

function isStrange(word: string): boolean {
  return !PHONE_WORDS.has(word) || /^[oil]+$/.test(word);
}

/**
 * Excel's `70001234.0`, of a length that a number has and with no more digits behind it. In `00503704470,00` the zeros are the number's.
 */
const FLOAT =
  /(?<!\d)(?!00503\d{6}\D|011503\d{4,5}\D)(\d{7,8}|\d{10,11}|\d{13,14})[.,]0{1,2}(?!\d|[ \-.()_*~'{}[\]+/=]{0,6}\d|[^a-z\d]{0,3}\d{1,6}(?!\d))/g;
const POWER = /(?<!\d|\d{7}[.,](?=0))(\d)(?:[.,](\d+))?e\+?(\d{1,3})(?![\da-z])/g;
/** Stands behind a digit whose other digits a spreadsheet dropped. */
const LOST = "\u2026";

/** `70001234.0` loses its zero; `5.0370001234E+10` becomes its digits, where none are lost. */
function withoutFloats(text: string): string {
  if (!/\de|[.,]0/.test(text)) return text;
  const spelled = text.replace(POWER, (_, first: string, decimals = "", power: string) => {
    const isWhole = decimals.length >= Number(power) && /^0*$/.test(decimals.slice(Number(power)));
    return first + (isWhole ? decimals.slice(0, Number(power)) : LOST);
  });
  return spelled.replace(FLOAT, "$1");
}

/** What makes a float of the digits before it that is nearly the next whole number. */
export const NINES = "[.,]9{4}\\d{0,12}(?![\\d.,])";
const NINES_BEHIND = new RegExp(`^${NINES}`);

/** Marks what stands alone: `lengthAt` says how many groups are of the kind from one on. */
function markAlone(
  groups: readonly Group[],
  kind: "date" | "id",
  lengthAt: (groups: readonly Group[], at: number) => number,
): void {
  for (let i = 0; i + 1 < groups.length; i++) {
    const length = lengthAt(groups, i);
    const [first, following, within] = [groups[i]!, groups[i + length], groups[i + 1]!.gap];
    if (length === 0 || first.plus || (kind === "id" && first.kind !== "number")) continue;
    const isParted = kind === "id" ? first.gap.includes("/") : first.gap === "/" && within !== "/";
    const isBegun = isParted || /[ (]/.test(first.gap);
    if (first.joined && length < 4 && (!isBegun || groups[i - 1]!.digits.endsWith("503"))) continue;
    // A time is one whatever follows: `08:00/7012-3456`.
    const isTime = within === ":";
    if (!isTime && following?.joined && !(kind === "date" ? / / : /[ /(]/).test(following.gap)) continue;
    for (const group of groups.slice(i, i + length)) group.kind = kind;
    if (!isTime) {
      first.joined = false;
      if (following) following.joined = false;
    }
    i += length - 1;
  }
}

/** How many groups are a date (`25-12-2024`, `24.12.31`) or a time from this one on. Three pairs beside another are a number's. */
function dateAt(groups: readonly Group[], at: number): number {
  const [first, second, third, following] = [groups[at]!, groups[at + 1]!, groups[at + 2], groups[at + 3]];
  if (!/^[-/.]$/.test(second.gap) || third?.gap !== second.gap) return timeAt(groups, at);
  if (!isDate(first.digits, second.digits, third.digits, true)) return 0;
  if (third.digits.length !== 2 || first.digits.length !== 2) return 3;
  const isPair = (group: Group | undefined, isJoined: boolean | undefined) => isJoined && group?.digits.length === 2;
  return isPair(groups[at - 1], first.joined) || isPair(following, following?.joined) ? 0 : 3;
}

/** `10:30`, `08:00:00`. */
function timeAt(groups: readonly Group[], at: number): number {
  let end = at + 1;
  while (end < at + 4 && groups[end]?.gap === ":" && /^[0-5]\d$/.test(groups[end]!.digits)) end++;
  const isTime = groups[at]!.gap !== ":" && groups[end]?.gap !== ":" && end - at > 1 && end - at < 4;
  return isTime && /^(?:[01]?\d|2[0-3])$/.test(groups[at]!.digits) ? end - at : 0;
}

const AMOUNT = /^(?:\d{1,4}|\d{1,3}( \d{3})*)( \d\d)?$/;

/** `$25`, `$1,234.50`; a number may have a stray sign. */
function markAmounts(groups: readonly Group[]): void {
  for (let i = 0; i < groups.length; i++) {
    if (!/[$€]\s?$/.test(groups[i]!.gap)) continue;
    let last = i;
    for (let text = groups[i]!.digits; /^[.,]$/.test(groups[last + 1]?.gap ?? ""); last++) {
      text += ` ${groups[last + 1]!.digits}`;
      if (!AMOUNT.test(text)) break;
    }
    const next = groups[last + 1];
    const isJoined = next?.joined && (last === i || !next.gap.includes(" "));
    // With thousands and cents there is no doubt.
    if (!AMOUNT.test(groups[i]!.digits) || (last < i + 2 && isJoined)) {
      if (groups[i]!.digits.length > 3 || isCallingCode(groups[i]!.digits)) continue;
      groups[i]!.suspect ??= "not-a-number";
      groups[i]!.named = true;
      continue;
    }
    for (const group of groups.slice(i, last + 1)) group.kind = "amount";
    if (next && groups[last]!.gap === ".") next.joined = false;
    i = last;
  }
}

/** Whether three groups of digits can be day, month and year in some order. */
export function isDate(first: string, second: string, third: string, shortYear: boolean): boolean {
  const day = (digits: string) => digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= 31;
  const month = (digits: string) => digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= 12;
  const year = (digits: string) => /^(?:19|20)\d\d$/.test(digits) || (shortYear && digits.length === 2);
  if (day(first) && month(second) && year(third)) return true;
  if (month(first) && day(second) && year(third)) return true;
  return first.length === 4 && year(first) && month(second) && day(third);
}

/** How many groups are a DUI, `01234567-8` or `1234567-8`, or a NIT, `0614-290190-102-3`, from this one on. */
function idAt(groups: readonly Group[], at: number): number {
  const isDashed = (...lengths: number[]) =>
    lengths.every((length, k) => {
      const group = groups[at + k];
      return group?.digits.length === length && (k === 0 || /^ ?- ?$/.test(group.gap));
    });
  if (!groups[at + 1]!.gap.includes("-")) return 0;
  if (isDashed(4, 6, 3, 1)) return 4;
  return (isDashed(8, 1) || isDashed(7, 1)) && !/^(?:00|011)503/.test(groups[at]!.digits) ? 2 : 0;
}

/** An extension takes one group (and what is listed after it), unless a number of the plan begins there. */
function markExtensions(groups: readonly Group[]): void {
  for (const [i, group] of groups.entries()) {
    if (group.kind !== "number") continue;
    const named = EXTENSION.test(group.gap);
    const isBehind = groups[i - 1]?.kind === "extension";
    const continued = isBehind && /^(?:[ ,/-]+|[ ,]*[yoae] )$/.test(group.gap);
    if (isBehind) group.joined = false;
    if (!(named || continued) || group.digits.length > 6) continue;
    // First in a cell it is perhaps a label like others.
    if (i === 0 || planNumberBeginsAt(groups, i)) {
      const isHalf = /^[-.]$/.test(groups[i + 1]?.gap ?? "") && groups[i + 1]!.digits.length === 4;
      group.named = named && !group.gap.includes("#") && !(i === 0 && isHalf);
      if (group.named) group.suspect ??= "not-a-number";
      continue;
    }
    group.kind = "extension";
    group.joined = false;
  }
}

const ADDRESS = /@|:\/\/|www\.|wa\.me/;
const MAYBE_ADDRESS = /[^\s"'<>;,()][^\s"'<>;,)]*/g;
/** What tells of more is a longer link's message. */
const LONGEST_LINK = 300;

/** Digits in an e-mail address or in a link are certain only where WhatsApp or `tel:` says that they are a number. */
function markAddresses(text: string, groups: readonly Group[]): void {
  if (!ADDRESS.test(text)) return;
  let i = 0;
  for (const { 0: word, index } of text.matchAll(MAYBE_ADDRESS)) {
    const mark = word.search(ADDRESS);
    if (mark < 0) continue;
    const start = index + word.lastIndexOf("(", mark) + 1;
    const link = text.slice(start, Math.min(index + word.length, start + LONGEST_LINK));
    const end = /[?&]text=/.test(link) ? text.length : index + word.length;
    const dialled = start + dialledUpTo(link);
    while (i < groups.length && groups[i]!.end <= start) i++;
    for (let first = true; i < groups.length && groups[i]!.start < end; i++, first = false) {
      const group = groups[i]!;
      if (group.start >= dialled) group.suspect ??= "not-a-number";
      else if (first && group.digits.length > 8 && typeOfNational(group.digits) === undefined) group.plus = true;
    }
  }
}

/** Where in an address the part ends that is dialled. */
function dialledUpTo(address: string): number {
  if (address.charAt(address.search(ADDRESS)) === "@")
    return /^[^@]*@(?:s\.whatsapp\.net|c\.us|lid|g\.us)/.test(address) ? address.indexOf("@") : 0;
  if (!/wa\.me\/|whatsapp[^/]*\/|[?&]phone=/.test(address)) return 0;
  const message = address.search(/[?&](?:text|source|app|utm)/);
  return message < 0 ? Number.POSITIVE_INFINITY : message;
}
