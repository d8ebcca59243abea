// What a record of an import comes to: events, what a person must look at, or nothing. Where records come from is
// read-import.ts's work, and what is new of them record.ts's.

import { directionOf } from "../headers/contact-columns.js";
import type { ImportColumns, RequestKind } from "../headers/import-columns.js";
import { mediaTeller } from "../headers/media-columns.js";
import { remembered } from "../lexicon/remembered.js";
import type { OpenedList } from "../lists/open.js";
import { readNamed } from "../phone/named.js";
import type { Channel } from "../suppression/event.js";
import { OptInDoubts } from "../suppression/opt-in-doubts.js";
import { timestampInElSalvador } from "../text/values.js";
import { contradictsOrder, type DayOrder, describeLast, type Moment, parseMoment } from "../time/dates.js";
import { DAY, describeSecond, EL_SALVADOR, type TimeZone } from "../time/time-zone.js";
import { type Asked, askedIn, channelIn, isOptOutReceipt, joined, type SaidWords, toldBeside } from "./asked.js";
import { CAME_BY, type CameBy, REASON } from "./came-by.js";
import { type LedgerAction, type LedgerEvent, markOf, NAMED } from "./ledger-event.js";
import { plain, wholeMessage } from "./ledger-text.js";
import { NamedReader, NOBODY } from "./named-numbers.js";
import { ResultWords } from "./result-words.js";
import { type Direction, type PhoneCell, peoplesColumns, type Sender, SenderReader } from "./sender.js";

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

/** What the events of one record have in common. */
interface Said {
  channel: Channel;
  line: number;
  language: "es" | "en";
  asker: Asker;
  moment: Moment | undefined;
  cells: readonly string[];
}

/** What one event of a record has of its own. */
type WantedOf = Pick<WantedEvent, "action" | "phone" | "reason">;

/** The numbers of whoever asks, none twice. */
interface Phones {
  certain: readonly string[];
  candidates: readonly string[];
}

/** A record that asks for something, or may. `isSure`: an opt-in of it can be meant for nobody and nothing else. */
interface Asking {
  asked: Asked;
  sender: Exclude<Sender, "ours">;
  phones: Phones;
  said: Said;
  isSure: boolean;
  /** An opt-out of it may be meant for somebody of whom no row tells. */
  isForOthers: boolean;
}

/** What the words of a record say, whoever it is from and whenever it came; `remarks`: the columns that say more beside it. */
interface Saying {
  asked: Asked;
  remarks: readonly number[];
}

const NOTHING = { events: [], reviews: [] } as const;

export class Understanding {
  /** Records whose date nobody can read. */
  undated = 0;
  datesContradict = false;
  readonly results = new ResultWords();
  readonly #sender: SenderReader;
  /** Of a message of ours that was not delivered. */
  readonly #recipient: SenderReader;
  readonly #named: NamedReader;
  readonly #doubts: OptInDoubts;
  readonly #hasMedia: ReturnType<typeof mediaTeller>;
  // Most records of an export say one of a few things.
  readonly #saying = remembered((_words, cells: readonly string[]) => this.#readSaying(cells, false, false));

  constructor(
    list: Pick<OpenedList, "header" | "columns">,
    private readonly columns: ImportColumns,
    private readonly terms: UnderstandingTerms,
  ) {
    const { arePeoples, kind, own } = terms;
    // A column that the user calls the people's is theirs, whatever its name.
    const to = arePeoples ? columns.to.filter((column) => !list.columns.includes(column)) : columns.to;
    const parties = arePeoples ? { callers: [], called: [] } : columns.parties;
    const known = { ...columns, to, parties };
    const people = arePeoples ? list : { ...list, columns: peoplesColumns(list, columns, kind) };
    this.#sender = new SenderReader(people, known, arePeoples || kind !== "sms", own);
    const swapped = { ...known, from: to, to: columns.from };
    this.#recipient = new SenderReader({ ...list, columns: to }, swapped, false, own);
    this.#named = new NamedReader(people, known, own, kind === "sms");
    this.#hasMedia = kind === "sms" ? mediaTeller(list.header) : undefined;
    this.#doubts = new OptInDoubts(
      { width: list.header?.length ?? 0, ...list },
      saidIn(columns),
      kind === "sms" ? "messages" : "plain",
    );
  }

  /** `unseen`: what was sent is no text, and could hold one: `[audio]` stands for it. */
  of(cells: readonly string[], line: number, unseen = this.#unseenIn(cells)): Understood {
    const { columns, terms } = this;
    const nothing = (is: Understood["is"]): Understood => ({ line, is, events: [], reviews: [] });
    const isReceipt = terms.kind === "sms" && isOptOutReceipt(this.#cell(cells, columns.errorCode));
    const direction = isReceipt ? undefined : this.#directionOf(cells);
    const sender = (isReceipt ? this.#recipient : this.#sender).of(cells, direction);
    if ((terms.kind === "sms" && direction === "outbound") || sender === "ours") return nothing("outbound");
    const { asked, remarks } = this.#sayingOf(cells, isReceipt, unseen !== undefined);
    if (asked.unknown !== undefined) this.results.takeUnknown(asked.unknown);
    if (asked.isMapped) this.#takeMapped(cells, sender, line);
    const isAsking = asked.intent !== "other" && asked.intent !== "help";
    const named = isReceipt ? NOBODY : this.#named.of(cells, sender, isAsking);
    if (asked.intent === "other" && named.numbers.length === 0) return nothing("other");
    const phoneCells = "cells" in sender ? sender.cells : [];
    const cameBy = this.#cameBy(cells, phoneCells);
    // Who writes by SMS about WhatsApp speaks of more than the channel that it came by.
    const isOfAnother = asked.intent !== "help" && asked.names.some((name) => name !== cameBy.channel);
    const email = columns.email === undefined ? {} : { email: plain(this.#cell(cells, columns.email)) };
    const said: Said = {
      channel: asked.channel ?? (isOfAnother ? "any" : cameBy.channel),
      line,
      language: asked.language,
      asker: { sender: plain(this.#sender.ownIn(cells, sender)), by: CAME_BY[terms.kind], ...email },
      moment: this.#momentOf(cells),
      cells,
    };
    const phones = phonesOf(phoneCells);
    const doubts = asked.intent === "opt-in" ? this.#doubts.columnsIn(cells) : [];
    const isSure = cameBy.isKnown && !isOfAnother && named.numbers.length + doubts.length === 0;
    const isForOthers = asked.others === "number" || (asked.others === "person" && named.numbers.length === 0);
    const { events, reviews } = isAsking
      ? this.#wantedOf({ asked, sender, phones, said, isSure, isForOthers })
      : NOTHING;
    const isForPerson = reviews.length + named.numbers.length > 0;
    const message = isForPerson ? this.#messageOf(cells, [...named.columns, ...remarks, ...doubts], unseen) : "";
    // What is asked for them, and on which channel, nobody can tell; an answer does not go to whoever wrote.
    const ofNamed: Said = { ...said, channel: "any", asker: { sender: phones.certain.join(" "), by: "form" } };
    const all = [
      ...reviews.map((event) => this.#wanted(said, event, message)),
      ...named.numbers.map((phone) => this.#wanted(ofNamed, { action: "review", phone, reason: NAMED }, message)),
    ];
    const recorded = events.map((event) => this.#wanted(said, event));
    const isUndated = ({ requestedAt }: WantedEvent) => requestedAt === "";
    if (recorded.some(isUndated) || all.some(isUndated)) this.undated++;
    const understood = { line, events: recorded, reviews: all };
    if (asked.intent === "other") return { ...understood, is: "other" };
    if (asked.intent !== "help")
      return { ...understood, is: "asked", ...("elsewhere" in sender ? { fault: "unreadable-sender" } : {}) };
    const help = this.#helpFor(sender, phones, said);
    return { ...understood, is: "help", ...(help === undefined ? {} : { help }) };
  }

  #takeMapped(cells: readonly string[], sender: Exclude<Sender, "ours">, line: number): void {
    const { certain, candidates } = phonesOf("cells" in sender ? sender.cells : []);
    const phones = "cells" in sender ? [...certain, ...candidates] : ["", ...sender.elsewhere];
    this.results.takeMapped(phones, this.#requestedAt(this.#momentOf(cells), cells, "review"), this.#placeOf(line));
  }

  #sayingOf(cells: readonly string[], isReceipt: boolean, isUnseen: boolean): Saying {
    if (isReceipt || isUnseen) return this.#readSaying(cells, isReceipt, isUnseen);
    const saying = this.#saying(cells.filter((_, column) => this.#speaks(column)).join("\0"), cells);
    return saying.asked.isAssumed === true && this.#named.denyOptOut(cells)
      ? this.#readSaying(cells, false, true)
      : saying;
  }

  /** Whether what a record asks for may depend on the column. */
  #speaks(column: number): boolean {
    const { text, actions, subscribed, errorCode } = this.columns;
    if (column === text || column === errorCode || actions.includes(column) || subscribed.includes(column)) return true;
    return !this.#named.isSilent(column);
  }

  /** `isUnclear`: whatever the words ask for, a person has to look. */
  #readSaying(cells: readonly string[], isReceipt: boolean, isUnclear: boolean): Saying {
    const { kind, words } = this.terms;
    const read = askedIn(kind, cells, this.columns, words);
    // How a call ended says nothing of what somebody asked for meanwhile, nor does a message of what its state says.
    const remarks = isReceipt ? [] : this.#named.remarks(cells, read.intent === "opt-out");
    const told = remarks.flatMap((column) => this.#named.wordsIn(cells, column));
    const asked = joined([
      isUnclear ? { ...read, intent: "unclear" as const } : read,
      ...told.map((one) => toldBeside(kind, one)),
    ]);
    return { asked, remarks };
  }

  /** What is recorded of whoever asks, and what a person must look at. */
  #wantedOf({ asked, sender, phones, said, isSure, isForOthers }: Asking): {
    events: readonly WantedOf[];
    reviews: readonly WantedOf[];
  } {
    const { certain, candidates } = phones;
    const each = (action: LedgerAction, of: readonly string[], reason: string) =>
      of.map((phone) => ({ action, phone, reason }));
    const review = (reason: string, action: LedgerAction = "review") => ({
      events: [],
      reviews: each(action, [...certain, ...candidates], reason),
    });
    const reason = REASON[this.terms.kind];
    if ("elsewhere" in sender) {
      const found = sender.elsewhere.length === 0 ? [""] : sender.elsewhere;
      return { events: [], reviews: each("review", found, "unreadable-sender") };
    }
    if (!sender.certain) return review("several-senders");
    if (asked.intent === "opt-out") {
      // Out at once; what else is asked, a person has to answer.
      const requests = asked.request === undefined ? [] : each("request", certain, `request-${asked.request}`);
      const doubts = each("review", candidates, "doubtful-number");
      // Who is meant beside them has no row of their own unless digits name them.
      const others = isForOthers ? each("review", certain, `unclear-${reason}`) : [];
      return { events: each("opt-out", certain, reason), reviews: [...doubts, ...requests, ...others] };
    }
    if (asked.intent === "request") return review(`request-${asked.request}`, "request");
    if (asked.intent !== "opt-in") return review(`unclear-${reason}`);
    const isCertain = isSure && isOneNumber(phones) && isOneDay(said.moment);
    return isCertain ? { events: each("opt-in", certain, reason), reviews: [] } : review("uncertain-opt-in");
  }

  /** Returns undefined where nobody knows who asks. */
  #helpFor(
    sender: Exclude<Sender, "ours">,
    { certain }: Phones,
    { channel, line, language, asker, moment, cells }: Said,
  ): WantedHelp | undefined {
    const [phone] = certain;
    if (phone === undefined || certain.length > 1 || !("cells" in sender && sender.certain)) return undefined;
    const answered = OF_EITHER_LANGUAGE.test(this.#cell(cells, this.columns.text)) ? undefined : language;
    const identity = [phone, this.#source, this.#requestedAt(moment, cells, "review") || this.#placeOf(line)];
    return { phone, channel, language: answered, identity, ...asker };
  }

  /** What a person has to judge: the words that ask, and the cells that name somebody. */
  #messageOf(cells: readonly string[], beside: readonly number[], unseen: string | undefined): string {
    const { actions, codeName, text } = this.columns;
    const written = unseen === undefined ? [...actions, codeName, text] : [];
    const shown = [...new Set([...written, ...beside])].map((column) => this.#cell(cells, column));
    return wholeMessage([unseen ?? "", ...shown].join(" "));
  }

  /** What stands for a message without words where other columns tell that something was sent. */
  #unseenIn(cells: readonly string[]): string | undefined {
    const isWordless = this.columns.text !== undefined && this.#cell(cells, this.columns.text).trim() === "";
    return isWordless && this.#hasMedia?.(cells) ? "[media]" : undefined;
  }

  /** Understands a broken record, whose cells can't be told apart: every number in it is looked at. */
  ofBroken(text: string, line: number): Understood {
    return this.#ofNumbers(readNamed(text), text, line, "broken-record");
  }

  /** Understands a JSON message of an unknown shape: whatever may be a number in it is looked at. */
  ofUnknown(text: string, line: number): Understood {
    return this.#ofNumbers(readNamed(text), text, line, "unknown-message");
  }

  /** Every number goes to a person. */
  #ofNumbers(found: readonly string[], text: string, line: number, fault: MessageFault): Understood {
    const numbers = this.#sender.withoutOwn(found);
    const asker: Asker = { sender: "", by: CAME_BY[this.terms.kind] };
    const said: Said = { channel: "any", line, language: "es", asker, moment: undefined, cells: [] };
    const message = wholeMessage(text);
    const reviews = (numbers.length === 0 ? [""] : numbers).map((phone) =>
      this.#wanted(said, { action: "review", phone, reason: fault }, message),
    );
    return { line, is: "asked", fault, events: [], reviews };
  }

  #cell(cells: readonly string[], column: number | undefined): string {
    return column === undefined ? "" : (cells[column] ?? "");
  }

  #wanted(
    { channel, language, moment, asker, cells, line }: Said,
    { action, phone, reason }: WantedOf,
    message?: string,
  ): WantedEvent {
    const requestedAt = this.#requestedAt(moment, cells, action);
    const isStamped = moment === undefined && requestedAt !== "";
    const id = this.#cell(cells, this.columns.id).trim();
    const mark = isStamped && id !== "" ? markOf(id) : undefined;
    const words = message === undefined ? "" : markOf(message);
    const wanted: WantedEvent = {
      phone,
      action,
      channel,
      requestedAt,
      source: this.#source,
      // A number that may be the person's is not shown as ours.
      sender: phone === "" ? "" : asker.sender,
      reason,
      evidence: `${this.#placeOf(line)}${words}${mark ?? ""}`,
      by: asker.by,
      language,
    };
    if (asker.email !== undefined) wanted.email = asker.email;
    if (message !== undefined) wanted.message = message;
    if (isStamped) wanted.isStamped = true;
    if (mark !== undefined) wanted.mark = mark;
    return wanted;
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
    if (moment !== undefined) {
      // Of several dates an opt-out is of the latest and an opt-in of the earliest.
      const others = this.columns.otherDates.map((date) => this.#momentIn(cells, date) ?? moment);
      const all = [moment, ...others];
      if (action === "opt-in") return describeSecond(Math.min(...all.map((it) => it.first)), EL_SALVADOR);
      return describeLast(all, EL_SALVADOR);
    }
    const isUnreadable = this.#cell(cells, this.columns.date).trim() !== "";
    return this.terms.isLive && !(action === "opt-in" && isUnreadable) ? timestampInElSalvador(new Date()) : "";
  }

  /** The channel that the cells name, or that it came by: how a sender is written may say so. */
  #cameBy(cells: readonly string[], phoneCells: readonly PhoneCell[]): { channel: Channel; isKnown: boolean } {
    const named = channelIn(cells, this.columns);
    if (named === "unknown") return { channel: "any", isKnown: false };
    const isWhatsapp = this.terms.kind === "sms" && phoneCells.some(({ text }) => OF_WHATSAPP.test(text));
    return { channel: named ?? (isWhatsapp ? "whatsapp" : this.terms.channel), isKnown: true };
  }

  /** Returns undefined where no cell says it, or two say different things. */
  #directionOf(cells: readonly string[]): Direction | undefined {
    const said = this.columns.directions.map((column) => directionOf(cells[column] ?? ""));
    const told = new Set(said.filter((it) => it === "inbound" || it === "outbound"));
    return told.size === 1 ? [...told][0] : undefined;
  }

  #momentOf(cells: readonly string[]): Moment | undefined {
    const { date, otherDates } = this.columns;
    const filled = [date, ...otherDates].find((column) => this.#cell(cells, column).trim() !== "");
    return filled === undefined ? undefined : this.#momentIn(cells, filled);
  }

  #momentIn(cells: readonly string[], column: number): Moment | undefined {
    const text = this.#cell(cells, column);
    const { order, zone } = this.terms;
    if (contradictsOrder(text, order)) this.datesContradict = true;
    return parseMoment(text, column === this.columns.date ? this.#cell(cells, this.columns.time) : "", order, zone);
  }
}

/** `whatsapp:+503…` is Twilio's, `503…@c.us` and `503…@s.whatsapp.net` WhatsApp's own; `wa.me/503…` is a link. */
const OF_WHATSAPP = /whatsapp|\bwa[:.]|@(?:[cg]\.us|lid)\b/i;

/** A call for help, which may also be Twilio's word alone. */
const OF_EITHER_LANGUAGE = /^\W*(?:info\W*)?$/i;

/** The columns of what is asked for, when and how, by whom and of whom: the rest is words beside it. */
function saidIn(columns: ImportColumns): number[] {
  const { text, actions, subscribed, errorCode, channels, date, otherDates, time, directions, id } = columns;
  const asked = [text, ...actions, ...subscribed, errorCode, ...channels, date, ...otherDates, time, ...directions, id];
  const all = [...asked, columns.email, columns.sender, ...columns.to, ...columns.ends];
  return all.filter((column) => column !== undefined);
}

function phonesOf(cells: readonly PhoneCell[]): Phones {
  const certain = new Set<string>();
  for (const { reading } of cells) for (const { e164 } of reading.numbers) certain.add(e164);
  const candidates = new Set<string>();
  for (const { reading } of cells) for (const e164 of reading.candidates) if (!certain.has(e164)) candidates.add(e164);
  return { certain: [...certain], candidates: [...candidates] };
}

function isOneNumber({ certain, candidates }: Phones): boolean {
  return certain.length === 1 && candidates.length === 0;
}

/** A day that can be only one. */
function isOneDay(moment: Moment | undefined): boolean {
  return moment === undefined || moment.last - moment.first < DAY;
}
