// Reads the words of a record: what they ask for, and which numbers they name. Other cells may tell of an opt-out, too: an agent's
// note, a second result, the code of a button. A person judges these.

import { cellIn, type ImportColumns, type RequestKind, writtenIn } from "../headers/import-columns.js";
import { meaningOf } from "../headers/phone-names.js";
import { clausesOf, findPhrase } from "../lexicon/clauses.js";
import { columnKind, spelledOut } from "../lexicon/columns.js";
import { remembered } from "../lexicon/remembered.js";
import { asksAboutOptOuts, asksForConsent, asksOf, markIn, namesNotes, type Question } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { readNamed } from "../phone/named.js";
import { classifyReply } from "../replies/classify.js";
import { asksInNote } from "../replies/notes.js";
import { type Asked, askedIn, askedInRemark, joined, type SaidWords, says } from "./asked.js";

/** What numbers a column's cells name: in `words` anybody's, another `phone` of the person, `ours`, or none (`silent`). */
export type ColumnUse = "words" | "phone" | "ours" | "silent";

/** The column of what a message holds besides its text, such as the words of a button. */
export const USES_OTHER_COLUMNS = "beside";

/** A number that a cell names, E.164, or the text of a range. */
export interface Named {
  e164: string;
  column: number;
}

export interface Saying {
  asked: Asked;
  /** The other columns that tell of an opt-out. */
  remarks: readonly number[];
  named: readonly Named[];
}

interface Speaking {
  column: number;
  use: ColumnUse | undefined;
  /** Reads a cell of another column; undefined of the columns that ask. `isOut`: it may say what more an opt-out ends. */
  remark: ((cell: string, isOut: boolean) => Asked | undefined) | undefined;
}

export class SayingReader {
  readonly #speaking: readonly Speaking[];
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
    const asking = [text, codeName, ...actions, ...subscribed, ...channels, errorCode];
    this.#speaking = uses.flatMap((use, column) => {
      const isAsking = asking.includes(column);
      if (!isAsking && (use === "ours" || use === "silent")) return [];
      return { column, use, remark: isAsking ? undefined : remarkReader(kind, header[column] ?? "", use) };
    });
    this.#questions = header.flatMap((name, column) =>
      asksAboutOptOuts(name) && uses[column] !== "phone" ? [{ column, question: asksOf(name) }] : [],
    );
  }

  /** Reads a record. `isUnseen`: what was sent has no words. */
  of(cells: readonly string[], isUnseen: boolean): Saying {
    let words = "";
    for (const { column, use, remark } of this.#speaking) {
      const cell = cellIn(cells, column);
      if (cell !== "" && (remark === undefined || use !== "phone" || HAS_LETTER.test(cell)))
        words += `${cell}\0${column}\0`;
    }
    const saying = this.#read(words, cells);
    const intent = saying.asked.request === undefined ? "unclear" : "request";
    return isUnseen ? { ...saying, asked: { ...saying.asked, intent } } : saying;
  }

  #readWords(cells: readonly string[]): Saying {
    const read = askedIn(this.kind, cells, this.columns, this.words) ?? this.#assumed(cells);
    const all = [read];
    const remarks: number[] = [];
    const named: Named[] = [];
    for (const { column, use, remark } of this.#speaking) {
      const cell = cellIn(cells, column);
      // How a call ended says nothing of what somebody asked for meanwhile.
      const told = cell === "" ? undefined : remark?.(cell, read.intent === "opt-out");
      if (told !== undefined) {
        remarks.push(column);
        all.push(told);
      }
      if (use === "words" || (use === undefined && isText(cell)))
        for (const e164 of readNamed(cell)) named.push({ e164, column });
    }
    return { asked: joined(all), remarks, named };
  }

  /** Without a word every record of an export is an opt-out, unless a column of consent says that somebody stays in. */
  #assumed(cells: readonly string[]): Asked {
    const filled = this.#questions.filter(({ column }) => cellIn(cells, column).trim() !== "");
    const isOut = filled.some(({ column, question }) => markIn(question, cellIn(cells, column)) !== undefined);
    return says(isOut || filled.length === 0 ? "opt-out" : "unclear");
  }
}

const HAS_LETTER = /\p{L}/u;
const NOT_OF_PEOPLE = ["name", "fact", "matter", "silent"];

/** Returns a reader of the cells under a name: of a second column of answers as messages, of any other as remarks. */
function remarkReader(kind: RequestKind, name: string, use: ColumnUse | undefined): NonNullable<Speaking["remark"]> {
  if (kind === "sms" && writtenIn(name) === "theirs") return (cell) => unlessOther(classifyReply(cell));
  const question = asksOf(name);
  const isNote = name === "" || columnKind(name).isState;
  const isOther = use !== "phone" && NOT_OF_PEOPLE.includes(columnKind(name).kind);
  // We tell people how to leave: `Responda STOP para no recibir`.
  const isOurs = (cell: string) =>
    kind === "sms" && !isNote && clausesOf(cell).some((clause) => findPhrase("how", clause) !== undefined);
  return (cell, isOut) => {
    const isRead = use === "phone" ? HAS_LETTER.test(cell) : use === "words" || question.isAsking || isText(cell);
    if (!isRead || isOurs(cell)) return undefined;
    const mark = markIn(question, cell);
    const isAsked = mark === undefined && use !== "phone" && asksInNote(spelled(cell));
    const isTold = mark?.says === "says-no" || (!isOther && (mark !== undefined || isAsked));
    if (!isTold && !(isOut && isNote && !question.isAsking)) return undefined;
    const told = askedInRemark(kind, cell);
    const channels = (question.isAsking && mark?.channels) || [];
    return { ...told, names: [...told.names, ...channels.filter((it) => it !== "any" || !asksForConsent(question))] };
  };
}

function unlessOther(reply: Asked): Asked | undefined {
  return reply.intent === "other" ? undefined : reply;
}

/** Returns the words of a button's code: `BAJA_SI`, `optOut`. */
function spelled(cell: string): string {
  return /\s/.test(cell) ? cell : spelledOut(cell).replace(/[_-]+/g, " ");
}

/** Whether a cell is somebody's words, and no id, which has letters and digits in one run. */
function isText(cell: string): boolean {
  return HAS_LETTER.test(cell) && (/\S\s+\S/.test(cell) || !/\d/.test(cell));
}

/** Returns what each column is for. One of which nobody can tell is one of words if its cell is text. */
export function usesOf(
  list: Pick<OpenedList, "header" | "columns" | "width">,
  columns: ImportColumns,
): (ColumnUse | undefined)[] {
  const uses = new Array<ColumnUse | undefined>(list.width).fill(undefined);
  const use = (kind: ColumnUse, ...them: readonly (number | undefined)[]) => {
    for (const column of them) if (column !== undefined) uses[column] = kind;
  };
  for (const [column, name] of (list.header ?? []).entries()) {
    const meaning = meaningOf(name);
    if (["phone", "perhaps", "numbering"].includes(meaning)) use("phone", column);
    else if (["other", "hash"].includes(meaning)) use("silent", column);
    else if (name === USES_OTHER_COLUMNS || writtenIn(name) !== undefined || namesNotes(name)) use("words", column);
  }
  // sender.ts tells which end of a call is the person's; the other one is ours.
  use("ours", ...columns.parties.callers, ...columns.parties.called, columns.sender);
  use("ours", ...columns.ends.filter((column) => !list.columns.includes(column)));
  if (!list.columns.every((column) => columns.to.includes(column))) use("ours", ...columns.to);
  use("words", columns.text, columns.codeName, ...columns.actions);
  use("silent", columns.email, columns.date, columns.time, columns.id);
  return uses;
}
