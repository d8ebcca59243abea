// Whether a phone list is the table that it is read as: records of the header's width, and one column only where its lines
// hold nothing but numbers and their labels. Told by the first records, and again by all of them once they are read.

import { cellText, type SampleRecord } from "../csv/cells.js";
import { describeDelimiter } from "../csv/dialect.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import { type ExitCode, ScrubError, type Warning } from "../errors.js";
import { namesSeveralColumns } from "../headers/phone-names.js";
import { readCell } from "../phone/read.js";
import { holdsMoreThanNumbers } from "./beyond-numbers.js";
import { columnName } from "./column-names.js";
import { namedWidth, type RecordFault } from "./fault.js";
import { asksAboutOptOuts } from "./marks.js";
import { FIRST_LINES, Occurrences, OccurrencesByColumn } from "./occurrences.js";
import { isHeader } from "./phone-columns.js";
import { type Splitter, splitterOf } from "./splitter.js";
import { type ListTable, listName } from "./table.js";
import { losesWords } from "./watch.js";
import { delimiterMarks } from "./wide-delimiter.js";

/** What becomes of the phone cells of the records that are kept: they are cut to their numbers, or stay whole. */
export type PhoneCellsAre = "cut" | "whole";

/** What a refusal says of the records. */
export interface RaggedCounts {
  ragged: number;
  records: number;
  /** Cells of the header or, where there is none, of most records. */
  width: number;
  hasHeader: boolean;
  /** Cells of most of the ragged records. */
  most: number;
}

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

/** They stand in no name of one column. */
const DELIMITERS = /[;|\t^~]/;
/** The share of an only column's lines that may hold more than numbers: a few names in brackets are no column. */
const FEW = 0.1;
/** As many bytes as tell what would part the columns. */
const BODY_BYTES = 64 * 1024;
/** Its columns are named in each statement, or nowhere. */
const SQL = /^\s*(?:insert|replace)\s+into\s|^\s*(?:create|drop|lock)\s+tables?\s/im;
/** Whatever may part the names of columns. */
const BETWEEN_NAMES = /[^\p{L}\p{N} _.]+| {2,}/u;

/**
 * Refuses a list that its first records show to be no table, and returns a watch over all of them. `records`: the first,
 * without the header.
 */
export function watchShape(records: readonly SampleRecord[], opened: Opened): ShapeWatch {
  // A copy: once the list is read, other bytes lie there.
  const list = { ...opened, body: Uint8Array.prototype.slice.call(opened.body, 0, BODY_BYTES) };
  if (SQL.test(Buffer.from(list.body.subarray(0, 512)).toString("latin1")))
    throw new ScrubError(opened.exitCode, "sqlList", [], { file: opened.file });
  refuseHiddenColumns(list, records);
  const first = new ShapeWatch(list);
  for (const { cells, line, malformed } of records) {
    const fault = malformed ? "malformed" : isRagged(cells, list) ? "ragged" : undefined;
    first.takeCells(cells, line, fault);
  }
  first.refuse(records.length);
  return new ShapeWatch(list);
}

/** Counts what speaks against the shape of a list, record by record. */
export class ShapeWatch {
  readonly #ragged = { count: 0, line: 0, widths: new Map<number, number>() };
  readonly #malformed = { count: 0, line: 0 };
  readonly #more = new Occurrences();
  /** By the phone column, records that were kept without words of their cells. */
  readonly #lost = new OccurrencesByColumn();
  /** Lines that are cut to nothing: without a number in them. */
  #numberless = 0;

  constructor(private readonly list: Opened) {}

  /** Whether the text of records is wanted: the only column's, which is cut to its numbers. */
  get looksAtLines(): boolean {
    return this.list.width === 1 && this.list.phoneCellsAre === "cut";
  }

  /** Whether the phone cells of a table are cut to their numbers. */
  get cutsCells(): boolean {
    return this.list.width > 1 && this.list.phoneCellsAre === "cut";
  }

  /** Counts a kept record, by each phone column of which words go. `columns`: those of the phone cells. */
  takeKept(record: RecordView & { beside: boolean }, phoneCells: readonly number[], columns: readonly number[]): void {
    if (!record.beside || !this.cutsCells) return;
    for (const [i, cell] of phoneCells.entries()) {
      if (!losesWords(record, cell)) continue;
      this.#lost.add(columns[i]!, record.line);
    }
  }

  /** Counts a record that is not plain; of an only column, each that is more than a plain number. */
  take(record: RecordView & { beside: boolean }, fault: RecordFault | undefined): void {
    if (fault !== undefined) this.#takeBroken(fault, record.cells, record.line);
    else if (record.beside && this.looksAtLines) {
      const { bytes, cellStart, cellEnd, cellQuoted, line } = record;
      this.#takeLine(cellText(bytes, cellStart[0]!, cellEnd[0]!, cellQuoted[0] === 1), line);
    }
  }

  takeCells(cells: readonly string[], line: number, fault: RecordFault | undefined): void {
    if (fault !== undefined) this.#takeBroken(fault, cells.length, line);
    else if (this.looksAtLines) this.#takeLine(cells[0]!, line);
  }

  #takeBroken(fault: RecordFault, cells: number, line: number): void {
    const kind = fault === "ragged" ? this.#ragged : this.#malformed;
    if (kind.count++ === 0) kind.line = line;
    const { widths } = this.#ragged;
    if (fault === "ragged") widths.set(cells, (widths.get(cells) ?? 0) + 1);
  }

  #takeLine(text: string, line: number): void {
    if (!holdsMoreThanNumbers(text)) return;
    if (readCell(text).numbers.length === 0) this.#numberless++;
    else this.#more.add(line);
  }

  /** Refuses a list of so many records for what was taken. */
  refuse(records: number): void {
    const [ragged, malformed, more] = [this.#ragged, this.#malformed, this.#more];
    const { file, exitCode, header, width } = this.list;
    if ((ragged.count + malformed.count) * 2 > records) {
      if (malformed.count > ragged.count)
        throw new ScrubError(exitCode, "mostlyMalformed", [malformed.count, records], { file, line: malformed.line });
      const [most] = [...ragged.widths].reduce((one, other) => (other[1] > one[1] ? other : one));
      const counts = { ragged: ragged.count, records, width, hasHeader: header !== undefined, most };
      throw new ScrubError(exitCode, "mostlyRagged", [counts, this.#splitter], { file, line: ragged.line });
    }
    const lines = records - this.#numberless;
    if (more.count > lines * FEW)
      throw new ScrubError(exitCode, "phonesAreCut", [more.count, lines, true, this.#splitter], {
        file,
        line: more.lines[0]!,
      });
  }

  /**
   * Refuses phone columns of a table most of whose first cells hold more than numbers, where no name says that they are
   * phones, or it is several names: another delimiter stands in them.
   */
  refuseCutColumns(columns: readonly number[], records: readonly SampleRecord[]): void {
    const { file, exitCode, header, width, phoneCellsAre } = this.list;
    if (width === 1 || phoneCellsAre === "whole") return;
    for (const column of columns.filter((it) => header === undefined || namesSeveralColumns(header[it]!))) {
      const filled = records.filter(({ cells, malformed }) => !malformed && cells[column]?.trim());
      const cut = filled.filter(({ cells }) => holdsMoreThanNumbers(cells[column]!));
      if (cut.length * 2 <= filled.length) continue;
      const values: [number, number, boolean, Splitter] = [cut.length, filled.length, false, this.#splitter];
      throw new ScrubError(exitCode, "phonesAreCut", values, { file, line: cut[0]!.line });
    }
  }

  /**
   * Refuses a list whose columns several characters part: all but one of them would go from its phone cells, and stand beside the
   * yes or no of an opt-out.
   */
  refuseWideDelimiter(columns: readonly number[], records: readonly SampleRecord[]): void {
    const { file, exitCode, header, headerLine, width, phoneCellsAre, dialect } = this.list;
    const marks = delimiterMarks(header, records, width, columns);
    if (marks.length === 0) return;
    if (phoneCellsAre === "whole" && !header?.some(isOptOut)) return;
    const markAt = (at: "start" | "end") => marks.find(({ end }) => end === at)?.mark ?? "";
    const values: [string] = [`${markAt("end")} ${describeDelimiter(dialect.delimiter)} ${markAt("start")}`.trim()];
    throw new ScrubError(exitCode, "wideDelimiter", values, { file, line: headerLine });
  }

  /** Tells what goes from the clean list with the cells that are cut. */
  warnings(list: ListTable): Warning[] {
    const name = listName(list);
    const { count, lines } = this.#more;
    const ofLines: Warning[] = count === 0 ? [] : [{ code: "columns-in-one", values: [name, count, lines] }];
    const ofCells = [...this.#lost].map(
      ([column, { count, lines }]): Warning => ({
        code: "words-cut",
        values: [name, columnName(list, column), count, lines],
      }),
    );
    return [...ofCells, ...ofLines];
  }

  get #splitter() {
    const { body, whole, dialect } = this.list;
    return splitterOf(body, whole && body.length < BODY_BYTES, dialect);
  }
}

/**
 * Refuses an only column whose name is several names: whatever parts them, parts no records. Where lines stay whole, only
 * an opt-out is lost, which may be named further down, below the edge of a box. Of several columns, none may hide one.
 */
function refuseHiddenColumns(list: Opened, records: readonly SampleRecord[]): void {
  const { file, exitCode, header, headerLine, width, phoneCellsAre, body, whole, dialect } = list;
  const refuseNames = (text: string, between: RegExp, isSeveral: boolean, line: number) => {
    const names = text.split(between).filter((part) => part.trim() !== "");
    const hidesOptOuts = names.some(isOptOut) && !names.every(isOptOut) && isHeader([text]);
    if (!hidesOptOuts && !isSeveral) return;
    const values: [number, boolean, Splitter] = [names.length, width === 1, splitterOf(body, whole, dialect)];
    throw new ScrubError(exitCode, "headerInOne", values, { file, line });
  };
  if (width > 1) for (const name of header ?? []) refuseNames(name, DELIMITERS, false, headerLine);
  else {
    const [name] = header ?? [];
    const isSeveral = phoneCellsAre === "cut" && name !== undefined && namesSeveralColumns(name);
    if (name !== undefined) refuseNames(name, BETWEEN_NAMES, isSeveral, headerLine);
    for (const { cells, line } of records.slice(0, FIRST_LINES)) refuseNames(cells[0]!, BETWEEN_NAMES, false, line);
  }
}

function isOptOut(name: string): boolean {
  return asksAboutOptOuts(name);
}

/** Extra empty cells at the end are no damage, as in `faultOf`. */
function isRagged(cells: readonly string[], list: Opened): boolean {
  const { width } = list;
  return cells.length < width || (cells.length > width && cells.slice(namedWidth(list)).some((cell) => cell !== ""));
}
