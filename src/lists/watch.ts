// Finds what matters in a record besides its phone cells: other phone columns, columns about opt-outs, certain numbers,
// and words of an opt-out in any cell. Each record is judged by its own cells, never by a sample.

import type { CellTable } from "../csv/cell-table.js";
import { cellText, recordCells } from "../csv/cells.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { namesOtherNumber } from "../headers/event-columns.js";
import { nameWords } from "../headers/event-words.js";
import { mayHoldPhones, meaningOf } from "../headers/phone-names.js";
import { remembered } from "../lexicon/remembered.js";
import { losesWords } from "../phone/labels.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { FEWEST_DIGITS } from "../phone/plan.js";
import { numbersInOtherColumn } from "../phone/read.js";
import { asksOf, headsOptOuts, markIn, OF_PHONES, type Question } from "./marks.js";
import { holdsDigit, mayCount } from "./phone-cells.js";
import type { SheetMarks } from "./sheet-marks.js";

/** What is read in columns besides the phones, each 0-based. */
export interface ColumnRoles {
  /** Columns named as phones that are not rewritten. */
  numbers: readonly number[];
  /** What each column asks about opt-outs, by its name and by the user's options. */
  questions: readonly Question[];
  ignored: readonly number[];
  /** Other columns in which a number counts: those not named as an id, a date or an amount. */
  bare: readonly number[];
  /** What a sheet says about records outside their cells. */
  marks?: SheetMarks | undefined;
}

export const NO_COLUMN_ROLES: ColumnRoles = { numbers: [], questions: [], ignored: [], bare: [] };

/**
 * Returns the roles of the columns. `columns`: the phones; `alsoPhones`: other columns with phones in them; `width`: the number of
 * cells of a record; `optOuts`: the user's opt-out columns, with the value that is an opt-out, or undefined for any yes.
 */
export function columnRoles(
  header: readonly string[] | undefined,
  width: number,
  of: Record<"columns" | "alsoPhones" | "ignored", readonly number[]>,
  optOuts: readonly { column: number; value: string | undefined }[],
): ColumnRoles {
  const { columns, alsoPhones, ignored } = of;
  // Without a header no column has a name.
  const names = header ?? Array.from({ length: width }, () => "");
  const isOpen = (column: number) => !columns.includes(column) && !ignored.includes(column);
  const questions = names.map((name, column) =>
    asksOf(
      columns.includes(column) ? "" : name,
      optOuts.flatMap((optOut) => (optOut.column === column ? [optOut.value] : [])),
    ),
  );
  const columnsOf = (isMeant: (name: string, column: number) => boolean) =>
    names.flatMap((name, column) => (isMeant(name, column) ? [column] : []));
  const numbers = [...new Set([...columnsOf(mayHoldPhones), ...alsoPhones])].filter(isOpen);
  const isBare = (name: string, column: number) =>
    isOpen(column) &&
    !numbers.includes(column) &&
    (!namesOtherNumber(name) || meaningOf(name) === "hash" || REMARK.test(nameWords(name)));
  return { numbers, questions, bare: columnsOf(isBare), ignored };
}

/** Returns the 0-based columns that ask about opt-outs. */
export function askedColumns({ questions, ignored }: ColumnRoles): number[] {
  return questions.flatMap((question, column) => (question.isAsking && !ignored.includes(column) ? [column] : []));
}

/** What a `RecordWatcher` looks for in each record of a list. */
export interface WatchPlan {
  /** Whether anything besides the phones is read. */
  isOn: boolean;
  /** Whether words of an opt-out count, also in phone cells. */
  heedsWords: boolean;
  /** The lines of records about which a sheet says more than their cells. */
  marked?: ReadonlySet<number> | undefined;
  /** Whether the words of phone cells count, because the cells are cut to their numbers. */
  cuts?: boolean;
  /** The phone cells among the wanted ones, which the caller reads. */
  phones: readonly number[];
  /** The other columns in which anything may count, ascending. */
  columns: readonly OtherColumn[];
  dialect: Dialect;
  /** Whether neighbouring cells may make one number together. */
  joins?: boolean;
}

/** A column besides the phones. */
export interface OtherColumn {
  column: number;
  question: Question;
  /** Whether it is named as a phone, but not rewritten. */
  isPhone: boolean;
  /** Whether numbers in it count. */
  isBare: boolean;
}

/** Returns the columns besides `phones` in which anything may count. */
export function otherColumns(roles: ColumnRoles, width: number, phones: readonly number[]): OtherColumn[] {
  const all = Array.from({ length: width }, (_, column) => column);
  return all
    .filter((column) => !phones.includes(column) && !roles.ignored.includes(column))
    .map((column) => {
      const [isPhone, isBare] = [roles.numbers.includes(column), roles.bare.includes(column)];
      return { column, question: roles.questions[column] ?? OF_PHONES, isPhone, isBare };
    });
}

/** Whether words count in a column: a heading may stand in the first one, whatever that is named. */
export const hasWords = ({ column, question }: Pick<OtherColumn, "column" | "question">) =>
  column === 0 || !question.isDeaf;

/** Matches the name of a remark about anything: `Observaciones del crédito`. */
const REMARK =
  /\b(?:observacion(?:es)?|comentarios?|notas?|detalles?|motivos?|descripcion|comments?|notes?|remarks?)\b/;

const EXTENSION = /(?<!\p{L})(?:x|ext|extension|int|interno|anexo)[.: ]{0,3}\d/iu;

type Cells = Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">;

export class RecordWatcher {
  readonly #scanner: RecordScanner;

  /** `harmless`: for each of the first columns, the texts that are known to count for nothing. */
  constructor(
    private readonly watchPlan: WatchPlan,
    private readonly harmless: readonly CellTable[] = [],
  ) {
    const { dialect, columns } = watchPlan;
    this.#scanner = new RecordScanner(
      dialect,
      columns.map(({ column }) => column),
    );
  }

  /** Returns false only if nothing counts outside a whole record's phone cells, as assembly/other-cells.ts does. */
  usesOtherColumns({ bytes, start, end }: Pick<RecordScanner, "bytes" | "start" | "end">): boolean {
    const scanner = this.#scanner;
    scanner.feed(bytes, start, end, true);
    scanner.next();
    const { columns, joins, dialect } = this.watchPlan;
    return (
      columns.some((column, i) => this.#counts(column, i)) ||
      (joins === true && joinedNumbers(recordCells(bytes, start, end, dialect)).length > 0)
    );
  }

  /** Whether the `i`-th of the scanner's cells holds a number or asks for an opt-out. */
  #counts({ column, question, isPhone, isBare }: OtherColumn, i: number): boolean {
    const { bytes, cellStart, cellEnd, cellQuoted } = this.#scanner;
    const [start, end] = [cellStart[i]!, cellEnd[i]!];
    const harmless = this.harmless[column];
    if (harmless !== undefined && harmless.find(bytes, start, end) >= 0) return false;
    if (isPhone && end - start >= FEWEST_DIGITS && holdsDigit(this.#scanner, i)) return true;
    const text = cellText(bytes, start, end, cellQuoted[i] === 1);
    if (isBare && mayCount(bytes, start, end) && numbersInOtherColumn(text).length > 0) return true;
    const { heedsWords } = this.watchPlan;
    if ((question.isAsking || heedsWords) && markIn(question, text) !== undefined) return true;
    // Where such a text is alone in its record, it is a heading.
    if (heedsWords && hasWords({ column, question }) && headsOptOuts(text)) return true;
    harmless?.add(bytes, start, end);
    return false;
  }

  wordsOfPhones(record: Cells): PhoneWords {
    const { heedsWords, cuts = false, phones } = this.watchPlan;
    let [sayNo, areLost] = [false, false];
    for (const cell of heedsWords || cuts ? phones : []) {
      const cellWords = wordsOfCell(record, cell);
      sayNo ||= heedsWords && cellWords.sayNo;
      areLost ||= cuts && cellWords.areLost;
    }
    return { sayNo, areLost };
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
    sayNo: markIn(OF_PHONES, text) !== undefined || headsOptOuts(text),
    areLost: losesWords(text) || EXTENSION.test(text),
  }),
);

export function wordsOfCell({ bytes, cellStart, cellEnd, cellQuoted }: Cells, cell: number): PhoneWords {
  const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
  if (start < 0 || !holdsWord(bytes, start, end)) return NO_WORDS;
  const text = cellText(bytes, start, end, cellQuoted[cell] === 1);
  // Equal digits, so that few different texts are read.
  return wordsOfText(text.replace(/\d{3,}/g, (digits) => "7".repeat(digits.length)));
}

/** Whether any of the bytes is an ASCII letter, or part of a character beyond ASCII. */
function holdsWord(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! < 0x80 && ((bytes[at]! | 0x20) < 0x61 || (bytes[at]! | 0x20) > 0x7a)) at++;
  return at < end;
}
