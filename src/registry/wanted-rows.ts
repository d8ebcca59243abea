// What an import asks for, in the order of its file. A million of its rows are kept as bytes, and made objects a few at a time.

import { rangeOf } from "../phone/named.js";
import { Book } from "./book.js";
import { keyOf } from "./ledger-event.js";
import type { Understood, WantedEvent, WantedHelp } from "./understanding.js";

const SEGMENT_BYTES = 1024 * 1024;
/** The length of a row's text, before it. */
const LEAD_BYTES = 4;
/** Parts the texts of a row: no text of a ledger holds a control character. */
const PART = "\0";
/** Stands for a text that is not there. */
const ABSENT = "\x01";
/** Stands for the key of a call for help, which has none. */
const OF_HELP = 0;

/** What a row is, and what became of it. */
const OF_EVENT = 1;
const OF_REVIEW = 2;
const IS_OPT_IN = 4;
const IS_NEW = 8;
const WAITS = 16;
const IS_IDLE = 32;
const IS_SETTLED = 64;
const IS_RANGE = 128;
const NEVER_ALONE = IS_OPT_IN | IS_RANGE;

export class WantedRows {
  readonly #segments: Buffer[] = [];
  /** Bytes of the last segment that are taken. */
  #used = SEGMENT_BYTES;
  // A number for each row.
  readonly #starts: number[] = [];
  readonly #keys: number[] = [];
  readonly #flags: number[] = [];
  /** The rows of each phone, but for calls for help. */
  readonly #book = new Book();
  /** The rows of ranges of numbers. */
  readonly #ranges: number[] = [];
  /** What many rows have in common, and where it stands among all that is: there are as many as reasons and languages. */
  readonly #commons: string[] = [];
  readonly #commonIds = new Map<string, number>();
  readonly counts = { event: 0, review: 0, help: 0 };

  static of(...all: readonly Pick<Understood, "events" | "reviews" | "help">[]): WantedRows {
    const rows = new WantedRows();
    for (const one of all) rows.take(one);
    return rows;
  }

  get length(): number {
    return this.#starts.length;
  }

  take({ events, reviews, help }: Pick<Understood, "events" | "reviews" | "help">): void {
    for (const event of events) this.#takeEvent(event, OF_EVENT);
    for (const event of reviews) {
      const isRange = rangeOf(event.phone) !== undefined;
      if (isRange) this.#ranges.push(this.length);
      this.#takeEvent(event, isRange ? OF_REVIEW | IS_RANGE : OF_REVIEW);
    }
    this.counts.event += events.length;
    this.counts.review += reviews.length;
    if (help === undefined) return;
    const { phone, channel, language = ABSENT, by, sender, email = ABSENT, identity } = help;
    this.#put([phone, channel, language, by, sender, email, ...identity].join(PART), OF_HELP, 0);
    this.counts.help++;
  }

  #takeEvent(event: WantedEvent, is: number): void {
    const { phone, action, channel, requestedAt, source, sender, reason, evidence, language, by } = event;
    const { email = ABSENT, message = ABSENT, mark = ABSENT, isStamped } = event;
    const common = this.#commonId([action, channel, source, reason, language, by, isStamped ? "1" : ABSENT].join(PART));
    const text = [common, phone, requestedAt, sender, evidence, email, message, mark].join(PART);
    this.#put(text, keyOf(event), action === "opt-in" ? is | IS_OPT_IN : is);
  }

  #commonId(common: string): number {
    const id = this.#commonIds.get(common) ?? this.#commons.push(common) - 1;
    this.#commonIds.set(common, id);
    return id;
  }

  #put(text: string, key: number, flags: number): void {
    // A unit of UTF-16 takes three bytes at most.
    const most = LEAD_BYTES + 3 * text.length;
    if (this.#used + most > SEGMENT_BYTES) {
      this.#segments.push(Buffer.allocUnsafeSlow(Math.max(SEGMENT_BYTES, most)));
      this.#used = 0;
    }
    const segment = this.#segments.at(-1)!;
    const length = segment.write(text, this.#used + LEAD_BYTES);
    segment.writeUInt32LE(length, this.#used);
    const row = this.#starts.push((this.#segments.length - 1) * SEGMENT_BYTES + this.#used) - 1;
    this.#used += LEAD_BYTES + length;
    this.#keys.push(key);
    this.#flags.push(flags);
    if (key !== OF_HELP) this.#book.add(key, row);
  }

  isHelp(row: number): boolean {
    return !this.#has(row, OF_EVENT | OF_REVIEW);
  }

  isReview(row: number): boolean {
    return this.#has(row, OF_REVIEW);
  }

  /** Of a row that is a call for help. */
  helpAt(row: number): WantedHelp {
    const [phone, channel, language, by, sender, email, ...identity] = this.#textsAt(row);
    const help = { phone, channel, by, sender, identity, ...(email === ABSENT ? {} : { email }) };
    return { ...help, language: language === ABSENT ? undefined : language } as WantedHelp;
  }

  /** Of any other row. */
  eventAt(row: number): WantedEvent {
    const [common, phone, requestedAt, sender, evidence, email, message, mark] = this.#textsAt(row);
    const [action, channel, source, reason, language, by, isStamped] = this.#commons[Number(common)]!.split(PART);
    const event = {
      phone,
      action,
      channel,
      requestedAt,
      source,
      sender,
      reason,
      evidence,
      language,
      by,
    } as WantedEvent;
    if (email !== ABSENT) event.email = email!;
    if (message !== ABSENT) event.message = message!;
    if (mark !== ABSENT) event.mark = mark!;
    if (isStamped !== ABSENT) event.isStamped = true;
    return event;
  }

  #textsAt(row: number): string[] {
    const start = this.#starts[row]!;
    const segment = this.#segments[Math.floor(start / SEGMENT_BYTES)]!;
    const from = (start % SEGMENT_BYTES) + LEAD_BYTES;
    return segment.toString("utf8", from, from + segment.readUInt32LE(from - LEAD_BYTES)).split(PART);
  }

  /** Whether anything is wanted of a key (`keyOf`). */
  has(key: number): boolean {
    return this.#book.has(key);
  }

  keyAt(row: number): number {
    return this.#keys[row]!;
  }

  /** Whether nothing else is wanted of the row's key, and it is about one number, which nothing can let through. */
  isAlone(row: number): boolean {
    return !this.isHelp(row) && !this.#has(row, NEVER_ALONE) && this.#book.isAlone(this.#keys[row]!);
  }

  /**
   * Parts the rows that are not settled yet into groups of about so many: all of a key are in one, in the order of the file, and
   * ranges in the first.
   */
  *groups(most: number): Generator<readonly number[]> {
    let group: number[] = [];
    for (let at = -this.#ranges.length; at < this.length; at++) {
      const row = at < 0 ? this.#ranges.at(at)! : at;
      if (this.isHelp(row) || this.#has(row, IS_SETTLED)) continue;
      for (const one of this.#book.placesOf(this.#keys[row]!)) {
        this.#mark(one, IS_SETTLED);
        group.push(one);
      }
      if (group.length < most || at < 0) continue;
      yield group.sort((a, b) => a - b);
      group = [];
    }
    if (group.length > 0) yield group.sort((a, b) => a - b);
  }

  /** Notes that a row waits for a person to decide. */
  setWaiting(row: number): void {
    this.#mark(row, WAITS);
  }

  waits(row: number): boolean {
    return this.#has(row, WAITS);
  }

  /** Notes that a row is new in its ledger. `isIdle`: an opt-in that lets nothing through. */
  setNew(row: number, isIdle = false): void {
    this.#mark(row, IS_SETTLED | IS_NEW | (isIdle ? IS_IDLE : 0));
  }

  isIdle(row: number): boolean {
    return this.#has(row, IS_IDLE);
  }

  isNew(row: number, kind: "event" | "review"): boolean {
    return this.#has(row, IS_NEW) && this.#has(row, kind === "event" ? OF_EVENT : OF_REVIEW);
  }

  /** Whether anything of it may wait for a person, or be barred by what waits. */
  get mayWait(): boolean {
    return this.counts.review > 0 || this.#flags.some((_, row) => this.#has(row, IS_OPT_IN));
  }

  isAnyNew(kind: "event" | "review"): boolean {
    return this.#flags.some((_, row) => this.isNew(row, kind));
  }

  #mark(row: number, flags: number): void {
    this.#flags[row]! |= flags;
  }

  #has(row: number, flags: number): boolean {
    return (this.#flags[row]! & flags) !== 0;
  }
}
