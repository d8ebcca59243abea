// Logs of calls and messages, given as suppression lists: refused, with the command that takes them in.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

/** Scrubs a phone list by a list. Returns the command that a refusal proposes, too. */
async function scrubbedBy(
  list: string,
): Promise<{ dir: Workdir; code: number | null; stderr: string; proposed: string[] }> {
  const dir = new Workdir({ "base.csv": "telefono\n7012-3456\n7123-4567\n", "lista.csv": list });
  const { code, stderr } = await dir.run("base.csv -s lista.csv -o clean.csv");
  const proposed = / svscrub (registry import .*)/.exec(stderr)?.[1]?.split(" ") ?? [];
  return { dir, code, stderr, proposed };
}

const rows = (header: string, ...cells: string[]) =>
  `${header}\n${cells.map((cell, i) => `7012-345${i},${cell}\n`).join("")}`;

test.each([
  ["call", "results of calls", rows("telefono,resultado", "NO CONTESTA", "VENTA", "DNC")],
  [
    "call",
    "results in several words",
    rows("telefono,gestion", "Cliente no contesta", "Llamar más tarde", "Buzón de voz"),
  ],
  ["call", "unknown words among results", rows("telefono,tipificacion", "OCUPADO", "Promesa de pago", "XYZ")],
  ["call", "results under another name", rows("phone,Call Result", "No Answer", "Busy", "Voicemail")],
  ["call", "a dialer's codes", rows("phone_number,status", "NA", "B", "CALLBK", "DNCL")],
  ["sms", "states of delivery", rows("telefono,estado", "delivered", "delivered", "failed")],
  ["sms", "states in Spanish", rows("telefono,estado", "Entregado", "No entregado", "Leído")],
  ["sms", "messages", rows("from,body", "STOP", "gracias", "ok")],
  ["sms", "messages beside an action", rows("telefono,accion,mensaje", "baja,ya no me escriban", "baja,STOP")],
])(
  "a log of calls or messages is refused, and the command that takes it in works as proposed: %s: %s",
  async (kind, _what, list) => {
    const { dir, code, stderr, proposed } = await scrubbedBy(list);
    expect(code, stderr).toBe(4);
    expect(dir.exists("clean.csv")).toBe(false);
    expect(proposed).toEqual(
      expect.arrayContaining(["lista.csv", "--kind", kind, "--registry", "registry.csv", "--review", "review.csv"]),
    );
    const imported = await dir.run(proposed);
    expect(imported.code, imported.stderr).toBe(0);
  },
);
