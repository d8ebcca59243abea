// Decides which events of a list the kernel may add, and teaches it their words. event-reader.ts reads every other event.

import type { RecordView } from "../csv/scanner.js";
import { CONSTANTS } from "../kernel/module.js";
import { NO_DATE_BEFORE } from "../time/dates.js";
import { channelCode } from "./event.js";
import { type EventSources, speaksAgainstOptIn } from "./event-sources.js";
import type { EventKernel, PlainEvents } from "./suppress-kernel.js";

/** Which events the kernel may add. Of several answers the lowest counts. */
const [NONE, OPT_OUTS, ALL] = [0, 1, 2];

/**
 * The events that each source lets the kernel add. The kernel reads the number, and one date, channel and action. Where other cells
 * may change an event, a source allows less.
 */
const ADDABLE: Record<keyof EventSources, (sources: EventSources) => number> = {
  actions: ({ actions }) => (actions.length > 1 ? NONE : ALL),
  // An opt-in ends on an opt-out's day.
  optOutDays: ({ optOutDays }) => (optOutDays.length > 0 ? OPT_OUTS : ALL),
  channels: ({ channels }) => (channels.length > 1 ? NONE : ALL),
  // An opt-in needs a date, an opt-out doesn't.
  dates: ({ dates }) => (dates.singleCell >= 0 ? ALL : dates.areNone ? OPT_OUTS : NONE),
  areOfEdits: ({ areOfEdits }) => (areOfEdits ? OPT_OUTS : ALL),
  expires: ({ expires }) => (expires.length > 0 ? NONE : ALL),
  isReceipt: ({ isReceipt }) => (isReceipt !== undefined ? NONE : ALL),
  isRegistry: ({ isRegistry }) => (isRegistry ? ALL : OPT_OUTS),
  takenBack: ({ takenBack }) => (takenBack?.areKnown ? NONE : ALL),
  // An event's time is that of `dates`.
  recorded: () => ALL,
  asOf: ({ asOf }) => (asOf.excludesLater ? NONE : ALL),
  others: ({ others }) => (others.mayDenyMore ? NONE : others.areSilent ? ALL : OPT_OUTS),
  // They are read by `others` alone.
  cells: () => ALL,
};

export class PlainEventRules {
  readonly #addable: number;

  constructor(private readonly sources: EventSources) {
    this.#addable = Math.min(...Object.values(ADDABLE).map((rule) => rule(sources)));
  }

  /** Returns how the kernel reads the events; undefined if it may add none. */
  get cells(): Omit<PlainEvents, "phone"> | undefined {
    if (this.#addable === NONE) return undefined;
    const { channels, actions, dates, asOf } = this.sources;
    const [channel, action] = [channels[0]?.at ?? -1, actions[0]?.at ?? -1];
    const times = { clockOffset: dates.zone, now: Math.max(0, asOf.now), noDateBefore: NO_DATE_BEFORE };
    return { date: dates.singleCell, channel, action, order: dates.order, ...times };
  }

  /** Teaches the kernel the meaning of a record's channel and action cells, if no other cell can change it. */
  teach(record: RecordView, kernel: Pick<EventKernel, "channels" | "actions">): void {
    const { sources } = this;
    const [channels, actions] = [sources.channels[0], sources.actions[0]];
    const channel = channels?.of(record);
    const action = actions?.of(record);
    const mayAddOptIns = this.#addable === ALL;
    const mayBeIn = mayAddOptIns && !speaksAgainstOptIn(sources, record);
    // Once the kernel knows both texts it adds opt-ins unchecked, so no channel is taught from a doubtful record.
    const isKnown = channel !== undefined && channel !== "unknown" && (mayBeIn || !mayAddOptIns);
    if (isKnown) kernel.channels.learn(record, channels!.at, channelCode(channel));
    if (action === "opt-out" && !sources.others.actionsDenyWay(sources.cells(record)))
      kernel.actions.learn(record, actions!.at, CONSTANTS.Action.OPT_OUT);
    if (action === "opt-in" && mayBeIn) kernel.actions.learn(record, actions!.at, CONSTANTS.Action.OPT_IN);
    if (action === "settled") kernel.actions.learn(record, actions!.at, CONSTANTS.Action.NOTHING);
  }
}
