// Finds the channels that a request denies, and whether it is about e-mail alone.

import { type Channel, NAMED, WAYS } from "../headers/event-words.js";
import { channelsOf, isEmailAlone } from "./channels.js";
import { type Clause, hasRole, JOINS, type Word } from "./clauses.js";

/** Roles of words about contact. */
export const REACHES = ["contact", "call", "write", "reach-noun", "bother", "message"];

/** Returns the channels of all requests; none if one of them names none. */
export function joined(requests: readonly { channels: readonly Channel[] }[]): readonly Channel[] {
  if (requests.some(({ channels }) => channels.length === 0)) return [];
  const all = requests.flatMap(({ channels }) => channels);
  return NAMED.filter((channel) => all.includes(channel));
}

/** Returns the channels that are not wanted, if any is. */
export const othersThan = (wanted: readonly Channel[]) =>
  wanted.length === 0 ? [] : NAMED.filter((channel) => !wanted.includes(channel));

/** Words before an e-mail that asked: `baja según correo`. */
const MEANS = ["per", "segun", "ver", "see"];
const BY = ["por", "x", "via", "by", "mediante"];

/** Whether a channel is how somebody asked, not what the request is about: `pidió por WhatsApp`, `baja por correo`. */
const isMeans = (clause: Clause, at: number) =>
  BY.includes(clause[at - 1]?.folded ?? "") &&
  hasRole(clause.slice(Math.max(0, at - 2), at - 1), "low", "out", "leave", "remove", "ask", "settled");

/** Whether a request, at [from, to) of a clause, is only about e-mail, and not just made by it: `envió correo pidiendo baja`. */
export function isAboutEmail(clause: Clause, from: number, to: number): boolean {
  if (!isEmailAlone(clause) || hasRole(clause, "none")) return false;
  const at = clause.findIndex(({ roles }) => roles.has("way-email"));
  const [asked, by] = [clause.slice(at - 2, at - 1), clause[at - 1]?.folded ?? ""];
  const isDenied = hasRole(clause.slice(0, at), "deny");
  const isApart = (verb: number) => verb < from || verb >= to || !isDenied;
  const isSent = clause.slice(0, at).some(({ roles }, verb) => roles.has("deliver") && isApart(verb));
  if (MEANS.includes(by) || isSent) return false;
  if (!BY.includes(by)) return true;
  if (isMeans(clause, at) || hasRole(asked, "deny")) return false;
  return (at >= from && at < to) || hasRole(clause.slice(from, at), "publicity");
}

/** Returns a clause up to the next verb behind a request, which ends at `to`: `pide baja | avisó por sms` is about all. */
export function upToVerb(clause: Clause, to: number): Clause {
  const isVerb = (token: Word) =>
    hasRole([token], "deliver", "contact", "say") && !hasRole([token], "message", ...WAYS);
  const end = clause.findIndex((token, at) => at >= to && isVerb(token) && !JOINS.includes(clause[at - 1]!.folded));
  return end < 0 ? clause : clause.slice(0, end);
}

/** Returns the channels that a clause denies. `no llamar ni enviar sms` denies all, as `no llamar` does. */
export function channelsDenied(words: Clause): readonly Channel[] {
  const clause = words.filter((_, at) => !isMeans(words, at));
  // `solo whatsapp no llamar` allows one channel and denies another: of the others it says nothing.
  const from = clause.findIndex(({ roles }) => roles.has("deny"));
  const allowed = clause.slice(0, Math.max(0, from));
  if (hasRole(allowed, "only") && channelsOf(allowed).length > 0) return [];
  const items: Word[][] = [[]];
  const denied = deniedIn(clause);
  for (const [at, token] of denied.entries()) {
    const isNext = JOINS.includes(token.folded) && !hasRole(denied.slice(at + 1, at + 2), "small");
    if (isNext) items.push([]);
    items.at(-1)!.push(token);
  }
  const naming = items.filter(
    (item) => channelsOf(item).length > 0 || (hasRole(item, ...REACHES) && !isEmailAlone(item)),
  );
  return joined(naming.map((item) => ({ channels: channelsReached(item) })));
}

/** Returns the channels that words name, and calls also where they have the verb: `no llamar whatsapp`. */
function channelsReached(words: Clause): readonly Channel[] {
  const named = channelsOf(words);
  const isCall = words.some(({ roles }) => roles.has("call") && roles.has("wish"));
  return named.length > 0 && isCall ? [...named, "call"] : named;
}

/** Returns the part of a clause that denies, the middle one of `pidió por sms | no llamar | solo whatsapp`. */
function deniedIn(clause: Clause): Clause {
  const from = clause.findIndex(({ roles }) => roles.has("deny"));
  if (from < 0) return clause;
  const to = clause.findIndex(({ roles }, at) => at > from && roles.has("only"));
  return clause.slice(hasRole(clause.slice(0, from), "ask", "plead") ? from : 0, to < 0 ? undefined : to);
}
