// The folders and the one-way import table of src/README.md, held to: reads the sources, runs nothing.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { REPOSITORY } from "./support/workdir.js";

const TOP_LEVEL_FOLDERS = ["bin", "src", "test", "fixtures"];
const NOT_OURS = ["node_modules", "dist", "coverage"];
const MAX_LINES = 400;
/** The most lines of a room, with those of tables that are texts. Raise a limit in the commit that needs it; its message says why. */
const MOST_LINES_OF_ROOM: Record<string, number> = {
  phone: 1186,
  lexicon: 2593,
  headers: 821,
  lists: 3168,
  suppression: 3988,
  csv: 870,
  scrub: 1595,
  kernel: 2786,
  files: 2361,
  workbook: 1576,
  replies: 498,
  registry: 3198,
  audit: 700,
  evidence: 993,
  time: 474,
  library: 609,
  inspection: 169,
  commands: 5347,
  text: 4900,
};

/** Where the version is. */
const PACKAGE = "../../package.json";
const EVERYBODY_MAY = ["text", "errors.ts"];
/** Who may import what: its own folder and EVERYBODY_MAY always, and beyond them only these. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "main.ts": ["commands", "files"],
  library: ["commands", "registry", "scrub", "suppression", "phone", "files"],
  commands: [
    "evidence",
    "audit",
    "inspection",
    "registry",
    "replies",
    "scrub",
    "suppression",
    "lists",
    "headers",
    "time",
    "csv",
    "phone",
    "workbook",
    "files",
  ],
  evidence: ["scrub", "suppression", "lists", "phone", "files"],
  audit: ["evidence", "scrub", "suppression", "lists", "headers", "time", "csv", "phone", "files"],
  registry: ["replies", "suppression", "lists", "lexicon", "headers", "time", "csv", "phone", "files"],
  inspection: ["scrub", "suppression", "lists", "phone"],
  scrub: ["suppression", "lists", "kernel", "time", "csv", "phone", "files"],
  suppression: ["lists", "lexicon", "kernel", "headers", "time", "csv", "phone", "files"],
  lists: ["kernel", "lexicon", "headers", "csv", "phone", "workbook", "files"],
  workbook: ["csv", "files"],
  kernel: ["csv", "phone"],
  csv: [],
  phone: [],
  time: ["phone"],
  replies: ["lexicon", "headers", "phone"],
  headers: ["phone"],
  lexicon: ["headers", "files"],
  files: [],
  "errors.ts": [],
  text: [],
};

/** Whose unions they may take by type alone: sentences speak of everything, the words of a cell name what it means. */
const MAY_IMPORT_TYPES: Record<string, readonly string[]> = {
  text: ["evidence", "registry", "scrub", "suppression", "lists", "phone", "headers", "workbook", "files"],
  headers: ["suppression"],
};

/** The numbering plan and the rules touch no file, stream, clock or process. */
const PURE = ["phone/", "scrub/rules.ts"];
const OPENS_FILES = ["files/"];
const PRINTS = ["commands/", "main.ts"];
/** AssemblyScript looks like TypeScript, and has imports, types and a compiler of its own. */
const ANOTHER_LANGUAGE = "kernel/assembly";
/** No part of the program: one prints the table of numbers, and asks the library for them; one writes the man pages. */
const TOOLS = ["phone/generate-plan.ts", "commands/manual/write.ts"];
/** The reader of other countries' numbers, and what hands it the library where a program has it from its start. */
const FOREIGN = ["phone/foreign.ts", "library/index.ts"];

const SOURCES = readSources();
const PURE_SOURCES = SOURCES.filter(({ file }) => isOneOf(file, PURE) && !isOneOf(file, TOOLS));

describe("the folders", () => {
  test(`are ${TOP_LEVEL_FOLDERS.join(", ")} and no other`, () => {
    const folders = readdirSync(REPOSITORY, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NOT_OURS.includes(entry.name))
      .map((entry) => entry.name);
    expect(folders.filter((name) => !TOP_LEVEL_FOLDERS.includes(name))).toEqual([]);
  });

  test("of src all stand in the import table", () => {
    const stages = new Set(SOURCES.map(({ stage }) => stage));
    expect([...stages].filter((stage) => !(stage in MAY_IMPORT))).toEqual([]);
  });
});

describe("imports", () => {
  test("are found in every shape that a file may use", () => {
    const text = [
      'import "./a.js";',
      'import type { B } from "./b.js";',
      'export * from "./c.js";',
      'await import("./d.js");',
      'createRequire(import.meta.url)("e");',
      'require("f");',
      'const x = 1; // import "g" from nowhere',
      'const load = createRequire(import.meta.url);\nload("h");',
      'import {\n  type I,\n  j,\n} from "./i.js";',
    ].join("\n");
    expect(importsIn(withoutComments(text)).sort()).toEqual("./a.js ./b.js ./c.js ./d.js ./i.js e f h".split(" "));
  });

  test("point one way", () => {
    const wrong = SOURCES.flatMap(({ file, stage, imports, types }) =>
      imports
        .filter((name) => name.startsWith(".") && name !== PACKAGE)
        .filter((name) => {
          const target = stageOf(posix.join(posix.dirname(file), name));
          const allowed = [...EVERYBODY_MAY, ...(MAY_IMPORT[stage] ?? [])];
          if (types.includes(name)) allowed.push(...(MAY_IMPORT_TYPES[stage] ?? []));
          return target !== stage && !allowed.includes(target);
        })
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test("lead no file back to itself, by types neither", () => {
    const importsOf = new Map(
      SOURCES.map(({ file, imports }) => [
        file,
        imports
          .filter((name) => name.startsWith(".") && name !== PACKAGE)
          .map((name) => posix.join(posix.dirname(file), name).replace(/\.js$/, ".ts")),
      ]),
    );
    const reached = (from: string): Set<string> => {
      const found = new Set<string>();
      const left = [from];
      for (let file = left.pop(); file !== undefined; file = left.pop())
        for (const next of importsOf.get(file) ?? [])
          if (!found.has(next)) {
            found.add(next);
            left.push(next);
          }
      return found;
    };
    expect([...importsOf.keys()].filter((file) => reached(file).has(file))).toEqual([]);
  });

  test("stand in the table only while somebody needs them", () => {
    const used = new Set(
      SOURCES.flatMap(({ file, stage, imports }) =>
        imports.map((name) => `${stage} → ${stageOf(posix.join(posix.dirname(file), name))}`),
      ),
    );
    const allowed = [MAY_IMPORT, MAY_IMPORT_TYPES].flatMap((table) =>
      Object.entries(table).flatMap(([stage, others]) => others.map((other) => `${stage} → ${other}`)),
    );
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  test("of Node are absent from the numbering plan and the rules", () => {
    const ofNode = (name: string) => name.startsWith("node:");
    // It loads the library's metadata when it first needs them.
    expect(offenders(PURE_SOURCES, ofNode)).toEqual([`${FOREIGN[0]} imports node:module`]);
  });

  test("of Node always say node:", () => {
    expect(offenders(SOURCES, (name) => builtinModules.includes(name))).toEqual([]);
  });

  test("of node:fs are in files only", () => {
    expect(offenders(outside([...OPENS_FILES, ...TOOLS]), (name) => /^node:fs(\/|$)/.test(name))).toEqual([]);
  });

  test("of libphonenumber-js are in the reader of other countries' numbers alone", () => {
    const library = (name: string) => /^libphonenumber-js(\/|$)/.test(name);
    expect(offenders(outside([...FOREIGN, ...TOOLS]), library)).toEqual([]);
  });
});

describe("the map and the recipes", () => {
  test.each(["src/README.md", "CONTRIBUTING.md"])("name only what is there: %s", (document) => {
    const text = readFileSync(join(REPOSITORY, document), "utf8");
    const paths = [...text.matchAll(/`((?:src|test|fixtures)\/[\w./-]+)`/g)].map(([, path]) => path!);
    const sources = document.startsWith("src/") ? [...text.matchAll(/`([\w/-]+\.ts)`/g)].map(([, name]) => name!) : [];
    expect(paths.length + sources.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
    const isSource = (name: string) => SOURCES.some(({ file }) => file === name || file.endsWith(`/${name}`));
    expect(sources.filter((name) => !name.startsWith("test/") && !isSource(name))).toEqual([]);
  });

  test("name every room", () => {
    const map = readFileSync(join(REPOSITORY, "src/README.md"), "utf8");
    const rooms = Object.keys(MAY_IMPORT).map((room) => (room.endsWith(".ts") ? room : `${room}/`));
    expect(rooms.filter((room) => !map.includes(`- \`${room}\`: `))).toEqual([]);
  });
});

describe("the sources", () => {
  test("print in commands and main only", () => {
    const printing = /\bconsole\.|\bprocess\.(stdout|stderr)\b/;
    const wrong = outside([...PRINTS, ...TOOLS]).filter(({ code }) => printing.test(code));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test("read no clock and no process in the numbering plan and the rules", () => {
    const clockOrProcess = /\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bperformance\./;
    const wrong = PURE_SOURCES.filter(({ code }) => clockOrProcess.test(code));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test(`are at most ${MAX_LINES} lines long, but for generated tables`, () => {
    const long = SOURCES.filter(({ lines, isGenerated }) => lines > MAX_LINES && !isGenerated);
    expect(long.map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([]);
  });
});

describe("the rooms", () => {
  const lines = linesOfRooms();

  test("are those that have a limit of lines", () => {
    const folders = [...lines.keys()].filter((room) => !room.endsWith(".ts"));
    expect(folders.sort()).toEqual(Object.keys(MOST_LINES_OF_ROOM).sort());
  });

  test.each(Object.entries(MOST_LINES_OF_ROOM))("hold their limit: %s has at most %i lines", (room, most) => {
    expect(lines.get(room)).toBeLessThanOrEqual(most);
  });
});

/** The lines of every room, of any language; generated tables are none. */
function linesOfRooms(): Map<string, number> {
  const rooms = new Map<string, number>();
  const src = join(REPOSITORY, "src");
  for (const file of readdirSync(src, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:ts|txt)$/.test(file) || file.includes("node_modules") || file.startsWith("time/holidays")) continue;
    const text = readFileSync(join(src, file), "utf8");
    if (text.startsWith("// Generated ")) continue;
    const room = stageOf(file);
    rooms.set(room, (rooms.get(room) ?? 0) + text.trimEnd().split("\n").length);
  }
  return rooms;
}

interface Source {
  /** Relative to src/. */
  file: string;
  stage: string;
  imports: string[];
  /** Those of the imports that are of types alone. */
  types: string[];
  isGenerated: boolean;
  /** The text without its comments. */
  code: string;
  lines: number;
}

function readSources(): Source[] {
  const src = join(REPOSITORY, "src");
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.parentPath.includes(ANOTHER_LANGUAGE))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = relative(src, path);
      const text = readFileSync(path, "utf8");
      const code = withoutComments(text);
      const lines = text.trimEnd().split("\n").length;
      const isGenerated = text.startsWith("// Generated ");
      return {
        file,
        stage: stageOf(file),
        imports: importsIn(code),
        types: typeImportsIn(code),
        isGenerated,
        code,
        lines,
      };
    });
}

/** `csv/scanner.js` → `csv`; `errors.js` → `errors.ts`. */
function stageOf(file: string): string {
  const [first = "", ...rest] = file.split("/");
  return rest.length > 0 ? first : first.replace(/\.js$/, ".ts");
}

function importsIn(code: string): string[] {
  const requires = [...code.matchAll(/\b(\w+)\s*=\s*createRequire\(/g)].map(([, name]) => name);
  const called = ["import", "require", "createRequire\\([^)]*\\)", ...requires].join("|");
  const shapes = [/\bfrom\s*"([^"]+)"/g, /\bimport\s*"([^"]+)"/g, new RegExp(`\\b(?:${called})\\(\\s*"([^"]+)"`, "g")];
  return shapes.flatMap((shape) => [...code.matchAll(shape)].map(([, name]) => name ?? ""));
}

function typeImportsIn(code: string): string[] {
  return [...code.matchAll(/\bimport type\b[^;]*?\bfrom\s*"([^"]+)"/g)].map(([, name]) => name ?? "");
}

/** A comment begins at a line's start or after a space, so that `https://` in a string is none. */
function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\*[\s\S]*?\*\//g, "$1").replace(/(^|\s)\/\/.*$/gm, "$1");
}

function offenders(sources: readonly Source[], matches: (name: string) => boolean): string[] {
  return sources.flatMap(({ file, imports }) => imports.filter(matches).map((name) => `${file} imports ${name}`));
}

function outside(places: readonly string[]): Source[] {
  return SOURCES.filter(({ file }) => !isOneOf(file, places));
}

/** A place that ends in `/` is a folder. */
function isOneOf(file: string, places: readonly string[]): boolean {
  return places.some((place) => file === place || (place.endsWith("/") && file.startsWith(place)));
}
