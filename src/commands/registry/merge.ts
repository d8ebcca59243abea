// svscrub registry merge: the events of other registries are taken in as they are.

import { ExitCode, ScrubError } from "../../errors.js";
import { isSamePlace } from "../../files/paths.js";
import { merge } from "../../registry/merge.js";
import { createProgram, parseOperands } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { warn, watched } from "../screen.js";
import { printCounts, refuseNearName, required, warnOfTorn } from "./shared.js";

interface MergeArguments extends Omit<ArgumentsOf<"registry merge">, "registry"> {
  registry: string;
  others: readonly string[];
}

export const mergeCommand: Command<MergeArguments> = { parse, run: sayingAll(runMerge) };

function parse(words: readonly string[], setting: HelpSetting): MergeArguments | Shown {
  const program = createProgram("registry merge", setting);
  const shown = parseOperands(program, words);
  if (shown !== undefined) return shown;
  const typed = program.opts() as MergeArguments;
  required(program.args[0], "FILE", program);
  return { ...typed, registry: required(typed.registry, "--registry", program), others: program.args };
}

async function runMerge({ others, registry, quiet }: MergeArguments, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  host.refuseArgumentFiles([registry]);
  const same = others.find((other) => isSamePlace(other, registry));
  if (same !== undefined) throw new ScrubError(ExitCode.usage, "outputIsInput", [same], { file: registry });
  refuseNearName(registry);
  host.records();
  const merged = await watched(quiet, host, (show) => merge(others, registry, show));
  host.recorded();
  warnOfTorn(registry, merged.tornLine, host);
  for (const { file, line } of merged.unfinished) warn(words.tornThere(file, line), host);
  if (!quiet) {
    const { "opt-out": optOuts = 0, "opt-in": optIns = 0, void: voids = 0 } = merged.added;
    const added = Object.values(merged.added).reduce((sum, count) => sum + count, 0);
    printCounts(
      [
        [words.read, merged.read],
        [words.optOuts, optOuts],
        [words.optIns, optIns],
        [words.takenBack, voids],
        [words.otherEvents, added - optOuts - optIns - voids],
        [words.known, merged.read - added],
      ],
      host,
    );
  }
  return ExitCode.done;
}
