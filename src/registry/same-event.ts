// When two events are the same: as one that is imported again, as the decision about a message, or as one of another registry.

import { VOID } from "../suppression/taken-back.js";
import { E164, isBare, keyOf, type LedgerEvent, marksIn, momentOf, NAMED, placeIn, REVIEWED } from "./ledger-event.js";

/** `mark`: of the name that its provider gave it, if that may tell that it is the same. */
type Unrecorded = Omit<LedgerEvent, "event" | "recordedAt"> & { mark?: string | undefined };
type NamesOf<T> = (event: T) => Iterable<string>;

/** Finds the event that is the same as another one: one that has a name for which that one asks. */
export class SameEvents {
  readonly #named = new Map<string, LedgerEvent>();
  /** By their keys. They get their names once one of their number is asked for: most never are. */
  readonly #unnamed = new Map<number, LedgerEvent[]>();

  constructor(
    events: readonly LedgerEvent[],
    private readonly names: NamesOf<LedgerEvent>,
    private readonly asked: NamesOf<Unrecorded>,
  ) {
    for (const event of events) this.add(event);
  }

  add(event: LedgerEvent): void {
    const key = keyOf(event);
    if (this.#unnamed.get(key)?.push(event) === undefined) this.#unnamed.set(key, [event]);
  }

  of(event: Unrecorded): LedgerEvent | undefined {
    const ofKey = this.#unnamed.get(keyOf(event));
    if (ofKey === undefined) return undefined;
    for (const one of ofKey.splice(0))
      for (const name of this.names(one)) if (!this.#named.has(name)) this.#named.set(name, one);
    for (const name of this.asked(event)) if (this.#named.has(name)) return this.#named.get(name);
    return undefined;
  }
}

/** Finds events that are recorded already. */
export function recorded(events: readonly LedgerEvent[]): SameEvents {
  const names = (event: LedgerEvent) => {
    const marked = marksIn(event.evidence).slice(-1);
    return [identityOf(event), ...marked.map((mark) => markedName(event, mark))];
  };
  const asked = function* (event: Unrecorded) {
    if (!isKeptByName(event)) yield identityOf(event);
    // Of an erased person it is not known any more where an event came from: without that it is the same.
    if (!isKeptByName(event) && event.requestedAt !== "") yield identityOf(event, "");
    if (event.mark !== undefined) yield markedName(event, event.mark);
  };
  return new SameEvents(events, names, asked);
}

/** Whether its provider's name alone tells: an opt-in that is sent again must not lift an opt-out that came between. */
export function isKeptByName({ mark, action }: Unrecorded): boolean {
  return mark !== undefined && action === "opt-in";
}

function markedName({ phone, action }: Unrecorded, mark: string): string {
  return ["mark", phone, action, mark].join("\n");
}

/** Finds what a person has decided of a message and a number. `events`: those of a registry that are not taken back. */
export function decisionsIn(events: readonly LedgerEvent[]): SameEvents {
  const names = (event: LedgerEvent) => {
    const marks = marksIn(event.evidence);
    const ofWords = (marks.length === 0 ? [""] : marks).map((mark) => messageMoment(event) + mark);
    return [...ofWords, event.phone + marks.at(-1)];
  };
  const asked = (event: Unrecorded) => {
    // Without a mark the words are not known: it can only have been the person's own message.
    const marks = [...marksIn(event.evidence), ...(event.reason === NAMED ? [] : [""])];
    return [...marks.map((mark) => messageMoment(event) + mark), ...(event.mark ? [event.phone + event.mark] : [])];
  };
  const decided = events.filter(({ action, reason }) => action !== VOID && reason.startsWith(REVIEWED));
  return new SameEvents(decided, names, asked);
}

/**
 * Finds events that another registry holds, too: by their id, and by what they say. In doubt both are kept: opt-outs without a date,
 * and those that no longer say where they came from. Opt-ins of one moment are one, so that no second one lifts what the first
 * does not.
 */
export function inBoth(events: readonly LedgerEvent[]): SameEvents {
  const names = (event: LedgerEvent) => {
    const { phone, action, channel, requestedAt } = event;
    const id = ["id", event.event, phone, action, channel, requestedAt].join("\n");
    if (action === "opt-in") return [id, [phone, channel, momentOf(requestedAt)?.first ?? requestedAt].join("\n")];
    return action === VOID || (requestedAt !== "" && !isBare(event)) ? [id, identityOf(event)] : [id];
  };
  return new SameEvents(events, names, (event) => names(event as LedgerEvent));
}

/** `source`: where it came from, if that is to count otherwise. */
function identityOf(event: Unrecorded, source = event.source): string {
  const { phone, action, channel, requestedAt, evidence, message = "" } = event;
  if (action === VOID) return [phone, action, evidence].join("\n");
  const isMessage = action === "review" || action === "request" || action === "settled";
  // Two messages of one moment are told apart by what they say.
  const words = action === "settled" ? marksIn(evidence).join("") : message;
  return `${phone}\n${action}\n${channel}\n${requestedAt}\n${source}\n${isMessage ? onlyPlaceOf(event) : ""}\n${words}`;
}

/** Returns where a message stood, if that alone tells it apart: nobody can read or date it. */
function onlyPlaceOf({ phone, requestedAt, evidence }: Unrecorded): string {
  return requestedAt === "" || !E164.test(phone) ? placeIn(evidence) : "";
}

/** Returns what a message and its decision have in common, but for the words. */
function messageMoment(event: Unrecorded): string {
  const { phone, requestedAt, source } = event;
  // A registry holds no ranges: what is decided of one has no number.
  return [E164.test(phone) ? phone : "", requestedAt, source, onlyPlaceOf(event)].join("\n");
}
