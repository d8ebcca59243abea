// What counts in a suppression list under a name that says another number: alone, or beside a phone or somebody to call.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

const PHONES = "telefono\n7111-2233\n7123-4567\n";

async function left(bajas: string, list = PHONES): Promise<string[]> {
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [bajas] });
  expect(code, stderr).toBe(0);
  return clean.toString().match(/(?<=\+503)\d{8}/g) ?? [];
}

const LINES = [
  "Móvil asociado",
  "Móvil socio",
  "Fijo asociado",
  "Alterno asociado",
  "Casa asociado",
  "Trabajo de la asociada",
  "Recado asociado",
  "Contacto socio",
  "Número de contacto del asociado",
  "Móvil cuenta",
  "Movil2 (registro)",
  "Línea pedido",
  "movil_id",
  "Movil (fecha act.)",
  "Celular (fecha act.)",
  "Contacto para pago",
  "Num. llamar para pago",
  "Responsable de pago",
  "Encargada de pago",
  "Fiador del crédito",
];

describe("bare digits count under a name of a phone or of somebody to call, whatever else it says", () => {
  test.each(LINES)("%s", async (name) => {
    expect(await left(`nombre,telefono,${name}\nAna,2222-3333,71112233\nEva,2222-3334,\n`)).toEqual(["71234567"]);
    expect(await left(`nombre,${name}\nAna,71112233\nEva,72223334\n`)).toEqual(["71234567"]);
  });

  test.each(LINES)("and in a phone list: %s", async (name) => {
    const list = `nombre,telefono,${name}\nAna,22223333,71112233\nEva,7123-4567,\n`;
    expect(await left("telefono\n7111-2233\n", list)).toEqual(["71234567"]);
  });

  test.each([
    "Referencia familiar",
    "Referencia personal 1",
    "Referencia laboral",
    "Ref. familiar",
    "Ref. 2",
    "Contacto de referencia",
    "Numero de contacto / referencia",
  ])("under that of a person who is a reference: %s", async (name) => {
    expect(await left(`nombre,telefono,${name}\nAna,2222-3333,71112233\nEva,2222-3334,\n`)).toEqual(["71234567"]);
  });

  test.each([
    ...["DUI", "No. asociado", "numero de socio", "No. de cuenta", "Fecha", "fecha contacto", "contact_date", "Monto"],
    ...["línea de crédito", "DUI responsable", "Cuenta fiador", "fecha de pago", "num_registro"],
  ])("and not under one that says nothing but another number: %s", async (name) => {
    expect(await left(`nombre,telefono,${name}\nAna,2222-3333,71112233\nEva,2222-3334,\n`)).toEqual([
      "71112233",
      "71234567",
    ]);
  });

  test("a person's document beside it is no number", async () => {
    const list = "telefono\n7123-4567\n";
    expect(await left("telefono,DUI contacto\n2222-3333,07123456-7\n", list)).toEqual(["71234567"]);
  });
});

test.each(["id", "codigo", "cuenta", "ticket"])(
  "numbers under %s alone are no entries, and no empty list: --suppress-column says that they are",
  async (name) => {
    const bajas = `${name}\n7111-2233\n7111-2234\n`;
    for (const args of [[], ["--allow-empty", "bajas0.csv"]]) {
      const { code, stderr } = await new ScrubFolder().scrub({ lists: [PHONES], suppress: [bajas], args });
      expect([code, stderr]).toEqual([4, expect.stringContaining(`--suppress-column ${name}`)]);
    }
    const args = ["--suppress-column", name];
    const { clean } = await new ScrubFolder().scrub({ lists: [PHONES], suppress: [bajas], args });
    expect(clean.toString()).toBe("telefono\n+50371234567\n");
  },
);

test.each(["Observaciones del crédito", "Detalle de cuenta", "Motivo mora", "Fecha y comentario"])(
  "under the name of a remark of another thing they count among words: %s",
  async (name) => {
    for (const cell of ["pide baja tambien del 71112233", "71112233 y 71112234 tampoco", "baja 7111 2233"]) {
      expect(await left(`nombre,telefono,${name}\nAna,2222-3333,${cell}\nEva,2222-3334,\n`)).toEqual(["71234567"]);
      // The kernel passes over records that say no more than a number and its date.
      const dated = `telefono,${name},fecha\n2222-3333,${cell},2026-01-01\n2222-3334,sin más,2026-01-01\n`;
      expect(await left(dated)).toEqual(["71234567"]);
    }
  },
);
