// The type of everything that help pages and man pages say beside the options, as English says it.

import type { manual } from "./en/manual.js";

/** A text missing in another language does not compile. */
export type Manual = typeof manual;
