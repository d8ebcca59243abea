// What stands of each number and channel of a registry, and where the line of the event stands that says so: in columns, for a
// million objects take ten times the room. What stands is state.ts's rule.

import { EIGHT_DIGITS } from "../suppression/country.js";
import { CHANNELS, type Channel, channelCode, type Standing } from "../suppression/event.js";
import { NO_PHONE } from "./glance.js";
import { standingAfter } from "./state.js";

/** A number and a channel. Small for numbers of the country, of which there may be millions. */
export type StandingKey = number | string;

const FIRST_NATIONAL = 50_300_000_000;

/** `phone`: as `phoneKey` has it. `text`: of what is no phone. */
export function standingKey(phone: number, channel: Channel, text = ""): StandingKey {
  const national = phone - FIRST_NATIONAL;
  if (national < 0 || national >= EIGHT_DIGITS) return `${phone === NO_PHONE ? text : phone} ${channel}`;
  return national * CHANNELS.length + channelCode(channel);
}

interface PlacedStanding extends Standing {
  place: number;
}

/** No line: of a number all of whose events are taken back. */
const NOWHERE = -1;

export class StandingColumns {
  readonly #others = new Map<string, PlacedStanding>();
  /** Where each key stands in the columns + 1, 0 where none does; in the first free slot behind the one that it is hashed to. */
  #slots = new Uint32Array(4096);
  // In the order in which they were met: pages that are never copied, and hold nothing but what is there.
  readonly #keys: Uint32Array[] = [];
  readonly #coded: Float64Array[] = [];
  readonly #places: Float64Array[] = [];
  #count = 0;
  /** Those of which something was said since somebody began to ask; undefined before. */
  #touched: Set<StandingKey> | undefined;

  /** `now`: in seconds since 1970. */
  constructor(private readonly now: number) {}

  /** Takes in an event whose line begins at this place of the file. */
  take(key: StandingKey, event: Pick<Standing, "optIn" | "time">, place: number): void {
    const stood = this.#get(key);
    const stands = standingAfter(stood, event, this.now);
    if (stands === undefined) return;
    const isItself = stands.optIn === event.optIn && stands.time === event.time;
    this.#set(key, stands, isItself ? place : stood!.place);
  }

  /** Nothing stands any more of what was taken in. */
  clear(key: StandingKey): void {
    this.#set(key, { optIn: true, time: 0, lifted: false }, NOWHERE);
  }

  /** From now on it is kept of which keys something is said. */
  beginToTouch(): void {
    this.#touched ??= new Set();
  }

  touch(key: StandingKey): void {
    this.#touched?.add(key);
  }

  /** Where the events stand that say what stands on these channels, in no order; only touched ones, where these are kept. */
  places(counts: (channel: Channel) => boolean): Float64Array {
    const counting = CHANNELS.map(counts);
    const found = new Float64Array(this.#count + this.#others.size);
    const isWanted = (key: StandingKey, place: number) => place !== NOWHERE && this.#touched?.has(key) !== false;
    let count = 0;
    for (let at = 0; at < this.#count; at++) {
      const [key, place] = [of(this.#keys, at), of(this.#places, at)];
      if (counting[key % CHANNELS.length] && isWanted(key, place)) found[count++] = place;
    }
    for (const [key, { place }] of this.#others) {
      const channel = key.slice(key.lastIndexOf(" ") + 1) as Channel;
      if (counts(channel) && isWanted(key, place)) found[count++] = place;
    }
    return found.subarray(0, count);
  }

  /** Counts the numbers with an opt-out, on whichever channel. */
  countBarred(): number {
    const others = [...this.#others].flatMap(([key, { optIn }]) => (optIn ? [] : [key.split(" ", 1)[0]]));
    const isBarred = new Uint8Array(EIGHT_DIGITS / 8);
    let barred = new Set(others).size;
    for (let at = 0; at < this.#count; at++) {
      if (decoded(of(this.#coded, at)).optIn) continue;
      const national = Math.floor(of(this.#keys, at) / CHANNELS.length);
      const bit = 1 << (national & 7);
      if ((isBarred[national >> 3]! & bit) === 0) barred++;
      isBarred[national >> 3]! |= bit;
    }
    return barred;
  }

  #get(key: StandingKey): PlacedStanding | undefined {
    if (typeof key === "string") return this.#others.get(key);
    const at = this.#slots[this.#slotOf(key)]! - 1;
    if (at < 0 || of(this.#places, at) === NOWHERE) return undefined;
    return { ...decoded(of(this.#coded, at)), place: of(this.#places, at) };
  }

  #set(key: StandingKey, standing: Standing, place: number): void {
    if (typeof key === "string") {
      if (place === NOWHERE) this.#others.delete(key);
      else this.#others.set(key, { ...standing, place });
      return;
    }
    let at = this.#slots[this.#slotOf(key)]! - 1;
    if (at < 0) at = this.#add(key);
    this.#coded[at >>> PAGE_BITS]![at & IN_PAGE] = coded(standing);
    this.#places[at >>> PAGE_BITS]![at & IN_PAGE] = place;
  }

  /** Returns where the key stands from now on. */
  #add(key: number): number {
    if (this.#count >= this.#slots.length * FULLEST) {
      this.#slots = new Uint32Array(2 * this.#slots.length);
      for (let at = 0; at < this.#count; at++) this.#slots[this.#slotOf(of(this.#keys, at))] = at + 1;
    }
    const at = this.#count++;
    if ((at & IN_PAGE) === 0) {
      this.#keys.push(new Uint32Array(IN_PAGE + 1));
      this.#coded.push(new Float64Array(IN_PAGE + 1));
      this.#places.push(new Float64Array(IN_PAGE + 1));
    }
    this.#keys[at >>> PAGE_BITS]![at & IN_PAGE] = key;
    this.#slots[this.#slotOf(key)] = at + 1;
    return at;
  }

  /** The slot of a key, or the free one where it would be. */
  #slotOf(key: number): number {
    const slots = this.#slots;
    let slot = mixed(key) & (slots.length - 1);
    while (slots[slot] !== 0 && of(this.#keys, slots[slot]! - 1) !== key) slot = (slot + 1) % slots.length;
    return slot;
  }
}

const PAGE_BITS = 14;
const IN_PAGE = (1 << PAGE_BITS) - 1;

function of(pages: readonly (Uint32Array | Float64Array)[], at: number): number {
  return pages[at >>> PAGE_BITS]![at & IN_PAGE]!;
}

/** Beyond it, a search passes too many others. */
const FULLEST = 0.75;

/** The last step of MurmurHash3: numbers that are given out one after the other, some more often than others, are spread evenly. */
function mixed(key: number): number {
  let bits = Math.imul(key ^ (key >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return bits ^ (bits >>> 16);
}

/** The time, and two bits: an opt-in, and one that lifted an opt-out. */
function coded({ optIn, time, lifted }: Standing): number {
  return time * 4 + (optIn ? 2 : 0) + (lifted ? 1 : 0);
}

function decoded(coded: number): Standing {
  const time = Math.floor(coded / 4);
  const bits = coded - 4 * time;
  return { optIn: bits >= 2, time, lifted: bits % 2 === 1 };
}
