// Recognises logs of calls and messages. They are no suppression lists: most people in them were only contacted.

import { ExitCode, ScrubError } from "../errors.js";
import { foldWords } from "../headers/folding.js";
import { actionsOf } from "../headers/import-columns.js";
import { columnNamed, isFile } from "../headers/names.js";
import { codeOf, isSureCode, type Outcome, outcomeOf } from "../lexicon/outcomes.js";
import type { SuppressionList } from "./open-list.js";

/** The kind of a log, as `registry import --kind` names it. */
export type LogKind = "call" | "sms";

/** Matches answers to a question, in a column that may be named as one of messages: `Mensajes`. */
const ANSWER = /^(?:x+|s[ií]?|yes|y|no?|[01]|true|false|t|f)$/i;

/** Refuses a log (exit 4). The requests in it belong in a registry. */
export function refuseLog(list: SuppressionList): void {
  const kind = logKind(list);
  const { path: file } = list.file;
  if (kind !== undefined) throw new ScrubError(ExitCode.suppressionList, "listIsLog", [file, kind], { file });
}

/** Returns the kind of a log; undefined for a list. Receipts and registries are lists. */
function logKind({ header, columns: phones, sample, more }: SuppressionList): LogKind | undefined {
  const { kind, errorCode } = more.columns;
  if (header === undefined || kind === "registry" || errorCode !== undefined) return undefined;
  const filled = (column: number) => sample.flatMap((row) => row[column]?.trim() || []);
  const results = actionsOf("call", header, phones).map(filled);
  const isCode = (cells: readonly string[]) => {
    const areCodes = isFile("dialer", header) || cells.some(isSureCode);
    return (cell: string) => areCodes && codeOf(cell) === "code";
  };
  const calls = results.flatMap((cells) => [...cells.filter(isOf("outcome")), ...cells.filter(isCode(cells))]);
  const states = results.flatMap((cells) => cells.filter(isOf("delivery")));
  if (2 * (calls.length + states.length) > results.flat().length) return states.length > calls.length ? "sms" : "call";
  const message = columnNamed(header, "message", phones);
  return message !== undefined && filled(message).some((cell) => !ANSWER.test(cell)) ? "sms" : undefined;
}

const isOf = (outcome: Outcome) => (cell: string) => outcomeOf(foldWords(cell)) === outcome;
