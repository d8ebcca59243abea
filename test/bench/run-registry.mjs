// What a registry costs when it has grown: a scrub by it, and each command over it, beside DuckDB doing the same where SQL can.

import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { FOLDER } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { phoneOf, writeContacts, writePeople, writeRegistry } from "./registry.mjs";
import { count, printTable, rowOf } from "./table.mjs";

const SHIM = new URL("../../bin/svscrub.js", import.meta.url).pathname;
const DUCKDB = new URL("./peers/duckdb-registry.mjs", import.meta.url).pathname;

/** Most times the CPU seconds of the scrub by the same registry, and most MB. @type {Record<string, { times?: number, peak?: number }>} */
const LIMITS = {
  "scrub --removed": { times: 1.5 },
  "registry export": { times: 2, peak: 300 },
  "registry export --hash": { times: 2, peak: 300 },
  "registry status": { times: 1.5, peak: 300 },
  "registry status --due": { times: 1.5, peak: 300 },
  audit: { times: 2, peak: 300 },
  verify: { times: 2.5, peak: 250 },
};

/** @param {string} name */
const at = (name) => path.join(FOLDER, `registry${name}`);

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureRegistry({ records, runs }) {
  /** @type {import("./bench.mjs").Target[]} */
  const targets = [];
  let unexplained = 0;
  for (const events of [records / 10, records]) {
    const [file, people, contacts] = [at(".csv"), at("-people.csv"), at("-contacts.csv")];
    writeRegistry(file, events);
    writePeople(people, events, events);
    writeContacts(contacts, events / 2, events);
    const own = ["--registry", file, "-q"];
    const scrub = [people, "-s", file, "-o", at("-clean.csv"), "-f", "-q"];
    /** @type {[string, (round: number) => string[], ...number[]][]} the exit codes last, 0 unless said */
    const commands = [
      ["scrub", () => scrub],
      ["scrub --removed", () => [...scrub, "--removed", at("-removed.csv"), "--report", at("-report.json")]],
      ["verify", () => ["verify", at("-report.json"), "-q"]],
      ["audit", () => ["audit", contacts, "-s", file, "-q"], 1],
      ["duckdb: audit", () => [DUCKDB, "audit", file, contacts, at("-offences.csv")]],
      ["registry export", () => ["registry", "export", ...own, "-f", "-o", at("-export.csv")]],
      ["duckdb: export", () => [DUCKDB, "export", file, at("-standing.csv")]],
      ["registry export --hash", () => ["registry", "export", ...own, "--hash", "sha256", "-f", "-o", at("-hash.csv")]],
      ["registry status", () => ["registry", "status", ...own]],
      ["registry status --due", () => ["registry", "status", ...own, "--due", "20d"], 0, 1],
      ["registry history", () => ["registry", "history", phoneOf(1), ...own]],
      ["check", () => ["check", phoneOf(1), "-s", file, "-q"], 0, 1],
      ["registry add", (round) => ["registry", "add", phoneOf(19_000_000 + round), ...own]],
    ];
    const rows = [];
    for (const [command, wordsOf, ...codes] of commands) {
      const taken = [];
      for (let round = 0; round < runs; round++) {
        const words = wordsOf(round);
        const run = await measure([process.execPath, ...(words[0] === DUCKDB ? [] : [SHIM]), ...words], {
          timeout: TIMEOUT,
        });
        if (!(codes.length === 0 ? [0] : codes).includes(run.status ?? -1))
          throw new Error(`${command}: exit ${run.status}: ${run.stderr}`);
        taken.push(run);
      }
      rows.push(rowOf(command, taken, file));
    }
    unexplained += differences(at("-export.csv"), at("-standing.csv"));
    console.log(`\n${count(events)} events`);
    printTable(rows, "scrub");
    targets.push(...targetsOf(rows, events, events === records));
  }
  for (const end of [".csv", "-people.csv", "-contacts.csv", "-clean.csv", "-removed.csv", "-report.json"])
    rmSync(at(end), { force: true });
  return { targets, unexplained };
}

/** @param {readonly import("./table.mjs").Row[]} rows @param {number} events @param {boolean} isWhole @returns {import("./bench.mjs").Target[]} */
function targetsOf(rows, events, isWhole) {
  const row = (/** @type {string} */ name) => rows.find((one) => one.name === name);
  const scrub = row("scrub");
  const of = `${count(events)} events: `;
  /** @type {import("./bench.mjs").Target[]} */
  const targets = [];
  for (const [name, { times, peak }] of Object.entries(LIMITS)) {
    const one = row(name);
    if (isWhole && times !== undefined && one && scrub)
      targets.push({
        name: `${of}${name} / scrub`,
        ...{ wall: one.wall / scrub.wall, cpu: one.cpu / scrub.cpu, limit: times, unit: "x" },
      });
    if (peak !== undefined) targets.push({ name: `${of}${name}, memory`, wall: one?.peak, limit: peak, unit: "MB" });
  }
  const [added, checked] = [row("registry add"), row("check")];
  const limit = isWhole ? 1 : 0.25;
  targets.push({ name: `${of}registry add`, wall: added?.wall, cpu: added?.cpu, limit, unit: "s" });
  if (isWhole) targets.push({ name: `${of}check`, wall: checked?.wall, cpu: checked?.cpu, limit: 1, unit: "s" });
  else targets.push({ name: `${of}registry add, memory`, wall: added?.peak, limit: 100, unit: "MB" });
  return targets;
}

/** How many numbers and channels are out in one export alone. @param {string} one @param {string} other */
function differences(one, other) {
  const keysOf = (/** @type {string} */ file) => {
    const rows = readFileSync(file, "utf8").trimEnd().split("\n");
    return new Set(
      rows
        .map((row) => row.split(","))
        .filter((cells) => cells[3] === "opt-out")
        .map((cells) => cells.slice(1, 3).join()),
    );
  };
  const [ours, theirs] = [keysOf(one), keysOf(other)];
  const alone = [...ours].filter((key) => !theirs.has(key)).length + [...theirs].filter((key) => !ours.has(key)).length;
  if (alone > 0) console.log(`registry export and DuckDB differ in ${count(alone)} numbers and channels`);
  return alone;
}
