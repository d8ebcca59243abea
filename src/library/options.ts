// The options of the library: those of the command by their long names in camelCase, with the same values. They become
// the words that the command would be typed with, so that they mean the same and are refused with the same sentences.

import type { Command as Program } from "commander";
import type { HelpSetting, Shown } from "../commands/command.js";
import { VERSION } from "../commands/version.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { GivenSource } from "../files/given-streams.js";
import type { GivenSink } from "../files/held-back.js";
import type { NumberType } from "../phone/number.js";
import type { Channel } from "../suppression/event.js";
import { sentencesIn } from "../text/language.js";

/** An `AbortSignal`, whose type not every program knows. */
export interface EndingSignal {
  readonly aborted: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: as in an AbortSignal.
  readonly reason: any;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** One for all lists, several, or by the names of lists. */
export type ForLists<T> = T | readonly T[] | Readonly<Record<string, T>>;

/** How suppression lists are read, and how far they are trusted; see `svscrub check --help`. */
export interface ListOptions {
  suppressColumn?: ForLists<string | number> | undefined;
  delimiter?: ForLists<string> | undefined;
  encoding?: ForLists<string> | undefined;
  sheet?: ForLists<string> | undefined;
  maxSize?: string | undefined;
  headerRow?: ForLists<number | string> | undefined;
  /** Lists without a header, by their names. */
  headerless?: string | readonly string[] | undefined;
  /** The offset of times that name none, such as `-06:00`, which is the default. */
  tz?: string | undefined;
  hashKeyFile?: string | undefined;
  /** `24h`, `30d`: an older list is refused, and later answers no. */
  maxAge?: ForLists<string> | undefined;
  /** By the names of lists, or as `NAME=DATE`. */
  asOf?: string | readonly string[] | Readonly<Record<string, string | Date>> | undefined;
  maxUnreadable?: ForLists<string> | undefined;
  minEntries?: ForLists<number | string> | undefined;
  baseline?: string | undefined;
  maxShrink?: string | undefined;
  maxRange?: ForLists<number | string> | undefined;
  allowEmpty?: string | readonly string[] | undefined;
  /** Hashed lists that are trusted although nothing proves that their hashes can be read. */
  allowUnproven?: string | readonly string[] | undefined;
  optIns?: string | readonly string[] | undefined;
  canary?: ForLists<string> | undefined;
  /** Our own numbers, such as the switchboard: no opt-outs where a list is a text. */
  own?: string | readonly string[] | undefined;
}

export interface CampaignOptions {
  /** Default `any`: every opt-out bars. */
  channel?: Channel | undefined;
  /** Number types that may be contacted; default mobile and fixed. */
  types?: NumberType | readonly NumberType[] | undefined;
  keepForeign?: boolean | undefined;
}

/** Files or folders, by names of their own or as `NAME=FILE`. */
export type Lists = string | readonly string[] | Readonly<Record<string, string>>;

export interface SuppressionOptions extends ListOptions, CampaignOptions {
  lists: Lists;
}

export interface ScrubOptions extends ListOptions, CampaignOptions {
  /** Phone lists: files, or streams. */
  lists: string | GivenSource | readonly (string | GivenSource)[];
  /** Suppression lists; `false` to scrub without any. A stream has no date, and is best given a name. */
  suppress:
    | Lists
    | GivenSource
    | readonly (string | GivenSource)[]
    | Readonly<Record<string, string | GivenSource>>
    | false;
  /**
   * The clean list; into a stream it goes once the run is whole, and ends it. Without it nothing is written, and the
   * report says what would be.
   */
  output?: string | GivenSink | undefined;
  removed?: string | undefined;
  /** Default: `X.audit.json` beside `X.csv`. */
  report?: string | readonly string[] | false | undefined;
  log?: string | undefined;
  force?: boolean | undefined;
  keepDuplicates?: boolean | undefined;
  phoneFormat?: "e164" | "national" | "digits" | "original" | undefined;
  flag?: boolean | undefined;
  /** The clean list as strict CSV: UTF-8, commas, LF. */
  normalize?: boolean | undefined;
  column?: ForLists<string | number> | undefined;
  optOutColumn?: string | number | readonly (string | number)[] | undefined;
  ignoreColumn?: string | number | readonly (string | number)[] | undefined;
  /** `false` where the phone lists have none. */
  header?: boolean | undefined;
  maxRemoved?: string | undefined;
  maxInvalid?: string | undefined;
  strict?: boolean | undefined;
  validFor?: string | undefined;
  /** By their keys, or as `KEY=VALUE`. */
  label?: ForLists<string> | undefined;
  /** Ends the run: nothing new stands then, and its reason is thrown. */
  signal?: EndingSignal | undefined;
  /** `share` of the list that is read, from 0 to 1; `records` of all lists. */
  onProgress?: ((progress: { share: number | undefined; records: number }) => void) | undefined;
}

export interface RegistryOptions {
  /** The registry: a ledger that only grows. */
  path: string;
  /** The ledger of what a person must decide; until then it bars. */
  review: string;
  /** Begins those of both that do not exist yet, but no registry whose review is there. Without it they must exist. */
  create?: boolean | undefined;
  /** How the messages come; default `sms`. A message that names its own has that. */
  channel?: Channel | undefined;
  /** The name of the messages' source in the registry; default `sms`. */
  source?: string | undefined;
  /** Our own numbers: nobody's who writes to us. */
  own?: string | readonly string[] | undefined;
  /** What words mean in the actions of messages: `opt-out`, `opt-in`, `other` or `review`. */
  map?: string | readonly string[] | Readonly<Record<string, "opt-out" | "opt-in" | "other" | "review">> | undefined;
  /** The offset of times that name none, such as `-06:00`, which is the default. */
  tz?: string | undefined;
  /** A file to which acknowledgements are added, too. */
  ack?: string | undefined;
  /** Templates of acknowledgements; JSON. */
  ackTemplate?: string | undefined;
}

export interface AddOptions {
  /** Default `any`. */
  channel?: Channel | undefined;
  /** Default `opt-out`. */
  action?: "opt-out" | "opt-in" | undefined;
  /** A few words. */
  reason?: string | undefined;
}

/** The value of an option; it is one only where it was set. */
type Value = string | number | boolean | Date;

/** What commands are parsed with. */
export async function librarySetting(): Promise<HelpSetting> {
  return { sentences: await sentencesIn("en"), version: VERSION };
}

/** What only the command has, on a screen or as a word of its own. */
const OF_THE_COMMAND = "json quiet progress color lang version at follow dryRun suppression suppress".split(" ");

export function isOfTheCommand(option: string): boolean {
  return OF_THE_COMMAND.includes(option);
}

/** The words of options that were looked at. */
export function wordsOf(options: object, program: Program): string[] {
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (typeof value !== "boolean") return valuesOf(value).map((text) => `--${kebab}=${text}`);
    // `header: true` and `force: false` are what is so without them.
    const isNegated = program.options.some((option) => option.negate && option.attributeName() === name);
    return value === isNegated ? [] : [value ? `--${kebab}` : `--no-${kebab}`];
  });
}

/** Each as it would be typed: those of named lists as `NAME=VALUE`. */
export function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((one: Value) => textOf(one));
  if (typeof value !== "object" || value === null || value instanceof Date) return [textOf(value as Value)];
  return Object.entries(value as Record<string, Value>).map(([name, one]) => `${name}=${textOf(one)}`);
}

function textOf(value: Value): string {
  // A date that is none is refused like a wrong word.
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : String(value);
}

/** Returns what was typed: nothing that is asked for here can be shown. */
export function parsed<T extends object>(typed: T | Shown): T {
  if ("show" in typed) throw new ScrubError(ExitCode.usage, "unknownOption", ["--help", undefined, "help"]);
  return typed;
}

/** The program's own streams are its own. */
export function refuseStreams(paths: readonly string[]): void {
  if (paths.some((path) => /^(?:[^=]+=)?-$/.test(path))) throw new ScrubError(ExitCode.usage, "processStream", []);
}
