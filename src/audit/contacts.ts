// A whole audit of a contact log, top to bottom: all that the lists ever said is loaded, then every contact is judged by
// what was said before it. What was typed and what is printed is commands/'s work.

import { recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { OutputFile } from "../files/output.js";
import { type ContactColumns, findContactColumns } from "../headers/contact-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { faultOf } from "../lists/fault.js";
import { LatePhones } from "../lists/late-phones.js";
import { columnName, type ListOverrides, type OpenedList, openList } from "../lists/open.js";
import { TotalWatch } from "../lists/titles.js";
import { mayHoldUnmistakable, readUnmistakable } from "../phone/unmistakable.js";
import { BARRED } from "../suppression/country.js";
import type { EventHistory } from "../suppression/history.js";
import { loadHistory, type SuppressionPlan } from "../suppression/load.js";
import type { Between } from "../suppression/opt-out-runs.js";
import type { ReadSuppression } from "../suppression/read-list.js";
import { FREE, type Judgement, type StandingOptOut } from "../suppression/timeline.js";
import type { Warning } from "../text/sentences.js";
import { type ContactChannel, ContactReader, type Origin } from "./contact-reader.js";
import { type ApartReason, ContactTally, type Offence } from "./contact-tally.js";
import { OffenceWriter, type RecordBytes } from "./offence-writer.js";

export interface ContactAuditPlan {
  /** `-` is stdin. */
  log: string;
  overrides: ListOverrides;
  suppression: SuppressionPlan;
  /** Of contacts of which the log names none. */
  channel: ContactChannel;
  /** Seconds from a request until it must be honoured. */
  grace: number;
}

export interface ContactAudit {
  log: { path: string; sha256: string; bytes: number; blankLines: number };
  suppressions: readonly ReadSuppression[];
  tally: ContactTally;
  warnings: readonly Warning[];
}

/** Runs the plan. The output is written but neither finished nor published. */
export async function auditContacts(
  plan: ContactAuditPlan,
  output: OutputFile | undefined,
  now: Date,
): Promise<ContactAudit> {
  const { history, lists } = await loadHistory(plan.suppression, now);
  const { log: path, overrides } = plan;
  const list = await openList(path, "phone-list", ExitCode.phoneList, overrides, (header, phones) => {
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
    const writer = output && new OffenceWriter(output, list, names, plan.suppression.zone);
    const judge = new ContactJudge(list, reader, history, plan.grace, new ContactTally(lists.length), writer);
    const totals = new TotalWatch();
    const late = new LatePhones(list);
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      judge.takeBatch(batch);
      totals.take(batch, list.dialect);
      late.take(batch);
      await output?.flush();
    }
    if (list.file.changed()) throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
    judge.settle();
    const { tally } = judge;
    const isSaid = reader.namesChannels || plan.channel !== "unknown";
    return {
      log: { path, sha256: list.file.digest(), bytes: list.file.bytesRead, blankLines: list.blankLines },
      suppressions: lists,
      tally,
      warnings: [
        ...lists.flatMap(({ name, warnings }, i) => [...warnings, ...unprovenHashes(name, history, i)]),
        ...warningsOf(list, late.columns, tally, isSaid, totals.line),
      ],
    };
  } finally {
    list.file.close();
  }
}

function unprovenHashes(name: string, history: EventHistory, list: number): Warning[] {
  return history.digests.proofOf(list)?.proven === false ? [{ code: "hashes-unproven", values: [name] }] : [];
}

function warningsOf(
  list: OpenedList,
  latePhones: readonly number[],
  tally: ContactTally,
  isChannelSaid: boolean,
  totalLine: number | undefined,
): Warning[] {
  const { path } = list.file;
  const warnings: Warning[] = [...list.otherPhones, ...latePhones].map((column) => ({
    code: "other-phone-column",
    values: [path, columnName(list, column)],
  }));
  if (!isChannelSaid) warnings.push({ code: "channel-not-said", values: [path] });
  if (totalLine !== undefined) warnings.push({ code: "total-line", values: [path, totalLine] });
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
  /** Those that bar nobody, by channel. */
  free: Map<ContactChannel, number>;
  /** The others, each with its own bytes. */
  judged: { judged: Judged; record: RecordBytes }[];
}

/** Every contact of a log against one history. */
class ContactJudge {
  readonly #claimed = new Map<string, Claimed>();

  constructor(
    private readonly list: OpenedList,
    private readonly reader: ContactReader,
    private readonly history: EventHistory,
    private readonly grace: number,
    readonly tally: ContactTally,
    private readonly writer: OffenceWriter | undefined,
  ) {}

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
        this.#file({ channel: reader.channel(batch) }, reader.origin(batch), batch);
      else this.#judge(batch);
      if (reader.datesContradict) {
        const place = { file: this.list.file.path, line: batch.line };
        throw new ScrubError(ExitCode.phoneList, "contactDatesContradict", [], place);
      }
    }
    tally.read += count;
  }

  /** Once the log is read: counts the contacts of which only now is known whose they were. */
  settle(): void {
    for (const { claiming, count, free, judged } of this.#claimed.values()) {
      if (this.reader.isConfirmed(claiming)) {
        this.tally.inbound += count;
        continue;
      }
      for (const [channel, contacts] of free) this.tally.channels[channel].contacts += contacts;
      for (const one of judged) this.#count(one.judged, one.record);
    }
  }

  #judge(record: RecordBatch): void {
    if (faultOf(this.list, record) !== undefined) this.tally.setAside("broken", record.line);
    else this.#file(this.#judged(record), this.reader.origin(record), record);
  }

  #file(judged: Judged, origin: Origin, record: RecordBatch): void {
    if (origin === undefined) this.#count(judged, record);
    else if (origin === "person") this.tally.inbound++;
    else this.#hold(judged, origin, record);
  }

  #hold(judged: Judged, claiming: readonly number[], { bytes, start, end }: RecordBatch): void {
    const key = claiming.join();
    const claimed: Claimed = this.#claimed.get(key) ?? { claiming, count: 0, free: new Map(), judged: [] };
    this.#claimed.set(key, claimed);
    claimed.count++;
    if ("channel" in judged) claimed.free.set(judged.channel, (claimed.free.get(judged.channel) ?? 0) + 1);
    else {
      const own = "offence" in judged ? bytes.slice(start, end) : new Uint8Array(0);
      claimed.judged.push({ judged, record: { bytes: own, start: 0, end: own.length } });
    }
  }

  #count(judged: Judged, record: RecordBytes): void {
    const { tally } = this;
    if ("apart" in judged) tally.setAside(judged.apart, judged.line);
    else if ("channel" in judged) tally.channels[judged.channel].contacts++;
    else {
      tally.channels[judged.offence.channel].contacts++;
      tally.offend(judged.offence, judged.earliest);
      this.writer?.write(record, judged.offence);
    }
  }

  #judged(record: RecordBatch): Judged {
    const { reader } = this;
    const { line } = record;
    const cells = record.readCells();
    const numbers = cells.flatMap((cell) => cell.numbers.map(({ e164 }) => e164));
    const doubtful = cells.flatMap((cell) => cell.doubtful);
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

  /** Whether an unmistakable number may stand beside the only phone cell of the record. */
  #mayHoldMore({ bytes, start, end, cellStart, cellEnd }: RecordBatch): boolean {
    const phone = this.list.phoneCells[0]!;
    return mayHoldUnmistakable(bytes, start, cellStart[phone]!) || mayHoldUnmistakable(bytes, cellEnd[phone]!, end);
  }

  #numbersBeside({ bytes, start, end }: RecordBatch): string[] {
    if (!mayHoldUnmistakable(bytes, start, end)) return [];
    const { dialect, columns } = this.list;
    const cells = recordCells(bytes, start, end, dialect);
    return cells.flatMap((cell, column) => (columns.includes(column) ? [] : readUnmistakable(cell)));
  }

  /** Of a contact on a channel that nobody knows, every opt-out counts. */
  #judgementOf(e164: string, moment: Between, channel: ContactChannel): Judgement {
    return this.history.timelineOf(e164)?.at(moment, channel === "unknown" ? "any" : channel, this.grace) ?? FREE;
  }
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
