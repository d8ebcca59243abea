// Classifies replies. An opt-out is a clause that asks us to stop and nothing else; a message asks for nothing only if
// every word is known; a person decides about the rest. A wrong opt-out costs a sale, a wrong "other" breaks a promise.

import { type Channel, hasOddSign, isHarmlessPicture } from "../headers/event-words.js";
import { namedIn } from "../lexicon/channels.js";
import { type Clause, flat, hasOneOf, isOneOf } from "../lexicon/clause.js";
import { clausesOf } from "../lexicon/clauses.js";
import { findPhrase } from "../lexicon/phrase-search.js";
import { remembered } from "../lexicon/remembered.js";
import { readClause } from "../lexicon/requests.js";
import { rolesOf } from "../lexicon/vocabulary.js";
import { asksForMessages, asksNothing, asksToStop, keywordOf, mayTakeBack } from "./asks.js";
import { isOnEveryChannel } from "./channels.js";
import { type Other, othersIn } from "./others.js";

/** About one's data, in the order of looking: a threat is a complaint, whatever else it speaks of. */
const DATA_REQUESTS = ["complaint", "deletion", "opposition", "rectification", "access"] as const;
export type DataRequest = (typeof DATA_REQUESTS)[number];
/** Requests to stop using one's data, and so to stop contacting. */
export const ENDS_USE: ReadonlySet<DataRequest> = new Set(["deletion", "opposition"]);

/** `request`: about one's data, or a complaint. `unclear`: a person must decide. */
export type Intent = "opt-out" | "opt-in" | "help" | "request" | "other" | "unclear";

export interface Reply {
  readonly intent: Intent;
  /** The kind of a request, or of an opt-out that also is one. */
  readonly request?: DataRequest | undefined;
  /** Whether a certain or possible opt-out is for every channel. */
  readonly onEveryChannel: boolean;
  /** The channels that its words name. */
  readonly names: readonly Channel[];
  /** Whom it may speak for besides its sender: then a person must look, even if the sender's own wish is clear. */
  readonly others?: Other | undefined;
  /** The language of the message; Spanish if it can't be told. */
  readonly language: "es" | "en";
}

/** The intents that suppress, whatever else is said. */
export const MAY_SUPPRESS: ReadonlySet<Intent> = new Set(["opt-out", "request", "unclear"]);
/** Whether somebody asks for an end, or about their data, beyond doubt. */
export const surelyAsks = ({ intent }: Pick<Reply, "intent">): boolean => intent === "opt-out" || intent === "request";

/** Replies repeat: most are one of a few hundred short ones. */
export const classifyReply = remembered(readReply, { most: 50_000, longest: 24 });

/** Characters that are read. A longer reply goes to a person, unless it asks within them. */
const LONGEST = 2000;
/** Matches a line end within a sentence. */
const LINE_WITHIN = /(?<=[^.!?:;,\s])\s*\n\s*(?=\p{Ll})/gu;
/** Matches a full stop that ends a sentence. In replies few words are abbreviated. */
const SENTENCE_END = /\.(?<=\p{L}{3}\.)(?=\s)/gu;

function readReply(message: string): Reply {
  const sentences = message.slice(0, LONGEST).replace(SENTENCE_END, ";");
  const text = sentences.includes("\n") ? sentences.replace(LINE_WITHIN, " ") : sentences;
  const clauses = clausesOf(text);
  const tokens = flat(clauses);
  const { intent: meant, request, isKeyword } = judge(text, clauses);
  const others = othersIn(clauses);
  const isCut = message.length > LONGEST && !surelyAsks({ intent: meant });
  const intent = isCut || (meant === "other" && others === "number") ? "unclear" : meant;
  const endsUse = request !== undefined && ENDS_USE.has(request);
  return {
    intent,
    onEveryChannel: MAY_SUPPRESS.has(intent) && (endsUse || (!isKeyword && isOnEveryChannel(clauses))),
    names: namedIn(tokens).filter((channel) => channel !== "call"),
    language: languageOf(tokens),
    request,
    others,
  };
}

/** Roles of words of both languages: STOP, `no`, `me`. */
const ROLES_IN_BOTH_LANGUAGES = rolesOf("me deny digits halt-word");

function languageOf(tokens: Clause): "es" | "en" {
  const telling = tokens.filter((token) => !isOneOf(token, ROLES_IN_BOTH_LANGUAGES));
  const english = telling.filter(({ roles }) => roles.has("english"));
  return english.length > 0 && english.length * 2 >= telling.length ? "en" : "es";
}

interface Judgement {
  intent: Intent;
  request?: DataRequest;
  isKeyword?: true;
}

function judge(text: string, clauses: readonly Clause[]): Judgement {
  const tokens = flat(clauses);
  if (tokens.length === 0) return { intent: isHarmlessPicture(text) ? "other" : "unclear" };
  const keyword = keywordOf(tokens);
  if (keyword !== undefined) {
    const isDoubtful = keyword === "opt-in" && !isMeant(text);
    return { intent: isDoubtful ? "unclear" : keyword, isKeyword: true };
  }
  if (tokens.every(({ roles }) => roles.has("digits"))) return { intent: isMenuAnswer(text) ? "unclear" : "other" };
  if (QUOTE.test(text)) return { intent: "unclear" };
  const request = dataRequestIn(clauses);
  const requests = (request === undefined ? clauses : clauses.flatMap(otherParts)).map(readClause);
  const asks = requests.some(asksToStop) && !requests.some(mayTakeBack);
  if (request !== undefined) return { intent: asks ? "opt-out" : "request", request };
  return { intent: asks ? "opt-out" : intentOfOther(text, clauses) };
}

/** Returns the intent of a message that asks neither to stop nor about data. */
function intentOfOther(text: string, clauses: readonly Clause[]): "opt-in" | "other" | "unclear" {
  const optIn = asksForMessages(clauses);
  if (optIn !== undefined) return optIn === "certain" && isMeant(text) ? "opt-in" : "unclear";
  if (flat(clauses).some(({ roles }) => roles.size === 0)) return "unclear";
  return asksNothing(text, clauses) && !hasOddSign(text) ? "other" : "unclear";
}

/** Whether a number may answer a menu that we don't know. */
function isMenuAnswer(text: string): boolean {
  return text.replace(/\D/g, "").length <= 3 && !text.includes("$");
}

const QUOTE = /["“”«»]/;
/** A line that a program quotes, or words in single quotes. */
const QUOTED_LINE = /^\s*(?:>|&gt;|[|'‘`´‹])/m;

/** Whether an opt-in is meant: it doesn't ask, quote or mock. */
function isMeant(text: string): boolean {
  return !/[?¿]/.test(text) && !QUOTE.test(text) && !QUOTED_LINE.test(text) && !hasOddSign(text);
}

/** Each request has a word with one of these roles. */
const DATA_REQUEST_ROLES = new Set("complain authority data identity particulars right number list copy".split(" "));

function dataRequestIn(clauses: readonly Clause[]): DataRequest | undefined {
  const mayRequest = clauses.filter((clause) => hasOneOf(clause, DATA_REQUEST_ROLES));
  return DATA_REQUESTS.find((kind) => mayRequest.some((clause) => findPhrase(kind, clause) !== undefined));
}

const BEFORE_ANOTHER_REQUEST = ["y", "e", "o", "and", "or"];

/** Returns the parts of a clause that are no request about data: the first of `baja y borren mis datos`. */
function otherParts(clause: Clause): Clause[] {
  const at = clause.findIndex(({ folded }) => BEFORE_ANOTHER_REQUEST.includes(folded));
  const [part, rest] = at < 0 ? [clause, []] : [clause.slice(0, at), otherParts(clause.slice(at + 1))];
  return part.length === 0 || dataRequestIn([part]) !== undefined ? rest : [part, ...rest];
}
