// Reads from an earlier report how many entries each list had. trust.ts compares them.

import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";

interface Report {
  schema_version: unknown;
  suppressions: { name: unknown; entries: unknown }[];
}

/** Returns the count of entries of each list, by its name. A file that is no report is exit 4. */
export function readBaseline(file: string): ReadonlyMap<string, number> {
  const text = readWhole(file, ExitCode.suppressionList, "baseline").toString();
  try {
    const { schema_version, suppressions }: Report = JSON.parse(text);
    const lists = suppressions.map(({ name, entries }) => {
      if (typeof name !== "string" || typeof entries !== "number") throw new TypeError("a list");
      return [name, entries] as const;
    });
    if (schema_version === 1) return new Map(lists);
  } catch {
    // Refused below.
  }
  throw new ScrubError(ExitCode.suppressionList, "badBaseline", ["--baseline"], { file });
}
