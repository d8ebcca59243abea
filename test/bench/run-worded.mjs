// Phones with words behind them, which only the reference path reads, beside a script on the usual libraries.

import path from "node:path";
import { compareOutput, report } from "./check.mjs";
import { FOLDER, phoneList, suppressionList } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { PEERS, removeOutputs } from "./peers.mjs";
import { printTable, rowOf } from "./table.mjs";
import { WORDED } from "./variants.mjs";

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureWorded(plan) {
  const list = phoneList(WORDED, plan.records / 4);
  const optOuts = suppressionList(plan.optOuts, false);
  const peers = PEERS.filter(({ name }) => name === "svscrub" || name === "script");
  /** @type {Map<string, import("./measure.mjs").Measurement[]>} */
  const taken = new Map(peers.map(({ name }) => [name, []]));
  let unexplained = 0;
  for (let round = 0; round < plan.runs; round++)
    for (const peer of peers) {
      const output = path.join(FOLDER, `out-worded-${peer.name}.csv`);
      removeOutputs(output);
      const run = await measure(peer.command({ list, optOuts, output }), { timeout: TIMEOUT });
      if (run.status !== 0) throw new Error(`${peer.name} ended with ${run.status}: ${run.stderr}`);
      taken.get(peer.name)?.push(run);
      if (round === 0)
        unexplained += report(`${peer.name}, worded`, compareOutput(peer, list, output, WORDED, plan.optOuts));
      removeOutputs(output);
    }
  const rows = peers.map(({ name }) => rowOf(name, taken.get(name) ?? [], list));
  console.log("");
  printTable(rows, "svscrub");
  const cpu = rows.find(({ name }) => name === "svscrub")?.cpu;
  return { targets: [{ name: "words behind phones: CPU time", wall: cpu, cpu, limit: 2.5, unit: "s" }], unexplained };
}
