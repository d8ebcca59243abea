// Whole runs of the program inside the test's own process: everything but the process itself, a hundred times faster.
// Only for runs whose phone list and clean list are files: stdin and stdout are the test runner's.

import fs, { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { onTestFinished, vi } from "vitest";
import { main } from "../../src/main.js";
import { checkReport } from "./report-schema.js";
import { Workdir } from "./workdir.js";

export type Content = string | Uint8Array;

/** What a run left behind; the outputs are empty where it wrote none. */
export interface Outcome {
  code: number;
  stderr: string;
  clean: Buffer;
  removed: Buffer;
  report: ReportedRun | undefined;
}

/** The part of the report that the laws speak of. */
export interface ReportedRun {
  counts: Record<string, number>;
  conservation: { read: number; sum: number; holds: boolean };
}

export interface Scrub {
  /** Phone lists, in order. */
  lists: readonly Content[];
  /** Suppression lists, in order. */
  suppress: readonly Content[];
  /** On top of the lists, the suppression lists and the outputs. */
  args?: readonly string[];
}

/** A folder in which one scrub after the other is run, each on fresh files; made inside a test, gone after it. */
export class ScrubFolder {
  readonly #dir = new Workdir();

  constructor() {
    // Waiting for the disk takes most of a small run, and no law is about power cuts.
    const waits = vi.spyOn(fs, "fsyncSync").mockImplementation(() => undefined);
    onTestFinished(() => waits.mockRestore());
  }

  async scrub({ lists, suppress, args = [] }: Scrub): Promise<Outcome> {
    const outputs = { clean: "clean.csv", removed: "removed.csv", report: "report.json" };
    for (const name of Object.values(outputs)) rmSync(this.#dir.at(name), { force: true });
    const lay = (name: string, content: Content): string => {
      writeFileSync(this.#dir.at(name), content);
      return this.#dir.at(name);
    };
    const phoneLists = lists.map((content, i) => lay(`list${i}.csv`, content));
    const suppressionLists = suppress.map((content, i) => lay(`bajas${i}.csv`, content));
    const { code, stderr } = await runHere([
      ...phoneLists,
      ...suppressionLists.flatMap((path) => ["-s", path]),
      ...["-o", this.#dir.at(outputs.clean), "--removed", this.#dir.at(outputs.removed)],
      ...["--report", this.#dir.at(outputs.report), ...args],
    ]);
    const read = (name: string) =>
      existsSync(this.#dir.at(name)) ? readFileSync(this.#dir.at(name)) : Buffer.alloc(0);
    const report = read(outputs.report);
    checkReport(outputs.report, report.toString());
    return {
      code,
      stderr,
      clean: read(outputs.clean),
      removed: read(outputs.removed),
      report: report.length === 0 ? undefined : (JSON.parse(report.toString()) as ReportedRun),
    };
  }
}

interface RunHere {
  code: number;
  stdout: string;
  stderr: string;
  /** Sends a signal to the run that has ended and not yet left; an error where it leaves with another code. */
  signal(name: NodeJS.Signals): void;
}

/** The program's main, or that of its build, with a shell that collects what it says. */
export async function runHere(args: readonly string[], program: typeof main = main): Promise<RunHere> {
  const listeners = new Map<string, () => void>();
  let said = "";
  let printed = "";
  const stream = (write: (text: string) => void) => ({
    on: () => undefined,
    write: (text: string, taken?: () => void) => {
      write(text);
      taken?.();
      return true;
    },
  });
  const shell = {
    env: { SVSCRUB_LANG: "en", NO_COLOR: "1", SVSCRUB_DEBUG: "1" },
    stdout: stream((text) => {
      printed += text;
    }),
    stderr: stream((text) => {
      said += text;
    }),
    on: (name: string, listener: () => void) => {
      listeners.set(name, listener);
      return shell;
    },
    exit: (code: number) => {
      throw new Error(`the program exits by itself with code ${code}`);
    },
  };
  const code = await program(args, shell as unknown as NodeJS.Process);
  return { code, stdout: printed, stderr: said, signal: (name) => listeners.get(name)?.() };
}
