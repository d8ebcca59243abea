// Adds the numbers, ranges and digests in the texts of a list's entries to the index. intake.ts finds the texts.

import { cellText } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { namesKeyedDigests } from "../headers/hash-names.js";
import type { RecordBatch } from "../lists/batch.js";
import { saysNothing } from "../lists/column-content.js";
import { columnName } from "../lists/column-names.js";
import { faultOf } from "../lists/fault.js";
import { headsOptOuts, isEmpty } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { normalise } from "../phone/normalise.js";
import { everyNumber, HOME, type NumberRange, type TextReading } from "../phone/number.js";
import { typeOfNational } from "../phone/plan.js";
import { digitsIn, numbersInOtherColumn, readCell } from "../phone/read.js";
import { DigitTally } from "./digit-tally.js";
import type { ListEvent } from "./event.js";
import type { EventReader } from "./event-reader.js";
import { type Digest, digestsIn } from "./hash-forms.js";
import type { SuppressionIndex } from "./suppression-index.js";
import { TextLines, withoutPlace } from "./text-lines.js";

/** The most numbers of a range without --max-range. */
export const MOST_RANGE_NUMBERS = 10_000;
/** The most entries with a wildcard: more look like masked numbers. */
const MOST_MASKS = 100;
/** Matches texts that are no entries: a comment line, an e-mail address alone. */
const NO_ENTRY = /^\s*(?:#+\s.*|[^\s@<>,;:()]+@[^\s@<>,;:()]+\.\p{L}{2,})\s*$/u;

const TOTAL = /^\W*(?:sub|gran |grand )?total/i;

/** Whether a record without a number may name somebody: it has words that are no total and no heading, and no e-mail. */
export function mayNameSomebody(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const words = filled.filter((cell) => /\p{L}{2}/u.test(cell));
  const isHeading = (text: string) => filled.length === 1 && text === cells[0] && headsOptOuts(text);
  const isNone = (text: string) => words.length === 1 && (TOTAL.test(text) || isHeading(text));
  return words.length > 0 && !words.some((text) => NO_ENTRY.test(text) || isNone(text));
}

export class EntryIntake {
  /** How many ranges were read, and how many numbers they cover. */
  readonly ranges = { entries: 0, numbers: 0 };
  readonly digits = new DigitTally();
  /** The lines of a list that is a text. */
  readonly text: TextLines | undefined;
  #masks = 0;
  /** The wanted cells, counted from 0, that hold digests. */
  readonly #cells: readonly number[];

  /**
   * `number`: the list's in the index. `hashes`: its columns of digests; a name that speaks of a key needs a key. `isOwn`:
   * whether a number is ours. `maxRange`: the most numbers of a range, if --max-range is given.
   */
  constructor(
    private readonly index: SuppressionIndex,
    private readonly number: number,
    private readonly list: OpenedList,
    readonly hashes: readonly number[],
    isOwn: (e164: string) => boolean = () => false,
    private readonly maxRange?: number,
  ) {
    this.text = list.isText ? new TextLines(isOwn, list.file.path) : undefined;
    this.#cells = hashes.map((column) => list.wanted.indexOf(column));
    const keyed = hashes.find((column) => namesKeyedDigests(list.header?.[column] ?? ""));
    if (keyed !== undefined && !index.digests.hasKey)
      throw new ScrubError(ExitCode.suppressionList, "hashKeyNeeded", [columnName(list, keyed)], {
        file: list.file.path,
      });
  }

  /** Adds what a text means. Returns its reading. `more`: how many digests it has, and numbers of ranges. */
  addText(
    text: string,
    event: ListEvent | undefined,
    record: number,
    line: number,
  ): { reading: TextReading; more: number } {
    const { digests, rest } = digestsIn(text);
    // In a list without a column of digests, a digest next to a number is an id.
    const areMeant = this.hashes.length > 0 || (digests.length > 0 && numbersInOtherColumn(rest).length === 0);
    const added = areMeant ? this.addDigests(digests, event, record) : 0;
    const reading = this.#read(withoutPlace(rest), line);
    return { reading, more: added + this.add(reading, event, record, line) };
  }

  #read(text: string, line: number): TextReading {
    const reading = this.text?.read(text, line) ?? readCell(text);
    if (this.text === undefined) this.countDigits(text, reading);
    const isNothing =
      everyNumber(reading).length + reading.ranges.length === 0 &&
      (NO_ENTRY.test(text) || (this.list.width > 1 && saysNothing(text)));
    return isNothing ? { ...reading, leftover: false, reason: "empty" } : reading;
  }

  /** Adds digests, but for the list's proof, and returns how many. `event`: undefined if none is in force. */
  addDigests(found: readonly Digest[], event: ListEvent | undefined, record: number): number {
    const digests = found.filter((digest) => !this.index.digests.prove(this.number, digest));
    for (const digest of digests) {
      // An opt-in applies only to the column of digests. Digests without an event in force still need a proof.
      if (event === undefined || (event.optIn && this.#cells.length === 0))
        this.index.digests.ofList(this.number).count(digest.kind, false);
      else this.index.addDigest(digest, event, record);
    }
    return digests.length;
  }

  countDigits(text: string, { digits }: TextReading): void {
    this.digits.add(digitsIn(normalise(text)), digits);
  }

  /** Adds every number that a text means or could mean. Returns how many its ranges cover. */
  add(reading: TextReading, event: ListEvent | undefined, record: number, line: number): number {
    if (event === undefined) return 0;
    // An opt-in counts only for certain numbers.
    if (event.optIn) {
      for (const { e164 } of reading.numbers) this.index.add(e164, event, record);
      return 0;
    }
    for (const e164 of everyNumber(reading)) this.index.add(e164, event, record);
    let covered = 0;
    for (const range of reading.ranges) covered += this.#addRange(range, event, record, line);
    return covered;
  }

  /** Adds every number of a range that is in the plan, and returns how many. */
  #addRange({ first, last, isOpen }: NumberRange, event: ListEvent, record: number, line: number): number {
    const most = this.maxRange ?? MOST_RANGE_NUMBERS;
    const at = { file: this.list.file.path, line, record };
    const size = last - first + 1;
    if (size > most) throw new ScrubError(ExitCode.suppressionList, "rangeTooWide", [size, most], at);
    this.ranges.entries++;
    if (isOpen) this.#masks++;
    if (this.#masks > MOST_MASKS && this.maxRange === undefined)
      throw new ScrubError(ExitCode.suppressionList, "tooManyRanges", [MOST_MASKS], at);
    let covered = 0;
    for (let national = first; national <= last; national++) {
      if (typeOfNational(String(national)) === undefined || this.text?.leavesOut(`${HOME}${national}`)) continue;
      covered++;
      this.index.addNational(national, event, record);
    }
    this.ranges.numbers += covered;
    return covered;
  }

  /** Whether a record is an export's proof, and no entry. Refuses a wrong proof. */
  isProof(record: RecordBatch, events: EventReader): boolean {
    if (this.#cells.length === 0 || faultOf(this.list, record) !== undefined || !events.isProof(record)) return false;
    const { bytes, cellStart, cellEnd, cellQuoted, line } = record;
    const digests = this.#cells.flatMap(
      (at) => digestsIn(cellText(bytes, cellStart[at]!, cellEnd[at]!, cellQuoted[at] === 1)).digests,
    );
    for (const digest of digests)
      if (!this.index.digests.prove(this.number, digest))
        throw new ScrubError(ExitCode.suppressionList, "otherHashKey", [this.index.digests.hasKey], {
          file: this.list.file.path,
          line,
        });
    return digests.length > 0;
  }
}
