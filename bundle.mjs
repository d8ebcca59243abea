// Run by the build after tsc: makes the program as it is installed, dist/bundle. It has few files, because each costs a run
// 0.3 ms; what only some runs need stays in files of its own. The code is tsc's, so that a test of a module is a test of what
// is installed; a comment before each module names it. Fewer spaces would not make it faster.
// Beside it are the declarations of the library's types.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { rolldown } from "rolldown";
import { esmExternalRequirePlugin } from "rolldown/plugins";
import { rolledUp } from "./declarations.mjs";

const DIST = path.join(import.meta.dirname, "dist");
const PROGRAM = "main.js";
const THREAD = "lists/scan-ahead-task.js";
const CORE = "libphonenumber-js/core";
/** What reads foreign numbers of it: in one file, because its seventy take a run 25 ms. */
const FOREIGN = "libphonenumber";
const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, "package.json"), "utf8"));
/** The arguments need them and the thread, of which neither is to load the other. */
const NEEDED_BY_ALL = ["files/packaged-text.js", "files/text-source.js", "workbook/faults.js"];

/**
 * Modules with other code in the bundle. Commander asks for two of Node's: it starts no program here, and importing the process
 * opens its streams, which costs a run 3 ms.
 * @type {Record<string, string>}
 */
const REPLACED = {
  [inDist("commands/version.js")]: `export const VERSION = "${version}";`,
  "node:child_process": "",
  "node:process": "module.exports = process;",
  [FOREIGN]: `export { PhoneNumber, parsePhoneNumberFromString } from "${CORE}";`,
};
const replaced = {
  name: "replaced",
  /** @param {string} id */
  resolveId: (id) => (id in REPLACED ? id : null),
  /** @param {string} id */
  load: (id) => REPLACED[id] ?? null,
};

/** Only the names of modules. */
const COMMENTS = { legal: false, annotation: false, jsdoc: false };
/** Shorter names make the package a tenth smaller. */
const MINIFY = { compress: false, mangle: true, codegen: { removeWhitespace: false } };

/** What runs load that are no plain scrub: a file each of what is needed together, before what imports it. */
const TOGETHER = {
  append: /^(?:files\/append|evidence\/(?:run-log|schema)|suppression\/event-ids)\.js$/,
  events: /^(?:time\/(?:dates|written-dates)|suppression\/(?:event-reader|taken-back|timeline))\.js$/,
  calendar: /^commands\/calendar\.js$/,
  notes: /^suppression\/notes\.js$/,
  cells: /^workbook\/values\.js$/,
  workbook: /^workbook\/(?!write\/|faults)|node_modules\/(?:yauzl|pend)\//,
  page: /^(?:evidence\/html|audit\/page)\b/,
  "help-en": /^text\/en\/manual\.js$/,
  "help-es": /^text\/es\/manual\.js$/,
  help: /^commands\/manual\/(?:topic|help-text|page)\.js$/,
  replies: /^replies\//,
  columns: /^headers\/(?:import|contact)-columns\.js$/,
  ledger: /^commands\/registry\/(?:shared|history|void|merge|export)\.js$/,
  record: /^(?:commands\/registry\/(?:add|erase|status)|registry\/reviewed)\.js$/,
  import: /^commands\/registry\/import\.js$/,
  "file-version": /^files\/file-version\.js$/,
  answer: /^(?:commands\/)?registry\/follow\.js$/,
  audit: /^commands\/audit\/audit\.js$/,
  complete: /^commands\/completion\/(?:complete|shells)\.js$/,
  inspect: /^commands\/inspect\/inspect\.js$/,
};

const bundle = await rolldown({
  cwd: import.meta.dirname,
  input: {
    ...{ main: inDist(PROGRAM), index: inDist("library/index.js") },
    "scan-ahead-task": inDist(THREAD),
  },
  platform: "node",
  external: /^libphonenumber-js/,
  // The library imports at once what a command imports late.
  checks: { ineffectiveDynamicImport: false },
  plugins: [
    replaced,
    { name: "texts", transform: { filter: { code: "packagedText(" }, handler: withTexts } },
    {
      name: "foreign numbers",
      transform: {
        filter: { code: `require("${CORE}")` },
        handler: (code) => code.replace(CORE, `./${FOREIGN}.cjs`),
      },
    },
    // commander and yauzl are CommonJS: an esbuild bundle in modules has no `require` for what they ask of Node.
    esmExternalRequirePlugin({
      external: builtinModules.flatMap((name) => [name, `node:${name}`]).filter((id) => !(id in REPLACED)),
    }),
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
  comments: COMMENTS,
  minify: MINIFY,
  // What a plain scrub loads. A group also has what its modules import, unless a group above has it.
  codeSplitting: {
    groups: [
      group("begin", (module) => module.importers.includes(PROGRAM) || NEEDED_BY_ALL.includes(module.name)),
      group("arguments", ({ name }) =>
        /^(?:commands\/(?:dispatch|scrub\/arguments)|text\/en\/sentences)\.js$/.test(name),
      ),
      group("lists", ({ importers, isLate }) => importers.includes(THREAD) && !isLate),
      group("scrub", ({ name }) => name === "commands/scrub/scrub.js"),
      ...Object.entries(TOGETHER).map(([name, names]) => group(name, (module) => names.test(module.name))),
    ].map((each, i, { length }) => ({ ...each, priority: length - i })),
  },
});
await bundle.close();

const core = await rolldown({ cwd: import.meta.dirname, input: FOREIGN, plugins: [replaced] });
await core.write({ file: inDist(`bundle/${FOREIGN}.cjs`), format: "cjs", comments: COMMENTS, minify: MINIFY });
await core.close();

for (const name of ["commander", "csv-stringify", "libphonenumber-js", "yauzl", "pend"])
  copyFileSync(path.join(import.meta.dirname, `node_modules/${name}/LICENSE`), inDist(`bundle/${name}.LICENSE`));
rmSync(inDist("types"), { recursive: true, force: true });
mkdirSync(inDist("types"));
writeFileSync(inDist("types/index.d.ts"), rolledUp(inDist("library/index.d.ts")));

/** Returns the path of a file in dist. @param {string} name */
function inDist(name) {
  return path.join(DIST, name);
}

/**
 * Puts the texts of the package into a module that asks for them: whoever bundles a program that imports svscrub has no file
 * beside it.
 * @param {string} code
 */
function withTexts(code) {
  const textOf = (/** @type {string} */ name) => readFileSync(path.join(import.meta.dirname, "src", name), "utf8");
  return code.replace(/\bpackagedText\("([^"]+)"\)/g, (_, name) => JSON.stringify(textOf(name)));
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
