// The entries of an index in pages of columns: 8 bytes each, 4 more where one of a page is dated.
// What an entry says, and in which list it stands, is suppression-index.ts's work.

import type { IndexStorage } from "./country.js";

const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
/** As many as entries have numbers. */
const MOST_PAGES = 2 ** (32 - PAGE_BITS);

export class EntryPages {
  /** Of a word and the next entry of the chain, + 1, side by side: whoever asks for one asks for the other. */
  readonly words: Uint32Array[] = [];
  /** Of dates in seconds since 1970, only where one is dated. */
  readonly times: (Uint32Array | undefined)[] = [];
  /** Of each page its address in the storage's memory and that of its dates, 0 where it has none there. */
  readonly addresses: Uint32Array;
  size = 0;

  constructor(private readonly storage: Pick<IndexStorage, "words" | "memory">) {
    this.addresses = storage.memory === undefined ? new Uint32Array(0) : storage.words(2 * MOST_PAGES);
  }

  /** Adds an entry, and returns its number. */
  add(word: number, next: number, time: number): number {
    const words = this.#page();
    const entry = this.size++;
    const at = 2 * (entry & IN_PAGE);
    words[at] = word;
    words[at + 1] = next;
    if (time !== 0) this.setTime(entry, time);
    return entry;
  }

  /** The page of the next entry, with its place there, room for how many more, and the page of its date. */
  end(): { words: Uint32Array; place: number; room: number; times: () => Uint32Array } {
    const { size } = this;
    const place = size & IN_PAGE;
    return { words: this.#page(), place, room: PAGE - place, times: () => this.#timesOf(size) };
  }

  wordAt(entry: number): number {
    return this.words[entry >>> PAGE_BITS]![2 * (entry & IN_PAGE)]!;
  }

  nextOf(entry: number): number {
    return this.words[entry >>> PAGE_BITS]![2 * (entry & IN_PAGE) + 1]!;
  }

  /** 0 where it is not dated. */
  timeAt(entry: number): number {
    return this.times[entry >>> PAGE_BITS]?.[entry & IN_PAGE] ?? 0;
  }

  setWord(entry: number, word: number): void {
    this.words[entry >>> PAGE_BITS]![2 * (entry & IN_PAGE)] = word;
  }

  setNext(entry: number, next: number): void {
    this.words[entry >>> PAGE_BITS]![2 * (entry & IN_PAGE) + 1] = next;
  }

  setTime(entry: number, time: number): void {
    this.#timesOf(entry)[entry & IN_PAGE] = time;
  }

  #page(): Uint32Array {
    const page = this.size >>> PAGE_BITS;
    if (page === this.words.length) {
      this.words.push(this.storage.words(2 * PAGE));
      this.#tell(2 * page, this.words[page]!);
    }
    return this.words[page]!;
  }

  #timesOf(entry: number): Uint32Array {
    const page = entry >>> PAGE_BITS;
    let times = this.times[page];
    if (times === undefined) {
      times = this.times[page] = this.storage.words(PAGE);
      this.#tell(2 * page + 1, times);
    }
    return times;
  }

  #tell(at: number, page: Uint32Array): void {
    if (this.storage.memory?.owns(page)) this.addresses[at] = page.byteOffset;
  }
}
