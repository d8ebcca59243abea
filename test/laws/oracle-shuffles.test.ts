// The order of the records, of the phone list or of a suppression list, changes nobody's disposition but duplicates'.

import fc from "fast-check";
import { test } from "vitest";
import { run } from "../oracle/compare.js";
import { expectNoFault } from "../oracle/fault.js";
import type { Table } from "../oracle/world.js";
import { type Scene, someScenes } from "../oracle/worlds.js";
import { ScrubFolder } from "../support/in-process.js";
import { LAW_RUNS } from "./runs.js";

interface Shuffle extends Scene {
  /** Turns into an order: a record's rank among so many. */
  salt: number;
}

/** Positions in another order. The first record of a list without a header stays: it shows that there is none. */
function order({ header, rows }: Table, salt: number): number[] {
  const fixed = header === undefined ? 1 : 0;
  const rank = (at: number) => (at < fixed ? -1 : ((at + 1) * 2_654_435_761 * (2 * salt + 1)) % 4_294_967_291);
  return rows.map((_, at) => at).sort((one, other) => rank(one) - rank(other));
}

function inOrder<T extends Table>(table: T, positions: readonly number[]): T {
  return { ...table, rows: positions.map((at) => table.rows[at]!) };
}

async function movedSuppression(folder: ScrubFolder, { salt, ...scene }: Shuffle): Promise<string[]> {
  const suppress = scene.world.suppress.map((list) => inOrder(list, order(list, salt)));
  const before = await run(folder, scene);
  const after = await run(folder, { ...scene, world: { ...scene.world, suppress } });
  // Which row may be the header depends on what is below it; a list that is refused lets nobody through.
  if ([before, after].some(({ code }) => code === 4)) return [];
  if (before.code !== after.code) return [`exit code ${after.code}, and was ${before.code}`];
  return differing(scene, before.dispositions, after.dispositions);
}

async function movedPhoneList(folder: ScrubFolder, { salt, ...scene }: Shuffle): Promise<string[]> {
  const positions = order(scene.world.list, salt);
  const before = await run(folder, scene);
  const after = await run(folder, { ...scene, world: { ...scene.world, list: inOrder(scene.world.list, positions) } });
  if (before.code !== after.code) return [`exit code ${after.code}, and was ${before.code}`];
  // Which of two records of one number comes first is a matter of order, and so is what a suppressed record withholds from later ones,
  // and whether a record that can't be kept was read before the one that opts its number out. Why a record is invalid may hang on the
  // columns that the program takes for phones by what the first records hold; where these are others, so may be whether it is kept.
  const areAlike = before.phoneColumns.join() === after.phoneColumns.join();
  const plain = (disposition = "none") => {
    if (disposition === "duplicate" || (!areAlike && !["clean", "suppressed"].includes(disposition))) return "open";
    return disposition === "clean" ? "kept" : "removed";
  };
  const back = positions.map((_, at) => plain(after.dispositions[positions.indexOf(at)]));
  return differing(scene, before.dispositions.map(plain), back);
}

function differing({ world }: Scene, before: readonly string[], after: readonly string[]): string[] {
  return before.flatMap((disposition, at) =>
    after[at] === disposition || [after[at], disposition].includes("open")
      ? []
      : [`record ${at + 1} is ${after[at]}, and was ${disposition}: ${world.list.rows[at]!.cells}`],
  );
}

const shuffles = fc.tuple(someScenes(), fc.nat(1_000_000)).map(([scene, salt]): Shuffle => ({ ...scene, salt }));

test("the order of the suppression lists' records is no matter", async () => {
  const folder = new ScrubFolder();
  await expectNoFault(shuffles, (shuffle) => movedSuppression(folder, shuffle), LAW_RUNS);
});

test("the order of the phone list's records decides duplicates alone", async () => {
  const folder = new ScrubFolder();
  await expectNoFault(shuffles, (shuffle) => movedPhoneList(folder, shuffle), LAW_RUNS);
});
