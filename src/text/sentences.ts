// The types of the sentences, as English says them: one that is missing in another language does not compile.
// A sentence never holds a cell's content; file names, list names and column names are the user's own words.

import type { all } from "./en/answers.js";
import type { manual } from "./en/manual.js";
import type { en } from "./en/sentences.js";
import type { HelpSentences } from "./help.js";

declare module "../errors.js" {
  interface ErrorValues extends ValuesOf<ErrorSentences> {}
  interface WarningValues extends ValuesOf<WarningSentences> {}
}

/** The type of the same texts in any language: functions of the same values, and text. An error is `what | hint`. */
export type Texts<English> = {
  [Name in keyof English]: English[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : English[Name] extends string
      ? English[Name]
      : Texts<English[Name]>;
};

/** What every run may say, a scrub too. */
export interface CommonSentences extends Texts<Omit<typeof en, "help">> {
  help: HelpSentences;
}

/** The whole of a language: what a scrub never says is loaded apart. */
export interface Sentences extends Texts<Omit<typeof all, "help">> {
  help: HelpSentences;
}

/** What is said beside the options, to whoever asks for help. */
export type Manual = typeof manual;

/** By the name of each sentence, the values that it is said with. */
export type ValuesOf<Sentences> = {
  [Name in keyof Sentences]: Sentences[Name] extends (...values: infer Values) => string ? Values : [];
};

export type ErrorSentences = CommonSentences["errors"];
export type WarningSentences = CommonSentences["warnings"];
