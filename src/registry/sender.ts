// Whose number a record of an import is: of several columns that of the one which holds a number that is not our own.
// Where it can't be told, every number that the record holds goes to a person, and bars meanwhile.

import type { ImportColumns } from "../headers/import-columns.js";
import { meaningOf } from "../headers/phone-names.js";
import type { OpenedList } from "../lists/open.js";
import { everyNumber } from "../lists/phone-cells.js";
import type { CellReading } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { readUnmistakable } from "../phone/unmistakable.js";

/** `ours`: we wrote it ourselves. */
export type Sender = { certain: boolean; cells: readonly PhoneCell[] } | { elsewhere: readonly string[] } | "ours";

export interface PhoneCell {
  text: string;
  /** Without our own numbers. */
  reading: CellReading;
}

export class SenderReader {
  readonly #surely: readonly number[];
  readonly #perhaps: readonly number[];
  /** Cells in which a bare number is none of anybody's, or no number that anybody was asked through. */
  readonly #closed: ReadonlySet<number>;

  /** `isWhole`: every number in the phone columns is the person's, for their own columns or the user say so. */
  constructor(
    private readonly list: OpenedList,
    private readonly columns: ImportColumns,
    private readonly isWhole: boolean,
    private readonly own: ReadonlySet<string>,
  ) {
    this.#surely = isWhole ? [] : columns.from.filter((column) => list.columns.includes(column));
    const others = list.columns.filter((column) => !this.#surely.includes(column));
    const open = others.filter((column) => !columns.to.includes(column));
    this.#perhaps = this.#surely.length === 0 && open.length === 0 ? others : open;
    const named = (list.header ?? []).flatMap((name, i) => (["other", "hash"].includes(meaningOf(name)) ? [i] : []));
    this.#closed = new Set([...named, columns.text, columns.date, columns.time].filter((it) => it !== undefined));
  }

  of(cells: readonly string[]): Sender {
    const surely = this.#cellsOf(this.#surely, cells);
    if (surely.some(holdsNumber)) return this.#among(surely);
    if (surely.some(({ text }) => everyNumber(readCell(text)).length > 0)) return "ours";
    const perhaps = this.#cellsOf(this.#perhaps, cells);
    if (perhaps.some(holdsNumber)) return this.#among(perhaps);
    return { elsewhere: this.#elsewhere(cells) };
  }

  /** What stands where a number of ours, or our name, may stand instead of the person's. */
  ownIn(cells: readonly string[], sender: Sender): string {
    const { sender: said, to } = this.columns;
    if (said !== undefined) return cells[said] ?? "";
    // A number that may be the person's is not shown as ours.
    if (sender === "ours" || "elsewhere" in sender) return "";
    const taken = sender.cells.map(({ text }) => text);
    const named = to.filter((column) => !this.list.columns.includes(column));
    const candidates = this.isWhole ? named : [...named, ...this.#surely, ...this.#perhaps];
    return (
      candidates.map((column) => cells[column] ?? "").find((text) => text.trim() !== "" && !taken.includes(text)) ?? ""
    );
  }

  /** All numbers of a record whose cells can't be told apart, but for our own. */
  withoutOwn(numbers: readonly string[]): string[] {
    return numbers.filter((e164) => !this.own.has(e164));
  }

  #among(cells: readonly PhoneCell[]): Sender {
    const holding = cells.filter(holdsNumber);
    const saying = new Set(holding.map(({ reading }) => everyNumber(reading).sort().join()));
    return { certain: this.isWhole || saying.size === 1, cells: holding };
  }

  #cellsOf(columns: readonly number[], cells: readonly string[]): PhoneCell[] {
    return columns.map((column) => {
      const text = cells[column] ?? "";
      const { numbers, doubtful, reason } = readCell(text);
      const reading: CellReading = {
        numbers: numbers.filter(({ e164 }) => !this.own.has(e164)),
        doubtful: this.withoutOwn(doubtful),
        reason,
      };
      return { text, reading };
    });
  }

  #elsewhere(cells: readonly string[]): string[] {
    const found = cells.flatMap((cell, column) => {
      const bare = this.#closed.has(column) ? [] : readCell(cell).numbers.map(({ e164 }) => e164);
      return [...bare, ...readUnmistakable(cell)];
    });
    return this.withoutOwn([...new Set(found)]);
  }
}

function holdsNumber({ reading }: PhoneCell): boolean {
  return everyNumber(reading).length > 0;
}
