// Entries that are no number in one cell: numbers torn over cells, ranges in whatever way, and what says nothing of itself.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

/** Which of the numbers are left of a phone list, and what the run says. */
async function left(
  listed: readonly string[],
  bajas: string,
): Promise<{ clean: string[]; stderr: string; code: number; report: unknown }> {
  const list = `telefono\n${listed.join("\n")}\n71234567\n`;
  const args = ["--max-unreadable", "100%"];
  const { clean, ...rest } = await new ScrubFolder().scrub({ lists: [list], suppress: [bajas], args });
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g) ?? [], ...rest };
}

describe("a number torn over cells is barred", () => {
  test.each([
    ["telefono;prefijo;sufijo\n75839214;7012;8346\n", "beside a whole number"],
    ["telefono|a|b\n75839214|50370|128346\n", "within a calling code and its number"],
    ["telefono;a;b\n75839214;70;128346\n", "two and six"],
    ["telefono;a;b\n75839214;701;28346\n", "three and five"],
    ["nombre,a,b\nAna,701283,46\nLuis,7583-9214,\n", "six and two, behind a name"],
    ["nombre,a,b\nAna,7012834,6\nLuis,7583-9214,\n", "seven and one"],
    ["telefono,a,b,c\n75839214,7,,0128346\n", "over an empty cell"],
    ["telefono,a,b\n+1 305 555 1234,7012,8346\n75839214,,\n", "beside a number of another country"],
    ["a;b\n7012;8346\n7583;9214\n", "in a list of nothing but torn numbers"],
    ["7012;8346\n7583;9214\n", "in one without a header"],
    ["Ana,701283,46\n", "in the only record"],
  ])("%j: %s", async (bajas) => {
    const { clean, code, stderr } = await left(["70128346"], bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  });

  test.each([
    "codigo de area",
    "Código de área",
    "codigo_area",
    "cod. area",
    "area code",
    "AreaCode",
    "codigo prefijo",
    "cod_prefijo",
    "codigo central",
    "codigo zona",
    "codigo ciudad",
    "codigo_operador",
    "id prefijo",
    "id_central",
  ])("under %s, which names no id", async (name) => {
    for (const more of [
      [";contacto", ";2250-0000"],
      ["", ""],
    ]) {
      const bajas = `nombre;${name};numero${more[0]}\nAna;7012;8346${more[1]}\nLuis;7583;9214${more[1]}\n`;
      const { clean, code, stderr } = await left(["70128346"], bajas);
      expect(code, stderr).toBe(0);
      expect(clean).toEqual(["71234567"]);
    }
  });

  test("and not with what stands in a column of other figures", async () => {
    const { clean } = await left(["70128346"], "telefono;monto;fecha\n75839214;7012;8346\n");
    expect(clean).toEqual(["70128346", "71234567"]);
  });
});

test("days under `hasta` end no range, and are told of", async () => {
  const days = ["2026-12-31", "31/12/2026", "20261231"].map((day) => `25115500,${day}\n`).join("");
  const { clean, code, stderr } = await left(["25115550"], `telefono,hasta\n${days}`);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(["25115550", "71234567"]);
  expect(stderr).toContain('column "hasta" was not used');
});

test("who wrote a message and who got it are no ends of a range", async () => {
  const messages = "From,To,OptOutType,DateSent\n+50370111111,+50322220000,STOP,2026-01-01T10:00:00Z\n";
  const { clean, code, stderr } = await left(["70111111", "25115550"], messages);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(["25115550", "71234567"]);
});

describe("every number of a broken record is barred", () => {
  test.each([
    ['"x" ; "70128346"\n', "a space before the delimiter, and no header"],
    ['"x" ; "70128346"\n"y" ; "75839214"\n', "in every record"],
    ["telefono\n75839214\n7012834601/02/2026\n", "a date runs on from it"],
    ["telefono\n75839214\n50370128346503\n", "digits run on from it"],
  ])("%j: %s", async (bajas) => {
    const { clean, code, stderr } = await left(["70128346"], bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  });

  test("but a list that holds no number at all is refused", async () => {
    expect((await left([], '"x" ; "hola"\n"y" ; "mundo"\n')).code).toBe(4);
    expect((await left([], "id;monto\n7012;8346\n7013;8346\n")).code).toBe(4);
  });
});

/** Every number from 2511-5500 to 2511-5599. */
const BLOCK = Array.from({ length: 100 }, (_, i) => String(25_115_500 + i));

describe("a range bars every number in it", () => {
  test.each([
    "telefono\n70000001\n2511-5500 - 2511-5599\n",
    "telefono\n70000001\n2511-5500 a 2511-5599\n",
    "telefono\n70000001\n2511-5500 al 2511-5599\n",
    "telefono\n70000001\nDel 2511-5500 al 2511-5599\n",
    "telefono\n70000001\n2511-5500 to 2511-5599\n",
    "telefono\n70000001\n2511-5500 al 99\n",
    ...["2511-55XX", "251155xx", "2511-55**", "2511 55??", "2511-55##", "2511-55%", "+503 2511-55*"].map(
      (entry) => `telefono\n70000001\n${entry}\n`,
    ),
    "telefono\n70000001\nbanco 2511-55XX\n",
    "Estimados, no llamen más a\nninguno de los 2511-55XX de aquí\nni al 7000-0001, gracias\n",
    ...["desde;hasta", "inicio;fin", "from;to", "telefono_inicial;telefono_final"].map(
      (names) => `${names}\n25115500;25115599\n`,
    ),
    "empresa,telefono_desde,hasta\nOtro,70000001,\nBanco,2511-5500,5599\n",
    "telefono,desde,hasta\n7000-0001,2511-5500,2511-5599\n",
  ])("%j", async (bajas) => {
    const { clean, code, stderr } = await left(BLOCK, bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
    expect(stderr).not.toMatch(/not fully understood|looks like phone/);
  });

  test.each(["2511-5500 a 2512-9999", "del 2500-0000 al 2599-9999"])(
    "of more than ten thousand numbers refuses the list: %s",
    async (entry) => {
      const { code, stderr } = await left(BLOCK, `telefono\n70000001\n${entry}\n`);
      expect(code).toBe(4);
      expect(stderr).toContain("line 3: this entry is a range of ");
    },
  );

  test("of more than a hundred masked numbers refuses the list", async () => {
    const masked = Array.from({ length: 101 }, (_, i) => `2${String(511 + i)}-00XX\n`).join("");
    const { code, stderr } = await left(BLOCK, `telefono\n${masked}`);
    expect(code).toBe(4);
    expect(stderr).toContain("line 102: has more than 100 entries with a wildcard");
  });

  test("between two numbers that differ in more than their last four digits is none: they are two numbers", async () => {
    const { clean } = await left(["25115500", "25115600", "25125599"], "telefono\n70000001\n2511-5500 - 2512-5599\n");
    expect(clean).toEqual(["25115600", "71234567"]);
  });
});

describe("an entry that is not fully understood is named, and bars every number that it could mean", () => {
  test.each([
    ["2511-5500 y siguientes", ["25115500"], false],
    ["2511-5500, 5501", ["25115500", "25115501"], true],
    ["2511-5500/01", ["25115500", "25115501"], true],
    ["2511-5500 (100 líneas)", ["25115500"], true],
    ["2012345", ["22012345"], true],
    ["7O12-3456", ["70123456"], true],
    ["701234567", ["70123456"], true],
    ["12345678", [], true],
    ["7012-34", [], true],
    ["2511-XX50", [], true],
    ["222*", [], true],
    ["pendiente", [], true],
    ["7012-3456 ext. 12", ["70123456"], false],
    ["7012-3456 desde 12/03/2026 14:05", ["70123456"], false],
    ["1) 7012-3456", ["70123456"], false],
    ["12. 7012-3456", ["70123456"], false],
  ] as const)("%s", async (entry, barred, isNamed) => {
    const { clean, code, stderr } = await left(barred, `telefono\n70000001\n"${entry}"\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
    expect(stderr.includes("line 3: this was not fully understood")).toBe(isNamed);
  });

  test("in another column, where its phone cell is empty", async () => {
    const { clean, stderr } = await left(["70123456"], "telefono,nota\n70000001,\n,es el 7O12-3456\n,sin datos\n");
    expect(clean).toEqual(["71234567"]);
    expect(stderr).toContain("line 3: this was not fully understood");
  });

  test.each(["", "NULL", "\\N", "-", "N/A", "ana@example.com", "# lista de 2024"])("%j is no entry", async (cell) => {
    const { stderr, report } = await left([], `telefono\n70000001\n"${cell}"\n`);
    expect(stderr).not.toContain("not fully understood");
    expect(report).toMatchObject({ suppressions: [{ entries: 1 }] });
  });

  test("in a broken record whichever cell it stands in", async () => {
    const { clean, stderr } = await left(["70123456"], "telefono,nota\n70000001,\n7012-3456,x,12345\n");
    expect(clean).toEqual(["71234567"]);
    expect(stderr).toContain("line 3: this was not fully understood");
  });

  test("in the header and the titles, but for a year", async () => {
    const titles = (text: string) => `${text},\ntelefono,nota\n70000001,\n70000002,\n`;
    expect((await left([], titles("Bajas de 2026"))).stderr).not.toContain("not fully understood");
    expect((await left([], titles("Bajas, también el 7012-34"))).stderr).toContain(
      "line 1: this was not fully understood",
    );
  });
});

test.each([
  ["telefono\n7012-3456\n+503 7013-4567\n", { read: 19, numbers: 19, extensions: 0, times: 0, leftover: 0 }],
  [
    "telefono,nota\n7012-3456 ext. 12,\n7013-4567 y 23 (12/03/2026),\n7014-5678,baja\n",
    { read: 36, numbers: 24, extensions: 2, times: 8, leftover: 2 },
  ],
])("the digits of a list's entries are counted by where they went, and add up: %j", async (bajas, digits) => {
  expect((await left([], bajas)).report).toMatchObject({ suppressions: [{ digits }] });
});
