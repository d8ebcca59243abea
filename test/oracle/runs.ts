// How hard the laws of the oracle are tried, in one place.

const RECORDS = Number(process.env.SVSCRUB_RUNS ?? 0);

/**
 * The runs of a law and the records that each of them judges: few in `npm test`; with `SVSCRUB_RUNS=20000` so many runs
 * of larger lists that they judge that many records.
 */
export function batches(usual: { runs: number; records: number }, larger = 10 * usual.records): typeof usual {
  // Lists are drawn up to a fifth shorter than asked for.
  return RECORDS > 0 ? { runs: Math.ceil(RECORDS / (0.8 * larger)), records: larger } : usual;
}
