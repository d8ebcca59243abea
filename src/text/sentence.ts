// What a sentence is, in any language.

/** What is wrong, and what to do about it. */
export interface Sentence {
  what: string;
  hint?: string;
}

/** By the name of each sentence, the values that it is said with. */
export type ValuesOf<Sentences> = {
  [Name in keyof Sentences]: Sentences[Name] extends (...values: infer Values) => unknown ? Values : never;
};
