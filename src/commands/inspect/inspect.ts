// svscrub inspect: what is in a file, before anybody scrubs it. Tables or JSON on stdout, the next command on stderr.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../../errors.js";
import { ownName } from "../../files/list-names.js";
import { kindOfPath } from "../../files/paths.js";
import { type Inspection, inspectFile } from "../../inspection/inspect.js";
import { isWorkbook } from "../../lists/source.js";
import type { ShownSheet } from "../../lists/workbook-sheets.js";
import { quote } from "../../text/values.js";
import { DEFAULT_MAX_SIZE } from "../../workbook/limits.js";
import { createProgram, optionWords, parseWords, partWords, refuseEmptyOperands, rememberLists } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import type { ArgumentsOf, ReadingArguments } from "../options.js";
import { folded, warn } from "../screen.js";
import { nameAmong, operandsOrStdin, overridesOf, readingsOf } from "../scrub/plan.js";
import { suggestName } from "../scrub/summary.js";
import { inspectionJson, sheetJson, sheetsTable, tablesOf } from "./words.js";

const DEFAULT_SAMPLE = "100000";

export interface InspectArguments extends ArgumentsOf<"inspect"> {
  files: readonly string[];
}

/** Parses the words after the command's name. */
export function parseInspectArguments(words: readonly string[], setting: HelpSetting): InspectArguments | Shown {
  const program = createProgram("inspect", setting);
  const shown = parseWords(program, withSampleSize(words, program));
  if (shown !== undefined) return shown;
  refuseEmptyOperands(program);
  return { ...(program.opts() as Omit<InspectArguments, "files">), files: program.args };
}

/** A bare `--sample` takes the number behind it and must not swallow the file behind it. */
function withSampleSize(words: readonly string[], program: Program): string[] {
  const options: string[] = [];
  const files: string[] = [];
  let isBare = false;
  rememberLists(program, { suppress: [], others: files });
  for (const part of partWords(words, program)) {
    const isSize = isBare && part.operand !== undefined && !part.behindDashes && /^\d+$/.test(part.operand);
    if (isBare) options.push(`--sample=${isSize ? part.operand : DEFAULT_SAMPLE}`);
    isBare = part.operand === undefined && part.words[0] === "--sample";
    if (part.operand === undefined) options.push(...(isBare ? [] : optionWords(part.words)));
    else if (!isSize) files.push(part.operand);
  }
  if (isBare) options.push(`--sample=${DEFAULT_SAMPLE}`);
  return [...options, "--", ...files];
}

export const inspectCommand: Command<InspectArguments> = {
  parse: parseInspectArguments,
  run: sayingAll(inspect),
};

/** Inspects one file after the other. A file that can't be read is named, and the others are inspected all the same. */
async function inspect(typed: InspectArguments, host: Host): Promise<ExitCode> {
  const files = filesOf(typed);
  const readings = readingsOf(typed, files);
  const named = new Set(files).size > 1;
  const found: Found[] = [];
  const inspected: Record<string, unknown>[] = [];
  let worst: ExitCode = ExitCode.done;
  let isFirst = true;
  const print = (tables: string) => {
    if (!typed.quiet) host.stdout(folded(tables, host.tableWidth));
  };
  for (const [at, path] of files.entries()) {
    const reading = readings[at]!;
    const name = named ? nameAmong(files, path) : undefined;
    const overrides = { ...overridesOf(reading), ...(name !== undefined && { name }) };
    try {
      const sheets = await sheetsOf(path, typed);
      const only = overrides.sheet ?? onlySheet(sheets);
      const before = isFirst ? "" : "\n";
      if (sheets !== undefined && only === undefined) {
        if (typed.json) inspected.push({ path, sheets: sheets.map(sheetJson) });
        else {
          print(`${before}${sheetsTable(path, sheets, host)}`);
          isFirst = false;
          if (!typed.quiet) printSheetChoice(path, sheets, host);
        }
        continue;
      }
      const most = typed.sample ?? Number.POSITIVE_INFINITY;
      const inspection = await inspectFile(path, only === undefined ? overrides : { ...overrides, sheet: only }, most);
      const optOuts = await optOutsIn(inspection, reading, only, host);
      if (typed.json) {
        const ofBook = sheets === undefined ? {} : { sheet: inspection.sheet, sheets: sheets.map(sheetJson) };
        inspected.push({ ...inspectionJson(inspection), ...ofBook, ...optOuts?.json });
        continue;
      }
      const table = sheets === undefined ? "" : `${sheetsTable(path, sheets, host)}\n`;
      print(`${before}${table}${tablesOf(inspection, host)}${optOuts?.table ?? ""}`);
      isFirst = false;
      found.push({ inspection, reading });
      if (!typed.quiet && !named) printNext(found.at(-1)!, host);
      if (!typed.quiet && sheets?.some((sheet) => sheet.position === positionOf(sheets, only) && isUnseen(sheet)))
        warn(host.sentences.inspection.unseen, host);
    } catch (error) {
      if (!(error instanceof ScrubError)) throw error;
      const code = host.fail(error);
      if (code > worst) worst = code;
      const line = error.place.line ?? null;
      if (typed.json) inspected.push({ path, error: { code: error.sentence, exit_code: code, line } });
    }
  }
  if (named && !typed.quiet) printAllNext(found, host);
  if (typed.json) host.stdout(`${JSON.stringify({ schema_version: 1, files: inspected }, null, 2)}\n`);
  return worst;
}

/** Reads a list of opt-outs that can be read once more for what it means under -s. */
async function optOutsIn(
  inspection: Inspection,
  typed: ReadingArguments,
  sheet: string | number | undefined,
  host: Host,
): Promise<{ table: string; json: Record<string, unknown> } | undefined> {
  if (inspection.optOutSign === undefined || !inspection.complete || isStream(inspection.path)) return undefined;
  // Loaded for such a list only.
  const { optOutJson, optOutTable, readAsOptOuts } = await import("./opt-outs.js");
  const read = await readAsOptOuts(inspection, typed, sheet);
  return { table: optOutTable(inspection, read, host), json: { as_suppression: optOutJson(inspection, read) } };
}

/** Tells whether a path is a stream: its name means nothing in another command. */
function isStream(path: string): boolean {
  return path === "-" || kindOfPath(path) === "other" || /^\/(?:dev|proc\/[^/]+)\/(?:fd\/|std)/.test(path);
}

/** Returns the sheets of a workbook in a file. */
async function sheetsOf(path: string, { maxSize }: InspectArguments): Promise<readonly ShownSheet[] | undefined> {
  if (path === "-" || !(await isWorkbook(path, ExitCode.phoneList))) return undefined;
  // Loaded for the first workbook.
  const { surveyOf } = await import("../../lists/workbook-sheets.js");
  return surveyOf(path, ExitCode.phoneList, maxSize);
}

/** The position of the only visible sheet with a value, which a scrub takes, too. */
function onlySheet(sheets: readonly ShownSheet[] | undefined): number | undefined {
  const [first, ...others] = (sheets ?? []).filter(
    ({ visibility, facts }) => visibility === "visible" && facts !== undefined && facts.rows > 0,
  );
  return others.length === 0 ? first?.position : undefined;
}

function positionOf(sheets: readonly ShownSheet[], said: string | number | undefined): number | undefined {
  const found = sheets.find(({ name, position }) => name === said || String(position) === String(said));
  return found?.position;
}

/** A scrub refuses it as a phone list. */
function isUnseen({ facts }: ShownSheet): boolean {
  return facts !== undefined && (facts.isFiltered || facts.hiddenRows + facts.hiddenColumns + facts.formulas > 0);
}

function filesOf({ files }: InspectArguments): readonly string[] {
  const all = operandsOrStdin(files);
  if (all.length === 0) throw new ScrubError(ExitCode.usage, "noFile", []);
  return all;
}

/** Prints the command that inspects the sheet with the most rows. */
function printSheetChoice(path: string, sheets: readonly ShownSheet[], host: Host): void {
  const [largest] = [...sheets].sort((a, b) => (b.facts?.rows ?? 0) - (a.facts?.rows ?? 0));
  if (largest === undefined || largest.facts === undefined || largest.facts.rows === 0) return;
  const command = ["svscrub", "inspect", asOperand(path), "--sheet", largest.name];
  host.stderr(`${host.sentences.inspection.toChooseSheet}\n  ${command.map(quote).join(" ")}\n`);
}

/** Returns the path so that nobody takes it for a command or an option. */
function asOperand(path: string): string {
  return /^(?:[a-z]+|-.+)$/i.test(path) ? `./${path}` : path;
}

/** A list as it was inspected, and how it was read. */
interface Found {
  inspection: Inspection;
  reading: ReadingArguments;
}

/** The scrub of the phone lists by the lists of opt-outs among several files; where only one kind is there, that of each file. */
function printAllNext(found: readonly Found[], host: Host): void {
  const isReady = ({ inspection }: Found) => holdsNumbers(inspection) && !isStream(inspection.path);
  const optOuts = found.filter((one) => isReady(one) && one.inspection.optOutSign !== undefined);
  const lists = found.filter((one) => isReady(one) && one.inspection.optOutSign === undefined);
  const isOfBoth = optOuts.length > 0 && lists.length > 0;
  for (const one of found) if (!isOfBoth || !isReady(one)) printNext(one, host);
  if (!isOfBoth) return;
  const paths = [...lists, ...optOuts].map(({ inspection }) => inspection.path);
  const suppress = optOuts.flatMap(({ inspection }) => asOperand(inspection.path));
  const ofOptOuts = optOuts.flatMap(({ inspection: { path }, reading }) =>
    saidOf(reading, nameAmong(paths, path), true),
  );
  const commands = alike(lists).map((group) => {
    const [first] = group;
    const ofLists = group.flatMap(({ inspection: { path }, reading }) =>
      saidOf(reading, group.length > 1 ? nameAmong(paths, path) : undefined),
    );
    const output = suggestName(asOperand(first!.inspection.path), first!.inspection.sheet !== null);
    const files = group.map(({ inspection }) => asOperand(inspection.path));
    return ["svscrub", ...files, ...ofLists, "-s", ...suppress, ...ofOptOuts, "-o", output];
  });
  const lines = commands.map((command) => `  ${command.map(quote).join(" ")}\n`);
  host.stderr(`${host.sentences.inspection.toScrubTogether}\n${lines.join("")}`);
}

/** Lists with the same columns and the same delimiter, which one run scrubs. */
function alike(lists: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const one of lists) {
    const { columns, delimiter, encoding } = one.inspection;
    const shape = JSON.stringify([columns.map(({ name }) => name), delimiter, encoding]);
    groups.set(shape, [...(groups.get(shape) ?? []), one]);
  }
  return [...groups.values()];
}

function holdsNumbers({ columns, optOutSign }: Inspection): boolean {
  return optOutSign === "digests" || optOutSign === "text" || columns.some((column) => column.phones !== undefined);
}

/**
 * The scrub of this file, or with a list of opt-outs of another one by it, with what was said of it; or the inspection of the
 * column that is nearest to phones. A stream is to be saved first, under a name that is made up.
 */
function printNext({ inspection, reading }: Found, host: Host): void {
  const { path, columns, optOutSign, sheet } = inspection;
  const { inspection: words } = host.sentences;
  const isOptOuts = optOutSign !== undefined;
  const isUnnamed = isStream(path);
  const file = isUnnamed ? (isOptOuts ? words.optOuts : words.clients) : asOperand(path);
  const found = holdsNumbers(inspection);
  const command = !found
    ? ["svscrub", "inspect", file, ...saidOf(reading), "--column", nearestToPhones(columns)]
    : isOptOuts
      ? [
          "svscrub",
          words.clients,
          "-s",
          file,
          ...saidOf(reading, ownName(file), true),
          "-o",
          suggestName(words.clients),
        ]
      : ["svscrub", file, ...saidOf(reading), "-s", words.optOuts, "-o", suggestName(file, sheet !== null)];
  const title = !found ? words.toInspect : isOptOuts ? words.toScrubBy : words.toScrub;
  const saving = isUnnamed ? `${words.toSave(file)}\n` : "";
  host.stderr(`${saving}${title}\n  ${command.map(quote).join(" ")}\n`);
}

/** How the list was said to be read; `listName`: where options must say its name; `isSuppressed`: it is a suppression list. */
function saidOf(reading: ReadingArguments, listName?: string, isSuppressed = false): string[] {
  const name = listName === undefined ? "" : `${listName}=`;
  const column = isSuppressed ? "--suppress-column" : "--column";
  const { delimiter, encoding, sheet, maxSize, headerRow } = reading;
  return [
    ...reading.column.flatMap((it) => [column, name + it]),
    ...(delimiter === undefined
      ? []
      : ["--delimiter", name + (delimiter === 9 ? "tab" : String.fromCharCode(delimiter))]),
    ...(encoding === undefined ? [] : ["--encoding", name + encoding]),
    ...(sheet === undefined ? [] : ["--sheet", name + sheet]),
    ...(maxSize === DEFAULT_MAX_SIZE ? [] : ["--max-size", String(maxSize)]),
    ...(headerRow === undefined ? [] : ["--header-row", `${name}${headerRow}`]),
    ...(reading.header ? [] : [listName === undefined ? "--no-header" : `--no-header=${listName}`]),
  ];
}

/** The column that a person would look at first. */
function nearestToPhones(columns: Inspection["columns"]): string {
  const [best] = [...columns].sort((a, b) => b.readable - a.readable);
  return best === undefined || best.readable === 0 ? "N" : (best.name ?? String(best.position));
}
