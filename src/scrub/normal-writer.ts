// Writes the clean list of `--normalize`: strict RFC 4180 in UTF-8 with commas and LF, for programs that read nothing
// else. Only phone cells change.

import { recordCells } from "../csv/cells.js";
import { composeCell } from "../csv/compose.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { OpenedList } from "../lists/open.js";
import { holdsDigit } from "../lists/phone-cells.js";
import { formatNumber, type PhoneFormat } from "../phone/format.js";
import type { PhoneNumber } from "../phone/number.js";

export const STRICT: Dialect = { delimiter: 0x2c, recordEnd: "lf" };

export class NormalWriter {
  records = 0;

  constructor(
    private readonly output: OutputFile,
    private readonly format: PhoneFormat,
    /** The first list of the run; the others have the same columns and dialect. */
    private readonly list: Pick<OpenedList, "dialect" | "width" | "columns" | "phoneCells" | "header">,
  ) {
    if (list.header !== undefined) this.#write(list.header);
  }

  /** Writes a record with one number, or nothing, in each phone cell that holds a digit. */
  keepNumbers(record: RecordView, numbers: readonly (PhoneNumber | undefined)[]): void {
    const { dialect, width, columns, phoneCells } = this.list;
    this.records++;
    // In a kept record cells beyond the width are empty.
    const cells = recordCells(record.bytes, record.start, record.end, dialect).slice(0, width);
    if (this.format !== "original")
      for (const [i, number] of numbers.entries()) {
        if (number !== undefined) cells[columns[i]!] = formatNumber(number.e164, this.format);
        else if (holdsDigit(record, phoneCells[i]!)) cells[columns[i]!] = "";
      }
    this.#write(cells);
  }

  #write(cells: readonly string[]): void {
    this.output.write(Buffer.from(`${cells.map((cell) => composeCell(cell, STRICT)).join(",")}\n`));
  }
}
