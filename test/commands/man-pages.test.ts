// The man pages that the build writes into dist/man: there for every command, true to the options, and right for man.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { manual as english } from "../../src/text/en/manual.js";
import { en } from "../../src/text/en/sentences.js";
import { manual as spanish } from "../../src/text/es/manual.js";
import { es } from "../../src/text/es/sentences.js";
import { isLeftOut } from "../support/machine.js";
import { REPOSITORY } from "../support/workdir.js";

const COMMANDS = Object.keys(en.help.command) as (keyof typeof en.help.command)[];
const PAGES = ["svscrub", ...COMMANDS.map((name) => `svscrub-${name.replace(" ", "-")}`)].sort();
const PACKAGE = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));

test("package.json gives the English pages to man, and the package holds all of them", () => {
  expect([...PACKAGE.man].sort()).toEqual(PAGES.map((page) => `./dist/man/man1/${page}.1`).sort());
  for (const page of PACKAGE.man) expect(existsSync(join(REPOSITORY, page)), page).toBe(true);
  expect(PACKAGE.files).toContain("dist/man");
});

describe.each([
  ["en", "dist/man/man1", en, english],
  ["es", "dist/man/es/man1", es, spanish],
] as const)("in %s", (_language, folder, { help }, manual) => {
  const path = (page: string) => join(REPOSITORY, folder, `${page}.1`);
  const source = (page: string) => readFileSync(path(page), "utf8");
  const pageOf = (command: string) => `svscrub-${command.replace(" ", "-")}`;

  test("every command has its page, and there is no other", () => {
    expect(readdirSync(join(REPOSITORY, folder)).sort()).toEqual(PAGES.map((page) => `${page}.1`).sort());
  });

  test("every page bears the version and the date of its release", () => {
    const [, date] = /^## \[\d.*\] - (.*)$/m.exec(readFileSync(join(REPOSITORY, "CHANGELOG.md"), "utf8"))!;
    for (const page of PAGES) {
      const title = page.toUpperCase().replaceAll("-", "\\-");
      const first = `.TH ${title} 1 ${date} "svscrub ${PACKAGE.version}" "${manual.man.title}"\n`;
      expect(source(page).slice(0, first.length)).toBe(first);
    }
  });

  test.each(COMMANDS)("the page of %s has every option, the exit codes and where to look further", (command) => {
    const text = source(pageOf(command));
    for (const option of Object.keys(help.command[command].option))
      expect(text).toContain(`\\fB\\-\\-${option.replaceAll("-", "\\-")}\\fR`);
    for (const code of ["0", "2", "70"]) expect(text).toContain(`.TP\n\\fB${code}\\fR\n`);
    expect(text).toContain("SVSCRUB_LANG");
    expect(text).toContain(".BR svscrub (1)");
  });

  const reading = describe.skipIf(isLeftOut("mandoc"));
  reading("read by mandoc", () => {
    test.each(PAGES)("%s is without a warning", (page) => {
      expect(mandoc("-T", "lint", "-W", "all", path(page))).toBe("");
    });
  });
});

/** What it prints, without the letters that are printed twice to be bold. */
function mandoc(...args: string[]): string {
  const printed = [...execFileSync("mandoc", args, { encoding: "utf8" })];
  return printed.filter((letter, i) => letter !== "\b" && printed[i + 1] !== "\b").join("");
}
