// What may be an opt-out and bars nobody is a warning that names the column, the records and what to type.

import { describe, expect, test } from "vitest";
import { mayAsk, optOutColumnOf } from "../../src/headers/own-opt-outs.js";
import { takeLong } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

async function warningsOf(lines: readonly string[] | Buffer, ...args: string[]) {
  const dir = new Workdir();
  dir.write("list.csv", Buffer.isBuffer(lines) ? lines : `${lines.join("\n")}\n`);
  dir.write("dnc.csv", "telefono\n2999-0001\n");
  const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--json", ...args]);
  run.mustExit(0);
  const report = JSON.parse(run.stdout.toString()) as { warnings: { code: string; values: unknown[] }[] };
  return {
    clean: dir.read("clean.csv").toString(),
    warnings: report.warnings.map(({ code, values }) => [code, ...values.slice(1)]),
  };
}

describe("marks under no name", () => {
  for (const isLong of [false, true]) {
    const inList = `in a ${isLong ? "long" : "short"} list`;
    test(`are told of where the list has no header, ${inList}`, async () => {
      takeLong(isLong);
      for (const mark of ["x", "no", "NO", "✓", "FALSO"]) {
        const records = [`Ana,70111111,${mark}`, "Luz,70222233,", "Eva,70333344,"];
        const told = [["marks-without-name", 3, 1, [1]]];
        expect([mark, (await warningsOf(records)).warnings]).toEqual([mark, told]);
        expect([mark, (await warningsOf(records, "--no-header")).warnings]).toEqual([mark, told]);
      }
      const { warnings } = await warningsOf(["70111111;NO", "70222233;SI", "70333344;SI"]);
      expect(warnings).toEqual([["marks-without-name", 2, 3, [1, 2, 3]]]);
    });

    test(`are told of where a program made up the name, or it is one letter, ${inList}`, async () => {
      takeLong(isLong);
      const names = ["-", "Columna3", "Unnamed: 2", "field_3", "Field3", "_c2", "V3", "X", "xx", "(No column name)"];
      for (const name of names) {
        const list = [`nombre,telefono,${name}`, "Ana,70111111,x", "Luz,70222233,"];
        expect([name, (await warningsOf(list)).warnings]).toEqual([name, [["marks-without-name", 3, 1, [2]]]]);
      }
    });
  }

  test("are nothing in a column that is ignored, nor are words, letters and numbers", async () => {
    const records = ["Ana,70111111,x", "Luz,70222233,", "Eva,70333344,"];
    expect((await warningsOf(records, "--ignore-column", "3")).warnings).toEqual([]);
    expect((await warningsOf(["Ana,70111111,F,1", "Luz,70222233,M,0"])).warnings).toEqual([]);
  });
});

describe("a name that tells of contacts and not what a yes under it means", () => {
  const ASKING = [
    ...["Comunicaciones comerciales", "Comunicación comercial", "Autorizado", "Tratamiento de datos", "Notificaciones"],
    ...["Uso de datos", "Contactabilidad", "Cesión a terceros", "Firmó autorización", "Carta de autorización"],
    ...[
      "Ofertas",
      "Campañas",
      "desea campañas",
      "Alertas",
      "Suscriptor",
      "Enviar",
      "Phone permission",
      "Phone OK",
      "Agreed",
    ],
    ...["Interesado en recibir", "Información", "Recibe", "Desea", "Puede", "Cliente autorizado"],
    ...[
      "ARCO",
      "Retirado",
      "Rechaza",
      "Eliminado",
      "Removed",
      "Publicidad",
      "SMS",
      "Firma de consentimiento informado",
    ],
  ];
  test.each(ASKING)("asks: %s", async (name) => {
    expect(optOutColumnOf(name) === "consent" ? "asks" : mayAsk(name)).toBe("asks");
  });

  const SILENT = [
    ...["telefono", "cliente", "contacto_id", "Fecha de notificación", "Notificado", "Información enviada", "activo"],
    ...["acepta_terminos", "desea factura", "autorizacion descuento", "Usuario autorizado", "Autorizado por"],
    ...["Cancelado", "celular", "nombre", "Ofertas por correo", "lista", "numero", "Permiso de trabajo", "Línea"],
  ];
  test.each(SILENT)("asks nothing: %s", (name) => {
    expect(mayAsk(name)).toBe(undefined);
  });

  test("is told of by its column where it is answered", async () => {
    const told = async (name: string) =>
      (await warningsOf([`nombre,telefono,${name}`, "Ana,70111111,No", "Luz,70444455,Sí"])).warnings;
    for (const name of ["Comunicaciones comerciales", "Contactabilidad", "Phone OK", "Alertas"])
      expect([name, await told(name)]).toEqual([name, [["answers-unread", name, 2, [2, 3]]]]);
  });
});

test.each(["Desea info", "Recibir info", "acepta alertas", "Autoriza cesión de datos"])(
  "a wish or a permission of what is sent is a consent: %s",
  (name) => {
    expect(optOutColumnOf(name)).toBe("consent");
  },
);

test.each(["Suprimido", "Supresión", "Se opone", "restringido", "Restricted", "RNE", "REPEP", "Me opongo"])(
  "a word of the law that takes somebody out is an opt-out: %s",
  (name) => {
    expect(optOutColumnOf(name)).toBe("opt-out");
  },
);

describe("a consent's name with a letter lost", () => {
  test("of CP850 bars where it says no, and sí stays", async () => {
    const bytes = Buffer.from("nombre,telefono,\xa8Autorizaci\xa2n?\nAna,70111111,no\nSol,70444455,s\xa1\n", "latin1");
    const { clean } = await warningsOf(bytes);
    expect([clean.includes("70111111"), clean.includes("70444455")]).toEqual([false, true]);
  });

  test("for a question mark bars all but a plain yes", async () => {
    const { clean } = await warningsOf([
      "nombre,telefono,Autorizaci?n",
      "Ana,70111111,No",
      "Sol,70444455,S?",
      "Eva,70333344,Si",
    ]);
    expect(clean).toMatch(/^nombre.*\nEva[^\n]*\n$/);
  });

  test.each(["Suscripci?n", "Comunicaci¢n comercial", "Informaci?n"])("is told of under %s", (name) => {
    expect(mayAsk(name)).toBe("asks");
  });
});

describe("a heading of opt-outs inside a list", () => {
  const listOf = (heading: string) => [
    "nombre,celular",
    "ACTIVOS,",
    "Luz,70222233",
    "Eva,70333344",
    heading,
    "Ana,70111111",
  ];
  for (const isLong of [false, true])
    test(`is told of whatever the user says of its column, of a ${isLong ? "long" : "short"} list`, async () => {
      takeLong(isLong);
      for (const heading of ["NO LLAMAR,", "Bajas de octubre,", "Lista negra", "NO CONTACTAR,,"])
        for (const args of [[], ["--opt-out-column", "nombre"]]) {
          const { warnings, clean } = await warningsOf(listOf(heading), ...args);
          // A line of fewer cells is broken, too.
          const told = warnings.filter(([code]) => code !== "broken-beside-opt-outs");
          expect([heading, told]).toEqual([heading, [["opt-out-heading", "nombre", 1, [5]]]]);
          expect(clean).toContain("Ana");
        }
    });

  test("is none beside other words, in a column that is ignored, or where it is an answer", async () => {
    const told = async (...lines: string[]) => (await warningsOf(["nombre,celular,nota", ...lines])).warnings;
    expect(await told("Luz,70222233,", "Ana,,NO LLAMAR")).toEqual([["opt-out-words", "nota", 1, [3], "column"]]);
    expect((await warningsOf(listOf("NO LLAMAR,"), "--ignore-column", "nombre")).warnings).toEqual([]);
    expect((await warningsOf(["no_llamar,celular", ",70222233", "x,"])).warnings).toEqual([]);
  });
});

describe("a question over several columns of answers", () => {
  const QUESTION = "¿Por qué medio desea ser contactado?";
  test("is told of where one answers it with nothing", async () => {
    const { warnings } = await warningsOf([
      `Respondent ID,Telefono,${QUESTION},,`,
      ",Open-Ended Response,SMS,Llamada,Ninguno",
      "1,70111111,,,Ninguno",
      "2,70222233,SMS,,",
      "3,70333344,SMS,Llamada,",
    ]);
    expect(warnings).toEqual([["opt-out-words", "5", 2, [2, 3], "column"]]);
  });

  test("and a column named Ninguno is told of where it is marked", async () => {
    for (const mark of ["x", "Ninguno", "1"]) {
      const { warnings } = await warningsOf(["nombre,telefono,Ninguno", `Ana,70111111,${mark}`, "Luz,70222233,"]);
      expect([mark, warnings.map(([, column, count]) => [column, count])]).toEqual([mark, [["Ninguno", 1]]]);
    }
  });
});

describe("a column that the user calls one of opt-outs", () => {
  test("is told of where its name is a consent's", async () => {
    const list = ["nombre,telefono,acepta", "Ana,70111111,si", "Luz,70222233,no"];
    const { warnings } = await warningsOf(list, "--opt-out-column", "acepta");
    expect(warnings).toEqual([["consent-said-opt-out", "acepta"]]);
  });

  test("is told of where it holds other words and bars nobody", async () => {
    const told = async (...cells: string[]) => {
      const records = cells.map((cell, i) => `${cell},7011111${i}`);
      return (await warningsOf(["marca,telefono", ...records], "--opt-out-column", "1")).warnings;
    };
    for (const isLong of [false, true]) {
      takeLong(isLong);
      expect(await told("Luz", "Eva")).toEqual([["opt-out-column-idle", "marca"]]);
      expect(await told("no", "")).toEqual([]);
      expect(await told("", "")).toEqual([]);
      expect(await told("Luz", "x")).toEqual([]);
    }
  });

  test("is told of where none of its cells has the value that is said", async () => {
    const told = async (value: string, ...cells: string[]) => {
      const records = cells.map((cell, i) => `${cell},7011111${i}`);
      return (await warningsOf(["marca,telefono", ...records], "--opt-out-column", `marca=${value}`)).warnings;
    };
    expect(await told("C9", "C1", "C2")).toEqual([["opt-out-column-idle", "marca"]]);
    expect(await told("C9", "C1", "C9")).toEqual([]);
    expect(await told("", "C1", "C2")).toEqual([]);
  });
});

describe("a list that can't be read says what it is", () => {
  async function refused(text: string, ...args: string[]): Promise<string> {
    const dir = new Workdir();
    dir.write("list.csv", text);
    dir.write("dnc.csv", "telefono\n2999-0001\n");
    const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--lang", "en", ...args]);
    run.mustExit(3);
    return run.stderr.toString();
  }

  test("where each cell of a record has a line of its own", async () => {
    const psql =
      "-[ RECORD 1 ]-----\nnombre   | Ana\ntelefono | 7011-1111\n-[ RECORD 2 ]-----\nnombre   | Luz\ntelefono | 7022-2233\n";
    const mysql =
      "*************************** 1. row ***************************\n  nombre: Ana\ntelefono: 7011-1111\n";
    for (const text of [psql, mysql]) expect(await refused(text)).toContain("psql --csv");
  });
});
