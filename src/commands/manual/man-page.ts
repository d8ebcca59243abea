// Formats topics as man pages, in the macros of man(7).

import type { Manual } from "../../text/sentences.js";
import { type Block, wrap, wrapCommand } from "./page.js";
import type { Topic } from "./topic.js";

/** The version and date at the top of every page. */
export interface Edition {
  manual: Manual;
  version: string;
  /** `2026-11-26` */
  date: string;
}

/** Characters of a line of source; mandoc warns above 80. */
const LINE_LENGTH = 78;
/** Columns of an example: 80 without two margins. */
const EXAMPLE_COLUMNS = 68;

/** Returns a page. `seeAlso`: the names of other pages. */
export function manPage(name: string, topic: Topic, seeAlso: readonly string[], edition: Edition): string {
  const { manual, version, date } = edition;
  const { line, usage, whole } = topic;
  const pages = seeAlso.map((other) => `.BR ${escaped(other)} (1)`).join(" ,\n");
  const lines = [
    `.TH ${escaped(name.toUpperCase())} 1 ${date} "svscrub ${version}" "${manual.man.title}"`,
    // No justification or hyphenation: names and options stay as typed.
    ...[".ds AD l", ".nh"],
    ...[heading(manual.man.name), ...filled(`${name} - ${line}`)],
    ...[heading(manual.man.synopsis), styled(usage)],
    heading(manual.man.description),
    ...whole.flatMap((block, i) => linesOf(block, i === 0 || "title" in whole[i - 1]!)),
    ...[heading(manual.man.seeAlso), pages],
  ];
  return `${lines.join("\n")}\n`;
}

/** Returns a block's lines. `isFirst`: it follows a title. */
function linesOf(block: Block, isFirst: boolean): string[] {
  const apart = isFirst ? [] : [".PP"];
  if ("title" in block) return [heading(block.title)];
  if ("text" in block) return [...apart, ...filled(block.text)];
  if ("entries" in block) return block.entries.flatMap(({ term, text }) => [".TP", styled(term), ...filled(text)]);
  if ("program" in block)
    return [...apart, ".EX", ...block.program.split("\n").map((line) => guarded(escaped(line))), ".EE"];
  return block.examples.flatMap((example, i) => [
    ...(i === 0 ? apart : [".PP"]),
    ...[".EX", ...wrapCommand(example, EXAMPLE_COLUMNS, "").map((line) => guarded(escaped(line))), ".EE"],
  ]);
}

function heading(title: string): string {
  return `.SH ${escaped(title.replace(/:$/, "").toUpperCase())}`;
}

/** Returns text in short lines, which man refills. */
function filled(text: string): string[] {
  return wrap(escaped(text), LINE_LENGTH).map(guarded);
}

/** Sets literal arguments in bold and placeholders in italics. */
function styled(text: string): string {
  const words = text.trim().split(" ");
  return words.map((word) => `\\f${/^[^-]*\p{Lu}{2}|^N$/u.test(word) ? "I" : "B"}${escaped(word)}\\fR`).join(" ");
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti" },
};

/** Escapes characters that roff would replace. */
function escaped(text: string): string {
  return text
    .replace(/[\\'`^~-]/g, (sign) => SIGNS[sign]!)
    .replace(/[^ -~\n]/gu, (sign) => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** Escapes a line that begins like a macro. */
function guarded(line: string): string {
  return line.replace(/^\./, "\\&.");
}
