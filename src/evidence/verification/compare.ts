// Compares a report with that of the repeated run. Differences are named by their members in the report.

import { basename } from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { digestOfPacked } from "../../files/gzip.js";
import { packingOf } from "../../files/paths.js";
import { contentOfWorkbook } from "../../lists/workbook-sheets.js";
import type { AuditReport } from "../report.js";
import { type FoundFile, type FoundFiles, type NamedFile, unreadable } from "./files.js";
import { type Finding, finding } from "./finding.js";

/** What the reports of scrubs and of audits have in common. */
export interface AnyReport extends Pick<AuditReport, "tool" | "run"> {
  suppressions: readonly (NamedFile & { kind: string })[];
  outputs: readonly (NamedFile & { role: string })[];
  warnings: readonly { code: string; values: readonly unknown[] }[];
}

/** Warnings that arise before a run, about how its lists were named. */
const NOT_REPEATED = ["file-ignored", "not-in-baseline"];
/** Matches members in which another version may differ although the lists are the same. */
const DETAILS = /^(?:tool|inputs|log|suppressions|self_check|warnings)\b/;

/** `version`: of this program. `repeat`: repeats the run, with its outputs unpacked; undefined if it can't be. `records`: how many the run read. */
export async function compareAgain(
  report: AnyReport,
  { inputs, suppressions, outputs }: FoundFiles,
  version: string,
  repeat: (() => Promise<AnyReport>) | undefined,
  records: number,
): Promise<Finding[]> {
  const isSameTool = report.tool.version === version;
  const tool = isSameTool ? [] : [finding("unchecked", "", "other-tool", report.tool.version, version)];
  if (repeat === undefined || [...inputs, ...suppressions].includes(undefined))
    return [...tool, finding("unchecked", "", "not-run-again")];
  try {
    const again = await repeat();
    const contents = await Promise.all(report.outputs.map(({ path }, i) => contentOf(path, outputs[i])));
    // The repeated run does not pack its outputs.
    const contentsAgain = again.outputs.map(({ sha256 }, i) => contents[i] && sha256);
    const standingOf = (where: string) => (isSameTool || !DETAILS.test(where) ? "mismatch" : "unchecked");
    const members = [...differing(comparable(report, contents), comparable(again, contentsAgain), "")];
    // Their values are not shown: in an edited report they could be anything.
    const differences = members.map((where) => finding(standingOf(where), where, "differs-again"));
    const isSame = !differences.some(({ standing }) => standing === "mismatch");
    return [...tool, ...differences, ...(isSame ? [finding("verified", "", "same-again", records)] : [])];
  } catch (error) {
    return [...tool, unreadable(error instanceof ScrubError ? (error.place.file ?? "") : "", error)];
  }
}

/** Yields the members in which two reports differ. */
function* differing(one: unknown, other: unknown, where: string): Generator<string> {
  if (isTree(one) && isTree(other))
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* differing(one[name], other[name], where === "" ? name : `${where}.${name}`);
  else if (one !== other) yield where;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Returns what must be the same again, without paths and the facts of the run. `contents`: SHA-256 of what packed outputs hold. */
function comparable(
  { tool, run, outputs, warnings, ...found }: AnyReport,
  contents: readonly (string | undefined)[],
): unknown {
  const written = outputs.map(({ sha256, bytes, ...rest }, i) => ({
    ...(packingOf(rest.path) === undefined ? { sha256, bytes } : { content: contents[i] }),
    ...{ ...rest, name: basename(rest.path) },
  }));
  // Files may have moved since.
  const withoutFolder = (value: unknown) => (typeof value === "string" ? basename(value) : value);
  const warned = warnings
    .filter(({ code }) => !NOT_REPEATED.includes(code))
    .map(({ values, ...rest }) => ({ ...rest, values: values.map(withoutFolder) }));
  const compared = { ...found, tool: tool.numbering_plan, run: run.exit_code, outputs: written, warnings: warned };
  return JSON.parse(JSON.stringify(compared, (name, value) => (name === "path" ? undefined : value)));
}

/** Returns the SHA-256 of a packed output's content, if the output is unchanged: another zlib packs it into other bytes. */
export async function contentOf(name: string, file: FoundFile | undefined): Promise<string | undefined> {
  const packing = packingOf(name);
  if (!file?.isSame || packing === undefined) return undefined;
  return packing === "gzip" ? await digestOfPacked(file.path) : await contentOfWorkbook(file.path, ExitCode.no);
}
