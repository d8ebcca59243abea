// Where in the sources something happened: the installed program is a few files made of all modules, whose maps lead back.
// They are read when a bug is reported, and by nobody else.

import fs from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

const PLACE = /(file:\/\/[^\s()]+\/dist\/bundle\/[\w-]+\.js):(\d+):(\d+)/g;

/** Returns the stack with the places of the sources, such as `src/scrub/run.ts:512:7`. A place that no map knows stays as it is. */
export function withSourcePlaces(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replace(PLACE, (place, url: string, line: string, column: string) => {
    if (!maps.has(url)) maps.set(url, mapOf(url));
    // It counts lines and columns from 0.
    const entry = maps.get(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !("originalSource" in entry)) return place;
    const file = entry.originalSource.replace(/^(?:\.\.\/)+/, "");
    return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function mapOf(url: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(fs.readFileSync(`${fileURLToPath(url)}.map`, "utf8")) as SourceMapPayload);
  } catch {
    // Whatever it is, the bug is what has to be reported.
    return undefined;
  }
}
