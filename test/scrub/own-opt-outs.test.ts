// What a phone list says itself of who opted out bars in whatever state its records and names are, and nothing of it passes in silence.

import { describe, expect, test } from "vitest";
import { takeLong } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

async function scrubbed(lines: readonly string[], ...args: string[]) {
  const dir = new Workdir();
  dir.write("list.csv", `${lines.join("\n")}\n`);
  dir.write("dnc.csv", "telefono\n2222-3333\n");
  const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--json", ...args]);
  if (run.code !== 0) return { run, clean: "", warnings: [] };
  const report = JSON.parse(run.stdout.toString()) as {
    warnings: { code: string; values: unknown[] }[];
    inputs: { own_opt_outs: { records: number }[] }[];
  };
  return {
    run,
    clean: dir.read("clean.csv").toString(),
    warnings: report.warnings,
    own: report.inputs[0]!.own_opt_outs,
  };
}

describe("a broken record of a list with opt-outs of its own", () => {
  for (const isLong of [false, true])
    test.each(["2,Perez, Beto,70123457,x", "2,70123457,x", '"2,B,70123457,x"', '2,"B"b,70123457,x'])(
      `bars its numbers in a ${isLong ? "long" : "short"} list, and a warning says so: %s`,
      async (broken) => {
        takeLong(isLong);
        const list = [
          "id,nombre,telefono,no_llamar",
          "1,Ana,70123456,",
          broken,
          "3,Carla,7012-3457,",
          "4,Dora,70123458,",
          "5,Eva,70123459,",
        ];
        const { clean, warnings, own } = await scrubbed(list);
        expect(clean).not.toContain("70123457");
        expect(clean).toContain("70123456");
        expect(own).toMatchObject([{ records: 0 }]);
        expect(warnings).toContainEqual({ code: "broken-beside-opt-outs", values: ["list.csv", 1, [3]] });
      },
    );

  test("bars nobody where the list has no opt-outs of its own", async () => {
    const { clean } = await scrubbed([
      "id,nombre,telefono",
      "1,Ana,70123456",
      "2,Perez, Beto,70123457",
      "3,C,7012-3457",
      "4,D,70123458",
    ]);
    expect(clean).toContain("70123457");
  });
});

test("a column of numbers that may not be called is no column of phones to call", async () => {
  for (const name of [
    "tel_baja",
    "telefonos excluidos",
    "celular no autorizado",
    "telefono_2_no_usar",
    "telefono dado de baja",
  ]) {
    const { clean } = await scrubbed([`nombre,telefono,${name}`, "A,70123456,", "B,70123457,7012-3458", "C,70123459,"]);
    expect([name, clean.includes("70123458"), clean.includes("70123459")]).toEqual([name, false, true]);
  }
});

describe("a detail of an opt-out", () => {
  test("bars where it stands alone", async () => {
    for (const names of [
      "dnc_reason,dnc_date",
      "opt_out_reason,a",
      "motivo de baja,a",
      "no llamar por,a",
      "usuario no llamar,a",
    ]) {
      const { clean } = await scrubbed([
        `id,telefono,${names}`,
        "1,70123456,,",
        "2,70123457,asked for it,",
        "3,70123458,,",
      ]);
      expect([names, clean.includes("70123457"), clean.includes("70123458")]).toEqual([names, false, true]);
    }
  });

  test("is told of where the column of the opt-out is empty beside it, and that one decides", async () => {
    const list = [
      "id,telefono,dnc,dnc_reason",
      "1,70123456,,",
      "2,70123457,,asked for it",
      "3,70123458,x,asked for it",
    ];
    const { clean, warnings } = await scrubbed(list);
    expect(clean).toContain("70123457");
    expect(clean).not.toContain("70123458");
    expect(warnings).toEqual([{ code: "opt-out-words", values: ["list.csv", "dnc_reason", 1, [3], "column"] }]);
  });
});

describe("a column of opt-outs that is said with a value", () => {
  const rows = ["71111111,ACTIVO", "71111112,Zóna 9 ", "71111113,", "71111114,zona 91", "71111115,x"];
  const KEPT: [said: string[], kept: string, name?: string][] = [
    [["estado=ZONA 9"], "1345"],
    [["2=zona 9"], "1345"],
    [["estado="], "1245"],
    [["estado=zona 9", "estado=activo", "estado="], "45"],
    [["estado", "estado=activo"], "234"],
    [["a=b"], "1234", "a=b"],
    [["a=b=zona 9"], "1345", "a=b"],
    // What its name says of other cells holds.
    [["autoriza llamadas="], "15", "autoriza llamadas"],
  ];
  for (const isLong of [false, true])
    test.each(KEPT)(`bars by it in a ${isLong ? "long" : "short"} list: %j`, async (said, kept, name = "estado") => {
      takeLong(isLong);
      const words = said.flatMap((value) => ["--opt-out-column", value]);
      const { clean } = await scrubbed([`telefono,${name}`, ...rows], ...words);
      expect([...clean.matchAll(/7111111(\d)/g)].map(([, last]) => last).join("")).toBe(kept);
    });

  test("is refused where there is no such column, and the nearest is offered", async () => {
    const { run } = await scrubbed(["telefono,estado", ...rows], "--opt-out-column", "estdo=BAJA");
    run.mustExit(2);
    expect(run.stderr).toContain('did you mean \\"estado\\"?');
  });
});

test("marks in a column without a name are told of", async () => {
  for (const isLong of [false, true]) {
    takeLong(isLong);
    const { warnings } = await scrubbed(["id,nombre,telefono,", "1,A,70123456,", "2,B,70123457,x", "3,C,70123458,"]);
    expect(warnings).toEqual([{ code: "marks-without-name", values: ["list.csv", 4, 1, [3]] }]);
  }
});

describe("yes and no under a name of contacts that is no known opt-out", () => {
  const told = async (name: string, cells: readonly string[]) => {
    const rows = cells.map((cell, i) => `${i},7012345${i},${cell}`);
    const { clean, warnings } = await scrubbed([`id,telefono,${name}`, ...rows]);
    expect(clean.toString()).toContain("70123451");
    return warnings;
  };

  test("are told of, and bar nobody", async () => {
    for (const isLong of [false, true]) {
      takeLong(isLong);
      for (const name of [
        "SMS",
        "Suscripción",
        "Llamadas telefónicas",
        "uso de datos personales",
        "flag_contacto",
        "Promo",
      ]) {
        const yesNo = name === "Llamadas telefónicas" ? ["Permitir", "No permitir", ""] : ["Sí", "no", "N/A"];
        expect(await told(name, yesNo)).toEqual([{ code: "answers-unread", values: ["list.csv", name, 2, [2, 3]] }]);
      }
    }
  });

  test("are not told of where the column holds anything else, or tells what was done", async () => {
    for (const isLong of [false, true]) {
      takeLong(isLong);
      expect(await told("SMS", ["si", "no", "hola, su pedido"])).toEqual([]);
      expect(await told("SMS", ["hola, su pedido", "no", "si"])).toEqual([]);
      for (const name of ["SMS enviado", "contactado", "Cantidad de llamadas", "activo", "acepta_terminos"])
        expect([name, await told(name, ["si", "no", "si"])]).toEqual([name, []]);
    }
  });

  test("and a preference for nothing are told of", async () => {
    for (const name of [
      "canal preferido",
      "Preferencia de contacto",
      "¿Cuándo podemos llamarle?",
      "tipo de consentimiento",
    ])
      for (const cell of ["Ninguna", "Ninguno", "No desea", "Por ningún medio", "No"])
        expect([cell, await told(name, ["SMS", cell, "llamada"])]).toEqual([
          cell,
          [{ code: "opt-out-words", values: ["list.csv", name, 1, [3], "column"] }],
        ]);
  });
});

test("a column of a consent that bars nearly all in words that are no answer is told of, and bars", async () => {
  const list = (cell: (i: number) => string, records: number) => [
    "id,telefono,puede llamar",
    ...Array.from({ length: records }, (_, i) => `${i},701234${10 + i},${cell(i)}`),
    "x,70123499,si",
  ];
  const told = async (cell: (i: number) => string, records: number) =>
    (await scrubbed(list(cell, records))).warnings.map(({ code, values }) => [code, ...values.slice(1)]);
  for (const isLong of [false, true]) {
    takeLong(isLong);
    expect(await told(() => "8-12", 20)).toEqual([["opt-outs-doubtful", "puede llamar", 20, 21]]);
    expect(await told(() => "8-12", 18)).toEqual([]);
    expect(await told((i) => (i === 7 ? "no" : "8-12"), 20)).toEqual([]);
    expect(await told(() => "No autoriza", 20)).toEqual([]);
  }
});

test("words of an opt-out that are set off from a name are told of", async () => {
  for (const name of ["*BAJA* Carla", "Carla (baja)", "[BLOQUEADO] Carla", "BAJA - Carla", "Carla / baja"]) {
    const { warnings } = await scrubbed(["id,nombre,telefono", "1,A,70123456", `2,${name},70123457`]);
    expect(warnings.map(({ code }) => [name, code])).toEqual([[name, "opt-out-words"]]);
  }
});
