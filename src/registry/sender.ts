// Tells who sent a record of an import: of several columns, the one that holds a number that is not our own.

import { WRITTEN_CHANNELS } from "../headers/event-words.js";
import { cellIn, type ImportColumns, type RequestKind } from "../headers/import-columns.js";
import { isPhone, meaningOf } from "../headers/phone-names.js";
import type { OpenedList } from "../lists/open.js";
import { everyNumber } from "../phone/number.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";
import type { Channel } from "../suppression/event.js";

export type Direction = "inbound" | "outbound";

/** The person, or all who may be. Numbers are E.164, none is our own, and none stands twice. */
export interface Sender {
  /** `elsewhere`: no column of people holds a number, and the candidates are from any other cell. */
  is: "certain" | "several" | "elsewhere";
  certain: readonly string[];
  /** An empty text if no number is found at all. */
  candidates: readonly string[];
  /** The cells that hold the numbers. */
  texts: readonly string[];
}

interface PhoneCell extends Pick<Sender, "certain" | "candidates"> {
  text: string;
}

type People = Pick<OpenedList, "header" | "columns">;

/** `1001`, `SIP/201`, a short code. */
const EXTENSION = /^\D*\d{2,6}\D*$/;

/** Returns the columns of the people. If one is named as a phone, a call's or a form's column that only holds numbers is not. */
export function peoplesColumns({ header, columns }: People, { text, parties }: ImportColumns, kind: RequestKind) {
  const open = columns.filter((column) => column !== text);
  if (kind === "sms" || header?.some((name) => meaningOf(name) === "phone") !== true) return open;
  const ends = [...parties.callers, ...parties.called];
  return open.filter((column) => ends.includes(column) || isPhone(meaningOf(header[column] ?? ""), "mixed"));
}

/** Returns the channel that an address names (`whatsapp:+503…`) or belongs to (`503…@c.us`); undefined of one that may be of SMS. */
export function channelOfAddress(address: string): Channel | undefined {
  if (/\bwa[:.]|@(?:[cg]\.us|lid)\b/i.test(address)) return "whatsapp";
  return WRITTEN_CHANNELS.find((channel) => channel !== "sms" && address.toLowerCase().includes(channel));
}

export class SenderReader {
  readonly #surely: readonly number[];
  readonly #perhaps: readonly number[];
  readonly #ends: readonly number[];
  /** The columns that may hold our number, or our name. */
  readonly #ours: readonly number[];

  /** `isWhole`: every number in the phone columns is the person's, for their own columns or the user say so. */
  constructor(
    private readonly list: People,
    private readonly columns: ImportColumns,
    private readonly isWhole: boolean,
    private readonly own: ReadonlySet<string>,
  ) {
    this.#ends = [...columns.parties.callers, ...columns.parties.called];
    this.#surely = isWhole ? [] : columns.certainFrom.filter((column) => list.columns.includes(column));
    const others = list.columns.filter((column) => !this.#surely.includes(column));
    const open = others.filter((column) => !columns.certainTo.includes(column));
    this.#perhaps = this.#surely.length === 0 && open.length === 0 ? others : open;
    const named = columns.certainTo.filter((column) => !list.columns.includes(column));
    this.#ours = isWhole ? named : [...named, ...this.#surely, ...this.#perhaps];
  }

  of(cells: readonly string[], direction: Direction | undefined): Sender | "ours" {
    if (this.#ends.length > 0) return this.#ofCall(cells, direction);
    const surely = this.#cellsOf(this.#surely, cells);
    const holding = surely.filter(holdsNumber);
    if (holding.length === 0 && surely.some(({ text }) => namesNumber(text))) return "ours";
    const all = holding.length > 0 ? holding : this.#cellsOf(this.#perhaps, cells).filter(holdsNumber);
    return this.#among(all, cells, this.isWhole || all.length === 1 || new Set(all.map(saying)).size === 1);
  }

  /** Returns our number, or our name, as the record has it. */
  ownIn(cells: readonly string[], { is, texts }: Sender): string {
    const { sender } = this.columns;
    if (sender !== undefined) return cellIn(cells, sender);
    const isOurs = (cell: string) => is !== "elsewhere" && cell.trim() !== "" && !texts.includes(cell);
    const column = this.#ours.find((column) => isOurs(cellIn(cells, column)));
    return cellIn(cells, column);
  }

  withoutOwn(numbers: readonly string[]): readonly string[] {
    return this.own.size === 0 ? numbers : numbers.filter((e164) => !this.own.has(e164));
  }

  /** Finds the person of a call, who called or was called: the direction says which, or a column of the people's own. */
  #ofCall(cells: readonly string[], direction: Direction | undefined): Sender {
    const { parties, sender: ours } = this.columns;
    const ends = { inbound: parties.callers, outbound: parties.called, undefined: this.#ends }[`${direction}`];
    const people = this.list.columns.filter((it) => !this.#ends.includes(it) && it !== ours);
    const sure = this.#cellsOf(people, cells).filter(holdsNumber);
    const perhaps = this.#cellsOf(ends, cells).filter(holdsNumber);
    const known = new Set(sure.map(saying));
    // The person is the end that the people's own column names; we are the other.
    const isProven = perhaps.length === 0 || perhaps.some((cell) => known.has(saying(cell)));
    if (direction === undefined && sure.length > 0 && isProven) return this.#among(sure, cells, true);
    const isOurs = (cell: PhoneCell) => !holdsNumber(cell) && (EXTENSION.test(cell.text) || namesNumber(cell.text));
    const isAtEnd = this.#cellsOf(this.#ends, cells).some(isOurs);
    const holding = [...sure, ...perhaps];
    const isOnly = holding.length === 1 && (ours !== undefined || isAtEnd);
    return this.#among(holding, cells, direction !== undefined || isOnly);
  }

  #among(holding: readonly PhoneCell[], cells: readonly string[], isCertain: boolean): Sender {
    if (holding.length === 0) return { is: "elsewhere", certain: [], candidates: this.#elsewhere(cells), texts: [] };
    const is = isCertain ? "certain" : "several";
    const [one] = holding;
    const texts = holding.map(({ text }) => text);
    if (holding.length === 1) return { is, certain: one!.certain, candidates: one!.candidates, texts };
    const certain = new Set(holding.flatMap((cell) => cell.certain));
    const candidates = new Set(holding.flatMap((cell) => cell.candidates.filter((e164) => !certain.has(e164))));
    return { is, certain: [...certain], candidates: [...candidates], texts };
  }

  #cellsOf(columns: readonly number[], cells: readonly string[]): PhoneCell[] {
    return columns.map((column) => {
      const text = cellIn(cells, column);
      const { numbers, candidates } = readCell(text);
      const certain = numbers.map(({ e164 }) => e164);
      return { text, certain: this.withoutOwn(certain), candidates: this.withoutOwn(candidates) };
    });
  }

  #elsewhere(cells: readonly string[]): readonly string[] {
    const { certainTo, sender } = this.columns;
    // Of a message the column of the recipient is ours; of a call either end may be the person's.
    const isOurs = (column: number) => this.#ends.length === 0 && (column === sender || certainTo.includes(column));
    const found = cells.flatMap((cell, column) => (isOurs(column) ? [] : numbersInOtherColumn(cell)));
    const theirs = this.withoutOwn([...new Set(found)]);
    return theirs.length === 0 ? [""] : theirs;
  }
}

const namesNumber = (text: string) => everyNumber(readCell(text)).length > 0;

function holdsNumber({ certain, candidates }: PhoneCell): boolean {
  return certain.length + candidates.length > 0;
}

/** Returns a text that is equal for cells of the same numbers. */
function saying({ certain, candidates }: PhoneCell): string {
  return [...certain, ...candidates].sort().join();
}
