// The type of what the registry's commands say; like sentences.ts, a text missing in one language does not compile.

import type { ImportRole } from "../headers/import-columns.js";
import type { Sentence } from "./sentences.js";

export interface RegistryErrors {
  noRegistry(): Sentence;
  notLedger(): Sentence;
  badLedgerLine(): Sentence;
  noImportColumn(role: ImportRole): Sentence;
  needsReview(records: number): Sentence;
  notReviews(): Sentence;
  decisionWithoutNumber(): Sentence;
  notAcknowledgements(): Sentence;
  /** `expected`: what should stand there. */
  badTemplate(expected: string): Sentence;
  /** `septets`: undefined where a character is not in GSM-7. */
  longTemplate(name: string, septets: number | undefined, most: number): Sentence;
  missingOption(option: string, help: string): Sentence;
  /** `position`: which of the numbers typed, from 1. */
  badNumber(position: number): Sentence;
  noRegistryNumber(): Sentence;
  excessWord(help: string): Sentence;
  unknownEvent(): Sentence;
  unknownWord(typed: string | undefined, nearest: string | undefined): Sentence;
}

export interface RegistrySentences {
  // import and add
  read: string;
  optOuts: string;
  optIns: string;
  settled: string;
  known: string;
  help: string;
  other: string;
  outbound: string;
  reviews: string;
  knownReviews: string;
  left: string;
  created(file: string): string;
  torn(file: string, line: number): string;
  undated(count: number): string;
  datesContradict: string;
  acknowledgements(file: string, count: number): string;
  /** What a person does with the reviews. */
  toReview(file: string): string;
  // export
  exported(count: number): string;
  hashWarning: string;
  // history
  event: string;
  requested: string;
  recorded: string;
  action: string;
  channel: string;
  source: string;
  reason: string;
  evidence: string;
  undatedCell: string;
  actions: Record<"opt-out" | "opt-in" | "review" | "settled", string>;
  noEvents(number: string): string;
  /** What stands; `since`: empty where undated. */
  stands(action: string, channel: string, since: string): string;
  // status
  events: string;
  byAction: string;
  byChannel: string;
  bySource: string;
  barred: string;
  newest: string;
  slowest: string;
  /** Milliseconds. */
  took(age: number, event: string): string;
  unseen(age: number): string;
  unseenEvents(events: readonly string[]): string;
  otherReport(file: string): string;
}
