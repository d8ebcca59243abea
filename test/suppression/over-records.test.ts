// What is read over two records of a suppression list: ranges with an end in each, and numbers that are wrapped at a width.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

/** Whether the number between the ends is suppressed by a list. */
async function bars(list: string, numbers = ["22897705"]): Promise<boolean> {
  const dir = new Workdir();
  dir.write("bajas.txt", list);
  dir.write("list.csv", `telefono\n${[...numbers, "78787878"].join("\n")}\n`);
  (await dir.run(["list.csv", "-s", "bajas.txt", "-o", "clean.csv"])).mustExit(0);
  return dir.read("clean.csv").toString() === "telefono\n+50378787878\n";
}

const ALL = Array.from({ length: 10 }, (_, i) => `228977${String(i).padStart(2, "0")}`);

describe("a range over the end of a line is barred", () => {
  test.each([
    ["before the word", "líneas del 2289-7700\nal 2289-7709 gracias"],
    ["behind the word", "líneas del 2289-7700 al\n2289-7709 gracias"],
    ["in a quoted mail", "> líneas del 2289-7700\n> al 2289-7709 gracias"],
    ["in a page", "<p>líneas del 2289-7700<br>\nal 2289-7709</p>"],
    ["in a list of a page", "<li>del 2289-7700</li>\n<li>al 2289-7709</li>"],
    ["with CRLF", "líneas del 2289-7700\r\nal 2289-7709 gracias\r\n"],
    ["over an empty line", "líneas del 2289-7700\n\nal 2289-7709 gracias"],
    ["with another word", "desde 2289-7700\nhasta el 2289-7709 por favor"],
    ["with its last digits", "líneas del 2289-7700\nal 09"],
    ["with its last digits behind the word", "líneas del 2289-7700 al\n09"],
    ["between", "entre el 2289-7700\ny el 2289-7709 por favor"],
    ["behind a dash", "2289-7700 -\n2289-7709 gracias"],
    ["in bold", "*del 2289-7700*\n*al 2289-7709*"],
    ["over two messages", "22/11/2026, 9:01 - Ana: del 2289-7700\n22/11/2026, 9:02 - Ana: al 2289-7709"],
  ])("%s", async (_, lines) => {
    expect(await bars(`tel 7188-2057\n${lines}\n`, ALL)).toBe(true);
    expect(
      await bars(`Buenos días, les escribo por las bajas.\nEl tel 7188-2057 ya no.\n${lines}\nSaludos\n`, ALL),
    ).toBe(true);
  });

  test("in a table, also where the record before is plain", async () => {
    for (const first of ["2289-7700", "22897700", "+50322897700"]) {
      expect(await bars(`telefono\n${first}\nal 2289-7709\n`)).toBe(true);
      expect(await bars(`id,telefono\n1,${first}\n2,hasta 2289-7709\n`)).toBe(true);
    }
  });

  test("wherever in a long list", async () => {
    const others = Array.from({ length: 5000 }, (_, i) => `2500${String(i).padStart(4, "0")}`);
    const pair = "22897700\nal 22897709\n";
    for (const at of [2047, 2048, 4095, 4096]) {
      const [above, below] = [others.slice(0, at - 1), others.slice(at - 1)];
      expect(await bars(`telefono\n${above.join("\n")}\n${pair}${below.join("\n")}\n`), String(at)).toBe(true);
    }
  });
});

test.each([
  ["a list of numbers with dashes", "- 2289-7700\n- 2289-7709"],
  ["two numbers", "llame al 2289-7700\nal 7188-2057 no contesta"],
  ["an hour", "2289-7700\na las 2289 no"],
  ["two entries", "2289-7700\n2289-7709"],
])("%s is no range over a line's end", async (_, lines) => {
  expect(await bars(`Buenos días, les escribo.\ntel 7188-2057\n${lines}\n`)).toBe(false);
});

describe("numbers that were wrapped at a width, wherever that fell, are barred", () => {
  const numbers = Array.from({ length: 300 }, (_, i) =>
    String((i % 2 === 0 ? 6_000_000 : 7_000_000) * 10 + ((i * 7919) % 9_999_991)),
  );
  const halves = (mark: string) => numbers.map((it) => it.slice(0, 4) + mark + it.slice(4));
  test.each([
    ["with dashes and commas", halves("-").join(", ")],
    ["with spaces and commas", halves(" ").join(", ")],
    ["with semicolons", halves("-").join("; ")],
    ["with dashes and spaces", halves("-").join(" ")],
    ["with spaces alone", halves(" ").join(" ")],
    ["in one piece", numbers.join(" ")],
  ])("%s", async (_, text) => {
    for (const width of [70, 71, 72, 73]) {
      const lines = text.match(new RegExp(`.{1,${width}}`, "g"))!;
      expect(await bars(`${lines.join("\n")}\n`, numbers), String(width)).toBe(true);
    }
  });

  test("and whole numbers above one another make none", async () => {
    for (const list of ["7012-6456\n6001-2222\n", "7012 6456\n6001 2222\n", "1001,7012-6123\n1002,7111-2222\n"])
      for (const number of ["64566001", "61231002"]) expect(await bars(list, [number])).toBe(false);
  });
});
