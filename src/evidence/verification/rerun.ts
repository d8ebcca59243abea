// The whole run once more, from the same bytes by the same rules, and its report beside the first one.
// Its outputs are hashed and thrown away.

import { createHash } from "node:crypto";
import { basename } from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { GunzipSource } from "../../files/gzip.js";
import { openInput } from "../../files/input.js";
import { isWorkbookName } from "../../files/names.js";
import type { OutputFile } from "../../files/output.js";
import { Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import { contentOfWorkbook } from "../../lists/workbook-sheets.js";
import { type OutputRole, runScrub, type ScrubPlan } from "../../scrub/run.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../report.js";
import { compare } from "./compare.js";
import type { FoundFile } from "./files.js";
import type { NamedFile } from "./files-below.js";
import { type Finding, finding } from "./finding.js";

const CHUNK = 1024 * 1024;
const NOWHERE = "/dev/null";
/** Warnings of how lists were named, which here are named otherwise, and of the machine. */
const NOT_REPEATED = ["file-ignored", "not-in-baseline", "no-suppression", "without-kernel", "without-thread"];

/**
 * Runs the plan as of the report's beginning. Every difference is a finding, which is nobody's fault where another version
 * or numbering plan made the report; none: one that says so. `outputs`: where the lists are that the run wrote.
 */
export async function verifyByRunningAgain(
  report: AuditReport,
  plan: ScrubPlan,
  outputs: readonly (FoundFile | undefined)[],
  isSameTool: boolean,
  onProgress: OnProgress,
): Promise<Finding[]> {
  const startedAt = new Date(report.run.started_at);
  const roles = report.outputs.map(({ role }) => role);
  if (new Set(roles).size < roles.length) return [finding("mismatch", "outputs", "differs-again")];
  const { again, contents } = await runAgain(report, plan, startedAt, onProgress);
  const packed = await contentsOf(report.outputs, outputs);
  const standing = isSameTool ? "mismatch" : "unchecked";
  const known = contents.map((content, i) => packed[i] && content);
  const differences = [...compare(comparable(report, packed), comparable(again, known), "", standing)];
  if (differences.length > 0) return differences;
  return [finding("verified", "", "same-again", report.conservation.read)];
}

/** `contents`: the SHA-256 of every output, never packed. */
async function runAgain(report: AuditReport, plan: ScrubPlan, startedAt: Date, onProgress: OnProgress) {
  const opened: OutputFile[] = [];
  try {
    const open = async (role: OutputRole) => {
      const said = report.outputs.find((it) => it.role === role);
      if (said === undefined) return undefined;
      opened.push(await openNowhere(isWorkbookName(said.path)));
      return opened.at(-1);
    };
    const outputs = { clean: await open("clean"), flagged: await open("flagged"), removed: await open("removed") };
    const result = await runScrub(plan, outputs, startedAt, onProgress, onProgress);
    const written: WrittenOutput[] = [];
    // The words themselves are in the file: without them it would come out otherwise.
    for (const { role, path, words } of report.outputs) {
      const output = outputs[role]!;
      const sha256 = await output.finish();
      const { cleanRecords, flaggedRecords, removedRecords } = result;
      const records = { clean: cleanRecords, flagged: flaggedRecords, removed: removedRecords }[role];
      written.push({ role, path, sha256, bytes: output.bytes, records, ...(words && { words }) });
    }
    const contents: (string | undefined)[] = written.map(({ sha256 }) => sha256);
    const { run, tool, clean_until } = report;
    const facts = {
      ...{ version: tool.version, id: run.id, startedAt, finishedAt: new Date(run.finished_at) },
      ...{ cleanUntil: new Date(clean_until), labels: run.labels, options: run.options, exitCode: ExitCode.done },
    };
    return { again: buildReport(result, written, facts, undefined), contents };
  } finally {
    for (const output of opened) output.close();
  }
}

/** What must come out the same: neither where files are, nor who ran it when. `contents`: SHA-256 of what is packed. */
function comparable(report: AuditReport, contents: readonly (string | undefined)[]): unknown {
  const { inputs, suppressions, outputs, counts, reasons, types, conservation, self_check, warnings } = report;
  return {
    inputs: inputs.map(({ path, ...rest }) => rest),
    suppressions: suppressions.map(({ path, ...rest }) => rest),
    outputs: comparableOutputs(outputs, contents),
    ...{ counts, reasons, types, conservation },
    self_check: { sampled: self_check.sampled },
    warnings: comparableWarnings(warnings),
  };
}

/** `contents`: SHA-256 of what is packed: another zlib packs the same records into other bytes. */
export function comparableOutputs(
  outputs: readonly (NamedFile & { role: string; records: number })[],
  contents: readonly (string | undefined)[],
): unknown[] {
  return outputs.map(({ path, ...rest }, i) =>
    isPacked(path) ? { ...rest, sha256: "", bytes: 0, content: contents[i] } : rest,
  );
}

export function comparableWarnings(warnings: readonly { code: string; values: readonly unknown[] }[]): unknown[] {
  return warnings
    .filter(({ code }) => !NOT_REPEATED.includes(code))
    .map(({ code, values }) => ({ code, values: values.map(withoutFolder) }));
}

/** What is in each output that is packed, by its SHA-256, as far as they were found. */
export async function contentsOf(
  named: readonly { path: string }[],
  found: readonly (FoundFile | undefined)[],
): Promise<(string | undefined)[]> {
  const contents: (string | undefined)[] = [];
  for (const [i, { path }] of named.entries()) {
    const file = isPacked(path) ? found[i] : undefined;
    contents.push(file && (isWorkbookName(path) ? await workbookContent(file) : await contentOf(file)));
  }
  return contents;
}

/** An output whose bytes are hashed and thrown away. Close it: to abandon it would take the command's own with it. */
export function openNowhere(workbook = false): Promise<OutputFile> {
  return new Publication(false).open({ path: NOWHERE, confidential: false, workbook: workbook && "unpacked" });
}

/** Files may have moved since. */
function withoutFolder(value: unknown): unknown {
  return typeof value === "string" ? basename(value) : value;
}

function isPacked(name: string): boolean {
  return /\.gz$/i.test(name) || isWorkbookName(name);
}

/** Undefined where another file stands in its place, which is a finding by itself. */
async function workbookContent({ path }: FoundFile): Promise<string | undefined> {
  try {
    return await contentOfWorkbook(path, ExitCode.no);
  } catch (error) {
    if (error instanceof ScrubError) return undefined;
    throw error;
  }
}

async function contentOf(file: FoundFile): Promise<string> {
  const input = openInput(file.path, ExitCode.no);
  const source = new GunzipSource(input, file.path, ExitCode.no);
  const hash = createHash("sha256");
  try {
    const chunk = new Uint8Array(CHUNK);
    for (let count = await source.read(chunk, 0, CHUNK); count > 0; count = await source.read(chunk, 0, CHUNK))
      hash.update(chunk.subarray(0, count));
  } finally {
    input.close();
  }
  return hash.digest("hex");
}
