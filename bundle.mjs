// Run by the build after tsc: makes the program as it is installed, dist/bundle. It has few files, because each costs a run
// 0.3 ms; what only some runs need stays in files of its own. The code is tsc's, so that a test of a module is a test of what
// is installed. The types that the library needs are copied into dist/types.

import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";

const DIST = path.join(import.meta.dirname, "dist");
const PROGRAM = "main.js";
const THREAD = "lists/scan-ahead-task.js";
/** The arguments need them and the thread, of which neither is to load the other. */
const NEEDED_BY_ALL = ["files/text-source.js", "workbook/limits.js"];

const bundle = await rolldown({
  cwd: import.meta.dirname,
  input: { main: inDist(PROGRAM), "scan-ahead-task": inDist(THREAD), index: inDist("library/index.js") },
  platform: "node",
  external: ["commander", "csv-parse", "csv-stringify"],
  // The library imports at once what a command imports late.
  checks: { ineffectiveDynamicImport: false },
  plugins: [{ name: "maps-of-tsc", load: withMap }],
  onLog: (level, { message }) => {
    if (level === "warn") throw new Error(message);
  },
});
await bundle.write({
  // As deep as the folders beside it, so that a module finds the package's other files by the same relative path.
  dir: path.join(DIST, "bundle"),
  cleanDir: true,
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  comments: { jsdoc: false },
  sourcemap: true,
  sourcemapExcludeSources: true,
  // What a plain scrub loads. A group also has what its modules import, unless a group above has it.
  codeSplitting: {
    groups: [
      group("begin", (module) => module.importers.includes(PROGRAM) || NEEDED_BY_ALL.includes(module.name)),
      group("arguments", ({ name }) =>
        /^(?:commands\/(?:dispatch|scrub\/arguments)|text\/en\/sentences)\.js$/.test(name),
      ),
      group("lists", ({ importers, isLate }) => importers.includes(THREAD) && !isLate),
      group("scrub", ({ name }) => name === "commands/scrub/scrub.js"),
    ].map((each, i, { length }) => ({ ...each, priority: length - i })),
  },
});
await bundle.close();

rmSync(inDist("types"), { recursive: true, force: true });
for (const file of typesFrom("library/index.d.ts")) cpSync(inDist(file), inDist(`types/${file}`));

/** Returns the path of a file in dist. @param {string} name */
function inDist(name) {
  return path.join(DIST, name);
}

/** Returns a file of types with all that it imports. @param {string} file */
function typesFrom(file, found = new Set([file])) {
  for (const [, imported = ""] of readFileSync(inDist(file), "utf8").matchAll(/"(\.\.?\/[\w./-]+)\.js"/g)) {
    const next = path.join(path.dirname(file), `${imported}.d.ts`);
    if (!found.has(next)) typesFrom(next, found.add(next));
  }
  return found;
}

/** Returns a module with tsc's map, which leads from its lines to those of src. @param {string} id */
function withMap(id) {
  const map = `${id}.map`;
  return existsSync(map) ? { code: readFileSync(id, "utf8"), map: readFileSync(map, "utf8") } : null;
}

/**
 * Returns the group of the modules that are so. `importers` import it statically; `isLate`: some run imports it only when it needs it.
 * @param {string} name
 * @param {(module: { name: string, importers: string[], isLate: boolean }) => boolean} isSo
 */
function group(name, isSo) {
  const nameIn = (/** @type {string} */ id) => path.relative(DIST, id).replaceAll(path.sep, "/");
  /** @param {string} id @param {import("rolldown").ChunkingContext} graph */
  const nameOf = (id, graph) => {
    const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(id) ?? {};
    const module = { name: nameIn(id), importers: importers.map(nameIn), isLate: dynamicImporters.length > 0 };
    return isSo(module) ? name : null;
  };
  return { name: nameOf, debugName: name };
}
