// The types of what other commands than a scrub answer, and of the HTML report; a text missing in a language does not compile.

import type { ContactChannel } from "../audit/contact-reader.js";
import type { ApartReason } from "../audit/contact-tally.js";
import type { LogFault } from "../evidence/run-log.js";
import type { InspectedColumn } from "../inspection/inspect.js";
import type { RecordFault } from "../lists/fault.js";
import type { PhoneNumber } from "../phone/number.js";
import type { Disposition, TellingReason } from "../scrub/disposition.js";
import type { OutputRole } from "../scrub/run.js";
import type { DigitFacts } from "../suppression/digit-tally.js";
import type { Channel } from "../suppression/event.js";
import type { ListKind } from "../suppression/read-list.js";
import type { DateSource } from "../suppression/trust.js";
import type { Visibility } from "../workbook/book.js";
import type { Sentence } from "./sentence.js";

export interface DemoSentences {
  phoneList(file: string): string;
  optOuts(file: string): string;
  next: string;
  /** Names of the outputs in the command to type. */
  clean: string;
  removed: string;
}

export interface CheckSentences {
  may: string;
  mayNot: string;
  /** What stands for a cell without a number. */
  noNumber: string;
  /** Why it may not be contacted, by disposition. */
  because: Record<Exclude<Disposition, "clean" | "duplicate">, string>;
  /** What more the reason says than the disposition. */
  reasons: Record<Exclude<TellingReason, RecordFault>, string>;
  types: Record<PhoneNumber["type"], string>;
  typed: string;
  readsAs: string;
  couldMean: string;
  /** What stands where nothing was read. */
  nothing: string;
  optedOut: string;
  /** `dnc, record 1042, since 2026-03-14`; `since` is empty where no list tells it. */
  holding(list: string, record: number, since: string): string;
  /** What the list says of why, and where it came from. */
  listReason: string;
  listSource: string;
  andMore(count: number): string;
  /** `said`: the file, and what is wrong with it. */
  notTrusted(said: string): string;
  asOf(when: string): string;
}

export interface InspectionSentences {
  // the sheets of a workbook
  sheetsOf(file: string): string;
  sheet: string;
  shown: string;
  visibility: Record<Visibility, string>;
  range: string;
  rows: string;
  remarks: string;
  noCells: string;
  noValues: string;
  filtered: string;
  hiddenRows(count: number): string;
  hiddenColumns(count: number): string;
  /** The count of formulas without a calculated value. */
  formulas(count: number): string;
  /** What a scrub does not take for a phone list. */
  unseen: string;
  toChooseSheet: string;
  // the file
  bytes: string;
  encoding: string;
  delimiter: string;
  noDelimiter: string;
  lineEnds: string;
  header: string;
  titles: string;
  yes: string;
  no: string;
  records: string;
  /** Records of a file of which only the first were read. */
  firstRecords(records: number): string;
  blankLines: string;
  ragged: string;
  malformed: string;
  /** `4, 19, 33, …` */
  lines(lines: readonly number[], more: boolean): string;
  // its columns
  columns(sampled: number): string;
  name: string;
  filled: string;
  readable: string;
  verdict: string;
  phone: string;
  notPhone: string;
  why: Record<InspectedColumn["why"], string>;
  // one of its phone columns
  phones(column: string): string;
  cells: string;
  types: Record<PhoneNumber["type"], string>;
  several: string;
  unreadable(column: string): string;
  count: string;
  share: string;
  linesTitle: string;
  // the records by their numbers
  summary: string;
  usable: string;
  duplicates: string;
  withoutNumber: string;
  // what a list of opt-outs means under -s
  asOptOuts: {
    title: string;
    /** `said`: why a scrub would refuse it. */
    refused(said: string): string;
    entries: string;
    entriesOf(entries: number, numbers: number): string;
    unreadable: string;
    unreadableOf(count: number, lines: readonly number[], isSheet: boolean): string;
    kind: string;
    dates: string;
    /** The dates of opt-outs. Here and below `columns` is empty where the list has none. */
    datesOf(columns: string, unreadable: number): string;
    channels: string;
    channelsOf(columns: string, unknown: number): string;
    actions: string;
    actionsOf(columns: string, optIns: number, unknown: number): string;
    expires: string;
    expiresOf(columns: string, expired: number): string;
    listDate: string;
  };
  // the next command
  /** The name of a suppression list, and of a phone list, as examples. */
  optOuts: string;
  clients: string;
  toScrub: string;
  /** The title of the command that scrubs with this list of opt-outs. */
  toScrubBy: string;
  /** The name under which to save a stream. */
  toSave(file: string): string;
  /** Of phone lists and lists of opt-outs that were inspected together. */
  toScrubTogether: string;
  toInspect: string;
}

export interface ContactSentences {
  read: string;
  /** Made by the person. */
  inbound: string;
  judged: string;
  offences: string;
  apart: string;
  /** `2 contacts were made after an opt-out, to 1 person`; `grace` in milliseconds. Where none was judged, nothing is known. */
  verdict(offences: number, people: number, grace: number, judged: number): string;
  channels: Record<ContactChannel, string>;
  channel: string;
  byChannel: string;
  byList: string;
  delays: string;
  median: string;
  longest: string;
  apartTitle: string;
  apartReasons: Record<ApartReason, string>;
  /** The zone of the times below a title, beside it. */
  timesIn(offset: string): string;
  firstOffences(shown: number, of: number): string;
  line: string;
  number: string;
  contactedAt: string;
  requestedAt: string;
  delay: string;
  list: string;
  record: string;
  /** Seconds as `36 hours`. */
  age(seconds: number): string;
  // when and how often, whoever was contacted
  outside: string;
  tooOften: string;
  hoursVerdict(outside: number, unknown: number): string;
  /** `within`: seconds; `unknown`: numbers; `unreadable`: contacts of which the number can't be read. */
  frequencyVerdict(numbers: number, contacts: number, within: number, unknown: number, unreadable: number): string;
}

/** Each says of the file or part that it is about how it stands. Records are numbers, from 1; the first of them. */
export interface FindingSentences {
  // the report
  "times-contradict"(): string;
  "no-log"(): string;
  "in-log"(line: number): string;
  "log-broken"(line: number): string;
  "not-as-logged"(): string;
  "not-in-log"(): string;
  "still-valid"(until: string): string;
  "no-longer-valid"(until: string): string;
  // the files
  "same-bytes"(bytes: number): string;
  "grown-since"(bytes: number, now: number): string;
  "found-below"(where: string, bytes: number, now: number): string;
  /** `isRegistry`: it may grow, and what differs are its first bytes. */
  "other-bytes"(said: number, found: number, isRegistry: boolean): string;
  /** `isSearched`: folders were looked through for it. */
  gone(where: string, isSearched: boolean): string;
  stream(): string;
  /** `error`: a ScrubError, which the language says. */
  unreadable(error: unknown): string;
  // the lists that were written
  "key-needed"(): string;
  "still-clean"(records: number, lists: number): string;
  /** `first`: none where they are not known. */
  "suppressed-in-it"(count: number, first: readonly number[]): string;
  "nobody-since"(lists: number): string;
  "nobody-to-ask"(): string;
  "opted-out-since"(count: number, first: readonly number[]): string;
  // the run once more
  "other-tool"(said: string, found: string): string;
  "not-run-again"(): string;
  "same-again"(records: number): string;
  "differs-again"(): string;
}

export interface VerificationSentences {
  findings: FindingSentences;
  standings: Record<"verified" | "mismatch" | "gone" | "unchecked" | "overtaken" | "note", string>;
  /** Stdin or stdout. */
  stdStream: string;
  run(id: string, startedAt: string, version: string): string;
  // the last line
  verified: string;
  /** `gone`: files; `overtaken`: the clean list is not to be used now. */
  notVerified(mismatches: number, gone: number, overtaken: boolean): string;
  /** `repeated`: the run gave the same again. */
  butForFilesGone(gone: number, repeated: boolean): string;
  /** A run log whose chain holds. */
  logHolds(runs: number, failed: number): string;
  logTorn(lines: readonly number[]): string;
  logBroken(line: number, fault: LogFault): Sentence;
  /** The digest that tells whether lines were cut off the end. */
  logLast(sha256: string): string;
}

/** The page of an audit of contacts; what it shares with the tables and the other page is theirs. */
export interface ContactPageSentences {
  title: string;
  auditedAt(when: string): string;
  whatTheyAre: string;
  inTime: string;
  inbound: string;
  meaning: Record<"inTime" | "offences" | "apart" | "inbound", string>;
  /** The columns of the picture. */
  contact: string;
  contacts: string;
  /** Under the headline: of these nobody can tell. */
  notJudged(contacts: number): string;
  byChannel: string;
  channel: string;
  judged: string;
  offences: string;
  first: string;
  longestDelay: string;
  line(line: number): string;
  apartTitle: string;
  nothingApart: string;
  hoursUnknown: string;
  frequencyUnknown: string;
  grace: string;
  /** Milliseconds. */
  graceOf(age: number): string;
  unnamedChannel: string;
  hours: string;
  holidays: string;
  noHolidays: string;
  holidaysOfCountry: string;
  frequency: string;
  /** `within`: seconds. */
  atMost(contacts: number, within: number): string;
  roles: Record<"log" | "holidays" | "offences", string>;
  verifying: string;
}

export interface PageSentences {
  title: string;
  /** The one sentence that must be read. `channel`: by which the campaign contacts. */
  verdict(clean: number, read: number, channel: Channel): string;
  until(when: string): string;
  /** The verdict of a run without suppression lists, and the line below it. */
  unchecked: string;
  uncheckedRecords(clean: number, read: number): string;
  /** A list that holds everybody, also who may not be contacted. */
  holdsAll(file: string): string;
  ranAt(when: string): string;
  whereTheyWent: string;
  /** The columns of the picture, beside the number of records. */
  disposition: string;
  share: string;
  /** What a disposition means, in few words. */
  meaning: Record<Disposition, string>;
  onlyHere(records: number): string;
  lists: string;
  noLists: string;
  list: string;
  entries: string;
  /** The title for matches. Here and below: of a run that wrote a clean list, or one that flagged. */
  matched: Record<Exclude<OutputRole, "removed">, string>;
  kinds: Record<ListKind, string>;
  noDate: string;
  /** `days`: how old it is. */
  dated(when: string, days: number | undefined, from: DateSource): string;
  /** A note where a list's date is its file's time. */
  copyingRefreshes: string;
  unreadable(count: number): string;
  /** Where the digits of a list's entries went. */
  digits(counts: DigitFacts): string;
  howItWasDone: string;
  phoneColumns(columns: number): string;
  campaign: string;
  channels: Record<Channel, string>;
  kept: Record<Exclude<OutputRole, "removed">, string>;
  duplicatesToo: string;
  foreignToo: string;
  optIns: string;
  lifted(count: number, lists: readonly string[]): string;
  checked: string;
  /** Every record read has one disposition. */
  addsUp(read: number): string;
  /** `sampled`: spellings of the lists' own numbers that were looked up like a phone list's. */
  selfCheck(sampled: number): string;
  /** `masked`: the planted numbers. */
  canaries(masked: readonly string[]): string;
  toFix: string;
  nothingToFix: string;
  /** What to do, by the reason. */
  fixes: Record<TellingReason, string>;
  eachInRemoved(file: string): string;
  files: string;
  file: string;
  recordsTitle: string;
  bytes(count: number): string;
  stream: string;
  roles: Record<"input" | "suppression" | OutputRole, string>;
  howToVerify: string;
  verifying: string;
  madeBy(version: string, node: string, plan: string): string;
}
