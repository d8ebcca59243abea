import { expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";
test("t", async () => {
  const f = new ScrubFolder();
  const t = Date.now();
  let r;
  for (let i = 0; i < 200; i++) r = await f.scrub({ lists: ["id,telefono\n1,70123456\n2,70123457\n"], suppress: ["70123456\n"] });
  console.log((Date.now() - t) / 200, r, r!.clean.toString());
  expect(r!.code).toBe(0);
});
