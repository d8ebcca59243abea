// What the words of a record say, whoever it is from and whenever it came: what they ask for, and which numbers they name. Cells
// beside those that ask may tell of an opt-out, too: an agent's note, a second result, the code of a button. A person judges these.

import { nameWords } from "../headers/event-words.js";
import { type ImportColumns, type RequestKind, writtenIn } from "../headers/import-columns.js";
import { clausesOf, findPhrase } from "../lexicon/clauses.js";
import { columnKind } from "../lexicon/columns.js";
import { remembered } from "../lexicon/remembered.js";
import { asksAboutOptOuts, asksOf, markIn, type Question } from "../lists/marks.js";
import { readNamed } from "../phone/named.js";
import { classifyReply, type Intent } from "../replies/classify.js";
import { asksInNote, completesOptOut } from "../replies/notes.js";
import { type Asked, askedIn, joined, type SaidWords, toldBeside } from "./asked.js";
import { BESIDE, type ColumnUse, isText } from "./column-uses.js";

/** A number that a cell names, E.164, or the text of a range. */
export interface Named {
  e164: string;
  column: number;
}

export interface Saying {
  asked: Asked;
  /** The columns that say more beside what is asked for. */
  remarks: readonly number[];
  named: readonly Named[];
}

interface Speaking {
  column: number;
  use: ColumnUse | undefined;
  /** The column says what is asked for. */
  isAsking: boolean;
  /** Reads a cell beside what is asked for; undefined of what asks. `isOut`: it may say what more an opt-out ends. */
  remark: ((cell: string, isOut: boolean) => readonly Asked[]) | undefined;
}

export class SayingReader {
  readonly #speaking: readonly Speaking[];
  /** The columns that ask about opt-outs. */
  readonly #questions: readonly { column: number; question: Question }[];
  // Most records of an export say one of a few things.
  readonly #read = remembered((_words, cells: readonly string[]) => this.#readWords(cells));

  constructor(
    private readonly kind: RequestKind,
    header: readonly string[],
    private readonly columns: ImportColumns,
    private readonly words: SaidWords,
    uses: readonly (ColumnUse | undefined)[],
  ) {
    const { text, actions, codeName, subscribed, channels, errorCode } = columns;
    const asking = [text, codeName, ...actions, ...subscribed, ...channels];
    this.#speaking = uses.flatMap((use, column) => {
      const remark = asking.includes(column) ? undefined : remarkReader(kind, header[column] ?? "", use);
      const isAsking = remark === undefined ? asking.includes(column) : column === errorCode;
      return remark === undefined && !isAsking ? [] : [{ column, use, isAsking, remark }];
    });
    this.#questions = header.flatMap((name, column) =>
      asksAboutOptOuts(name) && uses[column] !== "phone" ? [{ column, question: asksOf(name) }] : [],
    );
  }

  /** `isUnseen`: what was sent has no words. */
  of(cells: readonly string[], isUnseen: boolean): Saying {
    let words = "";
    for (const { column, use, isAsking } of this.#speaking) {
      const spoken = isAsking ? (cells[column] ?? "") : spokenIn(cells[column] ?? "", use);
      if (spoken !== "") words += `${spoken}\0${column}\0`;
    }
    const saying = this.#read(words, cells);
    const isUnclear = isUnseen || (saying.asked.isAssumed === true && this.#denyOptOut(cells));
    const intent = saying.asked.request === undefined ? "unclear" : "request";
    return isUnclear ? { ...saying, asked: { ...saying.asked, intent } } : saying;
  }

  #readWords(cells: readonly string[]): Saying {
    const read = askedIn(this.kind, cells, this.columns, this.words);
    const all = [read];
    const remarks: number[] = [];
    const named: Named[] = [];
    for (const { column, use, remark } of this.#speaking) {
      const cell = cells[column] ?? "";
      // How a call ended says nothing of what somebody asked for meanwhile.
      const told = cell === "" || remark === undefined ? [] : remark(cell, read.intent === "opt-out");
      if (told.length > 0) remarks.push(column);
      all.push(...told);
      if (use === "words" || (use === undefined && isText(cell)))
        for (const e164 of readNamed(cell)) named.push({ e164, column });
    }
    return { asked: joined(all), remarks, named };
  }

  /** Whether the columns that are named as opt-outs or consents say that somebody stays in, and none that they are out. */
  #denyOptOut(cells: readonly string[]): boolean {
    const filled = this.#questions.filter(({ column }) => (cells[column] ?? "").trim() !== "");
    return filled.length > 0 && filled.every(({ column, question }) => markIn(question, cells[column]!) === undefined);
  }
}

/** Words of a name that say nothing of what was consented to: `consentimiento`, `acepta SMS`. */
const OF_CONSENTING = /\b(?:consent|consien|autoriz|authori|permi|acept|accept)\w*/g;
const ASKING: ReadonlySet<Intent> = new Set(["opt-out", "request"]);
const UNDERSTOOD: ReadonlySet<Intent> = new Set(["other", "help", "opt-in"]);
const SENTENCE = /\S\s+\S+\s+\S/;
const NOT_OF_PEOPLE = ["name", "fact", "matter", "silent"];

/** What reads the cells under a name; undefined where none of them speaks. */
function remarkReader(kind: RequestKind, name: string, use: ColumnUse | undefined): Speaking["remark"] {
  if (use === "ours" || use === "none") return undefined;
  if (use === "id") return (cell) => (spokenIn(cell, use) === "" ? [] : [toldBeside(kind, cell)]);
  if (use === "phone") {
    const question = asksOf(name);
    return (cell) => (spokenIn(cell, use) !== "" && markIn(question, cell) ? [toldBeside(kind, cell)] : []);
  }
  const tells = tellsUnder(name, kind === "sms");
  const asked = asksAboutOptOuts(name) ? [nameWords(name).replace(OF_CONSENTING, "")] : [];
  const isRemark = isOfRemarks(name);
  return (cell, isOut) => {
    if (use === undefined && asked.length === 0 && !isText(cell)) return [];
    if (!tells(cell) && !(isOut && isRemark && completesOptOut(cell))) return [];
    return [cell, ...asked].map((words) => toldBeside(kind, words));
  };
}

/** Returns a cell if it may speak: an id that is the word with which people leave, a phone with a letter; else an empty text. */
function spokenIn(cell: string, use: ColumnUse | undefined): string {
  if (use === "id") return isBareOptOut(cell) ? cell : "";
  return use === "phone" && !/\p{L}/u.test(cell) ? "" : cell;
}

/** No id, but a code that is nothing but the word with which people leave. */
function isBareOptOut(cell: string): boolean {
  return /^[\p{L}\s]{2,24}$/u.test(cell) && classifyReply(cell).intent === "opt-out";
}

const isOfRemarks = (name: string) => name === "" || columnKind(name).isState;

/** Returns what tells whether a cell speaks of an opt-out, by what the name of its column promises. `mayBeOurs`: we may have written it. */
function tellsUnder(name: string, mayBeOurs: boolean): (cell: string) => boolean {
  if (name === BESIDE) return (cell) => [cell, ...cell.split("; ")].some(asksBeside);
  const question = asksOf(name);
  const isOther = NOT_OF_PEOPLE.includes(columnKind(name).kind);
  const isAsked = asksAboutOptOuts(name);
  const written = mayBeOurs ? writtenIn(name) : undefined;
  const isTheirs = !mayBeOurs || isOfRemarks(name);
  return (cell) => {
    // We tell people how to leave: `Responda STOP para no recibir`.
    if (!isTheirs && clausesOf(cell).some((clause) => findPhrase("how", clause) !== undefined)) return false;
    // What may be ours says anything, but for short.
    const mayAnswer = written === "theirs" || (written !== undefined && !SENTENCE.test(cell));
    if (mayAnswer && !UNDERSTOOD.has(classifyReply(cell).intent)) return true;
    const mark = written === undefined ? markIn(question, cell) : undefined;
    if (mark !== undefined && (mark.says === "says-no" || !isOther)) return true;
    if (written === undefined && (isOther || isAsked)) return false;
    return mayBeOurs && written === undefined ? ASKING.has(classifyReply(cell).intent) : asksInNote(cell);
  };
}

/** Of a button also its code: `BAJA_SI`, `optOut`. */
function asksBeside(part: string): boolean {
  if (ASKING.has(classifyReply(part).intent)) return true;
  const words = part.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[^\p{L}\d]+/gu, " ");
  return !/\s/.test(part.trim()) && asksInNote(words);
}
