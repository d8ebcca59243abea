// A month of whoever keeps the registry: exports of three providers, the review, a mistake that is taken back, a person who is
// erased, a second branch, the end of the year, and somebody who asks why. Everything as it would be typed.

import { expect, test } from "vitest";
import { BUILT, commandIn, Walk } from "../support/walk.js";

const TWILIO = `From,To,Body,Status,SentDate
+50370123456,+50322220000,STOP,received,2026-11-03 09:00:00
+50370123457,+50322220000,Gracias,received,2026-11-03 09:05:00
+50370123458,+50322220000,"Me equivoque, ese no es mi numero",received,2026-11-04 10:00:00
+50370123459,+50322220000,BAJA,received,2026-11-05 11:00:00
`;
const text = (from: string, id: string, at: string, body: string) => ({
  ...{ from, id, timestamp: at, type: "text" },
  text: { body },
});
const WHATSAPP = {
  object: "whatsapp_business_account",
  entry: [
    {
      id: "0",
      changes: [
        {
          field: "messages",
          value: {
            messaging_product: "whatsapp",
            metadata: { display_phone_number: "50322220000", phone_number_id: "1" },
            messages: [
              text("50370123460", "wamid.1", "1794236400", "ya no me manden ofertas"),
              text("50370123461", "wamid.2", "1794236500", "quiero que borren mis datos"),
            ],
          },
        },
      ],
    },
  ],
};
const received = (messageId: string, from: string, body: string, receivedAt: string) => ({
  ...{ messageId, from, to: "50322220000", text: body, cleanText: body, keyword: null, receivedAt, smsCount: 1 },
});
const INFOBIP = {
  results: [
    received("8171", "50370123462", "BAJA", "2026-11-10T08:05:00.000-0600"),
    received("8172", "50370123456", "ALTA", "2026-11-12T08:05:00.000-0600"),
  ],
};
const CLIENTS = ["56", "57", "58", "59", "60", "61", "62", "70"].map((end) => `K${end},7012-34${end}`).join("\n");

test("a keeper's month meets no surprise, and at its end every question has an answer", () => {
  const walk = new Walk("es", BUILT);
  const { dir } = walk;
  dir.write("twilio.csv", TWILIO);
  dir.write("whatsapp.json", JSON.stringify(WHATSAPP));
  dir.write("infobip.json", JSON.stringify(INFOBIP));
  dir.write("clientes.csv", `id,telefono\n${CLIENTS}\n`);
  const rows = (name: string) => dir.read(name).toString().trimEnd().split("\n").slice(1);
  const idOf = (end: string) =>
    rows("bajas.csv")
      .find((row) => row.includes(`7012${end},`))!
      .split(",")[0]!;
  const left = (lists: string) => {
    walk.type(`svscrub clientes.csv -s ${lists} --channel sms -o limpia.csv --force -q`, 0);
    return rows("limpia.csv").map((row) => row.slice(1, 3));
  };

  // Three providers' exports come in, and once more, which changes nothing.
  const to = "--registry bajas.csv --kind sms --review revisar.csv --ack confirmar.csv";
  walk.type(`svscrub registry import twilio.csv ${to}`, 0, "bajas registradas  2", "por revisar        1");
  walk.type(`svscrub registry import whatsapp.json ${to}`, 0, /solicitudes por responder +1/);
  const told = walk.type(`svscrub registry import infobip.json ${to}`, 0, "altas registradas  1");
  for (const name of ["twilio.csv", "whatsapp.json", "infobip.json"]) {
    const before = dir.read("bajas.csv");
    walk.type(`svscrub registry import ${name} ${to}`, 0, /ya registrados +[12]/);
    expect(dir.read("bajas.csv").equals(before)).toBe(true);
  }
  // Everybody who is barred was told so, but for those who wait.
  expect(rows("confirmar.csv").map((row) => row.slice(10, 12))).toEqual(["56", "59", "60", "62", "56"]);
  expect(left("bajas.csv revisar.csv")).toEqual(["56", "57", "60", "70"]);

  // A person decides: the unclear message is an opt-out, the request was answered.
  expect(told).not.toContain("Una persona debe decidir");
  walk.type("sed -i 's/,review,any,2026-11-04/,baja,any,2026-11-04/; s/,request,any/,respondida,any/' revisar.csv", 0);
  const decided = "svscrub registry import revisar.csv --registry bajas.csv --kind revisado";
  walk.type(decided, 0, "bajas registradas  2");
  walk.type("svscrub registry status --registry bajas.csv --due 20d --review revisar.csv --holidays sv", 0);
  expect(left("bajas.csv")).toEqual(["56", "57", "60", "70"]);

  // A decision is not taken back where nothing else bars: what waited for it barred, too.
  const undone = `svscrub registry void ${idOf("3458")} --registry bajas.csv --reason "no pidió la baja"`;
  walk.type(undone, 2, "svscrub registry add NÚMERO");
  // The wrong number is typed: that is taken back, by the id that the history shows.
  walk.type("svscrub registry add 7012-3457 --registry bajas.csv", 0, "bajas registradas  1");
  expect(left("bajas.csv")).toEqual(["56", "60", "70"]);
  const mistake = idOf("3457");
  walk.type("svscrub registry history 7012-3457 --registry bajas.csv", 0, mistake);
  const taking = `svscrub registry void ${mistake} --registry bajas.csv`;
  walk.type(taking, 2, "falta --reason");
  walk.type(`${taking} --reason "no pidió la baja"`, 0, "eventos retirados  1");
  walk.type(`${taking} --reason "no pidió la baja"`, 0, /ya retirados antes +1/);
  walk.type("svscrub registry history 7012-3457 --registry bajas.csv", 0, "baja (retirada)", "no hay nada vigente");
  expect(left("bajas.csv")).toEqual(["56", "57", "60", "70"]);
  walk.type(`svscrub registry export --registry bajas.csv --since ${idOf("3462")}`, 0, `event:${mistake}`);

  // Who asked to be erased is: what bars them stays, and the mark of their message.
  walk.type("svscrub registry erase 7012-3461 --registry bajas.csv --review revisar.csv", 0, /personas encontradas +1/);
  expect(rows("bajas.csv").filter((row) => row.includes("+50370123461"))).toEqual([
    expect.stringMatching(/^[0-9a-f-]{36},\+50370123461,opt-out,any,2026-11-09T[^,]+,20[^,]+,,,,#[0-9a-f]{16}$/),
  ]);
  walk.type(`svscrub registry import whatsapp.json ${to}`, 0);
  expect(left("bajas.csv revisar.csv")).toEqual(["56", "57", "60", "70"]);

  // The other branch has its own: one of its events is ours, too.
  dir.write(
    "san-miguel.txt",
    "from,body,date\n7012-3470,BAJA,2026-11-15 09:00\n7012-3462,BAJA,2026-11-10T08:05:00-06:00\n",
  );
  walk.type("svscrub registry import san-miguel.txt --registry san-miguel.csv --kind sms -q", 0);
  walk.type("svscrub registry import san-miguel.csv --registry bajas.csv --kind sms", 3, "svscrub registry merge");
  const merging = "svscrub registry merge san-miguel.csv --registry bajas.csv";
  walk.type(merging, 0, "bajas registradas  1", /ya registrados +1/);
  walk.type(merging, 0, /ya registrados +2/);
  expect(left("bajas.csv")).toEqual(["56", "57", "60"]);

  // The year is closed, and the next one begins; who comes back then is told what still stands.
  walk.type("svscrub registry export --registry bajas.csv -o cierre-2026.csv", 0, "números y canales exportados: 7");
  walk.type("svscrub registry add 7012-3457 --registry nuevas-2027.csv -q", 0);
  expect(left("cierre-2026.csv nuevas-2027.csv")).toEqual(["56", "60"]);
  walk.type("svscrub registry add 7012-3459 --registry nuevas-2027.csv --action alta --channel sms", 0);
  const ask = "svscrub check 7012-3459 -s cierre-2026.csv nuevas-2027.csv --channel sms";
  walk.type(ask, 1, "de baja en  cierre-2026.csv, fila 1, desde 2026-11-05");
  walk.type(`${ask} --opt-ins nuevas-2027.csv`, 0, "se puede contactar");

  // "Why was I removed, and why do you call me again?"
  const why = walk.type("svscrub registry history 7012-3456 --registry bajas.csv", 0, "twilio.csv:2", "infobip.json:1");
  expect(why).toMatch(/ baja\n +canal +sms[\s\S]* alta\n +canal +sms[\s\S]*\n {2}sms: alta desde 2026-11-12/);
  walk.type("svscrub check 7012-3456 -s bajas.csv --channel sms --at 2026-11-05T10:00", 1, "desde 2026-11-03T09:00:00");
  walk.type("svscrub check 7012-3456 -s bajas.csv --channel sms", 0, "se puede contactar");

  // An opt-in for one channel does not help where another one bars, and what would is said.
  const again = walk.type(
    "svscrub registry add 7012-3461 --registry bajas.csv --action alta --channel sms",
    0,
    "sigue de baja",
  );
  walk.type(commandIn(again.replace(/^ {4}/gm, "  ")).replace("NUMBER", "7012-3461"), 0, "altas registradas  1");
  walk.type("svscrub check 7012-3461 -s bajas.csv --channel sms", 0, "se puede contactar");
});
