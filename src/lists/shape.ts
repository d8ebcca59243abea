// Whether a phone list is the table that it is read as: records of the header's width, and one column only where its lines
// hold nothing but numbers and their labels.

import type { SampleRecord } from "../csv/cells.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import { type ExitCode, ScrubError, type Warning } from "../errors.js";
import { namesSeveralColumns } from "../headers/phone-names.js";
import { losesWords } from "../phone/labels.js";
import { columnName } from "./column-names.js";
import { namedWidth } from "./fault.js";
import { asksAboutOptOuts } from "./marks.js";
import { Occurrences } from "./occurrences.js";
import { holdsNumber } from "./phone-cells.js";
import { splitterOf } from "./splitter.js";
import { type ListTable, listName } from "./table.js";
import { wordsOfCell } from "./watch.js";

/** What becomes of the phone cells of the records that are kept: they are cut to their numbers, or stay whole. */
export type PhoneCellsAre = "cut" | "whole";

/** What tells the shape of a list that is being opened. */
interface Opened {
  file: string;
  exitCode: ExitCode;
  dialect: Dialect;
  header: readonly string[] | undefined;
  headerLine: number;
  width: number;
  phoneCellsAre: PhoneCellsAre;
  /** The first bytes, from where the records begin, and whether they are all. */
  body: Uint8Array;
  whole: boolean;
}

/** Stands in no name of one column. */
const DELIMITER = /[;|\t]/;
/** The share of an only column's lines that may hold more than numbers: a few names in brackets are no column. */
const FEW = 0.1;
/** As many bytes as tell what would part the columns. */
const BODY_BYTES = 64 * 1024;

/**
 * Refuses a list that its first records show to be no table, and returns a watch over all of them. `records`: the first,
 * without the header.
 */
export function watchShape(records: readonly SampleRecord[], opened: Opened): ShapeWatch {
  // A copy: once the list is read, other bytes lie there.
  const list = { ...opened, body: Uint8Array.prototype.slice.call(opened.body, 0, BODY_BYTES) };
  refuseColumnsInOne(list, records);
  const first = new ShapeWatch(list);
  for (const { cells, line, malformed } of records) if (malformed || isRagged(cells, list)) first.takeBroken(line);
  first.refuse(records.length);
  return new ShapeWatch(list);
}

/** Counts what speaks against the shape of a list, record by record. */
export class ShapeWatch {
  readonly #broken = { count: 0, line: 0 };
  /** By the phone column, records that were kept without words of their cells. */
  readonly #lost = new Map<number, Occurrences>();

  constructor(private readonly list: Opened) {}

  /** Whether the phone cells are cut to their numbers. */
  get cutsCells(): boolean {
    return this.list.phoneCellsAre === "cut";
  }

  /** Counts a kept record, by each phone column of which words go. `columns`: those of the phone cells. */
  takeKept(record: RecordView, phoneCells: readonly number[], columns: readonly number[]): void {
    if (!this.cutsCells) return;
    for (const [i, cell] of phoneCells.entries())
      if (wordsOfCell(record, cell).areLost) this.takeWordsLost(columns[i]!, [record.line]);
  }

  /** Counts kept records by their lines, of which words go in a phone column. */
  takeWordsLost(column: number, lines: readonly number[]): void {
    if (lines.length === 0) return;
    const lost = this.#lost.get(column) ?? new Occurrences();
    this.#lost.set(column, lost);
    for (const line of lines) lost.add(line);
  }

  takeBroken(line: number): void {
    if (this.#broken.count++ === 0) this.#broken.line = line;
  }

  /** Refuses a list of so many records where most of them are broken. */
  refuse(records: number): void {
    const { count, line } = this.#broken;
    const { file, exitCode, header, width } = this.list;
    if (count * 2 <= records) return;
    const values: [number, number, number, boolean, string | undefined] = [
      ...([count, records, width, header !== undefined] as const),
      splitterIn(this.list),
    ];
    throw new ScrubError(exitCode, "mostlyBroken", values, { file, line });
  }

  /** Tells what goes from the clean list with the cells that are cut. */
  warnings(list: ListTable): Warning[] {
    const byColumn = [...this.#lost].sort(([one], [other]) => one - other);
    return byColumn.map(([column, { count, lines }]) => ({
      code: "words-cut",
      values: [listName(list), columnName(list, column), count, lines],
    }));
  }
}

/**
 * Refuses a column that is several by its name, with another delimiter in it, and an only one that is by its lines. Where cells
 * stay whole, only an opt-out is lost that the name asks about.
 */
function refuseColumnsInOne(list: Opened, records: readonly SampleRecord[]): void {
  const { file, exitCode, header = [], headerLine, width, phoneCellsAre } = list;
  const isCut = phoneCellsAre === "cut";
  const isSeveral = header.some(
    (name) => (width === 1 || DELIMITER.test(name)) && namesSeveralColumns(name) && (isCut || asksAboutOptOuts(name)),
  );
  const more =
    isCut && width === 1 ? records.filter(({ cells: [cell] }) => losesWords(cell!) && holdsNumber(cell!)) : [];
  if (!isSeveral && more.length <= records.length * FEW) return;
  const line = isSeveral ? headerLine : more[0]!.line;
  throw new ScrubError(exitCode, "columnsInOne", [isSeveral, splitterIn(list)], { file, line });
}

function splitterIn({ body, whole, dialect }: Opened): string | undefined {
  return splitterOf(body, whole && body.length < BODY_BYTES, dialect);
}

/** Extra empty cells at the end are no damage, as in `faultOf`. */
function isRagged(cells: readonly string[], list: Opened): boolean {
  const { width } = list;
  return cells.length < width || (cells.length > width && cells.slice(namedWidth(list)).some((cell) => cell !== ""));
}
