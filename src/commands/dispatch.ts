// Which command was meant, and the table of them all. A command's code is loaded when it is run.

import { ExitCode, ScrubError } from "../errors.js";
import { kindOfPath } from "../files/paths.js";
import type { HelpSentences, TopCommandName } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import { firstOperand, type HelpSetting } from "./arguments.js";
import type { Command, Commands, CommonHost } from "./command.js";
import type { ScrubArguments } from "./scrub-arguments.js";

const COMMANDS: Readonly<Record<TopCommandName, Commands[string]>> = {
  scrub: async () => {
    const { parseScrubArguments, scrubProgram } = await import("./scrub-arguments.js");
    // Not for its help and its slips, which are also what `svscrub` alone shows.
    const run = async (typed: ScrubArguments, host: CommonHost) => (await import("./scrub.js")).scrub(typed, host);
    return { program: scrubProgram, parse: parseScrubArguments, run };
  },
  check: async () => (await import("./check.js")).checkCommand,
  inspect: async () => (await import("./inspect.js")).inspectCommand,
  audit: async () => (await import("./audit.js")).auditCommand,
  verify: async () => (await import("./verify.js")).verifyCommand,
  registry: async () => (await import("./registry.js")).registryCommand,
  completion: async () => (await import("./completion.js")).completionCommand(COMMANDS),
};
const NAMES = Object.keys(COMMANDS) as TopCommandName[];
const HELP = "help";

/** Runs the command that is named first, common options aside; without a name, scrub. */
export async function runCommand(argv: readonly string[], host: CommonHost): Promise<ExitCode> {
  const at = firstOperand(argv);
  const word = argv[at];
  const rest = [...argv.slice(0, at), ...argv.slice(at + 1)];
  const overview = describeCommands(host.sentences.help);
  if (word === HELP) {
    const asked = rest[firstOperand(rest)];
    if (asked === undefined || asked === HELP || asked.startsWith("-"))
      return run(COMMANDS, "scrub", ["--help"], host, overview);
    if (!isCommand(asked)) throw new ScrubError(ExitCode.usage, "unknownCommand", [asked, nearest(asked, NAMES)]);
    return run(COMMANDS, asked, [...rest.filter((typed) => typed !== asked), "--help"], host);
  }
  if (word !== undefined && isCommand(word)) return run(COMMANDS, word, rest, host);
  refuseMistypedCommand(word);
  return run(COMMANDS, "scrub", argv, host, overview);
}

async function run(
  commands: Commands,
  name: string,
  words: readonly string[],
  host: CommonHost,
  overview?: string,
): Promise<ExitCode> {
  const command: Command = await commands[name]!();
  const at = firstOperand(words);
  const word = words[at];
  if (word !== undefined && command.commands !== undefined && Object.hasOwn(command.commands, word))
    return run(command.commands, word, [...words.slice(0, at), ...words.slice(at + 1)], host);
  const { sentences, version, columns } = host;
  const setting: HelpSetting = { sentences, version, columns, ...(overview === undefined ? {} : { overview }) };
  const typed = command.parse(words, setting);
  if (!("show" in typed)) return command.run(typed, host);
  host.stdout(typed.show);
  return ExitCode.done;
}

function isCommand(word: string): word is TopCommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** A word that no file bears and that is nearly a command's name: as a phone list it would only not be found. */
function refuseMistypedCommand(word: string | undefined): void {
  if (word === undefined || !/^[a-z]+$/i.test(word) || kindOfPath(word) !== "missing") return;
  const meant = nearest(word, [...NAMES, HELP]);
  if (meant !== undefined) throw new ScrubError(ExitCode.usage, "unknownCommand", [word, meant]);
}

function describeCommands({ commands, command, more }: HelpSentences): string {
  const width = Math.max(...NAMES.map((name) => name.length));
  return [commands, ...NAMES.map((name) => `  ${name.padEnd(width)}  ${command[name].line}`), "", more].join("\n");
}
