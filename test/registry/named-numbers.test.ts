// Numbers that a message names beside its sender's: each waits for a decision of its own, and bars meanwhile, however the
// message came and whatever it asks for.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";
import { LiveRun } from "../support/live-run.js";
import { Workdir } from "../support/workdir.js";

const X = "+50371000003";
const AT = "2026-11-24T08:00:00-06:00";
const INTO = ["--registry", "r.csv", "--review", "review.csv"];

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const waiting = (): readonly LedgerEvent[] =>
  dir.exists("review.csv") ? openLedger(dir.at("review.csv"), "reviews").events : [];
const recorded = (): readonly LedgerEvent[] =>
  dir.exists("r.csv") ? openLedger(dir.at("r.csv"), "registry").events : [];
const shown = ({ phone, action, channel }: LedgerEvent) => `${phone} ${action} ${channel}`;
const named = () => waiting().flatMap(({ phone, reason }) => (reason === "named-number" ? [phone] : []));

async function take(kind: string, content: string, ...more: string[]) {
  dir.write("in.csv", content);
  return dir.run(["registry", "import", "in.csv", ...INTO, "--kind", kind, ...more]);
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const sms = (text: string) => `From,To,Body,DateSent\n${X},2222-0000,${quoted(text)},${AT}\n`;
const whatsapp = (one: object) =>
  `${JSON.stringify({
    entry: [
      {
        changes: [
          {
            value: {
              metadata: { display_phone_number: "50322220000" },
              messages: [{ from: X.slice(1), id: "wamid.1", timestamp: "1795500000", ...one }],
            },
          },
        ],
      },
    ],
  })}\n`;

/** A person writes a word into the action column of the rows of these phones. */
async function decide(word: string, ...phones: string[]) {
  let rows = dir.read("review.csv").toString();
  for (const phone of phones)
    rows = rows.replace(new RegExp(`(,${phone.replace("+", "\\+")}),(?:review|request),`, "g"), `$1,${word},`);
  dir.write("review.csv", rows);
  const run = await dir.run(["registry", "import", "review.csv", "--registry", "r.csv", "--kind", "reviewed"]);
  run.mustExit(0);
  return run;
}

const bars = async (number: string) => {
  const lists = ["r.csv", "review.csv"].filter((name) => dir.exists(name));
  const trusted = lists.flatMap((name) => ["--allow-empty", name]);
  const { code } = await dir.run(["check", number, ...trusted, "-s", ...lists]);
  expect([0, 1]).toContain(code);
  return code === 1;
};

describe("a number that a message names", () => {
  test.each([
    ["Baja para este numero y para el 7111-2244", ["+50371112244"]],
    ["a mi hermano ya no le escriban, su numero es 7111-2233", ["+50371112233"]],
    ["BAJA. tambien 7111-2247", ["+50371112247"]],
    ["No llamen mas al 71112235", ["+50371112235"]],
    ["quiten el 71 11 22 35", ["+50371112235"]],
    ["ALTA al 7111-2244", ["+50371112244"]],
    ["ayuda, soy Ana, 7111-2244", ["+50371112244"]],
    ["gracias. Juan Pérez, Tel. 2233-4455", ["+50322334455"]],
    ["7111-2244", ["+50371112244"]],
    ["STOP me and +1 305 555 1234", ["+13055551234"]],
    ["baja al 223-4455", ["+50322234455"]],
    ["su numero es 2100-0000. Ana #5428,7486", ["+50321000000", "+50321007486", "+50354287486"]],
    ["BAJA 7OOO-1234", ["+50370001234"]],
    ["> El 7111-2244 escribió: BAJA", ["+50371112244"]],
    ["no le escriban al 71112233 ni al https://wa.me/50371112244", ["+50371112233", "+50371112244"]],
  ])("gets a row of its own: %j", async (text, numbers) => {
    (await take("sms", sms(text))).mustExit(0);
    expect(named().sort()).toEqual([...numbers].sort());
    for (const number of numbers) expect(await bars(number), number).toBe(true);
    for (const event of waiting().filter(({ reason }) => reason === "named-number"))
      expect(event).toMatchObject({ action: "review", channel: "any", sender: X, requestedAt: AT, source: "sms" });
  });

  test.each([
    "mi cita es el 25/12/2026 a las 10:30, orden 4455, codigo 123456",
    "le deposité $25,000.00 el 2026-11-24 10:00:00",
    "soy 7100-0003, gracias",
    "me llamaron del 2222-0000, gracias",
    "",
  ])("is none: %j", async (text) => {
    (await take("sms", sms(text))).mustExit(0);
    expect(named()).toEqual([]);
  });

  test("is not decided by a decision about the sender, nor the sender by one about it", async () => {
    (await take("sms", sms("Dar de baja al 7111-2234 por favor y al 7111-2235"))).mustExit(0);
    const all = waiting().map(({ phone }) => phone);
    expect(all).toEqual([X, "+50371112234", "+50371112235"]);
    await decide("otro", X);
    expect(waiting().map(({ phone }) => phone)).toEqual(["+50371112234", "+50371112235"]);
    await decide("baja", "+50371112234");
    expect(await bars("7111-2235")).toBe(true);
    expect(recorded().map(shown)).toEqual([`${X} settled sms`, "+50371112234 opt-out any"]);
    await decide("otro", "+50371112235");
    expect([await bars("7100-0003"), await bars("7111-2234"), await bars("7111-2235")]).toEqual([false, true, false]);
    const history = await dir.run(["registry", "history", "7111-2234", "--registry", "r.csv"]);
    expect(history.stdout.toString()).toContain("reviewed: named-number");
  });

  test("is asked about once, decided or not, and again where another message of that day names it", async () => {
    const form = (text: string) => `fecha,telefono,solicitud,comentario\n2026-11-24,7100-0003,Baja,${text}\n`;
    (await take("form", form("mi esposa es la del 7111-2244"))).mustExit(0);
    (await take("form", form("mi esposa es la del 7111-2244"))).mustExit(0);
    expect(named()).toEqual(["+50371112244"]);
    await decide("otro", "+50371112244");
    (await take("form", form("mi esposa es la del 7111-2244"))).mustExit(0);
    expect(named()).toEqual([]);
    (await take("form", form("tampoco le escriban al 7111-2244"))).mustExit(0);
    expect(named()).toEqual(["+50371112244"]);
    await decide("otro", "+50371112244");
    (await take("form", form("tampoco le escriban al 7111-2244"))).mustExit(0);
    expect(named()).toEqual([]);
    expect(recorded().filter(({ phone }) => phone === "+50371112244").length).toBe(2);
  });

  test("keeps an opt-in from being certain", async () => {
    (await take("sms", sms("quiero recibir promociones de nuevo. 7111-2244"))).mustExit(0);
    expect(recorded()).toEqual([]);
    expect(waiting().map(({ phone, reason }) => `${phone} ${reason}`)).toEqual([
      `${X} uncertain-opt-in`,
      "+50371112244 named-number",
    ]);
  });

  test("is acknowledged only when it is decided, and never learns who wrote", async () => {
    dir.write(
      "t.json",
      JSON.stringify({ es: { "opt-out-any": "Listo. Consultas: {sender}.", "opt-out": "Listo {sender}." } }),
    );
    const acks = ["--ack", "acks.csv", "--ack-template", "t.json"];
    (await take("sms", sms("Baja para este numero y para el 7111-2244"), ...acks)).mustExit(0);
    expect(
      dir
        .read("acks.csv")
        .toString()
        .match(/^\+\d+/gm),
    ).toEqual([X]);
    dir.write("review.csv", dir.read("review.csv").toString().replace(",review,", ",baja,"));
    const args = ["registry", "import", "review.csv", "--registry", "r.csv", "--kind", "reviewed", ...acks];
    (await dir.run(args)).mustExit(0);
    const [, , line] = dir.read("acks.csv").toString().split("\n");
    expect(line).toMatch(/^\+50371112244,any,es,/);
    expect(line).not.toContain("71000003");
  });

  test("refuses the import where there is no place for reviews, and says how many wait", async () => {
    dir.write("in.csv", `${sms("BAJA este y el 7111-2244")}7100-0004,2222-0000,gracias 7111-2245,${AT}\n`);
    const args = ["registry", "import", "in.csv", "--registry", "r.csv", "--kind", "sms"];
    const refused = await dir.run([...args, "--lang", "en"]);
    refused.mustExit(6);
    expect(refused.stderr).toContain("2 records need a person to decide");
    expect(refused.stderr).toContain("Add --review REVIEW.csv");
    const spanish = await dir.run([...args, "--lang", "es"]);
    expect(spanish.stderr).toContain("decidir sobre 2 filas");
    expect(dir.exists("r.csv")).toBe(false);
    expect(refused.stderr + spanish.stderr).not.toMatch(/7111/);
  });

  test("is counted in the summary, in both languages", async () => {
    const english = await take("sms", sms("Baja para este numero y para el 7111-2244"), "--lang", "en");
    expect(english.stderr).toMatch(/to review +1\n +of these, numbers that a message names +1/);
    dir = new Workdir();
    const spanish = await take("sms", sms("Baja para este numero y para el 7111-2244"), "--lang", "es");
    expect(spanish.stderr).toMatch(/por revisar +1\n +de estos, números que un mensaje menciona +1/);
  });

  test("waits for an answer as any review", async () => {
    (await take("sms", sms("Baja para este numero y para el 7111-2244"))).mustExit(0);
    const due = await dir.run([
      "registry",
      "status",
      "--registry",
      "r.csv",
      "--due",
      "9999d",
      "--review",
      "review.csv",
      "--json",
    ]);
    expect(JSON.parse(due.stdout.toString()).due).toMatchObject({ waiting: 1, requests: [{ kind: "review" }] });
  });
});

describe("a range that a message names", () => {
  test.each([
    ["7111-22XX no llamar", "7111-2200 al 7111-2299"],
    ["baja de +503 7111 22 ** por favor", "7111-2200 al 7111-2299"],
    ["baja de los numeros 2222-0000 al 2222-0099", "2222-0000 al 2222-0099"],
    ["no llamen del 7111-2200 al 7111-2210", "7111-2200 al 7111-2210"],
    ["STOP from 7111-2200 through 7111-2299", "7111-2200 al 7111-2299"],
    ["entre 7111-2200 y 7111-2299 no nos llamen", "7111-2200 al 7111-2299"],
    ["gracias, somos la empresa de 2222*", "2222-0000 al 2222-9999"],
  ])("gets a row of its own, and all of it is barred: %j", async (text, range) => {
    (await take("sms", sms(text))).mustExit(0);
    expect(named()).toEqual([range]);
    const [first, last] = range.split(" al ") as [string, string];
    for (const number of [first, last, last.replace(/..$/, "05")]) expect(await bars(number), number).toBe(true);
    expect(await bars("7012-3456")).toBe(false);
  });

  test.each([
    "¿debo 2500?",
    "nos vemos en el 2027??",
    "*2026* feliz año",
    "tarjeta ****2233",
    "2 x 1 en 2500",
    "marque *555",
  ])("is none: %j", async (text) => {
    (await take("sms", sms(text))).mustExit(0);
    expect(named()).toEqual([]);
  });

  test("keeps other numbers named beside it, and perhaps its ends", async () => {
    (await take("sms", sms("baja 7111-22XX, 7012-3456"))).mustExit(0);
    expect(named()[0]).toBe("+50370123456");
    expect(named().at(-1)).toBe("7111-2200 al 7111-2299");
    dir = new Workdir();
    (await take("sms", sms("baja, apto 24 6012-34XX"))).mustExit(0);
    expect(named()).toEqual(["+50324601234"]);
    dir = new Workdir();
    (await take("sms", sms("baja 7111-2233 - 7111-2244"))).mustExit(0);
    expect(named()).toEqual(["7111-2233 al 7111-2244"]);
  });

  test("bars nobody where it is decided that it asked for nothing, and is asked about no more", async () => {
    const text = "gracias, del 7111-2200 al 7111-2202";
    (await take("sms", sms(text))).mustExit(0);
    await decide("otro", "7111-2200 al 7111-2202");
    expect([waiting(), await bars("7111-2200"), await bars("7111-2201")]).toEqual([[], false, false]);
    (await take("sms", sms(text))).mustExit(0);
    expect(named()).toEqual([]);
  });

  test.each(["alta", "baja"])("is not decided as %s, but number by number", async (word) => {
    (await take("sms", sms("no llamen del 7111-2200 al 7111-2202"))).mustExit(0);
    const range = "7111-2200 al 7111-2202";
    dir.write("review.csv", dir.read("review.csv").toString().replace(`${range},review`, `${range},${word}`));
    const run = await dir.run(["registry", "import", "review.csv", "--registry", "r.csv", "--kind", "reviewed"]);
    run.mustExit(3);
    expect(run.stderr).toContain("not exactly one number");
    expect(named()).toEqual([range]);
  });

  test("stops every scrub where it is wider than a suppression list's may be", async () => {
    (await take("sms", sms("no llamen del 7100-0000 al 7199-9999"))).mustExit(0);
    (await dir.run(["check", "7111-2200", "-s", "review.csv"])).mustExit(4);
    (await dir.run(["check", "7111-2200", "-s", "review.csv", "--max-range", "1000000"])).mustExit(1);
  });

  test("in a phone cell, a note of a call, a broken record and a message of an unknown shape", async () => {
    const calls = "telefono,resultado,observaciones\n7111-22XX,DNC,\n7100-0004,VENTA,no llamar a 7112-22**\n";
    (await take("call", calls)).mustExit(0);
    expect(named()).toEqual(["7111-2200 al 7111-2299", "7112-2200 al 7112-2299"]);
    (await take("sms", `From,To,Body\n${X},2222-0000,hola\n${X},2222-0000,baja,7113-22XX\n`)).mustExit(0);
    (
      await take("sms", `{"From":"${X}","To":"50322220000","Body":"hola"}\n{"who":"${X}","what":"baja 7114-22XX"}\n`)
    ).mustExit(0);
    for (const number of ["7113-2250", "7114-2250"]) expect(await bars(number), number).toBe(true);
  });
});

describe("a decision that comes back again", () => {
  const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence,message\n";
  const row = (id: string, phone: string, action: string, message: string) =>
    `${id},${phone},${action},sms,${AT},${AT},sms,+50322220000,unclear-message,a.csv:2,${message}\n`;

  test("adds nothing", async () => {
    const decided =
      HEADER + row("e1", X, "opt-out", "BAJA y 7111-2234") + row("e2", "+50371112234", "other", "BAJA y 7111-2234");
    for (let round = 0; round < 2; round++) {
      dir.write("review.csv", decided);
      await decide("baja", X);
      expect(waiting()).toEqual([]);
    }
    // The same message in an import.
    (await take("sms", sms("BAJA y 7111-2234"))).mustExit(0);
    expect(named()).toEqual(["+50371112234"]);
  });
});

describe("whom a message means, as it comes", () => {
  test("in a call's note, whatever the call came to", async () => {
    const rows = "7100-0003,No contesta,contestó la hija: 7111-2233\n7100-0004,DNC,también el 71112244\n";
    (await take("call", `telefono,resultado,observaciones\n${rows}`)).mustExit(0);
    expect(named()).toEqual(["+50371112233", "+50371112244"]);
    expect(waiting().map(({ message }) => message)).toEqual([
      "No contesta contestó la hija: 7111-2233",
      "DNC también el 71112244",
    ]);
    expect(recorded().map(shown)).toEqual(["+50371000004 opt-out call"]);
  });

  test("in a remark that tells of an opt-out, whatever the call or the form came to", async () => {
    const calls = "7100-0003,Contactado,cliente pide que ya no lo llamen\n7100-0004,VENTA,muy amable\n";
    (await take("call", `telefono,resultado,observaciones\n${calls}`)).mustExit(0);
    const form = "7100-0005,Consulta,no quiero que me contacten más\n7100-0006,Opt-in,dar de baja\n";
    (await take("form", `telefono,solicitud,comentario\n${form}`)).mustExit(0);
    expect(waiting().map(({ phone, message }) => `${phone} ${message}`)).toEqual([
      `${X} Contactado cliente pide que ya no lo llamen`,
      "+50371000005 Consulta no quiero que me contacten más",
      "+50371000006 Opt-in dar de baja",
    ]);
    expect(recorded()).toEqual([]);
  });

  test("of a form with two phones, both are the person's", async () => {
    (await take("form", "telefono,celular,solicitud\n2233-4455,7100-0003,Baja\n2233-4456,,Baja\n")).mustExit(0);
    for (const number of ["2233-4455", "7100-0003", "2233-4456"]) expect(await bars(number), number).toBe(true);
    dir = new Workdir();
    (await take("form", "telefono,telefono_alterno,solicitud\n2233-4455,7100-0003,Baja\n", "-c", "telefono")).mustExit(
      0,
    );
    for (const number of ["2233-4455", "7100-0003"]) expect(await bars(number), number).toBe(true);
  });

  test("in the sender, reason or source of a consent export", async () => {
    const rows = "7100-0003,opt-out,pidió por su mamá 7111-2233,llamada del 7111-2244\n";
    (await take("consent", `telefono,status,reason,source\n${rows}`)).mustExit(0);
    expect(named().sort()).toEqual(["+50371112233", "+50371112244"]);
  });

  test("from a short code or a name, with the person in the words", async () => {
    const rows = `22334,2222-0000,BAJA del 71112233,${AT}\nCLARO,2222-0000,el 71112244 pide STOP,${AT}\nCLARO,2222-0000,gracias 7111-2255,${AT}\n`;
    (await take("sms", `From,To,Body,DateSent\n${rows}`)).mustExit(0);
    for (const number of ["7111-2233", "7111-2244", "7111-2255"]) expect(await bars(number), number).toBe(true);
  });

  test("the other end of a call is ours, and so is it in the words", async () => {
    const rows = "22220000,71000003,outbound,DNC,se llamó del 2222-0000\n";
    (await take("call", `From,To,Direction,Disposition,notas\n${rows}`)).mustExit(0);
    expect(waiting()).toEqual([]);
  });

  test("in a card of contacts, a caption, a button, a place, or the new number of somebody who changed it", async () => {
    const messages: [object, string][] = [
      [
        {
          type: "contacts",
          contacts: [{ name: { formatted_name: "Ana" }, phones: [{ phone: "7111-2201", wa_id: "50371112201" }] }],
        },
        "+50371112201",
      ],
      [{ type: "image", image: { id: "i", caption: "es el 7111-2202" } }, "+50371112202"],
      [{ type: "button", button: { text: "Ok", payload: "7111-2203" } }, "+50371112203"],
      [
        { type: "location", location: { name: "Casa, tel. 7111-2204", latitude: 13.7, longitude: -89.2 } },
        "+50371112204",
      ],
      [
        { type: "system", system: { body: "changed", wa_id: "50371112205", type: "user_changed_number" } },
        "+50371112205",
      ],
      [
        { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { response_json: '{"tel":"71112206"}' } } },
        "+50371112206",
      ],
      [{ type: "text", text: { body: "gracias" }, referral: { body: "Llame al 7111-2207" } }, "+50371112207"],
      [{ type: "document", document: { id: "d", filename: "BAJA 7111-2208.pdf" } }, "+50371112208"],
    ];
    (await take("sms", messages.map(([one]) => whatsapp(one)).join(""))).mustExit(0);
    expect(named()).toEqual(messages.map(([, e164]) => e164));
    // Who sends nothing but a card may ask for whoever is on it.
    expect(waiting().find(({ phone, reason }) => phone === X && reason === "unclear-message")?.message).toMatch(
      /^\[contacts]/,
    );
  });

  test("in Twilio's button, and in a card that nobody has read", async () => {
    const lines = [
      { From: X, To: "+50322220000", Body: "gracias", ButtonPayload: "7111-2233" },
      { From: "+50371000004", To: "+50322220000", Body: "gracias", NumMedia: "1", MediaContentType0: "text/vcard" },
    ];
    (await take("sms", lines.map((line) => `${JSON.stringify(line)}\n`).join(""))).mustExit(0);
    expect(waiting().map(({ phone }) => phone)).toEqual(["+50371112233", "+50371000004"]);
  });

  test("followed, each number has its answer, and nobody is told", async () => {
    const run = new LiveRun(dir, ["registry", "import", "-", ...INTO, "--kind", "sms", "--follow", "--json"]);
    run.write(
      `${JSON.stringify({ From: X, To: "+50322220000", Body: "Baja para este numero y para el 7111-2244", MessageSid: "S1" })}\n`,
    );
    const answer = JSON.parse(await run.next()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      action: "opt-out",
      to: X,
      also: [{ action: "review", to: "+50371112244", message: null }],
    });
    run.write(`${JSON.stringify({ From: X, To: "+50322220000", Body: "gracias 7111-2245", MessageSid: "S2" })}\n`);
    expect(JSON.parse(await run.next())).toMatchObject({ action: "review", to: "+50371112245", message: null });
    expect(await run.end()).toBe(0);
    expect(named()).toEqual(["+50371112244", "+50371112245"]);
  });
});
