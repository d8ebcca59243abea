// Tells what the lexicon makes of a text, for the messages of tests that fail.

import { isTelling } from "../../src/lexicon/clause.js";
import { clausesOf } from "../../src/lexicon/clauses.js";
import { mayTell } from "../../src/lexicon/cues.js";
import { findPhrase } from "../../src/lexicon/phrase-search.js";

/** The kinds of phrases in the order in which requests.ts looks for them. */
const ORDER = ["firm", "else", "aside", "state", "no", "bare", "only", "may", "likely", "back", "yes", "over"];

/** Returns the words of each clause with their roles, and the phrases that they are. */
export function heard(text: string): string {
  const clauses = clausesOf(text).map((clause) => {
    const words = clause.map(({ folded, roles }) => `${folded} [${[...roles].join(" ") || "unknown"}]`);
    const found = ORDER.flatMap((kind) => {
      const at = findPhrase(kind, clause);
      return at === undefined ? [] : [[`${kind}:`, ...clause.slice(...at).map(({ folded }) => folded)].join(" ")];
    });
    const heard = isTelling(clause) ? "" : " (not heard: no word of TELLING in clauses.ts)";
    return `${words.join(" ")}\n  is, in the order of requests.ts: ${found.join(" ; ") || "no phrase"}${heard}`;
  });
  return [...clauses, ...(mayTell(text) ? [] : ["and is not read: no beginning of cues.ts is in it"])].join("\n");
}
