// From the cells of a contact log's record to the contact: when it was made, and on which channel.
// Its numbers are read as in any phone list.

import { type ContactColumns, directionOf } from "../headers/contact-columns.js";
import { channelOf } from "../headers/event-words.js";
import type { RecordView } from "../lists/batch.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OpenedList } from "../lists/open.js";
import type { Channel } from "../suppression/event.js";
import { contradictsOrder, type DayOrder, type Moment, parseMoment, proveDayOrder } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";

/** `unknown`: the log does not say, or in a word that nobody knows; every opt-out bars such a contact. */
export type ContactChannel = Channel | "unknown";

const MOST_WORDS = 1000;

export class ContactReader {
  /** A later date contradicts the order of day and month that the first ones proved. */
  datesContradict = false;
  readonly #order: DayOrder;
  readonly #date: CellMemo<Moment | undefined>;
  readonly #timeOfDay: CellMemo<string> | undefined;
  readonly #channel: CellMemo<ContactChannel> | undefined;
  readonly #inbound: CellMemo<boolean> | undefined;
  /** What the log's words for channels mean: there are few, and they take turns. */
  readonly #channels = new Map<string, ContactChannel>();
  #hour = "";

  /** `unnamed`: the channel of contacts of which the log names none. */
  constructor(
    list: OpenedList,
    date: number,
    { time, channel, direction }: ContactColumns,
    private readonly zone: TimeZone,
    private readonly unnamed: ContactChannel,
  ) {
    const at = (column: number) => list.wanted.indexOf(column);
    // Where the first dates come in both orders, each is read in both: then nothing is certain that should not be.
    this.#order = proveDayOrder(list.sample.map((row) => row[date] ?? "")).order;
    this.#date = new CellMemo(at(date), (text) => this.#momentIn(text));
    this.#timeOfDay = time === undefined ? undefined : new CellMemo(at(time), (text) => text);
    this.#channel = channel === undefined ? undefined : new CellMemo(at(channel), (text) => this.#channelIn(text));
    this.#inbound =
      direction === undefined ? undefined : new CellMemo(at(direction), (text) => directionOf(text) === "inbound");
  }

  /** Undefined: unreadable, or empty. */
  moment(record: RecordView): Moment | undefined {
    const hour = this.#timeOfDay?.of(record) ?? "";
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#date.forget();
    }
    return this.#date.of(record);
  }

  channel(record: RecordView): ContactChannel {
    return this.#channel?.of(record) ?? this.unnamed;
  }

  /** The person called or wrote. */
  isInbound(record: RecordView): boolean {
    return this.#inbound?.of(record) ?? false;
  }

  #channelIn(text: string): ContactChannel {
    let channel = this.#channels.get(text);
    if (channel === undefined) {
      channel = text.trim() === "" ? this.unnamed : (channelOf(text) ?? "unknown");
      if (this.#channels.size < MOST_WORDS) this.#channels.set(text, channel);
    }
    return channel;
  }

  #momentIn(text: string): Moment | undefined {
    if (text.trim() === "") return undefined;
    if (contradictsOrder(text, this.#order)) this.datesContradict = true;
    return parseMoment(text, this.#hour, this.#order, this.zone);
  }
}
