// Shows what an inspected list means under -s: loaded as a scrub does, in the words of its summary and report.

import { ExitCode, ScrubError } from "../../errors.js";
import { factsOf } from "../../evidence/report.js";
import type { Inspection } from "../../inspection/inspect.js";
import type { ListOverrides } from "../../lists/overrides.js";
import { loadSuppression } from "../../suppression/load.js";
import type { LoadedList } from "../../suppression/read-list.js";
import { DEFAULT_MAX_UNREADABLE } from "../../suppression/trust.js";
import { sayError, sayWarning } from "../../text/language.js";
import { inElSalvador } from "../../text/values.js";
import { EL_SALVADOR } from "../../time/time-zone.js";
import type { Host } from "../command.js";
import { bold, layOut } from "../screen.js";

/** Returns a block below the tables and its JSON, or why a scrub would refuse the list. */
export async function asOptOuts(inspection: Inspection, overrides: ListOverrides, host: Host) {
  const { sentences } = host;
  const { asOptOuts: words } = sentences.inspection;
  const block = (lines: readonly string[]) => `${[bold(words.title, host.colorOnStdout), ...lines].join("\n")}\n`;
  try {
    const read = await readAsOptOuts(inspection.path, overrides);
    const warnings = read.warnings.map((warning) => `  ${sayWarning(warning, sentences)}`);
    const columns = positionsOf(inspection);
    const rows = [...rowsOf(read, host), ...columnRows(inspection, columns, host)];
    return {
      table: block([...layOut(rows, ["left", "left"]), ...warnings]),
      json: { ...factsOf(read), ...columns, warnings: read.warnings.map(({ code }) => code) },
    };
  } catch (error) {
    if (!(error instanceof ScrubError) || error.exitCode !== ExitCode.suppressionList) throw error;
    const { what, hint } = sayError(error, sentences);
    return {
      table: block([words.refused(what), hint ?? []].flat().map((line) => `  ${line}`)),
      json: { error: { code: error.sentence, exit_code: error.exitCode, line: error.place.line ?? null } },
    };
  }
}

async function readAsOptOuts(path: string, overrides: ListOverrides): Promise<LoadedList> {
  const terms = {
    ...{ maxAge: undefined, asOf: undefined, minEntries: undefined, baseline: undefined, maxRange: undefined },
    ...{ maxUnreadable: DEFAULT_MAX_UNREADABLE, allowEmpty: true, allowUnproven: false },
  };
  const list = { source: { name: path, path }, overrides, terms, liftsOthers: false };
  const plan = { lists: [list], canaries: [], hashKey: undefined, zone: EL_SALVADOR };
  const { lists, index } = await loadSuppression(plan, "any", new Date(), { provenBy: "run" });
  // The phone list of the scrub may prove it.
  const unproven = index.digests.trust(lists[0]!, 0, { allowUnproven: true });
  return { ...lists[0]!, warnings: [...lists[0]!.warnings, ...unproven] };
}

function rowsOf({ entries, numbers, text, asOf, kind }: LoadedList, { sentences }: Host): string[][] {
  const { page, summary } = sentences;
  const { asOptOuts: words } = sentences.inspection;
  return [
    [words.entries, words.entriesOf(entries, text?.numbers ?? numbers)],
    [words.kind, text === undefined ? page.kinds[kind] : summary.text(text.numbers, text.lines, text.ownMentions)],
    [words.listDate, asOf === undefined ? summary.undated : summary.dated(inElSalvador(asOf.at), asOf.from)],
  ];
}

/** Returns the positions (from 1) of columns by their role. */
function positionsOf({ eventColumns: { time, dates, channels, actions, subscribed, expires } }: Inspection) {
  const positions = (columns: readonly number[]) => columns.map((column) => column + 1);
  return {
    date_columns: positions([...dates, ...(time === undefined ? [] : [time])]),
    channel_columns: positions(channels),
    action_columns: positions([...actions, ...subscribed]),
    expiry_columns: positions(expires),
  };
}

/** Returns the columns by name, if there are any. */
function columnRows({ columns: all }: Inspection, found: ReturnType<typeof positionsOf>, { sentences }: Host) {
  const { summary, inspection } = sentences;
  const nameOf = (position: number) => {
    const name = all[position - 1]?.name;
    return name === undefined ? summary.column(position) : `"${name}"`;
  };
  const kinds = Object.entries(found) as [keyof typeof found, number[]][];
  return kinds.flatMap(([kind, positions]) =>
    positions.length === 0 ? [] : [[inspection.asOptOuts[kind], positions.map(nameOf).join(", ")]],
  );
}
