// npm run bench: svscrub and its peers on the same files, alternating, and the targets that follow from it.
// Options: --records N, --opt-outs N, --runs N, --only PART|PEER,…, --quick; README.md says how to read the figures.

import { mkdirSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { FOLDER } from "./generate.mjs";
import { MEMORY_METHOD } from "./measure.mjs";
import { PEERS } from "./peers.mjs";
import { measureDated } from "./run-dated.mjs";
import { measureFollow } from "./run-follow.mjs";
import { measureImport } from "./run-import.mjs";
import { measureLive } from "./run-live.mjs";
import { measurePeers } from "./run-peers.mjs";
import { measureRegistry } from "./run-registry.mjs";
import { measureScale } from "./run-scale.mjs";
import { measureStartUp } from "./run-start-up.mjs";
import { measureVariants } from "./run-variants.mjs";
import { measureWorded } from "./run-worded.mjs";
import { measureWorkbook } from "./run-workbook.mjs";
import { printTargets } from "./table.mjs";

/**
 * @typedef {{ records: number, optOuts: number, runs: number, quick: boolean, wants: (name: string) => boolean }} Plan
 * @typedef {{ name: string, wall: number | undefined, cpu?: number | undefined, limit: number, unit: string }} Target
 * `wall` is what is judged; `cpu` is the same by CPU time, which other programs on the machine disturb less.
 * @typedef {{ targets: Target[], unexplained: number }} Part
 */

const { values: typed } = parseArgs({
  options: {
    records: { type: "string" },
    "opt-outs": { type: "string" },
    runs: { type: "string" },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
const records = Number(typed.records ?? (typed.quick ? 200_000 : 2_000_000));
const only = typed.only?.split(",");
/** @type {Plan} */
const plan = {
  records,
  optOuts: Number(typed["opt-outs"] ?? records / 2),
  runs: Number(typed.runs ?? 3),
  quick: typed.quick,
  wants: (name) => only === undefined || only.includes(name),
};

mkdirSync(FOLDER, { recursive: true });
console.log(
  `${new Date().toISOString().slice(0, 16)}Z  ${os.cpus()[0]?.model}, ${os.cpus().length} cores, ${os.type()} ${os.release()}`,
);
console.log(`load average ${os.loadavg()[0]?.toFixed(1)}; peak memory by ${MEMORY_METHOD}; files in ${FOLDER}`);
/** @type {Part[]} */
const parts = [];
if (PEERS.some((peer) => plan.wants(peer.name))) parts.push(await measurePeers(plan));
if (plan.wants("dated")) parts.push(await measureDated(plan));
if (plan.wants("variants")) parts.push(await measureVariants(plan));
if (plan.wants("worded")) parts.push(await measureWorded(plan));
if (plan.wants("scale")) parts.push(await measureScale(plan));
if (plan.wants("workbook")) parts.push(await measureWorkbook(plan));
if (plan.wants("registry")) parts.push(await measureRegistry(plan));
if (plan.wants("import")) parts.push(await measureImport(plan));
if (plan.wants("follow")) parts.push(await measureFollow(plan));
if (plan.wants("live")) parts.push(await measureLive(plan));
if (plan.wants("start-up")) parts.push(await measureStartUp(plan));
printTargets(parts.flatMap((part) => part.targets));
console.log(`load average ${os.loadavg()[0]?.toFixed(1)}`);
const unexplained = parts.reduce((sum, part) => sum + part.unexplained, 0);
if (unexplained > 0) {
  console.log(`${unexplained} unexplained differences; the times of the programs that they are of are not reported.`);
  process.exitCode = 1;
}
