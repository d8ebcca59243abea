// svscrub registry merge: adds the events of other registries as they are.

import { ExitCode, ScrubError } from "../../errors.js";
import { isSamePlace } from "../../files/paths.js";
import { merge } from "../../registry/merge.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { warn } from "../screen.js";
import { printCounts, refuseNearName, warnOfTorn } from "./shared.js";

export const mergeCommand = commandOf("registry merge", run);

async function run({ operands: others, registry, quiet }: TypedOf<"registry merge">, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  host.refuseArgumentFiles([registry]);
  const same = others.find((other) => isSamePlace(other, registry));
  if (same !== undefined) throw new ScrubError(ExitCode.usage, "outputIsInput", [same], { file: registry });
  refuseNearName(registry);
  const merged = await merge(others, registry);
  host.published();
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
