// What a reply means: a keyword, a sentence, or something that a person must look at. Nothing here drops what is unclear:
// a wrong opt-out costs a sale, a wrong "other" breaks a promise.

import { type Intent, keywordOf } from "./keywords.js";
import { foldMessage } from "./phrases.js";
import { requestOf } from "./requests.js";

export interface Reply {
  intent: Intent;
  /** Of an opt-out: on every channel, not only the one that it came by. */
  any: boolean;
  /** Of the message; Spanish where it does not show. */
  language: "es" | "en";
}

export function classifyReply(message: string): Reply {
  if (REACTION.test(message))
    return { intent: "unclear", any: false, language: ENGLISH_REACTION.test(message) ? "en" : "es" };
  const folded = withJoinedLetters(foldMessage(message));
  if (folded === "") return { intent: FORBIDDING.test(message) ? "unclear" : "other", any: false, language: "es" };
  // An answer by number may be to a menu of which we know nothing.
  if (/^[\d ]+$/.test(folded)) return { intent: folded.length <= 3 ? "unclear" : "other", any: false, language: "es" };
  const keyword = keywordOf(folded);
  if (keyword !== undefined) return { intent: keyword.intent, any: false, language: keyword.english ? "en" : "es" };
  const { intent, any, english } = requestOf(folded);
  return { intent, any: any && intent === "opt-out", language: english ? "en" : "es" };
}

/** What telephones write where somebody reacts to a message, with the message in quotes. */
const REACTION =
  /^\s*(?:(?:liked|loved|laughed at|emphasi[sz]ed|disliked|questioned|reacted \S+ to|removed an? \w+ from)\s*["“«]|.{0,40}(?:le (?:gust[oó]|encant[oó]|dio risa)|no le gust[oó]|reaccion[oó] (?:con )?.{0,12}a|enfatiz[oó]|se ri[oó] de)\s*["“«])/iu;
const ENGLISH_REACTION = /^\s*(?:liked|loved|laughed|emph|dis|quest|react\S* \S+ to|removed)/i;
const FORBIDDING = /[🛑🚫✋🔕⛔🖕]/u;

/** `s t o p` */
function withJoinedLetters(folded: string): string {
  return /^(?:\p{L} ){2,}\p{L}$/u.test(folded) ? folded.replaceAll(" ", "") : folded;
}
