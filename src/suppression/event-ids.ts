// Hashes the ids of a registry's events in their order. A registry only grows, and an erasure keeps the ids: one that
// lacks earlier ids is an older copy, or cut. Whoever follows a registry asks here, as a list or as a ledger.

import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { piecesOf, reading, withDescriptor } from "../files/positioned.js";

const BETWEEN = Uint8Array.of(0x0a);

/** A hash of bytes, in two halves. */
interface Hash {
  high: number;
  low: number;
}
const BEGIN: Hash = { high: 0x811c_9dc5, low: 0x1234_5671 };

/** The number of ids, and the hash of them all. */
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
  /** Whether all events of `#before` are there, once the whole file was added. */
  #isWhole: boolean;

  /** `before`: the events with which the file must begin. */
  constructor(before?: EventIds) {
    if (before !== undefined) this.#before = before.#isWhole ? before.#known : before.#before;
    this.#isWhole = (this.#before?.count ?? 0) === 0;
  }

  /** Adds the next event. `column`: the scanned cell that has its id. */
  add({ bytes, cellStart, cellEnd }: RecordScanner, column = 0): void {
    const known = this.#known;
    addTo(known, bytes, cellStart[column]!, cellEnd[column]!);
    addTo(known, BETWEEN, 0, BETWEEN.length);
    known.count++;
    const before = this.#before;
    if (known.count === before?.count) this.#isWhole = known.low === before.low && known.high === before.high;
  }

  addLines(lines: Uint8Array, { dialect, column }: IdColumn): void {
    const scanner = new RecordScanner(dialect, [column]);
    scanner.feed(lines, 0, lines.length, true);
    while (scanner.next()) this.add(scanner);
  }

  /** Adds the events in the first bytes of a file, but for a last line without an end. */
  addFile(file: string, bytes: number, { dialect, column }: IdColumn): void {
    const scanner = new RecordScanner(dialect, [column]);
    let isBehindHeader = false;
    const take = (descriptor: number) => {
      let rest: Uint8Array = new Uint8Array(0);
      for (const piece of piecesOf(descriptor, 0, bytes)) {
        const window = Buffer.concat([rest, piece]);
        scanner.feed(window, 0, window.length, false);
        for (; scanner.next(); isBehindHeader = true) if (isBehindHeader) this.add(scanner);
        rest = window.subarray(scanner.nextStart);
      }
    };
    reading(file, ExitCode.io, () => withDescriptor(file, take));
  }

  refuseLoss(file: string, isGone = false): void {
    if (!this.#isWhole || isGone) throw new ScrubError(ExitCode.suppressionList, "registryShrank", [], { file });
  }
}

/** Returns a hash of 53 bits: two of millions of texts hardly ever have the same. */
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
