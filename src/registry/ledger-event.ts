// An event, one line of a registry: what somebody asked for, what its cells may hold, and how they are read and written.

import { hash } from "node:crypto";
import { composeRecords, oneLine, withoutFormula } from "../csv/compose.js";
import type { RecordScanner } from "../csv/scanner.js";
import { isCommentedOut } from "../headers/event-words.js";
import { LEDGER_COLUMNS } from "../headers/names.js";
import { remembered } from "../lexicon/remembered.js";
import { CHANNELS, type Channel } from "../suppression/event.js";
import { hashOf } from "../suppression/event-ids.js";
import { namedIn, VOID } from "../suppression/taken-back.js";
import { type Moment, parseMoment } from "../time/dates.js";
import { EL_SALVADOR } from "../time/time-zone.js";

/**
 * `review`: unclear, `request`: about one's data, or a complaint; both suppress until a person decides. `settled`: a person decided
 * that it asked for nothing: the same message does not come back. `void`: takes back the event that its evidence names.
 */
export const LEDGER_ACTIONS = ["opt-out", "opt-in", "review", "request", "settled", VOID] as const;
export type LedgerAction = (typeof LEDGER_ACTIONS)[number];

export interface LedgerEvent {
  /** Unique. */
  event: string;
  /** E.164; in a review empty where the sender could not be read, or the text of a range that a message names. */
  phone: string;
  action: LedgerAction;
  channel: Channel;
  /** ISO 8601, a bare day where no more is known, or empty. */
  requestedAt: string;
  recordedAt: string;
  source: string;
  /** Our own number or code that they answered to; in a review about a number that a message names, who wrote it. */
  sender: string;
  reason: string;
  /** The place to look it up, `replies.csv:12`, in a review with the mark of its words; of a `void`: `event:ID`. */
  evidence: string;
  /** What was written, on one line: only in reviews, for whoever decides, and never in a registry. */
  message?: string | undefined;
}

/** An event that was asked for, without what the ledger adds, and what an answer to it needs. */
export interface WantedEvent extends Omit<LedgerEvent, "event" | "recordedAt"> {
  language: "es" | "en";
  /** Undefined if the import has no such column. */
  email?: string | undefined;
  /** Whether it came as a message: the person can reply to the answer. */
  isReply: boolean;
  /** Whether its date is only when it was read. */
  isStamped?: boolean;
  /** Ends the evidence of an event without a date of its own: the hash of its provider's id. */
  mark?: string | undefined;
  /** The result of recording. `event`: the new one, or a known one that is equal; `isIdle`: it is an opt-in without effect. */
  result?: { event: LedgerEvent; isNew: boolean; isIdle: boolean };
}

/** Reviews have the message as well. */
export const REVIEW_COLUMNS = [...LEDGER_COLUMNS, "message"] as const;

const fieldsOf = (columns: readonly string[]) => columns.map((name) => name.replace("_at", "At") as keyof LedgerEvent);
/** The header line of each kind of ledger, and the fields of its events in that order. */
export const HEADERS = { registry: `${LEDGER_COLUMNS.join(",")}\n`, reviews: `${REVIEW_COLUMNS.join(",")}\n` };
export const FIELDS = { registry: fieldsOf(LEDGER_COLUMNS), reviews: fieldsOf(REVIEW_COLUMNS) };

/** Returns the mark of a text or a name, which stands in an evidence instead of it. It is too short for a list of digests. */
export const markOf = (text: string): string => `#${hash("sha256", text).slice(0, 16)}`;

const MARKS = /(?<!#[0-9a-f]{16})(?:#[0-9a-f]{16})+$/;

/** Returns the marks at the end of an evidence: of the message's words, and of its provider's name for it. */
export function marksIn(evidence: string): string[] {
  return MARKS.exec(evidence)?.[0].match(/#\w+/g) ?? [];
}

/** Returns the evidence without its marks: `replies.csv:12`. */
export function placeIn(evidence: string): string {
  return evidence.replace(MARKS, "");
}

/**
 * Returns the event as an erasure leaves it: what suppresses, and of its evidence the event that it takes back or the marks by
 * which a message is known again.
 */
export function bared(event: LedgerEvent): LedgerEvent {
  const evidence = event.action === VOID ? event.evidence : marksIn(event.evidence).join("");
  return { ...event, source: "", sender: "", reason: "", evidence };
}

export function isBare(event: LedgerEvent): boolean {
  const { source, sender, reason, evidence } = event;
  return source + sender + reason === "" && evidence === bared(event).evidence;
}

/** Characters of a message that a review shows. */
const SHOWN = 2000;

/** Returns a message on one line that no spreadsheet reads as a formula. */
export const wholeMessage = remembered((text): string => {
  // A lone surrogate would be written as another character, and the message would get another mark.
  const line = oneLine(text).replace(/\p{Cs}/gu, "\ufffd");
  return withoutFormula(line.length > SHOWN ? `${line.slice(0, SHOWN).replace(/\p{Cs}$/u, "")}…` : line);
});

/** Returns another cell on one line, short, and no formula. A phone number is no formula. */
export function plain(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 200);
  return /^[+-][\d\s().-]*$/.test(line) ? line : withoutFormula(line);
}

export const E164 = /^\+\d{5,15}$/;

/** Returns a phone's digits behind a one, as a number; undefined of what is no phone as a registry writes it. */
export function phoneKey(phone: string): number | undefined {
  return E164.test(phone) ? Number(`1${phone.slice(1)}`) : undefined;
}

/** Returns a number that events of one phone share, or of one place where no phone could be read. Others may have it by chance. */
export function keyOf({ phone, evidence }: Pick<LedgerEvent, "phone" | "evidence">): number {
  return phoneKey(phone) ?? hashOf(placeIn(evidence));
}

/** Returns the moment of a cell; undefined if it is empty or can't be read. */
export function momentOf(text: string): Moment | undefined {
  return text === "" ? undefined : parseMoment(text, "", "unknown", EL_SALVADOR);
}

/** Whether a person must decide it. Until then it suppresses. */
export function isReview({ action }: { action: string }): boolean {
  return action === "review" || action === "request";
}

/** The reason of a review about a number that somebody else's message names. */
export const NAMED = "named-number";

/** Begins the reason of an event that a person decided. */
export const REVIEWED = "reviewed";

/** Whether a person decided it of a message that waited, or may have: of an erased event only the marks may tell it. */
export function isDecision({ action, source, reason, evidence }: LedgerEvent): boolean {
  if (action === "settled" || reason.startsWith(REVIEWED)) return true;
  return action !== VOID && source + reason === "" && marksIn(evidence).length > 0;
}

/** Returns the event of a line's cells; undefined if they are none. */
export function eventOf(cells: readonly string[], use: keyof typeof FIELDS): LedgerEvent | undefined {
  if (cells.length !== FIELDS[use].length) return undefined;
  const read: Partial<Record<keyof LedgerEvent, string>> = {};
  for (let i = 0; i < cells.length; i++) read[FIELDS[use][i]!] = cells[i]!;
  const event = read as LedgerEvent;
  const { phone, action, channel, evidence } = event;
  // A person has commented the line out.
  if (event.event === "" || isCommentedOut(event.event)) return undefined;
  if (use === "reviews") return event;
  const hasPhone = E164.test(phone) || (action === "settled" && phone === "");
  if (!hasPhone || !LEDGER_ACTIONS.includes(action) || !CHANNELS.includes(channel)) return undefined;
  return action === VOID && namedIn(evidence) === undefined ? undefined : event;
}

export function encodeEvents(events: readonly LedgerEvent[], use: keyof typeof FIELDS): string {
  return composeRecords(events.map((event) => FIELDS[use].map((field) => event[field] ?? "")));
}

/** Matches the cells up to the channel of an event with a number, in the form that we write. */
const PREFIX = new RegExp(
  `^[A-Za-z\\d][^",]*,\\+(\\d{5,15}),(?:${LEDGER_ACTIONS.filter((action) => action !== VOID).join("|")}),(?:${CHANNELS.join("|")}),`,
);
/** The most bytes of these cells. */
const LONGEST = 100;

/** Returns the key of an event in the form that we write, without decoding its line; undefined of any other line. */
export function plainKey(
  { bytes, cells, malformed, spansLines, start, end }: RecordScanner,
  use: keyof typeof FIELDS,
): number | undefined {
  if (malformed || spansLines || cells !== FIELDS[use].length) return undefined;
  const [, digits] = PREFIX.exec(Buffer.prototype.latin1Slice.call(bytes, start, Math.min(start + LONGEST, end))) ?? [];
  return digits === undefined ? undefined : Number(`1${digits}`);
}
