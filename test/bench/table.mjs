// Figures for a reader: medians with ratios, and which targets were met.

import { statSync } from "node:fs";
import { median } from "./measure.mjs";

/** @typedef {{ name: string, runs: number, wall: number, cpu: number, peak: number, bytes: number }} Row medians */

/** @param {string} name @param {readonly import("./measure.mjs").Measurement[]} taken @param {string} file whose megabytes count @returns {Row} */
export function rowOf(name, taken, file) {
  return {
    name,
    runs: taken.length,
    wall: median(taken.map((run) => run.wall)),
    cpu: median(taken.map((run) => run.cpu)),
    peak: median(taken.map((run) => run.peak)),
    bytes: statSync(file).size,
  };
}

/** @param {readonly Row[]} rows @param {string} base the row that the ratios are of */
export function printTable(rows, base) {
  const unit = rows.find((row) => row.name === base);
  const width = Math.max(8, ...rows.map((row) => row.name.length));
  console.log(`${"medians".padEnd(width)}  runs   wall s    CPU s  peak MB   wall x    CPU x   (per MB, of ${base})`);
  for (const row of rows) {
    /** @param {"wall" | "cpu"} what */
    const ratio = (what) => (unit ? (row[what] / row.bytes / (unit[what] / unit.bytes)).toFixed(2) : "");
    const cells = [row.wall.toFixed(2), row.cpu.toFixed(2), row.peak.toFixed(0), ratio("wall"), ratio("cpu")];
    console.log(
      `${row.name.padEnd(width)} ${String(row.runs).padStart(5)} ${cells.map((cell) => cell.padStart(8)).join(" ")}`,
    );
  }
}

/** @param {readonly import("./bench.mjs").Target[]} targets */
export function printTargets(targets) {
  const width = Math.max(...targets.map((target) => target.name.length));
  console.log("\ntargets");
  for (const { name, wall, cpu, limit, unit } of targets) {
    const verdict = wall === undefined ? "not measured" : wall <= limit ? "met" : "MISSED";
    const said = wall === undefined ? "" : `${wall.toPrecision(3)} ${unit}`;
    const byCpu = cpu === undefined ? "" : `, by CPU time ${cpu.toPrecision(3)} ${unit}`;
    console.log(
      `  ${verdict.padEnd(12)}  ${name.padEnd(width)} ${said.padStart(10)}  (at most ${limit} ${unit}${byCpu})`,
    );
  }
}

/** @param {string} file */
export function megabytes(file) {
  return (statSync(file).size / 1e6).toFixed(0);
}

/** @param {number} number */
export function count(number) {
  return number.toLocaleString("en");
}
