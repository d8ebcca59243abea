// The types of the sentences, derived from English: one missing in another language does not compile. A sentence never shows a
// cell; names of files, lists and columns are the user's own words.

import type { all } from "./en/answers.js";
import type { manual } from "./en/manual.js";
import type { en } from "./en/sentences.js";
import type { HelpSentences } from "./help.js";

declare module "../errors.js" {
  interface ErrorValues extends ValuesOf<ErrorSentences> {}
  interface WarningValues extends ValuesOf<WarningSentences> {}
}

/** The type of the same texts in any language: texts, and functions of the same values. An error is `what | hint`. */
export type Texts<English> = {
  [Name in keyof English]: English[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : English[Name] extends string
      ? English[Name]
      : Texts<English[Name]>;
};

/** The sentences of every run, also of a scrub. */
export interface CommonSentences extends Texts<Omit<typeof en, "help">> {
  help: HelpSentences;
}

/** All sentences of a language; a scrub does not load the rest. */
export interface Sentences extends Texts<Omit<typeof all, "help">> {
  help: HelpSentences;
}

/** The help texts that no option has. */
export type Manual = typeof manual;

/** The values of each sentence by its name. */
export type ValuesOf<Sentences> = {
  [Name in keyof Sentences]: Sentences[Name] extends (...values: infer Values) => string ? Values : [];
};

export type ErrorSentences = CommonSentences["errors"];
export type WarningSentences = CommonSentences["warnings"];
