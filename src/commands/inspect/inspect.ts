// svscrub inspect: shows how a file is read. Tables or JSON go to stdout, the next command to stderr.

import { describeDelimiter } from "../../csv/dialect.js";
import { ExitCode, ScrubError } from "../../errors.js";
import { kindOfPath } from "../../files/paths.js";
import { type Inspection, inspectFile } from "../../inspection/inspect.js";
import type { Sentences } from "../../text/sentences.js";
import { quote } from "../../text/values.js";
import { DEFAULT_MAX_SIZE } from "../../workbook/faults.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { nameAmong, overridesOf, readingForEach } from "../list-options.js";
import type { ReadingArguments } from "../options.js";
import { folded } from "../screen.js";
import { operandsOrStdin } from "../scrub/plan.js";
import { suggestName } from "../scrub/summary.js";
import { inspectionJson, tablesOf } from "./words.js";

export const inspectCommand = commandOf("inspect", inspect);

/** Inspects files one after the other. A file that can't be read is reported, and the rest are inspected all the same. */
async function inspect(typed: TypedOf<"inspect">, host: Host): Promise<ExitCode> {
  const files = operandsOrStdin(typed.operands);
  if (files.length === 0) throw new ScrubError(ExitCode.usage, "noFile", []);
  const readings = readingForEach(typed, files);
  const isOneOf = new Set(files).size > 1;
  const found: Found[] = [];
  const json: Record<string, unknown>[] = [];
  let worst: ExitCode = ExitCode.done;
  for (const [at, path] of files.entries()) {
    try {
      const one = await inspectOne(path, readings[at]!, isOneOf ? nameAmong(files, path) : undefined, host);
      if (!typed.json && !typed.quiet)
        host.stdout(folded(`${found.length === 0 ? "" : "\n"}${one.tables}`, host.tableWidth));
      json.push(one.json);
      found.push(one);
    } catch (error) {
      const failure = failureOf(error, host);
      worst = Math.max(worst, failure.exit_code) as ExitCode;
      json.push({ path, error: failure });
    }
  }
  if (typed.json) host.stdout(`${JSON.stringify({ schema_version: 1, files: json }, null, 2)}\n`);
  else if (!typed.quiet) host.stderr(nextCommands(found, host.sentences));
  return worst;
}

/** Prints a ScrubError and returns its JSON. Throws any other error. */
function failureOf(error: unknown, host: Host) {
  if (!(error instanceof ScrubError)) throw error;
  return { code: error.sentence, exit_code: host.fail(error), line: error.place.line ?? null };
}

/** An inspected file. */
interface Found {
  path: string;
  reading: ReadingArguments;
  inspection: Inspection;
  tables: string;
  json: Record<string, unknown>;
}

async function inspectOne(
  path: string,
  reading: ReadingArguments,
  name: string | undefined,
  host: Host,
): Promise<Found> {
  const inspection = await inspectFile(path, { ...overridesOf(reading), ...(name !== undefined && { name }) });
  return { path, reading, inspection, tables: tablesOf(inspection, host), json: inspectionJson(inspection) };
}

/** Whether a path is a stream, which another command can't name. */
function isStream(path: string): boolean {
  return path === "-" || kindOfPath(path) === "other" || /^\/(?:dev|proc\/[^/]+)\/(?:fd\/|std)/.test(path);
}

/**
 * Returns the next commands to type: a scrub of each phone list by the suppression lists among the files or by an example; without
 * phones, the inspection of the likeliest column. A stream must be saved first.
 */
function nextCommands(found: readonly Found[], { inspection: words }: Sentences): string {
  const isOptOuts = ({ inspection }: Found) => inspection.optOutSign !== undefined;
  const fileOf = (one: Found) =>
    isStream(one.path) ? (isOptOuts(one) ? words.optOuts : words.clients) : asOperand(one.path);
  const ready = found.filter(holdsNumbers);
  const optOuts = ready.filter(isOptOuts);
  const lists = ready.filter((one) => !isOptOuts(one));
  const scrub = (list: Found | undefined) => {
    const all = [...(list ? [list.path] : []), ...optOuts.map(({ path }) => path)];
    const file = list === undefined ? words.clients : fileOf(list);
    const suppress = optOuts.length === 0 ? [words.optOuts] : optOuts.map(fileOf);
    const ofOptOuts = optOuts.flatMap(({ path, reading }) => optionsOf(reading, nameAmong(all, path)));
    const output = suggestName(file, list !== undefined && list.inspection.sheet !== null);
    return ["svscrub", file, ...(list ? optionsOf(list.reading) : []), "-s", ...suppress, ...ofOptOuts, "-o", output];
  };
  const commands: [title: string, command: readonly string[]][] = [
    ...found.filter((one) => !holdsNumbers(one)).map((one) => inspectionOf(one, fileOf(one), words)),
    ...lists.map((list): [string, string[]] => [words.toScrub, scrub(list)]),
    ...(lists.length === 0 && optOuts.length > 0 ? [[words.toScrubBy, scrub(undefined)] as [string, string[]]] : []),
  ];
  const saved = ready.filter(({ path }) => isStream(path)).map((one) => `${words.toSave(fileOf(one))}\n`);
  const lines = commands.map(([title, command], i) => {
    const heading = title === commands[i - 1]?.[0] ? "" : `${title}\n`;
    return `${heading}  ${command.map(quote).join(" ")}\n`;
  });
  return [...saved, ...lines].join("");
}

function holdsNumbers({ inspection }: Found): boolean {
  const { columns, optOutSign } = inspection;
  return optOutSign === "digests" || optOutSign === "text" || columns.some((column) => column.phones !== undefined);
}

/** Returns the inspection of the likeliest phone column. */
function inspectionOf(
  { inspection, reading }: Found,
  file: string,
  words: Sentences["inspection"],
): [title: string, command: string[]] {
  const [best] = [...inspection.columns].sort((a, b) => b.readable - a.readable);
  const column = best === undefined || best.readable === 0 ? "N" : (best.name ?? String(best.position));
  return [words.toInspect, ["svscrub", "inspect", file, ...optionsOf(reading), "--column", column]];
}

/** Returns a path in a form that is neither a command nor an option. */
function asOperand(path: string): string {
  return /^(?:[a-z]+|-.+)$/i.test(path) ? `./${path}` : path;
}

/** Returns the options about reading a list, as a scrub takes them; a suppression list's with its name. */
function optionsOf(reading: ReadingArguments, list?: string): string[] {
  const { column, delimiter, encoding, sheet, maxSize, headerRow, header } = reading;
  const options = {
    [list === undefined ? "--column" : "--suppress-column"]: column,
    "--delimiter": delimiter && describeDelimiter(delimiter),
    ...{ "--encoding": encoding, "--sheet": sheet, "--header-row": headerRow },
  };
  const name = list === undefined ? "" : `${list}=`;
  return [
    ...Object.entries(options).flatMap(([option, values]) =>
      [values ?? []].flat().flatMap((value) => [option, `${name}${value}`]),
    ),
    ...(maxSize === DEFAULT_MAX_SIZE ? [] : ["--max-size", String(maxSize)]),
    ...(header ? [] : [list === undefined ? "--no-header" : `--no-header=${list}`]),
  ];
}
