// Numbers in words and last digits of numbers in tables and in first lines: they are barred as in a text, and what gives no number is named.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

const STRANGERS = ["22990003", "79990001"];
const SAID = "siete cero doce treinta y cuatro cincuenta y seis";
const UNREADABLE = "this entry can't be read and blocks nobody";
const BESIDE = "beside its number it has digits that may be part of another one";

async function scrub(bajas: string, numbers: readonly string[]) {
  const list = `telefono\n${[...numbers, ...STRANGERS].map((number) => `${number}\n`).join("")}`;
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [bajas] });
  expect(code, stderr).toBe(0);
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g), stderr };
}

/** More rows than are read on the spot: the kernel lists them. */
const MANY = Array.from({ length: 40_000 }, (_, i) => `Persona,${71500000 + i},llamar por la tarde\n`).join("");

describe("a first line whose words make a number bars it", () => {
  test.each([
    SAID,
    `cel: ${SAID}`,
    `No llamar al ${SAID}`,
    "siete cero 12 treinta y cuatro cincuenta y seis",
    "sietecerodocetreintaycuatrocincuentayseis",
  ])("%s", async (first) => {
    const { clean } = await scrub(`${first}\n71234567\n72223333\n72224444\n`, ["70123456", "72223333"]);
    expect(clean).toEqual(STRANGERS);
  });

  test("of a table", async () => {
    const { clean } = await scrub(`Ana,${SAID}\nEva,71234567\nLuz,72223333\nSol,72224444\n`, ["70123456", "71234567"]);
    expect(clean).toEqual(STRANGERS);
  });

  test("beside the name of a phone it is a header, and barred", async () => {
    const { clean } = await scrub(`telefono,${SAID}\n71234567,\n72223333,\n`, ["70123456", "71234567"]);
    expect(clean).toEqual(STRANGERS);
  });
});

describe("words in a note bar beside the number of the record", () => {
  test.each([
    SAID,
    "siete cero 12 treinta y cuatro 56",
    "también el siete mil doce, tres mil cuatrocientos cincuenta y seis",
    "y al otro, siete uno, ventitrés cuarenticinco sesentisiete",
    "sieteunodostrescuatrocincoseissiete",
    "ZIETE CERO DOCE TREINTA Y QUATRO SINCUENTA Y SEIS",
    "seven zero one two three four five six",
  ])("%s", async (note) => {
    const numbers = ["70123456", "71234567"];
    const { clean } = await scrub(`nombre,telefono,nota\nAna,72000001,"${note}"\n`, numbers);
    const left = numbers.filter((number) => clean?.includes(number));
    expect(left.length).toBeLessThan(2);
    expect(clean?.slice(-2)).toEqual(STRANGERS);
    const long = await scrub(`nombre,telefono,nota\n${MANY}Ana,72000001,"${note}"\n${MANY}`, numbers);
    expect(long.clean).toEqual(clean);
  });

  test("and where the record has no other number", async () => {
    const { clean, stderr } = await scrub(`nombre,telefono,nota\nAna,,${SAID}\nEva,72000001,\n`, ["70123456"]);
    expect(clean).toEqual(STRANGERS);
    expect(stderr).not.toContain("can't be read");
  });

  test("words that give none are named", async () => {
    const none = "siete cero doce treinta y cuatro cinco";
    const { stderr } = await scrub(`nombre,telefono,nota\nAna,72000001,${none}\n`, []);
    expect(stderr).toContain(`line 2: ${BESIDE}`);
    const alone = await scrub(`nombre,telefono,nota\nEva,72000001,\nAna,,${none}\n`, []);
    expect(alone.stderr).toContain(`line 3: ${UNREADABLE}`);
  });
});

describe("words in the cell of the phone", () => {
  test.each([`71234567 y ${SAID}`, `${SAID} / 71234567`])("%s", async (cell) => {
    for (const list of [`nombre,telefono\nAna,${cell}\n`, `telefono\n72000001\n${cell}\n`]) {
      const { clean, stderr } = await scrub(list, ["70123456", "71234567"]);
      expect(clean).toEqual(STRANGERS);
      expect(stderr).not.toContain("can't be read");
    }
  });

  test("alone", async () => {
    for (const list of [`nombre,telefono\nEva,72000001\nAna,${SAID}\n`, `telefono\n72000001\n${SAID}\n`]) {
      const { clean, stderr } = await scrub(list, ["70123456"]);
      expect(clean).toEqual(STRANGERS);
      expect(stderr).not.toContain("can't be read");
    }
  });

  test("that give none beside another number are named", async () => {
    const { stderr } = await scrub("nombre,telefono\nAna,71234567 y siete cero doce treinta y cuatro cinco\n", []);
    expect(stderr).toContain(`line 2: ${BESIDE}`);
  });
});

describe("the last digits of another number beside that of a record", () => {
  test.each([
    "y el que termina en 56",
    "el otro termina en cincuenta y seis",
    "mismo número pero con 56 al final",
    "her other phone ends in 56",
    "los últimos dos dígitos del otro son 56",
  ])("%s", async (note) => {
    const { clean, stderr } = await scrub(`nombre,telefono,nota\nAna,7012-3400,${note}\n`, ["70123456"]);
    expect(clean).toEqual(STRANGERS);
    expect(stderr).toContain(`line 2: ${BESIDE}`);
    const long = await scrub(`nombre,telefono,nota\n${MANY}Ana,7012-3400,${note}\n`, ["70123456"]);
    expect(long.clean).toEqual(STRANGERS);
    expect(long.stderr).toContain("line 40,002");
  });

  test("in the phone's own cell", async () => {
    const { clean, stderr } = await scrub("nombre,telefono\nAna,7012-3400 y el que termina en 56\n", ["70123456"]);
    expect(clean).toEqual(STRANGERS);
    expect(stderr).toContain(`line 2: ${BESIDE}`);
  });
});

test.each([
  "llamar a las siete",
  "a las siete, o a las ocho y media",
  "llamar a las siete y treinta o a las dos y cuarenta y cinco de la tarde",
  "el doce de marzo de dos mil veintiséis, a las ocho horas treinta minutos",
  "de dos mil veinticinco a dos mil veintiséis",
  "once mil quinientos cuarenta y dos dólares con veinte centavos",
  "setenta y un millones doscientos treinta y cuatro mil quinientos sesenta y siete dólares",
  "calle quince oriente, casa cuarenta y dos",
  "debe dos mil trescientos cuarenta y cinco 50/100 dólares",
  "el plan termina el 31 de diciembre",
  "contrato termina en 2027",
  "la promo termina el 31",
  "termina en 15 días",
  "cliente desde hace dos o tres años",
  "acabado de renovar",
  "DUI cero uno dos tres cuatro cinco seis siete guion ocho",
])("a note of other things makes no entry and no warning: %s", async (note) => {
  const all = ["71234567", "70123456", "75423456", "71153431", "71152027"];
  const { clean, stderr } = await scrub(`nombre,telefono,nota\nAna,7115-3400,"${note}"\nEva,7115-2000,\n`, all);
  expect(clean).toEqual([...all, ...STRANGERS]);
  expect(stderr).not.toMatch(/warning|can't be read|beside/i);
});
