// The type of the words of the summary on stderr; a text missing in one language does not compile.

export interface SummarySentences {
  read: string;
  dispositions: Record<"clean" | "suppressed" | "duplicate" | "excluded" | "foreign" | "invalid", string>;
  reasons: Record<string, string>;
  lists: string;
  listLine(name: string, entries: number, matched: number, onlyHere: number): string;
  blankLines(count: number): string;
  /** `understood`: of the file's form, what is not usual. */
  columns(file: string, understood: readonly string[], columns: string): string;
  /** A character, `tab` or `none`. */
  delimiter(shown: string): string;
  column(position: number): string;
  wrote(file: string, records: number | undefined): string;
  validUntil(when: string): string;
  dryRun: string;
  typeThis: string;
  next: string;
  warning: string;
  /** How many records were read so far. */
  progress(records: number): string;
  oldStays(file: string): string;
  bug: string;
}
