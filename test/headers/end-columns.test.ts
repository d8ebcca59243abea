// Which two columns hold the ends of ranges.

import { describe, expect, test } from "vitest";
import { endColumns } from "../../src/headers/end-columns.js";

describe("the ends of ranges stand in", () => {
  const pairs: [header: string, columns: number[]][] = [
    ["desde,hasta", [0, 1]],
    ["banco,telefono_desde,telefono_hasta", [1, 2]],
    ["telefono,telefono inicial,telefono final", [1, 2]],
    ["Número Final,Número Inicial", [1, 0]],
    ["From,To", [0, 1]],
    ["from number,to number", [0, 1]],
    ["Del,Al", [0, 1]],
    ["num_ini,num_fin", [0, 1]],
    ["tel_ini,tel_fin", [0, 1]],
    ["Begin,End", [0, 1]],
    ["First,Last", [0, 1]],
    ["primer numero,ultimo numero", [0, 1]],
    ["telefono,telefono hasta", [0, 1]],
    ["motivo,telefono,al", [1, 2]],
    ["Serie inicial,Serie final", [0, 1]],
    ["empresa,phone_from,phone_to", [1, 2]],
    ["phoneFrom,phoneTo", [0, 1]],
    ["RangeFrom,RangeTo", [0, 1]],
    ["Bloque desde,Bloque hasta", [0, 1]],
    ["number_from,number_to", [0, 1]],
    ["empresa,telefono_desde,hasta", [1, 2]],
    ["telefono,hasta", [0, 1]],
    ["numero,hasta", [0, 1]],
  ];
  for (const [header, columns] of pairs)
    test(header, () =>
      expect(endColumns(header.split(","))).toEqual([{ first: columns[0], last: columns[1], areDoubtful: false }]),
    );
});

test("beside phones they may be days", () => {
  for (const header of ["telefono,desde,hasta", "telefono,from,to", "telefono,valid_from,valid_to"])
    expect(endColumns(header.split(","))).toEqual([{ first: 1, last: 2, areDoubtful: true }]);
});

describe("no ends of ranges stand in", () => {
  for (const header of [
    "fecha inicio,fecha fin",
    "desde,telefono hasta",
    "inicio",
    "From,To,Body,OptOutType,DateSent",
    "telefono,fecha,hasta",
    "low,high",
    "desde,cantidad",
  ])
    test(header, () => expect(endColumns(header.split(","))).toEqual([]));
  test("a list without a header", () => expect(endColumns(undefined)).toEqual([]));
});
