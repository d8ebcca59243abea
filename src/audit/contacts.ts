// A whole audit of a contact log, top to bottom: all that the lists ever said is loaded, then every contact is judged by
// what was said before it. What was typed and what is printed is commands/'s work.

import { ExitCode, ScrubError } from "../errors.js";
import type { OutputFile } from "../files/output.js";
import { type ContactColumns, findContactColumns } from "../headers/contact-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { faultOf } from "../lists/fault.js";
import { columnName, type ListOverrides, type OpenedList, openList } from "../lists/open.js";
import { readPhoneCells } from "../lists/phone-cells.js";
import { TotalWatch } from "../lists/titles.js";
import { BARRED } from "../suppression/country.js";
import type { EventHistory } from "../suppression/history.js";
import { loadHistory, type SuppressionPlan } from "../suppression/load.js";
import type { Between } from "../suppression/opt-out-runs.js";
import type { ReadSuppression } from "../suppression/read-list.js";
import { FREE, type Judgement, type StandingOptOut } from "../suppression/timeline.js";
import type { Warning } from "../text/sentences.js";
import { type ContactChannel, ContactReader } from "./contact-reader.js";
import { type ApartReason, ContactTally, type Offence } from "./contact-tally.js";
import { OffenceWriter } from "./offence-writer.js";

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
  let columns: ContactColumns | undefined;
  const list = await openList(path, "phone-list", ExitCode.phoneList, overrides, (header, phones, rows) => {
    columns = findContactColumns(header, phones, rows);
    const { date, time, channel, direction } = columns;
    return { wanted: [date, time, channel, direction].filter((column) => column !== undefined), suffice: false };
  });
  try {
    const { date, channel } = columns!;
    if (date === undefined)
      throw new ScrubError(ExitCode.phoneList, "noContactDate", [list.header !== undefined], { file: path });
    const reader = new ContactReader(list, date, columns!, plan.suppression.zone, plan.channel);
    const names = lists.map(({ name }) => name);
    const writer = output && new OffenceWriter(output, list, names, plan.suppression.zone);
    const judge = new ContactJudge(list, reader, history, plan.grace, new ContactTally(lists.length), writer);
    const totals = new TotalWatch();
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      judge.takeBatch(batch);
      totals.take(batch, list.dialect);
      await output?.flush();
    }
    if (list.file.changed()) throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
    const { tally } = judge;
    const isSaid = channel !== undefined || plan.channel !== "unknown";
    return {
      log: { path, sha256: list.file.digest(), bytes: list.file.bytesRead, blankLines: list.blankLines },
      suppressions: lists,
      tally,
      warnings: [
        ...lists.flatMap(({ name, warnings }, i) => [...warnings, ...unprovenHashes(name, history, i)]),
        ...warningsOf(list, tally, isSaid, totals.line),
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
  tally: ContactTally,
  isChannelSaid: boolean,
  totalLine: number | undefined,
): Warning[] {
  const { path } = list.file;
  const warnings: Warning[] = list.otherPhones.map((column) => ({
    code: "other-phone-column",
    values: [path, columnName(list, column)],
  }));
  if (!isChannelSaid) warnings.push({ code: "channel-not-said", values: [path] });
  if (totalLine !== undefined) warnings.push({ code: "total-line", values: [path, totalLine] });
  if (tally.read === 0) warnings.push({ code: "no-records", values: [path] });
  return warnings;
}

/** Every contact of a log against one history. */
class ContactJudge {
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
      if (isFree && reader.moment(batch) !== undefined && !reader.isInbound(batch))
        tally.channels[reader.channel(batch)].contacts++;
      else this.#judge(batch);
      if (reader.datesContradict) {
        const place = { file: this.list.file.path, line: batch.line };
        throw new ScrubError(ExitCode.phoneList, "contactDatesContradict", [], place);
      }
    }
    tally.read += count;
  }

  #judge(record: RecordBatch): void {
    const apart = this.#reasonApart(record);
    if (apart !== undefined) this.tally.setAside(apart, record.line);
  }

  /** Why nobody can judge the contact; undefined where it was judged, and counted. */
  #reasonApart(record: RecordBatch): ApartReason | undefined {
    const { reader, tally } = this;
    if (faultOf(this.list, record) !== undefined) return "broken";
    if (reader.isInbound(record)) {
      tally.inbound++;
      return undefined;
    }
    const cells = readPhoneCells(record, this.list.phoneCells);
    const numbers = cells.flatMap((cell) => cell.numbers.map(({ e164 }) => e164));
    const doubtful = cells.flatMap((cell) => cell.doubtful);
    if (numbers.length === 0 && doubtful.length === 0) return "number-unreadable";
    const moment = reader.moment(record);
    if (moment === undefined) return "date-unreadable";
    const channel = reader.channel(record);

    const judgements = numbers.map((e164) => this.#judgementOf(e164, moment, channel));
    const barring = judgements.flatMap(({ optOuts }, i) => optOuts.map((it) => ({ ...it, e164: numbers[i]! })));
    if (barring.length > 0) this.#offend(record, moment, channel, barring);
    else {
      if (judgements.some(({ standpoint }) => standpoint === "perhaps")) return "order-unknown";
      if (judgements.some(({ standpoint }) => standpoint === "undated")) return "undated-opt-out";
      if (doubtful.some((e164) => this.#judgementOf(e164, moment, channel).standpoint !== "free"))
        return "doubtful-number";
      if (numbers.length === 0) return "number-unreadable";
    }
    tally.channels[channel].contacts++;
    return undefined;
  }

  /** Of a contact on a channel that nobody knows, every opt-out counts. */
  #judgementOf(e164: string, moment: Between, channel: ContactChannel): Judgement {
    return this.history.timelineOf(e164)?.at(moment, channel === "unknown" ? "any" : channel, this.grace) ?? FREE;
  }

  #offend(
    record: RecordBatch,
    moment: Between,
    channel: ContactChannel,
    barring: readonly (StandingOptOut & { e164: string })[],
  ): void {
    const earliest = new Map<number, number>();
    let first = barring[0]!;
    for (const one of barring) {
      if (one.since < first.since) first = one;
      earliest.set(one.list, Math.min(one.since, earliest.get(one.list) ?? one.since));
    }
    const offence: Offence = {
      line: record.line,
      e164: first.e164,
      channel,
      contacted: { first: moment.first, last: moment.last },
      requestedAt: first.since,
      list: first.list,
      record: first.record,
    };
    this.tally.offend(offence, earliest);
    this.writer?.write(record, offence);
  }
}
