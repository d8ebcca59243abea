// The options of the library: those of the command by their long names in camelCase, with the same values. They become
// the words that the command would be typed with, so that they mean the same and are refused with the same sentences.

import type { CheckArguments } from "../commands/check/check.js";
import type { Command } from "../commands/command.js";
import { type ArgumentsOf, rowsOf, type SuppressionArguments } from "../commands/options.js";
import type { ScrubArguments } from "../commands/scrub/arguments.js";
import type { NamedValue } from "../commands/typed-values.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { GivenSink, GivenSource } from "../files/given-streams.js";
import type { CommandName } from "../text/help.js";
import { sentencesIn } from "../text/language.js";

/** One for all lists, several, or by the names of lists. */
export type ForLists<T> = T | readonly T[] | Readonly<Record<string, T>>;

/** What a program gives for what a command makes of its words: of an age or a share the text, such as `24h` or `5%`. */
type Given<T> = T extends boolean | string
  ? T
  : T extends readonly NamedValue<infer Value>[]
    ? ForLists<Value extends Date ? string | Date : Value extends number ? string | number : string>
    : T extends readonly (infer One)[]
      ? string extends One
        ? ForLists<string | number>
        : One | readonly One[]
      : string;

type GivenOf<Typed, Name extends keyof Typed> = { [Option in Name]?: Given<NonNullable<Typed[Option]>> | undefined };

/** How suppression lists are read, and how far they are trusted; see `svscrub check --help`. */
export interface ListOptions extends GivenOf<SuppressionArguments, Exclude<keyof SuppressionArguments, "suppress">> {}

export interface CampaignOptions extends GivenOf<CheckArguments, "channel" | "types" | "keepForeign"> {}

/** Files or folders, by names of their own or as `NAME=FILE`. */
export type Lists = ForLists<string>;

export interface SuppressionOptions extends ListOptions, CampaignOptions {
  lists: Lists;
}

/** What only the command has, on a screen or as a word of its own. */
const OF_THE_COMMAND = [
  ...(["json", "quiet", "progress", "color", "lang", "version", "help", "at", "follow"] as const),
  ...(["dryRun", "suppression", "suppress"] as const),
];
type OfTheCommand = (typeof OF_THE_COMMAND)[number] | "words" | "lists" | "output" | "report";

export interface ScrubOptions extends GivenOf<ScrubArguments, Exclude<keyof ScrubArguments, OfTheCommand>> {
  /** Phone lists: files, or streams. */
  lists: string | GivenSource | readonly (string | GivenSource)[];
  /** Suppression lists; `false` to scrub without any. A stream has no date, and is best given a name. */
  suppress: ForLists<string | GivenSource> | false;
  /**
   * The clean list; into a stream it goes once the run is whole, and ends it. Without it nothing is written, and the
   * report says what would be.
   */
  output?: string | GivenSink | undefined;
  /** Default: `X.audit.json` beside `X.csv`. */
  report?: string | readonly string[] | false | undefined;
  /** Ends the run: nothing new stands then, and its reason is thrown. */
  signal?: { readonly aborted: boolean; readonly reason?: unknown; throwIfAborted(): void } | undefined;
  /** `share` of the list that is read, from 0 to 1; `records` of all lists. */
  onProgress?: ((progress: { share: number | undefined; records: number }) => void) | undefined;
}

/** The command's own that a registry takes, for all its messages and for what is added. */
export const OF_MESSAGES = ["create", "channel", "source", "own", "tz", "ack", "ackTemplate"] as const;
export const OF_ADDING = ["channel", "action", "reason"] as const;

export interface RegistryOptions extends GivenOf<ArgumentsOf<"registry import">, (typeof OF_MESSAGES)[number]> {
  /** The registry: a ledger that only grows. */
  path: string;
  /** The ledger of what a person must decide; until then it bars. */
  review: string;
  /** What words mean in the actions of messages: `opt-out`, `opt-in`, `other` or `review`. */
  map?: string | readonly string[] | Readonly<Record<string, "opt-out" | "opt-in" | "other" | "review">> | undefined;
}

export interface AddOptions extends GivenOf<ArgumentsOf<"registry add">, (typeof OF_ADDING)[number]> {}

export function isOfTheCommand(option: string): boolean {
  return OF_THE_COMMAND.some((name) => name === option);
}

/** Parses options that were looked at, and further words, as the command does: nothing among them asks for a help. */
export async function parsed<Typed extends object>(
  name: CommandName,
  { parse }: Pick<Command<Typed>, "parse">,
  options: object,
  ...words: readonly string[]
): Promise<Typed> {
  return parse([...wordsOf(name, options), ...words], { sentences: await sentencesIn("en") }) as Typed;
}

function wordsOf(command: CommandName, options: object): string[] {
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const rows = rowsOf(command).flatMap(([property, row]) => (property === name ? row : []));
    const separator = rows[0]?.parse?.separator;
    const texts = valuesOf(value);
    if (typeof value !== "boolean")
      return (separator === undefined ? texts : [texts.join(separator)]).map((text) => `--${kebab}=${text}`);
    // `header: true` and `force: false` are what is so without them.
    const isNegated = rows.some(({ flags }) => flags.startsWith("--no-"));
    return value === isNegated ? [] : [value ? `--${kebab}` : `--no-${kebab}`];
  });
}

/** Each as it would be typed: those of named lists as `NAME=VALUE`. */
export function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  // A date that is none is refused like a wrong word.
  if (value instanceof Date) return [Number.isNaN(value.getTime()) ? String(value) : value.toISOString()];
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, one]) => valuesOf(one).map((text) => `${name}=${text}`));
}

/** Refuses what names the program's own streams. */
export function refuseStreams(paths: readonly string[]): void {
  if (paths.some((path) => /^(?:[^=]+=)?-$/.test(path))) throw new ScrubError(ExitCode.usage, "processStream", []);
}
