// API.md and API.es.md held to the library: every name, option and error stands there with what it takes, and their examples run.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Kinds } from "../../src/library/given.js";
import { addKinds, registryKinds } from "../../src/library/open-registry.js";
import { scrubKinds } from "../../src/library/scrub.js";
import { suppressionKinds } from "../../src/library/suppression.js";
import { CHANNELS } from "../../src/suppression/event.js";
import { en } from "../../src/text/en/sentences.js";
import { failureKinds } from "../support/failure-kinds.js";
import { installIn } from "../support/installed.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const SCRUB = scrubKinds();
const SUPPRESSION = suppressionKinds();
const [REGISTRY, ADDING] = [registryKinds(), addKinds()];

const SHARED = Object.keys(SUPPRESSION).filter((name) => name !== "lists");
const OF_SCRUB = Object.fromEntries(Object.entries(SCRUB).filter(([name]) => !SHARED.includes(name)));

/** What a program imports, by the declarations that it gets. */
function exportedNames(): string[] {
  const declared = readFileSync(path.join(REPOSITORY, "dist/types/index.d.ts"), "utf8");
  return /^export \{ (.+) \};$/m.exec(declared)![1]!.split(", ");
}

function takes(kind: readonly string[]): string {
  // A bar would end the cell of a table.
  return kind.map((type) => `\`${type.replaceAll("|", "or")}\``).join(", ");
}

/** The rows of the tables of options below a heading, as `name: what it takes`. */
function optionsBelow(page: string, heading: string): string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading))!;
  return [...section.matchAll(/^\| `(\w+)` \| (.+?) \| .+ \|$/gm)].map(([, name, takes]) => `${name}: ${takes}`).sort();
}

const rowsOf = (...sets: Kinds[]) =>
  sets.flatMap((kinds) => Object.entries(kinds).map(([name, kind]) => `${name}: ${takes(kind)}`)).sort();

const readPage = (name: string) => readFileSync(path.join(REPOSITORY, name), "utf8");
const examplesIn = (page: string) => [...page.matchAll(/^```js example\n([\s\S]*?)^```/gm)].map(([, code]) => code!);
const ENGLISH = readPage("API.md");
const EXAMPLES = examplesIn(ENGLISH);

describe.each(["API.md", "API.es.md"])("%s", (name) => {
  const page = readPage(name);

  test("names everything that can be imported", () => {
    expect(exportedNames().length).toBeGreaterThan(15);
    expect(exportedNames().filter((exported) => !page.includes(`\`${exported}\``))).toEqual([]);
  });

  test("has every option, with what it takes", () => {
    expect(optionsBelow(page, "openSuppression(")).toEqual(rowsOf(SUPPRESSION));
    expect(optionsBelow(page, "scrub(")).toEqual(rowsOf(OF_SCRUB));
    expect(optionsBelow(page, "openRegistry(")).toEqual(rowsOf(REGISTRY, ADDING));
  });

  test("names every channel wherever one is given", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| `channel` |"));
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(CHANNELS.filter((channel) => !row.includes(`\`${channel}\``))).toEqual([]);
  });

  test("names every kind of failure, and none that there is not", () => {
    const rows = page.split("\n").filter((line) => /^\| (?:\d|3 o)/.test(line));
    const named = new Set(rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, kind]) => kind!)));
    expect([...failureKinds()].filter((kind) => !named.has(kind))).toEqual([]);
    expect([...named].filter((kind) => !(kind in en.errors))).toEqual([]);
  });

  const examples = examplesIn(page);

  test("has two examples of each function and method", () => {
    const functions = ["readNumber(", "openSuppression(", "scrub(", "openRegistry("];
    const methods = [".checkMany(", ".check(", ".refresh(", ".close(", ".import(", ".add("];
    for (const call of [...functions, ...methods])
      expect(examples.join("").split(call).length - 1, call).toBeGreaterThanOrEqual(2);
  });

  test("has the examples of the other page", () => {
    expect(examples).toEqual(EXAMPLES);
  });
});

test.each(EXAMPLES.map((code, i) => [i + 1, code] as const))("example %i prints what it says", (_, code) => {
  const dir = new Workdir();
  installIn(dir);
  for (const [, file = "", text = ""] of ENGLISH.matchAll(/^```csv (\S+)\n([\s\S]*?)^```/gm)) dir.write(file, text);
  dir.write("example.mjs", code);
  const run = spawnSync(process.execPath, ["example.mjs"], { cwd: dir.path, encoding: "utf8" });
  expect(run.stderr).toBe("");
  const said = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line);
  expect(run.stdout.trimEnd().split("\n")).toEqual(said);
});
