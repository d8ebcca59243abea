// Taking in the events of other registries as they are, each once: known by its id, or by what makes two events the same.

import { scannedCells } from "../csv/cells.js";
import type { RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { kindOfPath } from "../files/paths.js";
import { namedIn, naming, VOID } from "../suppression/taken-back.js";
import { appendEvents, lookOverLedger, openLedger, openRegistryFile } from "./ledger.js";
import { cellsOf, identityOf, type LedgerEvent, neededEvidence } from "./ledger-event.js";
import { withoutTakenBack } from "./state.js";
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
  file: string;
  line: number | undefined;
}

/** All of the registries' events, or none: one whose id stands for another event is exit 4. */
export function merge(others: readonly string[], registry: string, now: Date): Promise<Merged> {
  return withLock(registry, async () => {
    const { wanted, unfinished } = eventsOf(others);
    const phones = new Set(wanted.map(({ event }) => event.phone));
    const ledger = openLedger(registry, "registry", phones);
    const instant = now.getTime() / 1000;
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

function eventsOf(files: readonly string[]): { wanted: OtherEvent[]; unfinished: { file: string; line: number }[] } {
  const wanted: OtherEvent[] = [];
  const unfinished: { file: string; line: number }[] = [];
  for (const file of files) {
    const ledger = openRegistryFile(file);
    try {
      const { last, tornLine } = ledger.walk((scanner, event) =>
        wanted.push({ event: event(), file, line: scanner.line }),
      );
      if (last !== undefined) wanted.push({ event: last, file, line: undefined });
      if (tornLine !== undefined) unfinished.push({ file, line: tornLine });
    } finally {
      ledger.close();
    }
  }
  return { wanted, unfinished };
}

/** What stands already, in the registry or by what was taken in before. */
class Known {
  readonly #byId = new Map<string, LedgerEvent>();
  readonly #same: Map<string, LedgerEvent>;
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
    // What says no day may be said anew: it is no repetition of what was taken back.
    const stays = new Set(withoutTakenBack(own, now));
    const counted = own.filter((event) => event.requestedAt !== "" || stays.has(event));
    this.#same = new Map(counted.map((event) => [identityOf(event), event]));
  }

  /** Returns the event as it is to be added; undefined where it stands already. */
  take({ event: other, file, line }: OtherEvent): LedgerEvent | undefined {
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
    const identity = identityOf(event);
    const erased = event.requestedAt === "" ? undefined : this.#same.get(identityOf({ ...event, source: "" }));
    const same = this.#same.get(identity) ?? erased;
    if (same !== undefined) {
      this.#names.set(event.event, same.event);
      return undefined;
    }
    this.#byId.set(event.event, event);
    this.#same.set(identity, event);
    return event;
  }

  #asNamedHere(event: LedgerEvent): LedgerEvent {
    const named = event.action === VOID ? this.#names.get(namedIn(event.evidence)!) : undefined;
    return named === undefined ? event : { ...event, evidence: naming(named) };
  }
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
  const bare = (event: LedgerEvent) => ({
    ...event,
    source: "",
    sender: "",
    reason: "",
    evidence: neededEvidence(event),
  });
  return isEqual(one, other) || ((isBare(one) || isBare(other)) && isEqual(bare(one), bare(other)));
}

function isBare(event: LedgerEvent): boolean {
  const { source, sender, reason, evidence } = event;
  return source + sender + reason === "" && evidence === neededEvidence(event);
}
