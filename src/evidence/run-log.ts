// The run log: a line of JSON for each run, with the SHA-256 of the line before it and of itself. So no line can be changed,
// removed or inserted unseen. A log whose last lines were cut off is still whole: to notice that, somebody must keep the digest
// of the last line elsewhere, which `verify --log` prints.

import { createHash } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLine, checkAppendable, type LastLine, readEnds } from "../files/append.js";
import { readWhole } from "../files/input.js";
import { parsedObject } from "../files/json.js";
import { reportedPath } from "./report.js";

/** How long a run waits for another writer; a failed run waits less for its line. */
const [WAIT_MS, SHORT_WAIT_MS] = [10_000, 1_000];
const BEGINNING = '{"run_log":1,';
const OWN_DIGEST = /,"line_sha256":"([0-9a-f]{64})"\}$/;
const LF = 0x0a;

/** A line of the log: one run. */
export interface LoggedRun {
  id: string;
  startedAt: Date;
  finishedAt: Date;
  exitCode: number;
  /** The name of the error's sentence; undefined if the run did not fail. */
  error: string | undefined;
  reports: readonly { path: string; sha256: string }[];
  outputs: readonly { role: string; path: string; sha256: string }[];
}

/** Checks, before any work, that the file is a run log or new, and can be appended to. */
export function checkRunLog(file: string): void {
  checkAppendable(file);
  refuseOther(file, readEnds(file, 0).last);
}

/** Appends the line of a run durably. Paths that were typed relative are relative to the log's folder. */
export function logRun(file: string, run: LoggedRun): void {
  appendLine(file, (last) => lineOf(run, file, last), run.exitCode === ExitCode.done ? WAIT_MS : SHORT_WAIT_MS);
}

export interface ReadLog {
  runs: number;
  failed: number;
  /** The lines, from 1, whose writer was stopped. */
  tornLines: readonly number[];
  /** The first line, from 1, that does not fit: it was changed, or a line before it was. */
  broken: { line: number; fault: LogFault } | undefined;
  /** The SHA-256 of the last line. */
  last: string | undefined;
  /** The runs, by the SHA-256 of their reports. */
  reports: ReadonlyMap<string, { line: number; run: string }>;
  /** The ids of all runs. */
  ids: ReadonlySet<string>;
}

type Entry = ReturnType<typeof entryFor>;
export type LogFault = "changed" | "unlinked" | "no-line";

/** Reads a log to its end, or to its first broken link. */
export function readRunLog(file: string): ReadLog {
  const bytes = readWhole(file, ExitCode.io, "run-log");
  const tornLines: number[] = [];
  const reports = new Map<string, { line: number; run: string }>();
  const ids = new Set<string>();
  let runs = 0;
  let failed = 0;
  let previous: string | null = null;
  let line = 0;
  const result = (broken: ReadLog["broken"]): ReadLog => ({
    ...{ runs, failed, tornLines, broken, last: previous ?? undefined, reports, ids },
  });
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LF, start);
    const content = bytes.subarray(start, end < 0 ? bytes.length : end);
    start = end < 0 ? bytes.length : end + 1;
    line++;
    const entry = entryOf(content);
    // A torn line at the end of the log has no line end. Elsewhere a later writer has ended it.
    const fault = faultOf(content, entry, previous, end < 0 || start < bytes.length);
    if (fault !== undefined) return result({ line, fault });
    if (entry === undefined) tornLines.push(line);
    else {
      runs++;
      if (entry.exit_code !== ExitCode.done) failed++;
      for (const { sha256 } of entry.reports) reports.set(sha256, { line, run: entry.run });
      ids.add(entry.run);
    }
    previous = digestOf(content);
  }
  // A log is created with its first run: an empty one was emptied.
  return result(line === 0 ? { line: 1, fault: "no-line" } : undefined);
}

function faultOf(content: Buffer, entry: Entry | undefined, previous: string | null, mayBeTorn: boolean) {
  if (entry !== undefined) return entry.previous === previous ? undefined : "unlinked";
  if (isTorn(content)) return mayBeTorn ? undefined : "changed";
  return isLine(content) ? "changed" : "no-line";
}

function lineOf(run: LoggedRun, file: string, last: LastLine | undefined): string {
  refuseOther(file, last);
  const body = JSON.stringify(entryFor(run, file, last)).slice(0, -1);
  return `${body},"line_sha256":"${digestOf(Buffer.from(body))}"}`;
}

function entryFor(run: LoggedRun, file: string, last: LastLine | undefined) {
  const located = <T extends { path: string }>(it: T) => ({ ...it, path: reportedPath(it.path, file) });
  return {
    run_log: 1,
    run: run.id,
    started_at: run.startedAt.toISOString(),
    finished_at: run.finishedAt.toISOString(),
    exit_code: run.exitCode,
    error: run.error ?? null,
    reports: run.reports.map(located),
    outputs: run.outputs.map(located),
    previous: last === undefined ? null : digestOf(last.bytes),
  };
}

/** Parses a whole line; undefined if it was changed. */
function entryOf(content: Buffer): Entry | undefined {
  const text = content.toString();
  const own = OWN_DIGEST.exec(text);
  if (own === null || !isLine(content) || digestOf(content.subarray(0, -own[0].length)) !== own[1]) return undefined;
  const entry = parsedObject(text) as Entry | undefined;
  return typeof entry?.run === "string" && Array.isArray(entry.reports) ? entry : undefined;
}

/** Whether a line is whole, whatever it says. */
function isLine(content: Buffer): boolean {
  const text = content.toString("latin1");
  return text.startsWith(BEGINNING) && OWN_DIGEST.test(text);
}

/** Whether a line is cut off. */
function isTorn(content: Buffer): boolean {
  const text = content.toString("latin1");
  return text !== "" && BEGINNING.startsWith(text.slice(0, BEGINNING.length)) && !OWN_DIGEST.test(text);
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Refuses a file whose last line is none of a run log. */
function refuseOther(file: string, last: LastLine | undefined): void {
  if (last === undefined || isLine(last.bytes) || isTorn(last.bytes)) return;
  throw new ScrubError(ExitCode.usage, "notARunLog", [], { file });
}
