// svscrub completion: the script by which a shell asks svscrub itself, at every TAB, what may stand there (complete.ts).

import { ExitCode, ScrubError } from "../../errors.js";
import { readWhole } from "../../files/input.js";
import { nearest } from "../../text/nearest.js";
import { createProgram, parseWords } from "../arguments.js";
import { type Command, type CommonHost, type HelpSetting, packagedFile, type Shown } from "../command.js";
import { PROTOCOLS } from "./shells.js";

type Shell = keyof typeof PROTOCOLS;
const SHELLS = Object.keys(PROTOCOLS) as Shell[];

export const completionCommand: Command<{ shell: Shell }> = {
  words: SHELLS,
  parse,
  async run({ shell }, host: CommonHost) {
    const ending = shell === "powershell" ? "ps1" : shell;
    const file = packagedFile(`src/commands/completion/shells/svscrub.${ending}`);
    const script = readWhole(file, ExitCode.io, "packaged-file").toString();
    // It asks in the language in which it is written.
    host.stdout(script.replace("LANGUAGE", host.sentences.language));
    return ExitCode.done;
  },
};

function parse(words: readonly string[], setting: HelpSetting): { shell: Shell } | Shown {
  const program = createProgram("completion", setting, words);
  const shown = parseWords(program, words);
  if (shown !== undefined) return shown;
  const [typed] = program.args;
  const shell = SHELLS.find((name) => name === typed);
  if (shell !== undefined) return { shell };
  const meant = typed === undefined ? undefined : nearest(typed, SHELLS);
  throw new ScrubError(ExitCode.usage, "unknownShell", [typed, meant, SHELLS]);
}
