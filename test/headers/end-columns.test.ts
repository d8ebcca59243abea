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
    ["Desde,A", [0, 1]],
    ["num_ini,num_fin", [0, 1]],
    ["tel_ini,tel_fin", [0, 1]],
    ["Begin,End", [0, 1]],
    ["First,Last", [0, 1]],
    ["low,high", [0, 1]],
    ["primer numero,ultimo numero", [0, 1]],
    ["Rango 1,Rango 2", [0, 1]],
    ["telefono,telefono hasta", [0, 1]],
    ["motivo,telefono,al", [1, 2]],
    ["principio,término", [0, 1]],
    ["Serie inicial,Serie final", [0, 1]],
    ["menor,mayor", [0, 1]],
    ["empresa,phone_from,phone_to", [1, 2]],
    ["phoneFrom,phoneTo", [0, 1]],
    ["RangeFrom,RangeTo", [0, 1]],
    ["Block From,Block To", [0, 1]],
    ["number_from,number_to", [0, 1]],
    ["cabecera,cola", [0, 1]],
    ["empresa,telefono_desde,hasta", [1, 2]],
    ["telefono,hasta", [0, 1]],
    ["numero,hasta", [0, 1]],
    ["start,stop", [0, 1]],
    ["lim_inf,lim_sup", [0, 1]],
    ["inicio,cierre", [0, 1]],
    ["from,until", [0, 1]],
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

test("a first number may stand beside how many there are", () => {
  for (const header of ["desde,cantidad", "telefono inicial,cantidad de numeros", "inicio,cant"])
    expect(endColumns(header.split(","))).toEqual([{ first: 0, last: 1, isCount: true, areDoubtful: false }]);
});

describe("no ends of ranges stand in", () => {
  for (const header of [
    "fecha inicio,fecha fin",
    "desde,telefono hasta",
    "inicio",
    "From,To,Body,OptOutType,DateSent",
    "telefono,fecha,hasta",
    "from,count",
    "desde,total",
  ])
    test(header, () => expect(endColumns(header.split(","))).toEqual([]));
  test("a list without a header", () => expect(endColumns(undefined)).toEqual([]));
});
