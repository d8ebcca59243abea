// What a reply means. An opt-out is a sentence that asks for our contacting to end; that it asks for nothing has to be earned; all
// else a person must look at. A wrong opt-out costs a sale, a wrong "other" breaks a promise.

import { namesNoContactList } from "../headers/opt-out-words.js";
import { hasOddPicture, isHarmlessPicture, isWithoutMockery } from "../headers/pictures.js";
import { isOnEveryChannel, type MessageChannel, namedIn } from "./channels.js";
import { ENDS_USE, findRequest, type RequestKind } from "./data-requests.js";
import { type Fields, fieldsOf } from "./fields.js";
import { type Other, othersIn } from "./for-others.js";
import { asksNothing } from "./harmless.js";
import { hasKeywordClause, isEnglishKeyword, keywordOf } from "./keywords.js";
import { LEVEL, type Word } from "./lexicon.js";
import { asksForHelp, findOptIn } from "./opt-ins.js";
import { findOptOut } from "./opt-outs.js";
import { type Message, readMessage, type Token } from "./tokens.js";

/** `request`: about one's data, or a complaint. `unclear`: a person must look. */
export type Intent = "opt-out" | "opt-in" | "help" | "request" | "other" | "unclear";

export interface Reply {
  readonly intent: Intent;
  /** The kind of a request, or of an opt-out that also is one. */
  readonly request?: RequestKind;
  /** What asks, or may ask, to be left alone: on every channel, not only the one that it came by. */
  readonly any: boolean;
  /** The channels of messages that its words name. */
  readonly names: readonly MessageChannel[];
  /** Whom it may speak for beside its sender: a person must look, also where the sender's own wish is clear. */
  readonly others?: Other;
  /** The language of the message; Spanish where it does not show. */
  readonly language: "es" | "en";
}

/** Replies repeat: most are one of a few hundred. What a short one means is remembered, up to so many of them. */
const REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 24;
const MET = new Map<string, Reply>();

export function classifyReply(message: string): Reply {
  if (message.length > LONGEST_REMEMBERED) return readReply(message);
  let reply = MET.get(message);
  if (reply === undefined) {
    reply = readReply(message);
    if (MET.size >= REMEMBERED) MET.clear();
    MET.set(message, reply);
  }
  return reply;
}

function readReply(message: string): Reply {
  const reply = readOwnReply(message);
  if (reply.intent !== "opt-out" && reply.intent !== "other") return reply;
  const others = othersIn(message.slice(0, LONGEST));
  if (others === undefined) return reply;
  if (reply.intent === "opt-out") return { ...reply, others };
  return others === "number" ? { ...reply, intent: "unclear" } : reply;
}

function readOwnReply(message: string): Reply {
  const text = message.length > LONGEST ? message.slice(0, LONGEST) : message;
  const read = readMessage(text);
  const { tokens } = read;
  if (read.hasQuotes && REACTION.test(text))
    return { ...OF_NO_CHANNEL, intent: "unclear", language: ENGLISH_REACTION.test(text) ? "en" : "es" };
  if (tokens.length === 0)
    return { ...OF_NO_CHANNEL, intent: isHarmlessPicture(text) ? "other" : "unclear", language: "es" };
  if (tokens.every(({ isNumber }) => isNumber))
    return { ...OF_NO_CHANNEL, intent: isMenuAnswer(text) ? "unclear" : "other", language: "es" };
  const keyword = keywordOf(tokens);
  if (keyword !== undefined) {
    const intent = keyword === "opt-in" && !isMeant(text, read) ? "unclear" : keyword;
    return { ...OF_NO_CHANNEL, intent, language: isEnglishKeyword(tokens) ? "en" : "es" };
  }
  const { intent, request } = meaningOf(text, read);
  const language = languageOf(tokens);
  const isOfAllUse = request !== undefined && ENDS_USE.has(request);
  const any = MAY_BAR.has(intent) && (isOfAllUse || isOnEveryChannel(tokens));
  const isCut = text.length < message.length && intent !== "opt-out" && intent !== "request";
  const said = { intent: isCut ? ("unclear" as const) : intent, any, names: namedIn(tokens), language };
  return request === undefined ? said : { ...said, request };
}

const OF_NO_CHANNEL = { any: false, names: [] } as const;
const MAY_BAR: ReadonlySet<Intent> = new Set(["opt-out", "request", "unclear"]);

/** Characters that are read: no reply by telephone is longer. One that is goes to a person, unless it asks within them. */
const LONGEST = 2000;

function meaningOf(text: string, read: Message): { intent: Intent; request?: RequestKind } {
  if (read.hasQuotes && quotesSomebody(text)) return { intent: "unclear" };
  const request = findRequest(read);
  // Every phrase that asks to be left alone has a grave word, or one of these fields.
  const mayAsk = read.isGrave || has(read, ENDING) || read.tokens.some(({ word }) => word.text === "sin");
  const found = mayAsk ? findOptOut(read) : NOT_FOUND;
  const asks = found.asks || (mayAsk && hasKeywordClause(read.tokens));
  const optIn = findOptIn(read);
  const isIn = optIn.asks || optIn.doubts;
  // Who wants a place on such a list wants to be left alone.
  if (isIn && request === undefined && !hasNo(read) && namesNoContactList(text)) return { intent: "opt-out" };
  if (!found.doubts && !isIn) {
    // What is asked about one's data is never only an opt-out, and seems one where it is a deletion or an opposition.
    const isOut = request !== undefined && ENDS_USE.has(request) ? asksBesideData(read) : asks;
    if (isOut) return request === undefined ? { intent: "opt-out" } : { intent: "opt-out", request };
  }
  if (request !== undefined) return { intent: "request", request };
  if (asks || found.doubts) return { intent: "unclear" };
  if (isIn) return { intent: optIn.doubts || hasNo(read) || !isMeant(text, read) ? "unclear" : "opt-in" };
  if (asksForHelp(read) && !hasNo(read)) return { intent: hasGraveWord(read) ? "unclear" : "help" };
  if (read.hasPictures && hasOddPicture(text)) return { intent: "unclear" };
  return { intent: asksNothing(read) ? "other" : "unclear" };
}

const DATA = fieldsOf(["data"]);
const DATA_WORDS = /^(?:info|inform|perfil|detail)/;

/** Whether a part of a message that speaks of no data asks for our contacting to end. */
function asksBesideData(read: Message): boolean {
  const isOfData = ({ word }: Token) => has(word, DATA) || DATA_WORDS.test(word.text);
  const beside = partsOf(read.tokens).filter((part) => !part.some(isOfData));
  const tokens = beside.flatMap((part) => part.map((token, at) => (at === 0 ? { ...token, begins: true } : token)));
  return hasKeywordClause(tokens) || findOptOut({ ...read, tokens }).asks;
}

/** Parts a message where a clause begins, and at each `y`. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    const joins = JOINS.has(token.word.text);
    if (joins || token.begins) parts.push([]);
    if (!joins) parts.at(-1)!.push(token);
  }
  return parts;
}
const JOINS = new Set(["y", "e", "and"]);

/** Who asks whether, quotes, or sends a picture that may mock, takes nothing back. */
function isMeant(text: string, { isQuestion, hasQuotes, hasPictures }: Message): boolean {
  return !isQuestion && !hasQuotes && !QUOTED.test(text) && !(hasPictures && !isWithoutMockery(text));
}
/** A line that a program quotes, or words in single quotes. */
const QUOTED = /^\s*(?:>|&gt;|[|'‘`´‹])/m;

const ENDING = fieldsOf([
  "no",
  "stop",
  "enough",
  "remove",
  "leave",
  "low",
  "lower",
  "forbid",
  "revoke",
  "tired",
  "peace",
]);
const NOT_FOUND = { asks: false, doubts: false };

function hasGraveWord({ tokens }: Message): boolean {
  return tokens.some(({ word }) => word.level === LEVEL.danger);
}

const NO = fieldsOf(["no"]);
function hasNo(message: Message): boolean {
  return has(message, NO);
}

const has = (of: Message | Word, fields: Fields): boolean => ((of.low & fields.low) | (of.high & fields.high)) !== 0;

/** What telephones write where somebody reacts to a message, with the message in quotes. */
const REACTION =
  /^\s*(?:(?:liked|loved|laughed at|emphasi[sz]ed|disliked|questioned|reacted \S+ to|removed an? \w+ from)\s*["“«]|.{0,40}(?:le (?:gust[oó]|encant[oó]|dio (?:risa|me gusta a))|no le gust[oó]|reaccion[oó] (?:con )?.{0,12}a|enfatiz[oó]|se ri[oó] de)\s*["“«])/iu;
const ENGLISH_REACTION = /^\s*(?:liked|loved|laughed|emph|dis|quest|react\S* \S+ to|removed)/i;
/** Words of somebody else stand in quotes beside one's own. */
function quotesSomebody(message: string): boolean {
  const opens = message.search(QUOTE);
  if (opens < 0) return false;
  const inside = message.slice(opens + 1);
  const closes = inside.search(QUOTE);
  return (
    closes > 0 &&
    LETTER.test(inside.slice(0, closes)) &&
    LETTER.test(message.slice(0, opens) + inside.slice(closes + 1))
  );
}
const QUOTE = /["“”«»]/;
const LETTER = /\p{L}/u;

/** An answer by number may be to a menu of which we know nothing. */
function isMenuAnswer(message: string): boolean {
  return message.replace(/\D/g, "").length <= 3 && !message.includes("$");
}

function languageOf(tokens: readonly Token[]): "es" | "en" {
  let english = 0;
  for (const { word } of tokens) english += word.english;
  return english > 0 ? "en" : "es";
}
