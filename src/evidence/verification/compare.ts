// Compares a report with that of the repeated run: differences are named by their place in the report.

import { basename } from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { digestOfPacked } from "../../files/gzip.js";
import { isWorkbookName } from "../../files/paths.js";
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

/** Warnings of how lists were named, which here are named otherwise. */
const NOT_REPEATED = ["file-ignored", "not-in-baseline"];
/** What another version may say otherwise of a run that gives the same lists. */
const DETAILS = /^(?:tool|inputs|log|suppressions|self_check|warnings)\b/;

/** `version`: of this program. `repeat`: runs it once more, its outputs unpacked. `records`: how many it read. */
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
    const contentsAgain = again.outputs.map(({ sha256 }, i) => contents[i] && sha256);
    const standing = (where: string) => (isSameTool || !DETAILS.test(where) ? "mismatch" : "unchecked");
    // What they say is not shown: in an edited report that could be anything.
    const differences = [...differing(comparable(report, contents), comparable(again, contentsAgain), "")].map(
      (where) => finding(standing(where), where, "differs-again"),
    );
    const isSame = !differences.some(({ standing }) => standing === "mismatch");
    return [...tool, ...differences, ...(isSame ? [finding("verified", "", "same-again", records)] : [])];
  } catch (error) {
    return [...tool, unreadable(error instanceof ScrubError ? (error.place.file ?? "") : "", error)];
  }
}

/** The leaves in which the two differ. */
function* differing(said: unknown, found: unknown, where: string): Generator<string> {
  if (isTree(said) && isTree(found))
    for (const name of new Set([...Object.keys(said), ...Object.keys(found)]))
      yield* differing(said[name], found[name], where === "" ? name : `${where}.${name}`);
  else if (said !== found) yield where;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** What must come out the same: neither where files are, nor who ran it when. `contents`: those of packed outputs. */
function comparable(
  { tool, run, outputs, warnings, ...found }: AnyReport,
  contents: readonly (string | undefined)[],
): unknown {
  const written = outputs.map(({ sha256, bytes, ...rest }, i) => ({
    ...(isPacked(rest.path) ? { content: contents[i] } : { sha256, bytes }),
    ...{ ...rest, name: basename(rest.path) },
  }));
  // Files may have moved since.
  const withoutFolder = (value: unknown) => (typeof value === "string" ? basename(value) : value);
  const warned = warnings
    .filter(({ code }) => !NOT_REPEATED.includes(code))
    .map(({ values, ...rest }) => ({ ...rest, values: values.map(withoutFolder) }));
  const told = { ...found, tool: tool.numbering_plan, run: run.exit_code, outputs: written, warnings: warned };
  return JSON.parse(JSON.stringify(told, (name, value) => (name === "path" ? undefined : value)));
}

/** SHA-256 of what is in an output that is packed and is what it was: another zlib packs it into other bytes. */
export async function contentOf(name: string, file: FoundFile | undefined): Promise<string | undefined> {
  if (!file?.isSame || !isPacked(name)) return undefined;
  return isWorkbookName(name) ? await contentOfWorkbook(file.path, ExitCode.no) : await digestOfPacked(file.path);
}

function isPacked(name: string): boolean {
  return /\.gz$/i.test(name) || isWorkbookName(name);
}
