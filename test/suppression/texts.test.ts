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

describe("a text", () => {
  test.each(TEXTS)("%s: every number is barred, and none is made up", async (name) => {
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
});

test.each(["7012-3450–7012-3460", "7012-3450—60", "7012-3450 > 7012-3460"])(
  "a line with %s is named",
  async (range) => {
    const { stderr } = await scrub(`Buenas tardes, favor quitar\nquiten ${range} de la lista\n7055-1111 gracias\n`, []);
    expect(stderr).toContain("line 2: this was not fully understood");
  },
);

test("the first message of a chat is no header, also behind the marks of a phone's writing", async () => {
  const { clean, text } = await scrub("\u200e[12/3/24, 9:15:22 a. m.] +503 7012 3456: baja\n", [
    "+50370123456",
    "+50371112222",
  ]);
  expect(clean).toEqual(["+50371112222"]);
  expect(text).toEqual({ lines: 1, numbers: 1, own: 0 });
});

test.each([
  ["a plain list of numbers", "7012-3456\n7111-2222\n"],
  ["one with a title and a name", "Bajas\n7012-3456\n7111-2222 Ana\n7111-3333\n7111-4444\n7111-5555\n7111-6666\n"],
  ["a table", "nombre,telefono\nAna,7012-3456\nBeto,7111-2222\n"],
  ["a table with a word for every number", "telefono;nota\n7012-3456;no quiere nada\n7111-2222;tampoco\n"],
])("%s is read as no text", async (_, text) => {
  const { stderr, text: told, code } = await scrub(text, ["+50370123456", "+50379990001"]);
  expect(code, stderr).toBe(0);
  expect(told).toBeUndefined();
});

describe("a quote in a text", () => {
  test("begins no cell, in a text of any length", async () => {
    const long = `${'Ana: hola "amiga, nos vemos\n'.repeat(60_000)}"Beto: quiten el 7012-3456\n`;
    const { clean, stderr, code } = await scrub(`3/4/26, 9:15 a. m. - Ana: hola\n${long}`, [
      "+50370123456",
      "+50379990001",
    ]);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["+50379990001"]);
  });
});

test.each([
  "quiten el 7012-\n3456, gracias",
  "quiten el 7012\n3456, gracias",
  "> quiten el (503) 7012\n> 3456",
  "quiten el +503 70\n12 3456.",
  "el que termina en 3456",
])("the parts of a number that no line has whole are named, and refuse no text: %j", async (text) => {
  const { stderr, code } = await scrub(`Hola a todos\n${text}\n${text}\n${text}\nquiten el 7111-2222\n`, [
    "+50379990001",
  ]);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain("lines were not fully understood");
});

describe("a number of our own", () => {
  const CHAT =
    "3/4/26, 9:15 a. m. - +503 7012 3456: baja\n3/4/26, 9:16 a. m. - Ventas: listo, PBX 2222-1100\n2222 1100\n";

  test("is barred where nobody says that it is ours", async () => {
    expect((await scrub(CHAT, ["+50322221100", "+50379990001"])).clean).toEqual(["+50379990001"]);
  });

  test("is no entry where it is said, in whatever spelling, and who has it is told", async () => {
    const { clean, text, stderr } = await scrub(CHAT, ["+50370123456", "+50322221100"], ["--own", "2222 11 00"]);
    expect(clean).toEqual(["+50322221100"]);
    expect(text).toEqual({ lines: 3, numbers: 1, own: 2 });
    expect(stderr).toContain("read as text: 1 number in 3 lines; your own numbers were left out 2 times");
    expect(stderr).toContain("warning: +503 22••••00 is one of your own numbers");
    expect(stderr).not.toMatch(/2222\D?1100/);
  });

  test("leaves the rest of its line as it is", async () => {
    const text = `${CHAT}Ana: llamen al 2222-1100 por el 7111-2222 y el 7111-33\n`;
    const { clean, stderr } = await scrub(text, ["+50371112222", "+50379990001"], ["--own", "22221100"]);
    expect(clean).toEqual(["+50379990001"]);
    expect(stderr).toContain("left out 3 times");
  });

  test("is said to be left out where a range covers it, once for each range", async () => {
    const dir = new Workdir();
    dir.write("base.csv", listOf(["+50370123456", "+50322221100", "+50322221105"]));
    dir.write("chat.txt", `${CHAT}Ana: no llamen a 2222-11XX\n`);
    const run = await dir.run(["base.csv", "-s", "chat.txt", "--own", "2222-1100", "-o", "clean.csv"]);
    expect(run.code, run.stderr).toBe(0);
    expect(dir.read("clean.csv").toString()).toBe("telefono\n+50322221100\n");
    expect(run.stderr).toContain("left out 3 times");
    const verified = await dir.run(["verify", "clean.audit.json"]);
    expect(verified.code, verified.stdout.toString()).toBe(0);
  });

  test.each(["PBX 2222-1098 al 1105", "PBX 2222-1098/99/1100", "PBX del 2222-1098 al 2222-1105"])(
    "is said to be left out where it is only perhaps meant: %s",
    async (line) => {
      const text = `Hola, quiten el 7012-3456\n${line}, gracias\n`;
      const { clean, stderr } = await scrub(text, ["+50322221100", "+50322221099"], ["--own", "2222-1100"]);
      expect(clean).toEqual(["+50322221100"]);
      expect(stderr).toContain("your own numbers were left out once");
      expect(stderr).toContain("is one of your own numbers");
    },
  );

  test.each(["telefono\n2222-1100\n7012-3456\n", "2222-1100\n7012-3456\n", "nombre,telefono\nPBX,2222-1100\n"])(
    "is barred by a list that is no text: %j",
    async (list) => {
      const { clean } = await scrub(list, ["+50322221100", "+50379990001"], ["--own", "2222-1100"]);
      expect(clean).toEqual(["+50379990001"]);
    },
  );

  test("is the same when the run is verified, from its mask alone or said again", async () => {
    const dir = new Workdir();
    dir.write("base.csv", listOf(["+50370123456", "+50322221100"]));
    dir.write("chat.txt", CHAT);
    expect((await dir.run(["base.csv", "-s", "chat.txt", "--own", "2222-1100", "-o", "clean.csv"])).code).toBe(0);
    const report = dir.read("clean.audit.json").toString();
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
    expect((await dir.run(["base.csv", "-s", "chat.txt", "--own", "2222-1100", "-o", "clean.csv", "-f"])).code).toBe(0);
    expect((await dir.run(["verify", "clean.audit.json"])).code).toBe(1);
    expect((await dir.run(["verify", "clean.audit.json", "--own", "2222-1100"])).code).toBe(0);
    expect((await dir.run(["verify", "clean.audit.json", "--own", "2222"])).code).toBe(2);
  });

  test("is refused where it is none", async () => {
    const { code, stderr } = await scrub(CHAT, ["+50370123456"], ["--own", "2222"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--own takes a phone number of yours")]);
  });

  test("may be contacted, says check, and warns", async () => {
    const dir = new Workdir();
    dir.write("chat.txt", CHAT);
    const { code, stdout, stderr } = await dir.run(["check", "2222-1100", "-s", "chat.txt", "--own", "22221100"]);
    expect([code, stdout.toString()]).toEqual([0, expect.stringContaining("may be contacted")]);
    expect(stderr).toContain("is one of your own numbers");
  });
});

test.each(["5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8", "5f4dcc3b5aa765d61d8327deb882cf99"])(
  "a digest in a text is somebody whom nobody can read, and the list is refused: %s",
  async (digest) => {
    const text = `Hola, estas son las bajas de esta semana:\nquiten el 7012-3456\nbaja: ${digest}\nGracias por todo\n`;
    const { stderr, code } = await scrub(text, ["+50370123456", "+50379990001"]);
    expect([code, stderr]).toEqual([4, expect.stringContaining("nothing proves that svscrub can read its hashes")]);
  },
);

test.each([
  ["el 12/3/26 pagó $1,234.50 y 45.00, caso 2026", []],
  ["12 de marzo de 2026, a las 14:05", []],
  ["la sala 12, piso 3", []],
  ["quiten el 7111-22", [2]],
  ["terminado en 2222", [2]],
  ["quiten el 7111-2222 y el 7111-33", [2]],
])("a line is named where its digits could be a part of a number, and then alone: %s", async (line, named) => {
  const { code, stderr, report } = await scrub(`Buenos días a todos, quiten el 7000-2222\n${line}\n`, ["+50379990001"]);
  expect(code, stderr).toBe(0);
  expect(report).toMatchObject({ suppressions: [{ unreadable_records: named }] });
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
