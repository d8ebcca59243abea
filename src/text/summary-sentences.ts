// The type of the sentences of a summary: what was read, where it went, what to do next.

import type { Disposition, TellingReason } from "../scrub/disposition.js";
import type { Channel } from "../suppression/event.js";
import type { DateSource } from "../suppression/trust.js";

export interface SummarySentences {
  read: string;
  dispositions: Record<Disposition, string>;
  /** What says more than the disposition, after the number of records: `1 placeholder`. */
  reason(reason: TellingReason, records: number): string;
  lists: string;
  listLine(name: string, entries: number, matched: number, onlyHere: number): string;
  dated(when: string, from: DateSource): string;
  /** A list that is no table. `own`: how often our own numbers stand there, which are left out, as what labels name as ids is. */
  /** Entries that are ranges, and how many numbers they cover. */
  ranges(ranges: number, numbers: number): string;
  text(numbers: number, lines: number, own: number): string;
  undated: string;
  blankLines(count: number): string;
  /** `understood`: of the file's form, what is not usual. */
  columns(file: string, understood: readonly string[], columns: string): string;
  /** The sheet of a workbook. */
  sheet(name: string): string;
  /** Their lines, or rows of a sheet; `suppress`: of a suppression list. */
  titles(lines: readonly number[], isSheet: boolean, suppress: boolean): string;
  /** A character, `tab` or `none`. */
  delimiter(shown: string): string;
  column(position: number): string;
  /** Suppressed for what stands beside the phones; `column` as it is shown. */
  besideColumn(column: string, records: number): string;
  /** Records of a list that say themselves that their people opted out. */
  /** `isMarked`: by cells that are struck through, or comments, too. */
  ownOptOuts(column: string, records: number): string;
  wrote(file: string, records: number | undefined): string;
  validUntil(when: string): string;
  /** A note beside the clean records of a run without suppression lists, and below its summary. */
  unchecked: string;
  scrubFirst: string;
  /** The channel by which alone the clean records may be contacted, beside them. */
  onlyBy: Record<Exclude<Channel, "any">, string>;
  othersMayRead(file: string): string;
  dryRun: string;
  typeThis: string;
  next: string;
  warning: string;
  /** How many records were read so far. */
  progress(records: number): string;
  /** `clock`: minutes and seconds. */
  timeLeft(clock: string): string;
  /** `by`: a key or a signal. */
  stopped(by: string): string;
  /** The run was stopped, and files were to be published. */
  stoppedUnpublished(by: string): string;
  stdoutIsCut: string;
  /** `when`: it was written. */
  oldStays(file: string, when: string): string;
  /** The last line of a scrub that failed. */
  nothingToSend: string;
  bug: string;
}
