// Runs commands in turn and measures them: wall time, CPU time and peak resident memory, the last two by the kernel.
// GNU time asks the kernel (wait4's ru_maxrss); its small process also keeps this one's memory out of the figure.

import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { report } from "./compare.mjs";
import { FOLDER } from "./generate.mjs";

const GNU_TIME = "/usr/bin/time";
/** Seconds after which a program is ended. */
const TIMEOUT = 600;
/** CPU time comes in hundredths of a second: of short commands that run many times, only the mean says something. */
const MANY_RUNS = 9;
const MEASURES = [
  ["wall", "wall", "s"],
  ["cpu", "CPU", "s"],
  ["peak", "memory", "MB"],
];

export function ensureGnuTime() {
  if (spawnSync(GNU_TIME, ["-f", "%M", "true"]).status !== 0)
    throw new Error("the benchmark needs GNU time: apt-get install time");
}

/** Measures the cases of a part in turn, and compares what the first round wrote: rows of figures and targets. */
export async function measureCases(cases, rounds) {
  const rows = cases.map(({ name, file }) => ({ name, taken: [], bytes: file && statSync(file).size, unexplained: 0 }));
  for (let round = 0; round < rounds; round++)
    for (const [i, { name, command, codes = [0], once, outputs = [], compare }] of cases.entries()) {
      if (round > 0 && once) continue;
      for (const file of outputs) rmSync(file, { force: true });
      const run = await measure(command(round));
      if (!codes.includes(run.status)) throw new Error(`${name}: exit ${run.status}: ${run.stderr}`);
      rows[i].taken.push(run);
      // The outputs of a program are the same in every round.
      if (round === 0 && compare) Object.assign(rows[i], report(name, compare()));
      for (const file of outputs) rmSync(file, { force: true });
    }
  for (const row of rows)
    for (const [what] of MEASURES) {
      const values = row.taken.map((run) => run[what]);
      row[what] = what === "cpu" && values.length > MANY_RUNS ? mean(values) : median(values);
    }
  for (const [i, { most = {} }] of cases.entries()) rows[i].targets = targetsOf(rows[i], most, rows);
  return rows;
}

/** What a row is held to: its own figures, and their ratios to those of other rows. */
function targetsOf(row, { of = {}, ...absolute }, rows) {
  const limits = [[undefined, absolute], ...Object.entries(of)];
  return limits.flatMap(([other, limit]) =>
    MEASURES.filter(([key]) => key in limit).map(([key, what, unit]) => {
      const target = { what, unit, most: limit[key], value: row[key] };
      if (other === undefined) return target;
      const base = rows.find(({ name }) => name === other);
      const bytes = limit.perMegabyte ? row.bytes / base.bytes : 1;
      return {
        ...target,
        unit: `of ${other}${limit.perMegabyte ? " per MB" : ""}`,
        value: row[key] / base?.[key] / bytes,
      };
    }),
  );
}

async function measure(command) {
  const figures = path.join(FOLDER, `${process.pid}.time`);
  const began = performance.now();
  const child = spawn(GNU_TIME, ["-q", "-f", "%U %S %M", "-o", figures, ...command], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let stderr = "";
  child.stderr.on("data", (bytes) => {
    stderr = (stderr + bytes).slice(-4000);
  });
  // The whole group, since the command is GNU time's child.
  const alarm = setTimeout(() => process.kill(-child.pid, "SIGKILL"), TIMEOUT * 1000);
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const wall = (performance.now() - began) / 1000;
  clearTimeout(alarm);
  // A first line says so when the command ended badly.
  const line = readFileSync(figures, "utf8").trim().split("\n").pop();
  const [user, system, kibibytes] = line.split(" ").map(Number);
  rmSync(figures);
  return { wall, cpu: user + system, peak: (kibibytes * 1024) / 1e6, status, stderr };
}

function mean(values) {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
