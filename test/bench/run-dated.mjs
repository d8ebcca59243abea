// A list of opt-outs with dates and channels, beside DuckDB with a filter of dates; and one with days as people write them.
// Of an ordinary phone list, and of one as people keep it.

import path from "node:path";
import { compareOutput, report } from "./check.mjs";
import { datedList, FOLDER, phoneList } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { PEERS, removeOutputs } from "./peers.mjs";
import { count, printTable, rowOf } from "./table.mjs";
import { KEPT, PLAIN } from "./variants.mjs";

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureDated(plan) {
  const [plain, kept] = [await measureOn(PLAIN, 0.3, plan), await measureOn(KEPT, 0.25, plan)];
  return { targets: [...plain.targets, ...kept.targets], unexplained: plain.unexplained + kept.unexplained };
}

/** @param {import("./variants.mjs").Variant} variant @param {number} limit @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
async function measureOn(variant, limit, plan) {
  const files = { list: phoneList(variant, plan.records), optOuts: datedList(plan.optOuts, false) };
  const beside = PEERS.filter(({ name }) => ["svscrub", "svscrub-0.1.0", "duckdb"].includes(name)).filter((peer) =>
    peer.version(),
  );
  const peers = beside.flatMap((peer) => {
    const withTimes = { ...peer, optOuts: files.optOuts };
    if (peer.name !== "svscrub") return [withTimes];
    return [withTimes, { ...peer, name: "svscrub, days", optOuts: datedList(plan.optOuts, true) }];
  });
  console.log(`\n${count(plan.optOuts)} dated opt-outs, ${variant.name} list`);
  /** @type {Map<string, import("./measure.mjs").Measurement[]>} */
  const taken = new Map(peers.map((peer) => [peer.name, []]));
  let unexplained = 0;
  for (let round = 0; round < plan.runs; round++)
    for (const peer of peers) {
      const output = path.join(FOLDER, `out-dated-${peer.name.replace(", ", "-")}.csv`);
      removeOutputs(output);
      const dated = peer.name === "duckdb" ? ["dated"] : [];
      const run = await measure([...peer.command({ ...files, optOuts: peer.optOuts, output }), ...dated], {
        timeout: TIMEOUT,
      });
      if (run.status !== 0) throw new Error(`${peer.name} ended with ${run.status}: ${run.stderr}`);
      taken.get(peer.name)?.push(run);
      if (round === 0)
        unexplained += report(
          `${peer.name}, dated, ${variant.name}`,
          compareOutput(peer, files.list, output, variant, plan.optOuts),
        );
      removeOutputs(output);
    }
  const rows = peers.map(({ name }) => rowOf(name, taken.get(name) ?? [], files.list));
  console.log("");
  printTable(rows, "svscrub");
  const rowOfPeer = (/** @type {string} */ name) => rows.find((row) => row.name === name);
  const [ours, duckdb] = [rowOfPeer("svscrub"), rowOfPeer("duckdb")];
  const wall = ours && duckdb && ours.wall / duckdb.wall;
  const cpu = ours && duckdb && ours.cpu / duckdb.cpu;
  return {
    targets: [{ name: `dated opt-outs, ${variant.name} list: time / duckdb`, wall, cpu, limit, unit: "x" }],
    unexplained,
  };
}
