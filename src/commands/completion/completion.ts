// svscrub completion: prints the script by which a shell calls complete.ts at every TAB.

import { ExitCode } from "../../errors.js";
import { readWhole } from "../../files/input.js";
import { commandOf } from "../arguments.js";
import { packagedFile } from "../command.js";
import { TAKES } from "../options.js";
import { oneOf } from "../typed-values.js";

export const completionCommand = commandOf("completion", async ({ operands: [typed] }, host) => {
  const shell = oneOf(TAKES.completion.words)("SHELL", typed!);
  const file = packagedFile(`src/commands/completion/shells/svscrub.${shell === "powershell" ? "ps1" : shell}`);
  const script = readWhole(file, ExitCode.io, "packaged-file").toString();
  // The script asks in the language in which it was printed.
  host.stdout(script.replace("LANGUAGE", host.sentences.language));
  return ExitCode.done;
});
