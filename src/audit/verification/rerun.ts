// The whole run once more, from the same bytes by the same rules, and its report beside the first one.
// Its outputs are hashed and thrown away.

import { ExitCode } from "../../errors.js";
import type { OutputFile } from "../../files/output.js";
import { Publication } from "../../files/publication.js";
import { runScrub, type ScrubPlan } from "../../scrub/run.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../report.js";
import { type Finding, finding } from "./finding.js";

const NOWHERE = "/dev/null";
/** Warnings of how lists were named, which here are named otherwise. */
const NOT_REPEATED = ["file-ignored", "not-in-baseline", "no-suppression"];

/** Runs the plan as of the report's beginning. Every difference is a finding; none: one that says so. */
export async function verifyByRunningAgain(report: AuditReport, plan: ScrubPlan): Promise<Finding[]> {
  const startedAt = new Date(report.run.started_at);
  const roles = report.outputs.map(({ role }) => role);
  if (new Set(roles).size < roles.length) return [finding("mismatch", "outputs", "differs-again")];
  const again = await runAgain(report, plan, startedAt);
  const differences = [...compare(comparable(report), comparable(again), "")];
  if (differences.length > 0) return differences;
  return [finding("verified", "", "same-again", report.conservation.read)];
}

async function runAgain(report: AuditReport, plan: ScrubPlan, startedAt: Date): Promise<AuditReport> {
  const publication = new Publication(false);
  const opened: OutputFile[] = [];
  try {
    const open = async (role: string) => {
      const output = report.outputs.find((it) => it.role === role);
      if (output === undefined) return undefined;
      const gzip = /\.gz$/i.test(output.path);
      opened.push(await publication.open({ role, path: NOWHERE, confidential: false, gzip }));
      return opened.at(-1);
    };
    const outputs = { clean: await open("clean"), flagged: await open("flagged"), removed: await open("removed") };
    const result = await runScrub(plan, outputs, startedAt);
    const written: WrittenOutput[] = [];
    for (const { role, path } of report.outputs) {
      const output = outputs[role as keyof typeof outputs]!;
      const sha256 = await output.finish();
      const { cleanRecords, flaggedRecords, removedRecords } = result;
      const records = { clean: cleanRecords, flagged: flaggedRecords, removed: removedRecords }[role]!;
      written.push({ role, path, sha256, bytes: output.bytes, records });
    }
    const { run, tool, clean_until } = report;
    const facts = {
      ...{ version: tool.version, id: run.id, startedAt, finishedAt: new Date(run.finished_at) },
      ...{ cleanUntil: new Date(clean_until), labels: run.labels, options: run.options, exitCode: ExitCode.done },
    };
    return buildReport(result, written, facts, undefined);
  } finally {
    // Not abandoned: that would take the command's own output with it.
    for (const output of opened) output.close();
  }
}

/** What must come out the same: neither where files are, nor who ran it when. */
function comparable(report: AuditReport): unknown {
  const { inputs, suppressions, outputs, counts, reasons, types, conservation, self_check, warnings } = report;
  return {
    inputs: inputs.map(({ path, ...rest }) => rest),
    suppressions: suppressions.map(({ path, ...rest }) => rest),
    // Another zlib packs the same records into other bytes.
    outputs: outputs.map(({ path, ...rest }) =>
      /\.gz$/i.test(path) ? { role: rest.role, records: rest.records } : rest,
    ),
    ...{ counts, reasons, types, conservation },
    self_check: { sampled: self_check.sampled },
    warnings: warnings
      .map(({ code }) => code)
      .filter((code) => !NOT_REPEATED.includes(code))
      .sort(),
  };
}

/** The leaves in which the two differ. A text is not shown: in a report that was edited it could be anything. */
function* compare(said: unknown, found: unknown, where: string): Generator<Finding> {
  if (isTree(said) && isTree(found)) {
    for (const name of new Set([...Object.keys(said), ...Object.keys(found)]))
      yield* compare(said[name], found[name], where === "" ? name : `${where}.${name}`);
    return;
  }
  if (said === found) return;
  if (typeof said === "number" && typeof found === "number")
    yield finding("mismatch", where, "count-differs", said, found);
  else yield finding("mismatch", where, "differs-again");
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
