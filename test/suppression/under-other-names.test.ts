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
    ...[
      "Referencia",
      "No. de referencia",
      "línea de crédito",
      "DUI responsable",
      "Cuenta fiador",
      "fecha de pago",
      "num_registro",
    ],
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

describe("a cell of words is no id, whatever its column is called", () => {
  const names = [
    "Observaciones del crédito",
    "solicitud",
    "registro",
    "Detalle de cuenta",
    "Motivo mora",
    "Fecha y comentario",
  ];
  const cells = ["pide baja tambien del 71112233", "71112233 y 71112234 tampoco", "también 71112233", "baja 7111 2233"];
  test.each(names.flatMap((name) => cells.map((cell) => [name, cell])))("%s: %s", async (name, cell) => {
    const rest = ",sin más\nLuis,2222-3335,nada\nJosé,2222-3336,\n";
    expect(await left(`nombre,telefono,${name}\nAna,2222-3333,${cell}\nEva,2222-3334${rest}`)).toEqual(["71234567"]);
    // The kernel passes over records that say no more than a number and its date.
    const dated = `telefono,${name},fecha\n2222-3333,${cell},2026-01-01\n2222-3334,sin más,2026-01-01\n`;
    expect(await left(dated)).toEqual(["71234567"]);
  });

  test.each([
    ...["71112233", "Factura 71112233", "Factura No. 71112233 pagada", "crédito 71112233 en mora", "INV-71112233"],
    ...["FAC 71112233", "TX 71112233", "DUI 07111223-3", "https://crm.example/c/71112233", "llamada_71112233.wav"],
    ...["abono 11/12/2233 en caja", "1 de 71112233-a1b2"],
  ])("and an id with its label names nobody: %s", async (cell) => {
    expect(await left(`nombre,telefono,solicitud\nAna,2222-3333,${cell}\n`)).toEqual(["71112233", "71234567"]);
  });

  test("days under such a name are nobody's numbers", async () => {
    const list = "telefono\n2411-2026\n7123-4567\n";
    const bajas = "telefono,fecha y comentario\n2222-3333,24/11/2026 llamó\n2222-3334,el 24-11-2026 pidió baja\n";
    expect(await left(bajas, list)).toEqual(["24112026", "71234567"]);
  });
});
