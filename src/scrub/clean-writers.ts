// Writes the clean list: as the list's own bytes with new phone cells or, with `--normalize`, as strict RFC 4180.

import { recordCells } from "../csv/cells.js";
import { composeRecords, lineEnd } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { OpenedList } from "../lists/open.js";
import { holdsDigit } from "../lists/phone-cells.js";
import { formatNumber, type PhoneFormat } from "../phone/format.js";
import type { PhoneNumber } from "../phone/number.js";
import type { JudgedRecord, RecordWriter } from "./record-writer.js";

type Numbers = readonly (PhoneNumber | undefined)[];
type WrittenList = Pick<
  OpenedList,
  "dialect" | "width" | "columns" | "phoneCells" | "header" | "preamble" | "encoding"
>;

/** Untouched bytes are copied in runs, as long as kept records follow one another. */
export class CleanWriter implements RecordWriter {
  records = 0;
  #source: Uint8Array = new Uint8Array(0);
  /** The bytes of the window that are not written yet: [from, to). */
  #from = 0;
  #to = 0;

  constructor(
    readonly file: OutputFile,
    private list: WrittenList,
    private readonly format: PhoneFormat,
  ) {
    file.encodeAs(list.encoding.utf16);
    file.write(list.preamble);
  }

  /** The last record of the list before may have no line end. */
  continueWith(list: WrittenList): void {
    const last = this.file.lastByte;
    if (last !== undefined && last !== 0x0a && last !== 0x0d) this.file.write(lineEnd(this.list.dialect));
    this.list = list;
  }

  /** Writes a kept record with one number, or nothing, in each phone cell that holds any digit. */
  write({ record, decision }: JudgedRecord): void {
    if (decision.disposition !== "clean") return;
    this.records++;
    if (this.#to !== record.start || this.#source !== record.bytes) this.#begin(record);
    this.#to = record.nextStart;
    if (this.format !== "original") this.#putNumbers(record, decision.kept);
  }

  #putNumbers(record: RecordView, numbers: Numbers): void {
    const { phoneCells } = this.list;
    for (let i = 0; i < numbers.length; i++) {
      const cell = phoneCells[i]!;
      const start = record.cellStart[cell]!;
      if (start < 0) continue;
      const number = numbers[i];
      if (number === undefined && !holdsDigit(record, cell)) continue;
      this.file.copy(record.bytes, this.#from, start);
      if (number !== undefined) this.file.write(Buffer.from(formatNumber(number.e164, this.format)));
      this.#from = record.cellEnd[cell]!;
    }
  }

  /** Writes the open run of records. Call it before the window moves. */
  flushRun(): void {
    if (this.#to > this.#from) this.file.copy(this.#source, this.#from, this.#to);
    this.#from = this.#to = 0;
  }

  #begin(record: RecordView): void {
    if (this.#to > 0) this.flushRun();
    this.#source = record.bytes;
    this.#from = record.start;
  }
}

/** UTF-8 with commas and LF, for programs that read nothing else. Only phone cells change. */
export class NormalWriter implements RecordWriter {
  records = 0;

  constructor(
    readonly file: OutputFile,
    private list: WrittenList,
    private readonly format: PhoneFormat,
  ) {
    if (list.header !== undefined) this.#put(list.header);
  }

  continueWith(list: WrittenList): void {
    this.list = list;
  }

  write({ record, decision }: JudgedRecord): void {
    if (decision.disposition !== "clean") return;
    const { dialect, width, columns, phoneCells } = this.list;
    this.records++;
    // In a kept record cells beyond the width are empty.
    const cells = recordCells(record.bytes, record.start, record.end, dialect).slice(0, width);
    if (this.format !== "original")
      for (const [i, number] of decision.kept.entries()) {
        if (number !== undefined) cells[columns[i]!] = formatNumber(number.e164, this.format);
        else if (holdsDigit(record, phoneCells[i]!)) cells[columns[i]!] = "";
      }
    this.#put(cells);
  }

  #put(cells: readonly string[]): void {
    this.file.write(Buffer.from(composeRecords([cells])));
  }
}
