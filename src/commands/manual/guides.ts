// The guides of `svscrub help TOPIC`, which come with the package: a file of Markdown for each topic and language.

import { packagedText } from "../../files/packaged-text.js";
import { GUIDES, type GuideName } from "../../text/guides.js";
import type { Language } from "../../text/languages.js";
import { wordIn } from "../../text/typed-words.js";
import type { Entry } from "./topic.js";

/** A guide: its line in the list of topics, and its blocks of Markdown, between which a line is empty. */
export interface Guide {
  line: string;
  blocks: readonly string[];
}

/** Reads a guide: paragraphs, `## titles`, lists of "- `term`: text", and links to programs of this folder. */
export function guideIn(language: Language, name: GuideName): Guide {
  const [heading = "", ...blocks] = packagedText(`text/${language}/guides/${name}.md`).trimEnd().split("\n\n");
  return { line: heading.replace(/^# /, ""), blocks };
}

/** The topics as a language names them, with what each is about. */
export function guideLines(language: Language): Entry[] {
  return GUIDES.map((name) => ({ term: wordIn(language, name), text: guideIn(language, name).line }));
}

/** The terms of a list, with what each of them means; none of any other block. */
export function entriesOf(block: string): [term: string, text: string][] {
  const [first, ...items] = `\n${block}`.split("\n- `");
  if (first !== "") return [];
  return items.map((item) => {
    const [, term = "", text = ""] = /^([^`]*)`: (.*)$/s.exec(item) ?? [];
    return [term, text.replace(/\n +/g, " ")];
  });
}
