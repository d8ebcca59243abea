// Finds what matters in a record besides its phone cells: other phone columns, columns about opt-outs, certain numbers,
// and words of an opt-out in any cell. Each record is judged by its own cells, never by a sample.

import { isUtf8 } from "node:buffer";
import { CellTable } from "../csv/cell-table.js";
import { cellText, recordCells } from "../csv/cells.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { namesOtherNumber } from "../headers/event-columns.js";
import { nameWords } from "../headers/event-words.js";
import { meaningOf, namesContact, namesOtherNumberToo } from "../headers/phone-names.js";
import { mayTell } from "../lexicon/cues.js";
import { remembered } from "../lexicon/remembered.js";
import { losesWords } from "../phone/labels.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { FEWEST_DIGITS } from "../phone/plan.js";
import { numbersInOtherColumn } from "../phone/read.js";
import { asksOf, markIn, OF_PHONES, type Question, withoutNumbers } from "./marks.js";
import { holdsDigit, mayCount } from "./phone-cells.js";
import type { SheetMarks } from "./sheet-marks.js";

/** The columns that are read besides the phones, 0-based. */
export interface WatchedColumns {
  /** Columns named as phones that are not rewritten. */
  numbers: readonly number[];
  /** What each column asks, by its name and by what the user said of it. */
  questions: readonly Question[];
  ignored: readonly number[];
  /** Other columns in which a number counts: none named as an id, a date or an amount. */
  bare: readonly number[];
  /** What a sheet says about records outside their cells. */
  marks?: SheetMarks | undefined;
}

export const NOTHING_WATCHED: WatchedColumns = { numbers: [], questions: [], ignored: [], bare: [] };

/**
 * Returns the columns that are read in every record but not rewritten, and those that say who opted out.
 * `columns`: the phones; `alsoPhones`: other columns with phones in them; `width`: how many cells a record has;
 * `optOuts`: the user's opt-out columns, with the value that is an opt-out, or undefined for any yes.
 */
export function watchedColumns(
  header: readonly string[] | undefined,
  width: number,
  of: Record<"columns" | "alsoPhones" | "ignored", readonly number[]>,
  optOuts: readonly { column: number; value: string | undefined }[],
): WatchedColumns {
  const { columns, alsoPhones, ignored } = of;
  // Without a header no column has a name.
  const names = header ?? Array.from({ length: width }, () => "");
  const isOpen = (column: number) => !columns.includes(column) && !ignored.includes(column);
  const namesPhone = (name: string) => {
    const meaning = meaningOf(name);
    if (meaning === "mixed") return !namesOtherNumberToo(name);
    return meaning === "phone" || meaning === "perhaps" || meaning === "numbering" || namesContact(name);
  };
  const questions = names.map((name, column) =>
    asksOf(
      columns.includes(column) ? "" : name,
      optOuts.flatMap((said) => (said.column === column ? [said.value] : [])),
    ),
  );
  const numbers = [
    ...new Set([...names.flatMap((name, column) => (namesPhone(name) ? [column] : [])), ...alsoPhones]),
  ].filter(isOpen);
  const isBare = (name: string, column: number) =>
    isOpen(column) &&
    !numbers.includes(column) &&
    (!namesOtherNumber(name) || meaningOf(name) === "hash" || REMARK.test(nameWords(name)));
  return { numbers, questions, bare: names.flatMap((name, column) => (isBare(name, column) ? [column] : [])), ignored };
}

/** Returns the 0-based columns that ask about opt-outs. */
export function askedColumns({ questions, ignored }: WatchedColumns): number[] {
  return questions.flatMap((question, column) => (question.isAsking && !ignored.includes(column) ? [column] : []));
}

/** What to look for in a record. Cells are counted from 0 among the wanted ones, ascending. */
export interface Watched {
  /** Whether anything besides the phones is read. */
  isOn: boolean;
  /** Whether words of an opt-out count, also in phone cells. */
  words?: boolean;
  /** The lines of records about which a sheet says more than their cells. */
  marked?: ReadonlySet<number> | undefined;
  /** Whether the words of phone cells count, because the cells are cut to their numbers. */
  cuts?: boolean;
  /** The phone cells, which the caller reads. */
  phones: readonly number[];
  /** Cells of columns named as phones that are not rewritten. */
  numbers: readonly number[];
  asked: readonly { cell: number; question: Question }[];
  /** Cells in which nothing counts. */
  ignored: readonly number[];
  /** The other columns (not cells) in which numbers count, and the dialect to find them. */
  others?: { columns: readonly number[]; dialect: Dialect } | undefined;
  /** The dialect to find cells whose neighbours may make one number together. */
  joined?: Dialect | undefined;
}

/** Returns the cells that are ignored or read elsewhere, ascending. */
export function leftOutCells({ phones, numbers, ignored }: Watched): number[] {
  return [...phones, ...numbers, ...ignored].sort((a, b) => a - b);
}

/** Matches the name of a remark about anything: `Observaciones del crédito`. */
const REMARK =
  /\b(?:observacion(?:es)?|comentarios?|notas?|detalles?|motivos?|descripcion|comments?|notes?|remarks?)\b/;

const EXTENSION = /(?<!\p{L})(?:x|ext|extension|int|interno|anexo)[.: ]{0,3}\d/iu;

type Cells = Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">;

export class Watch {
  readonly #leftOut: readonly number[];
  /** Finds the other columns of a record. */
  readonly #others: RecordScanner | undefined;

  /** `harmless`: for each asked column, the texts that are known to say nothing. */
  constructor(
    private readonly watched: Watched,
    private readonly harmless: readonly CellTable[] = watched.asked.map(() => new CellTable()),
  ) {
    this.#leftOut = leftOutCells(watched);
    const { others } = watched;
    this.#others = others && new RecordScanner(others.dialect, others.columns);
  }

  /** Returns false only if nothing counts outside the record's phone cells. */
  isRaised(record: Cells & Pick<RecordScanner, "start" | "end">): boolean {
    const { bytes, cellStart, cellEnd } = record;
    const { numbers, asked } = this.watched;
    for (let i = 0; i < asked.length; i++) {
      const { cell, question } = asked[i]!;
      const start = cellStart[cell]!;
      const end = cellEnd[cell]!;
      if (this.harmless[i]!.find(bytes, start, end) >= 0) continue;
      if (markIn(question, start < 0 ? "" : cellText(bytes, start, end, record.cellQuoted[cell] === 1)) !== undefined)
        return true;
      this.harmless[i]!.add(bytes, start, end);
    }
    for (let i = 0; i < numbers.length; i++) {
      const cell = numbers[i]!;
      const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
      if (end - start >= FEWEST_DIGITS && holdsDigit(record, cell)) return true;
      if (this.watched.words === true && mayTellIn(bytes, start, end)) return true;
    }
    if (this.#othersCount(record)) return true;
    const { joined } = this.watched;
    return joined !== undefined && joinedNumbers(recordCells(bytes, record.start, record.end, joined)).length > 0;
  }

  wordsOfPhones(record: Cells): PhoneWords {
    const { words, cuts = false, phones } = this.watched;
    let [sayNo, areLost] = [false, false];
    for (const cell of words || cuts ? phones : []) {
      const cellWords = wordsOfCell(record, cell);
      sayNo ||= words === true && cellWords.sayNo;
      areLost ||= cuts && cellWords.areLost;
    }
    return { sayNo, areLost };
  }

  /** Whether another cell holds a number, or words of an opt-out. */
  #othersCount({ bytes, start, end, cellStart, cellEnd }: Parameters<Watch["isRaised"]>[0]): boolean {
    const { words } = this.watched;
    let from = start;
    for (const cell of words ? this.#leftOut : []) {
      if (cellStart[cell]! < 0) continue;
      if (mayTellIn(bytes, from, cellStart[cell]!)) return true;
      from = cellEnd[cell]!;
    }
    if (words && mayTellIn(bytes, from, end)) return true;
    const scanner = this.#others;
    if (scanner === undefined) return false;
    scanner.feed(bytes, start, end, true);
    scanner.next();
    return scanner.cellStart.some((at, i) => {
      if (at < 0 || !mayCount(bytes, at, scanner.cellEnd[i]!)) return false;
      return numbersInOtherColumn(cellText(bytes, at, scanner.cellEnd[i]!, scanner.cellQuoted[i] === 1)).length > 0;
    });
  }
}

/** What words in phone cells mean: an opt-out, and whether they are lost when the cell is cut. */
export interface PhoneWords {
  sayNo: boolean;
  areLost: boolean;
}

export const NO_WORDS: PhoneWords = { sayNo: false, areLost: false };

const wordsOfText = remembered(
  (text): PhoneWords => ({
    sayNo: markIn(OF_PHONES, text) !== undefined,
    areLost: losesWords(text) || EXTENSION.test(text),
  }),
);

export function wordsOfCell({ bytes, cellStart, cellEnd, cellQuoted }: Cells, cell: number): PhoneWords {
  const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
  if (start < 0 || !holdsWord(bytes, start, end)) return NO_WORDS;
  return wordsOfText(withoutNumbers(cellText(bytes, start, end, cellQuoted[cell] === 1)));
}

/** Returns false only if no cell of the bytes [start, end) holds words of an opt-out. */
export function mayTellIn(bytes: Uint8Array, start: number, end: number): boolean {
  if (!holdsWord(bytes, start, end)) return false;
  if (mayTell(cellText(bytes, start, end, false))) return true;
  // The cells of one file may be in different encodings.
  const record = bytes.subarray(start, end);
  return !isUtf8(record) && mayTell(Buffer.from(record).toString("utf8"));
}

function holdsWord(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && !isOfWord(bytes[at]!)) at++;
  return at < end;
}

/** Whether a byte is an ASCII letter, or part of a character beyond ASCII. */
export function isOfWord(byte: number): boolean {
  return byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
