// svscrub completion: the script that completes svscrub's own words in a shell, written from the commands' own options.

import { fileURLToPath } from "node:url";
import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { nearest } from "../text/nearest.js";
import { createProgram, parseOperands } from "./arguments.js";
import type { Command, Commands, CommonHost, HelpSetting, Shown } from "./command.js";
import { completables } from "./completable.js";
import { bashCommands } from "./completion-bash.js";
import { fishCommands } from "./completion-fish.js";
import { powershellCommands } from "./completion-powershell.js";
import { zshCommands } from "./completion-zsh.js";

/** The ending of each shell's script, shells/svscrub.ENDING, and what it needs to know of the commands. */
const SCRIPT = {
  bash: { ending: "bash", write: bashCommands },
  zsh: { ending: "zsh", write: zshCommands },
  fish: { ending: "fish", write: fishCommands },
  powershell: { ending: "ps1", write: powershellCommands },
};
type Shell = keyof typeof SCRIPT;
const SHELLS = Object.keys(SCRIPT) as Shell[];

/** The folder of the scripts in the package. */
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
        fileURLToPath(new URL(`svscrub.${SCRIPT[shell].ending}`, SCRIPTS)),
        ExitCode.io,
        "completion-script",
      ).toString();
      const written = SCRIPT[shell].write(await completables(commands, host));
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
