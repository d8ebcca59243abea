// Formats the answer of svscrub check for people.

import type { NumberAnswer } from "../../scrub/answer.js";
import { isTelling } from "../../scrub/rules.js";
import type { Sentences } from "../../text/sentences.js";
import { layOut } from "../screen.js";

/** The most readings of a cell that are shown; a range may have a hundred. */
const MOST_SHOWN = 8;

/** Returns a line with the answer, then its reasons. */
export function describeAnswer(answer: NumberAnswer, sentences: Sentences): string {
  const { check: words } = sentences;
  const { number, reads_as, could_mean, opted_out } = answer;
  const read = reads_as.map((it) => it.number);
  const rows: [string, string][] = [
    [words.typed, printable(answer.typed)],
    [words.readsAs, shown(read, sentences) || words.nothing],
  ];
  if (could_mean.length > 0) rows.push([words.couldMean, shown(could_mean, sentences)]);
  for (const optOut of opted_out) {
    const of = number === optOut.number ? "" : `${optOut.number}: `;
    rows.push([words.optedOut, of + words.holding(optOut.list, optOut.record, optOut.since ?? "")]);
    if (optOut.reason !== null) rows.push([words.listReason, printable(optOut.reason)]);
    if (optOut.source !== null) rows.push([words.listSource, printable(optOut.source)]);
  }
  return `${answerLine(answer, sentences)}\n${layOut(rows, ["left", "left"]).join("\n")}\n`;
}

/** Returns the number, its type, whether it may be contacted, and why not. */
export function answerLine(
  { number, type, may_contact, disposition, reason, not_trusted }: NumberAnswer,
  { check: words, summary }: Sentences,
): string {
  const subject = number === null || type === null ? words.noNumber : `${number}  ${words.types[type]}`;
  if (may_contact) return `${subject}  ${words.may}`;
  const isDetailed = reason !== null && reason !== "list-not-trusted" && isTelling(reason);
  const detail = isDetailed ? ` (${summary.reason(reason, 1)})` : "";
  const because = disposition === "clean" || disposition === "duplicate" ? "" : words.because[disposition] + detail;
  const why = not_trusted === undefined ? because : words.notTrusted(not_trusted.message);
  return `${subject}  ${words.mayNot}: ${why}`;
}

function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "");
}

function shown(numbers: readonly string[], { check: words }: Sentences): string {
  const first = numbers.slice(0, MOST_SHOWN).join(", ");
  return numbers.length > MOST_SHOWN ? `${first} ${words.andMore(numbers.length - MOST_SHOWN)}` : first;
}
