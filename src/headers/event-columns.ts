// Finds, by name, the columns of a suppression list that say when, for which channel and what somebody asked. Their
// cells are read by suppression/event-reader.ts.

import { dateRank, isOfEdit, isTimeOfDay, namesOptOut } from "./date-names.js";
import { nameWords } from "./event-words.js";
import { columnsNamed, NAMES } from "./names.js";
import { meaningOf } from "./phone-names.js";

/** Matches due dates of other things, unless the name also mentions the opt-out. */
const DUE = /\b(?:vence|vencimiento|vigencia)\b|^(?:hasta|valido hasta|expira el)$/;
/** Columns of Vonage's delivery receipts. */
const RECEIPT = ["err code", "msisdn"];
/** Columns of an svscrub registry besides `phone`, in any order. */
const LEDGER = ["event", "action", "requested at", "recorded at"];
const hasAll = (folded: readonly string[], names: readonly string[]) => names.every((name) => folded.includes(name));

export function isReceipt(header: readonly string[]): boolean {
  return hasAll(header.map(nameWords), RECEIPT);
}

/** 0-based columns; undefined or empty where the list has none. */
export type EventColumns = Readonly<ReturnType<typeof findEventColumns>>;

/** Finds the columns by their names alone. Cells prove nothing, because neighbouring ones may be swapped. */
export function findEventColumns(header: readonly string[] | undefined) {
  const folded = (header ?? []).map(nameWords);
  const ranks = folded.map(dateRank);
  const ofRank = (wanted: number) => ranks.flatMap((rank, column) => (rank === wanted ? [column] : []));
  const known = [0, 1, 2].map(ofRank).filter((columns) => columns.length > 0);
  const isRegistry = hasAll(folded, LEDGER);
  // In a registry the first date is the event's. In other lists any date may be.
  const dates: readonly number[] = isRegistry ? known[0]! : known.flat();
  const isTime = folded.map(isTimeOfDay);
  const times = [...folded.keys()].filter((at) => isTime[at] && (dates.length === 1 || Math.abs(at - dates[0]!) === 1));
  const errorCodes = columnsNamed(header, "errorCode");
  const expires: readonly number[] = folded.flatMap((name, column) => (isExpiry(name) ? [column] : []));
  return {
    channels: columnsNamed(header, "channel"),
    actions: columnsNamed(header, "action"),
    subscribed: columnsNamed(header, "subscribed"),
    dates,
    /** All dates are of a record's last edit: the event may have been long before. */
    areOfEdits: dates.length > 0 && dates.every((column) => isOfEdit(folded[column]!)),
    optOutDates: dates.filter((column) => namesOptOut(folded[column]!)),
    /** The time of day of the first date; undefined if it may belong to another date. */
    time: known[0]?.length === 1 && times.length === 1 ? times[0] : undefined,
    expires,
    errorCode: hasAll(folded, RECEIPT) && errorCodes.length === 1 ? errorCodes[0] : undefined,
    dueDates: folded.flatMap((name, column) => (DUE.test(name) && !expires.includes(column) ? [column] : [])),
    kind: isRegistry ? ("registry" as const) : ("plain" as const),
    recorded: isRegistry ? folded.indexOf("recorded at") : undefined,
  };
}

/** Whether a name is of the end of an opt-out: `vence_baja`. `vence` alone may be of anything. */
function isExpiry(name: string): boolean {
  return NAMES.expires.has(name) || (DUE.test(name) && namesOptOut(name));
}

export function findNoteColumns(header: readonly string[] = []): Record<"reason" | "source", readonly number[]> {
  return { reason: columnsNamed(header, "reason"), source: columnsNamed(header, "source") };
}

/** Returns the phone column of an svscrub registry, whose `sender` is the company; else undefined. */
export function ledgerPhones(header: readonly string[]): readonly number[] | undefined {
  const folded = header.map(nameWords);
  const phone = folded.indexOf("phone");
  return phone >= 0 && hasAll(folded, LEDGER) ? [phone] : undefined;
}

/** Whether a column of this name holds ids, dates, amounts or digests, whose bare digits are no phone. */
export function namesOtherNumber(name: string): boolean {
  const meaning = meaningOf(name);
  if (meaning === "other" || meaning === "hash") return true;
  const folded = nameWords(name);
  const isMoment = dateRank(folded) !== undefined || isTimeOfDay(folded);
  return isMoment || DUE.test(folded) || NAMES.expires.has(folded) || NAMES.errorCode.has(folded);
}

/** Returns the columns whose cells are read: ascending, each once. */
export function columnsOf(columns: EventColumns): number[] {
  const { channels, actions, subscribed, dates, time, expires, errorCode, recorded } = columns;
  const wanted = [...channels, ...actions, ...subscribed, ...dates, ...expires, time, errorCode, recorded];
  return [...new Set(wanted.filter((column) => column !== undefined))].sort((a, b) => a - b);
}
