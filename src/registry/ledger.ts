// Reads the ledger, a CSV of events that only grows, and adds to it under its lock.

import { scannedCells } from "../csv/cells.js";
import { type Dialect, LF, RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLines, readEnds } from "../files/append.js";
import { openPositioned, type RegularInput } from "../files/input.js";
import { kindOfPath } from "../files/paths.js";
import { neighboursOf } from "../files/system-errors.js";
import { eventColumnOf, LEDGER_COLUMNS } from "../headers/names.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OpenedList } from "../lists/open.js";
import { nearest } from "../text/nearest.js";
import { encodeEvents, eventOf, FIELDS, HEADERS, keyOf, type LedgerEvent, plainKey } from "./ledger-event.js";

/** `reviews`: the ledger that people fill in, with messages. Its actions and channels may be any words, a phone may be missing. */
export type LedgerUse = keyof typeof FIELDS;

/** Returns a reader of a column's cells that caches what it reads. */
export function columnReader<T>(column: (typeof LEDGER_COLUMNS)[number], read: (text: string) => T): CellMemo<T> {
  return new CellMemo(LEDGER_COLUMNS.indexOf(column), read);
}

const DIALECT: Dialect = { delimiter: 0x2c, recordEnd: "lf" };
/** The columns to scan: all of a line, and the next, so that a surplus cell is noticed. */
const COLUMNS = [...FIELDS.reviews.keys(), FIELDS.reviews.length];

export interface LedgerEnd {
  /** The length of the whole lines. */
  length: number;
  /** The text before appended lines: the header, or a line end if the last line has none. */
  lead: string;
  /** The number of the line that a killed writer left unfinished; undefined if there is none. */
  tornLine: number | undefined;
  /** The number of the line after the whole ones. */
  line: number;
  use: LedgerUse;
}

/** Reads a registry. A missing one is exit 4. */
export function readLedger(file: string, isWanted?: IsWanted) {
  refuseMissing(file);
  return openLedger(file, "registry", isWanted);
}

export function refuseMissing(file: string): void {
  if (kindOfPath(file) === "missing")
    throw new ScrubError(ExitCode.suppressionList, "noRegistry", [nearbyRegistry(file)], { file });
}

/** The shortest name that is compared: a shorter one is near to any. */
const SHORTEST_NAME = 4;

/** Returns a registry of a similar name in the same folder, as it would be typed. */
export function nearbyRegistry(file: string): string | undefined {
  const nameOf = (path: string) => path.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  const isNear = (other: string) => nearest(nameOf(file), [nameOf(other)]) !== undefined;
  const isRegistry = (other: string) =>
    kindOfPath(other) === "file" && readEnds(other, HEADERS.registry.length).head.toString() === HEADERS.registry;
  if (nameOf(file).length < SHORTEST_NAME) return undefined;
  return neighboursOf(file).find((other) => isNear(other) && isRegistry(other));
}

/** Refuses a registry as the import (exit 3) or the review file (exit 4): an import of reviews would remove its events. */
export function refuseRegistry({ header, sample, file }: OpenedList, exitCode: ExitCode): void {
  const as = exitCode === ExitCode.phoneList ? "import" : "reviews";
  if (eventColumnOf(header ?? sample[0]) >= 0)
    throw new ScrubError(exitCode, "registryGiven", [as], { file: file.path });
}

/** Whether a line is wanted. `key`: its event's; `scanner`: its cells. */
type IsWanted = (key: number, scanner: RecordScanner) => boolean;

/** Reads a ledger; a missing file is an empty one. Another file, or a line that is not an event, is exit 4, wanted or not. */
export function openLedger(file: string, use: LedgerUse, isWanted?: IsWanted) {
  const events: LedgerEvent[] = [];
  const visit = (line: LedgerLine) => {
    if (isWanted?.(line.key(), line.cells) !== false) events.push(line.event());
  };
  return { events, ...withLedger(file, use, (ledger) => ledger.walk(visit)) };
}

export function withLedger<T>(file: string, use: LedgerUse, work: (ledger: LedgerFile) => T): T {
  const ledger = new LedgerFile(file, use);
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}

/** Opens a registry. A missing one is exit 4. */
export function openRegistryFile(file: string): LedgerFile {
  refuseMissing(file);
  return new LedgerFile(file, "registry");
}

/** The current line of a walk. */
export interface LedgerLine {
  /** Its offset in the file. */
  start: number;
  readonly cells: RecordScanner;
  /** Returns the `keyOf` of its event. Refuses a line that is not an event. */
  key(): number;
  event(): LedgerEvent;
}

type VisitLine = (line: LedgerLine) => void;

/** Where a walk begins. `onRead` receives the bytes of the lines that it has read, a window at a time. */
interface WalkStart extends Pick<LedgerEnd, "line"> {
  start: number;
  onRead?: (bytes: Uint8Array) => void;
}

/** The bytes of a window, if no line is longer: for one event, and for a walk. */
const NEAR_BYTES = 64 * 1024;
const WINDOW_BYTES = 1024 * 1024;

/** A ledger, up to its length when it was opened. Only a window of it is in memory. */
export class LedgerFile {
  readonly #file: RegularInput | undefined;
  readonly size: number;

  constructor(
    readonly path: string,
    private readonly use: LedgerUse,
  ) {
    this.#file = openPositioned(path, ExitCode.io);
    this.size = this.#file?.length ?? 0;
  }

  /** Visits its events in order, a last one without a line end as well. */
  walk(visit: VisitLine, from?: WalkStart): LedgerEnd {
    const windows = this.windows(visit, from);
    let window = windows.next();
    while (window.done !== true) window = windows.next();
    return window.value;
  }

  /** Walks like `walk`, and pauses after each window. */
  *windows(visit: VisitLine, begin: WalkStart = { start: 0, line: 1 }): Generator<undefined, LedgerEnd> {
    const { size } = this;
    const scanner = new RecordScanner(DIALECT, COLUMNS, begin.line);
    const line = this.#lineOf(scanner);
    const buffer = Buffer.allocUnsafeSlow(Math.min(size - begin.start, WINDOW_BYTES));
    let isPastHeader = begin.start > 0;
    let from = begin.start;
    for (let length = WINDOW_BYTES; from < size; ) {
      const window = this.bytes(from, Math.min(size, from + length), buffer);
      const isLast = from + window.length === size;
      const linesEnd = isLast ? window.lastIndexOf(LF) + 1 : window.length;
      scanner.feed(window, 0, linesEnd, isLast);
      isPastHeader ||= linesEnd > 0 && this.#hasHeader(scanner, isLast);
      while (isPastHeader && scanner.next()) {
        line.start = from + scanner.start;
        visit(line);
      }
      if (scanner.tooLong || (isLast && scanner.openQuote)) throw this.#refused("badLedgerLine", scanner.line);
      const consumed = isLast ? linesEnd : scanner.nextStart;
      begin.onRead?.(window.subarray(0, consumed));
      from += consumed;
      yield;
      if (isLast) break;
      if (consumed === 0) length *= 2;
    }
    return this.#endAt(from, line, visit);
  }

  /** Whether the first record is complete. Refuses one that is not the header. */
  #hasHeader(scanner: RecordScanner, isLast: boolean): boolean {
    if (!scanner.next() && !isLast) return false;
    if (scannedCells(scanner).join() !== HEADERS[this.use].trimEnd()) throw this.#refused("notLedger");
    return true;
  }

  #lineOf(scanner: RecordScanner): LedgerLine {
    const event = () => {
      const event = scanner.malformed ? undefined : eventOf(scannedCells(scanner), this.use);
      if (event === undefined) throw this.#refused("badLedgerLine", scanner.line);
      return event;
    };
    return { start: 0, cells: scanner, key: () => plainKey(scanner, this.use) ?? keyOf(event()), event };
  }

  /** Visits the line without a line end behind the whole lines, if it is an event. `from`: where these end; `line`: their last. */
  #endAt(from: number, line: LedgerLine, visit: VisitLine): LedgerEnd {
    const { use, size } = this;
    const { cells } = line;
    const { nextLine } = cells;
    const lead = from === 0 ? HEADERS[use] : "";
    const end = { length: from, lead, tornLine: undefined, line: nextLine, use };
    const tail = this.bytes(from, size);
    // The header may have been cut off; anything else is not ours.
    if (from === 0 && !lead.startsWith(tail.toString("latin1"))) throw this.#refused("notLedger");
    if (from === 0 || from === size) return end;
    cells.feed(tail, 0, tail.length, true);
    const isWhole = cells.next() && !cells.malformed && eventOf(scannedCells(cells), use) !== undefined;
    if (!isWhole) return { ...end, tornLine: nextLine };
    // It is a whole event: an opt-out is never dropped for a missing line end.
    line.start = from;
    visit(line);
    return { ...end, length: size, lead: "\n" };
  }

  /** Returns the events whose lines begin at these offsets, which ascend. */
  eventsAt(starts: Iterable<number>): LedgerEvent[] {
    const scanner = new RecordScanner(DIALECT, COLUMNS);
    const events: LedgerEvent[] = [];
    let window: Buffer = Buffer.alloc(0);
    let from = 0;
    for (const start of starts)
      for (let length = NEAR_BYTES; ; length *= 4) {
        const isToEnd = from + window.length === this.size;
        scanner.feed(window, Math.min(start - from, window.length), window.length, isToEnd);
        const event = scanner.next() ? eventOf(scannedCells(scanner), this.use) : undefined;
        if (event !== undefined) {
          events.push(event);
          break;
        }
        if (from === start && isToEnd) throw this.#refused("changedWhileRead");
        from = start;
        window = this.bytes(start, Math.min(start + length, this.size));
      }
    return events;
  }

  /** Returns the bytes [from, to), in the given buffer if it is large enough. */
  bytes(from: number, to: number, into = Buffer.alloc(0)): Buffer {
    const bytes = to - from > into.length ? Buffer.allocUnsafe(to - from) : into.subarray(0, to - from);
    for (let at = 0; at < bytes.length; ) {
      const got = this.#file?.readAt(bytes, at, bytes.length - at, from + at) ?? 0;
      if (got === 0) throw this.#refused("changedWhileRead");
      at += got;
    }
    return bytes;
  }

  *pieces(from: number, to: number): Generator<Buffer> {
    for (let at = from; at < to; at += WINDOW_BYTES) yield this.bytes(at, Math.min(to, at + WINDOW_BYTES));
  }

  close(): void {
    this.#file?.close();
  }

  #refused(why: "badLedgerLine" | "notLedger" | "changedWhileRead", line?: number): ScrubError {
    const { path: file } = this;
    return new ScrubError(ExitCode.suppressionList, why, [], line === undefined ? { file } : { file, line });
  }
}

/** Appends events durably; without any it sets the file's date. Needs the lock under which the end was read. */
export function appendEvents(file: string, { length, lead, use }: LedgerEnd, events: readonly LedgerEvent[]): void {
  const begins = events.length > 0 || lead === HEADERS[use];
  appendLines(file, length, Buffer.from(begins ? lead + encodeEvents(events, use) : ""));
}
