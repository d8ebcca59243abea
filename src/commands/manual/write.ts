// Run by the build, no part of the program: writes the man pages of every language into dist/man, from the options and texts
// that --help shows.

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
/** `svscrub-registry-add`. Scrub, which needs no name, has a page of its own all the same. */
const pageOf = (name: TopicName) => `svscrub ${name}`.trim().replaceAll(" ", "-");
/** The commands behind it, and those before its name. */
const isNear = (page: string, other: string) => other.startsWith(`${page}-`) || page.startsWith(`${other}-`);

// What an older build left there may be no command's any more.
rmSync(path.join(PACKAGE, "dist/man"), { recursive: true, force: true });
for (const language of LANGUAGES) {
  // English stands where man looks for pages of no language.
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
