// What each column of a phone list asks, and what its cells say of opt-outs: the lexicon's answers, with what the user said of columns.

import { dateRank, isTimeOfDay } from "../headers/date-names.js";
import { foldWords, nameWords } from "../headers/event-words.js";
import { foldName, mendedName, namesAnotherNumber } from "../headers/phone-names.js";
import { type ColumnKind, columnKind } from "../lexicon/columns.js";
import { mayDenyNumber, mayTell } from "../lexicon/cues.js";
import { type Mark, readMark } from "../lexicon/marks.js";
import { decoded } from "../phone/normalise.js";

/** A column, as its cells are asked. Plain data: it goes to another thread. */
export interface Question {
  /** The column's name; empty where it has none, or where it is a phone's. */
  name: string;
  /** The user says that it is one of opt-outs. */
  isSaid: boolean;
  /** The user says that these are opt-outs in it; folded. */
  values: readonly string[];
  /** A yes, a no, a day or a value in it says something of opt-outs: each of its cells is looked at. */
  isAsking: boolean;
  /** Named as an id, a date, an amount or an e-mail, and no question: words in it say nothing. */
  isDeaf: boolean;
}

const EMAIL = /e-?mail|correo/i;
/** Words of ids under which people write as well, or have phones. */
const MAY_BE_TEXT: ReadonlySet<string> = new Set(
  "ticket expediente solicitud registro referencia numero number".split(" "),
);

/** Whether a name is one of an id, a date or an amount, and of nothing else. */
function namesNumbersAlone(name: string): boolean {
  const folded = nameWords(name);
  if (dateRank(folded) !== undefined || isTimeOfDay(folded)) return true;
  const words = folded.split(" ").filter((word) => /[a-z]/.test(word));
  if (words.includes("id")) return true;
  return words.length > 0 && words.every((word) => namesAnotherNumber(word) && !MAY_BE_TEXT.has(word));
}

/** Kinds of columns that ask about opt-outs or consent, or say more of them. */
const ABOUT_OPT_OUTS: readonly ColumnKind["kind"][] = ["opt-out", "detail", "consent"];

/** The name that an opt-out column of the user's has to the lexicon, whatever it is called. */
const OPT_OUT_COLUMN = "opt out";

/** `said`: what the user says is an opt-out in it: a value, or, undefined, any yes. */
export function asksOf(name: string, said: readonly (string | undefined)[] = []): Question {
  const mended = mendedName(name);
  const isSaid = said.includes(undefined);
  const values = said.flatMap((value) => (value === undefined ? [] : [foldName(value)]));
  const { kind, isAsking: asks } = columnKind(mended);
  const isDeaf = !isSaid && !ABOUT_OPT_OUTS.includes(kind) && (EMAIL.test(name) || namesNumbersAlone(mended));
  const isAsking = isSaid || values.length > 0 || (!isDeaf && asks);
  return { name: mended, isSaid, values, isAsking, isDeaf };
}

/** A column of phones, or a cell behind the last column. */
export const OF_PHONES = asksOf("");

/** Whether a column asks about opt-outs or consent, or says more of them. */
export function asksAboutOptOuts(name: string): boolean {
  return ABOUT_OPT_OUTS.includes(columnKind(mendedName(name)).kind);
}

/** Whether a column is one of consent. */
export function asksForConsent({ name, isSaid, values }: Question): boolean {
  return !isSaid && !values.includes("") && columnKind(name).kind === "consent";
}

/** Returns what a cell says; undefined if nothing. */
export function markIn(question: Question, written: string): Mark | undefined {
  const cell = decoded(written);
  const { name, isSaid, values, isAsking, isDeaf } = question;
  if (values.includes(foldName(cell))) return { says: "says-no", channels: ["any"] };
  if (cell.trim() === "" || isDeaf) return undefined;
  if (isSaid) return readMark(OPT_OUT_COLUMN, cell) ?? readMark(name, cell);
  return isAsking || mayTell(cell) || mayDenyNumber(cell) ? readMark(name, cell) : undefined;
}

/** A phone cell as it says something: that a number stands there, and not which. So that few different texts are left. */
export function withoutNumbers(cell: string): string {
  return cell.replace(/\d{3,}/g, (digits) => "7".repeat(digits.length));
}

/** `no me escriban más`, `bórrenme de la lista`, `please stop texting me`: what somebody asks, not a column's question. */
const REQUEST =
  /(?<!\bque )\b(?:me|nos) [a-z]+[ae]n\b|\b[a-z]+[ae]n(?:me|nos)\b|\b(?:dejen|paren|eviten) de\b|\b(?:favor|please|pls)\b|^(?:do not|dont|don t|stop|never) [a-z]+ (?:me|us)\b/;
/** `Clientes que no quieren llamadas` is a list's title. */
const TITLE =
  /\b(?:clientes|personas|contactos|numeros|usuarios|gente|customers|clients|people|contacts|numbers|users) (?:que|who|that)\b/;

/** Whether a text names a column of opt-outs or consent, wherever it stands: a request is a remark, what tells of many a title. */
export function namesQuestion(text: string): boolean {
  if (!["opt-out", "consent"].includes(columnKind(mendedName(text)).kind)) return false;
  const folded = foldWords(text);
  return text.includes("?") || !(REQUEST.test(folded) || TITLE.test(folded));
}

/** Whether a text names a column of states, of notes or of why somebody opted out. */
export function namesNotes(text: string): boolean {
  const { kind, isState } = columnKind(mendedName(text));
  return isState || kind === "detail";
}

/** Whether a column of this name says something of people: in it a number is read, and never rewritten. */
export function namesMarks(name: string): boolean {
  return asksAboutOptOuts(name) || (name !== "" && columnKind(mendedName(name)).isState);
}
