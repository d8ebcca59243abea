// Reads the event of a suppression record: opt-out or opt-in, for which channel, since when.
// In doubt it suppresses: an unknown action is an opt-out, and an opt-in without a certain date or channel does not count.

import type { RecordView } from "../csv/scanner.js";
import type { RecordBatch } from "../lists/batch.js";
import { isOfSeveralDays, type Moment } from "../time/dates.js";
import { LAST_INSTANT } from "../time/time-zone.js";
import { type Channel, EventCounts, type ListEvent } from "./event.js";
import { type EventSources, speaksAgainstOptIn } from "./event-sources.js";
import { PlainEventRules } from "./plain-events.js";
import { VOID } from "./taken-back.js";

/** `denies-others`: it suppresses its other numbers, though not by an event of its own: a void, or an opt-in that says no. */
export type ReadEvent = ListEvent | "denies-others" | undefined;

export class EventReader {
  readonly counts = new EventCounts();
  /** The next instant from which a record means something else, in seconds since 1970. */
  changesAt = Number.POSITIVE_INFINITY;
  /** The events that the kernel may add. */
  readonly plain: PlainEventRules;

  constructor(readonly sources: EventSources) {
    this.plain = new PlainEventRules(sources);
  }

  /** Returns when the last event of a batch was recorded; undefined for a time in the future. */
  lastRecorded(batch: RecordBatch, now: Date): Date | undefined {
    batch.select(batch.count - 1);
    const moment = batch.malformed ? undefined : this.sources.recorded?.of(batch);
    const isPast = typeof moment === "object" && moment.first * 1000 <= now.getTime();
    return isPast ? new Date(moment.first * 1000) : undefined;
  }

  /** Whether the record shows how an export's hashes were made. */
  isProof(record: RecordView): boolean {
    return this.sources.actions.some((column) => column.of(record) === "proof");
  }

  /** Returns the event of a record; undefined if it has none in force, or none that is certain. */
  read(record: RecordView): ReadEvent {
    const { isReceipt, actions, takenBack, others, cells } = this.sources;
    if (isReceipt?.of(record) && !others.haveMark(cells(record))) return undefined;
    if (actions.some((column) => column.of(record) === "settled")) return undefined;
    const isVoid = actions.some((column) => column.of(record) === VOID);
    // A void that names no event is an unknown action.
    if (isVoid && takenBack?.add(record)) return "denies-others";
    const read = this.#eventOf(record);
    const inForce = typeof read === "object" ? this.#untilTakenBack(record, read) : read;
    return isVoid ? (inForce ?? "denies-others") : inForce;
  }

  #untilTakenBack(record: RecordView, event: ListEvent): ListEvent | undefined {
    const { now, excludesLater, keepsExpired } = this.sources.asOf;
    const end = this.sources.takenBack?.endOf(record, event.optIn, excludesLater ? Number.POSITIVE_INFINITY : now) ?? 0;
    if (end === 0) return event;
    if (end > now) this.changesAt = Math.min(this.changesAt, end);
    else if (!keepsExpired) return undefined;
    return { ...event, until: event.until ? Math.min(end, event.until) : end };
  }

  #eventOf(record: RecordView): ReadEvent {
    const { asOf, areOfEdits, isRegistry } = this.sources;
    // Read even if the entry expired: its date may contradict the order of the others.
    const moment = this.#momentOf(record);
    const action = this.#actionIn(record);
    if (action === "ended-opt-in") this.counts.optIns++;
    const until = action === "opt-in" ? 0 : this.#expiryOf(record, moment);
    if (until !== 0 && asOf.now >= until && !asOf.keepsExpired) {
      this.counts.expired++;
      return undefined;
    }
    if (until !== 0) this.changesAt = Math.min(this.changesAt, until);
    // The date of an edit is not the opt-in's: it may be later than an opt-out that the opt-in does not lift.
    const isNoDate = areOfEdits || (isRegistry && isOfSeveralDays(moment));
    if (action === "opt-in") return this.#optIn(record, isNoDate ? undefined : moment);
    if (action !== "opt-out") this.counts.unknownActions++;
    return this.#optOut(record, moment, until);
  }

  /** Returns the last instant at which an opt-out may expire; 0 for never. An expiry before the opt-out is unreadable. */
  #expiryOf(record: RecordView, moment: Moment | undefined): number {
    let until = 0;
    for (const column of this.sources.expires) {
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
    let isOut = this.sources.actions.length === 0;
    let isUnknown = false;
    for (const column of this.sources.actions) {
      const action = column.of(record);
      if (action === "opt-in") isIn = true;
      else if (action === "opt-out") isOut = true;
      else if (action === "unknown" || action === "proof" || action === VOID) isUnknown = true;
    }
    if (isOut) return "opt-out";
    if (isIn && this.sources.optOutDays.some((column) => column.of(record))) return "ended-opt-in";
    return isIn && !isUnknown ? "opt-in" : "unknown";
  }

  #optOut(record: RecordView, moment: Moment | undefined, until: number): ListEvent | undefined {
    const { asOf, others, cells } = this.sources;
    if (asOf.excludesLater && moment !== undefined && moment.first > asOf.now) return undefined;
    const named = this.#channelOf(record) ?? "any";
    const isMore = named !== "any" && others.denyMoreThan(named, cells(record));
    const { first, last } = moment ?? { first: 0, last: 0 };
    const channel: Pick<ListEvent, "channel" | "also"> = isMore ? { channel: "any", also: named } : { channel: named };
    return { optIn: false, ...channel, time: Math.min(last, LAST_INSTANT), span: last - first, until };
  }

  #optIn(record: RecordView, moment: Moment | undefined): ReadEvent {
    const { asOf, others, cells } = this.sources;
    this.counts.optIns++;
    const channel = this.#channelOf(record);
    // A bare day counts at its start; if two days are possible, the later one counts.
    const certain = moment && (isOfSeveralDays(moment) ? moment.last : moment.first);
    const first = moment?.first ?? 0;
    const isUncertain = moment === undefined || channel === undefined || certain! > asOf.now || first <= 0;
    if (isUncertain || speaksAgainstOptIn(this.sources, record)) {
      this.counts.idleOptIns++;
      if (others.plainlySayNo(cells(record))) return this.#optOut(record, moment, 0);
      if (certain !== undefined && certain > asOf.now) this.changesAt = Math.min(this.changesAt, certain);
      return others.sayingNo(cells(record)).length > 0 ? "denies-others" : undefined;
    }
    return { optIn: true, channel, time: Math.min(first, LAST_INSTANT), span: moment.last - first, until: 0 };
  }

  /** Returns the channel of a record; `any` if it names none, undefined if it names an unknown one, or two. */
  #channelOf(record: RecordView): Channel | undefined {
    let named: Channel | undefined;
    for (const column of this.sources.channels) {
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
    const moment = this.sources.dates.of(record);
    if (moment !== "unreadable") return moment;
    this.counts.unreadableDates++;
    return undefined;
  }
}
