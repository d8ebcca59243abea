// An earlier report as a measure: how many entries each list had then.
// What shrinking means is trust.ts's work; the report as a whole is audit/'s.

import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";

/** Entries of each list by its name. A file that is no report is exit 4: the guard that it stands for would guard nothing. */
export function readBaseline(file: string): ReadonlyMap<string, number> {
  const lists = listsOf(parse(readWhole(file, ExitCode.suppressionList).toString()));
  if (lists === undefined) throw new ScrubError(ExitCode.suppressionList, "badBaseline", [], { file });
  return lists;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listsOf(report: unknown): Map<string, number> | undefined {
  if (typeof report !== "object" || report === null) return undefined;
  const { suppressions } = report as { suppressions?: unknown };
  if (!Array.isArray(suppressions)) return undefined;
  const lists = new Map<string, number>();
  for (const { name, entries } of suppressions as { name?: unknown; entries?: unknown }[]) {
    if (typeof name !== "string" || typeof entries !== "number") return undefined;
    lists.set(name, entries);
  }
  return lists;
}
