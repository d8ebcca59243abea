// A code and its values as a sentence.

import type { CommonSentences, Warning } from "./sentences.js";

export function sayWarning(warning: Warning, sentences: CommonSentences): string {
  // The code and its values come from one variant of Warning, which TypeScript can't follow through the lookup.
  const sentence = sentences.warnings[warning.code] as (...values: unknown[]) => string;
  return sentence(...warning.values);
}
