// What is read over two records of a suppression list: a range of which each has an end, and a number that something has wrapped at
// a width (`6000-0007, 6001-` above `9993, 6002-3324`).

import type { RecordBatch } from "../lists/batch.js";
import { NATIONAL_DIGITS, typeOfNational } from "../phone/plan.js";
import { type NumberRange, rangesBetween } from "../phone/wildcards.js";
import { joined } from "./broken-lines.js";
import { MOST_RANGE_NUMBERS } from "./ends-over-cells.js";
import { withoutTags } from "./free-text.js";

/** What leads from one end of a range to the other, at the end of a record or the beginning of the next. */
const LEADING = /(?:(?<![a-z])(?:al?|hasta|to|until|y|and)(?: (?:el|la|the))?|[-–—→>])\W*$/i;
const LED = /^\W*(?:al?|hasta|to|until|y|and)(?![a-z])/i;
/** Who wrote the next message of a chat, and when. */
const WRITER = /^.{0,80}?[\p{L}.)]: +(?=\S)/u;
/** As long as the half of a range with the words that lead to it. */
const LONGEST_HALF = 60;

/** Reads each record of a list with the end of the one before. */
export class OverRecords {
  #last = NOTHING;
  /** How many digits of a number the records up to the one before end with, if they hold nothing else. */
  #digits = 0;

  /** `cell`: that of the phones; undefined where there is none. `isBare`: no header says that columns hold what. */
  constructor(
    private readonly cell: number | undefined,
    private readonly isBare: boolean,
  ) {}

  /** `text`: what the phone cell of the selected record says. */
  ranges(batch: RecordBatch, text: string): readonly NumberRange[] {
    if (this.cell === undefined || !/\d/.test(text)) return [];
    return rangesOverEnd(textOf(batch.cellBefore(this.cell) ?? this.#last.cell), text);
  }

  /** Returns the E.164 of numbers that begin in the record before, perhaps. */
  wrapped(batch: RecordBatch): readonly string[] {
    if (!this.isBare) return [];
    const before = textOf(batch.recordBefore() ?? this.#last.record);
    const text = Buffer.from(batch.bytes.subarray(batch.start, batch.end)).toString();
    const isBetween = this.#digits === 0;
    this.#digits = (this.#digits + digitsIn(text)) % NATIONAL_DIGITS;
    return wrappedIn(before, text.slice(0, KEPT), isBetween);
  }

  /** To be called when all of a batch is taken. */
  endBatch(batch: RecordBatch): void {
    if (batch.count === 0) return;
    batch.select(batch.count - 1);
    const { bytes, start, end, cellStart, cellEnd } = batch;
    const cell = this.cell === undefined ? 0 : Math.max(0, cellStart[this.cell]!);
    const record = bytes.subarray(start, end).slice(-KEPT);
    this.#last = {
      record,
      cell: this.cell === undefined ? NO_BYTES : bytes.subarray(cell, cellEnd[this.cell]).slice(-KEPT),
    };
  }
}

const NO_BYTES = new Uint8Array(0);
const NOTHING: { record: Uint8Array; cell: Uint8Array } = { record: NO_BYTES, cell: NO_BYTES };
/** Of a record before, and of one that follows. */
const KEPT = 2 * LONGEST_HALF;

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(-KEPT)).toString();
}

const CODES = /(?:\+|00)?503(?=[ -]?\d{4})/g;
const DELIMITER = /[,;|\t]/;
const WHOLE_LAST = /(?<!\d)(\d{4})[ .-]?(\d{4})[^-\d]*$/;
const WHOLE_FIRST = /^[^-\d]*(\d{4})[ .-]?(\d{4})(?!\d)/;
/** A digest, or a word with digits in it. */
const OF_LETTERS_LAST = /[a-z]\d+[^a-z\d]*$/i;
const OF_LETTERS_FIRST = /^[^a-z\d]*\d+[a-z]/i;

function digitsIn(text: string): number {
  return text.replace(CODES, "").replace(/\D/g, "").length;
}

/** `isBetween`: by its digits, the record before ends with a number. */
function wrappedIn(before: string, text: string, isBetween: boolean): string[] {
  // Of columns the last cell and the first; numbers that spaces part may be whole on both sides.
  const isDelimited = DELIMITER.test(before) && DELIMITER.test(text);
  const [last, first] = isDelimited ? [before.split(DELIMITER).at(-1)!, text.split(DELIMITER, 1)[0]!] : [before, text];
  const [lastWhole, firstWhole] = [isNumber(WHOLE_LAST.exec(last)), isNumber(WHOLE_FIRST.exec(first))];
  if (OF_LETTERS_LAST.test(last) || OF_LETTERS_FIRST.test(first)) return [];
  if (isDelimited ? lastWhole || firstWhole : lastWhole && firstWhole && isBetween) return [];
  return joined(last, first);
}

function isNumber(match: RegExpExecArray | null): boolean {
  return match !== null && typeOfNational(match[1]! + match[2]!) !== undefined;
}

function rangesOverEnd(before: string, text: string): NumberRange[] {
  const end = withoutTags(before).slice(-LONGEST_HALF).trimEnd();
  const begin = withoutTags(text.slice(0, 3 * LONGEST_HALF)).replace(/^[>\s]+/, "");
  const begins = begin.includes(": ") ? new Set([begin, begin.replace(WRITER, "")]) : [begin];
  const said = Array.from(begins, (one) => one.slice(0, LONGEST_HALF));
  const joined = said.filter((one) => LEADING.test(end) || LED.test(one)).map((one) => `${end} ${one}`);
  if (joined.length === 0 || !/\d/.test(end)) return [];
  const alone = new Set([end, ...said].flatMap(rangesBetween).map(({ patterns }) => patterns.join()));
  return joined
    .flatMap(rangesBetween)
    .filter(({ numbers, patterns }) => numbers <= MOST_RANGE_NUMBERS && !alone.has(patterns.join()));
}
