// The kernel judges phone cells by the types and the states of their numbers. Under every policy the rules must decide as it
// does, and look at nothing else: a rule that needs more has to be told to the kernel, or left by it.

import { expect, test } from "vitest";
import { READING_CODES } from "../../src/lists/readings.js";
import type { PhoneNumber, UnreadReason } from "../../src/phone/number.js";
import { barrierOf, decide, NUMBER_TYPES, type Policy } from "../../src/scrub/rules.js";

type State = "free" | "suppressed" | "seen" | "withheld";
type Known = { type: PhoneNumber["type"]; state: State };

interface Cell {
  numbers: readonly Known[];
  candidates: readonly State[];
  reason: UnreadReason | undefined;
}
type Situation = readonly Cell[];

const KINDS = [...NUMBER_TYPES, "foreign" as const].flatMap((type) =>
  (["free", "suppressed", "seen", "withheld"] as const).map((state): Known => ({ type, state })),
);
const [FREE, SUPPRESSED] = [{ type: "fixed", state: "free" } as const, { type: "fixed", state: "suppressed" } as const];
const FOREIGN = { type: "foreign", state: "free" } as const;
const CELLS: readonly Cell[] = [
  ...KINDS.flatMap((one) => [
    { numbers: [one], candidates: [], reason: undefined },
    { numbers: [one, FREE], candidates: ["free" as const], reason: undefined },
    ...[[FREE], [SUPPRESSED, SUPPRESSED], [FOREIGN, SUPPRESSED]].map((others) => ({
      ...{ numbers: [one, ...others], candidates: [], reason: undefined },
    })),
  ]),
  ...READING_CODES.reasons
    .slice(1)
    .flatMap((reason) =>
      (["free", "suppressed"] as const).map((state) => ({ numbers: [], candidates: [state], reason })),
    ),
];
const SITUATIONS: readonly Situation[] = [
  ...CELLS.map((cell) => [cell]),
  ...CELLS.flatMap((cell, i) => [1, 2, 5, 11].map((step) => [cell, CELLS[(i + step) % CELLS.length]!])),
];

const FLAGS = [false, true];
const POLICIES = [[], ...NUMBER_TYPES.map((type) => [type]), NUMBER_TYPES].flatMap((types) =>
  FLAGS.flatMap((keepDuplicates) =>
    FLAGS.flatMap((keepForeign) =>
      (["any", "sms"] as const).flatMap((channel) =>
        (["e164", "original"] as const).map(
          (format): Policy => ({ channel, types: new Set(types), keepDuplicates, keepForeign, format }),
        ),
      ),
    ),
  ),
);

/** What assembly/rules.ts decides for phone cells; undefined where it leaves them to the rules. */
function byKernel(cells: Situation, policy: Policy): string | undefined {
  const numbers = cells.flatMap((cell) => cell.numbers);
  const states = [...numbers.map(({ state }) => state), ...cells.flatMap(({ candidates }) => candidates)];
  const foreign = numbers.filter(({ type }) => type === "foreign");
  if (foreign.length > 0 && (policy.keepForeign || foreign.some(({ state }) => state === "suppressed")))
    return undefined;
  const optedOut = states.filter((state) => state === "suppressed").length;
  if (optedOut > 0) return optedOut === 1 ? "opted-out" : undefined;
  const contactable = (cell: Cell) => cell.numbers.filter(({ type }) => barrierOf(type, policy) === undefined);
  const kept = cells.map((cell) => contactable(cell).find(({ state }) => state !== "withheld"));
  const primary = kept.find((one) => one !== undefined);
  if (primary !== undefined) {
    if (primary.state === "seen" && !policy.keepDuplicates) return "duplicate";
    const losesNumber = cells.some((cell, i) => cell.numbers.length > 0 && kept[i] === undefined);
    const isUntouched = policy.format === "original" && states.length > 1;
    return foreign.length > 0 || losesNumber || isUntouched ? undefined : "clean";
  }
  if (cells.some((cell) => contactable(cell).length > 0)) return "duplicate";
  const barriers = numbers.map(({ type }) => barrierOf(type, policy));
  const barrier = barriers.find((one) => one !== "foreign") ?? barriers[0];
  return barrier ?? cells.find(({ reason }) => reason !== "empty")?.reason ?? "empty";
}

/** An E.164 that can be looked up and returned; whoever reads it throws. */
function opaque(): string {
  const read = () => {
    throw new Error("a rule reads a number's digits");
  };
  return new Proxy({}, { get: read, has: read, ownKeys: read }) as string;
}

function byRules(cells: Situation, policy: Policy): string {
  const states = new Map<string, State>();
  // A number that was neither looked up nor returned may have been compared, which can't be seen.
  const unasked = new Set<string>();
  const put = (state: State) => {
    const e164 = opaque();
    states.set(e164, state);
    unasked.add(e164);
    return e164;
  };
  const stateOf = (e164: string) => {
    unasked.delete(e164);
    return states.get(e164)!;
  };
  const read = cells.map(({ numbers, candidates, reason }) => ({
    ...{ numbers: numbers.map(({ type, state }) => ({ type, e164: put(state) })), reason },
    candidates: candidates.map(put),
  }));
  const decided = decide(read, undefined, policy, { stateOf });
  for (const e164 of [...decided.seen, ...decided.optedOut]) unasked.delete(e164);
  expect(unasked.size).toBe(0);
  return decided.reason ?? "clean";
}

test("under every policy the rules decide phone cells as the kernel does, by types and states alone", () => {
  for (const policy of POLICIES)
    for (const situation of SITUATIONS) {
      const expected = byKernel(situation, policy);
      if (expected === undefined) continue;
      const said = { ...policy, types: [...policy.types], situation };
      expect({ ...said, decided: byRules(situation, policy) }).toEqual({ ...said, decided: expected });
    }
});
