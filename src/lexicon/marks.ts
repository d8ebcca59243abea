// Tells what a cell of a phone list says: do not contact this person, perhaps so, or nothing.

import { WAYS } from "../headers/event-words.js";
import { channelsLeftOut, markOfChannel, markOfConsent, markOfOptOut } from "./answer-marks.js";
import { channelsOf } from "./channels.js";
import { hasRole } from "./clause.js";
import { type ColumnKind, columnKind } from "./columns.js";
import { areAll, declines, isBareDenial, isDenial, isEnding, type Mark, mark } from "./mark.js";
import { holdsAsking, isOfNames, type MarkedCell, readMarkedCell, withLineEnds } from "./marked-cell.js";
import { markOfName, markOfText } from "./text-marks.js";

export type { Mark };

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
  return kind.kind === "silent" ? undefined : combined([...withLineEnds(cell)].map((text) => readText(kind, text)));
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

/** Whether a cell is a cross before names of channels: `❌ llamadas`. */
const crossesWays = ({ isCrossed, tokens }: MarkedCell) =>
  isCrossed && tokens.length > 0 && areAll(tokens, ...WAYS, "message", "contact");

/** Whether a cell gives the answer that may be an opt-out under its column's name: `no`, `a ninguna hora`. */
const answersNo = ({ mayAnswer }: ColumnKind, { answer, clauses, tokens }: MarkedCell) =>
  answer === mayAnswer ||
  (mayAnswer === "no" &&
    answer !== "yes" &&
    (hasRole(tokens, "none") || declines(tokens) || clauses.slice(0, 1).some(isBareDenial)));
/** Whether a cross stands alone in a note, or beside a name. */
const isCrossedOut = ({ kind, isState }: ColumnKind, { isCrossed, tokens }: MarkedCell) =>
  isCrossed && (kind === "name" || (kind === "text" && isState && tokens.every(isDenial)));

/** Whether a cell under a channel's name or status says that it ended: `cancelado` under `sms_status`, `se salió`. */
const mayEndContact = ({ mayAnswer }: ColumnKind, { clauses, tokens, request }: MarkedCell) =>
  mayAnswer === "no" && (request.says === "state" || clauses.some(isEnding) || hasRole(tokens, "leave"));

/** Whether a cell says that somebody left, under a name that says nothing of it. `Baja` alone may be a place or a grade. */
function mayHaveLeft({ kind, words, isState }: ColumnKind, { clauses, request }: MarkedCell): boolean {
  const { says, clause } = request;
  if (clauses.length !== 1 || !hasRole(clause, "low", "halt-word") || hasRole(words, "grade")) return false;
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
