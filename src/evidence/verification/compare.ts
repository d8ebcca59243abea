// What a report says beside what is found again: its own sums, its values one by one, what made it, and its outputs.

import { basename } from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { digestOfPacked } from "../../files/gzip.js";
import { isWorkbookName } from "../../files/names.js";
import { contentOfWorkbook } from "../../lists/workbook-sheets.js";
import { PLAN_DIGEST } from "../../phone/plan.js";
import type { AuditReport } from "../report.js";
import type { FoundFile, NamedFile } from "./files.js";
import { type Finding, finding, type Outcome } from "./finding.js";

/** Warnings of how lists were named, which here are named otherwise, and of the machine. */
const NOT_REPEATED = ["file-ignored", "not-in-baseline", "without-kernel", "without-thread"];

/** A number of the report that follows from others. */
export type Sum = readonly [where: string, said: number, found: number];

/** Every sum that does not come out, or that all do, over so many records. */
export function verifySums(sums: readonly Sum[], read: number): Finding[] {
  const wrong = sums.flatMap(([where, said, found]) => [...compare(said, found, where, () => "mismatch")]);
  return wrong.length > 0 ? wrong : [finding("verified", "", "counts-add-up", read)];
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The leaves in which the two differ. A text is not shown: in a report that was edited it could be anything. */
export function* compare(
  said: unknown,
  found: unknown,
  where: string,
  standingOf: (where: string) => Outcome,
): Generator<Finding> {
  if (isTree(said) && isTree(found)) {
    for (const name of new Set([...Object.keys(said), ...Object.keys(found)]))
      yield* compare(said[name], found[name], where === "" ? name : `${where}.${name}`, standingOf);
    return;
  }
  if (said === found) return;
  if (typeof said === "number" && typeof found === "number")
    yield finding(standingOf(where), where, "count-differs", said, found);
  else yield finding(standingOf(where), where, "differs-again");
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Names a version that is not the report's: differences may come from that. One version has one numbering plan. */
export function verifyTool(tool: AuditReport["tool"], version: string): Finding[] {
  if (tool.version !== version) return [finding("unchecked", "", "other-tool", tool.version, version)];
  return tool.numbering_plan === PLAN_DIGEST ? [] : [finding("mismatch", "tool.numbering_plan", "differs-again")];
}

/** Outputs as they must come out again. `contents`: SHA-256 of what is packed, which another zlib packs into other bytes. */
export function comparableOutputs(
  outputs: readonly (NamedFile & { role: string; records: number })[],
  contents: readonly (string | undefined)[],
): unknown[] {
  return outputs.map(({ path, sha256, bytes, ...rest }, i) => {
    const written = isPacked(path) ? { content: contents[i] } : { sha256, bytes };
    return { name: basename(path), ...written, ...rest };
  });
}

export function comparableWarnings(warnings: readonly { code: string; values: readonly unknown[] }[]): unknown[] {
  // Files may have moved since.
  const withoutFolder = (value: unknown) => (typeof value === "string" ? basename(value) : value);
  return warnings
    .filter(({ code }) => !NOT_REPEATED.includes(code))
    .map(({ values, ...rest }) => ({ ...rest, values: values.map(withoutFolder) }));
}

/** What is in each output that is packed and is what it was, by its SHA-256. */
export function contentsOf(named: readonly { path: string }[], found: readonly (FoundFile | undefined)[]) {
  const contentOf = async (name: string, file: FoundFile | undefined) => {
    if (!file?.isSame || !isPacked(name)) return undefined;
    return isWorkbookName(name) ? await contentOfWorkbook(file.path, ExitCode.no) : await digestOfPacked(file.path);
  };
  return Promise.all(named.map(({ path }, i) => contentOf(path, found[i])));
}

function isPacked(name: string): boolean {
  return /\.gz$/i.test(name) || isWorkbookName(name);
}

/** What keeps a list from being read again is a finding. */
export async function orUnreadable(repeat: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await repeat();
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    return [finding("mismatch", error.place.file ?? "", "unreadable", error)];
  }
}
