// The golden cases: the folders fixtures/cases/<command>/<sentence>/ and what each of them gives to a run.
// What a case expects is test/golden.test.ts's.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { REPOSITORY, type RunOptions, type Workdir } from "./workdir.js";

const CASES = join(REPOSITORY, "fixtures/cases");

export class GoldenCase {
  /** The folder's name: a sentence with hyphens. */
  readonly name: string;
  readonly sentence: string;
  /** The command that is run, `usage` where none is. */
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: Buffer | undefined;
  /** The files that stand in the working folder before the run, as sorted paths. */
  readonly inputs: readonly string[];

  constructor(readonly folder: string) {
    this.name = basename(folder);
    this.sentence = this.name.replaceAll("-", " ");
    this.command = basename(dirname(folder));
    this.args = linesOf(join(folder, "args"));
    this.env = Object.fromEntries(linesOf(join(folder, "env")).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    this.stdin = readIfThere(join(folder, "stdin"));
    this.inputs = filesIn(join(folder, "input"));
  }

  input(name: string): Buffer {
    return readFileSync(join(this.folder, "input", name));
  }

  /** Lays the inputs into a folder, and returns what else the run needs beside the arguments. */
  layInto(dir: Workdir): RunOptions {
    for (const file of this.inputs) dir.write(file, this.input(file));
    return { env: this.env, ...(this.stdin === undefined ? {} : { stdin: this.stdin }) };
  }
}

/** All of them, or those of one command, in the order of their names. */
export function goldenCases(...commands: readonly string[]): GoldenCase[] {
  const all = commands.length > 0 ? commands : COMMANDS;
  return all.flatMap((command) =>
    readdirSync(join(CASES, command))
      .sort()
      .map((name) => new GoldenCase(join(CASES, command, name))),
  );
}

/** Whether `npm test` runs it in a process of its own: one in ten, whichever others there are, and what is piped in. */
export function isProcessCase({ name, stdin }: GoldenCase): boolean {
  return stdin !== undefined || createHash("sha1").update(name).digest()[0]! % 10 === 0;
}

/** The folders of fixtures/cases/. */
export const COMMANDS: readonly string[] = readdirSync(CASES).sort();

export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** One thing a line; a file that is not there says nothing. */
export function linesOf(path: string): string[] {
  const text = readIfThere(path)?.toString() ?? "";
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

export function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}
