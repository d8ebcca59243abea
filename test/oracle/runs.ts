// How hard the laws of the oracle are tried, in one place.

const DRAWS = Number(process.env.SVSCRUB_RUNS ?? 0);

/** Draws of a law: few in `npm test`; with `SVSCRUB_RUNS=20000` that many. */
export function draws(usual: number): number {
  return DRAWS > 0 ? DRAWS : usual;
}

/** Records that one run of the program judges, and the number of runs: with `SVSCRUB_RUNS` few runs judge many records. */
export function batches(usual: { runs: number; records: number }): { runs: number; records: number } {
  const records = 500;
  return DRAWS > 0 ? { runs: Math.ceil(DRAWS / records), records } : usual;
}
