// Reads the date cells of a list's records, by the order of day and month that the first records prove.

import type { RecordView } from "../csv/scanner.js";
import { zoneUnder } from "../headers/date-names.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OpenedList } from "../lists/open.js";
import {
  contradictsOrder,
  type DayOrder,
  type Moment,
  parseMoment,
  plainMoment,
  proveDayOrder,
  spanning,
} from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";

export class DateCells {
  /** Where the first dates come in both orders, each may mean either: then nothing is certain that should not be. */
  readonly order: DayOrder;
  /** The wanted cell of the only date; -1 if there are several, or another cell has its hour. */
  readonly only: number;
  /** The zone of the first date where its texts name none, from its column's name or the default. */
  readonly zone: TimeZone;
  /** Whether a later date contradicts the order of day and month that the first ones proved. */
  contradict = false;
  readonly #dates: readonly ((record: RecordView) => Moment | "unreadable" | undefined)[];

  /** `time`: the hour of the first date. `ordered`: the dates that prove the order, which is `unproven` if none does. */
  constructor(
    list: OpenedList,
    dates: readonly number[],
    time: number | undefined,
    zone: TimeZone,
    ordered: readonly number[] = dates,
    unproven: DayOrder = "unknown",
  ) {
    const cells = ordered.flatMap((date) => list.sample.map((row) => row[date] ?? ""));
    const { order, contradicts } = proveDayOrder(cells);
    this.order = order === "unknown" && !contradicts ? unproven : order;
    const at = (column: number) => list.wanted.indexOf(column);
    const zones = dates.map((date) => zoneUnder(list.header?.[date], zone));
    this.zone = zones[0] ?? zone;
    this.#dates = dates.map((date, i) => {
      const moments = new CellMemo(at(date), (text) => this.#read(text, "", zones[i]!));
      if (i > 0 || time === undefined) return (record) => moments.of(record);
      const [days, hours] = [date, time].map((column) => new CellMemo(at(column), String));
      return (record) => this.#read(days!.of(record), hours!.of(record), zones[i]!);
    });
    this.only = dates.length === 1 && time === undefined ? at(dates[0]!) : -1;
  }

  /** Returns all that the dates of a record can mean; undefined if there is none. */
  of(record: RecordView): Moment | "unreadable" | undefined {
    const plain = this.only < 0 ? undefined : plainMoment(record, this.only);
    if (plain !== undefined) return plain;
    let all: Moment | undefined;
    for (const date of this.#dates) {
      const moment = date(record);
      if (moment === "unreadable") return moment;
      if (moment !== undefined) all = all === undefined ? moment : spanning(all, moment);
    }
    return all;
  }

  /** Checks a date, also one that is read elsewhere, against the order. */
  notice(text: string): void {
    this.contradict ||= contradictsOrder(text, this.order);
  }

  #read(text: string, hour: string, zone: TimeZone): Moment | "unreadable" | undefined {
    if (text.trim() === "") return undefined;
    this.notice(text);
    return parseMoment(text, hour, this.order, zone) ?? "unreadable";
  }
}
