// Builds the answers to an import that is recorded line by line: what became of each request of a line.

import { ExitCode, ScrubError } from "../errors.js";
import type { Templates } from "../text/acknowledgements.js";
import { sayError } from "../text/language.js";
import type { Sentences } from "../text/sentences.js";
import { acknowledge, explain } from "./acknowledgements.js";
import { isReview, type LedgerAction, type LedgerEvent, REVIEWED, type WantedEvent } from "./ledger-event.js";
import type { News } from "./news.js";
import type { Destination } from "./record.js";
import type { Understood } from "./understanding.js";

/** What was recorded of one request. */
export interface RecordedAnswer {
  /** The id of the recorded event, new or known, or of an acknowledgement of help; null if there is none. */
  event: string | null;
  /** `review`, `request`: a person must decide, and until then it suppresses. `none`: it asks for nothing. */
  action: Exclude<LedgerAction, "settled"> | "help" | "none" | "outbound" | "skipped";
  /** The person's number; E.164. */
  to: string | null;
  channel: string | null;
  language: string | null;
  /** The text of the acknowledgement to send; null if none is owed. */
  message: string | null;
  email?: string;
  /** Whether it was recorded before: `message` may have been sent then. */
  known?: true;
  /** The events that suppress the number in spite of an opt-in. */
  still_barred?: { event: string; channel: string; requested_at: string }[];
}

export interface MessageAnswer extends RecordedAnswer {
  /** The reason why the message could not be read, and waits in the review. */
  error: string | null;
  /** The answers to its other requests. */
  also?: RecordedAnswer[];
}

export interface AnsweredLine {
  line: number;
  /** At least one. */
  answers: RecordedAnswer[];
  error: ScrubError | undefined;
}

/** Returns the answers to a recorded group, for each line of the input. */
export function answersTo(
  group: readonly Understood[],
  { suppressed }: News,
  file: string,
  { templates, reviews = "" }: Destination,
): AnsweredLine[] {
  const lines = new Map<number, AnsweredLine>();
  for (const understood of group) {
    const { line, fault } = understood;
    const ofLine = lines.get(line) ?? { line, answers: [], error: undefined };
    lines.set(line, ofLine);
    ofLine.answers.push(...answersOf(understood, suppressed, templates));
    if (fault !== undefined)
      ofLine.error ??= new ScrubError(ExitCode.phoneList, "unreadableMessage", [fault, reviews], { file, line });
  }
  return [...lines.values()];
}

export function messageAnswer({ answers, error }: AnsweredLine, sentences: Sentences): MessageAnswer {
  const [first, ...also] = answers;
  const said = error === undefined ? null : sayError(error, sentences).what;
  return { ...first!, error: said, ...(also.length === 0 ? {} : { also }) };
}

function answersOf(
  { is, wanted, help }: Understood,
  suppressed: News["suppressed"],
  templates: Templates,
): RecordedAnswer[] {
  const answers = wanted.map((one): RecordedAnswer => {
    const { event, isNew, isIdle } = one.result!;
    // The answer to a message that comes again is what a person has decided of it.
    if (isReview(one)) return answerOf(one, event, event.reason.startsWith(REVIEWED) ? event.action : one.action);
    const owed = isIdle ? undefined : acknowledge(event, one, templates);
    const still = suppressed.find(({ phone }) => phone === event.phone && one.action === "opt-in");
    const barring = still && [...still.optOuts, ...still.waiting];
    return {
      ...answerOf(one, event, one.action, owed?.message),
      ...(isNew ? {} : { known: true }),
      ...(barring && {
        still_barred: barring.map(({ event, channel, requestedAt }) => ({ event, channel, requested_at: requestedAt })),
      }),
    };
  });
  if (help !== undefined) {
    const { event, message } = explain(help, templates);
    answers.push(answerOf(help, { ...help, event }, "help", message));
  }
  if (answers.length > 0) return answers;
  const action = is === "asked" || is === "other" ? "none" : is;
  return [{ event: null, action, to: null, channel: null, language: null, message: null }];
}

function answerOf(
  { language, email }: Pick<WantedEvent, "language" | "email">,
  { event, phone, channel }: Pick<LedgerEvent, "event" | "phone" | "channel">,
  action: LedgerAction | "help",
  message: string | null = null,
): RecordedAnswer {
  const shown = action === "settled" ? "none" : action;
  const to = phone === "" ? null : phone;
  return { event, action: shown, to, channel, language, message, ...(email === undefined ? {} : { email }) };
}
