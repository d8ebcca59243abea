// Tells by a column's name what its cells are: answers about opt-outs or consent, a channel, a name, or text.

import type { Channel } from "../headers/event-words.js";
import { channelsOf, type DeniedWay, isEmailAlone, namedIn, waysIn } from "./channels.js";
import { type Clause, hasOneOf, hasRole, REFUSING } from "./clause.js";
import { clausesOf } from "./clauses.js";
import { partsOf } from "./joined-words.js";
import { findPhrase } from "./phrase-search.js";
import { remembered } from "./remembered.js";
import type { Role } from "./vocabulary.js";
import { type Word, wordOf } from "./words.js";

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
  /** The bare answer that may be an opt-out: a yes under `queja`, a no under `recibe` or `SMS`. */
  mayAnswer: "yes" | "no" | undefined;
  /** Whether it holds notes or states, in which a request without an object is about the person. */
  isState: boolean;
  words: Clause;
}

export const columnKind = remembered((name): ColumnKind => {
  const words = wordsOfName(name);
  const asked = mayAnswerOf(words);
  const kind = asked === undefined ? kindOf(words) : "text";
  const mayAnswer = asked ?? (kind === "text" && isOfConsent(words) ? "no" : undefined);
  const isAsking = mayAnswer !== undefined || ["opt-out", "detail", "consent", "channel"].includes(kind);
  const isState = words.length === 0 || hasRole(words, "status-column", "note-column");
  return { kind, mayAnswer, isAsking, channels: channelsOf(words), isState, words };
});

/** Whether a name is that of a channel and no more: `SMS`, `por WhatsApp`. */
const isChannel = (tokens: Clause) =>
  !tokens.some(({ roles }) => roles.has("yes") && !roles.has("and")) &&
  findPhrase("column-channel", tokens) !== undefined;

const isOfWay = (tokens: Clause) => hasRole(tokens, "way-column") || findPhrase("column-way", tokens) !== undefined;

/** Whether a name asks which or who, and not whether, and not about leaving: `¿Qué promociones desea recibir?` */
const asksWhich = (tokens: Clause) => findPhrase("column-open", tokens) !== undefined && !hasOneOf(tokens, REFUSING);

/** Whether a name is of a consent, and no known thing or matter beside it: not `Consentimiento médico`. */
const isOfConsent = (tokens: Clause) =>
  hasRole(tokens, "consent-noun") &&
  !asksWhich(tokens) &&
  !tokens.some(({ folded }) => folded === "permiso") &&
  !hasRole(tokens, "topic", "everyday", "trade", "product", "about", "date");

/** Whether a name is of something else than contact. `Nota médica` may hold anything, `baja médica` not. */
function isAboutSomethingElse(tokens: Clause): boolean {
  if (findPhrase("column-else", tokens) === undefined || hasRole(tokens, "outcome-column")) return false;
  return hasRole(tokens, "low", "out") || !hasRole(tokens, "low-things") || !hasRole(tokens, "note-column");
}

function mayAnswerOf(tokens: Clause): ColumnKind["mayAnswer"] {
  if (asksWhich(tokens)) return tokens.some(({ folded }) => folded === "quien") || isOfWay(tokens) ? undefined : "no";
  if (findPhrase("column-may-out", tokens)) return "yes";
  const mayConsent = findPhrase("column-may-consent", tokens) !== undefined && !isEmailAlone(tokens);
  return mayConsent || isChannel(tokens) ? "no" : undefined;
}

/** Returns the kind by the first rule that fits: `baja médica` is a fact, although `baja` is an opt-out. */
function kindOf(tokens: Clause): ColumnKind["kind"] {
  const is = (...roles: readonly Role[]) => hasRole(tokens, ...roles);
  // `¿Por qué medio desea ser contactado?`, `¿Qué promociones desea recibir?`
  if (asksWhich(tokens)) return isOfWay(tokens) ? "channel" : "text";
  // `Email status`. Notes about e-mail may say anything.
  if (isEmailAlone(tokens) && !is("note-column")) return "silent";
  if (isAboutSomethingElse(tokens)) return "fact";
  // `Motivo de baja`, `No llamar`
  if (findPhrase("column-out", tokens)) return is("about") ? "detail" : "opt-out";
  // `Recibió`, `Aprobado`: said of what was sent or asked for.
  if (findPhrase("column-other", tokens)) return "fact";
  // `Motivo de consentimiento`, `Acepta SMS`
  if (findPhrase("column-consent", tokens)) return is("about") ? "text" : "consent";
  if (isOfWay(tokens)) return "channel";
  // `Estado del crédito`, `Ciudad`; in a `Nota del crédito` people write anything.
  if (is("trade", "product") && !is("note-column")) return "matter";
  if (is("other-column") && !is("note-column", "outcome-column")) return "fact";
  return findPhrase("column-name", tokens) && !is("status-column", "note-column") ? "name" : "text";
}

/** Returns what a cell denies. A bare yes or no denies what its column asks. */
export function waysDenied(column: string, cell: string): readonly DeniedWay[] {
  const inCell = waysIn(clausesOf(cell).flat());
  const { words, isAsking } = columnKind(column);
  const inName = waysIn(words);
  return inCell.length > 0 ? inCell : inName.length > 0 || !isAsking ? inName : ["any"];
}

/** Whether a column's name names a channel, or asks which one somebody prefers. */
export function namesChannel(column: string): boolean {
  const { kind, isAsking, words } = columnKind(column);
  return kind === "channel" || isChannel(words) || (!isAsking && namedIn(words).length > 0);
}

/** Splits words at case changes: `DoNotCall`, `SMSOptOut`. */
export const spelledOut = (words: string) =>
  words
    .replace(/(?:[Ww]hats[Aa]pp|WHATSAPP)(?![a-z])/g, " whatsapp ")
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ");

/** Matches words before what a column asks: `ind_contactable`, `cliente_estado`. */
const BEFORE_QUESTION = /^ *(?:ind|fla?g|fl|bandera|cliente|customer)[ _.-]+(?=\p{L})(?!contacto? *$)/iu;
const YES_OR_NO = /[([]?(?<!\p{L})(?:s[ií]?|y|yes) ?\/ ?no?(?!\p{L})[)\]]?/giu;

/** Returns a name's words as one clause: `DoNotCall`, `acepta_sms`, `nollamar`. */
export function wordsOfName(name: string): Word[] {
  const isSure = ({ roles, folded }: Word) => folded.length > 5 || !(roles.has("by-ear") || roles.has("guessed"));
  // Splitting loads Unicode's tables, which takes longer than reading a small list.
  if (/^[a-z]+$/.test(name)) return partsOf(wordOf(name)).filter(isSure);
  const plain = name
    .replace(BEFORE_QUESTION, "")
    .replace(YES_OR_NO, "")
    .replace(/\bno\. ?(?=de |autori)/i, "numero ");
  const spelled = spelledOut(plain).replace(/[_./-]+|(?<=\p{L})(?=\d)/gu, " ");
  return clausesOf(spelled).flat().filter(isSure);
}
