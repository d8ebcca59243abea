// The outputs of a run and their writers. An output or a format more is a file and a row of `openWriters`.

import type { OutputFile } from "../files/output.js";
import type { OpenedList } from "../lists/open.js";
import { packAsSheet, type WorkbookPacker } from "../lists/sheet-output.js";
import { FlagWriter, RemovedWriter } from "./appending-writers.js";
import { CleanWriter, NormalWriter } from "./clean-writers.js";
import type { Policy } from "./rules.js";
import type { NamedLists } from "./sources.js";

/** `flagged`: all records with their dispositions, in place of a clean list. */
export type OutputRole = "clean" | "flagged" | "removed";

export type ScrubOutputs = Record<OutputRole, OutputFile | undefined>;

export interface Writers {
  clean?: CleanWriter | NormalWriter | undefined;
  flagged?: FlagWriter | undefined;
  removed?: RemovedWriter | undefined;
}

/** Creates the writers with the first list, and the packers of those that are workbooks. */
export async function openWriters(
  { clean, flagged, removed }: ScrubOutputs,
  list: OpenedList,
  { policy: { format }, normalizes }: { policy: Policy; normalizes?: boolean },
  lists: NamedLists,
): Promise<{ writers: Writers; sheets: readonly WorkbookPacker[] }> {
  const packing = [packAsSheet(clean, list), packAsSheet(flagged, list, true), packAsSheet(removed, list, true)];
  const sheets = (await Promise.all(packing)).flatMap((packer) => packer ?? []);
  const writers = {
    clean: clean && new (normalizes ? NormalWriter : CleanWriter)(clean, list, format),
    flagged: flagged && new FlagWriter(flagged, list, lists, format),
    removed: removed && new RemovedWriter(removed, list, lists),
  };
  return { writers, sheets };
}
