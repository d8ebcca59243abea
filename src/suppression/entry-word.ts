// What a list says of a key (an 8-digit number) in one word: the key, and above it the channel, whether it is an opt-in, and
// whether that lifted an opt-out. A plain opt-out is its number alone.

import { CHANNEL_BITS, type Channel, channelCode, channelIn, type ListEvent } from "./event.js";

const NUMBER_BITS = 27;
/** Every key is below it. */
export const KEYS = 1 << NUMBER_BITS;
export const NUMBER = (1 << NUMBER_BITS) - 1;
export const OPT_IN = 1 << (NUMBER_BITS + CHANNEL_BITS);
export const LIFTED = OPT_IN << 1;

export function wordOf(national: number, { optIn, channel }: Pick<ListEvent, "optIn" | "channel">): number {
  return national | (channelCode(channel) << NUMBER_BITS) | (optIn ? OPT_IN : 0);
}

export function channelOf(word: number): Channel {
  return channelIn(word >>> NUMBER_BITS);
}

/** The code of its channel. */
export function channelCodeOf(word: number): number {
  return (word >>> NUMBER_BITS) & ((1 << CHANNEL_BITS) - 1);
}

export function isLifted(word: number): boolean {
  return (word & LIFTED) !== 0;
}
