// What a person is told of a phone list's own opt-outs that bar nobody, or of which nobody can tell whether they bar.

import type { Warning } from "../errors.js";
import { isOptOutValue, type OwnColumn, optOutValue, saysOptOut } from "../headers/opt-out-cells.js";
import { columnName } from "../lists/column-names.js";
import { OccurrencesByColumn } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { listName } from "../lists/table.js";
import type { Beside } from "./beside.js";
import type { OwnOptOuts } from "./own-opt-outs.js";

/** A column of opt-outs that bars more of that many records, and says yes or no in none, may be of something else. */
const FEWEST_READ = 20;
const MOST_BARRED = 0.9;

export class ToldBeside {
  /** By column: words of an opt-out, headings of them, and marks under no name. */
  readonly #remarks = new OccurrencesByColumn();
  readonly #marks = new OccurrencesByColumn();
  readonly #headings = new OccurrencesByColumn();
  /** Yes and no under names of contacts, and the columns that hold more than these. */
  readonly #answers = new OccurrencesByColumn();
  readonly #otherAnswers = new Set<number>();

  take({ remarks, headings, marks, answers, otherAnswers }: Beside, line: number): void {
    for (const column of remarks) this.#remarks.add(column, line);
    for (const column of headings) this.#headings.add(column, line);
    for (const column of marks) this.#marks.add(column, line);
    for (const column of answers) this.#answers.add(column, line);
    for (const column of otherAnswers) this.#otherAnswers.add(column);
  }

  warnings(list: OpenedList, own: readonly OwnOptOuts[]): Warning[] {
    const name = listName(list);
    const warnings: Warning[] = [];
    for (const [column, { count, lines }] of this.#remarks) {
      const place = list.columns.includes(column) ? "phones" : column < list.width ? "column" : "beyond";
      warnings.push({ code: "opt-out-words", values: [name, columnName(list, column), count, lines, place] });
    }
    for (const [column, { count, lines }] of this.#headings)
      warnings.push({ code: "opt-out-heading", values: [name, columnName(list, column), count, lines] });
    for (const [column, { count, lines }] of this.#marks)
      warnings.push({ code: "marks-without-name", values: [name, column + 1, count, lines] });
    for (const [column, { count, lines }] of this.#answers)
      if (!this.#otherAnswers.has(column))
        warnings.push({ code: "answers-unread", values: [name, columnName(list, column), count, lines] });
    for (const { column, records, read, isClear } of own)
      if (!isClear && read >= FEWEST_READ && records > MOST_BARRED * read)
        warnings.push({ code: "opt-outs-doubtful", values: [name, columnName(list, column), records, read] });
    for (const { column, records } of own)
      if (records === 0 && !this.#headings.has(column) && isIdle(list, column))
        warnings.push({ code: "opt-out-column-idle", values: [name, columnName(list, column)] });
    // Each of the columns is told the same.
    const [first] = own;
    if (first !== undefined && first.broken.count > 0)
      warnings.push({ code: "broken-beside-opt-outs", values: [name, first.broken.count, first.broken.lines] });
    return warnings;
  }
}

const NO_VALUE = optOutValue("");

/** Whether a column that the user calls one of opt-outs holds other words than a no in the first records. */
function isIdle({ watch, sample }: OpenedList, column: number): boolean {
  const isOfWords = (says: OwnColumn) => says === "said" || (isOptOutValue(says) && says !== NO_VALUE);
  const isSaid = watch.optOuts.some((optOut) => optOut.column === column && isOfWords(optOut.says));
  return isSaid && sample.some((cells) => saysOptOut("opt-out", cells[column] ?? ""));
}
