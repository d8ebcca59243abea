// Normalised cell → its runs of digits, each with what stands before it. Which runs make a number is tiles.ts's work.

import type { UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";
import { EXTENSION, ID_WORDS, PHONE_WORDS } from "./words.js";

/** `number`: digits of a phone number, perhaps. The others end a number and are no part of one. */
type RunRole = "number" | "extension" | "date" | "id" | "damage";

export interface Run {
  digits: string;
  start: number;
  end: number;
  /** What stands between the previous run (or the start of the cell) and this one; its last 40 characters if longer. */
  gap: string;
  /** Whether nothing but punctuation that also occurs inside a number stands between the previous run and this one. */
  joined: boolean;
  /** A `+` stands before it: an international number begins. */
  plus: boolean;
  role: RunRole;
  /** Letters touch it, another id's name stands before it, or it is part of an address: never certain. */
  suspect: UnreadReason | undefined;
}

const SOFT = /^[ \-.()_*~'{}[\]+/=]{0,6}$/;
const PLUS_BEFORE = /\+[ ()[\]{}.+-]*$/;

/** Linear in the length of the text. */
export function findRuns(text: string): Run[] {
  const runs = scan(text);
  markFloatsAndPowers(text, runs);
  const kept = runs.filter((run) => run.digits !== "");
  markDates(kept);
  markIds(kept);
  markExtensions(kept);
  markAddresses(text, kept);
  return kept;
}

/** A number of the plan begins at this run, in the form `7012-3456`, `503 …` or one run. */
function planNumberBeginsAt(runs: readonly Run[], from: number): boolean {
  let digits = "";
  for (let i = from; i < runs.length && digits.length < 14; i++) {
    const run = runs[i]!;
    if (i > from && !run.joined) return false;
    digits += run.digits;
    if (digits.length >= 8 && isPlanNumber(digits)) return true;
  }
  return false;
}

function isPlanNumber(digits: string): boolean {
  if (typeOfNational(digits) !== undefined) return true;
  return digits.startsWith("503") && typeOfNational(digits.slice(3)) !== undefined;
}

function scan(text: string): Run[] {
  const runs: Run[] = [];
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
    runs.push({
      digits: text.slice(start, at),
      start,
      end: at,
      gap,
      joined: runs.length > 0 && start - previousEnd <= 6 && SOFT.test(gap),
      plus: PLUS_BEFORE.test(gap),
      role: "number",
      suspect: suspicion(text, at, gap),
    });
    previousEnd = at;
  }
  return runs;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Letters that touch the digits must be a label's, and the last word before them must not name another id. */
function suspicion(text: string, end: number, gap: string): UnreadReason | undefined {
  const words = gap.match(/[a-z]+/g) ?? [];
  for (const word of words.reverse()) {
    if (ID_WORDS.has(word)) return "looks-like-id";
    if (word.length > 2 && PHONE_WORDS.has(word)) break;
  }
  const before = /[a-z]+$/.exec(gap)?.[0];
  if (before !== undefined && isStrange(before) && !EXTENSION.test(gap)) return "not-a-number";
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
function markFloatsAndPowers(text: string, runs: Run[]): void {
  for (let i = 0; i + 1 < runs.length; i++) {
    const run = runs[i]!;
    const next = runs[i + 1]!;
    const isFloat = isFloatLength(run.digits) && /^[.,]$/.test(next.gap) && /^0{1,2}$/.test(next.digits);
    const following = runs[i + 2];
    const continues =
      following?.joined || (following && following.digits.length < 7 && /^[^a-z]{0,3}$/.test(following.gap));
    if (isFloat && !continues) {
      next.digits = "";
      i++;
      continue;
    }
    if (run.digits.length !== 1 || run.role !== "number") continue;
    const hasFraction = /^[.,]$/.test(next.gap);
    const power = hasFraction ? runs[i + 2] : next;
    if (power === undefined || !/^e\+?$/.test(power.gap) || power.digits.length > 3) continue;
    if (/[a-z]/.test(text.charAt(power.end))) continue;
    joinPower(run, hasFraction ? next : undefined, power);
  }
}

function joinPower(mantissa: Run, fraction: Run | undefined, power: Run): void {
  const decimals = fraction?.digits ?? "";
  const exponent = Number(power.digits);
  const whole = decimals.length >= exponent && /^0*$/.test(decimals.slice(exponent));
  if (whole) mantissa.digits += decimals.slice(0, exponent);
  else mantissa.role = "damage";
  mantissa.suspect = undefined;
  mantissa.end = power.end;
  if (fraction) fraction.digits = "";
  power.digits = "";
}

/** `25-12-2024`, `25/12/24`, `2024.12.25`: three runs, one kind of separator, standing alone. */
function markDates(runs: readonly Run[]): void {
  for (let i = 0; i + 2 < runs.length; i++) {
    const [first, second, third] = [runs[i]!, runs[i + 1]!, runs[i + 2]!];
    const separator = second.gap;
    if (!/^[-/.]$/.test(separator) || third.gap !== separator || second.plus) continue;
    if (!isDate(first.digits, second.digits, third.digits, true)) continue;
    const following = runs[i + 3];
    if (first.plus || (first.joined && (!/[ (]/.test(first.gap) || runs[i - 1]!.digits.endsWith("503")))) continue;
    if (following?.joined && !following.gap.includes(" ")) continue;
    const isPairs = third.digits.length === 2 && first.digits.length === 2;
    if (
      isPairs &&
      [runs[i - 1], following].some((run, side) => run?.digits.length === 2 && (side ? run : first).joined)
    )
      continue;
    for (const run of [first, second, third]) run.role = "date";
    first.joined = false;
    if (following) following.joined = false;
    i += 2;
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
function markIds(runs: readonly Run[]): void {
  for (let i = 0; i + 1 < runs.length; i++) {
    const run = runs[i]!;
    const length = isNit(runs, i) ? 4 : isDui(runs, i) ? 2 : 0;
    if (length === 0 || run.role !== "number" || run.plus) continue;
    const following = runs[i + length];
    if (following?.joined && !/[ /(]/.test(following.gap)) continue;
    for (let k = i; k < i + length; k++) runs[k]!.role = "id";
    if (following) following.joined = false;
    run.joined = false;
    i += length - 1;
  }
}

function isDui(runs: readonly Run[], at: number): boolean {
  const [number, check] = [runs[at]!, runs[at + 1]!];
  if (number.joined && !/[ (/]/.test(number.gap)) return false;
  if (/^(?:00|011)503/.test(number.digits)) return false;
  if (number.joined && runs[at - 1]!.digits.endsWith("503")) return false;
  return /^[78]$/.test(String(number.digits.length)) && check.digits.length === 1 && /^ ?- ?$/.test(check.gap);
}

function isNit(runs: readonly Run[], at: number): boolean {
  return [4, 6, 3, 1].every((length, k) => {
    const run = runs[at + k];
    return run?.digits.length === length && (k === 0 || /^ ?- ?$/.test(run.gap));
  });
}

/** An extension takes one run (and what is listed after it), unless a number of the plan begins there. */
function markExtensions(runs: readonly Run[]): void {
  for (let i = 1; i < runs.length; i++) {
    const run = runs[i]!;
    if (run.role !== "number") continue;
    const named = EXTENSION.test(run.gap);
    const continued = runs[i - 1]!.role === "extension" && /^(?:[ ,/-]+|[ ,]*[yoae] )$/.test(run.gap);
    if (runs[i - 1]!.role === "extension") run.joined = false;
    if (!(named || continued) || run.digits.length > 6) continue;
    if (planNumberBeginsAt(runs, i)) {
      if (named && !run.gap.includes("#")) run.suspect ??= "not-a-number";
      continue;
    }
    run.role = "extension";
    run.joined = false;
  }
}

/** Digits in an e-mail address or in a link are certain only where WhatsApp or `tel:` says that they are a number. */
function markAddresses(text: string, runs: readonly Run[]): void {
  const spans = addressSpans(text);
  let i = 0;
  for (const span of spans) {
    while (i < runs.length && runs[i]!.end <= span.start) i++;
    for (let first = true; i < runs.length && runs[i]!.start < span.end; i++, first = false) {
      const run = runs[i]!;
      const dialled = span.dialled !== undefined && run.start < span.dialled;
      if (!dialled) run.suspect ??= "not-a-number";
      else if (first && run.digits.length > 8 && typeOfNational(run.digits) === undefined) run.plus = true;
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
