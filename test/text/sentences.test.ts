// What TypeScript can't see of the languages: that nothing stayed in the other one, and that values reach the text.

import { describe, expect, test } from "vitest";
import { all as en } from "../../src/text/en/answers.js";
import { all as es } from "../../src/text/es/answers.js";
import { allSentencesIn, manualIn } from "../../src/text/language.js";
import { LANGUAGES } from "../../src/text/languages.js";
import type { Manual } from "../../src/text/manual.js";
import type { Sentence } from "../../src/text/sentence.js";
import type { Sentences } from "../../src/text/sentences.js";

type Say = (...values: unknown[]) => Sentence | string;

/** Values that fit any sentence well enough to make it speak; their traces are taken out before comparing. */
const ANY_VALUES: unknown[][] = [
  [7, 13, 0.5, true],
  ["«uno»", "«dos»", 3, true],
  [[{ name: "«uno»", readable: 0.5 }]],
  ["«uno»", 7, [1, 2], true],
  ["«uno»", "«dos»", 7, [4, 19]],
];

/** Sentences whose values are words of their own. */
const VALUES_OF: Record<string, unknown[]> = {
  place: ["«uno»", 7],
  "errors.mostlyRagged": [{ ragged: 7, records: 13, width: 4, hasHeader: true, most: 5 }, "nothing"],
  "errors.headerInOne": [4, true, "quoted-lines"],
  "errors.wideDelimiter": ["^ |"],
  "errors.phonesAreCut": [7, 13, true, { delimiter: "^", headerLine: 2 }],
  "errors.differentLists": [
    ...["delimiter", "«uno»", "«dos»", "«tres»"],
    [{ lists: ["«cuatro»"], words: ["«cinco»"], optOuts: ["«seis»"] }],
    { lists: ["«siete»"], words: ["«ocho»"], optOuts: ["«nueve»"] },
  ],
  "errors.headerInDoubt": [false, 7, "«uno»"],
  "errors.unknownListName": ["--uno", "«dos»", "«tres»", true],
  "errors.ambiguousListName": ["--uno", "«dos»", ["«tres»", "«cuatro»"]],
  "inspection.lines": [[4, 19], true],
  "errors.unknownColumn": ["«uno»", "«dos»", 3, true, [{ position: 1, name: "«tres»" }]],
  "errors.badMapping": ["--uno", ["opt-out", "other"]],
  "errors.gzipDamaged": ["cut"],
  "summary.reason": ["too-short", 7],
  "errors.tooManyUnreadable": [7, 13, 0.05, "«uno»", [4, 19], "rows"],
  "errors.beyondSheet": ["text", 13, "BC"],
  "errors.workbookDamaged": ["checksum", "«uno»"],
  "errors.rowsAbove": [
    { first: 1, next: 3, nextIs: "header", isFirstData: false, isJoined: false },
    { isSheet: false, name: "«uno»" },
  ],
  "errors.lostName": [{ column: 3, name: "opt-out" }, false, true],
  "errors.otherWorkbook": ["ods"],
  "errors.severalSheets": [[{ name: "«uno»", isHidden: true }], "«dos»", true],
  "errors.noFilledSheet": [["«uno»"]],
  "errors.unknownSheet": ["«uno»", "«dos»", ["«tres»"]],
  "verification.findings.suppressed-in-it": [7, [4, 19]],
  "verification.findings.unfit-in-it": [7, [4, 19]],
  "verification.findings.judged-otherwise": [7, [4, 19]],
  "verification.findings.opted-out-since": [7, [4, 19]],
  "verification.findings.still-valid": ["2026-11-25T19:14:00.000Z"],
  "verification.findings.no-longer-valid": ["2026-11-25T19:14:00.000Z"],
  "verification.logTorn": [[4, 19]],
  "verification.logBroken": [7, "unlinked"],
  "warnings.opt-out-words": ["«uno»", "«dos»", 7, [4, 19], "column"],
  "warnings.holidays-unknown": [[2027, 2028]],
  "contacts.frequencyVerdict": [7, 3, 604_800, 13, 2],
  "inspection.asOptOuts.unreadableOf": [7, [4, 19]],
  "inspection.asOptOuts.datesOf": ["«uno»", 7],
  "inspection.asOptOuts.channelsOf": ["«uno»", 7],
  "inspection.asOptOuts.actionsOf": ["«uno»", 3, 7],
  "inspection.asOptOuts.expiresOf": ["«uno»", 7],
  "page.lifted": [7, ["«uno»"]],
  "page.verdict": [7, 13, "sms"],
  "page.dated": ["2026-11-25 13:14", 3, "file-time"],
  "page.canaries": [["«uno»"]],
  "errors.notFound": ["baseline", undefined],
  "errors.badBaseline": ["no-json", "--baseline"],
  "errors.badManifest": ["no-json"],
  "summary.dated": ["2026-11-25 13:14", "file-time"],
  "errors.noImportColumn": ["text"],
  "errors.unreadableMessage": ["broken-record", "«uno»"],
  "registry.unseenEvents": [["«uno»"]],
};

/** Every text of a language by its name; functions with the first values that fit. */
function texts(sentences: Partial<Sentences> & { manual?: Manual }): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (name: string, value: unknown): void => {
    if (typeof value === "string") found.set(name, value);
    else if (typeof value === "function") found.set(name, speak(value as Say, VALUES_OF[name]));
    else for (const [key, inner] of Object.entries(value as object)) walk(`${name}.${key}`, inner);
  };
  for (const [part, value] of Object.entries(sentences))
    if (part !== "language" && part !== "number") walk(part, value);
  return found;
}

function speak(say: Say, own?: unknown[]): string {
  for (const values of own ? [own] : ANY_VALUES) {
    try {
      const said = say(...values);
      return typeof said === "string" ? said : `${said.what}\n${said.hint ?? ""}`;
    } catch {
      // Values of another kind are wanted: try the next.
    }
  }
  throw new Error(`no values fit ${say.toString().slice(0, 80)}`);
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
      for (const [name, say] of Object.entries(sentences.errors)) {
        const what = speak(say as Say, VALUES_OF[`errors.${name}`]).split("\n")[0]!;
        expect(what, name).not.toMatch(/^\p{Lu}\p{Ll}|\.$/u);
      }
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
  expect(all.match(/.*(?<!\d )\bregistros?\b(?! de bajas).*/gi) ?? []).toEqual([]);
  expect(all.match(/.*(?:ejecuci[oó]n|por omisión|resúmenes|huella|libro de Excel).*/gi) ?? []).toEqual([]);
});

test("what is counted is one or many", () => {
  for (const { summary } of [en, es])
    for (const reason of ["placeholder", "legacy-7-digit", "looks-like-id"] as const)
      expect(summary.reason(reason, 1)).not.toBe(summary.reason(reason, 2));
  expect([1, 2].map((records) => es.summary.reason("too-short", records))).toEqual(["muy corto", "muy cortos"]);
});

test("who must act on an old file is told so in both languages, with the file's name", () => {
  for (const language of [en, es])
    expect(language.summary.oldStays("clean.csv", "2026-11-25 08:30")).toContain("clean.csv");
});
