// How a run fails, and what it warns of: a ScrubError for what the user can mend, its exit code, and where it happened.
// An error carries the name of its sentence and its values, never prose: text/ says it, and declares below with which values.
// Anything else that is thrown is a bug in svscrub (exit 70).

/** The contract's exit codes. */
export const ExitCode = {
  done: 0,
  no: 1,
  usage: 2,
  phoneList: 3,
  suppressionList: 4,
  io: 5,
  guard: 6,
  bug: 70,
  interrupted: 130,
  closedPipe: 141,
  terminated: 143,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/**
 * The place of an error: the file as it was typed, of a workbook the sheet, and the line or the sheet's row (from 1)
 * where the record began.
 */
export interface Place {
  file?: string;
  sheet?: string;
  line?: number;
  /** The record's number, from 1 after the header, where it is known. */
  record?: number;
}

/** By the name of each error and of each warning, its values. text/sentences.ts adds them all, so that one without a sentence does not compile. */
// biome-ignore lint/suspicious/noEmptyInterface: its members are declared where the sentences are.
export interface ErrorValues {}
// biome-ignore lint/suspicious/noEmptyInterface: its members are declared where the sentences are.
export interface WarningValues {}

export type ErrorName = keyof ErrorValues;
export type WarningCode = keyof WarningValues;

/** Something that a person should look at; its code is stable and stands in the report. */
export type Warning = { [Code in WarningCode]: { code: Code; values: WarningValues[Code] } }[WarningCode];

/** An unusable run. `name`d sentence and its values; text/ says it in the user's language. */
export class ScrubError<N extends ErrorName = ErrorName> extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly sentence: N,
    readonly values: ErrorValues[N],
    readonly place: Place = {},
    options?: { cause?: unknown },
  ) {
    super(sentence, options);
    this.name = "ScrubError";
  }
}
