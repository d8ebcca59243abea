// Columns of a suppression list beside its phone columns in which numbers stand now and then (`otro contacto`, remarks,
// a `whatsapp` that mostly says yes): numbers in them are meant, so they are looked for in every record.

import { type ColumnMeaning, meaningOf } from "../headers/phone-names.js";
import { readPlainText } from "../phone/fast.js";
import { readCell } from "../phone/read.js";

/** Named as phones, whatever their first cells say. */
const PHONES: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps", "numbering", "mixed"]);
/** Named as another number: an id, a date, an amount, a digest. */
const OTHER_NUMBERS: ReadonlySet<ColumnMeaning> = new Set(["other", "hash"]);
const FEWEST_DIGITS = 7;

/**
 * 0-based, without those in `known`. Of a column whose name says nothing of phones, one certain number in the first
 * records is enough; ledgers have their own columns, of which this is never asked.
 */
export function sideColumns(
  header: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  known: readonly number[],
): number[] {
  return (header ?? []).flatMap((name, column) => {
    if (known.includes(column)) return [];
    const meaning = meaningOf(name);
    if (OTHER_NUMBERS.has(meaning)) return [];
    return PHONES.has(meaning) || rows.some((row) => holdsNumber(row[column] ?? "")) ? [column] : [];
  });
}

function holdsNumber(cell: string): boolean {
  if (cell.replace(/\P{Nd}/gu, "").length < FEWEST_DIGITS) return false;
  return readPlainText(cell) >= 0 || readCell(cell).numbers.length > 0;
}
