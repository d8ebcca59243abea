// Runs a golden case and holds what it left to what the case expects, and to what is expected of every run.
// fixtures/README.md says what is in a case; UPDATE_GOLDEN=1 rewrites what is compared byte for byte.

import { createHash } from "node:crypto";
import { basename } from "node:path";
import { expect } from "vitest";
import { writeCase } from "./case-file.js";
import type { GoldenCase } from "./golden-cases.js";
import { leaked, numbersIn } from "./leaks.js";
import { visible, Workdir } from "./workdir.js";

const UPDATE = process.env.UPDATE_GOLDEN === "1";
const PART_OF_A_CASE = /^(?:(?:args|stdin|env)$|(?:input|expected)\/.)/;
/** Parts of expected/ that say something about the run; every other part there is a file that the run must produce. */
const ABOUT_THE_RUN = new Set(["code", "stdout", "stderr", "absent", "report.json", "report-name"]);

/** `how`: inside the test's process, or in one of its own. */
export async function runCase(golden: GoldenCase, how: "run" | "spawn"): Promise<void> {
  const { file, args, inputs, stdin } = golden;
  expect(
    [...golden.written.parts.keys()].filter((part) => !PART_OF_A_CASE.test(part)),
    `unknown parts in ${file}`,
  ).toEqual([]);
  const dir = new Workdir();
  const run = await dir[how](args, golden.layInto(dir));

  const expected = new Expected(golden);
  const report = readReport(dir, expected.reportName);
  run.check(() => {
    expect({ code: run.code, signal: run.signal }).toEqual({ code: expected.code, signal: null });
    for (const line of expected.lines("stderr")) expect(run.stderr).toContain(line);
    expected.bytes("stdout", run.stdout);
    for (const file of expected.files) {
      expect(dir.exists(file), `${file} was not written`).toBe(true);
      expected.bytes(file, dir.read(file));
    }
    for (const file of expected.lines("absent")) expect(dir.exists(file), `${file} must not exist`).toBe(false);

    const written = [...expected.files, ...(expected.code > 1 ? [] : [expected.reportName])];
    for (const file of inputs.filter((file) => !written.includes(file)))
      sameBytes(file, dir.read(file), golden.input(file));
    expect(
      dir.list().filter((file) => ![...inputs, ...written].includes(file)),
      expected.code > 1 ? "nothing new may stand after a refusal" : "files that the case does not name",
    ).toEqual([]);

    if (expected.report !== undefined) expect(report, `no report ${expected.reportName}`).toBeDefined();
    if (expected.report !== undefined) expect(report).toMatchObject(expected.report);
    if (report !== undefined && expected.code === 0) holdsTogether(report, dir);
    const said = dir.list().filter((file) => !inputs.includes(file) && /\.(?:json|html|jsonl)$/.test(file));
    const spoken = isData(args) ? "" : run.out;
    namesNobody([run.stderr, spoken, ...said.map((file) => dir.text(file))], dir, inputs, stdin);
  });
}

/** What a case expects. */
class Expected {
  readonly code: number;
  readonly files: string[];
  readonly report: object | undefined;
  readonly reportName: string;

  constructor(private readonly golden: GoldenCase) {
    this.code = Number(this.lines("code")[0] ?? "0");
    this.files = golden.partsIn("expected/").filter((file) => !ABOUT_THE_RUN.has(file));
    const report = golden.written.parts.get("expected/report.json");
    this.report = report === undefined ? undefined : (JSON.parse(report.toString()) as object);
    this.reportName = this.lines("report-name")[0] ?? "clean.audit.json";
  }

  lines(name: string): string[] {
    return this.golden.lines(`expected/${name}`);
  }

  /** Byte for byte, where the case says anything about it. */
  bytes(name: string, actual: Buffer): void {
    const { file, written } = this.golden;
    const expected = written.parts.get(`expected/${name}`);
    if (expected === undefined || actual.equals(expected)) return;
    if (UPDATE) {
      written.parts.set(`expected/${name}`, actual);
      writeCase(file, written);
    } else sameBytes(name, actual, expected);
  }
}

interface Report {
  counts: Record<string, number>;
  conservation: { read: number; sum: number; holds: boolean };
  outputs: { path: string; sha256: string; bytes: number }[];
}

function readReport(dir: Workdir, name: string): Report | undefined {
  return dir.exists(name) ? (dir.json(name) as Report) : undefined;
}

/** Every report adds up, and the files that it names are those that stand there. */
function holdsTogether(report: Report, dir: Workdir): void {
  const sum = Object.values(report.counts).reduce((total, count) => total + count, 0);
  expect(report.conservation).toMatchObject({ read: sum, sum, holds: true });
  for (const { path, sha256, bytes } of report.outputs.filter(({ path }) => dir.exists(path))) {
    const content = dir.read(path);
    expect({ path, sha256, bytes }).toEqual({
      path,
      sha256: createHash("sha256").update(content).digest("hex"),
      bytes: content.length,
    });
  }
}

/** Whether stdout is made of numbers, because somebody asked for them: told by what it is for, not by the case. */
function isData([command = "", subcommand = "", ...rest]: readonly string[]): boolean {
  const args = [subcommand, ...rest];
  if (command === "check") return true;
  if (command === "registry") return ["history", "export"].includes(subcommand);
  if (["verify", "inspect"].includes(command)) return false;
  const isToStdout = args.some((word, i) => word === "-" && ["-o", "--output"].includes(args[i - 1] ?? ""));
  return command === "audit"
    ? isToStdout
    : isToStdout || ![command, ...args].some((word) => /^(?:-o|--output)/.test(word));
}

/** No number of any input stands in a report, a page, a log, a summary or a message, however it is spelled there. */
function namesNobody(texts: readonly string[], dir: Workdir, inputs: readonly string[], stdin?: Buffer): void {
  const lists = inputs.filter((file) => !/\.(?:json|jsonl|html)$/.test(file)).map((file) => dir.read(file));
  const numbers = new Set([...lists, stdin ?? Buffer.alloc(0)].flatMap((list) => [...numbersIn(list)]));
  const names = dir.list().flatMap((file) => [file, basename(file)]);
  for (const text of texts)
    expect(leaked(text, numbers, names), "a phone number in a message, a report or a log").toEqual([]);
}

function sameBytes(name: string, actual: Buffer, expected: Buffer): void {
  expect(visible(actual), `${name} differs`).toBe(visible(expected));
  expect(actual.toString("hex"), `${name} differs in bytes that are not UTF-8`).toBe(expected.toString("hex"));
}
