// Reads the cell that says when an entry of a suppression list ends. The entry counts through that day.

import { foldWords } from "../headers/folding.js";
import { type DayOrder, parseMoment } from "../time/dates.js";
import { DAY, dayNumber, LAST_INSTANT, type TimeZone } from "../time/time-zone.js";

/** Matches words for no end. */
const ENDLESS =
  /^(?:nunca|never|no|none|ningun[oa]|n a|na|null|indefinid[oa]|permanente?|sin (?:vencimiento|fin|fecha)|0+(?: 0+)*)?$/;
/** An earlier day is no expiry. */
const NO_EXPIRY_BEFORE = dayNumber(2000, 1, 1)!;

/** Returns the instant from which the entry is absent; undefined if the cell names no end. */
export function readExpiry(text: string, order: DayOrder, zone: TimeZone): number | "unreadable" | undefined {
  if (text.trim() === "" || ENDLESS.test(foldWords(text))) return undefined;
  const moment = parseMoment(text, "", order, zone);
  if (moment === undefined || moment.last < NO_EXPIRY_BEFORE * DAY - zone) return "unreadable";
  // Programs write a day as midnight in UTC, which is the evening before here.
  const isUtcDay = !moment.bareDay && moment.last % DAY === 0;
  const lastDay = Math.floor(((isUtcDay ? moment.last + DAY - 1 : moment.last) + zone) / DAY);
  return Math.min((lastDay + 1) * DAY - zone, LAST_INSTANT);
}
