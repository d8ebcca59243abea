// Records of messages whose words were met before: of what they come to nothing is their own but the number, the moment and the line.
// What records of such words come to, understanding.ts says, once.

import type { ImportColumns } from "../headers/import-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import type { OpenedList } from "../lists/open.js";
import { plainMoment } from "../time/dates.js";
import { describeSecond, EL_SALVADOR } from "../time/time-zone.js";
import { isOptOutReceipt } from "./asked.js";
import { isLetterOrDigit, phoneKey } from "./glance.js";
import { markOf } from "./ledger-event.js";
import type { NamedReader } from "./named-numbers.js";
import type { UnderstandingTerms, Understood, WantedEvent } from "./understanding.js";

/** A record that comes to what another came to, but for its own number, moment and line. */
export interface Usual {
  like: Understood;
  /** The digits of the number (`phoneKey`), and seconds since 1970. */
  phone: number;
  instant: number;
  line: number;
}

/** So many words are known: most records say one of a few hundred things. Tests alone change it, to have every record read. */
export const KNOWN = { most: 4096 };
const SLOTS = 2 * KNOWN.most;
/** How many bytes the words of a record may have. */
const LONGEST = 400;
/** Words that were met once are known by a hash alone: most of what is said once is never said again. */
const MET_ONCE = 65_536;
/** Cells of a record whose places a batch may hold. */
const MOST_COLUMNS = 32;
const COUNTRY = 503e8;
const NOT_ASKED = -1;

/** The columns of which nothing counts but a number and a moment; a message's id counts where it has no date. And that of receipts. */
interface OwnColumns {
  phone: number;
  date: number;
  id: number | undefined;
  errorCode: number | undefined;
}

export class UsualRecords {
  readonly #slots = new Int32Array(SLOTS).fill(-1);
  readonly #known: { hash: number; words: Uint8Array; like: Understood }[] = [];
  readonly #metOnce = new Int32Array(MET_ONCE);
  /** The columns whose words tell records apart, and those that may hold our own number. */
  readonly #telling: readonly number[];
  readonly #ours: readonly number[];
  readonly #own: ReadonlySet<number>;
  // The record that was asked for and is not known.
  readonly #words = new Uint8Array(LONGEST);
  #length = 0;
  #hash = NOT_ASKED;
  #asked = { phone: 0, instant: 0, line: 0 };

  private constructor(
    width: number,
    private readonly columns: OwnColumns,
    { to }: ImportColumns,
    private readonly terms: UnderstandingTerms,
    private readonly named: NamedReader,
  ) {
    const { phone, date, id } = columns;
    this.#telling = columnsOf(width).filter((column) => ![phone, date, id].includes(column));
    this.#ours = to.filter((column) => column !== phone);
    this.#own = new Set([...terms.own].map(phoneKey));
  }

  /** Undefined where a record of the list may depend on more of its own. Its batches must hold all columns (`columnsOf`). */
  static of(
    list: OpenedList,
    columns: ImportColumns,
    terms: UnderstandingTerms,
    named: NamedReader,
  ): UsualRecords | undefined {
    const { date, id, errorCode, text, actions, channels, directions, sender, email } = columns;
    const [phone, ...others] = list.columns;
    if (phone === undefined || date === undefined || others.length + columns.otherDates.length > 0) return undefined;
    if (terms.kind !== "sms" || columns.time !== undefined || list.wanted.length !== list.width) return undefined;
    const own = [phone, date, id].filter((column) => column !== undefined);
    const saying = [text, ...actions, errorCode, ...channels, ...directions, sender, email];
    const isOwn = new Set(own).size === own.length && !own.some((column) => saying.includes(column));
    if (!isOwn || !named.isSilent(phone)) return undefined;
    return new UsualRecords(list.width, { phone, date, id, errorCode }, columns, terms, named);
  }

  /** The batch's record whose words are known; undefined where it has to be read. `national`: the number that its phone plainly is, else -1. */
  find(batch: RecordBatch, national: number): Usual | undefined {
    this.#hash = NOT_ASKED;
    const { phone, date, id } = this.columns;
    const { bytes, cellStart, cellEnd, line } = batch;
    if (national < 0 || !isOneRun(bytes, cellStart[phone]!, cellEnd[phone]!)) return undefined;
    const moment = plainMoment(batch, date);
    const key = COUNTRY + national;
    if (moment === undefined || this.#own.has(key)) return undefined;
    // What takes a line out begins otherwise.
    if (id !== undefined && cellStart[id] !== cellEnd[id] && !isLetterOrDigit(bytes[cellStart[id]!]!)) return undefined;
    // Who writes from our own number is shown no number of ours.
    for (const column of this.#ours) if (areEqual(batch, column, phone)) return undefined;
    if (!this.#take(batch)) return undefined;
    const hash = hashOf(this.#words, this.#length);
    const like = this.#find(hash);
    if (like !== undefined) return { like, phone: key, instant: moment.first, line };
    this.#hash = hash;
    this.#asked = { phone: key, instant: moment.first, line };
    return undefined;
  }

  /** Is told what the record came to that `find` was asked for last, and did not know. */
  learn(understood: Understood, cells: readonly string[]): void {
    const hash = this.#hash;
    if (hash === NOT_ASKED || this.#known.length === KNOWN.most) return;
    const met = hash & (MET_ONCE - 1);
    if (this.#metOnce[met] !== hash) {
      this.#metOnce[met] = hash;
      return;
    }
    if (!this.#isUsual(understood) || !this.#namesSenderAlone(cells)) return;
    this.#slots[this.#slotOf(hash)] = this.#known.length;
    this.#known.push({ hash, words: this.#words.slice(0, this.#length), like: understood });
  }

  /** Whether all that a record came to is its sender's, of its moment and line. */
  #isUsual({ fault, events, reviews, help }: Understood): boolean {
    const { phone, instant, line } = this.#asked;
    const [number, requestedAt] = [`+${phone}`, describeSecond(instant, EL_SALVADOR)];
    const isOwn = (one: WantedEvent) =>
      one.phone === number &&
      one.requestedAt === requestedAt &&
      one.isStamped === undefined &&
      one.evidence === `${this.terms.name}:${line}${one.message === undefined ? "" : markOf(one.message)}`;
    const isOwnHelp = help === undefined || (help.phone === number && help.identity[2] === requestedAt);
    return fault === undefined && isOwnHelp && events.every(isOwn) && reviews.every(isOwn);
  }

  /** Whether no cell but the sender's names anybody, and the record is no receipt of a message of ours. */
  #namesSenderAlone(cells: readonly string[]): boolean {
    const { phone, errorCode } = this.columns;
    const isReceipt = errorCode !== undefined && isOptOutReceipt(cells[errorCode] ?? "");
    return !isReceipt && this.named.nameNobodyBeside(cells, phone);
  }

  /** Copies the words of a record, cell by cell; false where they are too long. */
  #take({ bytes, cellStart, cellEnd, cellQuoted }: RecordBatch): boolean {
    const words = this.#words;
    let length = 0;
    for (const column of this.#telling) {
      const [from, to] = [cellStart[column]!, cellEnd[column]!];
      if (length + 3 + to - from > LONGEST) return false;
      words[length++] = cellQuoted[column]!;
      words[length++] = (to - from) >> 8;
      words[length++] = to - from;
      for (let at = from; at < to; at++) words[length++] = bytes[at]!;
    }
    this.#length = length;
    return true;
  }

  #find(hash: number): Understood | undefined {
    return this.#known[this.#slots[this.#slotOf(hash)]!]?.like;
  }

  /** The slot of the words that were taken, or the free one where they would stand. */
  #slotOf(hash: number): number {
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const known = this.#known[this.#slots[slot]!];
      if (known === undefined || (known.hash === hash && this.#isTaken(known.words))) return slot;
    }
  }

  #isTaken(words: Uint8Array): boolean {
    if (words.length !== this.#length) return false;
    for (let at = 0; at < words.length; at++) if (words[at] !== this.#words[at]) return false;
    return true;
  }
}

/** All columns of a list, whose cells `UsualRecords` looks at; none where they are many. */
export function columnsOf(width: number): readonly number[] {
  return width > MOST_COLUMNS ? [] : Array.from({ length: width }, (_, column) => column);
}

function hashOf(words: Uint8Array, length: number): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ words[at]!, 0x0100_0193);
  return (hash ^ (hash >>> 15)) >>> 1;
}

/** 8 to 12 digits, with a plus before them or not: text that can name no range, and says nothing beside its number. */
function isOneRun(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] === PLUS ? start + 1 : start;
  if (end - first < 8 || end - first > 12) return false;
  for (let at = first; at < end; at++) if ((bytes[at]! - ZERO) >>> 0 > 9) return false;
  return true;
}

const PLUS = 0x2b;
const ZERO = 0x30;

function areEqual({ bytes, cellStart, cellEnd }: RecordBatch, one: number, other: number): boolean {
  const [start, from] = [cellStart[one]!, cellStart[other]!];
  const length = cellEnd[one]! - start;
  if (length !== cellEnd[other]! - from) return false;
  for (let at = 0; at < length; at++) if (bytes[start + at] !== bytes[from + at]) return false;
  return true;
}
