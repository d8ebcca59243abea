import { describe, expect, test } from "vitest";
import { sampleRecords } from "../../src/csv/cells.js";
import { detectDialect } from "../../src/csv/dialect.js";
import { findLostName, findRowsAbove, looksLikeHeader } from "../../src/lists/header-row.js";
import type { ListUse } from "../../src/lists/table.js";

/** As an opened list sees its lines. */
function rowsAbove(lines: readonly string[], use: ListUse = "phone-list") {
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  const { dialect, bodyStart } = detectDialect(bytes, { whole: true });
  return findRowsAbove(sampleRecords(bytes, true, dialect, bodyStart, 1000), use);
}

const many = (line: (n: number) => string, count = 20) => Array.from({ length: count }, (_, n) => line(n));
const phone = (n: number) => `7012-34${String(n).padStart(2, "0")}`;

describe("rows above a list", () => {
  const below: [what: string, lines: string[], next: number, nextIs?: "records"][] = [
    ["one title", ["Reporte", "nombre;telefono", "Ana;7012-3456"], 2],
    ["a title and a blank line", ["Reporte de clientes", "", "nombre,telefono", "Ana,7012-3456"], 3],
    ["a title with commas", ["Clientes, noviembre 2026", "nombre;telefono;saldo", "Ana;7012-3456;1,50"], 2],
    ["padded titles", ["Reporte;;", ";;", "nombre;TEL. CASA;x", "Ana;2222-3333;1"], 3],
    ["an empty record", [";;", "nombre;celular;x", "Ana;7012-3456;1"], 2],
    ["names with a colon and values", ["Fecha:;24/11/2026", "Usuario:;admin", "nombre;celular", "Ana;7012-3456"], 3],
    ["a title that speaks of phones", ["Listado de teléfonos", "cliente;telefono", "Ana;7012-3456"], 2],
    ["a title over quoted cells", ['"Base, completa"', '"nombre","telefono"', '"Pérez, Ana","7012-3456"'], 2],
    ["tabs", ["Reporte", "nombre\ttelefono\tmonto", "Ana\t7012-3456\t1"], 2],
    ["English", ["Contacts export", "Generated 2026-11-24", "Name,Mobile Phone", "Ana,7012-3456"], 3],
    ["a company's own number", ["Empresa S.A. de C.V.", "Tel. 2222-3333", "nombre,celular", "Ana,7012-3456"], 3],
    ["no header", ["Reporte de clientes", ...many((n) => `Ana;${phone(n)}`)], 2, "records"],
    ["a header alone", ["Reporte;;", "nombre;telefono;x"], 2],
    [
      "a group of phones under titles",
      ["Empresa;;;", "Base;;;", ";;Teléfonos;;", "Código;Cliente;Celular;Casa", "1;Ana;70123456;2222-3333"],
      4,
    ],
    [
      "two rows of groups under a title",
      ["Empresa;;;", ";;Contacto;;", ";;Teléfonos;;", "Código;Cliente;Celular;Casa", "1;Ana;70123456;2222-3333"],
      4,
    ],
    ["one column under a title and a header", ["Reporte de clientes", "telefono", "7012-3456"], 2],
    [
      "group headings of as many cells",
      [
        "Datos generales,,Contacto,,Preferencias",
        "No,Nombre,Teléfono,Correo,Acepta llamadas",
        "1,Ana,7012-3456,ana@ejemplo.com,NO",
        "2,Luis,7123-4567,luis@ejemplo.com,SI",
      ],
      2,
    ],
    ...[
      "Columna1,Columna2,Columna3",
      "A,B,C",
      "0,1,2",
      "Unnamed: 0,Unnamed: 1,Unnamed: 2",
      "Contacto,Teléfono,Correo",
    ].map((row): [string, string[], number] => [
      `the row ${row}`,
      [row, "nombre,telefono,no_llamar", "Ana,7012-3456,SI", "Luis,7123-4567,"],
      2,
    ]),
    ["a series above words", ["Columna1,Columna2", "Nombre,Dato", "Ana,7012-3456", "Eva,7123-4567"], 2],
    [
      "a title in two places",
      ["Listado,,,Fecha: 31/10/2026,", "a,b,telefono,c,No llamar", "1,2,7012-3456,x,SI", "1,2,7123-4567,y,"],
      2,
    ],
    ["a header that names no phone", ["Listado,,", "Cliente,Dato,No llamar", "Ana,7012-3456,SI", "Eva,7123-4567,"], 2],
    [
      "a heading of opt-outs",
      ["Cliente,Dato,Autorización", "a,b,No contactar", "Ana,7012-3456,SI", "Eva,7123-4567,"],
      2,
    ],
    [
      "the channels of one question",
      ["Nombre,Teléfono,No contactar por,,", ",,Llamadas,SMS,WhatsApp", "Ana,7012-3456,,,X"],
      2,
    ],
    ["a number with words", ["Central: 2222-3333,,", "Nombre,Teléfono,No llamar", "Ana,7012-3456,SI"], 2],
    ["a number behind its name", ["Teléfono:,2222-3333", "Nombre,Teléfono", "Ana,7012-3456"], 2],
    ["questions", ["Q1,Q2", "Nombre completo,¿Cuál es el número de su teléfono?", "Ana,7012-3456"], 2],
    ["comments", ["# exportado el lunes", "# por ventas", "nombre,telefono", "Ana,7012-3456"], 3],
    ["a header with a nameless column", ["31/10/2026;Central 2222-3333", ";phone", "a;7012-3456", "b;7123-4567"], 2],
    ["many records", ["Reporte", "a;b;whatsapp", ...many((n) => `Ana;x;${phone(n)}`)], 2],
    ["a title over scattered words", ["Listado", ",Pág. 1,2026,Tel. 2222-3333", "a,tel,b,c", "Ana,7012-3456,x,y"], 3],
    [
      "a title over ragged records",
      ["Listado", "nombre,tel,nota", ...many((n) => `Ana,${phone(n)}${",x".repeat(n % 4)}`)],
      2,
    ],
    ["a title over spaced cells", ["Listado", "nombre, tel, nota", ...many((n) => `Ana, ${phone(n)}, x`)], 2],
    ["a title over names alone", ["Listado", "nombre,tel"], 2],
  ];
  test.each(below)("%s", (_, lines, next, nextIs = "header" as never) => {
    expect(rowsAbove(lines)).toMatchObject({ first: 1, next, nextIs });
  });

  const none: [what: string, lines: string[]][] = [
    ["an ordinary list", ["nombre,telefono", "Ana,7012-3456"]],
    ["a header alone", ["nombre,telefono"]],
    ["one cell", ["telefono"]],
    ["one column under a title", ["Reporte de clientes", "7012-3456", "7123-4567"]],
    ["one column without a header", ["7012-3456", "7123-4567"]],
    ["a list without a header", ["Ana,7012-3456", "Luis,7123-4567"]],
    ["a first record with an empty phone", ["Ana,", "Luis,7123-4567", "Eva,6123-4567"]],
    ["an index without a name", [",telefono", "0,7012-3456", "1,celular apagado"]],
    ["one named column of several", ["telefono;;", "7012-3456;Ana;x", "sin teléfono;Luis;x"]],
    ["a header of other names", ["a;b", "Ana;7012-3456", "telefono apagado;x"]],
    ["a header of one name over ragged records", ["telefono", ...many((n) => `${phone(n)},Ana`)]],
    ["contact lines", ["Lista de contactos", ...many((n) => `${phone(n)}, ${phone(n + 30)}`)]],
    ["contact lines without spaces", ["contactos", ...many((n) => `${phone(n)},${phone(n + 30)}`)]],
    ["prose", ["notas", "Llamar, por favor, al 7012-3456", "No contesta, celular apagado", "2222-3333"]],
    ["prose without spaces", ["notas", "No contesta,celular", "7012-3456 llamar", "2222-3333"]],
    ["a label that comes again", ["Contactos", "Ana, celular", ...many((n) => `Eva, celular, ${phone(n)}`)]],
    ["a box", ["Listado", "| nombre | tel |", "| Ana | 7012-3456 |"]],
    ["a record of empty cells", ["nombre,telefono", ",,", "Ana,7012-3456"]],
    ["words for a missing phone", ["cliente;dato", "Ana;sin teléfono", "Luis;7123-4567"]],
    ["a malformed first record", ['"nombre" x,telefono', "Ana,7012-3456"]],
    ["nothing", [""]],
    // Records without a number that hold such words.
    ["a channel of a first record", ["nombre,telefono,canal", "Ana,,WhatsApp", "Luis,7123-4567,SMS"]],
    ["a channel that comes again", ["cliente,dato,via", "Ana,,WhatsApp", "Luis,7123-4567,WhatsApp"]],
    ["a remark of a first record", ["nombre,telefono,estado", "Ana,,no llamar", "Luis,7012-3456,", "Eva,7123-4567,"]],
    ["a remark below records", ["cliente,dato,nota", "Luis,7012-3456,", "Ana,,no llamar", "Eva,7123-4567,"]],
    ...[
      "no me escriban mas",
      "ya no me contacten",
      "dejen de llamarme",
      "bórrenme de la lista",
      "please do not call",
      "don't call me again",
    ].map((asked): [string, string[]] => [
      `somebody who asks: ${asked}`,
      ["nombre,dato,otro", `Ana,,${asked}`, "Luis,7012-3456,no", "Eva,7123-4567,si"],
    ]),
    ["a family name", ["apellido,nombre,telefono", "Baja,Juan,", "Nolasco,Eva,7123-4567", "Silva,Luis,7012-3456"]],
    ["a product", ["cliente,telefono,producto", "Ana,,Celular", "Luis,7012-3456,Televisor"]],
    ["a kind of line", ["tipo,numero", "Celular,", "Casa,2222-3333", "Celular,7012-3456"]],
    ["the header again", ["nombre,telefono", "nombre,telefono", "Ana,7012-3456"]],
    ["the header again below records", ["nombre,telefono", "Ana,7012-3456", "nombre,telefono", "Luis,7123-4567"]],
    ["a record without a number below a series", ["A,B,C", "Ana,,x", "Eva,7123-4567,y", "Luz,7012-3456,z"]],
    ["a record that says nothing below a series", ["A,B,C", "Ana,s/n,x", "Eva,7123-4567,y", "Luz,7012-3456,z"]],
    ["a status", ["cliente,telefono,estado", "Ana,,Baja", "Luis,7012-3456,Activo", "Eva,7123-4567,Suspendido"]],
    ["names of phones in numbered records", ["7012-3456,casa", "7123-4567,celular", ",whatsapp", "2222-3333,oficina"]],
  ];
  test.each(none)("not %s", (_, lines) => {
    expect(rowsAbove(lines)).toBeUndefined();
  });
});

describe("rows above a suppression list", () => {
  test.each([
    ["the columns of events", ["Bajas de octubre,,", "dato,fecha,accion", "7012-3456,2026-10-01,baja"]],
    ["a channel", ["Lista,", "dato,canal", "7012-3456,sms"]],
    ["an expiry", ["Lista;", "dato;expira", "7012-3456;2026-12-01"]],
    ["a phone", ["Lista de bajas", "telefono", "7012-3456"]],
  ])("%s", (_, lines) => {
    expect(rowsAbove(lines, "suppression")).toMatchObject({ first: 1, next: 2, nextIs: "header" });
  });

  test.each([
    ["an action without a number", ["telefono,accion", ",baja", "7012-3456,baja"]],
    ["an opt-out that is a value", ["dato,respuesta", ",no llamar", "7012-3456,no llamar"]],
    ["numbers alone", ["7012-3456", "7123-4567"]],
    ["a number out of the plan", ["7999-9998,", "1234567,subscribed", "4922437,opt-in"]],
    ["a number in doubt", [",7999-9998", "whatsapp,7028798", ",7704-2704", "whatsapp,6387968", ",n/a"]],
    ["a column of years", ["telefono,2024,2025", "7012-3456,,"]],
  ])("not %s", (_, lines) => {
    expect(rowsAbove(lines, "suppression")).toBeUndefined();
  });
});

describe("a name that only a row above the header has", () => {
  const lost = (
    above: string,
    header: string,
    use: ListUse = "phone-list",
    told: readonly number[] = [],
    records: readonly string[][] = [],
  ) =>
    findLostName([above.split(",")], { header: header.split(","), rows: records }, use, (column) =>
      told.includes(column),
    )?.column;

  test.each<[what: string, above: string, header: string, column: number, use?: ListUse]>([
    ["an opt-out over an empty cell", "Nombre,Teléfono,,No llamar", ",casa,celular,", 3],
    ["a consent over another name", "Nombre,Autorización", "casa,dato", 1],
    ["an opt-out over its motive", "No llamar,Nombre", "motivo,telefono", 0],
    ["an opt-out over a consent", "No llamar,Nombre", "Acepta llamadas,telefono", 0],
    ["an opt-out over a phone", "Lista Robinson", "telefono,nombre", 0],
    ["an opt-out behind the header's last cell", "a,b,No llamar", "telefono,nombre", 2],
    ["a group's name over several", "Nombre,No contactar,,Otros", "telefono,No contactar llamadas,sms,x", 2],
    ["a channel", ",canal", "telefono,", 1, "suppression"],
    ["an action", ",accion", "telefono,x", 1, "suppression"],
    ["a date", ",Fecha", "telefono,accion", 1, "suppression"],
    ["an expiry", "expira,", ",telefono", 0, "suppression"],
  ])("%s", (_, above, header, column, use) => {
    expect(lost(above, header, use)).toBe(column);
  });

  test.each<[what: string, above: string, header: string, use?: ListUse]>([
    ["the same", "Nombre,No llamar", "telefono,no_llamar"],
    ["a title", "Listado de clientes,,", "telefono,casa,no_llamar"],
    ["a title of whom it lists", "Clientes que no quieren llamadas", "telefono,nombre"],
    ["a title of opt-outs over its column", "No llamar,,", "no_llamar,telefono,x"],
    ["a date of the list", "Fecha:,31/10/2026", "telefono,nombre", "suppression"],
    ["a date of the list as a line has it", '"Fecha:","31/10/2026"', "telefono,nombre", "suppression"],
    ["a date of the list in one cell", "Fecha 31/10/2026,", "telefono,nombre", "suppression"],
    ["a date above a phone list", "Fecha,", "telefono,nombre"],
  ])("not %s", (_, above, header, use) => {
    expect(lost(above, header, use)).toBeUndefined();
  });

  test.each<[what: string, above: string, answers: string[], column: number | undefined]>([
    ["of permissions", "Datos,,Permisos,", ["NO", "SI"], 2],
    ["in other words", "Datos,,Preferencias,", ["NO", "SI"], 2],
    ["that is not answered yet", "Datos,,Preferencias,", ["", ""], 2],
    ["that some don't answer", "Datos,,Preferencias,", ["n/a", "X"], 2],
    ["over counts", "Datos,,Gestiones,", ["3", "12"], undefined],
    ["that names the list's maker", "Empresa:,,ACME,", ["NO", "SI"], undefined],
    ["over made-up names", "A,B,C,D", ["NO", "SI"], undefined],
    ["of the same words", "Nombre,Teléfono,Llamadas,SMS", ["NO", "SI"], undefined],
    ["that is a title", "Reporte de clientes,,,", ["NO", "SI"], undefined],
  ])("a question %s", (_, above, answers, column) => {
    const records = answers.map((answer) => ["Ana", "7012-3456", answer, answer]);
    expect(lost(above, "Nombre,Teléfono,Llamadas,SMS", "phone-list", [], records)).toBe(column);
  });

  test("not of columns that the user says", () => {
    expect(lost("Nombre,No contactar,,Otros", "telefono,llamadas,sms,x", "phone-list", [1, 2])).toBeUndefined();
    expect(lost("Nombre,No contactar,,Otros", "telefono,llamadas,sms,x", "phone-list", [1])).toBe(2);
  });
});

describe("the first row of a suppression list", () => {
  test.each(["5.037E+10", "70l2-3", "7.0E+07,Ana", "Ana,70I2.34S", "cel. 70l2-3E56", "bajas 2026", "5.037E+10,sms"])(
    "%s is an entry",
    (row) => {
      expect(looksLikeHeader(row.split(","), row, "suppression")).toBe(false);
    },
  );

  test.each([
    ...["telefono", "phone_e164", "sha256", "telefono_sha512", "telefono,2024,2025", "dato,fecha", "celular 2026"],
    ...["Columna1,Columna2", "Unnamed: 0,Unnamed: 1", "0,1,2", "fecha,dato 2026", "V1"],
  ])("%s is a header", (row) => {
    expect(looksLikeHeader(row.split(","), row, "suppression")).toBe(true);
  });
});
