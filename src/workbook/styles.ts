// Reads which styles show a number as a date or a time, and which are struck through.

import { type Archive, visitPart } from "./archive.js";
import type { DateStyle } from "./values.js";
import { Token } from "./xml.js";

export interface CellStyles {
  /** By the style's number; undefined if it shows no date. */
  dates: readonly (DateStyle | undefined)[];
  struck: ReadonlySet<number>;
}

/** Formats without a code, those of East Asian languages too. */
const BUILT_IN: ReadonlyMap<number, DateStyle> = new Map<number, DateStyle>([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, "time"] as const),
  [46, "elapsed"],
]);

export const NO_STYLES: CellStyles = { dates: [], struck: new Set() };

export async function readStyles(archive: Archive, part: string): Promise<CellStyles> {
  const formats = new Map<number, DateStyle | undefined>();
  const ids: number[] = [];
  let fonts = 0;
  const struckFonts = new Set<number>();
  const struck = new Set<number>();
  await visitPart(archive, part, (xml, token) => {
    if (token !== Token.start || xml.depth < 3) return;
    const path = xml.path(1);
    const number = (name: string) => Number(xml.value(name) ?? 0);
    if (path === "fonts/font") fonts++;
    else if (path === "fonts/font/strike" && !/^(?:0|false|off)$/.test(xml.value("val") ?? ""))
      struckFonts.add(fonts - 1);
    else if (path === "numFmts/numFmt") formats.set(number("numFmtId"), dateStyleOf(xml.value("formatCode") ?? ""));
    else if (path === "cellXfs/xf") {
      if (struckFonts.has(number("fontId"))) struck.add(ids.length);
      ids.push(number("numFmtId"));
    }
  });
  return { dates: ids.map((id) => (formats.has(id) ? formats.get(id) : BUILT_IN.get(id))), struck };
}

/** `dd/mm/yyyy`, `h:mm AM/PM`, `[h]:mm`; in `#,##0.00 "días"` no letter is one of a date. */
export function dateStyleOf(code: string): DateStyle | undefined {
  if (/^(?:general|standard|estándar)$/i.test(code.trim())) return undefined;
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*./g, "");
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return "elapsed";
  const signs = bare.replace(/\[[^\]]*\]/g, "");
  if (/[dy]/i.test(signs)) return "date";
  if (/[hs]/i.test(signs)) return "time";
  // `m` without a clock are months.
  return /m/i.test(signs) ? "date" : undefined;
}
