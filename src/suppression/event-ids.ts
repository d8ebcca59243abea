// The ids of a registry's events in their order. It only grows, and an erasure leaves the ids where they are: a registry without
// those that it held before is an older copy, or cut. One rule for whoever follows one, as a list (live.ts) or as a ledger
// (registry/ledger-index.ts).

import { scannedCells } from "../csv/cells.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { readAnywhere } from "../files/append.js";

/** How many bytes are in memory at a time, unless a line is longer. */
const WINDOW_BYTES = 1024 * 1024;

/** How many events, and what their ids come to together. */
interface Known {
  count: number;
  high: number;
  low: number;
}

export class EventIds {
  readonly #known: Known = { count: 0, high: 0, low: 0 };
  readonly #before: Known;
  #holds: boolean;

  /** `before`: what the file was known to hold, which it must begin with. */
  constructor(before?: EventIds) {
    if (before === undefined) this.#before = { count: 0, high: 0, low: 0 };
    else this.#before = before.isWhole ? before.#known : before.#before;
    this.#holds = this.#before.count === 0;
  }

  /** Whether all events that were known are there; to be asked once all of the file was taken. */
  get isWhole(): boolean {
    return this.#holds;
  }

  /** Takes the next event. `column`: which of the scanned cells has its id. */
  add(line: RecordScanner, column = 0): void {
    const hash = hashOfId(line, column);
    const known = this.#known;
    known.low = Math.imul(known.low, 0x0100_0193) ^ (hash | 0);
    known.high = Math.imul(known.high, 0x85eb_ca6b) ^ (hash / 0x1_0000_0000);
    known.count++;
    const before = this.#before;
    if (known.count === before.count) this.#holds = known.low === before.low && known.high === before.high;
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
    readAnywhere(file, (readAt) => {
      for (let from = 0, length = WINDOW_BYTES; from < bytes; ) {
        const window = readAt(from, Math.min(length, bytes - from));
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
    });
  }

  /** Refuses a registry that has lost events. */
  refuseLoss(file: string): void {
    if (!this.isWhole) throw new ScrubError(ExitCode.suppressionList, "registryShrank", [], { file });
  }
}

/** How a registry is written, and the column of its ids. */
export interface IdColumn {
  dialect: Dialect;
  column: number;
}

/** Of the id in one of the scanned cells. */
export function hashOfId(line: RecordScanner, column = 0): number {
  if (line.cellQuoted[column] === 1) return hashOf(scannedCells(line)[column] ?? "");
  return hashOfBytes(line.bytes, line.cellStart[column]!, line.cellEnd[column]!);
}

export function hashOf(id: string): number {
  const bytes = Buffer.from(id);
  return hashOfBytes(bytes, 0, bytes.length);
}

/** 53 bits, so that of millions hardly two are the same. */
function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let [high, low] = [0x811c_9dc5, 0x1234_5671];
  for (let at = start; at < end; at++) {
    high = Math.imul(high ^ bytes[at]!, 0x0100_0193);
    low = Math.imul(low ^ bytes[at]!, 0x85eb_ca6b) ^ (low >>> 15);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
