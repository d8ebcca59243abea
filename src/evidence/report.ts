// The audit report: inputs and lists, how many records got which disposition, and the SHA-256 of every file.
// Masked numbers only, and no cell's content.

import path from "node:path";
import { isStreamName } from "../files/given-streams.js";
import { placeIn, realPath } from "../files/paths.js";
import { maskNumber } from "../phone/format.js";
import { PLAN_DIGEST, PLAN_LIBRARY_VERSION } from "../phone/plan.js";
import type { ListColumn } from "../scrub/list-tally.js";
import type { Reason } from "../scrub/rules.js";
import type { ScrubResult } from "../scrub/run.js";
import type { OutputRole } from "../scrub/writers.js";
import type { HashProof } from "../suppression/digests.js";
import type { LoadedList } from "../suppression/read-list.js";

const DAY = 86_400_000;

/** Returns a file's path for a report or log at `from`: relative to its folder, if it was typed relative. */
export function reportedPath(typed: string, from: string | undefined): string {
  if (typed === "-" || isStreamName(typed) || path.isAbsolute(typed) || from === undefined) return typed;
  return path.relative(realPath(path.dirname(from)), placeIn(typed));
}

/** The facts of a run other than its result. */
export interface RunFacts {
  version: string;
  id: string;
  startedAt: Date;
  finishedAt: Date;
  cleanUntil: Date;
  labels: Readonly<Record<string, string>>;
  /** The options after defaults, by their long names. */
  options: Readonly<Record<string, unknown>>;
  exitCode: number;
}

/** A written output; `-` for stdout. */
export interface WrittenOutput {
  role: OutputRole;
  path: string;
  sha256: string;
  bytes: number;
  records: number;
}

/** Returns the report as written to `reportPath`. */
export function buildReport(
  result: ScrubResult,
  outputs: readonly WrittenOutput[],
  facts: RunFacts,
  reportPath: string | undefined,
) {
  const pathOf = (typed: string) => reportedPath(typed, reportPath);
  const { tally } = result;
  return {
    schema_version: 1,
    tool: toolOf(facts.version),
    run: runOf(facts),
    inputs: result.lists.map((list) => ({
      path: pathOf(list.path),
      sha256: list.sha256,
      bytes: list.bytes,
      encoding: list.encoding,
      compression: list.compression,
      sheet: list.sheet,
      ...(list.named === undefined ? {} : { named: list.named }),
      dialect: { delimiter: list.delimiter, line_end: list.lineEnd },
      header: list.header,
      titles: list.titles,
      phone_columns: list.phoneColumns.map(namedColumn),
      records: list.records,
      blank_lines: list.blankLines,
      own_opt_outs: list.ownOptOuts.map(reportedColumn),
      beside: list.otherColumns.map(reportedColumn),
    })),
    suppressions: result.suppressions.map((list, i) => ({
      name: list.name,
      path: pathOf(list.path),
      ...factsOf(list),
      age_days: list.asOf === undefined ? null : Math.floor((+facts.startedAt - +list.asOf.at) / DAY),
      hashes: list.hashes === undefined ? null : proofOf(list.hashes),
      matched_records: tally.matches[i]!.records,
      matched_only_here: tally.matches[i]!.onlyHere,
    })),
    outputs: outputs.map((output) => ({ ...output, path: pathOf(output.path) })),
    counts: tally.dispositions,
    reasons: Object.fromEntries([...tally.reasons].sort(([a], [b]) => (a < b ? -1 : 1))) as Partial<
      Record<Reason, number>
    >,
    types: tally.types,
    conservation: { read: tally.read, sum: tally.sum, holds: tally.read === tally.sum },
    self_check: {
      canaries: result.selfCheck.canaries.map(({ e164, list }) => ({
        number: maskNumber(e164),
        list: list ?? null,
        suppressed: true,
      })),
      sampled: result.selfCheck.sampled,
      failed: 0,
    },
    clean_until: facts.cleanUntil.toISOString(),
    warnings: result.warnings.map(({ code, values }) => ({ code, values })),
  };
}

export function toolOf(version: string) {
  return {
    name: "svscrub",
    version,
    node: process.versions.node,
    libphonenumber_js: PLAN_LIBRARY_VERSION,
    numbering_plan: PLAN_DIGEST,
  };
}

export function runOf({ id, startedAt, finishedAt, labels, options, exitCode }: Omit<RunFacts, "cleanUntil">) {
  return {
    id,
    started_at: startedAt.toISOString(),
    finished_at: finishedAt.toISOString(),
    labels,
    options,
    exit_code: exitCode,
  };
}

/** Returns the facts of a list that is a text. */
function reportedText({ text }: Pick<LoadedList, "text">) {
  if (text === undefined) return undefined;
  const { lines, numbers, ownMentions: own } = text;
  return { text: { lines, numbers, own } };
}

function proofOf({ digests, kinds, found, proven }: HashProof) {
  return { digests, kinds, forms: found, proof: proven ? "proven" : "unproven" };
}

function reportedColumn(column: ListColumn) {
  return { ...namedColumn(column), records: column.records };
}

function namedColumn({ position, name }: Pick<ListColumn, "position" | "name">) {
  return { position, ...(name === undefined ? {} : { name }) };
}

export type AuditReport = ReturnType<typeof buildReport>;

/** Returns the facts of a suppression list that do not depend on the phone lists. */
export function factsOf(list: LoadedList) {
  const { events, digits, notUnderstood } = list;
  return {
    sha256: list.sha256,
    bytes: list.bytes,
    encoding: list.encoding,
    compression: list.compression,
    sheet: list.sheet,
    titles: list.titles,
    as_of: list.asOf?.at.toISOString() ?? null,
    as_of_from: list.asOf?.from ?? null,
    kind: list.kind,
    entries: list.entries,
    numbers: list.numbers,
    ranges: list.ranges.entries,
    ...(list.ranges.entries > 0 && { range_numbers: list.ranges.numbers }),
    ...reportedText(list),
    digits,
    unreadable: notUnderstood.length,
    unreadable_records: notUnderstood,
    opt_ins: events?.optIns ?? 0,
    lifted: list.lifted,
    idle_opt_ins: events?.idleOptIns ?? 0,
    unknown_actions: events?.unknownActions ?? 0,
    unknown_channels: events?.unknownChannels ?? 0,
    unreadable_dates: events?.unreadableDates ?? 0,
    expired: events?.expired ?? 0,
  };
}
