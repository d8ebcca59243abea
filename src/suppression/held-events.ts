// What a registry takes back. One that takes anything back is read once more, when it is known what: the events that are named are
// held until all of it is read, and then added as far as they stand. What that means is taken-back.ts's rule.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { foldWords } from "../headers/event-words.js";
import type { OpenedList } from "../lists/open.js";
import { parseMoment } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";
import { type AsOf, type ListEvent, PLAIN_OPT_OUT } from "./event.js";
import { certainNumber } from "./opt-in-doubts.js";
import type { SuppressionIndex } from "./suppression-index.js";
import { type Named, namedIn, TakenBack, type TakingBack } from "./taken-back.js";

export class HeldEvents {
  /** What the records take back that were read so far. */
  readonly found: TakingBack[] = [];
  /** How many named events were met. */
  met = 0;
  readonly #taken: TakenBack | undefined;
  readonly #held: { named: Named; event: ListEvent; record: number }[] = [];
  /** The event of the record that is read, where it is named. */
  #named: Named | undefined;
  readonly #cell: (name: "event" | "phone" | "evidence" | "recorded at", record: RecordView) => string;

  /** `known`: what an earlier reading found; undefined in the first one. */
  constructor(
    { header, columns, wanted }: OpenedList,
    private readonly zone: TimeZone,
    known: readonly TakingBack[] | undefined,
  ) {
    this.#taken = known && new TakenBack(known);
    const at = new Map(header?.map((name, column) => [foldWords(name), wanted.indexOf(column)]));
    at.set("phone", wanted.indexOf(columns[0] ?? -1));
    this.#cell = (name, { bytes, cellStart, cellEnd, cellQuoted }) => {
      const cell = at.get(name) ?? -1;
      const start = cellStart[cell] ?? -1;
      return start < 0 ? "" : cellText(bytes, start, cellEnd[cell]!, cellQuoted[cell] === 1);
    };
  }

  get areKnown(): boolean {
    return this.#taken !== undefined;
  }

  /** Whether the record that is read may be taken back. */
  get isNamed(): boolean {
    return this.#named !== undefined;
  }

  /** Takes a record that says that it takes an event back. False where it names none. */
  take(record: RecordView): boolean {
    const names = namedIn(this.#cell("evidence", record));
    if (names === undefined) return false;
    // Of a day that a person wrote, both orders: an event stands until the later one.
    const recorded = parseMoment(this.#cell("recorded at", record), "", "unknown", this.zone);
    this.found.push({ phone: this.#phone(record), names, recorded });
    return true;
  }

  /** To be told of every other record, with what it says. */
  meet(record: RecordView, event: ListEvent | undefined): void {
    this.#named = undefined;
    const id = this.#taken && this.#cell("event", record).trim();
    if (id === undefined || !this.#taken!.names(id) || namedIn(this.#cell("evidence", record)) !== undefined) return;
    const { optIn, channel, time } = event ?? { optIn: true };
    const named = { phone: this.#phone(record), id, optIn, says: [optIn, channel, time].join(" ") };
    this.#taken!.meet(named);
    this.met++;
    if (event !== undefined) this.#named = named;
  }

  /** Whether what is said of a number is an event that is named: then it is kept. */
  hold(e164: string, event: ListEvent, record: number): boolean {
    const named = this.#named;
    if (named?.phone !== e164 || event === PLAIN_OPT_OUT) return false;
    this.#held.push({ named, event, record });
    return true;
  }

  /** Adds what stands of the events that are held. Returns when that changes, and how many records take nothing back. */
  tell(index: SuppressionIndex, { now, asItStood, keepsExpired = false }: AsOf): { changesAt: number; idle: number } {
    const asOf = asItStood ? Number.POSITIVE_INFINITY : now;
    let changesAt = Number.POSITIVE_INFINITY;
    for (const { named, event, record } of this.#held) {
      const end = this.#taken!.endOf(named, asOf);
      if (end > now) changesAt = Math.min(changesAt, end);
      if (end !== 0 && end <= now && !keepsExpired) continue;
      const { until = 0 } = event;
      index.add(
        named.phone,
        { ...event, until: end === 0 || until === 0 ? end + until : Math.min(end, until) },
        record,
      );
    }
    return { changesAt, idle: this.#taken!.idle(asOf) };
  }

  /** E.164; empty where the cell is not certainly one number, of whom nothing is taken back. */
  #phone(record: RecordView): string {
    return certainNumber(this.#cell("phone", record)) ?? "";
  }
}
