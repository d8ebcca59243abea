// One scrub after the other inside the test's own process, as the laws need them: lists in, what is left out.

import { rmSync } from "node:fs";
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

  async scrub({ lists, suppress, args = [] }: Scrub): Promise<Outcome> {
    for (const name of this.#dir.list()) rmSync(this.#dir.at(name));
    const lay = (name: string, content: Content): string => {
      this.#dir.write(name, content);
      return name;
    };
    const phoneLists = lists.map((content, i) => lay(`list${i}.csv`, content));
    const suppressionLists = suppress.map((content, i) => lay(`bajas${i}.csv`, content));
    const { code, stderr } = await this.#dir.run([
      ...phoneLists,
      ...suppressionLists.flatMap((name) => ["-s", name]),
      ...["-o", "clean.csv", "--removed", "removed.csv", "--report", "report.json", ...args],
    ]);
    const read = (name: string) => (this.#dir.exists(name) ? this.#dir.read(name) : Buffer.alloc(0));
    const report = read("report.json");
    return {
      code: code!,
      stderr,
      clean: read("clean.csv"),
      removed: read("removed.csv"),
      report: report.length === 0 ? undefined : (JSON.parse(report.toString()) as ReportedRun),
    };
  }
}
