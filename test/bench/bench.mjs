// npm run bench: svscrub and its peers on the same files, in turn, and which targets are met; README.md says how.

import { mkdirSync, rmSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { count, renderMachine, renderTable, writeFigures } from "./figures.mjs";
import { FOLDER } from "./generate.mjs";
import { ensureGnuTime, measureCases } from "./measure.mjs";
import { PARTS } from "./parts.mjs";
import { findPeers } from "./peers.mjs";

/** The build that a plain scrub is held to. */
const FAST_BUILD = "fc963859";

const { values: typed } = parseArgs({
  options: {
    records: { type: "string" },
    "opt-outs": { type: "string" },
    runs: { type: "string", default: "3" },
    only: { type: "string", default: Object.keys(PARTS).join() },
    peers: { type: "string" },
    beside: { type: "string", multiple: true, default: [FAST_BUILD] },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const names = typed.only.split(",");
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`--only: no part ${unknown}; there are ${Object.keys(PARTS)}`);

ensureGnuTime();
mkdirSync(FOLDER, { recursive: true });
const began = new Date();
const load = loadNow();
const found = findPeers(typed.beside.filter((commit) => commit !== ""));
const records = Number(typed.records ?? (typed.quick ? 200_000 : 2_000_000));
const plan = {
  records,
  optOuts: Number(typed["opt-outs"] ?? records / 2),
  runs: Number(typed.runs),
  quick: typed.quick,
  peers: found.filter(({ name }) => typed.peers?.split(",").includes(name) ?? true),
};

const results = [];
for (const name of names) {
  console.log(`\n# ${name}`);
  const { title, base, cases, runs = plan.runs, files = [], ...part } = await PARTS[name](plan);
  const rows = part.rows ?? (await measureCases(cases, runs));
  for (const file of files) rmSync(file, { force: true });
  console.log(`\n${title}\n\n${renderTable([{ part: name, base, rows }])}`);
  results.push({ part: name, base, rows });
}

const minutes = Math.round((Date.now() - began.getTime()) / 60_000);
const head = [
  `${began.toISOString().slice(0, 10)}, ${plan.runs} rounds, ${minutes} minutes, load average ${load} to ${loadNow()};`,
  `${count(plan.records)} records, ${count(plan.optOuts)} opt-outs. ${renderMachine()}.`,
  `${found.map(({ name, said }) => `${name}: ${said}`).join("; ")}.`,
].join("\n");
const rows = results.flatMap((result) => result.rows);
const missed = rows.flatMap(({ targets }) => targets).filter(({ value, most }) => value > most).length;
console.log(`\n${head}\n${count(missed)} targets missed`);
if (typed.write) writeFigures(head, results, plan);
const unexplained = rows.reduce((sum, row) => sum + row.unexplained, 0);
if (unexplained > 0) {
  console.log(`${count(unexplained)} unexplained differences`);
  process.exitCode = 1;
}

function loadNow() {
  return os.loadavg()[0].toFixed(1);
}
