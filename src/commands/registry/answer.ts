// What became of a message, as an object: a line of `import --follow --json`, and what the library answers.

import { ExitCode, ScrubError } from "../../errors.js";
import type { AnsweredLine, RecordedAnswer } from "../../registry/follow.js";
import { sayError } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";

/** What became of a whole message. */
export interface MessageAnswer extends RecordedAnswer {
  /** Why it could not be read, in words for a person: it waits in the review. */
  error: string | null;
  /** What else it asked for. */
  also?: RecordedAnswer[];
}

/** `reviews`: where a person finds what could not be read. */
export function messageAnswer({ answers, fault }: AnsweredLine, reviews: string, sentences: Sentences): MessageAnswer {
  const [first, ...also] = answers;
  const error =
    fault === undefined
      ? null
      : sayError(new ScrubError(ExitCode.phoneList, "unreadableMessage", [fault, reviews]), sentences).what;
  return { ...first, error, ...(also.length === 0 ? {} : { also }) };
}
