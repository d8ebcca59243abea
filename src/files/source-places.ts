// Where in the sources something happened: the installed program is a few files made of all modules, from whose lines a map leads
// back. It is read when a bug is reported, and by nobody else.

import fs from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";

const PLACE = /(file:\/\/[^\s()]+\/dist\/bundle\/)([\w-]+\.js):(\d+):(\d+)/g;

/** Returns the stack with the places of the sources, such as `src/scrub/run.ts:512`. A place that no map knows stays as it is. */
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
      // Whatever it is, the bug is what has to be reported.
    }
    return place;
  });
}
