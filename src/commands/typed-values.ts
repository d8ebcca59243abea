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

/** The number of `24h`, `20%` or `500MB`, by what each unit counts. `form`: examples, for the sentence of a slip. */
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
/** In milliseconds. At most a hundred years: beyond them a date has no meaning here, or none at all. */
const AGES = { m: MINUTE, h: 60 * MINUTE, d: DAY, w: 7 * DAY };
export const parseAge = measure("24h, 30d, 2w", AGES, 0, 36_525 * DAY);

/** A bare 0 is as clear as `0h`. */
export function parseGrace(option: string, typed: string): number {
  return typed.trim() === "0" ? 0 : parseAge(option, typed);
}

/** In days: nobody has working hours as a term for an answer. */
export const parseWorkingDays = measure("20d, 40d", { d: 1 }, 1, 9999, true);

/** As a share from 0 to 1. A bare number is refused: 0.2 and 20 would both look right. `pct`: a crontab cuts at `%`. */
export function parsePercentage(option: string, typed: string): number {
  return percent(option, typed) / 100;
}
const percent = measure("20%, 20pct", { "%": 1, pct: 1 }, 0, 100);

export const parseCount = measure("0, 1, 2 …", { "": 1 }, 0, 999_999_999_999, true);
/** Rows are counted from 1. */
export const parseRow = measure("1, 2, 3 …", { "": 1 }, 1, 999_999_999, true);

const size = measure("500MB, 2GiB", { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 }, 1, 2 ** 53);
/** In bytes: a kilobyte has 1,024, whichever way it is written. */
export function parseSize(option: string, typed: string): number {
  return Math.floor(size(option, typed.trim().replace(/i?b$/i, "")));
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
}

/** What was typed becomes a value. `option`: its long name, for the sentence of a slip. */
export type Parser<T = unknown> = ((option: string, typed: string) => T) & Known;

/** The parser of an option that takes one of these words. */
export function oneOf<T extends string>(words: readonly T[]): Parser<T> {
  return Object.assign((option: string, typed: string) => parseChoice(option, typed, words), { words });
}

/** The channel of a run or of an event. */
export const parseChannel = oneOf(CHANNELS);

/** `es`, `español`, or as a system names it: `es_SV.UTF-8`. */
export const parseLanguage: Parser<Language> = Object.assign(
  (option: string, typed: string) => parseChoice(option, typed.replace(/[-_.@].*$/, ""), LANGUAGES),
  { words: LANGUAGES },
);

/** `mobile,fixed` */
export const parseTypes: Parser<readonly NumberType[]> = Object.assign(
  (option: string, typed: string) => typed.split(",").map((type) => parseChoice(option, type.trim(), NUMBER_TYPES)),
  { words: NUMBER_TYPES, separator: "," as const },
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
export const parseEncoding: Parser<SaidEncoding> = Object.assign(
  (option: string, typed: string) => {
    const said = typed.trim().toLowerCase();
    return ENCODING_ALIASES[said] ?? parseChoice(option, said, SAID_ENCODINGS);
  },
  { words: SAID_ENCODINGS },
);

/** The endings of reports' names: the data, and the page. */
export const REPORT_ENDINGS = [".json", ".html"] as const;
export const reportFile: Parser<string> = Object.assign(
  (_option: string, file: string) => {
    if (REPORT_ENDINGS.some((ending) => file.toLowerCase().endsWith(ending))) return file;
    throw new ScrubError(ExitCode.usage, "reportExtension", [], { file });
  },
  { endings: REPORT_ENDINGS },
);

/** `campaign=navidad` */
export function parseLabel(option: string, typed: string): string {
  if (typed.indexOf("=") <= 0) throw new ScrubError(ExitCode.usage, "badForm", [option, "ticket=1042"]);
  return typed;
}

/** How names end under which no program expects CSV. */
const OTHER_FORMAT = /(\.(?:xl[st][xmb]?|ods|ots|fods|parquet|json|jsonl|ndjson))(?:\.gz)?$/i;

/** The name of a file that is written as CSV. */
export function outputFile(option: string, typed: string): string {
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

/** A value for one list, by its name, or for all of them. */
export interface NamedValue<T> {
  list: string | undefined;
  value: T;
}

/** Whether a list of the line that was typed has this name. */
export type IsListName = (name: string) => boolean;

/** The sheet name that makes each sheet of a suppression list a list. */
export const EVERY_SHEET = "*";

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
