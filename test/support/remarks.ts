// Random texts that tell of an opt-out, made of the phrases themselves.

import fc from "fast-check";
import { PHRASES, REMARK } from "../../src/headers/opt-out-words.js";

/** Texts of a pattern without what only looks around. */
function textsOf(pattern: string): fc.Arbitrary<string> {
  const source = pattern.replace(/\\b|[$^]/g, "").replace(/\\w/g, "[a-z]");
  return fc.stringMatching(new RegExp(`^(?:${source})$`)).filter((text) => REMARK.test(text));
}

/** Each phrase as often as any other. */
export const remarks = fc.oneof(...[...PHRASES, REMARK.source].map(textsOf));
