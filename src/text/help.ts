// The type of everything that --help says; like sentences.ts, a text missing in one language does not compile.

/**
 * Every command has a help of its own and a line in the list of commands. `{words}` in an option's text stands for the words
 * that it takes.
 */
export interface HelpSentences {
  usage: string;
  arguments: string;
  options: string;
  /** Headings, where a command has many options. */
  group: Record<OptionGroup, string>;
  commands: string;
  /** Below the list of commands. */
  more: string;
  /** Of options that mean the same in every command. */
  option: Record<CommonOption, string>;
  suppression: Record<SuppressionOption, string>;
  command: { [Name in CommandName]: CommandHelp<OwnOptions[Name]> };
}

export interface CommandHelp<Option extends string> {
  /** Its line in the list of commands. */
  line: string;
  description: string;
  /** What its operands are; without it there are none. */
  operands?: string;
  /** Keyed by the option's long name. */
  option: Record<Option, string>;
  examples: string;
}

export type CommandName = keyof OwnOptions;

/** Commands about the registry: two words. */
export type RegistryCommandName = Extract<CommandName, `registry ${string}`>;

/** Commands that one word names. */
export type TopCommandName = Exclude<CommandName, RegistryCommandName>;

export type OptionGroup = "files" | "kept" | "reading" | "trust" | "guards" | "other";

export type CommonOption = "quiet" | "lang" | "color" | "help" | "version";

interface OwnOptions {
  scrub: ScrubOption;
  check: CheckOption;
  inspect: InspectOption;
  audit: AuditOption;
  verify: VerifyOption;
  registry: never;
  completion: never;
  "registry add": "registry" | "channel" | "action" | "reason" | "ack" | "ack-template";
  "registry import": ImportOption;
  "registry export": "registry" | "channel" | "format" | "hash" | "hash-key-file" | "since" | "output" | "force";
  "registry history": "registry" | "at" | "json";
  "registry status": "registry" | "within" | "reports" | "json";
}

type ImportOption =
  | "registry"
  | "kind"
  | "ack"
  | "ack-template"
  | "review"
  | "channel"
  | "source"
  | "column"
  | "own"
  | "text-column"
  | "action-column"
  | "channel-column"
  | "date-column"
  | "sender-column"
  | "map"
  | "delimiter"
  | "encoding"
  | "no-header"
  | "tz";

type ScrubOption =
  | "output"
  | "removed"
  | "report"
  | "no-report"
  | "column"
  | "phone-format"
  | "flag"
  | "channel"
  | "types"
  | "keep-duplicates"
  | "keep-foreign"
  | "no-suppression"
  | "max-removed"
  | "max-invalid"
  | "strict"
  | "valid-for"
  | "label"
  | "log"
  | "dry-run"
  | "force"
  | "progress"
  | "json";

/** Options about suppression lists, which mean the same wherever -s does. */
export type SuppressionOption =
  | "suppress"
  | "suppress-column"
  | "no-header"
  | "delimiter"
  | "encoding"
  | "max-age"
  | "as-of"
  | "max-unreadable"
  | "min-entries"
  | "max-range"
  | "baseline"
  | "max-shrink"
  | "allow-empty"
  | "opt-ins"
  | "canary"
  | "hash-key-file"
  | "tz";

type CheckOption = "channel" | "types" | "keep-foreign" | "at" | "json";

type AuditOption = "output" | "column" | "channel" | "grace" | "force" | "json";

type VerifyOption = "base" | "fresh" | "log" | "removed" | "force" | "json";

type InspectOption = "column" | "delimiter" | "encoding" | "no-header" | "sample" | "json";
