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
    ...["no contactar por ningún medio", "no llamar ni escribir"],
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
    const bajas = `telefono,canal,accion,motivo,nombre\n7012-3456,sms,baja,${words},Total S.A.\n`;
    expect(await left(bajas, BY_CALL)).toEqual(["70123456", "71234567"]);
    expect(await left(bajas, ["--channel", "sms"])).toEqual(["71234567"]);
  });

  test("an opt-in of that channel does not lift what they bar", async () => {
    const bajas =
      "telefono,canal,fecha,accion,motivo\n7012-3456,sms,2026-01-01,baja,no contactar por ningún medio\n7012-3456,sms,2026-02-01,opt-in,\n";
    expect(await left(bajas)).toEqual(["71234567"]);
  });
});

describe("a record bars every channel that any of its cells may bar", () => {
  const channel = (name: string) => ["--channel", name];

  test.each([
    ["No llamar", "X"],
    ["Bloquear llamadas", "si"],
    ["DoNotCall", "true"],
    ["dnc", "1"],
    ["acepta_llamadas", "no"],
    ["llamadas", "no"],
    ["llamada", "no"],
    ["no contactar", "si"],
    ["opt_out", "true"],
    ["baja_llamada", "2026-01-02"],
    ["estado_llamada", "baja"],
    ["fecha llamada", "2026-01-02"],
    ["baja", "TODO"],
    ["baja", "total"],
    ["Tipo de baja", "Total"],
    ["Tipo de baja", "General"],
    ["Canal 2", "Llamada"],
    ["Otro canal", "Llamada"],
    ["Otro canal", "WhatsApp y llamada"],
  ])("the one in %s, which is %s, beside the channel", async (name, cell) => {
    const bajas = `telefono,canal,${name}\n7012-3456,sms,${cell}\n`;
    expect(await left(bajas, BY_CALL)).toEqual(["71234567"]);
  });

  test.each([
    ["telefono,canal,no_sms,no_llamar", "70123456,sms,0,1", "call"],
    ["telefono,SMS,canal", "70123456,x,llamada", "sms"],
    ["telefono,canal,no_contactar_whatsapp", "70123456,sms,SI", "whatsapp"],
    ["telefono,canal,sms consent status", "70123456,llamada,opt_out", "sms"],
  ])("%s: %s", async (header, record, by) => {
    expect(await left(`${header}\n${record}\n`, channel(by))).toEqual(["71234567"]);
  });

  test.each([
    ["canal,accion", "WhatsApp,no llamar", "call"],
    ["canal,estado", "sms,no llamar", "call"],
    ["canal,estado", "sms,no contactar", "call"],
    ["canal,estado", "sms,no molestar", "call"],
    ["canal,estado", "sms,no desea llamadas", "call"],
    ["canal,estado", "sms,DNC", "call"],
    ["canal,resultado", "llamada,no enviar sms", "sms"],
    ["canal,resultado", "llamada,no escribir", "sms"],
    ["canal,resultado", "llamada,no desea mensajes", "sms"],
    ["canal,resultado", "llamada,do not text", "sms"],
    ["Medio,Accion", "Llamada,no enviar sms", "sms"],
    ["Medio,Motivo", "Llamada,STOP SMS", "sms"],
    ["Medio,Motivo", "Llamada,solicita no recibir mensajes", "sms"],
    ["canal,nota", "sms,rechaza llamadas", "call"],
  ])("whatever names another channel than the column: %s of %s", async (header, cells, by) => {
    const other = { WhatsApp: "whatsapp", sms: "sms", llamada: "call", Llamada: "call" }[cells.split(",")[0]!]!;
    for (const after of ["", "7199-8877,llamada,baja\n7199-8876,sms,baja\n"]) {
      const bajas = `telefono,${header}\n7012-3456,${cells}\n${after}`;
      expect(await left(bajas, channel(by))).toEqual(["71234567"]);
      expect(await left(bajas, channel(other))).toEqual(["71234567"]);
    }
  });

  test.each([
    ["canal,accion", "sms,baja", "call"],
    ["canal,accion", "sms,opt-out", "call"],
    ["canal,accion", "sms,STOP", "call"],
    ["canal,accion", "llamada,no llamar", "sms"],
    ["canal,accion", "sms,no enviar", "call"],
    ["canal,accion", "sms,no desea mensajes", "call"],
    ["canal,fecha_baja", "sms,2026-01-01", "call"],
    ["canal,no_sms", "sms,1", "call"],
    ["canal,no_llamar", "sms,0", "call"],
    ["canal,no_llamar", "sms,", "call"],
    ["canal,acepta_llamadas", "sms,si", "call"],
    ["canal,llamada", "sms,", "call"],
  ])("and where all agree, that channel alone: %s of %s", async (header, cells, by) => {
    const bajas = `telefono,${header}\n7012-3456,${cells}\n`;
    expect(await left(bajas, channel(by))).toEqual(["70123456", "71234567"]);
  });
});

describe("a number that the record of another one's event names as opted out is barred", () => {
  test.each([
    ["telefono,telefono2,estado,estado2,fecha", "7199-8877,70123456,opt-in,baja,2026-01-01"],
    ["telefono,telefono2,estado,fecha,nota", "7199-8877,70123456,opt-in,2026-01-01,el segundo: no llamar"],
    ["telefono,estado,fecha,nota", "7199-8877,opt-in,2026-04-01,no llamar al 7012-3456"],
    ["telefono,estado,fecha,nota", "7199-8877,opt-in,2026-04-01,no llamar al 70123456"],
    ["telefono,estado,nota", "7199-8877,opt-in,baja 7012-3456"],
    ["telefono,estado,fecha", "7199-8877 / 7012-3456 no llamar,opt-in,2026-04-01"],
  ])("%s: %s", async (header, record) => {
    const other = `7199-8876${header.replace(/[^,]/g, "")}`;
    expect(await left(`${header}\n${record}\n${other}\n`, BY_CALL)).toEqual(["71234567"]);
  });

  test.each([
    ["telefono,estado,fecha,nota", "7199-8877,opt-in,2026-04-01,su otro celular es 7012-3456"],
    ["telefono,telefono2,estado,fecha", "7199-8877,70123456,opt-in,2026-04-01"],
    ["telefono,telefono2,estado,expira", "7199-8877,70123456,baja,2026-01-01"],
    ["telefono,estado,expira,nota", "7199-8877,baja,2026-01-01,avisó del 7012-3456"],
  ])("and without such words it is not: %s: %s", async (header, record) => {
    const other = `7199-8876${header.replace(/[^,]/g, "")}`;
    expect(await left(`${header}\n${record}\n${other}\n`)).toEqual(["70123456", "71234567"]);
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
