// Tells by a column's name what its cells are: answers about opt-outs or consent, a channel, a name, or text.

import { type Channel, channelsOf, isEmailAlone } from "./channels.js";
import { type Clause, clausesOf, findPhrase, hasRole, type Token } from "./clauses.js";
import { remembered } from "./remembered.js";
import { isWritten, wordOf } from "./words.js";

/**
 * `opt-out`: a yes or a date is an opt-out. `consent`: a no is one. `detail`: why, when or by whom somebody opted out.
 * `channel`: the preferred channel. `name`: a person or company. `matter`: an order, a credit, an appointment. `fact`:
 * a thing, or another consent. `silent`: says nothing. `text`: anything else.
 */
export interface ColumnKind {
  kind: "opt-out" | "detail" | "consent" | "channel" | "name" | "matter" | "fact" | "silent" | "text";
  /** None if the name names no particular one. */
  channels: readonly Channel[];
  /** Whether a bare yes, no or date in it says something. */
  isAsking: boolean;
  /** About contact, messages, publicity or a subscription: a word of ending alone (`cancelado`) says no. */
  speaksOfContact: boolean;
  /** Notes or states: a request without an object is about the person. */
  isState: boolean;
  /** Goods or deliveries: a request in a cell that also names a thing is about the thing. */
  isOfGoods: boolean;
  /** The bare answer that may be an opt-out: a yes under `queja`, a no under `recibe`. */
  mayAnswer: "yes" | "no" | undefined;
  /** An order, a credit, an appointment: words of ending are about that. */
  isOfTrade: boolean;
  /** Outcomes of calls or messages: `blocked` is not about the person. */
  isOutcome: boolean;
  isReply: boolean;
  /** A denial: under `No contactar`, `allowed` means no. */
  isDenial: boolean;
  /** What somebody subscribes to: `suscripción`, not `suscrito`. */
  isPlan: boolean;
}

export const columnKind = remembered((name): ColumnKind => {
  const tokens = wordsOfName(name);
  const mayAnswer = mayAnswerOf(tokens);
  const kind = mayAnswer === undefined ? kindOf(tokens) : "text";
  const isAsking = mayAnswer !== undefined || ["opt-out", "detail", "consent", "channel"].includes(kind);
  return { kind, mayAnswer, isAsking, channels: channelsOf(tokens), ...traitsOf(tokens) };
});

function mayAnswerOf(tokens: Clause): ColumnKind["mayAnswer"] {
  if (findPhrase("column-may-out", tokens)) return "yes";
  return findPhrase("column-may-consent", tokens) && !isEmailAlone(tokens) ? "no" : undefined;
}

function kindOf(tokens: Clause): ColumnKind["kind"] {
  const is = (...roles: readonly string[]) => hasRole(tokens, ...roles);
  if (tokens.length === 0) return "text";
  if (isEmailAlone(tokens)) return "silent";
  if (findPhrase("column-else", tokens) && !is("outcome-column")) return "fact";
  if (findPhrase("column-out", tokens)) return is("about") ? "detail" : "opt-out";
  if (findPhrase("column-other", tokens)) return "fact";
  if (findPhrase("column-consent", tokens)) return is("about") ? "text" : "consent";
  if (is("way-column") || findPhrase("column-way", tokens)) return "channel";
  if (is("trade", "product") && !is("note-column")) return "matter";
  if (is("other-column") && !is("note-column", "outcome-column")) return "fact";
  return findPhrase("column-name", tokens) ? "name" : "text";
}

function traitsOf(tokens: Clause) {
  const is = (...roles: readonly string[]) => hasRole(tokens, ...roles);
  const isState = tokens.length === 0 || is("status-column", "note-column");
  return {
    // `Resultado llamada` is not about contact: the call was rejected, not the caller.
    speaksOfContact: is("publicity", "consent-noun", "subscription", "reach-noun") || (is("message") && !isState),
    isState,
    isOfGoods: (is("product") && !is("note-column")) || is("delivery"),
    isOfTrade: is("trade"),
    isOutcome: is("message", "call", "deliver", "delivery") && is("outcome-column"),
    isReply: is("reply-column"),
    isDenial: is("deny"),
    isPlan: is("subscription") && !is("yes", "active"),
  };
}

/** Splits words at case changes: `DoNotCall`, `SMSOptOut`. */
export const spelledOut = (words: string) =>
  words
    .replace(/(?:[Ww]hats[Aa]pp|WHATSAPP)(?![a-z])/g, " whatsapp ")
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ");

/** Matches the `(s/n)` of `Baja (s/n)`. */
const YES_OR_NO = /[([]?(?<!\p{L})(?:s[ií]?|y|yes) ?\/ ?no?(?!\p{L})[)\]]?/giu;

/** Returns a name's words as one clause: `DoNotCall`, `acepta_sms`, `nollamar`. */
export function wordsOfName(name: string): Token[] {
  const spelled = spelledOut(name.replace(YES_OR_NO, "").replace(/\bno\. ?(?=de )/i, "numero ")).replace(
    /[_./-]+|(?<=\p{L})(?=\d)/gu,
    " ",
  );
  const isSure = ({ roles, folded }: Token) => folded.length > 5 || !(roles.has("by-ear") || roles.has("guessed"));
  return clausesOf(spelled).flat().flatMap(wordsIn).filter(isSure);
}

const FIRST = ["deny", "consent", "want", "can", "receive"];
const LONGEST_JOINED = 24;
const SECOND = ["contact", "message", "deliver", "bother"];

/** Splits two words that are written as one: `aceptasms`, `nollamar`. Any other word stays whole. */
export function wordsIn(token: Token): Clause {
  if (token.folded.length > LONGEST_JOINED || (token.roles.size > 0 && !token.roles.has("guessed"))) return [token];
  for (let at = 2; at < token.folded.length - 2; at++) {
    if (!isWritten(token.folded.slice(0, at))) continue;
    const [first, second] = [wordOf(token.folded.slice(0, at)), wordOf(token.folded.slice(at))];
    const areSure = [first, second].every(({ roles }) => !roles.has("guessed"));
    if (areSure && hasRole([first], ...FIRST) && hasRole([second], ...SECOND)) return [first, second];
  }
  return [token];
}
