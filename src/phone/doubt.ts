// What digits that are no certain number could mean, and which valid numbers are no certain ones.
// Generous on purpose: in a suppression list each of these readings suppresses, in a phone list none is ever clean.

import { readForeign } from "./foreign.js";
import { type Group, isCallingCode, isDate } from "./groups.js";
import type { UnreadReason } from "./number.js";
import { typeOfNational } from "./plan.js";
import type { Reading } from "./readings.js";
import { mayStandAlone } from "./words.js";

export const HOME = "+503";

/** What may stand before a national number without separators, damaged or doubled. */
const PREFIXES = [
  "503",
  "00503",
  "011503",
  "503503",
  "00503503",
  "50300503",
  "5030",
  "50300",
  "0503",
  "1503",
  "001503",
  "0",
  "00",
  "000",
  "01",
  "011",
  "1",
];

/** The number of the plan behind one of them; undefined of other digits. */
export function behindPrefix(digits: string): string | undefined {
  const national = digits.slice(-8);
  return PREFIXES.includes(digits.slice(0, -8)) && typeOfNational(national) !== undefined ? national : undefined;
}

/**
 * Every E.164 that the digits could mean. `whole`: nothing is joined to them on either side, so that they may also be
 * read as they stand (international, or outside the plan); otherwise only numbers of the plan are found.
 */
export function readingsOf(digits: string, whole: boolean, plus: boolean): string[] {
  const found = plus && !digits.startsWith("503") ? [] : nationalReadings(digits, whole);
  for (const prefix of PREFIXES) {
    if (!digits.startsWith(prefix)) continue;
    const rest = digits.slice(prefix.length);
    if (
      rest.length === 8 ||
      rest.length === 11 ||
      (rest.length === 7 && (prefix.endsWith("3") || (whole && prefix === "0")))
    ) {
      found.push(...nationalReadings(rest, whole && prefix.endsWith("503")));
    }
  }
  if (!whole) return found;
  found.push(...behindZeros(digits));
  if (plus) found.push(...nationalReadings(digits, false));
  if (digits.length === 9)
    found.push(...nationalReadings(digits.slice(0, 8), false), ...nationalReadings(digits.slice(1), false));
  if (digits.length === 12 && digits.startsWith("503")) {
    found.push(...nationalReadings(digits.slice(3, 11), false), ...nationalReadings(digits.slice(4), false));
  }
  return [...found, ...internationalReadings(digits, plus)];
}

/** False only where the digits [from, to) have no reading as a part of more: by their number and the first of them. */
export function mayBeOfPlan(digits: string, from: number, to: number): boolean {
  const length = to - from;
  return NATIONAL_LENGTHS.includes(length) || LENGTHS_BEHIND_PREFIX[digits.charAt(from)]?.has(length) === true;
}

const NATIONAL_LENGTHS = [7, 8, 11];
/** By the first digit of a prefix, how many digits there are with a national number behind it. */
const LENGTHS_BEHIND_PREFIX: Readonly<Record<string, ReadonlySet<number>>> = Object.fromEntries(
  [...new Set(PREFIXES.map((prefix) => prefix.charAt(0)))].map((first) => {
    const prefixes = PREFIXES.filter((prefix) => prefix.startsWith(first));
    return [first, new Set(prefixes.flatMap((prefix) => NATIONAL_LENGTHS.map((length) => prefix.length + length)))];
  }),
);

/** What 2005 made of a number typed with seven digits, 503 before it or not; or what a fixed width filled with zeros. */
export function nationalOtherwise(digits: string): string | undefined {
  const old = /^(?:(?:00|011)?503)?(\d{7})$/.exec(digits)?.[1];
  const [found] = old === undefined ? behindZeros(digits) : nationalReadings(old, false);
  return found?.slice(4);
}

/** `0070001234`, `011 6891 1234`: dialled as a calling code and what stands behind it, in no more than 8 digits. */
export function isZeroFilled(groups: readonly Group[]): boolean {
  return !groups[0]!.plus && /^(?:00|011)\d{7,8}$/.test(groups.map((group) => group.digits).join(""));
}

/** What a fixed width filled with zeros, or a prefix with some too many. */
function behindZeros(digits: string): string[] {
  const bare = digits.replace(/^0+/, "");
  if (bare === digits) return [];
  // `008078502`: two zeros before the seven digits that a number had until 2005.
  const national = (digits.startsWith("00") ? /^(?:503)?(\d{7,8})$/ : /^(?:503)?(\d{8})$/).exec(bare)?.[1];
  return national === undefined ? [] : nationalReadings(national, false);
}

/**
 * Returns the mobile that an 801 may have been. In 2005 only 800 and 900 stayed as they were: a 7-digit 801, toll-free
 * today, was a mobile then.
 */
export function oldMobile(national: string): string | undefined {
  return /^801\d{4}$/.test(national) ? `+5037${national}` : undefined;
}

/** 7 digits as 2005 made 8 of them, 8 and 11 as they stand. */
function nationalReadings(digits: string, asTheyStand: boolean): string[] {
  if (typeOfNational(digits) !== undefined) return [`+503${digits}`, oldMobile(digits) ?? []].flat();
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

/** What may stand before each of two numbers that run together. */
const GLUED_PREFIXES = ["", "503", "00503", "011503"];

/**
 * Numbers run together without a separator, each with a calling code or without, and the last 8 digits. 503 may be a
 * calling code or the beginning of a number (`50371276…`): both are followed.
 */
export function gluedReadings(digits: string): string[] {
  const found: string[] = [];
  const begins = new Uint8Array(digits.length + 1);
  begins[0] = 1;
  for (let at = 0; at + 8 <= digits.length; at++) {
    if (begins[at] === 0) continue;
    for (const prefix of GLUED_PREFIXES) {
      if (!digits.startsWith(prefix, at)) continue;
      const from = at + prefix.length;
      const national = digits.slice(from, from + 8);
      if (national.length < 8 || typeOfNational(national) === undefined) continue;
      found.push(`+503${national}`);
      begins[from + 8] = 1;
    }
  }
  const end = digits.slice(-8);
  if (typeOfNational(end) !== undefined) found.push(`+503${end}`);
  return found;
}

/** Why a valid number is no certain one; undefined where it is. */
export function doubtAbout(all: readonly Group[], tile: Reading): UnreadReason | undefined {
  const own = all.slice(tile.first, tile.last + 1);
  const suspicion = own.find((group) => group.suspect !== undefined)?.suspect;
  if (suspicion !== undefined) return suspicion;
  if (own.some(({ kind }) => kind === "id")) return "looks-like-id";
  if (own.some(({ kind }) => kind !== "number")) return "not-a-number";
  const isPlain = own.length === 1 || (own.length === 2 && own[0]!.digits.length === 4 && own[1]!.digits.length === 4);
  if (isPlain && tile.national !== undefined) return isPlaceholder(tile.national) ? "placeholder" : undefined;
  // `5 503 6030`: in a group of its own it is a calling code.
  const isDialled = tile.national === undefined || /^0\d/.test(own[0]!.digits);
  const begins = Math.max(
    own.findIndex(({ digits }) => !isCallingCode(digits)),
    isDialled ? 1 : 0,
  );
  if (own.some(({ digits }, i) => i > begins && (isCallingCode(digits) || /^503\d{4}/.test(digits)))) return "too-long";
  // A calling code, or zeros before a number of the plan: certainly neither.
  if (tile.national === undefined) return isZeroFilled(own) ? "too-long" : undefined;
  if (isPlaceholder(tile.national)) return "placeholder";
  if (!tile.international && isOregon(own, tile.national)) return "not-in-plan";
  const groups = own.map((group) => group.digits);
  if (groups.length > 1 && groups[0] === "503" && groups.join("") === tile.national) return "too-short";
  while (groups.length > 1 && groups.join("").length - groups[0]!.length >= tile.national.length) groups.shift();
  if (groups.length > 1 && groups.at(-1)!.length === 1 && groups.some((group) => group.length > 1))
    return "looks-like-id";
  if (groups.length === 8 && own.slice(-6).some((group) => group.gap !== own.at(-7)!.gap)) return "looks-like-id";
  if (groups.length === own.length && areOfOthers(groups)) return "not-a-number";
  if (isDateAndMore(own) || isFraction(own)) return "not-a-number";
  if (isAmount(own, groups)) return "not-a-number";
  if (groups.length !== 3) return undefined;
  const [first, second, third] = groups as [string, string, string];
  const isBehindCode = own.length > 3 && own.at(-1)!.gap !== "/";
  if (!isBehindCode && isDate(first, second, third, false)) return "not-a-number";
  if (own.length > 3) return undefined;
  const isThousands = own[1]!.gap === "." && own[2]!.gap === "." && second.length === 3 && third.length === 3;
  return isThousands && tile.national.length === 8 && first.length === 2 ? "not-a-number" : undefined;
}

/** `62 1999 08`: small numbers and a year, each of which may stand by itself. */
function areOfOthers(groups: readonly string[]): boolean {
  if (groups.length < 3 || groups.every(({ length }) => length === groups[0]!.length)) return false;
  return groups.every(mayStandAlone);
}

/** `22/12/20 24`: pairs, three of which one separator makes a date. */
function isDateAndMore(own: readonly Group[]): boolean {
  if (own.length !== 4 || own.some((group) => group.digits.length !== 2)) return false;
  const [, second, third, fourth] = own.map((group) => group.gap);
  // The year may stand first.
  const dated = (at: number) => {
    const [first, second, third] = own.slice(at, at + 3).map(({ digits }) => digits) as [string, string, string];
    return isDate(first, second, third, true) || isDate(third, second, first, true);
  };
  return second === third ? third !== fourth && dated(0) : third === fourth && dated(1);
}

/** `24/7 12345`: small numbers that a slash parts, in a number that is not in pairs. */
function isFraction(own: readonly Group[]): boolean {
  const isPair = ({ digits }: Group) => digits.length === 2;
  const isSmall = ({ digits }: Group) => digits.length <= 2;
  if (own.every(isPair)) return false;
  return own.some((group, i) => i > 0 && group.gap === "/" && isSmall(group) && isSmall(own[i - 1]!));
}

/** `701234.56`: a decimal point before two digits. */
function isAmount(own: readonly Group[], groups: readonly string[]): boolean {
  return own.length === 2 && groups.length === 2 && own[1]!.gap === "." && groups[1]!.length === 2;
}

export function isPlaceholder(national: string): boolean {
  return national.length === 8 && national === national.charAt(0).repeat(8);
}

/** `(503) 800-1234`, `503-800-1234`: ten digits as Americans group them, and 503 is an area code of Oregon. */
function isOregon(own: readonly Group[], national: string): boolean {
  if (national.length !== 7 || own[0]!.digits !== "503") return false;
  const bracketed = own[0]!.gap.endsWith("(") && /^ ?\)/.test(own[1]?.gap ?? "");
  return bracketed || (own[1]?.digits.length === 3 && own[2]?.digits.length === 4);
}

/** Why digits that are no number of any country are none. */
export function reasonOf(digits: string, groups: number, plus: boolean): UnreadReason {
  if (plus && !digits.startsWith("503") && digits.length > 8) return "not-in-plan";
  const national = digits.replace(/^(?:00|011)?503(?=\d{3})/, "");
  const length = digits.length > 8 ? national.length : digits.length;
  if (length === 7 && typeOfNational(national) !== undefined) return "not-in-plan";
  if (length === 7) return national >= "2" ? "legacy-7-digit" : "too-short";
  if (length === 8) return isPlaceholder(digits.slice(-8)) ? "placeholder" : "not-in-plan";
  if (length < 7) return "too-short";
  const isId = groups === 1 && (digits.length === 9 || (digits.length === 14 && /^[01]/.test(digits)));
  return isId ? "looks-like-id" : "too-long";
}
