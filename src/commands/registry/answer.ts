// What became of a message, as an object: a line of `import --follow --json`, and what the library answers.

import { ExitCode, ScrubError } from "../../errors.js";
import type { Answer, AnsweredLine } from "../../registry/follow.js";
import type { Channel } from "../../suppression/event.js";
import { sayError } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";

/** What was recorded, of one thing that was asked for. */
export interface RecordedAnswer {
  /** The id of what was recorded, now or before; of a call for help its acknowledgement's. Null: nothing was. */
  event: string | null;
  /** `review`, `request`, `complaint`: a person must decide, and until then it bars. `none`: it asks for nothing. */
  action: Answer["action"];
  /** The person's number; E.164. */
  to: string | null;
  channel: string | null;
  /** Of the acknowledgement. */
  language: string | null;
  /** The text of the acknowledgement to send; null where none is owed. */
  message: string | null;
  email?: string;
  /** It was recorded before: `message` may have been sent then. */
  known?: true;
  /** Of an opt-in: what bars the number all the same. */
  still_barred?: { event: string; channel: Channel; requested_at: string }[];
}

/** What became of a whole message. */
export interface MessageAnswer extends RecordedAnswer {
  /** Why it could not be read, in words for a person: it waits in the review. */
  error: string | null;
  /** What else it asked for. */
  also?: RecordedAnswer[];
}

/** `reviews`: where a person finds what could not be read. */
export function messageAnswer({ answers, fault }: AnsweredLine, reviews: string, sentences: Sentences): MessageAnswer {
  const [first, ...others] = answers;
  const error =
    fault === undefined
      ? null
      : sayError(new ScrubError(ExitCode.phoneList, "unreadableMessage", [fault, reviews]), sentences).what;
  const also = others.map(recordedAnswer);
  return { ...recordedAnswer(first), error, ...(also.length === 0 ? {} : { also }) };
}

export function recordedAnswer(answer: Answer): RecordedAnswer {
  const { event, action, to, channel, language, message, email, known, stillBarred } = answer;
  return {
    event,
    action,
    to,
    channel,
    language,
    message,
    ...(email === undefined ? {} : { email }),
    ...(known === undefined ? {} : { known }),
    ...(stillBarred === undefined ? {} : { still_barred: stillBarred.map(asStanding) }),
  };
}

function asStanding({ channel, event }: NonNullable<Answer["stillBarred"]>[number]) {
  return { event: event.event, channel, requested_at: event.requestedAt };
}
