// svscrub inspect: what is in a file, before anybody scrubs it. Tables or JSON on stdout, the next command on stderr.

import { ExitCode, ScrubError } from "../errors.js";
import { stdinIsPiped } from "../files/paths.js";
import { type Inspection, inspectFile } from "../inspection/inspect.js";
import type { ListOverrides } from "../lists/open.js";
import type { Command } from "./command.js";
import type { Host } from "./host.js";
import { type InspectArguments, inspectProgram, parseInspectArguments } from "./inspect-arguments.js";
import { inspectionJson } from "./inspect-json.js";
import { tablesOf } from "./inspect-table.js";
import { quote, suggestName } from "./summary.js";
import { readAs } from "./suppression-plan.js";

export const inspectCommand: Command<InspectArguments> = {
  program: inspectProgram,
  parse: parseInspectArguments,
  run: inspect,
};

/** Inspects one file after the other. A file that can't be read is named, and the others are inspected all the same. */
async function inspect(typed: InspectArguments, host: Host): Promise<ExitCode> {
  const overrides: ListOverrides = {
    columns: typed.column,
    noHeader: !typed.header,
    ...readAs(typed.delimiter, typed.encoding),
  };
  const inspected: Record<string, unknown>[] = [];
  let worst: ExitCode = ExitCode.done;
  let isFirst = true;
  for (const path of filesOf(typed)) {
    try {
      const inspection = await inspectFile(path, overrides, typed.sample ?? Number.POSITIVE_INFINITY);
      if (typed.json) {
        inspected.push(inspectionJson(inspection));
        continue;
      }
      host.stdout(`${isFirst ? "" : "\n"}${tablesOf(inspection, host)}`);
      isFirst = false;
      if (!typed.quiet) printNext(inspection, typed, host);
    } catch (error) {
      if (!(error instanceof ScrubError)) throw error;
      const code = host.fail(error);
      if (code > worst) worst = code;
      const line = error.place.line ?? null;
      if (typed.json) inspected.push({ path, error: { code: error.sentence, exit_code: code, line } });
    }
  }
  if (typed.json) host.stdout(`${JSON.stringify({ schema_version: 1, files: inspected }, null, 2)}\n`);
  return worst;
}

function filesOf({ files }: InspectArguments): readonly string[] {
  if (files.filter((file) => file === "-").length > 1) throw new ScrubError(ExitCode.usage, "stdinTwice", []);
  if (files.length > 0) return files;
  if (stdinIsPiped()) return ["-"];
  throw new ScrubError(ExitCode.usage, "noFile", []);
}

/** The scrub of this file, with what was said of it; or the inspection of the column that is nearest to phones. */
function printNext({ path, columns }: Inspection, typed: InspectArguments, host: Host): void {
  const { inspection: words } = host.sentences;
  const said = [
    ...typed.column.flatMap((column) => ["--column", column]),
    ...(typed.delimiter === undefined
      ? []
      : ["--delimiter", typed.delimiter === 9 ? "tab" : String.fromCharCode(typed.delimiter)]),
    ...(typed.encoding === undefined ? [] : ["--encoding", typed.encoding]),
    ...(typed.header ? [] : ["--no-header"]),
  ];
  const found = columns.some((column) => column.phones !== undefined);
  // Not to be taken for a command or an option.
  const file = /^(?:[a-z]+|-.+)$/i.test(path) ? `./${path}` : path;
  const command = found
    ? ["svscrub", file, ...said, "-s", words.optOuts, "-o", suggestName(file)]
    : ["svscrub", "inspect", file, ...said, "--column", nearestToPhones(columns)];
  host.stderr(`${found ? words.toScrub : words.toInspect}\n  ${command.map(quote).join(" ")}\n`);
}

/** The column that a person would look at first. */
function nearestToPhones(columns: Inspection["columns"]): string {
  const [best] = [...columns].sort((a, b) => b.readable - a.readable);
  const column = best !== undefined && best.readable > 0 ? best : columns.find(({ why }) => why === "only-doubtful");
  return column === undefined ? "N" : (column.name ?? String(column.position));
}
