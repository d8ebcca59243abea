// What an event of a ledger says, as one number: the columns of a book hold millions of them.

import { CHANNELS, type Channel, channelCode } from "../suppression/event.js";
import { VOID } from "../suppression/taken-back.js";
import { type Moment, parseMoment } from "../time/dates.js";
import { DAY, EL_SALVADOR } from "../time/time-zone.js";
import type { LedgerAction } from "./ledger-event.js";

// What an event says, in two bits of its code; its channel in two more, and its time before them.
export const SAYS = { nothing: 0, optOut: 1, optIn: 2, takesBack: 3 } as const;
const SAYS_BITS = 4;
const CODE = SAYS_BITS * CHANNELS.length;

/** `requested`: when it was asked for. */
export function codeOf(action: LedgerAction, channel: Channel, requested: Moment | undefined): number {
  const optIn = action === "opt-in";
  const says =
    action === VOID ? SAYS.takesBack : action === "settled" ? SAYS.nothing : optIn ? SAYS.optIn : SAYS.optOut;
  return timeOf(requested, optIn) * CODE + channelCode(channel) * SAYS_BITS + says;
}

/**
 * The second that counts: the last that an opt-out can mean, the first that an opt-in can; 0 where undated, as an opt-in is
 * that may be of several days, which only a person can have written.
 */
function timeOf(moment: Moment | undefined, optIn: boolean): number {
  if (moment === undefined) return 0;
  if (!optIn) return moment.last;
  return moment.last - moment.first < DAY ? moment.first : 0;
}

/** What a cell of a ledger says of when; undefined where it is empty or can't be read. */
export function momentOf(text: string): Moment | undefined {
  return text === "" ? undefined : parseMoment(text, "", "unknown", EL_SALVADOR);
}

export function saidIn(code: number): number {
  return code - SAYS_BITS * Math.floor(code / SAYS_BITS);
}

export function channelIn(code: number): Channel {
  return CHANNELS[Math.floor(code / SAYS_BITS) - CHANNELS.length * Math.floor(code / CODE)]!;
}

export function timeIn(code: number): number {
  return Math.floor(code / CODE);
}
