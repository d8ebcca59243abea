// What a cell says under a name that asks: for an opt-out, for consent, or for a channel.

import { type Channel, NAMED_CHANNELS, WAYS } from "../headers/event-words.js";
import { channelsOf, isEmailAlone } from "./channels.js";
import { hasOneOf, hasRole } from "./clause.js";
import type { ColumnKind } from "./columns.js";
import { channelsBut } from "./denied-channels.js";
import { ANY, areAll, declines, isSure, type Mark, mark } from "./mark.js";
import type { MarkedCell } from "./marked-cell.js";
import { findPhrase } from "./phrase-search.js";
import type { Request } from "./requests.js";
import { rolesOf } from "./vocabulary.js";
import type { Word } from "./words.js";

/** Returns the channels that a cell excepts, `todo menos llamadas`, or leaves out: `SMS` under `Canales autorizados`. */
export function channelsLeftOut({ words }: ColumnKind, { tokens }: MarkedCell): readonly Channel[] {
  const except = tokens.findIndex(({ folded }) => /^(?:menos|excepto|excepcion|except|salvo)$/.test(folded));
  const rest = tokens.slice(except + 1);
  if (rest.length === 0 || !areAll(rest, ...WAYS, "way-email", "message", "and", "small")) return [];
  if (except >= 0) return channelsOf(rest);
  const isList = hasRole(words, "way") || words.at(-1)?.folded === "por";
  if (!isList || !hasRole(words, "consent")) return [];
  return isEmailAlone(rest) ? NAMED_CHANNELS : channelsBut(channelsOf(rest));
}

/** Returns the channels of a column with those that its cell denies: `NO LLAMAR` under `Baja SMS` is about all. */
const deniedBy = (named: readonly Channel[], { says, channels }: Request) =>
  says !== "no" ? named : [named, channels].some(({ length }) => length === 0) ? ANY : [...named, ...channels];

/** Judges a cell under an opt-out's name: under `DNC`, `sí` and a date say no, `pidió ayer` may, `suscrito` does not. */
export function markOfOptOut(column: ColumnKind, cell: MarkedCell): Mark | undefined {
  const { kind, channels, words } = column;
  const { request, answer, tokens, text, isCrossed } = cell;
  if (isSure(request) && request.says !== "only") return mark("says-no", deniedBy(channels, request));
  // `nunca` under `No llamar` may be when to call.
  if (hasRole(words, "deny") && tokens.length === 1 && NEVER.test(tokens[0]!.folded))
    return mark("may-say-no", channels);
  if (answer === "no") return /[!?]/.test(text) || isCrossed ? mark("may-say-no", channels) : undefined;
  // The cell names channels under `No contactar`.
  if (hasRole(words, "deny") && areAll(tokens, ...WAYS, "way-email", "small", "and")) {
    if (isEmailAlone(tokens)) return undefined;
    const named = channelsOf(tokens);
    if (named.length > 0) return mark("says-no", named);
  }
  if (deniesOptOut(column, cell)) return undefined;
  return mark(answer !== "words" && kind === "opt-out" ? "says-no" : "may-say-no", channels);
}

/** Roles of words that may say what somebody wants: `no interesado`, `no (molesto)`. */
const OF_WISHES = rolesOf("want interest like message consent bother tired");
/** The words of a reason that only says that none is given: `no especificó`. */
const MOST_OF_NO_REASON = 2;

/** Whether a cell under an opt-out's name says that there is none: `todavía no`, `no registra`, `suscrito`, `acepta llamadas`. */
function deniesOptOut({ kind, words: name }: ColumnKind, { clauses, tokens }: MarkedCell): boolean {
  // The words behind a yes may be about anything: `sí, acepta correos`.
  if (BARE_YES.test(tokens[0]?.folded ?? "")) return false;
  const isNotYet = hasRole(tokens, "deny") && areAll(tokens, "deny", "time", "small", "courtesy");
  const isShort = kind === "opt-out" || tokens.length <= MOST_OF_NO_REASON;
  const isNo = hasRole(tokens.slice(0, 1), "deny") && isShort && !hasOneOf(tokens, OF_WISHES);
  const isActive = hasRole(tokens, "active") && (hasRole(name, "low") || !tokens.some(isSwitch));
  // Under `No contactar`, `allowed` means no.
  const isMarked = hasRole(tokens, "marked", "until-told");
  const isAllowed = hasRole(name, "deny") && !isMarked && hasRole(tokens, "consent", "can", "contact", "deliver");
  if (isNotYet || isNo || isActive || isAllowed || hasRole(tokens, "subscription")) return true;
  return clauses.some((clause) => findPhrase("yes", clause) !== undefined);
}

/** Whether a word may say that the opt-out is on, and not that the client is active: `Active` under `DNC`. */
const isSwitch = ({ folded }: Word) => /^(?:activ[aoe]|enabled|habilitad[ao])$/.test(folded);
const NEVER = /^(?:nunca|jamas|never)$/;
const BARE_YES = /^(?:s|si|x|y|yes|1|t|true|v|verdadero)$/;
const REFUSES = rolesOf("refuse withdraw out out-sure stop remove leave barred");

/** Roles of a question about consent. A column without any, such as `Promoción`, may hold something else. */
const ASKING = rolesOf("consent consent-noun subscription want can receive yes deliver data");

/** Judges a cell under a consent's name: `no` and `retiró` say no under `Acepta SMS`, `quizás` may, a date does not. */
export function markOfConsent(
  { channels, words }: ColumnKind,
  { answer, tokens, request }: MarkedCell,
): Mark | undefined {
  const isNoun = !hasOneOf(words, ASKING);
  // `Notificaciones` may be counted.
  if (isNoun && answer === "no" && areAll(tokens, "digits")) return mark("may-say-no", channels);
  // `2026-01-15 no` begins with a date.
  if (answer === "no" || isSure(request) || hasRole(tokens, "deny", "none") || hasOneOf(tokens, REFUSES))
    return mark("says-no", isSure(request) ? deniedBy(channels, request) : channels);
  if (answer === "yes" || answer === "date" || findPhrase("fine", tokens) !== undefined) return undefined;
  const isOfWays = hasRole(tokens, "message", "way-call") && !isEmailAlone(tokens);
  // Under `suscripción`, unlike `suscrito`, the cell may name what somebody subscribes to.
  const isPlan = hasRole(words, "subscription") && !hasRole(words, "yes", "active");
  return isPlan || isOfWays || isNoun || hasRole(tokens, "time") ? undefined : mark("may-say-no", channels);
}

/** Judges a cell under the name of a preferred channel: `ninguno` and `no llamar` say no, `SMS` does not. */
export function markOfChannel({ tokens, request }: MarkedCell): Mark | undefined {
  if (isSure(request)) return mark("says-no", request.channels);
  if (hasRole(tokens, "none", "no") && areAll(tokens, "none", "no", "small", "way", "courtesy")) return mark("says-no");
  if (channelsOf(tokens).length > 0 || isEmailAlone(tokens))
    return request.says === "may" ? mark("may-say-no") : undefined;
  if (hasRole(tokens, "none")) return mark("says-no");
  return request.says === "may" || declines(tokens) || hasOneOf(tokens, REFUSES) ? mark("may-say-no") : undefined;
}
