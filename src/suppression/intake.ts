// What the records of one suppression list add to the index: every number that an entry means or could mean,
// everything in a broken record, and, where the list tells of events, what stands after them.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { type EndColumns, endColumns } from "../headers/end-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { faultOf, readBroken } from "../lists/fault.js";
import { tornNumbers } from "../lists/header-row.js";
import { Occurrences } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { namesPhones } from "../lists/phone-columns.js";
import { rowsBeforeRecords } from "../lists/titles.js";
import { HOME } from "../phone/doubt.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { eachNumberOf, mayHoldRange, type NumberRange, readRanges } from "../phone/wildcards.js";
import type { DigestIntake } from "./digest-intake.js";
import { rangesOfEnds } from "./ends-in-columns.js";
import { MOST_RANGE_NUMBERS } from "./ends-over-cells.js";
import {
  certainNumbers,
  type EntryReading,
  isEntry,
  isUsable,
  NOTHING,
  numbersIn,
  onOneLine,
} from "./entry-readings.js";
import { bars, type Channel, type ListEvent, PLAIN_OPT_OUT } from "./event.js";
import type { EventReader } from "./event-reader.js";
import type { EventSink, PlainEventSink, PlainTaken } from "./event-sink.js";
import { plainLine, READ_WHOLE, restOfLine } from "./free-text.js";
import type { NoteTaker } from "./notes.js";
import { BesideCells, type BesideKind, NOTHING_BESIDE } from "./other-cells.js";
import { OthersOut } from "./others-out.js";
import { rangesOfBroken, rangesOfPhone } from "./phone-ranges.js";
import { SpreadSample } from "./spread-sample.js";
import { type TextLines, withoutOwn } from "./text-lines.js";
import { UnreadableEntries } from "./unreadable-entries.js";

const MOST_WORDS = Number.POSITIVE_INFINITY;
/** So many entries with a wildcard look like masked numbers. */
const MOST_RANGES = 100;

/** The state of reading one list. */
export class Intake {
  records = 0;
  entries = 0;
  usable = 0;
  broken = 0;
  /** Entries that end in a wildcard, or have two ends, and how many numbers these cover. */
  readonly ranges = { entries: 0, numbers: 0 };
  /** Entries that say that somebody is opted out. */
  barring = 0;
  /** Some opt-out is of a number with the country's code, or may be: of a digest nobody can say whose it is. */
  barsAtHome = false;
  /** Records with a number that stands in another column, and in none of the phones. */
  elsewhere = 0;
  readonly unreadable = new UnreadableEntries();
  /** E.164 of opt-outs for the campaign's channel, for the self-check. */
  readonly sample = new SpreadSample();
  readonly openEnds = new Occurrences();
  readonly endsAlone = new Occurrences();
  /** What its lines hold, where the list is a text. */
  readonly text: TextLines | undefined;
  /** Ranges with a wildcard, in which masked numbers may end. */
  #masks = 0;
  /** Each line is text: it has no table, or one of words. */
  readonly #isText: boolean;
  readonly #digests: DigestIntake;
  readonly #beside: BesideCells;
  readonly #others: OthersOut;
  /** Takes in records that say no more than who is opted out, since when and for which channel. */
  #plainEvents: PlainEventSink | undefined;
  /** How many records are passed over before it is asked again: more with every question in vain. */
  #inVain = 0;
  /** The cells of the first and the last number of a range, where a record has them. */
  readonly #ends: readonly EndColumns[];

  /** `events`: undefined for a list in which every entry is an opt-out and no more is said. */
  constructor(
    private index: EventSink,
    private readonly list: OpenedList,
    /** The list's digests, what the other columns beside the phones may hold, and the lines of a text. */
    { digests, beside, text }: { digests: DigestIntake; beside: BesideKind; text: TextLines | undefined },
    private readonly events: EventReader | undefined,
    private readonly channel: Channel,
    /** Numbers that an entry with a wildcard may cover, where it was said. */
    private readonly maxRange: number | undefined,
    /** Takes in reasons and sources, where anybody asked. */
    private readonly takeNotes: NoteTaker | undefined,
  ) {
    this.#digests = digests;
    const { hashes } = digests;
    this.#ends = endColumns(list.header);
    this.text = text;
    this.#isText =
      list.isText || (list.width === 1 && hashes.length === 0 && !namesPhones(list.header?.[0] ?? "", MOST_WORDS));
    this.#others = new OthersOut(list, events);
    this.#beside = new BesideCells(list, [...list.columns, ...hashes], beside);
    // What counts beside the phones is known only when their columns are, and whoever scans the list is told.
    list.watched = { ...list.watched, open: this.#beside.open };
    const cells = hashes.length === 0 && this.#ends.length === 0 ? events?.plainCells : undefined;
    const [phone] = list.phoneCells;
    if (cells !== undefined && phone !== undefined && list.phoneCells.length === 1)
      this.#plainEvents = index.plainEvents({ ...cells, phone });
  }

  /** Says where the entries go from now on. */
  sendTo(index: EventSink): void {
    [this.index, this.#plainEvents] = [index, undefined];
  }

  /** Whether every record may say more than the number of its only phone cell, however plain that is. */
  get #saysMore(): boolean {
    return this.#digests.hashes.length > 0 || this.#ends.length > 0 || this.list.isText;
  }

  /** A number in the header or in a title is an entry, torn by the delimiter too. */
  takeHeader(): void {
    for (const { cells, text } of rowsBeforeRecords(this.list)) {
      const numbers = cells.flatMap((cell) => everyNumber(readCell(cell)));
      for (const e164 of [...numbers, ...tornNumbers(text)]) this.#add(e164, PLAIN_OPT_OUT);
      for (const range of cells.flatMap(readRanges))
        if (range.isAtEnd && range.numbers <= MOST_RANGE_NUMBERS) this.#addRange(range, PLAIN_OPT_OUT, 1);
      this.#addDigestsIn(text, PLAIN_OPT_OUT);
      this.#digests.dropRecord();
    }
  }

  takeBatch(batch: RecordBatch): void {
    if (this.events !== undefined) this.#takeEvents(batch, this.events);
    else this.#takePlain(batch);
  }

  #takePlain(batch: RecordBatch): void {
    const { count, plain } = batch;
    const isAtOnce = !this.#saysMore && this.index.addsAtOnce;
    if (!isAtOnce) this.index.touch(plain, count);
    for (let i = 0; i < count; i++) {
      if (isAtOnce) {
        const left = this.index.addNationals(plain, i, count, this.records + 1);
        this.#countPlain(batch, i, left);
        i = left;
        if (i === count) break;
      }
      const national = plain[i]!;
      if (national >= 0 && !this.#saysMore) {
        this.#countAll(batch, i, i + 1);
        this.index.addNational(national, this.records);
        if (this.sample.wants(this.entries)) this.sample.keep(`+503${national}`);
      } else {
        this.records++;
        this.takeNotes?.(batch, i, i + 1, this.records, false);
        batch.select(i);
        this.#takeRecord(batch, PLAIN_OPT_OUT);
      }
    }
  }

  /** Counts the records [from, to) of a batch, whose numbers were added at once. */
  #countPlain(batch: RecordBatch, from: number, to: number): void {
    const before = this.entries;
    this.#countAll(batch, from, to);
    const keep = (entry: number) => this.sample.keep(`+503${batch.plain[from + entry - before - 1]!}`);
    this.sample.eachWanted(before, this.entries, keep);
  }

  /** Counts the records [from, to) of a batch, each with an opt-out of its plain number alone but for as many that bar nobody. */
  #countAll(batch: RecordBatch, from: number, to: number, idle = 0): void {
    const count = to - from;
    this.takeNotes?.(batch, from, to, this.records + 1, true);
    this.records += count;
    this.entries += count;
    this.usable += count;
    this.barring += count - idle;
    this.barsAtHome ||= count > idle;
  }

  #takeEvents(batch: RecordBatch, events: EventReader): void {
    const { count, plain } = batch;
    const sink = this.#plainEvents;
    if (sink === undefined || this.#inVain > 0) this.index.touch(plain, count);
    for (let i = 0, next = 0; i < count; i++) {
      if (sink !== undefined && i >= next) {
        const taken = sink.add(batch, i, count, this.records + 1);
        const { left } = taken;
        if (left > i) this.#countPlainEvents(batch, events, i, taken);
        // Where every record says more, such as a date in words, each question would cost as much as the record.
        this.#inVain = left > i ? 0 : Math.min(2 * this.#inVain + 1, count);
        next = left + 1 + this.#inVain;
        i = left;
        if (i === count) break;
        batch.select(i);
        events.teach(batch, sink);
      }
      this.records++;
      batch.select(i);
      const national = plain[i]!;
      const isAlone = national >= 0 && !this.#saysMore;
      this.takeNotes?.(batch, i, i + 1, this.records, isAlone);
      if (!isAlone) {
        if (!this.#digests.takeProof(this.index, batch, events))
          this.#takeRecord(batch, batch.malformed ? PLAIN_OPT_OUT : events.read(batch));
        continue;
      }
      const event = events.read(batch);
      this.entries++;
      this.usable++;
      if (event === undefined) continue;
      if (!event.optIn) this.barring++;
      this.barsAtHome ||= !event.optIn;
      this.index.addNationalEvent(national, event, this.records);
      if (this.sample.wants(this.entries) && this.#isBarring(event)) this.sample.keep(`+503${national}`);
    }
  }

  /** Counts the records of a batch from `from` on, whose events were added at once. */
  #countPlainEvents(batch: RecordBatch, events: EventReader, from: number, taken: PlainTaken): void {
    const before = this.entries;
    this.#countAll(batch, from, taken.left, taken.optIns + taken.silent);
    events.counts.optIns += taken.optIns;
    this.sample.eachWanted(before, this.entries, (entry) => {
      const at = from + entry - before - 1;
      batch.select(at);
      const event = events.asksOut(batch) ? events.read(batch) : undefined;
      if (event !== undefined && this.#isBarring(event)) this.sample.keep(`+503${batch.plain[at]!}`);
    });
  }

  /** `event`: undefined where the record says nothing any more. */
  #takeRecord(record: RecordBatch, event: ListEvent | undefined): void {
    if (faultOf(this.list, record) !== undefined) {
      this.broken++;
      this.entries++;
      this.barring++;
      const { numbers, digests } = this.#takeEverything(record, []);
      if (numbers + digests > 0) this.usable++;
      else this.#unreadable(record);
      this.#digests.endRecord(this.index, []);
      return;
    }
    this.text?.begin(record);
    const readings = record.readCells();
    const digests = this.#digests.takeCells(this.index, record, readings, event, this.records);
    if (digests > 0) this.barsAtHome = true;
    // A line end inside quotes may be a stray quote that swallowed the entry before.
    const { others: sure, namesOwn } = withoutOwn(
      record.spansLines ? onOneLine(record, readings, (reading) => this.#cellOf(reading)) : readings,
      this.text,
    );
    const swallowed = record.spansLines ? this.#takeEverything(record, sure).numbers : 0;
    if (event !== undefined) this.#addNumbers(sure, event);
    const apart = this.#readApart(record);
    if (event?.optIn === false) for (const e164 of apart) this.#add(e164, event);
    const hasCertain = digests > 0 || sure.some((reading) => reading.numbers.length > 0);
    const between = rangesOfEnds(record, this.#ends, this.list.dialect);
    const others = this.#beside.areNone ? NOTHING_BESIDE : this.#beside.read(record, hasCertain, numbersIn(sure));
    const beside = {
      ...others,
      isHidden: others.isHidden && between.length === 0,
    };
    if (beside.isOpen) this.openEnds.add(record.line);
    const read = [...sure.flatMap(everyNumber), ...apart];
    const unread = this.#takeUnread(event, read);
    const isRest = this.#isText && !hasCertain;
    const line = isRest ? restOfLine(this.#textOf(record, 0), read, this.list.isText) : undefined;
    const isOfOwn = namesOwn && line?.reading.doubtful.length === 0;
    const told = line === undefined ? sure : [unread ?? (isOfOwn ? NOTHING : line.reading)];
    this.text?.take(told);
    const inPhones = this.#rangesInPhones(record, line === undefined ? readings : told, line?.rest);
    const ranges = [...inPhones, ...beside.ranges, ...between];
    this.#countEntry(record, { readings: told, besides: digests + swallowed, beside, ranges }, event);
    this.#digests.endRecord(this.index, sure);
  }

  /** Returns the E.164 of what a part of the whole record could mean by itself. */
  #readApart({ bytes, start, end }: RecordView): string[] {
    const read = READ_WHOLE[this.list.dialect.delimiter]?.(this.text?.rest ?? cellText(bytes, start, end, false)) ?? [];
    return read.filter((e164) => this.text?.leavesOut(e164) !== true);
  }

  /** Adds what numbers of a line of text could be of which a digit can't be read, and tells whether that is any number. */
  #takeUnread(event: ListEvent | undefined, read: readonly string[]): CellReading | undefined {
    const doubtful = this.text?.unread(read) ?? [];
    if (event === undefined || doubtful.length === 0) return undefined;
    for (const e164 of doubtful) this.#add(e164, event);
    return { numbers: [], doubtful, reason: "not-a-number" };
  }

  /** The text of the cell of one of the phones; of a text, what counts of the line. */
  #textOf({ bytes, cellStart, cellEnd, cellQuoted }: RecordView, phone: number): string {
    const at = this.list.phoneCells[phone] ?? -1;
    return this.text?.rest ?? (at < 0 ? "" : cellText(bytes, cellStart[at]!, cellEnd[at]!, cellQuoted[at] === 1));
  }

  /** Entries that end in a wildcard are no numbers to whoever reads phones. `rest`: all that counts of a line of text. */
  #rangesInPhones(record: RecordView, readings: readonly CellReading[], rest?: string): readonly NumberRange[] {
    const { bytes, cellStart, cellEnd } = record;
    return this.list.phoneCells.flatMap((cell, phone) => {
      const text = rest ?? this.#textOf(record, phone);
      const mayBeRange = readings[phone]!.numbers.length === 0 || mayHoldRange(bytes, cellStart[cell]!, cellEnd[cell]!);
      const { ranges, isOpen } = rangesOfPhone(
        this.list.isText && rest === undefined ? plainLine(text) : text,
        everyNumber(readings[phone]!).length > 0,
        mayBeRange,
      );
      if (isOpen) this.openEnds.add(record.line);
      return ranges;
    });
  }

  #addDigestsIn(text: string, event: ListEvent | undefined): number {
    const digests = this.#digests.add(this.index, text, event, this.records);
    if (digests > 0) this.barsAtHome = true;
    return digests;
  }

  /** The wanted cell of a reading: of the phones first, then of what stands in a column of digests. */
  #cellOf(reading: number): number {
    const { phoneCells } = this.list;
    return phoneCells[reading] ?? this.#digests.onlyCells[reading - phoneCells.length]!;
  }

  /** Whoever opted in is meant by a phone column alone: of several, by one that its name calls so. */
  #addNumbers(readings: readonly CellReading[], event: ListEvent): void {
    const { columns, header } = this.list;
    for (const [i, reading] of readings.entries()) {
      const column = columns[i];
      const isMeant = column !== undefined && (columns.length === 1 || namesPhones(header?.[column] ?? "", MOST_WORDS));
      if (event.optIn && !isMeant) continue;
      for (const e164 of event.optIn ? certainNumbers(reading) : everyNumber(reading)) this.#add(e164, event);
    }
  }

  /** Adds what stands beside the phones, too: nobody is taken in again by that. */
  #countEntry(record: RecordView, { readings, besides, beside, ranges }: EntryReading, event?: ListEvent): void {
    const own = event?.optIn === false ? event : undefined;
    const phones = new Set(readings.flatMap(everyNumber));
    const namesOthers = ranges.length > 0 || [...beside.numbers].some((e164) => !phones.has(e164));
    const optOut = event === undefined && namesOthers ? this.events?.besideVoid(record) : own;
    const isSilent = besides === 0 && phones.size === 0;
    const others = this.#others.among(record, event, readings, beside.certain);
    for (const e164 of others) this.#add(e164, PLAIN_OPT_OUT);
    const isOut = optOut !== undefined || others.length > 0;
    let found = 0;
    if (optOut !== undefined) {
      for (const e164 of beside.numbers) if (!phones.has(e164)) this.#add(e164, optOut);
      for (const range of ranges) found += this.#addRange(range, optOut, record.line);
    }
    if (isSilent) for (const text of beside.digestTexts) found += this.#addDigestsIn(text, optOut);
    const isOutside = isSilent ? beside.numbers.size > 0 : [...beside.certain].some((e164) => !phones.has(e164));
    if (isOutside && isOut) this.elsewhere++;
    const isRead = !isSilent || isOutside || found > 0 || (ranges.length > 0 && optOut === undefined);
    if (
      !isRead &&
      !beside.isHidden &&
      ranges.length === 0 &&
      !isEntry(record, readings, (reading) => this.#cellOf(reading))
    )
      return;
    this.entries++;
    if (isOut) this.barring++;
    if (besides > 0 || found > 0 || beside.certain.size > 0 || beside.isTorn || readings.some(isUsable)) this.usable++;
    if (!isRead || beside.isHidden) this.#unreadable(record);
    const certain = readings.find((reading) => reading.numbers.length > 0)?.numbers[0];
    if (certain !== undefined && this.sample.wants(this.entries) && own && this.#isBarring(own))
      this.sample.keep(certain.e164);
  }

  /** Adds every number of the plan that the entry covers, and returns how many. */
  #addRange(range: NumberRange, event: ListEvent, line: number): number {
    const most = this.maxRange ?? MOST_RANGE_NUMBERS;
    const at = { file: this.list.file.path, line, record: this.records };
    if (range.numbers > most || (!range.isAtEnd && this.maxRange === undefined))
      throw new ScrubError(ExitCode.suppressionList, "rangeTooWide", [range.numbers, most], at);
    this.ranges.entries++;
    // Who masks numbers writes marks, not two ends.
    if (!range.isBetween) this.#masks++;
    if (this.#masks > MOST_RANGES && this.maxRange === undefined)
      throw new ScrubError(ExitCode.suppressionList, "tooManyRanges", [MOST_RANGES], at);
    const before = this.ranges.numbers;
    this.barsAtHome = true;
    for (const pattern of range.patterns)
      eachNumberOf(
        pattern,
        (national) => {
          this.ranges.numbers++;
          if (this.text?.leavesOut(`${HOME}${national}`)) return;
          if (this.events === undefined) this.index.addNational(national, this.records);
          else this.index.addNationalEvent(national, event, this.records);
        },
        (e164) => {
          this.ranges.numbers++;
          this.#add(e164, event);
        },
      );
    return this.ranges.numbers - before;
  }

  /** Suppresses every number anywhere in the record, but for those that were `read` and say more. Returns how many, and how many digests. */
  #takeEverything(record: RecordView, read: readonly CellReading[]): { numbers: number; digests: number } {
    const { whole, cells, numbers } = readBroken(record, this.list);
    let covered = 0;
    for (const range of rangesOfBroken(whole, cells)) covered += this.#addRange(range, PLAIN_OPT_OUT, record.line);
    for (const { numbers: certain } of read) for (const { e164 } of certain) numbers.delete(e164);
    for (const e164 of numbers) this.#add(e164, PLAIN_OPT_OUT);
    const digests = this.#digests.areMeantIn(whole) ? this.#addDigestsIn(whole, PLAIN_OPT_OUT) : 0;
    return { numbers: covered + numbers.size, digests };
  }

  #add(e164: string, event: ListEvent): void {
    if (this.text?.leavesOut(e164)) return;
    if (!event.optIn && e164.startsWith(HOME)) this.barsAtHome = true;
    if (this.events === undefined) this.index.add(e164, this.records);
    else this.index.addEvent(e164, event, this.records);
  }

  #isBarring({ optIn, channel }: ListEvent): boolean {
    return !optIn && bars(channel, this.channel);
  }

  #unreadable(record: RecordView): void {
    this.unreadable.add(this.records, record.line);
  }
}
