// When the entry of a suppression list ends, by what its cell can mean: it counts through that day. Which columns say so,
// headers/event-columns.ts knows.

import type { RecordView } from "../csv/scanner.js";
import { foldWords } from "../headers/event-words.js";
import type { CellMemo } from "../lists/cell-memo.js";
import { absentFrom, type DayOrder, parseMoment } from "../time/dates.js";
import { DAY, dayNumber, type TimeZone } from "../time/time-zone.js";

/** The instants from which an entry is absent, by the last and by the first day that its cell can mean. */
export interface Expiry {
  until: number;
  earliest: number;
}

/** Words for no end. */
const ENDLESS =
  /^(?:nunca|never|no|none|ningun[oa]|n a|na|null|indefinid[oa]|permanente?|sin (?:vencimiento|fin|fecha)|0+(?: 0+)*)?$/;
/** No entry had expired before these lists were made: whoever wrote such a day meant none. */
const NO_EXPIRY_BEFORE = dayNumber(2000, 1, 1)!;

/** Returns undefined where the cell says that there is no end. */
export function readExpiry(text: string, order: DayOrder, zone: TimeZone): Expiry | "unreadable" | undefined {
  if (text.trim() === "" || ENDLESS.test(foldWords(text))) return undefined;
  const moment = parseMoment(text, "", order, zone);
  if (moment === undefined || moment.last < NO_EXPIRY_BEFORE * DAY - zone) return "unreadable";
  const until = (last: number) => absentFrom(last, zone);
  // A day that a program wrote as UTC's midnight is the evening before here.
  const isUtcDay = !moment.bareDay && moment.last % DAY === 0;
  return {
    until: until(isUtcDay ? moment.last + DAY - 1 : moment.last),
    earliest: until(moment.first),
  };
}

/** The first instant at which a record may be absent, by any of these columns and any reading; 0 for never. */
export function earliestOf(columns: readonly CellMemo<ReturnType<typeof readExpiry>>[], record: RecordView): number {
  let earliest = 0;
  for (const column of columns) {
    const expiry = column.of(record);
    if (expiry === undefined || expiry === "unreadable") continue;
    earliest = earliest === 0 ? expiry.earliest : Math.min(earliest, expiry.earliest);
  }
  return earliest;
}
