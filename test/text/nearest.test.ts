import { expect, test } from "vitest";
import { nearest } from "../../src/text/nearest.js";

const CASES: [typed: string, candidates: string[], meant: string | undefined][] = [
  ["telefno", ["nombre", "telefono", "celular"], "telefono"],
  ["teelfono", ["nombre", "telefono"], "telefono"],
  ["TELEFONO", ["telefono"], "telefono"],
  ["--supress", ["--suppress", "--suppress-column"], "--suppress"],
  ["--out-put", ["--output"], "--output"],
  ["tle", ["tel"], "tel"],
  ["te", ["tel"], "tel"],
  ["x", ["y"], "y"],
  ["correo", ["telefono", "celular"], undefined],
  ["abc", ["xyz"], undefined],
  ["telefono", [], undefined],
  ["", ["a"], "a"],
  ["", ["ab"], undefined],
];
for (const [typed, candidates, meant] of CASES)
  test(`for "${typed}" among ${candidates.join(", ") || "nothing"}, ${meant ?? "nothing"} is offered`, () => {
    expect(nearest(typed, candidates)).toBe(meant);
  });

test("the nearer of two is offered, and of two alike the first", () => {
  expect(nearest("celulr", ["cellular", "celular"])).toBe("celular");
  expect(nearest("tel3", ["tel1", "tel2"])).toBe("tel1");
});
