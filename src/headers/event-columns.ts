// Finds, by name, the columns of a suppression list that say when, for which channel and what somebody asked, and those of a
// contact log that say when and how a contact was made. suppression/event-sources.ts and audit/contact-reader.ts read them.

import { contactDate, dateRank, isOfEdit, isTimeOfDay, namesMoment, namesOptOut } from "./date-names.js";
import { nameWords } from "./folding.js";
import { columnsNamed, columnsWhere, isFile, NAMES, type Role } from "./names.js";
import { meaningOf } from "./phone-names.js";

/** Matches due dates of other things, unless the name also mentions the opt-out. */
const DUE = /\b(?:vence|vencimiento|vigencia)\b|^(?:hasta|valido hasta|expira el)$/;

/** 0-based columns; undefined or empty where the list has none. */
export type EventColumns = Readonly<ReturnType<typeof findEventColumns>>;

/** Finds the columns by their names alone. Cells prove nothing, because neighbouring ones may be swapped. */
export function findEventColumns(header: readonly string[] | undefined) {
  const folded = (header ?? []).map(nameWords);
  const known = [0, 1, 2]
    .map((rank) => columnsWhere(folded, (name) => dateRank(name) === rank))
    .filter(({ length }) => length > 0);
  const isRegistry = isFile("registry", header);
  // In a registry the first date is the event's. In other lists any date may be.
  const dates: readonly number[] = isRegistry ? known[0]! : known.flat();
  const isNear = (column: number) => dates.length === 1 || Math.abs(column - dates[0]!) === 1;
  const times = columnsWhere(folded, (name, column) => isTimeOfDay(name) && isNear(column));
  const errorCodes = columnsNamed(folded, "errorCode");
  return {
    channels: columnsNamed(folded, "channel"),
    actions: columnsNamed(folded, "action", "optOutType"),
    subscribed: columnsNamed(folded, "subscribed"),
    dates,
    /** All dates are of a record's last edit: the event may have been long before. */
    areOfEdits: dates.length > 0 && dates.every((column) => isOfEdit(folded[column]!)),
    optOutDates: dates.filter((column) => namesOptOut(folded[column]!)),
    /** The time of day of the first date; undefined if it may belong to another date. */
    time: known[0]?.length === 1 && times.length === 1 ? times[0] : undefined,
    expires: columnsWhere(folded, isExpiry),
    errorCode: isFile("receipt", header) && errorCodes.length === 1 ? errorCodes[0] : undefined,
    dueDates: columnsWhere(folded, (name) => DUE.test(name) && !isExpiry(name)),
    kind: isRegistry ? ("registry" as const) : ("plain" as const),
    recorded: isRegistry ? folded.indexOf("recorded at") : undefined,
  };
}

/** Whether a name is of the end of an opt-out: `vence_baja`. `vence` alone may be of anything. */
function isExpiry(name: string): boolean {
  return NAMES.expires.has(name) || (DUE.test(name) && namesOptOut(name));
}

/** Whether a column of this name holds ids, dates, amounts or digests, whose bare digits are no phone. */
export function namesOtherNumber(name: string): boolean {
  if (["other", "hash"].includes(meaningOf(name))) return true;
  const folded = nameWords(name);
  return namesMoment(folded) || DUE.test(folded) || NAMES.expires.has(folded) || NAMES.errorCode.has(folded);
}

/** Returns the columns whose cells are read: ascending, each once. */
export function columnsOf(columns: EventColumns): number[] {
  const { channels, actions, subscribed, dates, time, expires, errorCode, recorded } = columns;
  const wanted = [...channels, ...actions, ...subscribed, ...dates, ...expires, time, errorCode, recorded];
  return [...new Set(wanted.filter((column) => column !== undefined))].sort((a, b) => a - b);
}

/**
 * Returns the columns of a contact log, of which the cells of possible ones must decide; without a header all are possible.
 * `columns`: those that hold no phones. `recorded`: dates of when a contact or a person was written down.
 */
export function findContactColumns(header: readonly string[] | undefined, columns: readonly number[]) {
  const among = (found: readonly number[]) => found.filter((column) => columns.includes(column));
  const named = (...roles: readonly Role[]) => among(columnsNamed(header, ...roles));
  const dated = (...how: ReturnType<typeof contactDate>[]) =>
    how.flatMap((one) => among(columnsWhere(header, (name) => contactDate(name) === one)));
  return {
    dates: dated("contact", "any"),
    possibleDates: dated("perhaps", "time"),
    recorded: dated("recorded"),
    never: dated("never"),
    times: dated("time"),
    channels: named("channel", "channelOfSending"),
    possibleChannels: header === undefined ? columns : named("contactType", "perhapsChannel"),
    directions: named("direction"),
    possibleDirections: header === undefined ? columns : named("contactType", "perhapsDirection"),
  };
}
