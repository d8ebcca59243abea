// From the cells of a suppression record to its event: out or in, for which channel, since when.
// Whatever is in doubt suppresses: an unknown action is an opt-out, an opt-in without a certain date or channel is none.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { columnsOf, type EventColumns } from "../headers/event-columns.js";
import { actionOf, channelOf, foldWords, subscribedOf } from "../headers/event-words.js";
import { ACTIONS, type EventKernel, type PlainEvents } from "../kernel/suppress-kernel.js";
import { outcomeOf } from "../lexicon/outcomes.js";
import type { RecordBatch } from "../lists/batch.js";
import { CellMemo } from "../lists/cell-memo.js";
import { asksOf, markIn } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import type { Moment } from "../time/dates.js";
import { DAY, LAST_INSTANT, type TimeZone } from "../time/time-zone.js";
import { DateCells } from "./date-cells.js";
import { type AsOf, type Channel, channelCode, EventCounts, type ListEvent } from "./event.js";
import { readExpiry } from "./expiry.js";
import { PROOF_WORD } from "./hash-forms.js";
import { OtherCells } from "./other-cells.js";
import { TakenBackRecords, type TakingBack, VOID } from "./taken-back.js";

/** `nothing` leaves it to another column. */
type ActionSaid = "opt-in" | "opt-out" | "settled" | typeof VOID | "proof" | "unknown" | "nothing";

/** A column of days on which people opted out. */
const OPT_OUT_DAY = asksOf("", [undefined]);
/** Vonage's code for a number that has opted out. */
const OPTED_OUT_CODE = 9;

export class EventReader {
  readonly counts = new EventCounts();
  /** The record that was read last bars its own number no more, or not, and other numbers in it: a void's, an opt-in's that says no. */
  deniesOthers = false;
  /** The next moment at which some record says something else than it does now. */
  changesAt = Number.POSITIVE_INFINITY;
  /** What is taken back, in a registry. */
  readonly takenBack: TakenBackRecords | undefined;
  readonly #actions: readonly CellMemo<ActionSaid>[];
  /** Whether the day of an opt-out is filled, where a record may also say that somebody is in. */
  readonly #optOutDays: readonly CellMemo<boolean>[];
  readonly #channels: readonly CellMemo<Channel | "unknown" | undefined>[];
  readonly #dates: DateCells;
  readonly #expires: readonly CellMemo<ReturnType<typeof readExpiry>>[];
  /** Whether the code of a receipt is another one than that of an opt-out. */
  readonly #isReceipt: CellMemo<boolean> | undefined;
  readonly #isRegistry: boolean;
  /** A registry's recording times. */
  readonly #recorded: DateCells | undefined;

  readonly #others: OtherCells;
  readonly #cells: (record: RecordView) => string[];

  constructor(
    list: OpenedList,
    private readonly columns: EventColumns,
    private readonly zone: TimeZone,
    private readonly asOf: AsOf,
    takenBack: readonly TakingBack[] | undefined,
  ) {
    // The index of a column's cell among the record's wanted cells.
    const at = (column: number) => list.wanted.indexOf(column);
    this.#others = new OtherCells(list, columnsOf(columns), false, columns);
    this.#cells = ({ bytes, start, end }) => recordCells(bytes, start, end, list.dialect);
    const dated = columns.kind === "registry" ? [] : [...columns.dates, ...columns.expires];
    this.#dates = new DateCells(list, columns.dates, columns.time, zone, dated);
    this.#isRegistry = columns.kind === "registry";
    this.takenBack = this.#isRegistry ? new TakenBackRecords(list, zone, takenBack) : undefined;
    if (columns.recorded !== undefined) this.#recorded = new DateCells(list, [columns.recorded], undefined, zone);
    this.#actions = [
      ...columns.actions.map((column) => new CellMemo(at(column), (text) => actionSaid(text, this.#isRegistry))),
      ...columns.subscribed.map((column) => new CellMemo(at(column), subscribedOf)),
    ];
    this.#optOutDays = columns.optOutDates.map(
      (column) => new CellMemo(at(column), (text) => markIn(OPT_OUT_DAY, text) !== undefined),
    );
    this.#channels = columns.channels.map(
      (column) => new CellMemo(at(column), (text) => (text.trim() === "" ? undefined : (channelOf(text) ?? "unknown"))),
    );
    this.#expires = columns.expires.map((column) => new CellMemo(at(column), (text) => this.#expiry(text)));
    const isReceipt = (text: string) => /^\d+$/.test(text.trim()) && Number(text) !== OPTED_OUT_CODE;
    if (columns.errorCode !== undefined) this.#isReceipt = new CellMemo(at(columns.errorCode), isReceipt);
  }

  /** A later date contradicts the order of day and month that the first ones proved. */
  get datesContradict(): boolean {
    return this.#dates.contradict;
  }

  /**
   * The cells of the date, the channel and the action, -1 where there is none, in a list whose records may say no more than
   * that, and how its dates are read; undefined where each has to be read by itself.
   */
  get plainCells(): Omit<PlainEvents, "phone"> | undefined {
    const saysMore =
      this.#others.mayDenyMore ||
      this.#expires.length > 0 ||
      this.#isReceipt !== undefined ||
      this.asOf.asItStood ||
      this.takenBack?.areKnown;
    if (saysMore || this.#channels.length > 1 || this.#actions.length > 1) return undefined;
    if (this.columns.dates.length > 0 && this.#dates.only < 0) return undefined;
    const [channel, action] = [this.#channels[0]?.at ?? -1, this.#actions[0]?.at ?? -1];
    const { asOf } = this;
    const { only: date, order, zone } = this.#dates;
    return { date, channel, action, order, clockOffset: zone, now: Math.max(0, asOf.now) };
  }

  /** Whether an opt-in may be plain: nothing in its record speaks against it but what its action, channel, number and date say. */
  get #hasPlainOptIns(): boolean {
    const hasOptOutDay = this.#optOutDays.length > 0;
    return this.#isRegistry && this.#dates.only >= 0 && !hasOptOutDay && this.#others.areFree;
  }

  #isDoubtful(record: RecordView): boolean {
    const cells = this.#cells(record);
    // A due date may be the opt-in's end, and an opt-in that ends does not count.
    const isDue = this.columns.dueDates.some((column) => (cells[column] ?? "").trim() !== "");
    return isDue || this.#expires.some((end) => end.of(record) !== undefined) || this.#others.against(cells).length > 0;
  }

  /** Has the kernel that takes in plain records know a record's channel and its action. */
  teach(record: RecordView, kernel: Pick<EventKernel, "channels" | "actions">): void {
    const [channels, actions] = [this.#channels[0], this.#actions[0]];
    const range = ({ at }: { at: number }) => [record.bytes, record.cellStart[at]!, record.cellEnd[at]!] as const;
    const channel = channels?.of(record);
    const action = actions?.of(record);
    const mayBeIn = this.#hasPlainOptIns && !this.#isDoubtful(record);
    // What a channel says of an opt-in is asked of its text alone.
    const isKnown = channel !== undefined && channel !== "unknown" && (mayBeIn || !this.#hasPlainOptIns);
    if (isKnown) kernel.channels.learn(...range(channels!), channelCode(channel));
    if (action === "opt-out" && !this.#others.nameWays(this.#cells(record)))
      kernel.actions.learn(...range(actions!), ACTIONS[action]);
    if (action === "opt-in" && mayBeIn) kernel.actions.learn(...range(actions!), ACTIONS[action]);
    if (action === "settled") kernel.actions.learn(...range(actions!), ACTIONS.silent);
  }

  /** When the last event of a batch was recorded; undefined for a time in the future. */
  lastRecorded(batch: RecordBatch, now: Date): Date | undefined {
    batch.select(batch.count - 1);
    const moment = batch.malformed ? undefined : this.#recorded?.of(batch);
    const isPast = typeof moment === "object" && moment.first * 1000 <= now.getTime();
    return isPast ? new Date(moment.first * 1000) : undefined;
  }

  /** Whether an export of a registry says that the record proves how its hashes were made. */
  isProof(record: RecordView): boolean {
    return this.#actions.some((action) => action.of(record) === "proof");
  }

  /** What the record says; undefined where it says nothing any more, or nothing certain. */
  read(record: RecordView): ListEvent | undefined {
    this.deniesOthers = false;
    const event = this.#eventOf(record);
    const { now, asItStood, keepsExpired } = this.asOf;
    const asOf = asItStood ? Number.POSITIVE_INFINITY : now;
    const end = (event && this.takenBack?.endOf(record, event.optIn, asOf)) || 0;
    if (event === undefined || end === 0) return event;
    if (end > now) this.changesAt = Math.min(this.changesAt, end);
    else if (!keepsExpired) return undefined;
    return { ...event, until: event.until ? Math.min(end, event.until) : end };
  }

  #eventOf(record: RecordView): ListEvent | undefined {
    if (this.#isReceipt?.of(record) && !this.#others.ask(this.#cells(record))) return undefined;
    if (this.#isRegistry && this.#actions.some((action) => action.of(record) === "settled")) return undefined;
    if (this.#takesBack(record)) return undefined;
    // Read of an expired entry too: its date may contradict the order of the others.
    const moment = this.#momentOf(record);
    const action = this.#actionIn(record);
    const until = action === "opt-in" ? 0 : this.#expiryOf(record, moment);
    if (until !== 0 && this.asOf.now >= until && !this.asOf.keepsExpired) {
      this.counts.expired++;
      return undefined;
    }
    if (until !== 0) this.changesAt = Math.min(this.changesAt, until);
    // An opt-in of long ago whose record was edited after an opt-out lifts it not.
    if (action === "opt-in") return this.#optIn(record, this.columns.areOfEdits ? undefined : moment);
    if (action === "unknown") this.counts.unknownActions++;
    return this.#optOut(record, moment, until);
  }

  /** Keeps what a record takes back. One that names no event is as unknown as any other word. */
  #takesBack(record: RecordView): boolean {
    if (!this.#actions.some((action) => action.of(record) === VOID)) return false;
    this.deniesOthers = true;
    return this.takenBack?.take(record) === true;
  }

  /**
   * The instant from which on an opt-out is absent, of several dates and readings the last; 0 for never. One before the day of
   * the opt-out itself is a slip.
   */
  #expiryOf(record: RecordView, moment: Moment | undefined): number {
    let until = 0;
    for (const column of this.#expires) {
      const expiry = column.of(record);
      if (expiry === "unreadable") this.counts.unreadableExpiries++;
      if (expiry === "unreadable") return 0;
      until = Math.max(until, expiry ?? 0);
    }
    if (until !== 0 && moment !== undefined && until <= moment.last) {
      this.counts.unreadableExpiries++;
      return 0;
    }
    return until;
  }

  /** Where nothing says that somebody is in, or anything else as well, it is an opt-out. */
  #actionIn(record: RecordView): "opt-in" | "opt-out" | "unknown" {
    let isIn = false;
    let isOut = this.#actions.length === 0;
    let isUnknown = false;
    for (const action of this.#actions) {
      const said = action.of(record);
      if (said === "opt-in") isIn = true;
      else if (said === "opt-out") isOut = true;
      else if (said === "unknown" || said === "proof" || said === VOID) isUnknown = true;
    }
    if (isOut) return "opt-out";
    const isOver = isIn && this.#optOutDays.some((day) => day.of(record));
    if (isOver) this.counts.optIns++;
    return isIn && !isUnknown && !isOver ? "opt-in" : "unknown";
  }

  #optOut(record: RecordView, moment: Moment | undefined, until: number): ListEvent | undefined {
    if (this.asOf.asItStood && moment !== undefined && moment.first > this.asOf.now) return undefined;
    const named = this.#channelOf(record) ?? "any";
    const channel = named !== "any" && this.#others.denyMoreThan(named, this.#cells(record)) ? "any" : named;
    const { first, last } = moment ?? { first: 0, last: 0 };
    return { optIn: false, channel, time: Math.min(last, LAST_INSTANT), span: last - first, until };
  }

  #optIn(record: RecordView, moment: Moment | undefined): ListEvent | undefined {
    this.counts.optIns++;
    const channel = this.#channelOf(record);
    // A bare day counts at its start; where it could be one of two days, the later one might still be to come.
    const certain = moment && (moment.last - moment.first < DAY ? moment.first : moment.last);
    const first = moment?.first ?? 0;
    const isUncertain = moment === undefined || channel === undefined || certain! > this.asOf.now || first <= 0;
    if (isUncertain || this.#isDoubtful(record)) {
      this.counts.idleOptIns++;
      const cells = this.#cells(record);
      if (this.#others.deny(cells)) return this.#optOut(record, moment, 0);
      this.deniesOthers = this.#others.sayingNo(cells).length > 0;
      if (certain !== undefined && certain > this.asOf.now) this.changesAt = Math.min(this.changesAt, certain);
      return undefined;
    }
    return { optIn: true, channel, time: Math.min(first, LAST_INSTANT), span: moment.last - first, until: 0 };
  }

  /** The channel that the record names; `any` where it names none; undefined where it names an unknown one, or two. */
  #channelOf(record: RecordView): Channel | undefined {
    let named: Channel | undefined;
    for (const column of this.#channels) {
      const channel = column.of(record);
      if (channel === undefined) continue;
      if (channel === "unknown") this.counts.unknownChannels++;
      if (channel === "unknown" || (named !== undefined && named !== channel)) return undefined;
      named = channel;
    }
    return named ?? "any";
  }

  /** Returns all that the dates of a record can mean; undefined where none is there, or one can't be read. */
  #momentOf(record: RecordView): Moment | undefined {
    const moment = this.#dates.of(record);
    if (moment !== "unreadable") return moment;
    this.counts.unreadableDates++;
    return undefined;
  }

  #expiry(text: string): ReturnType<typeof readExpiry> {
    this.#dates.notice(text);
    return readExpiry(text, this.#dates.order, this.zone);
  }
}

/** Only in a registry may a person have decided that a message asked for nothing. */
function actionSaid(text: string, isRegistry: boolean): ActionSaid {
  const word = foldWords(text);
  if (word === PROOF_WORD) return "proof";
  if (isRegistry && (word === "settled" || word === VOID)) return word;
  // The outcome of a message means nothing next to an action, and alone it is an unknown word.
  if (text.trim() === "" || ["delivery", "arrived"].includes(outcomeOf(word) ?? "")) return "nothing";
  return actionOf(text, isRegistry) ?? "unknown";
}
