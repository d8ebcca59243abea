// How an import is read where a test says nothing else of it.

import type { ImportPlan } from "../../src/registry/import-plan.js";
import { readImport } from "../../src/registry/read-import.js";
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

/** Reads an import, with all that it asks for as objects. */
export async function readWanted(plan: ImportPlan) {
  const read = await readImport(plan);
  const { wanted } = read;
  const rows = Array.from({ length: wanted.length }, (_, row) => row);
  const eventsOf = (kind: "event" | "review") =>
    rows.flatMap((row) => {
      if (wanted.isHelp(row)) return [];
      const is = wanted.isReview(row) ? "review" : "event";
      return is === kind ? [wanted.eventAt(row)] : [];
    });
  const helps = rows.flatMap((row) => (wanted.isHelp(row) ? [wanted.helpAt(row)] : []));
  return { ...read, events: eventsOf("event"), reviews: eventsOf("review"), helps };
}
