// A whole audit of a contact log, top to bottom: all that the lists ever said is loaded, then every contact is judged by
// what was said before it, and by the hours and the frequency that were asked for. What was typed and what is printed is
// commands/'s work.

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
import { readUnmistakable } from "../phone/unmistakable.js";
import { storageFor } from "../scrub/long-lists.js";
import { BARRED } from "../suppression/country.js";
import type { EventHistory } from "../suppression/history.js";
import { loadHistory, type PastSuppression, type SuppressionPlan } from "../suppression/load.js";
import type { Between } from "../suppression/opt-out-runs.js";
import type { ReadSuppression } from "../suppression/read-list.js";
import { type Judgement, NOTHING_STANDS, type StandingOptOut } from "../suppression/timeline.js";
import { Conduct, type ConductRules, type Contact } from "./conduct.js";
import { type ContactChannel, ContactReader } from "./contact-reader.js";
import { type ApartReason, ContactTally, type Offence } from "./contact-tally.js";
import { RecordMarks } from "./frequency.js";
import { type OffenceKind, OffenceWriter, type RecordBytes } from "./offence-writer.js";

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
  suppressions: readonly ReadSuppression[];
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
 * Runs the plan. The output is written but neither finished nor published. Which contacts were one too many is known only once
 * all are: for an output of these the log is read twice, and a stream is kept meanwhile in a file without a name.
 */
export async function auditContacts(
  plan: ContactAuditPlan,
  output: OutputFile | undefined,
  now: Date,
  onProgress: OnProgress = () => {},
): Promise<ContactAudit> {
  const provenBy = plan.provenBy ?? (output === undefined || output.temporary !== undefined ? "run" : "load");
  const storage = await storageFor(plan.suppression.lists);
  const past = await loadHistory(plan.suppression, now, output !== undefined, provenBy, { storage, onProgress });
  const judging = { plan, onProgress, ...past };
  if (output === undefined || plan.conduct.most === undefined) return auditOnce(judging, plan.log, output, NO_RECORDS);
  const log = await rereadable(plan.log);
  try {
    const { conduct, log: first } = await auditOnce(judging, log.open(), undefined, NO_RECORDS);
    const audit = await auditOnce(judging, log.open(), output, conduct.frequency!.records);
    if (audit.log.sha256 !== first.sha256)
      throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: plan.log });
    return audit;
  } finally {
    log.close();
  }
}

const NO_RECORDS = new RecordMarks();

async function rereadable(path: string): Promise<{ open(): string | InputFile; close(): void }> {
  const input = openInput(path, ExitCode.phoneList);
  if (!input.regular) {
    const { RememberedStream } = await import("../files/spool.js");
    return new RememberedStream(input, ExitCode.phoneList).spool();
  }
  input.close();
  return { open: () => path, close: () => {} };
}

interface Judging extends PastSuppression {
  plan: ContactAuditPlan;
  onProgress: OnProgress;
}

/** `tooOften`: records that are one contact too many. */
async function auditOnce(
  { plan, history, lists, notes, warnings, onProgress }: Judging,
  source: string | InputFile,
  output: OutputFile | undefined,
  tooOften: RecordMarks,
): Promise<ContactAudit> {
  const { log: path, overrides } = plan;
  const list = await openList(source, "phone-list", ExitCode.phoneList, overrides, (header, phones) => {
    const columns = findContactColumns(header, phones);
    return { columns, wanted: wantedOf(columns), suffice: false };
  });
  try {
    const { columns } = list.others;
    const { date } = columns;
    if (date === undefined)
      throw new ScrubError(ExitCode.phoneList, "noContactDate", [list.header !== undefined], { file: path });
    const reader = new ContactReader(list, date, columns, plan.suppression.zone, plan.channel);
    const names = lists.map(({ name }) => name);
    const writer = output && new OffenceWriter(output, list, names, plan.suppression.zone, notes);
    const judge = new ContactJudge(list, reader, history, plan, new ContactTally(lists.length), tooOften, writer);
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      judge.takeBatch(batch);
      onProgress({ share: shareRead(list), records: judge.tally.read });
      await output?.flush();
    }
    if (list.file.changed()) throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
    judge.settle();
    const { tally, conduct } = judge;
    const isSaid = reader.namesChannels || plan.channel !== "unknown";
    return {
      log: { path, sha256: list.file.digest(), bytes: list.file.bytesRead, blankLines: list.blankLines },
      suppressions: lists,
      tally,
      conduct,
      written: writer?.records ?? 0,
      warnings: [
        ...warnings(),
        ...warningsOf(list, tally, isSaid),
        ...unknownHours(conduct, reader.onlyMidnights ? path : undefined),
      ],
    };
  } finally {
    list.file.close();
  }
}

/** `midnights`: a log in which every time is midnight. */
function unknownHours({ uncoveredYears, hours }: Conduct, midnights: string | undefined): Warning[] {
  const warnings: Warning[] = [];
  if (uncoveredYears.length > 0) warnings.push({ code: "holidays-unknown", values: [uncoveredYears] });
  if (hours !== undefined && midnights !== undefined) warnings.push({ code: "only-midnights", values: [midnights] });
  return warnings;
}

function warningsOf(list: OpenedList, tally: ContactTally, isChannelSaid: boolean): Warning[] {
  const { path } = list.file;
  const warnings: Warning[] = list.otherPhones.map((column) => ({
    code: "other-phone-column",
    values: [path, columnName(list, column), "--column", 0],
  }));
  warnings.push(...warningsOfOptOuts(list));
  if (!isChannelSaid) warnings.push({ code: "channel-not-said", values: [path] });
  if (tally.read === 0) warnings.push({ code: "no-records", values: [path] });
  return warnings;
}

function wantedOf({ date, time, ...several }: ContactColumns): number[] {
  return [date, time, ...Object.values(several).flat()].filter((column) => column !== undefined);
}

/** What became of a contact: why nobody can judge it, what makes it an offence, or neither. */
type Judged =
  | { apart: ApartReason; line: number }
  | { offence: Offence; earliest: ReadonlyMap<number, number> }
  | { channel: ContactChannel };

/** Contacts that are the person's own if the columns that claim it are directions, which only the whole log can tell. */
interface Claimed {
  claiming: readonly number[];
  count: number;
  conduct: Conduct;
  /** Contacts that bar nobody, by channel. */
  free: Map<ContactChannel, number>;
  /** The others, each with its own bytes. */
  judged: { judged: Judged; record: RecordBytes; kinds: readonly OffenceKind[] }[];
}

const NO_KINDS: readonly OffenceKind[] = [];

/** Every contact of a log against one history. */
class ContactJudge {
  readonly conduct: Conduct;
  readonly #claimed = new Map<string, Claimed>();
  readonly #rules: ConductRules;
  readonly #grace: number;
  readonly #watchesConduct: boolean;
  /** The phone columns, counted from 0, that hold who called or wrote. */
  readonly #callers: ReadonlySet<number>;

  constructor(
    private readonly list: OpenedList,
    private readonly reader: ContactReader,
    private readonly history: EventHistory,
    { conduct, grace }: ContactAuditPlan,
    readonly tally: ContactTally,
    private readonly tooOften: RecordMarks,
    private readonly writer: OffenceWriter | undefined,
  ) {
    this.#rules = conduct;
    this.#grace = grace;
    this.#watchesConduct = conduct.hours !== undefined || conduct.most !== undefined;
    this.conduct = new Conduct(conduct);
    const { callers } = partiesOf(list.header ?? [], list.columns);
    this.#callers = new Set(callers.map((column) => list.columns.indexOf(column)));
  }

  /** Most numbers are in no list: for a record of one certain number that is one look. */
  takeBatch(batch: RecordBatch): void {
    const { count, plain } = batch;
    const { reader, tally, history } = this;
    history.touch(plain, count);
    const isShort = !history.hasDigests;
    for (let i = 0; i < count; i++) {
      batch.select(i);
      const national = plain[i]!;
      const isFree = isShort && national >= 0 && history.states.get(national) !== BARRED;
      if (isFree && reader.moment(batch) !== undefined && !this.#mayHoldMore(batch))
        this.#file({ channel: reader.channel(batch) }, batch, () => [`+503${national}`]);
      else this.#judge(batch);
      if (reader.datesContradict) {
        const place = { file: this.list.file.path, line: batch.line };
        throw new ScrubError(ExitCode.phoneList, "contactDatesContradict", [], place);
      }
      tally.read++;
    }
  }

  /** Counts, once the log is read, the contacts of which only now is known whose they were. */
  settle(): void {
    for (const { claiming, count, free, judged, conduct } of this.#claimed.values()) {
      if (this.reader.isConfirmed(claiming)) {
        this.tally.inbound += count;
        continue;
      }
      this.conduct.merge(conduct);
      for (const [channel, contacts] of free) this.tally.channels[channel].contacts += contacts;
      for (const one of judged) this.#count(one.judged, one.record, one.kinds);
    }
  }

  #judge(record: RecordBatch): void {
    const { line } = record;
    if (faultOf(this.list, record) !== undefined) {
      this.tally.setAside("broken", line);
      const nothing = { numbers: [], moment: undefined, meanings: [], channel: "unknown" } as const;
      if (this.#watchesConduct) this.conduct.take({ line, record: this.tally.read, ...nothing });
      return;
    }
    const cells = record.readCells();
    const numbers = certainOf(cells);
    const doubtful = cells.flatMap((cell) => cell.doubtful);
    this.#file(this.#judged(record, numbers, doubtful), record, () => certainOf(this.#contactedAmong(cells)));
  }

  /** Leaves out who called, where the log also says who was called: the caller is our own number, in every record. */
  #contactedAmong(cells: readonly CellReading[]): readonly CellReading[] {
    const called = cells.filter((_, column) => !this.#callers.has(column));
    return called.some((cell) => everyNumber(cell).length > 0) ? called : cells;
  }

  #file(judged: Judged, record: RecordBatch, numbersOf: () => readonly string[]): void {
    const origin = this.reader.origin(record);
    if (origin === "person") this.tally.inbound++;
    else if (origin === undefined) this.#count(judged, record, this.#kindsOf(record, numbersOf, this.conduct));
    else this.#hold(judged, origin, record, numbersOf);
  }

  /** What else than an opt-out the contact offends against, as far as it is known yet. */
  #kindsOf(record: RecordBatch, numbersOf: () => readonly string[], conduct: Conduct): readonly OffenceKind[] {
    if (!this.#watchesConduct) return NO_KINDS;
    const contact: Contact = {
      line: record.line,
      record: this.tally.read,
      numbers: numbersOf(),
      moment: this.reader.moment(record),
      meanings: this.reader.meanings(record),
      channel: this.reader.channel(record),
    };
    const kinds: OffenceKind[] = conduct.take(contact) ? ["hours"] : [];
    if (this.tooOften.has(contact.record)) kinds.push("frequency");
    return kinds;
  }

  #hold(judged: Judged, claiming: readonly number[], record: RecordBatch, numbersOf: () => readonly string[]): void {
    const key = claiming.join();
    const claimed: Claimed = this.#claimed.get(key) ?? {
      ...{ claiming, count: 0, free: new Map(), judged: [] },
      conduct: new Conduct(this.#rules),
    };
    this.#claimed.set(key, claimed);
    claimed.count++;
    const kinds = this.#kindsOf(record, numbersOf, claimed.conduct);
    const isWritten = this.writer !== undefined && ("offence" in judged || kinds.length > 0);
    if ("channel" in judged && !isWritten)
      claimed.free.set(judged.channel, (claimed.free.get(judged.channel) ?? 0) + 1);
    else {
      const { bytes, start, end } = record;
      const own = isWritten ? bytes.slice(start, end) : new Uint8Array(0);
      claimed.judged.push({ judged, record: { bytes: own, start: 0, end: own.length }, kinds });
    }
  }

  #count(judged: Judged, record: RecordBytes, kinds: readonly OffenceKind[]): void {
    const { tally } = this;
    if ("apart" in judged) tally.setAside(judged.apart, judged.line);
    else if ("channel" in judged) tally.channels[judged.channel].contacts++;
    else {
      tally.channels[judged.offence.channel].contacts++;
      tally.offend(judged.offence, judged.earliest);
    }
    const offence = "offence" in judged ? judged.offence : undefined;
    if (offence !== undefined || kinds.length > 0) this.writer?.write(record, offence, kinds);
  }

  #judged(record: RecordBatch, numbers: readonly string[], doubtful: readonly string[]): Judged {
    const { reader } = this;
    const { line } = record;
    const beside = this.#numbersBeside(record);
    if (numbers.length + doubtful.length + beside.length === 0) return { apart: "number-unreadable", line };
    const moment = reader.moment(record);
    if (moment === undefined) return { apart: "date-unreadable", line };
    const channel = reader.channel(record);

    const judgements = numbers.map((e164) => this.#judgementOf(e164, moment, channel));
    const barring = judgements.flatMap(({ optOuts }, i) => optOuts.map((it) => ({ ...it, e164: numbers[i]! })));
    if (barring.length > 0) return offenceOf(line, moment, channel, barring);
    if (judgements.some(({ standpoint }) => standpoint === "perhaps")) return { apart: "order-unknown", line };
    if (judgements.some(({ standpoint }) => standpoint === "undated")) return { apart: "undated-opt-out", line };
    // A number in a remark may be whom they called, or only spoken of: a person has to look.
    if ([...doubtful, ...beside].some((e164) => this.#judgementOf(e164, moment, channel).standpoint !== "free"))
      return { apart: "doubtful-number", line };
    return numbers.length === 0 ? { apart: "number-unreadable", line } : { channel };
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
    const { bytes, start, end } = record;
    const { dialect, columns } = this.list;
    const cells = recordCells(bytes, start, end, dialect);
    return cells.flatMap((cell, column) => (columns.includes(column) ? [] : readUnmistakable(cell)));
  }

  /** Judges a contact; on an unknown channel every opt-out counts. */
  #judgementOf(e164: string, moment: Between, channel: ContactChannel): Judgement {
    return (
      this.history.timelineOf(e164)?.at(moment, channel === "unknown" ? "any" : channel, this.#grace) ?? NOTHING_STANDS
    );
  }
}

function certainOf(cells: readonly CellReading[]): string[] {
  return cells.flatMap(({ numbers }) => numbers.map(({ e164 }) => e164));
}

function offenceOf(
  line: number,
  moment: Between,
  channel: ContactChannel,
  barring: readonly (StandingOptOut & { e164: string })[],
): Judged {
  const earliest = new Map<number, number>();
  let first = barring[0]!;
  for (const one of barring) {
    if (one.since < first.since) first = one;
    earliest.set(one.list, Math.min(one.since, earliest.get(one.list) ?? one.since));
  }
  const { e164, since: requestedAt, list, record } = first;
  const contacted = { first: moment.first, last: moment.last };
  return { offence: { line, e164, channel, contacted, requestedAt, list, record }, earliest };
}
