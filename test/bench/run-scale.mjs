// What must not grow: memory over a list ten times as long, and what twenty times the opt-outs cost.

import path from "node:path";
import { FOLDER, phoneList, suppressionList } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { removeOutputs, svscrubCommand } from "./peers.mjs";
import { count, printTable, rowOf } from "./table.mjs";
import { PLAIN } from "./variants.mjs";

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureScale({ records, optOuts, runs }) {
  const lists = suppressionList(optOuts, false);
  const hundred = phoneList(PLAIN, 100);
  const most = `100 records, ${count(optOuts * 20)} opt-outs`;
  /** @type {[name: string, list: string, optOuts: string][]} */
  const cases = [
    ["the list", phoneList(PLAIN, records), lists],
    ["ten times the list", phoneList(PLAIN, records * 10), lists],
    [`100 records, ${count(optOuts / 10)} opt-outs`, hundred, suppressionList(optOuts / 10, false)],
    [`100 records, ${count(optOuts)} opt-outs`, hundred, lists],
    [most, hundred, suppressionList(optOuts * 20, true)],
  ];
  const output = path.join(FOLDER, "out-scale.csv");
  const rows = [];
  for (const [name, list, suppressions] of cases) {
    const taken = [];
    for (let round = 0; round < runs; round++) {
      removeOutputs(output);
      const run = await measure(svscrubCommand({ list, optOuts: suppressions, output }), { timeout: TIMEOUT });
      if (run.status !== 0) throw new Error(`${name}: exit ${run.status}: ${run.stderr}`);
      taken.push(run);
    }
    rows.push(rowOf(name, taken, list === hundred ? suppressions : list));
  }
  removeOutputs(output);
  console.log("");
  printTable(rows, "the list");
  const [once, tenfold] = rows;
  const loaded = rows.find((row) => row.name === most);
  return {
    targets: [
      { name: "memory, ten times the list", wall: once && tenfold && tenfold.peak / once.peak, limit: 1.1, unit: "x" },
      { name: "ten times the list: time", wall: tenfold?.wall, cpu: tenfold?.cpu, limit: 6, unit: "s" },
      { name: `${most}: time`, wall: loaded?.wall, cpu: loaded?.cpu, limit: 1.5, unit: "s" },
      { name: `${most}: memory`, wall: loaded?.peak, limit: 268, unit: "MB" },
    ],
    unexplained: 0,
  };
}
