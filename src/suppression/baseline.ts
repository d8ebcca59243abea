// An earlier report as a measure: how many entries each list had then.
// What shrinking means is trust.ts's work; the report as a whole is evidence/'s.

import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";

/** Why a file is no baseline: no JSON, JSON of something else, or a report that a newer svscrub wrote. */
export type BaselineFault = "no-json" | "no-report" | "version";

/** The reports that are understood. */
const SCHEMA_VERSION = 1;

/** Entries of each list by its name. A file that is no report is exit 4: the guard that it stands for would guard nothing. */
export function readBaseline(file: string): ReadonlyMap<string, number> {
  const lists = listsOf(readWhole(file, ExitCode.suppressionList, "baseline").toString());
  if (typeof lists === "string")
    throw new ScrubError(ExitCode.suppressionList, "badBaseline", [lists, "--baseline"], { file });
  return lists;
}

function listsOf(text: string): Map<string, number> | BaselineFault {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return "no-json";
  }
  const { schema_version: version, suppressions } = (report ?? {}) as {
    schema_version?: unknown;
    suppressions?: unknown;
  };
  if (typeof version !== "number") return "no-report";
  if (version !== SCHEMA_VERSION) return "version";
  if (!Array.isArray(suppressions)) return "no-report";
  const lists = new Map<string, number>();
  for (const list of suppressions) {
    const { name, entries } = (list ?? {}) as { name?: unknown; entries?: unknown };
    if (typeof name !== "string" || typeof entries !== "number") return "no-report";
    lists.set(name, entries);
  }
  return lists;
}
