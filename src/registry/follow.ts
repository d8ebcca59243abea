// What is answered to an import that is recorded as it comes: what became of each thing that a line asked for.

import { type Acknowledgement, acknowledge, explain, type Templates } from "./acknowledgements.js";
import type { StandingEvent } from "./event-book.js";
import { type LedgerAction, type LedgerEvent, REVIEWED } from "./ledger-event.js";
import type { Recorded } from "./record.js";
import type { MessageFault, Understood, WantedEvent } from "./understanding.js";

/** What became of one thing that a line asked for. */
export interface Answer {
  /** The id of what was recorded, now or before; of a call for help its acknowledgement's. Null: nothing was. */
  event: string | null;
  action: Exclude<LedgerAction, "settled"> | "help" | "none" | "outbound" | "skipped";
  to: string | null;
  channel: string | null;
  language: Acknowledgement["language"] | null;
  /** Null where no acknowledgement is owed. */
  message: string | null;
  email?: string | undefined;
  /** It stood in the registry before: its acknowledgement has perhaps been sent. */
  known?: true;
  /** Of an opt-in: the opt-outs and reviews that bar nevertheless. */
  stillBarred?: readonly Pick<StandingEvent, "channel" | "event">[];
}

/** What is answered to a line: at least one thing. */
export interface AnsweredLine {
  line: number;
  answers: [Answer, ...Answer[]];
  fault: MessageFault | undefined;
}

/** The answers to a group that is recorded, a line each, in the order of the input. */
export function answersTo(group: readonly Understood[], recorded: Recorded, templates: Templates): AnsweredLine[] {
  const lines = new Map<number, AnsweredLine>();
  for (const understood of group) {
    const { line, fault } = understood;
    const answers = answersOf(understood, recorded, templates);
    const before = lines.get(line);
    if (before === undefined) lines.set(line, { line, answers, fault });
    else {
      before.answers.push(...answers);
      before.fault ??= fault;
    }
  }
  return [...lines.values()];
}

function answersOf(
  { is, events, reviews, help }: Understood,
  { told, barred }: Recorded,
  templates: Templates,
): [Answer, ...Answer[]] {
  const answers = [
    ...events.map((wanted): Answer => {
      const { event, isNew, isIdle } = told(wanted);
      const owed = isIdle ? undefined : acknowledge(event, wanted, templates);
      const nevertheless = barred.find(({ phone }) => phone === event.phone && wanted.action === "opt-in");
      const waiting = nevertheless?.waiting.map((event) => ({ channel: event.channel, event }));
      return {
        ...answerOf(wanted, event),
        action: wanted.action === "settled" ? "none" : wanted.action,
        message: owed?.message ?? null,
        ...(isNew ? {} : { known: true }),
        ...(nevertheless && { stillBarred: [...nevertheless.stands, ...waiting!] }),
      };
    }),
    ...reviews.map((wanted): Answer => {
      const { event } = told(wanted);
      // What a person has decided of a message is the answer to its repetition.
      const { action } = event.reason.startsWith(REVIEWED) ? event : wanted;
      return { ...answerOf(wanted, event), action: action === "settled" ? "none" : action, message: null };
    }),
  ];
  if (help !== undefined) answers.push({ ...explain(help, templates), action: "help" });
  const [first, ...others] = answers;
  if (first !== undefined) return [first, ...others];
  const action = is === "asked" || is === "other" ? "none" : is;
  return [{ event: null, action, to: null, channel: null, language: null, message: null }];
}

function answerOf({ language, email }: WantedEvent, { event, phone, channel }: LedgerEvent) {
  return { event, to: phone === "" ? null : phone, channel, language, ...(email === undefined ? {} : { email }) };
}
