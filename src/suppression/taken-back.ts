// The events of a registry that a `void` takes back: each is absent from the time at which the void was recorded. The same rule
// for registries that are read as lists (event-reader.ts) and as ledgers (registry/book.ts).

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { foldWords } from "../headers/folding.js";
import type { OpenedList } from "../lists/open.js";
import { certainNumber } from "../phone/read.js";
import { parseMoment } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";

/** The action of a void, and the text before the voided event's id in its evidence. */
export const VOID = "void";
const NAMES = "event:";

/** Returns the evidence of a void of an event. */
export function naming(event: string): string {
  return NAMES + event;
}

/** Returns the id of the event that an evidence names; undefined if it names none. */
export function namedIn(evidence: string): string | undefined {
  const text = evidence.trim();
  const id = text.startsWith(NAMES) ? text.slice(NAMES.length).trim() : "";
  return id === "" ? undefined : id;
}

export interface TakingBack {
  /** The number and the id of the event that it takes back; both must agree. */
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

  /** Whether a void names this id, for any number. */
  names(id: string): boolean {
    return this.#byId.has(id);
  }

  /**
   * Returns the instant from which an event is absent, in seconds since 1970; 0 if it is not taken back. In doubt an opt-out is in
   * force and an opt-in is not: a void with a date in the future already applies to an opt-in.
   */
  endOf({ phone, id, optIn }: { phone: string; id: string; optIn: boolean }, now: number): number {
    const voids = this.#byId.get(id)?.filter((one) => one.phone === phone) ?? [];
    const ends = voids.map(({ recorded }) => (optIn ? (recorded?.first ?? 1) : recorded?.last));
    const end = Math.min(...ends.map((one) => one ?? Number.POSITIVE_INFINITY));
    return end === Number.POSITIVE_INFINITY ? 0 : Math.max(1, optIn ? Math.min(end, now) : end);
  }
}

/** Finds the voids of a registry. If there are any, it is read once more with all of them known. */
export class TakenBackRecords {
  readonly found: TakingBack[] = [];
  readonly #known: TakenBack | undefined;
  readonly #cell: (name: "event" | "phone" | "evidence" | "recorded at", record: RecordView) => string;

  /** `known`: the voids that an earlier reading found; undefined in the first one. */
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

  /** Adds a void. Returns false if it names no event. */
  add(record: RecordView): boolean {
    const names = namedIn(this.#cell("evidence", record));
    if (names === undefined) return false;
    // If the order of day and month is unknown, an opt-out is in force until the later day.
    const recorded = parseMoment(this.#cell("recorded at", record), "", "unknown", this.zone);
    const phone = this.#phone(record);
    if (phone !== undefined) this.found.push({ phone, names, recorded });
    return true;
  }

  /** Returns the instant from which the event of a record is absent; 0 if it is not taken back. */
  endOf(record: RecordView, optIn: boolean, now: number): number {
    const id = this.#known && this.#cell("event", record).trim();
    if (id === undefined || !this.#known!.names(id)) return 0;
    const phone = this.#phone(record);
    return phone === undefined ? 0 : this.#known!.endOf({ phone, id, optIn }, now);
  }

  /** Returns the E.164 of the phone cell; undefined if it is not one certain number. Then nothing is taken back. */
  #phone(record: RecordView): string | undefined {
    return certainNumber(this.#cell("phone", record));
  }
}
