// Checks the arguments of the library's functions by the command's table of options. A wrong one is a TypeError: the
// caller's mistake, not a list's.

import { type OptionRow, rowsOf } from "../commands/options.js";
import type { GivenSource } from "../files/given-streams.js";
import type { CommandName } from "../text/help.js";
import { nearest } from "../text/nearest.js";

/** The types of each option: `string`, `string[]`, `{ NAME: string | Date }`, `false`. */
export type Kinds = Readonly<Record<string, readonly string[]>>;

/** Returns the types of a command's options for which `isGiven` is true. */
export function kindsOf(command: CommandName, isGiven: (name: string) => boolean): Kinds {
  const rows = rowsOf(command).filter(([name]) => isGiven(name));
  return Object.fromEntries(rows.map(([name, row]) => [name, kindOf(row)]));
}

/** Returns the types of an option: `--max-age <[NAME=]AGE>` is a text or texts by name, `--min-entries` also a number. */
function kindOf({ flags, parse, many: isMany }: OptionRow): readonly string[] {
  if (!flags.includes("<")) return ["boolean"];
  const [, form = ""] = /<(.*)>/.exec(flags) ?? [];
  const isNumber = isMany !== undefined && /\b(?:N|COL)\b/.test(form);
  const named = form.endsWith("DATE") ? "string | Date" : isNumber ? "string | number" : "string";
  return [
    ...(isNumber ? ["string", "number"] : ["string"]),
    ...((isMany ?? parse?.separator) ? [isNumber ? "(string | number)[]" : "string[]"] : []),
    ...(/^\[?[A-Z]+=/.test(form) ? [`{ NAME: ${named} }`] : []),
  ];
}

/** Throws a TypeError for unknown options, values of other types, and missing `needed` ones. */
export function checkGiven(what: string, given: object, kinds: Kinds, needed: readonly string[] = []): void {
  if (!isPlain(given)) throw new TypeError(`${what} takes an object of options, and got ${described(given)}.`);
  for (const [name, value] of Object.entries(given)) {
    const kind = kinds[name];
    if (kind === undefined) {
      const meant = nearest(name, Object.keys(kinds));
      const advice = meant === undefined ? `API.md names those of ${what}.` : `did you mean "${meant}"?`;
      throw new TypeError(`Unknown option "${name}": ${advice}`);
    }
    if (value !== undefined && !kind.some((type) => fits(value, type)))
      throw new TypeError(`${what}: "${name}" takes ${kind.join(" | ")}; it got ${described(value)}.`);
  }
  for (const name of needed)
    if ((given as Record<string, unknown>)[name] === undefined)
      throw new TypeError(`${what} needs "${name}": ${kinds[name]!.join(" | ")}.`);
}

/** Returns a text. A number is refused, because it has lost its plus and its zeros. `what`: the function's name. */
export function checkText(what: string, given: unknown): string {
  if (typeof given === "string") return given;
  const isNumber = typeof given === "number";
  const why = isNumber ? " Keep phone numbers as strings: a number has no plus and no leading zeros." : "";
  throw new TypeError(`${what} takes a string, and got ${described(given)}.${why}`);
}

/** Returns several texts. A string is refused: it would be iterated by characters. */
export function checkTexts(what: string, given: unknown): string[] {
  if (typeof given !== "object" || given === null || !(Symbol.iterator in given))
    throw new TypeError(`${what} takes an array of strings, and got ${described(given)}.`);
  return Array.from(given as Iterable<unknown>, (text) => checkText(what, text));
}

/** A webhook's body: an object of fields, pairs, a text or its bytes; neither a promise nor a request. */
export type MessageBody =
  | string
  | Readonly<Record<string, unknown>>
  | (object & { then?: never; bodyUsed?: never; getTime?: never });

/** Returns a webhook's body as JSON, or its text. Objects that JSON can't hold are refused. */
export function messageText(given: MessageBody): string {
  if (typeof given === "string") return given;
  if (given instanceof Uint8Array || given instanceof ArrayBuffer) return Buffer.from(given as Uint8Array).toString();
  if (Array.isArray(given) || isPlain(given)) return JSON.stringify(given);
  if (typeof given === "object" && given !== null && Symbol.iterator in given)
    return JSON.stringify(Object.fromEntries(given as Iterable<[string, unknown]>));
  const wanted = "the body of a webhook: an object of plain fields, a form, a string or bytes";
  throw new TypeError(`import takes ${wanted}. It got ${described(given)}.`);
}

/** Whether a value is a source of bytes: a Readable, a stream of the web, or any async iterable. */
export function isSource(value: unknown): value is GivenSource {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** Whether a value is a plain object, of any realm. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function fits(value: unknown, type: string): boolean {
  const { items, values } = /^\(?(?<items>[^)]*)\)?\[\]$|^\{ NAME: (?<values>.*) \}$/.exec(type)?.groups ?? {};
  const areAll = (all: readonly unknown[], types: string) =>
    all.every((one) => types.split(" | ").some((each) => fits(one, each)));
  if (items !== undefined) return Array.isArray(value) && areAll(value, items);
  if (values !== undefined) return isPlain(value) && !isSource(value) && areAll(Object.values(value), values);
  if (type === "stream") return isSource(value);
  if (type === "Writable") return typeof value === "object" && value !== null && "write" in value && "end" in value;
  if (type === "Date") return value instanceof Date;
  if (type === "AbortSignal") return value instanceof AbortSignal;
  return type === "false" ? value === false : typeof value === type;
}

/** Returns a value's type or class, never the value itself, which may be a phone number. */
function described(value: unknown): string {
  if (typeof value !== "object") return typeof value;
  if (value === null) return "null";
  return isSource(value) ? "stream" : (value.constructor?.name ?? "object");
}
