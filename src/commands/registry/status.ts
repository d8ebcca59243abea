// svscrub registry status: shows counts, the newest event, and the requests that wait for an answer.

import { ExitCode } from "../../errors.js";
import { sayable } from "../../phone/format.js";
import { type RegistryStatus, readStatus } from "../../registry/book.js";
import type { DueStatus, Waiting } from "../../registry/due.js";
import { dueStatus } from "../../registry/due.js";
import { openReviews } from "../../registry/reviewed.js";
import { sayWarning } from "../../text/language.js";
import { describeDay } from "../../time/time-zone.js";
import { commandOf, refuseWithout, type TypedOf } from "../arguments.js";
import { type HolidaysFile, openHolidays } from "../calendar.js";
import type { Host } from "../command.js";
import { folded, layOut, warn } from "../screen.js";
import { refuseMissing, warnOfTorn, wordFor } from "./shared.js";

/** The most waiting requests that are shown, besides those overdue. */
const MOST_WAITING = 10;

type StatusArguments = TypedOf<"registry status">;

export const statusCommand = commandOf("registry status", status, (typed, program) => {
  if (typed.due === undefined) refuseWithout("--due", ["--review", "--holidays"], program);
  return typed;
});

async function status(typed: StatusArguments, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  const now = new Date();
  const found = readStatus(typed.registry, now);
  const due = typed.due === undefined ? undefined : await readDue(typed, typed.due, now);
  if (typed.json) host.stdout(asJson(found, due));
  else host.stdout(folded(asTable(found, host) + (due === undefined ? "" : dueTable(due, host)), host.tableWidth));
  warnOfTorn(typed.registry, found.tornLine, host);
  if (due === undefined) return ExitCode.done;
  if (typed.review === undefined) warn(words.withoutReviews, host);
  if (due.uncovered.length > 0)
    warn(sayWarning({ code: "holidays-unknown", values: [due.uncovered] }, host.sentences), host);
  if (due.overdue === 0) return ExitCode.done;
  warn(words.overdue(due.overdue), host);
  return ExitCode.no;
}

interface Due extends DueStatus {
  days: number;
  holidays: HolidaysFile | undefined;
  overdue: number;
}

async function readDue({ registry, review, holidays: typed }: StatusArguments, days: number, now: Date): Promise<Due> {
  const holidays = openHolidays(typed);
  if (review !== undefined) refuseMissing(review, "reviews");
  const reviews = review === undefined ? [] : (await openReviews(review)).events;
  const due = dueStatus(registry, reviews, { days, holidays, now });
  return { ...due, days, holidays, overdue: due.waiting.filter(({ isOverdue }) => isOverdue).length };
}

function asTable({ book, byAction, byChannel, bySource, newest }: RegistryStatus, host: Host): string {
  const { registry: words, contacts, number } = host.sentences;
  // A name that a person gave is shown as it is.
  const counted = (counts: ReadonlyMap<string, number>, names: Readonly<Record<string, string>>) =>
    [...counts].map(([name, count]) => `${wordFor(name, names)} ${number(count)}`).join(", ");
  const rows = [
    [words.events, number(book.count)],
    [words.byAction, counted(byAction, words.actions)],
    [words.byChannel, counted(byChannel, contacts.channels)],
    [words.bySource, counted(bySource, words.sources)],
    [words.barred, number(book.countSuppressed())],
    [words.newest, newest === undefined ? "" : `${sayable(newest.recordedAt)} (${sayable(newest.event)})`],
  ].filter(([, value]) => value !== "");
  return `${layOut(rows, ["left", "left"]).join("\n")}\n`;
}

/** Returns a table of all overdue requests, and of the first others. */
function dueTable({ waiting, days, overdue }: Due, host: Host): string {
  const { registry: words } = host.sentences;
  const shown = waiting.slice(0, overdue + MOST_WAITING);
  const dayOf = (day: number | undefined) => (day === undefined ? "" : describeDay(day));
  const leftOf = ({ left, isOverdue }: Waiting) =>
    left === undefined ? words.undatedRequest : isOverdue ? words.overdueBy(-left) : words.leftDays(left);
  const rows = shown.map((it) => [sayable(it.event), words.kinds[it.kind], dayOf(it.asked), dayOf(it.due), leftOf(it)]);
  const header = ["", words.kind, words.asked, words.due, words.leftTitle];
  const table = shown.length === 0 ? [] : layOut([header, ...rows], ["left", "left", "left", "left", "left"]);
  const more = waiting.length - shown.length;
  return [
    "",
    words.waiting(waiting.length, days),
    ...table,
    ...(more > 0 ? [`  ${words.moreWaiting(more)}`] : []),
    "",
  ].join("\n");
}

function asJson({ book, byAction, byChannel, bySource, newest }: RegistryStatus, due: Due | undefined): string {
  const shown = {
    schema_version: 1,
    events: book.count,
    by_action: Object.fromEntries(byAction),
    by_channel: Object.fromEntries(byChannel),
    by_source: Object.fromEntries(bySource),
    barred: book.countSuppressed(),
    newest: newest === undefined ? null : { event: sayable(newest.event), recorded_at: sayable(newest.recordedAt) },
    due: due === undefined ? null : dueJson(due),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function dueJson({ waiting, days, holidays, uncovered, overdue }: Due) {
  return {
    working_days: days,
    holidays: holidays === undefined ? null : { path: holidays.path, sha256: holidays.sha256 },
    holidays_unknown: uncovered,
    waiting: waiting.length,
    overdue,
    requests: waiting.map(({ event, kind, asked, isDated, due: day, left, isOverdue }) => ({
      event: sayable(event),
      kind,
      asked: asked === undefined ? null : describeDay(asked),
      counted_from: isDated ? "request" : asked === undefined ? null : "record",
      due: day === undefined ? null : describeDay(day),
      working_days_left: left ?? null,
      overdue: isOverdue,
    })),
  };
}
