// Makes a workbook of a list while it is written as CSV. Texts are in their cells, because a table of shared ones would grow with
// the list. They have the format of text, so that editing one makes neither a number nor a formula.

import { recordCells, sampleRecords, scannedCells } from "../../csv/cells.js";
import { type Dialect, RecordScanner } from "../../csv/scanner.js";
import { ExitCode, ScrubError } from "../../errors.js";
import type { BeyondSheet } from "../faults.js";
import { columnLetters, MOST_COLUMNS, MOST_ROWS, type TypedShow, typedValue } from "../values.js";
import { MOST_PART_BYTES, ZipWriter } from "./zip.js";

/** The sample that tells the widths of the columns. */
const SAMPLE_BYTES = 64 * 1024;
const WIDTH_RECORDS = 500;
const NARROWEST = 8;
const WIDEST = 60;
/** The most columns that svscrub appends. */
const MOST_ADDED = 8;
/** The width of a filter's button. */
const BUTTON = 3;
/** The most UTF-16 units of a cell, and of a piece that is packed. */
const MOST_TEXT = 32_767;
const PIECE = 256 * 1024;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND = "application/vnd.openxmlformats-";
const SPREADSHEET = `${KIND}officedocument.spreadsheetml`;

/** The attributes of a cell: with text, in the header, and by type. */
const TEXT = ' s="1" t="inlineStr"';
const HEADER = ' s="2" t="inlineStr"';
const ATTRIBUTES_OF: Readonly<Record<TypedShow, string>> = {
  number: "",
  boolean: ' t="b"',
  day: ' s="3"',
  moment: ' s="4"',
  time: ' s="5"',
};

const FORMATS = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "[hh]:mm:ss"];
/** The ids of the first of these formats, and of the format of text. */
const FIRST_FORMAT = 164;
const TEXT_FORMAT = 49;
const formats = FORMATS.map((code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${code}"/>`);
const styles = [0, TEXT_FORMAT, TEXT_FORMAT, ...FORMATS.map((_, i) => FIRST_FORMAT + i)].map(
  (format, i) => `<xf numFmtId="${format}" fontId="${i === 2 ? 1 : 0}" applyNumberFormat="1" applyFont="1"/>`,
);
const FONT = '<sz val="11"/><name val="Calibri"/>';
const FILLS = ["none", "gray125"].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`);

const FIXED_PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${KIND}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
  "_rels/.rels": relationsXml({ officeDocument: "xl/workbook.xml" }),
  "xl/_rels/workbook.xml.rels": relationsXml({ worksheet: "worksheets/sheet1.xml", styles: "styles.xml" }),
  "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join("")}</numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2">${FILLS.join("")}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join("")}</cellXfs></styleSheet>`,
};

/** Writes relations. `targets`: by their kinds. */
function relationsXml(targets: Readonly<Record<string, string>>): string {
  const relations = Object.entries(targets).map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`;
}

export interface SheetPlan {
  file: string;
  /** Whether the parts are packed. Unpacked ones have a hash that does not depend on zlib. */
  isPacked: boolean;
  sheetName: string;
  dialect: Dialect;
  /** The bytes before the header: a byte order mark and a line `sep=`. */
  markEnd: number;
  hasHeader: boolean;
  /** The list's own columns, without those that svscrub appends. */
  width: number;
  /** The columns that are always text, from 0. */
  phones: readonly number[];
}

export class WorkbookPacker {
  /** Whether cells without quotes that look like numbers or dates are written as such. */
  isTyped = false;
  readonly #zip: ZipWriter;
  readonly #scanner: RecordScanner;
  readonly #name: string;
  /** The beginning of an incomplete record. */
  #rest: Uint8Array = new Uint8Array(0);
  #toSkip: number;
  /** XML that is not packed yet. */
  #xml = "";
  #row = 0;
  /** The count of columns under the filter. */
  #filled = 1;

  constructor(private readonly plan: SheetPlan) {
    this.#zip = new ZipWriter(plan.isPacked);
    this.#name = sheetNameOf(plan.sheetName);
    this.#toSkip = plan.markEnd;
    const columns = Array.from({ length: Math.min(plan.width, MOST_COLUMNS) + MOST_ADDED }, (_, column) => column);
    this.#scanner = new RecordScanner(plan.dialect, columns);
  }

  /** Refuses more records than fit below a header. `records`: read so far, kept or not. */
  refuseMore(records: number): void {
    if (records >= MOST_ROWS)
      throw new ScrubError(ExitCode.phoneList, "beyondSheet", ["rows", MOST_ROWS], { file: this.plan.file });
  }

  pack(bytes: Uint8Array): readonly Uint8Array[] {
    this.#take(bytes, false);
    return this.#zip.take();
  }

  end(): readonly Uint8Array[] {
    this.#take(new Uint8Array(0), true);
    const range = `A1:${columnLetters(this.#filled)}${Math.max(this.#row, 1)}`;
    const filter = this.plan.hasHeader && this.#row > 0 ? `<autoFilter ref="${range}"/>` : "";
    // No warning for numbers that are stored as text.
    this.#xml += `</sheetData>${filter}<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
    this.#write(true);
    const name = escaped(this.#name).replaceAll('"', "&quot;");
    this.#zip.add(
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    );
    this.#zip.end();
    return this.#zip.take();
  }

  #take(bytes: Uint8Array, isLast: boolean): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    const window = Buffer.concat([this.#rest, bytes.subarray(skipped)]);
    if (this.#row === 0 && this.#xml === "") {
      if (window.length === 0 && !isLast) return;
      this.#begin(window, isLast);
    }
    const scanner = this.#scanner;
    scanner.feed(window, 0, window.length, isLast);
    while (scanner.next()) {
      this.#putRecord(scanner);
      if (this.#xml.length >= PIECE) this.#write(false);
    }
    this.#rest = window.subarray(scanner.nextStart);
  }

  #begin(window: Buffer, isLast: boolean): void {
    for (const [name, xml] of Object.entries(FIXED_PARTS)) this.#zip.add(name, xml);
    this.#zip.begin("xl/worksheets/sheet1.xml");
    const sample = window.subarray(0, SAMPLE_BYTES);
    const isWhole = isLast && sample.length === window.length;
    const { dialect, hasHeader } = this.plan;
    const widths: number[] = [];
    for (const [record, { cells }] of sampleRecords(sample, isWhole, dialect, 0, WIDTH_RECORDS).entries())
      for (const [column, cell] of cells.slice(0, MOST_COLUMNS).entries()) {
        const wanted = cell.length + (record === 0 && hasHeader ? BUTTON : 1);
        widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, wanted));
      }
    const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
    const cols = columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
    const pane = hasHeader ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : "";
    this.#xml = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols}<sheetData>`;
  }

  #putRecord(record: RecordScanner): void {
    const { bytes, start, end, cellStart, cellQuoted } = record;
    const { dialect, hasHeader, phones, width } = this.plan;
    const isHeader = this.#row === 0 && hasHeader;
    this.#row++;
    if (record.cells > MOST_COLUMNS) throw this.#refuse("columns", MOST_COLUMNS);
    const isLong = record.cells > cellStart.length;
    const cells = isLong ? recordCells(bytes, start, end, dialect) : scannedCells(record);
    this.#xml += `<row r="${this.#row}">`;
    const isTypedRow = this.isTyped && !isHeader && !isLong;
    const mayBeTyped = (column: number) => column < width && cellQuoted[column] === 0 && !phones.includes(column);
    for (const [column, text] of cells.entries()) {
      if (text === "") continue;
      const typed = isTypedRow && mayBeTyped(column) ? typedValue(text) : undefined;
      const letters = columnLetters(column + 1);
      if (typed === undefined && text.length > MOST_TEXT) throw this.#refuse("text", MOST_TEXT, letters);
      const ofText = `${isHeader ? HEADER : TEXT}><is>${textXml(text)}</is>`;
      const content = typed === undefined ? ofText : `${ATTRIBUTES_OF[typed.show]}><v>${typed.stored}</v>`;
      this.#xml += `<c r="${letters}${this.#row}"${content}</c>`;
    }
    this.#xml += "</row>";
    if (isHeader || !hasHeader) this.#filled = Math.max(this.#filled, cells.length);
  }

  #write(isLast: boolean): void {
    if (this.#zip.write(this.#xml, isLast) > MOST_PART_BYTES) throw this.#refuse("bytes", MOST_PART_BYTES);
    this.#xml = "";
  }

  #refuse(kind: BeyondSheet, most: number, column?: string): ScrubError {
    const place = { file: this.plan.file, sheet: this.#name, line: this.#row || 1 };
    return new ScrubError(ExitCode.phoneList, "beyondSheet", [kind, most, column], place);
  }
}

const LONGEST_NAME = 31;

function sheetNameOf(wanted: string): string {
  const name = wanted
    .replace(/[[\]:*?/\\\p{Cc}\u{fffe}\u{ffff}\p{Cs}]+/gu, " ")
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/^[\s']+|[\s']+$/g, "");
  // Excel reserves this name.
  return /^history$/i.test(name) ? `${name}_` : name || "Sheet1";
}

/** Matches characters that XML can't hold as they are, and an underscore that would be read as an escape. */
const ESCAPED = /[&<>\ufffe\uffff]|(?![\t\n\u007f-\u009f])\p{Cc}|\p{Cs}|_(?=x[\da-fA-F]{4}_)/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** Writes a text. Programs trim it unless `xml:space` is there. */
function textXml(text: string): string {
  return `<t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ""}>${escaped(text)}</t>`;
}

/** Escapes a text. What XML can't hold becomes `_x0007_`, as in Excel; NUL and lone surrogates become a replacement character. */
function escaped(text: string): string {
  return text.replace(ESCAPED, (sign) => {
    if (/\0|\p{Cs}/u.test(sign)) return "\ufffd";
    return ENTITIES[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  });
}
