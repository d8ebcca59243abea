// Which command was meant, and the table of them all. A command's code is loaded when it is run.

import { ExitCode, ScrubError } from "../errors.js";
import { isTerminal, kindOfPath } from "../files/paths.js";
import type { CommandName, TopCommandName } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import { asksForHelp, firstOperand } from "./arguments.js";
import type { Command, Commands, CommonHost } from "./command.js";
import { startThreadOf } from "./large-run.js";
import type { TopicName } from "./options.js";
import type { ScrubArguments } from "./scrub/arguments.js";

export const COMMANDS: Readonly<Record<TopCommandName, Commands[string]>> = {
  scrub: async () => {
    const { parseScrubArguments } = await import("./scrub/arguments.js");
    // Not for its help and its slips, which are also what `svscrub` alone shows.
    const run = async (typed: ScrubArguments, host: CommonHost) => {
      await startThreadOf([...typed.lists, ...typed.suppress]);
      return (await import("./scrub/scrub.js")).scrub(typed, host);
    };
    return { parse: parseScrubArguments, run };
  },
  check: async () => (await import("./check/check.js")).checkCommand,
  inspect: async () => (await import("./inspect/inspect.js")).inspectCommand,
  audit: async () => (await import("./audit/audit.js")).auditCommand,
  verify: async () => (await import("./verify/verify.js")).verifyCommand,
  registry: async () => (await import("./registry/registry.js")).registryCommand,
  demo: async () => (await import("./demo/demo.js")).demoCommand,
  completion: async () => (await import("./completion/completion.js")).completionCommand,
};
const NAMES = Object.keys(COMMANDS) as TopCommandName[];
const [HELP, AYUDA] = ["help", "ayuda"];

/** Runs the command that is named first, common options aside; without a name, scrub. */
export async function runCommand(argv: readonly string[], host: CommonHost): Promise<ExitCode> {
  const at = firstOperand(argv);
  const word = argv[at];
  const rest = [...argv.slice(0, at), ...argv.slice(at + 1)];
  if (word === HELP || word === AYUDA) {
    const asked = rest[firstOperand(rest)];
    if (asked === undefined || asked === HELP || asked.startsWith("-")) return run("", ["--help"], host);
    if (!isCommand(asked)) {
      const { guidePage } = await import("./manual/guides.js");
      host.stdout(guidePage(asked, NAMES, host));
      return ExitCode.done;
    }
    return run(asked, [...rest.filter((typed) => typed !== asked), "--help"], host);
  }
  if (word !== undefined && isCommand(word)) return run(word, rest, host);
  if (word === undefined && isTerminal(0) && isTerminal(1) && !asksForHelp(argv)) return run("", ["-h"], host);
  refuseMistypedCommand(word);
  return run("", argv, host);
}

/** `name`: empty for a scrub that was not named. */
async function run(
  name: TopicName,
  words: readonly string[],
  host: CommonHost,
  load: Commands[string] = COMMANDS[(name || "scrub") as TopCommandName],
): Promise<ExitCode> {
  const command: Command = await load();
  const behind = command.commands ?? {};
  const at = firstOperand(words);
  const word = words[at];
  if (word !== undefined && Object.hasOwn(behind, word))
    return run(`${name} ${word}` as CommandName, [...words.slice(0, at), ...words.slice(at + 1)], host, behind[word]);
  const typed = command.parse(words, host);
  if (!("show" in typed)) return command.run(typed, host);
  if (typed.show === "version") host.stdout(`${host.version}\n`);
  else {
    // Loaded for whoever asks: start-up time counts.
    const { helpPage } = await import("./manual/help-text.js");
    host.stdout(await helpPage(name, typed.show === "full help", host));
  }
  return ExitCode.done;
}

function isCommand(word: string): word is TopCommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** A word that no file bears and that is nearly a command's name: as a phone list it would only not be found. */
function refuseMistypedCommand(word: string | undefined): void {
  if (word === undefined || !/^\p{L}[\p{L}-]*$/u.test(word) || kindOfPath(word) !== "missing") return;
  const meant = nearest(word, [...NAMES, HELP, "--version"]);
  if (meant !== undefined) throw new ScrubError(ExitCode.usage, "unknownCommand", [word, meant]);
}
