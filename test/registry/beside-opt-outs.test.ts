// What an import makes of more than one thing at once: an opt-out that speaks for somebody else as well, a note beside an opt-in, a
// receipt that says who had opted out, and what is left of a request that was answered.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import { Workdir } from "../support/workdir.js";

const PHONE = "+50376010101";
const AT = "2026-11-21T04:00:00-06:00";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const rows = (name: string, which: "registry" | "reviews") =>
  dir.exists(name) ? openLedger(dir.at(name), which).events : [];
const recorded = () => rows("r.csv", "registry").map(({ phone, action, channel }) => `${phone} ${action} ${channel}`);
const waiting = () => rows("v.csv", "reviews").map(({ phone, action }) => `${phone} ${action}`);

async function take(kind: string, content: string, file = "in.csv") {
  dir.write(file, content);
  const into = ["--registry", "r.csv", "--review", "v.csv", "--kind", kind, "--lang", "en"];
  const run = await dir.run(["registry", "import", file, ...into]);
  run.mustExit(0);
  return run;
}
const takeMessage = (text: string) => take("sms", `From,To,Body,DateSent\n${PHONE},+50322008888,"${text}",${AT}\n`);

const mayContact = async (number: string) =>
  (await dir.run(["check", number, "-s", "r.csv", "v.csv", "--allow-empty", "r.csv", "--allow-empty", "v.csv"]))
    .code === 0;

/** Takes the reviews back, with another word in the action column and perhaps another channel. */
async function decide(word: string, channel?: string) {
  const [header, ...lines] = dir.read("v.csv").toString().trimEnd().split("\n") as [string, ...string[]];
  const decided = lines.map((line) =>
    line.replace(
      /^([^,]+,[^,]*),(?:review|request),([^,]*)/,
      (_, before, was) => `${before},${word},${channel ?? was}`,
    ),
  );
  dir.write("back.csv", `${[header, ...decided].join("\n")}\n`);
  const into = ["--registry", "r.csv", "--review", "v.csv", "--kind", "reviewed", "--lang", "en"];
  return dir.run(["registry", "import", "back.csv", ...into]);
}

describe("an opt-out that may be for somebody else as well is recorded, and a person looks", () => {
  test.each([
    "baja, y quiten tambien el siete uno uno uno dos dos cinco cero",
    "baja, y quiten el 7111 veintitres ochenta",
    "baja, quiten el setenta y uno 11 23 83",
    "baja, quiten el setentaiuno once 22 54",
    "baja, quiten el siete mil ciento once, 2313",
    "STOP, remove seven one one one two three seven six",
    "STOP, remove seventy one eleven twenty two fifty",
    "STOP. also remove my wife's phone",
    "baja, y tambien el numero de mi esposa",
    "STOP, y también a mi mamá",
  ])("%s", async (text) => {
    await takeMessage(text);
    expect(recorded().join()).toContain(`${PHONE} opt-out`);
    expect(waiting()).toContain(`${PHONE} review`);
  });

  test("but not where its words speak of the sender alone, or digits name who is meant", async () => {
    for (const text of ["STOP", "ya no me manden mensajes", "baja por favor, gracias", "son las 7, no molesten"])
      await takeMessage(text);
    expect(waiting()).toEqual([]);
    await takeMessage("STOP. También el 7111-2201");
    expect(waiting()).toEqual(["+50371112201 review"]);
  });
});

test.each(["siete uno uno uno 2379", "7 ciento 11 23 80", "7uno11 2380", "STOP 7uno11 2380"])(
  "a number in words is no answer that asks for nothing: %s",
  async (text) => {
    await takeMessage(text);
    expect(waiting()).toContain(`${PHONE} review`);
  },
);

describe("where no column says what was asked for, every row of a consent's file is an opt-out", () => {
  const header = "telefono,canal,consentimiento,fecha\n";
  test.each(["Sí", "si", "1", "acepta"])("but a yes in a column of consent goes to a person: %s", async (cell) => {
    await take("consent", `${header}${PHONE},SMS,${cell},2026-11-21\n`);
    expect(recorded()).toEqual([]);
    expect(waiting()).toEqual([`${PHONE} review`]);
  });

  test.each(["No", ""])("as one without a yes is: %j", async (cell) => {
    await take("consent", `${header}${PHONE},SMS,${cell},2026-11-21\n`);
    expect(recorded()).toEqual([`${PHONE} opt-out sms`]);
  });
});

describe("an opt-in with a note lifts nothing", () => {
  const notes =
    "no,sin confirmar,pendiente confirmar,solo SMS,menor de edad,era broma,hasta enero,dice que su hijo,ok?";
  for (const kind of ["call", "consent", "form"])
    test.each(notes.split(","))(`that is not known as harmless, ${kind}: %s`, async (note) => {
      const action = kind === "form" ? "solicitud" : "resultado";
      await take(kind, `telefono,${action},notas,fecha\n${PHONE},Opt-in,${note},2026-11-21\n`);
      expect(recorded()).toEqual([]);
      expect(waiting()).toEqual([`${PHONE} review`]);
    });

  test.each(["", "acepta recibir promociones", "Confirmado por el titular", "folio F-123"])(
    "unless it says no more than that they agreed: %s",
    async (note) => {
      await take("consent", `telefono,estado,notas,fecha\n${PHONE},Opt-in,${note},2026-11-21\n`);
      expect(recorded()).toEqual(note.startsWith("folio") ? [] : [`${PHONE} opt-in any`]);
    },
  );
});

describe("an opt-in that comes back", () => {
  test.each(["email", "correo", "", "push", "no sms", "sms y llamadas", "todos menos llamadas"])(
    "for no channel that we know waits: %j",
    async (channel) => {
      await takeMessage("si");
      const run = await decide("opt-in", channel);
      run.mustExit(0);
      expect(recorded()).toEqual([]);
      expect(run.stderr).toContain(
        "1 row has an unknown word in the action column, or in the channel column of an opt-in (the first in line 2)",
      );
      expect(await mayContact(PHONE)).toBe(false);
    },
  );

  test("as an opt-out bars on every channel instead", async () => {
    await takeMessage("si");
    (await decide("opt-out", "email")).mustExit(0);
    expect(recorded()).toEqual([`${PHONE} opt-out any`]);
  });
});

test.each(["other?", "¿otro", "settled?", "answered?", "opt-in?"])(
  "a decision that asks decides nothing: %s",
  async (word) => {
    await takeMessage("si");
    (await decide(word)).mustExit(0);
    expect(recorded()).toEqual([]);
    expect(await mayContact(PHONE)).toBe(false);
  },
);

describe("a request that was answered", () => {
  test.each([
    "eliminen mis datos",
    "ejerzo mi derecho de oposicion",
    "me opongo al tratamiento de mis datos",
    "STOP. Delete my data",
  ])("leaves an opt-out where the person wanted an end to the use of their data: %s", async (text) => {
    await takeMessage(text);
    (await decide("answered")).mustExit(0);
    expect(waiting()).toEqual([]);
    expect(recorded()).toContain(`${PHONE} opt-out any`);
    expect(await mayContact(PHONE)).toBe(false);
  });

  test("bars nobody where they only wanted to know", async () => {
    await takeMessage("quiero saber que datos tienen mios");
    const run = await decide("answered");
    run.mustExit(0);
    expect(run.stderr).toMatch(/decided: asked for nothing, or answered +1/);
    expect(await mayContact(PHONE)).toBe(true);
  });
});

describe("a receipt that says that the person had opted out is an opt-out", () => {
  const status = (code: number) => ({
    object: "whatsapp_business_account",
    entry: [
      {
        id: "1",
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "50322008888", phone_number_id: "2" },
              statuses: [
                {
                  id: "wamid.1",
                  status: "failed",
                  timestamp: "1763719200",
                  recipient_id: PHONE.slice(1),
                  errors: [{ code }],
                },
              ],
            },
          },
        ],
      },
    ],
  });
  const twilio = (ErrorCode: string, prefix = "") => ({
    MessageSid: "SM1",
    MessageStatus: "undelivered",
    From: `${prefix}+50322008888`,
    To: `${prefix}${PHONE}`,
    ErrorCode,
  });
  const telnyx = (code: string) => ({
    data: {
      event_type: "message.finalized",
      occurred_at: AT,
      payload: {
        direction: "outbound",
        from: { phone_number: "+50322008888" },
        to: [{ phone_number: PHONE, status: "sending_failed" }],
        errors: [{ code, title: "Blocked" }],
      },
    },
  });

  test.each([
    ["WhatsApp", status(131050), "whatsapp"],
    ["Twilio", twilio("21610"), "sms"],
    ["Twilio of WhatsApp", twilio("63014", "whatsapp:"), "whatsapp"],
    ["Telnyx", telnyx("40300"), "sms"],
  ])("%s", async (_provider, event, channel) => {
    await take("sms", `${JSON.stringify(event)}\n`, "in.jsonl");
    expect(recorded()).toEqual([`${PHONE} opt-out ${channel}`]);
  });

  test.each([
    ["WhatsApp", status(131026)],
    ["Twilio", twilio("30003")],
    ["Telnyx", telnyx("40008")],
  ])("and with another code it says nothing: %s", async (_provider, event) => {
    await take("sms", `${JSON.stringify(event)}\n`, "in.jsonl");
    expect([...recorded(), ...waiting()]).toEqual([]);
  });
});

test("the last digits of a second number are read behind the words of whose the first one is", async () => {
  await takeMessage("baja al 7111-2366 (mío) 67 (mi esposa)");
  expect(waiting()).toEqual(expect.arrayContaining(["+50371112366 review", "+50371112367 review"]));
});

test("a change of number on WhatsApp names two numbers, and no range", async () => {
  const system = {
    body: "Ana changed from 50371112222 to 50371112301",
    type: "user_changed_number",
    new_wa_id: "50371112301",
  };
  const message = { from: "50371112222", id: "wamid.2", timestamp: "1763719200", type: "system", system };
  const value = { metadata: { display_phone_number: "50322008888" }, messages: [message] };
  const event = { entry: [{ changes: [{ field: "messages", value }] }] };
  await take("sms", `${JSON.stringify(event)}\n`, "in.jsonl");
  expect(waiting()).toEqual(["+50371112222 review", "+50371112301 review"]);
});
