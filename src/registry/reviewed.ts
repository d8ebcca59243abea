// What a person decided of the unclear messages: the reviews come back with another word in their action column.

import { recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { readEnds } from "../files/append.js";
import { actionOf, channelOf, foldWords } from "../headers/event-words.js";
import { batchesOf } from "../lists/batches.js";
import { type ListOverrides, openList } from "../lists/open.js";
import { readNamed } from "../phone/named.js";
import { everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { CHANNELS } from "../suppression/event.js";
import { type DayOrder, parseMoment, proveDayOrder } from "../time/dates.js";
import { DAY, describeInstant, EL_SALVADOR } from "../time/time-zone.js";
import { type Ledger, openLedger, REVIEW_HEADER, refuseRegistry } from "./ledger.js";
import { type LedgerEvent, markOf, marksIn, NAMED, placeIn, REVIEW_COLUMNS, REVIEWED } from "./ledger-event.js";
import { cameByOf, plain, type WantedEvent, wholeMessage } from "./understanding.js";

export interface Decisions {
  events: readonly WantedEvent[];
  /** Ids of the reviews that are decided. */
  decided: ReadonlySet<string>;
  /** Reviews of the numbers that these messages name, where the numbers have none yet. */
  named: readonly WantedEvent[];
  undecided: number;
}

/** The message asked for nothing, or was answered. */
const NOTHING: ReadonlySet<string> = new Set(
  (
    "other,otro,otra,none,nada,ninguno,ninguna,nothing,ignore,ignorar,settled,help,ayuda,ok," +
    // Of a request: that it was answered.
    "answered,handled,resolved,done,atendido,atendida,respondido,respondida,resuelto,resuelta,contestado,contestada"
  ).split(","),
);

/** Reads what a person has decided. A decision about nobody is exit 3. */
export async function readDecisions(file: string, overrides: ListOverrides): Promise<Decisions> {
  const events: WantedEvent[] = [];
  const decided = new Set<string>();
  const named: WantedEvent[] = [];
  let undecided = 0;
  const rows = await readRows(file, ExitCode.phoneList, overrides);
  const reviewed = new Set(
    rows.flatMap(({ event }) => everyNumber(readCell(event.phone)).map((phone) => messageFor(event, phone))),
  );
  for (const { event, line, malformed } of rows) {
    const action = malformed ? undefined : decisionOf(event.action);
    if (action === undefined || event.event === "") {
      undecided++;
      continue;
    }
    const [number, ...others] = readCell(event.phone).numbers;
    const nobody = number === undefined || others.length > 0;
    if (nobody && (action !== "settled" || event.phone !== ""))
      throw new ScrubError(ExitCode.phoneList, "decisionWithoutNumber", [], { file, line });
    decided.add(event.event);
    const { message: _kept, ...rest } = event;
    const reason = `${REVIEWED}: ${event.reason}`;
    // Who wrote about another's number is no sender of ours that this person could know.
    const sender = event.reason === NAMED ? "" : event.sender;
    events.push({ ...rest, phone: number?.e164 ?? "", action, sender, reason, language: "es", by: cameByOf(reason) });
    named.push(...namedBeside(event).filter(({ phone }) => !reviewed.has(messageFor(event, phone))));
  }
  return { events, decided, named, undecided };
}

function messageFor({ requestedAt, source, message }: Row["event"], phone: string): string {
  return [phone, requestedAt, source, message].join("\n");
}

/**
 * Returns reviews of the numbers that a message names beside its sender's and ours. With the mark of its words it was
 * read for them when it came in; reviews of before, and of others, were not.
 */
function namedBeside(event: Row["event"]): WantedEvent[] {
  const { message = "", phone, sender, evidence } = event;
  const words = markOf(message);
  const marks = marksIn(evidence);
  if (marks.includes(words)) return [];
  const known = new Set([phone, sender].flatMap((cell) => everyNumber(readCell(cell))));
  const named = readNamed(message).filter((e164) => !known.has(e164));
  const place = [placeIn(evidence), words, ...marks].join("");
  const about = { action: "review", channel: "any", reason: NAMED, evidence: place } as const;
  return named.map((e164) => ({ ...event, ...about, phone: e164, sender: phone, language: "es", by: "form" }));
}

/**
 * The reviews as they stand, also where a spreadsheet has saved them: then they must be written anew (`resaved`).
 * `inDoubt`: which day counts where a spreadsheet's date may be one of two.
 */
export async function openReviews(
  file: string,
  inDoubt: InDoubt = "as-events",
): Promise<Ledger & { resaved: boolean }> {
  if (!reviewsAreResaved(file)) return { ...openLedger(file, "reviews"), resaved: false };
  const rows = await readRows(file, ExitCode.suppressionList, { columns: [], noHeader: false }, inDoubt);
  const events = rows.map(({ event, line, malformed }): LedgerEvent => {
    if (malformed || event.event === "")
      throw new ScrubError(ExitCode.suppressionList, "badLedgerLine", [], { file, line });
    const [number, ...others] = readCell(event.phone).numbers;
    const phone = number === undefined || others.length > 0 ? event.phone : number.e164;
    // What a person has written there, and nobody has taken in yet; a word of ours is the same however it is written.
    const word = foldWords(event.action);
    const action = (isUndecided(word) && word !== "" ? word : event.action) as LedgerEvent["action"];
    return { ...event, phone, action };
  });
  return { events, ends: [], length: 0, lead: "", tornLine: undefined, isNew: false, use: "reviews", resaved: true };
}

/** `as-events`: the later day of an opt-out, the earlier of an opt-in. `earlier`: for a clock that runs from it. */
type InDoubt = "as-events" | "earlier";

interface Row {
  event: Omit<LedgerEvent, "action"> & { action: string };
  line: number;
  malformed: boolean;
}

/** Reads the rows in any dialect and encoding, with dates as spreadsheets write them. */
async function readRows(
  file: string,
  exitCode: ExitCode,
  overrides: ListOverrides,
  inDoubt: InDoubt = "as-events",
): Promise<Row[]> {
  const phonesOf = (header: readonly string[]) => {
    const phone = header.findIndex((name) => foldWords(name) === "phone");
    return phone < 0 ? undefined : [phone];
  };
  const list = await openList(file, "phone-list", exitCode, { ...overrides, phonesOf, mayLackPhones: true });
  try {
    refuseRegistry(list, exitCode === ExitCode.phoneList ? "import" : "reviews");
    const header = (list.header ?? []).map(foldWords);
    const at = Object.fromEntries(REVIEW_COLUMNS.map((name) => [name, header.indexOf(foldWords(name))]));
    if (["event", "phone", "action", "channel"].some((name) => at[name]! < 0))
      throw new ScrubError(exitCode, exitCode === ExitCode.phoneList ? "notReviews" : "notLedger", [], { file });
    const rows: Row[] = [];
    for await (const batch of batchesOf(list, exitCode)) {
      for (let i = 0; i < batch.count; i++) {
        batch.select(i);
        const { line, malformed } = batch;
        const cells = recordCells(batch.bytes, batch.start, batch.end, list.dialect);
        const raw = (name: (typeof REVIEW_COLUMNS)[number]) => cells[at[name]!] ?? "";
        const cell = (name: (typeof REVIEW_COLUMNS)[number]) => plain(raw(name));
        const event = {
          event: cell("event"),
          phone: cell("phone"),
          action: cell("action"),
          channel: channelOf(cell("channel")) ?? CHANNELS[0],
          requestedAt: cell("requested_at"),
          recordedAt: cell("recorded_at"),
          source: cell("source"),
          sender: cell("sender"),
          reason: cell("reason"),
          evidence: cell("evidence"),
          message: wholeMessage(raw("message")),
        };
        rows.push({ event, line, malformed });
      }
    }
    const dates = (row: Row) => [row.event.requestedAt, row.event.recordedAt];
    const { order } = proveDayOrder(rows.flatMap(dates));
    return rows.map(({ event, ...row }) => ({
      ...row,
      event: {
        ...event,
        requestedAt: asWritten(
          event.requestedAt,
          order,
          inDoubt === "earlier" || decisionOf(event.action) === "opt-in",
        ),
        recordedAt: asWritten(event.recordedAt, order, inDoubt === "earlier"),
      },
    }));
  } finally {
    list.file.close();
  }
}

/** Whether a spreadsheet has saved them. */
export function reviewsAreResaved(file: string): boolean {
  const { head, tail } = readEnds(file, REVIEW_HEADER.length);
  return !REVIEW_HEADER.startsWith(Buffer.concat([head, tail]).subarray(0, REVIEW_HEADER.length).toString("latin1"));
}

/** A date as the ledger writes it; one that may be one of two days is the `earlier` or the later. */
function asWritten(cell: string, order: DayOrder, earlier: boolean): string {
  if (cell === "" || /^\d{4}-\d\d-\d\d/.test(cell)) return cell;
  const moment = parseMoment(cell, "", order, EL_SALVADOR);
  if (moment === undefined) return "";
  const isOneDay = moment.last - moment.first < DAY;
  return describeInstant(earlier && !isOneDay ? moment.first : moment.last, EL_SALVADOR);
}

/** Returns undefined if it is still to be decided, or no word that we know. */
function decisionOf(cell: string): "opt-out" | "opt-in" | "settled" | undefined {
  const folded = foldWords(cell);
  if (isUndecided(folded)) return undefined;
  return NOTHING.has(folded) ? "settled" : actionOf(cell, true);
}

function isUndecided(folded: string): boolean {
  return folded === "" || folded === "review" || folded === "request";
}
