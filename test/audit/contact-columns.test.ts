import { describe, expect, test } from "vitest";
import { chooseContactColumns } from "../../src/audit/contact-reader.js";
import { findContactColumns } from "../../src/headers/event-columns.js";

/** The columns by their names; the first is the phones'. */
function found(header: string[]): Record<string, string> {
  const columns = [...header.keys()].slice(1);
  const named = Object.entries(findContactColumns(header, columns)) as [string, readonly number[]][];
  return Object.fromEntries(named.flatMap(([use, [first]]) => (first === undefined ? [] : [[use, header[first]!]])));
}

describe("of a contact log", () => {
  const names = "sent_at,DateSent,started_at,fecha_llamada,Fecha de envío,fecha,timestamp,Date/Time,Fecha de visita";
  test.each(names.split(","))("%s says when the contact was made", (name) => {
    expect(found(["telefono", name])).toEqual({ dates: name });
  });

  test("the time of the contact goes before the time of the record", () => {
    expect(found(["to", "created_at", "fecha", "sent_at"])).toMatchObject({ dates: "sent_at" });
    expect(found(["to", "updated_at", "Fecha", "hora"])).toMatchObject({ dates: "Fecha", times: "hora" });
  });

  test("a kind of contact may be a channel and a direction, an address a direction: their cells tell", () => {
    expect(found(["telefono", "tipo"])).toEqual({ possibleChannels: "tipo", possibleDirections: "tipo" });
    expect(found(["telefono", "dirección", "canal"])).toEqual({ possibleDirections: "dirección", channels: "canal" });
    expect(found(["telefono", "Direction"])).toEqual({ directions: "Direction" });
  });
});

const rows = (...lines: string[]) => lines.map((line) => line.split(","));
test.each<[string, string[] | undefined, string[][], ReturnType<typeof chooseContactColumns>]>([
  [
    "the only column of dates is when the contact was made, of channels how, of directions by whom",
    undefined,
    rows("70123456,2024-03-05 10:00,sms,in,8501", "70123457,,sms,,8502"),
    { date: 1, isGuessed: false, time: undefined, channels: [2], directions: [3] },
  ],
  [
    "a column of a name that nobody knows is taken, and said to be a guess",
    ["telefono", "momento", "duración"],
    rows("70123456,05/03/2024 10:00,61"),
    { date: 1, isGuessed: true, time: undefined, channels: [], directions: [] },
  ],
  [
    "a column of the time whose cells are dates says when",
    ["telefono", "Call Time", "alta"],
    rows("70123456,2024-03-05 10:00:00,2020-01-31", "70123457,,2020-01-31"),
    { date: 1, isGuessed: false, time: undefined, channels: [], directions: [] },
  ],
  ["one of two dates is no answer", undefined, rows("70123456,2024-03-05,2024-03-06"), { candidates: [1, 2] }],
  ["an id is no date", undefined, rows("70123456,1709650800,20240305"), { candidates: [] }],
  ["a birthday is no contact", ["telefono", "Fecha de nacimiento"], rows("70123456,1980-03-05"), { candidates: [] }],
  [
    "a name that says when goes before all cells",
    ["telefono", "inicio", "fin"],
    rows("70123456,2024-03-05 10:00,2024-03-05 10:01"),
    { date: 1, isGuessed: false, time: undefined, channels: [], directions: [] },
  ],
  [
    "a kind of contact that is also something else is no channel",
    ["telefono", "fecha", "tipo"],
    rows("70123456,2024-03-05,sms", "70123456,2024-03-05,VIP"),
    { date: 1, isGuessed: false, time: undefined, channels: [], directions: [] },
  ],
])("where names do not tell, cells do: %s", (_, header, cells, chosen) =>
  expect(chooseContactColumns(header, [0], cells)).toEqual(chosen),
);

const NAMES = "Última llamada,Fecha último contacto,Fecha de la llamada,Sent,Día,Momento";
const OTHERS = "Fecha de nacimiento,Fecha de registro,Fecha de alta,Vence,Fecha de pago,created_at".split(",");
test.each(NAMES.split(","))("%s dates the contact beside a date of anything else", (name) => {
  const all = OTHERS.map((other) => chooseContactColumns(["tel", other, name], [0], rows("1,2020-03-05,2024-03-06")));
  for (const one of all) expect(one).toHaveProperty("date", 2);
});
