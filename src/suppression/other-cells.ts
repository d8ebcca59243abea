// The cells of a suppression record beside its phones: whatever number stands in one is meant, too.
// What an entry is and what becomes of it is intake.ts's work.

import { cellText } from "../csv/cells.js";
import { RecordScanner, type RecordView } from "../csv/scanner.js";
import { namesOtherNumber } from "../headers/event-columns.js";
import { nameWords } from "../headers/event-words.js";
import { mayHoldDigests } from "../headers/hash-names.js";
import { type ColumnMeaning, meaningOf, namesOtherNumberToo } from "../headers/phone-names.js";
import type { OpenedList } from "../lists/open.js";
import { mayCount } from "../lists/phone-cells.js";
import { NUMBER_KINDS, OF_DIGIT, OF_LETTER, OF_LOOKALIKE, OF_WILDCARD } from "../phone/byte-tables.js";
import { normalise } from "../phone/normalise.js";
import { joinedReadings, readCell, tornReadings } from "../phone/read.js";
import { readUnmistakable } from "../phone/unmistakable.js";
import {
  mayHoldRange,
  type NumberRange,
  namedWildcards,
  rangeNamed,
  rangesAmong,
  readRanges,
  UNKNOWN_RANGE,
  unmistakableRanges,
} from "../phone/wildcards.js";
import { type CellColumn, isShortRange, rangesOverCells } from "./ends-over-cells.js";
import { withoutStamps } from "./free-text.js";
import { withoutDigests } from "./hash-forms.js";
import { isOpenRange } from "./open-ends.js";
import { isOfWords, readTold } from "./words-of-ids.js";

/**
 * What of a cell counts. `every`: each reading. `told`: each that is of no id and no day, for the name says both. `words`: the same
 * in a cell of words, which is no id, though its name says one. `unmistakable`: spellings that are nobody's id, and each reading only
 * where the phone cells give no certain number. `denied`: unmistakable spellings alone; other numbers in it, and in one of `words`,
 * are only named. `own`: the company's own number. `phone`: read elsewhere.
 */
type ColumnUse = "phone" | "every" | "told" | "words" | "unmistakable" | "denied" | "own";

export interface BesideReading {
  /** E.164; all of them are opted out with the record. */
  numbers: ReadonlySet<string>;
  /** The numbers that are certain or unmistakable. */
  certain: ReadonlySet<string>;
  /** A number is torn over cells. */
  isTorn: boolean;
  ranges: readonly NumberRange[];
  /** A cell names a range without an end. */
  isOpen: boolean;
  /** Cells whose digests are meant, where the phone cells say nothing. */
  digestTexts: readonly string[];
  /**
   * The only certain number stands under the name of an id, a date or an amount, where it does not count; or digits of none
   * stand under the name of a phone.
   */
  isHidden: boolean;
}

export const NOTHING_BESIDE: BesideReading = {
  numbers: new Set(),
  certain: new Set(),
  isTorn: false,
  ranges: [],
  isOpen: false,
  digestTexts: [],
  isHidden: false,
};

/**
 * The columns beside the phones that may hold people's numbers: any, as their names say; those of a ledger of svscrub;
 * or the phones were chosen.
 */
export type BesideKind = "named" | "registry" | "chosen";

/** `numero`, `contact_id`: beside a phone they count the records. */
const PHONES: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps", "mixed"]);
/** Whoever chooses one column of phones does not take the others back. */
const NAMED_PHONES: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps"]);
/** Names of columns that hold parts of numbers. */
const PART = /\b(?:prefijo|sufijo|area|lada|prefix|suffix)\b/;
const FEWEST_DIGITS = 7;
/** By the use of a column, what in it may count beside a certain number: an unmistakable range alone; also a number; a number and a word. */
const CLOSED = 0;
const OF_NUMBERS = 1;
const OF_WORDS = 2;
const OPEN: Partial<Record<ColumnUse, number>> = { every: OF_NUMBERS, told: OF_NUMBERS, words: OF_WORDS };

/** Columns of a registry that hold numbers of ours. */
export function ownColumns(header: readonly string[] | undefined): number[] {
  return (header ?? []).flatMap((name, column) => (nameWords(name) === "sender" ? [column] : []));
}

export class BesideCells {
  readonly #header: readonly string[] | undefined;
  readonly #uses: readonly ColumnUse[];
  readonly #kind: BesideKind;
  readonly #isNamedPhone: readonly boolean[];
  readonly #columns: readonly CellColumn[];
  readonly #scanner: RecordScanner;

  /** `known`: the columns that are read as phones or digests. */
  constructor(
    { header, width, dialect, denied }: Pick<OpenedList, "header" | "width" | "dialect" | "denied">,
    known: readonly number[],
    kind: BesideKind,
  ) {
    this.#header = header;
    this.#kind = kind;
    const columns = Array.from({ length: width }, (_, column) => column);
    const own = ownColumns(header);
    const meanings = columns.map((column) => meaningOf(header?.[column] ?? ""));
    this.#uses = columns.map((column) => {
      const name = header?.[column] ?? "";
      if (known.includes(column)) return "phone";
      if (kind === "registry") return own.includes(column) ? "own" : "denied";
      if (kind === "chosen" && !NAMED_PHONES.has(meanings[column]!))
        return denied.has(column) ? "denied" : "unmistakable";
      if (namesOtherNumber(name)) return "words";
      return meanings[column] === "mixed" && namesOtherNumberToo(name) ? "told" : "every";
    });
    this.#isNamedPhone = meanings.map((meaning) => PHONES.has(meaning));
    this.#columns = this.#uses.map((use, column) => ({
      name: nameWords(header?.[column] ?? ""),
      mayCount: use === "phone" || OPEN[use] === OF_NUMBERS,
      saysNothing: meanings[column] === "unknown" && /\p{L}/u.test(header?.[column] ?? ""),
    }));
    this.#scanner = new RecordScanner(dialect, columns);
  }

  /** A record has one cell, and nothing beside it. */
  get areNone(): boolean {
    return this.#uses.length === 1 && this.#uses[0] === "phone";
  }

  /** By column, which of its cells may count beside a certain number: `OPEN` by its use. Undefined where none may. */
  get open(): Uint8Array | undefined {
    const isLookedAt = this.#kind !== "registry" && this.#uses.some((use) => use !== "phone");
    return isLookedAt ? Uint8Array.from(this.#uses, (use) => OPEN[use] ?? CLOSED) : undefined;
  }

  /** `hasCertain`: the phone cells give a certain number, or a digest; `known`: the E.164 of these numbers. */
  read(record: RecordView, hasCertain: boolean, known: readonly string[]): BesideReading {
    const scanner = this.#scanner;
    scanner.feed(record.bytes, record.start, record.end, true);
    scanner.next();
    const numbers = new Set<string>();
    const certain = new Set<string>();
    const ranges: NumberRange[] = [];
    const digestTexts: string[] = [];
    let isHidden = false;
    let isOpen = false;
    for (const [column, use] of this.#uses.entries()) {
      if (use === "phone" || use === "own" || this.#isEmpty(column)) continue;
      const [from, to] = [scanner.cellStart[column]!, scanner.cellEnd[column]!];
      if (!mayHoldDigit(record.bytes, from, to)) continue;
      const whole = this.#text(column);
      const isMeant =
        use === "every" ||
        use === "told" ||
        (use === "words" && isOfWords(whole)) ||
        (use === "unmistakable" && !hasCertain);
      if (!isMeant && hasCertain && !this.#mayCount(column) && !this.#mayHoldRange(column)) continue;
      if (isMeant && !hasCertain && mayHoldDigests(this.#header?.[column] ?? "")) digestTexts.push(whole);
      const text = withoutDigests(whole);
      for (const e164 of readUnmistakable(text)) certain.add(e164);
      const covered = isMeant ? rangesBeside(text, hasCertain) : unmistakableRanges(text);
      for (const range of covered) ranges.push(range);
      isOpen ||= isMeant && covered.length === 0 && isOpenRange(text);
      isHidden ||= isMeant && !hasCertain && covered.length === 0 && this.#mayBeUnread(text);
      isHidden ||= !isMeant && covered.length === 0 && readRanges(text).some(isShortRange);
      if (!isMeant && hasCertain) continue;
      if (!mayHoldNumber(record.bytes, from, to)) continue;
      const reading = use === "told" || use === "words" ? readTold(text) : readCell(text);
      if (!isMeant) isHidden ||= reading.numbers.length > 0;
      else {
        for (const { e164 } of reading.numbers) certain.add(e164);
        for (const e164 of reading.doubtful) numbers.add(e164);
      }
    }
    for (const range of this.#rangesOverCells(known)) ranges.push(range);
    for (const e164 of certain) numbers.add(e164);
    const isSilent = !hasCertain && certain.size === 0;
    const before = numbers.size;
    this.#addJoined(numbers, isSilent);
    const isTorn = numbers.size > before;
    isHidden ||= numbers.size === 0 && ranges.length === 0 && this.#hasDigitsOfPhones();
    return { numbers, certain, isTorn, ranges, isOpen, digestTexts, isHidden: isHidden && isSilent };
  }

  /**
   * A number torn over cells, in any columns but those of other numbers: `7` beside `2223456`, `70`, `12`, `34`, `56`. Where
   * the record has no certain number (`anywhere`), its halves may stand among words, too: `Tel. 7012` beside `3456`.
   */
  #addJoined(numbers: Set<string>, anywhere: boolean): void {
    const texts = this.#uses.map((use, column) => {
      const isOther = (use === "denied" || use === "words" || use === "own") && !this.#isNamedPhone[column];
      return isOther ? undefined : this.#text(column);
    });
    for (const e164 of tornReadings(texts)) numbers.add(e164);
    if (!anywhere) return;
    for (let column = 1; column < texts.length; column++)
      if (texts[column] && texts[column - 1])
        for (const e164 of joinedReadings(texts[column - 1]!, texts[column]!)) numbers.add(e164);
  }

  /** `terminado en 2222`, `7111-22`: what begins or ends a number, in a cell that is of no other thing. */
  #mayBeUnread(text: string): boolean {
    return PART_OF_NUMBER.test(text) && isPartOfNumber(text);
  }

  /** `2222` in a column `prefijo`: of no number. */
  #hasDigitsOfPhones(): boolean {
    return this.#uses.some(
      (use, column) =>
        use !== "phone" &&
        (this.#isNamedPhone[column] || PART.test(this.#columns[column]!.name)) &&
        /\d/.test(this.#text(column)),
    );
  }

  /** Ranges whose ends stand in several cells. `known`: E.164 of the numbers of the phone cells. */
  #rangesOverCells(known: readonly string[]): NumberRange[] {
    const cells = this.#columns.map((column, at) => ({ ...column, text: this.#text(at) }));
    return rangesOverCells(cells, known);
  }

  #mayHoldRange(column: number): boolean {
    const { bytes, cellStart, cellEnd } = this.#scanner;
    return mayHoldRange(bytes, cellStart[column]!, cellEnd[column]!);
  }

  #isEmpty(column: number): boolean {
    const start = this.#scanner.cellStart[column]!;
    return start < 0 || start === this.#scanner.cellEnd[column]!;
  }

  #mayCount(column: number): boolean {
    const { bytes, cellStart, cellEnd } = this.#scanner;
    return mayCount(bytes, cellStart[column]!, cellEnd[column]!);
  }

  /** Empty where the record has no such cell. */
  #text(column: number): string {
    if (this.#isEmpty(column)) return "";
    const { bytes, cellStart, cellEnd, cellQuoted } = this.#scanner;
    return cellText(bytes, cellStart[column]!, cellEnd[column]!, cellQuoted[column] === 1);
  }
}

/** The ranges in a cell in which every number counts, those of which nobody can tell what they cover, too. */
function rangesBeside(text: string, hasCertain: boolean): readonly NumberRange[] {
  const found = [...readRanges(text).filter(isShortRange), ...rangesAmong(text)];
  if (found.length > 0) return found;
  const named = namedWildcards(normalise(text)).ranges;
  if (named.length > 0) return named;
  const blocks = rangeNamed(text, hasCertain);
  return blocks.length === 0 && STRAY.test(text) ? [UNKNOWN_RANGE] : blocks;
}

/** Four digits of a number and wildcards are all that the cell holds: `*2222`, `2222/xxxx`, `2222-[xxxx]`. */
const STRAY =
  /^[\s"'(]*(?:(?:[*?%]|xx)[*?%x]*[-\s.(/]*[25-7]\d{3}|[25-7]\d{3}[-\s.)/;,:[({]*(?:\*|xx)[*x]*[\])}]?)[\s"')]*$/i;
/** Four digits as a number begins or ends with them; a year is none, unless more belongs to it. */
const PART_OF_NUMBER = /(?<!\d)(?!20[0-3]\d(?![-_.]?[\dnx_.]))[25-7][\doil]{3}(?!\d)/i;

function isPartOfNumber(text: string): boolean {
  return PART_OF_NUMBER.test(withoutStamps(text));
}

/** False only where no digit stands in the bytes, of whatever script or style: they say nothing of a number or of a range. */
function mayHoldDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const kind = NUMBER_KINDS[bytes[at]!]!;
    if (kind === OF_DIGIT || (kind === OF_WILDCARD && bytes[at]! >= 0x80)) return true;
  }
  return false;
}

/** Enough digits for a number, letters that look like some included: without them, reading the cell is in vain. */
function mayHoldNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let run = 0;
  for (let at = start; at < end; at++) {
    const kind = NUMBER_KINDS[bytes[at]!]!;
    if (kind === OF_DIGIT) {
      digits++;
      run++;
    } else if (kind === OF_LOOKALIKE) run++;
    else if (kind === OF_LETTER) run = 0;
    if (digits >= FEWEST_DIGITS || (run >= FEWEST_DIGITS && digits > 0)) return true;
  }
  return false;
}
