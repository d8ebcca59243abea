// Every column of an import that may hold what a person asked for has its say, whatever it is called.

import { beforeEach, describe, expect, test } from "vitest";
import { importInto, inWhatsapp } from "../support/imports.js";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

async function take(kind: string, content: string) {
  const { recorded, reviews } = await importInto(dir, kind, content);
  return { recorded, waiting: reviews.map(({ phone }) => phone) };
}

const SURELY_OURS = "Ofertas hasta 50%. Responda STOP para no recibir";

describe("of two columns that could be the message, neither is lost", () => {
  test.each([
    ["text", "reply"],
    ["message", "content"],
    ["mensaje", "texto recibido"],
    ["mensaje", "contestacion"],
    ["texto", "mensaje recibido"],
    ["mensaje", "mensaje entrante"],
    ["texto", "inbound"],
    ["mensaje", "respuesta"],
    ["mensaje", "respuesta del cliente"],
    ["mensaje", "lo que dijo"],
  ])("%s and %s", async (first, second) => {
    for (const ours of ["Gracias por su compra", "Feliz Navidad"]) {
      const { waiting } = await take("sms", `telefono,${first},${second},fecha\n71310001,${ours},STOP,2026-11-20\n`);
      expect(waiting).toEqual(["+50371310001"]);
      dir = new Workdir();
    }
  });

  test.each(["cancelen", "quitar", "NO", "ya no", "no me manden nada"])("%s is an answer", async (answer) => {
    const content = `telefono,mensaje,respuesta,fecha\n71310001,Gracias por su compra,${answer},2026-11-20\n`;
    expect((await take("sms", content)).waiting).toEqual(["+50371310001"]);
  });

  test("what we wrote, with how to leave in it, asks for nothing", async () => {
    const content = `telefono,respuesta,contenido enviado,texto,content\n71310001,,${SURELY_OURS},gracias,${SURELY_OURS}\n`;
    const { recorded, waiting } = await take("sms", content);
    expect([...recorded, ...waiting]).toEqual([]);
  });
});

describe("a bare word of an opt-out beside a message counts in any column", () => {
  test.each(["Keyword", "palabra_clave", "comando", "messageKeyword", "opcion", "tipo"])("%s", async (name) => {
    const content = `From,To,${name},Text,Date\n50371310001,22220000,BAJA,,2026-11-20 10:00\n`;
    expect((await take("sms", content)).waiting).toEqual(["+50371310001"]);
  });

  test("but a low priority is none, nor is what the provider says of the delivery", async () => {
    const content = "From,Text,prioridad,estado mensaje\n50371310001,gracias,Baja,no entregado\n";
    expect((await take("sms", content)).waiting).toEqual([]);
  });
});

describe("a second result of a call counts as its note does", () => {
  test.each([
    ["Subresultado", "Exige baja"],
    ["Subresultado", "Suspender llamadas"],
    ["Nivel 2", "No desea"],
    ["Disposition2", "Detener llamadas"],
    ["sub status", "Numero equivocado"],
    ["wrapup", "DNC"],
    ["Transcripción", "ella dijo que ya no la llamen nunca"],
  ])("%s: %s", async (name, cell) => {
    const content = `Telefono,Fecha,Resultado,${name}\n71310001,2026-11-20,Contactado,${cell}\n`;
    expect((await take("call", content)).waiting).toEqual(["+50371310001"]);
  });

  test("and what asks for nothing goes to nobody", async () => {
    const content =
      "Telefono,Fecha,Resultado,Subresultado,Agente,Transferido,Campaña\n" +
      "71310001,2026-11-20,Contactado,no contesta,Alto Bajas,No,Baja de precios\n" +
      "71310002,2026-11-20,Contactado,Llamada finalizada,Alto Bajas,no aplica,Baja de precios\n" +
      "71310003,2026-11-20,Contactado,dejó mensaje,Alto Bajas,no,Baja de precios\n";
    expect((await take("call", content)).waiting).toEqual([]);
  });
});

test.each(
  "quitar,sacarlo,retirar,NUNCA,no+,paren,que ya no,dice que no,no seguir,no gestionar,suspender gestión,lo acosan,D.N.C.,marcar no,take off list,solo por correo".split(
    ",",
  ),
)("a short note with a word of removing, refusing or stopping waits: %s", async (note) => {
  const { waiting } = await take("call", `telefono,resultado,observaciones\n7131-0001,Contactado,${note}\n`);
  expect(waiting).toEqual(["+50371310001"]);
});

describe("beside an opt-in all is known as harmless, or a person decides", () => {
  test.each([
    ["state", "suppressed"],
    ["reason", "complaint"],
    ["reason", "spam report"],
    ["sub_status", "user stopped"],
    ["reason", "deceased"],
    ["reason", "by mistake"],
    ["sub_status", "se opone"],
    ["state", "fallecido"],
    ["reason", "no autorizo"],
  ])("%s: %s", async (name, cell) => {
    const { recorded, waiting } = await take(
      "consent",
      `phone,status,channel,${name},date\n71310001,opt-in,sms,${cell},2026-11-20\n`,
    );
    expect(recorded).toEqual([]);
    expect(waiting).toEqual(["+50371310001"]);
  });

  test.each([
    ["state", "active"],
    ["estado 2", "vigente"],
    ["first name", "Dolores Paz"],
    ["Nombre del cliente", "Ana Guevara"],
    ["source", "landing de campaña"],
    ["user_id", "ab-19"],
    ["Created By", "sistema"],
    ["ciudad", "Santa Tecla"],
    ["ip_address", "190.5.1.2"],
    ["confirmed", "true"],
    ["updated_at", "2026-11-20"],
  ])("and this is: %s: %s", async (name, cell) => {
    const { recorded } = await take(
      "consent",
      `phone,status,channel,${name},date\n71310001,opt-in,sms,${cell},2026-11-20\n`,
    );
    expect(recorded.map(({ action }) => action)).toEqual(["opt-in"]);
  });
});

describe("the id of a pressed button speaks as its title does", () => {
  const whatsapp = (interactive: object) =>
    inWhatsapp({ from: "50371310001", id: "wamid.HBgL", timestamp: "1795600000", type: "interactive", interactive });
  const title = "Sí, confirmo";
  const from = "50371310001";
  const vonage = {
    message_uuid: "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab",
    channel: "whatsapp",
    from,
    to: "50322220000",
    timestamp: "2026-11-20T10:00:00Z",
  };
  test.each([
    ["WhatsApp's button", whatsapp({ type: "button_reply", button_reply: { id: "BAJA_SI", title } })],
    ["WhatsApp's row", whatsapp({ type: "list_reply", list_reply: { id: "opt-out", title } })],
    ["WhatsApp's other row", whatsapp({ type: "list_reply", list_reply: { id: "optOut", title } })],
    ["Vonage's", JSON.stringify({ ...vonage, message_type: "reply", reply: { id: "stop_promos_1", title } })],
    [
      "Infobip's",
      JSON.stringify({
        results: [
          {
            from,
            to: "50322220000",
            messageId: "m-1",
            message: { type: "INTERACTIVE_BUTTON_REPLY", id: "BAJA_SI", title },
          },
        ],
      }),
    ],
    [
      "Twilio's",
      JSON.stringify({
        From: "whatsapp:+50371310001",
        To: "whatsapp:+50322220000",
        Body: title,
        ListTitle: title,
        ListId: "BAJA_SI",
        MessageSid: "SM1",
      }),
    ],
    [
      "a template's",
      JSON.stringify({
        From: "whatsapp:+50371310001",
        To: "whatsapp:+50322220000",
        Body: title,
        ButtonPayload: "BAJA_SI",
        MessageSid: "SM1",
      }),
    ],
  ])("%s", async (_, message) => {
    expect((await take("sms", message)).waiting).toEqual([`+${from}`]);
  });

  test("an id of no words says nothing", async () => {
    const ids = ["0f8fad5b-d9cb-469f-a165-70867728950e", "CITA_SI", "row 4", "wamid.HBgLstop"];
    for (const id of ids) {
      dir = new Workdir();
      const { waiting } = await take("sms", whatsapp({ type: "button_reply", button_reply: { id, title } }));
      expect(waiting, id).toEqual([]);
    }
  });
});
