// One line of a registry: what somebody asked for, and when two lines are the same event.

import { foldWords } from "../headers/event-words.js";
import { readEveryNumber } from "../phone/read.js";
import type { Channel } from "../suppression/event.js";

/**
 * `review`: unclear, so it bars until a person decides. `request`: about one's data, or a complaint, which a person has to
 * answer; it bars meanwhile. `settled`: that person's decision that it asked for nothing; it
 * bars nobody and keeps the same message from coming back for review.
 */
export const LEDGER_ACTIONS = ["opt-out", "opt-in", "review", "request", "settled"] as const;
export type LedgerAction = (typeof LEDGER_ACTIONS)[number];

export interface LedgerEvent {
  /** Unique. */
  event: string;
  /** E.164; in a review empty where the sender could not be read. */
  phone: string;
  action: LedgerAction;
  channel: Channel;
  /** ISO 8601, a bare day where no more is known, or empty. */
  requestedAt: string;
  recordedAt: string;
  source: string;
  /** Our own number or code that they answered to. */
  sender: string;
  reason: string;
  /** The place to look it up, `replies.csv:12`; never what was written. */
  evidence: string;
  /** What was written, on one line: only in reviews, for whoever decides, and never in a registry. */
  message?: string;
}

/** The columns, in the order of the ledger. */
export const LEDGER_COLUMNS = [
  "event",
  "phone",
  "action",
  "channel",
  "requested_at",
  "recorded_at",
  "source",
  "sender",
  "reason",
  "evidence",
] as const;

/** Reviews have the message as well. */
export const REVIEW_COLUMNS = [...LEDGER_COLUMNS, "message"] as const;

/** Whether a list is a registry: reviews have the message as well, and an export has fewer columns. */
export function isRegistryHeader(header: readonly string[]): boolean {
  const folded = new Set(header.map(foldWords));
  const has = (name: string) => folded.has(foldWords(name));
  return LEDGER_COLUMNS.every(has) && !has("message");
}

export function cellsOf(event: LedgerEvent): string[] {
  const { phone, action, channel, requestedAt, recordedAt, source, sender, reason, evidence } = event;
  return [event.event, phone, action, channel, requestedAt, recordedAt, source, sender, reason, evidence];
}

/** What makes two events the same, however often they are imported. */
export function identityOf(event: Omit<LedgerEvent, "event" | "recordedAt">): string {
  const { phone, action, channel, requestedAt, source, evidence, message = "" } = event;
  // What nobody can read or date is only told apart by where it stood, and two messages of one moment by what they say.
  const isMessage = action === "review" || action === "request" || action === "settled";
  const place = isMessage && (phone === "" || requestedAt === "") ? evidence : "";
  return [phone, action, channel, requestedAt, source, place, message].join("\n");
}

/** What makes two unclear messages the same, whatever was decided of them. */
export function messageOf(event: Omit<LedgerEvent, "event" | "recordedAt">): string {
  const { phone, requestedAt, source, evidence } = event;
  return [phone, requestedAt, source, phone === "" || requestedAt === "" ? evidence : ""].join("\n");
}

/** Begins the reason of an event that a person decided. */
export const REVIEWED = "reviewed";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
const LONGEST_SAID = 64;

/**
 * An event's id, source or moment as it may be said to anyone: a registry is edited by hand, too, and where a person wrote
 * a number or a sentence into such a cell, only its beginning is said, with dots for digits.
 */
export function sayable(cell: string): string {
  if (UUID.test(cell) || MOMENT.test(cell)) return cell;
  const isWord = cell.length <= LONGEST_SAID && !/\s/.test(cell);
  if (isWord && readEveryNumber(cell).length === 0) return cell;
  const [word = ""] = cell.slice(0, LONGEST_SAID / 2).split(/\s/, 1);
  return `${word.replace(/\p{Nd}/gu, "•")}…`;
}
