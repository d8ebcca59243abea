// How long nothing takes: Node alone, --version, --help, a number looked up, and a scrub of a hundred records, in turn, many times.

import path from "node:path";
import { FOLDER, phoneList, suppressionList } from "./generate.mjs";
import { measure, median, TIMEOUT } from "./measure.mjs";
import { removeOutputs, svscrubCommand } from "./peers.mjs";
import { PLAIN } from "./variants.mjs";

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureStartUp({ quick }) {
  const output = path.join(FOLDER, "out-start.csv");
  const optOuts = suppressionList(100, false);
  const scrub = svscrubCommand({ list: phoneList(PLAIN, 100), optOuts, output });
  const program = scrub.slice(0, 2);
  const commands = [
    { name: "node -e 0", command: [process.execPath, "-e", "0"] },
    { name: "svscrub --version", command: [...program, "--version"] },
    { name: "svscrub, 100 records", command: scrub },
    { name: "svscrub --help", command: [...program, "--help"] },
    { name: "svscrub check", command: [...program, "check", "2250-1234", "-s", optOuts] },
  ];
  const walls = commands.map(() => /** @type {number[]} */ ([]));
  // Hundredths of a second each: only their mean says something.
  const cpu = commands.map(() => 0);
  const runs = quick ? 11 : 31;
  for (let run = 0; run < runs; run++) {
    for (const [i, { name, command }] of commands.entries()) {
      removeOutputs(output);
      const { wall, cpu: taken, status, stderr } = await measure(command, { timeout: TIMEOUT });
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      walls[i]?.push(wall);
      cpu[i] = (cpu[i] ?? 0) + taken / runs;
    }
  }
  removeOutputs(output);
  console.log(`\nof ${runs} runs          median of wall, mean of CPU time`);
  /** @param {number | undefined} seconds */
  const inMs = (seconds = 0) => `${(seconds * 1000).toFixed(0).padStart(6)} ms`;
  for (const [i, { name }] of commands.entries())
    console.log(`${name.padEnd(28)} ${inMs(median(walls[i] ?? []))} ${inMs(cpu[i])}`);
  /** @param {number} i */
  const ratio = (i) => median(walls[i] ?? []) / median(walls[0] ?? []);
  return {
    targets: [
      { name: "--version / node -e 0", wall: ratio(1), limit: 1.6, unit: "x" },
      { name: "100 records / node -e 0", wall: ratio(2), limit: 2.5, unit: "x" },
    ],
    unexplained: 0,
  };
}
