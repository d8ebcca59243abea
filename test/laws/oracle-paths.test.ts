// A phone list gives the same bytes on every path: short or long, on stdin or from a file, compressed or not,
// whole or in parts, and however its bytes are cut.

import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { argumentsOf } from "../oracle/compare.js";
import { writeTable } from "../oracle/files.js";
import { batches } from "../oracle/runs.js";
import type { Row } from "../oracle/world.js";
import { type Scene, scenes } from "../oracle/worlds.js";
import { type Content, ScrubFolder } from "../support/in-process.js";
import { Workdir } from "../support/workdir.js";

/** From this size a list is long: a thread scans it ahead. */
const LONG_BYTES = Number(process.env.SVSCRUB_LONG_BYTES ?? 8 * 1024 * 1024);

interface Outputs {
  code: number | null;
  clean: Buffer;
  removed: Buffer;
  stderr: string;
}

function suppressionOf({ world, dialects }: Scene): Content[] {
  return world.suppress.map((list, at) => writeTable(list, dialects[at + 1]!));
}

/** Runs the program as it is built on phone lists that this shell command names or writes to a pipe. */
async function asBuilt(scene: Scene, lists: readonly Content[], command: string): Promise<Outputs> {
  const dir = new Workdir();
  lists.forEach((content, at) => {
    dir.write(`list${at}.csv`, content);
  });
  suppressionOf(scene).forEach((content, at) => {
    dir.write(`bajas${at}.csv`, content);
  });
  const suppress = scene.world.suppress.map((_, at) => `-s bajas${at}.csv`).join(" ");
  const args = argumentsOf(scene.world.options).join(" ");
  const { code, stderr } = await dir.shell(`${command} ${suppress} -o clean.csv --removed removed.csv ${args}`);
  const read = (name: string) => (dir.exists(name) ? dir.read(name) : Buffer.alloc(0));
  return { code, stderr, clean: read("clean.csv"), removed: read("removed.csv") };
}

/** The list on stdin, in pieces that end at these places, with a pause between them. */
function piped(cuts: readonly number[]): string {
  const ends = [...cuts].sort((one, other) => one - other);
  const pieces = [0, ...ends].map((from, i) => {
    const end = ends[i];
    return `tail -c +${from + 1} list0.csv${end === undefined ? "" : ` | head -c ${end - from}; sleep 0.01`}`;
  });
  return `(${pieces.join("; ")}) | svscrub -`;
}

/** Says the first line that differs, where megabytes do. */
function expectSame(outputs: Outputs, expected: Outputs, path: string): void {
  expect(outputs.code, `${path}: ${outputs.stderr}\n${expected.stderr}`).toBe(expected.code);
  for (const name of ["clean", "removed"] as const) {
    if (outputs[name].equals(expected[name])) continue;
    const lines = outputs[name].toString("latin1").split("\n");
    const others = expected[name].toString("latin1").split("\n");
    const at = lines.findIndex((line, i) => line !== others[i]);
    expect(`line ${at + 1}: ${lines[at]?.slice(0, 300)}`, `${name} ${path}`).toBe(
      `line ${at + 1}: ${others[at]?.slice(0, 300)}`,
    );
  }
}

/** The scene with a long phone list: its records again and again, with a column of so many words that few records are long. */
function long({ world, dialects }: Scene): Scene {
  const wide = (cells: readonly string[], cell: string) => [...cells, cell];
  const note = (at: number) => `${"palabra ".repeat(300)}${"ñ".repeat(at % 7)}`;
  const times = Math.ceil(LONG_BYTES / (2400 * world.list.rows.length)) + 1;
  const header = world.list.header === undefined ? undefined : wide(world.list.header, "comentarios");
  const all = Array.from({ length: times }, () => world.list.rows).flat();
  const rows = all.map((row, at): Row => ({ ...row, cells: wide(row.cells, note(at)) }));
  return { world: { ...world, list: { header, rows } }, dialects };
}

test("a list gives the same bytes from a file, compressed, on stdin and cut anywhere", async () => {
  const folder = new ScrubFolder();
  const { runs, records } = batches({ runs: 4, records: 40 }, 100);
  const drawn = fc.tuple(scenes({ records }), fc.array(fc.nat(), { minLength: 1, maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(drawn, async ([scene, places]) => {
      const list = writeTable(scene.world.list, scene.dialects[0]!);
      const inProcess = { suppress: suppressionOf(scene), args: argumentsOf(scene.world.options) };
      const expected = await folder.scrub({ lists: [list], ...inProcess });
      expectSame(await folder.scrub({ lists: [gzipSync(list)], ...inProcess }), expected, "compressed");
      const cuts = [...new Set(places.map((place) => place % list.length))];
      expectSame(await asBuilt(scene, [list], piped(cuts)), expected, `on stdin, cut at ${cuts}`);
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test("a long list gives the same bytes from a file, compressed, on stdin and in short parts", async () => {
  const { runs } = batches({ runs: 1, records: 200 }, 3500);
  await fc.assert(
    fc.asyncProperty(scenes({ records: 200 }), async (short) => {
      const scene = long(short);
      const { list } = scene.world;
      const dialect = scene.dialects[0]!;
      const bytes = writeTable(list, dialect);
      const expected = await asBuilt(scene, [bytes], "svscrub list0.csv");
      expectSame(await asBuilt(scene, [gzipSync(bytes, { level: 1 })], "svscrub list0.csv"), expected, "compressed");
      expectSame(await asBuilt(scene, [bytes], piped([])), expected, "on stdin");
      // A part of a list without a header may begin with a record that looks like one.
      if (list.header === undefined || !dialect.lastLineEnd) return;
      const size = Math.ceil(list.rows.length / 10);
      const parts = Array.from({ length: 10 }, (_, at) => ({
        ...list,
        rows: list.rows.slice(at * size, (at + 1) * size),
      }));
      const written = parts.map((table) => writeTable(table, dialect));
      const { clean } = await asBuilt(scene, written, `svscrub ${parts.map((_, at) => `list${at}.csv`).join(" ")}`);
      expectSame({ ...expected, clean }, expected, "in parts");
    }),
    { numRuns: runs, endOnFailure: true },
  );
});
