// What stands of a registry's events: by the same rules as when it is used as a suppression list.

import { type Channel, join, type Standing } from "../suppression/event.js";
import { type Named, namedIn, TakenBack, VOID } from "../suppression/taken-back.js";
import { type Moment, parseMoment } from "../time/dates.js";
import { DAY, EL_SALVADOR } from "../time/time-zone.js";
import type { LedgerEvent } from "./ledger-event.js";

/** What stands of a number and a channel, and the event that says so. */
export interface StandingEvent extends Standing {
  phone: string;
  channel: Channel;
  event: LedgerEvent;
}

export class RegistryState {
  readonly #stands = new Map<string, StandingEvent>();

  /** The state as of `now`, in seconds since 1970: an opt-in of the future lifts nothing yet. */
  constructor(
    events: readonly LedgerEvent[],
    private readonly now: number,
  ) {
    for (const event of withoutTakenBack(events, now)) this.take(event);
  }

  take(event: LedgerEvent): void {
    if (event.action === "settled" || event.action === VOID) return;
    const optIn = event.action === "opt-in";
    const time = timeOf(momentOf(event.requestedAt), optIn);
    const { phone, channel } = event;
    const key = `${phone} ${channel}`;
    const stood = this.#stands.get(key);
    const stands = standingAfter(stood, { optIn, time }, this.now);
    if (stands === undefined) return;
    const isItself = stands.optIn === optIn && stands.time === time;
    this.#stands.set(key, { ...stands, phone, channel, event: isItself ? event : stood!.event });
  }

  /**
   * The event that says that very thing, where it stands already. An opt-out without a date stands for good, which a dated one does
   * not.
   */
  standing({
    phone,
    channel,
    action,
    requestedAt,
  }: Pick<LedgerEvent, "phone" | "channel" | "action" | "requestedAt">): LedgerEvent | undefined {
    const stood = this.#stands.get(`${phone} ${channel}`);
    if (stood === undefined || action !== (stood.optIn ? "opt-in" : stood.event.action)) return undefined;
    return requestedAt === "" && !stood.optIn && stood.time !== 0 ? undefined : stood.event;
  }

  /** Whether an opt-in of the phone stands on the channel, and no opt-out of every channel bars beside it. */
  letsThrough({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">): boolean {
    const isOptIn = (of: Channel) => this.#stands.get(`${phone} ${of}`)?.optIn;
    return isOptIn(channel) === true && isOptIn("any") !== false;
  }

  /** Whether an opt-out stands that bars the phone on the channel. */
  bars({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">): boolean {
    const isOptOut = (of: Channel) => this.#stands.get(`${phone} ${of}`)?.optIn === false;
    return isOptOut(channel) || isOptOut("any");
  }

  /** What stands, in the order in which the keys were first met. */
  get stands(): Iterable<StandingEvent> {
    return this.#stands.values();
  }
}

/** The events that are not taken back as of `now`. `events`: all of the numbers that are asked about. */
export function withoutTakenBack(events: readonly LedgerEvent[], now: number): readonly LedgerEvent[] {
  const taken = takenBackAmong(events);
  return taken === undefined ? events : events.filter((event) => !isTakenBack(event, taken, now));
}

/** Undefined where none is taken back. */
export function takenBackAmong(events: readonly LedgerEvent[]): TakenBack | undefined {
  const voids = events.filter(({ action }) => action === VOID);
  if (voids.length === 0) return undefined;
  const taken = new TakenBack(
    voids.map(({ phone, evidence, recordedAt }) => ({
      phone,
      names: namedIn(evidence)!,
      recorded: momentOf(recordedAt),
    })),
  );
  for (const event of events) if (event.action !== VOID) taken.meet(namedBy(event));
  return taken;
}

export function isTakenBack(event: LedgerEvent, taken: TakenBack, now: number): boolean {
  const end = event.action === VOID ? 0 : taken.endOf(namedBy(event), now);
  return end !== 0 && end <= now;
}

function namedBy({ phone, event, action, channel, requestedAt }: LedgerEvent): Named {
  return { phone, id: event.trim(), optIn: action === "opt-in", says: [action, channel, requestedAt].join(" ") };
}

/** What stands after an event, as of `now`; undefined where that is what stood before, for it lifts nothing or says nothing new. */
export function standingAfter(
  stood: Standing | undefined,
  event: Pick<Standing, "optIn" | "time">,
  now: number,
): Standing | undefined {
  if (event.optIn && (event.time === 0 || event.time > now)) return undefined;
  const { optIn, time } = event;
  const stands = stood === undefined ? { optIn, time, lifted: false } : join(stood, event);
  return stands === stood ? undefined : stands;
}

/** What a cell of a ledger says of when; undefined where it is empty or can't be read. */
export function momentOf(text: string): Moment | undefined {
  return text === "" ? undefined : parseMoment(text, "", "unknown", EL_SALVADOR);
}

/**
 * The second that counts: the last that an opt-out can mean, the first that an opt-in can; 0 where undated, as an opt-in is
 * that may be of several days, which only a person can have written.
 */
export function timeOf(moment: Moment | undefined, optIn: boolean): number {
  if (moment === undefined) return 0;
  if (!optIn) return moment.last;
  return moment.last - moment.first < DAY ? moment.first : 0;
}
