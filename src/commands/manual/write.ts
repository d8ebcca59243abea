// Run by the build, not part of the program: writes the man pages of every language to dist/man.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { manualIn, sentencesIn } from "../../text/language.js";
import { LANGUAGES } from "../../text/languages.js";
import { TAKES, type TopicName } from "../options.js";
import { VERSION } from "../version.js";
import { manPage } from "./man-page.js";
import { topicOf } from "./topic.js";

const PACKAGE = fileURLToPath(new URL("../../../", import.meta.url));
const [, date] =
  /^## \[.+\] - (\d{4}-\d\d-\d\d)$/m.exec(readFileSync(path.join(PACKAGE, "CHANGELOG.md"), "utf8")) ?? [];
if (date === undefined) throw new Error("CHANGELOG.md has no release with a date, which the man pages bear");

const names = ["", ...Object.keys(TAKES)] as TopicName[];
/** Returns a page's name: `svscrub-registry-add`. Scrub has a page of its own. */
const pageOf = (name: TopicName) => `svscrub ${name}`.trim().replaceAll(" ", "-");
/** Whether a page is of a subcommand or a parent of another. */
const isNear = (page: string, other: string) => other.startsWith(`${page}-`) || page.startsWith(`${other}-`);

// Remove the pages of commands that no longer exist.
rmSync(path.join(PACKAGE, "dist/man"), { recursive: true, force: true });
for (const language of LANGUAGES) {
  // English pages go where man looks without a language.
  const folder = path.join(PACKAGE, "dist/man", language === "en" ? "" : language, "man1");
  mkdirSync(folder, { recursive: true });
  const setting = { sentences: await sentencesIn(language) };
  const edition = { manual: await manualIn(language), version: VERSION, date };
  for (const name of names) {
    const page = pageOf(name);
    const near = names.map(pageOf).filter((other) => isNear(page, other));
    writeFileSync(path.join(folder, `${page}.1`), manPage(page, await topicOf(name, setting), near, edition));
  }
}
