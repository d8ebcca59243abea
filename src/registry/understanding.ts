// What a record of an import comes to: events, reviews for a person, or nothing.

import path from "node:path";
import { channelOf, directionOf, isOptedOutCode } from "../headers/event-words.js";
import { foldWords } from "../headers/folding.js";
import { cellIn, type GivenColumns, type ImportColumns, type RequestKind } from "../headers/import-columns.js";
import { remembered } from "../lexicon/remembered.js";
import type { OpenedList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { readNamed } from "../phone/named.js";
import type { Asked, GivenWords } from "../replies/asked.js";
import type { Channel } from "../suppression/event.js";
import { OtherCells } from "../suppression/other-cells.js";
import { type DayOrder, isOfSeveralDays, type Moment } from "../time/dates.js";
import type { TimeZone } from "../time/time-zone.js";
import { isReview, type LedgerAction, markOf, NAMED, plain, type WantedEvent, wholeMessage } from "./ledger-event.js";
import { type NamedNumber, RecordWordReader, usesOf } from "./record-words.js";
import { RequestDates } from "./request-dates.js";
import { channelOfAddress, type Direction, peoplesColumns, type Sender, SenderReader } from "./sender.js";

export type MessageFault = "broken-record" | "unreadable-sender" | "unknown-message";

export interface Understood {
  line: number;
  /** `other`: it asks for nothing; `outbound`: it is ours; `skipped`: a receipt or the like. */
  is: "asked" | "help" | "other" | "outbound" | "skipped";
  fault?: MessageFault;
  wanted: readonly WantedEvent[];
  /** Somebody asks how to leave. It is answered, and never recorded. */
  help?: WantedEvent;
}

/** What is asked of an import. */
export interface ImportPlan {
  file: string;
  kind: RequestKind;
  overrides: ListOverrides;
  columns: GivenColumns;
  words: GivenWords;
  /** The channel in place of the kind's default. */
  channel: Channel | undefined;
  /** The source in place of the kind's name. */
  source: string | undefined;
  zone: TimeZone;
  /** Our own numbers, E.164: nobody's who writes to us. */
  own: ReadonlySet<string>;
}

export interface UnderstandingTerms extends ImportPlan {
  channel: Channel;
  order: DayOrder;
  /** Whether messages are recorded as they come: without a date they are of now. */
  isLive: boolean;
}

export interface OpenedImport {
  groups: AsyncIterable<readonly Understood[]>;
  /** What it counts is known once the last group has come. */
  understanding: Pick<Understanding, "undated" | "dates" | "unknown">;
  hasEmail: boolean;
  /** Every record is an opt-out, for no column says what was asked: `column` looks like one that does. */
  assumed: { column: string | undefined } | undefined;
  close(): void;
}

/** Unknown results by their folded words. A word that may not be shown is empty. */
export type UnknownWords = Map<string, { word: string; rows: number }>;

/** What is recorded of a number. */
type Outcome = Pick<WantedEvent, "action" | "phone" | "reason">;

/** What the events of a record share. */
interface RecordFacts extends Pick<WantedEvent, "channel" | "language" | "sender" | "email"> {
  line: number;
  cells: readonly string[];
  moments: readonly Moment[];
}

export class Understanding {
  /** How many records have no date that can be read. */
  undated = 0;
  readonly unknown: UnknownWords = new Map();
  readonly dates: RequestDates;
  readonly #sender: SenderReader;
  readonly #words: RecordWordReader;
  readonly #others: OtherCells;
  readonly #people: readonly number[];
  readonly #phones: readonly number[];
  readonly #ours: readonly number[];
  readonly #plainSender = remembered(plain);
  /** The name of the import in the evidence. */
  readonly #name: string;

  constructor(
    list: Pick<OpenedList, "header" | "columns" | "width">,
    private readonly columns: ImportColumns,
    private readonly terms: UnderstandingTerms,
  ) {
    const { file, kind, overrides, own, words } = terms;
    this.#name = file === "-" ? "stdin" : plain(path.basename(file));
    const header = list.header ?? [];
    this.dates = new RequestDates(columns, terms, header);
    // A column that the user calls the people's is theirs, with every number in it.
    const arePeoples = overrides.columns.length > 0;
    const to = arePeoples ? columns.certainTo.filter((column) => !list.columns.includes(column)) : columns.certainTo;
    const parties = arePeoples ? { callers: [], called: [] } : columns.parties;
    const known = { ...columns, to, parties };
    const people = arePeoples ? list : { ...list, columns: peoplesColumns(list, columns, kind) };
    this.#people = people.columns;
    this.#sender = new SenderReader(people, known, arePeoples || kind !== "sms", own);
    const uses = usesOf(people, known);
    this.#words = new RecordWordReader(kind, header, columns, words, uses);
    this.#phones = [...uses.keys()].filter((column) => uses[column] === "phone");
    this.#ours = [...uses.keys()].filter((column) => uses[column] === "ours");
    const found = Object.values<unknown>({ ...columns }).flat();
    const readColumns = found.filter((column) => typeof column === "number");
    this.#others = new OtherCells({ ...list, width: header.length }, readColumns, kind === "sms");
  }

  /** Understands one record. `unseen`: stands for what may hold words that nobody has read: `[audio]`. */
  of(written: readonly string[], line: number, unseen?: string): Understood {
    const cells = this.#asReply(written);
    const direction = this.#directionOf(cells);
    const sender = this.#sender.of(cells, direction);
    if (sender === "ours" || (this.terms.kind === "sms" && direction === "outbound"))
      return { line, is: "outbound", wanted: [] };
    const { asked, remarks, named: inWords } = this.#words.of(cells, unseen !== undefined);
    this.#countUnknown(asked.unknown);
    const is = asked.intent === "other" || asked.intent === "help" ? asked.intent : "asked";
    const named = this.#othersNamed(inWords, cells, sender, is === "asked");
    if (is === "other" && named.length === 0) return { line, is, wanted: [] };
    const { channel, isKnown } = this.#channelOf(cells, sender, asked);
    const facts = this.#factsOf(cells, line, sender, asked, channel);
    const doubts = asked.intent === "opt-in" ? this.#others.against(cells) : [];
    const isSure = isKnown && named.length + doubts.length === 0 && !isOfSeveralDays(facts.moments[0]);
    const message = () => this.#messageOf(cells, [...named.map(({ column }) => column), ...remarks, ...doubts], unseen);
    const outcomes = outcomesOf(this.terms.kind, asked, sender, isSure, named.length > 0);
    const events = outcomes.map((one) => this.#event(facts, one, isReview(one) ? message() : undefined));
    const wanted = named.length === 0 ? events : [...events, ...this.#reviewsOf(named, facts, sender, message())];
    if (wanted.some(({ requestedAt }) => requestedAt === "")) this.undated++;
    const understood: Understood = { line, is, wanted };
    if (is === "asked" && sender.is === "elsewhere") understood.fault = "unreadable-sender";
    if (is === "help" && sender.is === "certain" && sender.certain.length === 1)
      understood.help = this.#event(facts, { action: "settled", phone: sender.certain[0]!, reason: "help" });
    return understood;
  }

  #factsOf(cells: readonly string[], line: number, sender: Sender, asked: Asked, channel: Channel): RecordFacts {
    return {
      line,
      cells,
      channel,
      language: asked.language,
      // A number that may be the person's is not shown as ours.
      sender: sender.candidates[0] === "" ? "" : this.#plainSender(this.#sender.ownIn(cells, sender)),
      email: this.columns.email === undefined ? undefined : plain(cellIn(cells, this.columns.email)),
      moments: this.dates.of(cells),
    };
  }

  /** Returns reviews of the numbers that a message names: what it asks for them is a person's to decide. */
  #reviewsOf(named: readonly NamedNumber[], facts: RecordFacts, sender: Sender, message: string): WantedEvent[] {
    // No answer about them goes to the message's sender.
    const ofNamed: RecordFacts = { ...facts, channel: "any", sender: sender.certain.join(" "), email: undefined };
    const phones = [...new Set(named.map(({ e164 }) => e164))];
    return phones.map((phone) => this.#event(ofNamed, { action: "review", phone, reason: NAMED }, message));
  }

  /** Returns a message of ours that the recipient's opt-out stopped as one from the recipient, without words; else the record. */
  #asReply(cells: readonly string[]): readonly string[] {
    const { mayBeEnds, text, directions, errorCode } = this.columns;
    if (!isOptedOutCode(cellIn(cells, errorCode))) return cells;
    const [to] = mayBeEnds;
    const from = this.#people.find((column) => column !== to);
    const otherEnd = (column: number) => (column === to ? from : column === from ? to : undefined);
    const isOurs = (column: number) => column === text || directions.includes(column);
    return cells.map((cell, column) => (isOurs(column) ? "" : (cells[otherEnd(column) ?? column] ?? cell)));
  }

  #countUnknown(word: string | undefined): void {
    if (word === undefined) return;
    const known = this.unknown.get(foldWords(word));
    this.unknown.set(foldWords(word), { word: known?.word ?? word, rows: (known?.rows ?? 0) + 1 });
  }

  /** Returns the numbers besides the sender's and ours: those in words, and if the record asks for something, in phone columns. */
  #othersNamed(named: readonly NamedNumber[], cells: readonly string[], sender: Sender, asks: boolean): NamedNumber[] {
    const all = [...named];
    for (const column of asks ? this.#phones : []) {
      const cell = cells[column] ?? "";
      if (!sender.texts.includes(cell)) for (const e164 of readNamed(cell)) all.push({ e164, column });
    }
    if (all.length === 0) return all;
    // If the sender can't be read, every number in the record goes to a person, even ours.
    const theirs = sender.is === "elsewhere" && !asks ? [] : [...sender.certain, ...sender.candidates];
    const ours = sender.is === "certain" ? this.#ours.flatMap((column) => readNamed(cells[column] ?? "")) : [];
    const known = new Set([...theirs, ...ours, ...this.terms.own]);
    return all.filter(({ e164 }) => !known.has(e164)).sort((one, other) => one.column - other.column);
  }

  /** Returns what a person has to judge: the words that ask, and the cells of these columns. */
  #messageOf(cells: readonly string[], others: readonly number[], unseen = ""): string {
    const { actions, codeName, text } = this.columns;
    const asking = unseen === "" ? [...actions, codeName, text] : [];
    const shown = [...new Set([...asking, ...others])].map((column) => cellIn(cells, column));
    return wholeMessage([unseen, ...shown].join(" "));
  }

  /** Sends every number of a broken record or of a message of unknown shape to a person. */
  ofText(text: string, line: number, fault: "broken-record" | "unknown-message"): Understood {
    const numbers = this.#sender.withoutOwn(readNamed(text));
    const facts: RecordFacts = { line, cells: [], moments: [], channel: "any", language: "es", sender: "" };
    const wanted = (numbers.length === 0 ? [""] : numbers).map((phone) =>
      this.#event(facts, { action: "review", phone, reason: fault }, wholeMessage(text)),
    );
    return { line, is: "asked", fault, wanted };
  }

  /** `message`: what a review shows. */
  #event(facts: RecordFacts, { action, phone, reason }: Outcome, message?: string): WantedEvent {
    const { channel, language, email, sender, line, cells, moments } = facts;
    const requestedAt = this.dates.requestedAt(cells, action, moments);
    const isStamped = moments.length === 0 && requestedAt !== "";
    // Sent again, an event is known by its own date, a review without any date by its message, any other by its provider's id.
    const isKnown = moments.length > 0 || (requestedAt === "" && message !== undefined);
    const id = isKnown ? "" : cellIn(cells, this.columns.id).trim();
    const mark = id === "" ? undefined : markOf(id);
    // Written out, for objects that are made of others cost a third of an import.
    return {
      phone,
      action,
      channel,
      requestedAt,
      source: this.terms.source ?? this.terms.kind,
      sender,
      reason,
      evidence: `${this.#name}:${line}${message === undefined ? "" : markOf(message)}${mark ?? ""}`,
      isReply: this.terms.kind === "sms",
      language,
      email,
      message,
      isStamped,
      mark,
    };
  }

  /**
   * Returns the channel of a request: the one that its cells name or that it came by; `any` where they name none that is known, or
   * several, and where its words name another one. `isKnown`: an opt-in can be meant for it alone.
   */
  #channelOf(cells: readonly string[], { texts }: Sender, asked: Asked): { channel: Channel; isKnown: boolean } {
    const named = this.columns.channels.map((column) => cellIn(cells, column).trim()).filter((cell) => cell !== "");
    const first = named.length === 0 ? undefined : channelOf(named[0]!);
    const isUnknown = named.length > 0 && (first === undefined || named.some((cell) => channelOf(cell) !== first));
    const [byAddress] = this.terms.kind === "sms" ? texts.flatMap((text) => channelOfAddress(text) ?? []) : [];
    const cameBy = isUnknown ? "any" : (first ?? byAddress ?? this.terms.channel);
    const isOfAnother = asked.intent !== "help" && asked.names.some((name) => name !== cameBy);
    return { channel: asked.onEveryChannel || isOfAnother ? "any" : cameBy, isKnown: !isUnknown && !isOfAnother };
  }

  /** Returns undefined where no cell says it, or two say different things. */
  #directionOf(cells: readonly string[]): Direction | undefined {
    const found = this.columns.directions.map((column) => directionOf(cellIn(cells, column)));
    const [direction, ...others] = new Set(found.filter((one) => one === "inbound" || one === "outbound"));
    return others.length === 0 ? direction : undefined;
  }
}

const REASONS = { sms: "message", call: "disposition", form: "form", consent: "status" };

/** Returns what is recorded of a sender. `isSure`: an opt-in can mean nothing else; `namesOthers`: by numbers. */
function outcomesOf(kind: RequestKind, asked: Asked, sender: Sender, isSure: boolean, namesOthers: boolean) {
  const { intent, request, others } = asked;
  if (intent === "other" || intent === "help") return [];
  const { certain, candidates } = sender;
  const reason = REASONS[kind];
  const each = (action: LedgerAction, reason: string, phones: readonly string[] = [...certain, ...candidates]) =>
    phones.map((phone): Outcome => ({ action, phone, reason }));
  if (sender.is === "elsewhere") return each("review", "unreadable-sender");
  if (sender.is === "several") return each("review", "several-senders");
  if (intent === "request") return each("request", `request-${request}`);
  const isOne = certain.length === 1 && candidates.length === 0;
  if (intent === "opt-in") return isSure && isOne ? each("opt-in", reason) : each("review", "uncertain-opt-in");
  if (intent !== "opt-out") return each("review", `unclear-${reason}`);
  // Opted out at once; a person has to answer what else is asked, and for whom without a number.
  const isForOthers = others === "number" || (others === "person" && !namesOthers);
  return [
    ...each("opt-out", reason, certain),
    ...each("review", "doubtful-number", candidates),
    ...(request === undefined ? [] : each("request", `request-${request}`, certain)),
    ...(isForOthers ? each("review", `unclear-${reason}`, certain) : []),
  ];
}
