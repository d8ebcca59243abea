// An opt-out without a date stands for good: it is no repetition of one with a date, which a later opt-in lifts.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const HEADER = "From,To,Body,DateSent\n";
const row = (body: string, date: string) => `+50370123456,+50322001122,${body},${date}\n`;
const [OUT, UNDATED, IN] = [
  row("BAJA", "2026-11-10T10:00:00Z"),
  row("STOP", ""),
  row("ALTA", "2026-11-20T10:00:00Z"),
] as const;

test.each([
  ["in one file", [OUT + UNDATED + IN]],
  ["in three", [OUT, UNDATED, IN]],
  ["of a day that nobody can read", [OUT, row("STOP", "ayer"), IN]],
  ["before the others", [UNDATED, OUT, IN]],
])("it bars whatever comes before and behind it, %s, and is recorded once", async (_, files) => {
  const dir = new Workdir();
  dir.write("list.csv", "telefono\n7012-3456\n7912-3456\n");
  const importAll = async () => {
    for (const [i, rows] of files.entries()) {
      dir.write(`in${i}.csv`, HEADER + rows);
      (await dir.run(["registry", "import", `in${i}.csv`, "--registry", "reg.csv", "--kind", "sms", "-q"])).mustExit(0);
    }
  };
  await importAll();
  const ledger = dir.read("reg.csv").toString();
  expect(ledger.match(/,opt-out,sms,,/g)).toHaveLength(1);
  await importAll();
  expect(dir.read("reg.csv").toString()).toBe(ledger);
  (await dir.run(["list.csv", "-s", "reg.csv", "-o", "clean.csv", "--channel", "sms", "-q"])).mustExit(0);
  expect(dir.read("clean.csv").toString()).toBe("telefono\n+50379123456\n");
});
