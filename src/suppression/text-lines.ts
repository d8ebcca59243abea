// What the lines of a text hold: how many numbers, which of them are ours and no entries, and which lines have digits beside them
// that may be a part of another number.

import { cellText } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { RecordBatch } from "../lists/batch.js";
import { isOfRawMail } from "../lists/no-text.js";
import { Occurrences } from "../lists/occurrences.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { digitsBeside, withoutUnreadDigit } from "./beside-numbers.js";
import { numbersIn } from "./entry-readings.js";
import { isNamedAbove } from "./text-figures.js";

/** What was read of a text. */
export interface TextFacts {
  lines: number;
  /** How many different numbers are certain, and how many lines have one in doubt and none that is certain. */
  numbers: number;
  /** Our own numbers that were left out, E.164, and how often they stand there. */
  own: readonly string[];
  ownMentions: number;
}

export class TextLines {
  /** E.164 of the numbers that are certain. */
  readonly #numbers = new Set<string>();
  readonly #own = new Set<string>();
  #inDoubt = 0;
  #ownMentions = 0;
  /** The line that was begun last, and whether it names one of them. */
  #line = 0;
  #namesOwn = false;
  #rest = "";
  #before = "";
  /** Whatever the line that was begun last means, E.164, and its digits beside that. */
  #given: readonly string[] = [];
  #digits = "";
  /** Lines with a number, and digits that may be a part of another. */
  readonly endsAlone = new Occurrences();

  /** `isOwn`: undefined where no number is said to be ours. */
  constructor(
    private readonly own: ((e164: string) => boolean) | undefined,
    private readonly file: string,
  ) {}

  facts(lines: number): TextFacts {
    const numbers = this.#numbers.size + this.#inDoubt;
    return { lines, numbers, own: [...this.#own], ownMentions: this.#ownMentions };
  }

  begin({ line, bytes, start, end }: RecordBatch): void {
    this.#rest = cellText(bytes, start, end, false);
    this.#line = line;
    this.#namesOwn = false;
    if (isOfRawMail(this.#rest))
      throw new ScrubError(ExitCode.suppressionList, "noList", ["mail"], { file: this.file, line });
  }

  /** What counts of the line that was begun. */
  get rest(): string {
    return this.#rest;
  }

  take(readings: readonly CellReading[]): void {
    if (this.#namesOwn || readings.some((reading) => everyNumber(reading).length > 0)) {
      const given = { all: this.#given, isOwn: (e164: string) => this.isOwn(e164), namesOwn: this.#namesOwn };
      if (digitsBeside(this.#digits, numbersIn(readings), given).length > 0) this.endsAlone.add(this.#line);
    }
    for (const { numbers, doubtful } of readings) {
      for (const { e164 } of numbers) this.#numbers.add(e164);
      if (numbers.length === 0 && doubtful.length > 0) this.#inDoubt++;
    }
  }

  isOwn(e164: string): boolean {
    return this.own?.(e164) === true;
  }

  /** Whether a number is ours, and left out; one that no line names for certain counts once a line, for a report's mask may fit many. */
  leavesOut(e164: string): boolean {
    if (!this.isOwn(e164)) return false;
    this.#own.add(e164);
    if (!this.#namesOwn) this.#ownMentions++;
    this.#namesOwn = true;
    return true;
  }

  /** Counts numbers of our own that a line certainly names. */
  takeOwn(numbers: readonly string[]): void {
    for (const e164 of numbers) this.#own.add(e164);
    this.#ownMentions += numbers.length;
    this.#namesOwn ||= numbers.length > 0;
  }

  /** Returns the E.164 of all that numbers of a line could be of which a digit or two can't be read. */
  unread(read: readonly string[]): readonly string[] {
    const { rest, numbers } = withoutUnreadDigit(this.#rest);
    const unread = numbers.filter((e164) => !this.leavesOut(e164));
    const above = this.#before;
    this.#before = this.#rest;
    this.#rest = isNamedAbove(this.#rest, above) ? "" : rest;
    this.#given = [...read, ...unread];
    this.#digits = rest;
    return unread;
  }
}

/** Returns the readings of a record without our own numbers, which the lines of a text count, and whether any of these is certain. */
export function withoutOwn(
  readings: readonly CellReading[],
  text: TextLines | undefined,
): { others: readonly CellReading[]; namesOwn: boolean } {
  const isOwn = (e164: string) => text?.isOwn(e164) === true;
  if (text === undefined || !readings.flatMap(everyNumber).some(isOwn)) return { others: readings, namesOwn: false };
  const ours = numbersIn(readings).filter(isOwn);
  text.takeOwn(ours);
  const others = readings.map(({ numbers, doubtful, reason }): CellReading => {
    const left = numbers.filter(({ e164 }) => !isOwn(e164));
    const isOfOwn = left.length === 0 && numbers.length > 0;
    return {
      numbers: left,
      doubtful: doubtful.filter((e164) => !text.leavesOut(e164)),
      reason: isOfOwn ? "empty" : reason,
    };
  });
  return { others, namesOwn: ours.length > 0 };
}
