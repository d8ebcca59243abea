// Maps the lines of the bundled program back to the sources, for the stack in a bug report.

import fs from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";

const PLACE = /(file:\/\/[^\s()]+\/dist\/bundle\/)([\w-]+\.js):(\d+):(\d+)/g;

/** Returns the stack with places in the sources, such as `src/scrub/run.ts:512`. Unknown places stay as they are. */
export function withSourcePlaces(stack: string): string {
  return stack.replace(PLACE, (place, folder: string, name: string, line: string, column: string) => {
    try {
      // The map of each file, by its name.
      const maps = JSON.parse(fs.readFileSync(new URL("maps.json", folder), "utf8")) as Record<
        string,
        SourceMapPayload
      >;
      const entry = new SourceMap(maps[name]!).findEntry(Number(line) - 1, Number(column) - 1);
      if ("originalSource" in entry)
        return `${entry.originalSource.replace(/^(?:\.\.\/)+/, "")}:${entry.originalLine + 1}`;
    } catch {
      // Without the map the bug is reported with its own places.
    }
    return place;
  });
}
