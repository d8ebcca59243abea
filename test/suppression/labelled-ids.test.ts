// Which DUIs a text takes out of the opt-outs, and all that it does not: whose phone is left out for a word is contacted.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyNumber } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";
import { withoutIds } from "../../src/suppression/labelled-ids.js";
import { draws } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { Workdir } from "../support/workdir.js";

/** Who is barred of these by a text of this line alone, beside one whose number stands in every text. */
async function barredBy(line: string, numbers: readonly string[]): Promise<string[]> {
  const text = `Bajas que pidieron por mensaje\n12/03/24, 10:15 - Eva: por favor ya no me llamen al 7999-0001\n${line}\n`;
  const list = `telefono\n${["79990001", ...numbers].map((number) => `${number}\n`).join("")}`;
  const { clean, code, stderr } = await new ScrubFolder().scrub({ lists: [list], suppress: [text] });
  expect(code, stderr).toBe(0);
  const kept: readonly string[] = clean.toString().match(/(?<=\+503)\d+/g) ?? [];
  expect(kept).not.toContain("79990001");
  return numbers.filter((number) => !kept.includes(number));
}

describe("a DUI in a text is no opt-out", () => {
  test.each([
    "12/03/24, 10:16 - Ana: Mi DUI es 70123456-0, gracias",
    "Ana Pérez, DUI 70123456-0, de San Salvador",
    "DUI No. 70123456-0",
    "DUI n.º 701234560",
    "Juan Pérez, con DUI número 70123456-0, solicita la baja de sus datos",
    "Tel. 7888-1234, DUI 70123456-0",
    "mi cel es 7888-1234 y mi DUI es 70123456-0",
  ])("behind its label: %s", async (line) => {
    expect(await barredBy(line, ["70123456"])).toEqual([]);
  });
});

describe("a number in a text is an opt-out all the same", () => {
  test.each([
    // Its check digit is another one, or none.
    "DUI 70123456-7",
    "DUI 7012-3456",
    "DUI 70123456",
    "DUI +503 7012 3456",
    "DUI 7012 3456 0",
    "DUI 70123456 0 hijos",
    "DUI 70123456 -0 hijos",
    "DUI 70123456 - 0",
    // The label is not its own.
    "Tel. o DUI: 70123456-0",
    "Celular/DUI 70123456-0",
    "WhatsApp de Ana DUI 70123456-0",
    "DUI 70123456-0 y tel 70123456",
    "indui 70123456-0",
    "re_dui 70123456-0",
    "Du\u0301dui 70123456-0",
    // The word is everyday speech, a name, or of what may be a phone.
    "Nic 70123456",
    "Nic: 0050370123456",
    "Caso #50370123456",
    "Caso 70123456",
    "A la orden. No. 70123456",
    "en ese caso número 70123456 es el mío",
    "Ya no quiero el recibo. No. 70123456",
    "caso n.º 70123456 cerrado",
    "Pedido #70123456 NO",
    "cuenta n.º 70123456",
    "código #70123456",
    "Ana $70123456",
  ])("%s", async (line) => {
    expect(await barredBy(line, ["70123456"])).toEqual(["70123456"]);
  });
});

test("whatever else a line names is barred, however many ids stand in it", () => {
  const id = fc.constantFrom("DUI 70123456-0", "dui: 702234563", "DUI n.º 70423456-9");
  const phone = fc.constantFrom("7888-1234", "78881234", "+503 7888 1234", "2250-1234", "7888.1234", "6123 4567");
  const between = fc.constantFrom(", ", "; ", " y ", " - ", ". ", " ", " (", "/");
  const piece = fc.oneof(id, phone);
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, between), { minLength: 1, maxLength: 6 }), (pieces) => {
      const line = pieces.flat().join("");
      const left = new Set(everyNumber(readCell(withoutIds(line).rest)));
      for (const [one] of pieces)
        if (!/[a-z]/i.test(one)) for (const { e164 } of readCell(one).numbers) expect(left, line).toContain(e164);
    }),
    { numRuns: draws(300) },
  );
});

test("what was left out is said: in the summary, the report and an inspection", async () => {
  const dir = new Workdir();
  const lines = ["Bajas por mensaje", "ya no me llamen al 7999-0001", "DUI 70123456-0", "hola", "dui 70223456-3"];
  dir.write("chat.txt", lines.map((line) => `${line}\n`).join(""));
  dir.write("list.csv", "telefono\n70123456\n79990001\n");
  const args = ["list.csv", "-s", "chat.txt", "-o", "clean.csv", "--report", "r.json"];
  const run = await dir.run(args);
  run.mustExit(0);
  const said = "2 DUIs that could be a phone left out (first lines: 3, 5)";
  expect(run.stderr).toContain(said);
  const [list] = JSON.parse(dir.read("r.json").toString()).suppressions;
  expect(list.text).toEqual({ lines: 5, numbers: 1, own: 0, ids: { numbers: 2, lines: [3, 5] } });
  expect((await dir.run(["inspect", "chat.txt"])).stdout.toString()).toContain(said);
  (await dir.run(["verify", "r.json"])).mustExit(0);
  const check = await dir.run(["check", "70123456", "79990001", "-s", "chat.txt", "--json"]);
  expect(check.stdout.toString().match(/"may_contact": \w+/g)).toEqual(['"may_contact": true', '"may_contact": false']);
});
