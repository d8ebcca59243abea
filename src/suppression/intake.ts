// Adds the records of one suppression list to the index: every number that their phone cells, or all cells of a broken
// record, mean or could mean. entry-intake.ts reads the cells, event-reader.ts the events.

import { cellText, looseCells, recordCells } from "../csv/cells.js";
import type { RecordBatch } from "../lists/batch.js";
import { faultOf } from "../lists/fault.js";
import { Occurrences } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { rowsBeforeRecords } from "../lists/titles.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { everyNumber, type TextReading } from "../phone/number.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";
import { type EntryIntake, mayNameSomebody } from "./entry-intake.js";
import { EntryColumns } from "./entry-texts.js";
import { PLAIN_OPT_OUT } from "./event.js";
import type { EventReader, ReadEvent } from "./event-reader.js";
import { digestsIn } from "./hash-forms.js";
import type { NoteAdder } from "./notes.js";
import type { EventKernel } from "./suppress-kernel.js";
import type { SuppressionIndex } from "./suppression-index.js";
import { readLine } from "./text-lines.js";

export class Intake {
  records = 0;
  entries = 0;
  usable = 0;
  /** The entries that are not understood: their record numbers and their first lines. */
  readonly notUnderstood: number[] = [];
  readonly notUnderstoodAt = new Occurrences();
  /** The records with words, such as a name, and without a number. */
  readonly withoutNumber = new Occurrences();
  readonly #columns: EntryColumns;
  /** Whether records may hold more than the number of their only phone cell. */
  readonly #saysMore: boolean;
  /** Adds consecutive events that hold only a plain number, a date and a channel. */
  readonly #kernel: EventKernel | undefined;
  /** How many records are read one by one before the kernel is tried again: more after every failed try. */
  #untilRetry = 0;

  /** `events`: undefined for a list in which every entry is a plain opt-out. */
  constructor(
    private readonly index: SuppressionIndex,
    private readonly list: OpenedList,
    readonly texts: EntryIntake,
    readonly events: EventReader | undefined,
    /** Adds reasons and sources, if the command needs them. */
    private readonly addNotes: NoteAdder | undefined,
  ) {
    this.#columns = new EntryColumns(list, texts.hashes);
    this.#saysMore = texts.hashes.length > 0 || this.#columns.haveEnds || list.isText;
    const cells = this.#saysMore ? undefined : events?.plain.cells;
    const [phone] = list.phoneCells;
    if (cells !== undefined && phone !== undefined && list.phoneCells.length === 1)
      this.#kernel = index.eventKernel({ ...cells, phone });
  }

  /** Adds the numbers in the header and the titles as opt-outs. */
  addHeader(): void {
    for (const { cells, text, line } of rowsBeforeRecords(this.list)) {
      const joined = joinedNumbers(cells);
      for (const e164 of joined) this.index.add(e164, PLAIN_OPT_OUT, this.records);
      for (const cell of cells) this.texts.add(readCell(cell), PLAIN_OPT_OUT, this.records, line);
      if (joined.length === 0 && cells.some((cell) => readLine(cell).leftover)) this.notUnderstoodAt.add(line);
      this.texts.addDigests(digestsIn(text).digests, PLAIN_OPT_OUT, this.records);
    }
  }

  addBatch(batch: RecordBatch): void {
    for (let i = 0, next = 0; i < batch.count; i++) {
      if (i >= next) {
        i = this.#addPlain(batch, i);
        if (i === batch.count) break;
        next = i + 1 + this.#untilRetry;
      }
      batch.select(i);
      this.#addSelected(batch, i);
    }
  }

  /** Adds records that hold no more than a plain number and event. Returns the index of the first that holds more. */
  #addPlain(batch: RecordBatch, from: number): number {
    const { count } = batch;
    const { events, index } = this;
    const kernel = this.#kernel;
    if (this.#saysMore) return from;
    if (events === undefined) {
      const left = index.addNationals(batch.plain, from, count, this.records + 1);
      this.#countAll(batch, from, left);
      return left;
    }
    if (kernel === undefined) return from;
    const { left, optIns } = index.addEvents(kernel, { batch, from, to: count, record: this.records + 1 });
    if (left > from) this.#countAll(batch, from, left);
    events.counts.optIns += optIns;
    // If every record needs a full reading, each try costs as much as a record.
    this.#untilRetry = left > from ? 0 : Math.min(2 * this.#untilRetry + 1, count);
    if (left < count) {
      batch.select(left);
      events.plain.teach(batch, kernel);
    }
    return left;
  }

  /** Counts the records [from, to) of a batch, each with one plain number. */
  #countAll(batch: RecordBatch, from: number, to: number): void {
    this.addNotes?.(batch, from, to, this.records + 1, true);
    this.records += to - from;
    this.entries += to - from;
    this.usable += to - from;
    const [cell] = this.list.phoneCells;
    for (let i = from; i < to; i++) {
      const digits = batch.phoneDigits(i);
      if (digits >= 0) this.texts.digits.addNumbers(digits);
      else {
        batch.select(i);
        const { bytes, cellStart, cellEnd, cellQuoted } = batch;
        const text = cellText(bytes, cellStart[cell!]!, cellEnd[cell!]!, cellQuoted[cell!] === 1);
        this.texts.countDigits(text, readCell(text));
      }
    }
  }

  #addSelected(batch: RecordBatch, i: number): void {
    const { events } = this;
    const national = this.#saysMore ? -1 : batch.plain[i]!;
    if (national >= 0) this.#countAll(batch, i, i + 1);
    else {
      this.records++;
      this.addNotes?.(batch, i, i + 1, this.records, false);
      if (events !== undefined && this.texts.isProof(batch, events)) return;
    }
    const event = events === undefined || batch.malformed ? PLAIN_OPT_OUT : events.read(batch);
    if (national < 0) this.#addRecord(batch, event);
    else if (typeof event === "object") this.index.addNational(national, event, this.records);
  }

  #addRecord(record: RecordBatch, read: ReadEvent): void {
    const { bytes, start, end, line } = record;
    const isBroken = faultOf(this.list, record) !== undefined;
    const says = isBroken ? PLAIN_OPT_OUT : read;
    const event = eventIn(says);
    const cells = (isBroken ? looseCells : recordCells)(bytes, start, end, this.list.dialect);
    const parts = isBroken ? this.#columns.ofBroken(cells) : this.#columns.of(cells);
    const added = parts.entry.map((text) => this.texts.addText(text, event, this.records, line));
    const readings = added.map(({ reading }) => reading);
    const known = new Set(readings.flatMap(everyNumber));
    const found = added.reduce((sum, { more }) => sum + more, this.#addOthers(parts, known, says, line));
    // A stray quote may have swallowed other entries, up to a later line.
    const swallowed = record.spansLines && !isBroken ? cells.filter((text) => /[\r\n]/.test(text)) : [];
    for (const e164 of swallowed.map(readCell).flatMap(everyNumber)) this.index.add(e164, PLAIN_OPT_OUT, this.records);
    const isRead = known.size + found > 0;
    if (!isRead && readings.every(({ reason }) => reason === "empty")) {
      // Its number may be in another column, in a spelling that is not understood.
      const doubtful = parts.otherColumns.map(readCell).filter(({ candidates }) => candidates.length > 0);
      const isOptOut = event?.optIn === false && !this.list.isText;
      if (doubtful.length === 0 && isOptOut && mayNameSomebody(cells)) this.withoutNumber.add(line);
      if (doubtful.length === 0) return;
      for (const reading of doubtful) this.texts.add(reading, event, this.records, line);
    }
    this.entries++;
    if (found > 0 || readings.some(isUsable)) this.usable++;
    if (readings.some(({ leftover }) => leftover) || !isRead) {
      this.notUnderstood.push(this.records);
      this.notUnderstoodAt.add(line);
    }
  }

  /** Adds the numbers of other columns that the entry does not have, as opt-outs. Returns their count. */
  #addOthers(
    { also, otherColumns }: Pick<ReturnType<EntryColumns["of"]>, "also" | "otherColumns">,
    known: ReadonlySet<string>,
    says: ReadEvent,
    line: number,
  ): number {
    const readings = also.map(readCell);
    const all = new Set([...otherColumns.flatMap(numbersInOtherColumn), ...readings.flatMap(everyNumber)]);
    const others = [...all].filter((e164) => !known.has(e164));
    let optOut = typeof says === "object" && !says.optIn ? says : undefined;
    if (says === "denies-others") {
      optOut = PLAIN_OPT_OUT;
      others.push(...[...known].slice(1));
    }
    if (optOut === undefined) return others.length;
    for (const e164 of others) this.index.add(e164, optOut, this.records);
    const ranged = readings.map((reading) => this.texts.add(reading, optOut, this.records, line));
    return ranged.reduce((sum, numbers) => sum + numbers, others.length);
  }
}

const eventIn = (read: ReadEvent) => (read === "denies-others" ? undefined : read);

/** Whether an entry shows that the list holds phones: it means a number, or may mean one of the plan and is warned of. */
function isUsable({ numbers, candidates, leftover, reason }: TextReading): boolean {
  return (
    numbers.length > 0 || (leftover && candidates.length > 0 && reason !== "not-in-plan" && reason !== "looks-like-id")
  );
}
