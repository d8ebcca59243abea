// The types of what the registry's commands say; a text missing in a language does not compile.

import type { ImportKind, ImportRole } from "../headers/import-columns.js";
import type { WaitingKind } from "../registry/due.js";
import type { LedgerAction } from "../registry/ledger-event.js";
import type { MessageFault } from "../registry/understanding.js";
import type { Sentence } from "./sentence.js";

export interface RegistryErrors {
  noRegistry(nearest: string | undefined): Sentence;
  nearRegistry(near: string, registry: string): Sentence;
  registryGone(): Sentence;
  /** Events that it held before are no longer there. */
  registryShrank(): Sentence;
  /** Of a program that goes on after it closed it. */
  registryClosed(): Sentence;
  /** It is to be begun, and is missing or empty, but its review stands. */
  registryLost(review: string): Sentence;
  /** The followed input is not UTF-8. */
  notUtf8(): Sentence;
  notLedger(): Sentence;
  badLedgerLine(): Sentence;
  noImportColumn(role: ImportRole): Sentence;
  /** `naming`: lines that name other people's numbers. */
  needsReview(records: number, naming: number): Sentence;
  notReviews(): Sentence;
  /** A registry in the place of what is imported, or of the reviews. */
  registryGiven(as: "import" | "reviews"): Sentence;
  /** An option about columns, of which messages have none. */
  notForMessages(option: string): Sentence;
  unknownMessages(): Sentence;
  /** A line that is followed can't be read; it stands in the reviews. */
  unreadableMessage(fault: MessageFault, review: string): Sentence;
  decisionWithoutNumber(): Sentence;
  /** `most`: as many numbers as a range may have. */
  rangeDecision(most: number): Sentence;
  notAcknowledgements(): Sentence;
  /** `expected`: what should stand there. */
  badTemplate(expected: string): Sentence;
  missingOption(option: string, help: string): Sentence;
  /** `position`: which of the numbers typed, from 1. */
  badNumber(position: number): Sentence;
  noRegistryNumber(): Sentence;
  /** `position`: which of the ids typed, from 1. */
  noEventTyped(): Sentence;
  noEventNamed(position: number): Sentence;
  numberInReason(): Sentence;
  severalEventsNamed(position: number, events: number): Sentence;
  /** Of merged registries. */
  otherEventOfThatId(): Sentence;
  voidOfVoid(position: number): Sentence;
  /** Of a message that barred until it was decided. */
  voidOfDecision(position: number): Sentence;
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
  /** What is no message of anybody: receipts and the like. */
  skipped: string;
  reviews: string;
  /** About one's data, or complaints. */
  requests: string;
  named: string;
  knownReviews: string;
  left: string;
  /** Rows of reviews whose decision is no word that we know. */
  unknownDecisions(file: string, rows: number, firstLine: number): string;
  optInsOfNoChannel(file: string, rows: number, firstLine: number, channels: readonly string[]): string;
  released: string;
  /** `unknown`: words that may be shown; `hidden`: rows with other ones. */
  unknownResults(rows: number, unknown: readonly { word: string; rows: number }[], hidden: number): string;
  torn(file: string, line: number): string;
  undated(count: number): string;
  /** What comes in is held, for a quoted cell that begins in this line is still open. */
  heldCell(line: number): string;
  datesContradict: string;
  /** Numbers with an opt-in that are opted out nevertheless. */
  stillBarred(numbers: number): string;
  /** Numbers of which an event was taken back or came from another registry, and that are opted out by another one. */
  barredByOthers(numbers: number): string;
  /** `since`: "" where it is undated. */
  barredBy(shown: string, channel: string, since: string, event: string): string;
  barredByReview(shown: string, channel: string, event: string): string;
  moreBarred(more: number): string;
  /** Before the commands that record the opt-ins that are missing; `after`: what they come too early for now, or "". */
  toLift(after: string): string;
  /** No opt-in lifts an opt-out without a date. */
  toDate: string;
  /** Before the commands that take these events back. */
  toTakeBack: string;
  acknowledgements(file: string, count: number): string;
  lacksEmail(file: string): string;
  /** `column`: looks like one that says what was asked for; undefined where none does. */
  allAssumed(column: string | undefined): string;
  /** What a person does with the reviews. */
  toReview(file: string): string;
  // void
  /** Other people's numbers in a reason that was typed. */
  takenBack: string;
  takenBackBefore: string;
  // merge
  /** Events that are neither opt-outs nor opt-ins, and take nothing back. */
  otherEvents: string;
  /** A killed run left a line of another registry unfinished. */
  tornThere(file: string, line: number): string;
  /** Events of which the other registry has erased what this one says. */
  erasedThere(events: number): string;
  // erase
  erasedNumbers: string;
  erasedEvents: string;
  /** Events of which something was taken out; rows of reviews. */
  emptied: string;
  emptiedReviews: string;
  /** Events for other people whom what was removed named. */
  barredBeside: string;
  /** Numbers of which the registry has no event. */
  notInRegistry(numbers: number): string;
  /** What is left elsewhere of a person, and what the reviews may hold. */
  erasedElsewhere: string;
  eraseInReviews: string;
  // export
  exported(count: number): string;
  hashWarning: string;
  /** The key has a mark, a line end or a space at its ends. */
  oddKey(file: string): string;
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
  isTakenBack(action: string): string;
  actions: Record<LedgerAction, string>;
  /** The sources that an event has where nobody named another. */
  sources: Record<ImportKind | "manual", string>;
  noEvents(number: string): string;
  /** There are events, and none of them counts. */
  nothingStands: string;
  /** What stands; `since`: empty where undated. */
  stands(action: string, channel: string, since: string): string;
  // status
  events: string;
  byAction: string;
  byChannel: string;
  bySource: string;
  barred: string;
  newest: string;
  unseen(age: number): string;
  unseenEvents(events: readonly string[]): string;
  otherReport(file: string): string;
  // requests that wait for an answer
  waiting(count: number, workingDays: number): string;
  kind: string;
  asked: string;
  due: string;
  leftTitle: string;
  kinds: Record<WaitingKind, string>;
  /** Working days, 0 on the last one; of an overdue one how many have passed since. */
  leftDays(days: number): string;
  overdueBy(days: number): string;
  undatedRequest: string;
  moreWaiting(count: number): string;
  overdue(count: number): string;
  withoutReviews: string;
}
