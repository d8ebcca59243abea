// What holds every golden case and every damaged file to naming nobody: a number of the inputs is found in what was said, grouped in
// whatever way, and nothing else is taken for one.

import { describe, expect, test } from "vitest";
import { leaked, numbersIn } from "./support/leaks.js";

describe("a leak is found", () => {
  const numbers = numbersIn(Buffer.from("telefono\n+503 7012-3456\n٢٢٢٢١١١١\n800-1234\n+504 9123-4567\n"));

  for (const text of [
    ...'line 3: 7012-3456 is no number|<td>7012 3456</td>|{"raw":"70123456"}|+50370123456'.split("|"),
    ..."(503) 7012.3456|7 0 1 2 3 4 5 6|２２２２ １１１１|8001234|50491234567".split("|"),
  ])
    test(`in ${text}`, () => expect(leaked(text, numbers)).not.toEqual([]));

  for (const text of [
    "+503 70••••56",
    "2026-11-24T20:41:11.377Z",
    "a70123456bc25bac709b3fda66c25bac709b3fda66c25bac709b3fda66c25bac70".slice(0, 64).padEnd(64, "0"),
    "70123 bytes, 456 records",
  ])
    test(`and not in ${text}`, () => expect(leaked(text, numbers)).toEqual([]));
});
