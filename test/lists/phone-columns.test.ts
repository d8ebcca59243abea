import { describe, expect, test } from "vitest";
import { foldName } from "../../src/headers/folding.js";
import { namesSeveralColumns } from "../../src/headers/phone-names.js";
import { isHeader, PhoneColumns } from "../../src/lists/phone-columns.js";

const columnsOf = (header: string[] | undefined, rows: string[][], use: "phone-list" | "suppression" = "phone-list") =>
  new PhoneColumns(header, rows, use).columns;

describe("phone columns", () => {
  test("are found by content where half of the cells or more are phones", () => {
    const rows = [
      ["Ana", "70123456", "22"],
      ["Eva", "n/a", "7"],
      ["Leo", "2222-3333", ""],
    ];
    expect(columnsOf(undefined, rows)).toEqual([1]);
    expect(columnsOf(["a", "b", "c"], rows)).toEqual([1]);
    expect(columnsOf(["a", "b", "c"], [...rows, ["x", "1", ""], ["x", "2", ""]])).toEqual([]);
  });

  test("all convincing columns are taken, an empty one too", () => {
    const header = ["nombre", "telefono 1", "telefono 2", "celular", "contacto"];
    expect(columnsOf(header, [["Ana", "70123456", "", "n/a", "22223333"]])).toEqual([1, 2, 3, 4]);
    expect(columnsOf(["telefono"], [])).toEqual([0]);
  });

  test("candidates say how much of each column reads as phones", () => {
    const { examined } = new PhoneColumns(
      ["phone", "x"],
      [
        ["70123456", "70123457"],
        ["n/a", "70123458"],
        ["", "a"],
      ],
      "phone-list",
    );
    expect(examined).toEqual([
      { column: 0, name: "phone", readable: 0.5, nonEmpty: 2, byName: true, why: "name" },
      { column: 1, name: "x", readable: 2 / 3, nonEmpty: 3, byName: false, why: "beside-phones" },
    ]);
  });
});

describe("why a column is taken or not", () => {
  const whyOf = (name: string | undefined, ...cells: string[]) =>
    new PhoneColumns(
      name === undefined ? undefined : [name, "telefono"],
      cells.map((cell) => [cell, "7012-3456"]),
      "phone-list",
    ).examined[0]?.why;

  test("is its name or its content", () => {
    expect(whyOf("celular", "7012-3456")).toBe("name");
    expect(whyOf("contacto", "7012-3456", "Ana")).toBe("name");
    expect(whyOf("celular", "", "")).toBe("name");
    expect(whyOf("celular", "n/a")).toBe("name");
    expect(whyOf("x", "7012-3456")).toBe("content");
    expect(whyOf(undefined, "7012-3456")).toBe("content");
  });

  test("is what its name says that it holds instead", () => {
    expect(whyOf("dui", "70123456")).toBe("named-otherwise");
    expect(whyOf("correo", "70123456")).toBe("named-otherwise");
  });

  test("is that too little in it reads as a number", () => {
    expect(whyOf("x", "", "")).toBe("empty");
    for (const cells of [
      ["Ana", "Juan", "7012-3456"],
      ["222-2222", "222-3333"],
    ])
      expect(whyOf("x", ...cells)).toBe("few-numbers");
    expect(whyOf("whatsapp", "si", "no")).toBe("few-numbers");
  });

  test("is given for every column, in order", () => {
    const { examined } = new PhoneColumns(["id", "nombre", "telefono"], [["1", "Ana", "7012-3456"]], "phone-list");
    expect(examined.map(({ column, why }) => [column, why])).toEqual([
      [0, "named-otherwise"],
      [1, "named-otherwise"],
      [2, "name"],
    ]);
  });
});

describe("a header", () => {
  test("holds no phone number", () => {
    expect(isHeader(["nombre", "telefono 2"])).toBe(true);
    expect(isHeader(["503", "dui"])).toBe(true);
    expect(isHeader(["Ana", "7012-3456"])).toBe(false);
    expect(isHeader(["+504 9123-4567"])).toBe(false);
  });

  test("is compared without case, accents and surrounding spaces", () => {
    expect(foldName("\ufeff Teléfono ")).toBe("telefono");
  });
});

test("the name of an only column may be the names of several", () => {
  const several = "nombre,telefono|nombre:telefono|id^nombre^celular|nombre~TEL. CASA|Nombre     Teléfono".split("|");
  const one = "telefono|telefono, celular|celular/whatsapp|nombre y telefono|Teléfono: casa|Notas, varias".split("|");
  expect(several.filter((name) => !namesSeveralColumns(name))).toEqual([]);
  expect(one.filter((name) => namesSeveralColumns(name))).toEqual([]);
});
