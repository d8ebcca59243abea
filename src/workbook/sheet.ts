// Reads the rows of one sheet as CSV. Rows and cells must be in order, and every element of the data must be known: what is
// passed over could be an opt-out.

import { walkPart } from "./archive.js";
import { isTrue, type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { columnLetters, columnOf, MOST_COLUMNS, MOST_ROWS, type SheetLayout, type Unseen } from "./facts.js";
import { damaged, type WorkbookFault } from "./fault.js";
import { SheetRecords } from "./records.js";
import { textIn, unescaped } from "./texts.js";
import { dateText, decimalText } from "./values.js";
import { Token, XmlReader } from "./xml.js";

/** A cell as nearly every program writes it: place, style, type, and its value or inline text. */
const USUAL = String.raw`<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,5})")?(?: t="([A-Za-z]{1,9})")?(?:/>|>(?:<v>([^<&\r]*)</v>|<is><t(?: xml:space="preserve")?>([^<&\r]*)</t></is>)?</c>)`;
const PIECE = 32 * 1024;
const MOST_DAYS = 20_000;

export class SheetRows {
  readonly records: SheetRecords;
  /** How far the file is read. */
  position = 0;
  readonly #xml: XmlReader;
  #usual: RegExp | undefined;
  /** The open child of the sheet. */
  #section = "";
  #hasData = false;
  #row = 0;
  #column = 0;
  // Of the cell.
  #type = "n";
  #style = -1;
  #value: string | undefined;
  #inline: string | undefined;
  #formula: string | undefined;
  /** Texts of days by their serial numbers: days repeat. */
  readonly #days = new Map<string, string>();

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    unseen: Unseen,
    /** Undefined to find it out: every row ends with its last cell. */
    layout: SheetLayout | undefined,
    headerRow?: number,
    tellsTypes = false,
  ) {
    this.records = new SheetRecords(book, sheet, unseen, layout, headerRow, tellsTypes);
    this.#xml = new XmlReader((fault) => this.#fail(fault));
  }

  /** The CSV, in pieces of at least so many characters. */
  async *pieces(least = PIECE): AsyncGenerator<string, void> {
    const visit = (token: Token) => this.#visit(token);
    const onRead = (position: number) => {
      this.position = position;
    };
    for await (const _ of walkPart(this.book.archive, this.sheet.part!, this.#xml, visit, onRead))
      if (this.records.written.length >= least) yield this.records.take();
    if (!this.#hasData) throw this.#fail("xml");
    yield this.records.take();
  }

  #visit(token: Token): void {
    const { depth } = this.#xml;
    if (depth <= 1 && token !== Token.text) this.#outermost(token);
    else if (this.#section === "sheetData") this.#inData(token);
    else if (token === Token.start) this.#startOutside();
    if (depth === 3 && this.#section === "sheetData") this.#usualCells();
  }

  #usualCells(): void {
    for (let usual = this.#xml.match(this.#usual); usual !== null; usual = this.#xml.match(this.#usual)) {
      const [, letters, row, style, type = "n", value, inline] = usual;
      this.#place(letters!, row!);
      this.#beginCell(type, style);
      this.#value = value;
      this.#inline = inline;
      this.#endCell();
    }
  }

  #outermost(token: Token): void {
    this.#section = "";
    if (token !== Token.start) return;
    this.#xml.expectRoot("worksheet");
    this.#usual = this.#xml.usual(USUAL);
  }

  #startOutside(): void {
    const xml = this.#xml;
    const path = xml.path(1);
    // Rows in other places, or under another prefix, would be passed over.
    if (/(?:^|\/)(?:row|c)$|^.*:sheetData$/.test(path)) throw this.#fail("xml");
    if (xml.depth === 2) this.#section = path;
    if (path === "sheetData") {
      if (this.#hasData) throw this.#fail("xml");
      this.#hasData = true;
    } else if (path === "cols/col") this.#hideColumns();
    else if (path === "mergeCells/mergeCell") this.records.mergeCells(xml.value("ref") ?? "");
    // A filter without criteria hides nothing.
    else if (/^autoFilter\/filterColumn\/[^/]+$/.test(path)) this.records.filtered();
    else if (path === "sheetPr" && isTrue(xml.value("filterMode"))) this.records.filtered();
  }

  #hideColumns(): void {
    const { attributes } = this.#xml;
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("width") ?? 1) !== 0) return;
    const [min, max] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    if (!(min >= 1 && max >= min)) throw this.#fail("xml");
    this.records.hideColumns(min, max);
  }

  #inData(token: Token): void {
    const xml = this.#xml;
    const { depth, name } = xml;
    const child = depth > 4 ? xml.path(4).split("/", 1)[0] : "";
    if (child === "is" && !(depth === 5 && token === Token.start)) this.#inline += textIn(xml, token, 5);
    else if (token === Token.text) {
      if (depth === 5 && child === "v") this.#value += xml.content;
      else if (depth === 5 && child === "f") this.#formula += xml.content;
      else if (child !== "extLst" && xml.content.trim() !== "") throw this.#fail("xml");
    } else if (token === Token.end) {
      if (depth === 3) this.#endCell();
      else if (depth === 2) this.records.endRow();
    } else if (depth === 3 && name === "row") this.#beginRow();
    else if (depth === 4 && name === "c") this.#startCell();
    else if (depth === 5) this.#startInCell(name);
    else if (child !== "extLst") throw this.#fail("xml");
  }

  #beginRow(): void {
    const { attributes } = this.#xml;
    const row = numberOf(attributes.get("r") ?? String(this.#row + 1));
    if (!(row > this.#row && row <= MOST_ROWS)) throw this.#fail("row-order");
    this.#row = row;
    this.#column = 0;
    this.records.beginRow(row, isTrue(attributes.get("hidden")) || Number(attributes.get("ht") ?? 1) === 0);
  }

  #startCell(): void {
    const { attributes } = this.#xml;
    const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(attributes.get("r") ?? "") ?? [];
    if (letters !== undefined) this.#place(letters, row!);
    else if (attributes.has("r") || ++this.#column > MOST_COLUMNS) throw this.#fail("cell-place");
    this.#beginCell(attributes.get("t") ?? "n", attributes.get("s"));
  }

  #startInCell(name: string): void {
    if (name === "v" && this.#value === undefined) this.#value = "";
    else if (name === "is" && this.#inline === undefined) this.#inline = "";
    else if (name === "f") this.#formula = "";
    else if (name !== "extLst") throw this.#fail("xml");
  }

  /** A cell must be in its row, right of the cell before it. */
  #place(letters: string, row: string): void {
    const column = columnOf(letters);
    if (column <= this.#column || column > MOST_COLUMNS || Number(row) !== this.#row) throw this.#fail("cell-place");
    this.#column = column;
  }

  #beginCell(type: string, style: string | undefined): void {
    this.#type = type;
    this.#style = style === undefined ? -1 : numberOf(style);
    this.#value = this.#inline = this.#formula = undefined;
  }

  #endCell(): void {
    const [value = "", inline = ""] = [this.#value, this.#inline];
    // The cell's type tells which of the two counts; they must not differ.
    if (inline !== "" && this.#value !== undefined && value !== inline && !(value === "" && this.#type === "inlineStr"))
      throw this.#fail("cell-value");
    const said = value || inline;
    const isText = this.#type !== "n" && this.#type !== "b";
    const hasValue = (this.#value ?? this.#inline) !== undefined;
    // Many formulas return an empty text; `<v/>` of a number is no value.
    const isStored = said !== "" || (hasValue && (this.#type === "str" || this.#type === "inlineStr"));
    const isStale = this.book.isUncalculated && said === "0" && this.#type !== "s";
    if (this.#formula !== undefined && (!isStored || isStale)) {
      // A number in the formula itself is still seen in an opt-out list.
      this.records.uncalculated(this.#column);
      this.#put(`=${this.#formula || "?"}`, true);
    } else if (said !== "") this.#put(this.#shown(said), isText);
    else if (!TYPES.has(this.#type)) throw this.#fail("cell-value");
  }

  #put(text: string, isText: boolean): void {
    if (text === "") return;
    const isStruck = this.book.styles.struck.has(this.#style);
    if (!this.records.put(this.#column, text, isText, isStruck)) throw this.#fail("left-of-list");
  }

  /** The text of a value that is not empty. */
  #shown(value: string): string {
    switch (this.#type) {
      case "n":
        return this.#number(value);
      case "s": {
        const text = this.book.texts?.at(numberOf(value));
        if (text === undefined) throw this.#fail("string-index");
        return text;
      }
      case "b":
        if (/^(?:1|true|0|false)$/.test(value)) return value === "1" || value === "true" ? "TRUE" : "FALSE";
        throw this.#fail("cell-value");
      default:
        if (!TYPES.has(this.#type)) throw this.#fail("cell-value");
        return unescaped(value);
    }
  }

  #number(value: string): string {
    const style = this.book.styles.dates[this.#style];
    const known = style === "date" ? this.#days.get(value) : undefined;
    if (known !== undefined) return known;
    const text = decimalText(value);
    if (text === undefined) throw this.#fail("cell-value");
    if (style === undefined) return text;
    const shown = dateText(Number(text), style, this.book.is1904) ?? text;
    if (style === "date" && this.#days.size < MOST_DAYS) this.#days.set(value, shown);
    return shown;
  }

  #fail(fault: WorkbookFault): Error {
    const { terms } = this.book;
    if (this.#section !== "sheetData" || this.#row === 0) return damaged(terms, fault, this.sheet.part);
    const cell = this.#column === 0 ? this.sheet.part : columnLetters(this.#column) + this.#row;
    return damaged(terms, fault, cell, { sheet: shownSheet(this.sheet), line: this.#row });
  }
}

const TYPES: ReadonlySet<string> = new Set(["n", "s", "inlineStr", "str", "b", "e", "d"]);

/** -1 for a text that is no whole number. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
