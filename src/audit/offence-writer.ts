// The offending records of a contact log: their own bytes, then what each offends against, and the opt-out it came after.

import { lineEnd, withoutFormula } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { OpenedList } from "../lists/open.js";
import { appendedCells, type Composing, composingOf, NOTES_COLUMN, notesCell } from "../scrub/writers.js";
import { describeInstant } from "../time/time-zone.js";
import type { OffenceKind } from "./conduct.js";
import { hours, type Offence } from "./contact-tally.js";

const OPT_OUT_COLUMNS = ["list", "record", "requested_at", "delay_hours", "channel"].map((name) => `svscrub_${name}`);

export class OffenceWriter {
  records = 0;
  readonly #composing: Composing;

  /** Writes the header. */
  constructor(
    private readonly output: OutputFile,
    list: OpenedList,
    composing: Pick<Composing, "names" | "zone" | "notes">,
  ) {
    this.#composing = composingOf(list, composing);
    output.encodeAs(list.encoding.utf16);
    output.write(list.preamble.subarray(0, list.headerEnd));
    this.#append([...OPT_OUT_COLUMNS, "svscrub_offence"], NOTES_COLUMN);
  }

  /** `offence`: undefined where it came after no opt-out. */
  write(record: RecordView, offence: Offence | undefined, kinds: readonly OffenceKind[]): void {
    this.records++;
    this.output.copy(record.bytes, record.start, record.end);
    const all = [...(offence === undefined ? [] : ["opt-out"]), ...kinds].join("; ");
    const optOut = offence === undefined ? OPT_OUT_COLUMNS.map(() => "") : this.#cellsOf(offence);
    this.#append([...optOut, all], notesCell(offence === undefined ? [] : [offence], this.#composing));
  }

  #cellsOf({ list, record, since, delay, channel }: Offence): string[] {
    const { names, zone } = this.#composing;
    const [name, requested] = [withoutFormula(names[list]!), describeInstant(since, zone)];
    return [name, String(record), requested, hours(delay).toFixed(1), channel];
  }

  /** `notes`: the last cell, which stands only where a suppression list has reasons or sources. */
  #append(cells: readonly string[], notes: string): void {
    const all = this.#composing.notes?.areAny ? [...cells, notes] : cells;
    this.output.write(appendedCells(all, this.#composing));
    this.output.write(lineEnd(this.#composing.dialect));
  }
}
