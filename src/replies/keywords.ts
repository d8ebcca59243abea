// Finds messages that are a keyword, courtesy aside, by how their words sound.

import type { Clause } from "../lexicon/clauses.js";
import { KEYWORDS } from "../lexicon/phrases.js";
import { wordOf } from "../lexicon/words.js";

type Keyword = "opt-out" | "opt-in" | "help" | "unclear";

const meanings = new Map<string, Keyword>();
for (const line of KEYWORDS.trim().split(/\n(?! )/)) {
  const [meaning, keywords] = line.split(": ") as [Keyword, string];
  for (const keyword of keywords.split(",")) {
    const words = keyword.trim().split(/\s+/);
    meanings.set(soundsOf(words.map(wordOf)), meaning);
  }
}

function soundsOf(tokens: Clause): string {
  return tokens.map(({ sounded }) => sounded).join(" ");
}

const MOST_WORDS = 5;

/** Returns the meaning of a message that is one keyword, perhaps repeated; undefined for any other. */
export function keywordOf(tokens: Clause): Keyword | undefined {
  for (const words of [tokens, tokens.filter(({ roles }) => !roles.has("courtesy"))]) {
    const isRepeated = words.every(({ sounded }) => sounded === words[0]!.sounded);
    if (words.length > MOST_WORDS && !isRepeated) continue;
    const meaning = meanings.get(soundsOf(isRepeated ? words.slice(0, 1) : words));
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}
