// Every command that writes, killed at calls of node:fs: each file is old or new, and the next run clears away the rest.

import { expect, test } from "vitest";
import {
  contents,
  type Outcome,
  play,
  SCENES,
  type Scene,
  steady,
  TEMPORARY,
  wrongsOfDeath,
} from "./support/every-call.js";
import { faulty } from "./support/faulty.js";
import { FILE_CALLS } from "./support/file-faults.js";
import { Workdir } from "./support/workdir.js";

/** So many runs of each command are killed. */
const KILLS = Number(process.env.SVSCRUB_KILLS ?? 10);
const ALL_CALLS = Object.keys(FILE_CALLS);

for (const [what, scene] of Object.entries(SCENES))
  test(
    `${what}, killed at a call, leaves the old or the new, and the next run clears away the rest`,
    async () => {
      const replaces = !scene.args.startsWith("registry") || scene.args.includes(" export ");
      const again = { ...scene, args: scene.args + (replaces ? " --force" : "") };
      const whole = await play(again);
      const { all } = await play(again);
      let killed = 0;
      for (let kill = 0; kill < KILLS; kill++)
        if (await isKilled(again, whole, 1 + Math.floor((kill * all) / KILLS))) killed++;
      expect(killed).toBeGreaterThan(KILLS / 2);
    },
    60_000 + KILLS * 3_000,
  );

/** Kills a run at a call, and runs the command once more. Returns whether the first run was not done before. */
async function isKilled(scene: Scene, whole: Outcome, at: number): Promise<boolean> {
  const dir = new Workdir(scene.files);
  if (scene.first !== undefined) await dir.ok(scene.first);
  const args = scene.args.split(" ").map((word) => word.replace(",", " "));
  const stdin = scene.stdin === undefined ? {} : { stdin: dir.read(scene.stdin) };
  const before = contents(dir);
  const { signal, out } = await dir.spawn(args, { ...faulty({ call: ALL_CALLS, at, signal: "SIGKILL" }), ...stdin });
  const stands = contents(dir);
  expect(wrongsOfDeath(before, stands, whole), `at call ${at}`).toEqual([]);
  // A stream is answered with acknowledgements, whose last cell is the event.
  const answers = scene.args.includes("--follow") ? out.split("\n").slice(1, -1) : [];
  for (const answer of answers)
    expect(stands["r.csv"], "what was answered is recorded").toContain(answer.split(",").at(-1));

  await dir.ends(whole.code, args, stdin);
  const after = contents(dir);
  const left = Object.keys(after).filter((name) => !(name in whole.after) || TEMPORARY.test(name));
  expect(left, `left behind at call ${at}`).toEqual([]);
  for (const [name, text] of Object.entries(whole.after))
    if (name !== "runs.jsonl") expect(oncePerLine(name, after[name]!), name).toEqual(oncePerLine(name, text));
  return signal === "SIGKILL";
}

/** An acknowledgement may be repeated. */
function oncePerLine(name: string, text: string): string[] {
  const lines = steady(text).split("\n");
  return name === "acks.csv" ? [...new Set(lines)] : lines;
}
