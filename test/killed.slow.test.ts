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
  wordsOf,
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
      // The next run replaces the outputs of the killed one.
      const replaces = !scene.args.startsWith("registry") || scene.args.includes(" export ");
      const repeatable = { ...scene, args: scene.args + (replaces ? " --force" : "") };
      const whole = await play(repeatable);
      // Once more, for modules that the first run loaded.
      const { all: calls } = await play(repeatable);
      let killed = 0;
      for (let kill = 0; kill < KILLS; kill++)
        if (await isKilled(repeatable, whole, 1 + Math.floor((kill * calls) / KILLS))) killed++;
      expect(killed).toBeGreaterThan(KILLS / 2);
    },
    60_000 + KILLS * 3_000,
  );

/** Kills a run at a call, and runs the command once more. Returns whether the first run was not done before. */
async function isKilled(scene: Scene, whole: Outcome, at: number): Promise<boolean> {
  const dir = new Workdir(scene.files);
  if (scene.first !== undefined) await dir.ok(scene.first);
  const words = wordsOf(scene.args);
  const stdin = scene.stdin === undefined ? {} : { stdin: dir.read(scene.stdin) };
  const before = contents(dir);
  const { signal, out } = await dir.spawn(words, { ...faulty({ call: ALL_CALLS, at, signal: "SIGKILL" }), ...stdin });
  const left = contents(dir);
  expect(wrongsOfDeath(before, left, whole), `at call ${at}`).toEqual([]);
  // A stream is answered with acknowledgements, whose last cell is the event.
  const answers = scene.args.includes("--follow") ? out.split("\n").slice(1, -1) : [];
  for (const answer of answers)
    expect(left["r.csv"], "what was answered is recorded").toContain(answer.split(",").at(-1));

  await dir.ends(whole.code, words, stdin);
  const after = contents(dir);
  const remains = Object.keys(after).filter((name) => !(name in whole.after) || TEMPORARY.test(name));
  expect(remains, `left behind at call ${at}`).toEqual([]);
  for (const [name, text] of Object.entries(whole.after))
    if (name !== "runs.jsonl") expect(distinctLines(name, after[name]!), name).toEqual(distinctLines(name, text));
  return signal === "SIGKILL";
}

/** Returns the lines, each acknowledgement once: it may be repeated. */
function distinctLines(name: string, text: string): string[] {
  const lines = steady(text).split("\n");
  return name === "acks.csv" ? [...new Set(lines)] : lines;
}
