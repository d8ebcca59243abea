// svscrub registry merge: adds the events of other registries as they are.

import { ExitCode, ScrubError } from "../../errors.js";
import { isSamePlace } from "../../files/paths.js";
import { Merging } from "../../registry/merge.js";
import { Recorder } from "../../registry/record.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { warn } from "../screen.js";
import { destinationOf, printCounts, warnOfTorn } from "./shared.js";

export const mergeCommand = commandOf("registry merge", run);

async function run({ operands: others, registry, quiet }: TypedOf<"registry merge">, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  const recorder = new Recorder(destinationOf({ registry, ack: undefined, ackTemplate: undefined }, host));
  const same = others.find((other) => isSamePlace(other, registry));
  if (same !== undefined) throw new ScrubError(ExitCode.usage, "outputIsInput", [same], { file: registry });
  const { read, unfinished } = await new Merging(recorder).merge(others);
  host.published();
  for (const { file, line } of recorder.torn) warnOfTorn(file, line, host);
  for (const { file, line } of unfinished) warn(words.tornThere(file, line), host);
  if (!quiet) {
    const { "opt-out": optOuts = 0, "opt-in": optIns = 0, void: voids = 0 } = recorder.counts;
    const added = Object.values(recorder.counts).reduce((sum, count) => sum + count, 0);
    printCounts(
      [
        [words.read, read],
        [words.optOuts, optOuts],
        [words.optIns, optIns],
        [words.takenBack, voids],
        [words.otherEvents, added - optOuts - optIns - voids],
        [words.known, read - added],
      ],
      host,
    );
  }
  return ExitCode.done;
}
