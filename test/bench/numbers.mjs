// The people of the benchmark: person i has one number, and the first n persons are those who opted out.

/** Mobiles 5…, 6…, 7… and fixed lines 21… to 26…: all of them in the numbering plan. */
export const PERSONS = 36_000_000;
const MOBILES = 30_000_000;
/** Coprime to PERSONS, so that every person has another number and neighbours are far apart. */
const STEP = 22_249_223;
/** STEP's inverse: STEP * BACK % PERSONS is 1. */
const BACK = 32_751_287;

/** The 8-digit national number of a person. */
export function numberOf(person) {
  const place = (person * STEP) % PERSONS;
  return place < MOBILES ? 50_000_000 + place : 21_000_000 + place - MOBILES;
}

/** Whose number this is; not a person where it is nobody's. */
export function personOf(number) {
  const isMobile = number >= 50_000_000 && number < 80_000_000;
  if (!isMobile && !(number >= 21_000_000 && number < 27_000_000)) return PERSONS;
  const place = isMobile ? number - 50_000_000 : number - 21_000_000 + MOBILES;
  return (place * BACK) % PERSONS;
}

/** mulberry32: small, seeded, the same everywhere. */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
