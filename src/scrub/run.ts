// Runs a whole scrub: loads and checks the lists, then reads, judges and writes every record.

import { ExitCode, ScrubError, type Warning } from "../errors.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf, mayBeLong } from "../lists/batches.js";
import { columnName } from "../lists/column-names.js";
import { faultOf } from "../lists/fault.js";
import { inSheet, type OpenedList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { type OnProgress, shareRead } from "../lists/progress.js";
import { maskNumber } from "../phone/format.js";
import { SeenNumbers } from "../suppression/country.js";
import { loadSuppression, type ProvenBy, type Suppression, type SuppressionPlan } from "../suppression/load.js";
import { ownNumbers } from "../suppression/read-list.js";
import { InListOptOuts, isLateMark } from "./in-list-opt-outs.js";
import { beginKernelRun, type KernelRun, PlainRecords } from "./kernel-run.js";
import { ListTally, type ReadList } from "./list-tally.js";
import { OneForm } from "./one-form.js";
import { PhoneList, type PhoneListPlan, readMarks } from "./phone-lists.js";
import { readOtherCells } from "./record-says.js";
import { decide, type Lookup, numbersKept, type Policy, SAYS_NOTHING } from "./rules.js";
import { type Source, suppressedBy } from "./sources.js";
import { Tally } from "./tally.js";
import { CleanWriter, mayNeedQuotes, RunWriters, type ScrubOutputs } from "./writers.js";

export interface ScrubPlan {
  /** Phone lists in the order given; `-` is stdin. */
  lists: readonly PhoneListPlan[];
  suppression: SuppressionPlan;
  /** `load` if the clean list is a stream: what was written to it can't be taken back. */
  provenBy: ProvenBy;
  policy: Policy;
  normalizes?: boolean;
}

export type ScrubResult = Awaited<ReturnType<typeof runScrub>>;

/** When a run began, and what it calls. */
export interface RunContext {
  startedAt: Date;
  progress?: OnProgress;
  /** The progress over the suppression lists. */
  loading?: OnProgress;
  /** Discards what was written and returns new outputs, for a run that begins again because of a late mark. */
  openAgain?: (() => Promise<ScrubOutputs>) | undefined;
}

/** Runs the plan. Writes the outputs, but neither finishes nor publishes them. */
export async function runScrub(plan: ScrubPlan, outputs: ScrubOutputs, context: RunContext) {
  const { startedAt, progress, loading, openAgain } = context;
  const paths = [...plan.lists, ...plan.suppression.lists.map(({ source }) => source)].map(({ path }) => path);
  // Loaded only for long lists, for a quick start.
  if (paths.some(mayBeLong)) (await import("../lists/ahead-thread.js")).startAhead();
  const kernel = beginKernelRun();
  const { channel } = plan.policy;
  const suppression = await loadSuppression(plan.suppression, channel, startedAt, {
    storage: kernel?.storage,
    ...(outputs.removed && { notesOf: "all" as const }),
    provenBy: plan.provenBy,
    onProgress: loading,
  });
  const { index } = suppression;
  const marks = new InListOptOuts(index, kernel?.alsoKept);
  const begin = (to: ScrubOutputs) => new Scrub(plan, to, suppression, marks, kernel, progress);
  const lists: PhoneList[] = [];
  try {
    for (const one of plan.lists) lists.push(await PhoneList.prepare(one, plan.lists.length > 1));
    const readMarksFirst = lists.some(({ asks }) => asks);
    for (const list of lists) list.settle(lists, readMarksFirst || openAgain !== undefined);
    let consentWarnings = readMarksFirst ? await readMarks(lists, marks, channel) : [];
    let scrub = begin(outputs);
    try {
      await scrub.readAll(lists);
    } catch (error) {
      const to = isLateMark(error) && lists.every((list) => list.canBeReadAgain) ? await openAgain?.() : undefined;
      if (to === undefined) throw error;
      index.states.forgetSeen();
      consentWarnings = await readMarks(lists, marks, channel);
      scrub = begin(to);
      await scrub.readAll(lists);
    }
    const warnings = [...suppression.proveLists(), ...scrub.ownNumbersMet(), ...consentWarnings, ...scrub.warnings()];
    return {
      lists: scrub.lists,
      suppressions: suppression.lists.map((list, i) => ({ ...list, hashes: index.digests.proofOf(i) })),
      tally: scrub.tally,
      selfCheck: suppression.selfCheck,
      warnings,
      // The records that each output holds.
      written: scrub.writers.written,
    };
  } finally {
    for (const list of lists) list.close();
  }
}

/** One reading of all phone lists: judges every record, counts it and writes it. */
class Scrub {
  readonly tally: Tally;
  readonly lists: ReadList[] = [];
  readonly #seen: SeenNumbers;
  readonly #lookup: Lookup;
  readonly #form = new OneForm();
  readonly #warnings: Warning[] = [];
  writers = new RunWriters();
  /** The records that the kernel judges; undefined if it may judge none. */
  #plain: PlainRecords | undefined;

  constructor(
    private readonly plan: ScrubPlan,
    private readonly outputs: ScrubOutputs,
    private readonly suppression: Suppression,
    private readonly marks: InListOptOuts,
    private readonly kernel: KernelRun | undefined,
    private readonly progress: OnProgress | undefined,
  ) {
    const { index, lists } = suppression;
    // The marks of the phone lists are the last list of the index.
    this.tally = new Tally(lists.length + 1);
    this.#seen = new SeenNumbers(index.states);
    this.#lookup = {
      stateOf: (e164) => (index.has(e164) ? "suppressed" : this.#seen.stateOf(e164)),
      isListed: (e164) => index.holdings(e164).some(({ list }) => list !== marks.list),
    };
  }

  async readAll(lists: readonly PhoneList[]): Promise<void> {
    this.marks.beginReading();
    for (const list of lists) await this.#readList(list);
  }

  async #readList(ready: PhoneList): Promise<void> {
    const { path, named, overrides } = ready.plan;
    const list = await ready.open();
    try {
      await this.#openWriters(list, overrides);
      const counts = new ListTally(list);
      for await (const batch of batchesOf(list, ExitCode.phoneList, this.kernel?.memory)) {
        await this.#judgeBatch(list, batch, counts);
        this.writers.refuseMore(this.tally.read);
        this.progress?.({ share: shareRead(list), records: this.tally.read });
        await this.writers.flush();
      }
      const sha256 = list.file.digest();
      if (list.file.changed() || (ready.sha256 ?? sha256) !== sha256)
        throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
      list.refuseBroken?.(counts.broken, counts.records);
      if (overrides.columns.length > 0) counts.refuseEmptyChoice();
      this.lists.push(counts.describe(named, sha256));
      this.#warnings.push(...counts.warnings(this.suppression.lists));
      this.marks.endList(counts.records);
    } catch (error) {
      if (isLateMark(error)) await ready.readRest();
      throw inSheet(error, path, list.sheet);
    } finally {
      list.file.close();
    }
  }

  async #openWriters(list: OpenedList, overrides: ListOverrides): Promise<void> {
    if (this.#form.accept(list, overrides)) {
      const names = this.suppression.lists.map(({ name }) => name);
      const lists = { names, zone: this.plan.suppression.zone, notes: this.suppression.notes };
      for (const output of [this.outputs.clean, this.outputs.removed]) this.kernel?.keep(output);
      this.writers = await RunWriters.open(this.outputs, list, this.plan, lists);
      this.#plain = this.#plainRecords();
    } else await this.writers.continueWith(list);
  }

  /** Returns undefined with hashed lists, which the kernel can't ask, and with writers that it does not write for. */
  #plainRecords(): PlainRecords | undefined {
    const { clean, flagged, removed } = this.writers;
    if (flagged !== undefined || !(clean === undefined || clean instanceof CleanWriter)) return undefined;
    if (this.kernel === undefined || this.suppression.index.hasDigests) return undefined;
    return new PlainRecords(this.kernel, this.plan.policy, this.suppression.index, this.tally, clean, removed);
  }

  /** Judges a batch: the kernel judges the records that it can, `#judge` the others. */
  async #judgeBatch(list: OpenedList, batch: RecordBatch, counts: ListTally): Promise<void> {
    const { count } = batch;
    const mayQuote = this.writers.removed !== undefined && mayNeedQuotes(list.dialect, batch);
    const kernel = !mayQuote && this.#plain?.begin(batch, counts.records) ? this.#plain : undefined;
    for (let i = 0; i < count; ) {
      if (kernel !== undefined) {
        const { index, isFull } = kernel.judge(i);
        const judged = index - i;
        counts.records += judged;
        for (const line of batch.linesLosingWords(i, index)) counts.cut.addTo(list.columns[0]!, line);
        i = index;
        if (isFull) await this.writers.flush();
        if (i === count || (isFull && judged > 0)) continue;
      }
      counts.records++;
      batch.select(i++);
      this.#judge(list, batch, counts);
    }
    kernel?.count(counts.readable);
    this.tally.read += count;
  }

  /** Judges one record: read, decide, count, write. Its own mark must be in the index before its numbers are looked up. */
  #judge(list: OpenedList, record: RecordBatch, counts: ListTally): void {
    const { tally, marks, writers } = this;
    const { policy } = this.plan;
    const fault = faultOf(list, record);
    const cells = record.readCells();
    const readsOthers = record.usesOtherColumns || record.mentioned >= 0;
    const says = readsOthers ? readOtherCells(list, record, policy.channel) : SAYS_NOTHING;

    marks.add(list, record, says, counts.records, this.#seen);
    const decision = decide(cells, fault, policy, this.#lookup, says);
    const { disposition, reason, kept, primary } = decision;
    marks.note(decision, cells, says, this.#seen);

    if (fault !== undefined) counts.broken.add(record.line);
    counts.addRead(cells, says, record.line);
    let sources: readonly Source[] = [];
    if (disposition === "clean") {
      counts.addKept(record, cells, kept);
      const numbers = writers.flagged === undefined ? numbersKept(cells, kept, policy) : [primary!];
      tally.countClean(numbers.map(({ type }) => type));
    } else tally.countRemoved(reason!);
    if (disposition === "suppressed") {
      const inRun = says.mark === undefined ? undefined : marks.numberInRun(counts.records);
      sources = suppressedBy(decision, marks, inRun, this.suppression.index, (column) => columnName(list, column));
      tally.match(new Set(sources.map(({ list }) => list)));
      counts.addSuppressed(decision.suppressedInOtherColumns, record.line);
    }
    writers.write({ record, number: counts.records, decision, sources });
  }

  /** Warns of our own numbers that are in the phone lists. */
  ownNumbersMet(): Warning[] {
    const met = ownNumbers(this.suppression.lists).filter((e164) => /seen|withheld/.test(this.#lookup.stateOf(e164)));
    return met.map((e164) => ({ code: "own-number-free", values: [maskNumber(e164)] }));
  }

  warnings(): Warning[] {
    return [...this.#warnings, ...this.tally.warnings()];
  }
}
