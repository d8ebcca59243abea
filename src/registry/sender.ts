// Whose number a record of an import is: of several columns that of the one which holds a number that is not our own.
// Where it can't be told, every number that the record holds goes to a person, and bars meanwhile.

import type { ImportColumns, RequestKind } from "../headers/import-columns.js";
import { type ColumnMeaning, meaningOf } from "../headers/phone-names.js";
import type { OpenedList } from "../lists/open.js";
import { readPhoneText } from "../lists/phone-cells.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { numbersInOtherColumn } from "../phone/read.js";

/** The way that a message or a call went: to us or from us. */
export type Direction = "inbound" | "outbound";

/** `ours`: we wrote it ourselves. */
export type Sender = { certain: boolean; cells: readonly PhoneCell[] } | { elsewhere: readonly string[] } | "ours";

export interface PhoneCell {
  text: string;
  /** The reading, without our own numbers. */
  reading: CellReading;
}

/** `1001`, `SIP/201`, a short code. */
const EXTENSION = /^\D*\d{2,6}\D*$/;

/**
 * Returns the columns of the people, which are never that of the messages. Of calls and forms, where some column is named as
 * a phone, a column that only holds numbers (`notas`) is not one of them.
 */
export function peoplesColumns(
  { header, columns }: Pick<OpenedList, "header" | "columns">,
  { text, parties }: ImportColumns,
  kind: RequestKind,
): readonly number[] {
  const open = columns.filter((column) => column !== text);
  if (kind === "sms" || header?.some((name) => meaningOf(name) === "phone") !== true) return open;
  const ends = [...parties.callers, ...parties.called];
  return open.filter((column) => ends.includes(column) || PHONES.has(meaningOf(header[column] ?? "")));
}

const PHONES: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps", "numbering", "mixed"]);

export class SenderReader {
  readonly #surely: readonly number[];
  readonly #perhaps: readonly number[];
  /** Cells in which a bare number is none of anybody's, or no number that anybody was asked through. */
  readonly #closed: ReadonlySet<number>;

  /** `isWhole`: every number in the phone columns is the person's, for their own columns or the user say so. */
  constructor(
    private readonly list: Pick<OpenedList, "header" | "columns">,
    private readonly columns: ImportColumns,
    private readonly isWhole: boolean,
    private readonly own: ReadonlySet<string>,
  ) {
    this.#surely = isWhole ? [] : columns.from.filter((column) => list.columns.includes(column));
    const others = list.columns.filter((column) => !this.#surely.includes(column));
    const open = others.filter((column) => !columns.to.includes(column));
    this.#perhaps = this.#surely.length === 0 && open.length === 0 ? others : open;
    const named = (list.header ?? []).flatMap((name, i) => (["other", "hash"].includes(meaningOf(name)) ? [i] : []));
    this.#closed = new Set(
      [...named, columns.text, columns.date, ...columns.otherDates, columns.time].filter((it) => it !== undefined),
    );
  }

  of(cells: readonly string[], direction: Direction | undefined): Sender {
    const { callers, called } = this.columns.parties;
    if (callers.length + called.length > 0) return this.#ofCall(cells, direction);
    const surely = this.#cellsOf(this.#surely, cells);
    if (surely.some(holdsNumber)) return this.#among(surely);
    if (surely.some(({ text }) => everyNumber(readPhoneText(text)).length > 0)) return "ours";
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

  /** Returns all numbers of a record whose cells can't be told apart, but for our own. */
  withoutOwn(numbers: readonly string[]): string[] {
    return numbers.filter((e164) => !this.own.has(e164));
  }

  /**
   * Finds the person of a call, who called or was called; which one the direction says, or a column of the people's
   * own.
   */
  #ofCall(cells: readonly string[], direction: Direction | undefined): Sender {
    const { parties, sender: ours } = this.columns;
    const { callers, called } = parties;
    const ends = { inbound: callers, outbound: called };
    const people = this.list.columns.filter((it) => !callers.includes(it) && !called.includes(it) && it !== ours);
    const sure = this.#cellsOf(people, cells).filter(holdsNumber);
    const perhaps = this.#cellsOf(direction === undefined ? [...callers, ...called] : ends[direction], cells).filter(
      holdsNumber,
    );
    const holding = [...sure, ...perhaps];
    if (holding.length === 0) return { elsewhere: this.#elsewhere(cells) };
    if (direction !== undefined) return { certain: true, cells: holding };
    const known = new Set(sure.map(saying));
    // Who stands in the people's own column is at one end, and we are at the other.
    if (sure.length > 0 && (perhaps.length === 0 || perhaps.some((cell) => known.has(saying(cell)))))
      return { certain: true, cells: sure };
    const isAtEnd = (end: readonly number[]) => end.some((column) => this.#isOurs(cells[column] ?? ""));
    return {
      certain: holding.length === 1 && (ours !== undefined || isAtEnd(callers) || isAtEnd(called)),
      cells: holding,
    };
  }

  /** Tells whether text is nothing but a number of ours, or the few digits of an extension. */
  #isOurs(text: string): boolean {
    const numbers = everyNumber(readPhoneText(text));
    return numbers.length > 0 ? this.withoutOwn(numbers).length === 0 : EXTENSION.test(text);
  }

  #among(cells: readonly PhoneCell[]): Sender {
    const holding = cells.filter(holdsNumber);
    const isOne = holding.length === 1 || new Set(holding.map(saying)).size === 1;
    return { certain: this.isWhole || isOne, cells: holding };
  }

  #cellsOf(columns: readonly number[], cells: readonly string[]): PhoneCell[] {
    return columns.map((column) => {
      const text = cells[column] ?? "";
      const { numbers, candidates, reason } = readPhoneText(text);
      const reading: CellReading = {
        numbers: numbers.filter(({ e164 }) => !this.own.has(e164)),
        candidates: this.withoutOwn(candidates),
        reason,
      };
      return { text, reading };
    });
  }

  #elsewhere(cells: readonly string[]): string[] {
    const { parties, to, sender } = this.columns;
    // Of a message the column of the recipient is ours; of a call either end may be the person's.
    const isCall = parties.callers.length + parties.called.length > 0;
    const found = cells.flatMap((cell, column) => {
      if (!isCall && (column === sender || to.includes(column))) return [];
      const bare = this.#closed.has(column) ? [] : readPhoneText(cell).numbers.map(({ e164 }) => e164);
      return [...bare, ...numbersInOtherColumn(cell)];
    });
    return this.withoutOwn([...new Set(found)]);
  }
}

function holdsNumber({ reading }: PhoneCell): boolean {
  return everyNumber(reading).length > 0;
}

/** Equal where two cells mean the same numbers. */
function saying({ reading }: PhoneCell): string {
  return everyNumber(reading).sort().join();
}
