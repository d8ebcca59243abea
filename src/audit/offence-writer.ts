// The offending records of a contact log: their own bytes, then what each offends against, and the opt-out that it came after.

import { composedDelimiter, encodeCell, lineEnd, withoutFormula } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import { textEncoding } from "../lists/encoding.js";
import type { OpenedList } from "../lists/open.js";
import type { Notes } from "../suppression/notes.js";
import { describeInstant, type TimeZone } from "../time/time-zone.js";
import { delayOf, hours, type Offence } from "./contact-tally.js";

const COLUMNS = [
  ...["svscrub_list", "svscrub_record", "svscrub_requested_at", "svscrub_delay_hours", "svscrub_channel"],
  "svscrub_offence",
];
/** Last, and only where a suppression list has reasons or sources. */
const NOTES_COLUMN = "svscrub_list_reason";

/** What a contact offends against, whoever was contacted, beside `opt-out`. */
export type OffenceKind = "hours" | "frequency";

/** A record as it stands in the log. */
export type RecordBytes = Pick<RecordView, "bytes" | "start" | "end">;

export class OffenceWriter {
  records = 0;
  readonly #lineEnd: Uint8Array;

  /** Writes the header. `names`: of the suppression lists. */
  constructor(
    private readonly output: OutputFile,
    private readonly list: OpenedList,
    private readonly names: readonly string[],
    private readonly zone: TimeZone,
    private readonly notes: Notes | undefined,
  ) {
    output.encodeAs(list.encoding.utf16);
    this.#lineEnd = lineEnd(list.dialect);
    output.write(list.preamble.subarray(0, list.headerEnd));
    this.#append(notes?.areAny ? [...COLUMNS, NOTES_COLUMN] : COLUMNS);
  }

  /** `offence`: undefined where it came after no opt-out. */
  write(record: RecordBytes, offence: Offence | undefined, kinds: readonly OffenceKind[]): void {
    this.records++;
    this.output.copy(record.bytes, record.start, record.end);
    const all = [...(offence === undefined ? [] : ["opt-out"]), ...kinds].join("; ");
    const notes = this.notes?.areAny ? [this.notes.describe(offence === undefined ? [] : [offence])] : [];
    this.#append([...this.#optOutCells(offence), all, ...notes]);
  }

  #optOutCells(offence: Offence | undefined): string[] {
    if (offence === undefined) return ["", "", "", "", ""];
    const { list, record, requestedAt, channel } = offence;
    const delay = hours(delayOf(offence)).toFixed(1);
    return [withoutFormula(this.names[list]!), String(record), describeInstant(requestedAt, this.zone), delay, channel];
  }

  #append(cells: readonly string[]): void {
    const { dialect, encoding } = this.list;
    const delimiter = Uint8Array.of(composedDelimiter(dialect));
    for (const cell of cells) {
      this.output.write(delimiter);
      this.output.write(encodeCell(cell, dialect, textEncoding(encoding)));
    }
    this.output.write(this.#lineEnd);
  }
}
