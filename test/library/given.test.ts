// What the library's functions refuse to be given, and the words in which they say what to do.

import { describe, expect, test } from "vitest";
import { asGiven, OWN_ADVICE } from "../../src/library/errors.js";
import { openSuppression, readNumber, type ScrubError, scrub } from "../../src/library/index.js";
import { allSentencesIn } from "../../src/text/language.js";
import { option, sayOptions } from "../../src/text/options.js";
import { failureKinds } from "../support/failure-kinds.js";
import { everySaying, type Say, VALUES_OF } from "../support/spoken.js";
import { Workdir } from "../support/workdir.js";

/** What is said to whoever types, options of other programs aside. */
const OF_THE_COMMAND =
  /(?<!\b(?:psql|mysql|gzip|tr|iconv.*|ls) )(?<![\w-])--?[a-z]|\bcrontab\b|\b[Tt]he shell\b|\b(?:the|this) command\b|\b[Tt]ype[sd]?\b|\bstart again\b|\bstd(?:in|out)\b|\bsvscrub (?:[A-Z'"@]|\S+\.csv|registry|help|check|inspect|verify|audit|demo|completion)/;
/** What the modules can meet and no call of the library leads to: words of the command, its stdin, its files of arguments. */
const OF_NO_CALL = [
  ...["excessWord", "missingValue", "missingOption", "noNumber", "stdinTwice", "stdoutTaken"],
  ...["nearRegistry", "needsReview", "noImportColumn", "notForMessages", "notUtf8"],
];
/** What it says itself. */
const OWN = ["processStream"];

const USUAL = { lists: "lista.csv", suppress: "bajas.csv" };

function lists(): Workdir {
  const dir = new Workdir({ "lista.csv": "nombre,telefono\nAna,7012-3456\nLuis,6123-4567\n" });
  dir.write("bajas.csv", "telefono\n6123-4567\n");
  return dir;
}

describe("A wrong argument is a TypeError that says", () => {
  test.each([
    [
      "that a number is a text",
      () => readNumber(70123456 as never),
      "readNumber takes a string, and got number. Keep phone numbers as strings: a number has no plus and no leading zeros.",
    ],
    [
      "what was got in its place",
      () => readNumber(undefined as never),
      "readNumber takes a string, and got undefined.",
    ],
    [
      "that options are an object",
      () => scrub(undefined as never),
      "scrub takes an object of options, and got undefined.",
    ],
    [
      "which option was meant",
      () => openSuppression({ lists: "bajas.csv", maxAgee: "1d" } as never),
      'Unknown option "maxAgee": did you mean "maxAge"?',
    ],
    [
      "that a date is of one list",
      () => openSuppression({ lists: "bajas.csv", asOf: new Date() } as never),
      'openSuppression: "asOf" takes string | string[] | { NAME: string | Date }; it got Date.',
    ],
    [
      "what an option takes",
      () => openSuppression({ lists: "bajas.csv", maxAge: 30 } as never),
      'openSuppression: "maxAge" takes string | string[] | { NAME: string }; it got number.',
    ],
    [
      "what is wrong in an array",
      () => scrub({ ...USUAL, canary: [70123456] } as never),
      'scrub: "canary" takes string | string[] | { NAME: string }; it got Array.',
    ],
    ["what is missing", () => openSuppression({} as never), /^openSuppression needs "lists": string \| /],
    [
      "that a scrub without lists says so",
      () => scrub({ lists: "lista.csv" } as never),
      /^scrub needs "suppress": .* \| false\.$/,
    ],
  ])("%s", async (_, call: () => unknown, message: string | RegExp) => {
    const failed = await (async () => call())().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(TypeError);
    expect((failed as Error).message).toMatch(message);
  });

  test("also of a number that is checked", async () => {
    const dir = lists();
    const open = await openSuppression({ lists: dir.at("bajas.csv") });
    expect(() => open.check(61234567 as never)).toThrow(/^check takes a string, and got number\./);
    open.close();
  });
});

describe("Advice names options as a program says them", () => {
  test.each([
    [option("force", true), "force: true"],
    [option("max-unreadable", "dnc=35%"), 'maxUnreadable: "dnc=35%"'],
    [option("header", false), "header: false"],
    [option("headerless", "mis bajas.csv"), 'headerless: "mis bajas.csv"'],
    [option("suppression", false), "suppress: false"],
    [option("encoding"), "encoding"],
  ])("%j as %s", (marked, said) => {
    expect(sayOptions(`Add ${marked}.`, asGiven)).toBe(`Add ${said}.`);
  });

  test("of every kind of failure that the library can meet", async () => {
    const { errors } = await allSentencesIn("en");
    const wrong: string[] = [];
    const kinds = [...failureKinds()].filter((kind) => ![...OF_NO_CALL, ...OWN].includes(kind));
    for (const kind of kinds) {
      const sentence: unknown = errors[kind as keyof typeof errors];
      const say = typeof sentence === "string" ? () => sentence : (sentence as Say);
      // Of how many suppression lists there are is a command's advice.
      const values = kind === "noPhoneList" ? [[0, false]] : undefined;
      for (const said of everySaying(say, VALUES_OF[`errors.${kind}`], values)) {
        const [what = "", hint = ""] = said.split("|");
        for (const text of [what, OWN_ADVICE[kind] ?? hint].map((it) => sayOptions(it, asGiven)))
          if (OF_THE_COMMAND.test(text.replace("--uno", ""))) wrong.push(`${kind}: ${text}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  test("of real failures", async () => {
    const dir = lists();
    dir.write("fuera.csv", "");
    const failed = async (options: object) =>
      scrub({ lists: dir.at("lista.csv"), suppress: dir.at("bajas.csv"), ...options } as never).catch(
        (error: ScrubError) => `${error.kind}: ${error.hint}`,
      );
    expect(await failed({ output: dir.at("fuera.csv") })).toBe(
      "outputExists: Choose another name, or add force: true to replace it.",
    );
    expect(await failed({ lists: [] })).toBe('noPhoneList: Name it: lists: "LIST.csv".');
    expect(await failed({ suppress: [] })).toBe(
      'noSuppression: Add one with suppress: "FILE". If nobody must be removed for opting out, add suppress: false.',
    );
    expect(await failed({ output: dir.at("x.csv"), maxRemoved: "1%" })).toMatch(/^tooMuchRemoved: (?!.*--)/);
  });
});

test("A header that is there may be said, and advice is in the words of the library", async () => {
  const dir = lists();
  const given = { lists: dir.at("lista.csv"), suppress: dir.at("bajas.csv") };
  expect((await scrub({ ...given, header: true })).counts.clean).toBe(1);
  const refused = await scrub({ ...given, maxRemoved: "x" }).catch((error: unknown) => error as ScrubError);
  expect((refused as ScrubError).message).toBe("maxRemoved takes a value such as 20%, 20pct");
  const folder = await openSuppression({ lists: dir.at("bajas.csv"), baseline: dir.at("") }).catch(
    (error: unknown) => error as ScrubError,
  );
  expect((folder as ScrubError).hint).toBe(
    "Give a file of that folder. Only a suppression list may be a folder: every list in it is read.",
  );
});
