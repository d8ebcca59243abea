// Digits that stand beside a number of a text and are none of its own: they are barred, or their line is named.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

const WARNING = "line 3: beside its number it has digits that may be part of another one";
const FREE = "79990001";

async function scrub(lines: string, numbers: readonly string[] = [], args: readonly string[] = []) {
  const list = `telefono\n${[...numbers, "60330101", FREE].map((number) => `${number}\n`).join("")}`;
  const text = `Buenas tardes a todos\nRosa: no llamen al 6033-0101, gracias\n${lines}\nQue pasen buen día\n`;
  const outcome = await new ScrubFolder().scrub({ lists: [list], suppress: [text], args });
  return { ...outcome, clean: outcome.clean.toString().match(/(?<=\+503)\d{8}/g) ?? [] };
}

describe("a line with a number is named, too, where digits beside it may be another one", () => {
  test.each([
    ["an unreadable piece", "6144-2020 y 7255-3[ilegible]10"],
    ["three digits that can't be read", "6144-2020 y 72?5-3??0 de mi papá"],
    ["a letter that is no digit", "6144-2020 y 7255-3Ñ10"],
    ["its last digits are missing", "Ventas 6144-2020: quiten 7255-31"],
    ["the first digits in words", "6144-2020 y siete dos 55 31 1"],
    ["the end of a number, before a colon", "6144-2020 y el que termina en 5518: no llamar"],
    ["the end of a number, behind a colon", "6144-2020, y en esa línea termina así: 5518"],
  ])("%s", async (_, line) => {
    const { stderr, code, clean } = await scrub(line, ["61442020"]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain(WARNING);
    expect(clean).toEqual([FREE]);
  });

  test("beside a number in doubt, where marks or letters stand among them", async () => {
    const { stderr } = await scrub("quiten 222-3456 y 72Z5-3J10");
    expect(stderr).toContain(WARNING);
  });

  test("beside our own number", async () => {
    const { stderr } = await scrub("Ventas 2200-1100: quiten 7255-31", [], ["--own", "22001100"]);
    expect(stderr).toContain(WARNING);
  });

  test("it is no entry that can't be read", async () => {
    const { report } = await scrub("6144-2020 y 7255-3[ilegible]10");
    expect(JSON.stringify(report)).toContain('"ends-alone"');
    expect(JSON.stringify(report)).not.toContain('"entries-unreadable"');
  });
});

test.each([
  "[12/11/25, 10:30:15] Luis: 6144-2020 desde 2019",
  "12/11/2025 10:30 - Luis: +503 6144 2020, DUI 01234567-8, NIT 0614-290190-102-3",
  "PBX 2244-2020 ext. 3310 y 3311",
  "79 Av. Norte 2230, San Salvador, tel. 2244-2020, C.P. 1101",
  "6144-2020 debe $1,500.00, o sea Q4 2,500.75, recibo 55120, el 2026-09",
  "5     Escalante, Mirna     10-01121     6144-2020     09/10/2026",
  "del 2244-2000 al 2020",
  "6144-2020 y 7255-31XX",
  "6144-2020 y siete dos cinco cinco treinta y uno veinte",
  "6144-2020, 2021 y 2025",
  "6144-2020 y 72S5-3110",
  "6144-2020 y 7255 cel 3110",
  "6144-2020, y el que termina en 2020",
  "Tel=C3=A9fono: 6144=2D2020 y 6144=E2=80=932021",
  "6144-2020 y 7255-\n3110 de mi papá",
])("what is no part of another number is not named: %s", async (line) => {
  const { stderr, code } = await scrub(line);
  expect(code, stderr).toBe(0);
  expect(stderr).not.toContain("digits that may be part");
});

describe("a number of which a digit or two can't be read bars all that it could be", () => {
  test.each([
    ["7255-31?0", ["72553110", "72553190"]],
    ["quiten el 72?5-3110", ["72053110", "72953110"]],
    ["7255-31*0 ya no", ["72553100", "72553150"]],
    ["7255-31x0 ya no", ["72553100", "72553150"]],
    ["7255-31_0 ya no", ["72553100", "72553150"]],
    ["+503 7255 ?110 ya no", ["72550110", "72559110"]],
    ["ya no al ?255-3110", ["22553110", "62553110", "72553110"]],
    ["72?5-31?0", ["72053100", "72953190"]],
    ["6144-2020 y 7O55-31?0", ["61442020", "70553110", "70553190"]],
  ])("%s", async (line, numbers) => {
    const { clean, stderr, code } = await scrub(line, numbers);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual([FREE]);
    expect(stderr).not.toContain("line 3");
  });

  test("in a table it is refused", async () => {
    const outcome = await new ScrubFolder().scrub({
      lists: ["telefono\n79990001\n"],
      suppress: ["telefono\n6033-0101\n7255-31?0\n"],
    });
    expect(outcome.code).toBe(4);
  });
});
