// Answers "may I contact this number?": reads it as a cell of a phone list, and returns everything that decided.

import type { ScrubError } from "../errors.js";
import type { CellReading, NumberType } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import type { LiveLists } from "../suppression/live.js";
import type { Notes } from "../suppression/notes.js";
import { sayError } from "../text/language.js";
import type { CommonSentences } from "../text/sentences.js";
import { describeInstant, type TimeZone } from "../time/time-zone.js";
import { type Disposition, decide, type Lookup, type Policy, type Reason } from "./rules.js";

export interface NumberReading {
  /** Its certain numbers, in E.164. */
  reads_as: { number: string; type: NumberType | "foreign" }[];
  could_mean: string[];
}

/** Times are in El Salvador's zone, or the one that was asked for. */
export interface NumberAnswer extends NumberReading {
  typed: string;
  may_contact: boolean;
  /** The first number that may be contacted, else the first certain one; E.164. */
  number: string | null;
  type: NumberType | "foreign" | null;
  disposition: Disposition;
  /** `list-not-trusted`: nobody may be contacted now, whatever the lists say. */
  reason: Reason | "list-not-trusted" | null;
  /** An entry for every opted-out number and every list that holds it. */
  opted_out: {
    number: string;
    list: string;
    /** The record's number, from 1 after the header. */
    record: number;
    since: string | null;
    /** The list's own reason and source. */
    reason: string | null;
    source: string | null;
  }[];
  not_trusted?: ListDoubt;
}

/** Why a list can't be trusted. `code` is stable, `message` is for people. */
export interface ListDoubt {
  code: string;
  file: string | null;
  message: string;
}

export interface AnswerTerms {
  index: LiveLists["index"];
  /** The lists in the order of the index. */
  lists: readonly { name: string }[];
  policy: Policy;
  zone: TimeZone;
  /** The lists' reasons and sources; undefined if they were not kept. */
  notes?: Pick<Notes, "of"> | undefined;
}

/** Decides on a number as typed. `doubt`: why nobody may be contacted now. */
export function answerNumber(
  typed: string,
  { index, lists, policy, zone, notes }: AnswerTerms,
  doubt?: ListDoubt,
): NumberAnswer {
  const reading = readCell(typed);
  const lookup: Lookup = { stateOf: (e164) => (index.has(e164) ? "suppressed" : "free") };
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

export function describeDoubt(doubt: ScrubError, sentences: CommonSentences): ListDoubt {
  const { file, sheet, line } = doubt.place;
  const place = file === undefined ? "" : `${sentences.place(file, line, sheet)}: `;
  return { code: doubt.sentence, file: file ?? null, message: place + sayError(doubt, sentences).what };
}
