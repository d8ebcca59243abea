import { describe, expect, test } from "vitest";
import { directionOf, findContactColumns } from "../../src/headers/contact-columns.js";

/** The columns by their names; the first is the phones'. */
function found(header: string[], ...rows: string[][]): Record<string, string> {
  const columns = Object.entries(findContactColumns(header, [0], rows));
  return Object.fromEntries(columns.flatMap(([use, at]) => (at === undefined ? [] : [[use, header[at]!]])));
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

  test("a kind of contact is a channel only where a cell says one", () => {
    expect(found(["telefono", "tipo"], ["70123456", "VIP"], ["70123456", "sms"])).toEqual({ channel: "tipo" });
    expect(found(["telefono", "tipo"], ["70123456", "VIP"])).toEqual({});
    expect(found(["telefono", "tipo", "canal"], ["70123456", "sms", ""])).toEqual({ channel: "canal" });
  });

  test("an address is no direction", () => {
    expect(found(["telefono", "dirección"], ["70123456", "Calle Arce 12"])).toEqual({});
    expect(found(["telefono", "dirección"], ["70123456", "saliente"])).toEqual({ direction: "dirección" });
  });
});

test("directions are told in both languages, whatever stands behind them", () => {
  for (const word of ["inbound", "Incoming call", "Entrante", "RECIBIDO", "llamada entrante"])
    expect(directionOf(word), word).toBe("inbound");
  for (const word of ["outbound-api", "outbound-reply", "Saliente", "enviado", "llamada saliente"])
    expect(directionOf(word), word).toBe("outbound");
  for (const word of ["", "VIP", "entrega", "Salida de emergencias 4", "inboundary", "motel"])
    expect(directionOf(word), word).not.toBe("inbound");
});
