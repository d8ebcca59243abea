// The type that every language must fill: a sentence missing in one of them does not compile.
// A sentence never holds a cell's content; file names, list names and column names are the user's own words.

import type { GzipFault } from "../files/gzip.js";
import type { FileRole } from "../files/system-errors.js";
import type { HeaderDoubt } from "../lists/header-row.js";
import type { NoList } from "../lists/no-text.js";
import type { ListMismatch } from "../scrub/phone-lists.js";
import type { BaselineFault } from "../suppression/baseline.js";
import type { LogKind } from "../suppression/log.js";
import type { ManifestFault, ManifestHash } from "../suppression/manifest.js";
import type { BeyondSheet, OtherWorkbook, WorkbookFault } from "../workbook/fault.js";
import type {
  CheckSentences,
  ContactPageSentences,
  ContactSentences,
  DemoSentences,
  InspectionSentences,
  PageSentences,
  VerificationSentences,
} from "./answers.js";
import type { HelpSentences } from "./help.js";
import type { Language } from "./languages.js";
import type { RegistryErrors, RegistrySentences } from "./registry-sentences.js";
import type { Sentence, ValuesOf } from "./sentence.js";
import type { SummarySentences } from "./summary-sentences.js";
import type { NamedColumn, ScrubOfLists } from "./values.js";

declare module "../errors.js" {
  interface ErrorValues extends ValuesOf<ErrorSentences> {}
  interface WarningValues extends ValuesOf<WarningSentences> {}
}

export interface ErrorSentences extends FileErrors, WorkbookErrors, UsageErrors, RegistryErrors {
  // any list
  /** The row that was said is blank, or beyond the list. */
  noHeaderThere(isSheet: boolean): Sentence;
  headerHoldsNumber(isSheet: boolean): Sentence;
  /** `name`: by which options mean the list, a suppression list or one of several phone lists. */
  headerInDoubt(doubt: HeaderDoubt, isSheet: boolean, name: string | undefined): Sentence;
  /** `names`: those of its columns that can be shown, the nearest first. */
  unknownColumn(
    name: string,
    nearest: string | undefined,
    columns: number,
    header: boolean,
    named: readonly NamedColumn[],
  ): Sentence;
  // phone lists
  noPhoneColumn(candidates: readonly ColumnShare[]): Sentence;
  columnWithoutNumbers(column: string, records: number): Sentence;
  // contact logs
  noContactDate(header: boolean): Sentence;
  contactDatesContradict(): Sentence;
  /** `ours` and `firsts`: the two sides of the mismatch; `alone`: the scrubs of each; `together`: the one in which they fit. */
  differentLists(
    kind: ListMismatch,
    ours: string,
    first: string,
    firsts: string,
    alone: readonly ScrubOfLists[],
    together: ScrubOfLists | undefined,
  ): Sentence;
  // suppression lists; ages in milliseconds, shares from 0 to 1
  wrongColumn(candidates: readonly ColumnShare[]): Sentence;
  /** `name`: the list's, as options call it; so of those below. */
  emptyList(header: boolean, name: string): Sentence;
  /** `isText`: it has no columns. */
  noNumbers(entries: number, isText: boolean): Sentence;
  /** `lines`: the first of them; `share`: allowed. */
  tooManyUnreadable(
    unreadable: number,
    entries: number,
    share: number,
    list: string,
    lines: readonly number[],
    are: "lines" | "rows",
  ): Sentence;
  /** `before`: entries in the baseline, or when it was loaded last. */
  listShrank(entries: number, before: number, share: number): Sentence;
  /** `option`: the one that named it. */
  badBaseline(fault: BaselineFault, option: string): Sentence;
  // lists that answer for as long as a program runs
  streamNotFollowed(): Sentence;
  /** What the library is told. */
  processStream(): Sentence;
  listsClosed(): Sentence;
  listsUnknown(): Sentence;
  badManifest(fault: ManifestFault): Sentence;
  /** Lengths in bytes, or digests. */
  manifestMismatch(ours: number | string, said: number | string): Sentence;
  tooFewEntries(entries: number, wanted: number): Sentence;
  /** An entry with a wildcard that covers more numbers than may be, or whose wildcard does not end it. */
  rangeTooWide(numbers: number, most: number): Sentence;
  /** Said at the first entry with a wildcard that is one too many. */
  tooManyRanges(most: number): Sentence;
  tooOld(age: number, maxAge: number, name: string): Sentence;
  noDate(name: string): Sentence;
  usDoNotCall(): Sentence;
  listIsLog(file: string, kind: LogKind): Sentence;
  /** A hashed list that nothing proves. `hasKey`: a key was given. */
  hashesUnproven(list: string, hasKey: boolean): Sentence;
  /** A list hashed with a key, and no key was given. */
  hashKeyNeeded(column: string): Sentence;
  /** The proof that an export carries is not what the key, or no key, gives. */
  otherHashKey(hasKey: boolean): Sentence;
  /** The manifest names a hash that the list does not prove. */
  manifestHash(said: ManifestHash, hasKey: boolean): Sentence;
  badHashKey(): Sentence;
  expiriesContradict(expired: number): Sentence;
  folderInFolder(): Sentence;
  emptyFolder(): Sentence;
  /** One that stood there when the lists were loaded: in a folder, or as a sheet. `lost`: of its entries as many bar nobody now. */
  listLost(lost: number, entries: number): Sentence;
  /** `isTorn`: it ended with a line end when it was loaded before, and does not now; otherwise it is the beginning of what it was. */
  listCut(isTorn: boolean): Sentence;
  /** `masked`: the planted number, masked. */
  canaryMissing(masked: string, list: string | undefined): Sentence;
  selfCheckFailed(list: string): Sentence;
  // reports that can't be verified
  badReport(): Sentence;
  /** The report of an audit of contacts, of which an option asks what only a scrub has. */
  contactReport(option: string): Sentence;
  newerReport(schemaVersion: number): Sentence;
  // guards
  tooMuchRemoved(removed: number, read: number, share: number): Sentence;
  tooMuchInvalid(invalid: number, read: number, share: number): Sentence;
  strictWarnings(warnings: number): Sentence;
  countsDoNotAdd(read: number, sum: number): Sentence;
  digitsDoNotAdd(read: number, sum: number): Sentence;
}

/** What can be wrong with a file as such: it can't be opened or written, or its bytes are no text. */
export interface FileErrors {
  /** `nearest`: the file in the same folder that was probably meant. */
  notFound(role: FileRole, nearest: string | undefined): Sentence;
  isDirectory(): Sentence;
  noFolder(): Sentence;
  /** `code`: the system's, such as EACCES. */
  cannotRead(code: string): Sentence;
  /** `standing`: files of the run that stand already; then this was the clean list of a program, handed over last. */
  cannotWrite(code: string, standing?: readonly string[]): Sentence;
  /** A registry that can't be written while something is added to it. */
  cannotRecord(code: string): Sentence;
  /** A file that is small wherever it is what it should be. */
  fileTooLong(maxBytes: number): Sentence;
  closedPipe(): Sentence;
  folderExists(): Sentence;
  outputExists(): Sentence;
  brokenLink(): Sentence;
  outputIsInput(input: string): Sentence;
  outputNamedTwice(): Sentence;
  /** `lock`: the file that stands for the lock. */
  lockBusy(lock: string): Sentence;
  notARunLog(): Sentence;
  spreadsheet(): Sentence;
  /** Within gzip, or where numbers one a line are read. */
  packedWorkbook(): Sentence;
  gzipDamaged(fault: GzipFault): Sentence;
  utf16Cut(): Sentence;
  mixedEncodings(): Sentence;
  notText(): Sentence;
  noList(form: NoList): Sentence;
  emptyFile(): Sentence;
  headerTooLong(maxBytes: number): Sentence;
  unclosedQuote(): Sentence;
  recordTooLong(maxBytes: number): Sentence;
  /** So many records of most of them are; `splitter`: the delimiter that would part their cells. */
  mostlyBroken(
    broken: number,
    records: number,
    width: number,
    hasHeader: boolean,
    splitter: string | undefined,
  ): Sentence;
  /** An only column is several by its name, or by its lines. */
  columnsInOne(isNamed: boolean, splitter: string | undefined): Sentence;
  loneReturns(): Sentence;
  /** `said`: by --encoding; `marked`: by the byte order mark. */
  encodingContradicted(said: string, marked: string): Sentence;
  byteOrderUnknown(): Sentence;
  changedWhileRead(): Sentence;
  /** A mark names a number that an earlier record kept, and what was written is gone. */
  lateMark(): Sentence;
  archive(): Sentence;
  zip(): Sentence;
}

/** What keeps a row from being the header. */
export type HeaderErrors = Pick<ErrorSentences, "noHeaderThere" | "headerHoldsNumber" | "headerInDoubt">;

/** What keeps a workbook, or a sheet of it, from being a list. */
export interface WorkbookErrors {
  /** `part`: of the archive. */
  workbookDamaged(fault: WorkbookFault, part: string | undefined): Sentence;
  /** Bytes. */
  workbookTooLarge(bytes: number, most: number): Sentence;
  workbookTextTooLarge(most: number): Sentence;
  otherWorkbook(kind: OtherWorkbook): Sentence;
  /** Each holds values. `list`: by which options mean the workbook; `isAlone`: not all of its sheets may be taken. */
  severalSheets(
    sheets: readonly { name: string; isHidden: boolean }[],
    list: string | undefined,
    isAlone: boolean,
  ): Sentence;
  /** `hidden`: sheets with values that nobody sees. */
  noFilledSheet(hidden: readonly string[]): Sentence;
  unknownSheet(said: string, nearest: string | undefined, sheets: readonly string[]): Sentence;
  sheetWithoutCells(): Sentence;
  emptySheet(): Sentence;
  /** `column`: the letters of its last. */
  sheetTooWide(column: string): Sentence;
  sheetFiltered(): Sentence;
  rowHidden(): Sentence;
  /** `column`: its letters. */
  columnHidden(column: string): Sentence;
  formulaWithoutValue(column: string): Sentence;
  /** `range`: `D3:D5`. */
  cellsMerged(range: string): Sentence;
  /** --sheet was said of something else. */
  notWorkbook(): Sentence;
  /** An option about text was said of a workbook. */
  notForWorkbook(option: string): Sentence;
  oneSheet(): Sentence;
  /** What is to be written has more than a sheet holds; `column`: its letters, of a text. */
  beyondSheet(kind: BeyondSheet, most: number, column?: string): Sentence;
  everySheetOfStream(): Sentence;
}

/** What is wrong with what was typed. */
export interface UsageErrors {
  /** `help`: the command that lists them all. */
  unknownOption(option: string, nearest: string | undefined, help: string): Sentence;
  /** `hasNext`: a word that begins with a dash follows, which may be meant. */
  missingValue(option: string, help: string, hasNext: boolean): Sentence;
  unknownCommand(typed: string, nearest: string | undefined): Sentence;
  /** Asked for with `svscrub help`. */
  unknownTopic(typed: string, nearest: string | undefined): Sentence;
  /** `shells`: those that there are scripts for; `typed`: undefined where none was named. */
  unknownShell(typed: string | undefined, nearest: string | undefined, shells: readonly string[]): Sentence;
  noPhoneList(suppressions: number, stdinIsEmpty: boolean): Sentence;
  noFile(): Sentence;
  noNumber(): Sentence;
  checkWithoutList(): Sentence;
  noSuppression(): Sentence;
  noContactLog(suppressions: number): Sentence;
  severalContactLogs(logs: number): Sentence;
  noOptOuts(): Sentence;
  stdinTwice(): Sentence;
  /** `expected`: examples, or the words that it takes by their fixed names. */
  /** `expected`: the words that it takes, or their form; `nearest`: the one of these words that was probably meant. */
  badValue(option: string, expected: string | readonly string[], nearest?: string): Sentence;
  badMapping(option: string, words: readonly string[]): Sentence;
  /** `examples`: of a form that has no end of values. */
  badForm(option: string, examples: string): Sentence;
  /** An option that takes one value. */
  givenTwice(option: string): Sentence;
  badPercentage(option: string): Sentence;
  /** `mayBePhones`: a phone list can be meant, too. */
  unknownListName(option: string, name: string, nearest: string | undefined, mayBePhones: boolean): Sentence;
  /** Several lists answer to the name. */
  ambiguousListName(option: string, name: string, lists: readonly string[]): Sentence;
  guardNeedsOutput(option: string): Sentence;
  /** `other`: without which it says nothing. */
  needsOption(option: string, other: string): Sentence;
  /** `form`: how it names the list that it is about. */
  needsListName(option: string, form: string): Sentence;
  /** `option`: whose list goes to stdout already; `hasDryRun`: the command can also write no list at all. */
  stdoutTaken(option: string, hasDryRun: boolean): Sentence;
  /** `ending`: as it was typed. */
  otherFormat(option: string, ending: string): Sentence;
  reportExtension(): Sentence;
  badHoliday(): Sentence;
  noHolidays(): Sentence;
  noReport(): Sentence;
  oneReport(reports: number): Sentence;
  needsSuppress(option: string): Sentence;
  badCanary(): Sentence;
  badOwn(): Sentence;
  emptyName(option: string): Sentence;
  /** `operand`: what should stand there, as the usage names it. */
  // files of arguments
  nestedArguments(): Sentence;

  /** `option`: that stands before a space. */
  severalArguments(option: string): Sentence;
  recordAsArgument(): Sentence;
  argumentsNoText(): Sentence;
  emptyOperand(operand: string): Sentence;
  contradiction(one: string, other: string): Sentence;
}

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
  "list-all-foreign"(list: string, entries: number): string;
  /** Entries with digits left over, or without a number; `lines`: of the first. */
  "entries-unreadable"(list: string, count: number, lines: readonly number[], are: "lines" | "rows"): string;
  /** Masked: a text names it, and a person who may be contacted has it. */
  "own-number-free"(masked: string): string;
  "numbers-elsewhere"(list: string, count: number): string;
  "due-dates-ignored"(list: string, column: string): string;
  "actions-unknown"(list: string, count: number): string;
  "opt-ins-idle"(list: string, count: number): string;
  /** Records of a registry with the action `void` that take nothing back. */
  "voids-idle"(list: string, count: number): string;
  "entries-expired"(list: string, count: number): string;
  "expiries-unreadable"(list: string, count: number): string;
  "dates-contradict"(list: string): string;
  /** `alone`: entries that nothing but a hash stands in. */
  "hashes-unproven"(list: string, alone: number): string;
  "opt-ins-hashed"(list: string): string;
  "not-in-baseline"(list: string): string;
  "other-phone-column"(
    file: string,
    column: string,
    option: "--column" | "--suppress-column",
    /** Records of a phone list that a listed number in it removed. */
    removed: number,
  ): string;
  /** `lines`: of the first such records. `ignore`: no record of the column says no for certain. */
  "may-say-no"(
    file: string,
    column: string,
    count: number,
    lines: readonly number[],
    advice: "ignore" | "look",
  ): string;
  /** Records without a number that say no and hold nothing else; `lines`: of the first. */
  "heading-says-no"(file: string, count: number, lines: readonly number[]): string;
  "consent-empty"(file: string, column: string, count: number, lines: readonly number[]): string;
  /** Kept records of whose phone cells words went; `lines`: the first of them. */
  "words-cut"(file: string, column: string, count: number, lines: readonly number[]): string;
  "without-kernel"(): string;
  /** The code of the thread that reads long lists is not beside the program, which is a bundle. */
  "without-thread"(): string;
  "no-records"(file: string): string;
  /** Names of hidden sheets with values. */
  "sheets-passed-over"(file: string, sheets: string): string;
  "hidden-cells"(list: string, rows: number, columns: number): string;
  "formulas-without-value"(list: string, formulas: number): string;
  "channel-not-said"(log: string): string;
  /** The years of which the file of --holidays names no day. */
  "holidays-unknown"(years: readonly number[]): string;
  "numbers-left"(count: number): string;
  /** No record of `read` is clean. */
  "nobody-clean"(read: number, suppressed: number): string;
  /** A list of people to contact, by this column, the titles in these lines, or else its name. */
  "looks-like-opt-outs"(file: string, column: string, titles: readonly number[]): string;
  "no-suppression"(): string;
}

/** What is warned of in a phone list's own opt-outs. */
export type OwnOptOutWarning = "may-say-no" | "heading-says-no" | "consent-empty";

/** What every run may say, a scrub too. */
export interface CommonSentences {
  language: Language;
  errors: ErrorSentences;
  warnings: WarningSentences;
  /** `FILE, line N`; of a workbook `FILE, sheet "NAME", row N`. */
  place(file: string, line: number | undefined, sheet: string | undefined): string;
  summary: SummarySentences;
  registry: RegistrySentences;
  help: HelpSentences;
  /** Thousands as the language writes them. */
  number(value: number): string;
}

/** The whole of a language: what a scrub never says is loaded apart. */
export interface Sentences extends CommonSentences {
  inspection: InspectionSentences;
  check: CheckSentences;
  demo: DemoSentences;
  contacts: ContactSentences;
  contactPage: ContactPageSentences;
  verification: VerificationSentences;
  page: PageSentences;
}

/** Where words of an opt-out stand: in the phones, in a column of their own, or behind the last column of the header. */
