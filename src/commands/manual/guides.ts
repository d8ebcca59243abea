// Reads the guides of `svscrub help TOPIC`: a Markdown file for each topic and language.

import { ExitCode, ScrubError } from "../../errors.js";
import { packagedText } from "../../files/packaged-text.js";
import { GUIDES, type GuideName } from "../../text/guides.js";
import type { Language } from "../../text/languages.js";
import { fixedWord, nearestWord, wordIn } from "../../text/typed-words.js";
import type { CommonHost } from "../command.js";
import { type Block, type Entry, shown } from "./page.js";

/** Returns a guide as printed. `commands`: names to suggest for an unknown topic. */
export function guidePage(name: string, commands: readonly string[], host: CommonHost): string {
  const { language } = host.sentences;
  const topic = fixedWord(name, GUIDES);
  if (topic !== undefined) return shown(guideIn(language, topic).blocks, host);
  const near = nearestWord(name, [...commands, ...GUIDES]);
  throw new ScrubError(ExitCode.usage, "unknownTopic", [name, near && wordIn(language, near)]);
}

/** Returns the topics by their names in a language, with a line about each. */
export function guideLines(language: Language): Entry[] {
  return GUIDES.map((name) => ({ term: wordIn(language, name), text: guideIn(language, name).line }));
}

/** Parses a guide: its line in the list of topics, paragraphs, `## titles`, lists, and links to programs in this folder. */
export function guideIn(language: Language, name: GuideName): { line: string; blocks: readonly Block[] } {
  const [heading = "", ...blocks] = packagedText(`text/${language}/guides/${name}.md`).trimEnd().split("\n\n");
  return { line: heading.replace(/^# /, ""), blocks: blocks.map(blockOf) };
}

function blockOf(markdown: string): Block {
  if (markdown.startsWith("## ")) return { title: `${markdown.slice(3)}:` };
  const [, program] = /^\[(.*)\]\(.*\)$/.exec(markdown) ?? [];
  if (program !== undefined) return { program: packagedText(`commands/manual/${program}`).trimEnd() };
  const text = markdown.replace(/\n */g, " ");
  if (!text.startsWith("- ")) return { text };
  // "- `term`: text"
  const items = text.slice(3).split(" - `");
  return { entries: items.map((item) => ({ term: item.split("`: ", 1)[0]!, text: item.replace(/^[^`]*`: /, "") })) };
}
