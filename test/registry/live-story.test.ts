// A day in real time: webhooks come in all day, programs ask before they call, a campaign is scrubbed at noon, an opt-out comes
// behind it, and the audit of the evening finds who was contacted all the same.

import { expect, test } from "vitest";
import type { openSuppression as Open } from "../../src/library/index.js";
import { LiveRun } from "../support/live-run.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const PEOPLE = ["7012-3456", "7012-3457", "7012-3458"];
const LEDGERS = ["--registry", "optouts.csv", "--review", "review.csv"];

/** As Twilio, WhatsApp Cloud and Vonage bring what a person wrote. */
const twilio = (from: string, text: string) => ({ From: from, To: "+50322220000", Body: text });
const whatsApp = (from: string, text: string, at: Date) => {
  const messages = [
    { from, id: `wamid.${from}`, timestamp: String(at.getTime() / 1000), type: "text", text: { body: text } },
  ];
  const metadata = { display_phone_number: "50322220000", phone_number_id: "1" };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value: { metadata, messages } }] }],
  };
};
const receipt = { MessageStatus: "delivered", MessageSid: "SM1", To: "+50370123456", From: "+50322220000" };

test("webhooks, look-ups, a scrub and an audit see the same opt-outs, each as soon as it is on the disk", async () => {
  const dir = new Workdir();
  dir.write("clients.csv", `name,phone\n${PEOPLE.map((phone, i) => `Client ${i},${phone}\n`).join("")}`);
  dir.write("first.csv", "From,Body\n+50379998888,STOP\n");
  await dir.ok(["registry", "import", "first.csv", "--kind", "sms", ...LEDGERS]);
  dir.write(
    "review.csv",
    "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence,message\n",
  );

  const lists = ["-s", "optouts.csv", "review.csv", "--allow-empty", "review.csv"];
  const webhooks = new LiveRun(dir, [
    "registry",
    "import",
    "-",
    "--kind",
    "sms",
    ...LEDGERS,
    "--follow",
    "--json",
    "-q",
  ]);
  const callers = new LiveRun(dir, ["check", "-", ...lists, "--follow", "--json"]);
  const { openSuppression } = (await import(`${REPOSITORY}dist/bundle/index.js`)) as { openSuppression: typeof Open };
  const senders = await openSuppression({
    lists: [dir.at("optouts.csv"), dir.at("review.csv")],
    allowEmpty: "review.csv",
  });
  const arrives = async (message: object) => {
    webhooks.write(`${JSON.stringify(message)}\n`);
    return JSON.parse(await webhooks.next()) as {
      event: string | null;
      action: string;
      to: string | null;
      error: unknown;
    };
  };
  /** What the follower and the library say of the three, one letter each. */
  const answers = async () => {
    await senders.refresh();
    const asked = [];
    for (const phone of PEOPLE) {
      callers.write(`${phone}\n`);
      const { may_contact } = JSON.parse(await callers.next()) as { may_contact: boolean };
      expect(senders.check(phone).may_contact, phone).toBe(may_contact);
      asked.push(may_contact ? "y" : "n");
    }
    return asked.join("");
  };

  expect(await answers()).toBe("yyy");
  expect(await arrives(receipt)).toMatchObject({ event: null, error: null });
  expect(await arrives(twilio("+50370123456", "Ya no me manden mensajes"))).toMatchObject({
    action: "opt-out",
    to: "+50370123456",
  });
  expect(await answers()).toBe("nyy");

  // Noon: the campaign goes to whoever is left by then.
  (await dir.spawn(["clients.csv", ...lists, "-o", "campaign.csv"])).mustExit(0);
  expect(dir.text("campaign.csv")).toBe("name,phone\nClient 1,+50370123457\nClient 2,+50370123458\n");

  // The provider was slow: it was asked an hour ago.
  const asked = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000);
  expect(await arrives(whatsApp("50370123457", "BAJA", asked))).toMatchObject({
    action: "opt-out",
    to: "+50370123457",
  });
  expect(await answers()).toBe("nny");
  expect(await arrives(twilio("+50370123458", "el asunto aquel zxq"))).toMatchObject({ action: "review" });
  expect(await answers()).toBe("nnn");
  expect(await webhooks.end()).toBe(0);
  expect(await callers.end()).toBe(1);
  senders.close();

  // The evening: of the two that were sent at noon and later, the one that went out behind the opt-out is an offence.
  const at = (minutes: number) => new Date(asked.getTime() + minutes * 60_000).toISOString();
  dir.write(
    "sent.csv",
    `phone,date,channel\n+50370123457,${at(-90)},whatsapp\n+50370123457,${at(-1)},whatsapp\n+50379998888,${at(-600)},whatsapp\n`,
  );
  await dir.ok("audit sent.csv -s optouts.csv -q");
  dir.write("sent.csv", `${dir.read("sent.csv")}+50370123457,${at(30)},whatsapp\n`);
  const audit = await dir.ends(1, "audit sent.csv -s optouts.csv -o late.csv");
  audit.check(() => expect(dir.lines("late.csv")).toHaveLength(2));
});
