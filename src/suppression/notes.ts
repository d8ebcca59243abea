// Keeps the reason and source cells of suppression records, by list and record, for commands that need them.
// They go into files that only their owner reads, never into a message or a report.

import { oneLine, withoutFormula } from "../csv/compose.js";
import type { RecordView } from "../csv/scanner.js";
import type { RecordBatch } from "../lists/batch.js";
import { CellMemo } from "../lists/cell-memo.js";
import { faultOf } from "../lists/fault.js";
import type { OpenedList } from "../lists/open.js";
import { PagedColumn } from "./paged-column.js";

export interface Note {
  reason: string;
  source: string;
}

/** Separates the two notes of a record, which are stored as one text. */
const BETWEEN = "\u001f";
const LONGEST_CELL = 500;
/** The most texts that are recognised when they repeat: most lists repeat a few. */
const MOST_KNOWN = 4096;

/** The reasons and sources of records: four bytes for each, and each text once, unless there are too many to be recognised. */
export class Notes {
  readonly #lists: (PagedColumn | undefined)[] = [];
  readonly #texts: string[] = [];
  readonly #known = new Map<string, number>();

  /** Whether any list has a column of reasons or sources. */
  get areAny(): boolean {
    return this.#lists.some((list) => list !== undefined);
  }

  isNoted(list: number): boolean {
    return this.#lists[list] !== undefined;
  }

  /** `nationals`: the 8-digit numbers whose notes are kept; undefined for all. */
  constructor(private readonly nationals?: ReadonlySet<number>) {}

  /** Begins a list. Returns the function that adds its notes; undefined if it has no such column. */
  begin(number: number, list: OpenedList, columns: Record<keyof Note, readonly number[]>): NoteAdder | undefined {
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
        const [why, whence] = [textIn(batch, reason), textIn(batch, source)];
        if (why !== "" || whence !== "") places.set(record + i - from, this.#placeOf(why + BETWEEN + whence));
      }
    };
  }

  /** Returns the note of a record, counted from 1, if it has one. */
  of(list: number, record: number): Note | undefined {
    const place = this.#lists[list]?.get(record) ?? 0;
    if (place === 0) return undefined;
    const [reason = "", source = ""] = this.#texts[place - 1]!.split(BETWEEN);
    return { reason, source };
  }

  /** Writes the notes of records, none twice: `pidió la baja (formulario); no llamar`. */
  describe(records: readonly { list: number; record: number }[]): string {
    const notes = new Set<string>();
    for (const { list, record } of records) {
      const { reason, source } = this.of(list, record) ?? { reason: "", source: "" };
      // A spreadsheet may divide the cell at a semicolon.
      notes.add(withoutFormula([reason, source && `(${source})`].filter((text) => text !== "").join(" ")));
    }
    notes.delete("");
    return [...notes].join("; ");
  }

  /** Returns the place of a text, from 1. */
  #placeOf(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    // Copied, because V8 keeps the whole text from which a part is cut.
    const place = this.#texts.push(Buffer.from(text).toString());
    if (this.#known.size < MOST_KNOWN) this.#known.set(text, place);
    return place;
  }
}

/** Adds the notes of records [from, to) of a batch, the first of them `record`. `areAlone`: each holds one plain number. */
export type NoteAdder = (batch: RecordBatch, from: number, to: number, record: number, areAlone: boolean) => void;

/** Returns the texts of a record's cells, none twice. */
function textIn(record: RecordView, cells: readonly CellMemo<string>[]): string {
  if (cells.length === 1) return cells[0]!.of(record);
  const texts = cells.map((cell) => cell.of(record));
  return [...new Set(texts.filter((text) => text !== ""))].join("; ");
}
