// A list gives the same bytes on every path: read in chunks of any size, by a thread ahead, packed, from a stream, in parts.
// The program runs as it is built, for the thread is a file of the build; sizes at which paths part are brought down.

import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync, readFileSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { mayHoldPhones, meaningOf } from "../../src/headers/phone-names.js";
import { argumentsOf } from "../oracle/compare.js";
import { writeTable } from "../oracle/files.js";
import type { Row } from "../oracle/world.js";
import { type Scene, someScenes } from "../oracle/worlds.js";
import { runHere } from "../support/run-here.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";
import { LAW_RUNS } from "./runs.js";

/** The sizes of the build at which paths part. */
async function sizesOfBuild() {
  const part = (file: string) => import(pathToFileURL(`${REPOSITORY}dist/${file}`).href);
  const [{ READING }, { LONG }] = await Promise.all([part("csv/reader.js"), part("lists/batches.js")]);
  const usual = { chunk: READING.chunkBytes as number, ...(LONG as { bytes: number; gzipBytes: number }) };
  /** Reads `chunk` bytes at a time, and all lists as long ones, by a thread ahead, or none. */
  const choose = (chunk = usual.chunk, isAhead = false) => {
    READING.chunkBytes = chunk;
    LONG.bytes = isAhead ? 0 : usual.bytes;
    LONG.gzipBytes = isAhead ? 0 : usual.gzipBytes;
  };
  return { usual, choose };
}

/** Writes the lists of a scene, with `above` rows above the phone list's header. Returns the phone list. */
function writeLists(dir: Workdir, { world, dialects }: Scene, above: number): Uint8Array {
  const { header, rows } = world.list;
  const titled = [...Array<Row>(above).fill({ cells: ["Reporte", ""] }), { cells: header ?? [] }, ...rows];
  const table = above === 0 ? world.list : { header: titled[0]!.cells, rows: titled.slice(1) };
  const list = writeTable(table, dialects[0]!);
  dir.write("list.csv", list);
  dir.write("packed.csv", gzipSync(list));
  for (const [at, list] of world.suppress.entries()) dir.write(list.name, writeTable(list, dialects[at + 1]!));
  return list;
}

/** Scrubs lists as the scene says. */
async function outcomeOf(dir: Workdir, { world }: Scene, above: number, lists: readonly string[]) {
  for (const name of ["clean.csv", "removed.csv"]) rmSync(dir.at(name), { force: true });
  const outputs = ["-o", dir.at("clean.csv"), "--removed", dir.at("removed.csv"), "--no-report"];
  const suppress = world.suppress.flatMap(({ name }) => ["-s", dir.at(name)]);
  const headerRow = above > 0 ? ["--header-row", String(above + 1)] : [];
  const paths = lists.map((list) => dir.at(list));
  const args = [...paths, ...suppress, ...outputs, ...argumentsOf(world.options), ...headerRow];
  const { code, stderr } = await runHere(args);
  const read = (name: string) => (existsSync(dir.at(name)) ? readFileSync(dir.at(name), "latin1") : "");
  // A removed record names its list where that is its source, in UTF-16 with a NUL beside each letter.
  const removed = read("removed.csv").replaceAll("\0", "").replaceAll(`${lists[0]}#`, "LIST#");
  return { code, stderr: code === 0 ? "" : stderr, clean: read("clean.csv"), removed };
}

/** Whether two parts of a list are read like the whole: each tells by itself which columns are phones, or by names that say it. */
function mayBeParted({ world, dialects }: Scene): boolean {
  const says = (name: string) => meaningOf(name) === "phone" || (meaningOf(name) === "text" && !mayHoldPhones(name));
  return dialects[0]!.lastLineEnd && world.list.header?.every(says) === true;
}

test("a phone list gives the same bytes on every path", async () => {
  const { usual, choose } = await sizesOfBuild();
  onTestFinished(() => choose());
  const dir = new Workdir();
  execFileSync("mkfifo", [dir.at("stream.csv")]);
  await fc.assert(
    fc.asyncProperty(someScenes(), fc.integer({ min: 1, max: 300 }), fc.nat(2), async (scene, chunk, titles) => {
      const { header, rows } = scene.world.list;
      const above = header === undefined ? 0 : titles;
      const list = writeLists(dir, scene, above);
      const outcome = (...lists: string[]) => outcomeOf(dir, scene, above, lists);
      const expected = await outcome("list.csv");
      // A list that is refused shows nothing of paths.
      if (expected.code !== 0) return;
      for (const isAhead of [false, true])
        for (const size of [chunk, usual.chunk])
          for (const path of ["list.csv", "packed.csv"]) {
            choose(size, isAhead);
            const way = `${path}, chunks of ${size}, ${isAhead ? "" : "not "}ahead`;
            expect(await outcome(path), way).toEqual(expected);
          }
      choose();
      createWriteStream(dir.at("stream.csv"), { highWaterMark: chunk }).end(list);
      expect(await outcome("stream.csv"), "a stream").toEqual(expected);
      if (above > 0 || !mayBeParted(scene)) return;
      const half = Math.ceil(rows.length / 2);
      for (const [at, part] of [rows.slice(0, half), rows.slice(half)].entries())
        dir.write(`part${at}.csv`, writeTable({ header, rows: part }, scene.dialects[0]!));
      const { clean } = await outcome("part0.csv", "part1.csv");
      if (clean !== "") expect(clean, "in parts").toBe(expected.clean);
    }),
    { numRuns: Math.ceil(LAW_RUNS / 5), endOnFailure: true },
  );
}, 600_000);
