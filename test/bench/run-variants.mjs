// svscrub on every variant of the list, in turn; time per megabyte against the plain one.

import path from "node:path";
import { compareOutput, report } from "./check.mjs";
import { FOLDER, phoneList, suppressionList } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { removeOutputs, SVSCRUB, svscrubCommand } from "./peers.mjs";
import { printTable, rowOf } from "./table.mjs";
import { VARIANTS } from "./variants.mjs";

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureVariants(plan) {
  const optOuts = suppressionList(plan.optOuts, false);
  const listOf = (/** @type {import("./variants.mjs").Variant} */ variant) =>
    phoneList(variant, plan.records * variant.share);
  const output = path.join(FOLDER, "out-variant.csv");
  /** @type {Map<string, import("./measure.mjs").Measurement[]>} */
  const taken = new Map(VARIANTS.map((variant) => [variant.name, []]));
  /** @type {Map<string, string>} */
  const refused = new Map();
  let unexplained = 0;
  console.log("");
  for (let round = 0; round < plan.runs; round++) {
    for (const variant of VARIANTS) {
      if (refused.has(variant.name)) continue;
      const list = listOf(variant);
      removeOutputs(output);
      const run = await measure(svscrubCommand({ list, optOuts, output }), { timeout: TIMEOUT });
      if (run.status !== 0) {
        refused.set(variant.name, `exit ${run.status}: ${run.stderr.trim().split("\n")[0]}`);
        continue;
      }
      taken.get(variant.name)?.push(run);
      if (round === 0)
        unexplained += report(`svscrub, ${variant.name}`, compareOutput(SVSCRUB, list, output, variant, plan.optOuts));
    }
  }
  removeOutputs(output);
  const rows = VARIANTS.filter((variant) => !refused.has(variant.name)).map((variant) =>
    rowOf(variant.name, taken.get(variant.name) ?? [], listOf(variant)),
  );
  console.log("");
  printTable(rows, "plain");
  for (const [name, message] of refused) console.log(`${name}: not supported (${message})`);
  const plain = rows.find((row) => row.name === "plain");
  const targets = VARIANTS.filter((variant) => variant.name !== "plain").map(({ name }) => {
    const row = rows.find((one) => one.name === name);
    const perByte = (/** @type {"wall" | "cpu"} */ what) =>
      row && plain && row[what] / row.bytes / (plain[what] / plain.bytes);
    return {
      name: `${name}: time per MB / plain`,
      wall: perByte("wall"),
      cpu: perByte("cpu"),
      limit: name === "messy" ? 2.5 : 1.3,
      unit: "x",
    };
  });
  return { targets, unexplained };
}
