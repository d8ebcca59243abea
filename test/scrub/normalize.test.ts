// --normalize: the clean list as strict CSV in UTF-8, with commas and LF, for programs that read nothing else; told in the report,
// and repeated by verify.

import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const BAJAS = "7111-2222\n";

async function normalized(list: string | Buffer, ...args: string[]) {
  const dir = new Workdir({ "base.csv": list, "bajas.txt": BAJAS });
  const run = await dir.run(["base.csv", "-s", "bajas.txt", "--normalize", "-o", "clean.csv", ...args]);
  return { dir, run, clean: dir.exists("clean.csv") ? dir.text("clean.csv") : "" };
}

describe("a normalized clean list", () => {
  test.each([
    [
      "quotes within cells",
      'nombre,telefono\nJuan "Chepe" Peña,7012-3456\n',
      'nombre,telefono\n"Juan ""Chepe"" Peña",+50370123456\n',
    ],
    [
      "semicolons, Windows line ends and a mark",
      "\ufeffnombre;telefono;saldo\r\nAna;7012-3456;1,50\r\nBeto;7111-2222;2\r\n",
      'nombre,telefono,saldo\nAna,+50370123456,"1,50"\n',
    ],
    [
      "Windows-1252",
      Buffer.from("nombre;telefono\nNúñez;7012-3456\nPeña;7012-3457\n", "latin1"),
      "nombre,telefono\nNúñez,+50370123456\nPeña,+50370123457\n",
    ],
    [
      "UTF-16",
      Buffer.from("\ufeffnombre\ttelefono\r\nNúñez\t7012-3456\r\n", "utf16le"),
      "nombre,telefono\nNúñez,+50370123456\n",
    ],
    ["a line `sep=;`", "sep=;\nnombre;telefono\nAna;7012-3456\n", "nombre,telefono\nAna,+50370123456\n"],
    [
      "empty cells behind the last and a cell over two lines",
      'nombre,telefono\n"Ana\nMaría",7012-3456,,\n',
      'nombre,telefono\n"Ana\nMaría",+50370123456\n',
    ],
    ["one column without a name", "7012-3456\n7012-3457\n7111-2222\n", "+50370123456\n+50370123457\n"],
    [
      "two phones, one of them foreign",
      "nombre,telefono,celular\nAna,+1 305 555 0142,7012-3456\n",
      "nombre,telefono,celular\nAna,,+50370123456\n",
    ],
  ])("of a list with %s", async (_, list, expected) => {
    const { dir, run, clean } = await normalized(list);
    expect(run.code, run.stderr).toBe(0);
    expect(clean).toBe(expected);
    expect(() => parse(clean, { columns: false })).not.toThrow();
    const report = dir.json("clean.audit.json");
    expect(report.run.options.normalize).toBe(true);
    const verified = await dir.run("verify clean.audit.json -s bajas.txt");
    expect(verified.code, verified.out).toBe(0);
  });

  test("is read again by its own form where the run can't be repeated, and who opted out since is found", async () => {
    const { dir } = await normalized("nombre;telefono\nAna;7012-3456\nBeto;7012-3457\n");
    dir.write("hoy.txt", "7012-3457\n");
    const { code, stdout } = await dir.run("verify clean.audit.json -s hoy.txt --removed out.csv");
    expect(code, stdout.toString()).toBe(1);
    expect(dir.text("out.csv")).toContain("Beto,+50370123457,suppressed,opted-out,hoy.txt:1");
  });

  test("keeps cells as they are under --phone-format original", async () => {
    const { clean } = await normalized('telefono;nota\n"7012-3456, oficina";x\n', "--phone-format", "original");
    expect(clean).toBe('telefono,nota\n"7012-3456, oficina",x\n');
  });

  test("leaves the removed list in the form of the phone list", async () => {
    const { dir } = await normalized("nombre;telefono\nAna;7012-3456\nBeto;7111-2222\n", "--removed", "r.csv");
    expect(dir.text("r.csv")).toContain("Beto;7111-2222;suppressed;opted-out;bajas.txt:1");
    expect((await dir.run("verify clean.audit.json")).code).toBe(0);
  });

  test.each([["--flag"], ["-o", "clean.xlsx"]])("is refused together with %s %s", async (...args) => {
    expect((await normalized("telefono\n7012-3456\n", ...args)).run.code).toBe(2);
  });
});
