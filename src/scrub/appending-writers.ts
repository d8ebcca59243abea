// Writes records as they are, each with cells behind it: removed ones with the reason, flagged ones with what became of
// them.

import { composeBehind, composeCell, composedDelimiter, encodeText, lineEnd, withoutFormula } from "../csv/compose.js";
import { NO_DELIMITER } from "../csv/dialect.js";
import { asWideAsList, type RecordForm } from "../csv/rectangular.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { Endings } from "../kernel/judge-kernel.js";
import type { RecordBatch } from "../lists/batch.js";
import { textEncoding } from "../lists/encoding.js";
import type { OpenedList } from "../lists/open.js";
import { formatNumber, type PhoneFormat } from "../phone/format.js";
import { describeOffset } from "../time/time-zone.js";
import type { JudgedRecord, RecordWriter } from "./record-writer.js";
import { dispositionOf, type Reason } from "./rules.js";
import { describeSince, describeSources, type NamedLists, notesCells, notesColumns } from "./sources.js";

type WrittenList = Pick<OpenedList, "dialect" | "encoding" | "width" | "header" | "preamble" | "headerEnd">;

/** The characters of dates: a delimiter among them would need quotes. */
const ISO_CHARACTERS = Buffer.from("0123456789-+:TZ");

export class AppendingWriter {
  records = 0;
  protected readonly form: RecordForm;
  protected readonly lineEnd: Buffer;

  /** Writes the header, if the list has one. `names`: of the appended columns. */
  constructor(
    readonly file: OutputFile,
    { dialect, encoding, width, header, preamble, headerEnd }: WrittenList,
    names: readonly string[],
  ) {
    this.form = { dialect, encoding: textEncoding(encoding), width };
    this.lineEnd = lineEnd(dialect);
    file.encodeAs(encoding.utf16);
    file.write(preamble.subarray(0, headerEnd));
    if (header !== undefined) this.#end(names);
  }

  append(record: RecordView, cells: readonly string[]): void {
    const fitting = asWideAsList(record, this.form);
    if (fitting === undefined) this.file.copy(record.bytes, record.start, record.end);
    else this.file.write(fitting);
    this.#end(cells);
    this.records++;
  }

  protected compose(cells: readonly string[]): Buffer {
    return encodeText(composeBehind(cells, this.form.dialect), this.form.encoding);
  }

  #end(cells: readonly string[]): void {
    this.file.write(this.compose(cells));
    this.file.write(this.lineEnd);
  }
}

const REMOVED_COLUMNS = ["svscrub_disposition", "svscrub_reason", "svscrub_source", "svscrub_since", "svscrub_record"];

export class RemovedWriter extends AppendingWriter implements RecordWriter {
  constructor(
    file: OutputFile,
    list: WrittenList,
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

  /** Returns the ends of records, for the kernel. `without`: the reasons by the kernel's codes. */
  endings(without: readonly (Reason | undefined)[]): Endings {
    const { names, notes, zone } = this.lists;
    const { dialect } = this.form;
    const endingOf = (reason: Reason) => this.compose([dispositionOf(reason), reason, "", "", ""]);
    const isPlainDate = !ISO_CHARACTERS.includes(composedDelimiter(dialect));
    return {
      duplicate: endingOf("duplicate"),
      heldBy: names.map((name, list) => {
        const source = withoutFormula(`${name}:`);
        const isPlain = notes?.isNoted(list) !== true && composeCell(source, dialect) === source;
        return isPlain ? this.compose(["suppressed", "opted-out", source]) : undefined;
      }),
      delimiters: this.compose(["", ""]),
      without: without.map((reason) => reason && endingOf(reason)),
      lineEnd: Buffer.concat([this.compose(notesCells([], this.lists)), this.lineEnd]),
      dates: isPlainDate ? { offset: zone, text: Buffer.from(describeOffset(zone)) } : undefined,
    };
  }
}

/** Whether a list without a delimiter holds commas: cells would need quotes, which the kernel doesn't write. */
export function mayNeedQuotes(dialect: Dialect, batch: RecordBatch): boolean {
  if (dialect.delimiter !== NO_DELIMITER || batch.count === 0) return false;
  batch.select(0);
  const { bytes, start } = batch;
  batch.select(batch.count - 1);
  return bytes.subarray(start, batch.end).includes(composedDelimiter(dialect));
}

const FLAG_COLUMNS = ["svscrub_disposition", "svscrub_reason", "svscrub_source", "svscrub_phone"];

/** Writes every record with its disposition and, if it is clean, the number to contact. */
export class FlagWriter extends AppendingWriter implements RecordWriter {
  readonly #format: PhoneFormat;

  constructor(
    file: OutputFile,
    list: WrittenList,
    private readonly lists: NamedLists,
    format: PhoneFormat,
  ) {
    super(file, list, FLAG_COLUMNS);
    this.#format = format === "original" ? "e164" : format;
  }

  write({ record, decision: { disposition, reason, primary }, sources }: JudgedRecord): void {
    const phone = disposition === "clean" ? formatNumber(primary!.e164, this.#format) : "";
    this.append(record, [disposition, reason ?? "", describeSources(sources, this.lists), phone]);
  }
}
