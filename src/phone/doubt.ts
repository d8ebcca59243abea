// What digits that are no certain number could mean, and which valid numbers are no certain ones.
// Generous on purpose: in a suppression list each of these readings suppresses, in a phone list none is ever clean.

import { readForeign } from "./foreign.js";
import { digitsOf, type Group, isCallingCode, isDate, type Reading } from "./groups.js";
import type { UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";
import { mayStandAlone } from "./words.js";

export const HOME = "+503";

const NATIONAL_LENGTHS = [8, 11, 7];
/** What may stand before a national number: zeros, ones, a calling code once or twice, damaged or not. */
const HEAD = /^0*1{0,2}(?:503(?:0{0,2}503|0{0,2}))?$/;

/** The number of the plan behind such digits; undefined of others. */
export function behindPrefix(digits: string): string | undefined {
  const national = digits.slice(-8);
  const isBehind = digits.length > 8 && HEAD.test(digits.slice(0, -8));
  return isBehind && typeOfNational(national) !== undefined ? national : undefined;
}

/**
 * Every E.164 that the digits could mean. `whole`: nothing is joined to them on either side, so that they may also be
 * read as they stand (international, or outside the plan); otherwise only numbers of the plan are found.
 */
export function readingsOf(digits: string, whole: boolean, plus: boolean): string[] {
  const found: string[] = [];
  const isAbroad = plus && !digits.startsWith("503");
  for (const length of NATIONAL_LENGTHS) {
    if (digits.length < length) continue;
    const head = digits.slice(0, digits.length - length);
    if ((head !== "" && !HEAD.test(head)) || (isAbroad && head === "" && !whole)) continue;
    const isCode = head === "" || head.endsWith("503");
    // Seven digits are those of a number before 2005, or what a fixed width filled with zeros.
    if (length === 7 && !isCode && !(whole && /^0+$/.test(head))) continue;
    const asTheyStand = whole && isCode && !(isAbroad && head === "");
    found.push(...nationalReadings(digits.slice(-length), asTheyStand));
  }
  if (!whole) return found;
  const oneTooMany = /^(?:503)?(\d{9})$/.exec(digits)?.[1];
  if (oneTooMany !== undefined) {
    found.push(...nationalReadings(oneTooMany.slice(0, 8), false), ...nationalReadings(oneTooMany.slice(1), false));
  }
  return [...found, ...internationalReadings(digits, plus)];
}

/** What 2005 made of a number typed with seven digits, 503 before it or not; or what a fixed width filled with zeros. */
export function nationalOtherwise(digits: string): string | undefined {
  const [, old, filled] = /^(?:(?:00+|(?:00+|011)?503)?(\d{7})|0+(?:503)?(\d{8}))$/.exec(digits) ?? [];
  return nationalReadings(old ?? filled ?? "", false)[0]?.slice(HOME.length);
}

/** `0070001234`, `011 6891 1234`: dialled as a calling code and what stands behind it, in no more than 8 digits. */
export function isZeroFilled(groups: readonly Group[]): boolean {
  return !groups[0]!.plus && /^(?:00|011)\d{7,8}$/.test(groups.map((group) => group.digits).join(""));
}

/**
 * 7 digits as 2005 made 8 of them, 8 and 11 as they stand. In 2005 only 800 and 900 stayed as they were: a 7-digit 801, toll-free
 * today, was a mobile then.
 */
function nationalReadings(digits: string, asTheyStand: boolean): string[] {
  if (typeOfNational(digits) !== undefined)
    return [`${HOME}${digits}`, ...(/^801\d{4}$/.test(digits) ? [`${HOME}7${digits}`] : [])];
  if (digits.length === 7) return behind2005(digits);
  if (digits.length !== 8 || !asTheyStand) return [];
  return [`+503${digits}`, ...(digits.startsWith("0") ? nationalReadings(digits.slice(1), false) : [])];
}

/** What 2005 made of seven digits, or eight as they stand: E.164. */
export function behind2005(digits: string): string[] {
  if (digits.length === 8) return typeOfNational(digits) ? [`${HOME}${digits}`] : [];
  const national = `${digits < "7" ? "2" : "7"}${digits}`;
  return digits >= "2" && typeOfNational(national) ? [`${HOME}${national}`] : [];
}

function internationalReadings(digits: string, plus: boolean): string[] {
  const found: string[] = [];
  const dialled = /^(?:00|011)(?=[1-9])/.exec(digits)?.[0] ?? "";
  const rest = digits.slice(dialled.length);
  const isMarked = plus || dialled !== "";
  if (/^[1-9]/.test(rest) && rest.length <= 15 && rest.length >= (isMarked ? 7 : 10)) {
    found.push(`+${rest}`);
    // With a national prefix that nobody dials from abroad (`44 (0)20 …`), another number than it seems.
    const dialled = readForeign(rest);
    if (dialled !== undefined && dialled !== `+${rest}`) found.push(dialled);
  }
  if (!isMarked && /^[2-9]\d\d[2-9]\d{6}$/.test(digits)) found.push(`+1${digits}`);
  return found;
}

/**
 * Numbers run together without a separator, each with a calling code or without, and the last 8 digits. 503 may be a
 * calling code or the beginning of a number (`50371276…`): both are followed.
 */
export function gluedReadings(digits: string): string[] {
  const found: string[] = [];
  const ends = new Set([0]);
  for (const begin of ends) {
    for (const code of ["", "503", "00503", "011503"]) {
      const end = begin + code.length + 8;
      const national = digits.slice(end - 8, end);
      if (!digits.startsWith(code, begin) || typeOfNational(national) === undefined) continue;
      found.push(HOME + national);
      ends.add(end);
    }
  }
  const last = digits.slice(-8);
  return typeOfNational(last) === undefined ? found : [...found, HOME + last];
}

/** Why a valid number is no certain one; undefined where it is. */
export function doubtAbout(all: readonly Group[], reading: Reading): UnreadReason | undefined {
  const { first, last, national, international } = reading;
  const own = all.slice(first, last + 1);
  const suspicion = own.find(({ suspect }) => suspect !== undefined)?.suspect;
  if (suspicion !== undefined) return suspicion;
  if (own.some(({ kind }) => kind === "id")) return "looks-like-id";
  if (own.some(({ kind }) => kind !== "number")) return "not-a-number";
  const isPlain = own.length === 1 || (own.length === 2 && own.every(({ digits }) => digits.length === 4));
  if (isPlain && national !== undefined) return isPlaceholder(national) ? "placeholder" : undefined;
  if (own[0]!.digits.length === 1 && isListMark(own[1]!.gap)) return "too-long";
  // `5 503 6030`: in a group of its own it is a calling code.
  const isDialled = national === undefined || /^0\d/.test(own[0]!.digits);
  const begins = Math.max(
    own.findIndex(({ digits }) => !isCallingCode(digits)),
    isDialled ? 1 : 0,
  );
  if (own.some(({ digits }, i) => i > begins && (isCallingCode(digits) || /^503\d{4}/.test(digits)))) return "too-long";
  // A calling code, or zeros before a number of the plan: certainly neither.
  if (national === undefined) return isZeroFilled(own) ? "too-long" : undefined;
  if (isPlaceholder(national)) return "placeholder";
  if (!international && national.length === 7 && OREGON.test(spelling(own))) return "not-in-plan";
  if (beginsAsCode(all, reading)) return "too-short";
  let code = 0;
  while (code + 1 < own.length && digitsOf(own, code + 1, own.length - 1).length >= national.length) code++;
  const number = own.slice(code);
  const text = spelling(number).slice(number[0]!.gap.length);
  if (number.at(-1)!.digits.length === 1 && LIKE_ID.test(text)) return "looks-like-id";
  if (FRACTION.test(spelling(own)) && !number.every(({ digits }) => digits.length === 2)) return "not-a-number";
  return isOfOthers(number, text, code === 0) ? "not-a-number" : undefined;
}

/** `7. 223-4567`, `7) 223-4567`: behind a list's number; not `7-223-4567` or `7 (223) 4567`. */
function isListMark(gap: string): boolean {
  return /[^ ([{]/.test(gap) && !/^[-._~'*]$/.test(gap);
}

/** Whether a number takes 503, in a group of its own, for its own beginning. */
export function beginsAsCode(groups: readonly Group[], { first, last, national }: Reading): boolean {
  return first < last && groups[first]!.digits === "503" && digitsOf(groups, first, last) === national;
}

function spelling(groups: readonly Group[]): string {
  return groups.map(({ gap, digits }) => gap + digits).join("");
}

/** `(503) 800-1234`, `503-800-1234`: ten digits as Americans group them, and 503 is an area code of Oregon. */
const OREGON = /^\D*(?:\(503 ?\)|503\D+\d{3}\D+\d{4}$)/;
/** One digit behind longer groups, or eight that several marks part. */
const LIKE_ID = /\d\d.*\D\d$|^(?!\d(\D+)\d(?:\1\d){6}$)\d(?:\D+\d){7}$/s;
/** `701234.56`, `70.123.456`. */
const AMOUNT = /^\d+\.\d\d$|^\d\d\.\d{3}\.\d{3}$/;
/** `24/7 12345`; pairs may have slashes. */
const FRACTION = /(?<!\d)\d{1,2}\/\d{1,2}(?!\d)/;

/** Whether what a number is written with are an amount, a date, or small numbers and a year (`62 1999 08`). */
function isOfOthers(number: readonly Group[], text: string, isAlone: boolean): boolean {
  const groups = number.map(({ digits }) => digits);
  const [first, second, third] = groups as [string, string, string];
  const isDated = groups.length === 3 && isDate(first, second, third, false);
  if (isDated && (isAlone || number[2]!.gap === "/")) return true;
  if (!isAlone) return false;
  const areAlike = groups.every(({ length }) => length === first.length);
  return AMOUNT.test(text) || isDateAndMore(number) || (groups.length > 2 && !areAlike && groups.every(mayStandAlone));
}

/** `22/12/20 24`: pairs, three of which one mark makes a date. The year may stand first. */
function isDateAndMore(own: readonly Group[]): boolean {
  if (own.length !== 4 || own.some(({ digits }) => digits.length !== 2)) return false;
  const [, second, third, fourth] = own.map(({ gap }) => gap);
  const dated = own.slice(second === third ? 0 : 1).map(({ digits }) => digits);
  const [first, month, last] = dated as [string, string, string];
  const isApart = (second === third) !== (third === fourth);
  return isApart && (isDate(first, month, last, true) || isDate(last, month, first, true));
}

export function isPlaceholder(national: string): boolean {
  return national.length === 8 && national === national.charAt(0).repeat(8);
}

/** Why groups in which no number is certain hold none; `isReadable`: they have readings. */
export function reasonOf(groups: readonly Group[], isReadable: boolean): UnreadReason | undefined {
  const { kind, plus } = groups[0]!;
  if (kind !== "number") return REASON_BY_KIND[kind];
  const digits = digitsOf(groups, 0, groups.length - 1);
  if (digits.length < 7) return /^(\d)\1{4,}$/.test(digits) ? "placeholder" : "too-short";
  if (isReadable) return "too-long";
  if (plus && !digits.startsWith("503") && digits.length > 8) return "not-in-plan";
  const national = digits.replace(/^(?:00|011)?503(?=\d{3})/, "");
  const length = digits.length > 8 ? national.length : digits.length;
  if (length === 7 && typeOfNational(national) !== undefined) return "not-in-plan";
  if (length === 7) return national >= "2" ? "legacy-7-digit" : "too-short";
  if (length === 8) return isPlaceholder(digits.slice(-8)) ? "placeholder" : "not-in-plan";
  if (length < 7) return "too-short";
  return groups.length === 1 && /^(?:\d{9}|[01]\d{13})$/.test(digits) ? "looks-like-id" : "too-long";
}

const REASON_BY_KIND = {
  damage: "spreadsheet-damage",
  id: "looks-like-id",
  date: "not-a-number",
  amount: "not-a-number",
  extension: undefined,
} as const;
