import { describe, expect, test } from "vitest";
import { directionOf, findContactColumns } from "../../src/headers/contact-columns.js";

/** The columns by their names; the first is the phones'. */
function found(header: string[]): Record<string, string> {
  const columns = Object.entries(findContactColumns(header, [0]));
  return Object.fromEntries(columns.flatMap(([use, at]) => [at ?? []].flat().map((column) => [use, header[column]!])));
}

describe("of a contact log", () => {
  for (const name of ["sent_at", "DateSent", "started_at", "fecha_llamada", "Fecha de envío", "fecha", "timestamp"])
    test(`${name} says when the contact was made`, () => {
      expect(found(["telefono", name])).toEqual({ date: name });
    });

  test("the time of the contact goes before the time of the record", () => {
    expect(found(["to", "created_at", "fecha", "sent_at"])).toEqual({ date: "sent_at" });
    expect(found(["to", "updated_at", "Fecha", "hora"])).toEqual({ date: "Fecha", time: "hora" });
  });

  test("a time of day without a date says nothing", () => {
    expect(found(["telefono", "hora"])).toEqual({});
  });

  test("a column of phones is not asked again", () => {
    expect(found(["fecha"])).toEqual({});
  });

  test("a kind of contact may be a channel and a direction, an address a direction: their cells tell", () => {
    expect(found(["telefono", "tipo"])).toEqual({ perhapsChannels: "tipo", perhapsDirections: "tipo" });
    expect(found(["telefono", "dirección", "canal"])).toEqual({ perhapsDirections: "dirección", channels: "canal" });
    expect(found(["telefono", "Direction"])).toEqual({ directions: "Direction" });
  });
});

test("directions are told in both languages, by the whole cell", () => {
  for (const word of ["in", "inbound", "Incoming call", "Entrante", "RECIBIDO", "llamada entrante"])
    expect(directionOf(word), word).toBe("inbound");
  for (const word of ["out", "outbound-api", "outbound-reply", "Saliente", "enviado", "llamada saliente"])
    expect(directionOf(word), word).toBe("outbound");
  expect(directionOf("Llamada perdida")).toBe("neither");
  for (const word of [
    "",
    "VIP",
    "entrega",
    "Entrada a Col. San Benito",
    "Salida de emergencias 4",
    "inboundary",
    "motel",
  ])
    expect(directionOf(word), word).toBeUndefined();
});
