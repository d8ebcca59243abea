// Finds the header: of the first twenty rows the one that names most columns, a phone's among them, and fits the
// records below. Rows above it are titles.

import type { SampleRecord } from "../csv/cells.js";
import { endColumns } from "../headers/end-columns.js";
import { foldName } from "../headers/folding.js";
import { isFile } from "../headers/names.js";
import { isPlainPhoneName, meaningOf } from "../headers/phone-names.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { readCell } from "../phone/read.js";
import { contentOf, saysNothing } from "./column-content.js";
import { namesNotes, namesQuestion } from "./marks.js";
import { holdsNumber } from "./phone-cells.js";
import { namesPhones } from "./phone-columns.js";
import type { ListUse } from "./table.js";

/** Why the header is in doubt: two rows may be it, a record seems to be above it, or it holds a number. */
export interface HeaderDoubt {
  why: "two-headers" | "record-above" | "holds-number";
  /** The lines of both rows, equal if it is one. */
  upper: number;
  lower: number;
  /** Whether the lower row is the next one and names more columns, and the upper one has no name that asks. */
  isOfTwoRows?: boolean;
}

/** The header that was found. `at`: its index among the first records; undefined if the first of them is a record. */
export interface FoundHeader {
  at: number | undefined;
  doubt?: HeaderDoubt;
}

/** A row that may be the header: how many columns it names, and those whose cells below fit their names. */
interface Candidate {
  at: number;
  named: number;
  columns: readonly number[];
}

const FIRST_ROWS = 20;
const RECORDS_BELOW = 100;
/** A longer text is a title or a remark, unless it asks. */
const MOST_WORDS = 4;
export const HEX_DIGEST = /^[\s"']*[0-9a-f]{32,128}[\s"']*$/i;
const MORE_THAN_A_YEAR = /\d(?:\D*\d){4}/;
const THREE_DIGITS = /\d(?:\D*\d){2}/;
const WORD = /\p{L}{3}/u;
/** Matches the colon of a label, also before quotes, because lines above the header are not unquoted. */
const LABEL = /:[\s"']*$/;

export function findHeader(records: readonly SampleRecord[], use: ListUse): FoundHeader {
  const [first, ...rest] = records as [SampleRecord, ...SampleRecord[]];
  // A registry's senders may hold no number that can be read.
  if (isFile("registry", first.cells)) return { at: 0 };
  const rows = records.slice(0, FIRST_ROWS);
  const candidates = rows.flatMap((_, at) => candidateAt(records, at, use) ?? []);
  if (candidates.length > 0) return bestOf(candidates, rows, use);
  if (!isRecord(first.cells, use)) return { at: 0 };
  const isInDoubt = use === "phone-list" && !first.malformed && namesColumnsToo(first.cells, rest);
  return { at: undefined, ...(isInDoubt && { doubt: { why: "holds-number", upper: first.line, lower: first.line } }) };
}

function candidateAt(records: readonly SampleRecord[], at: number, use: ListUse): Candidate | undefined {
  const { cells, malformed } = records[at]!;
  if (malformed || cells.some((cell) => holdsNumber(cell) || HEX_DIGEST.test(cell))) return undefined;
  const named = columnsNamed(cells);
  const ends = use === "suppression" ? endColumns(cells).map(({ first }) => first) : [];
  const below = records.slice(at + 1, at + 1 + RECORDS_BELOW).map((record) => record.cells);
  const fits = (column: number) => {
    const name = cells[column]!;
    const isPhone = ends.includes(column) || namesPhone(name, named.length > 1);
    if (!isPhone && use === "suppression")
      return meaningOf(name) === "hash" && below.some((row) => HEX_DIGEST.test(row[column] ?? ""));
    if (!isPhone && !namesQuestion(name)) return false;
    const { possible, isConfirmed, isFlag } = contentOf(below, column);
    if (!isPhone) return isFlag;
    const isBegun = records.slice(0, at).some((row) => holdsNumber(row.cells[column] ?? ""));
    return possible > 0 || (isConfirmed && !isBegun);
  };
  const columns = [...named, ...ends].filter(fits);
  return columns.length === 0 ? undefined : { at, named: named.length, columns };
}

/** Returns the candidate with most names; in doubt if another row may be the header or a record is above it. */
function bestOf(candidates: readonly Candidate[], rows: readonly SampleRecord[], use: ListUse): FoundHeader {
  const best = candidates.reduce((one, other) => (other.named > one.named ? other : one));
  const { at } = best;
  const doubt = (why: HeaderDoubt["why"], other: number): FoundHeader => {
    const [upper, lower] = [rows[Math.min(at, other)]!, rows[Math.max(at, other)]!];
    const isNewIn = (cell: string, column: number) => cell.trim() !== "" && !upper.cells[column]?.trim();
    const isNext = Math.abs(at - other) === 1;
    const isOfTwoRows = isNext && lower.cells.some(isNewIn) && !upper.cells.some(namesQuestion);
    return { at, doubt: { why, upper: upper.line, lower: lower.line, isOfTwoRows } };
  };
  const { length: width } = rows[at]!.cells;
  const rival = rows.findIndex((row, i) => {
    const isRepeated = row.cells.map(foldName).join("\n") === rows[at]!.cells.map(foldName).join("\n");
    if (i === at || isRepeated) return false;
    // A record may say `celular`, and a title may name a column.
    if (i > at) return candidates.some((other) => other.at === i && other.named >= Math.min(2, best.named));
    const isTitle = columnsNamed(row.cells).length < Math.max(2, best.named);
    return !isTitle || (use === "phone-list" && filledIn(row.cells) > 1 && row.cells.some(namesQuestion));
  });
  if (rival >= 0) return doubt("two-headers", rival);
  const record = rows
    .slice(0, at)
    .findIndex(
      ({ cells }) => filledIn(cells) >= Math.min(2, width) && best.columns.some((it) => isNumberIn(cells, it)),
    );
  return record < 0 ? { at } : doubt("record-above", record);
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}

/** Whether a row holds a number as a record does: no words in its cell, and no label before it (`Teléfono:`). */
function isNumberIn(cells: readonly string[], column: number): boolean {
  const cell = cells[column] ?? "";
  if (/\p{L}/u.test(cell) || !holdsNumber(cell)) return false;
  const label = cells.slice(0, column).findLast((before) => before.trim() !== "") ?? "";
  return !(LABEL.test(label) || namesPhone(label, false));
}

/** Returns the columns whose names are known; none in a row of labels with their values. */
function columnsNamed(cells: readonly string[]): number[] {
  const labels = cells.filter((cell) => LABEL.test(cell)).length;
  if (labels > 0 && labels < filledIn(cells)) return [];
  return cells.flatMap((cell, column) => (isKnownName(cell) ? [column] : []));
}

function isKnownName(cell: string): boolean {
  if (cell.trim() === "" || /@/.test(cell) || MORE_THAN_A_YEAR.test(cell) || saysNothing(cell)) return false;
  return meaningOf(cell) !== "unknown" || namesNotes(cell) || namesQuestion(cell);
}

/** A phone's name with other words may be a remark. It counts only among other names. */
function namesPhone(cell: string, hasOtherCells: boolean): boolean {
  const meaning = meaningOf(cell);
  if (meaning === "perhaps" || meaning === "numbering" || (meaning === "phone" && isPlainPhoneName(cell))) return true;
  return hasOtherCells && namesPhones(cell, cell.includes("?") ? Number.POSITIVE_INFINITY : MOST_WORDS);
}

/** Whether a first row with a number also names a phone and an opt-out that are not repeated below. */
function namesColumnsToo(cells: readonly string[], below: readonly SampleRecord[]): boolean {
  const wordsOf = (text = "") => foldName(text).replace(/[^\p{L}]+/gu, " ");
  const comesAgain = (cell: string, column: number) =>
    below.some((row) => wordsOf(row.cells[column]) === wordsOf(cell));
  const names = cells.filter((cell, column) => WORD.test(cell) && !comesAgain(cell, column));
  return names.some(namesQuestion) && names.some((cell) => namesPhones(cell, Number.POSITIVE_INFINITY));
}

/** Whether a first row that is no known header is data: it may hold a number or, of opt-outs, an unreadable entry. */
function isRecord(cells: readonly string[], use: ListUse): boolean {
  const isNumber = (cell: string) => {
    const { numbers, candidates, ranges } = readCell(cell);
    return numbers.length + candidates.length + ranges.length > 0 || HEX_DIGEST.test(cell);
  };
  const isEntry = (cell: string) => MORE_THAN_A_YEAR.test(cell) || (THREE_DIGITS.test(cell) && !WORD.test(cell));
  return cells.some(isNumber) || joinedNumbers(cells).length > 0 || (use === "suppression" && cells.some(isEntry));
}
