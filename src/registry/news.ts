// What is new of all that is wanted, and what is in force for the rest, by the events of the same numbers. Writes nothing.

import { randomUUID } from "node:crypto";
import { timestampInElSalvador } from "../text/values.js";
import { EventBook, type StillSuppressed, stillSuppressed, waitingBook, withoutTakenBack } from "./book.js";
import { isReview, keyOf, type LedgerEvent, type WantedEvent } from "./ledger-event.js";
import type { LedgerIndex } from "./ledger-index.js";
import { decisionsIn, isKeptByName, recorded, type SameEvents } from "./same-event.js";

/** A wanted event that is new is the ledger's from then on. */
type NewEvent = WantedEvent & LedgerEvent;

/** What became of each wanted event is its `result`. */
export interface News {
  wanted: readonly WantedEvent[];
  events: readonly NewEvent[];
  reviews: readonly NewEvent[];
  /** The wanted reviews on which nobody has decided. */
  undecided: readonly WantedEvent[];
  /** Numbers of new opt-ins that are opted out nevertheless. */
  suppressed: readonly StillSuppressed[];
}

/** A provider's clock may be ahead of ours by so many seconds: an opt-in that was just given does not lie in the future. */
const CLOCK_SKEW = 300;

/**
 * `isTyped`: somebody asks for it at this moment: what is in force already is no new event, and what was taken back is one again.
 * Of an opt-in that was in force already is told, too, what else suppresses the number.
 */
export function newsOf(
  wanted: readonly WantedEvent[],
  registry: Pick<LedgerIndex, "eventsOf">,
  reviews: Pick<LedgerIndex, "eventsOf"> | undefined,
  { now, isTyped }: { now: Date; isTyped: boolean },
): News {
  const instant = now.getTime() / 1000;
  const keys = new Set(wanted.map(keyOf));
  const certain = wanted.filter((one) => !isReview(one));
  const unclear = wanted.filter(isReview);
  const before = registry.eventsOf(keys);
  const staying = withoutTakenBack(before, instant);
  const recordedAt = timestampInElSalvador(now);

  const decided = decisionsIn(staying);
  const waitingBefore = reviews?.eventsOf(keys) ?? [];
  const waitingNames = recorded(waitingBefore);
  const undecided = unclear.filter((review) => {
    const decision = decided.of(review);
    tell(review, decision ?? waitingNames.of(review), waitingNames, recordedAt);
    return decision === undefined;
  });

  const mayRepeat = (event: WantedEvent) =>
    isTyped || ((event.requestedAt === "" || event.isStamped === true) && !isKeptByName(event));
  // What is in force matters of these alone: of a million dated opt-outs nothing is asked.
  const phones = new Set(certain.filter((one) => isOptIn(one) || mayRepeat(one)).map(({ phone }) => phone));
  const isAsked = ({ phone }: { phone: string }) => phones.has(phone);
  const waiting = waitingBook([...waitingBefore, ...newOf(undecided)].filter(isAsked), instant);
  const book = new EventBook(before.filter(isAsked), instant + CLOCK_SKEW);
  // What says no day may be said anew: it is no repetition of what was taken back.
  const stays = new Set(staying);
  const names = recorded(before.filter((event) => (!isTyped && event.requestedAt !== "") || stays.has(event)));
  for (const one of certain) {
    const known = names.of(one) ?? (mayRepeat(one) ? book.sameInForce(one) : undefined);
    const isNew = tell(one, known, names, recordedAt);
    if (isNew && phones.has(one.phone)) book.add(one.result!.event);
  }

  const optIns = certain.filter(isOptIn).map(({ result }) => result!);
  for (const one of optIns) one.isIdle = !book.letsThrough(one.event) || waiting.suppresses(one.event);
  const shown = optIns.filter(({ isNew }) => isTyped || isNew).map(({ event }) => event);
  const suppressed = stillSuppressed(shown, book, waiting);
  return { wanted, events: newOf(certain), reviews: newOf(unclear), undecided, suppressed };
}

export function isOptIn({ action }: Pick<LedgerEvent, "action">): boolean {
  return action === "opt-in";
}

function newOf(all: readonly WantedEvent[]): NewEvent[] {
  return all.filter((one): one is NewEvent => one.result!.isNew);
}

/** Sets the result of a wanted event: the one that is known, or itself, a new one. Returns whether it is new. */
function tell(wanted: WantedEvent, known: LedgerEvent | undefined, names: SameEvents, recordedAt: string): boolean {
  const event = known ?? Object.assign(wanted, { event: randomUUID(), recordedAt });
  wanted.result = { event, isNew: known === undefined, isIdle: false };
  if (known === undefined) names.add(event);
  return known === undefined;
}
