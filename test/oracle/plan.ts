// The numbering plan of El Salvador, written by hand, and what a number is for a campaign.
// Numbers are E.164 everywhere in the oracle: `+50370123456`, `+5038001234`, `+50251234567`.

import { parsePhoneNumberFromString } from "libphonenumber-js/max";

export type NumberType = "mobile" | "fixed" | "toll_free" | "premium" | "foreign";

const FIXED = /^(?:2(?:79(?:0[0347-9]|[1-9]\d)|89(?:0[024589]|[1-9]\d))\d{3}|2(?:[1-69]\d|[78][0-8])\d{5})$/;
const MOBILE = /^[5-7]\d{7}$/;
const TOLL_FREE = /^(?:800\d{8}|80[01]\d{4})$/;
const PREMIUM = /^900\d{4}(?:\d{4})?$/;

/** The type of a national number; undefined where it is not in the plan. */
export function planType(national: string): Exclude<NumberType, "foreign"> | undefined {
  if (MOBILE.test(national)) return "mobile";
  if (FIXED.test(national)) return "fixed";
  if (TOLL_FREE.test(national)) return "toll_free";
  if (PREMIUM.test(national)) return "premium";
  return undefined;
}

export function isInPlan(national: string): boolean {
  return planType(national) !== undefined;
}

/** The type of a number; undefined where it is not valid. */
export function typeOf(e164: string): NumberType | undefined {
  if (e164.startsWith("+503")) return planType(e164.slice(4));
  return foreignNumber(e164) === undefined ? undefined : "foreign";
}

/** A valid number of another country, as written with `+`; undefined for anything else. */
export function foreignNumber(text: string): string | undefined {
  if (!/^\+(?!503)[\d .()-]+$/.test(text)) return undefined;
  const number = parsePhoneNumberFromString(text);
  return number?.isValid() && number.countryCallingCode !== "503" ? number.number : undefined;
}

/** One repeated digit: somebody filled a form. */
export function isPlaceholder(national: string): boolean {
  return /^(\d)\1{7}$/.test(national);
}

/** What 14 May 2005 made of seven digits: 2–6 got a 2 before them, 7–9 a 7; 800 and 900 stayed as they were. */
export function madeOfSevenDigits(digits: string): string[] {
  if (/^[2-6]/.test(digits)) return [`2${digits}`];
  if (/^(?:800|900)/.test(digits)) return [digits];
  if (/^801/.test(digits)) return [digits, `7${digits}`];
  if (/^[7-9]/.test(digits)) return [`7${digits}`];
  return [];
}
