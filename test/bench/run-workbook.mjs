// svscrub scrubbing a workbook beside read-excel-file merely reading it: the whole sheet, and fewer rows, for the peer does
// not get through the whole one.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { FOLDER, phoneList, suppressionList } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { removeOutputs, svscrubCommand } from "./peers.mjs";
import { count, printTable, rowOf } from "./table.mjs";
import { PLAIN } from "./variants.mjs";
import { workbook } from "./workbook.mjs";

const PEER = fileURLToPath(new URL("peers/read-excel-file.mjs", import.meta.url));
const MOST_MEGABYTES = 200;
const MOST_OF_PEER = 0.35;
/** What a workbook that is written may take of the time of the same list as CSV, and MB more than it. */
const MOST_OF_CSV = 1.5;
const MOST_MORE_MEGABYTES = 60;

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureWorkbook({ records, runs }) {
  const optOuts = suppressionList(Math.min(records / 20, 100_000), false);
  const output = path.join(FOLDER, "out-workbook.csv");
  const sizes = [records / 2, records / 5, records / 10].map((size) => Math.min(size, 1_000_000));
  const rows = [];
  /** @type {import("./bench.mjs").Target[]} */
  const targets = [];
  console.log("");
  for (const size of sizes) {
    const list = await workbook(size);
    const ours = [];
    const theirs = [];
    let failure = "";
    for (let round = 0; round < runs; round++) {
      removeOutputs(output);
      const run = await measure(svscrubCommand({ list, optOuts, output }), { timeout: TIMEOUT });
      if (run.status !== 0) throw new Error(`${list}: exit ${run.status}: ${run.stderr}`);
      ours.push(run);
      if (failure !== "") continue;
      const read = await measure([process.execPath, "--max-old-space-size=8000", PEER, list], { timeout: TIMEOUT });
      if (read.status === 0) theirs.push(read);
      else
        failure = `${/^\w*Error: .*$/m.exec(read.stderr)?.[0] ?? `exit ${read.status}`}, after ${read.wall.toFixed(0)} s`;
    }
    const scrub = rowOf(`svscrub, ${count(size)} rows`, ours, list);
    rows.push(scrub);
    if (failure !== "") console.log(`read-excel-file, ${count(size)} rows: ${failure}`);
    const peer = theirs.length === 0 ? undefined : rowOf(`read-excel-file, ${count(size)} rows`, theirs, list);
    if (peer !== undefined) rows.push(peer);
    targets.push({
      name: `workbook of ${count(size)} rows: time / read-excel-file`,
      wall: peer && scrub.wall / peer.wall,
      cpu: peer && scrub.cpu / peer.cpu,
      limit: MOST_OF_PEER,
      unit: "x",
    });
    if (size === sizes[0])
      targets.push({
        name: `workbook of ${count(size)} rows: memory`,
        wall: scrub.peak,
        limit: MOST_MEGABYTES,
        unit: "MB",
      });
  }
  removeOutputs(output);
  printTable(rows, rows[0]?.name ?? "");
  targets.push(...(await measureWritten(Math.min(records / 2, 1_000_000), runs, optOuts)));
  return { targets, unexplained: 0 };
}

/**
 * The same scrub of a CSV to CSV and to a workbook, in turn.
 * @param {number} size @param {number} runs @param {string} optOuts @returns {Promise<import("./bench.mjs").Target[]>}
 */
async function measureWritten(size, runs, optOuts) {
  const list = phoneList(PLAIN, size);
  const kinds = ["csv", "xlsx"].map((ending) => ({
    ending,
    output: path.join(FOLDER, `out-written.${ending}`),
    /** @type {Awaited<ReturnType<typeof measure>>[]} */
    measured: [],
  }));
  for (let round = 0; round < runs; round++)
    for (const { output, measured } of kinds) {
      removeOutputs(output);
      const run = await measure(svscrubCommand({ list, optOuts, output }), { timeout: TIMEOUT });
      if (run.status !== 0) throw new Error(`${list}: exit ${run.status}: ${run.stderr}`);
      measured.push(run);
    }
  const rows = kinds.map(({ ending, measured }) => rowOf(`${count(size)} records to .${ending}`, measured, list));
  for (const { output } of kinds) removeOutputs(output);
  printTable(rows, rows[0]?.name ?? "");
  const [csv, book] = rows;
  return [
    {
      name: `${count(size)} records to a workbook: time / to CSV`,
      wall: book && csv && book.wall / csv.wall,
      cpu: book && csv && book.cpu / csv.cpu,
      limit: MOST_OF_CSV,
      unit: "x",
    },
    {
      name: `${count(size)} records to a workbook: memory beyond CSV`,
      wall: book && csv && book.peak - csv.peak,
      limit: MOST_MORE_MEGABYTES,
      unit: "MB",
    },
  ];
}
