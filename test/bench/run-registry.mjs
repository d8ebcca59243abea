// What a registry costs whoever adds one number to it, and whoever asks how it does, when it has grown.

import { rmSync } from "node:fs";
import path from "node:path";
import { FOLDER } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { phoneOf, writeRegistry } from "./registry.mjs";
import { count, printTable, rowOf } from "./table.mjs";

const SHIM = new URL("../../bin/svscrub.js", import.meta.url).pathname;

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureRegistry({ records, runs }) {
  const file = path.join(FOLDER, "registry.csv");
  const rows = [];
  /** @type {import("./bench.mjs").Target[]} */
  const targets = [];
  for (const events of [records / 10, records]) {
    writeRegistry(file, events);
    for (const command of ["add", "status"]) {
      const taken = [];
      for (let round = 0; round < runs; round++) {
        const words = command === "add" ? [phoneOf(events + round)] : [];
        const run = await measure([process.execPath, SHIM, "registry", command, ...words, "--registry", file, "-q"], {
          timeout: TIMEOUT,
        });
        if (run.status !== 0) throw new Error(`registry ${command}: exit ${run.status}: ${run.stderr}`);
        taken.push(run);
      }
      rows.push(rowOf(`registry ${command}, ${count(events)} events`, taken, file));
    }
    const [added, asked] = rows.slice(-2);
    const limit = events === records ? 1 : 0.25;
    const name = (/** @type {string} */ command) => `registry ${command}, ${count(events)} events: `;
    targets.push({ name: `${name("add")}time`, wall: added?.wall, cpu: added?.cpu, limit, unit: "s" });
    if (events < records) targets.push({ name: `${name("add")}memory`, wall: added?.peak, limit: 100, unit: "MB" });
    targets.push({
      name: `${name("status")}time / add`,
      wall: asked && added && asked.wall / added.wall,
      cpu: asked && added && asked.cpu / added.cpu,
      limit: 2,
      unit: "x",
    });
  }
  rmSync(file, { force: true });
  console.log("");
  printTable(rows, rows[0]?.name ?? "");
  return { targets, unexplained: 0 };
}
