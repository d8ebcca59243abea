// npm run fuzz -- [--minutes N] [--runs N] [--rounds N] [--law NAME] [--seed N] [--save DIR]
// The laws of test/laws/, round after round with new seeds, until the time is over, every law stood N draws, or one is broken.
// With --seed the draws are those of the round that said it: one round, unless more is asked for.

import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const LAWS = join(REPOSITORY, "test/laws");
/** What a law draws in `npm test`: LAW_RUNS of test/laws/runs.ts. */
const USUAL_DRAWS = 30;
const SECONDS_OF_A_ROUND = 60;
const MOST_SEEDS = 2 ** 31 - 1;

const { values: typed } = parseArgs({
  options: Object.fromEntries(
    ["minutes", "runs", "rounds", "law", "seed", "save"].map((name) => [name, { type: "string" }]),
  ),
});
const wanted = {
  minutes: numberOf("minutes"),
  runs: numberOf("runs"),
  rounds: numberOf("rounds"),
  seed: numberOf("seed"),
};
const minutes = wanted.minutes ?? (wanted.runs === undefined && wanted.seed === undefined ? 5 : undefined);
const folder = resolve(typed.save ?? mkdtempSync(join(tmpdir(), "svscrub-fuzz-")));
const notes = join(mkdtempSync(join(tmpdir(), "svscrub-fuzz-notes-")), "notes.jsonl");

/** Files that draw, and those of them that --law names; where it names no file, it is a part of a law's sentence. */
const files = readdirSync(LAWS)
  .filter((name) => name.endsWith(".test.ts") && readFileSync(join(LAWS, name), "utf8").includes("fast-check"))
  .map((name) => join(LAWS, name));
const named = files.filter((file) => typed.law !== undefined && basename(file).includes(typed.law));
const filter = typed.law === undefined || named.length > 0 ? [] : ["-t", typed.law];

const started = Date.now();
/** Draws that each law stood. */
const stood = new Map();
let seed = wanted.seed ?? randomInt(MOST_SEEDS);
/** How many times as many draws as usual: in this round, and in all before it. */
let times = wanted.seed === undefined ? 1 : (wanted.runs ?? USUAL_DRAWS) / USUAL_DRAWS;
let allTimes = 0;
for (let round = 1; ; round++) {
  console.log(`seed ${seed}, ${Math.ceil(times * USUAL_DRAWS)} draws of a usual law`);
  const seconds = tryAll();
  const left = minutes === undefined ? Number.POSITIVE_INFINITY : minutes * 60 - (Date.now() - started) / 1000;
  const fewest = Math.min(...stood.values());
  const isDone = wanted.runs === undefined ? minutes === undefined : fewest >= wanted.runs;
  if (isDone || left <= 0 || round === wanted.rounds) break;
  allTimes += times;
  const untilDone = wanted.runs === undefined ? Number.POSITIVE_INFINITY : ((wanted.runs - fewest) * allTimes) / fewest;
  times = Math.max(1, Math.min((times * Math.min(SECONDS_OF_A_ROUND, left)) / seconds, untilDone));
  seed = randomInt(MOST_SEEDS);
}
for (const [law, draws] of stood) console.log(`${String(draws).padStart(8)}  ${law}`);
console.log(`${stood.size} laws stood, ${Math.round((Date.now() - started) / 1000)} s`);

/** One round: every law once, with this seed. Returns the seconds that it took; ends the process where a law is broken. */
function tryAll() {
  const before = Date.now();
  writeFileSync(notes, "");
  const run = spawnSync(
    "npx",
    ["vitest", "run", "--reporter=dot", "--testTimeout=0", ...filter, ...(named.length > 0 ? named : files)],
    {
      cwd: REPOSITORY,
      encoding: "utf8",
      maxBuffer: Number.POSITIVE_INFINITY,
      env: {
        ...process.env,
        ...{ SVSCRUB_SEED: String(seed), SVSCRUB_RUNS: String(times) },
        ...{ SVSCRUB_FUZZ_NOTES: notes, SVSCRUB_FUZZ_SAVE: folder },
      },
    },
  );
  const lines = readFileSync(notes, "utf8").split("\n").filter(Boolean);
  const noted = lines.map((line) => JSON.parse(line));
  for (const { law, draws } of noted) stood.set(law, (stood.get(law) ?? 0) + draws);
  if (run.status !== 0) {
    console.log(run.stdout + run.stderr);
    for (const path of noted.flatMap(({ cases }) => cases)) console.log(`A run of it as a golden case: ${path}`);
    const law = typed.law === undefined ? "" : ` --law ${JSON.stringify(typed.law)}`;
    console.log(`Once more: npm run fuzz -- --seed ${seed} --runs ${Math.ceil(times * USUAL_DRAWS)}${law}`);
    process.exit(1);
  }
  if (noted.length === 0) {
    console.error(`No law of test/laws/ is called "${typed.law}".`);
    process.exit(2);
  }
  return (Date.now() - before) / 1000;
}

function numberOf(option) {
  if (typed[option] === undefined) return undefined;
  const value = Number(typed[option]);
  if (Number.isFinite(value) && value >= 0) return value;
  console.error(`--${option} needs a number, not "${typed[option]}".`);
  process.exit(2);
}
