// Numbers of other countries, by the patterns of foreign-table.ts: what libphonenumber-js/max would answer, in the order
// in which it goes about it, for it builds its patterns anew at every question. Tests hold the two equal.

import { CALLING_CODES, SHARED_PATTERNS } from "./foreign-table.js";

/** A country's numbers, or those of a calling code without a country. */
interface Plan {
  general: RegExp;
  /** Ascending. */
  lengths: readonly number[];
  /** Countries that share a calling code are told apart by these where they have any. */
  leadingDigits: RegExp | undefined;
  types: readonly { pattern: RegExp; lengths: readonly number[] }[];
}

interface CallingCode {
  /** What is dialled before a number within the country. */
  prefix: RegExp | undefined;
  /** What takes the prefix's place, where its last group matched. */
  replacement: string | undefined;
  /** The main country first. */
  plans: readonly [Plan, ...Plan[]];
}

/** Compiled when the first number with the calling code is met. */
const compiled = new Map<string, CallingCode>();

/**
 * The E.164 form of the digits after a `+` (calling code first), where they are a valid number of a country other
 * than El Salvador; a national prefix typed after the calling code (`+44 (0)20…`) is dropped.
 */
export function readForeign(digits: string): string | undefined {
  if (digits.length < 7 || digits.length > 17 || digits.startsWith("503")) return undefined;
  // Mexico dialled its mobiles with a 1 behind the 52 until 2019: the same line with and without it.
  const dialled = digits.startsWith("521") && digits.length === 13 ? `52${digits.slice(3)}` : digits;
  const code = callingCodeOf(dialled);
  if (code === undefined) return undefined;
  let callingCode = compiled.get(code);
  if (callingCode === undefined) {
    callingCode = compile(CALLING_CODES[code]!);
    compiled.set(code, callingCode);
  }
  const national = withoutPrefix(dialled.slice(code.length), callingCode);
  return isOf(planOf(national, callingCode), national) ? `+${code}${national}` : undefined;
}

function callingCodeOf(digits: string): string | undefined {
  for (let length = 1; length <= 3; length++) {
    const code = digits.slice(0, length);
    if (Object.hasOwn(CALLING_CODES, code)) return code;
  }
  return undefined;
}

/** The number as it is dialled from abroad; as it was typed where what is left could be none, or was one before. */
function withoutPrefix(typed: string, callingCode: CallingCode): string {
  const { prefix, replacement, plans } = callingCode;
  const found = prefix?.exec(typed);
  if (!found) return typed;
  const isReplaced = replacement !== undefined && found.length > 1 && found.at(-1);
  const national = isReplaced ? typed.replace(prefix!, replacement) : typed.slice(found[0].length);
  const { general } = plans[0];
  if (general.test(typed) && !general.test(national)) return typed;
  const { lengths } = planOf(national, callingCode);
  // The library lets a number pass that is too long.
  return lengths.includes(national.length) || national.length > lengths.at(-1)! ? national : typed;
}

/** The country among those of a calling code; the main one where it is none of theirs. */
function planOf(national: string, { plans }: CallingCode): Plan {
  if (plans.length === 1) return plans[0];
  return plans.find((plan) => plan.leadingDigits?.test(national) ?? isOf(plan, national)) ?? plans[0];
}

function isOf({ general, types }: Plan, national: string): boolean {
  return (
    general.test(national) &&
    types.some(({ pattern, lengths }) => lengths.includes(national.length) && pattern.test(national))
  );
}

function compile(text: string): CallingCode {
  const [dialling, ...countries] = text.split(";");
  const [prefix, replacement] = dialling!.split(" ");
  const [main, ...others] = countries.map(planFrom);
  return {
    prefix: prefix === NONE ? undefined : new RegExp(`^(?:${prefix})`),
    replacement: replacement === NONE ? undefined : replacement,
    plans: [main!, ...others],
  };
}

const NONE = "-";

function planFrom(text: string): Plan {
  const [general, lengths, leadingDigits, ...types] = text.split(" ");
  return {
    general: whole(general!),
    lengths: numbers(lengths!),
    leadingDigits: leadingDigits === NONE ? undefined : new RegExp(`^(?:${leadingDigits})`),
    types: types.map((type) => {
      const [pattern, own] = type.split("/");
      return { pattern: whole(pattern!), lengths: numbers(own ?? lengths!) };
    }),
  };
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern.startsWith("#") ? SHARED_PATTERNS[Number(pattern.slice(1))] : pattern})$`);
}

function numbers(list: string): number[] {
  return list.split(",").map(Number);
}
