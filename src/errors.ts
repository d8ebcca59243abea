// Defines errors, warnings and exit codes. A ScrubError is a failure that the user can mend; it carries the name of its sentence
// and the sentence's values, and text/ words it. Any other error is a bug in svscrub (exit 70).

/** The exit codes. */
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

/** The place of an error: the file as typed, a workbook's sheet, and the line or the sheet's row (from 1) of the record. */
export interface Place {
  file?: string;
  sheet?: string;
  line?: number;
  /** The record number, from 1 after the header, if known. */
  record?: number;
}

/** The values of errors and warnings by name. text/sentences.ts declares them, so that one without a sentence does not compile. */
// biome-ignore lint/suspicious/noEmptyInterface: its members are declared where the sentences are.
export interface ErrorValues {}
// biome-ignore lint/suspicious/noEmptyInterface: its members are declared where the sentences are.
export interface WarningValues {}

export type ErrorName = keyof ErrorValues;
export type WarningCode = keyof WarningValues;

/** A warning; its code is stable and part of the report. */
export type Warning = { [Code in WarningCode]: { code: Code; values: WarningValues[Code] } }[WarningCode];

/** An unusable run: the name of a sentence and its values. */
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
