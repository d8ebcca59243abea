// Finds out what the kernel may judge by itself, by asking the rules: given numbers that show only their type and
// state, they must decide as the kernel does. A policy that looks at more leaves every record to decide.ts.

import { READING_CODES } from "../lists/readings.js";
import type { PhoneNumber, UnreadReason } from "../phone/number.js";
import { TYPE_CODES } from "../phone/plan.js";
import { decide, type Lookup } from "./decide.js";
import type { ExcludedReason, Reason } from "./disposition.js";
import { barrierOf, type Policy } from "./policy.js";

/** Why numbers are not for the campaign: by the code of their type, and foreign ones. Undefined if they are for it. */
export interface KernelPolicy {
  barriers: readonly (ExcludedReason | undefined)[];
  foreign: "foreign" | undefined;
}

/** Returns undefined if the rules decide differently from the kernel, or look at more. */
export function kernelPolicy(policy: Policy): KernelPolicy | undefined {
  try {
    const barriers = TYPE_CODES.map((type) => type && excludedBy(barrierOf(ofType(type), policy)));
    const foreign = barrierOf(ofType("foreign"), policy) === "foreign" ? "foreign" : undefined;
    const kernelRules = { barriers, foreign } as const;
    return SITUATIONS.every((situation) => isKernels(situation, policy, kernelRules)) ? kernelRules : undefined;
  } catch (error) {
    if (error instanceof LooksAtMore) return undefined;
    throw error;
  }
}

class LooksAtMore extends Error {}

function lookAtMore(): never {
  throw new LooksAtMore();
}

function excludedBy(barrier: ReturnType<typeof barrierOf>): ExcludedReason | undefined {
  return barrier === "foreign" ? lookAtMore() : barrier;
}

function ofType(type: PhoneNumber["type"]): PhoneNumber {
  return {
    type,
    get e164() {
      return lookAtMore();
    },
  };
}

/** Returns a stand-in for an E.164 that can be looked up, but throws if anything else is asked of it. */
function opaqueNumber(): string {
  return new Proxy({}, { get: lookAtMore, has: lookAtMore, ownKeys: lookAtMore }) as string;
}

type State = "free" | "barred" | "seen" | "withheld";

/** A cell: its numbers with their states in the run, the states of its candidates, and why it has no number. */
interface Situation {
  numbers: readonly { type: PhoneNumber["type"]; state: State }[];
  candidates: readonly State[];
  reason: UnreadReason | undefined;
}

const TYPES = ["mobile", "fixed", "toll_free", "premium", "foreign"] as const;
const STATES = ["free", "barred", "seen", "withheld"] as const;
const SINGLE = TYPES.flatMap((type) => STATES.map((state) => ({ type, state })));
const FREE = { type: "mobile", state: "free" } as const;
const BARRED = { type: "mobile", state: "barred" } as const;
const FREE_FIXED = { type: "fixed", state: "free" } as const;
const BARRED_FIXED = { type: "fixed", state: "barred" } as const;
const FOREIGN = { type: "foreign", state: "free" } as const;
const SITUATIONS: readonly Situation[] = [
  ...SINGLE.map((one) => ({ numbers: [one], candidates: [], reason: undefined })),
  ...SINGLE.flatMap((one): Situation[] => [
    { numbers: [one, FREE], candidates: [], reason: undefined },
    { numbers: [one, BARRED, BARRED_FIXED], candidates: [], reason: undefined },
    { numbers: [one, FREE_FIXED], candidates: ["free"], reason: undefined },
    { numbers: [one, FOREIGN, BARRED_FIXED], candidates: [], reason: undefined },
  ]),
  ...(["free", "barred"] as const).flatMap((state) =>
    READING_CODES.reasons
      .filter((reason) => reason !== "none")
      .map((reason) => ({ numbers: [], candidates: [state], reason })),
  ),
];

/** Whether the rules decide a cell as the kernel does, or the kernel leaves it to them. */
function isKernels(situation: Situation, policy: Policy, kernelRules: KernelPolicy): boolean {
  const expected = reasonByKernel(situation, policy, kernelRules);
  if (expected === "left") return true;
  const states = new Map<string, State>();
  // A number that was neither looked up nor returned may have been compared, which can't be seen.
  const unasked = new Set<string>();
  const opaqueNumberIn = (state: State): string => {
    const e164 = opaqueNumber();
    states.set(e164, state);
    unasked.add(e164);
    return e164;
  };
  const numbers = situation.numbers.map(({ type, state }) => ({
    type,
    get e164() {
      return opaqueNumberIn(state);
    },
  }));
  const cell = { numbers, candidates: situation.candidates.map(opaqueNumberIn), reason: situation.reason };
  const is =
    (...some: readonly State[]) =>
    (e164: string) => {
      unasked.delete(e164);
      return some.includes(states.get(e164)!);
    };
  const lookup: Lookup = {
    isSuppressed: is("barred"),
    wasSeen: is("seen", "withheld"),
    isWithheld: is("withheld"),
  };
  const { reason = "clean", seen, optedOut } = decide([cell], undefined, policy, lookup);
  for (const e164 of [...seen, ...optedOut]) unasked.delete(e164);
  return unasked.size === 0 && reason === expected;
}

/** Returns what assembly/readings.ts and assembly/judge.ts decide for a cell. */
function reasonByKernel(
  { numbers, candidates, reason }: Situation,
  { keepDuplicates, format }: Policy,
  { barriers, foreign }: KernelPolicy,
): Reason | "clean" | "left" {
  const first = numbers[0];
  const isAlone = numbers.length === 1 && candidates.length === 0;
  const isBarred = [...numbers.map(({ state }) => state), ...candidates].includes("barred");
  const ofAbroad = numbers.filter(({ type }) => type === "foreign").length;
  if (isBarred) return isAlone && ofAbroad === 0 ? "opted-out" : "left";
  if (first === undefined) return reason!;
  if (ofAbroad > 0) return ofAbroad === numbers.length && candidates.length === 0 && foreign ? foreign : "left";
  const barrier = barriers[TYPE_CODES.indexOf(first.type as (typeof TYPE_CODES)[number])];
  if (!isAlone) return barrier === undefined && format !== "original" && first.state === "free" ? "clean" : "left";
  if (barrier !== undefined) return barrier;
  if (first.state === "free") return "clean";
  return keepDuplicates && first.state === "seen" ? "left" : "duplicate";
}
