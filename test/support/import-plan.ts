// How an import is read where a test says nothing else of it.

import { isReview } from "../../src/registry/ledger-event.js";
import { readImport } from "../../src/registry/read-import.js";
import type { ImportPlan, Understood } from "../../src/registry/understanding.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";

export const IMPORT_PLAN: Omit<ImportPlan, "file" | "kind"> = {
  overrides: { columns: [], noHeader: false },
  columns: {},
  words: new Map(),
  channel: undefined,
  source: undefined,
  zone: EL_SALVADOR,
  own: new Set(),
};

/** Reads an import, with all that it asks for together. */
export async function readWanted(plan: ImportPlan) {
  let group: readonly Understood[] = [];
  let hasEmail = false;
  const read = await readImport(plan, Number.POSITIVE_INFINITY, async (all, known) => {
    group = all;
    hasEmail = known.hasEmail;
  });
  return {
    ...read,
    hasEmail,
    group,
    events: group.flatMap(({ wanted }) => wanted.filter((one) => !isReview(one))),
    reviews: group.flatMap(({ wanted }) => wanted.filter(isReview)),
    helps: group.flatMap(({ help }) => help ?? []),
  };
}
