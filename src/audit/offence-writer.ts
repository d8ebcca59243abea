// Writes the offending records of a contact log: their own bytes, then the rule that each breaks, and the opt-out before it.

import { withoutFormula } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { OpenedList } from "../lists/open.js";
import { type NamedLists, notesCells, notesColumns } from "../scrub/sources.js";
import { AppendingWriter } from "../scrub/writers.js";
import { describeInstant } from "../time/time-zone.js";
import type { Offence } from "./contact-tally.js";

const COLUMNS = ["list", "record", "requested_at", "delay_hours", "channel", "offence"].map(
  (name) => `svscrub_${name}`,
);

export class OffenceWriter extends AppendingWriter {
  constructor(
    output: OutputFile,
    list: OpenedList,
    private readonly lists: NamedLists,
  ) {
    super(output, list, [...COLUMNS, ...notesColumns(lists)]);
  }

  /** Writes the record if it breaks a rule. `offence`: undefined if it came after no opt-out. */
  offends(record: RecordView, offence: Offence | undefined, offences: Readonly<Record<string, boolean>>): void {
    const kinds = Object.keys(offences).filter((kind) => offences[kind]);
    if (kinds.length === 0) return;
    const optOut = offence === undefined ? ["", "", "", "", ""] : this.#cellsOf(offence);
    this.append(record, [...optOut, kinds.join("; "), ...notesCells([offence ?? []].flat(), this.lists)]);
  }

  #cellsOf({ list, record, since, delayHours, channel }: Offence): string[] {
    const { names, zone } = this.lists;
    const requested = describeInstant(since, zone);
    return [withoutFormula(names[list]!), String(record), requested, delayHours.toFixed(1), channel];
  }
}
