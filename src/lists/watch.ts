// Finds what matters in a record besides its phone cells: other phone columns, columns about opt-outs, certain numbers,
// and words of an opt-out in any cell. Each record is judged by its own cells, never by a sample.

import type { CellTable } from "../csv/cell-table.js";
import { cellText, recordCells } from "../csv/cells.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { remembered } from "../lexicon/remembered.js";
import { losesWords } from "../phone/labels.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { FEWEST_DIGITS } from "../phone/plan.js";
import { numbersInOtherColumn } from "../phone/read.js";
import { hasWords, type OtherColumn } from "./column-roles.js";
import { headsOptOuts, markIn, PHONE_QUESTION } from "./marks.js";
import { holdsDigit, mayCount } from "./phone-cells.js";

/** What a `RecordWatcher` looks for in each record of a list. */
export interface WatchPlan {
  /** Whether anything besides the phones is read: in a scrub, and in a suppression list of several columns. */
  isOn: boolean;
  /** Whether words of an opt-out count, also in phone cells: in a phone list that is scrubbed. */
  heedsWords: boolean;
  /** The lines of records about which a sheet says more than their cells. */
  marked?: ReadonlySet<number> | undefined;
  /** Whether phone cells are cut to their numbers, so that it matters which words they lose. */
  cuts?: boolean;
  /** The indexes of the phone cells among the wanted ones, which the caller reads. */
  phones: readonly number[];
  /** The other columns in which anything may count, ascending. */
  columns: readonly OtherColumn[];
  dialect: Dialect;
  /** Whether neighbouring cells may make one number together: in a suppression list. */
  joins?: boolean;
}

const EXTENSION = /(?<!\p{L})(?:x|ext|extension|int|interno|anexo)[.: ]{0,3}\d/iu;

type Cells = Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">;

export class RecordWatcher {
  readonly #scanner: RecordScanner;

  /** `harmless`: for each of the first columns, the texts that are known to count for nothing. */
  constructor(
    private readonly watchPlan: WatchPlan,
    private readonly harmless: readonly CellTable[] = [],
  ) {
    const wanted = watchPlan.columns.map(({ column }) => column);
    this.#scanner = new RecordScanner(watchPlan.dialect, wanted);
  }

  /** Whether anything may count outside a whole record's phone cells. assembly/other-cells.ts asks the same of plain records. */
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

  /** Whether the `i`-th of the scanner's cells holds a number or asks for an opt-out. A text that does not is harmless from now on. */
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

  /** Returns what the words of a record's phone cells mean, as far as it counts. */
  wordsOfPhones(record: Cells): PhoneWords {
    const { heedsWords, cuts = false, phones } = this.watchPlan;
    const words = heedsWords || cuts ? phones.map((cell) => wordsOfCell(record, cell)) : [];
    const sayNo = heedsWords && words.some((one) => one.sayNo);
    return { sayNo, areLost: cuts && words.some((one) => one.areLost) };
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
    sayNo: markIn(PHONE_QUESTION, text) !== undefined || headsOptOuts(text),
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
