// Reads the words of a record: what they ask for, and which numbers they name. What stands beside them, such as an agent's note,
// a second result or a button's code, is a remark: where it tells of an opt-out, a person judges.

import { authorIn, cellIn, type ImportColumns, type RequestKind } from "../headers/import-columns.js";
import { isPhone, meaningOf } from "../headers/phone-names.js";
import { clausesOf } from "../lexicon/clauses.js";
import { columnKind, spelledOut } from "../lexicon/columns.js";
import { findPhrase } from "../lexicon/phrase-search.js";
import { remembered } from "../lexicon/remembered.js";
import { asksAboutOptOuts, asksForConsent, markIn, namesNotes, questionOf } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { readNamed } from "../phone/named.js";
import { type Asked, askedIn, askedInRemark, type GivenWords, joined, ofIntent } from "../replies/asked.js";
import { classifyReply } from "../replies/classify.js";
import { asksInNote } from "../replies/notes.js";

/** Whose numbers the cells of a column name: anybody's (`words`), the person's (`phone`), `ours`, or nobody's (`silent`). */
export type ColumnUse = "words" | "phone" | "ours" | "silent";

/** The column of what a message holds besides its text, such as the words of a button. */
export const USES_OTHER_COLUMNS = "beside";

/** A number that a cell names, E.164, or the text of a range. */
export interface NamedNumber {
  e164: string;
  column: number;
}

export interface RecordWords {
  asked: Asked;
  /** The columns of remarks that tell of an opt-out. */
  remarks: readonly number[];
  named: readonly NamedNumber[];
}

interface WordColumn {
  column: number;
  use: ColumnUse | undefined;
  /** Undefined of the columns that ask. */
  readRemark: ReadRemark | undefined;
}

/** Returns undefined of a remark that does not count. `isOptOut`: the record is one, and a remark may say what more it ends. */
type ReadRemark = (cell: string, isOptOut: boolean) => Asked | undefined;

export class RecordWordReader {
  readonly #columns: readonly WordColumn[];
  /** The columns that decide where none says what was asked for. */
  readonly #ofOptOuts: readonly number[];
  // Most records of an export say one of a few things.
  readonly #read = remembered((_words, cells: readonly string[]) => this.#readWords(cells));

  constructor(
    private readonly kind: RequestKind,
    private readonly header: readonly string[],
    private readonly columns: ImportColumns,
    private readonly words: GivenWords,
    uses: readonly (ColumnUse | undefined)[],
  ) {
    const { text, actions, codeName, subscribed, channels, errorCode } = columns;
    const ofAsking = [text, codeName, ...actions, ...subscribed, ...channels, errorCode];
    this.#columns = uses.flatMap((use, column) => {
      if (ofAsking.includes(column)) return { column, use, readRemark: undefined };
      if (use === "ours" || use === "silent") return [];
      return { column, use, readRemark: remarkReader(kind, header[column] ?? "", use) };
    });
    this.#ofOptOuts = [...header.keys()].filter((at) => asksAboutOptOuts(header[at]!) && uses[at] !== "phone");
  }

  /** Reads a record. `isUnseen`: what was sent has no words, and could hold some. */
  of(cells: readonly string[], isUnseen: boolean): RecordWords {
    let words = "";
    for (const { column, use, readRemark } of this.#columns) {
      const cell = cellIn(cells, column);
      if (cell !== "" && (readRemark === undefined || use !== "phone" || HAS_LETTER.test(cell)))
        words += column === this.columns.text ? cell : `\0${cell}\0${column}\0`;
    }
    const read = this.#read(words, cells);
    const intent = read.asked.request === undefined ? "unclear" : "request";
    return isUnseen ? { ...read, asked: { ...read.asked, intent } } : read;
  }

  #readWords(cells: readonly string[]): RecordWords {
    const found = askedIn(this.kind, cells, this.columns, this.words);
    const { actions } = this.columns;
    // A no in a column of consent that the user names as the action is an opt-out.
    const areConsents = actions.length > 0 && actions.every((at) => asksForConsent(questionOf(this.header[at]!)));
    const isOfConsent = this.kind === "consent" && found?.intent === "unclear" && areConsents && this.words.size === 0;
    const asked = found === undefined || isOfConsent ? this.#assumed(cells) : found;
    const all = [asked];
    const remarks: number[] = [];
    const named: NamedNumber[] = [];
    for (const { column, use, readRemark } of this.#columns) {
      const cell = cellIn(cells, column);
      const remark = cell === "" ? undefined : readRemark?.(cell, asked.intent === "opt-out");
      if (remark !== undefined) {
        remarks.push(column);
        all.push(remark);
      }
      if (use === "words" || (use === undefined && isText(cell)))
        for (const e164 of readNamed(cell)) named.push({ e164, column });
    }
    return { asked: joined(all), remarks, named };
  }

  /** Takes a record for an opt-out, where no column says what was asked for, unless all columns of consent say that somebody stays. */
  #assumed(cells: readonly string[]): Asked {
    const filled = this.#ofOptOuts.filter((column) => cellIn(cells, column).trim() !== "");
    const isOut = filled.some((at) => markIn(questionOf(this.header[at]!), cellIn(cells, at)) !== undefined);
    return ofIntent(isOut || filled.length === 0 ? "opt-out" : "unclear");
  }
}

const HAS_LETTER = /\p{L}/u;
const NOT_OF_PEOPLE = ["name", "fact", "matter", "silent"];

/** Returns a reader of the remarks in a column. A second column of answers holds messages. */
function remarkReader(kind: RequestKind, name: string, use: ColumnUse | undefined): ReadRemark {
  if (kind === "sms" && authorIn(name) === "person")
    return (cell) => {
      const reply = classifyReply(cell);
      return reply.intent === "other" ? undefined : reply;
    };
  const question = questionOf(name);
  const column = columnKind(name);
  const isNote = name === "" || column.isState;
  const isPhone = use === "phone";
  const isOfPeople = isPhone || !NOT_OF_PEOPLE.includes(column.kind);
  return (cell, isOptOut) => {
    const isRead = isPhone ? HAS_LETTER.test(cell) : use === "words" || question.isAsking || isText(cell);
    // Our own text tells how to leave: `Responda STOP para no recibir`.
    const isOurs = () => clausesOf(cell).some((clause) => findPhrase("how", clause) !== undefined);
    if (!isRead || (kind === "sms" && !isNote && isOurs())) return undefined;
    const mark = markIn(question, cell);
    // A button's code is read as its words: `BAJA_SI`, `optOut`.
    const spelled = /\s/.test(cell) ? cell : spelledOut(cell).replace(/[_-]+/g, " ");
    const mayAsk = mark !== undefined || (!isPhone && asksInNote(spelled));
    const counts = mark?.says === "says-no" || (isOfPeople && mayAsk) || (isOptOut && isNote && !question.isAsking);
    if (!counts) return undefined;
    const asked = askedInRemark(kind, cell);
    const channels = (question.isAsking && mark?.channels) || [];
    return { ...asked, names: [...asked.names, ...channels.filter((it) => it !== "any" || !asksForConsent(question))] };
  };
}

/** Whether a cell is somebody's words, and no id, which has letters and digits in one run. */
function isText(cell: string): boolean {
  return HAS_LETTER.test(cell) && (/\S\s+\S/.test(cell) || !/\d/.test(cell));
}

/** Returns the uses of all columns. Undefined, where nothing tells: cells of text are words. */
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
    if (isPhone(meaning)) use("phone", column);
    else if (["other", "hash"].includes(meaning)) use("silent", column);
    else if (name === USES_OTHER_COLUMNS || authorIn(name) !== undefined || namesNotes(name)) use("words", column);
  }
  // sender.ts tells which end of a call is the person's; the other one is ours.
  use("ours", ...columns.parties.callers, ...columns.parties.called, columns.sender);
  use("ours", ...columns.mayBeEnds.filter((column) => !list.columns.includes(column)));
  if (!list.columns.every((column) => columns.certainTo.includes(column))) use("ours", ...columns.certainTo);
  use("words", columns.text, columns.codeName, ...columns.actions);
  use("silent", columns.email, columns.dates[0], columns.time, columns.id);
  return uses;
}
