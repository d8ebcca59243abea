// svscrub registry status: counts, the newest event, the slowest handling, and what no scrub has seen.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { readLedger } from "../registry/ledger.js";
import type { LedgerEvent } from "../registry/ledger-event.js";
import { type RegistryStatus, type SeenList, seenBytes, statusOf, unseenEvents } from "../registry/status.js";
import { collect, createProgram, type HelpSetting, parseOperands, refuseWithout, type Shown } from "./arguments.js";
import { type Command, type Host, sayingAll } from "./command.js";
import { required } from "./registry-shared.js";
import { layOut, warn } from "./screen.js";
import { parseAge } from "./typed-values.js";

const DEFAULT_WITHIN = 24 * 3_600_000;
/** Ids that are named; the rest is counted. */
const MOST_NAMED = 5;

interface StatusArguments {
  registry: string;
  within: number;
  reports: readonly string[];
  json: boolean;
}

export const statusCommand: Command<StatusArguments> = { program: programOf, parse, run: sayingAll(status) };

function parse(words: readonly string[], setting: HelpSetting): StatusArguments | Shown {
  const program = programOf(setting);
  const shown = parseOperands(program, words, 0);
  if (shown !== undefined) return shown;
  const typed = program.opts() as StatusArguments;
  if (typed.reports.length === 0) refuseWithout("--reports", ["--within"], program);
  return { ...typed, registry: required(typed.registry, "--registry", program) };
}

function programOf(setting: HelpSetting): Program {
  return createProgram("registry status", "--registry FILE", "", setting, (add) => {
    add("--registry <FILE>", "registry");
    add("--reports <REPORT>", "reports", collect, []);
    add("--within <AGE>", "within", parseAge, DEFAULT_WITHIN);
    add("--json", "json", undefined, false);
  });
}

async function status(typed: StatusArguments, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  const now = new Date();
  const ledger = readLedger(typed.registry);
  const found = statusOf(ledger, now);
  const unseen = typed.reports.length === 0 ? undefined : unseenEvents(ledger, seenOf(typed, host), typed.within, now);
  host.stdout(typed.json ? asJson(found, unseen) : asTable(found, unseen, typed.within, host));
  if (ledger.tornLine !== undefined) warn(words.torn(typed.registry, ledger.tornLine), host);
  if (unseen !== undefined && unseen.length > 0) warn(words.unseenEvents(shortened(unseen)), host);
  return ExitCode.done;
}

/** The most that any of the reports' scrubs read of this registry. */
function seenOf({ registry, reports }: StatusArguments, host: Host): number {
  const bytes = readWhole(registry, ExitCode.suppressionList, "registry");
  let seen = 0;
  for (const file of reports) {
    const own = seenBytes(bytes, listsIn(file));
    if (own === undefined) warn(host.sentences.registry.otherReport(file), host);
    else seen = Math.max(seen, own);
  }
  return seen;
}

function listsIn(file: string): SeenList[] {
  const bytes = readWhole(file, ExitCode.usage, "report");
  let report: { suppressions?: SeenList[] } | null;
  try {
    report = JSON.parse(bytes.toString()) as typeof report;
  } catch {
    throw new ScrubError(ExitCode.usage, "badBaseline", ["no-json", "--reports"], { file });
  }
  const lists = report?.suppressions;
  if (!Array.isArray(lists)) throw new ScrubError(ExitCode.usage, "badBaseline", ["no-report", "--reports"], { file });
  return lists.filter((list) => typeof list?.sha256 === "string" && Number.isInteger(list.bytes));
}

function asTable(
  found: RegistryStatus,
  unseen: readonly LedgerEvent[] | undefined,
  within: number,
  host: Host,
): string {
  const { registry: words, number } = host.sentences;
  const counted = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([name, count]) => `${name} ${number(count)}`).join(", ");
  const { newest, slowest } = found;
  const rows = [
    [words.events, number(found.events)],
    [words.byAction, counted(found.byAction)],
    [words.byChannel, counted(found.byChannel)],
    [words.bySource, counted(found.bySource)],
    [words.barred, number(found.barred)],
    [words.newest, newest === undefined ? "" : `${newest.recordedAt} (${newest.event})`],
    [words.slowest, slowest === undefined ? "" : words.took(slowest.took, slowest.event.event)],
    ...(unseen === undefined ? [] : [[words.unseen(within), number(unseen.length)]]),
  ].filter(([, value]) => value !== "");
  return `${layOut(rows as string[][], ["left", "left"]).join("\n")}\n`;
}

function asJson(found: RegistryStatus, unseen: readonly LedgerEvent[] | undefined): string {
  const { newest, slowest } = found;
  const shown = {
    schema_version: 1,
    events: found.events,
    by_action: Object.fromEntries(found.byAction),
    by_channel: Object.fromEntries(found.byChannel),
    by_source: Object.fromEntries(found.bySource),
    barred: found.barred,
    newest: newest === undefined ? null : { event: newest.event, recorded_at: newest.recordedAt },
    slowest: slowest === undefined ? null : { event: slowest.event.event, seconds: slowest.took / 1000 },
    unseen: unseen === undefined ? null : unseen.map(({ event }) => event),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function shortened(events: readonly LedgerEvent[]): string[] {
  const named = events.slice(0, MOST_NAMED).map(({ event }) => event);
  return events.length > MOST_NAMED ? [...named, "…"] : named;
}
