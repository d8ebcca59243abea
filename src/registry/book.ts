// What stands for each number and channel of a registry, since when, and where its line is: by the same rule as when the registry
// is used as a suppression list. Events are columns, about 32 bytes each, chained by their number.

import { CHANNELS, type Channel, channelCode, join, type Standing } from "../suppression/event.js";
import { type Named, namedIn, TakenBack, VOID } from "../suppression/taken-back.js";
import { type Moment, parseMoment } from "../time/dates.js";
import { DAY, EL_SALVADOR } from "../time/time-zone.js";
import type { LedgerAction, LedgerEvent } from "./ledger-event.js";

/** What stands on a channel, and the place of the event that says so. */
export interface PlacedStanding extends Standing {
  channel: Channel;
  place: number;
}

// What an event says, in two bits of its code; its channel in two more, and its time before them.
const SAYS = { nothing: 0, optOut: 1, optIn: 2, takesBack: 3 } as const;
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

const LEAST = 64;

export class Book {
  #heads: Int32Array;
  #keys: Float64Array;
  #places: Float64Array;
  #codes: Float64Array;
  #next: Int32Array;
  #count = 0;
  /** The keys of which an event is taken back. */
  readonly #voided = new Set<number>();
  /** The places of events that are taken back. */
  readonly #gone = new Set<number>();

  /** The state as of `now`, in seconds since 1970: an opt-in of the future lifts nothing yet. `expected`: about so many events. */
  constructor(
    private readonly now = Number.POSITIVE_INFINITY,
    expected = 0,
  ) {
    const length = 2 ** Math.ceil(Math.log2(Math.max(LEAST, expected)));
    this.#heads = new Int32Array(length).fill(-1);
    this.#keys = new Float64Array(length);
    this.#places = new Float64Array(length);
    this.#codes = new Float64Array(length);
    this.#next = new Int32Array(length);
  }

  /** Takes in the next event. `key`: `keyOf` it; `place`: where it stands; `code`: `codeOf` it, where that will be asked. */
  add(key: number, place: number, code = SAYS.nothing as number): void {
    if (this.#count === this.#keys.length) this.#grow();
    const at = this.#count++;
    this.#keys[at] = key;
    this.#places[at] = place;
    this.#codes[at] = code;
    this.#link(at);
    if (saidIn(code) === SAYS.takesBack) this.#voided.add(key);
  }

  get count(): number {
    return this.#count;
  }

  has(key: number): boolean {
    return this.#latest(key) >= 0;
  }

  /** Whether a key has one event and no more. */
  isAlone(key: number): boolean {
    const at = this.#latest(key);
    return at >= 0 && !this.#hasBefore(at);
  }

  /** Where the events of a key stand, in their order. */
  placesOf(key: number): number[] {
    return this.#eventsTo(this.#latest(key)).map((at) => this.#places[at]!);
  }

  /** The place of each event, in their order. */
  *places(): Generator<number> {
    for (let at = 0; at < this.#count; at++) yield this.#places[at]!;
  }

  /** The key of each event, in their order. */
  *keys(): Generator<number> {
    for (let at = 0; at < this.#count; at++) yield this.#keys[at]!;
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

  /** Where the events stand behind a place that take others back, on these channels. */
  voids(counts: (channel: Channel) => boolean, since: number): number[] {
    const own = [...this.#voided].flatMap((key) => this.#eventsTo(this.#latest(key)));
    const isWanted = (code: number) => saidIn(code) === SAYS.takesBack && counts(channelIn(code));
    return own.flatMap((at) => (this.#places[at]! > since && isWanted(this.#codes[at]!) ? this.#places[at]! : []));
  }

  /** What stands of a key, in the order in which its channels were met. */
  standsOf(key: number): readonly PlacedStanding[] {
    return this.#standsFrom(this.#latest(key));
  }

  /** `latest`: the last event of a key. */
  #standsFrom(latest: number): readonly PlacedStanding[] {
    const stands: PlacedStanding[] = [];
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
      stands[known] = { ...after, channel: event.channel, place: isItself ? event.place : stood.place };
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
  #standingAt(at: number): PlacedStanding {
    const code = this.#codes[at]!;
    const optIn = saidIn(code) === SAYS.optIn;
    return { channel: channelIn(code), optIn, time: timeIn(code), lifted: false, place: this.#places[at]! };
  }

  /** Counts the keys with an opt-out, on whichever channel. */
  countBarred(): number {
    let barred = 0;
    for (const at of this.#latestOfEach()) {
      if (this.#hasBefore(at)) barred += this.#standsFrom(at).some(({ optIn }) => !optIn) ? 1 : 0;
      else if (this.#saysAnything(at) && saidIn(this.#codes[at]!) === SAYS.optOut) barred++;
    }
    return barred;
  }

  /** Where the events stand that say what stands on these channels; of what nothing was said behind a place (`since`), none. */
  standing(counts: (channel: Channel) => boolean, since: number | undefined): Float64Array {
    const found = new Float64Array(this.#count);
    let count = 0;
    const isWanted = (key: number, channel: Channel) =>
      counts(channel) && (since === undefined || this.#isSaid(key, channel, since));
    for (const at of this.#latestOfEach()) {
      const key = this.#keys[at]!;
      if (this.#hasBefore(at)) {
        for (const { channel, place } of this.#standsFrom(at)) if (isWanted(key, channel)) found[count++] = place;
      } else if (this.#saysAnything(at) && isWanted(key, channelIn(this.#codes[at]!)))
        found[count++] = this.#places[at]!;
    }
    return found.subarray(0, count);
  }

  /** The last event of each key. */
  *#latestOfEach(): Generator<number> {
    const met: number[] = [];
    for (const head of this.#heads) {
      met.length = 0;
      for (let at = head; at >= 0; at = this.#next[at]!) {
        if (met.includes(this.#keys[at]!)) continue;
        met.push(this.#keys[at]!);
        yield at;
      }
    }
  }

  #hasBefore(at: number): boolean {
    return this.#find(this.#next[at]!, this.#keys[at]!) >= 0;
  }

  /** Whether anything was said of a key and a channel since a place. */
  #isSaid(key: number, channel: Channel, since: number): boolean {
    for (let at = this.#latest(key); at >= 0 && this.#places[at]! > since; at = this.#find(this.#next[at]!, key))
      if (channelIn(this.#codes[at]!) === channel) return true;
    return false;
  }

  /** The events of a key, in their order. `latest`: the last of them. */
  #eventsTo(latest: number): number[] {
    const events: number[] = [];
    const key = this.#keys[latest]!;
    for (let at = latest; at >= 0; at = this.#find(this.#next[at]!, key)) events.push(at);
    return events.reverse();
  }

  /** The last event of a key; -1 where it has none. */
  #latest(key: number): number {
    return this.#find(this.#heads[this.#slotOf(key)]!, key);
  }

  /** The first of a chain, from `at` on, that is the key's; -1 where none is. */
  #find(from: number, key: number): number {
    let at = from;
    while (at >= 0 && this.#keys[at] !== key) at = this.#next[at]!;
    return at;
  }

  #link(at: number): void {
    const slot = this.#slotOf(this.#keys[at]!);
    this.#next[at] = this.#heads[slot]!;
    this.#heads[slot] = at;
  }

  /** The last step of MurmurHash3: numbers that are given out one after the other are spread evenly. */
  #slotOf(key: number): number {
    let bits = ((key % 0x1_0000_0000) | 0) ^ Math.floor(key / 0x1_0000_0000);
    bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
    return (bits ^ (bits >>> 16)) & (this.#heads.length - 1);
  }

  #grow(): void {
    const length = 2 * this.#keys.length;
    const grown = (from: Float64Array) => {
      const to = new Float64Array(length);
      to.set(from);
      return to;
    };
    this.#keys = grown(this.#keys);
    this.#places = grown(this.#places);
    this.#codes = grown(this.#codes);
    this.#next = new Int32Array(length);
    this.#heads = new Int32Array(length).fill(-1);
    for (let at = 0; at < this.#count; at++) this.#link(at);
  }
}

function saidIn(code: number): number {
  return code - SAYS_BITS * Math.floor(code / SAYS_BITS);
}

function channelIn(code: number): Channel {
  return CHANNELS[Math.floor(code / SAYS_BITS) - CHANNELS.length * Math.floor(code / CODE)]!;
}

function timeIn(code: number): number {
  return Math.floor(code / CODE);
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
  for (const event of events) if (event.action !== VOID) taken.meet(namedBy(event));
  return events.map((event) => {
    const end = event.action === VOID ? 0 : taken.endOf(namedBy(event), now);
    return end !== 0 && end <= now;
  });
}

function namedBy({ phone, event, action, channel, requestedAt }: LedgerEvent): Named {
  return { phone, id: event.trim(), optIn: action === "opt-in", says: [action, channel, requestedAt].join(" ") };
}
