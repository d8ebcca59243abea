// From the cells of a suppression record to its event: out or in, for which channel, since when.
// Whatever is in doubt suppresses: an unknown action is an opt-out, an opt-in without a certain date or channel is none.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../lists/batch.js";
import { absentFrom, contradictsOrder, type DayOrder, type Moment, parseMoment } from "./dates.js";
import type { Channel, ListEvent } from "./event.js";
import type { EventColumns } from "./event-columns.js";
import { actionOf, channelOf, foldWords } from "./event-words.js";
import { DAY, LAST_INSTANT, type TimeZone } from "./time-zone.js";

/** As of when events are read, in seconds since 1970. */
export interface AsOf {
  now: number;
  /** Asked about that moment itself: what came later had not happened. Else an opt-out of the future stands already. */
  asItStood: boolean;
}

/** How often a list left something open; every such case was read as what suppresses. */
export interface EventCounts {
  optIns: number;
  unknownActions: number;
  unknownChannels: number;
  unreadableDates: number;
  /** Opt-ins that lift nothing: undated, of the future, or for an unknown channel. */
  idleOptIns: number;
  expired: number;
}

/** Vonage's code for a number that has opted out. */
const OPTED_OUT_CODE = 9;

export class EventReader {
  readonly counts: EventCounts = {
    optIns: 0,
    unknownActions: 0,
    unknownChannels: 0,
    unreadableDates: 0,
    idleOptIns: 0,
    expired: 0,
  };
  /** A later date contradicts the order of day and month that the first ones proved. */
  datesContradict = false;
  readonly #event: { -readonly [Key in keyof ListEvent]: ListEvent[Key] } = { optIn: false, channel: "any", time: 0 };
  readonly #actions: readonly CellMemo<"opt-in" | "opt-out" | "settled" | "unknown">[];
  readonly #channels: readonly CellMemo<Channel | "unknown" | undefined>[];
  readonly #date: CellMemo<Moment | "unreadable" | undefined> | undefined;
  readonly #timeOfDay: CellMemo<string> | undefined;
  readonly #expires: CellMemo<Moment | "unreadable" | undefined> | undefined;
  readonly #errorCode: CellMemo<number> | undefined;
  #hour = "";
  readonly #isRegistry: boolean;

  /** `at`: where a column's cell stands among the record's wanted ones. */
  constructor(
    columns: EventColumns,
    at: (column: number) => number,
    private readonly order: DayOrder,
    private readonly zone: TimeZone,
    private readonly asOf: AsOf,
  ) {
    const memo = <T>(column: number | undefined, read: (text: string) => T) =>
      column === undefined ? undefined : new CellMemo(at(column), read);
    this.#isRegistry = columns.kind === "registry";
    this.#actions = [
      ...columns.actions.map((column) => new CellMemo(at(column), (text) => this.#actionOf(text))),
      ...columns.subscribed.map((column) => new CellMemo(at(column), subscribedOf)),
    ];
    this.#channels = columns.channels.map(
      (column) => new CellMemo(at(column), (text) => (text.trim() === "" ? undefined : (channelOf(text) ?? "unknown"))),
    );
    this.#date = memo(columns.date, (text) => this.#moment(text));
    this.#timeOfDay = memo(columns.time, (text) => text);
    this.#expires = memo(columns.expires, (text) => this.#moment(text, ""));
    this.#errorCode = memo(columns.errorCode, (text) => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN));
  }

  /** What the record says; undefined where it says nothing any more, or nothing certain. Valid until the next call. */
  read(record: RecordView): ListEvent | undefined {
    const code = this.#errorCode?.of(record);
    if (code !== undefined && code !== OPTED_OUT_CODE && !Number.isNaN(code)) return undefined;
    if (this.#isRegistry && this.#actions.some((action) => action.of(record) === "settled")) return undefined;
    if (this.#isExpired(this.#expires?.of(record))) {
      this.counts.expired++;
      return undefined;
    }
    return this.#isOptIn(record) ? this.#optIn(record) : this.#optOut(record);
  }

  /** In a registry a person may have found that a message asked for nothing; nowhere else does a word take nobody off. */
  #actionOf(text: string): "opt-in" | "opt-out" | "settled" | "unknown" {
    if (this.#isRegistry && foldWords(text) === "settled") return "settled";
    return actionOf(text, this.#isRegistry) ?? "unknown";
  }

  #isExpired(expires: Moment | "unreadable" | undefined): boolean {
    if (expires === undefined || expires === "unreadable") return false;
    // A day that a program wrote as UTC's midnight is the evening before here.
    const isUtcDay = !expires.bareDay && expires.last % DAY === 0;
    const last = isUtcDay ? expires.last + DAY - 1 : expires.last;
    return this.asOf.now >= absentFrom({ ...expires, last }, this.zone);
  }

  #isOptIn(record: RecordView): boolean {
    let isIn = false;
    let isOut = this.#actions.length === 0;
    let isUnknown = false;
    for (const action of this.#actions) {
      const said = action.of(record);
      if (said === "opt-in") isIn = true;
      else if (said === "opt-out") isOut = true;
      else isUnknown = true;
    }
    if (isUnknown && !isIn && !isOut) this.counts.unknownActions++;
    return isIn && !isOut;
  }

  #optOut(record: RecordView): ListEvent | undefined {
    const moment = this.#momentOf(record);
    if (this.asOf.asItStood && moment !== undefined && moment.first > this.asOf.now) return undefined;
    return this.#say(false, this.#channelOf(record) ?? "any", moment === undefined ? 0 : moment.last);
  }

  #optIn(record: RecordView): ListEvent | undefined {
    this.counts.optIns++;
    const moment = this.#momentOf(record);
    const channel = this.#channelOf(record);
    // A bare day counts at its start; where it could be one of two days, the later one might still be to come.
    const certain = moment && (moment.last - moment.first < DAY ? moment.first : moment.last);
    if (moment === undefined || channel === undefined || certain! > this.asOf.now || moment.first <= 0) {
      this.counts.idleOptIns++;
      return undefined;
    }
    return this.#say(true, channel, moment.first);
  }

  #say(optIn: boolean, channel: Channel, time: number): ListEvent {
    this.#event.optIn = optIn;
    this.#event.channel = channel;
    this.#event.time = Math.min(time, LAST_INSTANT);
    return this.#event;
  }

  /** The channel that the record names; `any` where it names none; undefined where it names an unknown one, or two. */
  #channelOf(record: RecordView): Channel | undefined {
    let named: Channel | undefined;
    for (const column of this.#channels) {
      const channel = column.of(record);
      if (channel === undefined) continue;
      if (channel === "unknown") this.counts.unknownChannels++;
      if (channel === "unknown" || (named !== undefined && named !== channel)) return undefined;
      named = channel;
    }
    return named ?? "any";
  }

  #momentOf(record: RecordView): Moment | undefined {
    if (this.#date === undefined) return undefined;
    const hour = this.#timeOfDay?.of(record) ?? "";
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#date.forget();
    }
    const moment = this.#date.of(record);
    if (moment === "unreadable") {
      this.counts.unreadableDates++;
      return undefined;
    }
    return moment;
  }

  #moment(text: string, hour = this.#hour): Moment | "unreadable" | undefined {
    if (text.trim() === "") return undefined;
    if (contradictsOrder(text, this.order)) this.datesContradict = true;
    return parseMoment(text, hour, this.order, this.zone) ?? "unreadable";
  }
}

/** `true` and its kin take in, all else is out. */
export function subscribedOf(text: string): "opt-in" | "opt-out" {
  return ["true", "1", "yes", "y", "si", "s", "verdadero"].includes(foldWords(text)) ? "opt-in" : "opt-out";
}

/** A column's cells, read once where one repeats the last: most columns say the same thing over and over. */
class CellMemo<T> {
  #bytes = new Uint8Array(0);
  #length = -1;
  #value: T | undefined;

  constructor(
    private readonly at: number,
    private readonly read: (text: string) => T,
  ) {}

  of(record: RecordView): T {
    const { bytes } = record;
    const start = Math.max(0, record.cellStart[this.at]!);
    const length = record.cellStart[this.at]! < 0 ? 0 : record.cellEnd[this.at]! - start;
    if (length === this.#length) {
      let same = 0;
      while (same < length && bytes[start + same] === this.#bytes[same]) same++;
      if (same === length) return this.#value!;
    }
    this.#value = this.read(cellText(bytes, start, start + length, record.cellQuoted[this.at] === 1));
    if (this.#bytes.length < length) this.#bytes = new Uint8Array(length * 2);
    for (let i = 0; i < length; i++) this.#bytes[i] = bytes[start + i]!;
    this.#length = length;
    return this.#value;
  }

  forget(): void {
    this.#length = -1;
  }
}
