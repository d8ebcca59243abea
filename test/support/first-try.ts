// Sets of ordinary files and the command that somebody types first. fixtures/first-try/ tells them, with the truth beside each
// person: this reads the sets, writes their files, runs their commands, and judges what came out.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import zlib from "node:zlib";
import { linesOf } from "../workbook/support.js";
import { drawing } from "./random.js";
import { type BookCell, bookParts, escapeXml, zipOf } from "./workbooks.js";
import { REPOSITORY, Workdir } from "./workdir.js";

export interface FileSet {
  name: string;
  commands: Command[];
  /** Words of warnings that are right here; any other is useless. */
  warnings: string[];
  sections: Section[];
}

interface Command {
  args: string[];
  stdin: string | undefined;
  code: number;
}

/** A file, or a sheet of a workbook. */
interface Section {
  path: string;
  options: ReadonlyMap<string, string>;
  lines: Line[];
}

interface Line {
  /** A person who is clean (+) or not (-), an entry of a suppression list that is repeated (*), or anything else. */
  mark: string;
  isStruck: boolean;
  text: string;
}

export interface Verdict {
  /** The exit codes are right, and exactly the right people are clean. */
  works: boolean;
  leaks: boolean;
  uselessWarnings: string[];
  /** For a person: what is wrong. */
  found: string;
}

/** All sets, in the order of their files. */
export function readSets(): FileSet[] {
  const folder = join(REPOSITORY, "fixtures/first-try");
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return files.sort().flatMap((name) => parseSets(readFileSync(join(folder, name), "utf8")));
}

function parseSets(text: string): FileSet[] {
  const sets: FileSet[] = [];
  for (const line of text.split("\n")) {
    const [mark, rest] = [line[0] ?? " ", line.slice(2)];
    const set = sets.at(-1)!;
    if (mark === "#") sets.push({ name: rest, commands: [], warnings: [], sections: [] });
    else if (mark === "$") set.commands.push(parseCommand(rest));
    else if (mark === ">") set.commands.at(-1)!.code = Number(rest);
    else if (mark === "!") set.warnings.push(rest);
    else if (mark === "@") set.sections.push(parseSection(rest));
    else set.sections.at(-1)!.lines.push({ mark, isStruck: line[1] === "~", text: rest });
  }
  for (const { lines } of sets.flatMap(({ sections }) => sections)) while (lines.at(-1)?.text === "") lines.pop();
  return sets;
}

function parseCommand(typed: string): Command {
  const words = [...typed.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c!);
  const end = words.includes("<") ? words.indexOf("<") : words.length;
  return { args: words.slice(1, end), stdin: words[end + 1], code: 0 };
}

function parseSection(head: string): Section {
  const [, path, options = ""] = /^(.*?)(?: \(([^()]*)\))?$/.exec(head)!;
  const pairs = options.split(" ").map((option) => [option.split("=")[0]!, option.split("=")[1] ?? ""] as const);
  return { path: path!, options: new Map(pairs), lines: [] };
}

/** Writes the files of a set, runs its commands, and judges them. */
export async function tryOut(set: FileSet): Promise<Verdict> {
  const dir = new Workdir();
  const numbers = new Numbers();
  const sections = set.sections.map((section) => ({ ...section, lines: repeated(section, numbers) }));
  for (const path of new Set(sections.map((section) => section.path)))
    dir.write(path, bytesOf(sections.filter((section) => section.path === path)));

  const codes: (number | null)[] = [];
  const said: string[] = [];
  let clean: string[] = [];
  for (const { args, stdin } of set.commands) {
    const run = await dir.run(args, stdin === undefined ? {} : { stdin: dir.read(stdin) });
    codes.push(run.code);
    said.push(...run.stderr.split("\n"));
    const output = args[args.indexOf("-o") + 1]!;
    if (!args.includes("-o")) clean = textLines(run.stdout);
    else clean = dir.exists(output) ? await cleanLines(dir.read(output)) : [];
  }

  const people = sections.flatMap(({ lines }) => lines.filter(({ mark }) => mark === "+" || mark === "-"));
  const known = new Set(people.map(({ text }) => keyOf(text)));
  if (known.size !== people.length) throw new Error(`two people with the same first cell: ${set.name}`);
  const expected = people.filter(({ mark }) => mark === "+").map(({ text }) => keyOf(text));
  const actual = clean.map(keyOf).filter((key) => known.has(key));
  const expectedCodes = set.commands.map(({ code }) => code);
  const leaked = actual.filter((key) => !expected.includes(key));
  const lost = expected.filter((key) => !actual.includes(key));
  const warnings = said.filter((line) => line.startsWith("warning:"));
  const uselessWarnings = warnings.filter((line) => !set.warnings.some((words) => line.includes(words)));
  const works = `${codes}` === `${expectedCodes}` && `${actual}` === `${expected}`;
  const found = [
    set.name,
    `exit ${codes}, expected ${expectedCodes}`,
    `lost: ${some(lost)}; leaked: ${some(leaked)}`,
    ...(works ? uselessWarnings : said.filter((line) => line !== "")),
  ].join("\n    ");
  return { works, leaks: leaked.length > 0, uselessWarnings, found };
}

function some(keys: readonly string[]): string {
  return `${keys.slice(0, 5).join(" ")}${keys.length > 5 ? ` … (${keys.length})` : ""}`;
}

/** The first cell tells who a record is of. A number there, its digits. */
function keyOf(record: string): string {
  const cell = /^"[^"]*"|^[^,;\t|]*/.exec(record)![0].replaceAll('"', "");
  const digits = cell.replaceAll(/[+\s()-]/g, "");
  return /^(?:503)?\d{8}$/.test(digits) ? digits.slice(-8) : cell;
}

async function cleanLines(bytes: Buffer): Promise<string[]> {
  return bytes.toString("latin1", 0, 2) === "PK" ? await linesOf(bytes) : textLines(bytes);
}

function textLines(bytes: Buffer): string[] {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? "utf16le" : "utf8").split(/\r?\n/);
}

/** The lines of a section with its places filled; `times=N`: its marked lines in turn, until they are N. */
function repeated({ lines, options }: Section, numbers: Numbers): Line[] {
  const fill = (line: Line, n: number): Line => ({ ...line, text: numbers.fill(line, n) });
  const times = options.get("times");
  if (times === undefined) return lines;
  const templates = lines.filter(({ mark }) => mark !== " ");
  const records = Array.from({ length: Number(times) }, (_, i) => fill(templates[i % templates.length]!, i + 1));
  return [...lines.filter(({ mark }) => mark === " "), ...records];
}

const FIRST_NAMES = ["Ana", "Luis", "Rosa", "José", "Marta", "Karla", "Raúl", "Inés", "Óscar", "Sofía", "Iván"];
const LAST_NAMES = ["Peña", "Rivas", "Mejía", "Zelaya", "Portillo", "López", "Güell", "Ibáñez", "Núñez", "Argueta"];
const SPELLINGS: readonly ((a: string, b: string) => string)[] = [
  (a, b) => a + b,
  (a, b) => `${a}-${b}`,
  (a, b) => `${a} ${b}`,
  (a, b) => `503${a}${b}`,
  (a, b) => `+503${a}${b}`,
  (a, b) => `+503 ${a} ${b}`,
  (a, b) => `(503) ${a}-${b}`,
];

/** Made-up numbers of a set, each once: free ones, and those that its suppression lists have from their beginning. */
class Numbers {
  readonly #draw = drawing(1);
  #free = 0;
  #listed = 0;
  #again = 0;

  fill({ mark, text }: Line, n: number): string {
    // A suppression list begins with the first of the listed numbers, whatever the phone list has had.
    const listed = () => listedNumber(mark === "*" ? n - 1 : this.#listed++);
    const places: Record<string, () => string> = {
      n: () => String(n),
      name: () => `${this.#of(FIRST_NAMES)} ${this.#of(LAST_NAMES)}`,
      day: () => `2026-0${1 + this.#draw(9)}-${10 + this.#draw(18)}`,
      free: () => this.#spell(freeNumber(this.#free++)),
      free8: () => freeNumber(this.#free++),
      again: () => this.#spell(freeNumber(this.#again++)),
      fixed: () => this.#spell(`22${freeNumber(this.#free++).slice(2)}`),
      listed: () => this.#spell(listed()),
      listed8: listed,
      sha256: () => createHash("sha256").update(`+503${listed()}`).digest("hex"),
    };
    return text.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place]!());
  }

  #of<T>(choices: readonly T[]): T {
    return choices[this.#draw(choices.length)]!;
  }

  #spell(number: string): string {
    return this.#of(SPELLINGS)(number.slice(0, 4), number.slice(4));
  }
}

const freeNumber = (i: number) => `71${String((i * 7919 + 104_729) % 999_983).padStart(6, "0")}`;
const listedNumber = (i: number) => `62${String((i * 6101 + 224_737) % 999_983).padStart(6, "0")}`;

function bytesOf(sections: readonly Section[]): Buffer {
  const [{ path, options, lines }] = sections as [Section];
  if (path.endsWith(".xlsx")) return workbookOf(sections);
  const end = options.has("crlf") ? "\r\n" : "\n";
  const cells = options.has("tabs") ? (text: string) => text.replaceAll("|", "\t") : (text: string) => text;
  const text = lines.map((line) => cells(line.text) + end).join("");
  if (options.has("utf-16")) return Buffer.from(`\ufeff${text}`, "utf16le");
  const bytes = Buffer.from(
    (options.has("bom") ? "\ufeff" : "") + text,
    options.has("windows-1252") ? "latin1" : "utf8",
  );
  return path.endsWith(".gz") ? zlib.gzipSync(bytes) : bytes;
}

/** A bar parts the cells of a row. Days and numbers are what a spreadsheet makes of them. */
function workbookOf(sections: readonly Section[]): Buffer {
  const sheets = sections.map(({ options, lines }) => ({
    ...(options.has("sheet") ? { name: options.get("sheet")! } : {}),
    rows: lines.map(({ text, isStruck }) => text.split("|").map((cell) => bookCell(cell, isStruck))),
  }));
  const parts = bookParts(sheets, { formats: ["dd/mm/yyyy"] });
  const styles = parts["xl/styles.xml"]!.replace("<font/>", "<font/><font><strike/></font>")
    .replace('<fonts count="1">', '<fonts count="2">')
    .replace("</cellXfs>", '<xf numFmtId="0" fontId="1" applyFont="1"/></cellXfs>');
  return zipOf({ ...parts, "xl/styles.xml": styles });
}

function bookCell(text: string, isStruck: boolean): BookCell {
  if (text === "") return null;
  const isNumber = /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  if (isStruck) {
    if (isNumber) return { xml: `<c s="2"><v>${text}</v></c>` };
    return { xml: `<c s="2" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>` };
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { xml: `<c s="1"><v>${Date.parse(text) / 86_400_000 + 25_569}</v></c>` };
  return isNumber ? Number(text) : text;
}
