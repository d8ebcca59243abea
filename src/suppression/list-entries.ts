// The record numbers of one list's entries, in hardly any memory: kept only where they do not simply count up.

import type { EntryPages } from "./entry-pages.js";

const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;

export class ListEntries {
  readonly #breakEntries: number[] = [];
  readonly #breakRecords: number[] = [];
  #offset = Number.NaN;
  /** Records that took the place of an entry's first one; pages of the entries that have any. */
  readonly #replaced = new Map<number, Uint32Array>();

  /** `first`: the first of these entries of the list. `isOpen`: the run adds others while it reads. */
  constructor(
    readonly list: number,
    readonly first: number,
    readonly isOpen = false,
  ) {}

  append(entry: number, record: number): void {
    if (record - entry === this.#offset) return;
    this.#offset = record - entry;
    this.#breakEntries.push(entry);
    this.#breakRecords.push(record);
  }

  /**
   * Counts the entries of the records from `from` on, up to the one that is left, which the kernel added behind those in `pages`;
   * `record`: the number of the first. `joined`: as `AddedEvents` of kernel/event-kernel.ts has it.
   */
  appendAdded(
    pages: EntryPages,
    { left, joined }: { left: number; joined: ArrayLike<number> },
    from: number,
    record: number,
  ): void {
    let next = from;
    for (let i = 0; i <= joined.length; i += 2) {
      const at = joined[i] ?? left;
      if (at > next) this.append(pages.size, record + next - from);
      pages.size += at - next;
      const entry = joined[i + 1] ?? 0;
      if (entry > 0) this.setRecord(entry - 1, record + at - from);
      next = at + 1;
    }
  }

  /** A later record of the same number says what stands. */
  setRecord(entry: number, record: number): void {
    const page = entry >>> PAGE_BITS;
    let records = this.#replaced.get(page);
    if (records === undefined) {
      records = new Uint32Array(PAGE);
      this.#replaced.set(page, records);
    }
    records[entry & (PAGE - 1)] = record;
  }

  /**
   * The places from which the records count up: every entry at which they do not go on from the one before; none where
   * some were replaced or more may come.
   */
  get segments(): { entry: number; record: number }[] | undefined {
    if (this.isOpen || this.#replaced.size > 0) return undefined;
    return this.#breakEntries.map((entry, i) => ({ entry, record: this.#breakRecords[i]! }));
  }

  recordOf(entry: number): number {
    const replaced = this.#replaced.get(entry >>> PAGE_BITS)?.[entry & (PAGE - 1)] ?? 0;
    if (replaced > 0) return replaced;
    let low = 0;
    let high = this.#breakEntries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#breakEntries[middle]! <= entry) low = middle;
      else high = middle - 1;
    }
    return this.#breakRecords[low]! + entry - this.#breakEntries[low]!;
  }
}

/** How many segments of records are counted through at most. */
const MOST_SEGMENTS = 1 << 16;

/** Returns where the entries of each list begin, and at which of its records, as far as they count up from there. */
export function segmentsOf(
  ranges: readonly ListEntries[],
  size: number,
): { entry: number; list: number; record: number | undefined }[] {
  return ranges.flatMap<{ entry: number; list: number; record: number | undefined }>(
    ({ list, first, isOpen, segments }, i) => {
      if (!isOpen && first === (ranges[i + 1]?.first ?? size)) return [];
      const isCounted = segments !== undefined && segments.length <= MOST_SEGMENTS;
      return isCounted
        ? segments.map((segment) => ({ ...segment, list }))
        : [{ entry: first, list, record: undefined }];
    },
  );
}
