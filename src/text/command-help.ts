// The type of a command's help texts.

export interface CommandHelp<Option extends string = string> {
  /** Its line in the list of commands. */
  line: string;
  description: string;
  /** Describes its operands; undefined if it takes none. */
  operands?: string;
  /** Texts by the option's long name; `{words}` stands for the values that the option accepts. */
  option: Record<Option, string>;
  /** Example commands; the short help shows the first two. */
  examples: readonly string[];
}
