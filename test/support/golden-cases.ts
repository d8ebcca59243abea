// The golden cases: the files fixtures/cases/<command>/<sentence>.case and what each of them gives to a run.
// What a case expects is test/golden.test.ts's.

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type CaseFile, readCase } from "./case-file.js";
import { REPOSITORY, type RunOptions, type Workdir } from "./workdir.js";

const CASES = join(REPOSITORY, "fixtures/cases");
const EXTENSION = ".case";

export class GoldenCase {
  /** The file's name: a sentence with hyphens. */
  readonly name: string;
  readonly sentence: string;
  /** The command that is run, `usage` where none is. */
  readonly command: string;
  readonly written: CaseFile;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: Buffer | undefined;
  /** The files that stand in the working folder before the run, as sorted paths. */
  readonly inputs: readonly string[];

  constructor(readonly file: string) {
    this.name = basename(file, EXTENSION);
    this.sentence = this.name.replaceAll("-", " ");
    this.command = basename(dirname(file));
    this.written = readCase(file);
    this.args = this.lines("args");
    this.env = Object.fromEntries(this.lines("env").map((line) => line.split(/=(.*)/s).slice(0, 2)));
    this.stdin = this.written.parts.get("stdin");
    this.inputs = this.partsIn("input/");
  }

  input(name: string): Buffer {
    return this.written.parts.get(`input/${name}`)!;
  }

  /** The names of the parts that begin so, without that beginning. */
  partsIn(folder: string): string[] {
    const names = [...this.written.parts.keys()].filter((name) => name.startsWith(folder));
    return names.map((name) => name.slice(folder.length)).sort();
  }

  /** One thing a line; a part that is not there says nothing. */
  lines(part: string): string[] {
    const text = this.written.parts.get(part)?.toString() ?? "";
    return text === "" ? [] : text.replace(/\n$/, "").split("\n");
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

/** Whether `npm test` runs it in a process of its own: one in ten, whichever others there are. */
export function isProcessCase({ name }: GoldenCase): boolean {
  return createHash("sha1").update(name).digest()[0]! % 10 === 0;
}

/** The folders of fixtures/cases/. */
export const COMMANDS: readonly string[] = readdirSync(CASES).sort();
