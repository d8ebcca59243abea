// What one phone cell says by the contract: the certain numbers, the doubtful readings, the reason
// where there is none. A cell whose shape is not written here is not understood: then anything that the contract leaves open may come out.

import { foreignNumber, isInPlan, isPlaceholder, madeOfSevenDigits } from "./plan.js";
import { everyReading } from "./readings.js";
import { unmistakable } from "./unmistakable.js";

export interface CellReading {
  /** Numbers that the cell holds without a doubt, in order, valid in the plan or in another country's. */
  certain: string[];
  /** Numbers that must be looked up in a phone list and suppressed by a suppression list: the certain and the doubtful ones. */
  must: string[];
  /** Numbers that may be: everything that somebody might see in the digits. */
  may: string[];
  /** Whether the contract says what this cell is. If not, the record may also be clean, foreign or excluded by it. */
  understood: boolean;
  /** Why there is no certain number; `*` where the contract leaves the reason open. */
  reason: string;
}

/** Characters that other systems write for digits, dashes, spaces and plus signs, as plain ones; invisible ones are gone. */
export function plainText(raw: string): string {
  return raw
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, "")
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-")
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/\uff0b/g, "+")
    .trim();
}

export function readCell(raw: string): CellReading {
  const text = unwrapped(plainText(raw));
  const reading = readWhole(text) ?? readSeveral(text) ?? notUnderstood();
  // "Unmistakable spellings … are looked up" wherever they stand; whatever else the cell is.
  const plain = unmistakable(plainText(raw)).map(sv);
  const certain = reading.certain ?? [];
  const understood = reading.understood ?? true;
  // "Every reading is looked up." Dates, ids and scientific notation have a meaning of their own.
  const readings = reading.certain === undefined && reading.understood === false ? everyReading(text).map(sv) : [];
  const must = distinct([...certain, ...(reading.doubtful ?? []), ...plain, ...readings]);
  const isSure = reading.perhaps === undefined || reading.perhaps.length === 0;
  const isPlain = understood && isSure && certain.length > 0 && certain.length === must.length;
  return {
    certain,
    must,
    may: isPlain ? must : distinct([...must, ...(reading.perhaps ?? []), ...windows(text)]),
    understood,
    reason: reading.reason ?? "*",
  };
}

export function sv(national: string): string {
  return `+503${national}`;
}

export function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}

interface Shape {
  certain?: string[];
  doubtful?: string[];
  /** What else somebody might look up; a range as it is written. */
  perhaps?: string[];
  understood?: boolean;
  reason?: string;
}

function notUnderstood(): Shape {
  return { understood: false };
}

/** "A leading Excel apostrophe or `="…"`." */
function unwrapped(text: string): string {
  return text
    .replace(/^'/, "")
    .replace(/^="(.*)"$/, "$1")
    .trim();
}

/** The shapes that have a meaning as a whole. */
function readWhole(text: string): Shape | undefined {
  if (text === "") return { reason: "empty" };
  // "Empty cells, NULL, \N are no entries."
  if (/^(?:null|\\n)$/i.test(text)) return { reason: "*" };
  if (!/\d/.test(text)) return { reason: "not-a-number" };
  // "Excel's trailing .0"
  const float = /^(\d+)\.0$/.exec(text);
  if (float !== null) return readDigits(float[1]!);
  const scientific = /^(\d)[.,](\d+)e\+?(\d+)$/i.exec(text);
  if (scientific !== null) {
    // "Scientific notation that has lost digits is never guessed."
    const [, first, decimals, exponent] = scientific;
    return decimals!.length === Number(exponent) ? readDigits(first! + decimals) : { reason: "spreadsheet-damage" };
  }
  // "In a phone list such a cell" (a range) "is not-a-number."
  if (isRange(text)) return { perhaps: [text], reason: "not-a-number" };
  // "DUI-shaped digits", also those that lost the leading zero.
  if (/^\d{7}-\d$/.test(text)) return { doubtful: [sv(text.replace("-", ""))], reason: "looks-like-id" };
  if (/^\d{8}-\d$/.test(text)) return { reason: "looks-like-id" };
  // "A date's digits."
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$|^\d{4}-\d\d-\d\d$/.test(text)) return dateShape(text);
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)) return { reason: "*" };
  // "Letters O, I, l as 0, 1, 1."
  if (/^[\dOIl]{4}[- ]?[\dOIl]{4}$/.test(text) && /[OIl]/.test(text) && text.replace(/\D/g, "").length >= 3)
    return { doubtful: inPlan([asDigits(text)]), reason: "not-a-number" };
  // "7012,3456" is doubtful, "7012/3456 is one number".
  if (/^\d{4},\d{4}$/.test(text)) return { doubtful: eight(text.replace(",", "")) };
  if (/^\d{4}\/\d{4}$/.test(text)) return readDigits(text.replace("/", ""));
  // "5-3-3 groups."
  if (/^503\d\d([- ])\d{3}\1\d{3}$/.test(text)) return { doubtful: eight(text.replace(/\D/g, "").slice(3)) };
  // "Ten digits that begin (503) without + (Oregon)."
  const oregon = /^\(503\) ?(\d{3})[- ]?(\d{4})$/.exec(text);
  if (oregon !== null) {
    const seven = `${oregon[1]}${oregon[2]}`;
    return { doubtful: [`+1503${seven}`, ...madeOfSevenDigits(seven).map(sv)] };
  }
  const legacy = /^(\d{3})[- ](\d{4})$/.exec(text);
  if (legacy !== null) return readDigits(`${legacy[1]}${legacy[2]}`);
  if (/^\d+$/.test(text)) return readDigits(text);
  const foreign = foreignNumber(text);
  if (foreign !== undefined) return { certain: [foreign] };
  return readLastDigits(text) ?? readPbxRange(text);
}

/** Bare digits, as many as they may be. */
function readDigits(digits: string): Shape {
  const length = digits.length;
  if (length < 7) return { reason: "*" };
  if (length === 7) {
    const made = madeOfSevenDigits(digits);
    // Toll-free and premium numbers have seven digits; 801 and four digits is also an old mobile.
    if (isInPlan(digits))
      return { certain: [sv(digits)], doubtful: made.map(sv), understood: !digits.startsWith("801") };
    return { doubtful: made.map(sv), reason: made.length > 0 ? "legacy-7-digit" : "*" };
  }
  if (length === 8) {
    if (isPlaceholder(digits)) return { doubtful: [sv(digits)], reason: "placeholder" };
    if (isInPlan(digits)) return { certain: [sv(digits)] };
    // "00 and 7 or 8 digits" has another length; "8 digits outside the plan as they stand".
    return { doubtful: [sv(digits)], reason: "*" };
  }
  const zeros = /^00(\d{7,8})$/.exec(digits);
  if (zeros !== null)
    return { doubtful: zeros[1]!.length === 8 ? eight(zeros[1]!) : madeOfSevenDigits(zeros[1]!).map(sv) };
  const national = /^(?:503|00503|011503)(\d{8})$/.exec(digits)?.[1];
  if (national !== undefined && isPlaceholder(national)) return { doubtful: [sv(national)], reason: "*" };
  if (national !== undefined && isInPlan(national)) return { certain: [sv(national)] };
  if (national !== undefined) return { doubtful: [sv(national)], reason: "*" };
  if (length === 11 && isInPlan(digits)) return { certain: [sv(digits)], understood: false };
  if (length === 9) return { reason: "*" };
  if (length === 10 && digits.startsWith("503"))
    // Perhaps a toll-free or premium number of seven digits behind the country code.
    return {
      doubtful: [`+1${digits}`, ...madeOfSevenDigits(digits.slice(3)).map(sv)],
      understood: !isInPlan(digits.slice(3)),
    };
  // "10–15 digits without + as international."
  if (length <= 15) return { doubtful: /^[1-9]/.test(digits) ? [`+${digits}`] : [], reason: "*" };
  // "Two numbers run together (each half)."
  const halves = /^(?:503)?(\d{8})(\d{8})$/.exec(digits) ?? /^503(\d{8})503(\d{8})$/.exec(digits);
  return { doubtful: halves === null ? [] : inPlan([halves[1]!, halves[2]!]), reason: "*" };
}

/** "Every number of a PBX range up to 100": `2222-2222 al 25`, `2222-2222 y 23`. The first is the number that it is. */
function readPbxRange(text: string): Shape | undefined {
  const range = /^(.*\d) (?:al|a|y) (\d{1,2})$/.exec(text);
  const first = range === null ? undefined : oneNumber(range[1]!);
  if (range === null || first === undefined || !isInPlan(first)) return undefined;
  const end = Number(first.slice(0, -range[2]!.length) + range[2]!);
  const all = [];
  for (let number = Number(first); number <= end; number++) all.push(sv(String(number)));
  // `5039-3228 y 31`: behind what may be the calling code, `9-3228 y 31` may be a number, too.
  if (first.startsWith("503") && text.includes(" y ")) return { doubtful: all, understood: false };
  return { certain: [sv(first)], doubtful: all, understood: all.length > 1 };
}

/** The last digits of others behind a whole number: `2221-6429, 6434 y 6446`, `2221-6429 fax 6446`. Whether it is certain, is left open. */
function readLastDigits(text: string): Shape | undefined {
  const [, whole, ends] = /^(.*?\d)((?:(?:, | y | \/ |, fax | fax )\d{4})+)$/i.exec(text) ?? [];
  const first = whole === undefined ? undefined : oneNumber(whole);
  if (first === undefined || !isInPlan(first)) return undefined;
  const named = inPlan(ends!.match(/\d{4}/g)!.map((end) => first.slice(0, 4) + end));
  return { doubtful: [sv(first), ...named], understood: false };
}

/** Halves of numbers that may be the last digits of one near the number before them: `2221-6429, 6434-7012`. */
function neighboursOf(nationals: readonly string[]): string[] {
  return nationals.slice(1).flatMap((national, i) => {
    const before = nationals[i]!;
    const isNear = (one: string) => Math.abs(Number(one) - Number(before)) <= 100;
    const [left, right] = [national.slice(0, 4), national.slice(4)].map((half) => before.slice(0, 4) + half);
    // Where the first half is an end, the second is one, too.
    return isNear(left!) ? [left!, right!].map(sv) : [right!].filter(isNear).map(sv);
  });
}

const LABEL = /^(?:telefax|tel[eé]fonos?|tel|cel|celular|m[oó]vil|pbx|whatsapp|wsp|fax)(?:\.:|\.|:)? ?/i;
const EXTENSION = / ?(?:ext\.?|x|int\.|anexo) ?\d{1,4}$/i;
const NAME = /^([a-záéíóúñ]+:? )?(.*?)(?: ?\([a-záéíóúñ ]+\))?$/i;
const PREFIX =
  /^(?:tel:|https:\/\/wa\.me\/)?(?:\+503 ?\(0\)|\+?503 503|011 ?503|00503|\+ ?\(503\)|\(\+?503\)|\{503\}|503\+|\+?503)[ .-]{0,3}/;
const GROUPS = /^(?:\d{8}|\d{4} ?[-. _*] ?\d{4})$/;
const GROUPS_BEHIND_PREFIX = /^(?:\d{8}|\d{4} ?[-. _*] ?\d{4}|\d\d([- ])\d\d\1\d{4}|\d\d([- ])\d\d\2\d\d\2\d\d)$/;

/** The eight digits of one number, with label, prefix and extension around it; undefined for anything else. */
function oneNumber(piece: string): string | undefined {
  const bare = piece.trim().replace(LABEL, "").replace(EXTENSION, "").trim();
  // Eight digits that begin with 503 are a mobile of their own.
  if (GROUPS.test(bare)) return bare.replace(/\D/g, "");
  const behind = bare.replace(PREFIX, "");
  return behind !== bare && GROUPS_BEHIND_PREFIX.test(behind) ? behind.replace(/\D/g, "") : undefined;
}

/** "Several numbers separated by `/ | ; , & ° y o` or spaces", each a whole one. */
function readSeveral(text: string): Shape | undefined {
  for (const separator of [undefined, / *[/|;,&°] *| [yo] /, / +/]) {
    const pieces = separator === undefined ? [text] : text.split(separator).filter((piece) => piece !== "");
    // "Numbers beside one whose first group may be a calling code" are doubtful: `502, 5012-3456`.
    const isAbroad = (piece: string, i: number) =>
      /^\+?\d{3}$/.test(piece) && foreignNumber(`+${piece.replace("+", "")}${pieces[i + 1] ?? ""}`) !== undefined;
    if (pieces.some(isAbroad)) return undefined;
    const found = pieces.filter((piece) => !/^\*?\d{3}$/.test(piece)).map(oneNumber);
    if (found.length === 0 || found.includes(undefined)) continue;
    const nationals = found as string[];
    const certain = nationals.filter((national) => isInPlan(national) && !isPlaceholder(national)).map(sv);
    return { certain, doubtful: nationals.map(sv), perhaps: neighboursOf(nationals), reason: "*" };
  }
  return readNamed(text);
}

/** "Names in brackets", and one before the number: `Ana 7012-3456`, `7012-3456 (Ana)`. */
function readNamed(text: string): Shape | undefined {
  const [, before, number] = NAME.exec(text) ?? [];
  if (number === undefined || number === text) return undefined;
  const found = oneNumber(number);
  if (found === undefined || !isInPlan(found) || isPlaceholder(found)) return undefined;
  return { certain: [sv(found)], understood: before === undefined };
}

function dateShape(text: string): Shape {
  const digits = text.replace(/\D/g, "");
  return { doubtful: digits.length === 8 && isInPlan(digits) ? [sv(digits)] : [], reason: "*" };
}

function asDigits(text: string): string {
  return text.replace(/[- ]/g, "").replaceAll("O", "0").replace(/[Il]/g, "1");
}

function eight(digits: string): string[] {
  return digits.length === 8 ? [sv(digits)] : [];
}

function inPlan(nationals: readonly string[]): string[] {
  return nationals.filter(isInPlan).map(sv);
}

/** Whether a cell ends in a wildcard behind digits (the contract's *Ranges*). */
export function isRange(text: string): boolean {
  return /\d *(?:[%*]|[- ]?[xX]{2,}|[- ]?[#?*]{1,})$/.test(text);
}

/** Every number that anybody might see in the digits: eight, seven or ten and more in a row, whatever stands between them. */
export function windows(text: string): string[] {
  const digits = asDigits(text).replace(/o/g, "0").replace(/i/g, "1").replace(/\D/g, "");
  const found: string[] = [];
  for (let at = 0; at + 7 <= digits.length; at++) {
    found.push(sv(digits.slice(at, at + 7)), ...madeOfSevenDigits(digits.slice(at, at + 7)).map(sv));
    for (const length of [8, 11]) if (at + length <= digits.length) found.push(sv(digits.slice(at, at + length)));
    for (let length = 8; length <= 15 && at + length <= digits.length; length++)
      found.push(`+${digits.slice(at, at + length)}`, `+1${digits.slice(at, at + length)}`);
  }
  return found;
}
