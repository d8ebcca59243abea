// Why somebody opted out, as the suppression lists say it: in the removed list, for verify, and for lists of a million reasons.

import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const rowsOf = (bytes: Buffer) => parse(bytes, { columns: true }) as Record<string, string>[];

describe("the removed list", () => {
  const number = (i: number) => 70_000_000 + i * 37;

  test("has the reason of every record, of a long phone list and of many reasons", async () => {
    const dir = new Workdir();
    const people = 150_000;
    const every = 5;
    dir.write(
      "list.csv",
      `id,telefono,ciudad,direccion\n${Array.from({ length: people }, (_, i) => `${i},${number(i)},San Salvador,Colonia Escalón número dos`).join("\n")}\n`,
    );
    const held = Array.from({ length: people / every }, (_, i) => i * every);
    dir.write(
      "dnc.csv",
      `motivo,telefono,fuente,fecha\n${held.map((i) => `"caso ${i}, por ${i % 3 === 0 ? "" : "escrito"}",${number(i)},${i % 2 === 0 ? "sms" : ""},2026-03-01`).join("\n")}\n`,
    );
    dir.write("plain.txt", `${number(1)}\n${number(5)}\n`);
    await dir.ok("list.csv -s dnc.csv plain.txt -o c.csv --removed r.csv");
    const rows = rowsOf(dir.read("r.csv"));
    expect(rows).toHaveLength(held.length + 1);
    for (const { id, svscrub_list_reason, svscrub_source } of rows) {
      const i = Number(id);
      const said = `caso ${i}, por${i % 3 === 0 ? "" : " escrito"}${i % 2 === 0 ? " (sms)" : ""}`;
      if (svscrub_list_reason !== (i % every === 0 ? said : "")) expect(svscrub_list_reason, id).toBe(said);
      if (i === 5) expect(svscrub_source).toBe(`dnc.csv:2; plain.txt:2`);
    }
  }, 60_000);

  test("has no such column where no list has reasons, however the lists are read", async () => {
    const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n" });
    dir.write("dnc.csv", "telefono,fecha\n70123456,2026-03-01\n");
    await dir.ok("list.csv -s dnc.csv -o c.csv --removed r.csv");
    expect(Object.keys(rowsOf(dir.read("r.csv"))[0]!)).not.toContain("svscrub_list_reason");
  });

  test("of a broken entry has no reason: nobody knows which cell is which", async () => {
    const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n7013-4567\n" });
    dir.write("dnc.csv", "telefono,motivo\n70123456,uno,dos\n70134567,tres\n");
    await dir.ok("list.csv -s dnc.csv -o c.csv --removed r.csv --max-unreadable 90%");
    expect(rowsOf(dir.read("r.csv")).map((row) => row.svscrub_list_reason)).toEqual(["", "tres"]);
  });

  test("is the only output that shows a reason: no message, report or page does", async () => {
    const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n" });
    dir.write("dnc.csv", "telefono,motivo,fuente\n70123456,MOTIVO SECRETO,FUENTE SECRETA\n");
    const outputs = ["-o", "c.csv", "--removed", "r.csv", "--report", "a.json", "--report", "a.html"];
    const run = await dir.ok(["list.csv", "-s", "dnc.csv", ...outputs]);
    expect(dir.text("r.csv")).toContain("MOTIVO SECRETO (FUENTE SECRETA)");
    for (const text of [run.stderr, run.out, dir.text("a.json"), dir.text("a.html")])
      expect(text).not.toMatch(/SECRET/);
  });
});

async function scrubbed(list: string, dnc: string) {
  const dir = new Workdir({ "list.csv": list, "dnc.csv": dnc });
  await dir.ok("list.csv -s dnc.csv -o c.csv --removed r.csv");
  return dir;
}
const LIST = "nombre,telefono\nAna,7012-3456\nLuis,7013-4567\nEva,n/a\n";

test("verify writes the reasons of today's lists with the records of those who have opted out since", async () => {
  const dir = await scrubbed(LIST, "telefono\n7012-3456\n");
  dir.write("hoy.csv", "telefono,motivo,fuente\n70134567,ya no quiere,llamada\n");
  const run = await dir.run("verify c.audit.json -s hoy.csv --removed desde.csv");
  run.check(() => expect(run.code).toBe(1));
  expect(rowsOf(dir.read("desde.csv"))[0]).toMatchObject({
    nombre: "Luis",
    svscrub_list_reason: "ya no quiere (llamada)",
  });
});
