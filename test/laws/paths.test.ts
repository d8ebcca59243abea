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

interface Paths {
  READING: { chunkBytes: number };
  LONG: { bytes: number; gzipBytes: number };
}

async function sizesOfBuild(): Promise<Paths> {
  const part = (file: string) => import(pathToFileURL(`${REPOSITORY}dist/${file}`).href);
  const [{ READING }, { LONG }] = await Promise.all([part("csv/reader.js"), part("lists/batches.js")]);
  return { READING, LONG };
}

/** The phone list in two parts; the records alone where none of them is a header that both need. */
function partsOf({ world, dialects }: Scene): Uint8Array[] {
  const { header, rows } = world.list;
  const half = Math.ceil(rows.length / 2);
  const whole = { ...dialects[0]!, lastLineEnd: true };
  return [rows.slice(0, half), rows.slice(half)].map((rows) => writeTable({ header, rows }, whole));
}

test("a phone list gives the same bytes on every path", async () => {
  const { READING, LONG } = await sizesOfBuild();
  const usual = { chunk: READING.chunkBytes, ...LONG };
  const take = (chunk: number, isLong: boolean) => {
    READING.chunkBytes = chunk;
    LONG.bytes = isLong ? 0 : usual.bytes;
    LONG.gzipBytes = isLong ? 0 : usual.gzipBytes;
  };
  onTestFinished(() => take(usual.chunk, false));
  const dir = new Workdir();
  execFileSync("mkfifo", [dir.at("stream.csv")]);
  /** Rows above the header of the phone list. */
  let above = 0;
  const outcome = async ({ world }: Scene, ...lists: string[]) => {
    for (const name of ["clean.csv", "removed.csv"]) rmSync(dir.at(name), { force: true });
    const outputs = ["-o", dir.at("clean.csv"), "--removed", dir.at("removed.csv"), "--no-report"];
    const suppress = world.suppress.flatMap(({ name }) => ["-s", dir.at(name)]);
    const paths = lists.map((list) => dir.at(list));
    const headerRow = above > 0 ? ["--header-row", String(above + 1)] : [];
    const args = [...paths, ...suppress, ...outputs, ...argumentsOf(world.options), ...headerRow];
    const { code, stderr } = await runHere(args);
    const read = (name: string) => (existsSync(dir.at(name)) ? readFileSync(dir.at(name), "latin1") : "");
    // A removed record names its list where that is its source, in UTF-16 with a NUL beside each letter.
    const removed = read("removed.csv").replaceAll("\0", "").replaceAll(`${lists[0]}#`, "LIST#");
    return { code, stderr: code === 0 ? "" : stderr, clean: read("clean.csv"), removed };
  };
  await fc.assert(
    fc.asyncProperty(someScenes(), fc.integer({ min: 1, max: 300 }), fc.nat(2), async (scene, chunk, titles) => {
      const { header, rows } = scene.world.list;
      above = header === undefined ? 0 : titles;
      const titled = [...Array<Row>(above).fill({ cells: ["Reporte", ""] }), { cells: header ?? [] }, ...rows];
      const table = above === 0 ? scene.world.list : { header: titled[0]!.cells, rows: titled.slice(1) };
      const list = writeTable(table, scene.dialects[0]!);
      dir.write("list.csv", list);
      dir.write("packed.csv", gzipSync(list));
      scene.world.suppress.forEach((list, at) => {
        dir.write(list.name, writeTable(list, scene.dialects[at + 1]!));
      });
      take(usual.chunk, false);
      const expected = await outcome(scene, "list.csv");
      // A list that is refused shows nothing of paths.
      if (expected.code !== 0) return;
      for (const isLong of [false, true])
        for (const size of [chunk, usual.chunk])
          for (const path of ["list.csv", "packed.csv"]) {
            take(size, isLong);
            expect(await outcome(scene, path), `${path}, chunks of ${size}, ${isLong ? "" : "not "}ahead`).toEqual(
              expected,
            );
          }
      take(usual.chunk, false);
      const writer = createWriteStream(dir.at("stream.csv"), { highWaterMark: chunk });
      writer.end(list);
      expect(await outcome(scene, "stream.csv"), "a stream").toEqual(expected);
      // Which columns are phones is told from each part by itself, unless all that matter have names.
      if (above > 0 || header === undefined || !scene.dialects[0]!.lastLineEnd) return;
      if (header.some((name) => meaningOf(name) !== "phone" && (meaningOf(name) !== "text" || mayHoldPhones(name))))
        return;
      partsOf(scene).forEach((part, at) => {
        dir.write(`part${at}.csv`, part);
      });
      const { clean } = await outcome(scene, "part0.csv", "part1.csv");
      if (clean !== "") expect(clean, "in parts").toBe(expected.clean);
    }),
    { numRuns: Math.ceil(LAW_RUNS / 5), endOnFailure: true },
  );
}, 600_000);
