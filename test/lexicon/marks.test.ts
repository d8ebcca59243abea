// What cells of phone lists say of their people. fixtures/lexicon/marks.csv has a cell for each rule of the lexicon.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { readMark } from "../../src/lexicon/marks.js";
import { asksOf, markIn, withoutNumbers } from "../../src/lists/marks.js";
import { CHANNELS } from "../../src/suppression/event.js";

interface Row {
  column: string;
  cell: string;
  expected: string;
}

const rows = parse(readFileSync("fixtures/lexicon/marks.csv"), { columns: true }) as Row[];
const markOf = (column: string, cell: string) => markIn(asksOf(column), cell);
const saysOf = ({ column, cell }: Pick<Row, "column" | "cell">) => markOf(column, cell)?.says ?? "nothing";

describe("a cell", () => {
  test.each(rows)("under $column says of its person what it says: $cell: $expected", (row) => {
    expect(saysOf(row)).toBe(row.expected);
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
      return !isOfNames(row) && isNo !== (row.expected !== "nothing");
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

  test("of a column that asks says no with any yes, and one of consent with any no", () => {
    for (const yes of ["1", "x", "sí", "SI", "true", "VERDADERO", "t", "s", "y", "yes", "Checked", "12/05/2024", "✓"])
      expect(saysOf({ column: "no llamar", cell: yes }), yes).toBe("says-no");
    for (const no of "0,no,NO,N,false,FALSO,f,nunca,No gracias,no autorizo,denegado,✗".split(","))
      expect(saysOf({ column: "acepta llamadas", cell: no }), no).toBe("says-no");
    for (const nothing of ["", "-", "N/A", "NULL", "no aplica"])
      for (const column of ["no llamar", "acepta llamadas"]) expect(saysOf({ column, cell: nothing })).toBe("nothing");
  });

  test("goes on in the next line where that begins with a small letter", () => {
    expect(saysOf({ column: "nota", cell: "pidió que ya no le\r\nllamen" })).toBe("says-no");
    expect(saysOf({ column: "estado", cell: "lista \n negra" })).toBe("says-no");
    expect(saysOf({ column: "nota", cell: "no contesta\nLlamar mañana" })).toBe("nothing");
  });

  test("says no to the channels that it names, or that its column names", () => {
    const channelsOf = (column: string, cell: string) => markOf(column, cell)?.channels.join(" ");
    expect(channelsOf("nota", "no SMS")).toBe("sms");
    expect(channelsOf("nota", "no quiere WhatsApp")).toBe("whatsapp");
    expect(channelsOf("nota", "ya no quiere llamadas")).toBe("call");
    expect(channelsOf("nota", "NO LLAMAR")).toBe("any");
    expect(channelsOf("nota", "no llamar ni enviar sms")).toBe("any");
    expect(channelsOf("nota", "no llamar, no sms")).toBe("any");
    expect(channelsOf("nota", "no llamar solo whatsapp")).toBe("any");
    expect(channelsOf("nota", "pidió por WhatsApp que no le llamen")).toBe("any");
    expect(channelsOf("nota", "no enviar publicidad ni sms")).toBe("any");
    expect(channelsOf("nota", "no quiere llamadas ni SMS")).toBe("call sms");
    expect(channelsOf("nota", "no quiere mensajes ni llamadas")).toBe(EACH.join(" "));
    expect(channelsOf("nota", "ni llamadas ni WhatsApp")).toBe("call whatsapp");
    expect(channelsOf("nota", "no mensajes ni whatsapp")).toBe("sms whatsapp");
    expect(channelsOf("nota", "no quiere mensajes de whatsapp")).toBe("whatsapp");
    expect(channelsOf("nota", "no mandar whatsapp, mejor llamar")).toBe("whatsapp");
    expect(channelsOf("no mensajes ni llamadas", "1")).toBe(EACH.join(" "));
    expect(channelsOf("nota", "no contactar")).toBe("any");
    expect(channelsOf("nota", "consent_call=denied;consent_sms=denied")).toBe("call sms");
    expect(channelsOf("nota", "acepta sms: no; no llamar")).toBe("sms any");
    expect(channelsOf("nota", "acepta sms: no; ya no quiere llamadas")).toBe("sms call");
    expect(channelsOf("nota", "acepta sms: sí; ya no quiere llamadas")).toBe("call");
    expect(channelsOf("opt_out_sms", "1")).toBe("sms");
    expect(channelsOf("DNC", "1")).toBe("any");
    expect(channelsOf("canal preferido", "solo WhatsApp")).toBe("call sms");
    expect(channelsOf("canal preferido", "solo correo")).toBe("any");
  });
});
