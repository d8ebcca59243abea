// The ledger: a CSV of events that only grows, itself a suppression list. Reading it, and adding to it under its lock.

import { stringify } from "csv-stringify/sync";
import { recordCells } from "../csv/cells.js";
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

/** A registry that must be there; a missing one is exit 4. */
export function readLedger(file: string): Ledger {
  if (kindOfPath(file) === "missing") throw new ScrubError(ExitCode.suppressionList, "noRegistry", [], { file });
  return openLedger(file, "registry");
}

/** An empty one where nothing stands. A file that is no ledger, or a line that is no event, is exit 4. */
export function openLedger(file: string, use: LedgerUse): Ledger {
  const { bytes, tail, isNew } = readGrowing(file);
  const ledger = { events: [] as LedgerEvent[], ends: [] as number[], length: bytes.length, isNew, use };
  const header = HEADERS[use];
  if (bytes.length === 0) {
    // The header may have been cut off; anything else is not ours.
    if (!header.startsWith(tail.toString("latin1")))
      throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
    return { ...ledger, lead: header, tornLine: undefined };
  }
  const scanner = new RecordScanner(DIALECT, []);
  scanner.feed(bytes, 0, bytes.length, true);
  scanner.next();
  if (recordCells(bytes, scanner.start, scanner.end, DIALECT).join() !== header.trimEnd())
    throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
  while (scanner.next()) {
    const event = scanner.malformed ? undefined : readEvent(bytes, scanner.start, scanner.end, use);
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
