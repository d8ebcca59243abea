// Keeps README.md and RECIPES.md true, and alike in both languages: the help is the program's, and console examples are run as they stand.
// A ```console block is a session at a prompt, `$ command` and what it prints, in a fresh folder that holds a copy of fixtures/.

import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const SET_UP = "npm ci &&";
/** Commands that set up the machine or the project are shown, not run. */
const NOT_RUN = /^(npm|npx|git|cd|crontab|sudo)\b/;
/** Parts that differ from run to run, in the README and in the real output alike. */
const MASKS: readonly [RegExp, string][] = [
  [/\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?: ?(?:Z|[-+]\d{2}:?\d{2}))?/g, "<date>"],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "<id>"],
  [/\b[0-9a-f]{64}\b/g, "<sha256>"],
  [/\b\d+(?:[.,]\d+)? ?(?:ms|s|MB\/s|records\/s)\b/g, "<measured>"],
];

const README = readFileSync(join(REPOSITORY, "README.md"), "utf8");
const README_ES = readFileSync(join(REPOSITORY, "README.es.md"), "utf8");
const RECIPES = readFileSync(join(REPOSITORY, "RECIPES.md"), "utf8");
const RECIPES_ES = readFileSync(join(REPOSITORY, "RECIPES.es.md"), "utf8");
const READMES = [
  { name: "README.md", text: README, language: "en" },
  { name: "README.es.md", text: README_ES, language: "es" },
] as const;
const DOCUMENTS = [
  ...READMES,
  { name: "RECIPES.md", text: RECIPES, language: "en" },
  { name: "RECIPES.es.md", text: RECIPES_ES, language: "es" },
] as const;
const MOST_WORDS = 1500;

test(`README.md names two set-up commands with "${SET_UP}", one of them "npm ci && npm test"`, () => {
  const commands = README.split("\n").filter((line) => line.includes(SET_UP));
  expect(commands.length, commands.join("\n")).toBeGreaterThanOrEqual(2);
  expect(README).toContain("npm ci && npm test");
});

describe.each(READMES)("$name", ({ text, language }) => {
  const env = { COLUMNS: "100", SVSCRUB_LANG: language };

  test(`has at most ${MOST_WORDS} words, code and tables too`, () => {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
  });

  test("shows the program's short help", async () => {
    const shown = /<!-- help -->\s*```\w*\n([\s\S]*?)```/.exec(text)?.[1];
    expect(shown, "it needs a fenced block after <!-- help -->").toBeDefined();
    const run = await new Workdir().ok("-h", { env });
    expect(shown?.trimEnd(), `paste: SVSCRUB_LANG=${language} COLUMNS=100 svscrub -h`).toBe(run.out.trimEnd());
  });

  test("has every spelling of its table as a row of fixtures/numbers.csv, read as the table says", () => {
    const table = /<!-- numbers -->\s*((?:\|.*\n)+)/.exec(text)?.[1] ?? "";
    const shown = table
      .trim()
      .split("\n")
      .slice(2)
      .map((row) => row.replaceAll("\\|", "\u0000").split("|").slice(1, -1))
      .map((cells) =>
        cells.map((cell) =>
          cell
            .trim()
            .replaceAll("\u0000", "|")
            .replace(/^`(.*)`$/, "$1"),
        ),
      );
    const rows = parse(readFileSync(join(REPOSITORY, "fixtures/numbers.csv")), {}).map((row) =>
      row.slice(0, 4).join(" → "),
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.map((cells) => cells.join(" → ")).filter((row) => !rows.includes(row))).toEqual([]);
  });
});

describe.each(DOCUMENTS)("$name", ({ name, text, language }) => {
  const env = { COLUMNS: "100", SVSCRUB_LANG: language };

  test("has examples", () => {
    expect(sessionsIn(text).length, "it needs a ```console block with a svscrub command").toBeGreaterThan(0);
  });

  for (const { line, steps } of sessionsIn(text)) {
    test(`shows what its commands print (line ${line}: ${steps[0]?.command.split("\n")[0]})`, async () => {
      const dir = new Workdir();
      cpSync(join(REPOSITORY, "fixtures"), dir.at("fixtures"), {
        recursive: true,
        filter: (path) => !path.endsWith("/cases"),
      });
      cpSync(dir.at("fixtures"), dir.path, { recursive: true });
      for (const { command, output } of steps.filter(({ command }) => !NOT_RUN.test(command))) {
        // At a terminal both outputs appear, in the order in which they were written.
        const run = await dir.shell(`exec 2>&1\n${command}`, { env });
        expect(`$ ${command}\n${matching(run.out, output)}`).toBe(`$ ${command}\n${masked(output)}`);
      }
    });
  }

  test("names only files that there are", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!);
    expect(
      links.filter((link) => !existsSync(join(REPOSITORY, link))),
      name,
    ).toEqual([]);
  });
});

describe.each([
  { name: "README.es.md", spanish: README_ES, english: README },
  { name: "RECIPES.es.md", spanish: RECIPES_ES, english: RECIPES },
])("$name", ({ spanish, english }) => {
  /** Fenced blocks: of a console its commands, of the others all. */
  const code = (text: string) =>
    [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm)]
      .filter(([, kind]) => kind !== "text")
      .map(([, kind, body]) => [kind, kind === "console" ? stepsIn(body!).map(({ command }) => command) : body]);
  const headings = (text: string) =>
    [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^(#+) /gm)].map(([, sign]) => sign);

  test("has the headings and the code of the English page", () => {
    expect(headings(spanish)).toEqual(headings(english));
    expect(code(spanish)).toEqual(code(english));
    const tables = (text: string) => text.split("\n").filter((line) => line.startsWith("|")).length;
    expect(tables(spanish)).toBe(tables(english));
  });

  test("has not a word of English but in code", () => {
    const prose = spanish
      .replace(/^```[\s\S]*?^```/gm, "")
      .replace(/`[^`]*`/g, "")
      .replace("[In English]", "")
      .replace(/\]\([^)]*\)/g, "]")
      .replace(/<!-- numbers -->\s*(?:\|.*\n)+/, "");
    const words =
      /\b(the|and|or|of|with|without|list|lists|file|files|record|records|phone|phones|number|numbers|clean|removed|report|run|runs|is|are|not|this|that|which|may|be|for|from|who|what|how|usage|options|examples|read|write)\b/gi;
    expect(prose.match(words) ?? []).toEqual([]);
    const help = /<!-- help -->\s*```\w*\n([\s\S]*?)```/.exec(spanish)?.[1]?.replace(/^ +(?:svscrub|-).*$/gm, "") ?? "";
    expect(help.match(/\b(the|and|usage|options|commands|examples|shows|file|default)\b/gi) ?? []).toEqual([]);
  });
});

describe("the comparison of outputs", () => {
  test("masks what differs from run to run", () => {
    expect(masked("made 2026-03-01T10:00:00.123Z in 1.25 s")).toBe(masked("made 2025-12-24T01:02:03Z in 340 ms"));
  });

  test("takes a line of three dots for any lines, also none", () => {
    expect(matching("a\nb\nc\nd\n", "a\n...\nd\n")).toBe(masked("a\n...\nd\n"));
    expect(matching("a\nd\n", "a\n...\nd\n")).toBe(masked("a\n...\nd\n"));
    expect(matching("a\nd\ne\n", "a\n...\nd\n")).toBe("a\nd\ne");
  });

  test("parts a session into commands, continued lines too, and their outputs", () => {
    const [session] = sessionsIn("x\n```console\n$ svscrub a \\\n>   -s b\none\n\ntwo\n$ cat c\nthree\n```\n");
    expect(session).toEqual({
      line: 2,
      steps: [
        { command: "svscrub a \\\n  -s b", output: "one\n\ntwo\n" },
        { command: "cat c", output: "three\n" },
      ],
    });
  });
});

interface Session {
  /** Where its fence stands in README.md. */
  line: number;
  steps: { command: string; output: string }[];
}

/** The console blocks in which svscrub is run. */
function sessionsIn(markdown: string): Session[] {
  return [...markdown.matchAll(/^```console\n([\s\S]*?)^```/gm)]
    .map((block) => ({ line: markdown.slice(0, block.index).split("\n").length, steps: stepsIn(block[1] ?? "") }))
    .filter(({ steps }) => steps.some(({ command }) => command.includes("svscrub") && !NOT_RUN.test(command)));
}

function stepsIn(block: string): Session["steps"] {
  const steps: Session["steps"] = [];
  for (const line of block.split(/(?<=\n)/)) {
    const last = steps.at(-1);
    if (line.startsWith("$ ")) steps.push({ command: line.slice(2).trimEnd(), output: "" });
    else if (last === undefined) throw new Error("README.md: a console block begins with `$ ` and a command");
    else if (last.output === "" && last.command.endsWith("\\"))
      last.command += `\n${line.replace(/^> /, "").trimEnd()}`;
    else last.output += line;
  }
  return steps;
}

/** The expected text where the actual one fits it; else the actual text, so that the difference can be read. */
function matching(actual: string, expected: string): string {
  const pattern = masked(expected)
    .split("\n")
    .map((line) => (line.trim() === "..." ? "(?:.*\\n)*?" : `${line.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\\n`))
    .join("");
  return new RegExp(`^${pattern}$`).test(`${masked(actual)}\n`) ? masked(expected) : masked(actual);
}

function masked(text: string): string {
  return MASKS.reduce((result, [pattern, mask]) => result.replace(pattern, mask), text)
    .replace(/[ \t]+$/gm, "")
    .trimEnd();
}
