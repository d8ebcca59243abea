// What `svscrub help TOPIC` prints: a guide of src/text/en/guides.ts, or of es/, in the terminal's width.

import { ExitCode, ScrubError } from "../../errors.js";
import { readWhole } from "../../files/input.js";
import type { Guide, GuidePart } from "../../text/guide.js";
import type { GuideName } from "../../text/guides.js";
import { guidesIn } from "../../text/language.js";
import { fixedWord, nearestWord, wordIn } from "../../text/typed-words.js";
import { type CommonHost, packagedFile } from "../command.js";
import { bold } from "../screen.js";
import { entriesIn, wrap } from "./help-text.js";

/** Text in longer lines is hard to read. */
const WIDEST_TEXT = 100;

/** `commands`: what else may have been meant by a name that is no topic's. */
export async function guidePage(name: string, commands: readonly string[], host: CommonHost): Promise<string> {
  const guides = await guidesIn(host.sentences.language);
  const topics = Object.keys(guides) as GuideName[];
  const topic = fixedWord(name, topics);
  if (topic !== undefined) return guideText(guides[topic], host.columns, host.colorOnStdout);
  const near = nearestWord(name, [...commands, ...topics]);
  throw new ScrubError(ExitCode.usage, "unknownTopic", [name, near && wordIn(host.sentences.language, near)]);
}

export function guideText(guide: Guide, columns: number, isColored: boolean): string {
  const width = Math.min(columns, WIDEST_TEXT);
  return `${guide.parts.map((part) => partText(part, width, isColored)).join("\n\n")}\n`;
}

function partText({ title, text, program, entries }: GuidePart, width: number, isColored: boolean): string {
  return [
    ...(title === undefined ? [] : wrap(`${title}:`, width, "").map((line) => bold(line, isColored))),
    ...(text === undefined ? [] : wrap(text, width, "")),
    ...(program === undefined ? [] : [programText(program)]),
    ...(entries === undefined ? [] : entriesIn(entries, width)),
  ].join("\n");
}

/** Its lines are neither wrapped nor indented: whoever reads them takes them into a file. */
function programText(name: string): string {
  return readWhole(packagedFile(`src/commands/manual/${name}`), ExitCode.io, "packaged-file")
    .toString()
    .trimEnd();
}
