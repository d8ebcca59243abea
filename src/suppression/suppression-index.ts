// All suppression lists of a run: which list and record holds a number, since when, for which channels.
// Reading lists is load.ts's work, which of two events stands event.ts's, what a hit means scrub/rules.ts's.

import type { AddedEvents, EventBatch, EventKernel, PlainEvents } from "../kernel/suppress-kernel.js";
import { HOME } from "../phone/number.js";
import { certainNumber } from "../phone/read.js";
import { BARRED, EIGHT_DIGITS, type IndexStorage, LASTING, NationalStates, nationalOf } from "./country.js";
import { DigestIndex } from "./digests.js";
import { channelOf, EntryStore, isLifted, KEYS, NUMBER, OPT_IN } from "./entry-store.js";
import {
  type Channel,
  type Entry,
  type Holding,
  type ListEvent,
  type ListRules,
  type ListTotals,
  PLAIN_OPT_OUT,
  standsAmong,
  suppresses,
} from "./event.js";
import type { Digest } from "./hash-forms.js";

/** The most numbers of a sample of a list. */
const MOST_SAMPLED = 128;

export interface IndexOptions {
  hashKey?: Uint8Array | undefined;
  /** Where its arrays are to lie. */
  storage?: IndexStorage | undefined;
  /** Keeps every event, not only the one in force for each list, number and channel: for questions about the past. */
  keepsAll?: boolean;
}

interface IndexedList extends ListRules {
  hasEvents: boolean;
  /** Distinct ones. */
  numbers: number;
}

/** The lookup of a number that is in no list reads one bit. */
export class SuppressionIndex {
  readonly states: NationalStates;
  readonly digests: DigestIndex;
  readonly #storage: IndexStorage;
  readonly #keepsAll: boolean;
  readonly #nationals: EntryStore;
  /** Numbers that are no national ones of 8 digits; undefined as long as there are none. */
  #others: EntryStore | undefined;
  readonly #lists: IndexedList[] = [];
  #list = -1;
  #anyLiftsOthers = false;
  /** A list was continued behind another, so that `states` is incomplete. */
  #isContinued = false;
  /** Numbers of the list that is being read, a bit each: only for lists with events. The same in words. */
  #present: Uint8Array | undefined;
  #presentWords: Uint32Array | undefined;

  /** `channel`: of the campaign; opt-outs for other channels do not count. */
  constructor(
    private readonly channel: Channel = "any",
    { hashKey, storage = LASTING, keepsAll = false }: IndexOptions = {},
  ) {
    this.#storage = storage;
    this.#keepsAll = keepsAll;
    this.states = new NationalStates(storage.states);
    this.digests = new DigestIndex(hashKey, keepsAll);
    this.#nationals = new EntryStore(EIGHT_DIGITS, storage, keepsAll, false);
  }

  /**
   * Later additions belong to this list. Lists are numbered from 0 in the order they began. `hasEvents`: more is said than
   * that numbers are opted out; `liftsOthers`: its opt-ins lift other lists' opt-outs too.
   */
  beginList(hasEvents = false, liftsOthers = false): number {
    if (hasEvents && !this.#keepsAll) this.#forgetPresent();
    this.#lists.push({ hasEvents, liftsOthers, numbers: 0 });
    if (liftsOthers) this.#anyLiftsOthers = true;
    this.#list = this.#lists.length - 1;
    this.#nationals.begin(this.#list);
    return this.#list;
  }

  /** All lists were read, and what follows was appended to this one, which has events and no digests. */
  continueList(list: number): void {
    this.#isContinued = true;
    this.#list = list;
  }

  /** The rules of each list. */
  get rules(): readonly ListRules[] {
    return this.#lists;
  }

  /** Suppresses numbers [from, to) in a list without events, the first in `record`, up to a negative one, whose index it returns. */
  addNationals(nationals: Int32Array, from: number, to: number, record: number): number {
    const adder = this.#keepsAll ? undefined : this.#storage.adder;
    let left = from;
    while (left < to && nationals[left]! >= 0) {
      const first = left;
      if (adder !== undefined) left = this.#nationals.addNationals(adder, nationals, first, to, record + first - from);
      this.#lists[this.#list]!.numbers += left - first;
      // What the kernel leaves is no plain number, or one that is suppressed already.
      if (left < to && nationals[left]! >= 0) this.addNational(nationals[left]!, PLAIN_OPT_OUT, record + left++ - from);
    }
    return left;
  }

  addNational(national: number, event: ListEvent, record: number): void {
    const list = this.#lists[this.#list]!;
    const isKnown = () => (list.hasEvents ? this.#isPresent(national) : this.states.get(national) === BARRED);
    const isStored = !this.#keepsAll && (this.#isContinued || isKnown());
    if (!isStored) {
      this.#nationals.append(national, 0, event, record);
      list.numbers++;
      if (!list.hasEvents) this.states.suppress(national);
    } else if (this.#nationals.add(this.#list, national, 0, event, record)) list.numbers++;
  }

  add(e164: string, event: ListEvent, record: number): void {
    const national = nationalOf(e164);
    if (national >= 0) {
      this.addNational(national, event, record);
      return;
    }
    this.#others ??= new EntryStore(KEYS, LASTING, this.#keepsAll, true);
    const { key, tag } = keyOf(e164);
    if (this.#others.add(this.#list, key, tag, event, record)) this.#lists[this.#list]!.numbers++;
  }

  addDigest(digest: Digest, event: ListEvent, record: number): void {
    if (this.digests.add(digest, this.#list, event, record)) this.#lists[this.#list]!.numbers++;
  }

  /** What adds the plain events of a list that has no more than these; undefined where each is added by itself. */
  eventKernel(events: PlainEvents): EventKernel | undefined {
    return this.#storage.adder?.ofEvents(events);
  }

  /** Adds records [from, to) of a batch, the first of them `record` and each the next, up to one of which more has to be asked. */
  addEvents(
    ...records: [kernel: EventKernel, batch: EventBatch, from: number, to: number, record: number]
  ): AddedEvents {
    const added = this.#nationals.addEvents(records, this.#presentWords);
    this.#lists[this.#list]!.numbers += added.numbers;
    return added;
  }

  /** Removes all entries of the last list, which has events, so that it can be read again. */
  dropList(): void {
    if (!this.#keepsAll) this.#forgetPresent();
    this.#lists.pop();
    for (const store of [this.#nationals, this.#others, this.digests.entries]) store?.drop(this.#lists.length);
    this.digests.drop(this.#lists.length);
  }

  /** Every list is read: bars what stands; where all is kept, every number of which something was said. Returns totals of each list. */
  resolve(): readonly ListTotals[] {
    const totals = this.#lists.map(({ numbers }, list) => {
      return { numbers, lifted: 0, suppresses: (this.digests.proofOf(list)?.digests ?? 0) > 0 };
    });
    for (const store of [this.#nationals, this.#others, this.digests.entries]) store?.link();
    for (const { store, list, first, end } of this.#spans()) {
      const of = totals[list]!;
      const areNationals = store === this.#nationals;
      if (areNationals && !this.#keepsAll && !this.#lists[list]!.hasEvents) {
        of.suppresses ||= end > first;
        continue;
      }
      for (let entry = first + 1; entry <= end; entry++) {
        const word = store.wordAt(entry);
        const isOut = (word & OPT_IN) === 0;
        if (this.#keepsAll || this.#stands(store, entry, word, list)) {
          of.suppresses ||= isOut && (areNationals || numberOf(store, entry).startsWith(HOME));
          if (areNationals && (this.#keepsAll || suppresses(channelOf(word), this.channel)))
            this.states.suppress(word & NUMBER);
        } else if (isOut || isLifted(word)) of.lifted++;
      }
    }
    return totals;
  }

  /** Returns certain numbers (E.164) that a list opts out for the campaign's channel, spread over the list. */
  sampleOf(list: number): string[] {
    const spans = this.#spans().filter((span) => span.list === list);
    const step = Math.ceil(spans.reduce((sum, { first, end }) => sum + end - first, 0) / MOST_SAMPLED);
    return spans.flatMap(({ store, first, end }) => {
      const sample: string[] = [];
      for (let entry = first + 1; entry <= end; entry += step) {
        const word = store.wordAt(entry);
        const e164 = numberOf(store, entry);
        if ((word & OPT_IN) === 0 && suppresses(channelOf(word), this.channel) && certainNumber(e164) === e164)
          sample.push(e164);
      }
      return sample;
    });
  }

  /** Returns the entries of each list: behind `first`, up to `end`. */
  #spans() {
    const stores = [this.#nationals, this.#others ?? []].flat();
    return stores.flatMap((store) =>
      store.ranges.map(({ list, first }, i) => ({ store, list, first, end: store.endOf(i) })),
    );
  }

  /** Whether an opt-out is in force: not lifted by an opt-in of its own list, or of a list that lifts those of others. */
  #stands(store: EntryStore, entry: number, word: number, list: number): boolean {
    if ((word & OPT_IN) !== 0) return false;
    const time = store.timeAt(entry);
    // Most entries are opt-outs, and nothing lifts those of other lists: a million of them take a while.
    if (!this.#anyLiftsOthers || time === 0) return true;
    const entries = store.entriesOf(word & NUMBER, store.tagAt(entry));
    return standsAmong(entries, { optIn: false, channel: channelOf(word), time, list }, this.#lists);
  }

  /** Whether some numbers are known by their digests alone, so that `states` is incomplete. */
  get hasDigests(): boolean {
    return this.digests.size > 0;
  }

  has(e164: string): boolean {
    const national = nationalOf(e164);
    if (national < 0 || this.#isContinued) return this.holdings(e164).length > 0;
    return this.states.get(national) === BARRED || (this.hasDigests && this.holdings(e164).length > 0);
  }

  /** Returns every list whose opt-out suppresses the number on the campaign's channel, in the order of the lists, with its record. */
  holdings(e164: string): readonly Holding[] {
    const national = nationalOf(e164);
    return national >= 0 && !this.hasDigests ? this.nationalHoldings(national) : this.#barring(this.entriesOf(e164));
  }

  #barring(entries: readonly Entry[]): Holding[] {
    return entries
      .filter((entry) => (this.#keepsAll ? !entry.optIn : standsAmong(entries, entry, this.#lists)))
      .filter(({ channel }) => suppresses(channel, this.channel))
      .filter(
        (entry, i, all) => all.findIndex(({ list, record }) => list === entry.list && record === entry.record) === i,
      )
      .map(({ list, record, time }) => ({ list, record, since: time }))
      .sort((a, b) => a.list - b.list);
  }

  /** All that the lists say of a number, in their order. */
  entriesOf(e164: string): Entry[] {
    const { store, key, tag } = this.#placeOf(e164);
    const entries = store?.entriesOf(key, tag) ?? [];
    return this.hasDigests ? [...entries, ...this.digests.find(e164)].sort((a, b) => a.list - b.list) : entries;
  }

  /** Returns what holds an 8-digit national number, digests aside. */
  nationalHoldings(national: number): readonly Holding[] {
    const store = this.#nationals;
    const found: Holding[] = [];
    for (let entry = store.newest(national); entry !== 0; entry = store.older(entry, national)) {
      const word = store.wordAt(entry);
      if (this.#anyLiftsOthers || this.#isContinued || (word & OPT_IN) !== 0)
        return this.#barring(store.entriesOf(national));
      if (word !== national && !suppresses(channelOf(word), this.channel)) continue;
      found.push({ list: store.listAt(entry), record: store.recordAt(entry), since: store.timeAt(entry) });
    }
    return found.reverse();
  }

  /** Whether there are numbers that are no national ones of 8 digits. */
  get holdsOthers(): boolean {
    return this.#others !== undefined;
  }

  /** How the kernel finds the list of an entry: by list, the number of entries before it; and whether opt-ins lift other lists' opt-outs. */
  get arrays() {
    return { firsts: this.#nationals.ranges.map(({ first }) => first), mayBeLifted: this.#anyLiftsOthers };
  }

  #placeOf(e164: string): { store: EntryStore | undefined; key: number; tag: number } {
    const national = nationalOf(e164);
    if (national >= 0) return { store: this.#nationals, key: national, tag: 0 };
    return { store: this.#others, ...keyOf(e164) };
  }

  #isPresent(national: number): boolean {
    const present = this.#present!;
    const bit = 1 << (national & 7);
    if ((present[national >>> 3]! & bit) !== 0) return true;
    present[national >>> 3]! |= bit;
    return false;
  }

  /** Another list with events begins. */
  #forgetPresent(): void {
    this.#present?.fill(0);
    this.#presentWords ??= this.#storage.words(EIGHT_DIGITS / 32);
    this.#present ??= new Uint8Array(this.#presentWords.buffer, this.#presentWords.byteOffset, EIGHT_DIGITS / 8);
  }
}

/** The key and the tag of a number of up to 15 digits: nothing of it is lost. */
function keyOf(e164: string): { key: number; tag: number } {
  const digits = Number(e164.slice(1));
  return { key: digits % KEYS, tag: Math.floor(digits / KEYS) };
}

/** Returns the E.164 of an entry. */
function numberOf(store: EntryStore, entry: number): string {
  const key = store.wordAt(entry) & NUMBER;
  return store.isTagged ? `+${store.tagAt(entry) * KEYS + key}` : `${HOME}${key}`;
}
