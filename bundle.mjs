// Run by the build after tsc: makes the program as it is installed, dist/bundle. It has few files, because each costs a run
// 0.3 ms; what only some runs need stays in files of its own. The code is tsc's, so that a test of a module is a test of what
// is installed, but for names that nobody outside sees, which are shortened. Beside it are the declarations of the library's types,
// and one file that leads from each line of the bundle to its line in src.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { rolldown } from "rolldown";
import { rolledUp } from "./declarations.mjs";

const DIST = path.join(import.meta.dirname, "dist");
const PROGRAM = "main.js";
const THREAD = "lists/scan-ahead-task.js";
const SHEET_THREAD = "workbook/write/sheet-task.js";
const VERSION = "commands/version.js";
const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, "package.json"), "utf8"));
/** The arguments need them and the thread, of which neither is to load the other. */
const NEEDED_BY_ALL = ["files/text-source.js", "workbook/limits.js"];

const bundle = await rolldown({
  cwd: import.meta.dirname,
  input: {
    ...{ main: inDist(PROGRAM), index: inDist("library/index.js") },
    ...{ "scan-ahead-task": inDist(THREAD), "sheet-task": inDist(SHEET_THREAD) },
  },
  platform: "node",
  external: ["csv-parse/sync", "libphonenumber-js/metadata.max.json"],
  // The library imports at once what a command imports late.
  checks: { ineffectiveDynamicImport: false },
  plugins: [
    { name: "version", load: (id) => (id === inDist(VERSION) ? `export const VERSION = "${version}";` : null) },
    { name: "commander", load: asModule },
    { name: "maps-of-tsc", load: withMap },
  ],
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
  comments: false,
  minify: { compress: false, mangle: true, codegen: { removeWhitespace: false } },
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

const maps = readdirSync(inDist("bundle")).filter((name) => name.endsWith(".map"));
writeFileSync(
  inDist("bundle/maps.json"),
  JSON.stringify(Object.fromEntries(maps.map((name) => [name.slice(0, -4), linesOf(name)]))),
);
for (const name of maps) rmSync(inDist(`bundle/${name}`));
for (const name of ["commander", "csv-stringify"])
  copyFileSync(path.join(import.meta.dirname, `node_modules/${name}/LICENSE`), inDist(`bundle/${name}.LICENSE`));
rmSync(inDist("types"), { recursive: true, force: true });
mkdirSync(inDist("types"));
writeFileSync(inDist("types/index.d.ts"), rolledUp(inDist("library/index.d.ts")));

/** Returns the path of a file in dist. @param {string} name */
function inDist(name) {
  return path.join(DIST, name);
}

/**
 * A map that tells of each line where it begins, and nothing more: a bug is found by its line, and a map of every name is as large
 * as the program. @param {string} name
 */
function linesOf(name) {
  const { sources, mappings } = JSON.parse(readFileSync(inDist(`bundle/${name}`), "utf8"));
  const map = new SourceMap({ file: "", version: 3, sources, sourcesContent: [], names: [], mappings, sourceRoot: "" });
  let [source, line] = [0, 0];
  const lines = readFileSync(inDist(`bundle/${name.slice(0, -4)}`), "utf8").split("\n");
  const encoded = lines.map((text, at) => {
    const entry = map.findEntry(at, Math.max(0, text.search(/\S/)));
    if (!("originalSource" in entry) || entry.generatedLine !== at) return "";
    const [from, to] = [source, sources.indexOf(entry.originalSource)];
    const moved = entry.originalLine - line;
    [source, line] = [to, entry.originalLine];
    return [0, to - from, moved, 0].map(digitsOf).join("");
  });
  return { version: 3, sources, names: [], mappings: encoded.join(";") };
}

/** A number as source maps write it: in base 64, five bits a digit, the sign in the lowest one. @param {number} value */
function digitsOf(value) {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    text += DIGITS[(rest & 31) | (rest > 31 ? 32 : 0)];
    rest >>>= 5;
  } while (rest > 0);
  return text;
}

/**
 * Returns a file of commander, which is CommonJS, as a module. So it is in the bundle, without the search and the wrapping of
 * another language; and whoever bundles a program that imports svscrub meets nothing that asks for Node's modules as it runs.
 * @param {string} id
 */
function asModule(id) {
  const file = /[\\/]node_modules[\\/]commander[\\/](.+)$/.exec(id)?.[1];
  if (file === undefined) return null;
  if (file === "esm.mjs")
    return ["command", "error", "option"].map((name) => `export * from "./lib/${name}.js";`).join("\n");
  const code = readFileSync(id, "utf8")
    .replace(/^const (\w+) = require\('(node:[^']+)'\)\.\1;$/gm, 'import { $1 } from "$2";')
    .replace(
      /^const (\{[^}]+\}|\w+) = require\('([^']+?)(?:\.js)?'\);$/gm,
      (_, names, from) => `import ${names} from "${from.startsWith(".") ? `${from}.js` : from}";`,
    )
    .replace(/^exports\.(\w+) = \1;/gm, "export { $1 };");
  if (/\brequire\(|\bexports\./.test(code)) throw new Error(`${id}: more of CommonJS than is known`);
  return code;
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
