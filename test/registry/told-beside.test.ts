// What stands beside a message, a disposition or a status: an agent's note, a column of states. It says of itself who wants to be left alone.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import { importInto } from "../support/imports.js";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

async function take(kind: string, content: string) {
  const { recorded, reviews } = await importInto(dir, kind, content);
  return {
    recorded: recorded.map(({ phone, action }) => `${phone} ${action}`),
    waiting: reviews.map(({ message }) => message),
  };
}

describe("a call's note goes to a person", () => {
  test.each([
    ["contactado", "quiere baja"],
    ["contactado", "tipif: baja"],
    ["", "cliente dice baja"],
    ["venta", "que lo borren"],
    ["venta", "remove"],
    ["contactado", "bloquear"],
    ["contactado", "remover"],
    ["contactado", "que lo saquen"],
    ["contactado", "molesto, que lo borren"],
    ["contactado", "cliente molesto"],
    ["contactado", "colgo, dijo que no jodan"],
    ["contactado", "cliente fallecido"],
    ["contactado", "la señora murió en mayo"],
    ["contactado", "ya no quiere nada"],
    ["no contesta", "no le interesa, insultó"],
    ["contactado", "pidió que no insistan"],
    ["contactado", "numero equivocado"],
    ["contactado", "va a denunciar"],
    ["contactado", "wants off the list"],
    ["contactado", "asked to be removed"],
  ])("whatever the call came to: %j, %j", async (outcome, note) => {
    const header = "fecha,hora,destino,direccion,resultado,observaciones\n";
    const { waiting } = await take("call", `${header}2026-11-24,10:00,7601-0101,saliente,${outcome},"${note}"\n`);
    expect(waiting).toEqual([`${outcome} ${note}`.trim()]);
  });
});

describe("a cell that asks, and the words beside a phone, go to a person", () => {
  test.each([
    ["no_llamar", "1", "7601-0101"],
    ["baja", "2026-06-23", "7601-0101"],
    ["acepta_llamadas", "0", "7601-0101"],
    ["celular", "NO LLAMAR", "7601-0101"],
    ["celular", "", "7601-0101 NO LLAMAR"],
  ])("under %j: %j", async (column, cell, phone) => {
    const { waiting } = await take(
      "call",
      `telefono,resultado,${column},fecha\n${phone},contactado,${cell},2026-11-24\n`,
    );
    expect(waiting).toHaveLength(1);
  });
});

describe("a note that asks to end, or to go on in another way only, goes to a person", () => {
  const notes = [
    // To end.
    "cliente dice que ya no|colgo, dijo ya no|dijo que ya no mas|parar gestion a peticion del cliente|se nego",
    "a peticion del cliente no gestionar|por instruccion del cliente se retira|suspender por solicitud del cliente",
    "sin autorizacion para contactar|inactivar registro|cliente pide cerrar su registro",
    "no volver a intentar|no marcar de nuevo a este cliente|favor de parar la gestion con este cliente",
    // They have had enough.
    "indica que lo acosamos|dice que lo molestamos|se enoja por tanta llamada|demasiadas llamadas",
    // Not here.
    "no por este medio|por este medio no|no a este numero|no a su celular|este numero ya no|do not use this number",
    // In another way only.
    "solo whatsapp|solo acepta sms|solo mensaje|solo por correo electronico|solicita contacto solo por correo",
    "pide que solo le escribamos|contactar unicamente via correo",
    "wants text only|text only please|quiere solo llamadas|solo llamar al 7131-0009",
  ];
  test.each(notes.flatMap((some) => some.split("|")))("%s", async (note) => {
    const { waiting } = await take("call", `telefono,resultado,observaciones\n7601-0101,Contactado,"${note}"\n`);
    expect(waiting[0]).toBe(`Contactado ${note}`);
  });

  test("also where it gives a new number", async () => {
    const note = "dar nuevo numero 71998877, este ya no";
    await take("call", `telefono,resultado,observaciones\n7601-0101,Contactado,"${note}"\n`);
    const { events } = openLedger(dir.at("review.csv"), "reviews");
    expect(events.map(({ phone }) => phone)).toEqual(["+50376010101", "+50371998877"]);
  });

  test.each(["prefiero que solo me escriban al correo", "solo whatsapp por favor"])("in a form: %s", async (note) => {
    const header = "nombre,telefono,solicitud,comentario,fecha\n";
    const { waiting } = await take("form", `${header}Ana,7601-0101,Consulta,${note},2026-11-20\n`);
    expect(waiting).toEqual([`Consulta ${note}`]);
  });
});

test.each([
  "llamar mañana por la tarde",
  "solo dejo mensaje",
  "solo mensaje de voz",
  "enviar cotizacion por whatsapp",
  "solicita informacion por correo",
  "prefiere llamadas por la tarde",
  "prefiere pagar en agencia",
  "solo puede por la tarde",
  "solo llamar despues de las 5",
  "ya no tiene saldo pendiente",
  "ya no vive ahi",
  "este numero no contesta",
  "en este momento no puede",
  "se le envio sms con el enlace",
  "por no estar en casa",
  "contesta la esposa no titular",
  "pide plazo para evitar mora",
  "a peticion del cliente se agenda cita",
  "acostumbra pagar tarde",
  "interesado en el plan",
  "no contesta, buzon",
  "pasa por el producto el viernes",
  "muy amable",
  "cliente cancelo su cuota",
  "no esta en casa",
  "venta cerrada con el titular",
  "se confirma cita",
  "Ana Guevara",
])("a note that asks for nothing goes to nobody: %s", async (note) => {
  const { waiting } = await take("call", `telefono,resultado,observaciones\n7601-0101,contactado,"${note}"\n`);
  expect(waiting).toEqual([]);
});

test("a remark of a form counts as a call's note does", async () => {
  const { waiting } = await take("form", "telefono,solicitud,comentario\n7601-0101,Consulta,bloquear\n");
  expect(waiting).toEqual(["Consulta bloquear"]);
});

describe("beside messages", () => {
  test("a column of states has its say", async () => {
    const { waiting, recorded } = await take(
      "sms",
      "telefono,estado,comentario,fecha\n7601-0103,opt-out,,2026-11-01\n7601-0101,baja,gracias,2026-11-01\n7601-0102,recibido,gracias,2026-11-01\n",
    );
    expect(recorded).toEqual([]);
    expect(waiting).toEqual(["opt-out", "gracias baja"]);
  });

  test("so has a column that is named for opt-outs", async () => {
    const { waiting } = await take("sms", "telefono,mensaje,no_llamar\n7601-0101,gracias,si\n7601-0102,gracias,no\n");
    expect(waiting).toEqual(["gracias si"]);
  });
});

test("a review shows the remark that a person has to judge", async () => {
  const { waiting } = await take(
    "consent",
    "telefono,estado,comentario,fecha\n7601-0101,activo,quiero darme de baja,2026-11-01\n",
  );
  expect(waiting).toEqual(["activo quiero darme de baja"]);
});

describe("an opt-in that its record limits or doubts goes to a person", () => {
  test.each([
    ["observaciones", "solo correo"],
    ["observaciones", "Solo por correo electrónico"],
    ["validez", "anulado"],
    ["verificación", "sin confirmar"],
    ["verificación", "no verificado"],
    ["comentario", "only e-mail, please"],
    ["double opt in", "pending"],
    ["telefono", "7100-0003 (prueba)"],
  ])("in a form and a consent file: %j %j", async (name, cell) => {
    const isPhone = name === "telefono";
    const header = ["telefono", "status", "fecha", ...(isPhone ? [] : [name])].join(",");
    const row = [isPhone ? cell : "7100-0003", "opt-in", "2026-11-24", ...(isPhone ? [] : [`"${cell}"`])].join(",");
    for (const kind of ["form", "consent"]) {
      dir = new Workdir();
      const { recorded, waiting } = await take(kind, `${header}\n${row}\n`);
      expect(recorded, kind).toEqual([]);
      expect(waiting, kind).toEqual([`opt-in ${cell}`]);
    }
  });

  test.each([
    ["correo", "ana.prueba@example.com"],
    ["nombre", "Juan Solórzano"],
    ["source", "website"],
    ["direccion", "casa No. 12"],
  ])("and no other: %j %j", async (name, cell) => {
    const { recorded } = await take("form", `telefono,status,fecha,${name}\n7100-0003,opt-in,2026-11-24,${cell}\n`);
    expect(recorded).toEqual(["+50371000003 opt-in"]);
  });
});

describe("an import in which no column says what was asked for", () => {
  const saidOf = async (kind: string, content: string, ...more: string[]) => {
    dir.write("in.csv", content);
    const into = ["--registry", "r.csv", "--review", "review.csv", "--lang", "en"];
    const run = await dir.run(["registry", "import", "in.csv", ...into, "--kind", kind, ...more]);
    run.mustExit(0);
    return run.stderr;
  };

  test.each([
    ["consent", "consent", "no", "yes"],
    ["consent", "acepta_publicidad", "NO", "SI"],
    ["form", "acepta llamadas", "NO", "SI"],
  ])(
    "takes every record for an opt-out but those that stay in, and says by which column: %s, %s",
    async (kind, name, no, yes) => {
      const content = `telefono,${name},fecha\n7012-3456,${no},2026-11-20\n7012-3457,${yes},2026-11-20\n`;
      const said = await saidOf(kind, content);
      expect(said).toMatch(/opt-outs recorded +1\n +to review +1/);
      expect(said).toContain(`warning: column "${name}": records that say there that the person stays in go to review`);
      dir = new Workdir();
      const read = await saidOf(
        kind,
        content,
        "--action-column",
        name,
        "--map",
        "no=opt-out",
        "--map",
        `${yes}=opt-in`,
      );
      expect(read).toMatch(/opt-outs recorded +1\n +opt-ins recorded +1/);
      expect(read).not.toContain("go to review");
    },
  );

  test("says so where there is none, and keeps silent where the list's own names say that people left", async () => {
    expect(await saidOf("consent", "telefono,nombre\n7012-3456,Ana\n")).toContain(
      "warning: no column says what people asked for, so every record counts as an opt-out",
    );
    expect(await saidOf("consent", "OptedOutNumber,OptedOutTimestamp\n+50370123456,1795500000\n")).not.toContain(
      "no column",
    );
    expect(await saidOf("form", "telefono,nombre\n7012-3456,Ana\n")).not.toContain("no column");
  });
});
