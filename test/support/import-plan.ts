// How an import is read where a test says nothing else of it.

import type { ImportPlan } from "../../src/registry/import-plan.js";
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
