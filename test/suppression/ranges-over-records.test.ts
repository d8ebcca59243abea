// Ranges of which one end stands in a record of a suppression list, and the other in the next one.

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
