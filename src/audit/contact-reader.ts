// From the cells of a contact log's record to the contact: when it was made, on which channel, and whether by us.
// Its numbers are read as in any phone list.

import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
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
import type { TimeZone } from "../time/time-zone.js";

/** `unknown`: the log does not say, or in a word that nobody knows; every opt-out bars such a contact. */
export type ContactChannel = Channel | "unknown";

export class ContactReader {
  readonly #order: DayOrder;
  readonly #date: CellMemo<Moment | undefined>;
  readonly #timeOfDay: CellMemo<string> | undefined;
  readonly #channels: readonly CellMemo<ContactChannel | undefined>[];
  readonly #directions: readonly CellMemo<ReturnType<typeof directionOf>>[];
  #hour = "";
  #contradicts = false;

  /** `unnamed`: the channel of contacts of which the log names none. */
  constructor(
    private readonly list: OpenedList,
    { date, time, channels, perhapsChannels, directions, perhapsDirections }: ContactColumns & { date: number },
    zone: TimeZone,
    private readonly unnamed: ContactChannel,
  ) {
    const at = (column: number) => list.wanted.indexOf(column);
    // Where the first dates come in both orders, each may mean either: then nothing is certain that should not be.
    this.#order = proveDayOrder(list.sample.map((row) => row[date] ?? "")).order;
    this.#date = new CellMemo(at(date), (text) => {
      this.#contradicts ||= contradictsOrder(text, this.#order);
      return parseMoment(text, this.#hour, this.#order, zone);
    });
    this.#timeOfDay = time === undefined ? undefined : new CellMemo(at(time), (text) => text);
    const orUnknown = (text: string) => (text.trim() === "" ? undefined : (channelOf(text) ?? "unknown"));
    this.#channels = [
      ...channels.map((column) => new CellMemo(at(column), orUnknown)),
      ...perhapsChannels.map((column) => new CellMemo(at(column), channelOf)),
    ];
    // An address is a `direccion`, too.
    const areDirections = (column: number) =>
      list.sample.every((row) => (row[column] ?? "").trim() === "" || directionOf(row[column]!) !== undefined);
    this.#directions = [...directions, ...perhapsDirections.filter(areDirections)].map(
      (column) => new CellMemo(at(column), directionOf),
    );
  }

  /** All that the date can mean; where nothing proves which comes first, day or month, either. Undefined: unreadable. */
  moment(record: RecordView): Moment | undefined {
    const hour = this.#timeOfDay?.of(record) ?? "";
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#date.forget();
    }
    const plain = this.#timeOfDay === undefined ? plainMoment(record, this.#date.at) : undefined;
    if (plain !== undefined) return plain;
    const moment = this.#date.of(record);
    if (!this.#contradicts) return moment;
    const place = { file: this.list.file.path, line: record.line };
    throw new ScrubError(ExitCode.phoneList, "contactDatesContradict", [], place);
  }

  /** `unknown` also where two columns name different ones: then every opt-out bars. */
  channel(record: RecordView): ContactChannel {
    let named: ContactChannel | undefined;
    for (const column of this.#channels) {
      const channel = column.of(record);
      if (channel !== undefined) named = named === undefined || named === channel ? channel : "unknown";
    }
    return named ?? this.unnamed;
  }

  /** Whether the person called or wrote. What can't be told counts as made by us. */
  isInbound(record: RecordView): boolean {
    const said = this.#directions.map((column) => column.of(record));
    return said.includes("inbound") && !said.includes("outbound");
  }
}
