// The counting of an inspection on small lists, each thing by itself.

import { describe, expect, test } from "vitest";
import { inspectFile } from "../../src/inspection/inspect.js";
import type { ListOverrides } from "../../src/lists/overrides.js";
import { Workdir } from "../support/workdir.js";

async function inspected(list: string, overrides: Partial<ListOverrides> = {}) {
  const dir = new Workdir();
  dir.write("list.csv", list);
  return inspectFile(dir.at("list.csv"), { columns: [], noHeader: false, ...overrides });
}

describe("columns", () => {
  test("that the user chose say so, and so do those that look like phones and were not chosen", async () => {
    const list = "codigo,telefono\n70123456,7012-3457\n";
    const { columns } = await inspected(list, { columns: ["codigo"] });
    expect(columns.map(({ why, phones }) => [why, phones !== undefined])).toEqual([
      ["chosen", true],
      ["not-chosen", false],
    ]);
  });

  test("are as many as the header has, also where records have more", async () => {
    const { columns } = await inspected("telefono,nombre\n7012-3456,Ana,x,y\n7012-3457,Eva\n");
    expect(columns).toHaveLength(2);
  });

  test("whose names could be a record's digits have none that is shown", async () => {
    const { columns } = await inspected("telefono,a1 b2 c3 d4 e5 f6 g7\n7012-3456,Ana\n");
    expect(columns.map(({ name }) => name)).toEqual(["telefono", undefined]);
  });

  test("of a list without phones are all there, and no record has a number", async () => {
    const { columns, tally } = await inspected("nombre,ciudad\nAna,Apopa\nEva\n");
    expect(columns.map(({ phones }) => phones)).toEqual([undefined, undefined]);
    expect(tally).toMatchObject({ records: 2, usable: 0 });
    expect(tally.found.ragged.lines).toEqual([3]);
  });
});
