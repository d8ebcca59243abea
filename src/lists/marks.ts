// Tells, by the lexicon and by what the user said of columns: what a column asks (`Question`), what its cells say of opt-outs (`Mark`),
// and whether a heading, or the name of a file or a sheet, is that of a list of opt-outs.

import { namesMoment } from "../headers/date-names.js";
import { foldName, foldWords, mendedName, nameWords, wordSet } from "../headers/folding.js";
import { namesAnotherNumber } from "../headers/phone-names.js";
import { type ColumnKind, columnKind } from "../lexicon/columns.js";
import { mayDenyNumber, mayTell } from "../lexicon/cues.js";
import { type Mark, readMark } from "../lexicon/marks.js";
import { remembered, rememberedOf } from "../lexicon/remembered.js";
import { decoded } from "../phone/normalise.js";

/** What a column asks of its cells. Plain data, which is sent to another thread. */
export interface Question {
  /** The column's name; empty for a phone column, or without a name. */
  name: string;
  /** Whether the user says that it holds opt-outs. */
  isChosen: boolean;
  /** The cells that the user says are opt-outs, folded. */
  values: readonly string[];
  /** Whether a bare yes, no, date or value may be an opt-out: every cell is read. */
  isAsking: boolean;
  /** Whether words in its cells are ignored: it is named as an id, a date, an amount or an e-mail, and asks nothing. */
  ignoresWords: boolean;
}

const EMAIL = /e-?mail|correo/i;
/** Words of ids under which people also write, or have phones. */
const MAY_BE_TEXT = wordSet(`ticket expediente solicitud registro referencia numero number interes pedido orden order
  codigo code evento event`);

/** Matches the names of columns of a choice, which programs call its id: `stage_id` holds the stage's name. */
const CHOICE =
  /\b(?:category|disposicion|disposition|estado|gestion|outcome|reason|result(?:ado)?|stage|status|tag|tipificacion)s?\b/;

/** Whether a name means an id, a date or an amount and nothing else. */
function namesNumbersAlone(name: string): boolean {
  const folded = nameWords(name);
  if (namesMoment(folded)) return true;
  const words = folded.split(" ").filter((word) => /[a-z]/.test(word));
  if (words.includes("id")) return !CHOICE.test(folded);
  return words.length > 0 && words.every((word) => namesAnotherNumber(word) && !MAY_BE_TEXT.has(word));
}

const ABOUT_OPT_OUTS: readonly ColumnKind["kind"][] = ["opt-out", "detail", "consent"];

/** The name under which the lexicon reads a column that the user says holds opt-outs. */
const OPT_OUT_COLUMN = "opt out";

/** Matches a name that a program gives to a column without one: `Columna1`, `Unnamed: 2`. */
const GENERATED = /^\s*(?:col(?:umna?)?|unnamed|campo|field|f)[\s:_]*\d+\s*$/i;

/** The question of a phone column, or of a cell after the last column. */
export const PHONE_QUESTION: Question = { name: "", isChosen: false, values: [], isAsking: false, ignoresWords: false };

const questionByName = remembered((name) => (name === "" ? PHONE_QUESTION : buildQuestion(name, [])));

/** Returns what a column asks. `asked`: for each time the user named it, the value that is an opt-out, or undefined for any yes. */
export const questionOf = (name: string, asked: readonly (string | undefined)[] = []): Question =>
  asked.length === 0 ? questionByName(name) : buildQuestion(name, asked);

function buildQuestion(name: string, asked: readonly (string | undefined)[]): Question {
  const mended = GENERATED.test(name) ? "" : mendedName(name);
  const isChosen = asked.includes(undefined);
  const values = asked.flatMap((value) => (value === undefined ? [] : [foldName(value)]));
  const { kind, channels, isAsking: asks, isState } = columnKind(mended);
  const isOfMail = EMAIL.test(name) && channels.length === 0;
  const isRead = isChosen || ABOUT_OPT_OUTS.includes(kind) || (isOfMail && kind === "text" && isState);
  const ignoresWords = !isRead && (isOfMail || namesNumbersAlone(mended));
  const isAsking = isChosen || values.length > 0 || (!ignoresWords && asks);
  return { name: mended, isChosen, values, isAsking, ignoresWords };
}

export const asksAboutOptOuts = (name: string) => ABOUT_OPT_OUTS.includes(columnKind(mendedName(name)).kind);

/** Whether a column is one of consent. */
export function asksForConsent({ name, isChosen, values }: Question): boolean {
  return !isChosen && !values.includes("") && columnKind(name).kind === "consent";
}

/** Whether a cell is empty, also as programs write it. */
export const isEmpty = (cell: string) => /^(?:null|nan|n\/?a|[-–—.[\] ]*)$/i.test(cell.trim());

/** Returns what a cell says of opt-outs; undefined if nothing. */
export function markIn(question: Question, written: string): Mark | undefined {
  const { values, ignoresWords } = question;
  const cell = decoded(written);
  if (values.length > 0 && (values.includes(foldName(cell)) || (isEmpty(cell) && values.includes(""))))
    return { says: "says-no", channels: ["any"] };
  return ignoresWords || cell.trim() === "" ? undefined : readerOf(question)(withoutNumbers(cell));
}

/** Returns the reader of a column's cells, which remembers them. */
const readerOf = rememberedOf(({ name, isChosen, isAsking }: Question) =>
  remembered((cell): Mark | undefined => {
    if (isChosen) return readMark(OPT_OUT_COLUMN, cell) ?? readMark(name, cell);
    return isAsking || mayTell(cell) || mayDenyNumber(cell) ? readMark(name, cell) : undefined;
  }),
);

/** Matches a number, which begins with no year. */
const NUMBER = /\b((?:503)?)(?:[567]\d|2[1-9])\d\d([- ]?)\d{4}\b/g;

/** Replaces each number by the same one in its spelling, so that the cache is hit: no number says more than another. */
export const withoutNumbers = (cell: string) => cell.replace(NUMBER, (_, code, mark) => `${code}7012${mark}3456`);

/** Matches a person's request, which is no column's name: `no me escriban más`, `please stop texting me`. */
const REQUEST =
  /(?<!\bque )\b(?:me|nos) [a-z]+[ae]n\b|\b[a-z]+[ae]n(?:me|nos)\b|\b(?:dejen|paren|eviten) de\b|\b(?:favor|please|pls)\b|^(?:do not|dont|don t|stop|never) [a-z]+ (?:me|us)\b/;
/** Matches a list's title: `Clientes que no quieren llamadas`. */
const TITLE =
  /\b(?:clientes|personas|contactos|numeros|usuarios|gente|customers|clients|people|contacts|numbers|users) (?:que|who|that)\b/;

/** Whether a text names a column of opt-outs or consent, and is no request and no title. */
export function namesQuestion(text: string): boolean {
  if (!["opt-out", "consent"].includes(columnKind(mendedName(text)).kind)) return false;
  const folded = foldWords(text);
  return text.includes("?") || !(REQUEST.test(folded) || TITLE.test(folded));
}

/** Matches words that say nothing in the name of a file or a sheet, and a denied opt-out: `sin no llamar`. */
const SILENT =
  /\b(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|copia|copy|final|reporte|siguientes|(?:sin no|solo|only) \w+)\b|\d+/g;

/** Whether the name of a file or a sheet is that of a list of opt-outs: `bajas nov`, `Clientes NO LLAMAR`. */
export function namesOptOuts(name: string): boolean {
  const words = nameWords(name).replace(SILENT, " ");
  // The lexicon knows some words only in the singular: `opt outs`, `exclusiones`.
  return [words, words.replace(/e?s\b/g, "")].some((text) => mayTell(text) && readMark("", text) !== undefined);
}

const LONGEST_HEADING = 60;

/** Whether a cell that is alone in its record is the heading of a list of opt-outs, as a file's name would be. */
export const headsOptOuts = (cell: string) => cell.length <= LONGEST_HEADING && heads(withoutNumbers(cell));
// `mayTell` is asked of the cell as it is typed, too: the kernel passes over cells of which that is false.
const heads = remembered((cell) => mayTell(cell) && namesOptOuts(cell));

/** Whether a text names a column of states, of notes or of reasons for opt-outs. */
export function namesNotes(text: string): boolean {
  const { kind, isState } = columnKind(mendedName(text));
  return isState || kind === "detail";
}

/** Whether a column says something about people, by its name: numbers in it are read, but never rewritten. */
export function isAboutPeople(name: string): boolean {
  return asksAboutOptOuts(name) || (name !== "" && columnKind(mendedName(name)).isState);
}
