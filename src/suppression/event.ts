// What one entry of a suppression list says: out or in, for which channel, since when. And which of two stands.
// Cells become events in event-reader.ts; the index (country.ts) holds what stands.

export const CHANNELS = ["any", "call", "sms", "whatsapp"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the code of a channel takes where events are packed. A ninth channel does not compile: it takes a bit more. */
export const CHANNEL_BITS = bitsOfEight(CHANNELS.length);

function bitsOfEight(_channels: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8): 3 {
  return 3;
}

export function channelCode(channel: Channel): number {
  return CHANNELS.indexOf(channel);
}

/** `packed`: a code in its lowest bits. */
export function channelIn(packed: number): Channel {
  return CHANNELS[packed & ((1 << CHANNEL_BITS) - 1)]!;
}

export interface ListEvent {
  optIn: boolean;
  channel: Channel;
  /** Seconds since 1970; undated: 0. An undated opt-in is no event: it lifts nothing. */
  time: number;
  /** Seconds by which it may have been earlier than `time`, where it is an opt-out, or later, where it is an opt-in. */
  span?: number;
  /** The instant from which the entry is absent; 0 or nothing where it never expires. */
  until?: number;
}

/** What most lists are made of: a number, and no more said. */
export const PLAIN_OPT_OUT: ListEvent = { optIn: false, channel: "any", time: 0 };

/** Whether an opt-out for one channel bars a campaign on another. */
export function bars(optOut: Channel, campaign: Channel): boolean {
  return optOut === "any" || campaign === "any" || optOut === campaign;
}

/** The time as of which events are read, in seconds since 1970. */
export interface AsOf {
  /** It moves on where a list is read on later. */
  now: number;
  /** Asked about that moment itself: what came later had not happened. Else an opt-out of the future stands already. */
  asItStood: boolean;
  /** Entries that have expired are read like the others, each with its end: for whoever asks about other moments too. */
  keepsExpired?: boolean;
}

/** What stands of a key (a number and a channel) in one list, however many events it had. */
export interface Standing {
  optIn: boolean;
  /** The time of the event that stands; 0 where that is an undated opt-out. */
  time: number;
  /** The opt-in that stands has lifted an opt-out. */
  lifted: boolean;
}

/**
 * What stands once `event` joins what stood; the same object where nothing changes. The latest dated event stands, a tie
 * is an opt-out, an undated opt-out always stands: so the order in which events come does not matter.
 */
export function join(stood: Standing, event: Pick<ListEvent, "optIn" | "time">): Standing {
  if (isForGood(stood)) return stood;
  if (event.optIn) {
    if (event.time > stood.time) return { optIn: true, time: event.time, lifted: stood.lifted || !stood.optIn };
    return stood;
  }
  if (event.time === 0 || event.time > stood.time || (event.time === stood.time && stood.optIn))
    return { optIn: false, time: event.time, lifted: false };
  return stood.optIn && !stood.lifted ? { ...stood, lifted: true } : stood;
}

function isForGood({ optIn, time }: Standing): boolean {
  return !optIn && time === 0;
}

/** How often a list left something open; every such case was read as what suppresses. */
export class EventCounts {
  optIns = 0;
  unknownActions = 0;
  unknownChannels = 0;
  unreadableDates = 0;
  /** Opt-ins that lift nothing: undated, of the future, for an unknown channel, or with anything in their record against them. */
  idleOptIns = 0;
  expired = 0;
  /** Opt-outs with an end that nobody can read, or that is before their own day, which stand. */
  unreadableExpiries = 0;
}

/** What became of the events of one list. */
export interface ListTotals {
  /** Distinct numbers that the list has something to say of, candidates too. */
  numbers: number;
  /** Opt-outs of this list that an opt-in lifted: numbers by channel. */
  lifted: number;
  /** Some opt-out of a Salvadoran number stands, on whichever channel; of a digest nobody can say that it does not. */
  bars: boolean;
}

/** The place where a list holds a number: the list's position and the record there (from 1, after the header). */
export interface Holding {
  list: number;
  record: number;
  /** The time of the opt-out, in seconds since 1970; 0 where the list does not say. */
  since: number;
}

/** What one list says of a number for a channel: what stands, or one of several events. */
export interface Entry extends Required<ListEvent>, Standing {
  list: number;
  record: number;
}

/** Whose opt-ins count. */
export interface ListRules {
  /** Whether its opt-ins lift other lists' opt-outs too. */
  liftsOthers: boolean;
}

/** Whether an opt-out stands among all that the lists say of a number: not lifted by its own list or by one that lifts others'. */
export function standsAmong(
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
