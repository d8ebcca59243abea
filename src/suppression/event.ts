// The event of a suppression list's entry, and which of several events is in force. event-reader.ts reads events from cells.

/** The channels by their codes. A ninth, which needs more than the kernel's three bits of a code, does not compile. */
export const CHANNELS = ["any", "call", "sms", "whatsapp"] as const satisfies {
  length: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
};
export type Channel = (typeof CHANNELS)[number];

export function channelCode(channel: Channel): number {
  return CHANNELS.indexOf(channel);
}

export interface ListEvent {
  optIn: boolean;
  channel: Channel;
  /** The channel that an opt-out for any names. It stands there by itself, too: an opt-in for any does not lift it. */
  also?: Channel | undefined;
  /** Seconds since 1970; 0 for none. An opt-in without a date is no event. */
  time: number;
  /** The seconds by which an opt-out may be earlier than `time`, or an opt-in later. */
  span?: number;
  /** The instant from which the entry is absent; 0 or undefined for never. */
  until?: number;
}

/** The event of most lists: a number and nothing else. */
export const PLAIN_OPT_OUT: ListEvent = { optIn: false, channel: "any", time: 0 };

/** Whether an opt-out for one channel suppresses a campaign on another. */
export function suppresses(optOut: Channel, campaign: Channel): boolean {
  return optOut === "any" || campaign === "any" || optOut === campaign;
}

/** The time as of which events are read, in seconds since 1970. */
export interface AsOf {
  /** It is set again when appended lines are read. */
  now: number;
  /** Whether later events are left out. Otherwise an opt-out with a date in the future is in force already. */
  excludesLater: boolean;
  /** Whether expired entries are kept, each with its end, to ask what was in force at another moment. */
  keepsExpired?: boolean;
}

/** The event in force for a key (a number and a channel) in one list. */
export interface EventInForce {
  optIn: boolean;
  /** The time of the event; 0 for an undated opt-out. */
  time: number;
  /** Whether an opt-in in force has lifted an opt-out. */
  lifted: boolean;
}

/**
 * Returns the event in force after another is added; the same object if nothing changes. The latest event is in force; in a tie,
 * the opt-out; always, an opt-out without a date. So the order of the records does not matter.
 */
export function join(before: EventInForce, event: Pick<ListEvent, "optIn" | "time">): EventInForce {
  if (!before.optIn && before.time === 0) return before;
  if (event.optIn) {
    if (event.time > before.time) return { optIn: true, time: event.time, lifted: before.lifted || !before.optIn };
    return before;
  }
  if (event.time === 0 || event.time > before.time || (event.time === before.time && before.optIn))
    return { optIn: false, time: event.time, lifted: false };
  return before.optIn && !before.lifted ? { ...before, lifted: true } : before;
}

/** Counts what was unknown or without effect in a list's events. The unknown was always read as what suppresses. */
export class EventCounts {
  optIns = 0;
  unknownActions = 0;
  unknownChannels = 0;
  unreadableDates = 0;
  /** Opt-ins that lift nothing: without a date, of the future, for an unknown channel, or contradicted by their record. */
  idleOptIns = 0;
  expired = 0;
  /** Opt-outs in force whose end can't be read, or is before their own day. */
  unreadableExpiries = 0;
}

/** What one list adds to the index. */
export interface ListTotals {
  /** Distinct numbers of the list, candidates among them. */
  numbers: number;
  /** Opt-outs of this list that an opt-in lifted: numbers by channel. */
  lifted: number;
  /** Whether an opt-out of a Salvadoran number, or a digest that may be one, is in force on any channel. */
  suppresses: boolean;
}

/** The place where a list holds a number: the list's position and the record there (from 1, after the header). */
export interface Holding {
  list: number;
  record: number;
  /** The time of the opt-out, in seconds since 1970; 0 if the list has none. */
  since: number;
}

/** An event of a number and a channel in one list: the one in force, or one of several. */
export interface Entry extends Required<Omit<ListEvent, "also">>, EventInForce {
  list: number;
  record: number;
}

export interface ListRules {
  /** Whether its opt-ins lift other lists' opt-outs too. */
  liftsOthers: boolean;
}

/** Whether an entry is an opt-out that no later opt-in lifts, of its own list or of one that lifts those of others. */
export function isInForce(
  entries: readonly Entry[],
  entry: Pick<Entry, "optIn" | "list" | "channel" | "time">,
  rules: readonly ListRules[],
): boolean {
  const { optIn, list, channel, time } = entry;
  if (optIn) return false;
  if (time === 0) return true;
  return !entries.some(
    (other) =>
      other.optIn &&
      other.channel === channel &&
      other.time > time &&
      (other.list === list || rules[other.list]!.liftsOthers),
  );
}
