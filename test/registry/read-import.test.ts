// What is read out of the files that providers, call centres and web forms give: which events, which reviews.

import { describe, expect, test } from "vitest";
import { ScrubError } from "../../src/errors.js";
import type { RequestKind } from "../../src/headers/import-columns.js";
import type { ImportPlan } from "../../src/registry/understanding.js";
import type { Intent } from "../../src/replies/classify.js";
import { IMPORT_PLAN, readWanted } from "../support/import-plan.js";
import { Workdir } from "../support/workdir.js";

async function read(kind: RequestKind, content: string | Uint8Array, plan: Partial<ImportPlan> = {}) {
  const dir = new Workdir();
  dir.write("in.csv", content);
  return readWanted({ ...IMPORT_PLAN, ...plan, kind, file: dir.at("in.csv") });
}

/** `+503… opt-out sms 2026-11-24`, events first. */
async function said(
  kind: RequestKind,
  content: string | Uint8Array,
  plan: Partial<ImportPlan> = {},
): Promise<string[]> {
  const { events, reviews } = await read(kind, content, plan);
  return [...events, ...reviews].map(({ phone, action, channel, requestedAt }) =>
    [phone || "(nobody)", action, channel, requestedAt].join(" ").trim(),
  );
}

describe("replies", () => {
  test("of Vonage's receipts: error 9 says that the person has opted out, whatever the state", async () => {
    const csv =
      "msisdn,to,status,err-code,message-timestamp\n50370001234,ACME,rejected,9,2026-11-23 10:00:00Z\n50370001235,ACME,delivered,0,\n";
    expect(await said("sms", csv)).toEqual(["+50370001234 opt-out sms 2026-11-23T04:00:00-06:00"]);
  });

  test("of Twilio: RFC 2822 dates, WhatsApp by its prefix, our own number as the sender", async () => {
    const { events } = await read(
      "sms",
      'From,To,Body,DateSent\n+50370001234,+50322220000,STOP,"Mon, 23 Nov 2026 16:45:01 +0000"\nwhatsapp:+50370001235,whatsapp:+50322220000,BAJA,2026-11-23T17:00:00Z\n',
    );
    expect(events).toMatchObject([
      {
        phone: "+50370001234",
        channel: "sms",
        requestedAt: "2026-11-23T10:45:01-06:00",
        sender: "+50322220000",
        evidence: "in.csv:2",
      },
      { phone: "+50370001235", channel: "whatsapp", requestedAt: "2026-11-23T11:00:00-06:00", evidence: "in.csv:3" },
    ]);
  });

  test("below a title are read from the header that is said on", async () => {
    const plan = { overrides: { columns: [], noHeader: false, headerRow: 2 } };
    expect(await said("sms", "Respuestas,,\nFrom,Body,Date\n7000-1234,BAJA,2026-11-23\n", plan)).toEqual([
      "+50370001234 opt-out sms 2026-11-23",
    ]);
  });

  test("with Twilio's OptOutType bar by its STOP, and by their own words whatever it says", async () => {
    const rows =
      "7000-1234,STOP,gracias\n7000-1235,START,alta\n7000-1236,HELP,baja\n7000-1237,,baja\n7000-1238,HELP,info";
    expect(await said("sms", `From,OptOutType,Body\n${rows}\n`)).toEqual([
      "+50370001234 opt-out sms",
      "+50370001236 opt-out sms",
      "+50370001237 opt-out sms",
      "+50370001235 opt-in sms",
    ]);
  });

  test.each([
    ["START", "opt-in"],
    ["quiero recibir promociones", "opt-in"],
    ["hola", "review"],
    ["no", "review"],
    ["Sí", "review"],
    ["YES", "review"],
    ["Si confirmo mi cita", "review"],
    ["", "review"],
    ["ya no me manden mensajes", "opt-out"],
    ["borren mis datos", "request"],
  ])("with Twilio's START take in again only by words that ask for it: %s", async (body, action) => {
    const [event] = await said("sms", `From,OptOutType,Body\n7000-1235,START,${body}\n`);
    expect(event).toContain(`+50370001235 ${action}`);
  });

  test("of AWS come from the origination number, which is the person's", async () => {
    const rows = "+50370001234,+50322220000,STOP\n";
    expect(await said("sms", `originationNumber,destinationNumber,messageBody\n${rows}`)).toEqual([
      "+50370001234 opt-out sms",
    ]);
  });

  test("of our own in the same file ask for nothing", async () => {
    const csv =
      "Direction,From,To,Body\noutbound-api,7000-0000,7000-1234,Responda BAJA\ninbound,7000-1234,7000-0000,BAJA\n";
    const { events, outbound, reviews } = await read("sms", csv);
    expect(events.map(({ phone }) => phone)).toEqual(["+50370001234"]);
    expect({ outbound, reviews }).toEqual({ outbound: 1, reviews: [] });
  });

  test("with Spanish headers, semicolons, Windows-1252, bodies over several lines and dates of their own", async () => {
    const csv =
      'remitente;destino;mensaje;fecha;hora\r\n7000 1234;2222;"Dejen de\r\nmandar cosas, por favor\r\nadiós";23/11/2026;2:05 p. m.\r\n';
    expect(await said("sms", Buffer.from(csv, "latin1"))).toEqual(["+50370001234 opt-out sms 2026-11-23T14:05-06:00"]);
  });

  test("that name another channel than they came by bar on all, and let nothing through on theirs", async () => {
    const csv = [
      "From,Body",
      "7000-0001,dejen de mandarme whatsapp",
      "7000-0002,BAJA SMS",
      "7000-0003,no me manden msj por ws",
      "whatsapp:+50370000004,no me escriban al wasap",
      "whatsapp:+50370000005,ya no me manden sms",
      "7000-0006,quiero recibir promociones por whatsapp",
      "7000-0007,borren mis datos",
      "7000-0008,no me llamen antes de las 8",
    ];
    expect(await said("sms", csv.join("\n"))).toEqual([
      "+50370000001 opt-out any",
      "+50370000002 opt-out sms",
      "+50370000003 opt-out any",
      "+50370000004 opt-out whatsapp",
      "+50370000005 opt-out any",
      "+50370000006 review any",
      "+50370000007 request any",
      "+50370000008 review any",
    ]);
    expect(await said("call", "telefono,resultado\n7000-0001,pide que no le manden whatsapp\n")).toEqual([
      "+50370000001 opt-out any",
    ]);
  });

  test("in columns that the user names", async () => {
    const csv = "a,b,c,d\n2222-0000,7000-1234,baja,2026-11-23\n2222-0000,7000-1235,gracias,2026-11-23\n";
    const plan = { overrides: { columns: ["b"], noHeader: false }, columns: { text: "c", date: "4", sender: "a" } };
    expect(await said("sms", csv, plan)).toEqual(["+50370001234 opt-out sms 2026-11-23"]);
  });

  test("without a column of messages are wrong usage", async () => {
    const error = await read("sms", "telefono,x\n7000-1234,1\n").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ScrubError);
    expect(error).toMatchObject({ exitCode: 2, sentence: "noImportColumn", values: ["text"] });
  });

  test("of a sender that can't be read, or is in doubt, go to a person, unless they ask for nothing", async () => {
    const csv = "From,Body\nCLARO,STOP\nCLARO,gracias\n70001234567,baja\n";
    const { events, reviews, other } = await read("sms", csv);
    expect(events).toEqual([]);
    expect(other).toBe(1);
    expect(reviews.map(({ phone, reason }) => `${phone} ${reason}`)).toContain(" unreadable-sender");
    expect(reviews.filter(({ reason }) => reason === "doubtful-number").length).toBeGreaterThan(0);
  });

  test("are those of the number, not of the name beside it", async () => {
    const { events } = await read("sms", "sender,phone,body,date\nMiTienda,70001234,STOP,2026-11-20\n");
    expect(events).toMatchObject([{ phone: "+50370001234", action: "opt-out", sender: "MiTienda" }]);
  });

  test("with two numbers bar both until a person decides, unless one is known as our own", async () => {
    const csv = "sender,phone,body\n2222-0000,7000-1234,STOP\n7000-1235,2222-0000,STOP\n";
    expect(await said("sms", csv)).toEqual([
      "+50322220000 review sms",
      "+50370001234 review sms",
      "+50370001235 review sms",
      "+50322220000 review sms",
    ]);
    expect(await said("sms", csv, { own: new Set(["+50322220000"]) })).toEqual([
      "+50370001234 opt-out sms",
      "+50370001235 opt-out sms",
    ]);
  });

  test("whose sender is no number bar the number that stands in any other cell, however late the file begins to hold some", async () => {
    const plain = Array.from({ length: 1100 }, (_, i) => `7000-${2000 + i},gracias,,\n`).join("");
    const csv = `From,Body,ref,otro\n${plain}CLARO,STOP,,7000-1234\nCLARO,STOP,,70001235\nCLARO,STOP +503 7000 1236,70001237,\n`;
    expect(await said("sms", csv)).toEqual([
      "+50370001234 review sms",
      "+50370001235 review sms",
      "+50370001236 review sms",
      "+50370001237 review sms",
    ]);
  });

  test("that we wrote are told by our own number, and a direction by its whole cell", async () => {
    const csv =
      "From,Body,Direction\n2222-0000,Responda STOP,\n7000-1234,STOP,Salida a Comalapa\n7000-1235,STOP,Enviado\n";
    const found = await read("sms", csv, { own: new Set(["+50322220000"]) });
    expect(found.outbound).toBe(2);
    expect(found.events.map(({ phone }) => phone)).toEqual(["+50370001234"]);
  });

  test("in a broken record bar every number in it until a person decides", async () => {
    const { reviews } = await read("sms", "From,To,Body\n7000-1234,2222-0000,baja\n7000-1235,hola\n");
    expect(reviews).toMatchObject([
      { phone: "+50370001235", action: "review", channel: "any", reason: "broken-record" },
    ]);
  });

  test("that opt in on a day that may be one of two go to a person", async () => {
    expect(await said("sms", "From,Body,fecha\n7000-1234,alta,03/04/2026\n7000-1235,baja,03/04/2026\n")).toEqual([
      "+50370001235 opt-out sms 2026-04-03",
      "+50370001234 review sms 2026-04-03",
    ]);
  });
});

describe("what goes to a person", () => {
  test("comes with the message, on one line, that no spreadsheet takes for a formula", async () => {
    const csv = 'From,Body\n7000-1234,"=HYPERLINK(""x"")\nno me interesa"\n7000-1235,zxqw ¿sí?\n7000-1236,STOP\n';
    const { events, reviews } = await read("sms", csv);
    expect(reviews.map(({ message }) => message)).toEqual([`'=HYPERLINK("x") no me interesa`, "zxqw ¿sí?"]);
    expect(events.every((event) => !("message" in event))).toBe(true);
  });

  test("as a request about one's data or a complaint says which, and bars meanwhile", async () => {
    const csv =
      "From,Body\n7000-1234,¿Quién les dio mi número?\n7000-1235,Borren mis datos\n7000-1236,No me escriban más o los denuncio\n";
    const { events, reviews } = await read("sms", csv);
    expect(reviews.map(({ phone, action, reason }) => `${phone} ${action} ${reason}`)).toEqual([
      "+50370001234 request request-access",
      "+50370001235 request request-deletion",
      "+50370001236 request request-complaint",
    ]);
    // Out at once; the complaint waits for an answer.
    expect(events.map(({ phone, action }) => `${phone} ${action}`)).toEqual(["+50370001236 opt-out"]);
  });

  test("is never dropped for what Twilio made of it", async () => {
    const csv =
      "From,OptOutType,Body\n7000-1234,HELP,quiero que borren mis datos\n7000-1235,STOP,los voy a denunciar\n";
    expect(await said("sms", csv)).toEqual([
      "+50370001235 opt-out sms",
      "+50370001234 request any",
      "+50370001235 request sms",
    ]);
  });

  test("of a call centre's dispositions is a request as well", async () => {
    expect(await said("call", "telefono,resultado\n7000-1234,Solicita eliminar sus datos\n")).toEqual([
      "+50370001234 request any",
    ]);
  });
});

describe("dispositions of a call centre", () => {
  test("are of the people who were called, and not of our own short number", async () => {
    const csv = "telefono,numero corto,resultado\n7000-1234,2222-3344,no llamar\n";
    expect(await said("call", csv)).toEqual(["+50370001234 opt-out call"]);
    const overrides = { columns: ["numero corto"], noHeader: false };
    expect(await said("call", csv, { overrides })).toEqual(["+50322223344 opt-out call", "+50370001234 review any"]);
  });

  test("are of who was called where we called, and of who called where they did", async () => {
    const rows = "22220000,70001234,outbound,Do not call\n70001235,22220000,Inbound,Do not call\n";
    const expected = ["+50370001234 opt-out call", "+50370001235 opt-out call"];
    for (const header of [
      "From,To,Direction,Disposition",
      "ani,dnis,sentido,tipificacion",
      "origen,destino,tipo de llamada,resultado",
      "Caller ID,Dialed Number,callType,disposition",
    ])
      expect([header, await said("call", `${header}\n${rows}`)]).toEqual([header, expected]);
  });

  test("of two ends without a direction bar both until a person decides, unless one is known as our own", async () => {
    for (const header of ["From,To,Disposition", "ani,dnis,tipificacion", "origen,destino,resultado"]) {
      const csv = `${header}\n22220000,70001234,Do not call\n22220000,70001235,Answered\n`;
      const found = await read("call", csv);
      expect(found.reviews.map(({ phone, reason }) => `${phone} ${reason}`)).toEqual([
        "+50322220000 several-senders",
        "+50370001234 several-senders",
      ]);
      expect(found.events).toEqual([]);
      expect(await said("call", csv, { own: new Set(["+50322220000"]) })).toEqual(["+50370001234 opt-out call"]);
    }
  });

  test("of one number and an extension are the number's, and of a hidden caller a person's to tell", async () => {
    const csv = "From,To,Disposition\n1001,70001234,DNC\nSIP/201,70001235,DNC\nanonymous,22220000,DNC\n";
    expect(await said("call", csv)).toEqual([
      "+50370001234 opt-out call",
      "+50370001235 opt-out call",
      "+50322220000 review call",
    ]);
  });

  test("are of the people's own column, which tells the end that is theirs", async () => {
    const header = "telefono,From,To,Disposition";
    const rows = "70001234,22220000,70001234,DNC\n70001235,22220000,70001236,DNC\n70001237,,,DNC\n";
    expect(await said("call", `${header}\n${rows}`)).toEqual([
      "+50370001234 opt-out call",
      "+50370001237 opt-out call",
      "+50370001235 review call",
      "+50322220000 review call",
      "+50370001236 review call",
    ]);
  });

  test("are of the column that the user names, whatever else the header says", async () => {
    const overrides = { columns: ["To"], noHeader: false };
    const csv = "From,To,Disposition\n22220000,70001234,DNC\n";
    expect(await said("call", csv, { overrides })).toEqual(["+50370001234 opt-out call"]);
    expect(await said("call", csv, { columns: { sender: "From" } })).toEqual(["+50370001234 opt-out call"]);
  });

  const csv = (...words: string[]) =>
    `telefono,resultado\n${words.map((word, i) => `7000-12${10 + i},${word}`).join("\n")}\n`;

  test("are opt-outs by their words or in free text, on the telephone or on every channel", async () => {
    expect(await said("call", csv("No llamar", "DNC", "Cliente pide que ya no lo llamen", "solicita baja"))).toEqual([
      "+50370001210 opt-out call",
      "+50370001211 opt-out call",
      "+50370001212 opt-out any",
      "+50370001213 opt-out call",
    ]);
  });

  test("that say how a call ended ask for nothing", async () => {
    const words = [
      "No contesta",
      "Ocupado",
      "Buzón de voz",
      "VENTA",
      "Promesa de pago",
      "NO ANSWER",
      "Volver a llamar",
      "contactado",
      "",
    ];
    expect(await read("call", csv(...words))).toMatchObject({ other: words.length, events: [], reviews: [] });
  });

  test("that are unknown, and alta, go to a person, or are what the user says", async () => {
    expect(await said("call", csv("No interesado", "alta", "X9"))).toEqual([
      "+50370001210 review call",
      "+50370001211 review call",
      "+50370001212 review call",
    ]);
    const words = new Map<string, Intent>([
      ["no interesado", "other"],
      ["x9", "opt-out"],
    ]);
    expect(await said("call", csv("No interesado", "X9"), { words })).toEqual(["+50370001211 opt-out call"]);
  });

  test("without a column of dispositions are wrong usage", async () => {
    await expect(read("call", "telefono\n7000-1234\n")).rejects.toMatchObject({ exitCode: 2, values: ["action"] });
  });
});

describe("the date of a request is found", () => {
  const cases: [RequestKind, string, string][] = [
    ["sms", "msisdn,text,message-timestamp", "7000-1234,BAJA,2026-11-23 10:00:00"],
    ["sms", "from,text,received", "7000-1234,BAJA,2026-11-23 10:00:00"],
    ["form", "Marca temporal,telefono,solicitud", "2026-11-23 10:00:00,7000-1234,baja"],
    ["consent", "Phone,Consent Timestamp,status", "7000-1234,2026-11-23 10:00:00,opt-out"],
    ["consent", "Phone,Phone Consent Date,status", "7000-1234,2026-11-23 10:00:00,opt-out"],
    ["call", "telefono,disposition,Call Date", "7000-1234,DNC,2026-11-23 10:00:00"],
    ["call", "telefono,disposition,fecha,hora de gestion", "7000-1234,DNC,23/11/2026,10:00:00"],
    ["form", "Hora de inicio,telefono,solicitud", "2026-11-23 10:00:00,7000-1234,baja"],
    ["form", "Completion time,phone,request", "2026-11-23 10:00:00,7000-1234,opt-out"],
    ...[
      "SentDate,DateSent,Date Sent,date_sent,sentdate,Sent At,sentTime,Time Sent,Send Date,Send At",
      "date_created,DateCreated,datecreated,CreatedDate,_CreatedDate,createdDatetime,created_at,createdAt,DateUpdated,_ModifiedDate",
      "OptedOutTimestamp,optedouttimestamp,opt_out_at,unsubscribe_date,Unsubscribed On,fecha_opt_out,Fecha y hora de la baja",
      "message-timestamp,MessageTime,date_received,DATE_RECEIVED,receivedAt,Received At,date_finalized,Done At,occurred_at",
      "Fecha de envío,Fecha envío,fecha_mensaje,Fecha SMS,fecha_recepcion,fecha_hora_envio,Fecha/Hora,Fecha y hora del mensaje",
      "Timestamp (UTC),Date (UTC),Submit Date (UTC),Reply Time,Response Date,request date,ADDED_TIME,Enviado el,Event Date",
    ]
      .join()
      .split(",")
      .map((name): [RequestKind, string, string] => ["sms", `from,body,${name}`, "7000-1234,BAJA,2026-11-23 10:00:00"]),
  ];
  for (const [kind, header, row] of cases)
    test(`under ${header}`, async () => {
      const { events, undated } = await read(kind, `${header}\n${row}\n`);
      expect(undated).toBe(0);
      const requestedAt = header.includes("UTC") ? "2026-11-23T04:00:00-06:00" : "2026-11-23T10:00:00-06:00";
      expect(events).toMatchObject([{ phone: "+50370001234", requestedAt }]);
    });
});

test.each([
  "fecha de nacimiento",
  "birth date",
  "fecha de pago",
  "due date",
  "Fecha de compra",
  "fecha de vencimiento",
  "contract date",
  "enviado a",
  "received by",
])("a date of another thing is not taken for it: %s", async (name) => {
  const { undated } = await read("sms", `from,body,${name}\n7000-1234,BAJA,2026-11-23 10:00:00\n`);
  expect(undated).toBe(1);
});

test("of several dates the latest counts for an opt-out, and the earliest for an opt-in", async () => {
  const { events } = await read(
    "consent",
    "phone,status,created_at,updated_at\n7000-1234,opt-out,2020-01-05 10:00:00,2026-11-20 10:00:00\n7000-1235,opt-in,2020-01-05 10:00:00,2026-11-20 10:00:00\n7000-1236,opt-out,,2026-11-20 10:00:00\n",
  );
  expect(events).toMatchObject([
    { phone: "+50370001234", action: "opt-out", requestedAt: "2026-11-20T10:00:00-06:00" },
    { phone: "+50370001236", action: "opt-out", requestedAt: "2026-11-20T10:00:00-06:00" },
    { phone: "+50370001235", action: "opt-in", requestedAt: "2020-01-05T10:00:00-06:00" },
  ]);
});

describe("web forms", () => {
  test("for leaving are opt-outs, on the channel that a column names", async () => {
    expect(
      await said(
        "form",
        "telefono,canal,fecha\n7000-1234,llamadas,2026-11-23\n7000-1235,,2026-11-23\n7000-1236,fax,2026-11-23\n",
      ),
    ).toEqual([
      "+50370001234 opt-out call 2026-11-23",
      "+50370001235 opt-out any 2026-11-23",
      "+50370001236 opt-out any 2026-11-23",
    ]);
  });

  test("with a request say what is asked for; an unknown one goes to a person", async () => {
    const csv =
      "telefono,solicitud,fecha\n7000-1234,Baja,2026-11-23\n7000-1235,Opt-in,2026-11-23\n7000-1236,Otra cosa,2026-11-23\n";
    expect(await said("form", csv)).toEqual([
      "+50370001234 opt-out any 2026-11-23",
      "+50370001235 opt-in any 2026-11-23T00:00:00-06:00",
      "+50370001236 review any 2026-11-23",
    ]);
  });
});

test.each([
  "No contactar",
  "No molestar",
  "Lista negra",
  "Blacklist",
  "Oposición",
  "Revoca",
  "Bloqueado",
  "borren mis datos",
])("a call that ends with more than no calls bars every channel: %s", async (result) => {
  const [event] = await said("call", `telefono,resultado\n7000-1234,${result}\n`);
  expect(event?.split(" ").at(2)).toBe("any");
});

test.each(["No llamar", "Baja", "DNC", "Do not call", "Opt-out"])(
  "a call that ends with no calls, or a keyword, bars calls: %s",
  async (result) =>
    expect(await said("call", `telefono,resultado\n7000-1234,${result}\n`)).toEqual(["+50370001234 opt-out call"]),
);

test("a word of a call's result that is mapped to an opt-out bars what it says", async () => {
  const words = new Map<string, Intent>([
    ["no contactar", "opt-out"],
    ["99", "opt-out"],
  ]);
  expect(await said("call", "telefono,resultado\n7000-1234,No contactar\n7000-1235,99\n", { words })).toEqual([
    "+50370001234 opt-out any",
    "+50370001235 opt-out call",
  ]);
});

test.each([
  ["Alta", "review"],
  ["Inscribirme", "review"],
  ["Suscribirme", "review"],
  ["Darme de alta", "review"],
  ["Recibir promociones", "opt-in"],
])("a form's answer takes in again only where it speaks of messages: %s", async (answer, action) => {
  const [event] = await said("form", `telefono,solicitud,fecha\n7000-1234,${answer},2026-11-23\n`);
  expect(event).toContain(`+50370001234 ${action}`);
});

describe("a form of Google", () => {
  const header = "Marca temporal,Nombre,Número de teléfono,¿Qué desea?,Correo electrónico";
  const chosen = async (question: string, cell: string) => {
    const csv = `${header.replace("¿Qué desea?", question)}\n24/11/2026 9:05:33,Ana,7012-3456,${cell},ana@example.com\n`;
    return (await said("form", csv)).map((line) => line.split(" ")[1]);
  };

  test.each([
    ["Ya no recibir promociones", "opt-out"],
    ["Dejar de recibir mensajes", "opt-out"],
    ["Darme de baja", "opt-out"],
    ["No recibir más llamadas", "opt-out"],
    ["Eliminar mis datos", "request"],
    ["Volver a recibir promociones", "opt-in"],
    ["Seguir recibiendo promociones", "opt-in"],
    ["Algo que nadie conoce", "review"],
    ["", "review"],
  ])("is understood by what was chosen: %j is %s", async (cell, action) => {
    expect(await chosen("¿Qué desea?", cell)).toEqual([action]);
  });

  test.each(["Otra consulta", "Comprar", "Consulta"])(
    "records nothing for %j, which asks for nothing",
    async (cell) => {
      expect(await chosen("¿Qué desea?", cell)).toEqual([]);
    },
  );

  test.each(["¿En qué podemos ayudarle?", "Que necesita", "What would you like to do?"])(
    "asks in other words, too: %s",
    async (question) => {
      expect(await chosen(question, "Otra consulta")).toEqual([]);
      expect(await chosen(question, "Darme de baja")).toEqual(["opt-out"]);
    },
  );

  test("is dated by its time stamp", async () => {
    const { events } = await read("form", `${header}\n24/11/2026 9:05:33,Ana,7012-3456,Darme de baja,\n`);
    expect(events).toMatchObject([{ phone: "+50370123456", requestedAt: "2026-11-24T09:05:33-06:00" }]);
  });
});

describe("consent exports", () => {
  const cases: [string, string, string[]][] = [
    [
      "Twilio's",
      "contact_id,correlation_id,sender_id,status,source,date_of_consent\n+50370001234,a,MG1,opt-out,website,2026-11-23T10:00:00Z\n+50370001235,b,MG1,opt-in,offline,2026-11-23T10:00:00Z\n+50370001236,c,MG1,pending,others,2026-11-23T10:00:00Z\n",
      [
        "+50370001234 opt-out sms 2026-11-23T04:00:00-06:00",
        "+50370001235 opt-in sms 2026-11-23T04:00:00-06:00",
        "+50370001236 review sms 2026-11-23T04:00:00-06:00",
      ],
    ],
    [
      "AWS's, in which every row is an opt-out",
      "OptedOutNumber,OptedOutTimestamp,EndUserOptedOut\n+50370001234,1795449600,false\n",
      ["+50370001234 opt-out sms 2026-11-23T10:00:00-06:00"],
    ],
    [
      "Vonage's receipts, in which error 9 is one",
      "msisdn,err-code\n50370001234,9\n50370001235,0\n",
      ["+50370001234 opt-out sms"],
    ],
    [
      "Vonage's receipts, whose person is msisdn and not the number of ours that they were sent from",
      "msisdn,err-code,to\n50370001234,9,50322220000\n50371112222,0,50322220000\n",
      ["+50370001234 opt-out sms"],
    ],
    [
      "one with two ends, either of which may be ours",
      "from,to,status\n70001234,22220000,opt-out\n",
      ["+50370001234 review any", "+50322220000 review any"],
    ],
    ["Klaviyo's", "Phone Numbers,Country\n+50370001234,SV\n", ["+50370001234 opt-out any"]],
    ["Salesforce's", "_MobileNumber,_Status\n50370001234,Unsubscribe\n", ["+50370001234 opt-out sms"]],
    [
      "OneSignal's",
      "phone_number,external_id,subscribed\n+50370001234,x,false\n+50370001235,y,true\n",
      ["+50370001234 opt-out any", "+50370001235 opt-in any"],
    ],
  ];
  for (const [name, csv, expected] of cases)
    test(name, async () => expect(await said("consent", csv)).toEqual(expected));
});
