// Run by the build, no part of the program: writes the man pages of every language into dist/man, from the options and texts
// that --help shows.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CommandName } from "../../text/help.js";
import { manualIn, sentencesIn } from "../../text/language.js";
import { LANGUAGES, type Language } from "../../text/languages.js";
import { createProgram } from "../arguments.js";
import type { Command, Commands } from "../command.js";
import { COMMANDS } from "../dispatch.js";
import { type Edition, manPage, overviewPage } from "./man-page.js";
import { commonTopic, type Topic, topicOf } from "./topic.js";

const PACKAGE = fileURLToPath(new URL("../../../", import.meta.url));
const ALL = "svscrub";

const { version } = JSON.parse(readFileSync(path.join(PACKAGE, "package.json"), "utf8")) as { version: string };
const [, date] =
  /^## \[.+\] - (\d{4}-\d\d-\d\d)$/m.exec(readFileSync(path.join(PACKAGE, "CHANGELOG.md"), "utf8")) ?? [];
if (date === undefined) throw new Error("CHANGELOG.md has no release with a date, which the man pages bear");
// What an older build left there may be no command's any more.
rmSync(path.join(PACKAGE, "dist/man"), { recursive: true, force: true });
for (const language of LANGUAGES) await writeIn(language, date);

/** English stands where man looks for pages of no language. */
async function writeIn(language: Language, date: string): Promise<void> {
  const folder = path.join(PACKAGE, "dist/man", language === "en" ? "" : language, "man1");
  mkdirSync(folder, { recursive: true });
  const manual = await manualIn(language);
  const edition: Edition = { manual, version, date };
  const setting = { sentences: await sentencesIn(language), version };
  const texts = { help: setting.sentences.help, manual };

  const topicsOf = async (commands: Commands, before: string): Promise<Topic[]> => {
    const topics: Topic[] = [];
    for (const [word, load] of Object.entries(commands)) {
      const command: Command = await load();
      const behind = command.commands ?? {};
      const name = `${before}${word}` as CommandName;
      const listed = Object.keys(behind).map((own) => `${name} ${own}` as CommandName);
      topics.push(topicOf(name, createProgram(name, setting), texts, listed), ...(await topicsOf(behind, `${name} `)));
    }
    return topics;
  };
  const topics = await topicsOf(COMMANDS, "");
  const pages = new Map(topics.map((topic) => [nameOf(topic), topic]));
  const write = (name: string, page: string) => writeFileSync(path.join(folder, `${name}.1`), page);
  for (const [name, topic] of pages)
    write(name, manPage(topic, name, [ALL, ...[...pages.keys()].filter((other) => isNear(name, other))], edition));
  write(ALL, overviewPage(pages, commonTopic(topics, texts), ALL, edition));
}

/** `svscrub-registry-add`. Scrub, which needs no name, has a page of its own all the same. */
function nameOf({ command }: Topic): string {
  return command === ALL ? `${ALL}-scrub` : command.replaceAll(" ", "-");
}

/** Tells whether a page names another: the commands behind it, or those beside it. */
function isNear(name: string, other: string): boolean {
  const depth = (page: string) => page.split("-").length;
  const parent = name.slice(0, name.lastIndexOf("-"));
  if (other === name) return false;
  if (other.startsWith(`${name}-`) || (depth(name) > 2 && other === parent)) return true;
  return depth(other) === depth(name) && other.startsWith(`${parent}-`);
}
