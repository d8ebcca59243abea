// What a person decided of the unclear messages: the reviews come back with another word in their action column.

import { recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { readEnds, replaceFile } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { actionOf, channelOf, isDoubted } from "../headers/event-words.js";
import { foldWords, names } from "../headers/folding.js";
import { batchesOf } from "../lists/batches.js";
import { openList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { readNamed } from "../phone/named.js";
import { everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { ENDS_USE } from "../replies/classify.js";
import { type DayOrder, describeLast, isOfSeveralDays, parseMoment, proveDayOrder } from "../time/dates.js";
import { describeSecond, EL_SALVADOR } from "../time/time-zone.js";
import { openLedger, refuseRegistry } from "./ledger.js";
import {
  E164,
  encodeEvents,
  FIELDS,
  HEADERS,
  type LedgerEvent,
  NAMED,
  plain,
  REVIEW_COLUMNS,
  REVIEWED,
  type WantedEvent,
  wholeMessage,
} from "./ledger-event.js";

export type Decisions = Awaited<ReturnType<typeof readDecisions>>;

/** The message asked for nothing. Words that may also mean that something was done (`ok`, `listo`) are not among these. */
const NOTHING = names("other,otro,otra,none,nada,ninguno,ninguna,nothing,ignore,ignorar,settled");
/** Of a request: it was answered. Of any other message nobody knows what was done then. */
const ANSWERED = names(
  "answered,handled,resolved,done,atendido,atendida,respondido,respondida,resuelto,resuelta,contestado,contestada",
);

/** Reads what a person has decided. `unknown`: rows with an unknown word, or an opt-in on an unknown channel. */
export async function readDecisions(file: string, overrides: ListOverrides) {
  const rows = await readRows(file, ExitCode.phoneList, overrides);
  const done = rows.filter(({ decision }) => decision !== undefined);
  const left = rows.filter(({ decision }) => decision === undefined);
  const events = done.map((row) => decisionEvent(row, file));
  // A row without a number waits for one, which a person has found out.
  const decided = new Set(done.flatMap(({ event }) => [rowKey(event), rowKey({ ...event, phone: "" })]));
  // An id that a spreadsheet has copied into other rows decides nothing about those.
  for (const { event } of left) decided.delete(rowKey(event));
  const unknown = left.filter(({ isBroken, event }) => !isBroken && !isUndecided(foldWords(event.action)));
  return { events, decided, read: rows.length, unknown: { rows: unknown.length, firstLine: unknown[0]?.line ?? 0 } };
}

function decisionEvent(row: Row, file: string): WantedEvent {
  const { event, line } = row;
  const action = row.decision!;
  const phone = phoneIn(event);
  const isNoNumber = event.phone === "" || readCell(event.phone).ranges.length > 0;
  if (phone === undefined && (action !== "settled" || !isNoNumber))
    throw new ScrubError(ExitCode.phoneList, "decisionWithoutNumber", [], { file, line });
  const { message: _kept, ...rest } = event;
  return {
    ...rest,
    phone: phone ?? "",
    action,
    channel: channelOf(event.channel) === undefined || (endsUse(event) && action === "opt-out") ? "any" : event.channel,
    // Who wrote about another's number is no sender of ours that this person could know.
    sender: event.reason === NAMED ? "" : event.sender,
    reason: `${REVIEWED}: ${event.reason}`,
    language: "es",
    isReply: false,
  };
}

type ReviewRow = Pick<LedgerEvent, "event" | "phone" | "message">;

/** Returns what a row is known by: one decision is about one number, and an id may stand in several rows. */
export function rowKey(row: ReviewRow): string {
  return [row.event, phoneIn(row) ?? row.phone].join("\n");
}

/** Returns the one number of a row. One out of the plan is as we have written it, also where a spreadsheet took its `+` away. */
function phoneIn({ phone, message = "" }: ReviewRow): string | undefined {
  const reading = readCell(phone);
  const [number, ...others] = reading.numbers;
  if (number !== undefined) return others.length === 0 ? number.e164 : undefined;
  const written = phone.startsWith("+") ? phone : `+${phone}`;
  const isOurs = everyNumber(reading).includes(written) || readNamed(message).includes(written);
  return E164.test(written) && isOurs ? written : undefined;
}

/** Reads the reviews, also if a spreadsheet has saved them. */
export async function openReviews(file: string): Promise<{ events: LedgerEvent[]; tornLine?: number | undefined }> {
  if (!reviewsAreResaved(file)) return openLedger(file, "reviews");
  const rows = await readRows(file, ExitCode.suppressionList, { columns: [], noHeader: false });
  const events = rows.map(({ event, line, isBroken }): LedgerEvent => {
    if (isBroken) throw new ScrubError(ExitCode.suppressionList, "badLedgerLine", [], { file, line });
    // A word of ours is the same however it is written; any other is a person's, and nobody has taken it in yet.
    const word = foldWords(event.action);
    const action = (isUndecided(word) && word !== "" ? word : event.action) as LedgerEvent["action"];
    return { ...event, phone: phoneIn(event) ?? event.phone, action };
  });
  return { events };
}

/** Replaces a review file, which is a list of tasks and not a record. */
export function rewriteReviews(file: string, events: readonly LedgerEvent[]): void {
  replaceFile(file, [Buffer.from(HEADERS.reviews + encodeEvents(events, "reviews"))]);
}

/** Changes reviews under their lock, and takes out those of which `change` leaves nothing. Returns how many it changed. */
export function changeReviews(file: string, change: (review: LedgerEvent) => LedgerEvent | undefined): Promise<number> {
  return withLock(file, async () => {
    const { events } = await openReviews(file);
    const changed = events.map(change);
    const count = changed.filter((review, i) => review !== events[i]).length;
    const left = changed.filter((review) => review !== undefined);
    if (count > 0) rewriteReviews(file, left);
    return count;
  });
}

interface Row {
  event: Omit<LedgerEvent, "action"> & { action: string };
  line: number;
  /** It is malformed, or has no id. */
  isBroken: boolean;
  /** Undefined if it is still to be decided. What nobody can tell suppresses everywhere, and lets through nowhere. */
  decision: Decision | undefined;
}

/** Reads the rows in any dialect and encoding, with dates as spreadsheets write them. */
async function readRows(file: string, exitCode: ExitCode, overrides: ListOverrides): Promise<Row[]> {
  const phonesOf = (header: readonly string[]) => {
    const phone = header.findIndex((name) => foldWords(name) === "phone");
    return phone < 0 ? undefined : [phone];
  };
  const list = await openList(file, "phone-list", exitCode, { ...overrides, phonesOf, mayLackPhones: true });
  try {
    refuseRegistry(list, exitCode);
    const header = (list.header ?? []).map(foldWords);
    const at = REVIEW_COLUMNS.map((name) => header.indexOf(foldWords(name)));
    if (["event", "phone", "action", "channel"].some((name) => !header.includes(name)))
      throw new ScrubError(exitCode, exitCode === ExitCode.phoneList ? "notReviews" : "notLedger", [], { file });
    const rows: Row[] = [];
    for await (const batch of batchesOf(list, exitCode)) {
      for (let i = 0; i < batch.count; i++) {
        batch.select(i);
        const { line, malformed } = batch;
        const cells = recordCells(batch.bytes, batch.start, batch.end, list.dialect);
        const written = at.map((column) => cells[column] ?? "");
        const said = Object.fromEntries(FIELDS.reviews.map((field, i) => [field, plain(written[i]!)]));
        const channel = channelOf(said.channel!);
        const message = wholeMessage(written.at(-1)!);
        const event = { ...said, channel: channel ?? said.channel, message } as Row["event"];
        const isBroken = malformed || event.event === "";
        const decided = isBroken ? undefined : decisionOf(event);
        const decision = decided === "opt-in" && channel === undefined ? undefined : decided;
        rows.push({ event, line, isBroken, decision });
      }
    }
    const { order } = proveDayOrder(rows.flatMap(({ event }) => [event.requestedAt, event.recordedAt]));
    for (const { event, decision } of rows) {
      event.requestedAt = asWritten(event.requestedAt, order, decision === "opt-in");
      event.recordedAt = asWritten(event.recordedAt, order, false);
    }
    return rows;
  } finally {
    list.file.close();
  }
}

/** Whether a spreadsheet has saved the reviews. */
export function reviewsAreResaved(file: string): boolean {
  return !HEADERS.reviews.startsWith(readEnds(file, HEADERS.reviews.length).head.toString("latin1"));
}

/** Returns a date as the ledger writes it; one that may be one of two days is the `earlier` (of an opt-in) or the later. */
function asWritten(cell: string, order: DayOrder, earlier: boolean): string {
  if (cell === "" || /^\d{4}-\d\d-\d\d/.test(cell)) return cell;
  const moment = parseMoment(cell, "", order, EL_SALVADOR);
  if (moment === undefined) return "";
  return earlier && isOfSeveralDays(moment)
    ? describeSecond(moment.first, EL_SALVADOR)
    : describeLast([moment], EL_SALVADOR);
}

type Decision = "opt-out" | "opt-in" | "settled";

/** Returns undefined if it is still to be decided, or no word that we know; `other?` asks. */
function decisionOf(event: Row["event"]): Decision | undefined {
  const folded = foldWords(event.action);
  if (isUndecided(folded) || isDoubted(event.action)) return undefined;
  const isAnswered = event.reason.startsWith(OF_REQUEST) && ANSWERED.has(folded);
  // The answer does not take back what was asked for.
  if (isAnswered) return endsUse(event) ? "opt-out" : "settled";
  return NOTHING.has(folded) ? "settled" : actionOf(event.action, true);
}

const OF_REQUEST = "request-";

/** Whether somebody asked for an end to the use of their data, and so to our contacting them. */
function endsUse({ reason }: Row["event"]): boolean {
  return [...ENDS_USE].some((kind) => reason === OF_REQUEST + kind);
}

function isUndecided(folded: string): boolean {
  return folded === "" || folded === "review" || folded === "request";
}
