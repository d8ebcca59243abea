// What a record says in more than one place is read by the same rules and joined: beside an opt-out a note may forbid another
// channel, or ask about the person's data. An opt-out that stands in a note alone bars no less than one in its own column.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const rows = (name: string, which: "registry" | "reviews") =>
  dir.exists(name)
    ? openLedger(dir.at(name), which).events.map(({ action, channel, reason }) =>
        action === "request" ? `${reason} ${channel}` : `${action} ${channel}`,
      )
    : [];

async function take(kind: string, content: string) {
  dir.write("in.csv", content);
  const into = ["--registry", "r.csv", "--review", "v.csv", "--kind", kind];
  (await dir.run(["registry", "import", "in.csv", ...into])).mustExit(0);
  return [...rows("r.csv", "registry"), ...rows("v.csv", "reviews")];
}

const ofCall = (outcome: string, note: string) =>
  take("call", `telefono,resultado,observaciones,fecha\n71234560,${outcome},"${note}",2026-11-20 10:00\n`);
const ofForm = (asked: string, channel: string, note: string) =>
  take(
    "form",
    `nombre,telefono,solicitud,canal,comentario,fecha\nAna,71234560,${asked},${channel},"${note}",2026-11-20\n`,
  );
const ofConsent = (status: string, channel: string, note: string) =>
  take("consent", `telefono,estado,canal,comentario,fecha\n71234560,${status},${channel},"${note}",2026-11-20\n`);
const ofMessage = (body: string, note: string) =>
  take("sms", `From,Body,observaciones,DateSent\n+50371234560,${body},"${note}",2026-11-20T10:00:00Z\n`);

const DELETION = ["opt-out any", "request-deletion any"];

describe("what is asked beside an opt-out counts, too", () => {
  test.each([
    ["No llamar", "tampoco quiere sms ni whatsapp", ["opt-out any"]],
    ["No llamar", "no quiere sms", ["opt-out any"]],
    ["Baja", "por ningun medio", ["opt-out any"]],
    ["Baja", "ni por whatsapp", ["opt-out any"]],
    ["Baja", "pide que borren sus datos", DELETION],
    ["No llamar", "pide eliminacion de sus datos", DELETION],
    ["Baja", "de todo", ["opt-out any"]],
    ["Baja", "por completo", ["opt-out any"]],
    ["Baja", "y whatsapp", ["opt-out any"]],
    ["Baja", "sms y llamadas", ["opt-out any"]],
    ["Baja", "todos los canales", ["opt-out any"]],
    ["Baja", "cualquier medio", ["opt-out any"]],
    ["Baja", "tambien el telefono de su esposa", ["opt-out any", "review any"]],
    ["Baja", "se le envio whatsapp de confirmacion", ["opt-out call"]],
    ["Baja", "llamada de 3 minutos", ["opt-out call"]],
    ["No llamar", "", ["opt-out call"]],
    ["No llamar", "cliente molesto", ["opt-out call"]],
    ["No llamar", "pide baja", ["opt-out call"]],
    ["Baja", "no llamar", ["opt-out call"]],
    ["Baja", "ok, muy amable", ["opt-out call"]],
  ])("a call's: %s, %s", async (outcome, note, all) => expect(await ofCall(outcome, note)).toEqual(all));

  test.each([
    ["Baja", "SMS", "tampoco quiero llamadas", ["opt-out any"]],
    ["Baja", "SMS", "borren todos mis datos", DELETION],
    ["Baja", "SMS", "ya no me contacten por ningun medio", ["opt-out any"]],
    ["Baja", "SMS", "ya no me manden sms", ["opt-out sms"]],
    ["Baja", "WhatsApp", "ya no me manden sms", ["opt-out any"]],
    ["Baja", "SMS", "gracias", ["opt-out sms"]],
    ["No llamar", "SMS", "", ["opt-out any"]],
  ])("a form's: %s, %s, %s", async (asked, channel, note, all) =>
    expect(await ofForm(asked, channel, note)).toEqual(all),
  );

  test.each([
    ["opt-out", "sms", "tampoco quiere llamadas", ["opt-out any"]],
    ["opt-out", "sms", "no contactar por ningun medio", ["opt-out any"]],
    ["opt-out", "sms", "cliente de la sucursal", ["opt-out sms"]],
  ])("a consent's: %s, %s, %s", async (status, channel, note, all) =>
    expect(await ofConsent(status, channel, note)).toEqual(all),
  );

  test("a message's", async () => {
    expect(await ofMessage("BAJA", "cliente pide que tampoco lo llamen")).toEqual(["opt-out any"]);
    dir = new Workdir();
    expect(await ofMessage("BAJA", "pide que borren sus datos")).toEqual(DELETION);
    dir = new Workdir();
    expect(await ofMessage("BAJA", "cliente de años")).toEqual(["opt-out sms"]);
  });

  test("in words beside the provider's own opt-out", async () => {
    const said = await take("sms", "From,Body,OptOutType\n+50371234560,BAJA TODO,STOP\n");
    expect(said).toEqual(["opt-out any"]);
  });

  test("in a second column of results", async () => {
    const header = "telefono,resultado,codigo de cierre,fecha\n";
    expect(await take("call", `${header}71234560,Baja,No quiere SMS,2026-11-20\n`)).toEqual(["opt-out any"]);
    dir = new Workdir();
    expect(await take("call", `${header}71234560,Baja,Pide que borren sus datos,2026-11-20\n`)).toEqual(DELETION);
  });

  test("in a column that is named for another channel", async () => {
    for (const [name, mark, said] of [
      ["no_llamar", "si", "opt-out any"],
      ["acepta llamadas", "no", "opt-out any"],
      ["acepta_sms", "no", "opt-out sms"],
      ["consentimiento", "no", "opt-out sms"],
    ]) {
      const content = `telefono,mensaje,${name},fecha\n71234560,BAJA,${mark},2026-11-20\n`;
      expect(await take("sms", content), name).toEqual([said]);
      dir = new Workdir();
    }
  });
});

describe("an opt-out that stands in a note alone bars what its words bar", () => {
  test.each([
    ["cliente solicita no ser contactado por ningun medio", "review any"],
    ["pide que no le escriban al whatsapp", "review any"],
    ["no llamar ni mandar mensajes", "review any"],
    ["dice que no le manden sms", "review any"],
    ["NO CONTACTAR", "review any"],
    ["no quiere llamadas ni sms", "review any"],
    ["pide eliminacion de sus datos", "request-deletion any"],
    ["presenta reclamo ante la defensoria", "request-complaint call"],
    ["no llamar", "review call"],
    ["quiere baja", "review call"],
  ])("of a call: %s", async (note, said) => expect(await ofCall("Contactado", note)).toEqual([said]));

  test("of a message", async () => {
    const content = "telefono,mensaje,estado,fecha\n71234561,gracias,no contactar,2026-11-20\n";
    expect(await take("sms", content)).toEqual(["review any"]);
  });

  test("of a message, in a column that is named for calls", async () => {
    const content = "telefono,mensaje,no_llamar,fecha\n71234561,gracias,si,2026-11-20\n";
    expect(await take("sms", content)).toEqual(["review any"]);
  });

  test("as it does as a result that no rule knows", async () => {
    const said = await ofCall("cliente solicita no ser contactado por ningun medio", "");
    expect(said.map((one) => one.split(" ")[1])).toEqual(["any"]);
  });
});

test.each([
  ["50371234560@c.us", "opt-out whatsapp"],
  ["50371234560@s.whatsapp.net", "opt-out whatsapp"],
  ["whatsapp:+50371234560", "opt-out whatsapp"],
  ["https://wa.me/50371234560", "opt-out whatsapp"],
  ["+50371234560", "opt-out sms"],
])("a sender's spelling tells of WhatsApp: %s", async (sender, said) =>
  expect(await take("sms", `From,Body,DateSent\n${sender},BAJA,2026-11-20T10:00:00Z\n`)).toEqual([said]),
);

describe("an opt-in gains nothing by a note", () => {
  test.each([
    ["opt-in", "sms", "tampoco quiere llamadas", ["review any"]],
    ["opt-in", "sms", "pide que borren sus datos", ["request-deletion any"]],
  ])("%s, %s, %s", async (status, channel, note, all) => expect(await ofConsent(status, channel, note)).toEqual(all));
});
