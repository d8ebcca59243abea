// How hard the laws are tried.

/** Random runs of each law: few enough for every commit; LAW_RUNS=5000 for a night. */
export const LAW_RUNS = Number(process.env.LAW_RUNS ?? 30);
