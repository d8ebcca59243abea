// The events of a registry that were taken back: each stands until the event `void` that names it was recorded, and is from
// then on as if it had never been. One rule, for a registry that is read as a list (event-reader.ts) and as a ledger (registry/book.ts).

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { foldWords } from "../headers/event-words.js";
import type { OpenedList } from "../lists/open.js";
import { certainNumber } from "../phone/read.js";
import { parseMoment } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";

/** The action of such an event, and the text before the voided event's id in its evidence. */
export const VOID = "void";
const NAMES = "event:";

/** The evidence of an event that takes back this one. */
export function naming(event: string): string {
  return NAMES + event;
}

/** The id that an evidence names; undefined where it names none, and takes nothing back. */
export function namedIn(evidence: string): string | undefined {
  const said = evidence.trim();
  const id = said.startsWith(NAMES) ? said.slice(NAMES.length).trim() : "";
  return id === "" ? undefined : id;
}

/** An event that takes another one back. */
export interface TakingBack {
  /** The number and the id of the event that it takes back: of another number it takes nothing back. */
  phone: string;
  names: string;
  /** When it was recorded, in seconds since 1970; undefined if unknown. */
  recorded: { first: number; last: number } | undefined;
}

export class TakenBack {
  readonly #byId = new Map<string, TakingBack[]>();

  constructor(voids: Iterable<TakingBack>) {
    for (const one of voids) {
      const known = this.#byId.get(one.names);
      if (known === undefined) this.#byId.set(one.names, [one]);
      else known.push(one);
    }
  }

  /** Whether an event of this id, of whichever number, is named. */
  names(id: string): boolean {
    return this.#byId.has(id);
  }

  /**
   * Returns the instant from which on an event is absent, in seconds since 1970; 0 where it stands. In doubt an opt-out
   * stands, and an opt-in does not: as of `now` what takes it back at a time still to come has done so.
   */
  endOf({ phone, id, optIn }: { phone: string; id: string; optIn: boolean }, now: number): number {
    const voids = this.#byId.get(id)?.filter((one) => one.phone === phone) ?? [];
    const ends = voids.map(({ recorded }) => (optIn ? (recorded?.first ?? 1) : recorded?.last));
    const end = Math.min(...ends.map((one) => one ?? Number.POSITIVE_INFINITY));
    return end === Number.POSITIVE_INFINITY ? 0 : Math.max(1, optIn ? Math.min(end, now) : end);
  }
}

/** What the records of a registry take back. One that takes anything back is read once more, when all of it is known. */
export class TakenBackRecords {
  /** What the records take back that were read so far. */
  readonly found: TakingBack[] = [];
  readonly #known: TakenBack | undefined;
  readonly #cell: (name: "event" | "phone" | "evidence" | "recorded at", record: RecordView) => string;

  /** `known`: what an earlier reading found; undefined in the first one. */
  constructor(
    { header, columns, wanted }: OpenedList,
    private readonly zone: TimeZone,
    known: readonly TakingBack[] | undefined,
  ) {
    this.#known = known && new TakenBack(known);
    const at = new Map(header?.map((name, column) => [foldWords(name), wanted.indexOf(column)]));
    at.set("phone", wanted.indexOf(columns[0] ?? -1));
    this.#cell = (name, { bytes, cellStart, cellEnd, cellQuoted }) => {
      const cell = at.get(name) ?? -1;
      const start = cellStart[cell] ?? -1;
      return start < 0 ? "" : cellText(bytes, start, cellEnd[cell]!, cellQuoted[cell] === 1);
    };
  }

  get areKnown(): boolean {
    return this.#known !== undefined;
  }

  /** Takes a record that says that it takes an event back. False where it names none. */
  take(record: RecordView): boolean {
    const names = namedIn(this.#cell("evidence", record));
    if (names === undefined) return false;
    // A day that a person wrote is read in both orders: the event is in force until the later one.
    const recorded = parseMoment(this.#cell("recorded at", record), "", "unknown", this.zone);
    const phone = this.#phone(record);
    if (phone !== undefined) this.found.push({ phone, names, recorded });
    return true;
  }

  /** The instant from which on the event of a record is void; 0 if it is not. */
  endOf(record: RecordView, optIn: boolean, now: number): number {
    const id = this.#known && this.#cell("event", record).trim();
    if (id === undefined || !this.#known!.names(id)) return 0;
    const phone = this.#phone(record);
    return phone === undefined ? 0 : this.#known!.endOf({ phone, id, optIn }, now);
  }

  /** E.164; undefined if the cell is not one certain number, for which nothing is voided. */
  #phone(record: RecordView): string | undefined {
    return certainNumber(this.#cell("phone", record));
  }
}
