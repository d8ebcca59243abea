// All programs on the plain list, in turn, several times; the outputs are compared before a time is shown.

import path from "node:path";
import { compareOutput, report } from "./check.mjs";
import { FOLDER, phoneList, suppressionList } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { PEERS, removeOutputs } from "./peers.mjs";
import { count, megabytes, printTable, rowOf } from "./table.mjs";
import { PLAIN } from "./variants.mjs";

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measurePeers(plan) {
  const peers = PEERS.filter((peer) => plan.wants(peer.name) && isThere(peer));
  const files = { list: phoneList(PLAIN, plan.records), optOuts: suppressionList(plan.optOuts, false) };
  console.log(
    `\n${megabytes(files.list)} MB, ${count(plan.records)} records; ${count(plan.optOuts)} opt-outs; ${plan.runs} rounds\n`,
  );
  /** @type {Map<string, import("./measure.mjs").Measurement[]>} */
  const taken = new Map(peers.map((peer) => [peer.name, []]));
  /** @type {Set<string>} */
  const excluded = new Set();
  let unexplained = 0;
  for (let round = 0; round < plan.runs; round++) {
    for (const peer of peers) {
      if (round > 0 && peer.slow) continue;
      const output = path.join(FOLDER, `out-${peer.name}.csv`);
      removeOutputs(output);
      const run = await measure(peer.command({ ...files, output }), {
        timeout: TIMEOUT,
        ...(peer.stdout ? { stdout: output } : {}),
      });
      if (run.status !== 0) throw new Error(`${peer.name} ended with ${run.status}: ${run.stderr}`);
      taken.get(peer.name)?.push(run);
      // The outputs of a program are the same in every round.
      if (round === 0 && peer.compared) {
        const unnamed = report(peer.name, compareOutput(peer, files.list, output, PLAIN, plan.optOuts));
        if (unnamed > 0) excluded.add(peer.name);
        unexplained += unnamed;
      }
      removeOutputs(output);
    }
  }
  const rows = peers
    .filter((peer) => !excluded.has(peer.name))
    .map((peer) => rowOf(peer.name, taken.get(peer.name) ?? [], files.list));
  console.log("");
  printTable(rows, "svscrub");
  const svscrub = rows.find((row) => row.name === "svscrub");
  /** @param {string} other @param {number} limit @returns {import("./bench.mjs").Target} */
  const ratio = (other, limit) => {
    const theirs = rows.find((row) => row.name === other);
    const wall = svscrub && theirs && svscrub.wall / theirs.wall;
    // cp's CPU time is a few of the clock's ticks.
    const cpu = svscrub && theirs && theirs.cpu > 0.2 ? svscrub.cpu / theirs.cpu : undefined;
    return { name: `time / ${other}`, wall, cpu, limit, unit: "x" };
  };
  const targets = [ratio("cp", 9), ratio("svscrub-0.1.0", 0.5), ratio("duckdb", 0.25), ratio("script", 1 / 25)];
  targets.push({ name: "peak memory", wall: svscrub?.peak, limit: 134, unit: "MB" });
  return { targets, unexplained };
}

/** @param {import("./peers.mjs").Peer} peer */
function isThere(peer) {
  const version = peer.version();
  console.log(version === undefined ? `${peer.name}: not installed` : `${peer.name}: ${version}`);
  return version !== undefined;
}
