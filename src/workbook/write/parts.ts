// The parts of a written workbook, and its sheet's XML around the rows. Text cells have the format of text, so that editing
// one makes neither a number nor a formula.

import { columnLetters, type TypedShow } from "../values.js";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const SHEET_PART = "xl/worksheets/sheet1.xml";

/** Attributes of a cell: with text, in the header, and by type. */
export const TEXT = ' s="1" t="inlineStr"';
export const HEADER = ' s="2" t="inlineStr"';
export const ATTRIBUTES_OF: Readonly<Record<TypedShow, string>> = {
  number: "",
  boolean: ' t="b"',
  day: ' s="3"',
  moment: ' s="4"',
  time: ' s="5"',
};

const TEXT_FORMAT = 49;
const FORMATS = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "[hh]:mm:ss"];
const FIRST_FORMAT = 164;
const formats = FORMATS.map((code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${code}"/>`);
const styles = [0, TEXT_FORMAT, TEXT_FORMAT, ...FORMATS.map((_, i) => FIRST_FORMAT + i)].map(
  (format, i) => `<xf numFmtId="${format}" fontId="${i === 2 ? 1 : 0}" applyNumberFormat="1" applyFont="1"/>`,
);
const FONT = '<sz val="11"/><name val="Calibri"/>';
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join("")}</numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join("")}</cellXfs></styleSheet>`;

export const FIXED_PARTS: readonly (readonly [name: string, xml: string])[] = [
  [
    "[Content_Types].xml",
    `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/${SHEET_PART}" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ["xl/styles.xml", STYLES],
];

export function workbookPart(sheetName: string): string {
  const name = sheetName.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** `widths`: in characters. */
export function sheetStart(hasHeader: boolean, widths: readonly number[]): string {
  const pane = hasHeader ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : "";
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const cols = columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols}<sheetData>`;
}

/** Also turns off the mark of numbers that are stored as text. */
export function sheetEnd(columns: number, rows: number, isFiltered: boolean): string {
  const range = `A1:${columnLetters(Math.max(columns, 1))}${Math.max(rows, 1)}`;
  const filter = isFiltered ? `<autoFilter ref="${range}"/>` : "";
  return `</sheetData>${filter}<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

const LONGEST_NAME = 31;

/** Returns a valid name of a sheet. */
export function sheetNameOf(wanted: string): string {
  const name = wanted
    .replace(/[[\]:*?/\\\p{Cc}\u{fffe}\u{ffff}\p{Cs}]+/gu, " ")
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/^[\s']+|[\s']+$/g, "");
  // Excel keeps this name for itself.
  return /^history$/i.test(name) ? `${name}_` : name || "Sheet1";
}
