// What waits for an answer, and until which working day. The day of the request does not count, and in doubt the earlier day is
// taken.

import { VOID } from "../suppression/taken-back.js";
import { dueDay, type Holidays, workingDaysBetween } from "../time/holidays.js";
import { DAY, EL_SALVADOR, yearOf } from "../time/time-zone.js";
import { withoutTakenBack } from "./book.js";
import { columnReader, readLedger } from "./ledger.js";
import { isReview, type LedgerEvent, momentOf, REVIEWED } from "./ledger-event.js";
import { decisionsIn } from "./same-event.js";

/** Days are since 1970, in El Salvador. */
export interface Waiting {
  event: string;
  /** `request`: about one's data, or a complaint. `review`: perhaps one. */
  kind: "request" | "review";
  /** The day that counts as the request's; undefined if no date can be read. */
  asked: number | undefined;
  /** Whether the request itself has a date, and not only its record. */
  isDated: boolean;
  due: number | undefined;
  /** Working days after today until it is due; negative if they are over. */
  left: number | undefined;
  /** Whether it is overdue. True without a date. */
  isOverdue: boolean;
}

export interface DueTerms {
  /** Working days. */
  days: number;
  holidays: Holidays | undefined;
  now: Date;
}

export type DueStatus = ReturnType<typeof dueStatus>;

/** Returns what waits, undated requests first, and the years whose holidays are not known: there only weekends are free. */
export function dueStatus(file: string, reviews: readonly LedgerEvent[], terms: DueTerms) {
  const actions = columnReader("action", (action) => isReview({ action }) || action === VOID);
  const reasons = columnReader("reason", (text) => text.startsWith(REVIEWED));
  const registry = readLedger(file, (_key, line) => actions.of(line) || reasons.of(line));
  const events = withoutTakenBack(registry.events, terms.now.getTime() / 1000);
  const decided = decisionsIn(events);
  const open = events.filter((event) => isReview(event) && decided.of(event) === undefined);
  // What a review file says of an event is newer than what the registry does.
  const reviewed = new Set(reviews.map(({ event }) => event));
  const older = open.filter(({ event }) => !reviewed.has(event));
  const waiting = [...older, ...reviews].map((event) => waitingOf(event, terms));
  waiting.sort(
    (a, b) => (a.due ?? 0) - (b.due ?? 0) || (a.asked ?? 0) - (b.asked ?? 0) || (a.event < b.event ? -1 : 1),
  );
  const years = new Set(waiting.flatMap(({ asked, due }) => [asked ?? [], due ?? []].flat().map(yearOf)));
  const uncovered = [...years].filter((year) => terms.holidays?.years.has(year) === false);
  return { waiting, uncovered: uncovered.sort() };
}

function waitingOf(open: LedgerEvent, { days, holidays, now }: DueTerms): Waiting {
  const { event, action, requestedAt, recordedAt } = open;
  const kind = action === "request" ? action : "review";
  const requested = dayIn(requestedAt);
  // Nothing is recorded before it was asked: a later date is a slip.
  const known = [requested, dayIn(recordedAt)].filter((day) => day !== undefined);
  const isDated = requested !== undefined;
  if (known.length === 0)
    return { event, kind, asked: undefined, isDated, due: undefined, left: undefined, isOverdue: true };
  const asked = Math.min(...known);
  const due = dueDay(asked, days, holidays);
  const today = Math.floor((now.getTime() / 1000 + EL_SALVADOR) / DAY);
  return { event, kind, asked, isDated, due, left: workingDaysBetween(today, due, holidays), isOverdue: today > due };
}

/** Returns the earliest day that the cell can mean. */
function dayIn(cell: string): number | undefined {
  const moment = momentOf(cell);
  return moment && Math.floor((moment.first + EL_SALVADOR) / DAY);
}
