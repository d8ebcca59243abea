// Numbers of other countries, by libphonenumber-js's own metadata: what its /max would answer, in the order in which it goes
// about it, for it builds its patterns anew at every question. Tests hold the two equal.

import { createRequire } from "node:module";

/** What the library's metadata (version 4) says of a country, as its own metadata.js reads it. */
type Metadata = readonly [
  callingCode: string,
  dialledAbroad: string,
  general: string,
  lengths: readonly number[],
  formats: unknown,
  nationalPrefix: string | undefined,
  formattingRule: unknown,
  prefixForParsing: string | undefined,
  transformRule: string | undefined,
  isPrefixOptional: unknown,
  leadingDigits: string | undefined,
  types: readonly (readonly [pattern: string, lengths?: readonly number[]] | undefined)[],
];

interface AllMetadata {
  version: number;
  /** The countries of each calling code, the main one first. */
  country_calling_codes: Readonly<Record<string, readonly string[]>>;
  countries: Readonly<Record<string, Metadata>>;
  nonGeographic: Readonly<Record<string, Metadata>>;
}

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

/** Loaded when the first number of another country is met: most lists have none. */
let metadata: AllMetadata | undefined;
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
    callingCode = compile(countriesOf(code)!);
    compiled.set(code, callingCode);
  }
  const national = withoutPrefix(dialled.slice(code.length), callingCode);
  return isOf(planOf(national, callingCode), national) ? `+${code}${national}` : undefined;
}

/** Whether digits are the whole calling code of another country. */
export function isForeignCode(digits: string): boolean {
  return digits !== "503" && callingCodeOf(digits) === digits;
}

/** Whether digits with a calling code are as many as numbers of its countries have. */
export function hasForeignLength(digits: string): boolean {
  const code = callingCodeOf(digits);
  return code !== undefined && countriesOf(code)!.some((country) => country[3].includes(digits.length - code.length));
}

function callingCodeOf(digits: string): string | undefined {
  for (let length = 1; length <= 3; length++) {
    const code = digits.slice(0, length);
    if (countriesOf(code) !== undefined) return code;
  }
  return undefined;
}

function countriesOf(code: string): readonly Metadata[] | undefined {
  metadata ??= load();
  const { country_calling_codes: codes, countries, nonGeographic } = metadata;
  if (Object.hasOwn(codes, code)) return codes[code]!.map((name) => countries[name]!);
  return Object.hasOwn(nonGeographic, code) ? [nonGeographic[code]!] : undefined;
}

function load(): AllMetadata {
  return known(createRequire(import.meta.url)("libphonenumber-js/metadata.max.json") as AllMetadata);
}

/** Takes the metadata from a program that has loaded them already. */
export function knowMetadata(all: object): void {
  metadata = known(all as AllMetadata);
}

function known(all: AllMetadata): AllMetadata {
  if (all.version !== 4) throw new Error(`libphonenumber-js's metadata has version ${all.version}, and not 4`);
  return all;
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

/** The country among those of a calling code; the main one where it fits none of them. */
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

function compile(countries: readonly Metadata[]): CallingCode {
  const [main, ...others] = countries as readonly [Metadata, ...Metadata[]];
  const prefix = main[7] || main[5];
  return {
    prefix: prefix ? new RegExp(`^(?:${prefix})`) : undefined,
    replacement: main[8] || undefined,
    plans: [planFrom(main), ...others.map(planFrom)],
  };
}

function planFrom(country: Metadata): Plan {
  const [, , general, lengths] = country;
  return {
    general: whole(general),
    lengths,
    leadingDigits: country[10] ? new RegExp(`^(?:${country[10]})`) : undefined,
    types: country[11].flatMap((type) => (type?.[0] ? [{ pattern: whole(type[0]), lengths: type[1] ?? lengths }] : [])),
  };
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
