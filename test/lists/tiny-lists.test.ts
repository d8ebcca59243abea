// Lists so small that little speaks for a delimiter, in both roles: as the phone list, and as the suppression list.

import { expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

const BOTH = "nombre,telefono\nAna,7012-3456\nLuis,7123-4567\n";
const NOT_LISTED = "nombre,telefono\nLuis,+50371234567\n";

/** No table as a phone list; every number in it bars. */
const NO_TABLE = "no table";

/** Each holds the number 7012-3456, and nobody's else but 2222-3333. Where no clean list is given, it is refused. */
const TINY: [what: string, list: string, clean?: string][] = [
  ["a number", "7012-3456", "+50370123456"],
  ["a number and a line end", "7012-3456\r\n", "+50370123456\r\n"],
  ["a number and a CR", "7012-3456\r", "+50370123456\r"],
  ["a number behind a byte order mark", "\ufeff7012-3456", "\ufeff+50370123456"],
  ["a number in quotes", '"7012-3456"', '"+50370123456"'],
  ["a number and a semicolon", "7012-3456;\n", "+50370123456;\n"],
  ["a header and a number", "telefono\n7012-3456", "telefono\n+50370123456"],
  ["a header in quotes", '"telefono"\n7012-3456\n', '"telefono"\n+50370123456\n'],
  ["a record without a header", "Ana\t7012-3456", "Ana\t+50370123456"],
  ["a record with bars", "Ana|7012-3456\n", "Ana|+50370123456\n"],
  ["a record with a decimal comma", "Ana;1,50;7012-3456\n", "Ana;1,50;+50370123456\n"],
  ["two numbers in a record", "7012-3456;2222-3333\n", "+50370123456;+50322223333\n"],
  ["two numbers in quotes", 'telefono\n"7012-3456, 2222-3333"\n', 'telefono\n"+50370123456"\n'],
  ["quotes everywhere", '"nombre","telefono"\n"Ana","7012-3456"\n', '"nombre","telefono"\n"Ana","+50370123456"\n'],
  ["quotes and semicolons", '"a";"telefono"\r\n"x";"7012-3456"\r\n', '"a";"telefono"\r\n"x";"+50370123456"\r\n'],
  ["spaces behind commas", "nombre, telefono\nAna, 7012-3456\n", "nombre, telefono\nAna,+50370123456\n"],
  ["spaces before quotes", '"nombre", "telefono"\n"Ana", "7012-3456"\n', '"nombre", "telefono"\n"Ana",+50370123456\n'],
  ["spaces around bars", "nombre | telefono\nAna | 7012-3456\n", "nombre | telefono\nAna |+50370123456\n"],
  ["a comma only in quotes", 'nombre\ttelefono\n"Paz, A"\t7012-3456\n', 'nombre\ttelefono\n"Paz, A"\t+50370123456\n'],
  ["a comma only in its only name", '"telefono, celular"\n7012-3456\n', '"telefono, celular"\n+50370123456\n'],
  ["decimal commas", "a;b;c;telefono\nx;1,50;2,75;7012-3456\n", "a;b;c;telefono\nx;1,50;2,75;+50370123456\n"],
  ["empty cells between tabs", "a\tb\ttelefono\nx\t\t7012-3456\n", "a\tb\ttelefono\nx\t\t+50370123456\n"],
  ["empty cells at the start", "\t\ttelefono\n\t\t7012-3456\n", "\t\ttelefono\n\t\t+50370123456\n"],
  ["blank lines first", "\n\r\n\nnombre,telefono\nAna,7012-3456\n", "\n\r\n\nnombre,telefono\nAna,+50370123456\n"],
  ["a sep line", "sep=;\nnombre;telefono\nAna;7012-3456\n", "sep=;\nnombre;telefono\nAna;+50370123456\n"],
  ["a sep line over one column", "sep=;\ntelefono\n7012-3456\n", "sep=;\ntelefono\n+50370123456\n"],
  ["a sep line over a number", "sep=,\n7012-3456", "sep=,\n+50370123456"],
  [
    "a sep line with a tab",
    "SEP=\t\r\na\ttelefono\r\nx\t7012-3456\r\n",
    "SEP=\t\r\na\ttelefono\r\nx\t+50370123456\r\n",
  ],
  [
    "a sep line, a mark, blank lines",
    "\ufeffsep=;\r\n\r\n\r\na;tel\r\nx;7012-3456\r\n",
    "\ufeffsep=;\r\n\r\n\r\na;tel\r\nx;+50370123456\r\n",
  ],
  [
    "a sep line written out",
    "sep=\\t\r\nnombre\ttelefono\r\nAna\t7012-3456\r\n",
    "sep=\\t\r\nnombre\ttelefono\r\nAna\t+50370123456\r\n",
  ],
  ["a sep line in quotes", '"sep=;"\nnombre;telefono\nAna;7012-3456\n', "nombre;telefono\nAna;+50370123456\n"],
  ["a padded sep line", "sep=;;;\nnombre;telefono\nAna;7012-3456\n", "nombre;telefono\nAna;+50370123456\n"],
  ["a sep line below a blank one", "\nsep=;\na;telefono\nx;7012-3456\n", "a;telefono\nx;+50370123456\n"],
  ["a line of spaces", "   \nnombre,telefono\nAna,7012-3456\n", "nombre,telefono\nAna,+50370123456\n"],
  ["delimiters at the ends", "nombre,telefono,\nAna,7012-3456,\n", "nombre,telefono,\nAna,+50370123456,\n"],
  ["a delimiter too many", "nombre;telefono\nAna;7012-3456;\n", "nombre;telefono\nAna;+50370123456;\n"],
  ["a delimiter too few", "nombre;telefono;\nAna;7012-3456\n", NO_TABLE],
  ["another delimiter than its header", "nombre;telefono\nAna,7012-3456\n", NO_TABLE],
  ["records in quotes", 'nombre,telefono\n"Ana,7012-3456"\n', NO_TABLE],
  ["a title of this month", "Bajas del mes\n7012-3456\n", "Bajas del mes\n+50370123456\n"],
  ["a title of today", "Clientes a la fecha\n7012-3456\n", "Clientes a la fecha\n+50370123456\n"],
  ["a title of opt-outs until today", "Bajas a la fecha\n7012-3456\n", "Bajas a la fecha\n+50370123456\n"],
  ["CR alone", "nombre,telefono\rAna,7012-3456\r", "nombre,telefono\rAna,+50370123456\r"],
  ["the end mark of DOS", "nombre,telefono\r\nAna,7012-3456\r\n\u001a", "nombre,telefono\r\nAna,+50370123456\r\n"],
];

test.each(TINY)("as a phone list: %s", async (_, list, clean) => {
  const run = await new ScrubFolder().scrub({ lists: [list], suppress: ["telefono\n6123-4567\n"] });
  expect({ code: run.code, clean: run.clean.toString() }, run.stderr).toEqual(
    clean === undefined || clean === NO_TABLE ? { code: 3, clean: "" } : { code: 0, clean },
  );
});

test.each(TINY)("as a suppression list: %s", async (_, list, clean) => {
  const run = await new ScrubFolder().scrub({ lists: [BOTH], suppress: [list] });
  expect({ code: run.code, clean: run.clean.toString() }, run.stderr).toEqual(
    clean === undefined ? { code: 4, clean: "" } : { code: 0, clean: NOT_LISTED },
  );
});

test.each(["telefono", "nombre,telefono\n", "telefono\r\n", "\ufeffsep=;\r\nnombre;telefono\r\n"])(
  "a header alone, %j, is an empty phone list and no suppression list",
  async (header) => {
    const folder = new ScrubFolder();
    const asList = await folder.scrub({ lists: [header], suppress: ["7012-3456\n"] });
    expect({ code: asList.code, clean: asList.clean.toString() }).toEqual({ code: 0, clean: header });
    expect(asList.stderr).toContain("has a header but no records");
    expect((await folder.scrub({ lists: [BOTH], suppress: [header] })).code).toBe(4);
  },
);

test.each(["", "\n", "\r\n\r\n", "\ufeff", "sep=;", "sep=;\r\n", "\ufeffsep=;\n\n"])(
  "%j is an empty file in both roles",
  async (empty) => {
    const folder = new ScrubFolder();
    const asList = await folder.scrub({ lists: [empty], suppress: ["7012-3456\n"] });
    const asSuppression = await folder.scrub({ lists: [BOTH], suppress: [empty] });
    expect([asList.code, asSuppression.code]).toEqual([3, 4]);
    expect([asList.stderr, asSuppression.stderr].filter((said) => !said.includes("is empty"))).toEqual([]);
  },
);
