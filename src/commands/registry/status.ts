// svscrub registry status: counts, the newest event, and what waits for an answer.

import { ExitCode, ScrubError } from "../../errors.js";
import { kindOfPath } from "../../files/paths.js";
import { neighboursOf } from "../../files/system-errors.js";
import type { DueStatus, Waiting } from "../../registry/due.js";
import { dueStatus } from "../../registry/due.js";
import { sayable } from "../../registry/ledger-event.js";
import { openReviews } from "../../registry/reviewed.js";
import { type RegistryStatus, readStatus } from "../../registry/status.js";
import { sayWarning } from "../../text/language.js";
import { describeDay } from "../../time/time-zone.js";
import { commandOf, refuseWithout, type TypedOf } from "../arguments.js";
import { type HolidaysFile, openHolidays } from "../calendar.js";
import type { Host } from "../command.js";
import { folded, layOut, warn, watched } from "../screen.js";
import { warnOfTorn } from "./shared.js";

/** How many requests that wait and are not overdue are shown. */
const MOST_WAITING = 10;

type StatusArguments = TypedOf<"registry status">;

export const statusCommand = commandOf("registry status", status, (typed, program) => {
  if (typed.due === undefined) refuseWithout("--due", ["--review", "--holidays"], program);
  return typed;
});

async function status(typed: StatusArguments, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  const now = new Date();
  const found = await watched(typed.quiet || typed.json, host, async (show) => readStatus(typed.registry, now, show));
  const due = typed.due === undefined ? undefined : await readDue(typed, typed.due, now);
  if (typed.json) host.stdout(asJson(found, due));
  else host.stdout(folded(asTable(found, host) + (due === undefined ? "" : dueTable(due, host)), host.tableWidth));
  warnOfTorn(typed.registry, found.tornLine, host);
  if (due === undefined) return ExitCode.done;
  if (typed.review === undefined) warn(words.withoutReviews, host);
  if (due.uncovered.length > 0 && due.holidays !== undefined)
    warn(sayWarning({ code: "holidays-unknown", values: [due.uncovered] }, host.sentences), host);
  const overdue = due.waiting.filter(({ isOverdue }) => isOverdue).length;
  if (overdue === 0) return ExitCode.done;
  warn(words.overdue(overdue), host);
  return ExitCode.no;
}

interface Due extends DueStatus {
  days: number;
  holidays: HolidaysFile | undefined;
}

async function readDue({ registry, review, holidays: typed }: StatusArguments, days: number, now: Date): Promise<Due> {
  const holidays = openHolidays(typed);
  if (review !== undefined && kindOfPath(review) === "missing")
    throw new ScrubError(ExitCode.suppressionList, "notFound", ["reviews", neighboursOf(review)[0]], { file: review });
  const reviews = review === undefined ? [] : await openReviews(review);
  return { ...dueStatus(registry, reviews, { days, holidays, now }), days, holidays };
}

function asTable(found: RegistryStatus, host: Host): string {
  const { registry: words, contacts, number } = host.sentences;
  // What a person named is said as it was named.
  const counted = (counts: ReadonlyMap<string, number>, said: Readonly<Record<string, string>>) =>
    [...counts].map(([name, count]) => `${Object.hasOwn(said, name) ? said[name] : name} ${number(count)}`).join(", ");
  const { newest } = found;
  const rows = [
    [words.events, number(found.book.count)],
    [words.byAction, counted(found.byAction, words.actions)],
    [words.byChannel, counted(found.byChannel, contacts.channels)],
    [words.bySource, counted(found.bySource, words.sources)],
    [words.barred, number(found.book.countBarred())],
    [words.newest, newest === undefined ? "" : `${sayable(newest.recordedAt)} (${sayable(newest.event)})`],
  ].filter(([, value]) => value !== "");
  return `${layOut(rows as string[][], ["left", "left"]).join("\n")}\n`;
}

/** Returns a table of all that is overdue, and of the first of the rest. */
function dueTable({ waiting, days }: Due, host: Host): string {
  const { registry: words } = host.sentences;
  const overdue = waiting.filter(({ isOverdue }) => isOverdue);
  const shown = waiting.slice(0, overdue.length + MOST_WAITING);
  const rows = shown.map((it) => [
    sayable(it.event),
    words.kinds[it.kind],
    dayOf(it.asked),
    dayOf(it.due),
    leftOf(it, host),
  ]);
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

function leftOf({ left, isOverdue }: Waiting, { sentences: { registry: words } }: Host): string {
  if (left === undefined) return words.undatedRequest;
  return isOverdue ? words.overdueBy(-left) : words.leftDays(left);
}

function dayOf(day: number | undefined): string {
  return day === undefined ? "" : describeDay(day);
}

/** Null where nothing was asked of it. */
function dueJson(due: Due | undefined) {
  if (due === undefined) return null;
  const { waiting, days, holidays, uncovered } = due;
  return {
    working_days: days,
    holidays: holidays === undefined ? null : { path: holidays.path, sha256: holidays.sha256 },
    holidays_unknown: holidays === undefined ? [] : uncovered,
    waiting: waiting.length,
    overdue: waiting.filter(({ isOverdue }) => isOverdue).length,
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

function asJson(found: RegistryStatus, due: Due | undefined): string {
  const { newest } = found;
  const shown = {
    schema_version: 1,
    events: found.book.count,
    by_action: Object.fromEntries(found.byAction),
    by_channel: Object.fromEntries(found.byChannel),
    by_source: Object.fromEntries(found.bySource),
    barred: found.book.countBarred(),
    newest: newest === undefined ? null : { event: sayable(newest.event), recorded_at: sayable(newest.recordedAt) },
    due: dueJson(due),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
