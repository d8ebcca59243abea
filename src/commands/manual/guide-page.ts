// What `svscrub help TOPIC` prints: a guide of src/text/en/guides, or of es/, in the terminal's width.

import { ExitCode, ScrubError } from "../../errors.js";
import { packagedText } from "../../files/packaged-text.js";
import { GUIDES } from "../../text/guides.js";
import { fixedWord, nearestWord, wordIn } from "../../text/typed-words.js";
import type { CommonHost } from "../command.js";
import { bold } from "../screen.js";
import { entriesOf, type Guide, guideIn } from "./guides.js";
import { entriesIn, wrap } from "./help-text.js";

/** Text in longer lines is hard to read. */
const WIDEST_TEXT = 100;

/** `commands`: what else may have been meant by a name that is no topic's. */
export async function guidePage(name: string, commands: readonly string[], host: CommonHost): Promise<string> {
  const { language } = host.sentences;
  const topic = fixedWord(name, GUIDES);
  if (topic !== undefined) return guideText(guideIn(language, topic), host.columns, host.colorOnStdout);
  const near = nearestWord(name, [...commands, ...GUIDES]);
  throw new ScrubError(ExitCode.usage, "unknownTopic", [name, near && wordIn(language, near)]);
}

export function guideText({ blocks }: Guide, columns: number, isColored: boolean): string {
  const width = Math.min(columns, WIDEST_TEXT);
  const shown = blocks.map((block, i) => {
    // A list stands right below its paragraph, and everything right below its title.
    const isBelow = i === 0 || block.startsWith("- ") || blocks[i - 1]!.startsWith("#");
    return `${isBelow ? "" : "\n"}${blockText(block, width, isColored)}`;
  });
  return `${shown.join("\n")}\n`;
}

function blockText(block: string, width: number, isColored: boolean): string {
  const [, title] = /^## (.*)$/.exec(block) ?? [];
  if (title !== undefined)
    return wrap(`${title}:`, width, "")
      .map((line) => bold(line, isColored))
      .join("\n");
  const [, program] = /^\[(.*)\]\(.*\)$/.exec(block) ?? [];
  // Its lines are neither wrapped nor indented: whoever reads them takes them into a file.
  if (program !== undefined) return packagedText(`commands/manual/${program}`).trimEnd();
  const entries = entriesOf(block);
  return (entries.length > 0 ? entriesIn(entries, width) : wrap(block.replaceAll("\n", " "), width, "")).join("\n");
}
