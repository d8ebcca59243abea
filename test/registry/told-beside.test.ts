// What stands beside a message, a disposition or a status: an agent's note, a column of states. It says of itself who wants to be left alone.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const rows = (name: string, which: "registry" | "reviews") =>
  dir.exists(name) ? openLedger(dir.at(name), which).events : [];

async function take(kind: string, content: string) {
  dir.write("in.csv", content);
  const into = ["--registry", "r.csv", "--review", "review.csv"];
  (await dir.run(["registry", "import", "in.csv", ...into, "--kind", kind])).mustExit(0);
  const recorded = rows("r.csv", "registry").map(({ phone, action }) => `${phone} ${action}`);
  return { recorded, waiting: rows("review.csv", "reviews").map(({ message }) => message) };
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

test.each([
  "llamar mañana por la tarde",
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
    ["medio preferido", "Correo"],
    ["notas", "nulo"],
    ["validez", "anulado"],
    ["verificación", "sin confirmar"],
    ["verificación", "no verificado"],
    ["verificado", "pendiente"],
    ["etapa", "PENDIENTE DE CONFIRMAR"],
    ["origen", "prueba"],
    ["campaña", "test"],
    ["nombre", "Prueba Pruebas"],
    ["comentario", "only e-mail, please"],
    ["comentario", "hasta diciembre"],
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
    ["observaciones", "cliente de años"],
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
