// What else in a record must be looked at, beside its phone cells: columns named as phones that stay as they are, columns that ask
// about opt-outs, certain numbers and words of an opt-out in any cell. Told record by record, by its own cells: no sample decides.

import { isUtf8 } from "node:buffer";
import { CellTable } from "../csv/cell-table.js";
import { cellText, recordCells } from "../csv/cells.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { namesOtherNumber } from "../headers/event-columns.js";
import { nameWords } from "../headers/event-words.js";
import { meaningOf, namesContact, namesOtherNumberToo } from "../headers/phone-names.js";
import { mayTell } from "../lexicon/cues.js";
import { remembered } from "../lexicon/remembered.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { numbersInOtherColumn } from "../phone/read.js";
import { losesWords } from "./cut-words.js";
import { asksOf, markIn, OF_PHONES, type Question, withoutNumbers } from "./marks.js";
import { mayCount } from "./phone-cells.js";
import type { SheetMarks } from "./sheet-marks.js";

/** What is looked at beside the phones, by 0-based columns. */
export interface WatchedColumns {
  /** Named as phones, and not rewritten. */
  numbers: readonly number[];
  /** What each column asks, by its name and by what the user said of it. */
  questions: readonly Question[];
  ignored: readonly number[];
  /** Columns in which a bare number counts: those that no name calls ids, dates or amounts. */
  bare: readonly number[];
  /** What a sheet says of its records beside their cells. */
  marks?: SheetMarks | undefined;
}

export const NOTHING_WATCHED: WatchedColumns = { numbers: [], questions: [], ignored: [], bare: [] };

/**
 * Tells which columns are read in every record though they stay as they are, by their names or for what detection found
 * in them, and which say who opted out. `columns`: the phones; `alsoPhones`: others that hold what phones do; `optOuts`: what
 * the user says of opt-outs, with the value that is one or undefined for any yes. `width`: of a record.
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

/** The columns of which each cell is asked, whatever its words; 0-based. */
export function askedColumns({ questions, ignored }: WatchedColumns): number[] {
  return questions.flatMap((question, column) => (question.isAsking && !ignored.includes(column) ? [column] : []));
}

/** Cells are counted from 0 among the wanted ones, ascending. */
export interface Watched {
  /** Anything but the phones is looked at. */
  isOn: boolean;
  /** Words of an opt-out, too, in the phones as well. */
  words?: boolean;
  /** Lines of records of which a sheet says more than their cells. */
  marked?: ReadonlySet<number> | undefined;
  /** What phone cells say beside their numbers, too, for they are cut to these. */
  cuts?: boolean;
  /** Read as phones by whoever reads the record. */
  phones: readonly number[];
  /** Named as phones, and not rewritten. */
  numbers: readonly number[];
  asked: readonly { cell: number; question: Question }[];
  /** The columns that are not looked at for anything. */
  ignored: readonly number[];
  /** The other columns, not cells, in which numbers count, and how a record is cut into them. */
  others?: { columns: readonly number[]; dialect: Dialect } | undefined;
  /** How a record is cut into cells of which neighbours may be one number together. */
  joined?: Dialect | undefined;
}

/** Cells in which no number is looked for: they are read, or not to be looked at. Ascending. */
export function leftOutCells({ phones, numbers, ignored }: Watched): number[] {
  return [...phones, ...numbers, ...ignored].sort((a, b) => a - b);
}

/** What names a remark, whatever it is of: `Observaciones del crédito`. */
const REMARK =
  /\b(?:observacion(?:es)?|comentarios?|notas?|detalles?|motivos?|descripcion|comments?|notes?|remarks?)\b/;
/** Fewer digits, or what may stand for them, are no number. */
const FEWEST_DIGITS = 7;

/** A record's wanted cells. */
type Cells = Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">;

/** Looks over the records of one scanner. */
export class Watch {
  readonly #leftOut: readonly number[];
  /** Cuts a record into its other columns. */
  readonly #others: RecordScanner | undefined;

  /** `harmless`: for each column that is asked, texts that are known to say nothing. */
  constructor(
    private readonly watched: Watched,
    private readonly harmless: readonly CellTable[] = watched.asked.map(() => new CellTable()),
  ) {
    this.#leftOut = leftOutCells(watched);
    const { others } = watched;
    this.#others = others && new RecordScanner(others.dialect, others.columns);
  }

  /** False only where nothing in the record counts but its phone cells. */
  isRaised(record: Cells & Pick<RecordScanner, "start" | "end">): boolean {
    const { bytes, cellStart, cellEnd } = record;
    const { numbers, asked } = this.watched;
    for (let i = 0; i < asked.length; i++) {
      const { cell, question } = asked[i]!;
      const start = cellStart[cell]!;
      const end = cellEnd[cell]!;
      if (this.harmless[i]!.has(bytes, start, end)) continue;
      if (markIn(question, start < 0 ? "" : cellText(bytes, start, end, record.cellQuoted[cell] === 1)) !== undefined)
        return true;
      this.harmless[i]!.add(bytes, start, end);
    }
    for (let i = 0; i < numbers.length; i++) {
      const cell = numbers[i]!;
      const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
      if (mayHoldNumber(bytes, start, end)) return true;
      if (this.watched.words === true && mayTellIn(bytes, start, end)) return true;
    }
    if (this.phonesSayNo(record) || this.#othersCount(record)) return true;
    const { joined } = this.watched;
    return joined !== undefined && joinedNumbers(recordCells(bytes, record.start, record.end, joined)).length > 0;
  }

  /** Whether a phone cell says no beside its numbers: by its words, or by a sign or a no behind them. */
  phonesSayNo(record: Cells): boolean {
    const { words, phones } = this.watched;
    return words === true && phones.some((cell) => saysNo(record, cell));
  }

  /** Whether a phone cell has words that are lost where it is cut to its numbers. */
  phonesLoseWords(record: Cells): boolean {
    const { cuts, phones } = this.watched;
    return cuts === true && phones.some((cell) => cellLosesWords(record, cell));
  }

  /** Whether another cell holds a number, or words. */
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

const saysNothing = remembered((text: string) => markIn(OF_PHONES, text) === undefined);
const hasOtherWords = remembered(losesWords);

/** Whether a phone cell says no, by its words or by a sign beside its number. */
function saysNo(record: Cells, cell: number): boolean {
  const text = wordsIn(record, cell);
  return text !== undefined && !saysNothing(withoutNumbers(text));
}

/** Whether a phone cell with a digit has words beside its numbers that are no labels: cut to a number it would lose them. */
export function cellLosesWords(record: Cells, cell: number): boolean {
  const text = wordsIn(record, cell);
  return text !== undefined && hasOtherWords(withoutNumbers(text));
}

/** The text of a cell that holds a word. */
function wordsIn({ bytes, cellStart, cellEnd, cellQuoted }: Cells, cell: number): string | undefined {
  const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
  return start >= 0 && holdsWord(bytes, start, end) ? cellText(bytes, start, end, cellQuoted[cell] === 1) : undefined;
}

/** Enough digits for a number, or of what may stand for them: letters that look like them, characters beyond ASCII. */
export function mayHoldNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end && digits < FEWEST_DIGITS; at++) if (isDigitLike(bytes[at]!)) digits++;
  return digits >= FEWEST_DIGITS;
}

function isDigitLike(byte: number): boolean {
  if (byte >= 0x80 || (byte >= 0x30 && byte < 0x3a)) return true;
  const letter = byte | 0x20;
  return letter === 0x6f || letter === 0x69 || letter === 0x6c;
}

/** False only where no cell of the bytes [start, end) says no by its own words. */
export function mayTellIn(bytes: Uint8Array, start: number, end: number): boolean {
  if (!holdsWord(bytes, start, end)) return false;
  if (mayTell(cellText(bytes, start, end, false))) return true;
  // Cells may be of either encoding.
  const record = bytes.subarray(start, end);
  return !isUtf8(record) && mayTell(Buffer.from(record).toString("utf8"));
}

function holdsWord(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && !isOfWord(bytes[at]!)) at++;
  return at < end;
}

/** A letter, or a byte of one beyond ASCII. */
export function isOfWord(byte: number): boolean {
  return byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
