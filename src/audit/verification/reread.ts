// The lists that a run wrote, read again: is every kept record still clean by the same rules and lists, who has opted out
// since, and does the removed list hold as many of each disposition as the report says.

import { recordCells } from "../../csv/cells.js";
import { composedDelimiter } from "../../csv/compose.js";
import { delimiterOf } from "../../csv/dialect.js";
import { ExitCode } from "../../errors.js";
import type { OutputFile } from "../../files/output.js";
import type { RecordView } from "../../lists/batch.js";
import { batchesOf } from "../../lists/batches.js";
import { saidEncodingOf, textEncoding } from "../../lists/encoding.js";
import { type OpenedList, openList } from "../../lists/open.js";
import { everyNumber, readPhoneCells } from "../../lists/phone-cells.js";
import type { CellReading } from "../../phone/number.js";
import { readCell } from "../../phone/read.js";
import { decide } from "../../scrub/decide.js";
import { faultOf } from "../../scrub/fault.js";
import type { Policy } from "../../scrub/policy.js";
import { RemovedWriter } from "../../scrub/records.js";
import type { Suppression } from "../../scrub/suppression.js";
import { NationalStates, SeenNumbers } from "../../suppression/country.js";
import type { TimeZone } from "../../suppression/time-zone.js";
import type { AuditReport } from "../report.js";

const FIRST_RECORDS = 5;

/** Records of one kind: how many, and the numbers of the first. */
export interface Offenders {
  count: number;
  first: number[];
}

/** The clean records of a list as they are now. */
export interface Reread {
  records: number;
  /** Opted out before the run. */
  suppressed: Offenders;
  /** Not clean by the same rules for another reason. */
  unfit: Offenders;
  /** Opted out by today's lists. */
  since: Offenders;
}

export interface Lookups {
  policy: Policy;
  /** As of the run. */
  asOfRun: Suppression;
  /** Undefined where nobody asks. */
  today: Suppression | undefined;
  /** Where records of who has opted out since are written, and the zone of their dates. */
  removed: OutputFile | undefined;
  zone: TimeZone;
}

/** Reads the clean list again. Whatever makes it unreadable is thrown. */
export async function rereadClean(path: string, report: AuditReport, lookups: Lookups): Promise<Reread> {
  const columns = report.inputs[0]!.phone_columns.map(({ position }) => position - 1);
  const reread = nothingRead();
  const seen = new SeenNumbers(new NationalStates());
  const { asOfRun, policy } = lookups;
  const lookup = {
    isSuppressed: (e164: string) => asOfRun.index.has(e164),
    wasSeen: (e164: string) => seen.wasSeen(e164),
    isWithheld: () => false,
  };
  await eachRecord(
    path,
    report,
    columns,
    (list, record, writer) => {
      const readings = readPhoneCells(record, list.phoneCells);
      const { disposition, optedOut, seen: contacted } = decide(readings, faultOf(list, record), policy, lookup);
      for (const e164 of contacted) seen.see(e164);
      if (optedOut.length > 0) count(reread.suppressed, reread.records);
      else if (disposition !== "clean") count(reread.unfit, reread.records);
      lookToday(readings, record, reread, lookups, writer);
    },
    reread,
    lookups,
  );
  return reread;
}

/** A flagged list: its records by disposition, and the numbers to contact of the clean ones. */
export async function rereadFlagged(
  path: string,
  report: AuditReport,
  lookups: Lookups,
): Promise<{ reread: Reread; counts: ReadonlyMap<string, number> }> {
  const reread = nothingRead();
  const counts = new Map<string, number>();
  await eachRecord(
    path,
    report,
    [],
    (list, record, writer) => {
      const [disposition = "", , , phone = ""] = lastCells(list, record, 4);
      counts.set(disposition, (counts.get(disposition) ?? 0) + 1);
      if (disposition !== "clean") return;
      const readings = [readCell(phone)];
      if (readings.flatMap(everyNumber).some((e164) => lookups.asOfRun.index.has(e164)))
        count(reread.suppressed, reread.records);
      else if (readings[0]!.numbers.length !== 1) count(reread.unfit, reread.records);
      lookToday(readings, record, reread, lookups, writer);
    },
    reread,
    lookups,
  );
  return { reread, counts };
}

/** A removed list: its records by disposition and by reason. */
export async function recountRemoved(
  path: string,
  report: AuditReport,
): Promise<{ records: number; dispositions: ReadonlyMap<string, number>; reasons: ReadonlyMap<string, number> }> {
  const reread = nothingRead();
  const dispositions = new Map<string, number>();
  const reasons = new Map<string, number>();
  await eachRecord(
    path,
    report,
    [],
    (list, record) => {
      const [disposition = "", reason = ""] = lastCells(list, record, 5);
      dispositions.set(disposition, (dispositions.get(disposition) ?? 0) + 1);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    },
    reread,
    undefined,
  );
  return { records: reread.records, dispositions, reasons };
}

function nothingRead(): Reread {
  const none = (): Offenders => ({ count: 0, first: [] });
  return { records: 0, suppressed: none(), unfit: none(), since: none() };
}

function count(offenders: Offenders, record: number): void {
  offenders.count++;
  if (offenders.first.length < FIRST_RECORDS) offenders.first.push(record);
}

function lookToday(
  readings: readonly CellReading[],
  record: RecordView,
  reread: Reread,
  { today }: Lookups,
  writer: RemovedWriter | undefined,
): void {
  if (today === undefined) return;
  const optedOut = readings.flatMap(everyNumber).filter((e164) => today.index.has(e164));
  if (optedOut.length === 0) return;
  count(reread.since, reread.records);
  const holdings = optedOut.flatMap((e164) => today.index.holdings(e164));
  writer?.removeSuppressed(record, holdings, reread.records);
}

/** Every record of a list that the run wrote, in the dialect of its phone lists. */
async function eachRecord(
  path: string,
  report: AuditReport,
  columns: readonly number[],
  take: (list: OpenedList, record: RecordView, writer: RemovedWriter | undefined) => void,
  reread: Reread,
  lookups: Lookups | undefined,
): Promise<void> {
  const [input] = report.inputs;
  const list = await openList(path, "phone-list", ExitCode.no, {
    columns: [],
    noHeader: false,
    mayLackPhones: true,
    delimiter: delimiterOf(input!.dialect.delimiter),
    encoding: saidEncodingOf(input!.encoding),
    known: { header: input!.header, columns },
  });
  try {
    const writer = lookups && writerOf(list, lookups);
    for await (const batch of batchesOf(list, ExitCode.no)) {
      for (let i = 0; i < batch.count; i++) {
        batch.select(i);
        reread.records++;
        take(list, batch, writer);
      }
      await lookups?.removed?.flush();
    }
  } finally {
    list.file.close();
  }
}

function writerOf(list: OpenedList, { removed, today, zone }: Lookups): RemovedWriter | undefined {
  if (removed === undefined || today === undefined) return undefined;
  const { dialect, encoding } = list;
  removed.encodeAs(encoding.utf16);
  const names = today.lists.map(({ name }) => name);
  const writer = new RemovedWriter(removed, { dialect, encoding: textEncoding(encoding), names, zone });
  if (list.header !== undefined) writer.header(list.preamble.subarray(0, list.headerEnd));
  else removed.write(list.preamble);
  return writer;
}

/** What svscrub appended to a record, whatever stands before it. */
function lastCells(list: OpenedList, record: RecordView, cells: number): string[] {
  const dialect = { ...list.dialect, delimiter: composedDelimiter(list.dialect) };
  return recordCells(record.bytes, record.start, record.end, dialect).slice(-cells);
}
