// What is installed: as few files as can be, and a bug in them leads to its line of the sources.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY } from "./support/workdir.js";

const BUNDLE = path.join(REPOSITORY, "dist/bundle");

test("what throws in the program as it is installed leads to the line of the sources that throws", () => {
  const maps = JSON.parse(readFileSync(path.join(BUNDLE, "maps.json"), "utf8")) as Record<string, SourceMapPayload>;
  const [right, wrong]: [number[], string[]] = [[], []];
  for (const [file, map] of Object.entries(maps)) {
    const places = new SourceMap(map);
    for (const [at, line] of readFileSync(path.join(BUNDLE, file), "utf8").split("\n").entries())
      for (const { index } of line.matchAll(/\bthrow new /g)) {
        const place = places.findEntry(at, index);
        const source = "originalSource" in place ? path.resolve(BUNDLE, place.originalSource) : "";
        const said = existsSync(source) ? readFileSync(source, "utf8").split("\n") : [];
        if ("originalLine" in place && said[place.originalLine]?.includes("throw")) right.push(at);
        else wrong.push(`${file}:${at + 1}`);
      }
  }
  expect(wrong).toEqual([]);
  expect(right.length).toBeGreaterThan(200);
});

test("the package stays small: so many files, and bytes as they are packed", () => {
  const options = { cwd: REPOSITORY, encoding: "utf8" } as const;
  const packed = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], options);
  const [{ entryCount, size }] = JSON.parse(packed.stdout) as [{ entryCount: number; size: number }];
  // Eighteen of them are the guides.
  expect(entryCount).toBeLessThanOrEqual(125);
  expect(size).toBeLessThan(600_000);
});
