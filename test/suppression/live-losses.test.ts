// Lists that answer for as long as a program runs are held to what they were: who is lost without a word is in doubt.

import fs from "node:fs";
import { expect, test } from "vitest";
import { LiveSuppression } from "../../src/suppression/live.js";
import { HEADER, LEDGER, ledger, NOW, OPT_OUT, open, planOf, sayLive } from "../support/live-lists.js";
import { Workdir } from "../support/workdir.js";

test("A registry that has lost events is in doubt, also once it grows again, until they are back", async () => {
  const path = ledger(LEDGER + OPT_OUT);
  const live = await open([{ path, allowEmpty: true }]);
  const another = OPT_OUT.replace("2,+50361234567", "4,+50379999999");
  for (const left of [LEDGER, `${HEADER}\n`, `${LEDGER}${another}`, `${LEDGER}${another}${another}`]) {
    fs.writeFileSync(`${path}.new`, left);
    fs.renameSync(`${path}.new`, path);
    expect(await sayLive(live, NOW)).toBe("registryShrank");
    fs.appendFileSync(path, OPT_OUT.replace("2,", "5,"));
    expect(await sayLive(live, new Date(NOW.getTime() + 60_000))).toBe("registryShrank");
  }
  fs.writeFileSync(path, LEDGER + OPT_OUT + another);
  const said = await sayLive(live, new Date(NOW.getTime() + 120_000));
  expect(said).toMatchObject({ "+50361234567": [true, expect.anything()], "+50379999999": [true, expect.anything()] });
});

test("A plain list that is cut in the middle of a line is in doubt, and one that others replace is not", async () => {
  const lines = Array.from({ length: 100 }, (_, i) => `7012-34${String(i).padStart(2, "0")},2026-01-02\n`);
  const whole = `telefono,fecha\n${lines.join("")}`;
  expect(await replaced(whole, whole.slice(0, -5))).toBe("listCut");
  expect(typeof (await replaced(whole, `telefono,fecha\n${lines.slice(20).join("")}`))).toBe("object");
});

/** One list that is replaced under its name, in a folder. */
async function replaced(before: string, after: string) {
  const dir = new Workdir({ "s/a.csv": before });
  const files = () => fs.readdirSync(dir.at("s")).map((name) => ({ path: dir.at(`s/${name}`) }));
  const plan = async () => ({ suppression: planOf(files()), warnings: [] });
  const live = await LiveSuppression.open(plan, [dir.at("s")], "call", NOW);
  dir.write("a.csv.new", after);
  fs.renameSync(dir.at("a.csv.new"), dir.at("s/a.csv"));
  return sayLive(live, NOW);
}

test("A list of which only the beginning is left is cut, wherever it ends and with whatever its lines end", async () => {
  const list = "telefono\n7999-9999\n7012-3456\n61234567";
  for (const left of [list.slice(0, -3), "telefono\n7999-9999\n7012-3456\n", "telefono\n7999-9999\n7012-3456"])
    for (const end of ["\n", "\r\n", "\r"])
      expect(await replaced(list.replaceAll("\n", end), left.replaceAll("\n", end))).toBe("listCut");
  expect(await replaced(`${list}\n`, "telefono\n7999-9999\n7012-3456\n")).toBe("listCut");
  for (const other of ["telefono\n7012-3456\n61234567", `${list}\n`, `${list}\n7012-0000`, list])
    expect(await replaced(list, other)).toMatchObject({ "+50361234567": [true, expect.anything()] });
});

test("A long list is cut wherever it ends, and not where only its first lines are the same", async () => {
  const numbers = Array.from(
    { length: 3000 },
    (_, i) =>
      `7${String(1_000_003 * (i + 1))
        .slice(-7)
        .padStart(7, "0")}`,
  );
  const list = `telefono\n${numbers.join("\n")}`;
  for (const left of [list.length - 1, list.length - 4096, list.length - 5000, 20_000, 8192, 4096, 3000])
    expect(await replaced(list, list.slice(0, left)), `${left}`).toBe("listCut");
  for (const gone of [10, 1000, 2700, 2990])
    expect(typeof (await replaced(list, list.replace(`${numbers[gone]}\n`, ""))), `${gone}`).toBe("object");
});

test("A folder from which a list is gone is in doubt until it is back", async () => {
  const dir = new Workdir();
  for (const name of ["a", "b"]) dir.write(`s/${name}.csv`, `telefono\n7012-345${name === "a" ? 6 : 7}\n`);
  const files = () => fs.readdirSync(dir.at("s")).map((name) => ({ path: dir.at(`s/${name}`) }));
  const plan = async () => ({ suppression: planOf(files()), warnings: [] });
  const live = await LiveSuppression.open(plan, [dir.at("s")], "call", NOW);
  fs.renameSync(dir.at("s/b.csv"), dir.at("b.csv"));
  expect(await sayLive(live, NOW)).toBe("listLost");
  fs.renameSync(dir.at("b.csv"), dir.at("s/b.csv"));
  expect(typeof (await sayLive(live, new Date(NOW.getTime() + 60_000)))).toBe("object");
});
