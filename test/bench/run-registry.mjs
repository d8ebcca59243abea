// What a registry costs whoever adds one number to it, and whoever asks how it does, what stands in it or what it says of one number,
// when it has grown.

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
    const exported = path.join(FOLDER, "registry-export.csv");
    const own = ["--registry", file, "-q"];
    /** @type {[string, (round: number) => string[]][]} */
    const commands = [
      ["registry export", () => ["registry", "export", ...own, "-f", "-o", exported]],
      ["registry export --hash", () => ["registry", "export", ...own, "--hash", "sha256", "-f", "-o", exported]],
      ["registry status --due", () => ["registry", "status", ...own, "--due", "20d"]],
      ["registry history", () => ["registry", "history", phoneOf(1), ...own]],
      ["check", () => ["check", phoneOf(1), "-s", file, "-q"]],
      ["registry add", (round) => ["registry", "add", phoneOf(events + round), ...own]],
      ["registry status", () => ["registry", "status", ...own]],
    ];
    for (const [command, wordsOf] of commands) {
      const taken = [];
      for (let round = 0; round < runs; round++) {
        const run = await measure([process.execPath, SHIM, ...wordsOf(round)], { timeout: TIMEOUT });
        if (run.status !== (command === "check" ? 1 : 0))
          throw new Error(`${command}: exit ${run.status}: ${run.stderr}`);
        taken.push(run);
      }
      rows.push(rowOf(`${command}, ${count(events)} events`, taken, file));
    }
    rmSync(exported, { force: true });
    rmSync(`${exported}.manifest.json`, { force: true });
    const [added, asked] = rows.slice(-2);
    const [whole, , due, , checked] = rows.slice(-commands.length);
    const of = `${count(events)} events: `;
    for (const row of [whole, due])
      targets.push({ name: `${row?.name}: memory`, wall: row?.peak, limit: 300, unit: "MB" });
    if (events === records)
      targets.push({
        name: `check of one number, ${of}time`,
        wall: checked?.wall,
        cpu: checked?.cpu,
        limit: 1,
        unit: "s",
      });
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
