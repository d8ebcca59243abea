// What stands for each number and channel of a registry, since when, and where its line is: by the same rule as when the registry
// is used as a suppression list. Events are columns, about 32 bytes each, chained by their number.

import { type Channel, join, type Standing } from "../suppression/event.js";
import { namedIn, TakenBack, VOID } from "../suppression/taken-back.js";
import { channelIn, momentOf, SAYS, saidIn, timeIn } from "./event-code.js";
import type { LedgerEvent } from "./ledger-event.js";

/** What stands on a channel, and the place of the event that says so. */
export interface PlacedStanding extends Standing {
  channel: Channel;
  place: number;
}

interface StandingAt extends Omit<PlacedStanding, "place"> {
  /** Which event says so. */
  at: number;
}

const LEAST = 64;
/** Of a key so many of its last bits are those of its chain, too. */
const NEAR_BITS = 6;
/** In the place of the next one of a chain: a later event of the same key stands there. */
const SUPERSEDED = -2;

export class Book {
  /** By the last bits of a key's hash: the last event of a key, with which a chain of others begins. */
  #heads = new Int32Array(LEAST).fill(-1);
  // A number for each event, in their order.
  #keys = new Float64Array(0);
  #places = new Float64Array(0);
  #codes = new Float64Array(0);
  /** Of the last event of a key that of another one in the same chain; -1 at its end. */
  #next = new Int32Array(0);
  /** The event of the same key before it; -1 where it is the first. */
  #before = new Int32Array(0);
  #count = 0;
  /** The keys of which an event is taken back. */
  readonly #voided = new Set<number>();
  /** The places of events that are taken back. */
  readonly #gone = new Set<number>();

  /** The state as of `now`, in seconds since 1970: an opt-in of the future lifts nothing yet. `expected`: about so many events. */
  constructor(
    private readonly now = Number.POSITIVE_INFINITY,
    expected = LEAST,
  ) {
    this.#grow(Math.max(LEAST, Math.ceil(expected)));
  }

  /** Takes in the next event. `key`: `keyOf` it; `place`: where it stands, later than the last; `code`: `codeOf` it, where that will be asked. */
  add(key: number, place: number, code = SAYS.nothing as number): void {
    if (this.#count === this.#keys.length) this.#grow(2 * this.#keys.length);
    const at = this.#count++;
    this.#keys[at] = key;
    this.#places[at] = place;
    this.#codes[at] = code;
    this.#before[at] = this.#link(at, key);
    if (saidIn(code) === SAYS.takesBack) this.#voided.add(key);
  }

  get count(): number {
    return this.#count;
  }

  has(key: number): boolean {
    return this.#latest(key) >= 0;
  }

  /** Where the events of a key stand, in their order. */
  placesOf(key: number): number[] {
    return this.#eventsTo(this.#latest(key)).map((at) => this.#places[at]!);
  }

  /** Has what is taken back as of now count no more. `eventsAt`: reads the events of places in their order. */
  takeBack(eventsAt: (places: readonly number[]) => readonly LedgerEvent[]): void {
    for (const key of this.#voided) {
      const places = this.placesOf(key);
      const isTakenBack = takenBackAmong(eventsAt(places), this.now);
      for (const [i, place] of places.entries()) if (isTakenBack[i]) this.#gone.add(place);
    }
  }

  isGone(place: number): boolean {
    return this.#gone.has(place);
  }

  /** The keys of which an event is taken back. */
  get voided(): ReadonlySet<number> {
    return this.#voided;
  }

  /** What stands of a key, in the order in which its channels were met. */
  standsOf(key: number): readonly PlacedStanding[] {
    return this.#standsFrom(this.#latest(key)).map(({ at, ...stands }) => ({ ...stands, place: this.#places[at]! }));
  }

  /** `latest`: the last event of a key. */
  #standsFrom(latest: number): readonly StandingAt[] {
    const stands: StandingAt[] = [];
    for (const at of this.#eventsTo(latest)) {
      if (!this.#saysAnything(at)) continue;
      const event = this.#standingAt(at);
      const known = stands.findIndex(({ channel }) => channel === event.channel);
      const stood = stands[known];
      if (stood === undefined) {
        stands.push(event);
        continue;
      }
      const after = join(stood, event);
      if (after === stood) continue;
      const isItself = after.optIn === event.optIn && after.time === event.time;
      stands[known] = { ...after, channel: event.channel, at: isItself ? at : stood.at };
    }
    return stands;
  }

  /** Whether an event says anything of its number: not nothing any more, nor nothing yet. */
  #saysAnything(at: number): boolean {
    const code = this.#codes[at]!;
    const says = saidIn(code);
    if (says === SAYS.nothing || says === SAYS.takesBack || this.#gone.has(this.#places[at]!)) return false;
    const time = timeIn(code);
    return says === SAYS.optOut || (time !== 0 && time <= this.now);
  }

  /** What stands where an event is the only one. */
  #standingAt(at: number): StandingAt {
    const code = this.#codes[at]!;
    return { channel: channelIn(code), optIn: saidIn(code) === SAYS.optIn, time: timeIn(code), lifted: false, at };
  }

  /** Counts the keys with an opt-out, on whichever channel. */
  countBarred(): number {
    let barred = 0;
    for (let at = 0; at < this.#count; at++) {
      if (this.#next[at] === SUPERSEDED) continue;
      if (this.#before[at]! >= 0) barred += this.#standsFrom(at).some(({ optIn }) => !optIn) ? 1 : 0;
      else if (saidIn(this.#codes[at]!) === SAYS.optOut && this.#saysAnything(at)) barred++;
    }
    return barred;
  }

  /** Where the events stand behind a place that take others back, on these channels. */
  voids(counts: (channel: Channel) => boolean, since: number): number[] {
    const own = [...this.#voided].flatMap((key) => this.#eventsTo(this.#latest(key)));
    const isWanted = (code: number) => saidIn(code) === SAYS.takesBack && counts(channelIn(code));
    return own.flatMap((at) => (this.#places[at]! > since && isWanted(this.#codes[at]!) ? this.#places[at]! : []));
  }

  /**
   * Where the events stand that say what stands on these channels, in their order; of what nothing was said behind a place (`since`),
   * none.
   */
  standing(counts: (channel: Channel) => boolean, since = Number.NEGATIVE_INFINITY): Float64Array {
    const isWanted = new Uint8Array(this.#count);
    for (let at = 0; at < this.#count; at++) {
      if (this.#next[at] === SUPERSEDED) continue;
      if (this.#before[at]! < 0) {
        const isSaid = this.#places[at]! > since && this.#saysAnything(at);
        if (isSaid && counts(channelIn(this.#codes[at]!))) isWanted[at] = 1;
      } else
        for (const one of this.#standsFrom(at))
          if (counts(one.channel) && this.#isSaid(at, one.channel, since)) isWanted[one.at] = 1;
    }
    const places = new Float64Array(isWanted.reduce((sum, one) => sum + one, 0));
    for (let at = 0, found = 0; at < this.#count; at++) if (isWanted[at] === 1) places[found++] = this.#places[at]!;
    return places;
  }

  /** Whether anything was said of a key and a channel since a place. `latest`: the last event of the key. */
  #isSaid(latest: number, channel: Channel, since: number): boolean {
    for (let at = latest; at >= 0 && this.#places[at]! > since; at = this.#before[at]!)
      if (channelIn(this.#codes[at]!) === channel) return true;
    return false;
  }

  /** The events of a key, in their order. `latest`: the last of them. */
  #eventsTo(latest: number): number[] {
    const events: number[] = [];
    for (let at = latest; at >= 0; at = this.#before[at]!) events.push(at);
    return events.reverse();
  }

  /** The last event of a key; -1 where it has none. */
  #latest(key: number): number {
    let at = this.#heads[this.#slotOf(key)]!;
    while (at >= 0 && this.#keys[at] !== key) at = this.#next[at]!;
    return at;
  }

  /** Links an event as the last of its key, and returns the one before. */
  #link(event: number, key: number): number {
    const slot = this.#slotOf(key);
    let previous = -1;
    let at = this.#heads[slot]!;
    while (at >= 0 && this.#keys[at] !== key) {
      previous = at;
      at = this.#next[at]!;
    }
    if (at < 0) {
      this.#next[event] = this.#heads[slot]!;
      this.#heads[slot] = event;
      return -1;
    }
    this.#next[event] = this.#next[at]!;
    this.#next[at] = SUPERSEDED;
    if (previous < 0) this.#heads[slot] = event;
    else this.#next[previous] = event;
    return at;
  }

  /** The last step of MurmurHash3; numbers that are given out one after the other stand near to one another. */
  #slotOf(key: number): number {
    const low = (key % 0x1_0000_0000) | 0;
    let bits = (low >>> NEAR_BITS) ^ Math.floor(key / 0x1_0000_0000);
    bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
    return (((bits ^ (bits >>> 16)) << NEAR_BITS) | (low & ((1 << NEAR_BITS) - 1))) & (this.#heads.length - 1);
  }

  /** Makes room for so many events, and about as many chains. */
  #grow(length: number): void {
    const grown = <T extends Float64Array | Int32Array>(from: T, to: T) => {
      to.set(from);
      return to;
    };
    this.#keys = grown(this.#keys, new Float64Array(length));
    this.#places = grown(this.#places, new Float64Array(length));
    this.#codes = grown(this.#codes, new Float64Array(length));
    this.#next = grown(this.#next, new Int32Array(length));
    this.#before = grown(this.#before, new Int32Array(length));
    this.#heads = new Int32Array(2 ** Math.floor(Math.log2(length))).fill(-1);
    for (let at = 0; at < this.#count; at++) if (this.#next[at] !== SUPERSEDED) this.#link(at, this.#keys[at]!);
  }
}

/** The events of these, all of one number, that are taken back as of `now`. */
function takenBackAmong(events: readonly LedgerEvent[], now: number): boolean[] {
  const voids = events.filter(({ action }) => action === VOID);
  const taken = new TakenBack(
    voids.map(({ phone, evidence, recordedAt }) => ({
      phone,
      names: namedIn(evidence)!,
      recorded: momentOf(recordedAt),
    })),
  );
  return events.map(({ phone, event, action }) => {
    const end = action === VOID ? 0 : taken.endOf({ phone, id: event.trim(), optIn: action === "opt-in" }, now);
    return end !== 0 && end <= now;
  });
}
