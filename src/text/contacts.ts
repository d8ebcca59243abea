// The type of every word of an audit of contacts; like sentences.ts, one missing in a language does not compile.

/** `unknown`: the log does not say, or in a word that nobody knows; every opt-out bars such a contact. */
export type ContactChannel = "any" | "call" | "sms" | "whatsapp" | "unknown";

/** Why nobody can say whether a contact came after an opt-out. */
export type ApartReason =
  | "order-unknown"
  | "undated-opt-out"
  | "doubtful-number"
  | "number-unreadable"
  | "date-unreadable"
  | "broken";

export interface ContactSentences {
  read: string;
  /** Made by the person. */
  inbound: string;
  judged: string;
  offences: string;
  apart: string;
  /** `2 contacts were made after an opt-out, to 1 person`; `grace` in milliseconds. */
  verdict(offences: number, people: number, grace: number): string;
  channels: Record<ContactChannel, string>;
  channel: string;
  byChannel: string;
  byList: string;
  /** By this list alone. */
  onlyHere: string;
  delays: string;
  median: string;
  p90: string;
  longest: string;
  apartTitle: string;
  apartReasons: Record<ApartReason, string>;
  firstOffences(shown: number, of: number): string;
  line: string;
  number: string;
  contactedAt: string;
  requestedAt: string;
  delay: string;
  list: string;
  record: string;
  /** Seconds as `36 hours`. */
  age(seconds: number): string;
}
