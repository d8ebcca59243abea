// What parts the halves of a number: told by what Unicode says of a character, for every one that it has.

import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { readNamed } from "../../src/phone/named.js";
import { normalise } from "../../src/phone/normalise.js";
import { everyNumber } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";
import { readUnmistakable } from "../../src/phone/unmistakable.js";
import { mayCount } from "../support/cell-kernel.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const characters = (kind: RegExp) =>
  Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => character > "\x7f" && kind.test(character),
  );

/** ASCII has other rules for these: a slash, a comma, a quote, and whatever is written for them. */
const OF_OTHER_RULES = new Set("/,:;'\"+%&=!?#$@<>|^");
const SEPARATORS = characters(/^[\p{Pd}\p{Pc}\p{Po}\p{So}\p{Sm}\p{Sk}\p{Z}\p{Cf}\p{DI}\p{M}\p{Co}]$/u).filter(
  (character) => !OF_OTHER_RULES.has(normalise(character)),
);
const NAMED = "➖·･﹒⸱‣┄┅┆┇┈┉┊┋╌╍╎╏\u3164\u115f\u1160\uffa0\u180e\u2800\u{e0020}\u{e007f}\u034f\ufe0f\u00ad\u2060ー";

/** Digits that stand for more than themselves, of those of the number below. Unicode takes most of them apart. */
const STYLED = [
  ...characters(/^\p{No}$/u).map((character) => ({
    character,
    digit: character.normalize("NFKC").replace(/^\(?(\d)[.,)]?$/, "$1"),
  })),
  ...["⓿❶❷❸❹❺❻❼", "🄋➀➁➂➃➄➅➆", "🄌➊➋➌➍➎➏➐", "0⓵⓶⓷⓸⓹⓺⓻"].flatMap((style) =>
    [...style].map((character, digit) => ({ character, digit: String(digit) })),
  ),
].filter(({ character, digit }) => /^[0-7]$/.test(digit) && character !== digit);

test("the separators are thousands, and those that were once missing are among them", () => {
  expect(SEPARATORS.length).toBeGreaterThan(10_000);
  expect([...NAMED].filter((character) => !SEPARATORS.includes(character) && character !== "ー")).toEqual([]);
});

describe("between the halves of a number", () => {
  const spellings = (character: string) => [
    `7012${character}3456`,
    `+503${character}7012${character}3456`,
    `dijo: 7012 ${character}3456.`,
    `7012${character.repeat(7)}3456`,
  ];

  test("any separator of Unicode leaves it unmistakable", () => {
    const missed = [...SEPARATORS, ..."ー"].filter((character) =>
      spellings(character).some((spelling) => {
        const bytes = Buffer.from(spelling);
        return !readUnmistakable(spelling).includes("+50370123456") || !mayCount(bytes, 0, bytes.length);
      }),
    );
    expect(missed.map((character) => character.codePointAt(0)!.toString(16))).toEqual([]);
  });

  test("a digit of any script counts", () => {
    const zeros = characters(/^\p{Nd}$/u).filter((_, i) => i % 10 === 0);
    expect(zeros.length).toBeGreaterThan(60);
    for (const zero of zeros) {
      const digit = (value: string) => String.fromCodePoint(zero.codePointAt(0)! + Number(value));
      const spelling = "7012-3456".replace(/\d/g, digit);
      const bytes = Buffer.from(`a ${spelling}`);
      expect(readUnmistakable(spelling), spelling).toEqual(["+50370123456"]);
      expect(mayCount(bytes, 0, bytes.length), spelling).toBe(true);
      const mixed = Buffer.from(`7012-345${digit("6")}`);
      expect(mayCount(mixed, 0, mixed.length), spelling).toBe(true);
    }
  });

  test("a digit in a circle, a raised one and one with a point count", () => {
    expect(STYLED.length).toBeGreaterThan(70);
    for (const { character, digit } of STYLED) {
      const spelling = "7012-3456".replace(digit, character);
      const bytes = Buffer.from(`a ${spelling}`);
      expect(readUnmistakable(spelling), spelling).toContain("+50370123456");
      expect(mayCount(bytes, 0, bytes.length), spelling).toBe(true);
      expect(everyNumber(readCell(spelling.replace("-", ""))), spelling).toContain("+50370123456");
      expect(readNamed(`baja al ${spelling}`), spelling).toContain("+50370123456");
    }
  });

  test("as a note's mark behind a number they leave it certain", () => {
    for (const mark of ["¹", "²", "⁷", "①"])
      expect(
        readCell(`7012-3456${mark}`).numbers.map(({ e164 }) => e164),
        mark,
      ).toEqual(["+50370123456"]);
  });

  test("any plus of Unicode begins a number of another country", () => {
    for (const plus of characters(/^[\p{S}\p{P}]$/u).filter((character) => normalise(character) === "+")) {
      const bytes = Buffer.from(`${plus} 1 305 555 1234`);
      expect(readUnmistakable(bytes.toString()), plus).toContain("+13055551234");
      expect(mayCount(bytes, 0, bytes.length), plus).toBe(true);
    }
  });

  test("a megabyte of what can't be seen hides it no more than one such character, in linear time", () => {
    for (const nothing of ["\u200b", "\0", "\u{e0020}", "\u0336"]) {
      const spelling = `7012${nothing.repeat(1_000_000 / Buffer.byteLength(nothing))}3456`;
      const bytes = Buffer.from(`${spelling} ${spelling} +${spelling}`);
      expect(readUnmistakable(bytes.toString())).toContain("+50370123456");
      expect(mayCount(bytes, 0, bytes.length)).toBe(true);
    }
  });
});

describe("a run, short or long, lets nobody through", () => {
  for (const path of ["short", "long"] as const)
    test(`whose number any separator parts in a remark or in the phone cell: a ${path} list`, async () => {
      const { LONG } = (await import(
        pathToFileURL(`${REPOSITORY}dist/lists/batches.js`).href
      )) as typeof import("../../src/lists/batches.js");
      const usual = { ...LONG };
      onTestFinished(() => void Object.assign(LONG, usual));
      if (path === "long") Object.assign(LONG, { bytes: 0, gzipBytes: 0 });
      const dir = new Workdir();
      // What the first records hold decides nothing: a column of remarks, whatever numbers stand in it later.
      const first = Array.from({ length: 1100 }, () => "7012-3456,hola");
      const rows = [...SEPARATORS.filter((_, i) => i % 8 === 0), ...NAMED].flatMap((character, i) => {
        const phone = `6${String(i).padStart(7, "0")}`;
        const [halves, whole] = [`7012${character}3456`, `+503${character}7012${character}3456`];
        return [`${phone},${halves}`, `${phone},a ${whole} b`, `${halves},`, `${whole},`];
      });
      for (const [i, { character, digit }] of STYLED.entries()) {
        const spelling = "7012-3456".replace(digit, character);
        rows.push(`619${String(i).padStart(5, "0")},${spelling}`, `${spelling},`);
      }
      dir.write("list.csv", `telefono,nota\n${[...first, ...rows].join("\n")}\n`);
      dir.write("dnc.csv", "telefono\n7012-3456\n");
      const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--no-report"]);
      run.mustExit(0);
      run.check(() => expect(dir.read("clean.csv").toString()).toBe("telefono,nota\n"));
    });
});
