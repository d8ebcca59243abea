// Tables on a narrow screen: nothing is wider than it but a single word, nothing is lost, and ids stay whole.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const COLUMNS = "60";
/** What a command says on stdout, or the summary of a scrub, without its warnings and what it says to type. */
const tablesOf = ({ stdout, stderr }: { stdout: Buffer; stderr: string }) =>
  stdout.toString() || stderr.replace(/^(?:warning|advertencia): [\s\S]*/m, "");
const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, "../../fixtures", name));

describe.each(["en", "es"])("on a screen of 60 characters (%s)", (lang) => {
  async function said(...args: string[]): Promise<{ narrow: string; wide: string }> {
    const dir = new Workdir({ "clientes.csv": fixture("clientes.csv"), "bajas.csv": fixture("bajas.csv") });
    dir.write("chat.txt", "3/4/26, 9:15 a. m. - +503 7012 3456: ya no me llamen, ni al 7111-2222\n");
    const reason = "lo pidio en caja, por telefono y otra vez por correo en noviembre";
    await dir.run(["registry", "add", "7012-3456", "--registry", "registro.csv", "--reason", reason]);
    const env = { SVSCRUB_LANG: lang };
    const narrow = await dir.run(args, { env: { ...env, COLUMNS } });
    const wide = await dir.run(args, { env: { ...env, COLUMNS: "400" } });
    return { narrow: tablesOf(narrow), wide: tablesOf(wide) };
  }

  test.each([
    ["clientes.csv", "-s", "bajas.csv", "chat.txt", "-n"],
    ["inspect", "clientes.csv"],
    ["inspect", "bajas.csv"],
    ["inspect", "chat.txt"],
    ["check", "7012-3456", "2222-1111", "+1 305 555 0142", "abc", "-s", "registro.csv"],
    ["registry", "history", "7012-3456", "--registry", "registro.csv"],
    ["registry", "status", "--registry", "registro.csv"],
    ["registry", "status", "--registry", "registro.csv", "--due", "20d"],
  ])("%s %s %s fits", async (...args) => {
    const { narrow, wide } = await said(...args);
    expect(narrow.length).toBeGreaterThan(20);
    const tooWide = narrow.split("\n").filter((line) => [...line].length > Number(COLUMNS) && /\S \S/.test(line));
    expect(tooWide).toEqual([]);
    const words = (text: string) => text.replace(/\s+/g, "");
    if (args[1] !== "history") expect(words(narrow)).toBe(words(wide));
    for (const id of wide.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) expect(narrow).toContain(id);
  });
});

test.each(["-1", "0", "1", "3", "19", "x"])("COLUMNS=%s ends no run, and loses no word", async (COLUMNS) => {
  const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n" });
  dir.write("dnc.csv", "telefono,motivo\n7012-3456,lo pidio en caja y otra vez por correo\n");
  for (const args of [["check", "7012-3456", "-s", "dnc.csv"], ["list.csv", "-s", "dnc.csv", "-n"], ["--help"]]) {
    const [odd, usual] = [await dir.run(args, { env: { COLUMNS } }), await dir.run(args)];
    expect(odd.code).toBe(usual.code);
    const words = ({ stdout, stderr }: typeof odd) => `${stdout}${stderr}`.replace(/[\s\\]+/g, "");
    expect(words(odd)).toBe(words(usual));
  }
});
