// The offending records of a contact log: their own bytes, then what each offends against, and the opt-out it came after.

import { composedDelimiter, encodeCell, lineEnd, withoutFormula } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import { textEncoding } from "../lists/encoding.js";
import type { OpenedList } from "../lists/open.js";
import type { Notes } from "../suppression/notes.js";
import { describeInstant, type TimeZone } from "../time/time-zone.js";
import type { OffenceKind } from "./conduct.js";
import { delayOf, hours, type Offence } from "./contact-tally.js";

const OPT_OUT_COLUMNS = ["list", "record", "requested_at", "delay_hours", "channel"].map((name) => `svscrub_${name}`);

export class OffenceWriter {
  records = 0;

  /** Writes the header. `names`: of the suppression lists. */
  constructor(
    private readonly output: OutputFile,
    private readonly list: OpenedList,
    private readonly names: readonly string[],
    private readonly zone: TimeZone,
    private readonly notes: Notes | undefined,
  ) {
    output.encodeAs(list.encoding.utf16);
    output.write(list.preamble.subarray(0, list.headerEnd));
    // Last, and only where a suppression list has reasons or sources.
    this.#append([...OPT_OUT_COLUMNS, "svscrub_offence", ...(notes?.areAny ? ["svscrub_list_reason"] : [])]);
  }

  /** `offence`: undefined where it came after no opt-out. */
  write(record: RecordView, offence: Offence | undefined, kinds: readonly OffenceKind[]): void {
    this.records++;
    this.output.copy(record.bytes, record.start, record.end);
    const all = [...(offence === undefined ? [] : ["opt-out"]), ...kinds].join("; ");
    const notes = this.notes?.areAny ? [this.notes.describe(offence === undefined ? [] : [offence])] : [];
    const optOut = offence === undefined ? OPT_OUT_COLUMNS.map(() => "") : this.#cellsOf(offence);
    this.#append([...optOut, all, ...notes]);
  }

  #cellsOf(offence: Offence): string[] {
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
    this.output.write(lineEnd(dialect));
  }
}
