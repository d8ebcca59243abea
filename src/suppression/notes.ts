// What suppression lists say of why somebody opted out and where it came from: the reason and source cells of their records.
// They go into files that only their owner reads, never into a message or a report. Kept by list and record, if asked for.

import { oneLine, withoutFormula } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import type { findNoteColumns } from "../headers/event-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { CellMemo } from "../lists/cell-memo.js";
import { faultOf } from "../lists/fault.js";
import type { OpenedList } from "../lists/open.js";
import { PagedColumn } from "./paged-column.js";

export interface Note {
  reason: string;
  source: string;
}

/** Separates the two cells of a record, which are kept as one text. */
const BETWEEN = "\u001f";
const LONGEST_CELL = 500;
/** Most lists say the same few things over and over. */
const MOST_KNOWN = 4096;

/** Four bytes a record that says something, and each text once while it is known. */
export class Notes {
  readonly #lists: (PagedColumn | undefined)[] = [];
  readonly #texts: string[] = [];
  readonly #known = new Map<string, number>();

  /** Whether any list has a column of reasons or sources, whatever its records say. */
  get areAny(): boolean {
    return this.#lists.some((list) => list !== undefined);
  }

  /** Whether that list has. */
  isNoted(list: number): boolean {
    return this.#lists[list] !== undefined;
  }

  /** `nationals`: the 8-digit numbers of which somebody will ask; undefined where that may be any. */
  constructor(private readonly nationals?: ReadonlySet<number>) {}

  /** The records of `list` follow, whose number is `number`; where it has such columns, what takes them in. */
  begin(number: number, list: OpenedList, columns: ReturnType<typeof findNoteColumns>): NoteTaker | undefined {
    if (columns.reason.length + columns.source.length === 0) return undefined;
    const places = new PagedColumn();
    this.#lists[number] = places;
    const memos = (some: readonly number[]) =>
      some.map((column) => new CellMemo(list.wanted.indexOf(column), (text) => oneLine(text).slice(0, LONGEST_CELL)));
    const [reason, source] = [memos(columns.reason), memos(columns.source)];
    return (batch, from, to, record, areAlone) => {
      const { nationals } = this;
      for (let i = from; i < to; i++) {
        if (areAlone && nationals !== undefined && !nationals.has(batch.plain[i]!)) continue;
        batch.select(i);
        // The columns of a broken record are unknown.
        if (faultOf(list, batch) !== undefined) continue;
        const [why, whence] = [saidIn(batch, reason), saidIn(batch, source)];
        if (why !== "" || whence !== "") places.set(record + i - from, this.#placeOf(why + BETWEEN + whence));
      }
    };
  }

  /** `record`: from 1. Undefined where it says nothing. */
  of(list: number, record: number): Note | undefined {
    const place = this.#lists[list]?.get(record) ?? 0;
    if (place === 0) return undefined;
    const [reason = "", source = ""] = this.#texts[place - 1]!.split(BETWEEN);
    return { reason, source };
  }

  /** A cell of everything that these records say, each thing once: `pidió la baja (formulario); no llamar`. */
  describe(records: readonly { list: number; record: number }[]): string {
    const said = new Set<string>();
    for (const { list, record } of records) {
      const { reason, source } = this.of(list, record) ?? { reason: "", source: "" };
      // Behind a semicolon it begins no formula either.
      said.add(withoutFormula([reason, source && `(${source})`].filter((text) => text !== "").join(" ")));
    }
    said.delete("");
    return [...said].join("; ");
  }

  /** From 1. */
  #placeOf(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    // A copy: the text itself is a part of its whole record.
    const place = this.#texts.push(Buffer.from(text).toString());
    if (this.#known.size < MOST_KNOWN) this.#known.set(text, place);
    return place;
  }
}

/**
 * Takes in the notes of records [from, to) of a batch, the first of them `record`. `areAlone`: each says something of its plain
 * number alone.
 */
export type NoteTaker = (batch: RecordBatch, from: number, to: number, record: number, areAlone: boolean) => void;

/** Returns the notes on one line, whatever the cells hold. */
function saidIn(record: RecordView, cells: readonly CellMemo<string>[]): string {
  if (cells.length === 1) return cells[0]!.of(record);
  const texts = cells.map((cell) => cell.of(record));
  return [...new Set(texts.filter((text) => text !== ""))].join("; ");
}
