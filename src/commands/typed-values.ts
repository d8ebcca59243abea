// What is typed after an option becomes a value: ages, percentages, dates, NAME=VALUE. A wrong one is exit 2.

import { ExitCode, ScrubError } from "../errors.js";
import { endOfName } from "../files/list-names.js";
import { isWorkbookName } from "../files/paths.js";
import { SAID_ENCODINGS, type SaidEncoding } from "../files/text-source.js";
import type { NumberType } from "../phone/number.js";
import { NUMBER_TYPES } from "../scrub/rules.js";
import { CHANNELS } from "../suppression/event.js";
import { LANGUAGES, type Language } from "../text/languages.js";
import { fixedWord, nearestWord } from "../text/typed-words.js";
import { dayStart, parseOffset, type TimeZone } from "../time/time-zone.js";

const MINUTE = 60_000;
const UNITS: Record<string, number> = { m: MINUTE, h: 60 * MINUTE, d: 1440 * MINUTE, w: 7 * 1440 * MINUTE };

/** A hundred years: beyond it a date has no meaning here, or none at all. */
const LONGEST_AGE = 36_525 * 1440 * MINUTE;

/** Refuses a rule that is typed twice: only the last would hold, and what the first forbids would pass in silence. */
export function once(option: string, typed: string, before: unknown): string {
  if (before !== undefined) throw new ScrubError(ExitCode.usage, "givenTwice", [option]);
  return typed;
}

/** `90m`, `24h`, `30d`, `2w` in milliseconds. */
export function parseAge(option: string, typed: string): number {
  const match = /^(\d+(?:\.\d+)?)([mhdw])$/i.exec(typed.trim());
  const age = match ? Number(match[1]) * UNITS[match[2]!.toLowerCase()]! : Number.NaN;
  if (!(age <= LONGEST_AGE)) throw new ScrubError(ExitCode.usage, "badForm", [option, "24h, 30d, 2w"]);
  return age;
}

/** A bare 0 is as clear as `0h`. */
export function parseGrace(option: string, typed: string): number {
  return typed.trim() === "0" ? 0 : parseAge(option, typed);
}

/** Parses a term in days: nobody has working hours as a term for an answer. */
export function parseWorkingDays(option: string, typed: string): number {
  const [, days] = /^\s*([1-9]\d{0,3})d\s*$/i.exec(typed) ?? [];
  if (days === undefined) throw new ScrubError(ExitCode.usage, "badForm", [option, "20d, 40d"]);
  return Number(days);
}

/** `20%` or `20pct` as a share from 0 to 1. A bare number is refused: 0.2 and 20 would both look right. */
export function parsePercentage(option: string, typed: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(?:%|pct)$/i.exec(typed.trim());
  const share = match ? Number(match[1]) / 100 : Number.NaN;
  if (!(share <= 1)) throw new ScrubError(ExitCode.usage, "badPercentage", [option]);
  return share;
}

export function parseCount(option: string, typed: string): number {
  if (!/^\d{1,12}$/.test(typed)) throw new ScrubError(ExitCode.usage, "badValue", [option, "0, 1, 2 …"]);
  return Number(typed);
}

/** Rows and lines are counted from 1. */
export function parseRow(option: string, typed: string): number {
  const row = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (row === 0) throw new ScrubError(ExitCode.usage, "badValue", [option, "1, 2, 3 …"]);
  return row;
}

const SIZES: Record<string, number> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** `500MB`, `2GiB` in bytes: a kilobyte has 1,024, whichever way it is written. */
export function parseSize(option: string, typed: string): number {
  const match = /^(\d{1,12}(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?$/i.exec(typed.trim());
  const bytes = match ? Number(match[1]) * SIZES[match[2]!.toLowerCase()]! : Number.NaN;
  if (!(bytes >= 1 && bytes <= Number.MAX_SAFE_INTEGER))
    throw new ScrubError(ExitCode.usage, "badForm", [option, "500MB, 2GiB"]);
  return Math.floor(bytes);
}

/** An ISO date or time; without a zone it is El Salvador's, and a bare day is its start: the older, stricter moment. */
export function parseMoment(option: string, typed: string): Date {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed);
  const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(typed);
  const moment = day
    ? dayStart(Number(day[1]), Number(day[2]), Number(day[3]))
    : time
      ? new Date(time[3] === undefined ? `${typed.replace(" ", "T")}-06:00` : typed.replace(" ", "T"))
      : undefined;
  if (moment === undefined || Number.isNaN(moment.getTime()))
    throw new ScrubError(ExitCode.usage, "badForm", [option, "2026-11-24, 2026-11-24T08:00"]);
  return moment;
}

/** `-06:00`, `+01:00`, `UTC`. */
export function parseZone(option: string, typed: string): TimeZone {
  const zone = parseOffset(typed);
  if (zone === undefined) throw new ScrubError(ExitCode.usage, "badForm", [option, "-06:00, +01:00, UTC"]);
  return zone;
}

/** What is known of a value before it is typed: completions offer it. */
export interface Known {
  /** The only words that it may be. */
  words?: readonly string[];
  /** Parts several of these words in one value. */
  separator?: ",";
  /** How the names of its files end. */
  endings?: readonly string[];
  /** Another value would take the place of the first in silence, and decides who is barred: both are refused. */
  once?: true;
  /** The parser that does the work, where this one only tells what it takes. */
  underneath?: unknown;
}

/** The parser of an option that takes one of these words. */
export function oneOf<T extends string>(words: readonly T[]): ((option: string, typed: string) => T) & Known {
  return knowing((option, typed) => parseChoice(option, typed, words), { words });
}

/** The channel of a run or of an event. */
export const parseChannel = knowing(oneOf(CHANNELS), { words: CHANNELS, once: true });

/** A parser that tells what it takes. */
export function knowing<P extends (...typed: never[]) => unknown>(parse: P, known: Known): P & Known {
  const telling = (...typed: Parameters<P>) => parse(...typed);
  return Object.assign(telling as P, known, { underneath: parse });
}

/** `es`, `español`, or as a system names it: `es_SV.UTF-8`. */
export const parseLanguage = knowing(
  (option: string, typed: string): Language => parseChoice(option, typed.replace(/[-_.@].*$/, ""), LANGUAGES),
  { words: LANGUAGES },
);

/** `mobile,fixed` */
export const parseTypes = knowing(
  (option: string, typed: string): readonly NumberType[] =>
    typed.split(",").map((type) => parseChoice(option, type.trim(), NUMBER_TYPES)),
  { words: NUMBER_TYPES, separator: "," },
);

export function parseDelimiter(option: string, typed: string): number {
  const delimiter = fixedWord(typed, ["tab"]) !== undefined || typed === "\\t" ? "\t" : typed;
  // What numbers are written with can part no cells.
  if (delimiter.length !== 1 || delimiter > "~" || /["\r\n\w+()-]/.test(delimiter))
    throw new ScrubError(ExitCode.usage, "badValue", [option, ", ; tab |"]);
  return delimiter.charCodeAt(0);
}

const ENCODING_ALIASES: Readonly<Record<string, SaidEncoding>> = {
  utf8: "utf-8",
  utf16: "utf-16",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  cp1252: "windows-1252",
  latin1: "windows-1252",
  "latin-1": "windows-1252",
  "iso-8859-1": "windows-1252",
};

/** Latin-1 is read as Windows-1252, which has the same letters, and characters where Latin-1 has none. */
export const parseEncoding = knowing(
  (option: string, typed: string): SaidEncoding => {
    const said = typed.trim().toLowerCase();
    return ENCODING_ALIASES[said] ?? parseChoice(option, said, SAID_ENCODINGS);
  },
  { words: SAID_ENCODINGS },
);

/** The endings of reports' names: the data, and the page. */
export const REPORT_ENDINGS = [".json", ".html"] as const;

/** `campaign=navidad`; repeatable. */
export function collectLabel(option: string, typed: string, before: string[]): readonly string[] {
  if (typed.indexOf("=") <= 0) throw new ScrubError(ExitCode.usage, "badForm", [option, "ticket=1042"]);
  return oneMore(before, typed);
}

/** Adds a value to those of its option so far, a list that is this option's alone: a copy for each would take the square of the time. */
export function oneMore<T>(before: T[], value: T): T[] {
  before.push(value);
  return before;
}

/** `before`: also what stands where the option was not typed, such as the `false` of `--no-report`. */
export function collect(_option: string, typed: string, before: string[] | false | undefined): string[] {
  return oneMore(before || [], typed);
}

/** How names end under which no program expects CSV. */
const OTHER_FORMAT = /(\.(?:xl[st][xmb]?|ods|ots|fods|parquet|json|jsonl|ndjson))(?:\.gz)?$/i;

/** The name of a file that is written as CSV. */
export function outputFile(option: string, typed: string): string {
  if (typed === "") throw new ScrubError(ExitCode.usage, "emptyName", [option]);
  const ending = otherFormat(typed);
  if (ending === undefined) return typed;
  throw new ScrubError(ExitCode.usage, "otherFormat", [option, ending], { file: typed });
}

/** The name of a file that is written as JSON, or may be. */
export function jsonFile(option: string, typed: string): string {
  return /json/i.test(otherFormat(typed) ?? "") ? typed : outputFile(option, typed);
}

/** The name of a list that a scrub writes: as a workbook, if it is called so. */
export function listFile(option: string, typed: string): string {
  return isWorkbookName(typed) ? typed : outputFile(option, typed);
}

/** `.json`, as it was typed; undefined where the name may be a CSV file's. */
export function otherFormat(name: string): string | undefined {
  return OTHER_FORMAT.exec(name)?.[1];
}

export function asTyped(_option: string, typed: string): string {
  return typed;
}

/** A value for one list, by its name, or for all of them. */
export interface NamedValue<T> {
  list: string | undefined;
  value: T;
}

/** Whether a list of the line that was typed has this name. */
export type IsListName = (name: string) => boolean;

/** The sheet name that makes each sheet of a suppression list a list. */
export const EVERY_SHEET = "*";

/** The parser of values that may be said for one list each; `most`: how many of each. */
export function named<T>(parse: (option: string, typed: string) => T, isListName: IsListName, most: "one" | "any") {
  const saidOf = new WeakMap<object, Map<string | undefined, T>>();
  return knowing((option: string, typed: string, before: NamedValue<T>[]) => {
    const { list, value } = parseNamed(typed, (own) => parse(option, own), isListName);
    const said = saidOf.get(before) ?? new Map<string | undefined, T>();
    saidOf.set(before, said);
    // Without a name `*` is said of other lists than any other value.
    const meant = list ?? (typed === EVERY_SHEET ? EVERY_SHEET : undefined);
    // Only the last would hold, and a sheet of opt-outs would not be read.
    if (most === "one" && said.has(meant) && said.get(meant) !== value)
      throw new ScrubError(ExitCode.usage, "givenTwice", [option]);
    said.set(meant, value);
    return oneMore(before, { list, value });
  }, parse as Known);
}

/** `[NAME=]VALUE`, split behind the longest name of a list, else at the first `=`, so that a wrong name is told. */
export function parseNamed<T>(typed: string, parse: (value: string) => T, isListName: IsListName): NamedValue<T> {
  const first = typed.indexOf("=");
  // Where only one `=` can part them, the lists need not be looked for.
  const longest = typed.lastIndexOf("=") === first ? -1 : endOfName(typed, isListName);
  const at = longest < 0 ? first : longest;
  return at <= 0
    ? { list: undefined, value: parse(typed) }
    : { list: typed.slice(0, at), value: parse(typed.slice(at + 1)) };
}

function parseChoice<T extends string>(option: string, typed: string, choices: readonly T[]): T {
  const choice = fixedWord(typed, choices);
  if (choice === undefined)
    throw new ScrubError(ExitCode.usage, "badValue", [option, choices, nearestWord(typed, choices)]);
  return choice;
}
