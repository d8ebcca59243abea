// What the records of one suppression list add to the index: every number that an entry means or could mean,
// everything in a broken record, and, where the list tells of events, what stands after them.

import { cellText, looseCells, recordCells } from "../csv/cells.js";
import { mayHoldDigests } from "../headers/hash-names.js";
import type { RecordBatch, RecordView } from "../lists/batch.js";
import { faultOf } from "../lists/fault.js";
import { type OpenedList, tornNumbers } from "../lists/open.js";
import { everyNumber } from "../lists/phone-cells.js";
import { TotalWatch } from "../lists/titles.js";
import type { CellReading } from "../phone/number.js";
import { readCell, readEveryNumber } from "../phone/read.js";
import { bars, type Channel, type ListEvent, PLAIN_OPT_OUT } from "./event.js";
import type { EventReader } from "./event-reader.js";
import type { EventSink } from "./event-sink.js";
import { digestsIn, isCutDigest, isDigest, withoutDigests } from "./hash-forms.js";

/** Entries kept of every list, spread over it, for the self-check. */
const SELF_CHECK_SAMPLE = 64;
const FEWEST_DIGITS = 7;
const SHORTEST_DIGEST = 32;
const NOTHING: CellReading = { numbers: [], doubtful: [], reason: "empty" };
const UNREADABLE: CellReading = { numbers: [], doubtful: [], reason: "not-a-number" };
const AT = 0x40;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The state of reading one list. */
export class Intake {
  records = 0;
  entries = 0;
  usable = 0;
  broken = 0;
  /** Entries whose number stood in another column. */
  elsewhere = 0;
  firstUnreadableLine: number | undefined;
  readonly unreadableRecords: number[] = [];
  /** E.164 of opt-outs for the campaign's channel. */
  readonly sample: string[] = [];
  readonly totals = new TotalWatch();
  #sampleEvery = 1;
  /** Of the wanted cells, counted from 0. */
  readonly #hashCells: readonly number[];
  readonly #sideCells: readonly number[];
  readonly #digestOnlyCells: readonly number[];
  /** Where digests are looked for: a phone column may hold some however many numbers come first. */
  readonly #digestCells: readonly number[];

  /** `events`: undefined for a list in which every entry is an opt-out and no more is said. */
  constructor(
    private readonly index: EventSink,
    private readonly list: OpenedList,
    /** Columns beside the phones: those that hold digests, and those in which numbers stand now and then. */
    { hashes, sides }: { hashes: readonly number[]; sides: readonly number[] },
    private readonly events: EventReader | undefined,
    private readonly channel: Channel,
  ) {
    this.#hashCells = hashes.map((column) => list.wanted.indexOf(column));
    this.#sideCells = sides.map((column) => list.wanted.indexOf(column));
    this.#digestOnlyCells = this.#hashCells.filter((cell) => !list.phoneCells.includes(cell));
    this.#digestCells = [...this.#digestOnlyCells, ...list.phoneCells];
  }

  /** A record says more than the number in its phone cell. */
  get #hasMoreCells(): boolean {
    return this.#hashCells.length > 0 || this.#sideCells.length > 0;
  }

  /** What was taken for a header could be an entry, torn by the delimiter too. */
  takeHeader(): void {
    const { header, headerText } = this.list;
    if (header === undefined) return;
    for (const e164 of [...header.flatMap((cell) => everyNumber(readCell(cell))), ...tornNumbers(headerText)])
      this.#suppress(e164);
    this.#addDigestsIn(headerText, PLAIN_OPT_OUT);
  }

  takeBatch(batch: RecordBatch): void {
    if (this.events !== undefined) this.#takeEvents(batch, this.events);
    else this.#takePlain(batch);
    this.totals.take(batch, this.list.dialect);
  }

  #takePlain(batch: RecordBatch): void {
    const { count, plain } = batch;
    this.index.touch(plain, count);
    for (let i = 0; i < count; i++) {
      this.records++;
      const national = this.#hasMoreCells ? -1 : plain[i]!;
      if (national >= 0) {
        this.entries++;
        this.usable++;
        this.index.addNational(national, this.records);
        if (this.entries % this.#sampleEvery === 0) this.#keepForSelfCheck(`+503${national}`);
      } else {
        batch.select(i);
        this.#takeRecord(batch, PLAIN_OPT_OUT);
      }
    }
  }

  #takeEvents(batch: RecordBatch, events: EventReader): void {
    const { count, plain } = batch;
    this.index.touch(plain, count);
    for (let i = 0; i < count; i++) {
      this.records++;
      batch.select(i);
      const national = this.#hasMoreCells ? -1 : plain[i]!;
      if (national < 0) {
        this.#takeRecord(batch, batch.malformed ? PLAIN_OPT_OUT : events.read(batch));
        continue;
      }
      const event = events.read(batch);
      this.entries++;
      this.usable++;
      if (event === undefined) continue;
      this.index.addNationalEvent(national, event, this.records);
      if (this.entries % this.#sampleEvery === 0 && this.#isBarring(event)) this.#keepForSelfCheck(`+503${national}`);
    }
  }

  /** `event`: undefined where the record says nothing any more. */
  #takeRecord(record: RecordBatch, event: ListEvent | undefined): void {
    if (faultOf(this.list, record) !== undefined) {
      this.broken++;
      this.entries++;
      if (this.#takeEverything(record, []) > 0) this.usable++;
      else this.#unreadable(record);
      return;
    }
    const readings = record.readCells();
    const digests = this.#takeDigests(record, readings, event);
    // A line end inside quotes may be a stray quote that swallowed the entry before.
    const sure = record.spansLines ? this.#onOneLine(record, readings) : readings;
    if (record.spansLines) this.#takeEverything(record, sure);
    if (event !== undefined) this.#addNumbers(sure, event);
    this.#countEntry(record, readings, event, digests > 0);
    if (event !== undefined && !event.optIn) this.#takeSides(record, event);
  }

  /**
   * Adds the digests in the phone cells of a record and in those that are theirs. What else such a cell holds is read
   * as a phone. Returns how many were found.
   */
  #takeDigests(record: RecordView, readings: CellReading[], event: ListEvent | undefined): number {
    let count = 0;
    for (const cell of this.#digestCells) {
      const start = record.cellStart[cell]!;
      const end = record.cellEnd[cell]!;
      const phone = this.list.phoneCells.indexOf(cell);
      if (phone >= 0 && end - start < SHORTEST_DIGEST) continue;
      const text = cellText(record.bytes, start, end, record.cellQuoted[cell] === 1);
      const found = this.#addDigestsIn(text, event);
      count += found;
      const isCut = found === 0 && isCutDigest(text);
      if (phone < 0) readings.push(isCut ? UNREADABLE : readCell(withoutDigests(text)));
      else if (isCut) readings[phone] = UNREADABLE;
      else if (found > 0) readings[phone] = readCell(withoutDigests(text));
    }
    return count;
  }

  #addDigestsIn(text: string, event: ListEvent | undefined): number {
    const digests = digestsIn(text);
    if (event !== undefined)
      for (const digest of digests) this.index.addDigest(isDigest(digest)!, digest, event, this.records);
    return digests.length;
  }

  /** What a cell over several lines holds may be of another entry, of which the event says nothing. */
  #onOneLine(record: RecordView, readings: readonly CellReading[]): CellReading[] {
    return readings.map((reading, i) => {
      const cell = this.#cellOf(i);
      const bytes = record.bytes.subarray(record.cellStart[cell], record.cellEnd[cell]);
      return bytes.includes(LINE_FEED) || bytes.includes(CARRIAGE_RETURN) ? NOTHING : reading;
    });
  }

  /** The wanted cell of a reading: of the phones first, then of what stands in a column of digests. */
  #cellOf(reading: number): number {
    const { phoneCells } = this.list;
    return phoneCells[reading] ?? this.#digestOnlyCells[reading - phoneCells.length]!;
  }

  #addNumbers(readings: readonly CellReading[], event: ListEvent): void {
    for (const e164 of readings.flatMap(event.optIn ? certainNumbers : everyNumber)) this.#add(e164, event);
  }

  #countEntry(
    record: RecordView,
    readings: readonly CellReading[],
    event: ListEvent | undefined,
    hasDigests: boolean,
  ): void {
    const saysNothing = !hasDigests && readings.flatMap(everyNumber).length === 0;
    if (saysNothing && event !== undefined && !event.optIn) this.#takeElsewhere(record, event);
    if (!hasDigests && !this.#isEntry(record, readings)) return;
    this.entries++;
    if (hasDigests || readings.some(isUsable)) this.usable++;
    if (saysNothing) this.#unreadable(record);
    const certain = readings.find((reading) => reading.numbers.length > 0)?.numbers[0];
    if (
      certain !== undefined &&
      this.entries % this.#sampleEvery === 0 &&
      event !== undefined &&
      this.#isBarring(event)
    )
      this.#keepForSelfCheck(certain.e164);
  }

  /** No entry is a record without a phone: its cells are empty, or hold an e-mail address. */
  #isEntry(record: RecordView, readings: readonly CellReading[]): boolean {
    return readings.some((reading, i) => {
      if (reading.reason === "empty") return false;
      if (reading.numbers.length > 0 || reading.doubtful.length > 0) return true;
      const cell = this.#cellOf(i);
      return !record.bytes.subarray(record.cellStart[cell], record.cellEnd[cell]).includes(AT);
    });
  }

  /** Numbers in the columns beside the phones are opted out like them; nobody is taken in again by one. */
  #takeSides(record: RecordView, event: ListEvent): void {
    let found = 0;
    for (const cell of this.#sideCells) {
      const start = record.cellStart[cell]!;
      const end = record.cellEnd[cell]!;
      if (!hasDigits(record.bytes, start, end)) continue;
      const numbers = everyNumber(readCell(cellText(record.bytes, start, end, record.cellQuoted[cell] === 1)));
      for (const e164 of numbers) this.#add(e164, event);
      found += numbers.length;
    }
    if (found > 0) this.elsewhere++;
  }

  /** The phone cells say nothing: a number or a digest in another column, unless it is named as another thing, is meant. */
  #takeElsewhere(record: RecordView, event: ListEvent): void {
    if (!hasDigits(record.bytes, record.start, record.end)) return;
    const { denied, dialect, header } = this.list;
    let found = 0;
    for (const [i, cell] of recordCells(record.bytes, record.start, record.end, dialect).entries()) {
      if (denied.has(i)) continue;
      const numbers = everyNumber(readCell(withoutDigests(cell)));
      for (const e164 of numbers) this.#add(e164, event);
      found += numbers.length;
      if (mayHoldDigests(header?.[i] ?? "")) found += this.#addDigestsIn(cell, event);
    }
    if (found > 0) this.elsewhere++;
  }

  /** Suppresses every number anywhere in the record, but for those that were `read` and say more. Returns how many. */
  #takeEverything(record: RecordView, read: readonly CellReading[]): number {
    const whole = cellText(record.bytes, record.start, record.end, false);
    const numbers = new Set(readEveryNumber(whole));
    for (const cell of looseCells(record.bytes, record.start, record.end, this.list.dialect)) {
      for (const e164 of everyNumber(readCell(cell))) numbers.add(e164);
    }
    for (const { numbers: certain } of read) for (const { e164 } of certain) numbers.delete(e164);
    for (const e164 of numbers) this.#suppress(e164);
    return numbers.size + (this.#isOfDigests(whole) ? this.#addDigestsIn(whole, PLAIN_OPT_OUT) : 0);
  }

  /** Beside a number, in a list that has no column of digests, a digest is an identifier. */
  #isOfDigests(text: string): boolean {
    if (digestsIn(text).length === 0) return false;
    return this.#hashCells.length > 0 || readEveryNumber(withoutDigests(text)).length === 0;
  }

  #suppress(e164: string): void {
    this.#add(e164, PLAIN_OPT_OUT);
  }

  #add(e164: string, event: ListEvent): void {
    if (this.events === undefined) this.index.add(e164, this.records);
    else this.index.addEvent(e164, event, this.records);
  }

  #isBarring({ optIn, channel }: ListEvent): boolean {
    return !optIn && bars(channel, this.channel);
  }

  #unreadable(record: RecordView): void {
    this.unreadableRecords.push(this.records);
    this.firstUnreadableLine ??= record.line;
  }

  /** Keeps entries at even distances: when the sample is full, every second one goes and the distance doubles. */
  #keepForSelfCheck(e164: string): void {
    this.sample.push(e164);
    if (this.sample.length < SELF_CHECK_SAMPLE * 2) return;
    for (let i = 0; i < SELF_CHECK_SAMPLE; i++) this.sample[i] = this.sample[i * 2 + 1]!;
    this.sample.length = SELF_CHECK_SAMPLE;
    this.#sampleEvery *= 2;
  }
}

/** Only a certain number is taken in again. */
function certainNumbers(reading: CellReading): string[] {
  return reading.doubtful.length > 0 ? [] : reading.numbers.map((number) => number.e164);
}

/** Whether a reading makes the list worth relying on: digits that are merely out of plan or shaped like an id do not. */
function isUsable(reading: CellReading): boolean {
  if (reading.numbers.length > 0) return true;
  return reading.doubtful.length > 0 && reading.reason !== "not-in-plan" && reading.reason !== "looks-like-id";
}

/** Enough digits for a number: without them, reading all cells of a record is in vain. */
function hasDigits(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  // Digits of other scripts and full-width ones are several bytes of 0x80 and more.
  for (let i = start; i < end; i++) if ((bytes[i]! >= 0x30 && bytes[i]! <= 0x39) || bytes[i]! >= 0x80) digits++;
  return digits >= FEWEST_DIGITS;
}
