// Finds the columns of a contact log for date, channel and direction, and reads who was contacted, when and how.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { findContactColumns } from "../headers/event-columns.js";
import { channelOf, directionOf } from "../headers/event-words.js";
import { partiesOf } from "../headers/import-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OpenedList } from "../lists/open.js";
import { mayCount } from "../lists/phone-cells.js";
import { everyNumber, HOME } from "../phone/number.js";
import { numbersInOtherColumn } from "../phone/read.js";
import { DateCells } from "../suppression/date-cells.js";
import type { Channel } from "../suppression/event.js";
import { type DayOrder, type Moment, parseMoment } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";

/** `unknown`: the log has no channel, or an unknown word; every opt-out counts for such a contact. */
export type ContactChannel = Channel | "unknown";

type ContactColumns = Exclude<ReturnType<typeof chooseContactColumns>, { candidates: readonly number[] }>;

/** Chooses by name, else by cells. `chosen`: the date column that the user named. `candidates`: possible dates, if none is certain. */
export function chooseContactColumns(
  header: readonly string[] | undefined,
  phones: readonly number[],
  rows: readonly (readonly string[])[],
  chosen?: number,
) {
  const columns = [...(header ?? rows[0] ?? []).keys()].filter((column) => !phones.includes(column));
  const { dates, possibleDates, recorded, never, times, ...named } = findContactColumns(header, columns);
  const cellsOf = (column: number) => rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "");
  const isEach = (is: (cell: string) => unknown) => (column: number) => cellsOf(column).every(is);
  // Numbers without separators are no dates.
  const isMoment = (cell: string) => parseMoment(cell, "", "unknown", 0) !== undefined;
  const isDate = (cell: string) => /\d\D\d/.test(cell) && isMoment(cell);
  const byCells = columns.filter((column) => cellsOf(column).length > 0 && isEach(isDate)(column));
  const byName = chosen ?? dates[0] ?? possibleDates.find((column) => byCells.includes(column));
  const others = byCells.filter((column) => !recorded.includes(column) && !never.includes(column));
  const date = byName ?? (others.length === 1 ? others[0] : recorded[0]);
  const channels = [...named.channels, ...named.possibleChannels.filter(isEach(channelOf))];
  const directions = [...named.directions, ...named.possibleDirections.filter(isEach(directionOf))];
  if (date === undefined || (date === chosen && !cellsOf(date).some(isMoment))) return { candidates: others };
  const isGuessed = header !== undefined && byName === undefined && !recorded.includes(date);
  return { date, isGuessed, time: times.find((time) => time !== date), channels, directions };
}

/** The E.164 that a contact was made to, and those that it may have been made to. `only`: the 8 digits of its one number. */
export type Contacted = Record<"numbers" | "candidates", readonly string[]> & { only?: number };

export class ContactReader {
  /** The phone cells of callers, who mostly are us. */
  readonly #callers: ReadonlySet<number>;
  readonly #dates: Readonly<Record<"dayFirst" | "either", DateCells>>;
  readonly #channels: readonly CellMemo<ContactChannel | undefined>[];
  readonly #directions: readonly CellMemo<ReturnType<typeof directionOf>>[];

  /** `unnamed`: the channel of contacts for which the log names none. */
  constructor(
    private readonly list: OpenedList,
    { date, time, channels, directions }: ContactColumns,
    zone: TimeZone,
    private readonly unnamed: ContactChannel,
  ) {
    const { header = [], columns } = list;
    this.#callers = new Set(partiesOf(header, columns).callers.map((column) => columns.indexOf(column)));
    const memo = <T>(column: number, read: (text: string) => T) => new CellMemo(list.wanted.indexOf(column), read);
    const datesBy = (unproven: DayOrder) => new DateCells(list, [date], time, zone, [date], unproven);
    this.#dates = { dayFirst: datesBy("day-first"), either: datesBy("unknown") };
    const orUnknown = (text: string) => (text.trim() === "" ? undefined : (channelOf(text) ?? "unknown"));
    this.#channels = channels.map((column) => memo(column, orUnknown));
    this.#directions = directions.map((column) => memo(column, directionOf));
  }

  /** All that the date can mean, where nothing proves the order of day and month by `reading`; undefined if unreadable. */
  moment(record: RecordView, reading: "dayFirst" | "either" = "dayFirst"): Moment | undefined {
    const moment = this.#dates[reading].of(record);
    const place = { file: this.list.file.path, line: record.line };
    if (this.#dates.dayFirst.contradict) throw new ScrubError(ExitCode.phoneList, "contactDatesContradict", [], place);
    return moment === "unreadable" ? undefined : moment;
  }

  /** Also `unknown` if two columns name different channels: then every opt-out counts. */
  channel(record: RecordView): ContactChannel {
    const [named = this.unnamed, ...others] = this.#channels.flatMap((column) => column.of(record) ?? []);
    return others.every((other) => other === named) ? named : "unknown";
  }

  /** Whether the person called or wrote. An unknown direction counts as made by us. */
  isInbound(record: RecordView): boolean {
    const directions = this.#directions.map((column) => column.of(record));
    return directions.includes("inbound") && !directions.includes("outbound");
  }

  /** Returns the numbers of a record; those of callers and other columns as candidates. `plain`: `RecordBatch.plain` of it. */
  contacted(record: RecordBatch, plain: number): Contacted {
    const { bytes, start, end, cellStart, cellEnd } = record;
    const { dialect, columns, phoneCells } = this.list;
    const phone = phoneCells[0]!;
    if (plain >= 0 && !mayCount(bytes, start, cellStart[phone]!) && !mayCount(bytes, cellEnd[phone]!, end))
      return { numbers: [`${HOME}${plain}`], candidates: [], only: plain };
    const cells = record.readCells();
    const called = cells.filter((_, column) => !this.#callers.has(column));
    const callers = cells.filter((_, column) => this.#callers.has(column));
    const others = recordCells(bytes, start, end, dialect).flatMap((cell, column) =>
      columns.includes(column) ? [] : numbersInOtherColumn(cell),
    );
    const candidates = [...called.flatMap((cell) => cell.candidates), ...callers.flatMap(everyNumber), ...others];
    return { numbers: called.flatMap(({ numbers }) => numbers.map(({ e164 }) => e164)), candidates };
  }
}
