// The answer to "may I contact this number?": a number goes the way of a phone list's cell, and everything that decided is told.
// The command says it in words; a program gets it as it is.

import type { ScrubError } from "../errors.js";
import { readPhoneText } from "../lists/phone-cells.js";
import type { CellReading, NumberType } from "../phone/number.js";
import type { LiveLists } from "../suppression/live.js";
import type { Notes } from "../suppression/notes.js";
import { sayError } from "../text/language.js";
import type { CommonSentences } from "../text/sentences.js";
import { describeInstant, type TimeZone } from "../time/time-zone.js";
import { decide, type Lookup } from "./decide.js";
import type { Disposition, Reason } from "./disposition.js";
import type { Policy } from "./policy.js";

/** What a text says of numbers. */
export interface NumberReading {
  /** The numbers that it certainly is; E.164. */
  reads_as: { number: string; type: NumberType | "foreign" }[];
  /** Numbers that it could mean, which are looked up, too. */
  could_mean: string[];
}

/** What is known of one number; times are El Salvador's, or those of the zone that was asked for. */
export interface NumberAnswer extends NumberReading {
  /** The number as it was asked. */
  typed: string;
  may_contact: boolean;
  /** What the answer is about: the first number that may be contacted by itself, else the first that was read; E.164. */
  number: string | null;
  type: NumberType | "foreign" | null;
  disposition: Disposition;
  /** `list-not-trusted`: nobody may be contacted now, whatever the lists say. */
  reason: Reason | "list-not-trusted" | null;
  /** Every opted-out reading, and every list that holds it. */
  opted_out: {
    number: string;
    list: string;
    /** The record's number, from 1 after the header. */
    record: number;
    since: string | null;
    /** What the list says of why, and where it came from. */
    reason: string | null;
    source: string | null;
  }[];
  /** The list that can't be trusted, and why; only where there is one. */
  not_trusted?: ListDoubt;
}

/** Why a list can't be trusted. `code` is stable, `message` for a person. */
export interface ListDoubt {
  code: string;
  file: string | null;
  message: string;
}

/** What is looked up in, and how it is told. */
export interface AnswerTerms {
  index: LiveLists;
  /** The lists, in the order in which the index counts them. */
  lists: readonly { name: string }[];
  policy: Policy;
  zone: TimeZone;
  /** What the lists say of why; undefined where it was not kept. */
  notes?: Pick<Notes, "of"> | undefined;
}

/** `doubt`: why nobody may be contacted now. */
export function answerNumber(
  typed: string,
  { index, lists, policy, zone, notes }: AnswerTerms,
  doubt?: ListDoubt,
): NumberAnswer {
  const reading = readPhoneText(typed);
  const lookup: Lookup = { isSuppressed: (e164) => index.has(e164), wasSeen: () => false, isWithheld: () => false };
  const { disposition, reason, primary, optedOut } = decide([reading], undefined, policy, lookup);
  const about = primary ?? reading.numbers[0];
  const answer: NumberAnswer = {
    typed,
    may_contact: disposition === "clean" && doubt === undefined,
    number: about?.e164 ?? null,
    type: about?.type ?? null,
    ...describeReading(reading),
    disposition,
    reason: reason ?? null,
    opted_out: [...new Set(optedOut)].flatMap((number) =>
      index.holdings(number).map(({ list, record, since }) => ({
        number,
        list: lists[list]!.name,
        record,
        since: since === 0 ? null : describeInstant(since, zone),
        reason: notes?.of(list, record)?.reason || null,
        source: notes?.of(list, record)?.source || null,
      })),
    ),
  };
  if (doubt === undefined) return answer;
  return { ...answer, disposition: "suppressed", reason: "list-not-trusted", not_trusted: doubt };
}

export function describeReading({ numbers, candidates }: CellReading): NumberReading {
  return { reads_as: numbers.map(({ e164, type }) => ({ number: e164, type })), could_mean: [...candidates] };
}

/** Why a list can't be trusted, in a language. */
export function describeDoubt(doubt: ScrubError, sentences: CommonSentences): ListDoubt {
  const { file, sheet, line } = doubt.place;
  const place = file === undefined ? "" : `${sentences.place(file, line, sheet)}: `;
  return { code: doubt.sentence, file: file ?? null, message: place + sayError(doubt, sentences).what };
}
