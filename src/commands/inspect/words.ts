// Formats an inspection as tables and as JSON with stable names. Numbers are masked, cells are never shown.

import type { InspectedColumn, Inspection } from "../../inspection/inspect.js";
import type { ColumnTally } from "../../inspection/tally.js";
import { RECORD_FAULTS } from "../../lists/fault.js";
import { FIRST_LINES, type Occurrences } from "../../lists/occurrences.js";
import type { UnreadReason } from "../../phone/number.js";
import type { Sentences } from "../../text/sentences.js";
import { number, shareOf, shorten } from "../../text/values.js";
import type { Host } from "../command.js";
import { type Align, bold, layOut } from "../screen.js";

type Words = Sentences["inspection"];

const LONGEST_NAME = 32;

/** Returns the tables, with a line end after the last line. */
export function tablesOf(inspection: Inspection, host: Host): string {
  const { sentences } = host;
  const title = (text: string) => bold(text, host.colorOnStdout);
  const { path, columns, sampled, optOutSign, tally } = inspection;
  const isText = optOutSign === "text";
  const phones = isText || tally.records === 0 ? [] : columns.filter((column) => column.phones !== undefined);
  const blocks = [
    [title(path === "-" ? "stdin" : path), ...fileLines(inspection, sentences)],
    ...(isText ? [] : [[title(sentences.inspection.columns(sampled)), ...columnLines(columns, sentences)]]),
    ...phones.map((column) => phoneLines(column, inspection, sentences, title)),
    ...(phones.length === 0 ? [] : [[title(sentences.inspection.summary), ...summaryLines(inspection, sentences)]]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function fileLines(inspection: Inspection, sentences: Sentences): string[] {
  const { inspection: words } = sentences;
  const { tally, bytes, sha256, blankLines, delimiter } = inspection;
  const { sheet, titles } = inspection;
  const rows = [
    ...(sheet === null ? [] : [[words.sheet, `${sheet.name}, ${sheet.range}`]]),
    [words.bytes, number(bytes)],
    ["SHA-256", sha256],
    [words.encoding, [inspection.encoding, inspection.compression ?? []].flat().join(", ")],
    [words.delimiter, delimiter === "none" ? words.noDelimiter : delimiter],
    [words.lineEnds, inspection.lineEnd.toUpperCase()],
    [words.header, inspection.header ? words.yes : words.no],
    [words.records, number(tally.records)],
    ...(titles.length === 0 ? [] : [[words.titles, linesOf({ count: titles.length, lines: titles }, words)]]),
    [words.blankLines, number(blankLines)],
    ...RECORD_FAULTS.flatMap((fault) => {
      const found = tally.found[fault];
      return found.count === 0 ? [] : [[words[fault], `${number(found.count)}: ${linesOf(found, words)}`]];
    }),
  ];
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
  { phones, name, position }: InspectedColumn,
  { tally: { whole } }: Inspection,
  sentences: Sentences,
  title: (text: string) => string,
): string[] {
  const { inspection: words, summary } = sentences;
  const { filled, numbers, several } = phones!;
  const all = Object.values(numbers).reduce((sum, count) => sum + count, 0);
  const types = Object.keys(numbers) as (keyof typeof numbers)[];
  const rows = [
    countRow(words.cells, filled, whole, words),
    ...types.flatMap((type) => (numbers[type] === 0 ? [] : [countRow(words.types[type], numbers[type], all, words)])),
    ...(several.count === 0 ? [] : [countRow(words.several, several, whole, words)]),
    ...unreadOf(phones!).map(([reason, cells]) => countRow(summary.reason(reason, cells.count), cells, whole, words)),
  ];
  const column = name === undefined ? summary.column(position) : `"${shorten(name, LONGEST_NAME)}"`;
  const heading = ["", words.count, words.share, words.linesTitle];
  return [title(words.phones(column)), ...layOut([heading, ...rows], COUNTS)];
}

function summaryLines({ tally }: Inspection, { inspection: words }: Sentences): string[] {
  const { records, usable, found } = tally;
  const rows = [
    countRow(words.usable, usable, records, words),
    countRow(words.duplicates, found.duplicate, records, words),
    countRow(words.withoutNumber, withoutNumber(tally), records, words),
  ];
  return layOut(rows, COUNTS);
}

const COUNTS: readonly Align[] = ["left", "right", "right", "left"];

/** Returns a row: count, share of `of`, first lines. */
function countRow(label: string, found: number | Occurrences, of: number, words: Words): string[] {
  const { count, lines } = typeof found === "number" ? { count: found, lines: [] } : found;
  return [label, number(count), shareOf(count, of), linesOf({ count, lines }, words)];
}

function linesOf({ count, lines }: { count: number; lines: readonly number[] }, words: Words): string {
  return lines.length === 0
    ? ""
    : words.lines(lines.slice(0, FIRST_LINES), count > Math.min(lines.length, FIRST_LINES));
}

function withoutNumber({ whole, usable, found }: Inspection["tally"]): number {
  return whole - usable - found.duplicate.count;
}

/** Returns the reasons, the commonest first. */
function unreadOf({ unread }: ColumnTally): [UnreadReason, Occurrences][] {
  return [...unread].sort(([, a], [, b]) => b.count - a.count);
}

export function inspectionJson(inspection: Inspection): Record<string, unknown> {
  const { path, bytes, sha256, sheet, encoding, compression, delimiter, lineEnd, header, titles } = inspection;
  const { columns, tally, blankLines, sampled } = inspection;
  const { ragged, malformed, duplicate } = tally.found;
  const nameOf = ({ position, name }: Pick<InspectedColumn, "position" | "name">) => ({ position, name: name ?? null });
  return {
    ...{ path, bytes, sha256, sheet, encoding, compression },
    dialect: { delimiter, line_end: lineEnd },
    ...{ header, titles, records: tally.records, blank_lines: blankLines, ragged, malformed, sampled },
    columns: columns.map((column) => ({
      ...nameOf(column),
      filled: rounded(column.filled),
      readable: rounded(column.readable),
      phone: column.phones !== undefined,
      why: column.why,
    })),
    phones: columns.flatMap(({ phones, ...column }) => {
      if (phones === undefined) return [];
      const { filled, numbers, several } = phones;
      const unreadable = unreadOf(phones).map(([reason, cells]) => {
        return { reason, ...cells, share: rounded(cells.count / tally.whole) };
      });
      return { ...nameOf(column), cells: tally.whole, filled, numbers, several_numbers: several, unreadable };
    }),
    ...{ usable: tally.usable, duplicates: duplicate, without_number: withoutNumber(tally) },
  };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
