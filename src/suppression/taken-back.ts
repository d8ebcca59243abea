// The events of a registry that were taken back: each stands until the event `void` that names it was recorded, and is from
// then on as if it had never been. One rule, for a registry that is read as a list (held-events.ts) and as a ledger (registry/book.ts).

/** The action of such an event, and what stands in its evidence before the id of the event that it takes back. */
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
  /** When it was recorded, in seconds since 1970; undefined where nobody can tell. */
  recorded: { first: number; last: number } | undefined;
}

/** An event of a registry, as far as it matters here. `says`: what tells it from others of its name. */
export interface Named {
  phone: string;
  id: string;
  optIn: boolean;
  says: string;
}

export class TakenBack {
  readonly #byName = new Map<string, { voids: TakingBack[]; says: string | undefined; isAmbiguous: boolean }>();
  readonly #ids = new Set<string>();

  constructor(voids: Iterable<TakingBack>) {
    for (const one of voids) {
      this.#ids.add(one.names);
      const known = this.#byName.get(nameOf(one.phone, one.names));
      if (known !== undefined) known.voids.push(one);
      else this.#byName.set(nameOf(one.phone, one.names), { voids: [one], says: undefined, isAmbiguous: false });
    }
  }

  /** Whether an event of this id, of whichever number, is named. */
  names(id: string): boolean {
    return this.#ids.has(id);
  }

  /** To be told of every event of the registry whose number any of them has, before anything is asked. */
  meet({ phone, id, says }: Named): void {
    const named = this.#byName.get(nameOf(phone, id));
    if (named === undefined) return;
    named.isAmbiguous ||= named.says !== undefined && named.says !== says;
    named.says = says;
  }

  /**
   * Returns the instant from which on an event is absent, in seconds since 1970; 0 where it stands. In doubt an opt-out
   * stands, and an opt-in does not: as of `now` what takes it back at a time still to come has done so.
   */
  endOf({ phone, id, optIn }: Named, now: number): number {
    const named = this.#byName.get(nameOf(phone, id));
    if (named === undefined || (named.isAmbiguous && !optIn)) return 0;
    const ends = named.voids.map(({ recorded }) => (optIn ? (recorded?.first ?? 1) : recorded?.last));
    const end = Math.min(...ends.map((one) => one ?? Number.POSITIVE_INFINITY));
    return end === Number.POSITIVE_INFINITY ? 0 : Math.max(1, optIn ? Math.min(end, now) : end);
  }

  /** How many of them take nothing back: no event of their number has the id, or nobody can tell which or since when, or not by `now`. */
  idle(now: number): number {
    const named = [...this.#byName.values()];
    const isIdle = ({ recorded }: TakingBack) => recorded === undefined || recorded.last > now;
    return named
      .map(({ voids, says, isAmbiguous }) =>
        says === undefined || isAmbiguous ? voids.length : voids.filter(isIdle).length,
      )
      .reduce((sum, one) => sum + one, 0);
  }
}

function nameOf(phone: string, id: string): string {
  return `${phone} ${id}`;
}
