// What a run loads: start-up time is mostly that, so there are few files, and what only some runs need is loaded by them alone.
// No clock is asked: Node's own coverage names every script that was loaded, built-in ones too, and in the program as it is
// installed a comment before each module names it.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const LIST = "nombre,telefono\nAna,7012-3456\nLuis,6123-4567\nEva,2250-1234\n";
const DNC = "telefono\n61234567\n";
const SCRUB = ["list.csv", "-s", "dnc.csv", "-o", "clean.csv"];

/** The beginnings of what is loaded late, by who needs it. */
const LATE = {
  longLists: ["lists/scan-ahead.ts", "node:worker_threads"],
  events: ["suppression/event-reader.ts", "time/dates.ts"],
  past: ["suppression/timeline.ts"],
  gzip: ["files/gzip.ts", "node:zlib"],
  utf16: ["files/utf16.ts"],
  workbook: ["workbook/book.ts", "workbook/sheet.ts", "workbook/archive.ts", "node:zlib"],
  runLog: ["evidence/run-log.ts", "files/append.ts"],
  page: ["evidence/html/"],
  otherCommands: ["registry/", "replies/", "inspection/", "evidence/verification/", "audit/contacts.ts"],
  otherWords: ["text/en/answers.ts", "text/es/sentences.ts"],
  libraries: ["csv-parse/", "csv-stringify/", "libphonenumber-js/"],
} as const;

/** Every script of a run in `dir`, a process and its threads each: Node's as `node:…`, a file as a URL. */
async function scriptsOf(dir: Workdir, args: readonly string[]): Promise<string[][]> {
  dir.write("list.csv", LIST);
  dir.write("dnc.csv", DNC);
  await dir.run(args, { env: { NODE_V8_COVERAGE: dir.at("coverage") } });
  return dir
    .list()
    .filter((file) => file.startsWith("coverage"))
    .map((file) => {
      const { result } = JSON.parse(readFileSync(join(dir.path, file), "utf8")) as { result: { url: string }[] };
      return result.map(({ url }) => url);
    });
}

/** The same, each file of ours as the modules that are in it, relative to src, and a package's by the package's name. */
async function loadedBy(dir: Workdir, args: readonly string[]): Promise<string[]> {
  const scripts = await scriptsOf(dir, args);
  return scripts.flat().flatMap((url) => (isOurs(url) ? modulesIn(url) : url.replace(/^file:.*\/node_modules\//, "")));
}

function isOurs(url: string): boolean {
  return url.startsWith(pathToFileURL(REPOSITORY).href) && !url.includes("/node_modules/");
}

function modulesIn(url: string): string[] {
  const names = readFileSync(fileURLToPath(url), "utf8").matchAll(/^\/\/ (?:dist|node_modules)\/(.*)\.js$/gm);
  return [...names].map(([, name]) => `${name}.ts`);
}

function among(loaded: readonly string[], beginnings: readonly string[]): string[] {
  return loaded.filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));
}

test("a plain scrub of a short list loads nothing that only other runs need", async () => {
  const dir = new Workdir();
  const loaded = await loadedBy(dir, SCRUB);
  expect(dir.exists("clean.csv")).toBe(true);
  // It would be no news of a run whose modules are not seen.
  expect(loaded).toContain("scrub/run.ts");
  expect(loaded).toContain("node:crypto");
  expect(among(loaded, Object.values(LATE).flat())).toEqual([]);
});

test("a plain scrub loads seven files of ours, and the thread that reads a long list ahead six", async () => {
  const files = async (args: readonly string[]) => {
    const dir = new Workdir({ "long.csv": `nombre,telefono\n${"Ana,7012-3456\n".repeat(700_000)}` });
    const scripts = await scriptsOf(dir, args);
    return scripts.map((urls) =>
      urls
        .filter(isOurs)
        .map((url) => basename(url))
        .sort(),
    );
  };
  const plain = ["arguments.js", "begin.js", "lists.js", "main.js", "rolldown-runtime.js", "scrub.js", "svscrub.js"];
  expect(await files(SCRUB)).toEqual([plain]);
  // The thread's file is among those that know of it; no arguments are read there, nor is anything scrubbed.
  const ofThread = (await files(["long.csv", ...SCRUB.slice(1)])).find((names) => names.includes("scan-ahead-task.js"));
  expect(ofThread).toEqual(
    "ahead-thread.js begin.js lists.js rolldown-runtime.js scan-ahead-task.js scan-ahead.js".split(" "),
  );
});

test("every name of what is loaded late is that of a module in the package, or of Node's", () => {
  const folder = join(REPOSITORY, "dist/bundle");
  const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const modules = files.flatMap((name) => modulesIn(pathToFileURL(join(folder, name)).href));
  const ours = Object.values(LATE)
    .flat()
    .filter((name) => !name.startsWith("node:") && !LATE.libraries.includes(name as never));
  expect(ours.filter((name) => among(modules, [name]).length === 0)).toEqual([]);
});

test("the help loads no code of the run, and the version nothing but the program's entry", async () => {
  const help = await loadedBy(new Workdir(), ["--help"]);
  expect(help).toContain("commands/scrub/arguments.ts");
  const run = ["commands/scrub/scrub.ts", "scrub/run.ts", "csv/", "lists/", "phone/", "evidence/", "node:crypto"];
  expect(among(help, [...run, ...Object.values(LATE).flat()])).toEqual([]);

  const version = await loadedBy(new Workdir(), ["--version"]);
  expect(version).toContain("main.ts");
  expect(among(version, ["commands/dispatch.ts", "text/en/sentences.ts", "commander/"])).toEqual([]);
});
