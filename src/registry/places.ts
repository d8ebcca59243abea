// Where the events of each phone stand: chains through columns, found by the phone's digits. Of a million of them 24 MB are kept.

export class Places {
  #heads = new Int32Array(1024).fill(-1);
  #keys = new Float64Array(1024);
  #places = new Float64Array(1024);
  #next = new Int32Array(1024);
  #count = 0;

  add(key: number, place: number): void {
    if (this.#count === this.#keys.length) this.#grow();
    const at = this.#count++;
    this.#keys[at] = key;
    this.#places[at] = place;
    this.#link(at);
  }

  get count(): number {
    return this.#count;
  }

  has(key: number): boolean {
    return this.#find(this.#heads[this.#slotOf(key)]!, key) >= 0;
  }

  /** Whether a key has one place and no more. */
  isAlone(key: number): boolean {
    const first = this.#find(this.#heads[this.#slotOf(key)]!, key);
    return first >= 0 && this.#find(this.#next[first]!, key) < 0;
  }

  /** The places of a key, the latest first. */
  of(key: number): number[] {
    const places: number[] = [];
    for (let at = this.#find(this.#heads[this.#slotOf(key)]!, key); at >= 0; at = this.#find(this.#next[at]!, key))
      places.push(this.#places[at]!);
    return places;
  }

  /** The key of each place, in the order in which they were added. */
  *keys(): Generator<number> {
    for (let at = 0; at < this.#count; at++) yield this.#keys[at]!;
  }

  /** The places, in the order in which they were added. */
  *all(): Generator<number> {
    for (let at = 0; at < this.#count; at++) yield this.#places[at]!;
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

  #slotOf(key: number): number {
    // Numbers that are given out follow one another: their low bits are spread over the table.
    const mixed = Math.imul((key % 0x1_0000_0000) | 0, 0x9e37_79b1) ^ ((key / 0x1_0000_0000) | 0);
    return (mixed ^ (mixed >>> 15)) & (this.#heads.length - 1);
  }

  #grow(): void {
    const length = this.#keys.length * 2;
    this.#keys = grown(this.#keys, new Float64Array(length));
    this.#places = grown(this.#places, new Float64Array(length));
    this.#next = new Int32Array(length);
    this.#heads = new Int32Array(length).fill(-1);
    for (let at = 0; at < this.#count; at++) this.#link(at);
  }
}

function grown(from: Float64Array, to: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  to.set(from);
  return to;
}
