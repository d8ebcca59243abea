// The types of the sentences, as English says them: one that is missing in another language does not compile.
// A sentence never holds a cell's content; file names, list names and column names are the user's own words.

import type { all } from "./en/answers.js";
import type { en } from "./en/sentences.js";
import type { HelpSentences } from "./help.js";
import type { Sentence, ValuesOf } from "./sentence.js";

declare module "../errors.js" {
  interface ErrorValues extends ValuesOf<ErrorSentences> {}
  interface WarningValues extends ValuesOf<WarningSentences> {}
}

/** The type of the same texts in any language: functions of the same values, and text. */
export type Texts<English> = {
  [Name in keyof English]: English[Name] extends (...values: infer Values) => infer Said
    ? (...values: Values) => Said extends string ? string : Sentence
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

export type ErrorSentences = CommonSentences["errors"];
export type WarningSentences = CommonSentences["warnings"];
