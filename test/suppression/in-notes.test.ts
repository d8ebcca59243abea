// Ranges and numbers that nobody can read, in the cells beside the phones of a suppression list: refused or named, whatever stands
// in the phone cell.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

async function scrub(text: string) {
  const list = "telefono\n2222-0050\n7123-4567\n";
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [text] });
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g) ?? [], stderr, code };
}

const WITHIN = ["tampoco llamar a 2222-XX50", "2222*50", "*2222", "222X-0050", "2222-0?5?", "2222/xxxx", "2222-[xxxx]"];
const UNREAD = ["terminado en 2222", "7111-22", "7I11-22", "2222-00 al 2222-99", "2026-22"];

describe("a wildcard of which nobody can tell what it covers is refused", () => {
  test.each([...WITHIN, '"2222;XXXX"'])("%s", async (note) => {
    for (const before of [
      "telefono,nota\n7000-1111,",
      "telefono,nota\n7000-1111,\n,",
      "telefono,fecha,nota\n7000-1111,2026-01-01,",
    ]) {
      const { code, stderr } = await scrub(`${before}${note}\n`);
      expect([code, stderr], before).toEqual([4, expect.stringContaining("not at its end")]);
    }
  });

  test.each(["2x1500 oferta", "25% descuento", "casa #2222", "marque *555", "tarjeta ****2233", "Alex 2024"])(
    "and what is none is not: %s",
    async (note) => {
      const { code, stderr, clean } = await scrub(`telefono,nota\n7000-1111,${note}\n`);
      expect(code, stderr).toBe(0);
      expect(clean).toEqual(["22220050", "71234567"]);
    },
  );
});

describe("beside an empty phone cell", () => {
  test.each(UNREAD)("a number that nobody can read is named: %s", async (note) => {
    const { code, stderr } = await scrub(`telefono,nota\n7000-1111,\n,${note}\n`);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("line 3: this entry can't be read and blocks nobody");
  });

  test.each(["todos los 2222", "prefijo 2222"])("a block that words name is barred: %s", async (note) => {
    expect((await scrub(`telefono,nota\n7000-1111,\n,${note}\n`)).clean).toEqual(["71234567"]);
  });

  test.each(["pagó $2500.00 en 2026", "casa 5", "desde 2025", "el 12/3/2026 a las 14:05"])(
    "other figures are no entry: %s",
    async (note) => {
      expect((await scrub(`telefono,nota\n7000-1111,\n,${note}\n`)).stderr).not.toContain("can't be read");
    },
  );
});
