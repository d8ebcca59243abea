// Where in the sources something happened: the installed program is a few files made of all modules, from whose lines a map leads
// back. It is read when a bug is reported, and by nobody else.

import fs from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

type Maps = Record<string, SourceMapPayload | undefined>;

const PLACE = /(file:\/\/[^\s()]+\/dist\/bundle\/[\w-]+\.js):(\d+):(\d+)/g;

/** Returns the stack with the places of the sources, such as `src/scrub/run.ts:512`. A place that no map knows stays as it is. */
export function withSourcePlaces(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replace(PLACE, (place, url: string, line: string, column: string) => {
    if (!maps.has(url)) maps.set(url, mapOf(url));
    // It counts lines and columns from 0.
    const entry = maps.get(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !("originalSource" in entry)) return place;
    return `${entry.originalSource.replace(/^(?:\.\.\/)+/, "")}:${entry.originalLine + 1}`;
  });
}

/** `maps.json` beside the files has the map of each. */
function mapOf(url: string): SourceMap | undefined {
  try {
    const maps = JSON.parse(fs.readFileSync(fileURLToPath(new URL("maps.json", url)), "utf8")) as Maps;
    const map = maps[path.basename(fileURLToPath(url))];
    return map && new SourceMap(map);
  } catch {
    // Whatever it is, the bug is what has to be reported.
    return undefined;
  }
}
