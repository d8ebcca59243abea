// Who said no under a heading never comes out clean, however the heading is written: with a number in it, over several columns,
// with its answer at its end.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

async function scrubbed(lines: readonly string[], ...args: string[]) {
  const dir = new Workdir();
  dir.write("list.csv", `${lines.join("\n")}\n`);
  dir.write("dnc.csv", "telefono\n7012-3456\n");
  const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", ...args]);
  return { run, clean: run.code === 0 ? dir.read("clean.csv").toString() : "" };
}

describe("a header with a number in one of its names", () => {
  const people = ["Juan,7111-2222,", "Ana,7222-1111,X"];
  test.each<[header: string, rows?: string[]]>([
    ["Nombre,Telefono,No llamar 20261101"],
    ["Telefono 0000-0000,No llamar", ["7111-2222,", "7222-1111,X"]],
    ["2025,2026,No llamar", ["7111-2222,1,", "7222-1111,2,X"]],
    ["01/11/2026,02/11/2026,No llamar", ["7111-2222,1,", "7222-1111,2,X"]],
  ])("is one: %s", async (header, rows = people) => {
    const { clean } = await scrubbed([header, ...rows]);
    expect(clean).toContain("+50371112222");
    expect(clean).not.toContain("+50372221111");
  });

  test.each([
    "Nombre,Telefono,¿Acepta que le llamemos del 2222-0000? (No)",
    "Nombre,Telefono,¿Desea dejar de recibir llamadas del 2222-0000?",
    "Nombre,Número de teléfono (ejemplo: 7012-0000),No llamar",
  ])("is in doubt, and heard where the user says that it is the header: %s", async (header) => {
    const { run } = await scrubbed([header, ...people]);
    run.mustExit(3);
    expect(run.stderr).toMatch(/line 1 .*\n.*--header-row 1.*--no-header/);
    const said = await scrubbed([header, ...people], "--header-row", "1");
    expect(said.clean).toContain("+50371112222");
    expect(said.clean).not.toContain("+50372221111");
  });

  test.each([
    ["7111-2222,casa", "7333-4444,casa"],
    ["Juan,7111-2222,no llamar", "Luis,7333-4444,"],
    ["Cel. 7111-2222,celular", "Cel. 7333-4444,celular"],
    ["Cel. 7111-2222", "Tel. 7333-4444"],
    ["Cel. 7111-2222,casa", "Tel. 7333-4444,oficina"],
  ])("is none where it is a record: %s", async (...lines) => {
    expect((await scrubbed(lines)).clean).toContain("+50371112222");
  });

  test("bars its number where it is a suppression list's, and its columns are its records' columns", async () => {
    const dir = new Workdir();
    dir.write("list.csv", "telefono\n2222-0000\n7111-2222\n7222-1111\n");
    dir.write("dnc.csv", "telefono (llamado del 2222-0000),canal\n7111-2222,call\n7222-1111,sms\n");
    const run = await dir.run([
      ...["list.csv", "-s", "dnc.csv", "--header-row", "dnc.csv=1", "--channel", "call", "-o", "clean.csv"],
    ]);
    run.mustExit(0);
    expect(dir.read("clean.csv").toString()).toBe("telefono\n+50372221111\n");
  });
});

describe("a heading over several columns counts for each of them", () => {
  test.each([
    ["Nombre,Telefono,No llamar,,", ",,Cobros,Ventas,Encuestas", "Juan,7111-2222,,,", "Ana,7222-1111,,x,"],
    ["Nombre,Telefono,No llamar,", "Juan,7111-2222,,", "Ana,7222-1111,,x"],
    ["Nombre,Telefono,No llamar,Unnamed: 3", "Juan,7111-2222,,", "Ana,7222-1111,,x"],
    ["Nombre,Telefono,Autoriza,,", ",,Voz,Texto,Chat", "Juan,7111-2222,si,si,", "Ana,7222-1111,,no,"],
    ["Nombre,Telefono,Autoriza,", ",,Sí,No", "Juan,7111-2222,X,", "Ana,7222-1111,,X"],
    ["ID,Nombre,¿Desea recibir promociones?,,Telefono", ",,Sí,No,", "1,Juan,Sí,,7111-2222", "2,Ana,,No,7222-1111"],
  ])("%s", async (...lines) => {
    const { clean } = await scrubbed(lines);
    expect(clean).toContain("+50371112222");
    expect(clean).not.toContain("+50372221111");
  });
});

describe("a column for the answer no", () => {
  test.each([
    "Autoriza SI,Autoriza NO",
    "¿Acepta llamadas? (Sí),¿Acepta llamadas? (No)",
    "Acepta llamadas - Sí,Acepta llamadas - No",
    "Autoriza_S,Autoriza_N",
    "Notas,No autoriza (marque X)",
  ])("bars by a mark: %s", async (names) => {
    const rows = ["Juan,7111-2222,X,", "Luis,7333-4444,1,0", "Ana,7222-1111,,X", "Eva,7222-1112,,NO"];
    const { clean } = await scrubbed([`Nombre,Teléfono,${names}`, ...rows.slice(0, names.startsWith("Notas") ? 3 : 4)]);
    expect(clean).toContain("+50371112222");
    expect(clean).toContain("+50373334444");
    expect(clean).not.toContain("+5037222");
  });
});
