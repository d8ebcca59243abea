import { describe, expect, test } from "vitest";
import { sampleRecords } from "../../src/csv/cells.js";
import { detectDialect } from "../../src/csv/dialect.js";
import { RecordScanner } from "../../src/csv/scanner.js";
import { RecordBatch } from "../../src/lists/batch.js";
import { findTitles, TotalWatch } from "../../src/lists/titles.js";

const PHONES_ALONE = { isOn: false, phones: [0], numbers: [], optOuts: [], ignored: [] };

/** As an opened list sees its lines. */
function titlesOf(lines: readonly string[]) {
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  const { dialect, bodyStart } = detectDialect(bytes, { whole: true });
  return findTitles(sampleRecords(bytes, true, dialect, bodyStart, 1000));
}

const many = (line: (n: number) => string, count = 20) => Array.from({ length: count }, (_, n) => line(n));
const phone = (n: number) => `7012-34${String(n).padStart(2, "0")}`;

describe("titles above a list", () => {
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
    ["many records", ["Reporte", "a;b;whatsapp", ...many((n) => `Ana;x;${phone(n)}`)], 2],
  ];
  test.each(below)("%s", (_, lines, next, nextIs = "header" as never) => {
    expect(titlesOf(lines)).toEqual({ first: 1, next, nextIs });
  });

  const none: [what: string, lines: string[]][] = [
    ["an ordinary list", ["nombre,telefono", "Ana,7012-3456"]],
    ["a header alone", ["nombre,telefono"]],
    ["one cell", ["telefono"]],
    ["one column under a title", ["Reporte de clientes", "7012-3456", "7123-4567"]],
    ["one column under a title and a header", ["Reporte de clientes", "telefono", "7012-3456"]],
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
    ["a record of empty cells", ["nombre,telefono", ",,", "Ana,7012-3456"]],
    ["words for a missing phone", ["cliente;dato", "Ana;sin teléfono", "Luis;7123-4567"]],
    ["a malformed first record", ['"nombre" x,telefono', "Ana,7012-3456"]],
    ["nothing", [""]],
  ];
  test.each(none)("not %s", (_, lines) => {
    expect(titlesOf(lines)).toBeUndefined();
  });
});

describe("a total at the end of a list", () => {
  /** The line that is named, the records in batches of this size. */
  function totalLine(lines: readonly string[], batches: readonly number[] = [lines.length]): number | undefined {
    const dialect = { delimiter: 0x3b, recordEnd: "lf" as const };
    const watch = new TotalWatch(dialect);
    let line = 1;
    for (const size of batches) {
      const bytes = Buffer.from(lines.slice(line - 1, line - 1 + size).join("\n"));
      const scanner = new RecordScanner(dialect, [0], line);
      scanner.feed(bytes, 0, bytes.length, true);
      const batch = new RecordBatch(1, 2, PHONES_ALONE);
      batch.fill(scanner);
      watch.take(batch);
      // The next batch comes in the same window.
      bytes.fill(0x78);
      line += size;
    }
    return watch.line;
  }

  test.each([
    "Total;;123",
    "TOTAL",
    "Total: 500",
    "Totales;1,50",
    "Gran total;9",
    "Sub-total;9",
    "Total general;3",
    "Total de registros: 1,500",
    "Total registros;500",
    ";;Total;123",
    '"Total";"123"',
    "(500 filas)",
    "(1 row)",
    "500 rows selected.",
    "Registros: 500",
  ])("%s is named", (total) => {
    expect(totalLine(["Ana;7012-3456", "Luis;7123-4567", total])).toBe(3);
  });

  test.each([
    "Ana;7012-3456",
    "Total Play;7012-3456",
    "Totonicapán;7012-3456",
    "7012-3456",
    "Suma;7012-3456",
    "clientes: 70123456",
    "",
    "Ana;Total",
  ])("%s is none", (record) => {
    expect(totalLine(["Luis;7123-4567", record])).toBeUndefined();
  });

  test("is looked for in the last three records only, whatever the batches", () => {
    const records = ["Ana;7012-3456", "Total;1", "Luis;7123-4567", "Eva;6123-4567"];
    for (const batches of [[4], [1, 3], [2, 2], [1, 1, 1, 1]]) {
      expect(totalLine(records, batches)).toBe(2);
      expect(totalLine([...records, "Rosa;2222-3333"], [...batches, 1])).toBeUndefined();
    }
  });
});
