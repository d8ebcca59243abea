// A list gives the same bytes on every path: read in chunks of any size, by a thread ahead, packed, from a stream.
// The program runs as it is built, for the thread is a file of the build; sizes at which paths part are brought down.

import { execFileSync } from "node:child_process";
import { createWriteStream, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";
import { LAW_RUNS } from "./runs.js";

const number = fc
  .constantFrom("70123456", "7012-3457", "+503 2250 1234", "61234567", "78880001", "(503) 7555-6666")
  .chain((spelled) => fc.constantFrom(spelled, spelled, `Tel. ${spelled}`, spelled.replace("-", " ")));
const phone = fc.oneof(
  { weight: 5, arbitrary: number },
  fc.constantFrom("", "n/a", "7O12-3457", "2345678-9", "2250-1200 al 99", "+44 20 7946 0958", "800-1234", "5.037E+10"),
  fc.tuple(number, number).map(([one, other]) => `${one} / ${other}`),
);
const note = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("", "ñandú", 'dijo "sí"', "a,b", "una\nnota", "x".repeat(300)) },
  number.map((it) => `llamar al ${it}`),
);
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const record = fc
  .tuple(phone, fc.oneof(fc.constant(""), phone), note, fc.constantFrom("", "", "", "x", "no"), fc.nat(30))
  .map(([telefono, casa, nota, baja, odd]) => {
    const cells = [telefono, casa, nota, baja].map(quoted);
    if (odd === 0) return cells.slice(1).join(",");
    if (odd === 1) return `"x"y,${cells.slice(1).join(",")}`;
    return cells.join(",") + (odd === 2 ? ",," : "");
  });
const lists = fc
  .tuple(fc.array(record, { minLength: 1, maxLength: 60 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.boolean())
  .map(([records, lineEnd, mark, ends]) => {
    // One whole record: a list without any tells nothing of its columns.
    const lines = ["telefono,casa,nota,no_llamar", "70123499,,,", ...records];
    return `${mark ? "\ufeff" : ""}${lines.join(lineEnd)}${ends ? lineEnd : ""}`;
  });

/** What the program as built is set to. */
async function settings() {
  const part = (file: string) => import(/* @vite-ignore */ `${REPOSITORY}dist/${file}`);
  const { READING } = (await part("csv/reader.js")) as { READING: { chunkBytes: number } };
  const { LONG } = (await part("lists/batches.js")) as { LONG: { bytes: number; gzipBytes: number } };
  return { READING, LONG };
}

test("a phone list gives the same bytes on every path", async () => {
  const { READING, LONG } = await settings();
  const usual = { chunk: READING.chunkBytes, ...LONG };
  const take = (chunk: number, isLong: boolean) => {
    READING.chunkBytes = chunk;
    LONG.bytes = isLong ? 0 : usual.bytes;
    LONG.gzipBytes = isLong ? 0 : usual.gzipBytes;
  };
  onTestFinished(() => take(usual.chunk, false));
  const dir = new Workdir();
  dir.write("dnc.csv", "telefono,fecha\n7012-3456,2026-01-02\n2250-1234,\n");
  execFileSync("mkfifo", [dir.at("stream.csv")]);
  const outcome = async (list: string) => {
    for (const name of ["clean.csv", "removed.csv"]) rmSync(dir.at(name), { force: true });
    const outputs = ["-o", "clean.csv", "--removed", "removed.csv", "--no-report"];
    const { code, stderr } = await dir.run([list, "-s", "dnc.csv", ...outputs]);
    expect(code, stderr).toBe(0);
    // A removed record names its list where that is its source.
    const removed = readFileSync(dir.at("removed.csv"), "utf8").replaceAll(`${list}#`, "LIST#");
    return { clean: readFileSync(dir.at("clean.csv"), "utf8"), removed };
  };
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 1, max: 300 }), async (text, chunk) => {
      writeFileSync(dir.at("list.csv"), text);
      writeFileSync(dir.at("packed.csv"), gzipSync(text));
      take(usual.chunk, false);
      const expected = await outcome("list.csv");
      for (const isLong of [false, true])
        for (const size of [chunk, usual.chunk])
          for (const list of ["list.csv", "packed.csv"]) {
            take(size, isLong);
            expect(await outcome(list), `${list}, chunks of ${size}, ${isLong ? "" : "not "}ahead`).toEqual(expected);
          }
      take(usual.chunk, false);
      const writer = createWriteStream(dir.at("stream.csv"), { highWaterMark: chunk });
      writer.end(text);
      expect(await outcome("stream.csv"), "a stream").toEqual(expected);
    }),
    { numRuns: Math.ceil(LAW_RUNS / 3) },
  );
}, 120_000);
