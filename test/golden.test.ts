// Runs every directory of fixtures/cases/: a golden case is a folder, added without code (fixtures/README.md says how).
// The cases state the contract independently of the code; UPDATE_GOLDEN=1 rewrites them, to be looked at before it is believed.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { REPOSITORY, visible, Workdir } from "./support/workdir.js";

const CASES = join(REPOSITORY, "fixtures/cases");
const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(REPOSITORY, "src/audit/report.schema.json"), "utf8")),
);
const UPDATE = process.env.UPDATE_GOLDEN === "1";
const PARTS_OF_A_CASE = new Set(["args", "why", "stdin", "env", "input", "expected"]);
/** Files of expected/ that say something about the run; every other file there is a file that the run must produce. */
const ABOUT_THE_RUN = new Set(["code", "stdout", "stderr", "absent", "report.json", "report-name"]);

for (const name of readdirSync(CASES).sort()) {
  test(`golden case: ${name.replaceAll("-", " ")}`, () => runCase(join(CASES, name)));
}

async function runCase(folder: string): Promise<void> {
  expect(
    readdirSync(folder).filter((part) => !PARTS_OF_A_CASE.has(part)),
    `unknown files in ${folder}`,
  ).toEqual([]);
  const dir = new Workdir();
  const inputs = filesIn(join(folder, "input"));
  for (const file of inputs) dir.write(file, readFileSync(join(folder, "input", file)));

  const stdin = readIfThere(join(folder, "stdin"));
  const run = await dir.run(lines(join(folder, "args")), {
    ...(stdin === undefined ? {} : { stdin }),
    env: Object.fromEntries(lines(join(folder, "env")).map((line) => line.split(/=(.*)/s).slice(0, 2))),
  });

  const expected = new Expected(join(folder, "expected"));
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
      sameBytes(file, dir.read(file), readFileSync(join(folder, "input", file)));
    expect(
      dir.list().filter((file) => ![...inputs, ...written].includes(file)),
      expected.code > 1 ? "nothing new may stand after a refusal" : "files that the case does not name",
    ).toEqual([]);

    if (expected.report !== undefined) expect(report, `no report ${expected.reportName}`).toBeDefined();
    if (expected.report !== undefined) expect(report).toMatchObject(expected.report);
    if (report !== undefined && expected.code === 0) holdsTogether(report, dir);
    if (report !== undefined && expected.code === 0) fitsSchema(report);
    namesNobody(run.stderr + (report === undefined ? "" : JSON.stringify(report)), dir, inputs);
  });
}

/** The expected/ folder of a case. */
class Expected {
  readonly code: number;
  readonly files: string[];
  readonly report: object | undefined;
  readonly reportName: string;

  constructor(private readonly folder: string) {
    this.code = Number(this.lines("code")[0] ?? "0");
    this.files = filesIn(folder).filter((file) => !ABOUT_THE_RUN.has(file));
    const report = readIfThere(join(folder, "report.json"));
    this.report = report === undefined ? undefined : (JSON.parse(report.toString()) as object);
    this.reportName = this.lines("report-name")[0] ?? "clean.audit.json";
  }

  lines(name: string): string[] {
    return lines(join(this.folder, name));
  }

  /** Byte for byte, where the case says anything about it. */
  bytes(name: string, actual: Buffer): void {
    const path = join(this.folder, name);
    const expected = readIfThere(path);
    if (expected === undefined || actual.equals(expected)) return;
    if (UPDATE) writeFileSync(path, actual);
    else sameBytes(name, actual, expected);
  }
}

interface Report {
  counts: Record<string, number>;
  conservation: { read: number; sum: number; holds: boolean };
  outputs: { path: string; sha256: string; bytes: number }[];
}

function readReport(dir: Workdir, name: string): Report | undefined {
  return dir.exists(name) ? (JSON.parse(dir.read(name).toString()) as Report) : undefined;
}

function fitsSchema(report: Report): void {
  validate(report);
  expect(validate.errors).toBeNull();
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

/** No number of any input stands in a message or a report, however it is spelled there. */
function namesNobody(text: string, dir: Workdir, inputs: readonly string[]): void {
  const numbers = inputs
    .filter((file) => !file.endsWith(".json"))
    .flatMap(
      (file) =>
        dir
          .read(file)
          .toString()
          .match(/[2567]\d{3}[-. ]?\d{4}/g) ?? [],
    );
  const shown = text.replace(/[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "digest or id");
  for (const number of new Set(numbers.map((spelling) => spelling.replace(/\D/g, "")))) {
    const anySpelling = new RegExp(`${number.slice(0, 4)}[-. ]?${number.slice(4)}`);
    expect(shown, "a phone number in a message or in the report").not.toMatch(anySpelling);
  }
}

function sameBytes(name: string, actual: Buffer, expected: Buffer): void {
  expect(visible(actual), `${name} differs`).toBe(visible(expected));
  expect(actual.toString("hex"), `${name} differs in bytes that are not UTF-8`).toBe(expected.toString("hex"));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** One thing a line; a file that is not there says nothing. */
function lines(path: string): string[] {
  const text = readIfThere(path)?.toString() ?? "";
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}
