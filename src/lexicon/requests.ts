// Combines the clauses of a cell into one request: to be left alone, perhaps so, or nothing.

import { type Channel, WAYS } from "../headers/event-words.js";
import { channelsOf, isEmailAlone } from "./channels.js";
import { type Clause, hasRole, isTelling } from "./clause.js";
import { channelsBut, channelsDenied, unionOf, wordsAbout } from "./denied-channels.js";
import { findPhrase, without } from "./phrase-search.js";
import { isTakenBack } from "./taken-back.js";
import type { Word } from "./words.js";

export interface Request {
  /**
   * `bare`: to end what is not named. `state`: only a word of ending or a denied consent, whose meaning depends on the
   * column. `only`: one channel and no other. `may`: words of asking in no known phrase.
   */
  says: "no" | "bare" | "state" | "only" | "may" | "nothing";
  /** None means all. */
  channels: readonly Channel[];
  clause: Clause;
}

const NOTHING: Request = { says: "nothing", channels: [], clause: [] };
const DECISIVE_FIRST = ["no", "bare", "state", "only", "may"] as const;

/** Returns what clauses ask for, unless a later one takes it back. */
export function requestIn(clauses: readonly Clause[]): Request {
  const turns = clauses.flatMap(turnsOf);
  const requests = turns.map((turn) => withChannels(readClause(turn)));
  const lastOf = (kind: Request["says"]) => requests.findLastIndex(({ says }) => says === kind);
  const decisive = DECISIVE_FIRST.map(lastOf).find((index) => index >= 0);
  if (decisive === undefined) return NOTHING;
  const { says, clause, channels: own } = requests[decisive]!;
  const channels = says === "only" ? own : unionOf(requests.filter((one) => addsChannels(one, says)));
  return isTakenBack(turns, decisive, clause, channels) ? NOTHING : { says, channels, clause };
}

/** Whether a request's channels are denied beside those of the decisive one: `no llamar, no sms`, `no llamadas, solo correo`. */
const addsChannels = ({ says }: Request, decisive: Request["says"]) =>
  says === decisive || (decisive === "no" && (says === "bare" || says === "only"));

/** What a clause asks for, and where: at [from, to) of `rest`, the clause without phrases of something else. */
export interface ClauseRequest {
  says: Request["says"];
  clause: Clause;
  rest: Clause;
  from: number;
  to: number;
}

/** Reads one turn. The first kind of phrases that is found decides; phrases.ts says what each kind means. */
export function readClause(clause: Clause): ClauseRequest {
  const asks = (says: Request["says"], rest = clause, [from, to] = [0, 0]) => ({ says, clause, rest, from, to });
  if (!isTelling(clause)) return asks("nothing");
  const firm = findPhrase("firm", clause);
  const withoutElse = firm === undefined ? without("else", clause) : clause;
  const hasElse = withoutElse !== clause;
  const rest = firm === undefined ? without("aside", withoutElse) : clause;
  for (const kind of ["firm", "state", "no", "bare"] as const) {
    const found = kind === "firm" ? firm : findPhrase(kind, rest);
    if (found !== undefined) return asks(kind === "firm" ? "no" : kind, rest, found);
  }
  const only = findPhrase("only", rest);
  if (only !== undefined) return asks("only", rest, only);
  // An `aside` phrase may still be a request, an `else` phrase is none.
  const isLikely = findPhrase("may", rest) !== undefined || findPhrase("likely", withoutElse) !== undefined;
  return asks(isLikely || (!hasElse && mayPlead(clause)) ? "may" : "nothing", rest);
}

/** Returns a request with the channels that it denies. */
function withChannels({ says, clause, rest, from, to }: ClauseRequest): Request {
  if (says === "only") {
    const wanted = channelsOf(rest);
    const isCall = wanted.length === 0 && hasRole(rest, "call") && !hasRole(rest, "way-email");
    return { says, channels: channelsBut(isCall ? ["call"] : wanted), clause };
  }
  if (says === "may") return isEmailAlone(clause) ? NOTHING : { says, channels: [], clause };
  if (says === "nothing") return NOTHING;
  const channels = channelsDenied(wordsAbout(rest, from, to));
  return channels === undefined ? NOTHING : { says, channels, clause };
}

/** Whether somebody pleads for something about contact, other than its time or a trade. */
function mayPlead(clause: Clause): boolean {
  const found = findPhrase("plea", clause);
  const isNegated = hasRole(clause, "deny") && hasRole(clause, "remove", "stop", "leave", "lose");
  const isDenied = found !== undefined && hasRole(clause.slice(0, found[0]), "deny");
  return found !== undefined && !isDenied && !isNegated && !hasRole(clause, "time", "trade");
}

/** The words behind a conjunction that tell whether it begins a turn. */
const MOST_BEHIND = 4;

/** Splits a clause at `pero`, `porque`, `mejor`, and where a conjunction begins another request. */
function turnsOf(clause: Clause): Clause[] {
  const turns: Word[][] = [[]];
  for (const [at, token] of clause.entries()) {
    const behind = clause.slice(at + 1, at + 1 + MOST_BEHIND);
    const next = behind.slice(0, 1);
    // `y revoco mi consentimiento`, `y no desea llamadas`
    const isRevoked = hasRole(next, "withdraw", "refuse") && hasRole(behind, "consent-noun");
    const isNext = token.roles.has("and") && (isRevoked || hasRole(next, "ask", "deny", "want", "now", "give"));
    // `ni quiere`; `whatsapp no | solo correo`
    const isNotWanted = token.folded === "ni" && hasRole(next, "want");
    const isOnly = token.roles.has("only") && hasRole(behind, "way-email", ...WAYS) && hasRole(turns.at(-1)!, ...WAYS);
    const isTurn = token.roles.has("turn") || isNext || isNotWanted || isOnly;
    if (isTurn && turns.at(-1)!.length > 0) turns.push([]);
    turns.at(-1)!.push(token);
  }
  return turns;
}
