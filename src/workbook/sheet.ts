// Reads one sheet as CSV with commas and CRLF. A row without a value is a blank line, so line numbers are row numbers. Rows
// and cells must be in order, and every element of the data must be known: what is passed over could be an opt-out.

import { ScrubError } from "../errors.js";
import { bytesOfPart } from "./archive.js";
import {
  isBlank,
  isTableFiltered,
  isTrue,
  type SheetEntry,
  shownSheet,
  textIn,
  unescaped,
  type Workbook,
} from "./book.js";
import { damaged, type WorkbookFault } from "./faults.js";
import { columnLetters, columnOf, dateText, decimalText, MOST_COLUMNS, MOST_ROWS, typedValue } from "./values.js";
import { type Token, XmlReader } from "./xml.js";

export interface SheetLayout {
  /** Both from 1. */
  firstRow: number;
  firstColumn: number;
  /** The cells to which every row is padded. */
  width: number;
}

/** What the rows so far hold. Rows and columns without a value do not count. */
export class SheetFacts {
  rows = 0;
  cells = 0;
  firstRow = 0;
  lastRow = 0;
  firstColumn = 0;
  lastColumn = 0;
  /** `A1:H1000001`, from the first to the last value; empty without one. */
  range = "";
  hiddenRows = 0;
  hiddenColumns = 0;
  isFiltered = false;
  /** Formulas without a stored value. */
  formulas = 0;
  /** Of the cells merged over several rows those that end last. */
  merged: { range: string; lastRow: number } | undefined;
}

/** The struck-through columns of a row, and its count of values. */
export interface StruckRow {
  columns: readonly number[];
  filled: number;
}

export interface SheetReading {
  /** What happens to hidden rows and columns, and to formulas without a stored value. */
  unseen: "refused" | "counted";
  /** If undefined, records begin in column A and end with their last cell. */
  layout?: SheetLayout;
  /** From 1; the first row with a value if undefined. */
  headerRow?: number | undefined;
  /** Quotes texts that look like numbers or dates, so that cells without quotes are numbers and dates. */
  tellsTypes?: boolean;
  /** Gets the struck-through rows. */
  struck?: Map<number, StruckRow> | undefined;
}

/** A cell as nearly every program writes it: place, style, type, and its value or inline text. */
const USUAL = new RegExp(
  String.raw`<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,5})")?(?: t="([A-Za-z]{1,9})")?` +
    String.raw`(?:/>|>(?:<v>([^<&\r]*)</v>|<is><t(?: xml:space="preserve")?>([^<&\r]*)</t></is>)?</c>)`,
  "y",
);
const PIECE = 32 * 1024;
/** The paths of a cell, and of a text in it. */
const CELL = "sheetData/row/c";
const INLINE = "sheetData/row/c/is/";
/** What a cell may have in it without a meaning here. */
const EXTENSION = /^sheetData\/row\/c\/extLst(?:\/|$)/;
const TYPES: ReadonlySet<string> = new Set(["n", "s", "inlineStr", "str", "b", "e", "d"]);

export class SheetRows {
  /** How far the file is read. */
  position = 0;
  /** The last column of the header, and its count of values. */
  headerEnd = 0;
  headerCells = 0;
  /** The last column from the header on. */
  listEnd = 0;
  readonly facts = new SheetFacts();
  /** The records since the last piece. */
  #written = "";
  #hasData = false;
  /** Hidden columns in which no value stands yet. */
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS + 1);
  #row = 0;
  #isHidden = false;
  /** The count of cells in the record, and of those with a value. */
  #cells = 0;
  #filled = 0;
  #struckColumns: number[] = [];
  #column = 0;
  #type = "n";
  #style = -1;
  #value: string | undefined;
  #inline: string | undefined;
  #formula: string | undefined;

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    private readonly reading: SheetReading,
  ) {}

  /** The CSV, in pieces of at least so many characters. */
  async *pieces(least = PIECE): AsyncGenerator<string, void> {
    const usual = { inside: "sheetData/row", pattern: USUAL, read: this.#readUsual.bind(this) };
    const xml = new XmlReader((fault) => this.#fail(fault, xml.path), this.#visit.bind(this), usual);
    const onRead = (position: number) => {
      this.position = position;
    };
    for await (const bytes of bytesOfPart(this.book.archive, this.sheet.part!, onRead)) {
      xml.read(bytes);
      if (this.#written.length < least) continue;
      yield this.#written;
      this.#written = "";
    }
    xml.read();
    if (!this.#hasData) throw this.#fail("xml");
    const { firstColumn, firstRow, lastColumn, lastRow, rows } = this.facts;
    if (rows > 0) this.facts.range = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
    yield this.#written;
  }

  /** The same in UTF-8 with a byte order mark. */
  async *bytes(): AsyncGenerator<Buffer, void> {
    yield Buffer.from("\ufeff");
    for await (const text of this.pieces()) yield Buffer.from(text);
  }

  #visit(xml: XmlReader, token: Token): void {
    const { path } = xml;
    if (path === "sheetData" && token === "start" && !this.#hasData) this.#hasData = true;
    else if (path === "sheetData/row" && token === "start") this.#beginRow(xml);
    else if (path === "sheetData/row" && token === "end") this.#endRow();
    else if (path === CELL && token === "start") this.#beginCell(xml);
    else if (path === CELL && token === "end") this.#endCell();
    else if (path.startsWith(`${CELL}/`)) this.#visitInCell(xml, token);
    else if (!path.startsWith("sheetData")) this.#outside(xml, token);
    else if (!isBlank(xml, token)) throw xml.fail("xml");
  }

  /** A cell has one value and one inline text. */
  #visitInCell(xml: XmlReader, token: Token): void {
    const { path } = xml;
    const text = token === "text" ? xml.text : "";
    const isFirst = (before: string | undefined) => token !== "start" || before === undefined;
    if (path === `${CELL}/v` && isFirst(this.#value)) this.#value = (this.#value ?? "") + text;
    else if (path === `${CELL}/is` && token !== "text" && isFirst(this.#inline)) this.#inline ??= "";
    else if (path === `${CELL}/f`) this.#formula = (this.#formula ?? "") + text;
    else if (path.startsWith(INLINE)) this.#inline += textIn(xml, token, INLINE);
    else if (!EXTENSION.test(path) && !isBlank(xml, token)) throw xml.fail("xml");
  }

  #outside(xml: XmlReader, token: Token): void {
    if (token !== "start") return;
    const { path } = xml;
    if (path === "") xml.expectRoot("worksheet");
    // Rows in other places, or under another prefix, would be passed over.
    if (/(?:^|\/)(?:row|c)$|^.*:sheetData$/.test(path)) throw xml.fail("xml");
    if (path === "cols/col") this.#hideColumns(xml);
    else if (path === "mergeCells/mergeCell") this.#mergeCells(xml.attributes.get("ref") ?? "");
    // A filter without criteria hides nothing.
    else if (
      /^autoFilter\/filterColumn\/[^/]+$/.test(path) ||
      (path === "sheetPr" && isTrue(xml.attributes.get("filterMode")))
    ) {
      this.facts.isFiltered = true;
      this.#refuseUnseen("sheetFiltered", []);
    }
  }

  #hideColumns({ attributes, fail }: XmlReader): void {
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("width") ?? 1) !== 0) return;
    const [min, max] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    if (!(min >= 1 && max >= min)) throw fail("xml");
    this.#hiddenColumns.fill(1, min, max + 1);
  }

  /** `range`: `D3:D5`. An unknown range reaches to the end of the sheet. */
  #mergeCells(range: string): void {
    const [, first, last] = /^[A-Z]+([0-9]+)(?::[A-Z]+([0-9]+))?$/i.exec(range) ?? [];
    const lastRow = first === undefined ? MOST_ROWS : Number(last ?? first);
    if (Number(first) === lastRow || lastRow <= (this.facts.merged?.lastRow ?? 0)) return;
    this.facts.merged = { range, lastRow };
  }

  #beginRow({ attributes, fail }: XmlReader): void {
    const row = numberOf(attributes.get("r") ?? String(this.#row + 1));
    if (!(row > this.#row && row <= MOST_ROWS)) throw fail("cell");
    this.#row = row;
    this.#isHidden = isTrue(attributes.get("hidden")) || Number(attributes.get("ht") ?? 1) === 0;
    this.#column = this.#cells = this.#filled = 0;
    this.#struckColumns = [];
  }

  #endRow(): void {
    const { layout, struck } = this.reading;
    if (this.#filled === 0) return;
    this.#written += `${",".repeat(Math.max(0, (layout?.width ?? 0) - this.#cells))}\r\n`;
    if (this.#struckColumns.length > 0) struck?.set(this.#row, { columns: this.#struckColumns, filled: this.#filled });
  }

  #readUsual([, letters, row, style, type, value, inline]: RegExpExecArray): void {
    this.#openCell(columnOf(letters!), Number(row), type, style);
    this.#value = value;
    this.#inline = inline;
    this.#endCell();
  }

  #beginCell({ attributes }: XmlReader): void {
    const place = attributes.get("r");
    const [, letters, row = this.#row] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(place ?? "") ?? [];
    const column = place === undefined ? this.#column + 1 : columnOf(letters ?? "");
    this.#openCell(column, Number(row), attributes.get("t"), attributes.get("s"));
  }

  /** A cell must be in its row, right of the cell before it. */
  #openCell(column: number, row: number, type = "n", style = ""): void {
    if (column <= this.#column || column > MOST_COLUMNS || row !== this.#row) throw this.#fail("cell", CELL);
    this.#column = column;
    this.#type = type;
    this.#style = numberOf(style);
    this.#value = this.#inline = this.#formula = undefined;
  }

  #endCell(): void {
    const [value = "", inline = ""] = [this.#value, this.#inline];
    // The cell's type tells which of the two counts; they must not differ.
    const isOther = inline !== "" && this.#value !== undefined && value !== inline;
    if (isOther && !(value === "" && this.#type === "inlineStr")) throw this.#fail("cell", CELL);
    const said = value || inline;
    const hasValue = (this.#value ?? this.#inline) !== undefined;
    // Many formulas return an empty text; `<v/>` of a number is no value.
    const isStored = said !== "" || (hasValue && (this.#type === "str" || this.#type === "inlineStr"));
    const isStale = this.book.isUncalculated && said === "0" && this.#type !== "s";
    if (this.#formula !== undefined && (!isStored || isStale)) {
      this.facts.formulas++;
      this.#refuseUnseen("formulaWithoutValue", [columnLetters(this.#column)], this.#row);
      // A number in the formula itself is still seen in an opt-out list.
      this.#put(`=${this.#formula || "?"}`, true);
      return;
    }
    const shown = this.#shown(said);
    if (shown === undefined || !TYPES.has(this.#type)) throw this.#fail("cell", CELL);
    if (shown !== "") this.#put(shown, this.#type !== "n" && this.#type !== "b");
  }

  /** The text of a value; undefined if it is none of its type. */
  #shown(value: string): string | undefined {
    if (value === "") return "";
    if (this.#type === "s") return this.book.texts?.at(numberOf(value));
    if (this.#type === "b")
      return /^(?:1|true)$/.test(value) ? "TRUE" : /^(?:0|false)$/.test(value) ? "FALSE" : undefined;
    if (this.#type !== "n") return unescaped(value);
    const text = decimalText(value);
    const style = this.book.styles[this.#style]?.date;
    return style === undefined || text === undefined ? text : (dateText(Number(text), style, this.book.is1904) ?? text);
  }

  /** Writes the next cell of the row. */
  #put(text: string, isText: boolean): void {
    const { facts } = this;
    const { layout, headerRow, tellsTypes } = this.reading;
    const column = this.#column;
    if (this.#filled++ === 0) this.#beginRecord();
    if (this.#hiddenColumns[column] === 1) {
      this.#hiddenColumns[column] = 0;
      facts.hiddenColumns++;
      this.#refuseUnseen("columnHidden", [columnLetters(column)]);
    }
    if (facts.firstColumn === 0 || column < facts.firstColumn) facts.firstColumn = column;
    facts.lastColumn = Math.max(facts.lastColumn, column);
    facts.cells++;
    if (headerRow === undefined ? facts.rows === 1 : this.#row === headerRow) {
      this.headerEnd = column;
      this.headerCells++;
    }
    if (this.#row >= (headerRow ?? 0)) this.listEnd = Math.max(this.listEnd, column);
    if (this.book.styles[this.#style]?.isStruck) this.#struckColumns.push(column);
    const cell = column - (layout?.firstColumn ?? 1);
    if (cell < 0) throw this.#fail("left-of-list", CELL);
    const isQuoted = /[",\r\n]/.test(text) || (isText && tellsTypes === true && typedValue(text) !== undefined);
    this.#written += ",".repeat(cell - Math.max(0, this.#cells - 1));
    this.#written += isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
    this.#cells = cell + 1;
  }

  #beginRecord(): void {
    const { facts } = this;
    if (this.#isHidden) {
      facts.hiddenRows++;
      this.#refuseUnseen("rowHidden", [], this.#row);
    }
    const before = facts.rows === 0 ? (this.reading.layout?.firstRow ?? this.#row) - 1 : facts.lastRow;
    this.#written += "\r\n".repeat(this.#row - before - 1);
    if (facts.rows++ === 0) facts.firstRow = this.#row;
    facts.lastRow = this.#row;
  }

  #refuseUnseen<N extends "sheetFiltered" | "rowHidden" | "columnHidden" | "formulaWithoutValue">(
    sentence: N,
    values: ConstructorParameters<typeof ScrubError<N>>[2],
    line?: number,
  ): void {
    const { file, exitCode } = this.book.terms;
    const place = { file, sheet: shownSheet(this.sheet), ...(line && { line }) };
    if (this.reading.unseen === "refused") throw new ScrubError(exitCode, sentence, values, place);
  }

  #fail(fault: WorkbookFault, path = ""): Error {
    const { terms } = this.book;
    if (!path.startsWith("sheetData/") || this.#row === 0) return damaged(terms, fault, this.sheet.part);
    const cell = this.#column === 0 ? this.sheet.part : columnLetters(this.#column) + this.#row;
    return damaged(terms, fault, cell, { sheet: shownSheet(this.sheet), line: this.#row });
  }
}

/** -1 for a text that is no whole number. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** The rows that tell the place of the list. */
const LOOKED_AT = 20_000;
/** A cell with so many digits may be a phone number and is no column name. */
const NUMBER_DIGITS = 7;
/** With more columns, and fewer of their cells filled, a cell was filled by mistake. */
const WIDE = 500;
const SPARSE = 0.05;

/** Returns the place of the list; undefined if the sheet is empty. With `struck`, all rows are read. */
export async function layoutOf(
  book: Workbook,
  sheet: SheetEntry,
  reading: SheetReading,
): Promise<SheetLayout | undefined> {
  const { headerRow, struck } = reading;
  const rows = new SheetRows(book, sheet, reading);
  const { facts } = rows;
  let firstRecord = "";
  for await (const text of rows.pieces()) {
    if (firstRecord === "") firstRecord = text.slice(0, Math.max(0, text.indexOf("\r\n")));
    if (facts.rows >= LOOKED_AT && struck === undefined) break;
  }
  const { firstRow, firstColumn } = facts;
  if (firstRow === 0) return undefined;
  const isNamed = headerRow === undefined ? isHeader(firstRecord) : rows.headerCells > 1;
  const end = isNamed ? rows.headerEnd : rows.listEnd;
  const width = end - firstColumn + 1;
  // Padding every row to a stray last cell would make gigabytes.
  if (width > WIDE && facts.cells < facts.rows * width * SPARSE) {
    const { file, exitCode } = book.terms;
    throw new ScrubError(exitCode, "sheetTooWide", [columnLetters(end)], { file, sheet: shownSheet(sheet) });
  }
  return { firstRow, firstColumn, width };
}

/** Whether a record names several columns. Longer rows are ragged then; without a header rows are as long as the longest. */
function isHeader(record: string): boolean {
  const filled = record.split(",").filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => cell.replace(/\P{Nd}/gu, "").length < NUMBER_DIGITS);
}

/** Whether a pattern is in the sheet's records; true if a formula has no stored value. */
export async function holds(book: Workbook, sheet: SheetEntry, pattern: RegExp): Promise<boolean> {
  const rows = new SheetRows(book, sheet, { unseen: "counted" });
  for await (const text of rows.pieces(1)) if (rows.facts.formulas > 0 || pattern.test(text)) return true;
  return false;
}

/** Reads a sheet to its end; undefined for one without cells, such as a chart. */
export async function surveySheet(book: Workbook, sheet: SheetEntry): Promise<SheetFacts | undefined> {
  if (sheet.part === undefined) return undefined;
  const rows = new SheetRows(book, sheet, { unseen: "counted" });
  for await (const _ of rows.pieces());
  rows.facts.isFiltered ||= await isTableFiltered(book, sheet);
  return rows.facts;
}
