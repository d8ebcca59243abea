// The numbers that a record of an import names beside its sender's and ours: in what was written, in remarks, and in phones
// of which nobody says whose they are. Whoever they belong to is barred until a person decides.

import { foldWords, nameWords } from "../headers/event-words.js";
import { type ImportColumns, writtenIn } from "../headers/import-columns.js";
import { meaningOf } from "../headers/phone-names.js";
import { columnKind } from "../lexicon/columns.js";
import { remembered } from "../lexicon/remembered.js";
import { asksAboutOptOuts, asksOf, markIn, namesNotes, type Question } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { readPhoneText } from "../lists/phone-cells.js";
import { readNamed } from "../phone/named.js";
import { everyNumber } from "../phone/number.js";
import { classifyReply, type Intent } from "../replies/classify.js";
import { asksInNote, completesOptOut } from "../replies/notes.js";
import type { Sender } from "./sender.js";

/**
 * What a column's cells can name. `words`: every number in them. `phone`: another number of whoever asks, and nobody's
 * where nothing is asked. `ours`: our own numbers. `id`, `none`: no number. A column that is none of these is one of words where
 * its cell is text.
 */
type ColumnUse = "words" | "phone" | "id" | "ours" | "none";

const PHONES: ReadonlySet<string> = new Set(["phone", "perhaps", "numbering"]);
const IDS: ReadonlySet<string> = new Set(["other", "hash"]);

export interface NamedNumbers {
  /** E.164, or the text of a range; none twice. */
  numbers: readonly string[];
  /** The columns in which they stand. */
  columns: readonly number[];
}

/** The column of what a message holds beside its text: the words of the button that somebody pressed, among others. */
export const BESIDE = "beside";

export const NOBODY: NamedNumbers = { numbers: [], columns: [] };

export class NamedReader {
  readonly #header: readonly string[];
  readonly #known = new Map<number, ColumnUse>();
  readonly #asked: ReadonlySet<number | undefined>;
  /** By column of the header; the last of cells that have no name. */
  readonly #tell: readonly ((cell: string) => boolean)[];
  /** The columns that ask about opt-outs. */
  readonly #questions: readonly { column: number; question: Question }[];
  // Most messages say the same few things, to the same few numbers of ours.
  readonly #inWords = remembered(readNamed);
  readonly #ofOurs = remembered((cell) => everyNumber(readPhoneText(cell)));

  constructor(
    list: Pick<OpenedList, "header" | "columns">,
    columns: ImportColumns,
    private readonly own: ReadonlySet<string>,
    /** Columns without a name that tells of remarks may hold what we wrote. */
    private readonly mayBeOurs: boolean,
  ) {
    this.#header = list.header ?? [];
    const use = (kind: ColumnUse | undefined, ...them: readonly (number | undefined)[]) => {
      for (const column of them) if (column !== undefined && kind !== undefined) this.#known.set(column, kind);
    };
    this.#asked = new Set([
      columns.text,
      columns.codeName,
      ...columns.actions,
      ...columns.subscribed,
      ...columns.channels,
    ]);
    for (const [column, name] of this.#header.entries()) use(useOf(name), column);
    // Which end of a call is the person's, sender.ts tells; the other one is ours.
    use("ours", ...columns.parties.callers, ...columns.parties.called, columns.sender);
    use("ours", ...columns.ends.filter((column) => !list.columns.includes(column)));
    if (!list.columns.every((column) => columns.to.includes(column))) use("ours", ...columns.to);
    use("words", columns.text, columns.codeName, ...columns.actions);
    use("none", columns.email, columns.date, columns.time, columns.id);
    this.#tell = [...this.#header, ""].map((name) => tellsUnder(name, this.mayBeOurs));
    this.#questions = this.#header.flatMap((name, column) =>
      asksAboutOptOuts(name) && this.#known.get(column) !== "phone" ? [{ column, question: asksOf(name) }] : [],
    );
  }

  /** The cells in which nobody says anything: phones, dates and ids. */
  isSilent(column: number): boolean {
    const use = this.#known.get(column);
    return use !== undefined && use !== "words";
  }

  /** `asks`: the record asks for something, or may. */
  of(cells: readonly string[], sender: Exclude<Sender, "ours">, asks: boolean): NamedNumbers {
    const said: { e164: string; column: number }[] = [];
    for (const [column, cell] of cells.entries())
      for (const e164 of this.#saidIn(cell, column, asks, sender)) said.push({ e164, column });
    if (said.length === 0) return NOBODY;
    const known = this.#theirsAndOurs(cells, sender, asks);
    const named = said.filter(({ e164 }) => !known.has(e164) && !this.own.has(e164));
    return {
      numbers: [...new Set(named.map(({ e164 }) => e164))],
      columns: [...new Set(named.map(({ column }) => column))],
    };
  }

  /**
   * The columns, beside those that say what is asked for, whose words tell of an opt-out: `pide que no lo llamen`.
   * Beside one (`isOut`) also those that say what more shall end.
   */
  remarks(cells: readonly string[], isOut: boolean): readonly number[] {
    return cells.flatMap((cell, column) => {
      if (cell === "" || this.#asked.has(column)) return [];
      if (this.#known.get(column) === "id") return isBareOptOut(cell) ? [column] : [];
      if (!this.#isOfWords(column, cell)) return [];
      const name = this.#header[column] ?? "";
      if (isOut && isOfRemarks(name) && completesOptOut(cell)) return [column];
      return (this.#tell[column] ?? this.#tell.at(-1)!)(cell) ? [column] : [];
    });
  }

  /** What a column of remarks says in words: its cell, and its name where a mark below it means what the name says. */
  wordsIn(cells: readonly string[], column: number): readonly string[] {
    const name = this.#header[column] ?? "";
    const words = nameWords(name).replace(OF_CONSENTING, "");
    return [cells[column] ?? "", ...(asksAboutOptOuts(name) ? [words] : [])];
  }

  /** Whether the columns that are named as opt-outs or consents say that somebody stays in, and none that they are out. */
  denyOptOut(cells: readonly string[]): boolean {
    const said = this.#questions.flatMap(({ column, question }) => {
      const cell = cells[column] ?? "";
      return cell.trim() === "" ? [] : [markIn(question, cell) !== undefined];
    });
    return said.length > 0 && !said.includes(true);
  }

  #theirsAndOurs(cells: readonly string[], sender: Exclude<Sender, "ours">, asks: boolean): ReadonlySet<string> {
    // Of whoever asks and can't be read every number in the record goes to a person.
    if (!("cells" in sender)) return new Set(asks ? sender.elsewhere : []);
    const theirs = sender.cells.flatMap(({ reading }) => everyNumber(reading));
    // Where nobody knows who wrote, our number may be theirs.
    if (!sender.certain) return new Set(theirs);
    const ours = [...this.#known].flatMap(([column, use]) => (use === "ours" ? [cells[column] ?? ""] : []));
    return new Set([...theirs, ...ours.flatMap(this.#ofOurs)]);
  }

  #saidIn(cell: string, column: number, asks: boolean, sender: Exclude<Sender, "ours">): readonly string[] {
    if (this.#isOfWords(column, cell)) return this.#inWords(cell);
    if (!asks || this.#known.get(column) !== "phone") return NO_NUMBERS;
    if (!ONE_RUN.test(cell)) return readNamed(cell);
    const isTheirs = "cells" in sender && sender.cells.some(({ text }) => text === cell);
    return isTheirs ? NO_NUMBERS : everyNumber(readPhoneText(cell));
  }

  #isOfWords(column: number, cell: string): boolean {
    const use = this.#known.get(column);
    return use === "words" || (use === undefined && isText(cell));
  }
}

const NO_NUMBERS: readonly string[] = [];

/** Whether a cell is somebody's words, and no code: letters and digits in one run are an id. */
function isText(cell: string): boolean {
  return /\p{L}/u.test(cell) && (/\S\s+\S/.test(cell) || !/\d/.test(cell));
}

/** Digits without anything that could name a range. */
const ONE_RUN = /^\+?\d{8,12}$/;

/** Words of a name that say nothing of what was consented to: `consentimiento`, `acepta SMS`. */
const OF_CONSENTING = /\b(?:consent|consien|autoriz|authori|permi|acept|accept)\w*/g;

const isOfRemarks = (name: string) => name === "" || columnKind(name).isState;
const isOfOtherThings = (name: string) => ["name", "fact", "matter", "silent"].includes(columnKind(name).kind);

/** Returns what tells whether a cell speaks of an opt-out, by what the name of its column promises. */
function tellsUnder(name: string, mayBeOurs: boolean): (cell: string) => boolean {
  if (name === BESIDE) return (cell) => [cell, ...cell.split("; ")].some(asksBeside);
  const question = asksOf(name);
  const isOther = isOfOtherThings(name);
  const isAsked = asksAboutOptOuts(name);
  const written = mayBeOurs ? writtenIn(name) : undefined;
  // A remark tells what the person said.
  const mayBeOurOwn = mayBeOurs && !isOfRemarks(name);
  return (cell) => {
    if (mayBeOurOwn && isOurs(cell)) return false;
    if (written !== undefined) return asksInNote(cell) || (mayBeTheirs(written, cell) && !isUnderstood(cell));
    const mark = markIn(question, cell);
    if (mark !== undefined && (mark.says === "says-no" || !isOther)) return true;
    if (isOther || isAsked) return false;
    return mayBeOurs ? ASKING.has(classifyReply(cell).intent) : asksInNote(cell);
  };
}

/** What may be ours says anything, but for short. */
function mayBeTheirs(written: "theirs" | "anybody's", cell: string): boolean {
  return written === "theirs" || !SENTENCE.test(cell);
}
const SENTENCE = /\S\s+\S+\s+\S/;

function isUnderstood(cell: string): boolean {
  return UNDERSTOOD.has(classifyReply(cell).intent);
}
const UNDERSTOOD: ReadonlySet<Intent> = new Set(["other", "help", "opt-in"]);

/** We tell people how to leave: `Responda STOP para no recibir`. */
const INSTRUCTION =
  /\b(?:respond[ae]|responder|resp|contest[ae]|envi[ae]|mand[ae]|escrib[aei]|reply|text|txt|send)(?: (?:con|la|palabra|with|the|word|un|a|sms|mensaje|por))* (?:stop|baja|salir|cancelar|fin|alto|parar|no|end|quit|unsubscribe|cancel)\b/;

function isOurs(cell: string): boolean {
  return INSTRUCTION.test(foldWords(cell));
}

/** Of a button also its code: `BAJA_SI`, `optOut`. */
function asksBeside(part: string): boolean {
  if (ASKING.has(classifyReply(part).intent)) return true;
  const words = part.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[^\p{L}\d]+/gu, " ");
  return !/\s/.test(part.trim()) && asksInNote(words);
}

/** No id, but a code that is nothing but the word with which people leave. */
function isBareOptOut(cell: string): boolean {
  return /^[\p{L}\s]{2,24}$/u.test(cell) && classifyReply(cell).intent === "opt-out";
}

const ASKING: ReadonlySet<Intent> = new Set(["opt-out", "request"]);

function useOf(name: string): ColumnUse | undefined {
  const meaning = meaningOf(name);
  if (PHONES.has(meaning)) return "phone";
  if (IDS.has(meaning)) return "id";
  return name === BESIDE || writtenIn(name) !== undefined || namesNotes(name) ? "words" : undefined;
}
