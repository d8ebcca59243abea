// An inspection counts what a scrub that removes nothing but duplicates and invalid records would report.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Inspection, inspectFile } from "../../src/inspection/inspect.js";
import type { Dialect } from "../support/csv-files.js";
import { forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { lineFeedDialects, type Person, people, phoneListOf } from "../support/people.js";
import { Workdir } from "../support/workdir.js";
import { LAW_RUNS } from "./runs.js";

const KEEP_ALL = ["--no-suppression", "--types", "mobile,fixed,toll_free,premium", "--keep-foreign"];

interface Scene {
  people: Person[];
  dialect: Dialect;
  malformed: boolean;
  /** None: both phone columns, as detected. */
  column: "telefono" | "celular" | undefined;
}

const scenes: fc.Arbitrary<Scene> = fc.record({
  people,
  dialect: lineFeedDialects,
  malformed: fc.boolean(),
  column: fc.constantFrom("telefono" as const, "celular" as const, undefined),
});

function listOf({ people, dialect, malformed }: Scene): string {
  const { text } = phoneListOf(people, dialect);
  if (!malformed) return text;
  const { delimiter, lineEnd, lastLineEnd } = dialect;
  return `${text}${lastLineEnd ? "" : lineEnd}${['"K9K"x', "7012-3456", "2250-1234", "Ana"].join(delimiter)}${lineEnd}`;
}

/** Reasons of invalid records and cells; those that do not occur are left out. */
function unreadIn({ tally }: Inspection): Record<string, number> {
  return Object.fromEntries([...tally.columns[0]!.unread].map(([reason, cells]) => [reason, cells.count]));
}

test("its records, faults, duplicates and reasons are the scrub's", async () => {
  const folder = new ScrubFolder();
  const dir = new Workdir();
  let compared = 0;
  await forAllAsync(2 * LAW_RUNS, scenes, async (scene) => {
    const list = listOf(scene);
    const chosen = scene.column === undefined ? [] : [scene.column];
    const args = [...KEEP_ALL, ...chosen.flatMap((column) => ["--column", column])];
    const { code, report } = await folder.scrub({ lists: [list], suppress: [], args });
    // A chosen column without a number is refused by a scrub.
    if (code !== 0) return;
    compared++;
    dir.write("list.csv", list);
    const overrides = { columns: chosen, noHeader: false };
    const inspection = await inspectFile(dir.at("list.csv"), overrides);
    const { tally } = inspection;
    const { counts, conservation, reasons } = report as typeof report & { reasons: Record<string, number> };
    const { ragged = 0, malformed = 0, duplicate = 0, ...unread } = reasons;
    expect({
      records: tally.records,
      usable: tally.usable,
      duplicates: tally.found.duplicate.count,
      ragged: tally.found.ragged.count,
      malformed: tally.found.malformed.count,
      withoutNumber: tally.whole - tally.usable - tally.found.duplicate.count,
    }).toEqual({
      records: conservation.read,
      usable: counts.clean,
      duplicates: duplicate,
      ragged,
      malformed,
      withoutNumber: counts.invalid! - ragged - malformed,
    });
    if (chosen.length === 1) expect(unreadIn(inspection)).toEqual(unread);
  });
  expect(compared).toBeGreaterThan(LAW_RUNS);
});
