// How hard the laws are tried.

import { draws } from "../support/draws.js";

/** Random runs of each law: few enough for every commit. */
export const LAW_RUNS = draws(20);
