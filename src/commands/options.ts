// The table of all options and commands: flags, parsers and defaults. Argument types, help, man pages, completion and the
// library's options are derived from it; text/ holds the descriptions.

import type { ImportKind } from "../headers/import-columns.js";
import type { PhoneFormat } from "../phone/format.js";
import type { NumberType } from "../phone/number.js";
import type { Channel } from "../suppression/event.js";
import { DEFAULT_MAX_SHRINK } from "../suppression/trust.js";
import type { CommandName, OptionGroup } from "../text/help.js";
import { EL_SALVADOR } from "../time/time-zone.js";
import { DEFAULT_MAX_SIZE } from "../workbook/faults.js";
import { COLORS } from "./command.js";
import {
  jsonFile,
  listFile,
  type NamedValue,
  oneOf,
  outputFile,
  type Parser,
  parseAge,
  parseChannel,
  parseCount,
  parseDelimiter,
  parseEncoding,
  parseGrace,
  parseLabel,
  parseLanguage,
  parsePercentage,
  parseRow,
  parseSize,
  parseTypedMoment,
  parseTypes,
  parseWorkingDays,
  parseZone,
  reportFile,
} from "./typed-values.js";

/** An option with values of type T; without a parser the text as typed. */
export interface OptionRow<T = unknown> {
  flags: string;
  parse?: Parser | undefined;
  initial?: unknown;
  /** The option may be repeated, or given for lists by name; its value is an array. */
  many?: "each" | "perList";
  /** A second value (for the same list) is refused: it would replace the first in silence. */
  once?: true;
  /** The command requires it. */
  isNeeded?: true;
  /** Used only by the program itself. */
  isHidden?: true;
  /** Never set: carries the value's type. */
  is?: T;
}

const value = <T = string>(flags: string, parse?: Parser<T>): OptionRow<T | undefined> => ({ flags, parse });
const valueOr = <T>(flags: string, parse: Parser<T>, initial: NoInfer<T>): OptionRow<T> => ({ flags, parse, initial });
const needed = <T = string>(flags: string, parse?: Parser<T>) => ({ flags, parse, isNeeded: true }) as OptionRow<T>;
const once = <T>(row: OptionRow<T>): OptionRow<T> => ({ ...row, once: true });
const each = (flags: string, parse?: Parser<string>): OptionRow<readonly string[]> => ({
  ...{ flags, parse, many: "each", initial: [] },
});
const flag = (flags: string): OptionRow<boolean> => ({ flags, initial: false });
/** `--no-…`: true unless typed. */
const negated = (flags: string): OptionRow<boolean> => ({ flags });
/** A default is the first value: it is reported with the others, and each of them counts before it. */
const perList = <T = string>(flags: string, parse?: Parser<T>, ...all: T[]) =>
  ({ flags, parse, many: "perList", initial: all.map((value) => ({ value })) }) as OptionRow<readonly NamedValue<T>[]>;

export const PHONE_FORMATS: readonly PhoneFormat[] = ["e164", "national", "digits", "original"];
const TYPES: readonly NumberType[] = ["mobile", "fixed"];
const KINDS: readonly ImportKind[] = ["sms", "call", "form", "consent", "reviewed"];

/** Options by the property that holds the value. A suffix after a colon marks another form for some commands. */
export const OPTIONS = {
  quiet: flag("-q, --quiet"),
  lang: value("--lang <LANG>", parseLanguage),
  color: value("--color <WHEN>", oneOf(COLORS)),
  version: value("-V, --version"),
  help: value("-h, --help"),
  force: flag("-f, --force"),
  json: flag("--json"),
  follow: flag("--follow"),

  suppress: each("-s, --suppress <[NAME=]FILE...>"),
  output: once(value("-o, --output <FILE>", listFile)),
  "output:records": once(value("-o, --output <FILE>", outputFile)),
  "output:export": valueOr("-o, --output <FILE>", jsonFile, "-"),
  removed: once(value("--removed <FILE>", listFile)),
  "removed:records": value("--removed <FILE>", outputFile),
  report: { ...each("--report <FILE>", reportFile), initial: undefined } as OptionRow<readonly string[] | undefined>,
  "report:no": { flags: "--no-report" } as OptionRow<false>,
  "report:audit": each("--report <FILE>", reportFile),
  log: value("--log <FILE>", jsonFile),
  "log:read": value("--log <FILE>"),
  dryRun: flag("-n, --dry-run"),
  label: each("--label <KEY=VALUE>", parseLabel),

  channel: once(value("--channel <CHANNEL>", parseChannel)),
  "channel:any": once(valueOr<Channel>("--channel <CHANNEL>", parseChannel, "any")),
  types: valueOr("--types <TYPES>", parseTypes, TYPES),
  keepDuplicates: flag("--keep-duplicates"),
  keepForeign: flag("--keep-foreign"),
  phoneFormat: valueOr("--phone-format <FORMAT>", oneOf(PHONE_FORMATS), "e164"),
  flag: flag("--flag"),
  normalize: flag("--normalize"),
  suppression: negated("--no-suppression"),
  maxRemoved: value("--max-removed <PCT>", parsePercentage),
  maxInvalid: value("--max-invalid <PCT>", parsePercentage),
  strict: flag("--strict"),
  validFor: valueOr("--valid-for <AGE>", parseAge, parseAge("--valid-for", "24h")),
  progress: valueOr("--progress <WHEN>", oneOf<"auto" | "never">(["auto", "never"]), "auto"),

  column: each("-c, --column <NAME|N>"),
  "column:list": each("-c, --column <[NAME=]COL>"),
  optOutColumn: each("--opt-out-column <COL[=VALUE]>"),
  ignoreColumn: each("--ignore-column <NAME|N>"),
  delimiter: once(perList("--delimiter <[NAME=]CHAR>", parseDelimiter)),
  "delimiter:one": value("--delimiter <CHAR>", parseDelimiter),
  encoding: once(perList("--encoding <[NAME=]ENC>", parseEncoding)),
  "encoding:one": value("--encoding <ENC>", parseEncoding),
  sheet: once(perList("--sheet <[NAME=]SHEET>")),
  "sheet:one": value("--sheet <SHEET>"),
  maxSize: valueOr("--max-size <SIZE>", parseSize, DEFAULT_MAX_SIZE),
  headerRow: once(perList("--header-row <[NAME=]N>", parseRow)),
  "headerRow:one": value("--header-row <N>", parseRow),
  header: negated("--no-header"),
  headerless: { ...each("--headerless <NAME>"), isHidden: true },
  tz: valueOr("--tz <OFFSET>", parseZone, EL_SALVADOR),

  suppressColumn: each("--suppress-column <[NAME=]COL>"),
  hashKeyFile: value("--hash-key-file <FILE>"),
  own: each("--own <NUMBER>"),
  maxAge: once(perList("--max-age <[NAME=]AGE>", parseAge)),
  asOf: once(perList("--as-of <NAME=DATE>", parseTypedMoment)),
  maxUnreadable: once(perList("--max-unreadable <[NAME=]PCT>", parsePercentage)),
  minEntries: once(perList("--min-entries <[NAME=]N>", parseCount)),
  baseline: value("--baseline <REPORT>"),
  maxShrink: valueOr("--max-shrink <PCT>", parsePercentage, DEFAULT_MAX_SHRINK),
  maxRange: once(perList("--max-range <[NAME=]N>", parseCount)),
  allowEmpty: each("--allow-empty <NAME>"),
  allowUnproven: each("--allow-unproven <NAME>"),
  optIns: each("--opt-ins <NAME>"),
  canary: perList("--canary <[NAME=]NUMBER>"),

  at: value("--at <TIME>", parseTypedMoment),
  find: each("--find <DIR>"),
  fresh: flag("--fresh"),
  grace: valueOr("--grace <AGE>", parseGrace, 0),
  hours: each("--hours <HOURS>"),
  holidays: once(value("--holidays <FILE>")),
  maxContacts: once(value("--max-contacts <N/AGE>")),

  registry: needed("--registry <FILE>", outputFile),
  "registry:read": needed("--registry <FILE>"),
  kind: needed("--kind <KIND>", oneOf(KINDS)),
  review: once(value("--review <FILE>", outputFile)),
  "review:read": value("--review <FILE>"),
  create: flag("--create"),
  ack: value("--ack <FILE>", outputFile),
  ackTemplate: value("--ack-template <FILE>"),
  source: value("--source <NAME>"),
  textColumn: once(value("--text-column <NAME|N>")),
  actionColumn: once(value("--action-column <NAME|N>")),
  channelColumn: once(value("--channel-column <NAME|N>")),
  dateColumn: once(value("--date-column <NAME|N>")),
  senderColumn: once(value("--sender-column <NAME|N>")),
  map: each("--map <WORD=ACT>"),
  action: valueOr("--action <ACT>", oneOf<"opt-out" | "opt-in">(["opt-out", "opt-in"]), "opt-out"),
  reason: { flags: "--reason <TEXT>", initial: "" } as OptionRow<string>,
  "reason:needed": needed("--reason <TEXT>"),
  format: valueOr("--format <FMT>", oneOf<"csv" | "json">(["csv", "json"]), "csv"),
  hash: value("--hash <ALG>", oneOf(["sha256"])),
  since: value("--since <EVENT>"),
  due: value("--due <DAYS>", parseWorkingDays),
} as const;

type OptionKey = keyof typeof OPTIONS;

/** Options about reading lists; each may be given for one list. */
const READING_OF_LISTS = ["delimiter", "encoding", "sheet", "maxSize", "headerRow", "header", "headerless"] as const;
const READING = ["suppressColumn", ...READING_OF_LISTS, "tz", "hashKeyFile", "own"] as const;
const TRUST = [
  ...(["maxAge", "asOf", "maxUnreadable", "minEntries", "baseline", "maxShrink", "maxRange"] as const),
  ...(["allowEmpty", "allowUnproven", "optIns", "canary"] as const),
] as const;
const READING_OF_ONE = ["delimiter:one", "encoding:one", "sheet:one", "maxSize", "headerRow:one", "header"] as const;

/** A command's usage, operands (as commander writes them), and options by the headings of its help. */
export interface Takes {
  usage: string;
  operands: string;
  /** The values that its operand may have. */
  words?: readonly string[];
  /** The properties of options in its short help; all if undefined. */
  usual?: readonly string[];
  options: Partial<Record<OptionGroup | "none", readonly OptionKey[]>>;
}

export const TAKES = {
  scrub: {
    usage: "[scrub] LIST... -s FILE... [-o CLEAN]",
    operands: "[LIST...]",
    usual: ["suppress", "output", "removed", "force", "dryRun", "column", "channel", "maxAge"],
    options: {
      files: ["suppress", "output", "removed", "report", "report:no", "log", "force", "dryRun"],
      kept: [
        ...(["channel:any", "types", "keepDuplicates", "keepForeign", "phoneFormat", "flag", "normalize"] as const),
        "suppression",
      ],
      reading: ["column:list", "optOutColumn", "ignoreColumn", ...READING],
      trust: TRUST,
      guards: ["maxRemoved", "maxInvalid", "strict"],
      other: ["validFor", "label", "progress", "json"],
    },
  },
  check: {
    usage: "NUMBER... -s FILE...",
    operands: "[NUMBER...]",
    usual: ["suppress", "channel", "at", "maxAge", "follow", "json"],
    options: {
      none: ["suppress", "channel:any", "types", "keepForeign", "at"],
      ...{ reading: READING, trust: TRUST, other: ["follow", "json"] },
    },
  },
  inspect: {
    usage: "FILE...",
    operands: "[FILE...]",
    usual: ["column", "sheet", "json", "delimiter", "encoding", "header"],
    options: { none: ["column:list", ...READING_OF_LISTS, "json"] },
  },
  audit: {
    usage: "CONTACT_LOG -s FILE... [-o FILE]",
    operands: "[CONTACT_LOG]",
    usual: ["suppress", "output", "report", "grace", "hours", "maxContacts"],
    options: {
      none: [
        ...(["suppress", "output:records", "column", "dateColumn", "channel", "grace", "hours", "holidays"] as const),
        ...(["maxContacts", "report:audit", "label"] as const),
      ],
      ...{ reading: READING, trust: TRUST, other: ["force", "json"] },
    },
  },
  verify: {
    usage: "REPORT.json [-s FILE...]",
    operands: "[REPORT]",
    usual: ["suppress", "fresh", "removed", "find", "log", "json"],
    options: {
      none: ["find", "fresh", "log:read", "suppress", "removed:records"],
      ...{ reading: READING, trust: TRUST, other: ["force", "json"] },
    },
  },
  registry: { usage: "COMMAND", operands: "[COMMAND]", options: {} },
  "registry add": {
    usage: "NUMBER... --registry FILE",
    operands: "<NUMBER...>",
    usual: ["registry", "channel", "action", "reason", "ack"],
    options: { none: ["registry", "channel:any", "action", "reason", "ack", "ackTemplate"] },
  },
  "registry import": {
    usage: "FILE --registry FILE --kind KIND",
    operands: "<FILE>",
    usual: ["registry", "kind", "review", "ack", "follow", "map"],
    options: {
      none: [
        ...(["registry", "kind", "review", "follow", "create", "json", "ack", "ackTemplate", "channel"] as const),
        ...(["source", "column", "textColumn", "actionColumn", "channelColumn", "dateColumn"] as const),
        ...(["senderColumn", "own", "map", ...READING_OF_ONE, "tz"] as const),
      ],
    },
  },
  "registry export": {
    usage: "--registry FILE",
    operands: "",
    usual: ["registry", "output", "channel", "format", "hashKeyFile"],
    options: {
      none: ["registry:read", "output:export", "channel:any", "format", "hash", "hashKeyFile", "since", "force"],
    },
  },
  "registry history": {
    usage: "NUMBER --registry FILE",
    operands: "<NUMBER>",
    options: { none: ["registry:read", "at", "json"] },
  },
  "registry status": {
    usage: "--registry FILE",
    operands: "",
    usual: ["registry", "due", "review", "json"],
    options: { none: ["registry:read", "due", "review:read", "holidays", "json"] },
  },
  "registry void": {
    usage: "EVENT... --registry FILE --reason TEXT",
    operands: "<EVENT...>",
    options: { none: ["registry", "reason:needed"] },
  },
  "registry merge": { usage: "FILE... --registry FILE", operands: "<FILE...>", options: { none: ["registry"] } },
  "registry erase": {
    usage: "NUMBER... --registry FILE",
    operands: "<NUMBER...>",
    options: { none: ["registry", "review"] },
  },
  demo: { usage: "[FOLDER]", operands: "[FOLDER]", options: {} },
  completion: {
    usage: "bash|zsh|fish|powershell",
    operands: "<SHELL>",
    words: ["bash", "zsh", "fish", "powershell"],
    options: {},
  },
} as const satisfies Record<CommandName, Takes>;

type Property<Key> = Key extends `${infer Name}:${string}` ? Name : Key;
type Typed<Key extends OptionKey> = {
  [K in Key as Property<K>]: (typeof OPTIONS)[K] extends OptionRow<infer T> ? T : never;
};
type KeysOf<Options> = Options[keyof Options] extends readonly (infer Key)[] ? Key & OptionKey : never;

export type ArgumentsOf<Name extends CommandName> = Typed<KeysOf<(typeof TAKES)[Name]["options"]> | "quiet">;

/** The parsed options about suppression lists, of every command with -s. */
export interface SuppressionArguments
  extends Typed<"suppress" | Exclude<(typeof READING | typeof TRUST)[number], "header">> {}

/** The parsed options about reading one list. */
export interface ReadingArguments extends Typed<"column" | (typeof READING_OF_ONE)[number]> {}

/** Options that concern suppression lists only. */
export const OF_SUPPRESSION_LISTS: readonly OptionKey[] = [
  ...(["suppressColumn", "tz", "hashKeyFile", "own"] as const),
  ...TRUST,
];

/** A command, or "" for svscrub as a whole. */
export type TopicName = CommandName | "";

export function subcommandsOf(name: TopicName): CommandName[] {
  const names = Object.keys(TAKES) as CommandName[];
  return names.filter((other) => (name === "" ? !other.includes(" ") : other.startsWith(`${name} `)));
}

/** Returns the options of a command by property. */
export function rowsOf(name: CommandName): [property: string, row: OptionRow][] {
  const keys: readonly OptionKey[] = Object.values(TAKES[name].options).flat();
  return keys.map((key) => [key.replace(/:.*/, ""), OPTIONS[key]]);
}

/** Returns an option as typed: `--max-age`. */
export function longOf(key: OptionKey): string {
  return /--[a-z-]+/.exec(OPTIONS[key].flags)![0].replace("headerless", "no-header");
}
