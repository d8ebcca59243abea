// Reads a cell of a phone list as words: cleans its text, splits it into clauses, and finds its answer. marks.ts judges it.

import { type Clause, flat, hasRole, isTelling } from "./clause.js";
import { clausesOf } from "./clauses.js";
import { type ColumnKind, spelledOut } from "./columns.js";
import { withLetters } from "./cues.js";
import { partsOf } from "./joined-words.js";
import { type Request, requestIn } from "./requests.js";
import { wordsOf } from "./tokens.js";
import { NO_ROLES, type Word, withRoles, wordOf } from "./words.js";

/** What a cell answers to its column's name. `blank`: nothing, as an empty cell. `words`: anything else. */
type Answer = "yes" | "no" | "date" | "blank" | "words";

export interface MarkedCell {
  text: string;
  answer: Answer;
  /** Whether a sign in it says no: a cross, a stop. */
  isCrossed: boolean;
  /** Whether it holds a phone number. */
  hasNumber: boolean;
  clauses: readonly Clause[];
  /** The words of all clauses. */
  tokens: Clause;
  request: Request;
}

const TIME = String.raw`\d{0,2}:\d\d\S*`;
const AMOUNT = String.raw`\$ ?[\d.,]+`;
const DAY_OF_YEAR = String.raw`\d{1,2}[/-]\d{1,2}`;
const ID = String.raw`(?!(?:19|20)\d\d\b)\d{3,}`;
/** Matches times, days, amounts and ids before all words, perhaps behind a day's year: `2024, 10:30 STOP`. */
const STAMP = new RegExp(
  String.raw`^["'“«\s,]*((?:19|20)\d\d[,\s]+)?(?:T?(?:${[TIME, AMOUNT, DAY_OF_YEAR, ID].join("|")})\s+)+(?=\S)`,
);
/** Matches a day: `01/01/2026`. Clauses need its year alone. */
const DAY = /(?<![\d/.-])(?:\d{1,2}[-/.]\d{1,2}[-/.]((?:19|20)\d\d)|((?:19|20)\d\d)[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)/g;
/** Matches a number. The year and the hour of `10/08/2024 10:30` are none. */
const NUMBER = /(?<![+(])[+(]*\d[\d\s().+-]{5,}\d(?!\d*:\d)/g;
/** Matches a cell that begins with a date, in figures or with its month in words, or is an epoch. */
const DATE = new RegExp(
  [
    String.raw`^\D{0,3}(?:\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}`,
    String.raw`\d{1,2} (?:de )?\p{L}+ (?:de(?:l)? )?\d{2,4}`,
    String.raw`(?:19|20)\d{6}`,
    String.raw`1\d{9}(?:\d{3})?$)`,
  ].join("|"),
  "u",
);
/** Matches a day that means *never* or *not set*, by its year. */
const NO_DAY = /^\D{0,3}(?:(?:0000|9999)[-/. ]|\d{1,2}[-/. ]\d{1,2}[-/. ](?:0000|9999)(?!\d))/;

const TICK = /[✓✔☑✅👍]/u;
const CROSS = /[✗✘❌❎✖☒✕🚫⛔📵🛑🔕🔇🙅🚷]/u;
/** Matches a sign that is neither a yes nor a no. The dash or dot of an empty cell is none. */
const SIGN = /[^\s\p{P}]|[*#!?•]/u;
/** Matches `n/a` and `n.d.`. */
const NOT_AVAILABLE = /^\s*n\s*[/.]?\s*[ad]\.?\s*$/i;

const UNSEEN = /\p{Cf}/gu;
const LINE_ENDS = /(?:\r\n?|\n|_x000D_|<br ?\/?>)+/gi;
/** Matches a line end that may be within a sentence, because small letters follow. */
const WRAPPED = /[^\S\n]{0,9}\n\s{0,9}(?=\p{Ll})/gu;
/** What may separate a denial from what it denies: `no.llamar`, `(NO) LLAMAR`, `NO / LLAMAR`, `no!! llamar`, a line end. */
const APART = String.raw`[^\p{L}\p{N}\s,;!?¡¿"']|[)\]}*_] {0,9}| {0,3}/ {0,3}|[!.]{2,9} {0,3}|\n(?=\p{Ll})`;

/** Whether a column holds names or facts, in whose cells a word in capitals is a mark beside them. */
export const isOfNames = ({ kind }: ColumnKind): boolean => kind === "name" || kind === "fact";

/** Returns a text in every way to read its line ends: all are, none within a sentence is, an escaped one is, too. */
export function withLineEnds(text: string): ReadonlySet<string> {
  const lines = withLetters(text).replace(UNSEEN, "").replace(LINE_ENDS, "\n");
  return new Set([lines, lines.replace(WRAPPED, " "), lines.replaceAll(/\\n/gi, "\n")]);
}

/** Reads a cell. The clauses of `no_llamar 7012-3456 desde 01/05/2024` are `no llamar` and `desde 2024`. */
export function readMarkedCell(column: ColumnKind, text: string): MarkedCell {
  const rest = text.replace(NUMBER, (digits) => (DATE.test(digits) ? digits : " , "));
  const hasNumber = rest !== text;
  const parts = column.kind === "name" ? "names" : isOfNames(column) || hasNumber ? "capitals" : "sentences";
  // In small letters, a word of a clause with a denial is no name: `Ana Paz no yamar`.
  const mayBeName = (clause: Clause, { isTitled }: Word, at: number) =>
    isTitled ? isOfNames(column) || at > 0 : isOfNames(column) && !hasRole(clause, "deny");
  const cleaned = spelledTags(rest.replace(DAY, "$1$2,").replace(STAMP, "$1 "));
  const clauses = clausesOf(cleaned, parts).map((clause) =>
    clause.map((token, at) => (mayBeName(clause, token, at) ? withoutGuess(token) : token)),
  );
  const tokens = flat(clauses);
  const isCrossed = CROSS.test(text);
  return { text, answer: answerOf(rest, tokens), isCrossed, hasNumber, clauses, tokens, request: requestIn(clauses) };
}

/** Removes the roles of a word that only resembles one of asking, or sounds like one: `Borja` is a name. */
const withoutGuess = (token: Word) => (hasRole([token], "guessed", "by-ear") ? withRoles(token, NO_ROLES) : token);

/** The steps that spell tags as words. Each sees what the ones before left. */
const TAG_STEPS: readonly [pattern: RegExp, spelled: string][] = [
  [new RegExp(String.raw`(?<![\p{L}\p{N}])(no|not|nunca|never)(?:${APART})(?=\p{L})`, "giu"), "$1 "],
  [/(?<=\bno {0,9})\+ {0,9}(?=\p{L})/giu, " mas "], // `no+ mensajes`
  [/(?<=\p{L}\s{1,9})x(?=\s{1,9}\p{L})/giu, "por"], // `no llamar x favor`
  // A denial that answers what stands before it: `LLAMAR: NO`, `publicidad (no)`.
  [/[:=?(-]\s{0,9}(no|nunca|nada|ningun[oa])\s{0,9}\)?(?=[.,;|/\n]|[^\p{L}\p{N}]{0,9}$)/giu, " $1 "],
  [/[🚫⛔📵🛑🔕]/gu, " stop "],
  [/\b(des|un)-(?=\p{L})/giu, "$1"], // `un-subscribe`
  [/(?<=\p{L})[_-](?=\p{L})|(?<=\p{L}{3})(?=\d{2})/gu, " "], // `no_llamar`, `baja2024`
];

const spelledTags = (text: string) =>
  spelledOut(TAG_STEPS.reduce((rest, [pattern, spelled]) => rest.replace(pattern, spelled), text));

/** Whether a cell holds a word or a sign of asking. Most hold none. */
export const holdsAsking = (text: string): boolean =>
  CROSS.test(text) ||
  wordsOf(spelledTags(text)).some((word) => isTelling(partsOf(wordOf(word)))) ||
  /\bx+\b/i.test(text);

function answerOf(text: string, tokens: Clause): Answer {
  if (TICK.test(text)) return "yes";
  if (CROSS.test(text)) return "no";
  if (DATE.test(text.trim())) return NO_DAY.test(text) ? "blank" : "date";
  if (tokens.length === 0 && SIGN.test(text)) return "words";
  if (tokens.length === 0 || NOT_AVAILABLE.test(text)) return "blank";
  const isBlank = ({ roles, folded }: Word) => roles.has("blank") || (folded === "no" && tokens.length > 1);
  const isApplicable = tokens.length === 1 && tokens[0]!.folded === "aplica";
  if (hasRole(tokens, "blank") && tokens.every(isBlank) && !isApplicable) return "blank";
  const telling = tokens.filter((token) => hasRole([token], "yes", "no") || !hasRole([token], "courtesy", "small"));
  if (telling.length > 0 && telling.every(({ roles, folded }) => roles.has("no") || /^0+$/.test(folded))) return "no";
  const isYes = (telling[0] ?? tokens[0]!).roles.has("yes") || telling[0]?.typed === "1";
  return isYes && !hasRole(telling, "deny", "no", "none") ? "yes" : "words";
}
