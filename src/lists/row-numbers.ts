// What numbers stand in a row of which nobody knows yet whether it is a title, a header or a record.

import type { SampleRecord } from "../csv/cells.js";
import { mayHoldNumber } from "./column-content.js";
import { readPhoneText } from "./phone-cells.js";

// Quotes too: a line above the header is looked at as it stands.
export const ENDS_WITH_COLON = /:[\s"']*$/;

/** The columns of the cells that hold a certain number. */
export function numbersIn(cells: readonly string[]): number[] {
  return cells.flatMap((cell, column) => (holdsNumber(cell) ? [column] : []));
}

function holdsNumber(cell: string): boolean {
  return mayHoldNumber(cell) && readPhoneText(cell).numbers.length > 0;
}

/** The numbers of a record, and not those of a title: `Tel. 2222-3333` alone in its row, or `Teléfono:` beside it. */
export function recordedNumbers({ cells }: SampleRecord, numbers = numbersIn(cells)): number[] {
  const said = filled(cells);
  if (said.length === 2 && ENDS_WITH_COLON.test(said[0]!)) return [];
  return said.length > 1 ? numbers : numbers.filter((column) => !/\p{L}/u.test(cells[column]!));
}

/** The cells that hold anything. */
export function filled(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== "");
}
