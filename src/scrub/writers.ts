// Writes the outputs of a run. Another format is a writer and a line of `RunWriters.open`; another output also needs
// `OutputRole`, the constructor, `written`, and run.ts's `#plainRecords`.

import { recordCells } from "../csv/cells.js";
import * as compose from "../csv/compose.js";
import { NO_DELIMITER } from "../csv/dialect.js";
import { asWideAsList } from "../csv/rectangular.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { RemovedEndings } from "../kernel/judge-kernel.js";
import type { RecordBatch } from "../lists/batch.js";
import { textEncoding } from "../lists/encoding.js";
import type { OpenedList } from "../lists/open.js";
import { holdsDigit } from "../lists/phone-cells.js";
import { packAsSheet, type WorkbookPacker } from "../lists/sheet-output.js";
import { formatNumber, type PhoneFormat } from "../phone/format.js";
import type { PhoneNumber } from "../phone/number.js";
import { describeOffset } from "../time/time-zone.js";
import { type Decision, dispositionOf, type Policy, type Reason } from "./rules.js";
import { describeSince, describeSources, type NamedLists, notesCells, notesColumns, type Source } from "./sources.js";

/** `flagged`: all records with their dispositions, in place of a clean list. */
export type OutputRole = "clean" | "flagged" | "removed";

export type ScrubOutputs = Record<OutputRole, OutputFile | undefined>;

export interface JudgedRecord {
  record: RecordView;
  /** Its number in the list, from 1. */
  number: number;
  decision: Decision;
  sources: readonly Source[];
}

/** Writes the records that belong in one output. */
export interface RecordWriter {
  readonly file: OutputFile;
  records: number;
  /** Continues with another list of the same columns. */
  continueWith?(list: OpenedList): void;
  write(judged: JudgedRecord): void;
  /** Writes what it holds of the window. Call it before the window moves. */
  flushRun?(): void;
}

/** All writers of a run: none before its first list is open. */
export class RunWriters {
  readonly #all: readonly RecordWriter[];

  constructor(
    readonly clean?: RecordWriter,
    readonly flagged?: RecordWriter,
    readonly removed?: RemovedWriter,
    private readonly sheets: readonly WorkbookPacker[] = [],
  ) {
    this.#all = [clean, flagged, removed].filter((writer) => writer !== undefined);
  }

  /** Creates the writers with the first list, and the packers of those that are workbooks. */
  static async open(
    { clean, flagged, removed }: ScrubOutputs,
    list: OpenedList,
    { policy: { format }, normalizes }: { policy: Policy; normalizes?: boolean },
    lists: NamedLists,
  ): Promise<RunWriters> {
    const packing = [packAsSheet(clean, list), packAsSheet(flagged, list, true), packAsSheet(removed, list, true)];
    const sheets = (await Promise.all(packing)).flatMap((packer) => packer ?? []);
    for (const sheet of sheets) sheet.isTyped = list.sheet !== undefined;
    return new RunWriters(
      clean && new (normalizes ? NormalWriter : CleanWriter)(clean, list, format),
      flagged && new FlagWriter(flagged, list, lists, format),
      removed && new RemovedWriter(removed, list, lists),
      sheets,
    );
  }

  /** Continues with another list, once the workbooks hold all of the one before. */
  async continueWith(list: OpenedList): Promise<void> {
    for (const writer of this.#all) writer.continueWith?.(list);
    if (this.sheets.length > 0) for (const { file } of this.#all) await file.drain();
    for (const sheet of this.sheets) sheet.isTyped = list.sheet !== undefined;
  }

  /** Refuses more records than a workbook has rows. `records`: read so far, kept or not. */
  refuseMore(records: number): void {
    this.sheets[0]?.refuseMore(records);
  }

  write(judged: JudgedRecord): void {
    for (const writer of this.#all) writer.write(judged);
  }

  async flush(): Promise<void> {
    for (const writer of this.#all) {
      writer.flushRun?.();
      await writer.file.flush();
    }
  }

  get written(): Record<OutputRole, number> {
    const { clean, flagged, removed } = this;
    return { clean: clean?.records ?? 0, flagged: flagged?.records ?? 0, removed: removed?.records ?? 0 };
  }
}

/** Returns the new text of a kept record's phone cell; undefined if it stays. `cell`: its index in `list.wanted`. */
function newCell(record: RecordView, cell: number, number: PhoneNumber | undefined, format: PhoneFormat) {
  if (format === "original") return undefined;
  if (number !== undefined) return formatNumber(number.e164, format);
  return holdsDigit(record, cell) ? "" : undefined;
}

/** Writes the clean list. Untouched bytes are copied in runs, as long as kept records follow one another. */
export class CleanWriter implements RecordWriter {
  records = 0;
  #source: Uint8Array = new Uint8Array(0);
  /** The bytes of the window that are not written yet: [from, to). */
  #from = 0;
  #to = 0;

  constructor(
    readonly file: OutputFile,
    private list: OpenedList,
    private readonly format: PhoneFormat,
  ) {
    file.byteOrder = list.encoding.utf16;
    file.write(list.preamble);
  }

  /** Continues with another list, after a line end: the last record may have none. */
  continueWith(list: OpenedList): void {
    const last = this.file.lastByte;
    if (last !== undefined && last !== 0x0a && last !== 0x0d) this.file.write(compose.lineEnd(this.list.dialect));
    this.list = list;
  }

  write({ record, decision: { disposition, kept } }: JudgedRecord): void {
    if (disposition !== "clean") return;
    this.records++;
    if (this.#to !== record.start || this.#source !== record.bytes) {
      this.flushRun();
      this.#source = record.bytes;
      this.#from = record.start;
    }
    this.#to = record.nextStart;
    for (let i = 0; i < kept.length; i++) {
      const cell = this.list.phoneCells[i]!;
      const text = newCell(record, cell, kept[i], this.format);
      if (text === undefined) continue;
      this.file.write(record.bytes, this.#from, record.cellStart[cell]!);
      this.file.writeAscii(text);
      this.#from = record.cellEnd[cell]!;
    }
  }

  flushRun(): void {
    if (this.#to > this.#from) this.file.write(this.#source, this.#from, this.#to);
    this.#from = this.#to = 0;
  }
}

/** Writes the clean list as strict RFC 4180: UTF-8 with commas and LF. */
class NormalWriter implements RecordWriter {
  records = 0;

  constructor(
    readonly file: OutputFile,
    private list: OpenedList,
    private readonly format: PhoneFormat,
  ) {
    if (list.header !== undefined) this.#put(list.header);
  }

  continueWith(list: OpenedList): void {
    this.list = list;
  }

  write({ record, decision: { disposition, kept } }: JudgedRecord): void {
    if (disposition !== "clean") return;
    const { dialect, width, columns, phoneCells } = this.list;
    this.records++;
    // In a kept record cells beyond the width are empty.
    const cells = recordCells(record.bytes, record.start, record.end, dialect).slice(0, width);
    for (const [i, number] of kept.entries()) {
      const text = newCell(record, phoneCells[i]!, number, this.format);
      if (text !== undefined) cells[columns[i]!] = text;
    }
    this.#put(cells);
  }

  #put(cells: readonly string[]): void {
    this.file.write(Buffer.from(compose.composeRecords([cells])));
  }
}

/** Writes records as they are, with more cells after each. */
export class AppendingWriter {
  records = 0;
  protected readonly lineEnd: Buffer;

  /** `names`: those of the appended columns. */
  constructor(
    readonly file: OutputFile,
    protected readonly list: OpenedList,
    names: readonly string[],
  ) {
    this.lineEnd = compose.lineEnd(list.dialect);
    file.byteOrder = list.encoding.utf16;
    file.write(list.preamble.subarray(0, list.headerEnd));
    if (list.header !== undefined) this.#end(names);
  }

  append(record: RecordView, cells: readonly string[]): void {
    const { dialect, encoding, width } = this.list;
    const fitting = asWideAsList(record, { dialect, encoding: textEncoding(encoding), width });
    if (fitting === undefined) this.file.write(record.bytes, record.start, record.end);
    else this.file.write(fitting);
    this.#end(cells);
    this.records++;
  }

  protected compose(cells: readonly string[]): Buffer {
    const { dialect, encoding } = this.list;
    return compose.encodeText(compose.composeBehind(cells, dialect), textEncoding(encoding));
  }

  #end(cells: readonly string[]): void {
    this.file.write(this.compose(cells));
    this.file.write(this.lineEnd);
  }
}

const REMOVED_COLUMNS = ["svscrub_disposition", "svscrub_reason", "svscrub_source", "svscrub_since", "svscrub_record"];
/** A date in which the delimiter is one of these characters needs quotes. */
const ISO_CHARACTERS = Buffer.from("0123456789-+:TZ");

export class RemovedWriter extends AppendingWriter implements RecordWriter {
  constructor(
    file: OutputFile,
    list: OpenedList,
    private readonly lists: NamedLists,
  ) {
    super(file, list, [...REMOVED_COLUMNS, ...notesColumns(lists)]);
  }

  write({ record, number, decision: { disposition, reason }, sources }: JudgedRecord): void {
    if (reason === undefined) return;
    const { lists } = this;
    const cells = [disposition, reason, describeSources(sources, lists), describeSince(sources, lists), String(number)];
    this.append(record, [...cells, ...notesCells(sources, lists)]);
  }

  /** Returns what the kernel writes after a record, by its reason or its list. `reasons`: by the kernel's codes. */
  endings(reasons: readonly (Reason | undefined)[]): RemovedEndings {
    const { names, notes, zone } = this.lists;
    const { dialect } = this.list;
    const endingOf = (reason: Reason) => this.compose([dispositionOf(reason), reason, "", "", ""]);
    const isPlainDate = !ISO_CHARACTERS.includes(compose.composedDelimiter(dialect));
    return {
      ofReasons: reasons.map((reason) => reason && endingOf(reason)),
      ofLists: names.map((name, list) => {
        const source = compose.withoutFormula(`${name}:`);
        const isPlain = notes?.isNoted(list) !== true && compose.composeCell(source, dialect) === source;
        return isPlain ? this.compose(["suppressed", "opted-out", source]) : undefined;
      }),
      delimiters: this.compose(["", ""]),
      lineEnd: Buffer.concat([this.compose(notesCells([], this.lists)), this.lineEnd]),
      dates: isPlainDate ? { offset: zone, text: Buffer.from(describeOffset(zone)) } : undefined,
    };
  }
}

/** Whether a list without a delimiter holds commas. Its cells then need quotes, which the kernel does not write. */
export function mayNeedQuotes(dialect: Dialect, batch: RecordBatch): boolean {
  if (dialect.delimiter !== NO_DELIMITER || batch.count === 0) return false;
  batch.select(0);
  const { bytes, start } = batch;
  batch.select(batch.count - 1);
  return bytes.subarray(start, batch.end).includes(compose.composedDelimiter(dialect));
}

const FLAG_COLUMNS = ["svscrub_disposition", "svscrub_reason", "svscrub_source", "svscrub_phone"];

/** Writes every record with its disposition and, if it is clean, the number to contact. */
class FlagWriter extends AppendingWriter implements RecordWriter {
  constructor(
    file: OutputFile,
    list: OpenedList,
    private readonly lists: NamedLists,
    private readonly format: PhoneFormat,
  ) {
    super(file, list, FLAG_COLUMNS);
  }

  write({ record, decision: { disposition, reason, primary }, sources }: JudgedRecord): void {
    const phone = disposition === "clean" ? formatNumber(primary!.e164, this.format) : "";
    this.append(record, [disposition, reason ?? "", describeSources(sources, this.lists), phone]);
  }
}
