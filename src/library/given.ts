// What the library's functions are given: each option is of its kind, and of none but these names. Whatever is not is a TypeError,
// which is the caller's own mistake and never that of a list.

import type { GivenSource } from "../files/given-streams.js";
import { nearest } from "../text/nearest.js";
import type { AddOptions, RegistryOptions, ScrubOptions, SuppressionOptions } from "./options.js";

/** What an option may be: of one of these types, several of them, or one by the name of each list. */
interface Kind {
  one: readonly string[];
  many?: boolean;
  /** By names each is of one of these types, or of one as above. */
  byName?: true | readonly string[];
  /** Means something, too. */
  or?: false;
}

const TEXT: Kind = { one: ["string"] };
const TEXTS: Kind = { one: ["string"], many: true };
const TEXTS_OF_LISTS: Kind = { one: ["string"], many: true, byName: true };
// As text a number may name its list, `dnc=10`.
const NUMBERS_OF_LISTS: Kind = { one: ["number", "string"], many: true, byName: true };
const COLUMNS: Kind = { one: ["string", "number"], many: true };
const COLUMNS_OF_LISTS: Kind = { ...COLUMNS, byName: true };
const YES_OR_NO: Kind = { one: ["boolean"] };

const OF_LISTS = {
  suppressColumn: TEXTS_OF_LISTS,
  delimiter: TEXTS_OF_LISTS,
  encoding: TEXTS_OF_LISTS,
  sheet: TEXTS_OF_LISTS,
  maxSize: TEXT,
  headerRow: NUMBERS_OF_LISTS,
  headerless: TEXTS,
  tz: TEXT,
  hashKeyFile: TEXT,
  maxAge: TEXTS_OF_LISTS,
  asOf: { one: ["string"], byName: ["string", "Date"] },
  maxUnreadable: TEXTS_OF_LISTS,
  minEntries: NUMBERS_OF_LISTS,
  baseline: TEXT,
  maxShrink: TEXT,
  maxRange: NUMBERS_OF_LISTS,
  allowEmpty: TEXTS,
  allowUnproven: TEXTS,
  optIns: TEXTS,
  canary: TEXTS_OF_LISTS,
  own: TEXTS,
  channel: TEXT,
  types: TEXTS,
  keepForeign: YES_OR_NO,
} as const;

/** The options of a function, each with what it may be. */
export type Kinds<Options> = Readonly<Record<keyof Options, Kind>>;

export const SUPPRESSION_KINDS: Kinds<SuppressionOptions> = { lists: TEXTS_OF_LISTS, ...OF_LISTS };

export const SCRUB_KINDS: Kinds<ScrubOptions> = {
  lists: { one: ["string", "stream"], many: true },
  suppress: { one: ["string", "stream"], many: true, byName: true, or: false },
  ...OF_LISTS,
  output: { one: ["string", "Writable"] },
  removed: TEXT,
  report: { ...TEXTS, or: false },
  log: TEXT,
  force: YES_OR_NO,
  keepDuplicates: YES_OR_NO,
  phoneFormat: TEXT,
  flag: YES_OR_NO,
  normalize: YES_OR_NO,
  column: COLUMNS_OF_LISTS,
  optOutColumn: COLUMNS,
  ignoreColumn: COLUMNS,
  header: YES_OR_NO,
  maxRemoved: TEXT,
  maxInvalid: TEXT,
  strict: YES_OR_NO,
  validFor: TEXT,
  label: { one: ["string"], byName: true },
  signal: { one: ["AbortSignal"] },
  onProgress: { one: ["function"] },
};

export const REGISTRY_KINDS: Kinds<RegistryOptions> = {
  path: TEXT,
  review: TEXT,
  create: YES_OR_NO,
  channel: TEXT,
  source: TEXT,
  own: TEXTS,
  map: { one: ["string"], byName: true },
  tz: TEXT,
  ack: TEXT,
  ackTemplate: TEXT,
};

export const ADD_KINDS: Kinds<AddOptions> = { channel: TEXT, action: TEXT, reason: TEXT };

/** Refuses what is no options of this function. `needed`: those without which it means nothing. */
export function checkGiven<Options extends object>(
  what: string,
  given: Options,
  kinds: Kinds<Options>,
  needed: readonly (keyof Options & string)[],
): void {
  if (typeOf(given) !== "object")
    throw new TypeError(`${what} takes an object of options, and got ${described(given)}.`);
  const known = new Map<string, Kind>(Object.entries(kinds));
  for (const [name, value] of Object.entries(given)) {
    const kind = known.get(name);
    if (kind === undefined) {
      const meant = nearest(name, [...known.keys()]);
      throw new TypeError(
        meant === undefined
          ? `Unknown option "${name}": API.md names those of ${what}.`
          : `Unknown option "${name}": did you mean "${meant}"?`,
      );
    }
    if (value === undefined || fits(value, kind)) continue;
    const [list, one] = misfitIn(value, kind) ?? [];
    throw new TypeError(
      list === undefined
        ? `${what}: "${name}" takes ${ways(kind)}; it got ${described(value)}.`
        : `${what}: "${name}" takes ${ways(kind)}; for "${list}" it got ${described(one)}.`,
    );
  }
  for (const name of needed)
    if (given[name] === undefined) throw new TypeError(`${what} needs "${name}": ${ways(kinds[name])}.`);
}

/** Refuses what is no text, and a number above all, which has lost its plus and its zeros. `what`: a function's name. */
export function checkText(what: string, given: unknown): void {
  if (typeof given === "string") return;
  const why =
    typeof given === "number" ? " Keep phone numbers as strings: a number has no plus and no leading zeros." : "";
  throw new TypeError(`${what} takes a string, and got ${described(given)}.${why}`);
}

/** The same of several. A string is many strings of one character, and never meant so. */
export function checkTexts(what: string, given: unknown): void {
  if (typeof given !== "object" || given === null || !(Symbol.iterator in given))
    throw new TypeError(`${what} takes an array of strings, and got ${described(given)}.`);
}

/** A webhook's body: its fields as plain values or pairs of them, its text, or the bytes of that. No promise of it, nor its request. */
export type MessageBody =
  | string
  | Readonly<Record<string, unknown>>
  | (object & { then?: never; bodyUsed?: never; getTime?: never });

/** Returns a webhook's body as JSON, or as the text that it is. What would lose its fields on the way is refused. */
export function messageText(given: MessageBody): string {
  if (typeof given === "string") return given;
  if (given instanceof Uint8Array) return Buffer.from(given).toString();
  if (given instanceof ArrayBuffer) return Buffer.from(given).toString();
  if (given instanceof URLSearchParams || given instanceof FormData || given instanceof Map)
    return JSON.stringify(Object.fromEntries(given as Iterable<[string, unknown]>));
  if (Array.isArray(given) || isPlain(given)) return JSON.stringify(given);
  throw new TypeError(
    `import takes the body of a webhook: an object, a form, a string or bytes. It got ${describedBody(given)}`,
  );
}

/** Whether all that an object says stands in its fields, in whichever realm it was made. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What was got in the place of a body, and what to give instead. */
function describedBody(value: unknown): string {
  if (typeof value !== "object" || value === null) return `${described(value)}.`;
  if ("then" in value) return "a promise: await it first.";
  if ("text" in value && typeof value.text === "function") return "a request: give what its text() returns, awaited.";
  if (isSource(value)) return "a stream: read it to its end, and give its text.";
  return `an instance of a class (${value.constructor?.name}): give its fields as a plain object.`;
}

function fits(value: unknown, kind: Kind): boolean {
  const { one, many, or } = kind;
  const isOne = (it: unknown) => one.some((type) => isOf(type, it));
  if (isOne(value) || (or !== undefined && value === or)) return true;
  if (many === true && Array.isArray(value)) return value.every(isOne);
  const named = typesByName(kind);
  const isNamed = (it: unknown) => named.some((type) => isOf(type, it));
  return (
    named.length > 0 && typeOf(value) === "object" && !isSource(value) && Object.values(value as object).every(isNamed)
  );
}

/** What each may be of those by names. */
function typesByName({ one, byName = [] }: Kind): readonly string[] {
  return byName === true ? one : byName;
}

/** Of values by names the first that does not fit, and its name. */
function misfitIn(value: unknown, kind: Kind): [string, unknown] | undefined {
  const named = typesByName(kind);
  if (named.length === 0 || !isPlain(value) || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([, it]) => !named.some((type) => isOf(type, it)));
}

function isOf(type: string, value: unknown): boolean {
  if (type === "stream") return isSource(value);
  return type === "Writable" ? isSink(value) : typeOf(value) === type;
}

/** Whether it gives the bytes of a list: a Readable, a stream of the web, any async iterable. */
export function isSource(value: unknown): value is GivenSource {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function isSink(value: unknown): boolean {
  return typeof value === "object" && value !== null && "write" in value && "end" in value;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "Date";
  if (value instanceof AbortSignal) return "AbortSignal";
  return typeof value;
}

const MANY: Readonly<Record<string, string>> = {
  ...{ string: "strings", number: "numbers", Date: "Dates", stream: "streams" },
};

/** What an option may be, in words. */
function ways(kind: Kind): string {
  const { one, many, or } = kind;
  const several = (types: readonly string[]) => types.map((type) => MANY[type] ?? type).join(" or ");
  const named = typesByName(kind);
  return [
    ...one.map((type) => `${/^[aeiouA]/.test(type) ? "an" : "a"} ${type}`),
    ...(many === true ? [`an array of ${several(one)}`] : []),
    ...(named.length > 0 ? [`an object of ${several(named)} by names`] : []),
    ...(or === undefined ? [] : [String(or)]),
  ].join(", or ");
}

/** What was got, by its type: never the value, which may be a phone number. */
function described(value: unknown): string {
  if (isSource(value)) return "a stream";
  const type = typeOf(value);
  if (type === "undefined" || type === "null") return type;
  return type === "array" || type === "object"
    ? `an ${type}${type === "array" ? " of other things" : ""}`
    : `a ${type}`;
}
