// A delimiter of several characters, as `^|` or `','`: read by one of them, the others stand at the ends of cells, and would go
// from those that are cut to their numbers.

import type { SampleRecord } from "../csv/cells.js";

/** Text between cells: no letter, digit, quote or space is a mark. */
const MARK = /^[^\p{L}\p{N}\p{M}\s"]$/u;
/** What a number begins or ends with: `+503`, `(503)`, Excel's `'7012` and `="7012"`. */
const OF_NUMBERS = { start: "+('=", end: ")" };
/** What numbers are written with besides: where phones alone have it, it is theirs. */
const ABOUT_NUMBERS = "#*.:,;-/_";
/** The share of a column's cells that must have the mark: a delimiter is in each, but a few records are broken. */
const NEARLY_ALL = 0.9;

/** What stands at the end or the start of cells. */
interface DelimiterMark {
  mark: string;
  end: "start" | "end";
}

/**
 * Returns the mark that stands at the same end of nearly every cell of each column but the outermost one, in the header too, so
 * that it belongs to the delimiter: none, or one at either end. `phones`: the columns of the phones.
 */
export function delimiterMarks(
  header: readonly string[] | undefined,
  records: readonly SampleRecord[],
  width: number,
  phones: readonly number[],
): DelimiterMark[] {
  const rows = records.filter(({ cells, malformed }) => !malformed && cells.length >= width).map(({ cells }) => cells);
  if (width < 2 || rows.length === 0) return [];
  const first = header ?? rows[0]!;
  const marks: DelimiterMark[] = [];
  for (const end of ["end", "start"] as const) {
    const inner = Array.from({ length: width - 1 }, (_, i) => (end === "end" ? i : i + 1));
    const mark = markOf(first[inner[0]!]!, end);
    if (OF_NUMBERS[end].includes(mark)) continue;
    const isNamed = header !== undefined || inner.some((column) => !phones.includes(column));
    if (!isNamed && ABOUT_NUMBERS.includes(mark)) continue;
    const hasMark = (cells: readonly string[]) => (column: number) => markOf(cells[column]!, end) === mark;
    if (header !== undefined && !inner.every(hasMark(header))) continue;
    if (!MARK.test(mark)) continue;
    if (inner.every((column) => rows.filter((cells) => hasMark(cells)(column)).length >= rows.length * NEARLY_ALL))
      marks.push({ mark, end });
  }
  return marks;
}

function markOf(cell: string, end: "start" | "end"): string {
  const characters = [...cell.trim()];
  return (end === "start" ? characters[0] : characters.at(-1)) ?? "";
}
