// Audits a contact log: loads all events of the lists, then judges every contact by the events before it, its hour and its frequency.

import { withoutFormula } from "../csv/compose.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type InputFile, openInput, StreamInput } from "../files/input.js";
import type { OutputFile } from "../files/output.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { chooseColumns, columnName } from "../lists/column-names.js";
import { faultOf } from "../lists/fault.js";
import { openList } from "../lists/open.js";
import { warningsOfOptOuts } from "../lists/opt-out-lists.js";
import type { ListOverrides } from "../lists/overrides.js";
import { type OnProgress, shareRead } from "../lists/progress.js";
import { storageFor } from "../scrub/kernel-run.js";
import { type NamedLists, notesCells, notesColumns } from "../scrub/sources.js";
import { AppendingWriter } from "../scrub/writers.js";
import type { Channel } from "../suppression/event.js";
import { loadSuppression, type Suppression, type SuppressionPlan } from "../suppression/load.js";
import { Timeline } from "../suppression/timeline.js";
import type { Moment } from "../time/dates.js";
import { describeInstant } from "../time/time-zone.js";
import { FrequencyStore, type HoursRule, type MostContacts } from "./conduct.js";
import { type ContactChannel, type Contacted, ContactReader, chooseContactColumns } from "./contact-reader.js";
import { ContactTally, OFFENCES, type Offence, OffenceCount } from "./contact-tally.js";

export interface ContactAuditPlan {
  /** `-` is stdin. */
  log: string;
  overrides: ListOverrides;
  suppression: SuppressionPlan;
  /** The channel of contacts for which the log names none; undefined: every opt-out counts. */
  channel: Channel | undefined;
  dateColumn: string | undefined;
  /** Seconds from a request until it must be honoured. */
  grace: number;
  hours: HoursRule | undefined;
  most: MostContacts | undefined;
  /** When hashed lists must be proven. By default before the run if the output is a stream, else by a match in it. */
  provenBy?: "run";
}

/** Runs the plan. The output is written but neither finished nor published. */
export async function auditContacts(
  plan: ContactAuditPlan,
  output: OutputFile | undefined,
  now: Date,
  onProgress: OnProgress = () => {},
): Promise<ContactAudit> {
  const provenBy = plan.provenBy ?? (output === undefined || output.temporary !== undefined ? "run" : "load");
  const storage = storageFor(plan.suppression.lists);
  const allEvents = { now: Math.floor(now.getTime() / 1000), excludesLater: false, keepsExpired: true };
  const options = { asOf: allEvents, provenBy, storage, onProgress, notesOf: output && "all" } as const;
  const past = await loadSuppression(plan.suppression, "any", now, options);
  const changedError = () => new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: plan.log });
  const readLog = async (source: string | InputFile, to?: OutputFile, tooOften?: ReadonlySet<number>) => {
    const list = await openLog(source, plan);
    try {
      const judge = new ContactJudge(list, plan, past, allEvents.now, to, tooOften);
      for await (const batch of batchesOf(list, ExitCode.phoneList)) {
        for (let i = 0; i < batch.count; i++) {
          batch.select(i);
          judge.add(batch, batch.plain[i]!);
        }
        onProgress({ share: shareRead(list), records: judge.tally.read });
        await to?.flush();
      }
      if (list.file.changed()) throw changedError();
      return judge.result();
    } finally {
      list.file.close();
    }
  };
  if (output === undefined || plan.most === undefined) return await readLog(plan.log, output);
  // Which contacts are too many is known once all are read. The log is read again to write them, and a stream is spooled for that.
  const input = openInput(plan.log, ExitCode.phoneList);
  const spool = input instanceof StreamInput ? await input.spoolAll() : undefined;
  try {
    const first = await readLog(spool?.open() ?? input);
    const second = await readLog(spool?.open() ?? plan.log, output, new Set(first.frequency!.lines));
    if (second.log.sha256 !== first.log.sha256) throw changedError();
    return second;
  } finally {
    spool?.close();
  }
}

function openLog(source: string | InputFile, { log, overrides, dateColumn }: ContactAuditPlan) {
  return openList(source, "phone-list", ExitCode.phoneList, overrides, (header, phones, rows) => {
    const [chosen] = chooseColumns([dateColumn ?? []].flat(), header, rows[0]?.length ?? 0, log);
    const columns = chooseContactColumns(header, phones, rows, chosen);
    if (columns.candidates !== undefined) {
      const names = columns.candidates.map((column) => columnName({ header }, column));
      throw new ScrubError(ExitCode.phoneList, "noContactDate", [header !== undefined, names], { file: log });
    }
    const { date, time, channels, directions } = columns;
    return { columns, wanted: [date, time ?? [], channels, directions].flat(), suffice: false };
  });
}

const COLUMNS = ["list", "record", "requested_at", "delay_hours", "channel", "offence"].map((it) => `svscrub_${it}`);

export type ContactAudit = ReturnType<ContactJudge["result"]>;

/** Judges the contacts of one log, and writes those that break a rule. */
class ContactJudge {
  readonly tally: ContactTally;
  readonly #frequency: FrequencyStore | undefined;
  readonly #reader: ContactReader;
  readonly #writer: AppendingWriter | undefined;
  readonly #lists: NamedLists;

  /** `now`: in seconds since 1970. `tooOften`: the lines of contacts that are too many, if an earlier reading found them. */
  constructor(
    private readonly list: Awaited<ReturnType<typeof openLog>>,
    private readonly plan: ContactAuditPlan,
    private readonly past: Suppression,
    private readonly now: number,
    output: OutputFile | undefined,
    private readonly tooOften: ReadonlySet<number> = new Set(),
  ) {
    const { zone } = plan.suppression;
    this.tally = new ContactTally(past.lists.map(() => new OffenceCount()));
    this.#frequency = plan.most && new FrequencyStore(plan.most);
    this.#reader = new ContactReader(list, list.more.columns, zone, plan.channel ?? "unknown");
    this.#lists = { names: past.lists.map(({ name }) => name), zone, notes: past.notes };
    this.#writer = output && new AppendingWriter(output, list, [...COLUMNS, ...notesColumns(this.#lists)]);
  }

  /** Returns the result. Call it once the log is read. */
  result() {
    const { list, plan, tally, past } = this;
    const frequency = this.#frequency?.judge();
    for (const line of frequency?.often ?? []) tally.findings["too-often"].add(line);
    tally.findings["frequency-unknown"].count = frequency?.unknown ?? 0;
    const uncovered = [...(plan.hours?.rule.uncovered ?? [])].sort();
    const { date, isGuessed, channels } = list.more.columns;
    const warnings: Warning[] = [...past.proveLists(), ...warningsOfOptOuts(list)];
    if (plan.channel === undefined && channels.length === 0)
      warnings.push({ code: "channel-not-said", values: [plan.log] });
    if (isGuessed) warnings.push({ code: "contact-date-by-cells", values: [plan.log, columnName(list, date)] });
    if (tally.read === 0) warnings.push({ code: "no-records", values: [plan.log] });
    if (uncovered.length > 0) warnings.push({ code: "holidays-unknown", values: [uncovered] });
    return {
      log: { path: plan.log, sha256: list.file.digest(), bytes: list.file.bytesRead, blank_lines: list.blankLines },
      suppressions: past.lists,
      ...{ plan, tally, frequency },
      isWithoutOffence: OFFENCES.every((it) => tally.findings[it].count === 0),
      written: this.#writer?.records ?? 0,
      warnings,
    };
  }

  /** Adds a record. `plain`: its phone cell's national number, if the record is plain; else below 0. */
  add(record: RecordBatch, plain: number): void {
    const { tally } = this;
    const { line } = record;
    tally.read++;
    if (plain < 0 && faultOf(this.list, record) !== undefined) {
      tally.leave("broken", line);
      this.#judgeConduct(record, []);
      return;
    }
    if (this.#reader.isInbound(record)) {
      tally.inbound++;
      return;
    }
    const moment = this.#reader.moment(record);
    const channel = this.#reader.channel(record);
    const contacted = this.#reader.contacted(record, plain);
    const verdict = this.#verdictOf(record, contacted, moment, channel);
    const offence =
      typeof verdict === "string" ? tally.leave(verdict, line) : tally.judge(line, channel, moment!.first, verdict);
    this.#judgeConduct(record, contacted.numbers, moment, offence);
  }

  /** Judges the hour and notes the numbers for the frequency; writes the record with the rules that it breaks. */
  #judgeConduct(record: RecordBatch, numbers: readonly string[], moment?: Moment, offence?: Offence): void {
    const { line } = record;
    const rule = this.plan.hours?.rule;
    const hours = rule && (moment === undefined ? "unknown" : rule.judge(moment));
    if (hours === "outside") this.tally.findings["outside-hours"].add(line);
    if (hours === "unknown") this.tally.findings["hours-unknown"].add(line);
    this.#frequency?.add(line, numbers, moment);
    const isTooOften = this.tooOften.has(line);
    const broken = [offence && "opt-out", hours === "outside" && "hours", isTooOften && "frequency"].filter(Boolean);
    if (broken.length === 0) return;
    const optOut = offence === undefined ? COLUMNS.slice(1).map(() => "") : this.#cellsOf(offence);
    this.#writer?.append(record, [...optOut, broken.join("; "), ...notesCells([offence ?? []].flat(), this.#lists)]);
  }

  #cellsOf({ list, record, since, delayHours, channel }: Offence): string[] {
    const { names, zone } = this.#lists;
    return [withoutFormula(names[list]!), String(record), describeInstant(since, zone), delayHours.toFixed(1), channel];
  }

  /** Returns the opt-outs in force when the numbers were contacted; or the reason why a person has to judge it. */
  #verdictOf(record: RecordBatch, contacted: Contacted, moment: Moment | undefined, channel: ContactChannel) {
    const { numbers, candidates, only } = contacted;
    if (numbers.length + candidates.length === 0) return "number-unreadable";
    if (moment === undefined) return "date-unreadable";
    const { index } = this.past;
    // One lookup is enough for most records: their only number is in no list.
    if (only !== undefined && !index.hasDigests && index.states.get(only) !== "suppressed") return [];
    // On an unknown channel every opt-out counts.
    const on = channel === "unknown" ? "any" : channel;
    const stateAt = (at: Moment, e164: string) => {
      // The date of an opt-out in the future is wrong: it counts as undated.
      const entries = index.entriesOf(e164).map((it) => (it.time > this.now ? { ...it, time: 0 } : it));
      return new Timeline(entries, index.rules).at(at, on, this.plan.grace);
    };
    const inForce = numbers.flatMap((e164) => stateAt(moment, e164).optOuts.map((optOut) => ({ ...optOut, e164 })));
    if (inForce.length > 0) return inForce;
    // The dates were read day first, which is only likely. If a contact is late only when they are read month first, a person has to judge.
    const either = this.#reader.moment(record, "either")!;
    const standpoints = numbers.map((e164) => stateAt(either, e164).standpoint);
    if (standpoints.includes("perhaps")) return "order-unknown";
    if (standpoints.includes("undated")) return "undated-opt-out";
    // A candidate may be the number called, or only be mentioned: a person has to look.
    if (candidates.some((e164) => stateAt(either, e164).standpoint !== "free")) return "doubtful-number";
    return numbers.length === 0 ? "number-unreadable" : [];
  }
}
