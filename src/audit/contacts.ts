// A whole audit of a contact log, top to bottom: all that the lists ever said is loaded, then every contact is judged by
// what was said before it, and by the hours and the frequency that were asked for.

import { recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type InputFile, openInput } from "../files/input.js";
import type { OutputFile } from "../files/output.js";
import { type ContactColumns, findContactColumns } from "../headers/contact-columns.js";
import { partiesOf } from "../headers/import-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { columnName } from "../lists/column-names.js";
import { faultOf } from "../lists/fault.js";
import { type OpenedList, openList } from "../lists/open.js";
import { warningsOfOptOuts } from "../lists/opt-out-lists.js";
import type { ListOverrides } from "../lists/overrides.js";
import { mayCount } from "../lists/phone-cells.js";
import { type OnProgress, shareRead } from "../lists/progress.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { numbersInOtherColumn } from "../phone/read.js";
import { storageFor } from "../scrub/long-lists.js";
import { BARRED } from "../suppression/country.js";
import { loadSuppression, type Suppression, type SuppressionPlan } from "../suppression/load.js";
import type { LoadedList } from "../suppression/read-list.js";
import { Timelines } from "../suppression/timeline.js";
import type { Moment } from "../time/dates.js";
import { Conduct, type ConductRules } from "./conduct.js";
import { type ContactChannel, ContactReader, DirectionColumns } from "./contact-reader.js";
import { ContactTally, type Offence } from "./contact-tally.js";
import { OffenceWriter } from "./offence-writer.js";

export interface ContactAuditPlan {
  /** `-` is stdin. */
  log: string;
  overrides: ListOverrides;
  suppression: SuppressionPlan;
  /** The channel of contacts for which the log names none. */
  channel: ContactChannel;
  /** Seconds from a request until it must be honoured. */
  grace: number;
  conduct: ConductRules;
  /** What may prove hashed lists; by default what the output allows. */
  provenBy?: "run";
}

export interface ContactAudit {
  log: { path: string; sha256: string; bytes: number; blankLines: number };
  suppressions: readonly LoadedList[];
  tally: ContactTally;
  conduct: Conduct;
  /** Records in the output. */
  written: number;
  warnings: readonly Warning[];
}

/** Whether no contact offends, by opt-outs nor by the hours and the frequency that were asked for. */
export function isWithoutOffence({ tally, conduct }: ContactAudit): boolean {
  return tally.offences === 0 && !conduct.hours?.counts.outside && !conduct.frequency?.often.length;
}

/**
 * Runs the plan. The output is written but neither finished nor published. Which columns hold directions, and for an
 * output which contacts were one too many, is known once all are read: then the log is read again. A stream is kept.
 */
export async function auditContacts(
  plan: ContactAuditPlan,
  output: OutputFile | undefined,
  now: Date,
  onProgress: OnProgress = () => {},
): Promise<ContactAudit> {
  const provenBy = plan.provenBy ?? (output === undefined || output.temporary !== undefined ? "run" : "load");
  const storage = await storageFor(plan.suppression.lists);
  const notesOf = output && "all";
  const ofThePast = { now: Math.floor(now.getTime() / 1000), asItStood: false, keepsExpired: true };
  const past = await loadSuppression(plan.suppression, "any", now, ofThePast, {
    provenBy,
    storage,
    onProgress,
    notesOf,
  });
  const isWrittenTwice = output !== undefined && plan.conduct.most !== undefined;
  const log = await rereadable(plan, isWrittenTwice);
  try {
    let opened: ContactLog | undefined = await log.open();
    const directions = [...opened.others.columns.directions];
    if (opened.others.columns.perhapsDirections.length > 0) {
      directions.push(...(await directionsIn(opened, plan)));
      opened = undefined;
    }
    const auditOnce = async (to: OutputFile | undefined, tooOften: readonly number[]) => {
      const list = opened ?? (await log.open());
      opened = undefined;
      const judge = new ContactJudge(list, plan, past, directions, to, tooOften);
      await readLog(list, plan, judge, async () => {
        onProgress({ share: shareRead(list), records: judge.tally.read });
        await to?.flush();
      });
      return judge.audit();
    };
    if (!isWrittenTwice) return await auditOnce(output, []);
    const first = await auditOnce(undefined, []);
    const audit = await auditOnce(output, first.conduct.frequency!.records);
    if (audit.log.sha256 !== first.log.sha256) throw changedWhileRead(plan);
    return audit;
  } finally {
    log.close();
  }
}

/** The log, to be opened as often as it is read. A stream that is read once is not kept. */
async function rereadable(
  plan: ContactAuditPlan,
  isWrittenTwice: boolean,
): Promise<{ open(): Promise<ContactLog>; close(): void }> {
  const input = openInput(plan.log, ExitCode.phoneList);
  if (!input.regular) {
    const { RememberedStream } = await import("../files/spool.js");
    const stream = new RememberedStream(input, ExitCode.phoneList);
    // What is no log is refused before the rest of it is waited for.
    const list = await openLog(stream, plan);
    if (isWrittenTwice || list.others.columns.perhapsDirections.length > 0) {
      const spooled = await stream.spool();
      return { open: () => openLog(spooled.open(), plan), close: () => spooled.close() };
    }
    stream.forget();
    return { open: async () => list, close: () => {} };
  }
  input.close();
  return { open: () => openLog(plan.log, plan), close: () => {} };
}

type ContactLog = OpenedList & { others: { columns: ContactColumns } };

async function openLog(source: string | InputFile, { overrides }: ContactAuditPlan): Promise<ContactLog> {
  return await openList(source, "phone-list", ExitCode.phoneList, overrides, (header, phones) => {
    const columns = findContactColumns(header, phones);
    const { date, time, ...several } = columns;
    const wanted = [date, time, ...Object.values(several).flat()].filter((column) => column !== undefined);
    return { columns, wanted, suffice: false };
  });
}

async function directionsIn(list: ContactLog, plan: ContactAuditPlan): Promise<readonly number[]> {
  const perhaps = new DirectionColumns(list, list.others.columns.perhapsDirections);
  await readLog(list, plan, perhaps);
  return perhaps.columns;
}

/** Has each record taken, and closes the log. */
async function readLog(
  list: ContactLog,
  plan: ContactAuditPlan,
  reader: { begin?(batch: RecordBatch): void; take(record: RecordBatch, plain: number): void },
  afterBatch?: () => Promise<void>,
): Promise<void> {
  try {
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      reader.begin?.(batch);
      for (let i = 0; i < batch.count; i++) {
        batch.select(i);
        reader.take(batch, batch.plain[i]!);
      }
      await afterBatch?.();
    }
    if (list.file.changed()) throw changedWhileRead(plan);
  } finally {
    list.file.close();
  }
}

function changedWhileRead({ log }: ContactAuditPlan): ScrubError {
  return new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: log });
}

/** Every contact of a log against one history. */
class ContactJudge {
  readonly tally: ContactTally;
  readonly #timelines: Timelines;
  readonly #conduct: Conduct;
  readonly #reader: ContactReader;
  readonly #writer: OffenceWriter | undefined;
  /** The phone columns, counted from 0, that hold who called or wrote. */
  readonly #callers: ReadonlySet<number>;

  constructor(
    private readonly list: ContactLog,
    private readonly plan: ContactAuditPlan,
    private readonly past: Suppression,
    directions: readonly number[],
    output: OutputFile | undefined,
    tooOften: readonly number[],
  ) {
    const { columns } = list.others;
    const { zone } = plan.suppression;
    if (columns.date === undefined) {
      list.file.close();
      throw new ScrubError(ExitCode.phoneList, "noContactDate", [list.header !== undefined], { file: plan.log });
    }
    this.#timelines = new Timelines(past.index);
    this.tally = new ContactTally(past.lists.length);
    this.#conduct = new Conduct(plan.conduct, tooOften);
    this.#reader = new ContactReader(list, columns.date, { ...columns, directions }, zone, plan.channel);
    const names = past.lists.map(({ name }) => name);
    this.#writer = output && new OffenceWriter(output, list, names, zone, past.notes);
    const { callers } = partiesOf(list.header ?? [], list.columns);
    this.#callers = new Set(callers.map((column) => list.columns.indexOf(column)));
  }

  begin({ plain, count }: RecordBatch): void {
    this.past.index.touch(plain, count);
  }

  /** Most numbers are in no list: for a record of one certain number that is one look. */
  take(record: RecordBatch, plain: number): void {
    const { index } = this.past;
    const isFree = !index.hasDigests && plain >= 0 && index.states.get(plain) !== BARRED;
    if (!isFree && faultOf(this.list, record) !== undefined) this.#setAsideBroken(record);
    else if (this.#reader.isInbound(record)) this.tally.inbound++;
    else {
      const moments = this.#reader.moments(record);
      if (isFree && moments.length > 0 && !this.#mayHoldMore(record)) this.#judgeFree(record, plain, moments);
      else this.#judge(record, moments);
    }
    if (this.#reader.datesContradict) {
      const place = { file: this.list.file.path, line: record.line };
      throw new ScrubError(ExitCode.phoneList, "contactDatesContradict", [], place);
    }
    this.tally.read++;
  }

  audit(): ContactAudit {
    const { list, plan, tally } = this;
    const { log: path } = plan;
    const { uncoveredYears, hours } = this.#conduct;
    const warnings: Warning[] = [
      ...this.past.warnings(),
      ...list.otherPhones.map((column): Warning => {
        return { code: "other-phone-column", values: [path, columnName(list, column), "--column", 0] };
      }),
      ...warningsOfOptOuts(list),
    ];
    if (!this.#reader.namesChannels && plan.channel === "unknown")
      warnings.push({ code: "channel-not-said", values: [path] });
    if (tally.read === 0) warnings.push({ code: "no-records", values: [path] });
    if (uncoveredYears.length > 0) warnings.push({ code: "holidays-unknown", values: [uncoveredYears] });
    if (hours !== undefined && this.#reader.onlyMidnights) warnings.push({ code: "only-midnights", values: [path] });
    return {
      log: { path, sha256: list.file.digest(), bytes: list.file.bytesRead, blankLines: list.blankLines },
      suppressions: this.past.lists,
      ...{ tally, conduct: this.#conduct, written: this.#writer?.records ?? 0, warnings },
    };
  }

  #judgeFree(record: RecordBatch, plain: number, moments: readonly Moment[]): void {
    const channel = this.#reader.channel(record);
    this.tally.judge(channel);
    if (this.#conduct.isAsked) this.#watch(record, undefined, [`+503${plain}`], moments, channel);
  }

  #judge(record: RecordBatch, moments: readonly Moment[]): void {
    const cells = record.readCells();
    const channel = this.#reader.channel(record);
    const offence = this.#countOffence(record, cells, moments[0], channel);
    this.#watch(record, offence, certainOf(this.#contactedAmong(cells)), moments, channel);
  }

  #setAsideBroken(record: RecordBatch): void {
    this.tally.setAside("broken", record.line);
    this.#watch(record, undefined, [], [], "unknown");
  }

  /** Judges what else than an opt-out the contact offends against, and writes it where it offends. */
  #watch(
    record: RecordBatch,
    offence: Offence | undefined,
    numbers: readonly string[],
    moments: readonly Moment[],
    channel: ContactChannel,
  ): void {
    const contact = { line: record.line, record: this.tally.read, numbers, moments, channel };
    const kinds = this.#conduct.take(contact);
    if (offence !== undefined || kinds.length > 0) this.#writer?.write(record, offence, kinds);
  }

  /** Counts the contact as judged or set apart. Returns the offence where it came after an opt-out. */
  #countOffence(
    record: RecordBatch,
    cells: readonly CellReading[],
    moment: Moment | undefined,
    channel: ContactChannel,
  ): Offence | undefined {
    const { tally } = this;
    const { line } = record;
    const numbers = certainOf(cells);
    const candidates = [...cells.flatMap((cell) => cell.candidates), ...this.#numbersBeside(record)];
    if (numbers.length + candidates.length === 0) return tally.setAside("number-unreadable", line);
    if (moment === undefined) return tally.setAside("date-unreadable", line);
    // On an unknown channel every opt-out counts.
    const on = channel === "unknown" ? "any" : channel;
    const judgementOf = (e164: string) => this.#timelines.of(e164).at(moment, on, this.plan.grace);
    const judgements = numbers.map(judgementOf);
    const barring = judgements.flatMap(({ optOuts }, i) => optOuts.map((it) => ({ ...it, e164: numbers[i]! })));
    if (barring.length > 0) return tally.offend(line, channel, moment, barring);
    if (judgements.some(({ standpoint }) => standpoint === "perhaps")) return tally.setAside("order-unknown", line);
    if (judgements.some(({ standpoint }) => standpoint === "undated")) return tally.setAside("undated-opt-out", line);
    // A number in a remark may be whom they called, or only spoken of: a person has to look.
    if (candidates.some((e164) => judgementOf(e164).standpoint !== "free"))
      return tally.setAside("doubtful-number", line);
    return numbers.length === 0 ? tally.setAside("number-unreadable", line) : tally.judge(channel);
  }

  /** Leaves out who called, where the log also says who was called: the caller is our own number, in every record. */
  #contactedAmong(cells: readonly CellReading[]): readonly CellReading[] {
    const called = cells.filter((_, column) => !this.#callers.has(column));
    return called.some((cell) => everyNumber(cell).length > 0) ? called : cells;
  }

  /** Whether a number may stand beside the only phone cell of the record, or anywhere in it. */
  #mayHoldMore({ bytes, start, end, cellStart, cellEnd }: RecordBatch): boolean {
    const { phoneCells } = this.list;
    const phone = phoneCells[0]!;
    if (phoneCells.length > 1 || cellStart[phone]! < 0) return mayCount(bytes, start, end);
    return mayCount(bytes, start, cellStart[phone]!) || mayCount(bytes, cellEnd[phone]!, end);
  }

  #numbersBeside(record: RecordBatch): string[] {
    if (!this.#mayHoldMore(record)) return [];
    const { dialect, columns } = this.list;
    const cells = recordCells(record.bytes, record.start, record.end, dialect);
    return cells.flatMap((cell, column) => (columns.includes(column) ? [] : numbersInOtherColumn(cell)));
  }
}

function certainOf(cells: readonly CellReading[]): string[] {
  return cells.flatMap(({ numbers }) => numbers.map(({ e164 }) => e164));
}
