// How a run fails: a ScrubError for what the user can mend, its exit code, and where it happened.
// The sentences are text/'s work: an error carries the sentence's name and its values, never prose.
// Anything else that is thrown is a bug in svscrub (exit 70).

import type { CommonSentences, ErrorSentences, Sentence } from "./text/sentences.js";

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

export type ErrorName = keyof ErrorSentences;

/** An unusable run. `name`d sentence and its values; text/ says it in the user's language. */
export class ScrubError<N extends ErrorName = ErrorName> extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly sentence: N,
    readonly values: Parameters<ErrorSentences[N]>,
    readonly place: Place = {},
    options?: { cause?: unknown },
  ) {
    super(sentence, options);
    this.name = "ScrubError";
  }
}

/** What it says in a language. */
export function sayError(error: ScrubError, sentences: CommonSentences): Sentence {
  // The name and its values come from one entry of ErrorSentences, which TypeScript can't follow through the lookup.
  const sentence = sentences.errors[error.sentence] as (...values: unknown[]) => Sentence;
  return sentence(...error.values.map((value) => (typeof value === "string" ? saidBack(value) : value)));
}

/** The length of the longest path that is shown whole. */
const LONGEST_PATH = 4096;
const BEGINNING = 200;

/** A name as a message says it. */
export function saidBack(name: string): string {
  return name.length <= LONGEST_PATH ? name : `${name.slice(0, BEGINNING)}…`;
}
