// A suppression list as it is asked for where a test says nothing else of it.

import type { ListPlan } from "../../src/suppression/trust.js";

/** `maxUnreadable`: how much of it may be no number. */
export function listPlan(name: string, path: string, maxUnreadable = 0.01): ListPlan {
  return {
    source: { name, path },
    overrides: { noHeader: false, columns: [] },
    terms: {
      ...{ maxAge: undefined, asOf: undefined, minEntries: undefined, baseline: undefined },
      ...{ maxUnreadable, maxRange: undefined, allowEmpty: false, allowUnproven: false },
    },
    liftsOthers: false,
  };
}
