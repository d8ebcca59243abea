// Ranges that a suppression list names beside a number: by the last digits of both ends, by marks for the digits that are missing, by
// words, in brackets, behind the country's code.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

async function left(bajas: string, listed = ["2222-0050"]): Promise<string[]> {
  const list = `telefono\n${listed.join("\n")}\n7123-4567\n`;
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [bajas] });
  expect(code, stderr).toBe(0);
  return clean.toString().match(/(?<=\+503)\d{8}/g) ?? [];
}

/** Beside a number in a short list, and in one whose other columns the kernel passes over. */
function beside(number: string, note: string): string[] {
  return [
    `telefono,obs\n${number},${note}\n2511-4589,\n`,
    `telefono,nombre,obs,fecha\n${number},Banco,${note},2026-01-01\n2511-4589,B,,2026-01-01\n2511-4590,C,sí,2026-01-01\n`,
  ];
}

describe("the last digits of both ends beside the first number name a range", () => {
  test.each([
    ...[
      "del 0000 al 0099",
      "rango 0000-0099",
      "todo el rango 0000 al 0099",
      "y las líneas 01 a 99",
      "00-99",
      "0001 a 0099",
    ],
    ...["hasta 0099", "0000 – 0099", "0000/0099", "00 - 99", "entre 0000 y 0099", "000 a 099"],
  ])("%s", async (note) => {
    for (const bajas of beside("2222-0000", note)) expect(await left(bajas)).toEqual(["71234567"]);
  });

  test.each([
    ["2222-0001", "0001 al 0099"],
    ["2222-0010", "bloque 0000 a 0099"],
    ["2222-0040", "40-59"],
  ])("%s: %s", async (number, note) => {
    for (const bajas of beside(number, note)) expect(await left(bajas)).toEqual(["71234567"]);
  });

  test.each(["telefono,rango", "cabecera,rango"])("under %s", async (header) => {
    for (const ends of ["0000-0099", "00-99", "0001 a 0099", "01 al 99"])
      expect(await left(`${header}\n2222-0000,${ends}\n2511-4589,\n`), ends).toEqual(["71234567"]);
  });

  test.each([
    ...[
      "8:00-17:00",
      "de 8 a 5",
      "de 08 a 17",
      "de 08 a 17 hrs",
      "horario 0800 a 1700",
      "00 a 24 horas",
      "del 01 al 15",
    ],
    ...["del 01 al 15 de marzo", "2025-2026", "de 2000 a 2500 dolares", "$00-50", "edad 01 a 99", "12-15", "2-3 veces"],
  ])("hours, days and amounts name none: %s", async (note) => {
    for (const bajas of beside("2222-0000", note))
      expect(await left(bajas, ["2222-0012"])).toEqual(["22220012", "71234567"]);
  });
});

describe("a wildcard that a phone cell would name counts beside one", () => {
  const marks = ["2222____", "2222....", "2222[0-9]*", "2222-____", "2222-NNNN", "2222…", "2222..."];
  const words = [
    "todos los 2222",
    "serie 2222",
    "prefijo 2222",
    "los números que empiezan con 2222",
    "todo el 2222",
    "prefijos 2222 y 2223",
    "^2222",
  ];
  test.each([...marks, ...words, "tampoco 2222-00__", "y 2222-NNNN no", "y 2222-00[0-9][0-9] no"])(
    "%s",
    async (note) => {
      for (const bajas of beside("7144-5566", note)) expect(await left(bajas)).toEqual(["71234567"]);
    },
  );

  test.each(marks)("behind a number in its cell: %s", async (range) => {
    expect(await left(`telefono\n7144-5566 / ${range}\n`)).toEqual(["71234567"]);
    expect(await left(`telefono\n7144-5566\n${range}\n`)).toEqual(["71234567"]);
  });

  test.each([
    "inició en 2522",
    "todo el 2024",
    "debe 2522.00",
    "Casa 2522",
    "vive en 2522...",
    "lote 2522",
    "ext. 2522",
  ])("other figures are none: %s", async (note) => {
    for (const bajas of beside("7144-5566", note))
      expect(await left(bajas, ["2522-4321"])).toEqual(["25224321", "71234567"]);
  });
});

describe("a wildcard behind the country's code and five digits", () => {
  test.each(["+50322220***", "50322220***", "50322220XXX", "0050322220***", "0050322220XX"])("%s", async (range) => {
    expect(await left(`hola qué tal\nNo llamar a ${range} por favor\nbaja para el 7144-5566\n`)).toEqual(["71234567"]);
    for (const bajas of beside("7144-5566", `y también ${range}`)) expect(await left(bajas)).toEqual(["71234567"]);
  });
});

describe("both ends in brackets, and behind an extension", () => {
  test.each([
    "2222-00(00-99)",
    "2222-00[00-99]",
    "2222-00{00,99}",
    "222200(00 al 99)",
    "2222-0000 ext. 1 al 2222-0099",
  ])("%s", async (range) => {
    expect(await left(`telefono\n7144-5566\n"${range}"\n`)).toEqual(["71234567"]);
    expect(await left(`hola qué tal\nNo llamar a ${range} por favor\nbaja para el 7144-5566\n`)).toEqual(["71234567"]);
    for (const bajas of beside("7144-5566", `"y ${range} tampoco"`)) expect(await left(bajas)).toEqual(["71234567"]);
  });

  test("in a record that their comma tore", async () => {
    expect(await left("telefono,nota\n7144-5566,2222-00{00,99}\n2511-4589,\n")).toEqual(["71234567"]);
  });
});

test.each(["no llamar a 2222-0000+ gracias", "2222-0000+", "2222-0000 y siguientes"])(
  "a range without an end is told of in text and beside a number: %s",
  async (range) => {
    for (const bajas of [`hola qué tal\n${range}\nbaja 7144-5566\n`, ...beside("7144-5566", range)]) {
      const { stderr } = await new ScrubFolder().scrub({ lists: ["telefono\n7123-4567\n"], suppress: [bajas] });
      expect(stderr).toContain("without its end");
    }
  },
);

test.each([
  ["codigo", "hasta terminación 59"],
  ["codigo", "al 59"],
  ["contacto", "to number 59"],
])("the end of a range in the cell behind a plain number counts under %s: %s", async (name, cell) => {
  const bajas = `nombre,telefono,${name}\nAna,7012-3450,${cell}\nEva,7111-0000,C-12\n`;
  expect(await left(bajas, ["7012-3455"])).toEqual(["71234567"]);
});
