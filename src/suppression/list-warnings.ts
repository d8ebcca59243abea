// Builds the warnings about a suppression list that was read to its end.

import type { Warning } from "../errors.js";
import { endColumns } from "../headers/end-columns.js";
import { isReviewHeader } from "../headers/registry-columns.js";
import { columnName } from "../lists/column-names.js";
import type { OpenedList } from "../lists/open.js";
import type { Intake } from "./intake.js";
import type { ListSource } from "./sources.js";
import { CLOCK_SKEW, inWholeDays, type ListDate, OLD_LIST, type TrustTerms } from "./trust.js";

export const BARS_NOBODY = "list-bars-nobody";

/** Warns of a list without an opt-out in force: its entries expired, were cancelled, or are about something else. */
export function barsNobody({ name, entries }: { name: string; entries: number }): Warning {
  return { code: BARS_NOBODY, values: [name, entries] };
}

/** Returns all warnings about a list. */
export function warningsOf(
  { name }: ListSource,
  list: OpenedList,
  intake: Intake,
  date: ListDate | undefined,
  terms: TrustTerms,
  now: Date,
): Warning[] {
  const warnings: Warning[] = [];
  const age = date === undefined ? 0 : now.getTime() - date.at.getTime();
  if (terms.maxAge === undefined && age > OLD_LIST)
    warnings.push({ code: "list-old", values: [name, inWholeDays(age)] });
  if (-age > CLOCK_SKEW) warnings.push({ code: "list-from-the-future", values: [name] });
  const { count, lines } = intake.notUnderstoodAt;
  if (count > 0) warnings.push({ code: "entries-unreadable", values: [name, count, lines, unitOf(list)] });
  if (intake.elsewhere > 0) warnings.push({ code: "numbers-elsewhere", values: [name, intake.elsewhere] });
  const ends = endColumns(list.header);
  const isEnd = (column: number) => ends.some(({ first, last }) => column === first || column === last);
  for (const column of list.otherPhones.filter((column) => !isEnd(column)))
    warnings.push({ code: "other-phone-column", values: [name, columnName(list, column), "--suppress-column", 0] });
  warnings.push(...sheetWarnings(name, list));
  // A review list may be empty.
  if (intake.entries === 0 && isReviewHeader(list.header ?? [])) return warnings;
  if (intake.entries === 0) warnings.push({ code: "list-empty", values: [name] });
  else if (intake.barring === 0) warnings.push(barsNobody({ name, entries: intake.entries }));
  else if (isAllForeign(intake)) warnings.push({ code: "list-all-foreign", values: [name, intake.entries] });
  return warnings;
}

/** Warns of what a sheet hides, because it may be an opt-out. */
function sheetWarnings(name: string, { sheet }: OpenedList): Warning[] {
  if (sheet === undefined) return [];
  const { hiddenRows, hiddenColumns, formulas } = sheet.facts;
  const warnings: Warning[] = [];
  if (sheet.passedOver.length > 0)
    warnings.push({ code: "sheets-passed-over", values: [name, sheet.passedOver.join(", ")] });
  if (hiddenRows + hiddenColumns > 0)
    warnings.push({ code: "hidden-cells", values: [name, hiddenRows, hiddenColumns] });
  if (formulas > 0) warnings.push({ code: "formulas-without-value", values: [name, formulas] });
  return warnings;
}

/** Returns what messages call the records of a list. */
export function unitOf({ sheet }: Pick<OpenedList, "sheet">): "lines" | "rows" {
  return sheet === undefined ? "lines" : "rows";
}

/** Whether a list has opt-outs, and none of a Salvadoran number. */
export function isAllForeign({ barring, barsAtHome }: Intake): boolean {
  return barring > 0 && !barsAtHome;
}
