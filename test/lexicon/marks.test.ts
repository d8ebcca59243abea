// What cells of phone lists say of their people. fixtures/lexicon/marks.csv has a cell for each rule of the lexicon.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { WRITTEN_CHANNELS } from "../../src/headers/event-words.js";
import { ASKING_WORDS } from "../../src/lexicon/asking-words.js";
import { readMark } from "../../src/lexicon/marks.js";
import { sectionsOf } from "../../src/lexicon/vocabulary.js";
import { markIn, questionOf, withoutNumbers } from "../../src/lists/marks.js";
import { CHANNELS } from "../../src/suppression/event.js";
import { heard } from "../support/heard.js";

interface Row {
  column: string;
  cell: string;
  expected: string;
}

const rows = parse(readFileSync("fixtures/lexicon/marks.csv"), { columns: true }) as Row[];
const markOf = (column: string, cell: string) => markIn(questionOf(column), cell);
const saysOf = ({ column, cell }: Pick<Row, "column" | "cell">) => markOf(column, cell)?.says ?? "nothing";

describe("a cell", () => {
  test.each(rows)("under $column says of its person what it says: $cell: $expected", (row) => {
    const channels = row.expected.includes(" ") ? markOf(row.column, row.cell)?.channels : [];
    expect([saysOf(row), ...(channels ?? [])].join(" "), heard(row.cell)).toBe(row.expected);
  });

  const withoutAccents = (text: string) => text.normalize("NFD").replace(/(?<!n)\p{M}/gu, "");
  const LATIN_1 = /^[\0-\xff]*$/;
  const WRITINGS: readonly [name: string, write: (text: string) => string][] = [
    ["in capitals", (text) => text.toUpperCase()],
    ["in small letters", (text) => text.toLowerCase()],
    ["without accents", withoutAccents],
    ["with accents written apart", (text) => text.normalize("NFD")],
    ["with a full stop behind it", (text) => `${text}.`],
    [
      "in UTF-8 that was decoded as Latin-1",
      (text) => (LATIN_1.test(text) ? Buffer.from(text).toString("latin1") : text),
    ],
    ["in quotes", (text) => `"${text}"`],
    ["with more spaces", (text) => `  ${text.replaceAll(" ", "  ")} `],
  ];

  test.each(WRITINGS)("says the same %s", (_, write) => {
    // A word in capitals is a mark beside a name, one with a capital part of it.
    const isOfNames = ({ column, cell }: Row) =>
      /nombre|name|apellido|cliente|empresa|contacto/i.test(column) || /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(cell);
    const differing = rows.filter((row) => {
      const isNo = saysOf({ ...row, cell: write(row.cell) }) !== "nothing";
      return !isOfNames(row) && isNo !== (saysOf(row) !== "nothing");
    });
    expect(differing).toEqual([]);
  });

  test("says the same with any number in it", () => {
    const numbers = ["70001999", "2299-2024", "50361231112", "20240115"];
    for (const [i, { column, cell }] of rows.entries())
      for (const text of [`${cell} ${numbers[i % 4]}`, cell.replace(/[2567]\d{3}[- ]?\d{4}/, numbers[i % 4]!)])
        expect(readMark(column, withoutNumbers(text)), text).toEqual(readMark(column, text));
  });

  const EACH = CHANNELS.filter((channel) => channel !== "any");
  test.each(EACH)("that denies %s bars on it, and one that wants it alone bars on every other channel", (channel) => {
    for (const cell of [`no ${channel}`, `no email/${channel}`, `No ${channel}. Paga`, `correo y ${channel} no`])
      expect(markOf("Nota", cell)?.channels, cell).toEqual([channel]);
    if (channel !== "call") expect(markOf("Nota", "no mensajes")?.channels).toContain(channel);
    for (const cell of [`no llamadas/${channel}`, `llamadas, ${channel} no`, `llamadas y ${channel}: no`])
      expect(markOf("Nota", cell)?.channels, cell).toEqual(["call", channel].slice(channel === "call" ? 1 : 0));
    for (const cell of [`solo ${channel} no llamar`, `baja por ${channel}`, `pidió por ${channel} no ser contactado`])
      expect(markOf("Nota", cell)?.channels, cell).toEqual(["any"]);
    expect(markOf(channel, "no")).toMatchObject({ says: "may-say-no", channels: [channel] });
    const others = EACH.filter((other) => other !== channel);
    for (const cell of [`solo ${channel}`, `solo correo y ${channel}`])
      expect(new Set(markOf("Nota", cell)?.channels), cell).toEqual(new Set(others));
  });

  test.each(WRITTEN_CHANNELS)("that denies %s by any word for it bars on it", (channel) => {
    const sections = sectionsOf(ASKING_WORDS).filter(({ roles }) => roles.has(`way-${channel}`));
    const words = sections.flatMap(({ entries }) => entries.map((entry) => entry.replace(/^[~+]|:.*/g, "")));
    expect(words.length).toBeGreaterThan(3);
    // `dnt` says no itself.
    const isDenied = (word: string) =>
      ["any", channel].some((one) => (markOf("Nota", `no ${word}`)?.channels as string[] | undefined)?.includes(one));
    expect(words.filter((word) => word !== "dnt" && !isDenied(word))).toEqual([]);
  });

  test("that is not applicable says nothing", () => {
    expect(saysOf({ column: "acepta llamadas", cell: "N/A" })).toBe("nothing");
  });

  test("says the same with letters of MS-DOS, which have no capitals", () => {
    for (const cell of ["no desea informaci¢n", "b¢rrenme"]) expect(saysOf({ column: "nota", cell })).toBe("says-no");
  });

  test("goes on in the next line where that begins with a small letter", () => {
    expect(saysOf({ column: "nota", cell: "pidió que ya no le\r\nllamen" })).toBe("says-no");
    expect(saysOf({ column: "estado", cell: "lista \n negra" })).toBe("says-no");
    expect(saysOf({ column: "nota", cell: "no contesta\nLlamar mañana" })).toBe("nothing");
  });
});
