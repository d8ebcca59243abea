// The ledger: a CSV of events that only grows, itself a suppression list. Reading it, and adding to it under its lock.

import { recordCells, scannedCells } from "../csv/cells.js";
import { composeRecords } from "../csv/compose.js";
import { type Dialect, LF, RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { appendPieces, type GrowingPieces, openGrowing, readEnds, replaceFile } from "../files/append.js";
import { kindOfPath } from "../files/paths.js";
import { neighboursOf } from "../files/system-errors.js";
import { isCommentedOut } from "../headers/event-words.js";
import { eventColumnOf, LEDGER_COLUMNS } from "../headers/registry-columns.js";
import type { OpenedList } from "../lists/open.js";
import { CHANNELS, type Channel } from "../suppression/event.js";
import { namedIn, VOID } from "../suppression/taken-back.js";
import { nearest } from "../text/nearest.js";
import { type LedgerUse, NO_PHONE, phoneOf } from "./glance.js";
import { cellsOf, LEDGER_ACTIONS, type LedgerAction, type LedgerEvent, REVIEW_COLUMNS } from "./ledger-event.js";

const DIALECT: Dialect = { delimiter: 0x2c, recordEnd: "lf" };
const HEADERS: Readonly<Record<LedgerUse, string>> = {
  registry: `${LEDGER_COLUMNS.join(",")}\n`,
  reviews: `${REVIEW_COLUMNS.join(",")}\n`,
};
export const REVIEW_HEADER = HEADERS.reviews;
/** All columns of a line, and the first that it should not have. */
const COLUMNS = [...REVIEW_COLUMNS.keys(), REVIEW_COLUMNS.length];

/** How a ledger ends. */
export interface LedgerEnd {
  /** What stays of it, and what is added begins with: a line end, where the last line has none. */
  length: number;
  lead: string;
  /** The line that a killed writer left unfinished, of no use to anybody; undefined where there is none. */
  tornLine: number | undefined;
  use: LedgerUse;
}

export interface Ledger extends LedgerEnd {
  events: readonly LedgerEvent[];
}

/** A registry that must be there; a missing one is exit 4. `isWanted`: as `openLedger` takes it. */
export function readLedger(file: string, isWanted?: IsWanted): Ledger {
  refuseMissing(file);
  return openLedger(file, "registry", isWanted);
}

export function refuseMissing(file: string): void {
  if (kindOfPath(file) === "missing")
    throw new ScrubError(ExitCode.suppressionList, "noRegistry", [nearbyRegistry(file)], { file });
}

/** The length below which any other name is near. */
const SHORTEST_NAME = 4;

/** The registry in the same folder that was probably meant, as it would be typed. */
export function nearbyRegistry(file: string): string | undefined {
  const nameOf = (path: string) => path.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  const isNear = (other: string) => nearest(nameOf(file), [nameOf(other)]) !== undefined;
  const isRegistry = (other: string) =>
    kindOfPath(other) === "file" && readEnds(other, HEADERS.registry.length).head.toString() === HEADERS.registry;
  if (nameOf(file).length < SHORTEST_NAME) return undefined;
  return neighboursOf(file).find((other) => isNear(other) && isRegistry(other));
}

/** Refuses a registry as the file to import (exit 3) or as the one of the reviews (exit 4): its events would be taken out of it. */
export function refuseRegistry(
  { header, sample, file }: Pick<OpenedList, "header" | "sample" | "file">,
  as: "import" | "reviews",
): void {
  if (eventColumnOf(header ?? sample[0] ?? []) < 0) return;
  const exitCode = as === "import" ? ExitCode.phoneList : ExitCode.suppressionList;
  throw new ScrubError(exitCode, "registryGiven", [as], { file: file.path });
}

/** Whether a line is wanted, by the key of its event and as it was scanned. */
export type IsWanted = (key: number, scanner: RecordScanner) => boolean;

/** Wants the events of these keys. */
export function wanting(keys: ReadonlySet<number | undefined>): IsWanted {
  return (key) => keys.has(key);
}

/**
 * An empty one where nothing stands. A file that is no ledger, or a line that is no event, is exit 4. What is
 * not wanted is only looked over, which takes a tenth of the time.
 */
export function openLedger(file: string, use: LedgerUse, isWanted?: IsWanted): Ledger {
  const events: LedgerEvent[] = [];
  const ledger = new LedgerFile(file, use);
  try {
    const { last, end } = ledger.walk((key, scanner, event) => {
      if (isWanted === undefined || key === NO_PHONE || isWanted(key, scanner)) events.push(event());
    });
    if (last !== undefined) events.push(last);
    return { events, ...end };
  } finally {
    ledger.close();
  }
}

/** A registry that must be there, to be walked as often as wanted. Whoever opens it closes it. */
export function openRegistryFile(file: string): LedgerFile {
  refuseMissing(file);
  return new LedgerFile(file, "registry");
}

/** A line of a ledger: its key or `NO_PHONE`, as it was scanned, what reads it, and where it begins in the file. */
type TakeLine = (key: number, scanner: RecordScanner, event: () => LedgerEvent, start: number) => void;

/** Nearly every line is shorter. */
const LINE_BYTES = 512;
/** Bytes that are read at once, where events stand that near to one another. */
const NEAR_BYTES = 256 * 1024;
/** How many bytes of a ledger are in memory at a time, unless a line is longer. */
const WINDOW_BYTES = 1024 * 1024;

/** A ledger as long as it was at its opening, of which a window is in memory. */
export class LedgerFile {
  readonly #pieces: GrowingPieces | undefined;

  constructor(
    readonly path: string,
    private readonly use: LedgerUse,
  ) {
    this.#pieces = openGrowing(path);
  }

  get size(): number {
    return this.#pieces?.size ?? 0;
  }

  /** Takes the lines that are whole. Returns what stands behind them. */
  walk(take: TakeLine, from?: WalkStart): WalkEnd {
    const windows = this.windows(take, from);
    for (;;) {
      const { done, value } = windows.next();
      if (done === true) return value;
    }
  }

  /** The same, with a pause behind every window. */
  *windows(take: TakeLine, begun: WalkStart = { start: 0, line: 1 }): Generator<undefined, WalkEnd> {
    const { path: file, use, size } = this;
    const scanner = new RecordScanner(DIALECT, COLUMNS, begun.line);
    const bad = () => new ScrubError(ExitCode.suppressionList, "badLedgerLine", [], { file, line: scanner.line });
    const read = () => {
      const event = scanner.malformed ? undefined : eventOf(scannedCells(scanner), use);
      if (event === undefined) throw bad();
      return event;
    };
    let isBehindHeader = begun.line > 1;
    let window = Buffer.allocUnsafeSlow(Math.min(size - begun.start, WINDOW_BYTES));
    let from = begun.start;
    let to = 0;
    for (let isOver = size === from; !isOver; ) {
      const got = this.#pieces!.read(window, to, window.length - to, from + to);
      to += got;
      isOver = got === 0 || from + to === size;
      const whole = isOver ? window.lastIndexOf(LF, to - 1) + 1 : to;
      scanner.feed(window, 0, whole, isOver);
      if (!isBehindHeader && whole > 0 && (scanner.next() || isOver)) {
        if (scannedCells(scanner).join() !== HEADERS[use].trimEnd())
          throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
        isBehindHeader = true;
      }
      while (isBehindHeader && scanner.next()) take(phoneOf(scanner, use), scanner, read, from + scanner.start);
      if (scanner.tooLong || (isOver && scanner.openQuote)) throw bad();
      const consumed = isOver ? whole : scanner.consumed;
      if (!isOver && consumed === 0 && to === window.length) {
        const larger = Buffer.allocUnsafeSlow(2 * window.length);
        window.copy(larger);
        window = larger;
      } else {
        begun.passed?.(window.subarray(0, consumed));
        window.copyWithin(0, consumed, to);
      }
      from += consumed;
      to -= consumed;
      yield;
    }
    return endOf(file, use, from, window.subarray(0, to), scanner.nextLine);
  }

  /** The events whose lines begin at places that a walk has told. `starts`: in the order of the ledger. */
  eventsAt(starts: readonly number[]): LedgerEvent[] {
    const events: LedgerEvent[] = [];
    for (let i = 0; i < starts.length; ) {
      const from = starts[i]!;
      let next = i + 1;
      while (next < starts.length && starts[next]! - from < NEAR_BYTES) next++;
      const window = this.bytes(from, Math.min(starts[next - 1]! + LINE_BYTES, this.size));
      for (; i < next; i++)
        events.push(eventIn(window.subarray(starts[i]! - from), this.use) ?? this.eventAt(starts[i]!));
    }
    return events;
  }

  /** The event whose line begins at a place that a walk has told. */
  eventAt(start: number): LedgerEvent {
    for (let length = LINE_BYTES; ; length *= 4) {
      const bytes = this.bytes(start, Math.min(start + length, this.size));
      const isLast = start + bytes.length === this.size;
      const event =
        isLast && !bytes.includes(LF)
          ? eventOf(recordCells(bytes, 0, bytes.length, DIALECT), this.use)
          : eventIn(bytes, this.use);
      if (event !== undefined) return event;
      if (isLast) throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: this.path });
    }
  }

  /** The bytes [from, to), which a walk has gone over. */
  bytes(from: number, to: number): Buffer {
    const bytes = Buffer.allocUnsafe(to - from);
    for (let at = 0; at < bytes.length; ) {
      const got = this.#pieces?.read(bytes, at, bytes.length - at, from + at) ?? 0;
      if (got === 0) throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: this.path });
      at += got;
    }
    return bytes;
  }

  *pieces(from: number, to: number): Generator<Buffer> {
    for (let at = from; at < to; at += WINDOW_BYTES) yield this.bytes(at, Math.min(to, at + WINDOW_BYTES));
  }

  close(): void {
    this.#pieces?.close();
  }
}

/** What stands behind the whole lines: an event without a line end begins at `lastStart`. */
interface WalkEnd {
  end: LedgerEnd;
  last: LedgerEvent | undefined;
  lastStart: number;
  /** The line that follows the whole ones. */
  line: number;
}

/** Where a walk begins: behind lines that are known. `passed` is told of the bytes that it has gone over. */
export interface WalkStart {
  start: number;
  line: number;
  passed?: (bytes: Uint8Array) => void;
}

const ofOneLine = new RecordScanner(DIALECT, COLUMNS);

/** The event with which the bytes begin; undefined where they don't hold it whole. */
function eventIn(bytes: Buffer, use: LedgerUse): LedgerEvent | undefined {
  // Nearly every line has neither a quote nor anything that is no UTF-8, and what is scanned costs time.
  const end = bytes.indexOf(LF);
  const text = bytes.toString("utf8", 0, Math.max(0, end));
  if (end >= 0 && !/["\r\ufffd]/.test(text)) return eventOf(text.split(","), use);
  ofOneLine.feed(bytes, 0, bytes.length, false);
  return ofOneLine.next() ? eventOf(scannedCells(ofOneLine), use) : undefined;
}

/** What becomes of an unfinished last line behind the whole ones, of so many bytes. */
function endOf(file: string, use: LedgerUse, whole: number, tail: Uint8Array, line: number): WalkEnd {
  const end = { length: whole, lead: whole === 0 ? HEADERS[use] : "", tornLine: undefined, use };
  const walked = { end, last: undefined, lastStart: whole, line };
  // The header may have been cut off; anything else is not ours.
  if (whole === 0 && !HEADERS[use].startsWith(Buffer.from(tail).toString("latin1")))
    throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
  if (whole === 0 || tail.length === 0) return walked;
  const last = eventOf(recordCells(tail, 0, tail.length, DIALECT), use);
  if (last === undefined) return { ...walked, end: { ...end, tornLine: line } };
  // It says all that an event says: an opt-out is never thrown away for a missing line end.
  return { ...walked, end: { ...end, length: whole + tail.length, lead: "\n" }, last };
}

/** Adds events and makes them durable, or only sets the file's date. Only under its lock, and to what was read under it. */
export function appendEvents(file: string, { length, lead, use }: LedgerEnd, events: readonly LedgerEvent[]): void {
  const begins = events.length > 0 || lead === HEADERS[use];
  appendPieces(file, length, begins ? [Buffer.from(lead + encodeEvents(events, use))] : []);
}

/** Writes a ledger anew without some of its events; only for reviews, which are no record but a list of things to do. */
export function rewriteReviews(file: string, events: readonly LedgerEvent[]): void {
  replaceFile(file, [Buffer.from(REVIEW_HEADER + encodeEvents(events, "reviews"))]);
}

export function encodeEvents(events: readonly LedgerEvent[], use: LedgerUse): string {
  const isReview = use === "reviews";
  return composeRecords(events.map((event) => (isReview ? [...cellsOf(event), event.message ?? ""] : cellsOf(event))));
}

type Cells = [
  string,
  string,
  LedgerAction,
  Channel,
  string,
  string,
  ...more: [string, string, string, string, string?],
];

function eventOf(cells: readonly string[], use: LedgerUse): LedgerEvent | undefined {
  if (cells.length !== (use === "reviews" ? REVIEW_COLUMNS : LEDGER_COLUMNS).length) return undefined;
  const [event, phone, action, channel, requestedAt, recordedAt, ...more] = cells as readonly string[] as Cells;
  const [source, sender, reason, evidence, message] = more;
  // Whoever put a mark before a line took it for out.
  if (event === "" || isCommentedOut(event) || !CHANNELS.includes(channel)) return undefined;
  const hasPhone = /^\+\d{5,15}$/.test(phone) || (action === "settled" && phone === "");
  if (use === "registry" && !(LEDGER_ACTIONS.includes(action) && hasPhone)) return undefined;
  if (use === "registry" && action === VOID && namedIn(evidence) === undefined) return undefined;
  const read = { event, phone, action, channel, requestedAt, recordedAt, source, sender, reason, evidence };
  return message === undefined ? read : { ...read, message };
}
