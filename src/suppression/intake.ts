// Adds the records of one suppression list to the index: every number that their phone cells mean or could mean.
// Of a broken record all cells count. A list of events adds an event for each number.

import { cellText, looseCells, recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { EventKernel } from "../kernel/suppress-kernel.js";
import type { RecordBatch } from "../lists/batch.js";
import { faultOf } from "../lists/fault.js";
import { Occurrences } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { rowsBeforeRecords } from "../lists/titles.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { normalise } from "../phone/normalise.js";
import { everyNumber, HOME, type NumberRange, type TextReading } from "../phone/number.js";
import { typeOfNational } from "../phone/plan.js";
import { digitsIn, numbersInOtherColumn, readCell } from "../phone/read.js";
import type { DigestIntake } from "./digest-intake.js";
import { DigitTally } from "./digit-tally.js";
import { EntryColumns } from "./entry-texts.js";
import { type ListEvent, PLAIN_OPT_OUT } from "./event.js";
import type { EventReader } from "./event-reader.js";
import { digestsIn } from "./hash-forms.js";
import type { NoteTaker } from "./notes.js";
import type { SuppressionIndex } from "./suppression-index.js";
import { readLine, type TextLines, withoutPlace } from "./text-lines.js";

/** The most numbers of a range without --max-range. */
export const MOST_RANGE_NUMBERS = 10_000;
/** More entries with a wildcard look like masked numbers. */
const MOST_MASKS = 100;
/** Matches a comment line, and an e-mail address alone: they are no entries. */
const NO_ENTRY = /^\s*(?:#+\s.*|[^\s@<>,;:()]+@[^\s@<>,;:()]+\.\p{L}{2,})\s*$/u;

/** Takes in the records of one list, and counts them. */
export class Intake {
  records = 0;
  entries = 0;
  usable = 0;
  /** How many ranges were read, and how many numbers they cover. */
  readonly ranges = { entries: 0, numbers: 0 };
  /** The entries that are not understood: their record numbers, and the first of their lines. */
  readonly notUnderstood: number[] = [];
  readonly notUnderstoodAt = new Occurrences();
  readonly digits = new DigitTally();
  /** The lines of a list that is a text. */
  readonly text: TextLines | undefined;
  #masks = 0;
  readonly #digests: DigestIntake;
  readonly #columns: EntryColumns;
  /** Whether every record may hold more than the number of its only phone cell. */
  readonly #saysMore: boolean;
  /** Adds consecutive events that hold only a plain number, a date and a channel. */
  readonly #kernel: EventKernel | undefined;
  /** How many records are read one by one before the kernel is tried again. It grows with every failed try. */
  #untilRetry = 0;

  /** `events`: undefined for a list in which every entry is a plain opt-out. */
  constructor(
    private readonly index: SuppressionIndex,
    private readonly list: OpenedList,
    /** The list's digests, and the lines of a text. */
    { digests, text }: { digests: DigestIntake; text: TextLines | undefined },
    readonly events: EventReader | undefined,
    /** The most numbers of a range, if --max-range is given. */
    private readonly maxRange: number | undefined,
    /** Takes in reasons and sources, if the command needs them. */
    private readonly takeNotes: NoteTaker | undefined,
  ) {
    this.#digests = digests;
    this.#columns = new EntryColumns(list, digests.hashes);
    this.#saysMore = digests.hashes.length > 0 || this.#columns.haveEnds || list.isText;
    this.text = text;
    const cells = this.#saysMore ? undefined : events?.plainCells;
    const [phone] = list.phoneCells;
    if (cells !== undefined && phone !== undefined && list.phoneCells.length === 1)
      this.#kernel = index.eventKernel({ ...cells, phone });
  }

  /** Adds the numbers in the header and the titles as opt-outs. */
  takeHeader(): void {
    for (const { cells, text, line } of rowsBeforeRecords(this.list)) {
      const joined = joinedNumbers(cells);
      for (const e164 of joined) this.index.add(e164, PLAIN_OPT_OUT, this.records);
      for (const cell of cells) this.#addReading(readCell(cell), PLAIN_OPT_OUT, line);
      if (joined.length === 0 && cells.some((cell) => readLine(cell).leftover)) this.notUnderstoodAt.add(line);
      this.#digests.add(digestsIn(text).digests, PLAIN_OPT_OUT, this.records);
    }
  }

  takeBatch(batch: RecordBatch): void {
    if (this.events !== undefined) this.#takeEvents(batch, this.events);
    else this.#takePlain(batch);
  }

  #takePlain(batch: RecordBatch): void {
    for (let i = 0; i < batch.count; i++) {
      if (!this.#saysMore) {
        const from = i;
        i = this.index.addNationals(batch.plain, from, batch.count, this.records + 1);
        this.#countAll(batch, from, i);
        if (i === batch.count) break;
      }
      this.records++;
      this.takeNotes?.(batch, i, i + 1, this.records, false);
      batch.select(i);
      this.#takeRecord(batch, PLAIN_OPT_OUT);
    }
  }

  /** Counts the records [from, to) of a batch, each with one plain number. */
  #countAll(batch: RecordBatch, from: number, to: number): void {
    this.takeNotes?.(batch, from, to, this.records + 1, true);
    this.records += to - from;
    this.entries += to - from;
    this.usable += to - from;
    const [cell] = this.list.phoneCells;
    for (let i = from; i < to; i++) {
      const digits = batch.phoneDigits(i);
      if (digits >= 0) this.digits.addNumbers(digits);
      else {
        batch.select(i);
        const { bytes, cellStart, cellEnd, cellQuoted } = batch;
        const text = cellText(bytes, cellStart[cell!]!, cellEnd[cell!]!, cellQuoted[cell!] === 1);
        this.digits.add(digitsIn(normalise(text)), readCell(text).digits);
      }
    }
  }

  #takeEvents(batch: RecordBatch, events: EventReader): void {
    const { count, plain } = batch;
    const kernel = this.#kernel;
    for (let i = 0, next = 0; i < count; i++) {
      if (kernel !== undefined && i >= next) {
        const taken = this.index.addEvents(kernel, batch, i, count, this.records + 1);
        const { left } = taken;
        if (left > i) this.#countAll(batch, i, left);
        events.counts.optIns += taken.optIns;
        // If every record needs a full reading, as for a date in words, each try costs as much as the record.
        this.#untilRetry = left > i ? 0 : Math.min(2 * this.#untilRetry + 1, count);
        next = left + 1 + this.#untilRetry;
        i = left;
        if (i === count) break;
        batch.select(i);
        events.teach(batch, kernel);
      }
      batch.select(i);
      if (plain[i]! >= 0 && !this.#saysMore) {
        const event = events.read(batch);
        this.#countAll(batch, i, i + 1);
        if (event !== undefined) this.index.addNational(plain[i]!, event, this.records);
        continue;
      }
      this.records++;
      this.takeNotes?.(batch, i, i + 1, this.records, false);
      if (!this.#digests.takeProof(batch, events))
        this.#takeRecord(batch, batch.malformed ? PLAIN_OPT_OUT : events.read(batch));
    }
  }

  /** Takes in one record. `event`: undefined if the record has none in force. */
  #takeRecord(record: RecordBatch, event: ListEvent | undefined): void {
    const { bytes, start, end, line } = record;
    const isBroken = faultOf(this.list, record) !== undefined;
    const said = isBroken ? PLAIN_OPT_OUT : event;
    const cells = (isBroken ? looseCells : recordCells)(bytes, start, end, this.list.dialect);
    const { entry, also, otherColumns } = isBroken ? this.#columns.ofBroken(cells) : this.#columns.of(cells);
    let digests = 0;
    const readings = entry.map((text) => {
      const found = this.#digests.take(text, said, this.records);
      digests += found.digests;
      return this.#read(found.rest, line);
    });
    let ranged = 0;
    for (const reading of readings) ranged += this.#addReading(reading, said, line);
    const known = new Set(readings.flatMap(everyNumber));
    const read = also.map(readCell);
    const inOtherColumns = otherColumns.flatMap(numbersInOtherColumn);
    const others = [...new Set([...inOtherColumns, ...read.flatMap(everyNumber)])].filter((e164) => !known.has(e164));
    let optOut = said?.optIn === false ? said : undefined;
    if (said === undefined && this.events?.deniesOthers) {
      optOut = PLAIN_OPT_OUT;
      others.push(...[...known].slice(1));
    }
    if (optOut !== undefined) {
      for (const e164 of others) this.index.add(e164, optOut, this.records);
      for (const reading of read) ranged += this.#addReading(reading, optOut, line);
    }
    // A stray quote may have swallowed other entries, up to a later line.
    if (record.spansLines && !isBroken)
      for (const cell of cells.filter((text) => /[\r\n]/.test(text)))
        for (const e164 of everyNumber(readCell(cell))) this.index.add(e164, PLAIN_OPT_OUT, this.records);
    const isRead = digests + known.size + ranged > 0;
    if (!isRead && others.length === 0 && readings.every(({ reason }) => reason === "empty")) {
      // Its number may be in another column, in a spelling that is not understood.
      const doubtful = otherColumns.map(readCell).filter(({ candidates }) => candidates.length > 0);
      if (doubtful.length === 0) return;
      for (const reading of doubtful) this.#addReading(reading, said, line);
    }
    this.entries++;
    if (digests + ranged + others.length > 0 || readings.some(isUsable)) this.usable++;
    if (readings.some(({ leftover }) => leftover) || (!isRead && others.length === 0)) {
      this.notUnderstood.push(this.records);
      this.notUnderstoodAt.add(line);
    }
  }

  #read(text: string, line: number): TextReading {
    const rest = withoutPlace(text);
    const reading = this.text?.read(rest, line) ?? readCell(rest);
    if (this.text === undefined) this.digits.add(digitsIn(normalise(rest)), reading.digits);
    const isNothing = everyNumber(reading).length + reading.ranges.length === 0 && NO_ENTRY.test(rest);
    return isNothing ? { ...reading, leftover: false, reason: "empty" } : reading;
  }

  /** Adds every number that a text means or could mean, and returns how many its ranges cover. */
  #addReading(reading: TextReading, event: ListEvent | undefined, line: number): number {
    if (event === undefined) return 0;
    // An opt-in counts only for certain numbers.
    if (event.optIn) {
      for (const { e164 } of reading.numbers) this.index.add(e164, event, this.records);
      return 0;
    }
    for (const e164 of everyNumber(reading)) this.index.add(e164, event, this.records);
    let covered = 0;
    for (const range of reading.ranges) covered += this.#addRange(range, event, line);
    return covered;
  }

  /** Adds every number of a range that is in the plan, and returns how many. */
  #addRange({ first, last, isOpen }: NumberRange, event: ListEvent, line: number): number {
    const most = this.maxRange ?? MOST_RANGE_NUMBERS;
    const at = { file: this.list.file.path, line, record: this.records };
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
      this.index.addNational(national, event, this.records);
    }
    this.ranges.numbers += covered;
    return covered;
  }
}

/**
 * Whether an entry means a number, or may mean one and is named, so that the list is one of phones. Digits outside the plan
 * or of an id are none.
 */
function isUsable({ numbers, candidates, leftover, reason }: TextReading): boolean {
  return (
    numbers.length > 0 || (leftover && candidates.length > 0 && reason !== "not-in-plan" && reason !== "looks-like-id")
  );
}
