// What a record of an import comes to: events, what a person must look at, or nothing. Where records come from is
// read-import.ts's work, and what is new of them record.ts's.

import { directionOf } from "../headers/contact-columns.js";
import { channelOf } from "../headers/event-words.js";
import type { ImportColumns, RequestKind } from "../headers/import-columns.js";
import { mediaTeller } from "../headers/media-columns.js";
import { remembered } from "../lexicon/remembered.js";
import type { OpenedList } from "../lists/open.js";
import { readPhoneText } from "../lists/phone-cells.js";
import { readNamed } from "../phone/named.js";
import { everyNumber } from "../phone/number.js";
import type { Channel } from "../suppression/event.js";
import { OptInDoubts } from "../suppression/opt-in-doubts.js";
import type { DayOrder, Moment } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";
import { type Asked, isOptOutReceipt, type SaidWords, says } from "./asked.js";
import { type LedgerAction, type LedgerEvent, markOf, NAMED } from "./ledger-event.js";
import { plain, wholeMessage } from "./ledger-text.js";
import { isOneDay, RequestDates } from "./request-dates.js";
import { ResultWords } from "./result-words.js";
import { type Named, type Saying, SayingReader, usesOf } from "./saying.js";
import { type Direction, peoplesColumns, type Sender, SenderReader } from "./sender.js";

/** How a request came, which decides how it is answered: a reply can be replied to. */
export type CameBy = "reply" | "call" | "form";

/** By kind how its requests came, and why their events are recorded or wait. */
const OF_KINDS: Readonly<Record<RequestKind, { by: CameBy; reason: string }>> = {
  sms: { by: "reply", reason: "message" },
  call: { by: "call", reason: "disposition" },
  form: { by: "form", reason: "form" },
  consent: { by: "form", reason: "status" },
};

/** How a request came that went to a person, by the reason that it went there for. */
export function cameByOf(reason: string): CameBy {
  return Object.values(OF_KINDS).find((kind) => reason.includes(kind.reason))?.by ?? "form";
}

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

const NO_EVENTS: readonly WantedEvent[] = [];

/** A record that asks for nothing. */
export function nothingAsked(line: number, is: Exclude<Understood["is"], "asked">): Understood {
  return { line, is, events: NO_EVENTS, reviews: NO_EVENTS };
}

export interface UnderstandingTerms {
  kind: RequestKind;
  words: SaidWords;
  channel: Channel;
  /** Instead of the kind's name. */
  source: string | undefined;
  zone: TimeZone;
  /** Our own numbers, E.164: nobody's who writes to us. */
  own: ReadonlySet<string>;
  /** Every number in the phone columns is a person's, for the user calls them that. */
  arePeoples: boolean;
  order: DayOrder;
  /** The name of the import in the evidence. */
  name: string;
  /** Messages that come in now, and without a date are of now. */
  isLive: boolean;
}

/** An event without what its record says of all of them. */
type Wanted = Pick<WantedEvent, "action" | "phone" | "reason">;

/** What the events of one record have in common. */
interface Common extends Pick<WantedEvent, "channel" | "language" | "sender" | "by"> {
  email: string | undefined;
  line: number;
  cells: readonly string[];
  moments: readonly Moment[];
}

/** `whatsapp:+503…` is Twilio's, `503…@c.us` and `503…@s.whatsapp.net` WhatsApp's own; `wa.me/503…` is a link. */
const OF_WHATSAPP = /whatsapp|\bwa[:.]|@(?:[cg]\.us|lid)\b/i;
/** A call for help, which may also be Twilio's word alone. */
const OF_EITHER_LANGUAGE = /^\W*(?:info\W*)?$/i;
const RECEIPT: Saying = { asked: says("opt-out"), remarks: [], named: [] };
/** Digits without anything that could name a range. */
const ONE_RUN = /^\+?\d{8,12}$/;

export class Understanding {
  /** Records whose date nobody can read. */
  undated = 0;
  readonly results = new ResultWords();
  readonly #dates: RequestDates;
  readonly #sender: SenderReader;
  /** Of a message of ours that was not delivered. */
  readonly #recipient: SenderReader;
  readonly #sayings: SayingReader;
  readonly #doubts: OptInDoubts;
  readonly #hasMedia: ReturnType<typeof mediaTeller>;
  /** Columns of other numbers of whoever asks, and of our own. */
  readonly #phones: readonly number[];
  readonly #ours: readonly number[];
  readonly #source: string;
  // Most records name the same few numbers of ours.
  readonly #numbersOfOurs = remembered((cell) => everyNumber(readPhoneText(cell)));
  readonly #senderOf = remembered(plain);

  constructor(
    list: Pick<OpenedList, "header" | "columns" | "width">,
    private readonly columns: ImportColumns,
    private readonly terms: UnderstandingTerms,
  ) {
    const { arePeoples, kind, own } = terms;
    this.#dates = new RequestDates(columns, terms);
    this.#source = terms.source ?? kind;
    const header = list.header ?? [];
    // A column that the user calls the people's is theirs, whatever its name.
    const to = arePeoples ? columns.to.filter((column) => !list.columns.includes(column)) : columns.to;
    const parties = arePeoples ? { callers: [], called: [] } : columns.parties;
    const known = { ...columns, to, parties };
    const people = arePeoples ? list : { ...list, columns: peoplesColumns(list, columns, kind) };
    this.#sender = new SenderReader(people, known, arePeoples || kind !== "sms", own);
    const swapped = { ...known, from: to, to: columns.from };
    this.#recipient = new SenderReader({ ...list, columns: to }, swapped, false, own);
    const uses = usesOf(people, known);
    this.#sayings = new SayingReader(kind, header, columns, terms.words, uses);
    const usedAs = (wanted: string) => [...uses.keys()].filter((column) => uses[column] === wanted);
    this.#phones = usedAs("phone");
    this.#ours = usedAs("ours");
    this.#hasMedia = kind === "sms" ? mediaTeller(list.header) : undefined;
    const { text, actions, codeName, subscribed, channels, errorCode } = columns;
    const { date, otherDates, time, directions, id, email, sender, ends } = columns;
    const asking = [text, codeName, ...actions, ...subscribed, ...channels, errorCode];
    const said = [
      ...asking,
      date,
      ...otherDates,
      time,
      ...directions,
      id,
      email,
      sender,
      ...to,
      ...columns.to,
      ...ends,
    ];
    this.#doubts = new OptInDoubts(
      { width: header.length, header: list.header, columns: list.columns },
      said.filter((column) => column !== undefined),
      kind === "sms" ? "messages" : "plain",
    );
  }

  get datesContradict(): boolean {
    return this.#dates.contradict;
  }

  /** `unseen`: what was sent is no text, and could hold one: `[audio]` stands for it. */
  of(cells: readonly string[], line: number, unseen = this.#unseenIn(cells)): Understood {
    const { columns, terms } = this;
    const isReceipt = terms.kind === "sms" && isOptOutReceipt(this.#cell(cells, columns.errorCode));
    const direction = isReceipt ? undefined : this.#directionOf(cells);
    const sender = (isReceipt ? this.#recipient : this.#sender).of(cells, direction);
    if (sender === "ours" || (terms.kind === "sms" && direction === "outbound")) return nothingAsked(line, "outbound");
    // A receipt says nothing of what its state says.
    const saying = isReceipt ? RECEIPT : this.#sayings.of(cells, unseen !== undefined);
    const { asked } = saying;
    const { intent } = asked;
    const mayBar = intent !== "other" && intent !== "help";
    if (asked.unknown !== undefined) this.results.takeUnknown(asked.unknown);
    if (asked.isMapped) {
      const all = [...sender.certain, ...sender.candidates];
      this.results.takeMapped(all, this.#dates.requestedAt(cells, "review"), this.#placeOf(line));
    }
    const named = isReceipt ? [] : this.#namedIn(saying, cells, sender, mayBar);
    if (intent === "other" && named.length === 0) return nothingAsked(line, "other");

    const moments = this.#dates.of(cells);
    const cameBy = this.#cameBy(cells, sender);
    // Who writes by SMS about WhatsApp speaks of more than the channel that it came by.
    const isOfAnother = intent !== "help" && asked.names.some((name) => name !== cameBy.channel);
    const common: Common = {
      channel: asked.any || isOfAnother ? "any" : cameBy.channel,
      language: asked.language,
      sender: this.#senderOf(this.#sender.ownIn(cells, sender)),
      by: OF_KINDS[terms.kind].by,
      email: columns.email === undefined ? undefined : plain(this.#cell(cells, columns.email)),
      line,
      cells,
      moments,
    };
    const doubts = intent === "opt-in" ? this.#doubts.columnsIn(cells) : [];
    const isSure = cameBy.isKnown && !isOfAnother && named.length + doubts.length === 0 && isOneDay(moments[0]);
    const isForOthers = asked.others === "number" || (asked.others === "person" && named.length === 0);
    const wanted = mayBar ? this.#wantedOf(asked, sender, isSure, isForOthers) : [];
    const isReview = ({ action }: Wanted) => action === "review" || action === "request";
    const isForPerson = named.length > 0 || wanted.some(isReview);
    const beside = () => [...named.map(({ column }) => column), ...saying.remarks, ...doubts];
    const message = isForPerson ? this.#messageOf(cells, beside(), unseen) : "";
    const events: WantedEvent[] = [];
    const reviews: WantedEvent[] = [];
    for (const one of wanted)
      if (isReview(one)) reviews.push(this.#event(common, one, message));
      else events.push(this.#event(common, one));
    if (named.length > 0) {
      // What is asked for them, and on which channel, nobody can tell; an answer does not go to whoever wrote.
      const ofNamed: Common = {
        ...common,
        channel: "any",
        sender: sender.certain.join(" "),
        by: "form",
        email: undefined,
      };
      for (const phone of new Set(named.map(({ e164 }) => e164)))
        reviews.push(this.#event(ofNamed, { action: "review", phone, reason: NAMED }, message));
    }
    const is = intent === "other" || intent === "help" ? intent : "asked";
    const understood: Understood = { line, is, events, reviews };
    if ([...events, ...reviews].some(({ requestedAt }) => requestedAt === "")) this.undated++;
    if (mayBar && sender.is === "elsewhere") understood.fault = "unreadable-sender";
    if (intent === "help" && sender.is === "certain" && sender.certain.length === 1)
      understood.help = this.#helpFor(sender.certain[0]!, common);
    return understood;
  }

  /**
   * The numbers that a record names beside its sender's and ours: in words, and where it asks for something, in phones of which
   * nobody says whose they are.
   */
  #namedIn({ named }: Saying, cells: readonly string[], sender: Sender, asks: boolean): readonly Named[] {
    const said = asks ? [...named, ...this.#phones.flatMap((column) => phonesIn(cells, column, sender))] : named;
    if (said.length === 0) return said;
    // Of whoever asks and can't be read every number in the record goes to a person. Where nobody knows who wrote, our number
    // may be theirs.
    const theirs = sender.is === "elsewhere" && !asks ? [] : [...sender.certain, ...sender.candidates];
    const ours =
      sender.is === "certain" ? this.#ours.flatMap((column) => this.#numbersOfOurs(cells[column] ?? "")) : [];
    const known = new Set([...theirs, ...ours, ...this.terms.own]);
    return said.filter(({ e164 }) => !known.has(e164)).sort((one, other) => one.column - other.column);
  }

  /** What is recorded of whoever asks, and what a person must look at. `isSure`: an opt-in can be meant for nobody and nothing else. */
  #wantedOf(asked: Asked, sender: Sender, isSure: boolean, isForOthers: boolean): Wanted[] {
    const { certain, candidates } = sender;
    const { reason } = OF_KINDS[this.terms.kind];
    const each = (action: LedgerAction, reason: string, phones: readonly string[] = [...certain, ...candidates]) =>
      phones.map((phone) => ({ action, phone, reason }));
    if (sender.is === "elsewhere") return each("review", "unreadable-sender");
    if (sender.is === "several") return each("review", "several-senders");
    if (asked.intent === "opt-out")
      // Out at once; what else is asked, a person has to answer.
      return [
        ...each("opt-out", reason, certain),
        ...each("review", "doubtful-number", candidates),
        ...(asked.request === undefined ? [] : each("request", `request-${asked.request}`, certain)),
        // Who is meant beside them has no row of their own unless digits name them.
        ...(isForOthers ? each("review", `unclear-${reason}`, certain) : []),
      ];
    if (asked.intent === "request") return each("request", `request-${asked.request}`);
    if (asked.intent !== "opt-in") return each("review", `unclear-${reason}`);
    const isCertain = isSure && certain.length === 1 && candidates.length === 0;
    return isCertain ? each("opt-in", reason) : each("review", "uncertain-opt-in");
  }

  #helpFor(phone: string, { line, cells, moments, channel, sender, by, email, ...said }: Common): WantedHelp {
    const language = OF_EITHER_LANGUAGE.test(this.#cell(cells, this.columns.text)) ? undefined : said.language;
    const when = this.#dates.requestedAt(cells, "review", moments) || this.#placeOf(line);
    const identity = [phone, this.#source, when];
    return { phone, channel, language, sender, by, ...(email === undefined ? {} : { email }), identity };
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

  /** Understands a record whose cells can't be told apart, or a message of an unknown shape: every number in it goes to a person. */
  ofText(text: string, line: number, fault: "broken-record" | "unknown-message"): Understood {
    const numbers = this.#sender.withoutOwn(readNamed(text));
    const { by } = OF_KINDS[this.terms.kind];
    const of = { cells: [], moments: [] };
    const common: Common = { ...of, channel: "any", language: "es", sender: "", by, email: undefined, line };
    const reviews = (numbers.length === 0 ? [""] : numbers).map((phone) =>
      this.#event(common, { action: "review", phone, reason: fault }, wholeMessage(text)),
    );
    return { line, is: "asked", fault, events: NO_EVENTS, reviews };
  }

  #cell(cells: readonly string[], column: number | undefined): string {
    return column === undefined ? "" : (cells[column] ?? "");
  }

  #event(common: Common, { action, phone, reason }: Wanted, message?: string): WantedEvent {
    const { channel, language, by, email, line, cells, moments } = common;
    const requestedAt = this.#dates.requestedAt(cells, action, moments);
    const isStamped = requestedAt !== "" && moments.length === 0;
    const id = this.#cell(cells, this.columns.id).trim();
    const mark = isStamped && id !== "" ? markOf(id) : undefined;
    const evidence = `${this.#placeOf(line)}${message === undefined ? "" : markOf(message)}${mark ?? ""}`;
    // A number that may be the person's is not shown as ours.
    const sender = phone === "" ? "" : common.sender;
    const source = this.#source;
    // Written out: of a million events, objects made of others cost a third of the import.
    const event: WantedEvent = { phone, action, channel, requestedAt, source, sender, reason, evidence, by, language };
    if (email !== undefined) event.email = email;
    if (message !== undefined) event.message = message;
    if (isStamped) event.isStamped = true;
    if (mark !== undefined) event.mark = mark;
    return event;
  }

  #placeOf(line: number): string {
    return `${this.terms.name}:${line}`;
  }

  /** The channel that the cells name, or that it came by: how a sender is written may say so. No known one, or several, are all. */
  #cameBy(cells: readonly string[], { texts }: Sender): { channel: Channel; isKnown: boolean } {
    const { kind, channel } = this.terms;
    const named = this.columns.channels.flatMap((column) => (cells[column] ?? "").trim() || []);
    if (named.length > 0) {
      const [first, ...others] = new Set(named.map(channelOf));
      const isKnown = first !== undefined && others.length === 0;
      return { channel: isKnown ? first : "any", isKnown };
    }
    const isWhatsapp = kind === "sms" && texts.some((text) => OF_WHATSAPP.test(text));
    return { channel: isWhatsapp ? "whatsapp" : channel, isKnown: true };
  }

  /** Returns undefined where no cell says it, or two say different things. */
  #directionOf(cells: readonly string[]): Direction | undefined {
    let told: Direction | undefined;
    for (const column of this.columns.directions) {
      const said = directionOf(cells[column] ?? "");
      if (said !== "inbound" && said !== "outbound") continue;
      if (told !== undefined && told !== said) return undefined;
      told = said;
    }
    return told;
  }
}

function phonesIn(cells: readonly string[], column: number, { texts }: Sender): readonly Named[] {
  const cell = cells[column] ?? "";
  const numbers = !ONE_RUN.test(cell) ? readNamed(cell) : texts.includes(cell) ? [] : everyNumber(readPhoneText(cell));
  return numbers.map((e164) => ({ e164, column }));
}
