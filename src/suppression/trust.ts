// Refuses suppression lists that can't be trusted (exit 4): by age, by size, and by the share that is not understood.

import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import type { OpenedList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { dayStart } from "../time/time-zone.js";
import type { Intake } from "./intake.js";
import type { ListSource } from "./sources.js";

const DAY = 86_400_000;
/** Older lists are a warning without --max-age. */
export const OLD_LIST = 30 * DAY;
/** Returns an age as messages give it, the same all day. */
export function inWholeDays(milliseconds: number): number {
  return Math.floor(milliseconds / DAY) * DAY;
}

/** How far ahead a fast clock may be. From a later date the list's age is unknown. */
export const CLOCK_SKEW = DAY;
/** The entries that may be not understood in any list. */
const FORGIVEN_UNREADABLE = 2;
export const DEFAULT_MAX_UNREADABLE = 0.01;
export const DEFAULT_MAX_SHRINK = 0.05;

/** What the user asks of one list; ages in milliseconds, shares from 0 to 1. */
export interface TrustTerms {
  maxAge: number | undefined;
  asOf: ListDate | undefined;
  maxUnreadable: number;
  minEntries: number | undefined;
  /** Its entries in an earlier run, and the share by which it may have shrunk. */
  baseline: { entries: number; maxShrink: number } | undefined;
  allowEmpty: boolean;
  /** Whether it is trusted even if nothing proves its hashes. */
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

/** The date as of which a list is true. */
export interface ListDate {
  at: Date;
  from: DateSource;
}

/** The longest time from a registry's newest event until its import has written the file. */
const WRITING_TIME = 10 * 60_000;

/** Where a list's date may come from. A stream has no `modified`. */
export interface DateFacts {
  given: ListDate | undefined;
  manifest: Date | undefined;
  /** When a registry's newest event was recorded. */
  newestEvent: Date | undefined;
  modified: Date | undefined;
}

/**
 * Returns the given date, else the manifest's, else the older of the file's time and a date in its name. For a registry, the later
 * of that and its newest event; but a much later file time stays, because an import that finds nothing new sets only that.
 */
export function dateOfList(file: string, { given, manifest, newestEvent, modified }: DateFacts): ListDate | undefined {
  if (given !== undefined) return given;
  if (manifest !== undefined) return { at: manifest, from: "manifest" };
  if (modified === undefined) return undefined;
  const named = dateInName(path.basename(file));
  const date: ListDate =
    named !== undefined && named < modified ? { at: named, from: "file-name" } : { at: modified, from: "file-time" };
  if (newestEvent === undefined || date.at.getTime() - newestEvent.getTime() > WRITING_TIME) return date;
  return { at: newestEvent > date.at ? newestEvent : date.at, from: "registry" };
}

/** Returns the start of a day in a name, in El Salvador: `bajas-2026-11-24.csv`, `dnc_20261124.txt`, `24-11-2026`. */
export function dateInName(name: string): Date | undefined {
  const yearFirst = /(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  if (yearFirst) return dayStart(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const dayFirst = /(?<!\d)(0[1-9]|[12]\d|3[01])([-_.])(0[1-9]|1[0-2])\2(20\d\d)(?!\d)/.exec(name);
  if (dayFirst) return dayStart(Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1]));
  return undefined;
}

/** Refuses a list older than its --max-age, or without a date, as a stream is. */
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

/** Refuses a list of fewer entries than it must have. */
export function checkSize(file: string, entries: number, { minEntries }: Pick<TrustTerms, "minEntries">): void {
  if (minEntries !== undefined && entries < minEntries)
    throw new ScrubError(ExitCode.suppressionList, "tooFewEntries", [entries, minEntries], { file });
}

/** Refuses a list that is empty or shrank, or has too many entries that are not understood. */
export function checkReadability(
  { name, path: file }: ListSource,
  list: OpenedList,
  read: Intake,
  terms: TrustTerms,
): void {
  const { entries, usable, notUnderstoodAt } = read;
  const { isText } = list;
  const header = list.header !== undefined;
  // Lines of a text may hold any digits.
  const notUnderstood = isText ? 0 : read.notUnderstood.length;
  const { baseline, maxUnreadable, allowEmpty } = terms;
  const exit = ExitCode.suppressionList;
  checkSize(file, entries, terms);
  if (baseline !== undefined && entries < baseline.entries * (1 - baseline.maxShrink))
    throw new ScrubError(exit, "listShrank", [entries, baseline.entries, baseline.maxShrink], { file });
  if (entries === 0 && allowEmpty && header) return;
  if (entries === 0) throw new ScrubError(exit, "emptyList", [header, name], { file });
  if (usable === 0) throw new ScrubError(exit, "noNumbers", [entries, isText], { file });
  if (notUnderstood <= Math.max(FORGIVEN_UNREADABLE, maxUnreadable * entries)) return;
  const { lines } = notUnderstoodAt;
  const values = [notUnderstood, entries, maxUnreadable, name, lines, unitOf(list)] as const;
  throw new ScrubError(exit, "tooManyUnreadable", [...values], { file, line: lines[0]! });
}

/** Returns what messages call the records of a list. */
export function unitOf({ sheet }: Pick<OpenedList, "sheet">): "lines" | "rows" {
  return sheet === undefined ? "lines" : "rows";
}

/** Refuses the flat file of the US registry, where 503 is Oregon: `503,2284651`. */
export function refuseUsDoNotCall(list: OpenedList): void {
  const rows = list.sample;
  const isFlatFile =
    rows.length > 0 && rows.every((row) => row.length === 2 && /^\d{3}$/.test(row[0]!) && /^\d{7}$/.test(row[1]!));
  if (isFlatFile) throw new ScrubError(ExitCode.suppressionList, "usDoNotCall", [], { file: list.file.path, line: 1 });
}
