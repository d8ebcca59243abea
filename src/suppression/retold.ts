// A registry that takes events back, told once more: of the numbers that it does so of, all that it says is read a second time,
// when it is known what is taken back. What that means is taken-back.ts's rule.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { foldWords } from "../headers/event-words.js";
import type { OpenedList } from "../lists/open.js";
import { readCell } from "../phone/read.js";
import { type Moment, parseMoment } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";
import { type AsOf, type ListEvent, PLAIN_OPT_OUT } from "./event.js";
import type { EventSink } from "./event-sink.js";
import type { SuppressionIndex } from "./suppression-index.js";
import { type Named, namedIn, TakenBack, type TakingBack } from "./taken-back.js";

/** The cells of a registry's record by which its events are told apart and taken back. */
function cellsIn(list: OpenedList) {
  const column = (name: string) => list.header?.findIndex((cell) => foldWords(cell) === name) ?? -1;
  const [event, evidence, recorded] = [column("event"), column("evidence"), column("recorded at")];
  const phone = list.columns[0] ?? -1;
  return ({ bytes, start, end }: RecordView) => {
    const cells = recordCells(bytes, start, end, list.dialect);
    const cell = (at: number) => (at < 0 ? "" : (cells[at] ?? ""));
    return { event: cell(event).trim(), evidence: cell(evidence), recorded: cell(recorded), phone: cell(phone) };
  };
}

/** Returns what reads a record that says that it takes an event back; that gives undefined where it names none. */
export function takingBackIn(list: OpenedList, zone: TimeZone) {
  const read = cellsIn(list);
  return (record: RecordView): TakingBack | undefined => {
    const { evidence, recorded, phone } = read(record);
    const names = namedIn(evidence);
    if (names === undefined) return undefined;
    return { phone: onlyNumber(phone), names, recorded: momentIn(recorded, zone) };
  };
}

/** Of a day that a person wrote, both orders: an event stands until the later one. */
function momentIn(cell: string, zone: TimeZone): Moment | undefined {
  return cell.trim() === "" ? undefined : parseMoment(cell, "", "unknown", zone);
}

/** E.164; empty where a cell is not certainly one number, of whom nothing is taken back. */
function onlyNumber(cell: string): string {
  const { numbers, leftover } = readCell(cell);
  return numbers.length === 1 && !leftover ? numbers[0]!.e164 : "";
}

/** Whether a record is an event that is named by one that is known. */
export function isNamedIn(list: OpenedList, taken: TakenBack): (record: RecordView) => boolean {
  const read = cellsIn(list);
  return (record) => taken.names(read(record).event);
}

interface Told {
  event: ListEvent;
  record: number;
  /** Undefined of a record that nobody can read as an event. */
  named: Named | undefined;
}

/** Takes in all that a list says of the numbers of which it takes something back, and nothing of others. */
export class Retold implements EventSink {
  readonly taken: TakenBack;
  readonly #told: Map<string, Told[]>;
  readonly #cells: ReturnType<typeof cellsIn>;

  /** `record`: the one that is being read. */
  constructor(
    voids: readonly TakingBack[],
    list: OpenedList,
    readonly digests: EventSink["digests"],
    private readonly record: () => RecordView,
  ) {
    this.taken = new TakenBack(voids);
    this.#told = new Map(voids.map(({ phone }) => [phone, []]));
    this.#cells = cellsIn(list);
  }

  /** Has the index know of each number what still stands of it, as of that moment. Returns the moments at which that changes. */
  tell(index: SuppressionIndex, { now, asItStood, keepsExpired = false }: AsOf): number[] {
    const changes: number[] = [];
    for (const told of this.#told.values())
      for (const { named } of told) if (named !== undefined) this.taken.meet(named);
    for (const [e164, told] of this.#told) {
      if (e164 === "") continue;
      const stands = told.flatMap(({ event, record, named }) => {
        const end = named === undefined ? 0 : this.taken.endOf(named, asItStood ? Number.POSITIVE_INFINITY : now);
        if (end > now) changes.push(end);
        if (end !== 0 && end <= now && !keepsExpired) return [];
        const { until = 0 } = event;
        return [{ event: { ...event, until: end === 0 || until === 0 ? end + until : Math.min(end, until) }, record }];
      });
      index.retell(e164, stands);
    }
    return changes;
  }

  /** To be told of records that say nothing of anybody, which may be named all the same. */
  meetSilent(record: RecordView): void {
    const { event: id, phone, evidence } = this.#cells(record);
    if (this.taken.names(id) && namedIn(evidence) === undefined)
      this.taken.meet({ phone: onlyNumber(phone), id, optIn: true, says: "" });
  }

  add(e164: string, event: ListEvent, record: number): void {
    const told = this.#told.get(e164);
    if (told === undefined) return;
    const { optIn, channel, time, span = 0, until = 0 } = event;
    const { event: id, phone } = event === PLAIN_OPT_OUT ? { event: "", phone: "" } : this.#cells(this.record());
    const says = [optIn, channel, time].join(" ");
    const isItsOwn = id !== "" && onlyNumber(phone) === e164;
    const named = isItsOwn ? { phone: e164, id, optIn, says } : undefined;
    told.push({ event: { optIn, channel, time, span, until }, record, named });
  }

  addNational(national: number, event: ListEvent, record: number): void {
    this.add(`+503${national}`, event, record);
  }

  /** Of a digest stands what was taken in when the list was first read. */
  addDigest(): void {}
}
