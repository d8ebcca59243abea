// What a cell says by sections 4 and 5 of the contract: certain numbers, candidates, ranges, digits left over. Where
// its sentences decide nothing the cell is open.

import { foreignNumber, isInPlan, isPlaceholder, madeOfSevenDigits } from "./plan.js";

export interface CellReading {
  /** E.164, in order. */
  certain: string[];
  /** What must be looked up: the certain numbers, and candidates that could be one that somebody wrote. */
  must: string[];
  /** What may be: everything that anybody could see in the digits. */
  may: string[];
  /** The first and the last national number of each range. */
  ranges: [first: number, last: number][];
  /** Whether digits are left over, so that an entry is named; undefined where that is open. */
  isLeftover: boolean | undefined;
  /** Whether the contract says which numbers are certain. */
  isUnderstood: boolean;
  /** Why there is no certain number; `*` where that is open. */
  reason: string;
}

/** A group of digits, and the text between it and the one before. */
interface Group {
  digits: string;
  at: number;
  gap: string;
}

interface Run {
  groups: Group[];
  /** `extension`: behind its word. `alone`: letters touch it. */
  kind: "plain" | "plus" | "extension" | "alone";
  /** What it is cut into; undefined where it is left over. */
  numbers?: string[] | undefined;
  isOpen: boolean;
}

const ZEROS = [0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce];
const [D, M, Y] = ["(?:0?[1-9]|[12]\\d|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)\\d\\d"];
const DAY = new RegExp(`(?<!\\d)(?:${D}([-/.])${M}\\1${Y}|${Y}-${M}-${D})(?!\\d)`, "g");
const TIME = /(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])/g;
/** Escapes, digits of other alphabets, characters beside a digit that the contract does not name, and addresses. */
const UNKNOWN = /%[\da-f]{2}|&#?\w+;|[^\P{N}0-9]|\d[^\s\p{L}\d!-~°]|[^\s\p{L}\d!-~°]\d|\d@/iu;
const FLOAT = /^(?:(\d+)[.,]0{1,2}|(\d)[.,](\d+)e\+?(\d+))$/i;
/** Whether floats among other text, marks that touch a day, and halves parted by a slash are read, is open. */
const OPEN = /\d{7}[.,]0|\de\+?\d|(?:503\)? ?|\d[-./:])\0|\0[-./:]?\d|(?<!\d[-. ]?)\d{4}\/\d{4}(?![-. ]?\d)/i;
const LABEL = /(?:^|\P{L})(?:tel|cel|pbx|fax|wa)$/iu;
const EXTENSION = /(?:(?:^|\P{L})(?:ext|extensi[oó]n|x|int|anexo)[.:= ]*|# ?)$/iu;
const TOUCHING_EXTENSION = /^(?:x|ext|int|anexo)[.: ]*\d/i;
const NATIONAL = /^((?:(?:00|011)?503){0,2})(\d{8}|80[01]\d{4}|900\d{4}|(?:800|900)\d{8})$/;
const PREFIX = String.raw`(?:\+?503[ -]?|\(\+?503\) ?)?`;
const WHOLE = String.raw`${PREFIX}(\d{4}[- ]?\d{4})`;
const TWO_ENDS = new RegExp(`^(?:del )?${WHOLE} (?:al?|to|-) (?:${WHOLE}|(\\d{1,4}))$`);
const OPEN_END = new RegExp(`^${PREFIX}(\\d{4})[- ]?(\\d{0,3})([Xx*?#%]{1,4})$`);

export const sv = (national: string | number) => `+503${national}`;
export const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
const digitsOf = (groups: readonly Group[]) => groups.map(({ digits }) => digits).join("");

/** "Digits of any script, every dash, every space, …, zero-width and bidi marks get one spelling." */
export function plainText(raw: string): string {
  return raw
    .replace(/\p{Nd}/gu, (digit) => {
      const value = digit.codePointAt(0)! - (ZEROS.findLast((zero) => zero <= digit.codePointAt(0)!) ?? 0);
      return value < 10 ? String(value) : digit;
    })
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/&nbsp;|%20|[^\S\r\n]/g, " ")
    .replaceAll("\uff0b", "+")
    .trim();
}

/** The digits of "a float that lost no digit". */
function ofFloat(text: string): string | undefined {
  const [, float, first = "", decimals = "", exponent] = FLOAT.exec(text) ?? [];
  return float ?? (decimals.length === Number(exponent) ? first + decimals : undefined);
}

export function readCell(raw: string): CellReading {
  const plain = plainText(raw).replace(/(503\)?) ?\(0\)/, "$1");
  const text = ofFloat(plain) ?? plain;
  const isDamaged = FLOAT.test(text);
  const said = isDamaged
    ? { isLeftover: true, reason: "spreadsheet-damage" }
    : { ...readRuns(text), ...readRange(text) };
  const { certain = [], isUnderstood = true, isLeftover, ranges = [] } = said;
  const must = distinct([...certain, ...(said.must ?? [])]);
  const isPlain = isUnderstood && isLeftover === false && certain.length > 0;
  return {
    ...{ certain, must, ranges, isUnderstood, isLeftover: isUnderstood ? isLeftover : undefined },
    may: isPlain ? must : distinct([...must, ...everything(text)]),
    reason: said.reason ?? reasonOf(text),
  };
}

/** "The reasons … name why nothing is certain, from the digits alone." */
function reasonOf(text: string): string {
  if (text === "") return "empty";
  if (!/\d/.test(text)) return /^\p{L}/u.test(text) && !/^(?:null|n\/a)$/i.test(text) ? "not-a-number" : "*";
  if (/^\d{8}-\d$/.test(text)) return "looks-like-id";
  if (/^(\d)\1{7}$/.test(text)) return isInPlan(text) ? "placeholder" : "*";
  return /^[2-79]\d\d-?\d{4}$/.test(text) && !text.startsWith("900") ? "legacy-7-digit" : "*";
}

function readRuns(text: string): Partial<CellReading> {
  // "Days with a four-digit year and times of day are no digits. A lone `7012/3456` is `7012-3456`".
  const blank = (it: string) => "\0".repeat(it.length);
  const dayless = text.replace(DAY, blank).replace(TIME, blank);
  const written = dayless.replace(/^(\d{4})\/(\d{4})$/, "$1-$2");
  const runs = runsIn(written);
  const isOpen = takeLeftOver(runs) || OPEN.test(written) || UNKNOWN.test(text) || runs.some((run) => run.isOpen);
  const read = runs.flatMap(({ numbers = [] }) => numbers);
  // "Eight equal digits are never certain."
  const certain = distinct(read.filter((number) => !isPlaceholder(number.slice(4))));
  const isLeft = runs.some(({ numbers }) => numbers === undefined);
  // Whether a calling code alone, eight equal digits, and a day alone are left over, is open.
  const isDoubtful =
    certain.length < read.length || runs.some((run) => digitsOf(run.groups) === "503") || certain.length === 0;
  return {
    ...{ certain, isUnderstood: !isOpen, isLeftover: isLeft || (isDoubtful ? undefined : false) },
    must: [...read, ...candidatesOf(written, runs)],
  };
}

/**
 * "Where what is left over makes a number with the next group …, or is a foreign calling code behind its plus, that
 * run is left over, too." True where that is open: behind a word, before a calling code, or by the end of it.
 */
function takeLeftOver(runs: readonly Run[]): boolean {
  let isOpen = false;
  for (const [i, { groups, kind, numbers }] of runs.entries()) {
    const next = runs[i + 1];
    if (numbers !== undefined || next?.numbers === undefined || next.numbers.length === 0) continue;
    const [first, digits] = [next.groups[0]!, digitsOf(groups)];
    const isForeign = kind === "plus" && foreignNumber(`+${digits}${digitsOf(next.groups)}`) !== undefined;
    const isNumber = (end: string) => isInPlan(NATIONAL.exec(end + first.digits)?.[2] ?? "");
    const isToll = NATIONAL.exec(digits + first.digits)?.[2]?.length === 7;
    const isOwn = isNumber(digits) && !isToll && next.kind === "plain" && first.digits !== "503";
    const isCertain = (isForeign || isOwn) && !/\p{L}/u.test(first.gap);
    if (isCertain) next.numbers = undefined;
    else isOpen ||= isForeign || groups.some((_, from) => isNumber(digitsOf(groups.slice(from))));
  }
  return isOpen;
}

/** "Groups of digits are one run where … joined them. A plus, a slash, a comma … or a word parts runs." */
function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  let before: Group | undefined;
  for (const { 0: digits, index: at } of text.matchAll(/\d+/g)) {
    const group = { digits, at, gap: text.slice(before === undefined ? 0 : before.at + before.digits.length, at) };
    const behind = text.slice(at + digits.length);
    const kind = kindOf(group, behind);
    const isJoined = before !== undefined && joins(group, before, behind);
    // Open: other marks and labels than the contract lists, and an extension before any number.
    const isMark = before !== undefined && /^[ ().[\]{}_*~'-]+$/.test(group.gap) && isJoined === undefined;
    const isLabel = /\p{L}$/u.test(group.gap) && !/[OIl]$/.test(group.gap) && kind === "alone";
    const isEarly = before === undefined && kind === "extension" && digits.length < 8;
    const isOpen = isMark || isLabel || isEarly || /^(?:tel|cel|fax|pbx|wa)/i.test(behind);
    const run = runs.at(-1);
    if (isJoined && kind === "plain" && run!.kind !== "alone") {
      run!.groups.push(group);
      run!.isOpen ||= isOpen;
    } else runs.push({ groups: [group], kind, isOpen });
    before = group;
  }
  for (const run of runs) cut(run);
  return runs;
}

function kindOf({ gap }: Group, behind: string): Run["kind"] {
  if (/^\p{L}/u.test(behind) && !TOUCHING_EXTENSION.test(behind)) return "alone";
  if (EXTENSION.test(gap)) return "extension";
  if (/\p{L}$/u.test(gap) && !LABEL.test(gap)) return "alone";
  return /\+ ?[([{]?$|[([{]\+ ?$/.test(gap) ? "plus" : "plain";
}

/** "One or two spaces, a dash, one of `. _ * ~ '`, or a bracket that closes what it opened"; else undefined. */
function joins({ digits, gap }: Group, before: Group, behind: string): boolean | undefined {
  if (/^(?: {1,2}|[-._*~'])$/.test(gap)) return true;
  // "` - ` joins only groups of one length."
  if (gap === " - ") return digits.length === before.digits.length;
  const closing = /^([)\]}]) {0,2}$/.exec(gap)?.[1];
  if (closing !== undefined) return before.gap.replace(/\+ ?$/, "").endsWith("([{"[")]}".indexOf(closing)]!);
  return /^ ?[([{]$/.test(gap) && !/^[)\]}] {0,2}\d/.test(behind) ? false : undefined;
}

interface Cut {
  numbers: string[];
  isOpen: boolean;
}

/** "A run is understood where it can be cut in exactly one way, nothing left." */
function cut(run: Run): void {
  const { groups, kind } = run;
  const isExtension = kind === "extension" && groups[0]!.digits.length < 6;
  const ways =
    digitsOf(groups) === "503" ? [{ numbers: [], isOpen: false }] : waysToCut(groups.slice(isExtension ? 1 : 0), kind);
  run.numbers = ways.length === 1 && kind !== "alone" ? ways[0]!.numbers : undefined;
  const [first] = groups;
  // Open: an extension that is a number, too; a plus before a national number; `00` apart from the number.
  const isBehindPlus =
    kind === "plus" && ways.some(({ numbers }) => digitsOf(groups).startsWith(numbers[0]?.replace("+503", "") ?? "+"));
  const isSplit = groups.length > 1 && /^00(?!503)\d/.test(first!.digits);
  run.isOpen ||=
    isBehindPlus || isSplit || ways.some((way) => way.isOpen) || (isExtension && waysToCut(groups, kind).length > 0);
}

function waysToCut(groups: readonly Group[], kind: Run["kind"], parting: readonly string[] = []): Cut[] {
  if (groups.length === 0) return [{ numbers: [], isOpen: false }];
  return groups.flatMap((_, i) => {
    const one = readNumber(groups.slice(0, i + 1), kind === "plus" && parting.length === 0);
    const marks = i + 1 < groups.length ? [...parting, groups[i + 1]!.gap] : parting;
    // "No mark stands both within and between numbers."
    if (one === undefined) return [];
    return waysToCut(groups.slice(i + 1), kind, marks)
      .filter(() => !one.within.some((mark) => marks.includes(mark)))
      .map(({ numbers, isOpen }) => ({ numbers: [one.number, ...numbers], isOpen: isOpen || one.isOpen }));
  });
}

/** The one number that these groups are, and the marks within it. */
function readNumber(groups: readonly Group[], isBehindPlus: boolean) {
  const digits = digitsOf(groups);
  const [, zeroed = ""] = groups.length === 1 ? (/^00(\d{9,})$/.exec(digits) ?? []) : [];
  const zeros = foreignNumber(`+${zeroed}`);
  const foreign = isBehindPlus ? foreignNumber(`+${digits}`) : zeros;
  const marks = groups.slice(1).map(({ gap }) => gap);
  if (foreign !== undefined)
    return {
      number: foreign,
      within: marks,
      isOpen: !digits.endsWith(foreign.slice(1)) || isInPlan(zeroed),
    };
  const [, code = "", national = ""] = NATIONAL.exec(digits) ?? [];
  if (!isInPlan(national) || (national.length === 11 && groups.length > 1)) return undefined;
  // Groups of the calling code alone; one that touches the number is in its first group.
  const codes = groups.filter((_, i) => digitsOf(groups.slice(0, i + 1)).length <= code.length).length;
  const own = groups.slice(codes).map((group) => group.digits);
  const isGlued = digitsOf(groups.slice(0, codes)).length < code.length;
  const within = marks.slice(codes);
  // "503 alone is the calling code. No group of one digit, except first of spaced ones. Dots join … one length."
  if (own.length > 1 && own.includes("503")) return undefined;
  // Whether one digit and seven are "spaced ones", is open.
  const isPair = own.length === 2 && own[0]!.length === 1;
  if (own.some((it, i) => it.length === 1 && (i > 0 || !/^ *$/.test(within.join(""))))) return undefined;
  if (within.includes(".") && (isGlued || new Set(own.map((it) => it.length)).size > 1)) return undefined;
  return { number: sv(national), within, isOpen: marks[codes - 1] === "." || isPair };
}

/** "Candidates, where something is left over", as far as they could be numbers that somebody wrote. */
function candidatesOf(text: string, runs: readonly Run[]): string[] {
  const left = runs.filter(({ numbers }) => numbers === undefined).flatMap(({ groups }) => groups);
  const isLeft = (at: number) =>
    /[OIl]/.test(text[at]!) || left.some((it) => at >= it.at && at < it.at + it.digits.length);
  const found = windowsOf(text, isLeft);
  let before: string | undefined;
  for (const { groups, kind, numbers } of runs) {
    const digits = digitsOf(groups);
    // "`801` and four digits as the old mobile, too."
    for (const number of numbers ?? []) if (/^\+503801\d{4}$/.test(number)) found.push(sv(`7${number.slice(4)}`));
    if (numbers !== undefined)
      before = kind === "extension" ? undefined : /^\+503(\d{8})$/.exec(numbers.at(-1) ?? "")?.[1];
    if (numbers !== undefined || kind === "alone") continue;
    // "7 digits as 2005 made 8 of them; … 8 digits outside the plan as they stand."
    if (/^(?:503)?\d{7}$/.test(digits)) found.push(...madeOfSevenDigits(digits.slice(-7)).map(sv));
    if (digits.length === 8) found.push(sv(digits));
    // "1 to 4 digits behind a number as its neighbour's last ones."
    const neighbour = before?.slice(0, -digits.length) + digits;
    if (groups.length === 1 && digits.length <= 4 && isInPlan(neighbour)) found.push(sv(neighbour));
    else before = undefined;
  }
  return found;
}

/** "Every window of 8 digits between two words that is a number of the plan", of wanted digits. */
function windowsOf(text: string, isWanted: (at: number) => boolean): string[] {
  return [...withoutLookAlikes(text).matchAll(/[^\p{L}]+/gu)].flatMap(({ 0: stretch, index }) => {
    const digits = [...stretch.matchAll(/\d/g)]
      .map((match) => (isWanted(index + match.index) ? match[0] : " "))
      .join("");
    return [...digits.matchAll(/(?=(\d{8}))/g)]
      .map(([, window]) => window!)
      .filter(isInPlan)
      .map(sv);
  });
}

function withoutLookAlikes(text: string): string {
  return text.replace(/(?<!\p{L})[\dOIl]*\d[\dOIl]*(?!\p{L})/gu, (it) => it.replaceAll("O", "0").replace(/[Il]/g, "1"));
}

/** The ranges of section 5, where a cell is nothing else. */
function readRange(text: string): Partial<CellReading> {
  const [, begin = "", end = "", short = ""] = TWO_ENDS.exec(text) ?? [];
  const first = begin.replace(/\D/g, "");
  const last = end.replace(/\D/g, "") || first.slice(0, 8 - short.length) + short;
  const isDashed = text.includes(" - ");
  if (isInPlan(first)) {
    // "Where the two differ in their last four digits alone; else they are two numbers." Open: what runs down.
    if (isDashed && last.slice(0, 4) !== first.slice(0, 4)) return {};
    const isOpen = !isInPlan(last) || last <= first || (isDashed && short.length === 4);
    return isOpen ? { isUnderstood: false } : { isLeftover: false, ranges: [[Number(first), Number(last)]] };
  }
  const [, four = "", more = "", marks = ""] = OPEN_END.exec(text) ?? [];
  if (more.length + marks.length === 4) {
    const [zeros, nines] = ["0", "9"].map((digit) => Number(four + more + digit.repeat(marks.length)));
    return { certain: [], must: [], ranges: [[zeros!, nines!]], isLeftover: false, reason: "not-a-number" };
  }
  // Other marks behind digits, among other words, may be ranges.
  return /\d[- ]?[Xx*?#%]{1,4}(?! ?[\p{L}\d])/u.test(text) ? { isUnderstood: false } : {};
}

/** Every number that anybody might see in the digits. */
function everything(text: string): string[] {
  const digits = withoutLookAlikes(text).replace(/\D/g, "");
  const ends = distinct(
    (text.match(/\d+/g) ?? []).flatMap((group) => [1, 2, 3, 4].map((count) => group.slice(-count))),
  );
  const windows = [7, 8, 9, 10, 11, 12, 13, 14, 15].flatMap((length) =>
    Array.from({ length: Math.max(0, digits.length - length + 1) }, (_, at) => digits.slice(at, at + length)),
  );
  return windows.flatMap((window) => [
    ...[`+${window}`, sv(window)],
    ...(window.length === 7 ? madeOfSevenDigits(window).map(sv) : []),
    ...(window.length === 8 ? ends.map((end) => sv(window.slice(0, -end.length) + end)) : []),
  ]);
}

/** What counts in a column that is no phone column: "the certain numbers …, and eight digits, or four and four". */
export function numbersBeside(raw: string): string[] {
  const plain = plainText(raw).matchAll(/(?<![\p{L}\d])(\d{4})[-. ]?(\d{4})(?![\p{L}\d])/gu);
  return distinct([...readCell(raw).certain, ...[...plain].map(([, first, last]) => sv(`${first}${last}`))]);
}
