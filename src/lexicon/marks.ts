// Tells what a cell of a phone list says: do not contact this person, perhaps so, or nothing.

import { type Channel, foldWords, WAYS } from "../headers/event-words.js";
import { channelsOf, isEmailAlone } from "./channels.js";
import { type Clause, hasRole, isOneOf, type Word } from "./clauses.js";
import { type ColumnKind, columnKind } from "./columns.js";
import { othersThan } from "./denied-channels.js";
import { holdsAsking, isOfNames, type MarkedCell, mended, readMarkedCell } from "./marked-cell.js";
import { findPhrase } from "./phrase-search.js";
import type { Request } from "./requests.js";
import { rolesOf } from "./vocabulary.js";

export interface Mark {
  says: "says-no" | "may-say-no";
  channels: readonly Channel[];
}

const ANY: readonly Channel[] = ["any"];
const mark = (says: Mark["says"], channels: readonly Channel[] = ANY): Mark => ({
  says,
  channels: channels.length === 0 ? ANY : channels,
});

/**
 * Matches a label and `No.` before digits. After a label that asks about contact it is short for *number*, and dropped:
 * `NO LLAMAR: No. 7012-3455`. After another label with a colon it stays.
 */
const NUMBER_LABEL =
  /(^[^:]{1,60}:|\b(?:autorizaci[oó]n|suscripci[oó]n|permiso|consentimiento|llamada|mensaje)(?=\s))\s{0,9}no\.\s{0,9}(?=[+(]*\d)/iu;
/** What may stand between a question and a no: `acepta llamadas - no`, `desea publicidad? R/ no`, `dijo que no`. */
const BETWEEN = String.raw`(?:[\s:=?>,./(–—-]|(?<!\p{L})[RA][/:]|\b(?:dijo|dice|respondi[oó]|contest[oó]|que)\b){1,20}`;
/** What may follow an answer: an end, a mark, a date; a no also initials or thanks. */
const BEHIND = String.raw`\W{0,9}$|[;|\n,.)]|\s{1,3}[/–(+\d-]|(?<=[nN][oO])\s{1,3}(?:\p{Lu}{2,3}(?!\p{L})|[Gg]racias|GRACIAS)`;
/** Matches a question with its answer, perhaps among others: `acepta llamadas: no`, `opt_in=0; canal -> sms`. */
const LABELLED = new RegExp(
  String.raw`(?<=^|[:;|\n,.]|\s\/)[^\S\n]*(?=\S)([^:=>\d;|\n,./]{3,40}?)` +
    String.raw`(?:\s{0,9}(?:[:=?]|-?>)\s{0,9}(\p{L}{1,9}|[01])|${BETWEEN}([nN][oO]))(?=${BEHIND})`,
  "gu",
);

/** Returns what a cell under a column's name says, in any way to read its line ends; undefined if nothing. */
export function readMark(column: string, cell: string): Mark | undefined {
  const kind = columnKind(column);
  return kind.kind === "silent" ? undefined : combined([...mended(cell)].map((text) => readText(kind, text)));
}

function readText(kind: ColumnKind, mendedText: string): Mark | undefined {
  const text = mendedText.replace(NUMBER_LABEL, (all, label: string) =>
    label.endsWith(":") && !holdsAsking(label) ? all : `${label}, `,
  );
  const answers: (Mark | undefined)[] = [];
  const rest = withoutAnswered(text, answers);
  if (answers.length > 0) return combined([...answers, readText(kind, rest)]);
  return kind.isAsking || holdsAsking(rest) ? markOf(kind, readMarkedCell(kind, rest)) : undefined;
}

/** Removes the questions about contact with their answers from a text, and adds what they say to `answers`. */
function withoutAnswered(text: string, answers: (Mark | undefined)[]): string {
  return text.replace(LABELLED, (part: string, label: string, labelled: string | undefined, no: string | undefined) => {
    const { kind, words, channels } = columnKind(label);
    if (kind === "consent" || kind === "channel") answers.push(readMark(label, labelled ?? no!));
    // `no llamar, no` and `llamadas, sms no` are no questions.
    else if (labelled === undefined) return part;
    else if (kind === "opt-out") answers.push(readMark(label, labelled));
    // `teléfono: no` may be that there is none.
    else if (areAll(words, ...WAYS, "and") && channels.length > 0 && /^(?:no|0)$/i.test(labelled))
      answers.push(mark(channels.join() === "call" ? "may-say-no" : "says-no", channels));
    else if (!hasRole(words, "low-things", "grade")) return part;
    return "";
  });
}

/** Judges a cell by its column's kind; the first rule that applies decides. `❌ 7012-3455` says no under most names. */
function markOf(kind: ColumnKind, cell: MarkedCell): Mark | undefined {
  const { isCrossed } = cell;
  // Under an opt-out a number is neither a yes nor a no.
  const isUnclear = cell.hasNumber && (kind.kind === "opt-out" || isCrossed);
  if (cell.answer === "blank") return isUnclear ? mark(isCrossed ? "says-no" : "may-say-no") : undefined;
  if (kind.kind === "opt-out" || kind.kind === "detail") return markOfOptOut(kind, cell);
  const others = channelsLeftOut(kind, cell);
  if (others.length > 0) return mark("says-no", others);
  if (kind.kind === "consent") return markOfConsent(kind, cell);
  if (kind.kind === "channel") return markOfChannel(cell);
  if (cell.hasNumber && (isCrossed || cell.clauses.some(isBareDenial))) return mark("says-no");
  if (crossesWays(cell)) return mark("says-no", channelsOf(cell.tokens));
  const byWords = isOfNames(kind) ? markOfName(kind, cell) : markOfText(kind, cell);
  const maySayNo = [answersNo, mayEndContact, mayHaveLeft, isCrossedOut].some((may) => may(kind, cell));
  return byWords ?? (maySayNo ? mark("may-say-no", kind.channels) : undefined);
}

/** Returns the channels that a cell excepts, `todo menos llamadas`, or leaves out: `SMS` under `Canales autorizados`. */
function channelsLeftOut({ words }: ColumnKind, { tokens }: MarkedCell): readonly Channel[] {
  const except = tokens.findIndex(({ folded }) => /^(?:menos|excepto|except|salvo)$/.test(folded));
  const rest = tokens.slice(except + 1);
  if (rest.length === 0 || !areAll(rest, ...WAYS, "way-email", "message", "and", "small")) return [];
  if (except >= 0) return channelsOf(rest);
  const isList = hasRole(words, "way") || words.at(-1)?.folded === "por";
  return isList && hasRole(words, "consent") ? othersThan(channelsOf(rest)) : [];
}

/** Whether a cell is a cross before names of channels: `❌ llamadas`. */
const crossesWays = ({ isCrossed, tokens }: MarkedCell) =>
  isCrossed && tokens.length > 0 && areAll(tokens, ...WAYS, "message", "contact");

/** Whether a cell gives the answer that may be an opt-out under its column's name: `no`, `a ninguna hora`. */
const answersNo = ({ mayAnswer }: ColumnKind, { answer, clauses, tokens }: MarkedCell) =>
  answer === mayAnswer ||
  (mayAnswer === "no" && (hasRole(tokens, "none") || declines(tokens) || clauses.slice(0, 1).some(isBareDenial)));
const declines = (tokens: Clause) => hasRole(tokens, "deny") && hasRole(tokens, "interest", "want");

/** Whether a cross stands alone in a note, or beside a name. */
const isCrossedOut = ({ kind, isState }: ColumnKind, { isCrossed, tokens }: MarkedCell) =>
  isCrossed && (kind === "name" || (kind === "text" && isState && tokens.every(isDenial)));

/** Whether a cell under a channel's name or status says that it ended: `cancelado` under `sms_status`, `se salió`. */
const mayEndContact = ({ mayAnswer }: ColumnKind, { clauses, tokens, request }: MarkedCell) =>
  mayAnswer === "no" && (request.says === "state" || clauses.some(isEnding) || hasRole(tokens, "leave"));

/** Whether a cell says that somebody left, under a name that says nothing of it. `Baja` alone may be a place or a grade. */
function mayHaveLeft({ kind, words, isState }: ColumnKind, { clauses, request }: MarkedCell): boolean {
  const { says, clause } = request;
  if (clauses.length !== 1 || !hasRole(clause, "low") || hasRole(words, "grade")) return false;
  if (hasRole(words, "trade") && !hasRole(words, "product")) return false;
  if (clause.length > 1) return says === "bare" && hasRole(clause, "give", "ask");
  return kind === "text" || (kind === "fact" && (isState || hasRole(words, "active", "yes")));
}

/** Returns the mark of a cell by those of its parts: the surest, for every channel that any of them denies. */
function combined(parts: readonly (Mark | undefined)[]): Mark | undefined {
  const marks = parts.filter((part) => part !== undefined);
  if (marks.length === 0) return undefined;
  const channels = new Set(marks.flatMap((part) => part.channels));
  return mark(marks.some(({ says }) => says === "says-no") ? "says-no" : "may-say-no", [...channels]);
}

const areAll = (tokens: Clause, ...roles: readonly string[]) => tokens.every((token) => hasRole([token], ...roles));
const isSure = ({ says }: Request) => says !== "may" && says !== "nothing";

/** Returns the channels of a column with those that its cell denies: `NO LLAMAR` under `Baja SMS` is about all. */
const deniedBy = (named: readonly Channel[], { says, channels }: Request) =>
  says !== "no" ? named : [named, channels].some(({ length }) => length === 0) ? ANY : [...named, ...channels];

/** Judges a cell under an opt-out's name: under `DNC`, `sí` and a date say no, `pidió ayer` may, `suscrito` does not. */
function markOfOptOut({ kind, channels, words }: ColumnKind, cell: MarkedCell): Mark | undefined {
  const { request, answer, tokens, text, isCrossed } = cell;
  if (isSure(request) && request.says !== "only") return mark("says-no", deniedBy(channels, request));
  if (answer === "no") return /[!?]/.test(text) || isCrossed ? mark("may-say-no", channels) : undefined;
  // The cell names channels under `No contactar`.
  if (hasRole(words, "deny") && areAll(tokens, ...WAYS, "way-email", "small", "and")) {
    if (isEmailAlone(tokens)) return undefined;
    const named = channelsOf(tokens);
    if (named.length > 0) return mark("says-no", named);
  }
  if (deniesOptOut(words, cell)) return undefined;
  return mark(answer !== "words" && kind === "opt-out" ? "says-no" : "may-say-no", channels);
}

/** Whether a cell under an opt-out's name says that there is none: `todavía no`, `suscrito`, `acepta llamadas`. */
function deniesOptOut(name: Clause, { clauses, tokens }: MarkedCell): boolean {
  // The words behind a yes may be about anything: `sí, acepta correos`.
  if (BARE_YES.test(tokens[0]?.folded ?? "")) return false;
  const isNotYet = hasRole(tokens, "deny") && areAll(tokens, "deny", "time", "small", "courtesy");
  const isActive = hasRole(tokens, "active") && (hasRole(name, "low") || !tokens.some(isSwitch));
  // Under `No contactar`, `allowed` means no.
  const isMarked = hasRole(tokens, "marked");
  const isAllowed = hasRole(name, "deny") && !isMarked && hasRole(tokens, "consent", "can", "contact", "deliver");
  // `No quiere` may mean that the person wants no calls.
  const isNo = hasRole(tokens.slice(0, 1), "deny") && !hasRole(tokens, "want");
  if (isNotYet || isActive || isAllowed || isNo || hasRole(tokens, "subscription")) return true;
  return clauses.some((clause) => findPhrase("yes", clause) !== undefined);
}

/** Whether a word may say that the opt-out is on, and not that the client is active: `Active` under `DNC`. */
const isSwitch = ({ folded }: Word) => /^(?:activ[aoe]|enabled|habilitad[ao])$/.test(folded);
const BARE_YES = /^(?:s|si|x|y|yes|1|t|true|v|verdadero)$/;
const REFUSES = ["refuse", "withdraw", "out", "out-sure", "stop", "remove", "leave", "barred"];

/** Roles of a question about consent. A column without any, such as `Promoción`, may hold something else. */
const ASKING = "consent consent-noun subscription want can receive yes deliver data".split(" ");

/** Judges a cell under a consent's name: `no` and `retiró` say no under `Acepta SMS`, `quizás` may, a date does not. */
function markOfConsent({ channels, words }: ColumnKind, { answer, tokens, request }: MarkedCell): Mark | undefined {
  const isNoun = !hasRole(words, ...ASKING);
  // `Notificaciones` may be counted.
  if (isNoun && answer === "no" && areAll(tokens, "digits")) return mark("may-say-no", channels);
  // `2026-01-15 no` begins with a date.
  if (answer === "no" || isSure(request) || hasRole(tokens, "deny", "none", ...REFUSES))
    return mark("says-no", isSure(request) ? deniedBy(channels, request) : channels);
  if (answer === "yes" || answer === "date" || findPhrase("fine", tokens) !== undefined) return undefined;
  const isOfWays = hasRole(tokens, "message", "way-call") && !isEmailAlone(tokens);
  // Under `suscripción`, unlike `suscrito`, the cell may name what somebody subscribes to.
  const isPlan = hasRole(words, "subscription") && !hasRole(words, "yes", "active");
  return isPlan || isOfWays || isNoun || hasRole(tokens, "time") ? undefined : mark("may-say-no", channels);
}

/** Judges a cell under the name of a preferred channel: `ninguno` and `no llamar` say no, `SMS` does not. */
function markOfChannel({ tokens, request }: MarkedCell): Mark | undefined {
  if (isSure(request)) return mark("says-no", request.channels);
  if (hasRole(tokens, "none", "no") && areAll(tokens, "none", "no", "small", "way", "courtesy")) return mark("says-no");
  if (channelsOf(tokens).length > 0 || isEmailAlone(tokens))
    return request.says === "may" ? mark("may-say-no") : undefined;
  if (hasRole(tokens, "none")) return mark("says-no");
  return request.says === "may" || declines(tokens) || hasRole(tokens, ...REFUSES) ? mark("may-say-no") : undefined;
}

/** Judges a cell of names or facts: `Ana Paz BAJA` says no under `Nombre`, `ANA PAZ BAJA` may, and `Baja` is a name. */
function markOfName({ kind }: ColumnKind, { clauses, request }: MarkedCell): Mark | undefined {
  const { says, channels, clause } = request;
  if (says === "only" && channels.length === 0) return mark("says-no");
  const isSurname = clauses.length === 1 && areAll(clause, "low", "halt-word", "person");
  const isDenied = hasRole(clause, "deny");
  const isNo = says === "no" || (kind === "name" && (says === "bare" || (says === "state" && !isDenied)));
  if (isNo && !isSurname) return mark("says-no", channels);
  const mayBeMarked = clauses.some((words) => areInOneCase(words) && (says === "may" || endsInMark(words)));
  // `Ana Ruiz NO`, `Mario no quiere`
  const isBeside = clauses.length > 1 && clauses.some((words) => isBareDenial(words) && words.at(-1)!.folded === "no");
  const isRefused = says === "may" && isDenied && clause.every(({ typed }) => !/^\p{Lu}\p{Ll}/u.test(typed));
  const mayDeny = (says === "state" && isDenied) || mayBeMarked || isBeside || isRefused;
  return kind === "name" && mayDeny ? mark("may-say-no") : undefined;
}

/** Whether a clause is all in one case, where a mark may stand beside a name: `JUAN PEREZ BAJA`. */
const areInOneCase = (clause: Clause) =>
  clause.length > 2 &&
  (clause.every(({ typed }) => typed === typed.toUpperCase()) ||
    clause.every(({ typed }) => typed === typed.toLowerCase()));
const endsInMark = (clause: Clause) => {
  const [first, last] = [clause[0]!, clause.at(-1)!];
  const isNo = [first, last].some(({ folded }) => folded === "no");
  return isNo || hasRole([first, last], "low", "halt-word") || (last.roles.has("wish") && last.roles.has("remove"));
};

/** Judges any other text: `no quiere llamadas` says no anywhere, `baja` only under that of notes, a state or contact. */
function markOfText(kind: ColumnKind, cell: MarkedCell): Mark | undefined {
  const { hasNumber, clauses, request } = cell;
  const { says, channels, clause } = request;
  const reply = markOfReply(kind, cell);
  if (reply !== undefined) return reply;
  if (isOfGoods(kind, cell) || isResult(kind, cell)) return undefined;
  if (says === "no") return mark("says-no", channels);
  if (kind.kind === "matter") return undefined;
  const isOfContact = namesContact(kind);
  const isOutcome = namesOutcome(kind);
  const isEnd = says === "bare" || (says === "state" && !isOutcome && !hasRole(kind.words, "trade"));
  if (isEnd && (kind.isState || isOfContact || hasNumber)) return mark("says-no", channels);
  if ((isOfContact || clauses.some(isTopic)) && clauses.some(isEnding)) return mark("says-no", kind.channels);
  const isGrade = clause.length === 1 && hasRole(clause, "low");
  const isOfPerson = isOutcome && hasRole(clause, "barred", "consent-noun", "reach-noun");
  if ((says === "state" && !isOfPerson) || says === "nothing" || isGrade) return undefined;
  return says === "only" && hasNumber && channels.length > 0 ? undefined : mark("may-say-no", channels);
}

/** Judges a reply: `STOP` says no, `no gracias` may. */
function markOfReply({ words, channels }: ColumnKind, { clauses, tokens }: MarkedCell): Mark | undefined {
  if (!hasRole(words, "reply-column")) return undefined;
  if (clauses.length === 1 && findPhrase("keyword", clauses[0]!)) return mark("says-no");
  return findPhrase("declined", tokens) && mark("may-say-no", channels);
}

/** Whether a cell is the result of a call, as call centres name it: `NO CONTACTO` if nobody was reached. */
const isResult = ({ words }: ColumnKind, { text }: MarkedCell) =>
  hasRole(words, "result-column") && /^(?:no|sin) contacto$/.test(foldWords(text));

/** Whether a name is not about contact, but what became of it: the call was rejected, not the caller. */
const namesOutcome = ({ words }: ColumnKind) =>
  hasRole(words, "message", "call", "deliver", "delivery") && hasRole(words, "outcome-column");

const namesContact = ({ words, isState, mayAnswer }: ColumnKind) =>
  hasRole(words, "publicity", "subscription", "privacy", "right") ||
  (hasRole(words, "reach-noun") && !hasRole(words, "note-column")) ||
  (hasRole(words, "consent-noun") && mayAnswer === "no") ||
  (hasRole(words, "message") && !isState && !hasRole(words, "delivery"));

/** Whether a cell under the name of goods or a delivery is about these: it names a thing, or, of goods, no contact. */
function isOfGoods({ words }: ColumnKind, { tokens, request: { says, clause } }: MarkedCell): boolean {
  const isOfDelivery = hasRole(words, "delivery");
  if (!isOfDelivery && (!hasRole(words, "product") || hasRole(words, "note-column"))) return false;
  const isClear =
    hasRole(clause, "out-sure", "subscription") ||
    (hasRole(clause, "deny", "stop", "refuse", "remove") && hasRole(clause, "wish", "want", "message", "list"));
  const isOfThing = (isOfDelivery ? tokens : clause).some(isThing);
  // `cliente rechazó`, `no quiso` are of what was delivered.
  return isOfDelivery ? !isClear && (says === "may" || isOfThing) : !isClear || isOfThing;
}

const isThing = ({ names }: Word) => names.has("thing");

/** Whether a clause only says that something ended, and by whom or when: `Anulada por el suscriptor`, not `ya canceló`. */
const isEnding = (clause: Clause) =>
  !clause.some(isThing) &&
  clause.slice(0, 2).some((token) => isOneOf(token, ENDING) && (clause.length === 1 || isOver(token)));
const ENDING = rolesOf("refuse withdraw halt remove barred");
const isOver = ({ roles }: Word) =>
  roles.has("done") || roles.has("barred") || (roles.has("withdraw") && !roles.has("told"));
const isTopic = (clause: Clause) =>
  hasRole(clause, "publicity", "subscription") && areAll(clause, "publicity", "consent-noun", "subscription", "small");
/** Whether a clause is only a denial: `NO`, `XX`, or `no al` before a number. */
const isBareDenial = (clause: Clause) =>
  clause.some(isDenial) &&
  clause.every((token) => isDenial(token) || /^(?:ya|al?|este|ese|numero)$/.test(token.folded));
const isDenial = ({ roles, folded }: Word) => (roles.has("deny") && folded !== "n") || /^x+$/.test(folded);
