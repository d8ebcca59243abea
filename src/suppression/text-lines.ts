// Reads the numbers in the lines of a text, without its days and amounts.

import { ExitCode, ScrubError } from "../errors.js";
import { isOfRawMail } from "../lists/no-text.js";
import { normalise } from "../phone/normalise.js";
import { everyNumber, type TextReading } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { CHAT_STAMP, OTHER_DAYS } from "../phone/times.js";

/** Matches an amount, with `$` or two decimals. */
const AMOUNT = /(?:US ?)?\$ ?\d[\d.,]*|(?<![\d.,-])(?:\d{1,3}(?:,\d{3})+\.|\d+[.,])\d\d(?![.,-]?\d| \d)/gi;
/** Matches a number of eight digits with a spreadsheet's decimals: `70123456.00`, `70,123,456.00`. */
const NUMBER = /^(?:503)?[2567]\d,?\d{3},?\d{3}[.,]/;
/** Matches digits with only marks between them. */
const RUNS = /\d(?:[\s().+_*~-]{0,3}\d)*/g;

/** Matches the position in a numbered list: `12. `, `3) `. */
const PLACE = /^\s*\d{1,3}(?:\)|\.-?)\s+(?=\S)/;

export function withoutPlace(entry: string): string {
  return entry.replace(PLACE, "");
}

/** Reads a line of a text. Leftover digits count only if they could be part of a number or a range. */
export function readLine(line: string): TextReading {
  const withAmounts = withoutPlace(line.replace(CHAT_STAMP, "")).replace(OTHER_DAYS, ";");
  const rest = withAmounts.replace(AMOUNT, (amount) => (NUMBER.test(amount) ? amount : ";"));
  const reading = readCell(rest);
  const mayBeRange = reading.digits.leftover === 0;
  const leftover = reading.leftover && (mayBeRange || (normalise(rest).match(RUNS) ?? []).some(mayBePart));
  const isEntry = leftover || everyNumber(reading).length + reading.ranges.length > 0;
  return { ...reading, leftover, reason: isEntry ? reading.reason : "empty" };
}

/** Matches digits that are no part of a number: a year, and eight digits (a whole number, in the plan or not). */
const NO_PART = /^(?:(?:19|20)\d\d|\d{8}|\d{4}\D\d{4})$/;

const mayBePart = (run: string) => !NO_PART.test(run) && run.replace(/\D/g, "").length >= 4 && readCell(run).leftover;

export class TextLines {
  readonly #numbers = new Set<string>();
  readonly #own = new Set<string>();
  #ownMentions = 0;

  constructor(
    private readonly isOwn: (e164: string) => boolean,
    private readonly file: string,
  ) {}

  /** Returns the count of distinct certain numbers, and our own numbers that were left out, with how often. */
  facts(lines: number) {
    return { lines, numbers: this.#numbers.size, own: [...this.#own], ownMentions: this.#ownMentions };
  }

  read(text: string, line: number): TextReading {
    if (isOfRawMail(text))
      throw new ScrubError(ExitCode.suppressionList, "noList", ["mail"], { file: this.file, line });
    const reading = readLine(text.replaceAll('"', " "));
    const numbers = reading.numbers.filter(({ e164 }) => !this.leavesOut(e164));
    for (const { e164 } of numbers) this.#numbers.add(e164);
    const candidates = reading.candidates.filter((e164) => !this.leavesOut(e164));
    const isLeft = reading.leftover || numbers.length + candidates.length + reading.ranges.length > 0;
    const reason = numbers.length > 0 ? undefined : isLeft ? (reading.reason ?? "leftover") : "empty";
    return { ...reading, numbers, candidates, reason };
  }

  /** Whether a number is ours, and left out. Counts it. */
  leavesOut(e164: string): boolean {
    if (!this.isOwn(e164)) return false;
    this.#own.add(e164);
    this.#ownMentions++;
    return true;
  }
}
