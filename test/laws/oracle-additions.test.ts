// Adding records to a suppression list, whatever they are and wherever they are put, with or without a header,
// never adds a clean record.

import fc from "fast-check";
import { test } from "vitest";
import { run } from "../oracle/compare.js";
import { expectNoFault } from "../oracle/smallest.js";
import { certainly, doubtfully, junk, plainly, words } from "../oracle/spellings.js";
import { type Row, type SuppressionList, type World, widthOf } from "../oracle/world.js";
import { numberAt, type Scene, someScenes } from "../oracle/worlds.js";
import { ScrubFolder } from "../support/in-process.js";
import { LAW_RUNS } from "./runs.js";

/** A record, and where in which suppression list it is put; both count around. */
interface Addition {
  row: Row;
  list: number;
  at: number;
  /** Whether it is as wide as the list's records. */
  fits: boolean;
}

const numbers = fc.nat(55).map(numberAt);
/** Cells of a record as somebody adds it by hand: a number, a number and a name, names alone, another header, too many. */
const cells = fc.oneof(
  { weight: 4, arbitrary: numbers.chain(plainly) },
  { weight: 2, arbitrary: numbers.chain(certainly) },
  { weight: 1, arbitrary: numbers.chain(doubtfully) },
  { weight: 2, arbitrary: junk },
  { weight: 3, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom("nombre", "telefono", "fecha", "accion", "2024-05-06", "31/12/2098", "call", "baja"),
  },
);
const row = fc.array(cells, { minLength: 1, maxLength: 5 }).map((cells): Row => ({ cells }));
const addition = fc.record<Addition>({ row, list: fc.nat(2), at: fc.nat(10_000), fits: fc.boolean() });
const additions = fc.array(addition, { minLength: 1, maxLength: 3 });

/** The lists as rows alone, the header being the first, with these records put in. */
function withAdded({ suppress }: World, added: readonly Addition[]): SuppressionList[] {
  return suppress.map((list, number): SuppressionList => {
    const rows = list.header === undefined ? [...list.rows] : [{ cells: list.header }, ...list.rows];
    const width = widthOf(list);
    for (const { row, list, at, fits } of added) {
      if (list % suppress.length !== number) continue;
      const cells = fits ? Array.from({ length: width }, (_, column) => row.cells[column] ?? "") : row.cells;
      rows.splice(at % (rows.length + 1), 0, { cells });
    }
    return { name: list.name, header: undefined, rows };
  });
}

interface Pair extends Scene {
  added: Addition[];
}

/** Records that are clean only with more opt-outs. */
async function gained(folder: ScrubFolder, scene: Pair): Promise<string[]> {
  const suppress = withAdded(scene.world, scene.added);
  const less = await run(folder, scene);
  const more = await run(folder, { ...scene, world: { ...scene.world, suppress } });
  // A list that is refused for what was added lets nobody through.
  if (less.code !== 0 || more.code !== 0) return [];
  const shown = suppress
    .map(({ name, rows }) => `${name}: ${JSON.stringify(rows.map(({ cells }) => cells))}`)
    .join("; ");
  return more.dispositions.flatMap((disposition, at) =>
    disposition === "clean" && less.dispositions[at] !== "clean"
      ? [
          `record ${at + 1} is clean, and was ${less.dispositions[at]}: ${scene.world.list.rows[at]!.cells} with ${shown.slice(0, 2_000)}`,
        ]
      : [],
  );
}

test("more opt-outs make no clean record", async () => {
  const folder = new ScrubFolder();
  const pairs = fc.tuple(someScenes({ optIns: false }), additions).map(([scene, added]): Pair => ({ ...scene, added }));
  await expectNoFault(pairs, (pair) => gained(folder, pair), LAW_RUNS);
});
