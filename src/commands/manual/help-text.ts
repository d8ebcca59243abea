// Formats a command's help, short or complete.

import { manualIn } from "../../text/language.js";
import type { CommonHost } from "../command.js";
import type { TopicName } from "../options.js";
import { type Block, type Entry, shown } from "./page.js";
import { topicOf } from "./topic.js";

/** The smallest terminal. Its last line is the prompt. */
const SCREEN = { columns: 80, lines: 24 };
const EXAMPLES_OF_SHORT = 2;

/** Returns a command's help. */
export async function helpPage(name: TopicName, isWhole: boolean, host: CommonHost): Promise<string> {
  const topic = await topicOf(name, host);
  const { usage, options, commands, examples, rest, more } = await manualIn(host.sentences.language);
  const usageOf = { text: `${usage} ${topic.usage}` };
  if (isWhole) return shown([usageOf, ...topic.whole], host);
  const isAll = name === "";
  const commandsOf: Block[] = isAll
    ? [{ text: `${commands} ${topic.commands.map(({ term }) => term).join(", ")}` }]
    : topic.commands.length === 0
      ? []
      : [{ title: commands }, { entries: topic.commands }];
  const pageWith = (usual: readonly Entry[]): Block[] => [
    usageOf,
    { text: `${topic.line[0]!.toUpperCase()}${topic.line.slice(1)}.` },
    ...[{ title: options }, { entries: usual }],
    ...commandsOf,
    ...[{ title: examples }, { examples: topic.examples.slice(0, EXAMPLES_OF_SHORT) }],
    { text: isAll ? `${rest(topic.command)} ${more}` : rest(topic.command) },
  ];
  // The first sentence about each option, as far as a screen has room.
  const usual = topic.usual.map(({ term, text }) => ({ term, text: text.replace(/;.*/, "") }));
  const isTooLong = () =>
    shown(pageWith(usual), { columns: SCREEN.columns, colorOnStdout: false }).split("\n").length > SCREEN.lines;
  while (isTooLong()) usual.pop();
  return shown(pageWith(usual), host);
}
