// A sample of a list's entries, spread over it evenly however long it becomes.

const FEWEST = 64;

/** Keeps entries at even distances: when it is full, every second one goes and the distance doubles. */
export class SpreadSample {
  readonly kept: string[] = [];
  #every = 1;

  /** Whether an entry is to be kept, by its number in the list, from 1. */
  wants(entry: number): boolean {
    return entry % this.#every === 0;
  }

  /** Calls `keep` with the number of every entry in (before, to] that is to be kept. */
  eachWanted(before: number, to: number, keep: (entry: number) => void): void {
    const next = (entry: number) => (Math.floor(entry / this.#every) + 1) * this.#every;
    for (let entry = next(before); entry <= to; entry = next(entry)) keep(entry);
  }

  keep(value: string): void {
    const { kept } = this;
    kept.push(value);
    if (kept.length < FEWEST * 2) return;
    for (let i = 0; i < FEWEST; i++) kept[i] = kept[i * 2 + 1]!;
    kept.length = FEWEST;
    this.#every *= 2;
  }
}
