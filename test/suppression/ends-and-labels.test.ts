// Ranges whose ends have labels and words about them, several pairs of columns, wildcards, and ends in the next cell.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

/** Which of the numbers are left of a phone list; the suppression list has to be read without a warning. */
async function left(bajas: string, listed: readonly string[]): Promise<string[]> {
  const list = `telefono\n${listed.join("\n")}\n7123-4567\n`;
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [bajas] });
  expect(code, stderr).toBe(0);
  expect(stderr).not.toMatch(/warning|without its end/i);
  return clean.toString().match(/(?<=\+503)\d{8}/g) ?? [];
}

describe("labels and words about the word that joins the ends are no matter", () => {
  test.each([
    "2222-0000 PBX al 2222-0020",
    "2222-0000 (PBX) al 2222-0020",
    "2222-0000 PBX al 15",
    "2222-0000 (PBX) al 15",
    "2222-0000, PBX, hasta 2222-0020",
    "2222-0000 fax al 2222-0020",
    "2222-0005 fax al 15",
    "2222-0005 hasta PBX 2222-0015",
    "2222-0005 hasta el PBX 2222-0015",
    "2222-0000 (PBX) - 2222-0019",
    "desde 2222-0005 PBX hasta 2222-0015 PBX",
    "2222-0005 Tel hasta 2222-0015",
    "2222-0005 (inicial) a 2222-0015 (final)",
    "del 2222-0005 (Banco) al 2222-0015 (Banco)",
    '2222-0005 ""A"" al 2222-0015 ""B""',
    "2222-0005 (11 líneas) al 2222-0015",
    "2222-0005 rotativo hasta 2222-0015",
    "2222-0005 hasta (inclusive) 2222-0015",
    "2222-0005 inclusive hasta 2222-0015",
    "2222-0005 hasta terminación 15",
    "2222-0005 hasta llegar a 2222-0015",
    "2222-0005 y de ahí hasta llegar a la 2222-0015",
    "Inicial: 2222-0005 Final: 2222-0015",
    "Primero 2222-0005 último 2222-0015",
    "Primero: 2222-0005, Último: 2222-0015",
    "2222-0005 y siguientes hasta 2222-0015",
    "2222-0005 y sucesivos hasta 2222-0015",
    "2222-0005 y consecutivos hasta 2222-0015",
    "2222-0005 en adelante hasta 2222-0015",
    "entre 2222-0005 (PBX) y 2222-0015 (fax)",
  ])("%s", async (entry) => {
    const listed = ["2222-0010"];
    expect(await left(`telefono\n7000-0001\n"${entry}"\n`, listed)).toEqual(["71234567"]);
    expect(await left(`telefono,nota\n7000-0001,"${entry}"\n2511-4589,\n`, listed), "note").toEqual(["71234567"]);
  });

  test.each([
    "2222-0005;rotativo hasta 2222-0015",
    "2222-0005;PBX hasta el 2222-0015",
    "2222-0005;rango hasta 2222-0015",
    "2222-0005;y consecutivos hasta el 2222-0015",
    "2222-0005;hasta terminación 15",
  ])("over two cells: %s", async (record) => {
    expect(await left(`telefono;nota\n${record}\n2511-4589;\n`, ["2222-0010"])).toEqual(["71234567"]);
  });

  test.each([
    "2222-0005 ni a 2222-0015",
    "2222-0005 (casa), o a 2222-0015",
    "2222-0005 y también al 15 de marzo",
    "2222-0005 no molestar hasta las 15:00",
    "2222-0005 vigente hasta 2026",
    "2222-0005 vigente hasta 15/12/2026",
    "2222-0005 baja hasta 15 de marzo",
    "2222-0005 no llamar hasta 15 dic",
  ])("another number, an hour or a day is no end: %s", async (entry) => {
    const listed = ["22220010", "22220150"];
    const { clean } = await new ScrubFolder().scrub({
      lists: [`telefono\n${listed.join("\n")}\n`],
      suppress: [`telefono\n7000-0001\n"${entry}"\n`],
    });
    expect(clean.toString().match(/(?<=\+503)\d{8}/g)).toEqual(listed);
  });
});

describe("each pair of columns of ends names a range", () => {
  const rows = "22220000,22220020,70010000,70010020\n";
  const listed = ["2222-0010", "2222-0020", "7001-0010", "7001-0020"];
  test.each([
    "desde,hasta,desde 2,hasta 2",
    "Desde,Hasta,Desde,Hasta",
    "desde_1,hasta_1,desde_2,hasta_2",
    "desde1,hasta1,desde2,hasta2",
    "from1,to1,from2,to2",
    "rango1_desde,rango1_hasta,rango2_desde,rango2_hasta",
    "Rango 1 desde,Rango 1 hasta,Rango 2 desde,Rango 2 hasta",
    "Fijo desde,Fijo hasta,Movil desde,Movil hasta",
    "desde,desde 2,hasta,hasta 2",
  ])("%s", async (header) => {
    const row = header.startsWith("desde,desde") ? "22220000,70010000,22220020,70010020\n" : rows;
    expect(await left(`cliente,${header}\nBanco,${row}`, listed)).toEqual(["71234567"]);
    expect(await left(`${header}\n${row}`, listed), "alone").toEqual(["71234567"]);
  });

  test("beside a pair of days", async () => {
    const bajas = "Fecha desde,Fecha hasta,Desde,Hasta\n01/01/2026,31/12/2026,22220000,22220020\n";
    expect(await left(bajas, ["2222-0010", "2222-0020"])).toEqual(["71234567"]);
  });

  test("Inicio rango,Fin rango", async () => {
    for (const client of ["", "cliente,"])
      expect(
        await left(`${client}Inicio rango,Fin rango\n${client}22220000,22220020\n`, ["2222-0010", "2222-0020"]),
      ).toEqual(["71234567"]);
  });
});

describe("a range whose ends are wildcards goes from the first one's least to the last one's greatest", () => {
  test.each([
    "2222-0XXX al 2222-3XXX",
    "2222-0* a 2222-3*",
    "22220??? hasta 22223???",
    "2222-0XXX - 2222-3XXX",
    "de 2222-00XX a 2222-30XX",
    "entre 2222-0### y 2222-3###",
    "+503 2222-0XXX al +503 2222-3XXX",
    "2222-0xxx hasta 3xxx",
    "2222-0XXX (PBX) hasta el 2222-3XXX",
  ])("%s", async (entry) => {
    const listed = ["2222-0000", "2222-1500", "2222-3050"].slice(0, entry.includes("30XX") ? 2 : 3);
    if (entry.includes("30XX")) listed.push("2222-3099");
    for (const bajas of [
      `telefono\n7000-0001\n${entry}\n`,
      `telefono,nota\n7000-0001,${entry}\n2511-4589,\n`,
      `telefono\n${entry}\n`,
    ])
      expect(await left(bajas, listed), bajas).toEqual(["71234567"]);
  });

  test("in two columns", async () => {
    for (const row of ["2222-0XXX,2222-3XXX", "22220*,22223*"])
      expect(await left(`desde,hasta\n${row}\n`, ["2222-1500", "2222-3999"])).toEqual(["71234567"]);
  });

  test("and is an error where it is too wide", async () => {
    for (const bajas of ["telefono\n2222-0XXX al 2255-3XXX\n", "desde,hasta\n2222-0XXX,2255-3XXX\n"]) {
      const { code, stderr } = await new ScrubFolder().scrub({ lists: ["telefono\n2230-0000\n"], suppress: [bajas] });
      expect(code, stderr).toBe(4);
    }
  });
});

describe("a second span behind the first counts", () => {
  test.each([
    ["2222-0000 al 20 y del 30 al 40", ["2222-0010", "2222-0030", "2222-0035", "2222-0040"]],
    ["2222-0000 al 20 y desde el 30 al 40", ["2222-0010", "2222-0035"]],
    ["2255-0000 a 20 y de 30 a 40", ["2255-0010", "2255-0035"]],
    ["2244-0000 y del 05 al 10", ["2244-0000", "2244-0005", "2244-0007", "2244-0010"]],
    ["2222-0000 al 20, 30 al 40 y del 50 al 60", ["2222-0010", "2222-0035", "2222-0055"]],
  ])("%s", async (entry, listed) => {
    expect(await left(`telefono\n7000-0001\n"${entry}"\n`, listed)).toEqual(["71234567"]);
  });
});

describe("the end alone in the next cell", () => {
  test.each([
    ["2222-0015", "al 25", "2222-0020"],
    ["2233-0000", "al 9", "2233-0005"],
    ["2233-0003", "a la 9", "2233-0005"],
    ["2222-0015", "hasta el 25", "2222-0020"],
    ["2222-0015", "to 25", "2222-0020"],
  ])("%s beside %s", async (number, end, listed) => {
    const plain = `telefono,nota\n${number},${end}\n2511-4589,\n`;
    const many = `telefono,nombre,nota\n2511-4589,B,\n${number},Banco,${end}\n2511-4590,C,sí\n`;
    expect(await left(plain, [listed])).toEqual(["71234567"]);
    expect(await left(`telefono,nota\n${number},${end}\n2233-0100,al 9\n`, [listed])).toEqual(["71234567"]);
    if (!number.endsWith("3")) expect(await left(many, [listed]), "not beside it").toEqual(["71234567"]);
  });

  test.each([
    ["2222-0000 al -20", "2222-0010"],
    ["2244-0000[al 20]", "2244-0010"],
    ["2244-0000 [al 20]", "2244-0010"],
  ])("with other marks: %s", async (entry, listed) => {
    expect(await left(`telefono\n7000-0001\n${entry}\n`, [listed])).toEqual(["71234567"]);
  });
});
