// Reads the event of a suppression record: opt-out or opt-in, for which channel, since when.
// In doubt it suppresses: an unknown action is an opt-out, and an opt-in without a certain date or channel does not count.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { columnsOf, type EventColumns } from "../headers/event-columns.js";
import { actionOf, channelOf, foldWords, isDoubted, receiptCode, subscribedOf } from "../headers/event-words.js";
import { isFile } from "../headers/names.js";
import { CONSTANTS } from "../kernel/module.js";
import { outcomeOf } from "../lexicon/outcomes.js";
import type { RecordBatch } from "../lists/batch.js";
import { CellMemo } from "../lists/cell-memo.js";
import { markIn, questionOf } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { isOfSeveralDays, type Moment, NO_DATE_BEFORE } from "../time/dates.js";
import { EL_SALVADOR, LAST_INSTANT, type TimeZone } from "../time/time-zone.js";
import { DateCells } from "./date-cells.js";
import { type AsOf, type Channel, channelCode, EventCounts, type ListEvent } from "./event.js";
import { readExpiry } from "./expiry.js";
import { PROOF_WORD } from "./hash-forms.js";
import { OtherCells } from "./other-cells.js";
import type { EventKernel, PlainEvents } from "./suppress-kernel.js";
import { TakenBackRecords, type TakingBack, VOID } from "./taken-back.js";

/** The action that a cell names. `proof`: the row shows how hashes were made; `nothing`: another column may name one. */
type CellAction = "opt-in" | "opt-out" | "settled" | typeof VOID | "proof" | "unknown" | "nothing";

/** `denies-others`: it suppresses its other numbers, though not by an event of its own: a void, or an opt-in that says no. */
export type ReadEvent = ListEvent | "denies-others" | undefined;

/** The question that a column of opt-out days asks: any date is a yes. */
const OPT_OUT_DAY = questionOf("", [undefined]);

export class EventReader {
  readonly counts = new EventCounts();
  /** The next instant from which a record means something else, in seconds since 1970. */
  changesAt = Number.POSITIVE_INFINITY;
  /** The events that a registry takes back. */
  readonly takenBack: TakenBackRecords | undefined;
  readonly #readers: ReturnType<typeof cachedReaders>;
  readonly #dates: DateCells;
  /** A registry's recording times. */
  readonly #recorded: DateCells | undefined;
  readonly #others: OtherCells;
  readonly #cells: (record: RecordView) => string[];

  constructor(
    list: OpenedList,
    private readonly columns: EventColumns,
    typedZone: TimeZone,
    private readonly asOf: AsOf,
    takenBack: readonly TakingBack[] | undefined,
  ) {
    this.#others = new OtherCells(list, columnsOf(columns), false, columns);
    this.#cells = ({ bytes, start, end }) => recordCells(bytes, start, end, list.dialect);
    const isRegistry = columns.kind === "registry";
    // svscrub writes a registry's days as El Salvador's.
    const zone = isRegistry ? EL_SALVADOR : typedZone;
    const dated = isRegistry ? [] : [...columns.dates, ...columns.expires];
    this.#dates = new DateCells(list, columns.dates, columns.time, zone, dated);
    this.takenBack = isRegistry ? new TakenBackRecords(list, zone, takenBack) : undefined;
    if (columns.recorded !== undefined) this.#recorded = new DateCells(list, [columns.recorded], undefined, zone);
    this.#readers = cachedReaders(list, columns, (text) => {
      this.#dates.notice(text);
      return readExpiry(text, this.#dates.order, zone);
    });
  }

  /** Whether a later date contradicts the order of day and month that the first ones proved. */
  get datesContradict(): boolean {
    return this.#dates.contradict;
  }

  /**
   * Returns, for the kernel, the cells of the date, the channel and the action (-1 for none), and how dates are read. Undefined if
   * records may say more than that.
   */
  get plainCells(): Omit<PlainEvents, "phone"> | undefined {
    const saysMore =
      this.#others.mayDenyMore ||
      this.#readers.expires.length > 0 ||
      this.#readers.isReceipt !== undefined ||
      this.asOf.excludesLater ||
      this.takenBack?.areKnown;
    if (saysMore || this.#readers.channels.length > 1 || this.#readers.actions.length > 1) return undefined;
    if (this.columns.dates.length > 0 && this.#dates.singleCell < 0) return undefined;
    const [channel, action] = [this.#readers.channels[0]?.at ?? -1, this.#readers.actions[0]?.at ?? -1];
    const { singleCell: date, order, zone } = this.#dates;
    const times = { clockOffset: zone, now: Math.max(0, this.asOf.now), noDateBefore: NO_DATE_BEFORE };
    return { date, channel, action, order, ...times };
  }

  /** Whether only the columns of action, channel, number and date can speak against an opt-in. */
  get #hasPlainOptIns(): boolean {
    const hasOptOutDay = this.#readers.optOutDays.length > 0;
    return this.columns.kind === "registry" && this.#dates.singleCell >= 0 && !hasOptOutDay && this.#others.areSilent;
  }

  /** Whether another cell of a record speaks against an opt-in, or may end it. An opt-in that ends does not count. */
  #isDoubtful(record: RecordView): boolean {
    const cells = this.#cells(record);
    // A due date may be the opt-in's end.
    const isDue = this.columns.dueDates.some((column) => (cells[column] ?? "").trim() !== "");
    const hasExpiry = this.#readers.expires.some((column) => column.of(record) !== undefined);
    return isDue || hasExpiry || this.#others.against(cells).length > 0;
  }

  /** Teaches the kernel the meaning of a record's channel and action cells, if no other cell can change it. */
  teach(record: RecordView, kernel: Pick<EventKernel, "channels" | "actions">): void {
    const [channels, actions] = [this.#readers.channels[0], this.#readers.actions[0]];
    const range = ({ at }: { at: number }) => [record.bytes, record.cellStart[at]!, record.cellEnd[at]!] as const;
    const channel = channels?.of(record);
    const action = actions?.of(record);
    const mayBeIn = this.#hasPlainOptIns && !this.#isDoubtful(record);
    // Once the kernel knows both texts it adds opt-ins unchecked, so no channel is taught from a doubtful record.
    const isKnown = channel !== undefined && channel !== "unknown" && (mayBeIn || !this.#hasPlainOptIns);
    if (isKnown) kernel.channels.learn(...range(channels!), channelCode(channel));
    if (action === "opt-out" && !this.#others.actionsDenyWay(this.#cells(record)))
      kernel.actions.learn(...range(actions!), CONSTANTS.Action.OPT_OUT);
    if (action === "opt-in" && mayBeIn) kernel.actions.learn(...range(actions!), CONSTANTS.Action.OPT_IN);
    if (action === "settled") kernel.actions.learn(...range(actions!), CONSTANTS.Action.NOTHING);
  }

  /** Returns when the last event of a batch was recorded; undefined for a time in the future. */
  lastRecorded(batch: RecordBatch, now: Date): Date | undefined {
    batch.select(batch.count - 1);
    const moment = batch.malformed ? undefined : this.#recorded?.of(batch);
    const isPast = typeof moment === "object" && moment.first * 1000 <= now.getTime();
    return isPast ? new Date(moment.first * 1000) : undefined;
  }

  /** Whether the record shows how an export's hashes were made. */
  isProof(record: RecordView): boolean {
    return this.#readers.actions.some((column) => column.of(record) === "proof");
  }

  /** Returns the event of a record; undefined if it has none in force, or none that is certain. */
  read(record: RecordView): ReadEvent {
    if (this.#readers.isReceipt?.of(record) && !this.#others.haveMark(this.#cells(record))) return undefined;
    if (this.#readers.actions.some((column) => column.of(record) === "settled")) return undefined;
    const isVoid = this.#readers.actions.some((column) => column.of(record) === VOID);
    // A void that names no event is an unknown action.
    if (isVoid && this.takenBack?.add(record)) return "denies-others";
    const read = this.#eventOf(record);
    const inForce = typeof read === "object" ? this.#untilTakenBack(record, read) : read;
    return isVoid ? (inForce ?? "denies-others") : inForce;
  }

  #untilTakenBack(record: RecordView, event: ListEvent): ListEvent | undefined {
    const { now, excludesLater, keepsExpired } = this.asOf;
    const end = this.takenBack?.endOf(record, event.optIn, excludesLater ? Number.POSITIVE_INFINITY : now) ?? 0;
    if (end === 0) return event;
    if (end > now) this.changesAt = Math.min(this.changesAt, end);
    else if (!keepsExpired) return undefined;
    return { ...event, until: event.until ? Math.min(end, event.until) : end };
  }

  #eventOf(record: RecordView): ReadEvent {
    // Read even if the entry expired: its date may contradict the order of the others.
    const moment = this.#momentOf(record);
    const action = this.#actionIn(record);
    if (action === "ended-opt-in") this.counts.optIns++;
    const until = action === "opt-in" ? 0 : this.#expiryOf(record, moment);
    if (until !== 0 && this.asOf.now >= until && !this.asOf.keepsExpired) {
      this.counts.expired++;
      return undefined;
    }
    if (until !== 0) this.changesAt = Math.min(this.changesAt, until);
    // The date of an edit is not the opt-in's: it may be later than an opt-out that the opt-in does not lift.
    const isNoDate = this.columns.areOfEdits || (this.columns.kind === "registry" && isOfSeveralDays(moment));
    if (action === "opt-in") return this.#optIn(record, isNoDate ? undefined : moment);
    if (action !== "opt-out") this.counts.unknownActions++;
    return this.#optOut(record, moment, until);
  }

  /** Returns the last instant at which an opt-out may expire; 0 for never. An expiry before the opt-out is unreadable. */
  #expiryOf(record: RecordView, moment: Moment | undefined): number {
    let until = 0;
    for (const column of this.#readers.expires) {
      const expiry = column.of(record);
      until = expiry === "unreadable" ? Number.NaN : Math.max(until, expiry ?? 0);
      if (expiry === "unreadable") break;
    }
    if (until === 0 || until > (moment?.last ?? 0)) return until;
    this.counts.unreadableExpiries++;
    return 0;
  }

  /** Returns the action of a record: an opt-in only if all that it says is an opt-in. One that ended suppresses like an unknown action. */
  #actionIn(record: RecordView): "opt-in" | "ended-opt-in" | "opt-out" | "unknown" {
    let isIn = false;
    let isOut = this.#readers.actions.length === 0;
    let isUnknown = false;
    for (const column of this.#readers.actions) {
      const action = column.of(record);
      if (action === "opt-in") isIn = true;
      else if (action === "opt-out") isOut = true;
      else if (action === "unknown" || action === "proof" || action === VOID) isUnknown = true;
    }
    if (isOut) return "opt-out";
    if (isIn && this.#readers.optOutDays.some((column) => column.of(record))) return "ended-opt-in";
    return isIn && !isUnknown ? "opt-in" : "unknown";
  }

  #optOut(record: RecordView, moment: Moment | undefined, until: number): ListEvent | undefined {
    if (this.asOf.excludesLater && moment !== undefined && moment.first > this.asOf.now) return undefined;
    const named = this.#channelOf(record) ?? "any";
    const isMore = named !== "any" && this.#others.denyMoreThan(named, this.#cells(record));
    const { first, last } = moment ?? { first: 0, last: 0 };
    const channel: Pick<ListEvent, "channel" | "also"> = isMore ? { channel: "any", also: named } : { channel: named };
    return { optIn: false, ...channel, time: Math.min(last, LAST_INSTANT), span: last - first, until };
  }

  #optIn(record: RecordView, moment: Moment | undefined): ReadEvent {
    this.counts.optIns++;
    const channel = this.#channelOf(record);
    // A bare day counts at its start; if two days are possible, the later one counts.
    const certain = moment && (isOfSeveralDays(moment) ? moment.last : moment.first);
    const first = moment?.first ?? 0;
    const isUncertain = moment === undefined || channel === undefined || certain! > this.asOf.now || first <= 0;
    if (isUncertain || this.#isDoubtful(record)) {
      this.counts.idleOptIns++;
      const cells = this.#cells(record);
      if (this.#others.plainlySayNo(cells)) return this.#optOut(record, moment, 0);
      if (certain !== undefined && certain > this.asOf.now) this.changesAt = Math.min(this.changesAt, certain);
      return this.#others.sayingNo(cells).length > 0 ? "denies-others" : undefined;
    }
    return { optIn: true, channel, time: Math.min(first, LAST_INSTANT), span: moment.last - first, until: 0 };
  }

  /** Returns the channel of a record; `any` if it names none, undefined if it names an unknown one, or two. */
  #channelOf(record: RecordView): Channel | undefined {
    let named: Channel | undefined;
    for (const column of this.#readers.channels) {
      const channel = column.of(record);
      if (channel === undefined) continue;
      if (channel === "unknown") this.counts.unknownChannels++;
      if (channel === "unknown" || (named !== undefined && named !== channel)) return undefined;
      named = channel;
    }
    return named ?? "any";
  }

  /** Returns the range that the dates of a record can mean; undefined if there is none, or one can't be read. */
  #momentOf(record: RecordView): Moment | undefined {
    const moment = this.#dates.of(record);
    if (moment !== "unreadable") return moment;
    this.counts.unreadableDates++;
    return undefined;
  }
}

/** Returns cached readers of the cells that make an event. `readExpiryCell`: reads the cell of an expiry. */
function cachedReaders(
  { wanted, header }: OpenedList,
  columns: EventColumns,
  readExpiryCell: (text: string) => ReturnType<typeof readExpiry>,
) {
  const readers = <T>(some: readonly number[], read: (text: string) => T) =>
    some.map((column) => new CellMemo(wanted.indexOf(column), read));
  const isRegistry = columns.kind === "registry";
  const isReview = isFile("review", header);
  const actions = readers<CellAction>(columns.actions, (text) => actionIn(text, isRegistry, isReview));
  const errorCodes = columns.errorCode === undefined ? [] : [columns.errorCode];
  const [isReceipt] = readers(errorCodes, (text) => receiptCode(text) === "other");
  return {
    actions: [...actions, ...readers<CellAction>(columns.subscribed, subscribedOf)],
    // Whether a cell has the day of an opt-out.
    optOutDays: readers(columns.optOutDates, (text) => markIn(OPT_OUT_DAY, text) !== undefined),
    channels: readers(columns.channels, (text) => (text.trim() === "" ? undefined : (channelOf(text) ?? "unknown"))),
    expires: readers(columns.expires, readExpiryCell),
    isReceipt,
  };
}

/** Returns the action in a cell. An opt-in in a review file is unknown: it counts only once it is in the registry. */
function actionIn(text: string, isRegistry: boolean, isReview: boolean): CellAction {
  const word = foldWords(text);
  if (word === PROOF_WORD) return "proof";
  if (isRegistry && !isReview && !isDoubted(text) && (word === "settled" || word === VOID)) return word;
  // The outcome of a message is no action.
  if (text.trim() === "" || ["delivery", "arrived"].includes(outcomeOf(word) ?? "")) return "nothing";
  const action = actionOf(text, isRegistry) ?? "unknown";
  return isReview && action === "opt-in" ? "unknown" : action;
}
