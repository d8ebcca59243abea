// What the lines of a text hold, one after the other: how many numbers, which of them are ours and no entries, and which are
// broken between two lines.

import { cellText } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { RecordBatch } from "../lists/batch.js";
import { isOfRawMail } from "../lists/no-text.js";
import { Occurrences } from "../lists/occurrences.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { digitsBeside, type GivenNumbers, withoutUnreadDigit } from "./beside-numbers.js";
import { BrokenLines } from "./broken-lines.js";
import { numbersIn } from "./entry-readings.js";
import { readableEnds, readWords, Untagged, wordsBetween } from "./free-text.js";
import { withoutIds } from "./labelled-ids.js";
import { EndsOfText } from "./said-ends.js";
import { isNamedAbove } from "./text-figures.js";

/** What was read of a text. */
export interface TextFacts {
  lines: number;
  /** How many different numbers are certain, and how many lines have one in doubt and none that is certain. */
  numbers: number;
  /** Our own numbers that were left out, E.164, and how often they stand there. */
  own: readonly string[];
  ownMentions: number;
  /** Numbers that were left out because their own labels name ids. */
  ids: { count: number; lines: readonly number[] };
}

export class TextLines {
  /** E.164 of the numbers that are certain. */
  readonly #numbers = new Set<string>();
  readonly #own = new Set<string>();
  #inDoubt = 0;
  #ownMentions = 0;
  /** The line that was begun last names one of them. */
  #namesOwn = false;
  readonly #broken = new BrokenLines();
  readonly #tags = new Untagged();
  readonly #ends = new EndsOfText();
  /** The line that was begun last, where it says the end of a number that none near has. */
  #openEnd: number | undefined;
  /** Lines with numbers that were left out, and how many numbers. */
  readonly #linesOfIds = new Occurrences();
  #ids = 0;
  #rest = "";
  /** Whatever the line that was begun last means, E.164, and its digits beside that. */
  #given: GivenNumbers = { all: [], spelled: [], isOwn: () => false, namesOwn: false };
  #digits = "";
  /** The line before, with such digits, of which the next line may make a number. */
  #hiding: { line: number; runs: readonly string[] } | undefined;
  #line = 0;
  readonly #endsAlone = new Occurrences();

  /** `isOwn`: undefined where no number is said to be ours. */
  constructor(
    private readonly own: ((e164: string) => boolean) | undefined,
    private readonly file: string,
  ) {}

  /** Lines with a number, and the end of another that no number near has, or digits that are perhaps another. */
  get endsAlone(): Occurrences {
    this.#nameHiding([]);
    return this.#endsAlone;
  }

  facts(lines: number): TextFacts {
    const numbers = this.#numbers.size + this.#inDoubt;
    const ids = { count: this.#ids, lines: this.#linesOfIds.lines };
    return { lines, numbers, own: [...this.#own], ownMentions: this.#ownMentions, ids };
  }

  /** Begins a line; returns its readings where not all of it counts. */
  begin({ line, bytes, start, end }: RecordBatch): CellReading[] | undefined {
    const text = cellText(bytes, start, end, false);
    if (isOfRawMail(text))
      throw new ScrubError(ExitCode.suppressionList, "formattedText", ["mail"], { file: this.file, line });
    const { rest, leftOut } = withoutIds(text);
    this.#rest = rest;
    this.#line = line;
    this.#namesOwn = false;
    if (leftOut === 0) return undefined;
    this.#linesOfIds.add(line);
    this.#ids += leftOut;
    return [readCell(rest)];
  }

  /** What counts of the line that was begun. */
  get rest(): string {
    return this.#rest;
  }

  take(readings: readonly CellReading[]): void {
    // Where nothing else is read, the line is named as one that can't be.
    const isNamed = readings.every((reading) => reading.reason !== "empty" && everyNumber(reading).length === 0);
    if (this.#openEnd !== undefined && !isNamed) this.#endsAlone.add(this.#openEnd);
    else if (this.#namesOwn || readings.some((reading) => everyNumber(reading).length > 0)) {
      const runs = digitsBeside(this.#digits, numbersIn(readings), this.#given);
      if (runs.length > 0) this.#hiding = { line: this.#line, runs };
    }
    for (const { numbers, doubtful } of readings) {
      for (const { e164 } of numbers) this.#numbers.add(e164);
      if (numbers.length === 0 && doubtful.length > 0) this.#inDoubt++;
    }
  }

  /** Names the line before, unless its digits begin one of `numbers`. */
  #nameHiding(numbers: readonly string[]): void {
    const { line, runs } = this.#hiding ?? { line: 0, runs: [] };
    this.#hiding = undefined;
    const isBegun = (run: string) => numbers.some((e164) => e164.includes(run));
    if (runs.some((run) => !isBegun(run))) this.#endsAlone.add(line);
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

  /** Returns the E.164 of numbers beside what a line says by itself in digits. */
  besides(text: string, read: readonly string[]): BesideLine {
    const line = this.#line;
    const before = this.#broken.before(line, 1);
    const untagged = this.#tags.take(text);
    const { atEnd, overPages, joined, perhaps } = this.#broken.take(line, untagged);
    const broken = [...atEnd, ...wordsBetween(before, untagged.text)];
    const unread = withoutUnreadDigit(text);
    const words = readWords(text);
    const spelled = [...joined, ...unread.numbers, ...words].filter((e164) => !this.leavesOut(e164));
    const numbers = [...read, ...broken, ...overPages, ...spelled];
    const said = this.#ends.take(line, text, readableEnds(unread.rest), numbers);
    this.#openEnd = said.isOpen ? this.#line : undefined;
    this.#rest = said.isKnown ? said.rest : unread.rest;
    if (isNamedAbove(text, before)) this.#rest = "";
    this.#nameHiding([...broken, ...overPages, ...perhaps]);
    const all = [...numbers, ...perhaps, ...said.numbers];
    this.#given = { all, spelled: words, isOwn: (e164) => this.isOwn(e164), namesOwn: this.#namesOwn };
    this.#digits = unread.rest;
    return { broken, overPages, perhaps, spelled, ended: said.numbers };
  }
}

interface BesideLine {
  /** Made with the line before. */
  broken: readonly string[];
  /** Made with a line on the page before. */
  overPages: readonly string[];
  /** Perhaps made with the line before, in a column of both or as the next message. */
  perhaps: readonly string[];
  /** In words, or with words between their halves. */
  spelled: readonly string[];
  /** Perhaps meant by their last digits. */
  ended: readonly string[];
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
