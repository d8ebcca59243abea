// An inspection as tables for a person and as JSON for a program: masked numbers, never a cell; names of members are stable.

import type { InspectedColumn, Inspection } from "../../inspection/inspect.js";
import type { ColumnTally } from "../../inspection/tally.js";
import { RECORD_FAULTS } from "../../lists/fault.js";
import { FIRST_LINES, type Occurrences } from "../../lists/occurrences.js";
import type { ShownSheet } from "../../lists/workbook-sheets.js";
import type { UnreadReason } from "../../phone/number.js";
import type { Sentences } from "../../text/sentences.js";
import { number, shareOf, shorten } from "../../text/values.js";
import type { Host } from "../command.js";
import { type Align, bold, layOut } from "../screen.js";

const LONGEST_NAME = 32;

/** Count, share of `of`, first lines. */
type Row = readonly [label: string, count: string, share: string, lines: string];
const ROW: readonly Align[] = ["left", "right", "right", "left"];

/** The tables, with a line end after the last line. */
export function tablesOf(inspection: Inspection, host: Host): string {
  const { sentences } = host;
  const title = (text: string) => bold(text, host.colorOnStdout);
  const phones = inspection.columns.filter((column) => column.phones !== undefined);
  const file = [title(inspection.path === "-" ? "stdin" : inspection.path), ...fileLines(inspection, sentences)];
  if (inspection.optOutSign === "text") return `${file.join("\n")}\n`;
  const blocks = [
    file,
    [title(sentences.inspection.columns(inspection.sampled)), ...columnLines(inspection.columns, sentences)],
    ...(inspection.tally.records === 0 ? [] : phones.map((column) => phoneLines(column, inspection, sentences, title))),
    ...(phones.length === 0 || inspection.tally.records === 0 ? [] : [summaryLines(inspection, sentences, title)]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Returns a table of all sheets of a workbook, with a line end after the last line. */
export function sheetsTable(path: string, sheets: readonly ShownSheet[], host: Host): string {
  const { inspection: words } = host.sentences;
  const rows = sheets.map((sheet) => [
    String(sheet.position),
    shorten(sheet.name, LONGEST_NAME),
    words.visibility[sheet.visibility],
    sheet.facts?.range ?? "",
    sheet.facts === undefined ? "" : number(sheet.facts.rows),
    remarksOf(sheet, words).join(", "),
  ]);
  const heading = ["#", words.name, words.shown, words.range, words.rows, words.remarks];
  const lines = layOut([heading, ...rows], ["right", "left", "left", "left", "right", "left"]);
  return `${[bold(words.sheetsOf(path), host.colorOnStdout), ...lines].join("\n")}\n`;
}

function remarksOf({ facts }: ShownSheet, words: Sentences["inspection"]): string[] {
  if (facts === undefined) return [words.noCells];
  return [
    facts.rows === 0 ? words.noValues : [],
    facts.isFiltered ? words.filtered : [],
    facts.hiddenRows > 0 ? words.hiddenRows(facts.hiddenRows) : [],
    facts.hiddenColumns > 0 ? words.hiddenColumns(facts.hiddenColumns) : [],
    facts.formulas > 0 ? words.formulas(facts.formulas) : [],
  ].flat();
}

/** One of `sheets`; what only a sheet with cells has is null in another. */
export function sheetJson({ position, name, visibility, facts }: ShownSheet): Record<string, unknown> {
  return {
    position,
    name,
    visibility,
    range: facts === undefined || facts.rows === 0 ? null : facts.range,
    rows: facts?.rows ?? null,
    hidden_rows: facts?.hiddenRows ?? null,
    hidden_columns: facts?.hiddenColumns ?? null,
    filtered: facts?.isFiltered ?? null,
    formulas_without_value: facts?.formulas ?? null,
  };
}

function fileLines(inspection: Inspection, sentences: Sentences): string[] {
  const { inspection: words } = sentences;
  const { tally, bytes, sha256, blankLines, delimiter } = inspection;
  const rows: [string, string][] = [];
  if (inspection.sheet !== null) rows.push([words.sheet, `${inspection.sheet.name}, ${inspection.sheet.range}`]);
  rows.push(
    [words.bytes, number(bytes)],
    ["SHA-256", sha256],
    [words.encoding, [inspection.encoding, inspection.compression ?? []].flat().join(", ")],
    [words.delimiter, delimiter === "none" ? words.noDelimiter : delimiter],
    [words.lineEnds, inspection.lineEnd.toUpperCase()],
    [words.header, inspection.header ? words.yes : words.no],
    [words.records, number(tally.records)],
  );
  const { titles } = inspection;
  if (titles.length > 0)
    rows.push([words.titles, words.lines(titles.slice(0, FIRST_LINES), titles.length > FIRST_LINES)]);
  rows.push([words.blankLines, number(blankLines)]);
  for (const fault of RECORD_FAULTS)
    if (tally.found[fault].count > 0)
      rows.push([words[fault], `${number(tally.found[fault].count)}: ${linesOf(tally.found[fault], sentences)}`]);
  return layOut(rows, ["left", "left"]);
}

function columnLines(columns: readonly InspectedColumn[], { inspection: words }: Sentences): string[] {
  const rows = columns.map((column) => [
    String(column.position),
    shorten(column.name ?? "", LONGEST_NAME),
    shareOf(column.filled, 1),
    shareOf(column.readable, 1),
    `${column.phones === undefined ? words.notPhone : words.phone}: ${words.why[column.why]}`,
  ]);
  const heading = ["#", words.name, words.filled, words.readable, words.verdict];
  return layOut([heading, ...rows], ["right", "left", "right", "right", "left"]);
}

function phoneLines(
  column: InspectedColumn,
  { tally }: Inspection,
  sentences: Sentences,
  title: (text: string) => string,
): string[] {
  const { inspection: words, summary } = sentences;
  const phones = column.phones!;
  const name = column.name === undefined ? summary.column(column.position) : `"${shorten(column.name, LONGEST_NAME)}"`;
  const row = (label: string, count: number, of: number): Row => [label, number(count), shareOf(count, of), ""];
  const rowOf = (label: string, found: Occurrences): Row => [
    label,
    number(found.count),
    shareOf(found.count, tally.whole),
    linesOf(found, sentences),
  ];
  const numbers = Object.values(phones.numbers).reduce((sum, count) => sum + count, 0);
  const rows: Row[] = [row(words.cells, phones.filled, tally.whole)];
  for (const [type, count] of typesOf(phones)) rows.push(row(words.types[type], count, numbers));
  if (phones.several.count > 0) rows.push(rowOf(words.several, phones.several));
  const unread = unreadOf(phones).map(([reason, cells]) => rowOf(summary.reason(reason, cells.count), cells));
  const heading: Row = ["", words.count, words.share, words.linesTitle];
  const read = [title(words.phones(name)), ...layOut([heading, ...rows], ROW)];
  return unread.length === 0
    ? read
    : [...read, "", title(words.unreadable(name)), ...layOut([heading, ...unread], ROW)];
}

function summaryLines({ tally }: Inspection, sentences: Sentences, title: (text: string) => string): string[] {
  const { inspection: words } = sentences;
  const row = (label: string, count: number, lines = ""): string[] => [
    label,
    number(count),
    shareOf(count, tally.records),
    lines,
  ];
  const rows = [
    row(words.usable, tally.usable),
    row(words.duplicates, tally.found.duplicate.count, linesOf(tally.found.duplicate, sentences)),
    row(words.withoutNumber, withoutNumber(tally)),
  ];
  return [title(words.summary), ...layOut(rows, ["left", "right", "right", "left"])];
}

function withoutNumber({ whole, usable, found }: Inspection["tally"]): number {
  return whole - usable - found.duplicate.count;
}

/** The types that occur, in the plan's order. */
function typesOf(phones: ColumnTally) {
  const entries = Object.entries(phones.numbers) as [keyof ColumnTally["numbers"], number][];
  return entries.filter(([, count]) => count > 0);
}

/** The commonest reason first. */
function unreadOf(phones: ColumnTally): [UnreadReason, Occurrences][] {
  return [...phones.unread].sort(([, a], [, b]) => b.count - a.count);
}

function linesOf(found: Occurrences, { inspection: words }: Sentences): string {
  return found.count === 0 ? "" : words.lines(found.lines, found.count > found.lines.length);
}

/** One of `files`. */
export function inspectionJson(inspection: Inspection): Record<string, unknown> {
  const { tally } = inspection;
  return {
    path: inspection.path,
    bytes: inspection.bytes,
    sha256: inspection.sha256,
    sheet: inspection.sheet,
    encoding: inspection.encoding,
    compression: inspection.compression,
    dialect: { delimiter: inspection.delimiter, line_end: inspection.lineEnd },
    header: inspection.header,
    titles: inspection.titles,
    records: tally.records,
    blank_lines: inspection.blankLines,
    ragged: occurrences(tally.found.ragged),
    malformed: occurrences(tally.found.malformed),
    sampled: inspection.sampled,
    columns: inspection.columns.map((column) => ({
      ...nameOf(column),
      filled: rounded(column.filled),
      readable: rounded(column.readable),
      phone: column.phones !== undefined,
      why: column.why,
    })),
    phones: inspection.columns.flatMap((column) =>
      column.phones === undefined ? [] : [phonesJson(column, tally.whole)],
    ),
    usable: tally.usable,
    duplicates: occurrences(tally.found.duplicate),
    without_number: withoutNumber(tally),
  };
}

function phonesJson(column: InspectedColumn, whole: number) {
  const phones = column.phones!;
  return {
    ...nameOf(column),
    cells: whole,
    filled: phones.filled,
    numbers: phones.numbers,
    several_numbers: occurrences(phones.several),
    unreadable: unreadOf(phones).map(([reason, cells]) => ({
      reason,
      ...occurrences(cells),
      share: rounded(cells.count / whole),
    })),
  };
}

function nameOf({ position, name }: InspectedColumn) {
  return { position, name: name ?? null };
}

/** `lines`: the first of them. */
function occurrences({ count, lines }: Occurrences) {
  return { count, lines };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
