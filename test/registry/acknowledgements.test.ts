import { beforeEach, describe, expect, test } from "vitest";
import { readTemplates } from "../../src/commands/registry/shared.js";
import { acknowledge, explain } from "../../src/registry/acknowledgements.js";
import type { LedgerEvent, WantedEvent } from "../../src/registry/ledger-event.js";
import { CHANNELS, type Channel } from "../../src/suppression/event.js";
import { TEMPLATES } from "../../src/text/acknowledgements.js";
import { Workdir } from "../support/workdir.js";

const event = (action: LedgerEvent["action"], channel: Channel): LedgerEvent => ({
  event: "13350e26-e1ed-4acc-a491-85dee260aca1",
  phone: "+50370001234",
  action,
  channel,
  requestedAt: "",
  recordedAt: "",
  source: "",
  sender: "",
  reason: "",
  evidence: "",
});
const wanted = (isReply: boolean, language: "es" | "en", sender: string): WantedEvent => ({
  ...event("opt-out", "any"),
  isReply,
  language,
  sender,
});
const WAYS = [true, false];
const SENDERS = ["", "+50322220000", "whatsapp:+503222"];

describe("every acknowledgement", () => {
  const all = WAYS.flatMap((isReply) =>
    (["opt-out", "opt-in"] as const).flatMap((action) =>
      CHANNELS.flatMap((channel) =>
        (["es", "en"] as const).flatMap((language) =>
          SENDERS.map((sender) => ({
            isReply,
            action,
            channel,
            language,
            sender,
            said: acknowledge(event(action, channel), wanted(isReply, language, sender), TEMPLATES)!.message,
          })),
        ),
      ),
    ),
  );
  const helps = ["es" as const, "en" as const].flatMap((language) =>
    SENDERS.map((sender) => ({ language, sender, said: explain(wanted(true, language, sender), TEMPLATES).message })),
  );

  test("is one segment, whole sentences and nothing in braces, whatever it answers", () => {
    expect(all.length).toBe(2 * 2 * CHANNELS.length * 2 * 3);
    for (const one of [...all, ...helps]) {
      expect(one.said.length, JSON.stringify(one)).toBeLessThanOrEqual(160);
      // GSM-7 lacks them: with one of them a message costs twice as much.
      expect(one.said).not.toMatch(/[áíóú]/);
      expect(one.said).toMatch(/^[A-Z][^{}]*\.$/);
    }
  });

  test("says to reply with a word only to a reply about its own channel, for elsewhere nobody reads the answer", () => {
    for (const { isReply, channel, said } of all)
      expect(/ALTA|BAJA|START|STOP/.test(said), `${isReply} ${channel}: ${said}`).toBe(
        isReply && channel !== "any" && channel !== "call",
      );
  });

  test("names what is barred, and differs by it", () => {
    for (const language of ["es", "en"] as const)
      for (const action of ["opt-out", "opt-in"] as const) {
        const said = (channel: Channel) => acknowledge(event(action, channel), wanted(false, language, ""), TEMPLATES)!;
        expect(new Set(CHANNELS.map((channel) => said(channel).message)).size).toBe(CHANNELS.length);
        expect(said("sms").message).toContain("SMS");
        expect(said("whatsapp").message).toContain("WhatsApp");
        expect(said("call").message).toMatch(/llamar|call /);
      }
  });

  test("of a call for help tells how to leave, how to come back and whom to ask", () => {
    for (const { language, sender, said } of helps) {
      expect(said.includes("BAJA") && said.includes("ALTA")).toBe(language !== "en");
      expect(said.includes("STOP") && said.includes("START")).toBe(language !== "es");
      expect(said.includes("Consultas") || said.includes("Questions")).toBe(sender !== "");
      expect(said.includes(sender)).toBe(true);
    }
  });

  test("is owed to nobody of whom a person has to decide", () => {
    for (const action of ["review", "request", "settled"] as const)
      expect(acknowledge(event(action, "sms"), wanted(true, "es", ""), TEMPLATES)).toBeUndefined();
  });
});

describe("a file of acknowledgements", () => {
  const lines = (name: string) => dir.lines(name);
  let dir: Workdir;
  beforeEach(() => {
    dir = new Workdir({ "form.csv": "telefono,Correo Electronico,fecha\n7000-1234,ana@ejemplo.com,2026-11-24\n" });
    dir.write(
      "sms.csv",
      "From,To,Body,DateSent\n7000-1235,2222-0000,BAJA,2026-11-24T08:00:00-06:00\n7000-1236,2222-0000,info,2026-11-24T08:01:00-06:00\n",
    );
  });
  const take = (file: string, kind: string, ...more: string[]) =>
    dir.run(["registry", "import", file, "--registry", "r.csv", "--kind", kind, "--ack", "acks.csv", ...more]);

  test("has the addresses that an import has, and a column for them only then", async () => {
    (await take("form.csv", "form")).mustExit(0);
    expect(lines("acks.csv")[0]).toBe("to,channel,language,message,event,email");
    expect(lines("acks.csv")[1]).toMatch(/^\+50370001234,any,es,.*,ana@ejemplo\.com$/);
    const sms = await take("sms.csv", "sms");
    sms.mustExit(0);
    expect(lines("acks.csv")[2]).toMatch(/^\+50370001235,sms,es,.*,$/);
  });

  test("holds no formula, nor does the ledger, whatever stood in the address or as our number", async () => {
    const cells = ['=HYPERLINK(""http://x"")', "@SUM(1)", "-2+3", "+cmd|x", " \t=1", "+50322220000", "-"];
    const rows = cells.map((cell, i) => `7000-000${i},"${cell}","${cell}",STOP,2026-11-24`).join("\n");
    dir.write("in.csv", `From,Email,Sender ID,Body,Date\n${rows}\n`);
    (await take("in.csv", "sms")).mustExit(0);
    expect(
      lines("acks.csv")
        .slice(1)
        .map((line) => line.split(",").slice(6).join(",")),
    ).toEqual([`"'=HYPERLINK(""http://x"")"`, "'@SUM(1)", "'-2+3", "'+cmd|x", "'=1", "+50322220000", "-"]);
    expect(dir.text("r.csv")).not.toMatch(/,"?[=@]|,-2|,\+cmd/);
  });

  test("without that column is refused where the import has addresses, and nothing is recorded", async () => {
    (await take("sms.csv", "sms")).mustExit(0);
    const before = dir.contents();
    (await take("form.csv", "form")).mustExit(5);
    expect(dir.contents()).toEqual(before);
  });

  test("holds what a template says of the event, of our number and of the person's, or else what ours says", async () => {
    dir.write("t.json", '{"es": {"opt-out": "Baja de {phone}. Ref {event}. Llame a {sender}. Adios."}}');
    (await take("sms.csv", "sms", "--ack-template", "t.json")).mustExit(0);
    expect(lines("acks.csv")[1]).toMatch(
      /,Baja de \+50370001235\. Ref ([-0-9a-f]{36})\. Llame a 2222-0000\. Adios\.,\1$/,
    );
    dir.write("sms.csv", "From,Body,DateSent\n7000-1237,BAJA,2026-11-24T08:00:00-06:00\n");
    (await take("sms.csv", "sms", "--ack-template", "t.json")).mustExit(0);
    expect(lines("acks.csv").at(-1)).toMatch(/Ref [-0-9a-f]{36}\. Adios\.,/);
    dir.write("t.json", '{"es": {"opt-out": "{sender}"}}');
    dir.write("sms.csv", "From,Body,DateSent\n7000-1238,BAJA,2026-11-24T08:00:00-06:00\n");
    (await take("sms.csv", "sms", "--ack-template", "t.json")).mustExit(0);
    expect(lines("acks.csv").at(-1)).toContain(TEMPLATES.es["opt-out"]);
  });
});

describe("templates of one's own", () => {
  const read = (content: string) => {
    const dir = new Workdir({ "t.json": content });
    return readTemplates(dir.at("t.json"));
  };

  test("take the place of ours, and what they leave out stays", () => {
    const templates = read('{"es": {"opt-out": "Adios"}}');
    expect(templates.es["opt-out"]).toBe("Adios");
    expect(templates.es["opt-in"]).toBe(TEMPLATES.es["opt-in"]);
    expect(templates.en).toEqual(TEMPLATES.en);
  });

  test.each(["{", '{"fr": {}}', '{"es": {"adios": "x"}}', '{"es": {"opt-out": 1}}', '{"es": {"opt-out": " "}}'])(
    "are wrong usage where a name is unknown, or a text empty or none: %s",
    (content) => {
      expect(() => read(content)).toThrow(expect.objectContaining({ exitCode: 2 }));
    },
  );
});
