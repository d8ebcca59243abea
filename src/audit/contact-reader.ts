// From the cells of a contact log's record to the contact: when it was made, on which channel, and whether by us.
// Its numbers are read as in any phone list.

import type { RecordView } from "../csv/scanner.js";
import { type ContactColumns, directionOf } from "../headers/contact-columns.js";
import { channelOf } from "../headers/event-words.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OpenedList } from "../lists/open.js";
import type { Channel } from "../suppression/event.js";
import {
  contradictsOrder,
  type DayOrder,
  type Moment,
  parseMoment,
  plainMoment,
  proveDayOrder,
} from "../time/dates.js";
import { DAY, type TimeZone } from "../time/time-zone.js";

/** `unknown`: the log does not say, or in a word that nobody knows; every opt-out bars such a contact. */
export type ContactChannel = Channel | "unknown";

const NO_MOMENTS: readonly Moment[] = [];

export class ContactReader {
  /** A later date contradicts the order of day and month that the first ones proved. */
  datesContradict = false;
  /** The log says of any contact on which channel it was made, or has a column that should. */
  namesChannels: boolean;
  readonly #order: DayOrder;
  readonly #date: CellMemo<readonly Moment[]>;
  readonly #timeOfDay: CellMemo<string> | undefined;
  readonly #channels: readonly CellMemo<ContactChannel | undefined>[];
  readonly #directions: readonly CellMemo<ReturnType<typeof directionOf>>[];
  #hour = "";
  readonly #midnights = new Set<number>();
  #isTimed = false;

  /** `unnamed`: the channel of contacts of which the log names none. */
  constructor(
    list: OpenedList,
    date: number,
    { time, channels, perhapsChannels, directions }: ContactColumns,
    private readonly zone: TimeZone,
    private readonly unnamed: ContactChannel,
  ) {
    const at = (column: number) => list.wanted.indexOf(column);
    // Where the first dates come in both orders, each is read in both: then nothing is certain that should not be.
    this.#order = proveDayOrder(list.sample.map((row) => row[date] ?? "")).order;
    this.#date = new CellMemo(at(date), (text) => this.#momentsIn(text));
    this.#timeOfDay = time === undefined ? undefined : new CellMemo(at(time), (text) => text);
    const orUnknown = (text: string) => (text.trim() === "" ? undefined : (channelOf(text) ?? "unknown"));
    this.#channels = [
      ...channels.map((column) => new CellMemo(at(column), orUnknown)),
      ...perhapsChannels.map((column) => new CellMemo(at(column), channelOf)),
    ];
    this.#directions = directions.map((column) => new CellMemo(at(column), directionOf));
    this.namesChannels = channels.length > 0;
  }

  /** Every time of day in the log is midnight, of several days: a database writes so what is only a day. */
  get onlyMidnights(): boolean {
    return !this.#isTimed && this.#midnights.size > 1;
  }

  /** All that the date can mean as one; behind it, where day and month may be either, each. Empty: unreadable. */
  moments(record: RecordView): readonly Moment[] {
    const hour = this.#timeOfDay?.of(record) ?? "";
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#date.forget();
    }
    const plain = this.#timeOfDay === undefined ? plainMoment(record, this.#date.at) : undefined;
    if (plain === undefined) return this.#date.of(record);
    this.#watchMidnights(plain);
    return [plain];
  }

  /** `unknown` also where two columns name different ones: then every opt-out bars. */
  channel(record: RecordView): ContactChannel {
    let named: ContactChannel | undefined;
    for (const column of this.#channels) {
      const channel = column.of(record);
      if (channel !== undefined) named = named === undefined || named === channel ? channel : "unknown";
    }
    if (named === undefined) return this.unnamed;
    this.namesChannels = true;
    return named;
  }

  /** Whether the person called or wrote. What can't be told counts as made by us. */
  isInbound(record: RecordView): boolean {
    let isInbound = false;
    for (const column of this.#directions) {
      const direction = column.of(record);
      if (direction === "outbound") return false;
      isInbound ||= direction === "inbound";
    }
    return isInbound;
  }

  #momentsIn(text: string): readonly Moment[] {
    if (text.trim() === "") return NO_MOMENTS;
    if (contradictsOrder(text, this.#order)) this.datesContradict = true;
    const read = (order: DayOrder) => parseMoment(text, this.#hour, order, this.zone) ?? [];
    const moments = [read(this.#order)].flat();
    for (const moment of moments) this.#watchMidnights(moment);
    return this.#order === "unknown" ? [moments, read("day-first"), read("month-first")].flat() : moments;
  }

  #watchMidnights({ first, bareDay }: Moment): void {
    if (bareDay || this.#isTimed) return;
    if ((first + this.zone) % DAY !== 0) this.#isTimed = true;
    else if (this.#midnights.size < 2) this.#midnights.add(first);
  }
}

/** Columns that may hold directions: they do where every cell of the whole log is one. */
export class DirectionColumns {
  readonly #cells: Map<number, CellMemo<boolean>>;

  constructor(list: OpenedList, columns: readonly number[]) {
    const isDirection = (text: string) => text.trim() === "" || directionOf(text) !== undefined;
    this.#cells = new Map(columns.map((it) => [it, new CellMemo(list.wanted.indexOf(it), isDirection)]));
  }

  take(record: RecordView): void {
    for (const [column, cells] of this.#cells) if (!cells.of(record)) this.#cells.delete(column);
  }

  /** Those that were not refuted. */
  get columns(): readonly number[] {
    return [...this.#cells.keys()];
  }
}
