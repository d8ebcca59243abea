import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NationalStates, type NumberState, SeenNumbers } from "../../src/suppression/country.js";
import { draws, forAll } from "../support/draws.js";

/** Few numbers, many of them in one chain, so that they meet in every way. */
const numbers = fc.oneof(
  fc.integer({ min: 70_123_440, max: 70_123_475 }).map((national) => `+503${national}`),
  fc.constantFrom("+50300000000", "+50399999999", "+50322221111"),
  fc.constantFrom("+5038001234", "+50380012345678", "+50422223333", "+15035551234", "+503701234567", "+5037012345"),
);
describe("the state of a number", () => {
  const STEPS = ["suppress", "see", "withhold"] as const;
  const AFTER: Record<NumberState, Record<(typeof STEPS)[number], NumberState>> = {
    free: { suppress: "suppressed", see: "seen", withhold: "withheld" },
    suppressed: { suppress: "suppressed", see: "suppressed", withhold: "suppressed" },
    seen: { suppress: "suppressed", see: "seen", withhold: "withheld" },
    withheld: { suppress: "suppressed", see: "withheld", withhold: "withheld" },
  };
  const WAY_TO: Record<NumberState, readonly (typeof STEPS)[number][]> = {
    free: [],
    suppressed: ["suppress"],
    seen: ["see"],
    withheld: ["withhold"],
  };
  const ALL: readonly NumberState[] = ["free", "suppressed", "seen", "withheld"];

  test("changes as it should from every state, by every step, and with it none of its neighbours in any state", () => {
    let number = 70_000_000;
    for (const state of ALL)
      for (const step of STEPS)
        for (const neighbours of ALL)
          for (let place = 0; place < 4; place++) {
            number += 8;
            const states = new StatesNear(number);
            for (let near = 0; near < 8; near++)
              for (const way of WAY_TO[near === place ? state : neighbours]!) states.all[way](number + near);
            states.all[step](number + place);
            const expected = Array.from({ length: 8 }, (_, near) =>
              near === place ? AFTER[state]![step] : neighbours,
            );
            expect(states.read()).toEqual(expected);
          }
  });
});

const SHARED_STATES = new NationalStates();

/** Eight numbers side by side, which no other test of them uses. */
class StatesNear {
  readonly all = SHARED_STATES;

  constructor(private readonly first: number) {}

  read(): NumberState[] {
    return Array.from({ length: 8 }, (_, near) => this.all.get(this.first + near));
  }
}

test("numbers that were seen, and withheld ones among them, are those that were added, of any length and country", () => {
  forAll(draws(60), fc.array(fc.tuple(numbers, fc.boolean()), { maxLength: 20 }), numbers, (added, asked) => {
    const seen = new SeenNumbers(new NationalStates());
    for (const [e164, withheld] of added) withheld ? seen.withhold(e164) : seen.see(e164);
    for (const e164 of [...added.map(([one]) => one), asked]) {
      const withheld = added.flatMap(([one, isWithheld]) => (one === e164 ? [isWithheld] : []));
      const state = withheld.includes(true) ? "withheld" : withheld.length > 0 ? "seen" : "free";
      expect(seen.stateOf(e164)).toBe(state);
    }
  });
});
