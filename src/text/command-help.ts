// What --help says of a command.

export interface CommandHelp<Option extends string = string> {
  /** The line in the list of commands. */
  line: string;
  description: string;
  /** What its operands are; without it there are none. */
  operands?: string;
  /** Keyed by the option's long name; `{words}` in a text stands for the words that the option takes. */
  option: Record<Option, string>;
  /** Commands to type; the first two stand in the short help. */
  examples: readonly string[];
}
