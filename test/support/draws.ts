// The random draws of the tests: where they begin, and how many there are.

import fc from "fast-check";

/** The same in every run, so that a test that passes once passes always. `npm run fuzz` draws new ones. */
export const SEED = Number(process.env.SVSCRUB_SEED ?? 1);

/** Where everything is to be tried, as many draws as usual; otherwise the first of them. */
const SHARE = process.env.SVSCRUB_TEST_ALL === "1" ? 1 : 0.4;

/** As many draws as usual, or SVSCRUB_RUNS times as many. */
export function draws(usual: number): number {
  return Math.ceil(usual * Number(process.env.SVSCRUB_RUNS ?? SHARE));
}

type Arbitraries<Ts> = { [K in keyof Ts]: fc.Arbitrary<Ts[K]> };

/** A law: what is said holds for so many draws of these. */
export function forAll<Ts extends [unknown, ...unknown[]]>(
  numRuns: number,
  ...law: [...drawn: Arbitraries<Ts>, says: (...values: Ts) => void]
): void {
  fc.assert(fc.property<Ts>(...law), { numRuns });
}

/** The same of what has to be waited for. */
export async function forAllAsync<Ts extends [unknown, ...unknown[]]>(
  numRuns: number,
  ...law: [...drawn: Arbitraries<Ts>, says: (...values: Ts) => Promise<void>]
): Promise<void> {
  await fc.assert(fc.asyncProperty<Ts>(...law), { numRuns });
}
