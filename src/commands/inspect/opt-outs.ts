// What an inspected list of opt-outs means under -s: read as a scrub reads it, and how each kind of column counts.

import { basename } from "node:path";
import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { factsOf } from "../../evidence/report.js";
import type { Inspection } from "../../inspection/inspect.js";
import { loadSuppression } from "../../suppression/load.js";
import type { LoadedList } from "../../suppression/read-list.js";
import { DEFAULT_MAX_UNREADABLE } from "../../suppression/trust.js";
import { sayError, sayWarning } from "../../text/language.js";
import { asTyped, sayOptions } from "../../text/options.js";
import type { Sentences } from "../../text/sentences.js";
import { inElSalvador } from "../../text/values.js";
import { EL_SALVADOR } from "../../time/time-zone.js";
import type { Host } from "../command.js";
import type { ReadingArguments } from "../options.js";
import { bold, layOut } from "../screen.js";
import { overridesOf } from "../scrub/plan.js";
import { describeText } from "../scrub/summary.js";

/** The list as a scrub would load it, or why it would be refused. `sheet`: the one that was inspected. */
export async function readAsOptOuts(
  { path }: Inspection,
  typed: ReadingArguments,
  sheet: string | number | undefined,
): Promise<LoadedList | ScrubError> {
  const now = new Date();
  const terms = {
    ...{ maxAge: undefined, asOf: undefined, minEntries: undefined, baseline: undefined, maxRange: undefined },
    ...{ maxUnreadable: DEFAULT_MAX_UNREADABLE, allowEmpty: true, allowUnproven: false },
  };
  const overrides = { ...overridesOf(typed), ...(sheet === undefined ? {} : { sheet }) };
  const list = { source: { name: path, path }, overrides, terms, liftsOthers: false };
  const plan = { lists: [list], canaries: [], hashKey: undefined, zone: EL_SALVADOR };
  const asOf = { now: Math.floor(now.getTime() / 1000), asItStood: false };
  try {
    const { lists, index } = await loadSuppression(plan, "any", now, asOf, { provenBy: "run" });
    // A number of the list that it will be used for may prove it.
    const unproven = index.digests.trust(lists[0]!, 0, { allowUnproven: true });
    return { ...lists[0]!, warnings: [...lists[0]!.warnings, ...unproven] };
  } catch (error) {
    if (error instanceof ScrubError && error.exitCode === ExitCode.suppressionList) return error;
    throw error;
  }
}

/** A block below the tables, with a line end after the last line. */
export function optOutTable(inspection: Inspection, read: LoadedList | ScrubError, host: Host): string {
  const { sentences } = host;
  const { asOptOuts: words } = sentences.inspection;
  const heading = bold(words.title, host.colorOnStdout);
  if (read instanceof ScrubError) {
    const { what, hint } = sayError(read, sentences);
    return `\n${[heading, ...[words.refused(what), hint ?? []].flat().map((line) => `  ${line}`)].join("\n")}\n`;
  }
  const rows = rowsOf(inspection, read, sentences);
  // What stands in a row already is not said again.
  const warnings = read.warnings
    .filter(({ code }) => code !== "entries-unreadable" && code !== "entries-expired")
    .flatMap((warning) => [sayWarning(warning, sentences), ...hintOf(warning, inspection, sentences)])
    .map((line) => `  ${line}`);
  return `\n${[heading, ...layOut(rows, ["left", "left"]), ...warnings].join("\n")}\n`;
}

/** What a scrub by a list that nothing proves would say to do. */
function hintOf(warning: Warning, { path }: Inspection, { errors }: Sentences): string[] {
  if (warning.code !== "hashes-unproven") return [];
  return [sayOptions(errors.hashesUnproven(basename(path), false).hint ?? "", asTyped)];
}

function rowsOf(
  inspection: Inspection,
  { entries, numbers, text, notUnderstood, notUnderstoodLines, sheet, events, asOf, kind }: LoadedList,
  sentences: Sentences,
): string[][] {
  const { page, summary } = sentences;
  const { asOptOuts: words } = sentences.inspection;
  const { dates, channels, actions, expires } = namesIn(inspection, sentences);
  const { length } = notUnderstood;
  // A text has no columns that could say it.
  const eventRows = [
    [words.dates, words.datesOf(dates, events?.unreadableDates ?? 0)],
    [words.channels, words.channelsOf(channels, events?.unknownChannels ?? 0)],
    [words.actions, words.actionsOf(actions, events?.optIns ?? 0, events?.unknownActions ?? 0)],
  ];
  return [
    [words.entries, words.entriesOf(entries, text?.numbers ?? numbers)],
    ...(length === 0 ? [] : [[words.unreadable, words.unreadableOf(length, notUnderstoodLines, sheet !== null)]]),
    [words.kind, text === undefined ? page.kinds[kind] : describeText(text, sentences)],
    ...(text === undefined ? eventRows : []),
    ...(expires === "" ? [] : [[words.expires, words.expiresOf(expires, events?.expired ?? 0)]]),
    [words.listDate, asOf === undefined ? summary.undated : summary.dated(inElSalvador(asOf.at), asOf.from)],
  ];
}

/** The names of the columns, or their positions; empty where there is none. */
function namesIn({ columns: all, eventColumns: columns }: Inspection, { summary }: Sentences) {
  const nameOf = (column: number) => all[column]?.name;
  const said = (wanted: readonly number[]) =>
    wanted.map((at) => (nameOf(at) === undefined ? summary.column(at + 1) : `"${nameOf(at)}"`)).join(", ");
  return {
    dates: said(columns.time === undefined ? columns.dates : [...columns.dates, columns.time]),
    channels: said(columns.channels),
    actions: said([...columns.actions, ...columns.subscribed]),
    expires: said(columns.expires),
  };
}

/** Returns the findings for programs; names of members are stable. */
export function optOutJson(
  { eventColumns: columns }: Inspection,
  read: LoadedList | ScrubError,
): Record<string, unknown> {
  if (read instanceof ScrubError)
    return { error: { code: read.sentence, exit_code: read.exitCode, line: read.place.line ?? null } };
  const positions = (columns: readonly number[]) => columns.map((column) => column + 1);
  const { kind, entries, numbers, text, ...facts } = factsOf(read);
  return {
    ...{ kind, entries, numbers, unreadable_records: facts.unreadable_records },
    ...{ as_of: facts.as_of, as_of_from: facts.as_of_from },
    date_columns: positions(columns.dates),
    channel_columns: positions(columns.channels),
    action_columns: positions([...columns.actions, ...columns.subscribed]),
    expiry_columns: positions(columns.expires),
    ...{ opt_ins: facts.opt_ins, unknown_actions: facts.unknown_actions, unknown_channels: facts.unknown_channels },
    ...{ unreadable_dates: facts.unreadable_dates, expired: facts.expired },
    ...(text && { text }),
    warnings: read.warnings.map(({ code }) => code),
  };
}
