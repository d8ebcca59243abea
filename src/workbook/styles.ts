// Which styles of a workbook show a number as a date or a time, and which strike a cell through. Nothing else of them matters.

import type { DateStyle } from "./values.js";
import { nameCode, Token, type XmlReader } from "./xml-reader.js";

const FORMATS = nameCode("numFmts");
const FORMAT = nameCode("numFmt");
const CELL_STYLES = nameCode("cellXfs");
const STYLE = nameCode("xf");
const FORMAT_ID = nameCode("numFmtId");
const FORMAT_CODE = nameCode("formatCode");
const FONTS = nameCode("fonts");
const FONT = nameCode("font");
const FONT_ID = nameCode("fontId");
const STRIKE = nameCode("strike");
const VALUE = nameCode("val");

export interface CellStyles {
  /** By the number of a style, how it shows a number as a date; undefined where it does not. */
  dates: readonly (DateStyle | undefined)[];
  /** The numbers of styles whose text is struck through. */
  struck: ReadonlySet<number>;
}

/** Formats that every program knows by number, those of East Asian languages too. */
const BUILT_IN: ReadonlyMap<number, DateStyle> = new Map<number, DateStyle>([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, "time"] as const),
  [46, "elapsed"],
]);

export const NO_STYLES: CellStyles = { dates: [], struck: new Set() };

export function readStyles(xml: XmlReader): CellStyles {
  const formats = new Map<number, DateStyle | undefined>();
  const ids: number[] = [];
  let [section, fonts] = [0, 0];
  const struckFonts = new Set<number>();
  const struck = new Set<number>();
  for (let token = xml.next(); token !== Token.done; token = xml.next()) {
    if (token !== Token.start) continue;
    const { name, depth } = xml;
    if (depth === 2) section = name;
    if (depth === 4 && section === FONTS && name === STRIKE && !/^(?:0|false|off)$/.test(xml.value(VALUE) ?? ""))
      struckFonts.add(fonts - 1);
    if (depth !== 3) continue;
    if (section === FONTS && name === FONT) fonts++;
    else if (section === FORMATS && name === FORMAT)
      formats.set(Number(xml.value(FORMAT_ID)), dateStyleOf(xml.value(FORMAT_CODE) ?? ""));
    else if (section === CELL_STYLES && name === STYLE) {
      if (struckFonts.has(Number(xml.value(FONT_ID) ?? 0))) struck.add(ids.length);
      ids.push(Number(xml.value(FORMAT_ID) ?? 0));
    }
  }
  return { dates: ids.map((id) => (formats.has(id) ? formats.get(id) : BUILT_IN.get(id))), struck };
}

/** `dd/mm/yyyy`, `h:mm AM/PM`, `[h]:mm`; in `#,##0.00 "días"` no letter is one of a date. */
export function dateStyleOf(code: string): DateStyle | undefined {
  if (/^(?:general|standard|estándar)$/i.test(code.trim())) return undefined;
  // Texts, escaped characters, paddings and fillings; then colours, conditions and languages.
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*./g, "");
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return "elapsed";
  const signs = bare.replace(/\[[^\]]*\]/g, "");
  if (/[dy]/i.test(signs)) return "date";
  if (/[hs]/i.test(signs)) return "time";
  // `m` alone are months, unless a clock stands beside them.
  return /m/i.test(signs) ? "date" : undefined;
}
