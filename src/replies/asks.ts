// Tells what a message asks for: a keyword, an opt-out, an opt-in or nothing.

import { WAYS } from "../headers/event-words.js";
import { type Clause, flat, hasOneOf, hasRole, isOneOf, REFUSING } from "../lexicon/clause.js";
import { findPhrase, without } from "../lexicon/phrase-search.js";
import { KEYWORDS } from "../lexicon/phrases.js";
import type { ClauseRequest } from "../lexicon/requests.js";
import { rolesOf } from "../lexicon/vocabulary.js";
import { type Word, wordOf } from "../lexicon/words.js";

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

const MOST_KEYWORD_WORDS = 5;

/** Returns the meaning of a message that is one keyword, perhaps repeated; undefined for any other. */
export function keywordOf(tokens: Clause): Keyword | undefined {
  for (const words of [tokens, tokens.filter(({ roles }) => !roles.has("courtesy"))]) {
    const isRepeated = words.every(({ sounded }) => sounded === words[0]!.sounded);
    if (words.length > MOST_KEYWORD_WORDS && !isRepeated) continue;
    const meaning = meanings.get(soundsOf(isRepeated ? words.slice(0, 1) : words));
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** Roles of the other words of a request to stop. Any other may limit it: `no me envíen más facturas`. */
const SMALL_OF_STOP = new Set([
  ...REFUSING,
  ...rolesOf("small me mine them like again can courtesy polite more person number way list want ask give receive"),
  ...rolesOf("quiet worn digits none message contact deliver send consent consent-noun barred telling way-email"),
  ...WAYS,
]);

const ENDS_CONTACT: readonly ClauseRequest["says"][] = ["no", "bare", "state"];

/** Whether a clause asks us to stop and says nothing else. */
export function asksToStop({ says, clause, rest, from, to }: ClauseRequest): boolean {
  const isSmall = (token: Word, at: number) => (at >= from && at < to) || isOneOf(token, SMALL_OF_STOP);
  return ENDS_CONTACT.includes(says) && rest.every(isSmall) && !hasRole(rest, "why", "say") && !namesAnother(clause);
}

/** Whether a clause names a relative, or a number other than the sender's own: `este y el 7111-2233`. */
function namesAnother(clause: Clause): boolean {
  if (hasRole(clause, "relative")) return true;
  const isOwn = hasRole(clause, "me", "mine") || clause.some(({ folded }) => folded === "este" || folded === "this");
  return !isOwn && clause.some(({ folded, roles }) => roles.has("digits") && folded.length > 3);
}

/** Whether a clause reports, questions or limits a request made in another clause, or asks for another contact. */
export function mayTakeBack({ says, clause, rest }: ClauseRequest): boolean {
  const mayAskForContact = (token: Word) =>
    hasRole([token], "stop", "contact", "deliver", "refuse") && !token.roles.has("number");
  return findPhrase("unsure", clause) !== undefined || (!ENDS_CONTACT.includes(says) && rest.some(mayAskForContact));
}

/** Roles of which an opt-in has one: `quiero recibir mensajes`, `vuelvan a escribirme`. */
const OPT_IN = rolesOf("receive again more deliver write sign-up include give telling english");
/** Roles of the words of a certain opt-in. Any other word may limit it, set a condition or mock. */
const SMALL_OF_OPT_IN = rolesOf(
  "in small courtesy polite me mine them can want again more receive message list number yes digits",
);
const NOT_OPT_IN = rolesOf("deny stop remove refuse only less guessed way-call way-email");

/** Returns whether a message is an opt-in. `doubtful`: it may ask for something else, or for less; undefined: it is none. */
export function asksForMessages(clauses: readonly Clause[]): "certain" | "doubtful" | undefined {
  const tokens = flat(clauses);
  if (!hasOneOf(tokens, OPT_IN)) return undefined;
  const rest = flat(clauses.map((clause) => without("in", clause)));
  if (!hasRole(rest, "in")) return undefined;
  // `les aviso` reports contact, and asks for none.
  const isReport = rest.some(({ roles }) => roles.has("told") && (roles.has("contact") || roles.has("deliver")));
  const isLimited = isReport || hasRole(rest, "if", "elsewhere") || hasOneOf(tokens, NOT_OPT_IN);
  return !isLimited && rest.every((token) => isOneOf(token, SMALL_OF_OPT_IN)) ? "certain" : "doubtful";
}

/** Roles of words that may ask for something, whatever else the message says. */
const MAY_ASK = new Set([
  ...REFUSING,
  ...rolesOf("worn weary authority complain contact deliver message none list number consent-noun cancel"),
  ...rolesOf("data right wrong say guessed omit lose privacy telling barred"),
]);
/** Roles of words that inquire about goods, order or praise them. */
const BUYING = rolesOf("inquire deal praise want can give");
const HARMLESS = rolesOf("polite praise topic name digits");

/** Whether no word may ask, and the message greets, thanks, or is about what is sold: `¿qué precio tiene?`, `gracias`. */
export function asksNothing(text: string, clauses: readonly Clause[]): boolean {
  const rest = flat(clauses.map((clause) => without("fine", clause)));
  if (hasOneOf(rest, MAY_ASK)) return false;
  if (hasRole(rest, "fine", "offer")) return true;
  if (hasRole(rest, "topic") && (/[?¿]/.test(text) || hasOneOf(rest, BUYING))) return true;
  return hasOneOf(rest, HARMLESS) && rest.every((token) => isOneOf(token, HARMLESS) || token.roles.has("glue"));
}
