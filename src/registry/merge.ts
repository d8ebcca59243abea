// Taking in the events of other registries as they are, each once: known by its id, or by what makes two events the same.

import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import type { OnProgress } from "../lists/progress.js";
import { hashOf, hashOfId } from "../suppression/event-ids.js";
import { namedIn, naming, VOID } from "../suppression/taken-back.js";
import { Book, momentOf } from "./book.js";
import { EventBook, withoutTakenBack } from "./event-book.js";
import { appendEventGroups, refuseMissing } from "./ledger.js";
import { bared, cellsOf, identityOf, isBare, keyOf, type LedgerAction, type LedgerEvent } from "./ledger-event.js";
import { LedgerIndex, type PlacedEvent } from "./ledger-index.js";
import { MOST_SHOWN, type StillBarred, stillBarred, Waiting } from "./still-barred.js";

export interface Merged {
  read: number;
  /** The events that are new, by their action. */
  added: Readonly<Partial<Record<LedgerAction, number>>>;
  /** Events of which the other registry has erased what this one still says. */
  erasedThere: number;
  tornLine: number | undefined;
  /** The other registries with a line that a killed run left unfinished, which is not taken in. */
  unfinished: readonly { file: string; line: number }[];
  /** A few numbers of new opt-ins and voids that are opted out nevertheless, and how many there are. */
  barred: readonly StillBarred[];
  barredCount: number;
}

interface OtherEvent extends PlacedEvent {
  /** Nothing in its own registry takes it back. */
  stands: boolean;
  other: LedgerIndex;
}

/** Of how many numbers the events are objects at a time. Tests alone change it, for a law about groups needs few events. */
export const AT_A_TIME = { numbers: 2048 };

/**
 * Takes in the registries' events in the order in which they are named: all of them, or none. One whose id stands for another
 * event is exit 4. `onProgress`: the share that is done.
 */
export function merge(
  others: readonly string[],
  registry: string,
  now: Date,
  onProgress: OnProgress = () => {},
): Promise<Merged> {
  return withLock(registry, async () => {
    const opened: LedgerIndex[] = [];
    try {
      const ids = new Ids();
      for (const other of others) opened.push(openOther(other, ids));
      const isOfOthers = (key: number) => opened.some((other) => other.has(key));
      const own = new LedgerIndex(registry, "registry", {
        has(key, line) {
          ids.meet(hashOfId(line), key);
          return isOfOthers(key);
        },
      }).open();
      opened.push(own);
      if (own.last !== undefined) ids.meet(hashOf(own.last.event.event), keyOf(own.last.event));
      const merging = new Merging(opened.slice(0, -1), own, now);
      merging.refuseTaken(ids);
      return await merging.merge(onProgress);
    } finally {
      for (const one of opened) one.close();
    }
  });
}

function openOther(file: string, ids: Ids): LedgerIndex {
  refuseMissing(file);
  const other = new LedgerIndex(file, "registry", {
    has(key, line) {
      ids.add(hashOfId(line), key);
      return true;
    },
  }).open();
  // A copy that broke off holds nobody's events, and no header either.
  if (other.end.length === 0) {
    other.close();
    throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
  }
  if (other.last !== undefined) ids.add(hashOf(other.last.event.event), keyOf(other.last.event));
  return other;
}

class Merging {
  readonly #added: Partial<Record<LedgerAction, number>> = {};
  /** Of each other registry where the events begin that are new, and those that are not taken in as they are. */
  readonly #new: { starts: Book; changed: Map<number, LedgerEvent> }[];
  readonly #barred: StillBarred[] = [];
  #barredCount = 0;
  #erasedThere = 0;
  #read = 0;

  constructor(
    private readonly others: readonly LedgerIndex[],
    private readonly own: LedgerIndex,
    private readonly now: Date,
  ) {
    this.#new = others.map(() => ({ starts: new Book(), changed: new Map() }));
  }

  /** Refuses an id that stands for events of different numbers: those of one number are looked at together. */
  refuseTaken({ doubtful }: Ids): void {
    if (doubtful.size === 0) return;
    const byId = new Map<string, LedgerEvent>();
    const isDoubtful = ({ event }: LedgerEvent) => doubtful.has(hashOf(event));
    this.own.lookOver((event) => {
      if (isDoubtful(event) && !byId.has(event.event)) byId.set(event.event, event);
    });
    for (const other of this.others)
      other.lookOver((event, line) => {
        if (!isDoubtful(event)) return;
        const known = byId.get(event.event);
        if (known === undefined) byId.set(event.event, event);
        else if (keyOf(known) !== keyOf(event)) throw taken(other.file, line);
      });
  }

  async merge(onProgress: OnProgress): Promise<Merged> {
    const total = this.others.reduce((sum, other) => sum + other.count, 0);
    for (const keys of this.#groups()) {
      this.#take(keys);
      onProgress({ share: this.#read / total, records: this.#read });
      // A loop that never pauses sees no signal.
      await new Promise(setImmediate);
    }
    const { end } = this.own;
    const count = Object.values(this.#added).reduce((sum, one) => sum + one, 0);
    if (count > 0) appendEventGroups(this.own.file, end, this.#newEvents());
    return {
      read: this.#read,
      added: this.#added,
      erasedThere: this.#erasedThere,
      tornLine: end.tornLine,
      unfinished: this.others.flatMap(({ file, end }) =>
        end.tornLine === undefined ? [] : [{ file, line: end.tornLine }],
      ),
      barred: this.#barred,
      barredCount: this.#barredCount,
    };
  }

  /** The keys of the others' events, so many at a time. */
  *#groups(): Generator<ReadonlySet<number>> {
    const seen = new Book();
    let keys = new Set<number>();
    for (const other of this.others)
      for (const key of other.keys()) {
        if (seen.has(key)) continue;
        seen.add(key, 0);
        keys.add(key);
        if (keys.size < AT_A_TIME.numbers) continue;
        yield keys;
        keys = new Set();
      }
    if (keys.size > 0) yield keys;
  }

  /** Finds out what is new of some numbers. */
  #take(keys: ReadonlySet<number>): void {
    const instant = this.now.getTime() / 1000;
    const wanted = this.others.flatMap((other) => {
      const placed = other.placedOf(keys);
      const standing = new Set(
        withoutTakenBack(
          placed.map(({ event }) => event),
          instant,
        ),
      );
      return placed.map((one): OtherEvent => ({ ...one, other, stands: standing.has(one.event) }));
    });
    const own = this.own.eventsOf(keys);
    const known = new Known(own, instant);
    // What takes an event back may name one that stands here by another name.
    const isVoid = ({ event }: OtherEvent) => event.action === VOID;
    const ordered = [...wanted.filter((one) => !isVoid(one)), ...wanted.filter(isVoid)];
    const added = new Map(ordered.map((one) => [one, known.take(one)]));
    const events = wanted.flatMap((one) => added.get(one) ?? []);
    for (const one of wanted) this.#note(one, added.get(one));
    this.#read += wanted.length;
    this.#erasedThere += known.erasedThere;
    const lifting = events.filter(({ action }) => action === "opt-in" || action === VOID);
    const barred = stillBarred(lifting, new EventBook([...own, ...events], instant), new Waiting());
    this.#barred.push(...barred.slice(0, MOST_SHOWN - this.#barred.length));
    this.#barredCount += barred.length;
  }

  #note({ event, start, other }: OtherEvent, added: LedgerEvent | undefined): void {
    if (added === undefined) return;
    const { starts, changed } = this.#new[this.others.indexOf(other)]!;
    starts.add(start, start);
    if (added !== event) changed.set(start, added);
    this.#added[added.action] = (this.#added[added.action] ?? 0) + 1;
  }

  *#newEvents(): Generator<readonly LedgerEvent[]> {
    for (const [i, other] of this.others.entries()) {
      const { starts, changed } = this.#new[i]!;
      for (const group of other.eventsWhere((start) => starts.has(start), AT_A_TIME.numbers))
        yield group.map(({ event, start }) => changed.get(start) ?? event);
    }
  }
}

/** The ids of events, by their hash, and the numbers whose events have them. */
class Ids {
  readonly #keys = new Book();
  /** Hashes that events of different numbers have: of one id, or by chance. */
  readonly doubtful = new Set<number>();

  add(hash: number, key: number): void {
    if (!this.meet(hash, key)) this.#keys.add(hash, key);
  }

  /** Whether an event of the number is known to have it. */
  meet(hash: number, key: number): boolean {
    const keys = this.#keys.placesOf(hash);
    if (keys.some((one) => one !== key)) this.doubtful.add(hash);
    return keys.includes(key);
  }
}

function taken(file: string, line: number | undefined): ScrubError {
  return new ScrubError(ExitCode.suppressionList, "otherEventOfThatId", [], {
    file,
    ...(line !== undefined && { line }),
  });
}

function takenIn(other: LedgerIndex, event: LedgerEvent): ScrubError {
  let at: number | undefined;
  other.lookOver((one, line) => {
    if (one.event === event.event) at ??= line;
  });
  return taken(other.file, at);
}

/** An event that is known, and whether it stands: nothing in its own registry takes it back. */
interface KnownEvent {
  event: LedgerEvent;
  stands: boolean;
}

/** What stands already, in the registry or by what was taken in before. */
class Known {
  readonly #byId = new Map<string, LedgerEvent>();
  readonly #alike = new Map<string, KnownEvent[]>();
  /** Of an event that stands here by another name, that name. */
  readonly #names = new Map<string, string>();
  erasedThere = 0;

  /** `own`: the registry's events of the same phones. */
  constructor(own: readonly LedgerEvent[], now: number) {
    const standing = new Set(withoutTakenBack(own, now));
    for (const event of own) {
      if (!this.#byId.has(event.event)) this.#byId.set(event.event, event);
      this.#add({ event, stands: standing.has(event) });
    }
  }

  /** Returns the event as it is to be added; undefined where it stands already. */
  take({ event: wanted, stands, other }: OtherEvent): LedgerEvent | undefined {
    const event = this.#asNamedHere(wanted);
    const mine = this.#byId.get(event.event);
    if (mine !== undefined) {
      if (!isSame(mine, event)) throw takenIn(other, event);
      if (isBare(event) && !isBare(mine)) this.erasedThere++;
      return undefined;
    }
    const alike = this.#alike.get(likenessOf(event)) ?? [];
    const same = alike.find((known) => isOneRequest(known.event, event));
    if (same !== undefined) {
      this.#names.set(event.event, same.event.event);
      return undefined;
    }
    // Nobody can tell whether they are one: both go on to bar, unless one of them is enough.
    const inDoubt = alike.filter((known) => isPerhapsOne(known.event, event));
    if (stands && inDoubt.some((known) => known.stands)) return undefined;
    const added = inDoubt.some((known) => isBare(known.event)) ? bared(event) : event;
    this.#byId.set(event.event, added);
    this.#add({ event: added, stands });
    return added;
  }

  #add(known: KnownEvent): void {
    const likeness = likenessOf(known.event);
    const alike = this.#alike.get(likeness);
    if (alike === undefined) this.#alike.set(likeness, [known]);
    else alike.push(known);
  }

  #asNamedHere(event: LedgerEvent): LedgerEvent {
    const named = event.action === VOID ? this.#names.get(namedIn(event.evidence)!) : undefined;
    return named === undefined ? event : { ...event, evidence: naming(named) };
  }
}

/** What two events must have in common to be one, where an erased one no longer says where it came from. */
function likenessOf(event: LedgerEvent): string {
  if (event.action !== "opt-in") return identityOf({ ...event, source: "" });
  const { first } = momentOf(event.requestedAt) ?? { first: event.requestedAt };
  return [event.phone, event.action, event.channel, first].join("\n");
}

/**
 * Whether two events that are alike are one: what takes one back takes back the other. Of opt-ins all that are alike, for then
 * no second one lifts what the first no longer does; of opt-outs those that say the same of a moment, and where it was said.
 */
function isOneRequest(one: LedgerEvent, other: LedgerEvent): boolean {
  if (other.action === "opt-in") return true;
  if (other.action === VOID) return identityOf(one) === identityOf(other);
  return !isPerhapsOne(one, other) && identityOf(one) === identityOf(other);
}

/** Whether two events that are alike may be one or two: they have no date, or one of them was erased. */
function isPerhapsOne(one: LedgerEvent, other: LedgerEvent): boolean {
  if (other.action === VOID) return false;
  return isBare(one) || isBare(other) || (other.requestedAt === "" && identityOf(one) === identityOf(other));
}

/** Whether two events of one id are the same, where one of them may be erased. */
function isSame(one: LedgerEvent, other: LedgerEvent): boolean {
  const isEqual = (a: LedgerEvent, b: LedgerEvent) => cellsOf(a).join("\0") === cellsOf(b).join("\0");
  return isEqual(one, other) || ((isBare(one) || isBare(other)) && isEqual(bared(one), bared(other)));
}
