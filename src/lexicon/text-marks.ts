// What a cell says under a name that asks nothing: of people, of facts, of notes and states.

import { foldWords } from "../headers/folding.js";
import { type Clause, hasRole } from "./clause.js";
import type { ColumnKind } from "./columns.js";
import { areAll, isBareDenial, isEnding, isThing, type Mark, mark } from "./mark.js";
import type { MarkedCell } from "./marked-cell.js";
import { findPhrase } from "./phrase-search.js";

/** Judges a cell of names or facts: `Ana Paz BAJA` says no under `Nombre`, `ANA PAZ BAJA` and `BAJA` may, `Lic. Stop` does not. */
export function markOfName({ kind }: ColumnKind, { clauses, request }: MarkedCell): Mark | undefined {
  const { says, channels, clause } = request;
  if (says === "only" && channels.length === 0) return mark("says-no");
  const isAlone = clauses.length === 1 && areAll(clause, "low", "halt-word", "person");
  const isDenied = hasRole(clause, "deny");
  const isNo = says === "no" || (kind === "name" && (says === "bare" || (says === "state" && !isDenied)));
  if (isNo && (!isAlone || clause.length === 1)) return mark(isAlone ? "may-say-no" : "says-no", channels);
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
export function markOfText(kind: ColumnKind, cell: MarkedCell): Mark | undefined {
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
  (hasRole(words, "consent-noun", "data") && mayAnswer === "no") ||
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

const isTopic = (clause: Clause) =>
  hasRole(clause, "publicity", "subscription") && areAll(clause, "publicity", "consent-noun", "subscription", "small");
