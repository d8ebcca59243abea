// The ledger: a CSV of events that only grows, itself a suppression list. Reading it, and adding to it under its lock.

import { stringify } from "csv-stringify/sync";
import { CellTable } from "../csv/cell-table.js";
import { recordCells, scannedCells } from "../csv/cells.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLines, readEnds, readGrowing, replaceFile } from "../files/append.js";
import { kindOfPath } from "../files/paths.js";
import { neighboursOf } from "../files/system-errors.js";
import { isCommentedOut } from "../headers/event-words.js";
import type { OpenedList } from "../lists/open.js";
import { CHANNELS } from "../suppression/event.js";
import { namedIn, VOID } from "../suppression/taken-back.js";
import { nearest } from "../text/nearest.js";
import {
  cellsOf,
  isRegistryHeader,
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
  /** The end of each event's line, in bytes. */
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
  refuseMissing(file);
  return openLedger(file, "registry", of);
}

function refuseMissing(file: string): void {
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
  if (!isRegistryHeader(header ?? sample[0] ?? [])) return;
  const exitCode = as === "import" ? ExitCode.phoneList : ExitCode.suppressionList;
  throw new ScrubError(exitCode, "registryGiven", [as], { file: file.path });
}

/**
 * An empty one where nothing stands. A file that is no ledger, or a line that is no event, is exit 4. `of`: phones whose
 * events are wanted, as they stand there; the others are only looked over, which takes a tenth of the time.
 */
export function openLedger(file: string, use: LedgerUse, of?: ReadonlySet<string>): Ledger {
  const { bytes, tail, isNew } = readGrowing(file);
  const place = { file, use, line: 1 };
  const events: LedgerEvent[] = [];
  const ends: number[] = [];
  const glance = of === undefined || use === "reviews" ? undefined : new Glance(use);
  const wanted = new Set([...(of ?? [])].map(phoneKey));
  const line = walkLedger(bytes, place, (scanner, event) => {
    const phone = glance?.phoneOf(scanner) ?? NO_PHONE;
    if (phone !== NO_PHONE && !wanted.has(phone)) return;
    events.push(event());
    ends.push(scanner.nextStart);
  });
  const { last, ...end } = endOf(bytes.length, tail, { ...place, line });
  if (last !== undefined) {
    events.push(last);
    ends.push(end.length);
  }
  return { events, ends, isNew, use, ...end };
}

/**
 * Takes every event of a registry that must be there, without keeping any. `take`: its line as it was scanned, and what
 * reads it; `takeLast`: an event whose line end is missing. Returns the bytes, and the line that was left unfinished.
 */
export function lookOverLedger(
  file: string,
  take: (scanner: RecordScanner, event: () => LedgerEvent) => void,
  takeLast: (event: LedgerEvent) => void,
): { bytes: Uint8Array; tornLine: number | undefined } {
  refuseMissing(file);
  const { bytes, tail } = readGrowing(file);
  const place: LedgerPlace = { file, use: "registry", line: 1 };
  const line = walkLedger(bytes, place, take);
  const { last, tornLine } = endOf(bytes.length, tail, { ...place, line });
  if (last !== undefined) takeLast(last);
  return { bytes, tornLine };
}

export interface LedgerPlace {
  file: string;
  use: LedgerUse;
  /** The line at which the bytes begin. */
  line: number;
}

/** Walks the records of whole lines, behind the header where they begin the file. Returns the line that follows. */
export function walkLedger(
  bytes: Uint8Array,
  { file, use, line }: LedgerPlace,
  take: (scanner: RecordScanner, event: () => LedgerEvent) => void,
): number {
  if (bytes.length === 0) return line;
  const scanner = new RecordScanner(DIALECT, COLUMNS, line);
  const bad = () => new ScrubError(ExitCode.suppressionList, "badLedgerLine", [], { file, line: scanner.line });
  const read = () => {
    const event = scanner.malformed ? undefined : eventOf(scannedCells(scanner), use);
    if (event === undefined) throw bad();
    return event;
  };
  scanner.feed(bytes, 0, bytes.length, true);
  if (line === 1) {
    scanner.next();
    if (scannedCells(scanner).join() !== HEADERS[use].trimEnd())
      throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
  }
  while (scanner.next()) take(scanner, read);
  if (scanner.openQuote) throw bad();
  return scanner.nextLine;
}

/** The event with which the bytes begin, and the bytes of its line; undefined where they don't hold it whole. */
export function eventAt(bytes: Uint8Array, use: LedgerUse): { event: LedgerEvent; length: number } | undefined {
  const scanner = new RecordScanner(DIALECT, COLUMNS);
  scanner.feed(bytes, 0, bytes.length, false);
  const event = scanner.next() ? eventOf(scannedCells(scanner), use) : undefined;
  return event && { event, length: scanner.nextStart };
}

/** What becomes of an unfinished last line behind the whole ones, of so many bytes. */
export function endOf(
  whole: number,
  tail: Uint8Array,
  { file, use, line }: LedgerPlace,
): Pick<Ledger, "length" | "lead" | "tornLine"> & { last: LedgerEvent | undefined } {
  const end = { length: whole, lead: whole === 0 ? HEADERS[use] : "", tornLine: undefined, last: undefined };
  if (whole === 0) {
    // The header may have been cut off; anything else is not ours.
    if (!HEADERS[use].startsWith(Buffer.from(tail).toString("latin1")))
      throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file });
    return end;
  }
  if (tail.length === 0) return end;
  const last = eventOf(recordCells(tail, 0, tail.length, DIALECT), use);
  if (last === undefined) return { ...end, tornLine: line };
  // It says all that an event says: an opt-out is never thrown away for a missing line end.
  return { ...end, length: whole + tail.length, lead: "\n", last };
}

/** All columns of a line, and the first that it should not have. */
const COLUMNS = [...REVIEW_COLUMNS.keys(), REVIEW_COLUMNS.length];

/** Stands for a line whose phone is not known, or is no phone as a registry writes it. */
export const NO_PHONE = 0;

/** A phone as a number, for a quick look; those of different phones differ. */
export function phoneKey(e164: string): number {
  const bytes = Buffer.from(e164);
  return Math.max(NO_PHONE, digitsOf(bytes, 0, bytes.length));
}

/** Looks a line over without reading it. */
export class Glance {
  readonly #actions = new CellTable();
  readonly #channels = new CellTable();

  constructor(private readonly use: LedgerUse) {
    for (const action of LEDGER_ACTIONS) this.#actions.add(Buffer.from(action), 0, action.length);
    for (const channel of CHANNELS) this.#channels.add(Buffer.from(channel), 0, channel.length);
  }

  /** Whose event it is, where it certainly is one as a registry holds it; else it has to be read. */
  phoneOf({ bytes, cells, malformed, spansLines, cellStart, cellEnd }: RecordScanner): number {
    const width = (this.use === "reviews" ? REVIEW_COLUMNS : LEDGER_COLUMNS).length;
    if (malformed || spansLines || cells !== width || !isLetterOrDigit(bytes[cellStart[0]!]!)) return NO_PHONE;
    const [, phone, action, channel] = cellStart as unknown as [number, number, number, number];
    const isEvent = this.#actions.has(bytes, action, cellEnd[2]!) && this.#channels.has(bytes, channel, cellEnd[3]!);
    return isEvent ? Math.max(NO_PHONE, digitsOf(bytes, phone, cellEnd[1]!)) : NO_PHONE;
  }
}

/** The marks that take a line out begin with neither. */
function isLetterOrDigit(byte: number): boolean {
  return ((byte | 0x20) - 0x61) >>> 0 < 26 || (byte - ZERO) >>> 0 < 10;
}

/** The digits of `+50370123456` as a number; -1 where it is not written so. */
function digitsOf(bytes: Uint8Array, start: number, end: number): number {
  const count = end - start - 1;
  if (bytes[start] !== PLUS || bytes[start + 1] === ZERO || count < 5 || count > 15) return -1;
  let number = 0;
  for (let at = start + 1; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >>> 0 > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const PLUS = 0x2b;
const ZERO = 0x30;

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

export function encodeEvents(events: readonly LedgerEvent[]): string {
  return stringify(events.map(cellsOf));
}

function encodeReviews(events: readonly LedgerEvent[]): string {
  return stringify(events.map((event) => [...cellsOf(event), event.message ?? ""]));
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
  // Whoever put a mark before a line took it for out.
  if (event === "" || isCommentedOut(event) || !CHANNELS.includes(channel)) return undefined;
  const hasPhone = /^\+\d{5,15}$/.test(phone) || (action === "settled" && phone === "");
  if (use === "registry" && !(LEDGER_ACTIONS.includes(action) && hasPhone)) return undefined;
  if (use === "registry" && action === VOID && namedIn(evidence) === undefined) return undefined;
  const read = { event, phone, action, channel, requestedAt, recordedAt, source, sender, reason, evidence };
  return message === undefined ? read : { ...read, message };
}
