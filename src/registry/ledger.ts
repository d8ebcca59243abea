// The ledger: a CSV of events that only grows, itself a suppression list. Reading it, and adding to it under its lock.

import { stringify } from "csv-stringify/sync";
import { CellTable } from "../csv/cell-table.js";
import { recordCells, scannedCells } from "../csv/cells.js";
import type { Dialect } from "../csv/dialect.js";
import { RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLines, readGrowing, replaceFile } from "../files/append.js";
import { kindOfPath } from "../files/paths.js";
import { CHANNELS } from "../suppression/event.js";
import {
  cellsOf,
  identityOf,
  LEDGER_ACTIONS,
  LEDGER_COLUMNS,
  type LedgerEvent,
  REVIEW_COLUMNS,
} from "./ledger-event.js";

const DIALECT: Dialect = { delimiter: 0x2c, recordEnd: "lf" };
const HEADERS: Readonly<Record<LedgerUse, string>> = {
  registry: `${LEDGER_COLUMNS.join(",")}\n`,
  reviews: `${REVIEW_COLUMNS.join(",")}\n`,
};
export const REVIEW_HEADER = HEADERS.reviews;

export interface Ledger {
  events: readonly LedgerEvent[];
  /** Where the line of each event ends, in bytes. */
  ends: readonly number[];
  /** What stays of it, and what is added begins with: a line end, where the last line has none. */
  length: number;
  lead: string;
  /** The line that a killed writer left unfinished, of no use to anybody; undefined where there is none. */
  tornLine: number | undefined;
  isNew: boolean;
  use: LedgerUse;
}

/** `reviews`: a ledger that people fill in, with the messages: its actions may be any words, and a phone may be missing. */
export type LedgerUse = "registry" | "reviews";

/** A registry that must be there; a missing one is exit 4. `of`: as `openLedger` takes it. */
export function readLedger(file: string, of?: ReadonlySet<string>): Ledger {
  if (kindOfPath(file) === "missing") throw new ScrubError(ExitCode.suppressionList, "noRegistry", [], { file });
  return openLedger(file, "registry", of);
}

/**
 * An empty one where nothing stands. A file that is no ledger, or a line that is no event, is exit 4. `of`: phones whose
 * events are wanted, as they stand there; the others are only looked over, which takes a tenth of the time.
 */
export function openLedger(file: string, use: LedgerUse, of?: ReadonlySet<string>): Ledger {
  const { bytes, tail, isNew } = readGrowing(file);
  const ledger = { events: [] as LedgerEvent[], ends: [] as number[], length: bytes.length, isNew, use };
  const header = HEADERS[use];
  if (bytes.length === 0) {
    // The header may have been cut off; anything else is not ours.
    if (!header.startsWith(tail.toString("latin1")))
      throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
    return { ...ledger, lead: header, tornLine: undefined };
  }
  const scanner = new RecordScanner(DIALECT, COLUMNS);
  const glance = of === undefined ? undefined : new Glance(of);
  scanner.feed(bytes, 0, bytes.length, true);
  scanner.next();
  if (scannedCells(scanner).join() !== header.trimEnd())
    throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
  while (scanner.next()) {
    if (use === "registry" && glance?.isOfOthers(scanner)) continue;
    const event = scanner.malformed ? undefined : eventOf(scannedCells(scanner), use);
    if (event === undefined)
      throw new ScrubError(ExitCode.suppressionList, "badLedgerLine", [], { file, line: scanner.line });
    ledger.events.push(event);
    ledger.ends.push(scanner.nextStart);
  }
  if (scanner.openQuote)
    throw new ScrubError(ExitCode.suppressionList, "badLedgerLine", [], { file, line: scanner.line });
  if (tail.length === 0) return { ...ledger, lead: "", tornLine: undefined };
  const last = readEvent(tail, 0, tail.length, use);
  if (last === undefined) return { ...ledger, lead: "", tornLine: countLines(bytes) + 1 };
  // It says all that an event says: an opt-out is never thrown away for a missing line end.
  ledger.events.push(last);
  ledger.ends.push(bytes.length + tail.length);
  return { ...ledger, length: bytes.length + tail.length, lead: "\n", tornLine: undefined };
}

/** All that a line has, and the first that it should not have. */
const COLUMNS = [...REVIEW_COLUMNS.keys(), REVIEW_COLUMNS.length];

/** Looks a line over without reading it. */
class Glance {
  readonly #phones: ReadonlySet<number>;
  readonly #actions = new CellTable();
  readonly #channels = new CellTable();

  constructor(phones: ReadonlySet<string>) {
    this.#phones = new Set([...phones].map((phone) => Number(phone.slice(1))));
    for (const action of LEDGER_ACTIONS) this.#actions.add(Buffer.from(action), 0, action.length);
    for (const channel of CHANNELS) this.#channels.add(Buffer.from(channel), 0, channel.length);
  }

  /** Whether it certainly is an event as a registry holds it, of none of the phones. */
  isOfOthers({ bytes, cells, malformed, spansLines, cellStart, cellEnd }: RecordScanner): boolean {
    if (malformed || spansLines || cells !== LEDGER_COLUMNS.length || cellStart[0] === cellEnd[0]) return false;
    const [, phone, action, channel] = cellStart as unknown as [number, number, number, number];
    const digits = digitsOf(bytes, phone, cellEnd[1]!);
    if (digits < 0 || this.#phones.has(digits)) return false;
    return this.#actions.has(bytes, action, cellEnd[2]!) && this.#channels.has(bytes, channel, cellEnd[3]!);
  }
}

/** The digits of `+50370123456` as a number; -1 where it is not written so. */
function digitsOf(bytes: Uint8Array, start: number, end: number): number {
  const count = end - start - 1;
  if (bytes[start] !== PLUS || count < 5 || count > 15) return -1;
  let number = 0;
  for (let at = start + 1; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >>> 0 > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const PLUS = 0x2b;

/** The events of `wanted` that the ledger does not hold yet, each once. */
export function newOnes<T extends LedgerEvent>(ledger: Ledger, wanted: readonly T[]): T[] {
  const known = new Set(ledger.events.map(identityOf));
  return wanted.filter((event) => {
    const identity = identityOf(event);
    if (known.has(identity)) return false;
    known.add(identity);
    return true;
  });
}

/** Adds events and makes them durable, or only sets the file's date. Only under its lock, and to what was read under it. */
export function appendEvents(file: string, ledger: Ledger, events: readonly LedgerEvent[]): void {
  const isNew = ledger.lead === HEADERS.registry || ledger.lead === HEADERS.reviews;
  const lines = ledger.use === "reviews" ? encodeReviews(events) : encodeEvents(events);
  appendLines(file, ledger.length, Buffer.from(events.length === 0 && !isNew ? "" : ledger.lead + lines));
}

/** Writes a ledger anew without some of its events; only for reviews, which are no record but a list of things to do. */
export function rewriteReviews(file: string, events: readonly LedgerEvent[]): void {
  replaceFile(file, Buffer.from(REVIEW_HEADER + encodeReviews(events)));
}

function encodeEvents(events: readonly LedgerEvent[]): string {
  return stringify(events.map(cellsOf));
}

function encodeReviews(events: readonly LedgerEvent[]): string {
  return stringify(events.map((event) => [...cellsOf(event), event.message ?? ""]));
}

function readEvent(bytes: Uint8Array, start: number, end: number, use: LedgerUse): LedgerEvent | undefined {
  return eventOf(recordCells(bytes, start, end, DIALECT), use);
}

function eventOf(cells: readonly string[], use: LedgerUse): LedgerEvent | undefined {
  if (cells.length !== (use === "reviews" ? REVIEW_COLUMNS : LEDGER_COLUMNS).length) return undefined;
  const [event, phone, action, channel, requestedAt, recordedAt, source, sender, reason, evidence, message] = cells as [
    string,
    string,
    LedgerEvent["action"],
    LedgerEvent["channel"],
    string,
    string,
    string,
    string,
    string,
    string,
    string?,
  ];
  if (event === "" || !CHANNELS.includes(channel)) return undefined;
  const hasPhone = /^\+\d{5,15}$/.test(phone) || (action === "settled" && phone === "");
  if (use === "registry" && !(LEDGER_ACTIONS.includes(action) && hasPhone)) return undefined;
  const read = { event, phone, action, channel, requestedAt, recordedAt, source, sender, reason, evidence };
  return message === undefined ? read : { ...read, message };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}
