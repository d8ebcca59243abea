// The run log: a JSON line a run, each with the SHA-256 of the line before it, so that no line can be changed, taken
// out or put in unseen. Every line ends in the SHA-256 of itself. What cuts lines off the end leaves a whole chain:
// whoever wants to see that must keep the digest of the last line elsewhere, as `verify --log` says it.

import { createHash } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLine, checkAppendable, type LastLine, readEnds } from "../files/append.js";
import { readWhole } from "../files/input.js";
import { placeOf } from "./report.js";

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
  /** The sentence's name; undefined where the run did not fail. */
  error: string | undefined;
  reports: readonly { path: string; sha256: string }[];
  outputs: readonly { role: string; path: string; sha256: string }[];
}

/** Checks, before any work, that the log can be appended to and is one. */
export function checkRunLog(file: string): void {
  checkAppendable(file);
  refuseOther(file, readEnds(file, 0).last);
}

/** Appends the line of a run, made durable. Paths are relative to the log's folder where they were typed relative. */
export function logRun(file: string, run: LoggedRun): void {
  appendLine(file, (last) => lineOf(run, file, last), run.exitCode === ExitCode.done ? WAIT_MS : SHORT_WAIT_MS);
}

/** A log as it was read. */
export interface ReadLog {
  runs: number;
  failed: number;
  /** The lines, from 1, that were cut off while they were written. The last one may be such. */
  tornLines: readonly number[];
  /** The first line that does not fit, from 1: it was changed, or a line before it was. */
  broken: { line: number; fault: LogFault } | undefined;
  /** SHA-256 of the last line: keep it, and lines cut off the end will be seen. */
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
    // A later writer has ended and named a torn line; at the end of the log a torn one has no line end.
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
  // A log begins with its first run: one that is empty was emptied.
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
  const place = <T extends { path: string }>(it: T) => ({ ...it, path: placeOf(it.path, file) });
  return {
    run_log: 1,
    run: run.id,
    started_at: run.startedAt.toISOString(),
    finished_at: run.finishedAt.toISOString(),
    exit_code: run.exitCode,
    error: run.error ?? null,
    reports: run.reports.map(place),
    outputs: run.outputs.map(place),
    previous: last === undefined ? null : digestOf(last.bytes),
  };
}

/** What a whole line says; undefined where it is not what was written. */
function entryOf(content: Buffer): Entry | undefined {
  const text = content.toString();
  const own = OWN_DIGEST.exec(text);
  if (own === null || !isLine(content) || digestOf(content.subarray(0, -own[0].length)) !== own[1]) return undefined;
  try {
    const entry = JSON.parse(text) as Entry;
    return typeof entry.run === "string" && Array.isArray(entry.reports) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Whole, whatever it says. */
function isLine(content: Buffer): boolean {
  const text = content.toString("latin1");
  return text.startsWith(BEGINNING) && OWN_DIGEST.test(text);
}

/** The beginning of a line and no more. */
function isTorn(content: Buffer): boolean {
  const text = content.toString("latin1");
  return text !== "" && BEGINNING.startsWith(text.slice(0, BEGINNING.length)) && !OWN_DIGEST.test(text);
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Refuses a file that ends in no line of a run log. */
function refuseOther(file: string, last: LastLine | undefined): void {
  if (last === undefined || isLine(last.bytes) || isTorn(last.bytes)) return;
  throw new ScrubError(ExitCode.usage, "notARunLog", [], { file });
}
