// When something was asked for, by the dates of an import's record.

import { zoneUnder } from "../headers/date-names.js";
import { cellIn, type ImportColumns } from "../headers/import-columns.js";
import { timestampInElSalvador } from "../text/values.js";
import { contradictsOrder, type DayOrder, describeLast, type Moment, parseMoment } from "../time/dates.js";
import { describeSecond, EL_SALVADOR, type TimeZone } from "../time/time-zone.js";
import type { LedgerAction } from "./ledger-event.js";

export class RequestDates {
  /** Whether some date has day and month in the other order than the first ones. */
  contradict = false;
  readonly #zones: readonly TimeZone[];

  constructor(
    private readonly columns: Pick<ImportColumns, "dates" | "time">,
    private readonly terms: { order: DayOrder; zone: TimeZone; isLive: boolean },
    header: readonly string[],
  ) {
    this.#zones = header.map((name) => zoneUnder(name, terms.zone));
  }

  /** Returns the moments of a record's dates; none if the first of them can't be read: the others may be of anything. */
  of(cells: readonly string[]): readonly Moment[] {
    const filled = this.columns.dates.filter((column) => cellIn(cells, column).trim() !== "");
    const moments = filled.map((column) => this.#momentIn(cells, column));
    return moments[0] === undefined ? [] : moments.filter((moment) => moment !== undefined);
  }

  /** Returns the time of a request: the latest of several dates, of an opt-in the earliest; without any, now if it comes in now. */
  requestedAt(cells: readonly string[], action: LedgerAction, moments = this.of(cells)): string {
    if (moments.length > 0 && action !== "opt-in") return describeLast(moments, EL_SALVADOR);
    if (moments.length > 0) return describeSecond(Math.min(...moments.map(({ first }) => first)), EL_SALVADOR);
    // It may be an old one, so no opt-in becomes younger by it.
    const isUnreadable = cellIn(cells, this.columns.dates[0]).trim() !== "";
    return this.terms.isLive && !(action === "opt-in" && isUnreadable) ? timestampInElSalvador(new Date()) : "";
  }

  #momentIn(cells: readonly string[], column: number): Moment | undefined {
    const text = cellIn(cells, column);
    const { order } = this.terms;
    const zone = this.#zones[column] ?? this.terms.zone;
    if (contradictsOrder(text, order)) this.contradict = true;
    return parseMoment(text, column === this.columns.dates[0] ? cellIn(cells, this.columns.time) : "", order, zone);
  }
}
