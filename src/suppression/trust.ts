// Whether a suppression list may be relied on: its age, its size, how much of it was understood.
// Every refusal is exit 4: a list that can't be trusted lets people through.

import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import type { OpenedList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { dayStart } from "../time/time-zone.js";
import type { ListSource } from "./sources.js";

const DAY = 86_400_000;
/** Older than this is a warning where no --max-age says otherwise. */
export const OLD_LIST = 30 * DAY;
/** An age as messages give it: the same in two runs of one day. */
export function inWholeDays(milliseconds: number): number {
  return Math.floor(milliseconds / DAY) * DAY;
}

/** A date further ahead is no clock that goes fast: it says nothing of the list's age. */
export const CLOCK_SKEW = DAY;
/** How many bad rows never make a list untrustworthy, however short it is. */
const FORGIVEN_UNREADABLE = 2;
export const DEFAULT_MAX_UNREADABLE = 0.01;
export const DEFAULT_MAX_SHRINK = 0.05;

/** What the user asks of one list; ages in milliseconds, shares from 0 to 1. */
export interface TrustTerms {
  maxAge: number | undefined;
  /** The date as it was given. */
  asOf: ListDate | undefined;
  maxUnreadable: number;
  minEntries: number | undefined;
  /** Entries that it had in an earlier run, and by which share it may have shrunk since. */
  baseline: { entries: number; maxShrink: number } | undefined;
  allowEmpty: boolean;
  /** Trusted also where nothing proves its hashes. */
  allowUnproven: boolean;
  /** The most numbers that an entry with a wildcard may cover; undefined if not given. */
  maxRange: number | undefined;
}

/** One list to load: where it is, how to read it, how far to trust it. */
export interface ListPlan {
  source: ListSource;
  overrides: ListOverrides;
  terms: TrustTerms;
  /** Whether a number is one of ours, which in a text is no entry; undefined if not given. */
  isOwn?: ((e164: string) => boolean) | undefined;
  /** Whether its opt-ins lift other lists' opt-outs too. */
  liftsOthers: boolean;
}

/** Where the date of a list comes from. Only `file-time` changes when the file is copied. */
export type DateSource = "as-of" | "manifest" | "registry" | "file-name" | "file-time";

/** The date that a list speaks for. */
export interface ListDate {
  at: Date;
  from: DateSource;
}

/** How much later than its newest event a registry's own writer may set its time: an import takes a while. */
const WRITING_TIME = 10 * 60_000;

/** What is known of a list's date; a stream has no `modified`. */
export interface DateFacts {
  said: ListDate | undefined;
  manifest: Date | undefined;
  /** When a registry's newest event was recorded. */
  newestEvent: Date | undefined;
  modified: Date | undefined;
}

/**
 * Returns the date as said, else as its manifest says, else the older of its modification time and a date in its name.
 * A registry speaks for the later of that and its newest event, for an import that finds nothing new only sets the
 * file's time; the event vouches for the date where both are about the same.
 */
export function dateOfList(file: string, { said, manifest, newestEvent, modified }: DateFacts): ListDate | undefined {
  if (said !== undefined) return said;
  if (manifest !== undefined) return { at: manifest, from: "manifest" };
  if (modified === undefined) return undefined;
  const named = dateInName(path.basename(file));
  const date: ListDate =
    named !== undefined && named < modified ? { at: named, from: "file-name" } : { at: modified, from: "file-time" };
  if (newestEvent === undefined || date.at.getTime() - newestEvent.getTime() > WRITING_TIME) return date;
  return { at: newestEvent > date.at ? newestEvent : date.at, from: "registry" };
}

/** `bajas-2026-11-24.csv`, `dnc_20261124.txt`, `24-11-2026`: the day's start in El Salvador, its oldest moment. */
export function dateInName(name: string): Date | undefined {
  const yearFirst = /(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  if (yearFirst) return dayStart(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const dayFirst = /(?<!\d)(0[1-9]|[12]\d|3[01])([-_.])(0[1-9]|1[0-2])\2(20\d\d)(?!\d)/.exec(name);
  if (dayFirst) return dayStart(Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1]));
  return undefined;
}

/** Refuses a list older than its --max-age. A stream has no date, so it is refused too. */
export function checkAge(
  { name, path: file }: ListSource,
  date: ListDate | undefined,
  terms: Pick<TrustTerms, "maxAge">,
  now: Date,
): void {
  if (terms.maxAge === undefined) return;
  const age = date === undefined ? Number.NEGATIVE_INFINITY : now.getTime() - date.at.getTime();
  if (age < -CLOCK_SKEW) throw new ScrubError(ExitCode.suppressionList, "noDate", [name], { file });
  if (age > terms.maxAge) throw new ScrubError(ExitCode.suppressionList, "tooOld", [age, terms.maxAge, name], { file });
}

export interface Readability {
  entries: number;
  /** Entries that mean a number of the plan or of another country. */
  usable: number;
  notUnderstood: number;
  /** The lines of the first of them, or rows of a sheet. */
  lines: readonly number[];
  unit: "lines" | "rows";
  /** The list has a header: an empty list with one may be right. */
  header: boolean;
  /** It has no columns of which one could be chosen. */
  isText: boolean;
}

/** Refuses a list of fewer entries than it must have. Where none of them suppresses anybody, it has none. */
export function checkSize(file: string, entries: number, { minEntries }: Pick<TrustTerms, "minEntries">): void {
  if (minEntries !== undefined && entries < minEntries)
    throw new ScrubError(ExitCode.suppressionList, "tooFewEntries", [entries, minEntries], { file });
}

/** Refuses a list that holds nothing to go by, or too little of what it should. */
export function checkReadability({ name, path: file }: ListSource, read: Readability, terms: TrustTerms): void {
  const { entries, usable, notUnderstood, lines, unit, header, isText } = read;
  const { baseline, maxUnreadable, allowEmpty } = terms;
  const exit = ExitCode.suppressionList;
  checkSize(file, entries, terms);
  if (baseline !== undefined && entries < baseline.entries * (1 - baseline.maxShrink))
    throw new ScrubError(exit, "listShrank", [entries, baseline.entries, baseline.maxShrink], { file });
  if (entries === 0 && allowEmpty && header) return;
  if (entries === 0) throw new ScrubError(exit, "emptyList", [header, name], { file });
  if (usable === 0) throw new ScrubError(exit, "noNumbers", [entries, isText], { file });
  if (notUnderstood <= Math.max(FORGIVEN_UNREADABLE, maxUnreadable * entries)) return;
  const said = [notUnderstood, entries, maxUnreadable, name, lines, unit] as const;
  throw new ScrubError(exit, "tooManyUnreadable", [...said], { file, line: lines[0]! });
}

/** `503,2284651`: the US registry's flat file, where 503 is Oregon. */
export function refuseUsDoNotCall(list: OpenedList): void {
  const rows = list.sample;
  const isFlatFile =
    rows.length > 0 && rows.every((row) => row.length === 2 && /^\d{3}$/.test(row[0]!) && /^\d{7}$/.test(row[1]!));
  if (isFlatFile) throw new ScrubError(ExitCode.suppressionList, "usDoNotCall", [], { file: list.file.path, line: 1 });
}
