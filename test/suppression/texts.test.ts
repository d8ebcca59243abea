// Opt-outs as people keep them: whole texts of many kinds, each with the numbers that stand in it (fixtures/texts). None may be
// lost, none may be made up with certainty, and what is no number is no entry that can't be read.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { TextReading } from "../../src/phone/number.js";
import { TextLines } from "../../src/suppression/text-lines.js";
import { ScrubFolder } from "../support/in-process.js";
import { Workdir } from "../support/workdir.js";

const FOLDER = path.join(import.meta.dirname, "../../fixtures/texts");
const TEXTS = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
/** Numbers that stand in no text. */
const STRANGERS = ["79990001", "69990002", "22990003"];

const textOf = (name: string) => readFileSync(path.join(FOLDER, name), "utf8");
const numbersIn = (name: string) => textOf(name.replace(".txt", ".numbers")).trim().split("\n");
const listOf = (numbers: readonly string[]) => `telefono\n${numbers.map((number) => `${number}\n`).join("")}`;

interface Report {
  suppressions: { text?: { lines: number; numbers: number; own: number }; entries: number }[];
}

async function scrub(text: string, numbers: readonly string[], args: readonly string[] = []) {
  const outcome = await new ScrubFolder().scrub({ lists: [listOf(numbers)], suppress: [text], args });
  const clean = outcome.clean.toString().match(/\+\d+/g) ?? [];
  return { ...outcome, clean, text: (outcome.report as unknown as Report | undefined)?.suppressions[0]?.text };
}

test("the texts are many", () => {
  expect(TEXTS.length).toBeGreaterThanOrEqual(50);
});

test.each(TEXTS)("in the text %s every number is suppressed, and none is made up", async (name) => {
  const certain = new Set<string>();
  const take = vi.spyOn(TextLines.prototype, "read");
  const expected = numbersIn(name);
  const numbers = [...expected, ...STRANGERS.map((national) => `+503${national}`)];
  const { clean, stderr, code, text } = await scrub(textOf(name), numbers, ["--keep-foreign"]);
  for (const { value } of take.mock.results as { value: TextReading }[])
    for (const { e164 } of value.numbers) certain.add(e164);
  take.mockRestore();
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(STRANGERS.map((national) => `+503${national}`));
  expect([...certain].filter((e164) => !expected.includes(e164))).toEqual([]);
  expect(text?.lines).toBe(
    textOf(name)
      .split("\n")
      .filter((line) => line !== "").length,
  );
  expect(stderr).toContain("read as text: ");
});

test("a quote in a text begins no cell, in a text of any length", async () => {
  const long = `${'Ana: hola "amiga, nos vemos\n'.repeat(60_000)}"Beto: quiten el 7012-3456\n`;
  const { clean, stderr, code } = await scrub(`3/4/26, 9:15 a. m. - Ana: hola\n${long}`, [
    "+50370123456",
    "+50379990001",
  ]);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(["+50379990001"]);
});

describe("a number of our own", () => {
  const CHAT =
    "3/4/26, 9:15 a. m. - +503 7012 3456: baja\n3/4/26, 9:16 a. m. - Ventas: listo, PBX 2222-1100\n2222 1100\n";

  test("is no entry after --own, in any spelling, and the lists that hold it are named", async () => {
    const { clean, text, stderr } = await scrub(CHAT, ["+50370123456", "+50322221100"], ["--own", "2222 11 00"]);
    expect(clean).toEqual(["+50322221100"]);
    expect(text).toEqual({ lines: 3, numbers: 1, own: 2 });
    expect(stderr).toContain("read as text: 1 number in 3 lines; your own numbers were left out 2 times");
    expect(stderr).toContain("warning: +503 22••••00 is one of your own numbers");
    expect(stderr).not.toMatch(/2222\D?1100/);
  });

  test("is said to be left out where a range covers it, once for each range", async () => {
    const dir = new Workdir({ "base.csv": listOf(["+50370123456", "+50322221100", "+50322221105"]) });
    dir.write("chat.txt", `${CHAT}Ana: no llamen a 2222-11XX\n`);
    const run = await dir.run("base.csv -s chat.txt --own 2222-1100 -o clean.csv");
    expect(run.code, run.stderr).toBe(0);
    expect(dir.text("clean.csv")).toBe("telefono\n+50322221100\n");
    expect(run.stderr).toContain("left out 3 times");
    const verified = await dir.run("verify clean.audit.json");
    expect(verified.code, verified.out).toBe(0);
  });

  test("is the same when the run is verified, from its mask alone or said again", async () => {
    const dir = new Workdir({ "base.csv": listOf(["+50370123456", "+50322221100"]), "chat.txt": CHAT });
    expect((await dir.run("base.csv -s chat.txt --own 2222-1100 -o clean.csv")).code).toBe(0);
    const report = dir.text("clean.audit.json");
    expect(report).toContain('"+503 22••••00"');
    expect(report).not.toMatch(/2222\D?1100/);
    for (const again of [[], ["--own", "2222-1100"]]) {
      const { code, stdout } = await dir.run(["verify", "clean.audit.json", ...again]);
      expect(code, stdout.toString()).toBe(0);
      expect(stdout.toString()).toContain("verified: ");
    }
    // Another number with the same mask was a person's.
    dir.write("chat.txt", `${CHAT}Ana: quiten el 2244-4400\n`);
    dir.write("base.csv", listOf(["+50370123456", "+50322221100", "+50322444400"]));
    expect((await dir.run("base.csv -s chat.txt --own 2222-1100 -o clean.csv -f")).code).toBe(0);
    expect((await dir.run("verify clean.audit.json")).code).toBe(1);
    expect((await dir.run("verify clean.audit.json --own 2222-1100")).code).toBe(0);
    expect((await dir.run("verify clean.audit.json --own 2222")).code).toBe(2);
  });

  test("may be contacted, says check, and warns", async () => {
    const dir = new Workdir({ "chat.txt": CHAT });
    const { code, stdout, stderr } = await dir.run("check 2222-1100 -s chat.txt --own 22221100");
    expect([code, stdout.toString()]).toEqual([0, expect.stringContaining("may be contacted")]);
    expect(stderr).toContain("is one of your own numbers");
  });
});

test.each([
  ["{\\rtf1\\ansi {\\b 7012}{\\insrsid77 -3456}\\par 2222-3333}", "is RTF"],
  ["%PDF-1.4\n[(70)-20(12-34)15(56)] TJ\n(2222-3333) Tj\n", "is PDF"],
  ["%!PS-Adobe-3.0\n(70)2 0(12-3456) show (2222-3333) show\n", "is PDF"],
  ["Subject: baja\nContent-Type: text/plain\n\nquiten el 7012-3456\n", "is a mail as it was sent"],
  [
    "From ana@example.com Wed Nov 18 09:42:11 2026\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n7012-3456\n",
    "is a mail as it was sent",
  ],
  [
    `De: Ana\nPara: Eva\nno llamen al 7012-3456\n${"hola\n".repeat(20_000)}Content-Transfer-Encoding: base64\n`,
    "line 20004: is a mail",
  ],
  ["De: Ana\nPara: Eva\nAsunto: =?utf-8?B?NzAxMi0zNDU2?=\nno llamen al 2222-3333\n", "line 3: is a mail"],
])("a text that may part or encode any number is refused: %j", async (text, why) => {
  const { code, stderr } = await scrub(text, ["70123456", "22223333"]);
  expect(code).toBe(4);
  expect(stderr).toContain(why);
});
