// The library's options: the command's long names in camelCase, with the same values. They become the command's arguments,
// so that they mean the same and are refused with the same messages.

import type { CheckArguments } from "../commands/check/check.js";
import type { Command } from "../commands/command.js";
import { type ArgumentsOf, rowsOf, type SuppressionArguments } from "../commands/options.js";
import type { ScrubArguments } from "../commands/scrub/arguments.js";
import type { NamedValue } from "../commands/typed-values.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { GivenSink, GivenSource } from "../files/given-streams.js";
import type { CommandName } from "../text/help.js";
import { sentencesIn } from "../text/language.js";

/** One value for all lists, several values, or a value for each list by its name. */
export type ForLists<T> = T | readonly T[] | Readonly<Record<string, T>>;

/** How a program gives an option that is parsed to `T`: a flag or a word as it is, a value for each list, several words, else a text (`24h`). */
type Given<T> = T extends boolean | string
  ? T
  : T extends readonly NamedValue<infer Value>[]
    ? ForLists<string | Extract<Value, Date | number>>
    : T extends readonly (infer Word)[]
      ? GivenWords<Word>
      : string;
type GivenWords<Word> = string extends Word ? ForLists<string | number> : Word | readonly Word[];

/** `Typed`: a command's parsed arguments. */
type GivenOf<Typed, Name extends keyof Typed> = { [Option in Name]?: Given<NonNullable<Typed[Option]>> | undefined };

/** How suppression lists are read, and how far they are trusted; see `svscrub check --help`. */
export interface ListOptions extends GivenOf<SuppressionArguments, Exclude<keyof SuppressionArguments, "suppress">> {}

export interface CampaignOptions extends GivenOf<CheckArguments, "channel" | "types" | "keepForeign"> {}

/** Files or folders, by name or as `NAME=FILE`. */
export type Lists = ForLists<string>;

export interface SuppressionOptions extends ListOptions, CampaignOptions {
  lists: Lists;
}

/** Options that only the command has, or that the library has in another form. */
const COMMAND_ONLY = [
  ...(["json", "quiet", "progress", "color", "lang", "version", "help", "at", "follow"] as const),
  ...(["dryRun", "suppression", "suppress"] as const),
];
type NotInScrubOptions = (typeof COMMAND_ONLY)[number] | "words" | "lists" | "output" | "report";

export interface ScrubOptions extends GivenOf<ScrubArguments, Exclude<keyof ScrubArguments, NotInScrubOptions>> {
  /** Phone lists: files, or streams. */
  lists: string | GivenSource | readonly (string | GivenSource)[];
  /** Suppression lists; `false` to scrub without any. A stream has no date; give it a name. */
  suppress: ForLists<string | GivenSource> | false;
  /** The clean list. A stream is written and ended once the run has succeeded. Without it only the report is returned. */
  output?: string | GivenSink | undefined;
  /** Default: `X.audit.json` next to `X.csv`. */
  report?: string | readonly string[] | false | undefined;
  /** Aborts the run: nothing is published, and the signal's reason is thrown. */
  signal?: { readonly aborted: boolean; readonly reason?: unknown; throwIfAborted(): void } | undefined;
  /** `share`: the part of the current list that was read, from 0 to 1; `records`: of all lists. */
  onProgress?: ((progress: { share: number | undefined; records: number }) => void) | undefined;
}

/** The options of `registry import` and of `registry add` that a registry takes. */
export const IMPORT_KEYS = ["create", "channel", "source", "own", "tz", "ack", "ackTemplate"] as const;
export const ADD_KEYS = ["channel", "action", "reason"] as const;

export interface RegistryOptions extends GivenOf<ArgumentsOf<"registry import">, (typeof IMPORT_KEYS)[number]> {
  /** The registry's file, which only grows. */
  path: string;
  /** The file of the review: what a person must decide. Until then it suppresses. */
  review: string;
  /** What words in an action field mean: `opt-out`, `opt-in`, `other` or `review`. */
  map?: string | readonly string[] | Readonly<Record<string, "opt-out" | "opt-in" | "other" | "review">> | undefined;
}

export interface AddOptions extends GivenOf<ArgumentsOf<"registry add">, (typeof ADD_KEYS)[number]> {}

export function isOfTheCommand(option: string): boolean {
  return COMMAND_ONLY.some((name) => name === option);
}

/** Parses options, whose names were checked, and further arguments as the command does. */
export async function parsed<Typed extends object>(
  name: CommandName,
  { parse }: Pick<Command<Typed>, "parse">,
  options: object,
  ...words: readonly string[]
): Promise<Typed> {
  return parse([...argumentsFrom(name, options), ...words], { sentences: await sentencesIn("en") }) as Typed;
}

/** Returns options as arguments of a command: `{ maxAge: "24h" }` as `--max-age=24h`. */
function argumentsFrom(command: CommandName, options: object): string[] {
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const rows = rowsOf(command).flatMap(([property, row]) => (property === name ? row : []));
    const separator = rows[0]?.parse?.separator;
    const texts = separator === undefined ? valuesOf(value) : [valuesOf(value).join(separator)];
    if (typeof value !== "boolean") return texts.map((text) => `--${kebab}=${text}`);
    // What a flag says by default (`header: true`, `force: false`) is no argument.
    const isNegated = rows.some(({ flags }) => flags.startsWith("--no-"));
    return value === isNegated ? [] : [value ? `--${kebab}` : `--no-${kebab}`];
  });
}

/** Returns an option's values as typed; those of lists by name as `NAME=VALUE`. */
export function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  // An invalid date is refused like a wrong word.
  if (value instanceof Date) return [Number.isNaN(value.getTime()) ? String(value) : value.toISOString()];
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, one]) => valuesOf(one).map((text) => `${name}=${text}`));
}

/** Refuses paths that name stdin or stdout. */
export function refuseStreams(paths: readonly string[]): void {
  if (paths.some((path) => /^(?:[^=]+=)?-$/.test(path))) throw new ScrubError(ExitCode.usage, "processStream", []);
}
