// Run by the build behind tsc: makes the program as it is installed, of few files, because each costs every run that loads
// it 0.3 ms. What only some runs need stays in files of its own. tsc's modules are put together as they are, so that a test
// of them is a test of what is installed. Of their types go along those that the library's own types need.

import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";

const DIST = path.join(import.meta.dirname, "dist");
const PROGRAM = "main.js";
const THREAD = "lists/scan-ahead-task.js";
const NEEDED_BY_ALL = ["files/text-source.js", "workbook/limits.js"];

const bundle = await rolldown({
  cwd: import.meta.dirname,
  input: { main: inDist(PROGRAM), "scan-ahead-task": inDist(THREAD), index: inDist("library/index.js") },
  platform: "node",
  external: ["commander", "csv-parse", "csv-stringify"],
  // The library needs at once what a command loads late.
  checks: { ineffectiveDynamicImport: false },
  plugins: [{ name: "maps-of-tsc", load: withMap }],
  onLog: (level, { message }) => {
    if (level === "warn") throw new Error(message);
  },
});
await bundle.write({
  // As deep as the folders beside it: what a module finds in the package by its own place is found from here by the same path.
  dir: path.join(DIST, "bundle"),
  cleanDir: true,
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  comments: { jsdoc: false },
  sourcemap: true,
  sourcemapExcludeSources: true,
  // What a plain scrub loads. A group has what its modules import, too, unless a group above has it.
  codeSplitting: {
    groups: [
      group("begin", (module) => module.importers.includes(PROGRAM) || NEEDED_BY_ALL.includes(module.name)),
      group("arguments", ({ name }) => /^(?:commands\/(?:dispatch|scrub-arguments)|text\/en)\.js$/.test(name)),
      group("lists", ({ importers, isLate }) => importers.includes(THREAD) && !isLate),
      group("scrub", ({ name }) => name === "commands/scrub.js"),
    ].map((each, i, { length }) => ({ ...each, priority: length - i })),
  },
});
await bundle.close();

rmSync(inDist("types"), { recursive: true, force: true });
for (const file of typesFrom("library/index.d.ts")) cpSync(inDist(file), inDist(`types/${file}`));

/** @param {string} name */
function inDist(name) {
  return path.join(DIST, name);
}

/** What a file of types imports, with what that imports. @param {string} file */
function typesFrom(file, found = new Set([file])) {
  for (const [, imported = ""] of readFileSync(inDist(file), "utf8").matchAll(/"(\.\.?\/[\w./-]+)\.js"/g)) {
    const next = path.join(path.dirname(file), `${imported}.d.ts`);
    if (!found.has(next)) typesFrom(next, found.add(next));
  }
  return found;
}

/** A module with the map that leads from its lines to those of src. @param {string} id */
function withMap(id) {
  const map = `${id}.map`;
  return existsSync(map) ? { code: readFileSync(id, "utf8"), map: readFileSync(map, "utf8") } : null;
}

/**
 * The group of the modules that are so. A late one is loaded by some run only when that run needs it.
 * @param {string} name
 * @param {(module: { name: string, importers: string[], isLate: boolean }) => boolean} isSo
 */
function group(name, isSo) {
  const nameIn = (/** @type {string} */ id) => path.relative(DIST, id);
  /** @param {string} id @param {import("rolldown").ChunkingContext} graph */
  const nameOf = (id, graph) => {
    const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(id) ?? {};
    const module = { name: nameIn(id), importers: importers.map(nameIn), isLate: dynamicImporters.length > 0 };
    return isSo(module) ? name : null;
  };
  return { name: nameOf, debugName: name };
}
