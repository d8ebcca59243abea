// What the webhooks of providers bring, as a body in a file or one a line: which messages, and what becomes of the rest.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { placeIn } from "../../src/registry/ledger-event.js";
import type { ImportPlan } from "../../src/registry/understanding.js";
import { IMPORT_PLAN, readWanted } from "../support/import-plan.js";
import { inWhatsapp } from "../support/imports.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

async function read(content: string | Uint8Array, plan: Partial<ImportPlan> = {}) {
  const dir = new Workdir();
  dir.write("in.json", content);
  return readWanted({ ...IMPORT_PLAN, kind: "sms", own: new Set(["+50322220000"]), ...plan, file: dir.at("in.json") });
}

/** `+503… opt-out sms 2026-11-24T08:00:00-06:00 line`. */
async function said(content: string | Uint8Array): Promise<string[]> {
  const { events, reviews, helps } = await read(content);
  return [
    ...[...events, ...reviews].map(({ phone, action, channel, requestedAt, evidence }) =>
      [phone || "(nobody)", action, channel, requestedAt || "undated", placeIn(evidence).split(":")[1]].join(" "),
    ),
    ...helps.map(({ phone, channel, language }) => `${phone} help ${channel} ${language}`),
  ];
}

const fixture = (name: string) => readFileSync(join(REPOSITORY, "fixtures/webhooks", name));

describe("the webhook of", () => {
  const BROUGHT: Record<string, { said: string[]; skipped: number }> = {
    "twilio.jsonl": {
      said: [
        "+50370001301 opt-out sms undated 1",
        "+50370001302 opt-out whatsapp undated 2",
        // A picture without words could hold some.
        "+50370001303 review sms undated 3",
        "+50370001305 help sms es",
      ],
      skipped: 1,
    },
    "twilio-event.json": {
      said: [
        "+50370001311 opt-out sms 2026-11-24T08:00:00-06:00 1",
        // Not delivered since they had opted out.
        "+50370001313 opt-out sms 2026-11-24T08:00:03-06:00 1",
      ],
      skipped: 1,
    },
    "infobip.json": {
      said: [
        "+50370001321 opt-out sms 2026-11-24T08:05:00-06:00 1",
        "+50370001322 opt-out sms 2026-11-24T08:06:00-06:00 1",
      ],
      skipped: 1,
    },
    "vonage.jsonl": {
      said: [
        "+50370001331 opt-out sms 2026-11-24T08:10:00-06:00 1",
        "+50370001332 opt-out sms 2026-11-24T08:11:00-06:00 2",
        // A delivery receipt that says that they have opted out.
        "+50370001334 opt-out sms 2026-11-24T08:13:00-06:00 4",
      ],
      skipped: 1,
    },
    "aws.jsonl": {
      said: [
        "+50370001341 opt-out sms 2026-11-24T08:20:00-06:00 1",
        "+50370001343 opt-in sms 2026-11-24T08:23:00-06:00 4",
      ],
      skipped: 2,
    },
    "telnyx.jsonl": { said: ["+50370001351 opt-out sms 2026-11-24T08:30:00-06:00 1"], skipped: 1 },
    "whatsapp.json": {
      said: [
        "+50370001361 opt-out whatsapp 2026-11-24T00:01:01-06:00 1",
        "+50370001362 opt-out whatsapp 2026-11-24T00:01:02-06:00 1",
        "+50370001363 opt-out whatsapp 2026-11-24T00:01:03-06:00 1",
        "+50370001364 opt-out whatsapp 2026-11-24T00:01:04-06:00 1",
        "+50370001365 opt-out whatsapp 2026-11-24T00:01:05-06:00 1",
        "+50370001371 opt-out whatsapp 2026-11-24T00:01:30-06:00 1",
        "+50370001366 review whatsapp 2026-11-24T00:01:06-06:00 1",
        // A sticker may say anything.
        "+50370001367 review whatsapp 2026-11-24T00:01:07-06:00 1",
        "+50370001369 review whatsapp 2026-11-24T00:01:09-06:00 1",
      ],
      // A receipt.
      skipped: 1,
    },
  };
  for (const [name, expected] of Object.entries(BROUGHT))
    test(`${name}: our number is the sender, and what is no message is skipped and counted`, async () => {
      expect(await said(fixture(name))).toEqual(expected.said);
      const { skipped, events } = await read(fixture(name));
      expect(skipped).toBe(expected.skipped);
      for (const { sender } of events) expect(sender).toMatch(/22220000$|^ACME$/);
    });

  test("WhatsApp Cloud says the same on one line, and in an array, with an object a line", async () => {
    const body = JSON.parse(fixture("whatsapp.json").toString()) as unknown;
    const expected = (await said(fixture("whatsapp.json"))).map((line) => line.replace(/ 1$/, ""));
    const without = async (text: string) => (await said(text)).map((line) => line.replace(/ \d+$/, ""));
    expect(await without(JSON.stringify(body))).toEqual(expected);
    expect(await without(`[${JSON.stringify(body)}]`)).toEqual(expected);
    const two = `[\n${JSON.stringify({ From: "7000-1301", Body: "BAJA" })},\n${JSON.stringify(body)}\n]\n`;
    expect(await without(two)).toEqual(["+50370001301 opt-out sms undated", ...expected]);
  });

  test("a first line that is torn goes to a person, and the others are read", async () => {
    expect(await said('{"From":"7000-1301","Bo\n{"From":"7000-1302","Body":"BAJA"}\n')).toEqual([
      "+50370001302 opt-out sms undated 2",
      "+50370001301 review any undated 1",
    ]);
  });

  test("WhatsApp's history holds what was written before, by either side", async () => {
    const threads = [
      {
        id: "50370001301",
        messages: [
          { from: "50370001301", id: "wamid.1", timestamp: "1795500000", type: "text", text: { body: "BAJA" } },
          { from: "50322220000", to: "50370001301", id: "wamid.2", type: "text", text: { body: "STOP" } },
          { from: "50370001301", id: "wamid.3", timestamp: "1795500001", type: "media_placeholder" },
        ],
      },
    ];
    const value = { metadata: { display_phone_number: "+503 2222-0000" }, history: [{ metadata: {}, threads }] };
    const content = JSON.stringify({ entry: [{ changes: [{ field: "history", value }] }] });
    expect(await said(content)).toEqual([
      "+50370001301 opt-out whatsapp 2026-11-24T00:00:00-06:00 1",
      "+50370001301 review whatsapp 2026-11-24T00:00:01-06:00 1",
    ]);
    expect((await read(content)).skipped).toBe(1);
  });

  test("a place or a sticker without words goes to a person", async () => {
    const place = { from: "50370001301", type: "location", location: { latitude: 13.7, longitude: -89.2 } };
    const sticker = { from: "50370001302", type: "sticker", sticker: { id: "i" } };
    const twilio = { From: "whatsapp:+50370001303", Body: "", Latitude: "13.7", Longitude: "-89.2" };
    const value = { messages: [place, sticker] };
    const lines = [{ entry: [{ changes: [{ value }] }] }, twilio].map((one) => JSON.stringify(one)).join("\n");
    expect((await said(lines)).map((line) => line.replace(/ undated \d+$/, ""))).toEqual([
      "+50370001301 review whatsapp",
      "+50370001302 review whatsapp",
      "+50370001303 review whatsapp",
    ]);
  });

  test("what is written beside an order is read, and words that JavaScript knows are none of a provider", async () => {
    const order = { from: "50370001301", type: "order", order: { text: "STOP" }, timestamp: "1795500000" };
    const odd = { from: "50370001302", type: "constructor", timestamp: "1795500000" };
    const preference = { wa_id: "50370001303", value: "constructor" };
    const value = { messages: [order, odd], user_preferences: [preference] };
    const twilio = { From: "+50370001304", Body: "STOP", OptOutType: "constructor" };
    const lines = [{ entry: [{ changes: [{ value }] }] }, twilio].map((one) => JSON.stringify(one)).join("\n");
    const found = (await said(lines)).map((line) => line.replace(/ \d{4}-\S+| undated| \d+$/g, ""));
    for (const one of [
      "+50370001301 opt-out whatsapp",
      "+50370001302 review whatsapp",
      "+50370001303 review any",
      "+50370001304 opt-out sms",
    ])
      expect(found).toContain(one);
  });

  test("nobody that we know is refused whole, and beside messages goes to a person", async () => {
    await expect(read('{"event":"x","who":"7000-1301"}\n')).rejects.toMatchObject({
      sentence: "unknownMessages",
      exitCode: 3,
      place: { line: 1 },
    });
    const { reviews, events } = await read(
      '{"From":"70001301","Body":"BAJA"}\n{"event":"x","who":"7000-1302"}\n{"cut\n',
    );
    expect(events.length).toBe(1);
    expect(reviews).toMatchObject([
      { phone: "+50370001302", reason: "unknown-message", channel: "any" },
      { phone: "", reason: "broken-record" },
    ]);
  });
});

test("our own messages are left out, whoever they went to", async () => {
  const { outbound, events } = await read('{"From":"+50322220000","To":"+50370001301","Body":"responda BAJA"}\n');
  expect({ outbound, events }).toEqual({ outbound: 1, events: [] });
});

test("an option about columns is wrong usage, for a message has fields", async () => {
  await expect(read('{"From":"70001301","Body":"BAJA"}\n', { columns: { text: "Body" } })).rejects.toMatchObject({
    sentence: "notForMessages",
    exitCode: 2,
  });
});

test("dispositions as JSON are refused: only messages are told by their fields", async () => {
  await expect(read('{"telefono":"70001301","resultado":"BAJA"}\n', { kind: "call" })).rejects.toMatchObject({
    sentence: "noList",
  });
});

describe("a shape that one provider has beside others", () => {
  const vonage = (one: object) =>
    JSON.stringify({
      channel: "sms",
      message_uuid: "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab",
      to: "50322220000",
      from: "50370001361",
      timestamp: "2026-11-20T10:00:00Z",
      message_type: "text",
      ...one,
    });
  const infobip = (message: object) =>
    JSON.stringify({
      results: [
        {
          from: "50370001362",
          to: "50322220000",
          integrationType: "WHATSAPP",
          receivedAt: "2026-11-20T10:00:00.000+0000",
          messageId: "ABC",
          message,
          contact: { name: "Ana" },
          price: { pricePerMessage: 0, currency: "USD" },
        },
      ],
      messageCount: 1,
    });

  test.each([
    ["Vonage's Messages API", vonage({ text: "BAJA" }), "+50370001361 opt-out sms 2026-11-20T04:00:00-06:00 1"],
    [
      "its WhatsApp",
      vonage({ channel: "whatsapp", text: "BAJA" }),
      "+50370001361 opt-out whatsapp 2026-11-20T04:00:00-06:00 1",
    ],
    [
      "its Viber",
      vonage({ channel: "viber_service", text: "BAJA" }),
      "+50370001361 opt-out any 2026-11-20T04:00:00-06:00 1",
    ],
    ["its unclear words", vonage({ text: "quizás luego" }), "+50370001361 review sms 2026-11-20T04:00:00-06:00 1"],
    [
      "its buttons",
      vonage({ message_type: "button", button: { text: "BAJA", payload: "p" } }),
      "+50370001361 opt-out sms 2026-11-20T04:00:00-06:00 1",
    ],
    [
      "its pictures",
      vonage({ message_type: "image", image: { url: "https://example.com/a" } }),
      "+50370001361 review sms 2026-11-20T04:00:00-06:00 1",
    ],
    [
      "Infobip's WhatsApp",
      infobip({ type: "TEXT", text: "BAJA" }),
      "+50370001362 opt-out whatsapp 2026-11-20T04:00:00-06:00 1",
    ],
    [
      "a Twilio message without a body",
      JSON.stringify({ From: "+50370001363", To: "+50322220000", Body: null, NumMedia: "1", MessageSid: "SM1" }),
      "+50370001363 review sms undated 1",
    ],
    [
      "a button of Twilio's",
      JSON.stringify({
        From: "+50370001364",
        To: "+50322220000",
        Body: "gracias",
        ButtonText: "STOP",
        ButtonPayload: "STOP",
      }),
      "+50370001364 review sms undated 1",
    ],
  ])("is read: %s", async (_name, body, expected) => {
    expect(await said(body)).toEqual([expected]);
  });

  test("says what became of our own messages, and that is skipped", async () => {
    const { skipped } = await read(
      `${JSON.stringify({ channel: "sms", message_uuid: "a-b", to: "50370001361", from: "50322220000", timestamp: "2026-11-20T10:00:00Z", status: "delivered" })}\n`,
    );
    expect(skipped).toBe(1);
  });
});

test("a reaction that forbids goes to a person", async () => {
  const reaction = (emoji: string) =>
    inWhatsapp({
      from: "50370001365",
      id: "wamid.1",
      timestamp: "1795500000",
      type: "reaction",
      reaction: { message_id: "wamid.0", emoji },
    });
  expect(await said(reaction("🛑"))).toEqual([expect.stringMatching(/^\+50370001365 review whatsapp/)]);
  expect(await said(reaction("❌"))).toEqual([expect.stringMatching(/^\+50370001365 review whatsapp/)]);
  expect(await said(reaction("👍"))).toEqual([]);
});

test("of an unknown message every number but our own goes to a person", async () => {
  const known = JSON.stringify({ From: "+50370001301", To: "+50322220000", Body: "hola" });
  const unknown = JSON.stringify({ kind: "sms.new", to: "50322220000", mobile: "50370001366", body: "alto ya" });
  expect(await said(`${known}\n${unknown}\n`)).toEqual(["+50370001366 review any undated 2"]);
});
