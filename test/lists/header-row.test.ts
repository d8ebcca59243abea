import { describe, expect, test } from "vitest";
import { sampleRecords } from "../../src/csv/cells.js";
import { detectDialect } from "../../src/csv/dialect.js";
import { findHeader, type HeaderDoubt } from "../../src/lists/header-row.js";
import type { ListUse } from "../../src/lists/table.js";

/** The line of the header, `record` where the first row is one, too, or why nobody can tell, and the two lines. */
function headerOf(lines: readonly string[], use: ListUse): number | "record" | string {
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  const { dialect, bodyStart } = detectDialect(bytes, { whole: true });
  const records = sampleRecords(bytes, true, dialect, bodyStart, 1000);
  const { at, doubt } = findHeader(records, use);
  if (doubt !== undefined)
    return `${doubt.why} ${doubt.upper} ${doubt.lower}` satisfies `${HeaderDoubt["why"]} ${string}`;
  return at === undefined ? "record" : records[at]!.line;
}

const many = (line: (n: number) => string, count = 20) => Array.from({ length: count }, (_, n) => line(n));
const phone = (n: number) => `7012-34${String(n).padStart(2, "0")}`;

type Row = [what: string, lines: string[], found: number | string];

describe("the header of a phone list", () => {
  const belowTitles: Row[] = [
    ["one title", ["Reporte", "nombre;telefono", "Ana;7012-3456"], 2],
    ["a title and a blank line", ["Reporte de clientes", "", "nombre,telefono", "Ana,7012-3456"], 3],
    ["a title with commas", ["Clientes, noviembre 2026", "nombre;telefono;saldo", "Ana;7012-3456;1,50"], 2],
    ["titles of a spreadsheet", ["Reporte;;", ";;", "nombre;TEL. CASA;x", "Ana;2222-3333;1"], 3],
    ["an empty record", [";;", "nombre;celular;x", "Ana;7012-3456;1"], 2],
    ["labels", ["Fecha:;24/11/2026", "Usuario:;admin", "nombre;celular", "Ana;7012-3456"], 3],
    ["several labels in a row", ["Fecha:;24/11/2026;Teléfono:;2222-3333", "nombre;tel;a;b", "Ana;7012-3456;x;y"], 2],
    ["the name of an opt-out", ["Lista negra;;", "nombre;telefono;x", "Ana;7012-3456;y"], 2],
    ["labels above commas", ["Empresa:;ACME", "nombre;celular;saldo", ...many((n) => `Ana, ${n};${phone(n)};1,5`)], 2],
    ["a total count", ["Total de registros: 1,520", "telefono", "7012-3456"], 2],
    ["a title that speaks of phones", ["Listado de teléfonos", "telefono,cliente", "7012-3456,Ana"], 2],
    ["a title that speaks of phones in one column", ["Listado de teléfonos", "telefono", "7012-3456"], 2],
    ["a title over quoted cells", ['"Base, completa"', '"nombre","telefono"', '"Pérez, Ana","7012-3456"'], 2],
    ["a company's own number", ["Empresa S.A.", "Tel. 2222-3333", "nombre,celular", "Ana,7012-3456"], 3],
    ["a company and its number", ["Empresa S.A., Tel. 2222-3333", "nombre,celular", "Ana,7012-3456"], 2],
    ["a bare number of the company", ["Empresa", "2222-3333", "telefono,nombre", "7012-3456,Ana"], 3],
    ["a number behind its label", ["Teléfono:,2222-3333", "Nombre,Teléfono", "Ana,7012-3456"], 2],
    ["a number behind a phone's name", ["Teléfono,2222-3333", "Nombre,Teléfono", "Ana,7012-3456"], 2],
    ["names that a program made up", ["Unnamed: 0,Unnamed: 1", "Nombre,Teléfono", "Ana,7012-3456"], 2],
    ["group headings", ["Datos,,Contacto,,", "No,Nombre,Celular,Correo,x", "1,Ana,7012-3456,a@b.sv,y"], 2],
    ["two rows of groups", [";;Contacto;;", ";;Teléfonos;;", "No;Nombre;Celular;Casa", "1;Ana;70123456;"], 3],
    ["a question", ["Q1,Q2", "Nombre completo,¿Cuál es el número de su teléfono?", "Ana,7012-3456"], 2],
    ["a header that names an opt-out and no phone", ["Listado,,", "Cliente,Dato,No llamar", "Ana,7012-3456,SI"], 2],
    ["a title of whom it lists", ["Clientes que no quieren llamadas", "nombre;telefono", "Ana;7012-3456"], 2],
    ["a header alone", ["Reporte;;", "nombre;telefono;x"], 2],
    ["nineteen titles", [...many((n) => `Nota ${n}`, 19), "nombre;telefono", "Ana;7012-3456"], 20],
  ];
  test.each(belowTitles)("is found below %s", (_, lines, found) => {
    expect(headerOf(lines, "phone-list")).toBe(found);
  });

  const first: Row[] = [
    ["its names", ["nombre,telefono", "Ana,7012-3456"], 1],
    ["nothing below it", ["nombre,telefono"], 1],
    ["names that nobody knows", ["a;b", "Ana;7012-3456", "telefono apagado;x"], 1],
    ["a phone's name in a record", ["nombre,telefono,via", "Ana,,WhatsApp", "Luis,7123-4567,SMS"], 1],
    ["a phone's name in a phone cell", ["nombre,telefono,nota", "Ana,celular,x", "Luis,7123-4567,y"], 1],
    ["an opt-out in a record", ["nombre,telefono,estado", "Ana,,no llamar", "Luis,7012-3456,"], 1],
    ["itself again", ["nombre,telefono", "Ana,7012-3456", "NOMBRE,Teléfono", "Luis,7123-4567"], 1],
    ["years in its names", ["telefono,2024,2025", "7012-3456,,"], 1],
    ["a title as its only name", ["Reporte de clientes", "7012-3456", "7123-4567"], 1],
    ["a header below the first twenty rows", [...many((n) => `Nota ${n}`), "nombre;telefono", "Ana;7012-3456"], 1],
  ];
  test.each(first)("is the first row with %s", (_, lines, found) => {
    expect(headerOf(lines, "phone-list")).toBe(found);
  });

  test.each<[what: string, lines: string[]]>([
    ["numbers alone", ["7012-3456", "7123-4567"]],
    ["names and numbers", ["Ana,7012-3456", "Luis,7123-4567"]],
    ["labels that come again", ["Ana,Cel. 7012-3456,no llamar", "Luis,Cel. 7123-4567,"]],
    ["a remark beside a bare number", ["Ana,7012-3456,no llamar", "Luis,7123-4567,"]],
    ["a phone's name", ["7012-3456,casa", "7123-4567,celular", ",whatsapp", "2222-3333,oficina"]],
    ["letters for digits", ["Ana,7O12-3456", "Luis,7123-4567"]],
    ["a number, and the last one a phone's name", ["Ana,7012-3456", "Luis,celular"]],
    ["a number that the delimiter parts", ["7012,3456", "7123,4567"]],
  ])("is not there where the first row holds %s", (_, lines) => {
    expect(headerOf(lines, "phone-list")).toBe("record");
  });

  const inDoubt: Row[] = [
    ["two rows name as much", ["nombre,telefono", "cliente,celular,correo", "Ana,7012-3456,x"], "two-headers 1 2"],
    [
      "a later row names columns otherwise",
      ["nombre,telefono,nota", "Ana,7012-3456,", "nombre,telefono,No llamar", "Eva,7123-4567,SI"],
      "two-headers 1 3",
    ],
    [
      "a row above names an opt-out",
      ["Cliente,,No llamar", "nombre,celular,motivo", "Ana,7012-3456,SI"],
      "two-headers 1 2",
    ],
    ["a record stands above", ["Ana,7012-3456", "nombre,telefono", "Luis,7123-4567"], "record-above 1 2"],
    ["a number stands above one column", ["7012-3456", "telefono", "7123-4567"], "record-above 1 2"],
    ["a name holds a number", ["Telefono (ej. 7000-0000),No llamar", "7012-3456,SI"], "holds-number 1 1"],
    ["a question holds a number", ["telefono,¿Acepta llamadas del 2222-0000?", "7012-3456,SI"], "holds-number 1 1"],
  ];
  test.each(inDoubt)("is in doubt where %s", (_, lines, found) => {
    expect(headerOf(lines, "phone-list")).toBe(found);
  });
});

test.each<Row>([
  ["a phone below a title", ["Lista de bajas", "telefono", "7012-3456"], 2],
  ["a phone below the company's number", ["Bajas;Tel. 2222-3333", "telefono;fecha", "7012-3456;2026-11-01"], 2],
  ["a phone, and no entries", ["Lista de bajas;", "telefono;fecha"], 2],
  ["digests", ["Bajas;", "sha256;fecha", `${"a1".repeat(32)};2026-11-01`], 2],
  ["ends of ranges", ["Rangos;", "desde;hasta", "2222-1000;2222-1099"], 2],
  ["years", ["telefono,2024,2025", "7012-3456,,"], 1],
  ["names with a digit or a year", ["dato,fecha 2026", "7012-3456,x"], 1],
  ["names that a program made up", ["Columna1,Columna2", "7012-3456,x"], 1],
  ["an opt-out that is a value", ["dato,respuesta", ",no llamar", "7012-3456,no llamar"], 1],
  ["a record above it", ["Ana,7012-3456", "nombre,telefono", "Luis,7123-4567"], "record-above 1 2"],
  ...["5.037E+10", "7.0E+07,Ana", "70l2-3", "2222-XXXX", "cel. 70l2-3E56", "7012,3456"].map(
    (entry): Row => [`no header but ${entry}`, [entry, "7123-4567"], "record"],
  ),
])("the header of a suppression list: %s", (_, lines, found) => {
  expect(headerOf(lines, "suppression")).toBe(found);
});
