// What else in a record must be looked at, beside its phone cells: columns named as phones that stay as they are, the list's own
// opt-outs, unmistakable numbers and words of an opt-out in any cell. Told record by record, by its own cells: no sample decides.

import { isUtf8 } from "node:buffer";
import { CellTable } from "../csv/cell-table.js";
import { cellText } from "../csv/cells.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { namesOtherNumber } from "../headers/event-columns.js";
import type { Channel } from "../headers/event-words.js";
import { isNameless, namesNoMarks } from "../headers/made-up-names.js";
import { type BarringColumn, isAnswer, type OwnColumn, saysOptOut } from "../headers/opt-out-cells.js";
import { deniesNumbers, mayTellOfOptOut } from "../headers/opt-out-words.js";
import { columnsOfOtherChannels, isBarring, mayAsk, optOutColumnOf } from "../headers/own-opt-outs.js";
import { meaningOf, namesContact, namesOtherNumberToo } from "../headers/phone-names.js";
import { readBare } from "../phone/bare.js";
import { holdsOtherWords } from "./beyond-numbers.js";
import { mayHoldUnmistakable, readPlainNumber } from "./phone-cells.js";
import type { SheetMarks } from "./sheet-marks.js";

/** What is looked at beside the phones, by 0-based columns. */
export interface WatchedColumns {
  /** Named as phones, and not rewritten. */
  numbers: readonly number[];
  optOuts: readonly { column: number; says: OwnColumn }[];
  ignored: readonly number[];
  /** Columns in which a bare number counts: those that no name calls ids, dates or amounts. */
  bare: readonly number[];
  /** Columns of opt-outs that speak of other channels than the campaign's, and bar nobody. */
  otherChannels: readonly number[];
  /** What a sheet says of its records beside their cells. */
  marks?: SheetMarks | undefined;
}

export const NOTHING_WATCHED: WatchedColumns = { numbers: [], optOuts: [], ignored: [], bare: [], otherChannels: [] };

/**
 * Tells which columns are read in every record though they stay as they are, by their names or for what detection found
 * in them, and which say who opted out. `columns`: the phones; `withoutNumbers`: those of them in whose first records no number
 * stands; `alsoPhones`: others that hold what phones do; `optOuts`: what the user says of opt-outs; `channel`: the campaign's. `width`: of a record.
 */
export function watchedColumns(
  header: readonly string[] | undefined,
  {
    width,
    columns,
    withoutNumbers,
    alsoPhones,
    ignored,
    optOuts,
    channel,
  }: {
    width: number;
    columns: readonly number[];
    withoutNumbers: readonly number[];
    alsoPhones: readonly number[];
    ignored: readonly number[];
    optOuts: WatchedColumns["optOuts"];
    channel: Channel;
  },
): WatchedColumns {
  // Without a header no column has a name.
  const names = header ?? Array.from({ length: width }, () => "");
  const isOpen = (column: number) => !columns.includes(column) && !ignored.includes(column);
  const namesPhone = (name: string) => {
    const meaning = meaningOf(name);
    if (meaning === "mixed") return !namesOtherNumberToo(name);
    return meaning === "phone" || meaning === "perhaps" || meaning === "numbering" || namesContact(name);
  };
  const said = optOuts.flatMap(({ column, says }) => (says === "said" ? [column] : []));
  const otherChannels = columnsOfOtherChannels(names, channel).filter(
    (column) => isOpen(column) && !said.includes(column),
  );
  const known: { column: number; says: OwnColumn }[] = [];
  let ofGroup: BarringColumn | "prefers" | undefined;
  for (const [column, name] of names.entries()) {
    const own = optOutColumnOf(name);
    // A heading stands over the nameless columns behind it, too: of a consent, nobody says which of them is the no's.
    if (isNameless(name)) ofGroup = ofGroup === "consent" ? "unclear" : ofGroup;
    else ofGroup = isBarring(own) ? own : mayAsk(name) === "prefers" ? "prefers" : undefined;
    const says = ofGroup ?? (namesNoMarks(name) ? "unnamed" : mayAsk(name));
    // `SMS` may be a phone's name, or a question's.
    const isAsked = says === "asks" && withoutNumbers.includes(column) && !ignored.includes(column);
    if (said.includes(column) || otherChannels.includes(column)) continue;
    if (says !== undefined && (isOpen(column) || isAsked)) known.push({ column, says });
  }
  const isMain = (says: OwnColumn) => isBarring(says) && says !== "detail" && says !== "dated";
  if (said.length > 0 || known.some(({ says }) => isMain(says)))
    for (const one of known) if (one.says === "detail") one.says = "told";
  const numbers = [
    ...new Set([...names.flatMap((name, column) => (namesPhone(name) ? [column] : [])), ...alsoPhones]),
  ].filter(isOpen);
  const isBare = (name: string, column: number) =>
    isOpen(column) && !numbers.includes(column) && !namesOtherNumber(name);
  return {
    numbers,
    bare: names.flatMap((name, column) => (isBare(name, column) ? [column] : [])),
    optOuts: [...known, ...optOuts],
    ignored,
    otherChannels,
  };
}

/** Cells are counted from 0 among the wanted ones, ascending. */
export interface Watched {
  /** Anything but the phones is looked at. */
  isOn: boolean;
  /** Every record is looked at that is more than one plain number: of an only column, whose lines may hold more. */
  lines?: boolean;
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
  optOuts: readonly { cell: number; says: OwnColumn }[];
  /** The columns that are not looked at for anything. */
  ignored: readonly number[];
  /** Columns, not cells, in which a bare number counts; and how a record is cut into them. */
  bare?: { columns: readonly number[]; dialect: Dialect } | undefined;
  /**
   * Of a suppression list with one phone column: by column, what in its cells may count beside a certain number. Told by the
   * kernel alone; elsewhere every record may hold more.
   */
  open?: Uint8Array | undefined;
}

/** Cells in which no unmistakable number is looked for: they are read, or not to be looked at. Ascending. */
export function leftOutCells({ phones, numbers, ignored }: Watched): number[] {
  return [...phones, ...numbers, ...ignored].sort((a, b) => a - b);
}

/** Fewer digits, or what may stand for them, are no number. */
const FEWEST_DIGITS = 7;

/** Looks over the records of one scanner. */
export class Watch {
  readonly #leftOut: readonly number[];
  /** For each opt-out column, whether it is known to hold more than yes and no, so that nobody has to look again. */
  readonly #isSettled: boolean[] = [];
  /** Cuts a record into the cells that may hold bare numbers. */
  readonly #bare: RecordScanner | undefined;

  /** `harmless`: for each opt-out column, texts that are known to say nothing. */
  constructor(
    private readonly watched: Watched,
    private readonly harmless: readonly CellTable[] = watched.optOuts.map(() => new CellTable()),
  ) {
    this.#leftOut = leftOutCells(watched);
    const { bare } = watched;
    this.#bare = bare && new RecordScanner(bare.dialect, bare.columns);
  }

  /** False only where nothing in the record counts but its phone cells. */
  isRaised(record: Pick<RecordScanner, "bytes" | "start" | "end" | "cellStart" | "cellEnd" | "cellQuoted">): boolean {
    const { bytes, cellStart, cellEnd } = record;
    const { lines, numbers, optOuts, open } = this.watched;
    if (open !== undefined) return true;
    if (lines && readPlainNumber(bytes, cellStart[0]!, cellEnd[0]!) < 0) return true;
    for (let i = 0; i < optOuts.length; i++) {
      const { cell, says } = optOuts[i]!;
      const start = cellStart[cell]!;
      const end = cellEnd[cell]!;
      if (this.harmless[i]!.has(bytes, start, end)) continue;
      if (this.#isSettled[i]) continue;
      const text = cellText(bytes, start, end, record.cellQuoted[cell] === 1);
      if (saysOptOut(says, text)) {
        this.#isSettled[i] = says === "asks" && !isAnswer(text);
        return true;
      }
      this.harmless[i]!.add(bytes, start, end);
    }
    let from = record.start;
    for (let i = 0; i < this.#leftOut.length; i++) {
      const cell = this.#leftOut[i]!;
      if (cellStart[cell]! < 0) continue;
      if (this.#mayCount(bytes, from, cellStart[cell]!)) return true;
      from = cellEnd[cell]!;
    }
    if (this.#mayCount(bytes, from, record.end)) return true;
    for (let i = 0; i < numbers.length; i++) {
      const cell = numbers[i]!;
      const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
      if (mayHoldNumber(bytes, start, end) || holdsPart(bytes, start, end)) return true;
    }
    if (this.#haveWords(record, numbers) || this.phonesHaveWords(record)) return true;
    if (this.#bare !== undefined && this.#hasBare(record, this.#bare)) return true;
    return false;
  }

  /**
   * False only where no phone cell tells of an opt-out in words, or says more than its numbers where that is lost.
   */
  phonesHaveWords(record: Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">): boolean {
    const { words, cuts, phones } = this.watched;
    if (this.#haveWords(record, phones)) return true;
    if (words === true && phones.some((cell) => isDenied(record, cell))) return true;
    return cuts === true && phones.some((cell) => losesWords(record, cell));
  }

  #haveWords(
    { bytes, cellStart, cellEnd }: Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd">,
    cells: readonly number[],
  ): boolean {
    if (!this.watched.words) return false;
    for (let i = 0; i < cells.length; i++)
      if (mayTellOfOptOutIn(bytes, cellStart[cells[i]!]!, cellEnd[cells[i]!]!)) return true;
    return false;
  }

  #hasBare({ bytes, start, end }: Pick<RecordScanner, "bytes" | "start" | "end">, scanner: RecordScanner): boolean {
    scanner.feed(bytes, start, end, true);
    scanner.next();
    const { cellStart, cellEnd, cellQuoted } = scanner;
    return cellStart.some((from, i) => {
      if (from < 0 || !mayHoldNumber(bytes, from, cellEnd[i]!)) return false;
      return readBare(cellText(bytes, from, cellEnd[i]!, cellQuoted[i] === 1)).length > 0;
    });
  }

  #mayCount(bytes: Uint8Array, from: number, to: number): boolean {
    return mayHoldUnmistakable(bytes, from, to) || (this.watched.words === true && mayTellOfOptOutIn(bytes, from, to));
  }
}

/** Whether a phone cell has a no or a sign that forbids behind its last number. */
function isDenied(
  { bytes, cellStart, cellEnd, cellQuoted }: Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">,
  cell: number,
): boolean {
  const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
  let at = end;
  while (at > start && (bytes[at - 1]! < 0x30 || bytes[at - 1]! > 0x39)) at--;
  return holdsWord(bytes, at, end) && deniesNumbers(cellText(bytes, start, end, cellQuoted[cell] === 1));
}

/** Whether a phone cell with a digit has words beside its numbers that are no labels: cut to a number it would lose them. */
export function losesWords(
  { bytes, cellStart, cellEnd, cellQuoted }: Pick<RecordScanner, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">,
  cell: number,
): boolean {
  const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
  let hasDigit = false;
  let mayHaveWord = false;
  for (let at = start; start >= 0 && at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) hasDigit = true;
    else if (isOfWord(byte)) mayHaveWord = true;
  }
  return hasDigit && mayHaveWord && holdsOtherWords(cellText(bytes, start, end, cellQuoted[cell] === 1));
}

/** Enough digits for a number, or of what may stand for them: letters that look like them, characters beyond ASCII. */
export function mayHoldNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end && digits < FEWEST_DIGITS; at++) if (isDigitLike(bytes[at]!)) digits++;
  return digits >= FEWEST_DIGITS;
}

/** Digits of a number that may be torn over this cell and its neighbours. */
function holdsPart(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x30 && bytes[at]! < 0x3a) return true;
  return false;
}

function isDigitLike(byte: number): boolean {
  if (byte >= 0x80 || (byte >= 0x30 && byte < 0x3a)) return true;
  const letter = byte | 0x20;
  return letter === 0x6f || letter === 0x69 || letter === 0x6c;
}

/** False only where no cell of the record [start, end) tells of an opt-out. */
export function mayTellOfOptOutIn(bytes: Uint8Array, start: number, end: number): boolean {
  if (!holdsWord(bytes, start, end)) return false;
  if (mayTellOfOptOut(cellText(bytes, start, end, false))) return true;
  // Cells may be of either encoding.
  const record = bytes.subarray(start, end);
  return !isUtf8(record) && mayTellOfOptOut(Buffer.from(record).toString("utf8"));
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
