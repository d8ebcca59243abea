// Taking in the events of other registries as they are, each once: known by its id, or by what makes two events the same.

import { scannedCells } from "../csv/cells.js";
import type { RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { kindOfPath } from "../files/paths.js";
import { namedIn, naming, VOID } from "../suppression/taken-back.js";
import { appendEvents, lookOverLedger, openLedger, openRegistryFile } from "./ledger.js";
import { bared, cellsOf, identityOf, isBare, type LedgerEvent } from "./ledger-event.js";
import { momentOf, withoutTakenBack } from "./state.js";
import { type StillBarred, stillBarred, Waiting } from "./still-barred.js";

export interface Merged {
  read: number;
  /** The events that are new, in the order in which the registries were named. */
  events: readonly LedgerEvent[];
  /** Events of which the other registry has erased what this one still says. */
  erasedThere: number;
  isNew: boolean;
  tornLine: number | undefined;
  /** The other registries with a line that a killed run left unfinished, which is not taken in. */
  unfinished: readonly { file: string; line: number }[];
  /** Numbers of new opt-ins and voids that are opted out nevertheless. */
  barred: readonly StillBarred[];
}

interface OtherEvent {
  event: LedgerEvent;
  /** Nothing in its own registry takes it back. */
  stands: boolean;
  file: string;
  line: number | undefined;
}

/** All of the registries' events, or none: one whose id stands for another event is exit 4. */
export function merge(others: readonly string[], registry: string, now: Date): Promise<Merged> {
  return withLock(registry, async () => {
    const instant = now.getTime() / 1000;
    const { wanted, unfinished } = eventsOf(others, instant);
    const phones = new Set(wanted.map(({ event }) => event.phone));
    const ledger = openLedger(registry, "registry", phones);
    const known = new Known(registry, wanted, ledger.events, instant);
    // What takes an event back may name one that stands here by another name.
    const isVoid = ({ event }: OtherEvent) => event.action === VOID;
    const ordered = [...wanted.filter((one) => !isVoid(one)), ...wanted.filter(isVoid)];
    const added = new Map(ordered.map((one) => [one, known.take(one)]));
    const events = wanted.flatMap((one) => added.get(one) ?? []);
    if (events.length > 0) appendEvents(registry, ledger, events);
    const lifting = events.filter(({ action }) => action === "opt-in" || action === VOID);
    return {
      read: wanted.length,
      events,
      erasedThere: known.erasedThere,
      isNew: ledger.isNew && events.length > 0,
      tornLine: ledger.tornLine,
      unfinished,
      barred: stillBarred(lifting, [...ledger.events, ...events], instant, new Waiting()),
    };
  });
}

function eventsOf(
  files: readonly string[],
  now: number,
): { wanted: OtherEvent[]; unfinished: { file: string; line: number }[] } {
  const wanted: OtherEvent[] = [];
  const unfinished: { file: string; line: number }[] = [];
  for (const file of files) {
    const ledger = openRegistryFile(file);
    const read: { event: LedgerEvent; line: number | undefined }[] = [];
    try {
      const { last, lastStart, tornLine } = ledger.walk((scanner, event) =>
        read.push({ event: event(), line: scanner.line }),
      );
      if (last !== undefined) read.push({ event: last, line: undefined });
      // A copy that broke off holds nobody's events, and no header either.
      if (lastStart === 0) throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
      if (tornLine !== undefined) unfinished.push({ file, line: tornLine });
    } finally {
      ledger.close();
    }
    const standing = new Set(
      withoutTakenBack(
        read.map(({ event }) => event),
        now,
      ),
    );
    for (const one of read) wanted.push({ ...one, stands: standing.has(one.event), file });
  }
  return { wanted, unfinished };
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
  constructor(registry: string, wanted: readonly OtherEvent[], own: readonly LedgerEvent[], now: number) {
    const ids = new Set(wanted.map(({ event }) => event.event));
    const take = (event: LedgerEvent) => {
      if (ids.has(event.event) && !this.#byId.has(event.event)) this.#byId.set(event.event, event);
    };
    // Another person's event may have the id, too.
    if (kindOfPath(registry) !== "missing")
      lookOverLedger(registry, (scanner, event) => ids.has(idOf(scanner)) && take(event()), take);
    const standing = new Set(withoutTakenBack(own, now));
    for (const event of own) this.#add({ event, stands: standing.has(event) });
  }

  /** Returns the event as it is to be added; undefined where it stands already. */
  take({ event: other, stands, file, line }: OtherEvent): LedgerEvent | undefined {
    const event = this.#asNamedHere(other);
    const mine = this.#byId.get(event.event);
    if (mine !== undefined) {
      if (!isSame(mine, event))
        throw new ScrubError(ExitCode.suppressionList, "otherEventOfThatId", [], {
          file,
          ...(line !== undefined && { line }),
        });
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

/** The id that a line begins with. */
function idOf(scanner: RecordScanner): string {
  const { bytes, cellStart, cellEnd, cellQuoted } = scanner;
  if (cellQuoted[0] === 1) return scannedCells(scanner)[0] ?? "";
  return Buffer.from(bytes.buffer, bytes.byteOffset + cellStart[0]!, cellEnd[0]! - cellStart[0]!).toString();
}

/** Whether two events of one id are the same, where one of them may be erased. */
function isSame(one: LedgerEvent, other: LedgerEvent): boolean {
  const isEqual = (a: LedgerEvent, b: LedgerEvent) => cellsOf(a).join("\0") === cellsOf(b).join("\0");
  return isEqual(one, other) || ((isBare(one) || isBare(other)) && isEqual(bared(one), bared(other)));
}
