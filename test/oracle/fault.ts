// Tries a law of scenes, and shows a scene that disappoints as files and a command.

import fc from "fast-check";
import { argumentsOf } from "./compare.js";
import { decode, writeTable } from "./files.js";
import type { Scene } from "./worlds.js";

/** What is wrong with a scene; nothing where it is as it should be. */
type Fault<S extends Scene> = (scene: S) => Promise<string[]>;

/** Faults, and characters of a file. */
const MOST_SHOWN = 5;
const MOST_OF_A_FILE = 2_000;

/** A law of scenes: that none of so many has a fault. One that has is shown as files, a command and a seed. */
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
  const faults = (await fault(bad)).slice(0, MOST_SHOWN);
  throw new Error(`${faults.join("\n")}\n\n${show(bad)}\nseed ${seed}`);
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
