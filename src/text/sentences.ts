// The type that every language must fill: a sentence missing in one of them does not compile.
// A sentence never holds a cell's content; file names, list names and column names are the user's own words.

import type { CheckSentences } from "./check.js";
import type { ContactSentences } from "./contacts.js";
import type { FileErrors } from "./file-errors.js";
import type { HelpSentences } from "./help.js";
import type { InspectionSentences } from "./inspection.js";
import type { PageSentences } from "./page.js";
import type { RegistryErrors, RegistrySentences } from "./registry.js";
import type { SummarySentences } from "./summary.js";
import type { UsageErrors } from "./usage.js";
import type { VerificationErrors, VerificationSentences } from "./verification.js";

/** What is wrong, and what to do about it. */
export interface Sentence {
  what: string;
  hint?: string;
}

export interface ErrorSentences extends RegistryErrors, FileErrors, UsageErrors, VerificationErrors {
  // any list
  emptyFile(): Sentence;
  spreadsheet(): Sentence;
  gzipDamaged(fault: GzipFault): Sentence;
  utf16Cut(): Sentence;
  mixedEncodings(): Sentence;
  notText(): Sentence;
  /** `said`: by --encoding; `marked`: by the byte order mark. */
  encodingContradicted(said: string, marked: string): Sentence;
  byteOrderUnknown(): Sentence;
  headerTooLong(maxBytes: number): Sentence;
  /** Titles in the lines from `first` up to `next`, where the header or the first record seems to be. */
  titlesAbove(first: number, next: number, nextIs: "header" | "records", list: "phone-list" | "suppression"): Sentence;
  unclosedQuote(): Sentence;
  recordTooLong(maxBytes: number): Sentence;
  changedWhileRead(): Sentence;
  unknownColumn(name: string, nearest: string | undefined, columns: number, header: boolean): Sentence;
  // phone lists
  noPhoneColumn(candidates: readonly ColumnShare[]): Sentence;
  columnWithoutNumbers(column: string, records: number): Sentence;
  // contact logs
  noContactDate(header: boolean): Sentence;
  contactDatesContradict(): Sentence;
  /** `ours` and `firsts`: the two sides of the mismatch. */
  differentLists(kind: ListMismatch, first: string, ours: string, firsts: string): Sentence;
  // suppression lists; ages in milliseconds, shares from 0 to 1
  wrongColumn(candidates: readonly ColumnShare[]): Sentence;
  emptyList(header: boolean): Sentence;
  noNumbers(entries: number): Sentence;
  tooManyUnreadable(unreadable: number, entries: number, share: number): Sentence;
  /** `before`: entries in the baseline. */
  listShrank(entries: number, before: number, share: number): Sentence;
  /** `option`: the one that named it. */
  badBaseline(fault: BaselineFault, option: string): Sentence;
  tooFewEntries(entries: number, wanted: number): Sentence;
  /** An entry with a wildcard that covers more numbers than may be, or whose wildcard does not end it. */
  rangeTooWide(record: number, numbers: number, most: number): Sentence;
  /** `record`: of the first entry with a wildcard that is one too many. */
  tooManyRanges(record: number, most: number): Sentence;
  tooOld(age: number, maxAge: number): Sentence;
  noDate(): Sentence;
  usDoNotCall(): Sentence;
  hashesUnproven(): Sentence;
  badHashKey(): Sentence;
  /** Of a digest only one date is kept, and the list tells more. */
  hashedHistory(): Sentence;
  expiriesContradict(expired: number): Sentence;
  archive(): Sentence;
  zip(): Sentence;
  folderInFolder(): Sentence;
  emptyFolder(): Sentence;
  /** `masked`: the planted number, masked. */
  canaryMissing(masked: string, list: string | undefined): Sentence;
  selfCheckFailed(list: string): Sentence;
  // guards
  tooMuchRemoved(removed: number, read: number, share: number): Sentence;
  tooMuchInvalid(invalid: number, read: number, share: number): Sentence;
  strictWarnings(warnings: number): Sentence;
  countsDoNotAdd(read: number, sum: number): Sentence;
  // usage
  noPhoneList(suppressions: number): Sentence;
  noFile(): Sentence;
  noNumber(): Sentence;
  checkWithoutList(): Sentence;
  noSuppression(): Sentence;
  noContactLog(suppressions: number): Sentence;
  severalContactLogs(logs: number): Sentence;
  noOptOuts(): Sentence;
  stdinTwice(): Sentence;
  badValue(option: string, expected: string): Sentence;
  /** `examples`: of a form that has no end of values. */
  badForm(option: string, examples: string): Sentence;
  badPercentage(option: string): Sentence;
  unknownListName(option: string, name: string, nearest: string | undefined): Sentence;
  guardNeedsOutput(option: string): Sentence;
  /** `other`: without which it says nothing. */
  needsOption(option: string, other: string): Sentence;
  /** `form`: how it names the list that it is about. */
  needsListName(option: string, form: string): Sentence;
  badZone(nearest: string | undefined): Sentence;
  reportExtension(): Sentence;
  noReport(): Sentence;
  oneReport(reports: number): Sentence;
  needsSuppress(option: string): Sentence;
  badCanary(): Sentence;
  emptyName(option: string): Sentence;
  /** `operand`: what should stand there, as the usage names it. */
  emptyOperand(operand: string): Sentence;
  contradiction(one: string, other: string): Sentence;
}

/** Why a file is no baseline: no JSON, JSON of something else, or a report that a newer svscrub wrote. */
export type BaselineFault = "no-json" | "no-report" | "version";

/** A gzip file ends too early, does not hold what it should, or something else follows it. */
export type GzipFault = "cut" | "damaged" | "trailing";

export type ListMismatch = "encoding" | "delimiter" | "line-end" | "columns" | "column" | "phone-columns";

export interface ColumnShare {
  name: string;
  /** Share of its non-empty cells that read as a number. */
  readable: number;
}

interface WarningSentences {
  "file-ignored"(file: string): string;
  "list-from-the-future"(list: string): string;
  "list-old"(list: string, age: number): string;
  "list-empty"(list: string): string;
  "list-bars-nobody"(list: string, entries: number): string;
  "entries-unreadable"(list: string, count: number, records: readonly number[]): string;
  "numbers-elsewhere"(list: string, count: number): string;
  "records-broken"(list: string, count: number): string;
  "due-dates-ignored"(list: string, column: string): string;
  "actions-unknown"(list: string, count: number): string;
  "opt-ins-idle"(list: string, count: number): string;
  "dates-contradict"(list: string): string;
  "hashes-unproven"(list: string): string;
  "not-in-baseline"(list: string): string;
  "other-phone-column"(file: string, column: string): string;
  "columns-in-one"(file: string): string;
  "no-records"(file: string): string;
  "total-line"(file: string, line: number): string;
  "channel-not-said"(log: string): string;
  "numbers-left"(count: number): string;
  "no-suppression"(): string;
}
export type WarningCode = keyof WarningSentences;

/** Something that a person should look at; its code is stable and stands in the report. */
export type Warning = {
  [Code in WarningCode]: { code: Code; values: Parameters<WarningSentences[Code]> };
}[WarningCode];

/** What every run may say, a scrub too. */
export interface CommonSentences {
  language: "en" | "es";
  errors: ErrorSentences;
  warnings: WarningSentences;
  /** `FILE, line N` */
  place(file: string, line: number | undefined): string;
  summary: SummarySentences;
  registry: RegistrySentences;
  help: HelpSentences;
  /** Thousands as the language writes them. */
  number(value: number): string;
}

/** All of a language: what a scrub never says is loaded apart. */
export interface Sentences extends CommonSentences {
  inspection: InspectionSentences;
  check: CheckSentences;
  contacts: ContactSentences;
  verification: VerificationSentences;
  page: PageSentences;
}
