// Whoever a phone list itself says no of is not contacted: neither in that record nor in any other of the run, earlier ones too.

import { describe, expect, test } from "vitest";
import { takeLong } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

interface Scrubbed {
  code: number;
  stderr: string;
  /** Clean records, without the header. */
  clean: string[];
  /** Of removed records: reason, source and number. */
  removed: string[];
  warnings: unknown[][];
}

function folder(files: Record<string, string>): Workdir {
  const dir = new Workdir();
  for (const [name, text] of Object.entries({ "dnc.csv": "telefono\n2222-3333\n", ...files })) dir.write(name, text);
  return dir;
}

async function scrubbed(lines: readonly string[], ...args: string[]): Promise<Scrubbed> {
  const dir = folder({ "list.csv": `${lines.join("\n")}\n` });
  return resultOf(
    dir,
    await dir.run(["list.csv", "-s", "dnc.csv", "-o", "o.csv", "--removed", "r.csv", "--json", ...args]),
  );
}

function resultOf(dir: Workdir, run: { code: number | null; stdout: Buffer; stderr: string }): Scrubbed {
  if (run.code !== 0) return { code: run.code ?? -1, stderr: run.stderr, clean: [], removed: [], warnings: [] };
  const rows = (name: string) => dir.read(name).toString().trimEnd().split("\n").slice(1);
  const report = JSON.parse(run.stdout.toString()) as { warnings: { code: string; values: unknown[] }[] };
  return {
    ...{ code: run.code, stderr: run.stderr, clean: rows("o.csv") },
    removed: rows("r.csv").map((row) =>
      row
        .split(",")
        .slice(-4)
        .filter((_, i) => i !== 2)
        .join(" "),
    ),
    warnings: report.warnings.map(({ code, values }) => [code, ...values.slice(1)]),
  };
}

const SAYS_NO: [column: string, cell: string, reason: string][] = [
  ["estado", "NO LLAMAR", "says-no"],
  ["Status", "Unsubscribed", "says-no"],
  ["estado", "BAJA", "says-no"],
  ["notas", "cliente pidió no llamar", "says-no"],
  ["etiquetas", "VIP; no molestar; web", "says-no"],
  ["texto", "stop calling me", "says-no"],
  ["no_llamar", "x", "says-no"],
  ["DoNotCall", "1", "says-no"],
  ["opt_out", "2026-03-01", "says-no"],
  ["desafiliado", "si", "says-no"],
  ["acepta_llamadas", "no", "says-no"],
  ["suscripción", "Cancelada", "says-no"],
  ["preferencia de contacto", "Solo correo", "says-no"],
  ["no_llamar", "preguntar", "may-say-no"],
];

describe("a record whose own cell says no is suppressed, and its source names the column", () => {
  for (const isLong of [false, true])
    test.each(SAYS_NO)(`in a ${isLong ? "long" : "short"} list: %s = %s`, async (column, cell, reason) => {
      takeLong(isLong);
      const lines = [`nombre,telefono,${column}`, "Ana,7012-3456,", `Beto,7012-3457,${cell}`, "Eva,7012-3458,"];
      const { clean, removed } = await scrubbed(lines);
      expect(clean).toEqual(["Ana,+50370123456,", "Eva,+50370123458,"]);
      expect(removed).toEqual([`${reason} list.csv#${column}:2 2`]);
    });

  test.each(["7012-3457 NO LLAMAR", "7012-3457 (no molestar)", "7012-3457 NO", "7012-3457 🚫", "BAJA 7012-3457"])(
    "in the phone cell: %s",
    async (cell) => {
      const { clean, removed } = await scrubbed(["telefono,nombre", "7012-3456,A", `${cell},B`]);
      expect(clean).toEqual(["+50370123456,A"]);
      expect(removed).toEqual(["says-no list.csv#telefono:2 2"]);
    },
  );

  test.each(["(NO LLAMAR) Juan Pérez", "Juan Pérez NO LLAMAR", "BAJA - Carla", "*BAJA* Carla"])(
    "in the name: %s",
    async (name) => {
      const { removed } = await scrubbed(["nombre,telefono", "A,7012-3456", `${name},7012-3457`]);
      expect(removed).toEqual(["says-no list.csv#nombre:2 2"]);
    },
  );
});

test("a cell that is plainly something else leaves no trace", async () => {
  const cells: [string, string][] = [
    ["notas", "no llamar antes de las 10"],
    ["notas", "llamar solo por la mañana"],
    ["gestion", "no contesta"],
    ["notas", "canceló su deuda"],
    ["direccion", "Calle Baja 12"],
    ["id", "NO LLAMAR"],
    ["correo", "baja@correo.sv"],
    ["no_llamar", "no"],
    ["acepta_llamadas", "sí"],
    ["correo_desuscrito", "1"],
  ];
  for (const [column, cell] of cells) {
    const { clean, warnings } = await scrubbed([`nombre,telefono,${column}`, `A,7012-3456,${cell}`, "B,7012-3457,"]);
    const ofMarks = warnings.filter(([code]) => code === "may-say-no");
    expect([column, cell, clean.length, ofMarks]).toEqual([column, cell, 2, []]);
  }
});

describe("words that say no of more than a record are a warning", () => {
  test.each<[what: string, lines: string[], code: string, said: unknown[]]>([
    ["in a title", ["LISTA NO LLAMAR", "nombre,telefono", "A,7012-3456"], "looks-like-opt-outs", ["", [1]]],
    [
      "in the phone column's name",
      ["nombre,Telefono NO LLAMAR", "A,7012-3456"],
      "looks-like-opt-outs",
      ["Telefono NO LLAMAR", []],
    ],
    [
      "in a row of its own",
      ["nombre,telefono", "A,7012-3456", ",NO LLAMAR:", "B,7012-3457"],
      "heading-says-no",
      [1, [3]],
    ],
    ["in a ragged row", ["nombre,telefono", "A,7012-3456", "NO LLAMAR", "B,7012-3457"], "heading-says-no", [1, [3]]],
  ])("%s", async (_, lines, code, said) => {
    const { warnings } = await scrubbed(lines);
    expect(warnings).toContainEqual([code, ...said]);
  });
});

describe("a mark suppresses its numbers in the whole run", () => {
  const LATE = ["nombre,telefono,texto", "Ana,7012-3456,", "Luis,7012-3457,", "Ana,7012-3456,pidió no llamar"];

  test.each<[what: string, lines: string[], ...args: string[]]>([
    ["where the list is read once", LATE],
    ["where its columns ask", [`${LATE[0]},no_llamar`, ...LATE.slice(1).map((line) => `${line},`)]],
    ["of a flagged list", LATE, "--flag"],
    ["of a list that is written anew", LATE, "--normalize"],
  ])("%s", async (_, lines, ...args) => {
    const dir = folder({ "list.csv": `${lines.join("\n")}\n` });
    const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "o.csv", ...args]);
    run.mustExit(0);
    const clean = dir
      .read("o.csv")
      .toString()
      .split("\n")
      .slice(1)
      .filter((row) => !/,suppressed,|^$/.test(row));
    expect(clean.map((row) => row.slice(0, 4))).toEqual(["Luis"]);
  });

  test("the earlier record is opted out, by the record that says so", async () => {
    const { removed } = await scrubbed(LATE);
    expect(removed).toEqual(["opted-out list.csv#texto:3 1", "says-no list.csv#texto:3 3"]);
  });

  test.each([
    ["in a second phone column", ["telefono,celular,texto", "2149-3634,7439-7585,", ",7439-7585,NO LLAMAR"]],
    ["behind another in its cell", ["telefono,texto", '"2149-3634, 7439-7585",', "7439-7585,NO LLAMAR"]],
    ["in a remark", ["telefono,texto", "2149-3634,su hijo: 7439-7585", "7439-7585,NO LLAMAR"]],
    ["behind another, and the later record is broken", ["telefono", '"2149-3634, 7439-7585"', '"7439-7585"x']],
  ])("the number is of an earlier record, %s", async (_, lines) => {
    expect((await scrubbed(lines)).clean).toEqual([]);
  });

  test("of another list", async () => {
    const dir = folder({ "a.csv": `${LATE.slice(0, 3).join("\n")}\n`, "b.csv": `${LATE[0]}\n${LATE[3]}\n` });
    const run = await dir.run(["a.csv", "b.csv", "-s", "dnc.csv", "-o", "o.csv"]);
    run.mustExit(0);
    expect(dir.read("o.csv").toString()).toBe("nombre,telefono,texto\nLuis,+50370123457,\n");
  });

  test("of a workbook", async () => {
    const dir = folder({ "list.csv": `${LATE.join("\n")}\n` });
    (await dir.run(["list.csv", "-s", "dnc.csv", "-o", "o.xlsx"])).mustExit(0);
    const again = await dir.run(["o.xlsx", "-s", "dnc.csv", "-o", "again.csv"]);
    again.mustExit(0);
    expect(dir.read("again.csv").toString()).toBe("\ufeffnombre,telefono,texto\r\nLuis,+50370123457,\r\n");
  });

  test("of a stream that is written to a file; into stdout it is refused, for a file", async () => {
    const dir = folder({});
    const input = `${LATE.join("\n")}\n`;
    (await dir.run(["-", "-s", "dnc.csv", "-o", "o.csv"], { stdin: input })).mustExit(0);
    expect(dir.read("o.csv").toString()).toBe("nombre,telefono,texto\nLuis,+50370123457,\n");
    const piped = await dir.run(["-", "-s", "dnc.csv"], { stdin: input });
    piped.mustExit(3);
    expect(piped.stderr).toMatch(/^svscrub: stdin, line 4: .*\n {2}.*-o FILE/);
    const early = await dir.run(["-", "-s", "dnc.csv"], { stdin: [LATE[0], LATE[3], LATE[1], LATE[2], ""].join("\n") });
    early.mustExit(0);
    expect(early.stdout.toString()).toBe("nombre,telefono,texto\nLuis,+50370123457,\n");
  });

  test("of a stream that goes on long after the mark", async () => {
    const dir = folder({});
    const rest = Array.from({ length: 200_000 }, (_, i) => `Eva,${71_000_000 + i},`);
    (await dir.run(["-", "-s", "dnc.csv", "-o", "o.csv"], { stdin: [...LATE, ...rest, ""].join("\n") })).mustExit(0);
    expect(dir.read("o.csv").toString().split("\n").length).toBe(1 + 1 + rest.length + 1);
  });

  test.each(["2,Perez, Beto,70123457,x", "2,70123457,x", '"2,B,70123457,x"', '2,"B"b,70123457,x'])(
    "of a broken record whose columns ask: %s",
    async (broken) => {
      for (const isLong of [false, true]) {
        takeLong(isLong);
        const rows = ["id,nombre,telefono,no_llamar", "1,Ana,70123456,", broken, "3,C,7012-3457,", "4,D,70123458,"];
        const { clean } = await scrubbed([...rows, "5,E,70123459,"]);
        expect(clean.map((row) => row[0])).toEqual(["1", "4", "5"]);
      }
    },
  );
});

test("a column or a phrase about one channel acts on that channel", async () => {
  const cases: [column: string, cell: string, channel: string, clean: boolean][] = [
    ["acepta_sms", "no", "sms", false],
    ["acepta_sms", "no", "call", true],
    ["acepta_sms", "no", "any", false],
    ["notas", "ya no quiere SMS", "call", true],
    ["notas", "ya no quiere SMS", "sms", false],
    ["notas", "no quiere llamadas", "whatsapp", true],
    ["estado", "NO LLAMAR", "whatsapp", false],
  ];
  for (const [column, cell, channel, isClean] of cases) {
    const lines = [`telefono,${column}`, `7012-3456,${cell}`, "7012-3457,"];
    const { clean } = await scrubbed(lines, "--channel", channel);
    expect([column, cell, channel, clean.length === 2]).toEqual([column, cell, channel, isClean]);
  }
});

describe("a warning of marks", () => {
  const LINES = ["telefono,no_llamar", "7012-3456,preguntar", "7012-3457,", "7012-3458,quizás"];

  test("counts the records that may say no, and its advice works as typed", async () => {
    const { warnings, clean } = await scrubbed(LINES);
    expect(clean).toEqual(["+50370123457,"]);
    expect(warnings).toEqual([["may-say-no", "no_llamar", 2, [2, 4], "ignore"]]);
    const ignored = await scrubbed(LINES, "--ignore-column", "no_llamar");
    expect([ignored.clean.length, ignored.warnings]).toEqual([3, []]);
  });

  test("proposes to ignore no column that plainly says no", async () => {
    const { warnings } = await scrubbed([...LINES, "7012-3459,sí"]);
    expect(warnings).toEqual([["may-say-no", "no_llamar", 2, [2, 4], "look"]]);
  });

  test("counts the empty cells of a consent, and its advice makes them a no", async () => {
    const lines = ["telefono,acepta_llamadas", "7012-3456,sí", "7012-3457,", "7012-3458,NULL"];
    const { warnings, clean } = await scrubbed(lines);
    expect([clean.length, warnings]).toEqual([3, [["consent-empty", "acepta_llamadas", 2, [3, 4]]]]);
    const said = await scrubbed(lines, "--opt-out-column", "acepta_llamadas=");
    expect([said.clean.length, said.warnings]).toEqual([1, []]);
  });
});

test("a column that the user calls one of opt-outs suppresses by any yes, one with a value by that value", async () => {
  const lines = ["telefono,marca", "7012-3456,X", "7012-3457,no", "7012-3458,", "7012-3459,Z9"];
  const kept = async (...args: string[]) => (await scrubbed(lines, ...args)).clean.map((row) => row.slice(4, 12));
  expect(await kept("--opt-out-column", "marca")).toEqual(["70123457", "70123458"]);
  expect(await kept("--opt-out-column", "marca=z9")).toEqual(["70123456", "70123457", "70123458"]);
  expect(await kept("--opt-out-column", "marca=z9", "--opt-out-column", "marca=X")).toEqual(["70123457", "70123458"]);
});
