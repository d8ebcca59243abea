// The ids of a registry's events in their order. It only grows, and an erasure leaves the ids where they are: a registry without
// those that it held before is an older copy, or cut. One rule for whoever follows one, as a list (live.ts) or as a ledger
// (registry/ledger-index.ts).

import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { readAt, reading, withDescriptor } from "../files/positioned.js";

/** How many bytes are in memory at a time, unless a line is longer. */
const WINDOW_BYTES = 1024 * 1024;
const BETWEEN = Uint8Array.of(0x0a);

/** A hash of bytes, in two halves. */
interface Hash {
  high: number;
  low: number;
}
const BEGIN: Hash = { high: 0x811c_9dc5, low: 0x1234_5671 };

/** How many ids, and the hash of them all. */
interface Known extends Hash {
  count: number;
}

/** How a registry is written, and the column of its ids. */
export interface IdColumn {
  dialect: Dialect;
  column: number;
}

export class EventIds {
  readonly #known: Known = { count: 0, ...BEGIN };
  readonly #before: Known | undefined;
  /** Whether all events that were known are there; to be asked once all of the file was taken. */
  #isWhole: boolean;

  /** `before`: what the file was known to hold, which it must begin with. */
  constructor(before?: EventIds) {
    if (before !== undefined) this.#before = before.#isWhole ? before.#known : before.#before;
    this.#isWhole = (this.#before?.count ?? 0) === 0;
  }

  /** Takes the next event. `column`: which of the scanned cells has its id. */
  add({ bytes, cellStart, cellEnd }: RecordScanner, column = 0): void {
    const known = this.#known;
    addTo(known, bytes, cellStart[column]!, cellEnd[column]!);
    addTo(known, BETWEEN, 0, BETWEEN.length);
    known.count++;
    const before = this.#before;
    if (known.count === before?.count) this.#isWhole = known.low === before.low && known.high === before.high;
  }

  /** Takes whole lines. */
  addLines(lines: Uint8Array, { dialect, column }: IdColumn): void {
    const scanner = new RecordScanner(dialect, [column]);
    scanner.feed(lines, 0, lines.length, true);
    while (scanner.next()) this.add(scanner);
  }

  /** Takes the first bytes of a file, but for a last line that has no end yet. */
  addFile(file: string, bytes: number, { dialect, column }: IdColumn): void {
    const scanner = new RecordScanner(dialect, [column]);
    let isBehindHeader = false;
    const take = (descriptor: number) => {
      for (let from = 0, length = WINDOW_BYTES; from < bytes; ) {
        const window = readAt(descriptor, from, Math.min(length, bytes - from));
        scanner.feed(window, 0, window.length, false);
        while (scanner.next()) {
          if (isBehindHeader) this.add(scanner);
          isBehindHeader = true;
        }
        from += scanner.consumed;
        if (scanner.consumed > 0) continue;
        if (window.length < length) return;
        length *= 2;
      }
    };
    reading(file, ExitCode.io, () => withDescriptor(file, take));
  }

  /** Refuses a registry that has lost events. */
  refuseLoss(file: string): void {
    if (!this.#isWhole) throw new ScrubError(ExitCode.suppressionList, "registryShrank", [], { file });
  }
}

/** 53 bits, so that of millions hardly two are the same. */
export function hashOf(text: string): number {
  const [hash, bytes] = [{ ...BEGIN }, Buffer.from(text)];
  addTo(hash, bytes, 0, bytes.length);
  return (hash.high >>> 11) * 0x1_0000_0000 + (hash.low >>> 0);
}

function addTo(hash: Hash, bytes: Uint8Array, start: number, end: number): void {
  let { high, low } = hash;
  for (let at = start; at < end; at++) {
    high = Math.imul(high ^ bytes[at]!, 0x0100_0193);
    low = Math.imul(low ^ bytes[at]!, 0x85eb_ca6b) ^ (low >>> 15);
  }
  hash.high = high;
  hash.low = low;
}
