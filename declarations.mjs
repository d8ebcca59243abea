// Run by the build: of the declarations that tsc writes, module by module, those that the library's own need, in one file.
// They are of tsc's regular form: each begins at the start of a line, behind its comment.

import { readFileSync } from "node:fs";
import path from "node:path";

const BEGINS = /^(?:export |declare |import |type |interface |const |class |function )/;
const IMPORTED = /^import (?:type )?\{([^}]*)\} from "(\.[^"]+)\.js";/;
const RE_EXPORTED = /^export (?:type )?\{([^}]*)\} from "(\.[^"]+)\.js";/;
const NAMED = /^(?:export )?(?:declare )?(?:abstract )?(?:const|class|function|type|interface) (\w+)/;
const ADDED = /^declare module "(\.[^"]+)\.js" \{\n([\s\S]*)\n\}$/;
const INLINE = /import\("(\.[^"]+)\.js"\)\.(\w+)/g;

/** Declarations of a file, by name, of which several may be of one; and whence it has its other names. @typedef {{ own: Map<string, string[]>, from: Map<string, { file: string, name: string }> }} Module */

/** All declarations that those exported by a file need, in one text. @param {string} entry */
export function rolledUp(entry) {
  /** @type {Map<string, Module>} */
  const modules = new Map();
  read(entry, modules);
  /** @type {Map<string, string>} the name in the roll by `file name` */
  const names = new Map();
  /** @type {string[]} */
  const taken = [];

  const entryNames = [...(modules.get(entry)?.from.keys() ?? []), ...(modules.get(entry)?.own.keys() ?? [])];

  /** Takes in a declaration with all that it needs, and returns what it is called. @param {string} file @param {string} name @returns {string | undefined} */
  const take = (file, name) => {
    const found = modules.get(file);
    const from = found?.from.get(name);
    if (from !== undefined) return take(from.file, from.name);
    const said = found?.own.get(name);
    if (said === undefined) return undefined;
    const key = `${file} ${name}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const isTaken = [...names.values()].includes(name);
    const called = isTaken
      ? `${name}Of${path.basename(file, ".d.ts").replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`
      : name;
    names.set(key, called);
    for (const text of said)
      taken.push(withNames(entryNames.includes(name) ? text : withoutParameters(text), file, name, called));
    return called;
  };

  /** @param {string} text @param {string} file where its names are known @param {string} name @param {string} called */
  const withNames = (text, file, name, called) =>
    text.replace(/\/\*[\s\S]*?\*\/|"[^"\n]*"|(\.?)\b([A-Za-z_$][\w$]*)\b(?!\s*\??:(?!:))/g, (word, dot, used) => {
      if (used === undefined || dot !== "") return word;
      if (used === name) return called;
      return take(file, used) ?? word;
    });

  const exported = entryNames.map((name) => [take(entry, name), name]);
  const list = exported.map(([called, name]) => (called === name ? name : `${called} as ${name}`)).sort();
  return `${taken.join("\n")}\nexport { ${list.join(", ")} };\n`;
}

/** Of a function that only gives its type to what it returns nobody needs what it takes. @param {string} text */
function withoutParameters(text) {
  const begins = /^declare function \w+\(/m.exec(text);
  if (begins === null) return text;
  const from = begins.index + begins[0].length;
  let depth = 1;
  let to = from;
  for (; depth > 0; to++) depth += "([{".includes(text[to] ?? "") ? 1 : ")]}".includes(text[to] ?? "") ? -1 : 0;
  return `${text.slice(0, from)}${text.slice(to - 1)}`;
}

/** @param {string} file @param {Map<string, Module>} modules */
function read(file, modules) {
  if (modules.has(file)) return;
  /** @type {Module} */
  const found = { own: new Map(), from: new Map() };
  modules.set(file, found);
  const resolve = (/** @type {string} */ to) => path.join(path.dirname(file), `${to}.d.ts`);
  for (const raw of declarationsIn(readFileSync(file, "utf8"))) {
    const inline = [...raw.matchAll(INLINE)];
    for (const [, to = "", name = ""] of inline) found.from.set(name, { file: resolve(to), name });
    const text = raw.replace(INLINE, "$2");
    const code = text.replace(/^\/\*[\s\S]*?\*\/\n/, "");
    const [, imported, to = ""] = IMPORTED.exec(code) ?? RE_EXPORTED.exec(code) ?? [];
    const [, augmented = "", added] = ADDED.exec(code) ?? [];
    if (imported !== undefined)
      for (const [name, as] of specifiersIn(imported)) found.from.set(as, { file: resolve(to), name });
    else if (added !== undefined) {
      read(resolve(augmented), modules);
      augment(modules, file, resolve(augmented), added);
    } else {
      const name = NAMED.exec(code)?.[1];
      if (name === undefined) continue;
      const bare = text.replace(/^export /m, "").replace(/^(?=(?:abstract )?(?:const|class|function) )/m, "declare ");
      found.own.set(name, [...(found.own.get(name) ?? []), bare]);
    }
  }
  for (const { file: next } of found.from.values()) read(next, modules);
}

/** Interfaces that a file adds to those of another: there they are said again, and its names are known there, too. @param {Map<string, Module>} modules @param {string} from @param {string} to @param {string} added */
function augment(modules, from, to, added) {
  const target = modules.get(to);
  for (const [text] of added.matchAll(/^ {4}interface [\s\S]*?\}$/gm)) {
    const name = /interface (\w+)/.exec(text)?.[1] ?? "";
    target?.own.set(name, [...(target.own.get(name) ?? []), text.trimStart()]);
    for (const [used] of text.matchAll(/[A-Z]\w+/g))
      if (used !== name) target?.from.set(used, { file: from, name: used });
  }
}

/** @param {string} names */
function specifiersIn(names) {
  return names
    .split(",")
    .map((one) =>
      one
        .trim()
        .replace(/^type /, "")
        .split(" as "),
    )
    .filter(([name]) => name !== "")
    .map(([name = "", as = name]) => /** @type {const} */ ([name, as]));
}

/** @param {string} text */
function declarationsIn(text) {
  /** @type {string[][]} */
  const found = [];
  let isInComment = false;
  let isComplete = true;
  for (const line of text.split("\n")) {
    if (!isInComment && (line.startsWith("/**") || BEGINS.test(line)) && isComplete) {
      found.push([]);
      isComplete = false;
    }
    if (line.startsWith("/**")) isInComment = true;
    else if (!isInComment) isComplete = isComplete || BEGINS.test(line);
    found.at(-1)?.push(line);
    if (line.includes("*/") && /^\/\*\*| \*\//.test(line)) isInComment = false;
  }
  return found.map((lines) => lines.join("\n").trimEnd());
}
