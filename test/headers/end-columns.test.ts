// Which two columns hold the ends of ranges.

import { describe, expect, test } from "vitest";
import { endColumns } from "../../src/headers/end-columns.js";

describe("the ends of ranges stand in", () => {
  const pairs: [header: string, columns: number[]][] = [
    ["desde,hasta", [0, 1]],
    ["banco,telefono_desde,telefono_hasta", [1, 2]],
    ["telefono,telefono inicial,telefono final", [1, 2]],
    ["Número Final,Número Inicial", [1, 0]],
  ];
  for (const [header, columns] of pairs) test(header, () => expect(endColumns(header.split(","))).toEqual(columns));
});

describe("no ends of ranges stand in", () => {
  for (const header of ["telefono,desde,hasta", "fecha inicio,fecha fin", "desde,telefono hasta", "from,to", "inicio"])
    test(header, () => expect(endColumns(header.split(","))).toBeUndefined());
  test("a list without a header", () => expect(endColumns(undefined)).toBeUndefined());
});
