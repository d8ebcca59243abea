// What a record of an import comes to: events, what a person must look at, or nothing. Where records come from is
// read-import.ts's work, and what is new of them record.ts's.

import { createHash } from "node:crypto";
import { oneLine, withoutFormula } from "../csv/compose.js";
import { directionOf } from "../headers/contact-columns.js";
import type { ImportColumns, RequestKind } from "../headers/import-columns.js";
import type { OpenedList } from "../lists/open.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { readEveryNumber } from "../phone/read.js";
import type { Channel } from "../suppression/event.js";
import { timestampInElSalvador } from "../text/values.js";
import { contradictsOrder, type DayOrder, type Moment, parseMoment } from "../time/dates.js";
import { DAY, describeInstant, EL_SALVADOR, type TimeZone } from "../time/time-zone.js";
import { askedIn, channelIn, type SaidWords } from "./asked.js";
import type { LedgerAction, LedgerEvent } from "./ledger-event.js";
import { type Direction, type PhoneCell, SenderReader } from "./sender.js";

/** How a request came, which decides how it is answered: a reply can be replied to. */
export type CameBy = "reply" | "call" | "form";

/** What is known of whoever asked, for an answer. */
interface Asker {
  /** Our own number or code that they wrote to. */
  sender: string;
  /** The address; undefined where the import has no such column. */
  email?: string;
  by: CameBy;
}

/** An event that was asked for, without what the ledger adds. */
export interface WantedEvent extends Omit<LedgerEvent, "event" | "recordedAt">, Asker {
  language: "es" | "en";
  /** Whether nothing says when it was asked for: its date is when it was read. */
  isStamped?: boolean;
  /** Ends the evidence of such an event: the same whenever the same message is read again, where its provider names it. */
  mark?: string;
}

/** Somebody asks how to leave, and is answered; it is no event. */
export interface WantedHelp extends Asker {
  phone: string;
  channel: Channel;
  /** The language to answer in; undefined: both. */
  language: "es" | "en" | undefined;
  /** What names the message, the same wherever it is read again. */
  identity: readonly string[];
}

/** Why a record or a message can't be read. */
export type MessageFault = "broken-record" | "unreadable-sender" | "unknown-message";

/** What one record came to. */
export interface Understood {
  line: number;
  /** What the message is; `other`: it asks for nothing; `skipped`: no message of anybody. */
  is: "asked" | "help" | "other" | "outbound" | "skipped";
  fault?: MessageFault;
  events: readonly WantedEvent[];
  reviews: readonly WantedEvent[];
  help?: WantedHelp;
}

export interface UnderstandingTerms {
  kind: RequestKind;
  words: SaidWords;
  channel: Channel;
  source: string | undefined;
  zone: TimeZone;
  /** Our own numbers, E.164. */
  own: ReadonlySet<string>;
  /** Every number in the phone columns is a person's, for the user calls them that. */
  arePeoples: boolean;
  order: DayOrder;
  /** The name of the import in the evidence. */
  name: string;
  /** Messages that come in now, and without a date are of now. */
  isLive: boolean;
}

export class Understanding {
  /** Records whose date nobody can read. */
  undated = 0;
  datesContradict = false;
  readonly #sender: SenderReader;

  constructor(
    list: Pick<OpenedList, "header" | "columns">,
    private readonly columns: ImportColumns,
    private readonly terms: UnderstandingTerms,
  ) {
    const { arePeoples, kind, own } = terms;
    // A column that the user calls the people's is theirs, whatever its name.
    const to = arePeoples ? columns.to.filter((column) => !list.columns.includes(column)) : columns.to;
    const parties = arePeoples ? { callers: [], called: [] } : columns.parties;
    this.#sender = new SenderReader(list, { ...columns, to, parties }, arePeoples || kind !== "sms", own);
  }

  /** `unseen`: what was sent is no text, and could hold one: `[audio]` stands for it. */
  of(cells: readonly string[], line: number, unseen?: string): Understood {
    const { columns, terms } = this;
    const nothing = (is: Understood["is"]): Understood => ({ line, is, events: [], reviews: [] });
    const direction = this.#directionOf(cells);
    const sender = this.#sender.of(cells, direction);
    if ((terms.kind === "sms" && direction === "outbound") || sender === "ours") return nothing("outbound");
    const read = askedIn(terms.kind, cells, columns, terms.words);
    const asked = unseen === undefined ? read : { ...read, intent: "unclear" as const };
    const phoneCells = "cells" in sender ? sender.cells : [];
    const named = channelIn(cells, columns);
    const cameBy = named === "unknown" ? "any" : (named ?? this.#cameBy(phoneCells));
    // Who writes by SMS about WhatsApp speaks of more than the channel that it came by.
    const isOfAnother = asked.intent !== "help" && asked.names.some((name) => name !== cameBy);
    const channel = asked.channel ?? (isOfAnother ? "any" : cameBy);
    const readings = phoneCells.map(({ reading }) => reading);
    const certain = [...new Set(readings.flatMap((reading) => reading.numbers.map(({ e164 }) => e164)))];
    const email = columns.email === undefined ? {} : { email: plain(this.#cell(cells, columns.email)) };
    const asker: Asker = { sender: plain(this.#sender.ownIn(cells, sender)), by: CAME_BY[terms.kind], ...email };
    if (asked.intent === "other") return nothing("other");
    const moment = this.#momentOf(cells);
    if (asked.intent === "help") {
      const [phone] = certain;
      if (phone === undefined || certain.length > 1 || !("cells" in sender && sender.certain)) return nothing("help");
      const text = this.#cell(cells, columns.text);
      const language = OF_EITHER_LANGUAGE.test(text) ? undefined : asked.language;
      const identity = [phone, this.#source, this.#requestedAt(moment, cells, "review") || this.#placeOf(line)];
      return { ...nothing("help"), help: { phone, channel, language, identity, ...asker } };
    }
    const said = { channel, line, language: asked.language, asker, moment, cells };
    let isUndated = false;
    const say = (action: LedgerAction, phone: string, reason: string) => {
      const wanted = this.#wanted({ ...said, action, phone, reason });
      if (wanted.requestedAt === "" && !isUndated) this.undated++;
      isUndated ||= wanted.requestedAt === "";
      return wanted;
    };
    const written = [...columns.actions, columns.text];
    const message = unseen ?? wholeMessage(written.map((column) => this.#cell(cells, column)).join(" "));
    const events: WantedEvent[] = [];
    const reviews: WantedEvent[] = [];
    const review = (phones: readonly string[], reason: string, action: LedgerAction = "review") => {
      for (const phone of phones) reviews.push({ ...say(action, phone, reason), message });
    };
    const understood = { line, is: "asked" as const, events, reviews };
    if ("elsewhere" in sender) {
      review(sender.elsewhere.length === 0 ? [""] : sender.elsewhere, "unreadable-sender");
      return { ...understood, fault: "unreadable-sender" };
    }
    const doubtful = [...new Set(readings.flatMap((reading) => reading.doubtful))].filter(
      (e164) => !certain.includes(e164),
    );
    if (!sender.certain) review([...certain, ...doubtful], "several-senders");
    else if (asked.intent === "opt-out") {
      for (const e164 of certain) events.push(say("opt-out", e164, REASON[terms.kind]));
      review(doubtful, "doubtful-number");
      // Out at once; what else is asked, a person has to answer.
      if (asked.request !== undefined) review(certain, `request-${asked.request}`, "request");
    } else if (asked.intent === "request") review([...certain, ...doubtful], `request-${asked.request}`, "request");
    else if (asked.intent === "opt-in" && isCertain(readings, certain, moment) && named !== "unknown" && !isOfAnother) {
      events.push(say("opt-in", certain[0]!, REASON[terms.kind]));
    } else {
      const reason = asked.intent === "opt-in" ? "uncertain-opt-in" : `unclear-${REASON[terms.kind]}`;
      review([...certain, ...doubtful], reason);
    }
    return understood;
  }

  /** Understands a broken record, whose cells can't be told apart: every number in it is looked at. */
  ofBroken(text: string, line: number, fault: MessageFault = "broken-record"): Understood {
    const numbers = this.#sender.withoutOwn(readEveryNumber(text));
    const asker: Asker = { sender: "", by: CAME_BY[this.terms.kind] };
    const said = { action: "review", channel: "any", reason: fault, language: "es", asker, cells: [] } as const;
    const reviews = (numbers.length === 0 ? [""] : numbers).map((phone) => ({
      ...this.#wanted({ ...said, phone, line, moment: undefined }),
      message: wholeMessage(text),
    }));
    return { line, is: "asked", fault, events: [], reviews };
  }

  #cell(cells: readonly string[], column: number | undefined): string {
    return column === undefined ? "" : (cells[column] ?? "");
  }

  #wanted(said: {
    action: LedgerAction;
    phone: string;
    channel: Channel;
    reason: string;
    line: number;
    language: "es" | "en";
    asker: Asker;
    moment: Moment | undefined;
    cells: readonly string[];
  }): WantedEvent {
    const { action, phone, channel, reason, language, moment, asker } = said;
    const requestedAt = this.#requestedAt(moment, said.cells, action);
    const isStamped = moment === undefined && requestedAt !== "";
    const mark = isStamped ? markOf(this.#cell(said.cells, this.columns.id)) : undefined;
    return {
      phone,
      action,
      channel,
      requestedAt,
      source: this.#source,
      ...asker,
      // A number that may be the person's is not shown as ours.
      sender: phone === "" ? "" : asker.sender,
      reason,
      evidence: `${this.#placeOf(said.line)}${mark ?? ""}`,
      language,
      ...(isStamped ? { isStamped } : {}),
      ...(mark === undefined ? {} : { mark }),
    };
  }

  get #source(): string {
    return this.terms.source ?? this.terms.kind;
  }

  #placeOf(line: number): string {
    return `${this.terms.name}:${line}`;
  }

  /**
   * Returns the time of a request; of what comes in now and has no date, now. A date that can't be read may be an old
   * one, so no opt-in becomes younger by it.
   */
  #requestedAt(moment: Moment | undefined, cells: readonly string[], action: LedgerAction): string {
    if (moment !== undefined) return describeInstant(action === "opt-in" ? moment.first : moment.last, EL_SALVADOR);
    const isUnreadable = this.#cell(cells, this.columns.date).trim() !== "";
    return this.terms.isLive && !(action === "opt-in" && isUnreadable) ? timestampInElSalvador(new Date()) : "";
  }

  /** Twilio writes `whatsapp:+503…` for who wrote by WhatsApp. */
  #cameBy(phoneCells: readonly PhoneCell[]): Channel {
    const isWhatsapp = this.terms.kind === "sms" && phoneCells.some(({ text }) => /^\s*whatsapp:/i.test(text));
    return isWhatsapp ? "whatsapp" : this.terms.channel;
  }

  /** Returns undefined where no cell says it, or two say different things. */
  #directionOf(cells: readonly string[]): Direction | undefined {
    const said = this.columns.directions.map((column) => directionOf(cells[column] ?? ""));
    const told = new Set(said.filter((it) => it === "inbound" || it === "outbound"));
    return told.size === 1 ? [...told][0] : undefined;
  }

  #momentOf(cells: readonly string[]): Moment | undefined {
    const { date, time } = this.columns;
    if (date === undefined) return undefined;
    const text = cells[date] ?? "";
    const { order, zone } = this.terms;
    if (contradictsOrder(text, order)) this.datesContradict = true;
    return parseMoment(text, time === undefined ? "" : (cells[time] ?? ""), order, zone);
  }
}

/**
 * Returns a mark instead of the name itself: digits among others' letters are no number in a ledger, nor is it a list
 * of digests.
 */
function markOf(id: string): string | undefined {
  const name = id.trim();
  return name === "" ? undefined : `#${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
}

const REASON: Readonly<Record<RequestKind, string>> = {
  sms: "message",
  call: "disposition",
  form: "form",
  consent: "status",
};

/** A call for help, which may also be Twilio's word alone. */
const OF_EITHER_LANGUAGE = /^\W*(?:info\W*)?$/i;

const CAME_BY: Readonly<Record<RequestKind, CameBy>> = { sms: "reply", call: "call", form: "form", consent: "form" };

/** How a request came that went to a person, by the reason that it went there for. */
export function cameByOf(reason: string): CameBy {
  return reason.includes(REASON.sms) ? "reply" : reason.includes(REASON.call) ? "call" : "form";
}

/** One number, no doubt about it, and a day that can be only one. */
function isCertain(readings: readonly CellReading[], certain: readonly string[], moment: Moment | undefined): boolean {
  const isOneDay = moment === undefined || moment.last - moment.first < DAY;
  return certain.length === 1 && readings.flatMap(everyNumber).length === 1 && isOneDay;
}

/** Characters of a message that a review shows; a person can judge by them. */
const SHOWN = 2000;

/** What was written, on one line, and no formula to a spreadsheet. */
export function wholeMessage(text: string): string {
  const line = oneLine(text);
  return withoutFormula(line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line);
}

/** A cell of the ledger stays on one line, and short, and is no formula; a phone number is none. */
export function plain(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 200);
  return /^[+-][\d\s().-]*$/.test(line) ? line : withoutFormula(line);
}
