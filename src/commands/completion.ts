// svscrub completion: the script that completes svscrub's own words in a shell, written from the commands' own options.

import { fileURLToPath } from "node:url";
import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { nearest } from "../text/nearest.js";
import { createProgram, type HelpSetting, parseOperands, type Shown } from "./arguments.js";
import type { Command, Commands, CommonHost } from "./command.js";
import { completables } from "./completable.js";
import { bashCommands } from "./completion-bash.js";
import { fishCommands } from "./completion-fish.js";
import { zshCommands } from "./completion-zsh.js";

/** What each shell's script needs to know of the commands; the script itself is shells/svscrub.SHELL. */
const WRITERS = { bash: bashCommands, zsh: zshCommands, fish: fishCommands };
type Shell = keyof typeof WRITERS;
const SHELLS = Object.keys(WRITERS) as Shell[];

/** Where the scripts stand in the package, beside bin/ and dist/. */
const SCRIPTS = new URL("../../src/commands/shells/", import.meta.url);
/** The line in whose place the commands stand. */
const PLACE = "# <commands>\n";

interface CompletionArguments {
  shell: Shell;
}

/** `commands`: the table of them all, this one too. */
export function completionCommand(commands: Commands): Command<CompletionArguments> {
  return {
    program: programOf,
    words: SHELLS,
    parse,
    async run({ shell }, host: CommonHost) {
      const script = readWhole(
        fileURLToPath(new URL(`svscrub.${shell}`, SCRIPTS)),
        ExitCode.io,
        "completion-script",
      ).toString();
      const written = WRITERS[shell](await completables(commands, host));
      host.stdout(script.replace(PLACE, () => `${written}\n`));
      return ExitCode.done;
    },
  };
}

function programOf(setting: HelpSetting) {
  return createProgram("completion", SHELLS.join("|"), "[SHELL]", setting, () => {});
}

function parse(words: readonly string[], setting: HelpSetting): CompletionArguments | Shown {
  const program = programOf(setting);
  const shown = parseOperands(program, words, 1);
  if (shown !== undefined) return shown;
  const [typed] = program.args;
  const shell = SHELLS.find((name) => name === typed);
  if (shell !== undefined) return { shell };
  const meant = typed === undefined ? undefined : nearest(typed, SHELLS);
  throw new ScrubError(ExitCode.usage, "unknownShell", [typed, meant, SHELLS]);
}
