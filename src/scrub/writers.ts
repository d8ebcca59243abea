// Writes a run's records: kept ones as their own bytes with a new phone cell, removed ones with cells appended, flagged
// ones all with their dispositions.

import { composeBehind, composedDelimiter, encodeCell, encodeText, lineEnd, withoutFormula } from "../csv/compose.js";
import { NO_DELIMITER } from "../csv/dialect.js";
import { asWideAsList, type RecordForm } from "../csv/rectangular.js";
import { type Dialect, QUOTE, type RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { DateForm, Endings } from "../kernel/judge-kernel.js";
import type { RecordBatch } from "../lists/batch.js";
import { textEncoding } from "../lists/encoding.js";
import type { OpenedList } from "../lists/open.js";
import { holdsDigit } from "../lists/phone-cells.js";
import { formatNumber, type PhoneFormat } from "../phone/format.js";
import type { PhoneNumber } from "../phone/number.js";
import type { Holding } from "../suppression/event.js";
import type { Notes } from "../suppression/notes.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import { describeInstant, describeOffset, type TimeZone } from "../time/time-zone.js";
import type { Marks } from "./marks.js";
import { type Decision, type Disposition, dispositionOf, type Reason, type SuppressedReason } from "./rules.js";

/** Why a number is suppressed. `column`: the other column that it is in. */
export interface Source extends Holding {
  column?: string;
  /** In place of a suppression list's name, the phone list and column of a mark. */
  name?: string;
}

const REMOVED_COLUMNS = ["svscrub_disposition", "svscrub_reason", "svscrub_source", "svscrub_since", "svscrub_record"];
/** The last column, only if a suppression list has reasons or sources. */
export const NOTES_COLUMN = "svscrub_list_reason";
const FLAG_COLUMNS = ["svscrub_disposition", "svscrub_reason", "svscrub_source", "svscrub_phone"];

/** The characters of dates: a delimiter among them would need quotes. */
const ISO_CHARACTERS = Buffer.from("0123456789-+:TZ");
/** Bytes of an 8-digit number in each format. */
export const SPELLING_BYTES = { e164: 12, digits: 11, national: 9, original: 0 } as const satisfies Record<
  PhoneFormat,
  number
>;

/** Writes the clean list. Untouched bytes are copied in runs, as long as kept records follow one another. */
export class CleanWriter {
  records = 0;
  #source: Uint8Array = new Uint8Array(0);
  /** The bytes of the window that are not written yet: [from, to). */
  #from = 0;
  #to = 0;
  #phones: readonly number[] = [];

  constructor(
    private readonly output: OutputFile,
    private readonly format: PhoneFormat,
    private readonly dialect: Dialect,
  ) {}

  /** Begins another list. `phoneCells`: which of its wanted cells are rewritten. */
  begin(phoneCells: readonly number[]): void {
    this.#phones = phoneCells;
  }

  preamble(bytes: Uint8Array): void {
    this.output.write(bytes);
  }

  keep(record: RecordView): void {
    this.records++;
    if (this.#to !== record.start || this.#source !== record.bytes) this.#begin(record);
    this.#to = record.nextStart;
  }

  /** Keeps a record with one number, or nothing, in each phone cell that holds any digit. */
  keepNumbers(record: RecordView, numbers: readonly (PhoneNumber | undefined)[]): void {
    this.keep(record);
    if (this.format === "original") return;
    for (let i = 0; i < numbers.length; i++) {
      const cell = this.#phones[i]!;
      const start = record.cellStart[cell]!;
      if (start < 0) continue;
      const number = numbers[i];
      if (number === undefined && !holdsDigit(record, this.#phones[i]!)) continue;
      this.output.copy(record.bytes, this.#from, start);
      if (number !== undefined) this.output.write(Buffer.from(formatNumber(number.e164, this.format)));
      this.#from = record.cellEnd[cell]!;
    }
  }

  /** Writes the open run of records. Call it before the window moves. */
  flushRun(): void {
    if (this.#to > this.#from) this.output.copy(this.#source, this.#from, this.#to);
    this.#from = this.#to = 0;
  }

  /** Ends the last record of a list if it has no line end, because another list follows. */
  endList(): void {
    const last = this.output.lastByte;
    if (last !== undefined && last !== 0x0a && last !== 0x0d) this.output.write(lineEnd(this.dialect));
  }

  #begin(record: RecordView): void {
    if (this.#to > 0) this.flushRun();
    this.#source = record.bytes;
    this.#from = record.start;
  }
}

/** How cells are composed that are appended to a list's records. */
export interface Composing extends RecordForm {
  names: readonly string[];
  zone: TimeZone;
  /** The lists' reasons and sources; undefined if they were not kept. */
  notes: Notes | undefined;
}

export function composingOf(
  { dialect, encoding, width }: Pick<OpenedList, "dialect" | "encoding" | "width">,
  said: Omit<Composing, keyof RecordForm>,
): Composing {
  return { dialect, encoding: textEncoding(encoding), width, ...said };
}

/** Writes the removed records: their own bytes, as wide as the list, then why. */
export class RemovedWriter {
  records = 0;
  /** The line end, with an empty cell of notes before it where the list has such a column. */
  readonly #lineEnd: Uint8Array;
  readonly #bareLineEnd: Uint8Array;
  readonly #hasNotes: boolean;
  readonly #delimiter: Uint8Array;
  readonly #delimiters: Uint8Array;
  /** Composed cells by the reason, which tells the disposition. */
  readonly #endings = new Map<Reason, Buffer>();
  readonly #suppressed: Buffer;
  readonly #marked: Record<SuppressedReason, Buffer>;
  readonly #isPlainDate: boolean;
  /** By list, all cells from the disposition to `name:`; undefined if such a source needs quotes or notes follow. */
  readonly #heldBy: readonly (Buffer | undefined)[];

  constructor(
    private readonly output: OutputFile,
    private readonly composing: Composing,
  ) {
    const { dialect, encoding, names, notes } = composing;
    this.#delimiter = Uint8Array.of(composedDelimiter(dialect));
    this.#delimiters = Buffer.concat([this.#delimiter, this.#delimiter]);
    this.#hasNotes = notes?.areAny === true;
    this.#bareLineEnd = lineEnd(dialect);
    this.#lineEnd = this.#hasNotes ? Buffer.concat([this.#delimiter, this.#bareLineEnd]) : this.#bareLineEnd;
    this.#suppressed = this.#appended(["suppressed", "opted-out"]);
    this.#marked = {
      "opted-out": this.#suppressed,
      "says-no": this.#appended(["suppressed", "says-no"]),
      "may-say-no": this.#appended(["suppressed", "may-say-no"]),
    };
    this.#isPlainDate = !ISO_CHARACTERS.includes(composedDelimiter(dialect));
    this.#heldBy = names.map((name, list) => {
      if (notes?.isNoted(list)) return undefined;
      const cell = encodeCell(withoutFormula(`${name}:`), dialect, encoding);
      return cell[0] === QUOTE ? undefined : Buffer.concat([this.#suppressed, this.#delimiter, cell]);
    });
  }

  /** Returns the ends of records, for the kernel. `without`: the reasons by the kernel's codes. */
  endings(without: readonly (Reason | undefined)[]): Endings {
    const endingOf = (reason: Reason) =>
      Buffer.concat([this.#unsourced(dispositionOf(reason), reason), this.#delimiter]);
    return {
      duplicate: endingOf("duplicate"),
      heldBy: this.#heldBy,
      delimiters: this.#delimiters,
      without: without.map((reason) => reason && endingOf(reason)),
      lineEnd: this.#lineEnd,
      dates: this.#dateForm,
    };
  }

  get #dateForm(): DateForm | undefined {
    const { zone } = this.composing;
    return this.#isPlainDate ? { offset: zone, text: Buffer.from(describeOffset(zone)) } : undefined;
  }

  /** `bytes`: all that stands before the header's line end. */
  header(bytes: Uint8Array): void {
    this.output.write(bytes);
    this.output.write(this.#appended([...REMOVED_COLUMNS, ...(this.#hasNotes ? [NOTES_COLUMN] : [])]));
    this.output.write(this.#bareLineEnd);
  }

  remove(record: RecordView, disposition: Disposition, reason: Reason, recordNumber: number): void {
    copyRecord(record, this.output, this.composing);
    this.output.write(this.#unsourced(disposition, reason));
    this.#end(recordNumber);
  }

  removeSuppressed(
    record: RecordView,
    reason: SuppressedReason,
    holdings: readonly Source[],
    recordNumber: number,
  ): void {
    const { output } = this;
    copyRecord(record, output, this.composing);
    output.write(this.#marked[reason]);
    const cells = sourceCells(holdings, this.composing);
    if (this.#hasNotes) {
      this.records++;
      output.write(this.#appended([...cells, String(recordNumber), notesCell(holdings, this.composing)]));
      output.write(this.#bareLineEnd);
      return;
    }
    output.write(this.#appended(cells));
    this.#end(recordNumber);
  }

  #end(recordNumber: number): void {
    this.records++;
    this.output.write(this.#delimiter);
    this.output.writeNumber(recordNumber);
    this.output.write(this.#lineEnd);
  }

  #unsourced(disposition: Disposition, reason: Reason): Buffer {
    let ending = this.#endings.get(reason);
    if (ending === undefined) {
      ending = this.#appended([disposition, reason, "", ""]);
      this.#endings.set(reason, ending);
    }
    return ending;
  }

  #appended(cells: readonly string[]): Buffer {
    return appendedCells(cells, this.composing);
  }
}

/** Copies a record's bytes. One that is not as wide as its list gets cells added or joined. */
function copyRecord(record: RecordView, output: OutputFile, form: RecordForm): void {
  const fitting = asWideAsList(record, form);
  if (fitting === undefined) output.copy(record.bytes, record.start, record.end);
  else output.write(fitting);
}

/** Whether a list without a delimiter holds commas: cells would need quotes, which the kernel doesn't write. */
export function mayNeedQuotes(dialect: Dialect, batch: RecordBatch): boolean {
  if (dialect.delimiter !== NO_DELIMITER || batch.count === 0) return false;
  batch.select(0);
  const { bytes, start } = batch;
  batch.select(batch.count - 1);
  return bytes.subarray(start, batch.end).includes(composedDelimiter(dialect));
}

/** Writes records as they are, each with cells behind it. */
export class AppendingWriter {
  records = 0;
  readonly #lineEnd: Uint8Array;

  constructor(
    private readonly output: OutputFile,
    protected readonly composing: Composing,
  ) {
    this.#lineEnd = lineEnd(composing.dialect);
  }

  /** `bytes`: all that stands before the header's line end. */
  header(bytes: Uint8Array, names: readonly string[]): void {
    this.output.write(bytes);
    this.#end(names);
  }

  write(record: RecordView, cells: readonly string[]): void {
    copyRecord(record, this.output, this.composing);
    this.#end(cells);
    this.records++;
  }

  #end(cells: readonly string[]): void {
    this.output.write(appendedCells(cells, this.composing));
    this.output.write(this.#lineEnd);
  }
}

/** Writes every record with its disposition and, if it is clean, the number to contact. */
export class FlagWriter extends AppendingWriter {
  constructor(
    output: OutputFile,
    private readonly format: PhoneFormat,
    composing: Composing,
  ) {
    super(output, composing);
  }

  override header(bytes: Uint8Array): void {
    super.header(bytes, FLAG_COLUMNS);
  }

  flag(record: RecordView, decision: Decision, holdings: readonly Source[]): void {
    this.write(record, flagCells(decision, holdings, this.format, this.composing));
  }
}

/**
 * Returns why a record is suppressed: the lists that hold its numbers, with the other columns these are in, and the
 * phone list itself. `place`: of a record with a mark; `nameOf`: how a column is named.
 */
export function suppressedBy(
  { optedOut, besideOptedOut }: Decision,
  marks: Pick<Marks, "list" | "sourceAt">,
  place: number | undefined,
  index: Pick<SuppressionIndex, "holdings">,
  nameOf: (column: number) => string,
): Source[] {
  const found: Source[] = [];
  const named = (holding: Holding) =>
    holding.list === marks.list ? { ...holding, ...marks.sourceAt(holding.record) } : holding;
  if (place !== undefined) found.push(named({ list: marks.list, record: place, since: 0 }));
  for (const e164 of optedOut) found.push(...index.holdings(e164).map(named));
  for (const { e164, column } of besideOptedOut)
    for (const holding of index.holdings(e164)) found.push({ ...named(holding), column: nameOf(column) });
  return found;
}

/** Returns the cells that end a flagged record. `holdings`: of a suppressed one. */
export function flagCells(
  { disposition, reason, primary }: Decision,
  holdings: readonly Source[],
  format: PhoneFormat,
  { names }: Composing,
): string[] {
  const phoneFormat = format === "original" ? "e164" : format;
  const phone = disposition === "clean" ? formatNumber(primary!.e164, phoneFormat) : "";
  return [disposition, reason ?? "", describeHoldings(holdings, names), phone];
}

/** Returns who holds a removed record, and the earliest date of these; empty if none has a date. */
export function sourceCells(holdings: readonly Source[], { names, zone }: Composing): [source: string, since: string] {
  let earliest = 0;
  for (const { since } of holdings) if (since !== 0 && (earliest === 0 || since < earliest)) earliest = since;
  return [describeHoldings(holdings, names), earliest === 0 ? "" : describeInstant(earliest, zone)];
}

export function notesCell(holdings: readonly Source[], { notes }: Composing): string {
  return notes?.describe(inOrder(holdings)) ?? "";
}

/** Writes `dnc:1042; sms:7#nota`, in the order of the lists. */
function describeHoldings(holdings: readonly Source[], names: readonly string[]): string {
  const sourceOf = ({ list, record, column, name }: Source) =>
    `${name ?? names[list]}:${record}${column === undefined || name !== undefined ? "" : `#${column}`}`;
  return withoutFormula([...new Set(inOrder(holdings).map(sourceOf))].join("; "));
}

function inOrder(holdings: readonly Source[]): readonly Source[] {
  return holdings.length < 2 ? holdings : [...holdings].sort((a, b) => a.list - b.list || a.record - b.record);
}

function appendedCells(cells: readonly string[], { dialect, encoding }: Composing): Buffer {
  return encodeText(composeBehind(cells, dialect), encoding);
}
