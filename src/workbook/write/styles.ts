// How the cells of a written workbook look. Text has the format of text: whoever edits such a cell gets neither a number
// nor a formula out of it.

import type { TypedShow } from "../typed-text.js";

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

export const STYLES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
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
