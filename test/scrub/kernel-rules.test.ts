// The kernel judges a cell by the types and the states of its numbers. Under every policy the rules must decide as it
// does, and look at nothing else: a rule that needs more has to be told to the kernel, or left by it.

import { expect, test } from "vitest";
import { READING_CODES } from "../../src/lists/readings.js";
import type { PhoneNumber, UnreadReason } from "../../src/phone/number.js";
import { barrierOf, decide, NUMBER_TYPES, type Policy } from "../../src/scrub/rules.js";

type State = "free" | "suppressed" | "seen" | "withheld";
type Known = { type: PhoneNumber["type"]; state: State };

interface Situation {
  numbers: readonly Known[];
  candidates: readonly State[];
  reason: UnreadReason | undefined;
}

const KINDS = [...NUMBER_TYPES, "foreign" as const].flatMap((type) =>
  (["free", "suppressed", "seen", "withheld"] as const).map((state): Known => ({ type, state })),
);
const [FREE, SUPPRESSED] = [{ type: "fixed", state: "free" } as const, { type: "fixed", state: "suppressed" } as const];
const FOREIGN = { type: "foreign", state: "free" } as const;
const SITUATIONS: readonly Situation[] = [
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

/** What assembly/readings.ts and assembly/judge.ts decide for a cell; undefined where they leave it to the rules. */
function byKernel({ numbers, candidates, reason }: Situation, policy: Policy): string | undefined {
  const [first] = numbers;
  const isAlone = numbers.length === 1 && candidates.length === 0;
  const foreign = numbers.filter(({ type }) => type === "foreign").length;
  if ([...numbers.map(({ state }) => state), ...candidates].includes("suppressed"))
    return isAlone && foreign === 0 ? "opted-out" : undefined;
  if (first === undefined) return reason;
  if (foreign > 0) {
    const isLeft = foreign < numbers.length || candidates.length > 0;
    return isLeft ? undefined : barrierOf("foreign", policy);
  }
  const barrier = barrierOf(first.type, policy);
  if (!isAlone)
    return barrier === undefined && policy.format !== "original" && first.state === "free" ? "clean" : undefined;
  if (barrier !== undefined) return barrier;
  if (first.state === "free") return "clean";
  return policy.keepDuplicates && first.state === "seen" ? undefined : "duplicate";
}

/** An E.164 that can be looked up and returned; whoever reads it throws. */
function opaque(): string {
  const read = () => {
    throw new Error("a rule reads a number's digits");
  };
  return new Proxy({}, { get: read, has: read, ownKeys: read }) as string;
}

function byRules({ numbers, candidates, reason }: Situation, policy: Policy): string {
  const states = new Map<string, State>();
  // A number that was neither looked up nor returned may have been compared, which can't be seen.
  const unasked = new Set<string>();
  const put = (state: State) => {
    const e164 = opaque();
    states.set(e164, state);
    unasked.add(e164);
    return e164;
  };
  const is =
    (...some: readonly State[]) =>
    (e164: string) => {
      unasked.delete(e164);
      return some.includes(states.get(e164)!);
    };
  const cell = {
    ...{ numbers: numbers.map(({ type, state }) => ({ type, e164: put(state) })), reason },
    candidates: candidates.map(put),
  };
  const lookup = { isSuppressed: is("suppressed"), wasSeen: is("seen", "withheld"), isWithheld: is("withheld") };
  const decided = decide([cell], undefined, policy, lookup);
  for (const e164 of [...decided.seen, ...decided.optedOut]) unasked.delete(e164);
  expect(unasked.size).toBe(0);
  return decided.reason ?? "clean";
}

test("under every policy the rules decide a cell as the kernel does, by types and states alone", () => {
  for (const policy of POLICIES)
    for (const situation of SITUATIONS) {
      const expected = byKernel(situation, policy);
      if (expected === undefined) continue;
      const said = { ...policy, types: [...policy.types], ...situation };
      expect({ ...said, decided: byRules(situation, policy) }).toEqual({ ...said, decided: expected });
    }
});
