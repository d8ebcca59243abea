// A listed number that a person sees in a record, whatever else the record holds: torn over its phone cells, or in a column
// whose name says nothing. Short lists and long ones.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";
import { takeLong } from "../support/long-lists.js";

const LISTED = "telefono\n7012-3456\n+502 5012 3456\n";

/** How each record of a list ended, in order. */
async function endings(header: string, records: readonly string[], args: readonly string[] = []): Promise<string[]> {
  // Of most records the last column says nothing, so that its cells don't show what it is.
  const others = Array.from(
    { length: 40 },
    (_, i) => `${"Ana,".repeat(header.split(",").length - 2)}7222-33${i + 10},no tiene`,
  );
  const list = `${[header, ...records, ...others].join("\n")}\n`;
  const run = await new ScrubFolder().scrub({
    lists: [list],
    suppress: [LISTED],
    args: ["--keep-duplicates", ...args],
  });
  expect(run.code, run.stderr).toBe(0);
  const removed = run.removed.toString();
  return records.map((record) => (removed.includes(`\n${record},suppressed,`) ? "suppressed" : "kept"));
}

/** As a list of commas writes them; 7012-3456 is in each. */
const NUMBERS_ALONE = [
  "70123456 71112222",
  "70123456/71112222",
  '"70123456, 71112222"',
  '"71112222, 70123456"',
  "70123456 y 71112222",
  "71112222 and 70123456",
  "70123456-71112222",
  "70 123 456 y 71 112 222",
  "50370123456/50371112222",
  "50350370123456",
  "71112222 72223333 70123456",
  "70123456.0",
  "50370123456.0",
  "7.0123456E7",
  "7.0123456E+07",
  "'70123456",
  '="70123456"',
  '"=""70123456"""',
  '"""70123456"""',
  "“70123456”",
  "+70123456",
  '"70123456,"',
  "70123456;",
  "70123456:",
  "#70123456",
  "70123456 (2)",
  "cel 70123456",
  "Cel. 7012-3456",
  "tel: 70123456",
  "Teléfono: 70123456",
  "TELEFONO 701 23456",
  "WhatsApp: 70123456",
  "wsp: 70123456",
  "contacto: 70123456",
  "num 70123456",
  "cel 50370123456",
  "tel 71112222 / cel 70123456",
];

/** The same among words. */
const AMONG_WORDS =
  "70123456 casa|Ana 70123456|casa: 70123456|llame 70123456|Cel 70123456 gracias|su numero es 70123456|fono 70123456|📞70123456 Ana|50370123456 x|mamá 70123456 y papá 71111111|70123456 ext 2|011503 y 01150370123456|DUI 70123456|lote 70123456|cel ok 70123456|debe $50 y llama 70123456|70123456 $50|debe 50$ 70123456|ana@correo.sv 70123456|https://x.sv/a 70123456|Ana-70123456-Bea|Ana 70123456.|Ana 70123456.0|７０１２３４５６ casa|701\u200b23456 casa|+70123456 Ana".split(
    "|",
  );

const all = (records: readonly string[], ending: string) => records.map(() => ending);

for (const isLong of [false, true])
  describe(`in a ${isLong ? "long" : "short"} list`, () => {
    test("a number that is all of a cell is looked up in digits and marks, under whatever name but another number's", async () => {
      takeLong(isLong);
      const cells = [
        "701 23456",
        "70 12 34 56",
        "7012/3456",
        "70-12-34-56",
        "(701) 23456",
        "503701 23456",
        "70123456 ",
        "7012 34 56",
      ];
      const records = cells.map((cell) => `Eva,7111-2244,${cell}`);
      for (const name of [
        "numero anterior",
        "Tigo",
        "otro",
        "wa_id",
        "Tel/DUI",
        "mamá",
        "Numero B",
        "T2",
        "referencia 2",
        "ref1",
      ])
        expect(await endings(`nombre,telefono,${name}`, records), name).toEqual(all(records, "suppressed"));
      for (const name of ["DUI", "fecha de pago", "monto", "codigo"])
        expect(await endings(`nombre,telefono,${name}`, records.slice(0, 2)), name).toEqual(["kept", "kept"]);
      const others = ["701 23457", "2012-34-56", "70123456789", "7012345678"].map((it) => `Eva,7111-2244,"${it}"`);
      expect(await endings("nombre,telefono,otro", others)).toEqual(all(others, "kept"));
    });

    test("a cell of nothing but numbers is looked up with each of them, whatever a spreadsheet or a person put around them", async () => {
      takeLong(isLong);
      const records = NUMBERS_ALONE.map((cell) => `Eva,7111-2244,${cell}`);
      // One in a list, so that its column doesn't look like phones.
      for (const record of records)
        expect([record, ...(await endings("nombre,telefono,observaciones", [record]))]).toEqual([record, "suppressed"]);
      expect(await endings("nombre,telefono,DUI", records.slice(0, 3))).toEqual(all(records.slice(0, 3), "kept"));
    });

    test("a number that is a group of digits of its own is looked up among whatever words", async () => {
      takeLong(isLong);
      const records = AMONG_WORDS.map((cell) => `Eva,7111-2244,${cell}`);
      for (const name of ["observaciones", "otro", ""])
        expect(await endings(`nombre,telefono,${name}`, records), name).toEqual(all(records, "suppressed"));
      for (const name of ["DUI", "monto", "fecha"])
        expect(await endings(`nombre,telefono,${name}`, records.slice(0, 3)), name).toEqual(
          all(records.slice(0, 3), "kept"),
        );
    });

    test("digits that others touch, in a column that no name calls ids, dates or amounts, are no number", async () => {
      takeLong(isLong);
      const cells = ["07012345-6", "7012345-6", "701234.56", '"701,234.56"', "70/12/3456"];
      const others = ["ana70123456@correo.sv", "7f70123456aa0123bcde", "lote 170123456"];
      const records = [...cells, ...others].map((cell) => `Eva,7111-2244,${cell}`);
      expect(await endings("nombre,telefono,otro", records)).toEqual(all(records, "kept"));
    });

    test("a number in a remark is looked up with a calling code glued to it, and as WhatsApp names people", async () => {
      takeLong(isLong);
      const remarks = ["llamar al 5037012-3456 por la tarde", "(0050370123456)", "al 005037012 3456"];
      const records = [...remarks, "50370123456@s.whatsapp.net", "de 70123456@c.us a mí"].map(
        (it) => `Eva,7111-2244,${it}`,
      );
      expect(await endings("nombre,telefono,nota", records)).toEqual(all(records, "suppressed"));
      const others = ["al 27012-3456", "C07012-34567"].map((it) => `Eva,7111-2244,${it}`);
      expect(await endings("nombre,telefono,nota", others)).toEqual(all(others, "kept"));
    });
  });
