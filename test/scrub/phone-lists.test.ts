// Phone lists between the first look at them and their records.

import fs from "node:fs";
import { expect, test } from "vitest";
import { InListOptOuts } from "../../src/scrub/in-list-opt-outs.js";
import { PhoneList, readMarks } from "../../src/scrub/phone-lists.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";
import { Workdir } from "../support/workdir.js";

const OVERRIDES = { noHeader: false, columns: [], watch: { ignored: [], optOuts: [], channel: "any" as const } };

/** Puts another list in a list's place once it was looked at, and opens it. */
async function openReplaced(names: readonly string[], first: string, second: string) {
  const dir = new Workdir();
  for (const name of names) dir.write(name, first);
  const lists: PhoneList[] = [];
  for (const name of names)
    lists.push(await PhoneList.prepare({ path: dir.at(name), overrides: OVERRIDES }, names.length > 1));
  dir.write("new", second);
  fs.renameSync(dir.at("new"), dir.at(names[0]!));
  try {
    for (const list of lists) await list.settle(lists, true);
    if (lists.some(({ asks }) => asks)) await readMarks(lists, new InListOptOuts(new SuppressionIndex()), "any");
    const list = await lists[0]!.open();
    list.file.close();
    return list.header;
  } finally {
    for (const list of lists) list.close();
  }
}

const changed = { exitCode: 3, sentence: "changedWhileRead" };

test("a list with opt-outs of its own is refused where another stands in its place when its records are read", async () => {
  const first = "dato,folio,DoNotCall\n70123456,61234567,\n";
  const second = "folio,dato,DoNotCall\n61234567,70123456,x\n";
  await expect(openReplaced(["list.csv"], first, second)).rejects.toMatchObject(changed);
});

test("one of several lists is refused where it has opt-outs of its own that nobody had seen", async () => {
  const first = "telefono\n70123456\n";
  await expect(openReplaced(["a.csv", "b.csv"], first, "telefono,DoNotCall\n70123456,x\n")).rejects.toMatchObject(
    changed,
  );
});

test("a list alone is read as it was opened, whatever stands in its place", async () => {
  expect(await openReplaced(["list.csv"], "telefono\n70123456\n", "otro\n1\n")).toEqual(["telefono"]);
});
