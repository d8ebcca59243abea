import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleRecords } from "../../src/csv/cells.js";
import { describeDelimiter, detectDialect, NO_DELIMITER } from "../../src/csv/dialect.js";

const folder = new URL("../../fixtures/dialects/", import.meta.url);
const table = readFileSync(new URL("README.md", folder), "utf8")
  .split("\n")
  .map((line) => line.match(/^\| `(.+?)` \| `(.+?)` \| (\w+) \| (.+) \|$/))
  .filter((match) => match !== null)
  .map(([, file, delimiter, recordEnd, shows]) => ({
    file: file!,
    delimiter: delimiter!.replace("\\", ""),
    recordEnd,
    shows,
  }));

const detect = (text: string, options: { whole?: boolean; delimiter?: number } = {}) =>
  detectDialect(Buffer.from(text, "latin1"), { whole: true, ...options });

describe("the files of fixtures/dialects", () => {
  test("are all in its README", () => {
    const files = readdirSync(folder).filter((file) => file !== "README.md");
    expect(table.map((it) => it.file).sort()).toEqual(files.sort());
  });

  test.each(table)("$file ($shows) has delimiter $delimiter and record end $recordEnd", (row) => {
    const { dialect } = detectDialect(readFileSync(new URL(row.file, folder)), { whole: true });
    expect([describeDelimiter(dialect.delimiter), dialect.recordEnd]).toEqual([row.delimiter, row.recordEnd]);
  });
});

test("a table whose every cell holds digits is one below a title, too: of a day or a document and a phone", () => {
  const days = ["fecha;Cel", "2023-11-30;7012-3456", "2025-01-02;7012-3457", "2024-05-06;7012-3458"];
  const documents = ["documento;Cel", "04065206-8;7012-3456", "02701016-8;7012-3457 y 58", "02173618-4;7012-3459"];
  for (const title of ['""', "Clientes"])
    for (const table of [days, documents]) {
      const { dialect } = detect([title, ...table, ""].join("\n"));
      expect(describeDelimiter(dialect.delimiter), title).toBe(";");
    }
});

test("whatever stands between a title and a table's header, the header's delimiter parts the records", () => {
  const records = ["Ana;7012-3456;x;01200037-1", "Luis;7012-3457;;", "Eva;7012-3458;y;"];
  const between = [";;2026;Central 2222-3333", "Clientes; noviembre 2026", "Columna1;Columna2", 'Base "A";"B"x;1;2'];
  for (const row of between) {
    const { dialect } = detect(["Listado", row, "nombre;Cel;nota;documento", ...records, ""].join("\n"));
    expect(describeDelimiter(dialect.delimiter), row).toBe(";");
  }
});

describe("where the records begin", () => {
  test.each([
    ["nombre,telefono\n", 0, false, false],
    ["\xef\xbb\xbfnombre,telefono\n", 3, true, false],
    ["sep=;\nnombre;telefono\n", 6, false, true],
    ["sep=;\r\nnombre;telefono\r\n", 7, false, true],
    ["sep=;\rnombre;telefono\r", 6, false, true],
    ["\xef\xbb\xbfsep=;\r\nnombre;telefono\r\n", 10, true, true],
    ["sep=;", 5, false, true],
    ["sep=;;\na;b\n", 0, false, false],
    ["sep=\na;b\n", 0, false, false],
    ["sep=\\t\na\tb\n", 7, false, true],
    ["\xef\xbb\xbfsep=\\t\r\na\tb\r\n", 11, true, true],
    ["sep=", 0, false, false],
    ["sep=-\n7012-3456\n", 0, false, false],
    ["sep=\\n\na;b\n", 0, false, false],
    ["sep", 0, false, false],
  ])("in %j at %i", (text, bodyStart, bom, sepLine) => {
    expect(detect(text)).toMatchObject({ bodyStart, bom, sepLine });
  });

  test("lines are counted from the file's first, a sep line included", () => {
    const sample = Buffer.from("sep=;\n\na;b\n");
    const { dialect, bodyStart } = detectDialect(sample, { whole: true });
    expect(sampleRecords(sample, true, dialect, bodyStart, 9)).toEqual([
      { cells: ["a", "b"], line: 3, malformed: false },
    ]);
  });
});

test("a sep line may write the tab out", () => {
  expect(detect("sep=\\t\na;b\tc\n1;2\t3\n").dialect.delimiter).toBe(0x09);
});

test("a given delimiter outranks the sep line, and the sep line outranks the records", () => {
  expect(detect("sep=|\na;b\n1;2\n").dialect.delimiter).toBe(0x7c);
  expect(detect("sep=|\na;b\n1;2\n", { delimiter: 0x3b })).toMatchObject({
    dialect: { delimiter: 0x3b },
    bodyStart: 6,
  });
});

test("the delimiter that the first record shares with the others outranks a more regular one that it lacks", () => {
  const rows = Array.from({ length: 24 }, (_, i) => `Perez,Juan;7012-34${i + 10}${i % 4 === 0 ? ";x" : ""}\n`);
  expect(detect(`nombre;telefono\n${rows.join("")}`).dialect.delimiter).toBe(0x3b);
});

test("a delimiter that leaves text after closing quotes is not the delimiter", () => {
  expect(detect('"Perez, Juan";"x, y"\n'.repeat(5)).dialect.delimiter).toBe(0x3b);
});

test("a record that the sample's end cuts off has no say", () => {
  const text = "nombre;telefono\nAna;7012-3456\nJuan,Perez,Lopez";
  expect(detect(text, { whole: false }).dialect.delimiter).toBe(0x3b);
  expect(detect("nombre;tel", { whole: false }).dialect.delimiter).toBe(NO_DELIMITER);
});

test("an orderly table with a header is recognised in every delimiter, however few its records", () => {
  const word = fc.constantFrom(
    "Ana",
    "Juan Perez",
    "San Salvador",
    "7012-3456",
    "70123456, 2222-2222",
    "",
    "x|y",
    "a;b",
  );
  fc.assert(
    fc.property(
      fc.constantFrom(",", ";", "\t", "|"),
      fc.array(fc.tuple(word, word, word), { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      (delimiter, rows, end) => {
        const quoted = rows.map((row) => row.map((it) => (/[,;|\t]/.test(it) ? `"${it}"` : it)).join(delimiter));
        const text = [["nombre", "lugar", "telefono"].join(delimiter), ...quoted, ""].join(end);
        const { dialect } = detect(text);
        expect(dialect.delimiter).toBe(delimiter.charCodeAt(0));
        expect(dialect.recordEnd).toBe({ "\n": "lf", "\r\n": "crlf", "\r": "cr" }[end]);
      },
    ),
  );
});
