// Whom else the record of an opt-in, or of an opt-out that ends, names beside words of an opt-out: `no llamar al 7001-0002`. That number is
// barred, on every channel and for good, for the event of the record is not its own.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { asksOf, markIn } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { readUnmistakable } from "../phone/unmistakable.js";
import { numbersIn } from "./entry-readings.js";
import type { ListEvent } from "./event.js";
import type { EventReader } from "./event-reader.js";

type Speaks = (cell: string) => boolean;

export class OthersOut {
  readonly #speak: readonly Speaks[];

  /** `events`: undefined for a list in which every entry is an opt-out and no more is said. */
  constructor(
    private readonly list: Pick<OpenedList, "header" | "width" | "columns" | "dialect">,
    private readonly events: EventReader | undefined,
  ) {
    const { header, width, columns } = list;
    this.#speak =
      events === undefined
        ? []
        : Array.from({ length: width }, (_, column) => {
            const question = asksOf(columns.includes(column) ? "" : (header?.[column] ?? ""));
            return (cell) => markIn(question, cell) !== undefined;
          });
  }

  /** Returns the numbers that are opted out so. `readings`: of the phones; `certain`: E.164 of the certain numbers beside them. */
  among(
    record: RecordView,
    event: ListEvent | undefined,
    readings: readonly CellReading[],
    certain: Iterable<string>,
  ): readonly string[] {
    const words = this.events?.wordsOfOthers(record, event);
    if (words === undefined) return [];
    const own = readings[0]?.numbers[0]?.e164;
    const others = [...new Set([...certain, ...numbersIn(readings)])].filter((e164) => e164 !== own);
    if (others.length === 0) return others;
    const cells = recordCells(record.bytes, record.start, record.end, this.list.dialect);
    const saying = cells.filter((cell, column) => cell !== "" && this.#speak[column]?.(cell) === true);
    if (words === "in-record") return saying.length > 0 ? others : [];
    const named = new Set(saying.flatMap((cell) => [...everyNumber(readCell(cell)), ...readUnmistakable(cell)]));
    return others.filter((e164) => named.has(e164));
  }
}
