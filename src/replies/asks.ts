// Tells what a message asks: by a keyword, to stop, to be contacted again, or nothing; and for whom it may speak.

import { WAYS } from "../headers/event-words.js";
import { type Clause, findPhrase, GRAVE, hasOneOf, hasRole, type Token, without } from "../lexicon/clauses.js";
import { KEYWORDS } from "../lexicon/phrases.js";
import type { Heard } from "../lexicon/requests.js";
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

/** Roles of words that may stand in a request to stop without making it one about something else. */
const SMALL_OF_STOP = new Set([
  ...GRAVE,
  ..."small me mine them like again can courtesy polite more person number way list want ask give receive".split(" "),
  ..."quiet worn digits none message contact deliver send consent consent-noun barred telling".split(" "),
  ...["way-email", ...WAYS],
]);

const END: readonly Heard["says"][] = ["no", "bare", "state"];

/** Whether a clause asks us to stop and says nothing else. */
export function asksToStop({ says, clause, rest, from, to }: Heard): boolean {
  const isSmall = (token: Token, at: number) => (at >= from && at < to) || hasOneOf(token, SMALL_OF_STOP);
  return END.includes(says) && rest.every(isSmall) && !hasRole(rest, "why", "say") && !namesAnother(clause);
}

const SHORTEST_NUMBER = 4;

/** Whether a clause names a relative, or a number other than the sender's own: `este y el 7111-2233`. */
function namesAnother(clause: Clause): boolean {
  if (hasRole(clause, "relative")) return true;
  const isOwn = hasRole(clause, "me", "mine") || clause.some(({ folded }) => folded === "este" || folded === "this");
  return !isOwn && clause.some(({ folded, roles }) => roles.has("digits") && folded.length >= SHORTEST_NUMBER);
}

/** Whether a clause reports, questions or limits a request made in another clause, or asks for another contact. */
export function mayTakeBack({ says, clause, rest }: Heard): boolean {
  return findPhrase("unsure", clause) !== undefined || (!END.includes(says) && rest.some(mayAskForContact));
}

function mayAskForContact(token: Token): boolean {
  return hasRole([token], "stop", "contact", "deliver", "refuse") && !hasRole([token], "number");
}

/** Each opt-in has a word with one of these roles. */
const OF_OPT_INS = "receive again more deliver write sign-up include give telling english".split(" ");
/** Roles of the other words of a certain opt-in. A word without them may limit it, put a condition or mock. */
const SMALL_OF_OPT_IN = new Set(
  "in small courtesy polite me mine them can want again more receive message list number yes digits".split(" "),
);
const NEVER = "deny stop remove refuse only less guessed way-call way-email".split(" ");

/** `certain`: it can mean nothing else. `doubtful`: it may ask for something else, or for less. */
export function asksForMessages(clauses: readonly Clause[]): "certain" | "doubtful" | undefined {
  const tokens = clauses.flat();
  if (!hasRole(tokens, ...OF_OPT_INS)) return undefined;
  const rest = clauses.flatMap((clause) => without("in", clause));
  if (!hasRole(rest, "in")) return undefined;
  const isLimited = hasRole(rest, "if", "elsewhere") || rest.some(reportsContact) || hasRole(tokens, ...NEVER);
  return !isLimited && rest.every((token) => hasOneOf(token, SMALL_OF_OPT_IN)) ? "certain" : "doubtful";
}

/** Whether a word tells of contact, which asks for nothing: `les aviso`. */
function reportsContact(token: Token): boolean {
  return hasRole([token], "told") && hasRole([token], "contact", "deliver");
}

/** Roles of words that may ask for something. */
const MAY_ASK = new Set([
  ...GRAVE,
  ..."worn weary authority complain contact deliver message none list number consent-noun cancel".split(" "),
  ..."data right wrong say guessed omit lose privacy telling barred".split(" "),
]);
/** Roles of words about buying. */
const DEALS = ["inquire", "deal", "praise", "want", "can", "give"];
const PLAIN = ["polite", "praise", "topic", "name", "digits"];
const PLAIN_OR_GLUE = new Set([...PLAIN, "glue"]);

/** Whether every word is harmless, and the message greets or thanks, or asks about, orders or praises what is sold. */
export function asksNothing(text: string, clauses: readonly Clause[]): boolean {
  const rest = clauses.flatMap((clause) => without("fine", clause));
  if (rest.some((token) => hasOneOf(token, MAY_ASK))) return false;
  if (hasRole(rest, "fine", "offer")) return true;
  if (hasRole(rest, "topic") && (/[?¿]/.test(text) || hasRole(rest, ...DEALS))) return true;
  return hasRole(rest, ...PLAIN) && rest.every((token) => hasOneOf(token, PLAIN_OR_GLUE));
}

/** `number`: one in words. `person`: somebody else, or another line of the sender's. */
export type Other = "number" | "person";

export function othersIn(clauses: readonly Clause[]): Other | undefined {
  const tokens = clauses.flat();
  if (hasRole(tokens, ...NUMERALS) && holdsNumberInWords(tokens)) return "number";
  const mayName = clauses.filter((clause) => hasRole(clause, "as-well", "relative", "number"));
  return mayName.some((clause) => findPhrase("others", clause) !== undefined) ? "person" : undefined;
}

const NUMERALS = ["one", "ten", "numeral"];
/** The fewest digits of a number, some of them in words. */
const FEWEST = 6;
const BETWEEN = ["y", "e", "i", "and", "guion", "dash", "coma"];

function holdsNumberInWords(tokens: Clause): boolean {
  let digits = 0;
  let words = 0;
  let isAfterTen = false;
  for (const { folded, roles } of tokens) {
    if (BETWEEN.includes(folded)) continue;
    const isNumeral = NUMERALS.some((role) => roles.has(role));
    if (!isNumeral && !roles.has("digits")) {
      [digits, words] = [0, 0];
      continue;
    }
    // `setenta y uno` is two digits.
    if (!isNumeral) digits += folded.length;
    else if (!(isAfterTen && roles.has("one"))) digits += roles.has("one") ? 1 : 2;
    isAfterTen = roles.has("ten");
    if (isNumeral) words++;
    if (digits >= FEWEST && words > 0) return true;
  }
  return false;
}
