// Words beside the channel of an opt-out, or beside the code of a delivery receipt, that say more than these.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

async function left(bajas: string, args: readonly string[] = []): Promise<string[]> {
  const lists = ["telefono\n7012-3456\n7123-4567\n"];
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists, suppress: [bajas], args: [...args] });
  expect(code, stderr).toBe(0);
  return clean.toString().match(/(?<=\+503)\d{8}/g) ?? [];
}

const BY_CALL = ["--channel", "call"];

describe("words that ask for silence on every channel bar them all, whatever channel stands beside them", () => {
  test.each([
    ...["no contactar por ningún medio", "baja total", "no llamar ni escribir", "todos los canales", "quitar de todo"],
    ...["que no lo contacten de ninguna forma", "no desea llamadas ni mensajes"],
  ])("%s", async (words) => {
    for (const column of ["motivo", "observaciones", "accion", "Detalle de cuenta"]) {
      const bajas = `telefono,canal,fecha,${column}\n7012-3456,sms,2026-01-01,${words}\n`;
      expect(await left(bajas, BY_CALL), column).toEqual(["71234567"]);
    }
  });

  test.each([
    "spam",
    "no quiere mensajes",
    "muchos mensajes",
    "llamada",
    "call center",
    "STOP",
    "baja",
    "campaña navidad",
  ])("and others leave the channel as it is: %s", async (words) => {
    const bajas = `telefono,canal,accion,motivo,nombre\n7012-3456,sms,no contactar,${words},Total S.A.\n`;
    expect(await left(bajas, BY_CALL)).toEqual(["70123456", "71234567"]);
    expect(await left(bajas, ["--channel", "sms"])).toEqual(["71234567"]);
  });

  test("an opt-in of that channel does not lift what they bar", async () => {
    const bajas =
      "telefono,canal,fecha,accion,motivo\n7012-3456,sms,2026-01-01,baja,no contactar por ningún medio\n7012-3456,sms,2026-02-01,opt-in,\n";
    expect(await left(bajas)).toEqual(["71234567"]);
  });
});

describe("a delivery receipt", () => {
  test.each(["baja", "STOP", "pidió baja por llamada"])(
    "is an opt-out where another column says so: %s",
    async (words) => {
      for (const column of ["estado", "observacion", "text"])
        expect(await left(`msisdn,err-code,${column}\n50370123456,0,${words}\n`), column).toEqual(["71234567"]);
    },
  );

  test.each(["delivered", "failed", "rejected", "expired", "undelivered", "accepted"])(
    "and none where they say what became of the message: %s",
    async (status) => {
      const columns = "msisdn,to,network-code,message-id,price,status,scts,err-code";
      const receipt = (phone: string, code: number) => `${phone},503222,70601,0A1,0.02,${status},2601010000,${code}\n`;
      const bajas = `${columns}\n${receipt("50370123456", 1)}${receipt("50371234567", 9)}`;
      expect(await left(bajas)).toEqual(["70123456"]);
    },
  );
});
