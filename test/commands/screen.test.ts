// Tables on the screen.

import { expect, test } from "vitest";
import { layOut } from "../../src/commands/screen.js";

test("A table of any length is laid out, as wide as its widest cell", () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => [i === 7 ? "wide" : "a", "b"]);
  const lines = layOut(rows, ["left", "left"]);
  expect(lines.length).toBe(200_000);
  expect(lines[0]).toBe("  a     b");
});
