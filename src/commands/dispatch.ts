// Finds the command that was typed and runs it. A command's code is loaded when it is run.

import { ExitCode, ScrubError } from "../errors.js";
import { isTerminal, kindOfPath, sizeOf } from "../files/paths.js";
import type { CommandName } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import { commandIn, firstOperand, HELP } from "./arguments.js";
import type { Command, CommonHost } from "./command.js";
import { subcommandsOf, type TopicName } from "./options.js";
import type { ScrubArguments } from "./scrub/arguments.js";

/** From this length on a thread is started for a list. */
const LARGE_BYTES = 8 * 1024 * 1024;

const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  scrub: async () => {
    const { parseScrubArguments } = await import("./scrub/arguments.js");
    // Loaded for a run only, not for help or wrong usage.
    const run = async (typed: ScrubArguments, host: CommonHost) => {
      // The thread that scans long lists starts now: its start takes as long as loading the rest and opening the first list.
      if ([...typed.lists, ...typed.suppress].some((path) => sizeOf(path) >= LARGE_BYTES))
        (await import("../lists/ahead-thread.js")).startAhead();
      return (await import("./scrub/scrub.js")).scrub(typed, host);
    };
    return { parse: parseScrubArguments, run };
  },
  check: async () => (await import("./check/check.js")).checkCommand,
  inspect: async () => (await import("./inspect/inspect.js")).inspectCommand,
  audit: async () => (await import("./audit/audit.js")).auditCommand,
  verify: async () => (await import("./verify/verify.js")).verifyCommand,
  registry: async () => (await import("./registry/registry.js")).registryCommand,
  "registry add": async () => (await import("./registry/add.js")).addCommand,
  "registry import": async () => (await import("./registry/import.js")).importCommand,
  "registry export": async () => (await import("./registry/export.js")).exportCommand,
  "registry history": async () => (await import("./registry/history.js")).historyCommand,
  "registry status": async () => (await import("./registry/status.js")).statusCommand,
  "registry void": async () => (await import("./registry/void.js")).voidCommand,
  "registry merge": async () => (await import("./registry/merge.js")).mergeCommand,
  "registry erase": async () => (await import("./registry/erase.js")).eraseCommand,
  demo: async () => (await import("./demo/demo.js")).demoCommand,
  completion: async () => (await import("./completion/completion.js")).completionCommand,
};

/** Runs the command that the first operand names; otherwise scrub. */
export async function runCommand(argv: readonly string[], host: CommonHost): Promise<ExitCode> {
  const { name, isHelp, rest } = commandIn(argv);
  const word = rest[firstOperand(rest)];
  if (isHelp) {
    if (name !== "" || word === undefined || word === HELP || word.startsWith("-"))
      return run(name, [...rest, "--help"], host);
    const { guidePage } = await import("./manual/guides.js");
    host.stdout(guidePage(word, subcommandsOf(""), host));
    return ExitCode.done;
  }
  if (name === "" && word === undefined && isTerminal(0) && isTerminal(1))
    return run("", argv.includes("--help") ? argv : ["-h"], host);
  if (name === "") refuseMistypedCommand(word);
  return run(name, rest, host);
}

/** `name`: empty for a scrub without its name. */
async function run(name: TopicName, words: readonly string[], host: CommonHost): Promise<ExitCode> {
  const command = await COMMANDS[name === "" ? "scrub" : name]();
  const typed = command.parse(words, host);
  if (!("show" in typed)) return command.run(typed, host);
  if (typed.show === "version") host.stdout(`${host.version}\n`);
  else {
    // Loaded when needed: start-up time counts.
    const { helpPage } = await import("./manual/help-text.js");
    host.stdout(await helpPage(name, typed.show === "full help", host));
  }
  return ExitCode.done;
}

/** Refuses a first operand that is no file and resembles a command's name. */
function refuseMistypedCommand(word: string | undefined): void {
  if (word === undefined || !/^\p{L}[\p{L}-]*$/u.test(word) || kindOfPath(word) !== "missing") return;
  const meant = nearest(word, [...subcommandsOf(""), HELP, "--version"]);
  if (meant !== undefined) throw new ScrubError(ExitCode.usage, "unknownCommand", [word, meant]);
}
