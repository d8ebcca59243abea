// Makes a scene that disappoints as small as it can, and shows it as files and a command.

import fc from "fast-check";
import { readCell } from "./cell.js";
import { argumentsOf } from "./compare.js";
import { decode, writeTable } from "./files.js";
import type { Table } from "./world.js";
import type { Scene } from "./worlds.js";

/** What is wrong with a scene; nothing where it is as it should be. */
type Fault<S extends Scene> = (scene: S) => Promise<string[]>;

const MOST_MS = 25_000;
/** Faults, and characters of a file. */
const MOST_SHOWN = 5;
const MOST_OF_A_FILE = 2_000;

/** A law of scenes: that none of so many has a fault. One that has is made small and shown as files, a command and a seed. */
export async function expectNoFault<S extends Scene>(
  scenes: fc.Arbitrary<S>,
  fault: Fault<S>,
  numRuns: number,
): Promise<void> {
  let bad: S | undefined;
  const holds = async (scene: S): Promise<boolean> => {
    if ((await fault(scene)).length === 0) return true;
    bad = scene;
    return false;
  };
  // fast-check would shrink the drawing; a scene is rows and columns, and most of them are no matter.
  const { failed, seed, errorInstance } = await fc.check(fc.asyncProperty(scenes, holds), {
    numRuns,
    endOnFailure: true,
  });
  if (!failed) return;
  if (bad === undefined) throw errorInstance;
  const least = await smallest(bad, fault);
  // Tried once more as a property of its own, so that the fuzzer keeps the runs of this one.
  await fc.check(fc.asyncProperty(fc.constant(least), holds), { numRuns: 1 });
  const faults = (await fault(least)).slice(0, MOST_SHOWN);
  throw new Error(`${faults.join("\n")}\n\n${show(least)}\nseed ${seed}`);
}

/** The scene without the rows that are no matter to a fault. */
async function smallest<S extends Scene>(scene: S, fault: Fault<S>): Promise<S> {
  const end = Date.now() + MOST_MS;
  let least = scene;
  const holds = async (smaller: S): Promise<boolean> => {
    if (!isAsDrawn(smaller) || Date.now() > end || (await fault(smaller)).length === 0) return false;
    least = smaller;
    return true;
  };
  for (let before: S | undefined; before !== least && Date.now() < end; ) {
    before = least;
    for (let table = 0; table <= least.world.suppress.length; table++) await fewerRows(() => least, table, holds);
  }
  return least;
}

/** A list without a header begins with a number, or its first record would be taken for one. */
function isAsDrawn({ world }: Scene): boolean {
  const isNumber = (cell: string) => readCell(cell).certain.some((number) => number.startsWith("+503"));
  return [world.list, ...world.suppress].every(
    ({ header, rows }) => header !== undefined || rows[0]?.cells.some(isNumber),
  );
}

function tableAt({ world }: Scene, table: number): Table {
  return table === 0 ? world.list : world.suppress[table - 1]!;
}

function withTable<S extends Scene>(scene: S, at: number, table: Table): S {
  const { world } = scene;
  if (at === 0) return { ...scene, world: { ...world, list: table } };
  return {
    ...scene,
    world: { ...world, suppress: world.suppress.with(at - 1, { ...world.suppress[at - 1]!, ...table }) },
  };
}

/** Leaves out runs of rows, halves first. */
async function fewerRows<S extends Scene>(
  least: () => S,
  table: number,
  holds: (scene: S) => Promise<boolean>,
): Promise<void> {
  for (
    let size = Math.ceil(tableAt(least(), table).rows.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let at = 0; at < tableAt(least(), table).rows.length; ) {
      const { header, rows } = tableAt(least(), table);
      const isGone = await holds(withTable(least(), table, { header, rows: rows.toSpliced(at, size) }));
      if (!isGone) at += size;
    }
}

function show({ world, dialects }: Scene): string {
  const tables = [world.list, ...world.suppress];
  const names = ["lista.csv", ...world.suppress.map(({ name }) => name)];
  const files = tables.map((table, at) => {
    const { encoding } = dialects[at]!;
    return `--- ${names[at]} (${encoding})\n${visible(decode(writeTable(table, dialects[at]!), encoding)).slice(0, MOST_OF_A_FILE)}`;
  });
  const lists = names.slice(1).map((name) => `-s ${name}`);
  return `$ svscrub lista.csv ${lists.join(" ")} -o clean.csv ${argumentsOf(world.options).join(" ")}\n${files.join("\n")}`;
}

/** Characters that nobody sees are written as escapes. */
function visible(text: string): string {
  return text.replace(
    /[^\n\x20-\x7e¡-ÿ]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
