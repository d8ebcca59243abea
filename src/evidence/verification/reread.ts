// The lists that a run wrote, read again: is every kept record still clean by the same rules and lists, who has opted out
// since, and is every flagged or removed record judged as it says, as many of each disposition as the report has?

import { recordCells } from "../../csv/cells.js";
import { composedDelimiter } from "../../csv/compose.js";
import { delimiterOf, NO_DELIMITER } from "../../csv/dialect.js";
import type { RecordView } from "../../csv/scanner.js";
import { ExitCode } from "../../errors.js";
import type { OutputFile } from "../../files/output.js";
import { kindOfPath } from "../../files/paths.js";
import type { RecordBatch } from "../../lists/batch.js";
import { batchesOf } from "../../lists/batches.js";
import { chooseColumns, columnName, shownName } from "../../lists/column-names.js";
import { saidEncodingOf } from "../../lists/encoding.js";
import { faultOf, RECORD_FAULTS, type RecordFault } from "../../lists/fault.js";
import { type OpenedList, openList } from "../../lists/open.js";
import type { ListOverrides } from "../../lists/overrides.js";
import { holdsDigit, readPhoneCell } from "../../lists/phone-cells.js";
import { type OnProgress, shareRead } from "../../lists/progress.js";
import { isWorkbook } from "../../lists/source.js";
import { formatNumber } from "../../phone/format.js";
import { type CellReading, everyNumber, type PhoneNumber } from "../../phone/number.js";
import { readCell } from "../../phone/read.js";
import { type Beside, NOTHING_BESIDE, readBeside } from "../../scrub/beside.js";
import { type Decision, decide, type Lookup } from "../../scrub/decide.js";
import { STRICT } from "../../scrub/normal-writer.js";
import type { OwnOptOuts } from "../../scrub/own-opt-outs.js";
import { numbersStanding, type Policy } from "../../scrub/policy.js";
import type { OutputRole } from "../../scrub/run.js";
import { type ListMatches, Tally } from "../../scrub/tally.js";
import {
  appendedCells,
  type Composing,
  composingOf,
  flagCells,
  NOTES_COLUMN,
  notesCell,
  REASON_COLUMN,
  RemovedWriter,
  type Source,
  sourceCells,
  suppressedBy,
} from "../../scrub/writers.js";
import { NationalStates, SeenNumbers } from "../../suppression/country.js";
import type { Suppression } from "../../suppression/load.js";
import type { TimeZone } from "../../time/time-zone.js";
import type { AuditReport } from "../report.js";

const FIRST_RECORDS = 5;
const APPENDED_COLUMNS = /,svscrub_disposition,.*$/s;

/** Records of one kind: how many, and the numbers of the first. */
export interface Offenders {
  count: number;
  first: number[];
}

/** A list that the run wrote, as it is now. */
export interface Reread {
  records: number;
  /** Clean records of people who had opted out before the run. */
  suppressed: Offenders;
  /** Records that are not what the same rules make of them. */
  unfit: Offenders;
  /** Opted out by today's lists. */
  since: Offenders;
  /** What passes for its header is of somebody who had opted out. */
  headerIsSuppressed: boolean;
  /** Whether its header and the options agree with the report on which columns are the phones. */
  columnsFit: boolean;
  /** The dispositions that the records say of themselves. */
  dispositions: ReadonlyMap<string, number>;
  reasons: ReadonlyMap<string, number>;
  /** Clean records by the type of their primary number. */
  types: ReadonlyMap<string, number>;
  /** Suppressed records by the list that holds them; undefined of a clean list, which has none. */
  matches: readonly ListMatches[] | undefined;
}

export interface Lookups {
  policy: Policy;
  /** The lists as of the run. */
  asOfRun: Suppression;
  /** Whether all lists of the run are in it, so that all that they say can be told. */
  isComplete: boolean;
  /** Whether no list is missing from it that would lift opt-outs of others: so who is in it was opted out. */
  canJudge: boolean;
  /** How the phone lists were read. */
  overrides: ListOverrides;
  /** The phone lists' own opt-outs: in the run's index behind its lists. */
  own: readonly OwnOptOuts[];
  /** Today's lists; undefined where nobody asks. */
  today: Suppression | undefined;
  /** The file for records of who has opted out since, and the zone of dates. */
  removed: OutputFile | undefined;
  zone: TimeZone;
  onProgress: OnProgress;
}

/** Reads the clean list again. Whatever makes it unreadable is thrown. */
export async function rereadClean(path: string, report: AuditReport, lookups: Lookups): Promise<Reread> {
  const seen = new SeenNumbers(new NationalStates());
  const lookup = lookupOf(lookups, (e164) => seen.wasSeen(e164));
  return await reread(path, report, lookups, (list, record, result, writer) => {
    const readings = record.readCells();
    const beside = besideOf(list, record);
    const decision = decide(readings, faultOf(list, record), lookups.policy, lookup, beside);
    for (const e164 of decision.seen) seen.see(e164);
    for (const { type } of numbersStanding(readings, decision.kept, lookups.policy)) add(result.types, type);
    if (decision.reason === "opted-out") count(result.suppressed, result.records);
    else if (decision.disposition !== "clean" || !isAsWritten(list, record, decision.kept, lookups.policy))
      count(result.unfit, result.records);
    lookToday(readings, beside, record, result, lookups, writer);
  });
}

/** What reading a list takes that need not be judged again. */
type Reading = Pick<Lookups, "overrides" | "today" | "removed" | "zone" | "onProgress">;

/** Reads a clean list again that is proven, only for who has opted out since. */
export async function rereadToday(path: string, report: AuditReport, reading: Reading): Promise<Reread> {
  return await reread(path, report, reading, (list, record, result, writer) => {
    lookToday(record.readCells(), besideOf(list, record), record, result, reading, writer);
  });
}

/** How a list is opened that the run wrote: in the dialect of its phone lists, if it is not normalized, and with their columns. */
export function overridesOfOutput(
  path: string,
  { inputs: [input], run }: AuditReport,
  { watch }: ListOverrides,
  role: OutputRole = "clean",
): ListOverrides {
  const { header, phone_columns } = input!;
  const isNormal = role === "clean" && run.options.normalize === true;
  const { delimiter, encoding } = isNormal
    ? { delimiter: STRICT.delimiter, encoding: "utf-8" }
    : { delimiter: delimiterOf(input!.dialect.delimiter), encoding: input!.encoding };
  // A workbook says itself how it is written.
  const isText = kindOfPath(path) !== "file" || !isWorkbook(path, ExitCode.no);
  return {
    ...{ columns: [], noHeader: false, mayLackPhones: true },
    ...(isText && { delimiter, encoding: saidEncodingOf(encoding) }),
    known: { header, columns: phone_columns.map(({ position }) => position - 1) },
    ...(watch && { watch }),
  };
}

/** Reads a flagged list again, whose cells are the phone list's own: every record is judged once more. */
export async function rereadFlagged(path: string, report: AuditReport, lookups: Lookups): Promise<Reread> {
  const seen = new SeenNumbers(new NationalStates());
  const { policy, asOfRun } = lookups;
  const lookup: Lookup = {
    ...lookupOf(lookups, (e164) => seen.wasSeen(e164)),
    isWithheld: (e164) => seen.isWithheld(e164),
  };
  const tally = new Tally(asOfRun.lists.length + lookups.own.length);
  const result = await reread(path, report, lookups, (list, record, result, writer) => {
    const added = { count: 4, words: hasWords(report, "flagged", list) };
    const { cells, readings } = partAppended(list, record, added, lookups);
    const [disposition = "", reason = "", source = "", phone = ""] = cells;
    const beside = besideOf(list, record);
    add(result.dispositions, disposition);
    if (reason !== "") add(result.reasons, reason);
    if (disposition === "clean") {
      const all = phone === "" ? readings : [...readings, readCell(phone)];
      if (isAnyOf(all, asOfRun)) count(result.suppressed, result.records);
      lookToday(all, beside, record, result, lookups, writer);
    }
    const decision = decide(readings, faultSaid(reason), policy, lookup, beside);
    for (const e164 of decision.seen) {
      seen.see(e164);
      if (decision.disposition === "suppressed") seen.withhold(e164);
    }
    const said = { source, number: numberInList(report, result.records) };
    const holdings = decision.disposition === "suppressed" ? holdingsOf(decision, beside, list, said, lookups) : [];
    tally.match(holdings);
    if (decision.disposition === "clean") add(result.types, decision.primary!.type);
    const expected = flagCells(decision, holdings, policy.format, composingAsOfRun(list, lookups));
    const isAsSaid = added.words ? isAlike(cells, expected) : endsIn(list, record, expected, lookups);
    if (lookups.isComplete && !isAsSaid) count(result.unfit, result.records);
  });
  return { ...result, matches: tally.matches };
}

/** Reads a removed list again: whoever is in it for a number that comes twice is taken at its word, all else is judged. */
export async function rereadRemoved(path: string, report: AuditReport, lookups: Lookups): Promise<Reread> {
  const { policy, asOfRun, isComplete } = lookups;
  const lookup: Lookup = { ...lookupOf(lookups, () => true), isWithheld: () => true };
  const tally = new Tally(asOfRun.lists.length + lookups.own.length);
  const result = await reread(
    path,
    report,
    { ...lookups, today: undefined },
    (list, record, result) => {
      const appended = isNoted(list, lookups) ? 6 : 5;
      const added = { count: appended, words: hasWords(report, "removed", list) };
      const { cells, readings } = partAppended(list, record, added, lookups);
      const [disposition = "", reason = "", source = "", , number = ""] = cells;
      add(result.dispositions, disposition);
      add(result.reasons, reason);
      const beside = besideOf(list, record, appended + Number(added.words));
      const decision = decide(readings, faultSaid(reason), policy, lookup, beside);
      const said = { source, number: Number(number) };
      const holdings = decision.disposition === "suppressed" ? holdingsOf(decision, beside, list, said, lookups) : [];
      if (disposition === "suppressed") tally.match(holdings);
      const composing = composingAsOfRun(list, lookups);
      const notes = appended === 6 ? [notesCell(holdings, composing)] : [];
      const sources = sourceCells(holdings, composing);
      const expected = [decision.disposition, decision.reason ?? "", ...sources, number, ...notes];
      const isAsSaid = added.words ? isAlike(cells, expected) : endsIn(list, record, expected, lookups);
      if (isComplete && (!isAsSaid || !/^[1-9]\d*$/.test(number))) count(result.unfit, result.records);
    },
    "removed",
  );
  return { ...result, matches: tally.matches };
}

export function nothingRead() {
  const none = (): Offenders => ({ count: 0, first: [] });
  return {
    ...{ records: 0, suppressed: none(), unfit: none(), since: none(), headerIsSuppressed: false, columnsFit: true },
    ...{
      dispositions: new Map<string, number>(),
      reasons: new Map<string, number>(),
      types: new Map<string, number>(),
    },
    matches: undefined,
  };
}

type Result = ReturnType<typeof nothingRead>;

/** Every record of a list that the run wrote, in the dialect of its phone lists. */
async function reread(
  path: string,
  report: AuditReport,
  lookups: Reading & Partial<Lookups>,
  take: (list: OpenedList, record: RecordBatch, result: Result, writer: RemovedWriter | undefined) => void,
  role: OutputRole = "clean",
): Promise<Result> {
  const list = await openList(
    path,
    "phone-list",
    ExitCode.no,
    overridesOfOutput(path, report, lookups.overrides, role),
  );
  const result = nothingRead();
  try {
    result.columnsFit = fitsColumns(list, report, lookups.overrides.columns);
    const { asOfRun } = lookups;
    result.headerIsSuppressed = asOfRun !== undefined && isAnyOf((list.header ?? []).map(readCell), asOfRun);
    const writer = writerOf(list, lookups);
    for await (const batch of batchesOf(list, ExitCode.no)) {
      for (let i = 0; i < batch.count; i++) {
        batch.select(i);
        result.records++;
        take(list, batch, result, writer);
      }
      lookups.onProgress({ share: shareRead(list), records: result.records });
      await lookups.removed?.flush();
    }
  } finally {
    list.file.close();
  }
  return result;
}

function fitsColumns(list: OpenedList, report: AuditReport, chosen: readonly string[]): boolean {
  const said = report.inputs[0]!.phone_columns;
  // In a list of one column, what was appended to its name has become a part of it.
  const isOne = list.dialect.delimiter === NO_DELIMITER;
  const header = list.header?.map((name) => (isOne ? name.replace(APPENDED_COLUMNS, "") : name));
  const isNamedSo = said.every(({ position, name }) => shownName(header?.[position - 1]) === name);
  if (!isNamedSo || chosen.length === 0) return isNamedSo;
  const again = chooseColumns(chosen, header, list.width, list.file.path);
  return again.join() === said.map(({ position }) => position - 1).join();
}

/** Whether every phone cell holds the number that it may keep, as the run wrote it, and no digit else. */
function isAsWritten(
  { phoneCells }: OpenedList,
  record: RecordView,
  kept: readonly (PhoneNumber | undefined)[],
  { format }: Policy,
): boolean {
  if (format === "original") return true;
  const { bytes, cellStart, cellEnd } = record;
  return kept.every((number, i) => {
    const at = phoneCells[i]!;
    if (number === undefined) return !holdsDigit(record, at);
    const cell = cellStart[at]! < 0 ? "" : Buffer.from(bytes.subarray(cellStart[at]!, cellEnd[at]!)).toString();
    return cell === formatNumber(number.e164, format);
  });
}

/** Columns that svscrub appended; `words`: one more, behind the reason, which says it in words. */
interface Added {
  count: number;
  words: boolean;
}

function hasWords({ outputs }: AuditReport, role: OutputRole, { header }: OpenedList): boolean {
  return header !== undefined && outputs.some((output) => output.role === role && output.words !== undefined);
}

/** What svscrub appended to a record, without the words, and what the cells before it are read as. */
function partAppended(list: OpenedList, record: RecordBatch, { count, words }: Added, lookups: Lookups) {
  const { bytes, start, end } = record;
  const { dialect } = list;
  const all = recordCells(bytes, start, end, { ...dialect, delimiter: composedDelimiter(dialect) });
  const cells = all.slice(-count - Number(words));
  if (words) cells.splice(REASON_COLUMN + 1, 1);
  if (dialect.delimiter !== NO_DELIMITER) return { cells, readings: record.readCells() };
  // A list of one column: its cell and what was appended are one.
  const own = end - appendedCells(cells, composingAsOfRun(list, lookups)).length;
  const isQuoted = own - start > 1 && bytes[start] === 0x22 && bytes[own - 1] === 0x22;
  const [from, to] = isQuoted ? [start + 1, own - 1] : [start, own];
  return { cells, readings: [readPhoneCell(bytes, from, Math.max(from, to), isQuoted)] };
}

function endsIn(list: OpenedList, record: RecordView, cells: readonly string[], lookups: Lookups): boolean {
  const expected = appendedCells(cells, composingAsOfRun(list, lookups));
  return expected.equals(record.bytes.subarray(Math.max(record.start, record.end - expected.length), record.end));
}

function isAlike(cells: readonly string[], expected: readonly string[]): boolean {
  return cells.length === expected.length && cells.every((cell, i) => cell === expected[i]);
}

function composingAsOfRun(list: OpenedList, { asOfRun, own, zone }: Lookups): Composing {
  const names = [...asOfRun.lists, ...own].map(({ name }) => name);
  return composingOf(list, { names, zone, notes: asOfRun.notes });
}

function lookupOf({ asOfRun }: Lookups, wasSeen: (e164: string) => boolean): Lookup {
  return { isSuppressed: (e164) => asOfRun.index.has(e164), wasSeen, isWithheld: () => false };
}

/** A fault is looked for in the list as it came in: whoever appended cells to it can't tell any more. */
function faultSaid(reason: string): RecordFault | undefined {
  return RECORD_FAULTS.find((fault) => fault === reason);
}

function isAnyOf(readings: readonly CellReading[], { index }: Suppression): boolean {
  return readings.flatMap(everyNumber).some((e164) => index.has(e164));
}

/** Whether the removed list has what the suppression lists say of why: by its header, or by the lists where it has none. */
function isNoted({ header }: OpenedList, { asOfRun }: Lookups): boolean {
  return header === undefined ? asOfRun.notes?.areAny === true : header.at(-1)?.endsWith(NOTES_COLUMN) === true;
}

/**
 * Reads what stands beside the phones. In a list of one column nothing stands beside the phones but what svscrub
 * appended. `appended`: so many of its columns at the end are not looked at, for a reason may name anybody's number.
 */
function besideOf(list: OpenedList, record: RecordBatch, appended = 0): Beside {
  if (!record.beside || list.dialect.delimiter === NO_DELIMITER) return NOTHING_BESIDE;
  const { numbers, optOuts, ...beside } = readBeside(list, record);
  const isOwn = (column: number) => column < list.width - appended;
  return { ...beside, numbers: numbers.filter(({ column }) => isOwn(column)), optOuts: optOuts.filter(isOwn) };
}

/**
 * `source`: as the record says it; `number`: the record's in its phone list. Of which list it was, and so whose own
 * opt-out, is not told otherwise; of every column that says so, some list's it is.
 */
function holdingsOf(
  decision: Decision,
  { optOuts }: Beside,
  list: OpenedList,
  { source, number }: { source: string; number: number },
  { asOfRun, own }: Lookups,
): Source[] {
  const isSaid = ({ name }: OwnOptOuts) => `; ${source}; `.includes(`; ${name}:${number}; `);
  const saying = optOuts.flatMap((column) => {
    const ofColumn = own.filter((one) => one.column === column);
    const said = ofColumn.filter(isSaid);
    return said.length > 0 ? said : ofColumn.slice(0, 1);
  });
  return suppressedBy(decision, saying, number, asOfRun.index, (column) => columnName(list, column));
}

/** The number in its own phone list of a record of the flagged list, which holds all records of all lists. */
function numberInList({ inputs }: AuditReport, record: number): number {
  let number = record;
  for (const { records } of inputs) {
    if (number <= records) break;
    number -= records;
  }
  return number;
}

function count(offenders: Offenders, record: number): void {
  offenders.count++;
  if (offenders.first.length < FIRST_RECORDS) offenders.first.push(record);
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function lookToday(
  readings: readonly CellReading[],
  { numbers }: Beside,
  record: RecordView,
  result: Result,
  { today }: Pick<Lookups, "today">,
  writer: RemovedWriter | undefined,
): void {
  if (today === undefined) return;
  const all = [...readings.flatMap(everyNumber), ...numbers.map(({ e164 }) => e164)];
  const optedOut = all.filter((e164) => today.index.has(e164));
  if (optedOut.length === 0) return;
  count(result.since, result.records);
  const holdings = optedOut.flatMap((e164) => today.index.holdings(e164));
  writer?.removeSuppressed(record, holdings, result.records);
}

function writerOf(list: OpenedList, { removed, today, zone }: Reading): RemovedWriter | undefined {
  if (removed === undefined || today === undefined) return undefined;
  removed.encodeAs(list.encoding.utf16);
  const names = today.lists.map(({ name }) => name);
  const { notes } = today;
  const writer = new RemovedWriter(removed, composingOf(list, { names, zone, notes }));
  if (list.header !== undefined) writer.header(list.preamble.subarray(0, list.headerEnd));
  else removed.write(list.preamble);
  return writer;
}
