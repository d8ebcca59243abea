// Divides the cells of a suppression record into those of its entry, of phone columns that were not chosen, and of other columns.

import { endColumns, isDay } from "../headers/end-columns.js";
import type { OpenedList } from "../lists/open.js";
import { digitsAlone, joinedNumbers } from "../phone/neighbours.js";
import { HOME } from "../phone/number.js";
import { readCell } from "../phone/read.js";

export class EntryColumns {
  /** The chosen columns, and those of digests. */
  readonly #phones: readonly number[];
  readonly #alsoPhones: readonly number[];
  readonly #others: readonly number[];
  readonly #ends: ReturnType<typeof endColumns>;

  constructor({ header, columns, roles }: OpenedList, hashes: readonly number[]) {
    this.#phones = [...new Set([...columns, ...hashes])];
    const isOther = (column: number) => !this.#phones.includes(column);
    this.#alsoPhones = roles.numbers.filter(isOther);
    this.#others = roles.bare.filter(isOther);
    this.#ends = endColumns(header);
  }

  /** Whether columns hold the two ends of ranges, so that a record may hold more than its phone cell. */
  get haveEnds(): boolean {
    return this.#ends.length > 0;
  }

  /** Returns the texts of the entry, those of phone columns that were not chosen (`also`), and those of other columns. */
  of(cells: readonly string[]) {
    const textOf = (column: number) => cells[column] ?? "";
    const ranges = new Map(
      this.#ends.map(({ first, last, areDoubtful }) => {
        const text =
          isDay(textOf(last)) || textOf(last).trim() === "" ? textOf(first) : `${textOf(first)} al ${textOf(last)}`;
        return [[first, last], areDoubtful && readCell(text).ranges.length === 0 ? undefined : text] as const;
      }),
    );
    const ofEnds = [...ranges].flatMap(([columns, text]) => (text === undefined ? [] : columns));
    const isFree = (column: number) => !ofEnds.includes(column);
    const phones = this.#phones.filter(isFree).map(textOf);
    const looked = [...this.#phones, ...this.#alsoPhones, ...this.#others].filter(isFree);
    const joined = joinedNumbers(cells.map((cell, column) => (looked.includes(column) ? cell : undefined)));
    const entry = [...[...ranges.values()].filter((text) => text !== undefined), ...phones];
    return {
      entry: withJoined(entry, joined),
      also: this.#alsoPhones.filter(isFree).map(textOf),
      otherColumns: this.#others.filter(isFree).map(textOf),
    };
  }

  /** Returns every cell as an entry, because the columns of a broken record are unknown. */
  ofBroken(cells: readonly string[]): ReturnType<EntryColumns["of"]> {
    return { entry: withJoined(cells, joinedNumbers(cells)), also: [], otherColumns: [] };
  }
}

/** Replaces the parts of numbers that are divided among cells by these numbers. */
function withJoined(entry: readonly string[], joined: readonly string[]): readonly string[] {
  if (joined.length === 0) return entry;
  return [...entry.filter((text) => !digitsAlone(text)), ...joined.map((e164) => e164.slice(HOME.length))];
}
