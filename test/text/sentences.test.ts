// What TypeScript can't see of the languages: that nothing stayed in the other one, and that values reach the text.

import { describe, expect, test } from "vitest";
import { all as en } from "../../src/text/en/answers.js";
import { all as es } from "../../src/text/es/answers.js";
import { allSentencesIn, manualIn } from "../../src/text/language.js";
import { LANGUAGES } from "../../src/text/languages.js";
import { asTyped, sayOptions } from "../../src/text/options.js";
import type { Manual, Sentences } from "../../src/text/sentences.js";
import { type Say, sayIn, speak, VALUES_OF } from "../support/spoken.js";

/** Every text of a language by its name; functions with the first values that fit. */
function texts(sentences: Partial<Sentences> & { manual?: Manual }): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (name: string, value: unknown): void => {
    if (typeof value === "string") found.set(name, sayOptions(value, asTyped));
    else if (typeof value === "function") found.set(name, speak(value as Say, VALUES_OF[name]));
    else for (const [key, inner] of Object.entries(value as object)) walk(`${name}.${key}`, inner);
  };
  for (const [part, value] of Object.entries(sentences))
    if (part !== "language" && part !== "number") walk(part, value);
  return found;
}

const words = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

const languages = await Promise.all(LANGUAGES.map(allSentencesIn));

test("each language says which it is", () => {
  expect(languages.map(({ language }) => language)).toEqual(LANGUAGES);
});

describe.each(languages.map((sentences) => [sentences.language, sentences] as const))(
  "the texts: %s",
  (_, sentences) => {
    const english = texts(en);
    const said = texts(sentences);

    test("are those of English", () => {
      expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
      expect(english.size).toBeGreaterThan(100);
    });

    test("say nothing empty, and no value that is none", () => {
      for (const [name, text] of said) {
        expect(text.trim(), name).not.toBe("");
        expect(text, name).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
      }
    });

    test("spell options and commands as English does", () => {
      const options = (text: string) => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [])].sort();
      for (const [name, text] of english) expect(options(said.get(name)!), name).toEqual(options(text));
    });

    test("name in the help of an option the words that it takes where English does", () => {
      for (const [name, text] of english)
        expect(said.get(name)!.includes("{words}"), name).toBe(text.includes("{words}"));
    });

    test("begin the messages of an error without a capital and without a full stop: a file's name stands before", () => {
      for (const [name, text] of said)
        if (name.startsWith("errors.")) expect(text.split("|")[0]!.trim(), name).not.toMatch(/^\p{Lu}\p{Ll}|\.$/u);
    });
  },
);

test.each(LANGUAGES.filter((language) => language !== "en"))("no text stayed in English: %s", async (language) => {
  const english = texts({ ...en, manual: await manualIn("en") });
  const said = texts({ ...(await allSentencesIn(language)), manual: await manualIn(language) });
  // A command is typed in the same words everywhere.
  const isText = (name: string) => !/\.examples\.\d+$/.test(name);
  const same = [...said].filter(([name, text]) => isText(name) && words(text).length > 1 && english.get(name) === text);
  expect(same).toEqual([]);
});

test("Spanish speaks to usted and in El Salvador's words", () => {
  const all = [...texts(es).values()].join("\n");
  expect(all).not.toMatch(/\b(tú|vos|puedes|debes|quieres|tu|tus|vuestro|móvil|ordenador|fichero)\b/i);
  expect(all).toMatch(/base depurada/);
  expect(all).toMatch(/lista de bajas|listas de bajas/);
});

test("Spanish has one word for each thing: row, registry, contact log, run, hash, workbook", () => {
  const all = [...texts(es).values()].join("\n");
  // Of a list's people so many are counted as *registros*; the registry is one *de bajas*.
  expect(all.match(/.*(?<!\d )\bregistros?\b(?! de bajas|\.csv).*/gi) ?? []).toEqual([]);
  expect(all.match(/.*(?:ejecuci[oó]n|por omisión|resúmenes|huella|libro de Excel).*/gi) ?? []).toEqual([]);
});

test("what is counted is one or many", () => {
  for (const { summary } of [en, es])
    for (const reason of ["placeholder", "legacy-7-digit", "looks-like-id"] as const)
      expect(summary.reason(reason, 1)).not.toBe(summary.reason(reason, 2));
  expect([1, 2].map((records) => es.summary.reason("too-short", records))).toEqual(["muy corto", "muy cortos"]);
});

test("a warning of an old file names the file in both languages", () => {
  for (const language of [en, es])
    expect(language.summary.oldStays("clean.csv", "2026-11-25 08:30")).toContain("clean.csv");
});

test("a bar in a file's name, in one of several names or as a delimiter does not part a sentence from its hint", () => {
  expect(sayIn(en, "outputIsInput", ["uno | dos.csv"])).toEqual({
    what: "is also an input (uno | dos.csv)",
    hint: "Write to another file: a run never overwrites what it reads.",
  });
  expect(sayIn(en, "cannotWrite", ["EIO", ["a | uno", "b | uno"]]).hint).toContain("a | uno, b | uno");
  expect(sayIn(es, "columnsInOne", [true, "|"]).hint).toBe("Agregue --delimiter '|': así se separan sus celdas.");
});
