// Repeats a past scrub: the whole run, or its clean list against the lists of then or of today.

import { recordCells } from "../../csv/cells.js";
import { delimiterOf } from "../../csv/dialect.js";
import { ExitCode, ScrubError } from "../../errors.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../../evidence/report.js";
import { contentOf } from "../../evidence/verification/compare.js";
import { type FoundFile, type FoundFiles, unreadable } from "../../evidence/verification/files.js";
import { type Finding, finding } from "../../evidence/verification/finding.js";
import { phoneListAs } from "../../files/list-names.js";
import type { OutputWanted } from "../../files/output.js";
import { isFile, packingOf, sizeOf } from "../../files/paths.js";
import { Publication } from "../../files/publication.js";
import { PrivateFolder } from "../../files/temporary.js";
import { batchesOf } from "../../lists/batches.js";
import { typedEncodingOf } from "../../lists/encoding.js";
import { openList } from "../../lists/open.js";
import type { OnProgress } from "../../lists/progress.js";
import type { PhoneListPlan } from "../../scrub/phone-lists.js";
import type { ScrubPlan, ScrubResult } from "../../scrub/run.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import { everySheet } from "../list-options.js";
import type { ArgumentsOf } from "../options.js";
import { planPhoneLists, policyOf, type TypedList } from "../scrub/plan.js";
import { validUntil } from "../scrub/published-scrub.js";
import { finish, runInto, type WantedOutputs } from "../scrub/run-into.js";
import { hashedOutput, pastOptions, pastSuppression, repeatedFacts } from "./past-run.js";

const FIRST_RECORDS = 5;

/** Codes of the findings about who has opted out since. */
export const ANSWERS: readonly string[] = ["nobody-since", "opted-out-since"];

/** A past scrub, with its files at their current paths. */
export class PastScrub {
  readonly #options: ArgumentsOf<"scrub">;
  readonly #plan: ScrubPlan;
  readonly #startedAt: Date;

  constructor(
    private readonly report: AuditReport,
    private readonly found: FoundFiles,
    { hashKeyFile, own }: { hashKeyFile: string | undefined; own: readonly string[] },
    private readonly progress: OnProgress,
  ) {
    const options = pastOptions("scrub", report, own);
    const lists = report.inputs.map(({ path, named: typedAs, sheet }, i): TypedList => {
      const list = { path: found.inputs[i]?.path ?? "", typedAs };
      if (sheet === null || everySheet(options, phoneListAs(typedAs), true) === undefined) return list;
      const isOther = report.inputs[i - 1]?.path === path;
      return { ...list, onlySheet: sheet.position, ofSheets: isOther ? "other" : "first" };
    });
    this.#options = options;
    this.#startedAt = new Date(report.run.started_at);
    this.#plan = {
      lists: planPhoneLists(options, lists),
      suppression: pastSuppression(report, options, found.suppressions, hashKeyFile),
      policy: policyOf(options),
      normalizes: options.normalize,
      // The outputs exist already.
      provenBy: "run",
    };
  }

  /** Runs the scrub as of its beginning and returns the new report. */
  async repeat(): Promise<AuditReport> {
    const { flag, output = "-", removed, dryRun } = this.#options;
    const names: Record<string, string> = { [flag ? "flagged" : "clean"]: output, ...(removed && { removed }) };
    const asked = dryRun ? [] : Object.entries(names);
    const wanted: WantedOutputs = Object.fromEntries(asked.map(([role, name]) => [role, hashedOutput(name)]));
    const publication = new Publication(false);
    try {
      const ran = await runInto(this.#plan, wanted, { ...this.#terms(this.#startedAt), publication });
      const written = (await finish(ran)).map((one) => ({ ...one, path: names[one.role]! }));
      return this.#reportOf(ran.result, written);
    } finally {
      publication.abandon();
    }
  }

  #terms(startedAt: Date) {
    return { startedAt, progress: this.progress, loading: this.progress };
  }

  /** Returns the new report. Planted numbers are not repeated, because the report masks them; they may have proved a hashed list. */
  #reportOf(result: ScrubResult, written: readonly WrittenOutput[]): AuditReport {
    const cleanUntil = validUntil(this.#options, this.#plan, result, this.#startedAt);
    const again = buildReport(result, written, { ...repeatedFacts(this.report, ExitCode.done), cleanUntil }, undefined);
    const { canary } = this.#options;
    const proven = canary.length === 0 ? [] : this.report.suppressions.filter((it) => it.hashes?.proof === "proven");
    const before = (list: unknown) => proven.find(({ name }) => name === list)?.hashes;
    const canaries = canary.map(({ list = null, value }) => ({ number: value, list, suppressed: true }));
    return {
      ...again,
      suppressions: again.suppressions.map((list) => ({ ...list, hashes: before(list.name) ?? list.hashes })),
      self_check: { ...again.self_check, canaries },
      warnings: again.warnings.filter(({ code, values }) => code !== "hashes-unproven" || !before(values[0])),
    };
  }

  /** The clean list: its path and hash then, and its current file if found. */
  get #clean(): { path: string; sha256: string; file: FoundFile | undefined } {
    const at = this.report.outputs.findIndex(({ role }) => role === "clean");
    return { path: "", sha256: "", ...this.report.outputs[at], file: this.found.outputs[at] };
  }

  /**
   * Scrubs the clean list against the run's lists, if no repeated run proves it. Unchanged, it must stay the same; otherwise the
   * suppressed records in it are found.
   */
  async verifyClean(): Promise<Finding[]> {
    const { path, sha256, file } = this.#clean;
    // If a list is missing, numbers that its opt-ins lifted seem opted out.
    if (file === undefined || this.found.suppressions.includes(undefined)) return [];
    try {
      const scrubbed = await this.#scrubClean(this.#plan, file.path, this.#startedAt);
      const { read, dispositions } = scrubbed.result.tally;
      const { clean, suppressed } = dispositions;
      if (suppressed > 0) return [finding("mismatch", path, "suppressed-in-it", suppressed, scrubbed.first)];
      if (!file.isSame) return [];
      const content = (await contentOf(path, file)) ?? sha256;
      // Numbers of a workbook are text in the clean list.
      const isAsItWas = clean === read && (packingOf(path) === "workbook" || scrubbed.sha256 === content);
      if (!isAsItWas) return [finding("mismatch", path, "differs-again")];
      return [finding("verified", path, "still-clean", read, this.found.suppressions.length)];
    } catch (error) {
      return [unreadable(path, error)];
    }
  }

  /**
   * Finds who has opted out since, by today's lists. An untrusted list fails the command. `removed`: the output for these records,
   * which the caller publishes.
   */
  async verifyToday(
    suppression: SuppressionPlan,
    now: Date,
    publication: Publication,
    removed: OutputWanted | undefined,
  ): Promise<Finding[]> {
    const { path, file } = this.#clean;
    const nobodyToAsk = finding("overtaken", "", "nobody-to-ask");
    if (file === undefined) return [nobodyToAsk];
    // What is written into a stream can't be discarded.
    const provenBy = removed === undefined || isFile(removed.path) ? "run" : "load";
    try {
      const plan = { ...this.#plan, suppression, provenBy } as const;
      const { result, first } = await this.#scrubClean(plan, file.path, now, publication, removed);
      const { suppressed } = result.tally.dispositions;
      if (suppressed > 0) return [finding("overtaken", path, "opted-out-since", suppressed, first)];
      return [finding("verified", path, "nobody-since", suppression.lists.length)];
    } catch (error) {
      if (!(error instanceof ScrubError) || error.place.file !== file.path) throw error;
      return [unreadable(path, error), nobodyToAsk];
    }
  }

  /** Scrubs the clean list. Returns the result, the hash of its clean records, and the first suppressed records. */
  async #scrubClean(
    plan: ScrubPlan,
    path: string,
    startedAt: Date,
    publication = new Publication(false),
    removed?: OutputWanted,
  ): Promise<{ result: ScrubResult; sha256: string; first: readonly number[] }> {
    const lists = sizeOf(path) > 0 ? [this.#cleanList(path)] : [];
    const folder = new PrivateFolder();
    try {
      const kept = removed ?? { path: folder.place("removed.csv"), confidential: true };
      const wanted = { clean: hashedOutput(path), removed: kept };
      const ran = await runInto({ ...plan, lists }, wanted, { ...this.#terms(startedAt), publication });
      const { result, outputs } = ran;
      const written = await finish(ran);
      const file = result.tally.dispositions.suppressed > 0 ? outputs.removed?.temporary : undefined;
      return { result, sha256: written[0]!.sha256, first: file === undefined ? [] : await firstSuppressed(file) };
    } finally {
      if (removed === undefined) publication.abandon();
      folder.remove();
    }
  }

  /** Plans reading the clean list: in the dialect and with the columns of the phone lists, unless it is normalized. */
  #cleanList(path: string): PhoneListPlan {
    const { header, phone_columns, dialect, encoding } = this.report.inputs[0]!;
    const { normalizes, lists } = this.#plan;
    const written = normalizes ? { delimiter: ",", encoding: "utf-8" } : { delimiter: dialect.delimiter, encoding };
    const text = { delimiter: delimiterOf(written.delimiter), encoding: typedEncodingOf(written.encoding) };
    const known = { header, columns: [...new Set(phone_columns.map(({ position }) => position - 1))] };
    const { watch } = lists[0]!.overrides;
    const overrides = { columns: [], noHeader: false, mayLackPhones: true, known, ...(watch && { watch }) };
    // A workbook has no dialect.
    return { path, overrides: packingOf(path) === "workbook" ? overrides : { ...overrides, ...text } };
  }
}

/** Returns the record numbers of the first suppressed records in a removed list. */
async function firstSuppressed(file: string): Promise<number[]> {
  const overrides = { columns: [], noHeader: true, mayLackPhones: true, known: { header: false, columns: [] } };
  const list = await openList(file, "phone-list", ExitCode.no, overrides);
  const first: number[] = [];
  try {
    for await (const batch of batchesOf(list, ExitCode.no))
      for (let i = 0; i < batch.count && first.length < FIRST_RECORDS; i++) {
        batch.select(i);
        const cells = recordCells(batch.bytes, batch.start, batch.end, list.dialect);
        // The appended cells: disposition, reason, source, since, record, and the lists' notes if there are any.
        const at = cells.lastIndexOf("suppressed", -5);
        if (at >= cells.length - 6 && at >= 0) first.push(Number(cells[at + 4]));
      }
  } finally {
    list.file.close();
  }
  return first;
}
