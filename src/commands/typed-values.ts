// Parses the values of options: ages, percentages, dates, NAME=VALUE. A wrong one is exit 2.

import { ExitCode, ScrubError } from "../errors.js";
import { endOfName } from "../files/list-names.js";
import { packingOf } from "../files/paths.js";
import { TYPED_ENCODINGS, type TypedEncoding } from "../files/text-source.js";
import type { NumberType } from "../phone/number.js";
import { NUMBER_TYPES } from "../scrub/rules.js";
import { CHANNELS } from "../suppression/event.js";
import { LANGUAGES, type Language } from "../text/languages.js";
import { fixedWord, nearestWord } from "../text/typed-words.js";
import { dayStart, parseOffset, type TimeZone } from "../time/time-zone.js";

/** Returns a parser of numbers with units, such as `24h`, `20%` or `500MB`. `form`: examples for its error. */
function measure(form: string, units: Readonly<Record<string, number>>, least: number, most: number, isWhole = false) {
  return (option: string, typed: string): number => {
    const [, digits = "", unit = ""] = /^(\d{1,15}(?:\.\d+)?) ?([a-z%]*)$/i.exec(typed.trim()) ?? [];
    const value = digits === "" ? Number.NaN : Number(digits) * (units[unit.toLowerCase()] ?? Number.NaN);
    if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value)))
      throw new ScrubError(ExitCode.usage, "badForm", [option, form]);
    return value;
  };
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Milliseconds by unit. */
const AGES = { m: MINUTE, h: 60 * MINUTE, d: DAY, w: 7 * DAY };
export const parseAge = measure("24h, 30d, 2w", AGES, 0, 36_525 * DAY);

/** Parses an age or a bare 0. */
export function parseGrace(option: string, typed: string): number {
  return typed.trim() === "0" ? 0 : parseAge(option, typed);
}

export const parseWorkingDays = measure("20d, 40d", { d: 1 }, 1, 9999, true);

/** Parses a percentage to a share from 0 to 1. A bare number is ambiguous. `pct`: in a crontab `%` ends the line. */
export function parsePercentage(option: string, typed: string): number {
  return percent(option, typed) / 100;
}
const percent = measure("20%, 20pct", { "%": 1, pct: 1 }, 0, 100);

export const parseCount = measure("0, 1, 2 …", { "": 1 }, 0, 999_999_999_999, true);
/** Parses a row number, from 1. */
export const parseRow = measure("1, 2, 3 …", { "": 1 }, 1, 999_999_999, true);

const size = measure("500MB, 2GiB", { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 }, 1, 2 ** 53);
/** Parses a size to bytes. A kilobyte has 1,024. */
export function parseSize(option: string, typed: string): number {
  return Math.floor(size(option, typed.trim().replace(/i?b$/i, "")));
}

/** Parses an ISO date or time; El Salvador's if it has no zone. A day alone means its start, the stricter moment. */
export function parseTypedMoment(option: string, typed: string): Date {
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

/** Parses `-06:00`, `+01:00` or `UTC`. */
export function parseZone(option: string, typed: string): TimeZone {
  const zone = parseOffset(typed);
  if (zone === undefined) throw new ScrubError(ExitCode.usage, "badForm", [option, "-06:00, +01:00, UTC"]);
  return zone;
}

/** What completion knows of a value. */
export interface Known {
  /** The possible values. */
  words?: readonly string[];
  /** Separates several of them in one value. */
  separator?: ",";
  /** The extensions of its files. */
  endings?: readonly string[];
}

/** Parses a typed text to a value. `option`: its long name, for errors. */
export type Parser<T = unknown> = ((option: string, typed: string) => T) & Known;

/** Returns a parser that accepts one of these words. */
export function oneOf<T extends string>(words: readonly T[]): Parser<T> {
  return Object.assign((option: string, typed: string) => parseChoice(option, typed, words), { words });
}

export const parseChannel = oneOf(CHANNELS);

/** Parses `es`, `español` or `es_SV.UTF-8`. */
export const parseLanguage: Parser<Language> = Object.assign(
  (option: string, typed: string) => parseChoice(option, typed.replace(/[-_.@].*$/, ""), LANGUAGES),
  { words: LANGUAGES },
);

export const parseTypes: Parser<readonly NumberType[]> = Object.assign(
  (option: string, typed: string) => typed.split(",").map((type) => parseChoice(option, type.trim(), NUMBER_TYPES)),
  { words: NUMBER_TYPES, separator: "," as const },
);

export function parseDelimiter(option: string, typed: string): number {
  const delimiter = fixedWord(typed, ["tab"]) !== undefined || typed === "\\t" ? "\t" : typed;
  // A character of numbers is no delimiter.
  if (delimiter.length !== 1 || delimiter > "~" || /["\r\n\w+()-]/.test(delimiter))
    throw new ScrubError(ExitCode.usage, "badValue", [option, ", ; tab |"]);
  return delimiter.charCodeAt(0);
}

const ENCODING_ALIASES: Readonly<Record<string, TypedEncoding>> = {
  utf8: "utf-8",
  utf16: "utf-16",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  cp1252: "windows-1252",
  latin1: "windows-1252",
  "latin-1": "windows-1252",
  "iso-8859-1": "windows-1252",
};

/** Parses an encoding. Latin-1 means Windows-1252, which contains it. */
export const parseEncoding: Parser<TypedEncoding> = Object.assign(
  (option: string, typed: string) => {
    const word = typed.trim().toLowerCase();
    return ENCODING_ALIASES[word] ?? parseChoice(option, word, TYPED_ENCODINGS);
  },
  { words: TYPED_ENCODINGS },
);

/** The extensions of reports: data and page. */
export const REPORT_ENDINGS = [".json", ".html"] as const;
export const reportFile: Parser<string> = Object.assign(
  (_option: string, file: string) => {
    if (REPORT_ENDINGS.some((ending) => file.toLowerCase().endsWith(ending))) return file;
    throw new ScrubError(ExitCode.usage, "reportExtension", [], { file });
  },
  { endings: REPORT_ENDINGS },
);

/** Checks a label such as `campaign=navidad`. */
export function parseLabel(option: string, typed: string): string {
  if (typed.indexOf("=") <= 0) throw new ScrubError(ExitCode.usage, "badForm", [option, "ticket=1042"]);
  return typed;
}

/** Matches extensions of other formats than CSV. */
const OTHER_FORMAT = /(\.(?:xl[st][xmb]?|ods|ots|fods|parquet|json|jsonl|ndjson))(?:\.gz)?$/i;

/** Checks the name of a CSV output. */
export function outputFile(option: string, typed: string): string {
  const ending = otherFormat(typed);
  if (ending === undefined) return typed;
  throw new ScrubError(ExitCode.usage, "otherFormat", [option, ending], { file: typed });
}

/** Checks the name of an output that may be JSON. */
export function jsonFile(option: string, typed: string): string {
  return /json/i.test(otherFormat(typed) ?? "") ? typed : outputFile(option, typed);
}

/** Checks the name of a list output, which may be a workbook. */
export function listFile(option: string, typed: string): string {
  return packingOf(typed) === "workbook" ? typed : outputFile(option, typed);
}

/** Returns the extension of another format (`.json`); undefined if the name may be a CSV file's. */
export function otherFormat(name: string): string | undefined {
  return OTHER_FORMAT.exec(name)?.[1];
}

/** A value for one list by name, or for all. */
export interface NamedValue<T> {
  list: string | undefined;
  value: T;
}

/** Whether a list on the command line has this name. */
export type IsListName = (name: string) => boolean;

/** The sheet name that stands for every sheet. */
export const EVERY_SHEET = "*";

/** Parses `[NAME=]VALUE`, split after the longest list name, otherwise at the first `=`, so that a wrong name is reported. */
export function parseNamed<T>(typed: string, parse: (value: string) => T, isListName: IsListName): NamedValue<T> {
  const first = typed.indexOf("=");
  // With a single `=` the names need not be looked up.
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
