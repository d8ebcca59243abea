// Topics as man pages, in the macros of man(7).

import type { Manual } from "../../text/sentences.js";
import { type Block, wrap, wrapCommand } from "./page.js";
import type { Topic } from "./topic.js";

/** What stands at the top of every page. */
export interface Edition {
  manual: Manual;
  version: string;
  /** `2026-11-26` */
  date: string;
}

/** Characters of a line of text: mandoc finds more than 80 too long. */
const LINE_LENGTH = 78;
/** Columns of an example, which stands in a terminal of 80 behind two margins. */
const EXAMPLE_COLUMNS = 68;

/** `seeAlso`: the names of other pages. */
export function manPage(name: string, topic: Topic, seeAlso: readonly string[], edition: Edition): string {
  const { manual, version, date } = edition;
  const { line, usage, whole } = topic;
  const pages = seeAlso.map((other) => `.BR ${escaped(other)} (1)`).join(" ,\n");
  const lines = [
    `.TH ${escaped(name.toUpperCase())} 1 ${date} "svscrub ${version}" "${manual.man.title}"`,
    // Lines neither stretched nor parted within words: names and options stay as they are typed.
    ...[".ds AD l", ".nh"],
    ...[heading(manual.man.name), ...filled(`${name} - ${line}`)],
    ...[heading(manual.man.synopsis), styled(usage)],
    heading(manual.man.description),
    ...whole.flatMap((block, i) => linesOf(block, i === 0 || "title" in whole[i - 1]!)),
    ...[heading(manual.man.seeAlso), pages],
  ];
  return `${lines.join("\n")}\n`;
}

/** `isFirst`: it stands right below a title. */
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

/** Text in short lines, which man fills again. */
function filled(text: string): string[] {
  return wrap(escaped(text), LINE_LENGTH).map(guarded);
}

/** What is typed as it stands in bold, what is put in its place slanted. */
function styled(text: string): string {
  const words = text.trim().split(" ");
  return words.map((word) => `\\f${/^[^-]*\p{Lu}{2}|^N$/u.test(word) ? "I" : "B"}${escaped(word)}\\fR`).join(" ");
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti" },
};

/** Every character as it is typed. */
function escaped(text: string): string {
  return text
    .replace(/[\\'`^~-]/g, (sign) => SIGNS[sign]!)
    .replace(/[^ -~\n]/gu, (sign) => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** A line that begins like a macro is text all the same. */
function guarded(line: string): string {
  return line.replace(/^\./, "\\&.");
}
