// Audits a contact log: loads all events of the lists, then judges every contact by those before it, its hour and its frequency.

import { recordCells } from "../csv/cells.js";
import { withoutFormula } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type InputFile, openInput, StreamInput } from "../files/input.js";
import type { OutputFile } from "../files/output.js";
import { partiesOf } from "../headers/import-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { columnName } from "../lists/column-names.js";
import { faultOf } from "../lists/fault.js";
import { openList } from "../lists/open.js";
import { warningsOfOptOuts } from "../lists/opt-out-lists.js";
import type { ListOverrides } from "../lists/overrides.js";
import { mayCount } from "../lists/phone-cells.js";
import { type OnProgress, shareRead } from "../lists/progress.js";
import { everyNumber, HOME } from "../phone/number.js";
import { numbersInOtherColumn } from "../phone/read.js";
import { storageFor } from "../scrub/kernel-run.js";
import { type NamedLists, notesCells, notesColumns } from "../scrub/sources.js";
import { AppendingWriter } from "../scrub/writers.js";
import type { Channel } from "../suppression/event.js";
import { loadSuppression, type Suppression, type SuppressionPlan } from "../suppression/load.js";
import { Timeline } from "../suppression/timeline.js";
import type { Moment } from "../time/dates.js";
import { describeInstant } from "../time/time-zone.js";
import { FrequencyStore, type HoursRule, type MostContacts } from "./conduct.js";
import { type ContactChannel, ContactReader, chooseColumns } from "./contact-reader.js";
import { ContactTally, OFFENCES, type Offence, OffenceCount } from "./contact-tally.js";

export interface ContactAuditPlan {
  /** `-` is stdin. */
  log: string;
  overrides: ListOverrides;
  suppression: SuppressionPlan;
  /** The channel of contacts for which the log names none; undefined: every opt-out counts. */
  channel: Channel | undefined;
  /** Seconds from a request until it must be honoured. */
  grace: number;
  hours: HoursRule | undefined;
  most: MostContacts | undefined;
  /** What may prove hashed lists; by default what the output allows. */
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
  const ofThePast = { now: Math.floor(now.getTime() / 1000), asItStood: false, keepsExpired: true };
  const wanted = { asOf: ofThePast, provenBy, storage, onProgress, notesOf: output && "all" } as const;
  const past = await loadSuppression(plan.suppression, "any", now, wanted);
  const changed = () => new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: plan.log });
  const audited = async (source: string | InputFile, to?: OutputFile, tooOften?: ReadonlySet<number>) => {
    const list = await openLog(source, plan);
    try {
      const judge = new ContactJudge(list, plan, past, ofThePast.now, to, tooOften);
      for await (const batch of batchesOf(list, ExitCode.phoneList)) {
        for (let i = 0; i < batch.count; i++) {
          batch.select(i);
          judge.judge(batch, batch.plain[i]!);
        }
        onProgress({ share: shareRead(list), records: judge.tally.read });
        await to?.flush();
      }
      if (list.file.changed()) throw changed();
      return judge.audit();
    } finally {
      list.file.close();
    }
  };
  if (output === undefined || plan.most === undefined) return await audited(plan.log, output);
  // Contacts too many are known once all are read: the log is read again to write them. A stream is kept for it.
  const input = openInput(plan.log, ExitCode.phoneList);
  const kept = input instanceof StreamInput ? await input.keepAll() : undefined;
  try {
    const first = await audited(kept?.open() ?? input);
    const second = await audited(kept?.open() ?? plan.log, output, new Set(first.frequency!.lines));
    if (second.log.sha256 !== first.log.sha256) throw changed();
    return second;
  } finally {
    kept?.close();
  }
}

type ContactLog = Awaited<ReturnType<typeof openLog>>;

function openLog(source: string | InputFile, { log, overrides }: ContactAuditPlan) {
  return openList(source, "phone-list", ExitCode.phoneList, overrides, (header, phones, rows) => {
    const columns = chooseColumns(header, phones, rows);
    if (columns === undefined)
      throw new ScrubError(ExitCode.phoneList, "noContactDate", [header !== undefined], { file: log });
    const { date, time, channels, directions } = columns;
    return { columns, wanted: [date, time ?? [], channels, directions].flat(), suffice: false };
  });
}

const OFFENCE_COLUMNS = ["list", "record", "requested_at", "delay_hours", "channel", "offence"];

export type ContactAudit = ReturnType<ContactJudge["audit"]>;

/** Who was contacted by a record, certainly or perhaps. */
type Found = Record<"numbers" | "candidates", readonly string[]>;

const NOBODY: Found = { numbers: [], candidates: [] };

class ContactJudge {
  readonly tally: ContactTally;
  readonly #frequency: FrequencyStore | undefined;
  readonly #reader: ContactReader;
  readonly #writer: AppendingWriter | undefined;
  readonly #lists: NamedLists;
  readonly #callers: ReadonlySet<number>;

  /** `tooOften`: the lines of contacts too many, if a first pass found them. */
  constructor(
    private readonly list: ContactLog,
    readonly plan: ContactAuditPlan,
    private readonly past: Suppression,
    private readonly now: number,
    output: OutputFile | undefined,
    private readonly tooOften: ReadonlySet<number> = new Set(),
  ) {
    const { zone } = plan.suppression;
    this.tally = new ContactTally(past.lists.map(() => new OffenceCount()));
    this.#frequency = plan.most && new FrequencyStore(plan.most);
    this.#reader = new ContactReader(list, list.others.columns, zone, plan.channel ?? "unknown");
    this.#lists = { names: past.lists.map(({ name }) => name), zone, notes: past.notes };
    const appended = [...OFFENCE_COLUMNS.map((name) => `svscrub_${name}`), ...notesColumns(this.#lists)];
    this.#writer = output && new AppendingWriter(output, list, appended);
    const { callers } = partiesOf(list.header ?? [], list.columns);
    this.#callers = new Set(callers.map((column) => list.columns.indexOf(column)));
  }

  /** The result, once the log is read. */
  audit() {
    const { list, plan, tally, past } = this;
    const { file, blankLines } = list;
    const frequency = this.#frequency?.judge();
    for (const line of frequency?.often ?? []) tally.findings["too-often"].add(line);
    tally.findings["frequency-unknown"].count = frequency?.unknown ?? 0;
    const uncovered = [...(plan.hours?.rule.uncovered ?? [])].sort();
    const { date, isGuessed, channels } = list.others.columns;
    const warnings: Warning[] = [...past.warnings(), ...warningsOfOptOuts(list)];
    if (plan.channel === undefined && channels.length === 0)
      warnings.push({ code: "channel-not-said", values: [plan.log] });
    if (isGuessed) warnings.push({ code: "contact-date-by-cells", values: [plan.log, columnName(list, date)] });
    if (tally.read === 0) warnings.push({ code: "no-records", values: [plan.log] });
    if (uncovered.length > 0) warnings.push({ code: "holidays-unknown", values: [uncovered] });
    return {
      log: { path: plan.log, sha256: file.digest(), bytes: file.bytesRead, blank_lines: blankLines },
      suppressions: past.lists,
      ...{ plan, tally, frequency },
      isWithoutOffence: OFFENCES.every((it) => tally.findings[it].count === 0),
      written: this.#writer?.records ?? 0,
      warnings,
    };
  }

  /** Judges one record. If its only number is plain and in no list, one lookup is enough, as for most records. */
  judge(record: RecordBatch, plain: number): void {
    const { tally, past } = this;
    const { line } = record;
    tally.read++;
    const only = plain >= 0 && !this.#mayHoldMore(record) ? plain : undefined;
    const isFree = only !== undefined && !past.index.hasDigests && past.index.states.get(only) !== "suppressed";
    const isBroken = !isFree && faultOf(this.list, record) !== undefined;
    if (!isBroken && this.#reader.isInbound(record)) {
      tally.inbound++;
      return;
    }
    const moment = isBroken ? undefined : this.#reader.moment(record);
    const channel = this.#reader.channel(record);
    const found = isBroken ? NOBODY : this.#numbersOf(record, only);
    const isInTime = isFree && moment !== undefined;
    const verdict = isBroken ? "broken" : isInTime ? [] : this.#verdictOf(found, moment, channel);
    const offence =
      typeof verdict === "string" ? tally.setAside(verdict, line) : tally.judge(line, channel, moment!.first, verdict);
    const isOutside = this.#isOutsideHours(line, moment);
    this.#frequency?.add(line, found.numbers, moment);
    const kinds = [offence && "opt-out", isOutside && "hours", this.tooOften.has(line) && "frequency"].filter(Boolean);
    if (kinds.length > 0) this.#write(record, offence, kinds.join("; "));
  }

  #isOutsideHours(line: number, moment: Moment | undefined): boolean {
    if (this.plan.hours === undefined) return false;
    const hours = moment === undefined ? "unknown" : this.plan.hours.rule.judge(moment);
    if (hours !== "inside") this.tally.findings[hours === "outside" ? "outside-hours" : "hours-unknown"].add(line);
    return hours === "outside";
  }

  #write(record: RecordView, offence: Offence | undefined, kinds: string): void {
    const { names, zone } = this.#lists;
    const optOut = ({ list, record, since, delayHours, channel }: Offence) => [
      ...[withoutFormula(names[list]!), String(record), describeInstant(since, zone), delayHours.toFixed(1), channel],
    ];
    const cells = offence === undefined ? ["", "", "", "", ""] : optOut(offence);
    this.#writer?.append(record, [...cells, kinds, ...notesCells([offence ?? []].flat(), this.#lists)]);
  }

  /** Returns the opt-outs of its numbers that were in force, none if the contact was in time; or why nobody can tell. */
  #verdictOf({ numbers, candidates }: Found, moment: Moment | undefined, channel: ContactChannel) {
    if (numbers.length + candidates.length === 0) return "number-unreadable";
    if (moment === undefined) return "date-unreadable";
    const { index } = this.past;
    // On an unknown channel every opt-out counts.
    const on = channel === "unknown" ? "any" : channel;
    const judgementOf = (e164: string) => {
      // An opt-out of the future has a wrong date, so that it counts as undated.
      const entries = index.entriesOf(e164).map((it) => (it.time > this.now ? { ...it, time: 0 } : it));
      return new Timeline(entries, index.rules).at(moment, on, this.plan.grace);
    };
    const judgements = numbers.map(judgementOf);
    const inForce = judgements.flatMap(({ optOuts }, i) => optOuts.map((it) => ({ ...it, e164: numbers[i]! })));
    if (inForce.length > 0) return inForce;
    if (judgements.some(({ standpoint }) => standpoint === "perhaps")) return "order-unknown";
    if (judgements.some(({ standpoint }) => standpoint === "undated")) return "undated-opt-out";
    // A number in a remark may be the one called, or only mentioned: a person has to look.
    if (candidates.some((e164) => judgementOf(e164).standpoint !== "free")) return "doubtful-number";
    return numbers.length === 0 ? "number-unreadable" : [];
  }

  /** Returns the numbers contacted (`only` where it is given), and candidates: in other columns, or of the caller, who is mostly us. */
  #numbersOf(record: RecordBatch, only: number | undefined): Found {
    if (only !== undefined) return { numbers: [`${HOME}${only}`], candidates: [] };
    const { dialect, columns } = this.list;
    const cells = record.readCells();
    const called = cells.filter((_, column) => !this.#callers.has(column));
    const callers = cells.filter((_, column) => this.#callers.has(column));
    const others = recordCells(record.bytes, record.start, record.end, dialect).flatMap((cell, column) =>
      columns.includes(column) ? [] : numbersInOtherColumn(cell),
    );
    const candidates = [...called.flatMap((cell) => cell.candidates), ...callers.flatMap(everyNumber), ...others];
    return { numbers: called.flatMap(({ numbers }) => numbers.map(({ e164 }) => e164)), candidates };
  }

  #mayHoldMore({ bytes, start, end, cellStart, cellEnd }: RecordBatch): boolean {
    const { phoneCells } = this.list;
    const phone = phoneCells[0]!;
    if (phoneCells.length > 1 || cellStart[phone]! < 0) return mayCount(bytes, start, end);
    return mayCount(bytes, start, cellStart[phone]!) || mayCount(bytes, cellEnd[phone]!, end);
  }
}
