// Normalised cell → its groups of digits, each with the mark before it and its kind (README.md). What they mean is told elsewhere.

import type { UnreadReason } from "./number.js";
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
  /** Letters touch it, another id's name stands before it, or it is part of an address: never certain. */
  suspect: UnreadReason | undefined;
}

const SOFT = /^[ \-.()_*~'{}[\]+/=]{0,6}$/;
/** More than a connector of a letter or two, or letters that may be digits. */
const WORD = /[a-z]/;
const SHORT_CONNECTOR = 3;
const LOOKALIKES = /^[oil]+$/;
const PLUS_BEFORE = /\+[ ()[\]{}.+-]*$/;

/** Linear in the length of the text. */
export function findGroups(text: string): Group[] {
  const groups = scan(text);
  markFloatsAndPowers(text, groups);
  const kept = groups.filter((group) => group.digits !== "");
  markDates(kept);
  if (/[$€]/.test(text)) markAmounts(kept);
  markIds(kept);
  if (/[a-z#]/.test(text)) markExtensions(kept);
  markAddresses(text, kept);
  return kept;
}

/** `503`, dialled or not, once or twice. */
export function isCallingCode(digits: string): boolean {
  return /^(?:00|011)?(?:503){1,2}$/.test(digits);
}

/** A number of the plan begins at this group, in the form `7012-3456`, `503 …` or one group. */
function planNumberBeginsAt(groups: readonly Group[], from: number): boolean {
  let digits = "";
  for (let i = from; i < groups.length && digits.length < 14; i++) {
    const group = groups[i]!;
    if (i > from && !group.joined) return false;
    digits += group.digits;
    if (digits.length >= 8 && isPlanNumber(digits)) return true;
  }
  return false;
}

function isPlanNumber(digits: string): boolean {
  if (typeOfNational(digits) !== undefined) return true;
  return digits.startsWith("503") && typeOfNational(digits.slice(3)) !== undefined;
}

function scan(text: string): Group[] {
  const groups: Group[] = [];
  let previousEnd = 0;
  let at = 0;
  while (at < text.length) {
    if (!isDigit(text, at)) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && isDigit(text, at)) at++;
    const gap = text.slice(Math.max(previousEnd, start - 40), start);
    groups.push({
      digits: text.slice(start, at),
      start,
      end: at,
      gap,
      joined: groups.length > 0 && start - previousEnd <= 6 && SOFT.test(gap),
      apart: groups.length === 0 || (WORD.test(gap) && (gap.length > SHORT_CONNECTOR || LOOKALIKES.test(gap))),
      plus: PLUS_BEFORE.test(gap),
      kind: "number",
      named: false,
      suspect: suspicion(text, start, at, gap),
    });
    previousEnd = at;
  }
  return groups;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Letters that touch the digits must be a label's, what is counted is no number's, and no other id's name stand before. */
function suspicion(text: string, start: number, end: number, gap: string): UnreadReason | undefined {
  if (WORD.test(gap)) {
    for (const word of gap.match(/[a-z]+/g)!.reverse()) {
      if (ID_WORDS.has(word)) return "looks-like-id";
      if (word.length > 2 && PHONE_WORDS.has(word)) break;
    }
    const before = /[a-z]+$/.exec(gap)?.[0];
    if (before !== undefined && isStrange(before) && !EXTENSION.test(gap)) return "not-a-number";
  }
  if (end === text.length) return undefined;
  if (end - start <= 3 && UNIT.test(text.slice(end, end + 8))) return "not-a-number";
  const after = /^[a-z]+/.exec(text.slice(end, end + 16))?.[0];
  return after !== undefined && isStrange(after) && !EXTENSION.test(after) ? "not-a-number" : undefined;
}

function isStrange(word: string): boolean {
  return !PHONE_WORDS.has(word) || /^[oil]+$/.test(word);
}

/** The lengths of numbers with and without 503 or 00503; of other lengths, the zeros may be the number's own. */
const FLOAT_LENGTHS: ReadonlySet<number> = new Set([7, 8, 10, 11, 13, 14]);

function isFloatLength(digits: string): boolean {
  // `00503704470,00`: six digits behind 00503, and the last two of the number.
  return FLOAT_LENGTHS.has(digits.length) && !/^(?:00503\d{6}|011503\d{4,5})$/.test(digits);
}

/** Excel's `70001234.0` loses its zero; `5.0370001234E+10` becomes its digits, or damage where some are lost. */
function markFloatsAndPowers(text: string, groups: Group[]): void {
  for (let i = 0; i + 1 < groups.length; i++) {
    const group = groups[i]!;
    const next = groups[i + 1]!;
    const isFloat = isFloatLength(group.digits) && /^[.,]$/.test(next.gap) && /^0{1,2}$/.test(next.digits);
    const following = groups[i + 2];
    const continues =
      following?.joined || (following && following.digits.length < 7 && /^[^a-z]{0,3}$/.test(following.gap));
    if (isFloat && !continues) {
      next.digits = "";
      i++;
      continue;
    }
    if (group.digits.length !== 1 || group.kind !== "number") continue;
    const hasFraction = /^[.,]$/.test(next.gap);
    const power = hasFraction ? groups[i + 2] : next;
    if (power === undefined || !/^e\+?$/.test(power.gap) || power.digits.length > 3) continue;
    if (/[a-z]/.test(text.charAt(power.end))) continue;
    joinPower(group, hasFraction ? next : undefined, power);
  }
}

function joinPower(mantissa: Group, fraction: Group | undefined, power: Group): void {
  const decimals = fraction?.digits ?? "";
  const exponent = Number(power.digits);
  const whole = decimals.length >= exponent && /^0*$/.test(decimals.slice(exponent));
  if (whole) mantissa.digits += decimals.slice(0, exponent);
  else mantissa.kind = "damage";
  mantissa.suspect = undefined;
  mantissa.end = power.end;
  if (fraction) fraction.digits = "";
  power.digits = "";
}

/** `25-12-2024`, `25/12/24`, `2024.12.25`, `10:30`: groups with one kind of separator, standing alone. */
function markDates(groups: readonly Group[]): void {
  for (let i = 0; i + 1 < groups.length; i++) {
    const first = groups[i]!;
    const isTime = !isDateAt(groups, i);
    const length = isTime ? timeAt(groups, i) : 3;
    if (length === 0) continue;
    const following = groups[i + length];
    const isBegun = /[ (]/.test(first.gap) || (first.gap === "/" && groups[i + 1]!.gap !== "/");
    if (first.plus || (first.joined && (!isBegun || groups[i - 1]!.digits.endsWith("503")))) continue;
    // A time is one whatever follows: `08:00/7012-3456`.
    if (!isTime && following?.joined && !following.gap.includes(" ")) continue;
    for (const group of groups.slice(i, i + length)) group.kind = "date";
    if (!isTime) {
      first.joined = false;
      if (following) following.joined = false;
    }
    i += length - 1;
  }
}

/** Three pairs beside another are a number's. */
function isDateAt(groups: readonly Group[], at: number): boolean {
  const [first, second, third] = [groups[at]!, groups[at + 1]!, groups[at + 2]];
  if (!/^[-/.]$/.test(second.gap) || third?.gap !== second.gap) return false;
  if (!isDate(first.digits, second.digits, third.digits, true)) return false;
  if (third.digits.length !== 2 || first.digits.length !== 2) return true;
  const following = groups[at + 3];
  const isPair = (group: Group | undefined, isJoined: boolean | undefined) => isJoined && group?.digits.length === 2;
  return !isPair(groups[at - 1], first.joined) && !isPair(following, following?.joined);
}

/** How many groups are a time from this one on. */
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

/** A DUI, `01234567-8` or `1234567-8`, and a NIT, `0614-290190-102-3`. */
function markIds(groups: readonly Group[]): void {
  for (let i = 0; i + 1 < groups.length; i++) {
    const group = groups[i]!;
    const length = isNit(groups, i) ? 4 : isDui(groups, i) ? 2 : 0;
    if (length === 0 || group.kind !== "number" || group.plus) continue;
    const following = groups[i + length];
    if (following?.joined && !/[ /(]/.test(following.gap)) continue;
    for (let k = i; k < i + length; k++) groups[k]!.kind = "id";
    if (following) following.joined = false;
    group.joined = false;
    i += length - 1;
  }
}

function isDui(groups: readonly Group[], at: number): boolean {
  const [number, check] = [groups[at]!, groups[at + 1]!];
  if (number.joined && !/[ (/]/.test(number.gap)) return false;
  if (/^(?:00|011)503/.test(number.digits)) return false;
  if (number.joined && groups[at - 1]!.digits.endsWith("503")) return false;
  return /^[78]$/.test(String(number.digits.length)) && check.digits.length === 1 && /^ ?- ?$/.test(check.gap);
}

function isNit(groups: readonly Group[], at: number): boolean {
  return [4, 6, 3, 1].every((length, k) => {
    const group = groups[at + k];
    return group?.digits.length === length && (k === 0 || /^ ?- ?$/.test(group.gap));
  });
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

/** Digits in an e-mail address or in a link are certain only where WhatsApp or `tel:` says that they are a number. */
function markAddresses(text: string, groups: readonly Group[]): void {
  const spans = addressSpans(text);
  let i = 0;
  for (const span of spans) {
    while (i < groups.length && groups[i]!.end <= span.start) i++;
    for (let first = true; i < groups.length && groups[i]!.start < span.end; i++, first = false) {
      const group = groups[i]!;
      const dialled = span.dialled !== undefined && group.start < span.dialled;
      if (!dialled) group.suspect ??= "not-a-number";
      else if (first && group.digits.length > 8 && typeOfNational(group.digits) === undefined) group.plus = true;
    }
  }
}

interface AddressSpan {
  start: number;
  end: number;
  /** The end of the part that holds the number; undefined where no part does. */
  dialled: number | undefined;
}

function addressSpans(text: string): AddressSpan[] {
  const spans: AddressSpan[] = [];
  const marks = /@|:\/\/|www\.|wa\.me/g;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const floor = spans.at(-1)?.end ?? 0;
    let start = mark.index;
    while (start > floor && !/[\s"'<>;,()]/.test(text.charAt(start - 1))) start--;
    let end = marks.lastIndex;
    while (end < text.length && !/[\s"'<>;,)]/.test(text.charAt(end))) end++;
    if (/[?&]text=/.test(text.slice(start, Math.min(end, start + 300)))) end = text.length;
    spans.push({ start, end, dialled: dialledUpTo(text, start, end, mark[0] === "@") });
    marks.lastIndex = end;
  }
  return spans;
}

function dialledUpTo(text: string, start: number, end: number, isMail: boolean): number | undefined {
  const span = text.slice(start, Math.min(end, start + 300));
  if (isMail) return /^[^@]*@(?:s\.whatsapp\.net|c\.us|lid|g\.us)/.test(span) ? start + span.indexOf("@") : undefined;
  if (!/wa\.me\/|whatsapp[^/]*\/|[?&]phone=/.test(span)) return undefined;
  const message = span.search(/[?&](?:text|source|app|utm)/);
  return message < 0 ? end : start + message;
}
