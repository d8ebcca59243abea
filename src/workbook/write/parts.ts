// The parts of a written workbook beside its sheet, and what stands in the sheet before and behind its rows. Text has the
// format of text: whoever edits such a cell gets neither a number nor a formula out of it.

import { columnLetters } from "../facts.js";
import type { TypedShow } from "../values.js";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const SHEET_PART = "xl/worksheets/sheet1.xml";

/** The styles by their numbers; `added`: of the columns that svscrub adds. */
export const STYLE = { text: 1, header: 2, added: 3, addedHeader: 4 } as const;

/** What the tag of a cell that is no text says. */
export const ATTRIBUTES_OF: Readonly<Record<TypedShow, string>> = {
  number: "",
  boolean: ' t="b"',
  day: ' s="5"',
  moment: ' s="6"',
  time: ' s="7"',
  elapsed: ' s="8"',
};

const TEXT_FORMAT = 49;
const FORMATS: readonly [id: number, code: string][] = [
  [164, "yyyy-mm-dd"],
  [165, "yyyy-mm-dd hh:mm:ss"],
  [166, "hh:mm:ss"],
  [167, "[h]:mm:ss"],
];

const STYLES = [
  `${XML}<styleSheet xmlns="${MAIN}">`,
  `<numFmts count="${FORMATS.length}">`,
  ...FORMATS.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
  "</numFmts>",
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  fill("FFFFF2CC"),
  fill("FFFFD966"),
  '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="9">',
  cell({}),
  cell({ format: TEXT_FORMAT }),
  cell({ format: TEXT_FORMAT, font: 1 }),
  cell({ format: TEXT_FORMAT, fill: 2 }),
  cell({ format: TEXT_FORMAT, font: 1, fill: 3 }),
  ...FORMATS.map(([id]) => cell({ format: id })),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function cell({ format = 0, font = 0, fill = 0 }): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
}

/** The parts that are the same in every workbook. */
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

/** `filtered`: the range that has a filter, such as `$A$1:$H$20`. */
export function workbookPart(sheetName: string, filtered: string | undefined): string {
  const place = filtered === undefined ? "" : `'${sheetName.replaceAll("'", "''")}'!${filtered}`;
  const names =
    filtered === undefined
      ? ""
      : `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escaped(place)}</definedName></definedNames>`;
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`;
}

/** All before the first row. `widths`: of the columns, in characters. */
export function sheetStart(hasHeader: boolean, widths: readonly number[]): string {
  const pane = hasHeader ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : "";
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const cols = columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols}<sheetData>`;
}

/** All behind the last row. No mark says of phones that they are numbers stored as text. */
export function sheetEnd(columns: number, rows: number, isFiltered: boolean): string {
  const range = `A1:${columnLetters(Math.max(columns, 1))}${Math.max(rows, 1)}`;
  const filter = isFiltered ? `<autoFilter ref="${range}"/>` : "";
  return `</sheetData>${filter}<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

/** Longest name of a sheet, in UTF-16 units. */
const LONGEST_NAME = 31;

/** A name that a sheet may have; `Sheet1` where nothing of it is left. */
export function sheetNameOf(wanted: string): string {
  const name = wanted
    .replace(/[[\]:*?/\\\p{Cc}\u{fffe}\u{ffff}\p{Cs}]+/gu, " ")
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/^[\s']+|[\s']+$/g, "");
  // Excel keeps this name for itself.
  return /^history$/i.test(name) ? `${name}_` : name || "Sheet1";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
