import { expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

const WHOLE = "nombre,telefono,no_llamar\nAna,7012-3456,NO\nEva,7012-3457,NO\nLuz,7012-3458,NO";

async function warns(list: string): Promise<boolean> {
  const { stderr } = await new ScrubFolder().scrub({ lists: [list], suppress: ["7999-9998\n"] });
  return stderr.includes("may be cut off");
}

test("a whole record without a line end is no cut", async () => {
  expect(await warns(WHOLE)).toBe(false);
  expect(await warns(`${WHOLE}\n`)).toBe(false);
  expect(await warns("7012-3456\n7012-3457")).toBe(false);
  expect(await warns("nombre,telefono,nota\nAna,7012-3456,\nEva,7012-3457,")).toBe(false);
  expect(await warns("nombre,telefono\r\nAna,7012-3456\r\nEva,7012-3457\r\n\u001a")).toBe(false);
});

test("wherever a record is cut before its last cell, it is said", async () => {
  const last = WHOLE.lastIndexOf("\n") + 1;
  for (let at = last + 1; at <= WHOLE.length - 2; at++) expect(await warns(WHOLE.slice(0, at)), `at ${at}`).toBe(true);
});
