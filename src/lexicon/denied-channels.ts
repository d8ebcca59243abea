// Finds the channels that a request denies, and whether it is about e-mail alone.

import { type Channel, NAMED_CHANNELS, WAYS } from "../headers/event-words.js";
import { channelsOf, isEmailAlone } from "./channels.js";
import { type Clause, hasOneOf, hasRole, REFUSING } from "./clause.js";
import { CONJUNCTIONS } from "./clauses.js";
import { rolesOf } from "./vocabulary.js";
import type { Word } from "./words.js";

/** Returns the channels of all requests; none if one of them names none. */
export function unionOf(requests: readonly { channels: readonly Channel[] }[]): readonly Channel[] {
  if (requests.some(({ channels }) => channels.length === 0)) return [];
  const all = requests.flatMap(({ channels }) => channels);
  return NAMED_CHANNELS.filter((channel) => all.includes(channel));
}

/** Returns all channels but the wanted ones; none if none is wanted. */
export const channelsBut = (wanted: readonly Channel[]) =>
  wanted.length === 0 ? [] : NAMED_CHANNELS.filter((channel) => !wanted.includes(channel));

const isJoin = ({ folded }: Word) => CONJUNCTIONS.includes(folded);

/** Words before the channel by which a request came: `pidió por WhatsApp`. `SOURCE_WORDS` also end the request before them. */
const SOURCE_WORDS = ["segun", "per", "ver", "see", "en"];
const MEANS_WORDS = [...SOURCE_WORDS, "por", "x", "via", "by", "mediante"];
const REQUESTED = rolesOf("low out leave remove ask settled consent-noun");

/** Whether a channel is how somebody asked, not what the request is about: `pidió por WhatsApp`, `mandó correo`. */
function isMeans(clause: Clause, at: number): boolean {
  const before = clause[at - 1];
  if (before === undefined) return false;
  const isSent = before.roles.has("deliver") && before.roles.has("told");
  return isSent || (MEANS_WORDS.includes(before.folded) && at > 1 && hasOneOf([clause[at - 2]!], REQUESTED));
}

const NOUNS = new Set([...rolesOf("message reach-noun way-email"), ...WAYS]);
const VERBS = rolesOf("contact deliver call write");
/** Roles of words that lead on to the channel of a request, as between the bars of `no enviar | más promociones a su | WhatsApp`. */
const LINKS = rolesOf("small more none them me mine all list");

function leadsOn(token: Word, before: Word): boolean {
  if (isJoin(token) || hasOneOf([token], NOUNS)) return true;
  if (hasOneOf([token], VERBS)) return isJoin(before);
  return hasOneOf([token], LINKS) && !hasRole([token], "only", "ask", "tired") && !SOURCE_WORDS.includes(token.folded);
}

/**
 * Returns the words that tell what a request, at [from, to) of a clause, is about: its own, those that lead on to a channel,
 * and channels that the clause begins with. `pide baja | avisó por sms` is about all. It returns none if other words may
 * ask, too: `cansado de sms | pide baja`.
 */
export function wordsAbout(clause: Clause, from: number, to: number): Clause {
  const first = clause[from]!;
  const hasChannelsBefore = clause.slice(0, from).every((token) => isJoin(token) || hasOneOf([token], NOUNS));
  // A request that begins with a conjunction belongs to the first denial: `ni sms` in `no quiere llamadas | ni sms`.
  const ownStart = isJoin(first) ? clause.findIndex(({ roles }) => roles.has("deny")) : from;
  const start = hasChannelsBefore && !first.roles.has("ask") ? 0 : ownStart;
  let end = to;
  while (end < clause.length && leadsOn(clause[end]!, clause[end - 1]!)) end++;
  // Another channel is wanted: `no llamar | whatsapp sí`.
  if (clause[end]?.roles.has("yes")) end = to;
  if (hasOneOf(clause.slice(0, start), REFUSING) || hasOneOf(clause.slice(end), REFUSING)) return [];
  const about = clause.slice(start, end);
  return about.filter((_, at) => !isMeans(about, at));
}

/**
 * Returns the channels that words of a request deny, none for all; undefined if they deny e-mail alone. `no llamar ni enviar
 * sms` denies all, as `no llamar` does.
 */
export function channelsDenied(about: Clause): readonly Channel[] | undefined {
  const items: Word[][] = [[]];
  for (const token of about) {
    if (isJoin(token)) items.push([]);
    items.at(-1)!.push(token);
  }
  const others = items.filter((item) => item.length > 0 && (!isEmailAlone(item) || hasRole(item, "none")));
  if (others.length === 0 && about.length > 0) return undefined;
  return unionOf(others.map((item) => ({ channels: channelsAndCalls(item) })));
}

/** Returns the channels that words name, and calls also where they have the verb: `no llamar whatsapp`. */
function channelsAndCalls(words: Clause): readonly Channel[] {
  const named = channelsOf(words);
  const isCall = words.some(({ roles }) => roles.has("call") && roles.has("wish"));
  return named.length > 0 && isCall ? [...named, "call"] : named;
}
