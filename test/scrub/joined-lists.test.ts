// Two lists in one file: the header of the second, wherever it stands, is no record of the first.

import { describe, expect, test } from "vitest";
import { takeLong } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

const many = (record: (phone: string) => string, count = 30) =>
  Array.from({ length: count }, (_, i) => record(`7${String(i).padStart(7, "0")}`));

async function run(list: readonly string[], dnc: readonly string[], ...args: string[]) {
  const dir = new Workdir();
  dir.write("list.csv", `${list.join("\n")}\n`);
  dir.write("dnc.csv", `${dnc.join("\n")}\n`);
  return await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", ...args]);
}

const DNC = ["telefono", "7999-9999"];
const LIST = ["nombre,telefono", "Ana,7012-3456"];

describe("a list of people", () => {
  const list = ["Nombre,Telefono,Nota", ...many((phone) => `Juan,${phone},x`)];

  test.each([
    "Nombre,Telefono,Acepta llamadas",
    "\ufeffNombre,Telefono,No llamar",
    "Telefono,Nombre,No llamar",
    "Nombre,Celular,Nota",
    "Nombre,Telefono,Nota,No llamar",
  ])("is refused where another header stands in it: %s", async (header) => {
    for (const isLong of [false, true]) {
      takeLong(isLong);
      const result = await run([...list, header, "Ana,7222-1111,no"], DNC);
      result.mustExit(3);
      expect(result.stderr).toMatch(/line 32: two lists .* line 1 /);
    }
  });

  test("is refused as joined among its first rows, too, where the user says which row is the header", async () => {
    const short = [...list.slice(0, 4), "Nombre,Telefono,No llamar", "Ana,7222-1111,si"];
    for (const args of [[], ["--header-row", "1"]]) {
      const result = await run(short, DNC, ...args);
      result.mustExit(3);
      expect(result.stderr).toMatch(/line 5: two lists .* line 1 /);
    }
  });

  test.each([
    "Nombre,Telefono,Nota",
    "\ufeffNOMBRE,Teléfono,nota",
    "Ana,no tiene,x",
    "Ana,apagado,Celular",
    "Ana,WhatsApp,x",
    "Ana,casa,",
  ])("is read on where the same header or a record without a number stands in it: %s", async (record) => {
    (await run([...list, record, "Ana,7222-1111,no"], DNC)).mustExit(0);
  });
});

test.each<[header: string, record: (phone: string) => string, second: string, last: string]>([
  ["Telefono,Expires", (phone) => `${phone},2027-01-01`, "Telefono,Fecha", "7012-3456,2026-01-01"],
  ["Telefono,Canal,Fecha", (phone) => `${phone},call,2026-01-01`, "Telefono,Motivo,Fecha", "7012-3456,sms,2026-01-01"],
])("a suppression list of %s is refused where another header stands in it", async (header, record, second, last) => {
  const result = await run(LIST, [header, ...many(record), second, last], "--channel", "call");
  result.mustExit(4);
  expect(result.stderr).toMatch(/line 32: two lists .* line 1 /);
});
