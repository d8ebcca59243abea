// Reads the date cells of a list's records, by the order of day and month that the first records prove.

import type { RecordView } from "../csv/scanner.js";
import { zoneUnder } from "../headers/date-names.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OpenedList } from "../lists/open.js";
import {
  contradictsOrder,
  type DayOrder,
  isoMoment,
  type Moment,
  parseMoment,
  proveDayOrder,
  spanning,
} from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";

export class DateCells {
  /** The order that the first records prove; `unknown` if they prove both. Then a date covers both of its readings. */
  readonly order: DayOrder;
  /** If a record's date is in one cell, its index in `list.wanted`. Else -1: there are several dates, or a column of the time. */
  readonly singleCell: number;
  /** The zone of times in the first date column that name none: of the column's name, or the default. */
  readonly zone: TimeZone;
  /** Whether a later date contradicts the order of day and month that the first ones proved. */
  contradict = false;
  /** Whether there is no column of a date. */
  readonly areNone: boolean;
  readonly #dates: readonly ((record: RecordView) => Moment | "unreadable" | undefined)[];

  /**
   * `dates`: the columns of dates; `time`: that of the first one's time of day. `provers`: the columns whose dates prove the order,
   * which is `unproven` if none does.
   */
  constructor(
    list: OpenedList,
    dates: readonly number[],
    time: number | undefined,
    zone: TimeZone,
    provers: readonly number[] = dates,
    unproven: DayOrder = "unknown",
  ) {
    const cells = provers.flatMap((date) => list.sample.map((row) => row[date] ?? ""));
    const { order, contradicts } = proveDayOrder(cells);
    this.order = order === "unknown" && !contradicts ? unproven : order;
    const at = (column: number) => list.wanted.indexOf(column);
    const zones = dates.map((date) => zoneUnder(list.header?.[date], zone));
    this.zone = zones[0] ?? zone;
    this.#dates = dates.map((date, i) => {
      const moments = new CellMemo(at(date), (text) => this.#read(text, "", zones[i]!));
      if (i > 0 || time === undefined) return (record) => moments.of(record);
      const [day, timeOfDay] = [date, time].map((column) => new CellMemo(at(column), String));
      return (record) => this.#read(day!.of(record), timeOfDay!.of(record), zones[i]!);
    });
    this.areNone = dates.length === 0;
    this.singleCell = dates.length === 1 && time === undefined ? at(dates[0]!) : -1;
  }

  /** Returns the moment that covers all dates of a record; undefined if there is none. */
  of(record: RecordView): Moment | "unreadable" | undefined {
    const plain = this.singleCell < 0 ? undefined : isoMoment(record, this.singleCell);
    if (plain !== undefined) return plain;
    let all: Moment | undefined;
    for (const date of this.#dates) {
      const moment = date(record);
      if (moment === "unreadable") return moment;
      if (moment !== undefined) all = all === undefined ? moment : spanning(all, moment);
    }
    return all;
  }

  /** Sets `contradict` if a date contradicts the order. For dates that are read elsewhere, too. */
  notice(text: string): void {
    this.contradict ||= contradictsOrder(text, this.order);
  }

  #read(text: string, time: string, zone: TimeZone): Moment | "unreadable" | undefined {
    if (text.trim() === "") return undefined;
    this.notice(text);
    return parseMoment(text, time, this.order, zone) ?? "unreadable";
  }
}
