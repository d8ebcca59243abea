// Checks that a phone list is the table that it is read as: most records have the header's width, and an only column
// holds nothing but numbers and their labels.

import type { SampleRecord } from "../csv/cells.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import { type ExitCode, ScrubError, type Warning } from "../errors.js";
import { namesSeveralColumns } from "../headers/phone-names.js";
import { losesWords } from "../phone/labels.js";
import { type CellReading, holdsMore } from "../phone/number.js";
import { columnName } from "./column-names.js";
import { namedWidth } from "./fault.js";
import { asksAboutOptOuts } from "./marks.js";
import { Occurrences } from "./occurrences.js";
import { holdsNumber } from "./phone-cells.js";
import { splitterOf } from "./splitter.js";
import { type ListTable, listName } from "./table.js";
import { wordsOfCell } from "./watch.js";

/** Whether the phone cells of kept records are cut to their numbers. */
export type PhoneCellsAre = "cut" | "whole";

interface Opened {
  file: string;
  exitCode: ExitCode;
  dialect: Dialect;
  header: readonly string[] | undefined;
  headerLine: number;
  width: number;
  phoneCellsAre: PhoneCellsAre;
  /** The first bytes from where records begin, and whether they are all. */
  body: Uint8Array;
  whole: boolean;
}

/** In no name of one column. */
const DELIMITER = /[;|\t]/;
/** Any delimiter that is seen in lists; some stand in names, too: `telefono/fax`. */
const ANY_DELIMITER = /[,;|:^~$#/\p{Cc}]| - | {3,}/u;
/** The share of an only column's lines that may hold more than numbers, such as names in brackets. */
const FEW = 0.1;
/** Bytes that are enough to find what would split the columns. */
const BODY_BYTES = 64 * 1024;

/** Refuses a list that its first records show to be no table. Returns a watch over all records. */
export function watchShape(records: readonly SampleRecord[], opened: Opened): ShapeWatch {
  // A copy, because the buffer is reused.
  const list = { ...opened, body: Uint8Array.prototype.slice.call(opened.body, 0, BODY_BYTES) };
  refuseColumnsInOne(list, records);
  const first = new ShapeWatch(list);
  for (const { cells, line, malformed } of records) if (malformed || isRagged(cells, list)) first.countBroken(line);
  first.refuse(records.length);
  return new ShapeWatch(list);
}

/** Counts what speaks against the shape of a list, record by record. */
export class ShapeWatch {
  readonly #broken = { count: 0, line: 0 };
  /** By phone column, kept records that lost more of the cell than marks: words, an extension, another number. */
  readonly #lost = new Map<number, Occurrences>();

  constructor(private readonly list: Opened) {}

  get cutsCells(): boolean {
    return this.list.phoneCellsAre === "cut";
  }

  /** Counts a kept record for each phone column that lost more than its number. `kept`: the number of each, if any. */
  countKept(
    record: RecordView,
    readings: readonly CellReading[],
    kept: readonly unknown[],
    { phoneCells, columns }: { phoneCells: readonly number[]; columns: readonly number[] },
  ): void {
    if (!this.cutsCells) return;
    for (const [i, cell] of phoneCells.entries()) {
      const isEmptied = kept[i] === undefined && readings[i]!.numbers.length > 0;
      if (isEmptied || holdsMore(readings[i]!) || wordsOfCell(record, cell).areLost)
        this.countLostWords(columns[i]!, [record.line]);
    }
  }

  /** Counts kept records, by their lines, that lost more than marks in a phone column. */
  countLostWords(column: number, lines: readonly number[]): void {
    if (lines.length === 0) return;
    const lost = this.#lost.get(column) ?? new Occurrences();
    this.#lost.set(column, lost);
    for (const line of lines) lost.add(line);
  }

  countBroken(line: number): void {
    if (this.#broken.count++ === 0) this.#broken.line = line;
  }

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

  warnings(list: ListTable): Warning[] {
    const byColumn = [...this.#lost].sort(([one], [other]) => one - other);
    return byColumn.map(([column, { count, lines }]) => ({
      code: "words-cut",
      values: [listName(list), columnName(list, column), count, lines],
    }));
  }
}

/** Refuses one column that is several by its name or by its lines. */
function refuseColumnsInOne(list: Opened, records: readonly SampleRecord[]): void {
  const { file, exitCode, header = [], headerLine, width, phoneCellsAre } = list;
  const isCut = phoneCellsAre === "cut";
  const isSeveral = header
    .filter((name) => width === 1 || DELIMITER.test(name))
    .some((name) => (isCut && namesSeveralColumns(name)) || asksAmongOthers(name));
  const more =
    isCut && width === 1 ? records.filter(({ cells: [cell] }) => losesWords(cell!) && holdsNumber(cell!)) : [];
  if (!isSeveral && more.length <= records.length * FEW) return;
  const line = isSeveral ? headerLine : more[0]!.line;
  throw new ScrubError(exitCode, "columnsInOne", [isSeveral, splitterIn(list)], { file, line });
}

/** Whether one name is those of a phone and of a column about opt-outs, whose answers nobody would hear. */
function asksAmongOthers(name: string): boolean {
  return namesSeveralColumns(name, ANY_DELIMITER) && name.split(ANY_DELIMITER).some(asksAboutOptOuts);
}

function splitterIn({ body, whole, dialect }: Opened): string | undefined {
  return splitterOf(body, whole && body.length < BODY_BYTES, dialect);
}

/** Extra empty cells at the end are no damage, as in `faultOf`. */
function isRagged(cells: readonly string[], list: Opened): boolean {
  const { width } = list;
  return cells.length < width || (cells.length > width && cells.slice(namedWidth(list)).some((cell) => cell !== ""));
}
