// What the library's functions are given: options of a kind each, and no others. Anything else is a TypeError, the
// caller's own mistake and never that of a list. What an option may be, the command's own table of options says.

import type { Option, Command as Program } from "commander";
import type { GivenSource } from "../files/given-streams.js";
import { nearest } from "../text/nearest.js";

/** What an option may be: of one of these types, several of them, or one by each name; or false. */
export interface Kind {
  one: readonly string[];
  many?: boolean;
  byName?: readonly string[];
  or?: false;
}
export type Kinds = Readonly<Record<string, Kind>>;

export const TEXT: Kind = { one: ["string"] };
export const SWITCH: Kind = { one: ["boolean"] };

/** The options of a command, by what its help says that they take. */
export function kindsOf(program: Program, isGiven: (name: string) => boolean): Kinds {
  const options = program.options.filter((option) => isGiven(option.attributeName()));
  return Object.fromEntries(options.map((option) => [option.attributeName(), kindOf(option)]));
}

/** `--max-age <[NAME=]AGE>` may be text, or by names; `--min-entries <[NAME=]N>` a number, too. */
function kindOf({ flags, required, defaultValue }: Option): Kind {
  if (!required) return SWITCH;
  const [, form = ""] = /<(.*)>/.exec(flags) ?? [];
  const one = /\b(?:N|COL)\b/.test(form) ? ["string", "number"] : ["string"];
  const named = /^\[?[A-Z]+=/.test(form) ? { byName: form.endsWith("DATE") ? ["string", "Date"] : one } : {};
  return { one, ...(typeof defaultValue === "object" ? { many: true } : {}), ...named };
}

/** Refuses what is no options of this function. `needed`: those without which it means nothing. */
export function checkGiven(what: string, given: object, kinds: Kinds, needed: readonly string[]): void {
  if (!isPlain(given)) throw new TypeError(`${what} takes an object of options, and got ${described(given)}.`);
  for (const [name, value] of Object.entries(given)) {
    const kind = kinds[name];
    if (kind === undefined) {
      const meant = nearest(name, Object.keys(kinds));
      const advice = meant === undefined ? `API.md names those of ${what}.` : `did you mean "${meant}"?`;
      throw new TypeError(`Unknown option "${name}": ${advice}`);
    }
    if (value !== undefined && !fits(value, kind))
      throw new TypeError(`${what}: "${name}" takes ${waysOf(kind)}; it got ${described(value)}.`);
  }
  for (const name of needed)
    if ((given as Record<string, unknown>)[name] === undefined)
      throw new TypeError(`${what} needs "${name}": ${waysOf(kinds[name]!)}.`);
}

/** Refuses what is no text, such as a number, which has lost its plus and its zeros. `what`: a function's name. */
export function checkText(what: string, given: unknown): void {
  if (typeof given === "string") return;
  const isNumber = typeof given === "number";
  const why = isNumber ? " Keep phone numbers as strings: a number has no plus and no leading zeros." : "";
  throw new TypeError(`${what} takes a string, and got ${described(given)}.${why}`);
}

/** Returns several texts. A string is many strings of one character, and never meant so. */
export function checkTexts(what: string, given: unknown): string[] {
  if (typeof given !== "object" || given === null || !(Symbol.iterator in given))
    throw new TypeError(`${what} takes an array of strings, and got ${described(given)}.`);
  const texts = [...(given as Iterable<string>)];
  for (const text of texts) checkText(what, text);
  return texts;
}

/** A webhook's body: its fields as plain values or pairs, its text, or the bytes of that. No promise, no request. */
export type MessageBody =
  | string
  | Readonly<Record<string, unknown>>
  | (object & { then?: never; bodyUsed?: never; getTime?: never });

/** Returns a webhook's body as JSON, or as the text that it is. What would lose its fields on the way is refused. */
export function messageText(given: MessageBody): string {
  if (typeof given === "string") return given;
  if (given instanceof Uint8Array || given instanceof ArrayBuffer) return Buffer.from(given as Uint8Array).toString();
  if (Array.isArray(given) || isPlain(given)) return JSON.stringify(given);
  if (typeof given === "object" && given !== null && Symbol.iterator in given)
    return JSON.stringify(Object.fromEntries(given as Iterable<[string, unknown]>));
  const wanted = "the body of a webhook: an object of plain fields, a form, a string or bytes";
  throw new TypeError(`import takes ${wanted}. It got ${described(given)}.`);
}

/** Whether it gives the bytes of a list: a Readable, a stream of the web, any async iterable. */
export function isSource(value: unknown): value is GivenSource {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** Whether all that an object says stands in its fields, in whichever realm it was made. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function fits(value: unknown, { one, many, byName = [], or }: Kind): boolean {
  const isOneOf = (types: readonly string[]) => (it: unknown) => types.some((type) => isOf(type, it));
  if (isOneOf(one)(value) || value === or) return true;
  if (Array.isArray(value)) return many === true && value.every(isOneOf(one));
  return byName.length > 0 && isPlain(value) && !isSource(value) && Object.values(value).every(isOneOf(byName));
}

function isOf(type: string, value: unknown): boolean {
  if (type === "stream") return isSource(value);
  if (type === "Writable") return typeof value === "object" && value !== null && "write" in value && "end" in value;
  if (type === "Date") return value instanceof Date;
  return type === "AbortSignal" ? value instanceof AbortSignal : typeof value === type;
}

/** What an option may be, as a type. */
export function waysOf({ one, many, byName, or }: Kind): string {
  const types = one.join(" | ");
  return [
    types,
    ...(many === true ? [one.length > 1 ? `(${types})[]` : `${types}[]`] : []),
    ...(byName === undefined ? [] : [`{ NAME: ${byName.join(" | ")} }`]),
    ...(or === undefined ? [] : [String(or)]),
  ].join(" | ");
}

/** What was got, by its type or class: never the value, which may be a phone number. */
function described(value: unknown): string {
  if (typeof value !== "object") return typeof value;
  if (value === null) return "null";
  return isSource(value) ? "stream" : (value.constructor?.name ?? "object");
}
