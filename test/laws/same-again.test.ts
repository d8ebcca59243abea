// The same inputs give the same bytes: lists, report, page and log of two runs differ in the run's id and times only.

import { readFileSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RUN_KINDS } from "../support/audited-runs.js";
import { goldenCases } from "../support/golden-cases.js";
import { Workdir } from "../support/workdir.js";

/** Of the report and the log: all that two runs may differ in. */
const OF_THE_RUN = ["run.id", "run.started_at", "run.finished_at", "clean_until"];
const OF_THE_LINE = ["run", "started_at", "finished_at", "line_sha256"];
/** All of them take a minute. */
const EVERY = Number(process.env.EVERY ?? 17);

interface Scene {
  files: Readonly<Record<string, string | Uint8Array>>;
  args: readonly string[];
  stdin?: string | Uint8Array | undefined;
}

/** What the run leaves, in a folder of its own, with the files as old as ever. */
async function leftBy({ files, args, stdin }: Scene) {
  const dir = new Workdir();
  for (const [name, content] of Object.entries(files)) {
    dir.write(name, content);
    utimesSync(dir.at(name), 1_795_000_000, 1_795_000_000);
  }
  const run = await dir.run(args, stdin === undefined ? {} : { stdin });
  const left = Object.fromEntries(
    dir
      .list()
      .filter((name) => !(name in files) || !readFileSync(dir.at(name)).equals(Buffer.from(files[name]!)))
      .map((name) => [name, dir.read(name)]),
  );
  return { code: run.code, stdout: run.stdout, stderr: Buffer.from(run.stderr), ...left } as Record<string, unknown>;
}

/** The text with its run's own values taken out. */
function lasting(name: string, value: unknown): unknown {
  if (!Buffer.isBuffer(value)) return value;
  const text = value.toString("latin1");
  if (name.endsWith(".json") && text.startsWith("{")) {
    const report = JSON.parse(value.toString()) as { warnings?: { code: string; values: unknown[] }[] };
    // How old a list is, in milliseconds.
    for (const { code, values } of report.warnings ?? []) if (code === "list-old") values[1] = "of the run";
    return without(report as Record<string, unknown>, OF_THE_RUN);
  }
  if (name.endsWith(".jsonl"))
    return without(JSON.parse(value.toString()), [...OF_THE_LINE, ...[0, 1, 2].map((at) => `reports.${at}.sha256`)]);
  return text
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id")
    .replaceAll(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?/g, "moment");
}

function without(tree: Record<string, unknown>, paths: readonly string[]): unknown {
  for (const path of paths) {
    const names = path.split(".");
    const last = names.pop()!;
    const at = names.reduce<Record<string, unknown> | undefined>(
      (node, name) => node?.[name] as Record<string, unknown> | undefined,
      tree,
    );
    if (at !== undefined && last in at) at[last] = "of the run";
  }
  return tree;
}

async function comesOutTheSame(scene: Scene): Promise<void> {
  const [one, other] = [await leftBy(scene), await leftBy(scene)];
  expect(Object.keys(other)).toEqual(Object.keys(one));
  for (const name of Object.keys(one)) expect(lasting(name, other[name]), name).toEqual(lasting(name, one[name]));
}

describe("two runs leave the same where a run", () => {
  for (const { name, ...scene } of RUN_KINDS)
    test(name, () =>
      comesOutTheSame({
        ...scene,
        args: [...scene.args, "--report", "report.json", "--report", "page.html", "--log", "runs.jsonl"],
      }),
    );
});

describe("two runs leave the same in the golden case", () => {
  const cases = goldenCases().filter(
    ({ command, name, env }) => command !== "registry" && !name.startsWith("refused") && Object.keys(env).length === 0,
  );
  for (const golden of cases.filter((_, i) => i % EVERY === 3))
    test(golden.sentence, () => {
      const files = Object.fromEntries(golden.inputs.map((name) => [name, golden.input(name)]));
      return comesOutTheSame({ files, args: golden.args, stdin: golden.stdin });
    });
});
