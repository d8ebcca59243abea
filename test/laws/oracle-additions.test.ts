// Adding records to a suppression list, whatever they are and wherever they are put, with or without a header, frees no
// number that was barred: then no record can be clean that was not.

import fc from "fast-check";
import { test } from "vitest";
import { ScrubError } from "../../src/errors.js";
import { namesOtherNumber } from "../../src/headers/event-columns.js";
import type { Channel } from "../../src/suppression/event.js";
import { type LoadedList, loadLists } from "../../src/suppression/read-list.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";
import { expectNoFault } from "../oracle/fault.js";
import { type Dialect, writeTable } from "../oracle/files.js";
import { certainly, doubtfully, junk, plainly, words } from "../oracle/spellings.js";
import { type Row, type SuppressionList, type World, widthOf } from "../oracle/world.js";
import { numberAt, type Scene, someScenes } from "../oracle/worlds.js";
import { listPlan } from "../support/list-plan.js";
import { Workdir } from "../support/workdir.js";
import { LAW_RUNS } from "./runs.js";

/** A record, and where in which suppression list it is put; both count around. */
interface Addition {
  row: Row;
  list: number;
  at: number;
  /** Whether it is as wide as the list's records. */
  fits: boolean;
}

const NOW = new Date("2026-03-14T12:00:00Z");
/** Everybody that a long list may hold, also by seven of its digits or as a doubtful reading. */
const NUMBERS = Array.from({ length: 1500 }, (_, at) => `+503${numberAt(at)}`);

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
      const to = at % (rows.length + 1);
      // On top it would be a header, and one that names ids and dates says of their columns that nobody's number is in them.
      if (to > 0 || !cells.some(namesOtherNumber)) rows.splice(to, 0, { cells });
    }
    return { name: list.name, header: undefined, rows };
  });
}

interface Pair extends Scene {
  added: Addition[];
}

const digitsOf = (cells: readonly string[] = []) =>
  cells.join("").replace(/O/g, "0").replace(/[Il]/g, "1").replace(/\D/g, "");

/** Numbers that are barred only without the added records. */
async function freed(dir: Workdir, { world, dialects, added }: Pair): Promise<string[]> {
  const suppress = withAdded(world, added);
  const less = await suppressedBy(dir, world.suppress, dialects, world.options.channel);
  const more = await suppressedBy(dir, suppress, dialects, world.options.channel);
  // A list that is refused for what was added lets nobody through; an entry that is no longer understood is named.
  if (less === undefined || more === undefined || more.unread.length > less.unread.length) return [];
  // Of a list without a header the records tell which columns are phones, and a range counts in those alone.
  const bare = world.suppress.filter(({ header }) => header === undefined).flatMap(({ rows }) => rows);
  const mayBeRange = (national: string) =>
    bare.length > 0 && !bare.some(({ cells }) => digitsOf(cells).includes(national));
  const shown = suppress.map(({ name, rows }) => `${name}: ${JSON.stringify(rows.map(({ cells }) => cells))}`);
  return less.barred
    .filter((number) => !more.barred.includes(number) && !mayBeRange(number.slice(4)))
    .filter((number) => !more.unread.some((digits) => digits.includes(number.slice(4))))
    .map((number) => `${number} is no longer barred: ${shown.join("; ").slice(0, 2_000)}`);
}

/** The numbers that the lists bar, of all that a world may hold, and the digits of the entries that are not understood; undefined where a list is refused. */
async function suppressedBy(
  dir: Workdir,
  lists: readonly SuppressionList[],
  dialects: readonly Dialect[],
  channel: Channel,
): Promise<{ barred: string[]; unread: string[] } | undefined> {
  const plans = lists.map((list, at) => {
    dir.write(list.name, writeTable(list, dialects[at + 1]!));
    // How many entries can't be read is no matter here.
    return listPlan(list.name, dir.at(list.name), 1);
  });
  const index = new SuppressionIndex(channel);
  let loaded: readonly LoadedList[];
  try {
    loaded = await loadLists(plans, index, {
      now: NOW,
      zone: EL_SALVADOR,
      asOf: { now: NOW.getTime() / 1000, excludesLater: false },
    });
  } catch (error) {
    if (error instanceof ScrubError) return undefined;
    throw error;
  }
  const unread = loaded.flatMap(({ notUnderstood }, at) =>
    notUnderstood.map((record) => digitsOf(lists[at]!.rows[record - 1]?.cells)),
  );
  return { barred: NUMBERS.filter((e164) => index.has(e164)), unread };
}

test("more opt-outs free nobody", async () => {
  const dir = new Workdir();
  const pairs = fc.tuple(someScenes({ optIns: false }), additions).map(([scene, added]): Pair => ({ ...scene, added }));
  await expectNoFault(pairs, (pair) => freed(dir, pair), LAW_RUNS * 5);
});
