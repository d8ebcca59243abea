// Reads one sheet as CSV, whose line numbers are row numbers. Refuses what is unknown or out of order: an opt-out could be in it.

import { ScrubError } from "../errors.js";
import { bytesOfPart } from "./archive.js";
import { isBlank, isStrike, isTrue, type SheetEntry, shownSheet, textIn, unescaped, type Workbook } from "./book.js";
import { damaged, type WorkbookFault } from "./faults.js";
import { type SheetFacts, type SheetReading, SheetRecords } from "./sheet-records.js";
import { columnLetters, columnOf, dateText, decimalText, MOST_COLUMNS, MOST_ROWS } from "./values.js";
import { type Token, XmlReader } from "./xml.js";

export type { SheetFacts, SheetReading, StruckRow } from "./sheet-records.js";

/** Matches a cell as nearly every program writes it: place, style, type, and its value or inline text. */
const USUAL = new RegExp(
  String.raw`<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,5})")?(?: t="([A-Za-z]{1,9})")?` +
    String.raw`(?:/>|>(?:<v>([^<&\r]*)</v>|<is><t(?: xml:space="preserve")?>([^<&\r]*)</t></is>)?</c>)`,
  "y",
);
const PIECE_CHARACTERS = 32 * 1024;
const ROW = "sheetData/row";
const CELL = `${ROW}/c`;
const INLINE = `${CELL}/is/`;
/** Matches the elements of a cell that are passed over. */
const EXTENSION = /^sheetData\/row\/c\/extLst(?:\/|$)/;
/** The types of cells: number, shared string, inline string, formula's string, boolean, error, date. */
const TYPES: ReadonlySet<string> = new Set(["n", "s", "inlineStr", "str", "b", "e", "d"]);

/** Reads the rows of a sheet. It has the state of one cell, which `#openCell` begins and `#endCell` puts into `records`. */
export class SheetRows {
  /** The bytes of the workbook that were read, for progress. */
  position = 0;
  readonly records: SheetRecords;
  readonly facts: SheetFacts;
  #hasData = false;
  /** The cell's column, from 1; 0 before the first of a row. */
  #column = 0;
  #type = "n";
  #style = -1;
  /** Whether the cell is struck through, or a part of its text. */
  #isStruck = false;
  /** The text of `<v>`, of `<is>` and of `<f>`; undefined if the cell has none. */
  #value: string | undefined;
  #inline: string | undefined;
  #formula: string | undefined;

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    reading: SheetReading,
  ) {
    this.records = new SheetRecords(book, sheet, reading);
    this.facts = this.records.facts;
  }

  /** Yields the CSV, in pieces of at least `least` characters. */
  async *pieces(least = PIECE_CHARACTERS): AsyncGenerator<string, void> {
    const usual = { inside: ROW, pattern: USUAL, read: this.#readUsual.bind(this) };
    const xml = new XmlReader((fault) => this.#fail(fault, xml.path), this.#visit.bind(this), usual);
    const onRead = (position: number) => {
      this.position = position;
    };
    for await (const bytes of bytesOfPart(this.book.archive, this.sheet.part!, onRead)) {
      xml.read(bytes);
      if (this.records.text.length >= least) yield this.records.flush();
    }
    xml.read();
    if (!this.#hasData) throw this.#fail("xml");
    yield this.records.flush();
  }

  async *bytes(): AsyncGenerator<Buffer, void> {
    yield Buffer.from("\ufeff");
    for await (const text of this.pieces()) yield Buffer.from(text);
  }

  #visit(xml: XmlReader, token: Token): void {
    const { path } = xml;
    if (path.startsWith(`${CELL}/`)) this.#visitInCell(xml, token);
    else if (path === CELL && token === "start") this.#beginCell(xml);
    else if (path === CELL && token === "end") this.#endCell();
    else if (path === ROW && token === "start") this.#beginRow(xml);
    else if (path === ROW && token === "end") this.records.endRow();
    else if (path === "sheetData" && token === "start" && !this.#hasData) this.#hasData = true;
    else if (!path.startsWith("sheetData")) this.#visitOutside(xml, token);
    else if (!isBlank(xml, token)) throw xml.fail("xml");
  }

  /** Visits an element or text inside a cell, which has at most one value and one inline text. */
  #visitInCell(xml: XmlReader, token: Token): void {
    const { path } = xml;
    const text = token === "text" ? xml.text : "";
    const isFirst = (before: string | undefined) => token !== "start" || before === undefined;
    if (path === `${CELL}/v` && isFirst(this.#value)) this.#value = (this.#value ?? "") + text;
    else if (path === `${CELL}/is` && token !== "text" && isFirst(this.#inline)) this.#inline ??= "";
    else if (path === `${CELL}/f`) this.#formula = (this.#formula ?? "") + text;
    else if (path === `${INLINE}r/rPr/strike` && token === "start") this.#isStruck ||= isStrike(xml);
    else if (path.startsWith(INLINE)) this.#inline += textIn(xml, token, INLINE);
    else if (!EXTENSION.test(path) && !isBlank(xml, token)) throw xml.fail("xml");
  }

  /** Visits what is not in `sheetData`: hidden columns, merged cells, filters. */
  #visitOutside(xml: XmlReader, token: Token): void {
    if (token !== "start") return;
    const { path } = xml;
    if (path === "") xml.expectRoot("worksheet");
    // Rows in other places, or under another prefix, would be passed over.
    if (/(?:^|\/)(?:row|c)$|^.*:sheetData$/.test(path)) throw xml.fail("xml");
    if (path === "dimension") this.facts.dimension = xml.attributes.get("ref") ?? "";
    else if (path === "cols/col") this.#hideColumns(xml);
    else if (path === "mergeCells/mergeCell") this.records.mergeCells(xml.attributes.get("ref") ?? "");
    // A filter without criteria hides nothing.
    const hasFilterMode = path === "sheetPr" && isTrue(xml.attributes.get("filterMode"));
    if (hasFilterMode || /^autoFilter\/filterColumn\/[^/]+$/.test(path)) {
      this.facts.isFiltered = true;
      this.records.refuseUnseen("sheetFiltered", []);
    }
  }

  #hideColumns({ attributes, fail }: XmlReader): void {
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("width") ?? 1) !== 0) return;
    const [min, max] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    if (!(min >= 1 && max >= min)) throw fail("xml");
    this.records.hiddenColumns.fill(1, min, max + 1);
  }

  #beginRow({ attributes, fail }: XmlReader): void {
    const row = numberOf(attributes.get("r") ?? String(this.records.row + 1));
    if (!(row > this.records.row && row <= MOST_ROWS)) throw fail("cell");
    this.#column = 0;
    this.records.beginRow(row, isTrue(attributes.get("hidden")) || Number(attributes.get("ht") ?? 1) === 0);
  }

  #readUsual([, letters, row, style, type, value, inline]: RegExpExecArray): void {
    this.#openCell(columnOf(letters!), Number(row), type, style);
    this.#value = value;
    this.#inline = inline;
    this.#endCell();
  }

  #beginCell({ attributes }: XmlReader): void {
    const place = attributes.get("r");
    const [, letters, row = this.records.row] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(place ?? "") ?? [];
    const column = place === undefined ? this.#column + 1 : columnOf(letters ?? "");
    this.#openCell(column, Number(row), attributes.get("t"), attributes.get("s"));
  }

  /** Begins a cell. It must be in the current row, right of the cell before it. */
  #openCell(column: number, row: number, type = "n", style = ""): void {
    if (column <= this.#column || column > MOST_COLUMNS || row !== this.records.row) throw this.#fail("cell", CELL);
    this.#column = column;
    this.#type = type;
    this.#style = numberOf(style);
    this.#value = this.#inline = this.#formula = undefined;
    this.#isStruck = this.book.styles[this.#style]?.isStruck === true;
  }

  #endCell(): void {
    const [value = "", inline = ""] = [this.#value, this.#inline];
    // Only one of the two should be there; if both are, they must not differ.
    const differ = inline !== "" && this.#value !== undefined && value !== inline;
    if (differ && !(value === "" && this.#type === "inlineStr")) throw this.#fail("cell", CELL);
    const text = value || inline;
    const hasValue = (this.#value ?? this.#inline) !== undefined;
    // A formula may return an empty text, but an empty `<v/>` of a number is no value.
    const isStored = text !== "" || (hasValue && (this.#type === "str" || this.#type === "inlineStr"));
    const isStale = this.book.isUncalculated && text === "0" && this.#type !== "s";
    if (this.#formula !== undefined && (!isStored || isStale)) {
      this.facts.formulas++;
      this.records.refuseUnseen("formulaWithoutValue", [columnLetters(this.#column)], this.records.row);
      // A number in the formula itself still counts in a suppression list.
      this.records.put(this.#column, `=${this.#formula || "?"}`, true, this.#isStruck);
      return;
    }
    const shown = this.#shown(text);
    if (shown === undefined || !TYPES.has(this.#type)) throw this.#fail("cell", CELL);
    this.#isStruck ||= this.#type === "s" && this.book.texts?.struck.has(numberOf(text)) === true;
    if (shown !== "") this.records.put(this.#column, shown, this.#type !== "n" && this.#type !== "b", this.#isStruck);
  }

  /** Returns a value as text; undefined if it does not fit the cell's type. */
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

  #fail(fault: WorkbookFault, path = ""): Error {
    const isInRow = path.startsWith("sheetData/") && this.records.row > 0;
    return isInRow ? this.records.damaged(fault, this.#column) : damaged(this.book.terms, fault, this.sheet.part);
  }
}

/** Returns a whole number; -1 for any other text. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** The rows after which a sheet is taken to have the columns that it says, if they have. */
const LAYOUT_ROWS = 20_000;
/** A list with more columns than this, of whose cells a smaller share is filled, has a stray cell far to the right. */
const WIDE = 500;
const SPARSE = 0.05;

/** Returns where the list is in its sheet, as wide as its widest row; undefined if the sheet is empty. */
export async function layoutOf(book: Workbook, sheet: SheetEntry, reading: SheetReading) {
  const { struck, unseen } = reading;
  const mayBeStruck = book.texts?.struck.size || book.styles.some(({ isStruck }) => isStruck);
  const rows = new SheetRows(book, sheet, reading);
  const { facts } = rows;
  const columnsIn = (range: string) => range.replace(/\d/g, "");
  for await (const _ of rows.pieces()) {
    const isWide = facts.rows >= LAYOUT_ROWS && columnsIn(facts.range) === columnsIn(facts.dimension);
    if (isWide && (unseen === "counted" || !(mayBeStruck || struck?.size))) break;
  }
  const { firstRow, firstColumn, lastColumn } = facts;
  if (firstRow === 0) return undefined;
  const width = lastColumn - firstColumn + 1;
  // Padding every row to a stray last cell would make gigabytes.
  if (width > WIDE && facts.cells < facts.rows * width * SPARSE) {
    const { file, exitCode } = book.terms;
    throw new ScrubError(exitCode, "sheetTooWide", [columnLetters(lastColumn)], { file, sheet: shownSheet(sheet) });
  }
  return { firstRow, firstColumn, width };
}

/** Whether a sheet's records match a pattern. A formula without a stored value may. */
export async function holds(book: Workbook, sheet: SheetEntry, pattern: RegExp): Promise<boolean> {
  const rows = new SheetRows(book, sheet, { unseen: "counted" });
  for await (const text of rows.pieces(1)) if (rows.facts.formulas > 0 || pattern.test(text)) return true;
  return false;
}
