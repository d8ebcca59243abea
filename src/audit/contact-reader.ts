// From the cells of a contact log's record to the contact: when it was made, and on which channel.
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

const MOST_WORDS = 1000;

type Direction = ReturnType<typeof directionOf>;

/** Whose contact it was: the person's, or by the cells of columns that may be no directions; undefined: ours, as far as is known. */
export type Origin = "person" | readonly number[] | undefined;

export class ContactReader {
  /** A later date contradicts the order of day and month that the first ones proved. */
  datesContradict = false;
  readonly #order: DayOrder;
  readonly #date: CellMemo<readonly Moment[] | undefined>;
  readonly #timeOfDay: CellMemo<string> | undefined;
  readonly #channels: readonly CellMemo<ContactChannel | undefined>[];
  readonly #directions: readonly CellMemo<Direction>[];
  readonly #perhapsDirections: readonly CellMemo<Direction>[];
  /** Claimed columns in which a cell stood that is no direction. */
  readonly #refuted = new Set<number>();
  /** What the log's words for channels mean: there are few, and they take turns. */
  readonly #words = new Map<string, Channel | undefined>();
  #namedChannel = false;
  #hour = "";
  readonly #midnights = new Set<number>();
  #isTimed = false;

  /** `unnamed`: the channel of contacts of which the log names none. */
  constructor(
    list: OpenedList,
    date: number,
    private readonly columns: ContactColumns,
    private readonly zone: TimeZone,
    private readonly unnamed: ContactChannel,
  ) {
    const { time, channels, perhapsChannels, directions, perhapsDirections } = columns;
    const at = (column: number) => list.wanted.indexOf(column);
    // Where the first dates come in both orders, each is read in both: then nothing is certain that should not be.
    this.#order = proveDayOrder(list.sample.map((row) => row[date] ?? "")).order;
    this.#date = new CellMemo(at(date), (text) => this.#momentsIn(text));
    this.#timeOfDay = time === undefined ? undefined : new CellMemo(at(time), (text) => text);
    const orUnknown = (text: string) => (text.trim() === "" ? undefined : (this.#channelIn(text) ?? "unknown"));
    this.#channels = [
      ...channels.map((column) => new CellMemo(at(column), orUnknown)),
      ...perhapsChannels.map((column) => new CellMemo(at(column), (text) => this.#channelIn(text))),
    ];
    this.#directions = directions.map((column) => new CellMemo(at(column), directionOf));
    this.#perhapsDirections = perhapsDirections.map(
      (column, i) => new CellMemo(at(column), (text) => this.#perhapsDirection(text, i)),
    );
  }

  /** The log says of any contact on which channel it was made, or has a column that should. */
  get namesChannels(): boolean {
    return this.#namedChannel || this.columns.channels.length > 0;
  }

  /** Every time of day in the log is midnight, of several days: a database writes so what is only a day. */
  get onlyMidnights(): boolean {
    return !this.#isTimed && this.#midnights.size > 1;
  }

  /** Returns undefined if the cell is unreadable or empty. */
  moment(record: RecordView): Moment | undefined {
    return this.#moments(record)?.[0];
  }

  /** What the moment can mean, each for itself: the same time on two days where nothing proves which is meant. */
  meanings(record: RecordView): readonly Moment[] {
    const [moment, ...either] = this.#moments(record) ?? [];
    return moment === undefined || either.length > 0 ? either : [moment];
  }

  #moments(record: RecordView): readonly Moment[] | undefined {
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
    this.#namedChannel = true;
    return named;
  }

  /** Who called or wrote. Must be asked of every record, for a later one may prove what an earlier one's cell is. */
  origin(record: RecordView): Origin {
    let inbound = false;
    let outbound = false;
    let claiming: number[] | undefined;
    for (const column of this.#directions) {
      const direction = column.of(record);
      inbound ||= direction === "inbound";
      outbound ||= direction === "outbound";
    }
    for (let i = 0; i < this.#perhapsDirections.length; i++) {
      const direction = this.#perhapsDirections[i]!.of(record);
      outbound ||= direction === "outbound";
      if (direction !== "inbound") continue;
      claiming ??= [];
      claiming.push(i);
    }
    if (outbound) return undefined;
    return inbound ? "person" : claiming;
  }

  /** Tells, once the log is read, whether one of the columns that claimed it holds directions and nothing else. */
  isConfirmed(claiming: readonly number[]): boolean {
    return claiming.some((column) => !this.#refuted.has(column));
  }

  #perhapsDirection(text: string, column: number): Direction {
    const direction = directionOf(text);
    if (direction === undefined && text.trim() !== "") this.#refuted.add(column);
    return direction;
  }

  #channelIn(text: string): Channel | undefined {
    if (this.#words.has(text)) return this.#words.get(text);
    const channel = channelOf(text);
    if (this.#words.size < MOST_WORDS) this.#words.set(text, channel);
    return channel;
  }

  /** The whole of what the cell can mean; behind it, where day and month may be either, each of both. */
  #momentsIn(text: string): readonly Moment[] | undefined {
    if (text.trim() === "") return undefined;
    if (contradictsOrder(text, this.#order)) this.datesContradict = true;
    const read = (order: DayOrder) => parseMoment(text, this.#hour, order, this.zone);
    const moment = read(this.#order);
    if (moment === undefined) return undefined;
    this.#watchMidnights(moment);
    const either = this.#order === "unknown" ? [read("day-first"), read("month-first")] : [];
    return [moment, ...either.filter((it) => it !== undefined)];
  }

  #watchMidnights({ first, bareDay }: Moment): void {
    if (bareDay || this.#isTimed) return;
    if ((first + this.zone) % DAY === 0) {
      if (this.#midnights.size < 2) this.#midnights.add(first);
    } else this.#isTimed = true;
  }
}
