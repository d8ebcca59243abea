// Words of an opt-out in any text, and the looks over text and bytes that must never miss one.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayTellOfOptOut, tellsOfOptOut } from "../../src/headers/opt-out-words.js";
import { mayTellOfOptOutIn } from "../../src/lists/watch.js";
import { draws } from "../support/draws.js";
import { remarks } from "../support/remarks.js";

describe("a remark", () => {
  for (const cell of [
    "cliente pidió no llamar",
    "cliente solicita no ser llamado",
    "no quiere que le llamen",
    "solicitó no recibir publicidad",
    "retirar de la lista",
    "pide que lo borren de la base",
    "bloqueado",
    "de baja desde 2023",
    "DAR DE BAJA",
    "NO LLAMÁR",
    "Se niega a recibir llamadas",
    "rechaza contacto",
    "no acepta promociones",
    "quiere que lo borren",
    ...["Baja SMS", "BAJA DE PUBLICIDAD", "prohibido llamar", "suspender llamadas", "pide que no le hablemos más"],
    ...["pidió salir de la lista", "no le interesa que le llamen", "Ya no quiere recibir nada", "sin consentimiento"],
    ...["sin autorización", "no autorizó", "no acepta", "Excluir", "Bloquear", "derecho de oposición", "No WhatsApp"],
    ...["solicitó supresión de datos", "evitar llamadas", "abstenerse de llamar", "remove", "evite llamarle"],
    ...["no nos autoriza", "Quitar", "eliminarlo", "cliente: borrar", "quiere salir de la campaña", "ejerce oposición"],
    ...["derechos ARCO", "se abstuvo de contactar", "no le interesa recibir llamadas", "eliminación de sus datos"],
    ...["12/03/2025 BAJA", "12-03-25 baja", "12/03 BAJA", "marzo 2025 BAJA", "12/03/2025 STOP", "STOP 12/03/2025"],
    ...["12/03/2025 bloqueado", "ticket 4531 BAJA", "7012-3456 BAJA", "7012-3456, BAJA", "cel 7012-3456 BAJA"],
    ...["BAJA cliente", "Baja del cliente", "12/03/2025 revocó", "7012-3456 retirada", "excluir 12/03/2025"],
    ...["nollamar", "no contact", "en Robinson", "fuera de lista", "N/L", "No suscrito", "not subscribed", "DNCL"],
    ...["sin llamadas", "no llamadas", "opta por no recibir", "no llam.", "no más", "BASTA", "parar", "stopped"],
    ...[
      "Nuria STOP",
      "NURIA STOP",
      "Nuria,STOP",
      "STOP ñandú",
      "Norma_STOP",
      "calle Baja; STOP",
      "Norma\nSTOP",
      "Sol; baja",
    ],
    ...["cliente frecuente, compra cada mes, STOP hasta nuevo aviso", "Ana BAJA por correo"],
    ...["no consiente llamadas", "DNC2024", "no sms2024", "paren de llamar", "paremos de llamarle"],
  ])
    test(`tells of an opt-out with "${cell}"`, () => expect(tellsOfOptOut(cell)).toBe(true));
  for (const cell of [
    "",
    "llamar mañana",
    "planta baja",
    "producto de baja calidad",
    "tarjeta bloqueada",
    "retiró su tarjeta",
    "no acepta tarjeta",
    "rechazó la oferta de ayer por cara",
    "que los saquen a pasear",
    ...["no le interesa", "salir a las 5", "no acepta cheques", "evitar mora", "sin permiso de circulación vigente"],
    ...["excluir IVA", "remove control", "derecho de vía", "no autorizó el cargo", "quiere salir temprano"],
    ...["planta baja, apto 3", "baja velocidad", "sube 3 o baja 2 libras", "se retiró a las 5"],
    ...["servicio non stop", "Bus Stop", "parar el pago", "no basta con eso", "no más tarde de las 5", "PLANTA BAJA 2"],
    ...["Robinson", "no contesta", "baja de precio", "no habla español", "suspendido por mora", "fuera de servicio"],
  ])
    test(`tells of none with "${cell}"`, () => expect(tellsOfOptOut(cell)).toBe(false));
});

/** Remarks as people and programs write them. */
const written = fc.tuple(remarks, fc.nat(6), fc.constantFrom("utf8", "latin1")).map(([text, shape, encoding]) => {
  const accented = (from: string, to: string) => text.replace(/[aeiou]/g, (vowel) => to[from.indexOf(vowel)]!);
  const shapes = [
    text,
    text.toUpperCase(),
    accented("aeiou", "áéíóú"),
    accented("aeiou", "áéíóú").normalize("NFD"),
    text.replaceAll(" ", " - "),
    text.replaceAll(" ", "\u00a0"),
    text.replace(/^./, (first) => `¡${first.toUpperCase()}`),
  ];
  return Buffer.from(shapes[shape]!, shape === 3 ? "utf8" : (encoding as BufferEncoding));
});

test("no look over text or bytes misses a remark, however it is written and whatever stands beside it", () => {
  const beside = fc.constantFrom("", "Ana Pérez,7012-3456,", "x ", "ñ,", "–", "é ", ".");
  fc.assert(
    fc.property(written, beside, beside, (remark, before, after) => {
      const bytes = Buffer.concat([Buffer.from(before), remark, Buffer.from(`,${after}`)]);
      expect(mayTellOfOptOutIn(bytes, 0, bytes.length)).toBe(true);
    }),
    { seed: 42, numRuns: draws(5_000) },
  );
  fc.assert(
    fc.property(remarks, (remark) => mayTellOfOptOut(`activo, ${remark}, José`) && mayTellOfOptOut(`12${remark}34`)),
    { seed: 42, numRuns: draws(5_000) },
  );
});

test("what usual records hold is passed over", () => {
  for (const record of [
    "Ana Moreno,7012-3456,San Salvador,activo,2024-08-10",
    "María Sánchez,,Santo Domingo,C00012345,no",
    "Noé Núñez,nº 5,parque central,no contesta,negocio",
  ]) {
    const bytes = Buffer.from(record);
    expect(mayTellOfOptOutIn(bytes, 0, bytes.length), record).toBe(false);
  }
});
