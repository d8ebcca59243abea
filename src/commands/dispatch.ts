// Which command was meant, and the table of them all. A command's code is loaded when it is run.

import { ExitCode, ScrubError } from "../errors.js";
import { kindOfPath } from "../files/paths.js";
import type { HelpSentences, TopCommandName } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import type { HelpSetting } from "./arguments.js";
import type { Command } from "./command.js";
import type { CommonHost } from "./host.js";
import type { ScrubArguments } from "./scrub-arguments.js";

type Run = (words: readonly string[], host: CommonHost, overview?: string) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<TopCommandName, Run>> = {
  scrub: async (words, host, overview) => {
    const { parseScrubArguments } = await import("./scrub-arguments.js");
    // Not for its help and its slips, which are also what `svscrub` alone shows.
    const run = async (typed: ScrubArguments) => (await import("./scrub.js")).scrub(typed, host);
    return parseAndRun(parseScrubArguments, run, words, host, overview);
  },
  check: async (...typed) => start((await import("./check.js")).checkCommand, ...typed),
  inspect: async (...typed) => start((await import("./inspect.js")).inspectCommand, ...typed),
  audit: async (...typed) => start((await import("./audit.js")).auditCommand, ...typed),
  verify: async (...typed) => start((await import("./verify.js")).verifyCommand, ...typed),
  registry: async (words, host) => {
    const { registryCommand } = await import("./registry.js");
    const { command, rest } = await registryCommand(words, firstOperand(words));
    return start(command, rest, host);
  },
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
      return COMMANDS.scrub(["--help"], host, overview);
    if (!isCommand(asked)) throw new ScrubError(ExitCode.usage, "unknownCommand", [asked, nearest(asked, NAMES)]);
    return COMMANDS[asked]([...rest.filter((typed) => typed !== asked), "--help"], host);
  }
  if (word !== undefined && isCommand(word)) return COMMANDS[word](rest, host);
  refuseMistypedCommand(word);
  return COMMANDS.scrub(argv, host, overview);
}

/** A command that may say more than every run may. */
function start<T extends object>(
  { parse, run }: Command<T>,
  words: readonly string[],
  host: CommonHost,
  overview?: string,
): Promise<ExitCode> {
  return parseAndRun(parse, async (typed) => run(typed, await host.withAllSentences()), words, host, overview);
}

async function parseAndRun<T extends object>(
  parse: Command<T>["parse"],
  run: (typed: T) => Promise<ExitCode>,
  words: readonly string[],
  host: CommonHost,
  overview?: string,
): Promise<ExitCode> {
  const { sentences, version, columns } = host;
  const setting: HelpSetting = { sentences, version, columns, ...(overview === undefined ? {} : { overview }) };
  const typed = parse(words, setting);
  if (!("show" in typed)) return run(typed);
  host.stdout(typed.show);
  return ExitCode.done;
}

/** Where the first word stands that is no common option. */
function firstOperand(words: readonly string[]): number {
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--lang" || word === "--color") at++;
    else if (!/^(?:-q|--quiet|--(?:lang|color)=.*)$/.test(word)) break;
  }
  return at;
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
