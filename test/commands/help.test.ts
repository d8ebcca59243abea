// What -h, --help and svscrub alone show, of every command and in both languages.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { guideIn } from "../../src/commands/manual/guides.js";
import { wrapCommand } from "../../src/commands/manual/page.js";
import { en } from "../../src/text/en/sentences.js";
import { es } from "../../src/text/es/sentences.js";
import { GUIDES } from "../../src/text/guides.js";
import { wordIn } from "../../src/text/typed-words.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const WIDTHS = [40, 59, 60, 80, 120];
const LANGUAGES = { en, es };
type Language = keyof typeof LANGUAGES;
const NAMES = Object.keys(en.help.command);

async function shown(language: Language, args: readonly string[], columns?: number): Promise<string> {
  const env = { SVSCRUB_LANG: language, ...(columns === undefined ? {} : { COLUMNS: String(columns) }) };
  const run = await new Workdir().ok(args, { env });
  return run.out;
}

describe.each(["en", "es"] as const)("in %s", (language) => {
  const { help } = LANGUAGES[language];
  const usage = { en: "Usage: ", es: "Uso: " }[language];

  test.each(NAMES)("the short help of %s is one screen, with two examples and where the rest is", async (name) => {
    const text = await shown(language, [...name.split(" "), "-h"], 80);
    const lines = text.trimEnd().split("\n");
    expect(lines.length, text).toBeLessThan(24);
    expect(lines[0]).toContain(`${usage}svscrub `);
    const unwrapped = text.replace(/ \\\n */g, " ");
    const [first, second, third] = help.command[name as keyof typeof help.command].examples;
    for (const example of [first!, second!]) expect(unwrapped).toContain(`\n  ${example}\n`);
    if (third !== undefined) expect(unwrapped).not.toContain(third);
    expect(unwrapped).toContain("--help");
  });

  test.each(NAMES)("the whole help of %s has every option, every example, exit codes and variables", async (name) => {
    const text = (await shown(language, [...name.split(" "), "--help"], 120)).replace(/ \\\n */g, " ");
    const own = help.command[name as keyof typeof help.command];
    for (const option of Object.keys(own.option)) expect(text).toMatch(new RegExp(` --${option}\\b`));
    for (const example of own.examples) expect(text).toContain(`  ${example}\n`);
    for (const code of ["0", "2", "70", "130", "141", "143"])
      expect(text).toMatch(new RegExp(`^ {2}${code} +\\w`, "m"));
    for (const variable of ["SVSCRUB_LANG", "LC_ALL", "NO_COLOR", "COLUMNS"])
      expect(text).toMatch(new RegExp(`^ {2}${variable}\\b`, "m"));
  });

  test.each(NAMES)("no line of the help of %s is wider than the terminal", async (name) => {
    for (const flag of ["-h", "--help"])
      for (const width of WIDTHS) {
        const text = await shown(language, [...name.split(" "), flag], width);
        expect(text.split("\n").filter((line) => [...line].length > width)).toEqual([]);
      }
  });
});

describe.each(["en", "es"] as const)("a topic in %s", (language) => {
  test.each(GUIDES)("%s is shown whole in every width, and the list of topics names it", async (name) => {
    const { line, blocks } = guideIn(language, name);
    const flat = (text: string) => text.replace(/\s+/g, " ");
    const programs = blocks.flatMap((block) => ("program" in block ? [block.program] : []));
    const parts = blocks.flatMap((block) => {
      if ("entries" in block) return block.entries.flatMap(({ term, text }) => [term, text]);
      return "title" in block ? [block.title] : "text" in block ? [block.text] : [];
    });
    for (const width of WIDTHS) {
      const text = await shown(language, ["help", name], width);
      for (const part of parts) expect(flat(text)).toContain(flat(part));
      for (const program of programs) expect(text).toContain(`\n\n${program}\n\n`);
      const prose = programs.reduce((rest, program) => rest.replace(program, ""), text);
      expect(prose.split("\n").filter((line) => [...line].length > width && line.includes(" "))).toEqual([]);
    }
    const own = wordIn(language, name);
    expect(await shown(language, ["help", own])).toBe(await shown(language, ["help", name]));
    expect(flat(await shown(language, ["help"], 120))).toContain(` ${own} ${line}`);
    const readme = readFileSync(join(REPOSITORY, language === "es" ? "README.es.md" : "README.md"), "utf8");
    expect(readme).toContain(`\`${own}\``);
  });
});

test("a topic that there is not is refused with the nearest", async () => {
  const run = await new Workdir().ends(2, "help disposition");
  expect(run.stderr).toContain('there is no help about "disposition"; did you mean "dispositions"?');
});

test.each(["en", "es"] as const)(
  "every topic has a Spanish name, which is taken and offered in %s",
  async (language) => {
    for (const name of GUIDES) {
      const spanish = wordIn("es", name);
      expect(spanish).not.toBe(name);
      const plain = spanish.toUpperCase().replaceAll("Ó", "O");
      expect(await shown(language, ["help", plain])).toBe(await shown(language, ["help", name]));
      const run = await new Workdir().ends(2, ["help", `${spanish}x`, "--lang", language]);
      expect(run.stderr).toContain(`"${wordIn(language, name)}"?`);
    }
  },
);

test("Spanish calls in Spanish what an option takes", async () => {
  const text = await shown("es", ["--help"]);
  expect(text).toContain("-s, --suppress [NOMBRE=]ARCHIVO...");
  expect(text).not.toMatch(/[ =]\[?(?:NAME|FILE|LIST|AGE|DATE)\b/);
});

test("what may stand before = is in brackets, and what must is not", async () => {
  const text = await shown("en", ["--help"]);
  for (const value of "--suppress [NAME=]FILE...|--max-age [NAME=]AGE|--canary [NAME=]NUMBER|--as-of NAME=DATE".split(
    "|",
  ))
    expect(text).toContain(value);
  expect(text).not.toContain("<");
});

test("svscrub alone shows the short help at a terminal, and is wrong usage elsewhere", async () => {
  const dir = new Workdir();
  const program = join(REPOSITORY, "bin/svscrub.js");
  // script gives the program a terminal of its own.
  const atTerminal = await dir.shell(`script -qec "node ${program}" /dev/null < /dev/null`, { env: { COLUMNS: "80" } });
  const expected = await shown("en", ["-h"], 80);
  atTerminal.check(() => expect(atTerminal.out.replaceAll("\r\n", "\n")).toContain(expected));
  await dir.ends(2, []);
});

test("a wrapped command is the same command for a shell", () => {
  const commands = NAMES.flatMap((name) => en.help.command[name as keyof typeof en.help.command].examples);
  for (const command of commands)
    for (const width of WIDTHS) {
      const lines = wrapCommand(command, width, "  ");
      expect(lines.slice(0, -1).every((line) => line.endsWith(" \\"))).toBe(true);
      expect(
        lines
          .join("\n")
          .trim()
          .replace(/ \\\n\s*/g, " "),
      ).toBe(command);
    }
});
