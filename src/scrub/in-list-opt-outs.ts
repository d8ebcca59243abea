// The marks of phone lists: they are the last list of the index, and suppress their numbers in the whole run.

import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import type { RecordBatch } from "../lists/batch.js";
import { columnName } from "../lists/column-names.js";
import { faultOf, numbersOfBroken } from "../lists/fault.js";
import type { OpenedList } from "../lists/open.js";
import { listName } from "../lists/table.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { NumberSet, type SeenNumbers } from "../suppression/country.js";
import { PLAIN_OPT_OUT } from "../suppression/event.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import type { Decision, RecordSays } from "./rules.js";

/** Whether an error says that a mark names a number of a kept record: the run must read all marks, and begin again. */
export function isLateMark(error: unknown): error is ScrubError {
  return error instanceof ScrubError && error.sentence === "lateMark";
}

/** The marks of all phone lists of a run. A reading begins with `beginReading`; each list ends with `endList`. */
export class InListOptOuts {
  /** The number of their list in the index. */
  readonly list: number;
  /** Whether all marks were read before the records are judged. */
  areRead = false;
  /** By the marked record's number in the run: its phone list and column, and its number in that list. */
  readonly #sources = new Map<number, { name: string; record: number }>();
  /** The number of records in the lists before the current one. */
  #recordsBefore = 0;

  /**
   * `alsoKept`: the numbers of kept records that `SeenNumbers` does not have as seen. It has each record's primary number, until
   * that is withheld.
   */
  constructor(
    private readonly index: SuppressionIndex,
    private readonly alsoKept = new NumberSet(),
  ) {
    this.list = index.beginList();
  }

  beginReading(): void {
    this.#recordsBefore = 0;
  }

  endList(records: number): void {
    this.#recordsBefore += records;
  }

  /**
   * Suppresses the numbers of a marked record, unless an earlier reading did. `recordNumber`: in its list.
   * `seen`: numbers of earlier records. Throws if a marked one may be in a kept record; see `isLateMark`.
   */
  add(list: OpenedList, record: RecordBatch, says: RecordSays, recordNumber: number, seen?: SeenNumbers): void {
    const inRun = this.numberInRun(recordNumber);
    if (says.mark === undefined || this.#sources.has(inRun)) return;
    const numbers = numbersOf(list, record, says);
    if (seen !== undefined && [...numbers].some((e164) => this.#isKept(e164, seen)))
      throw new ScrubError(ExitCode.phoneList, "lateMark", [], { file: list.file.path, line: record.line });
    for (const e164 of numbers) this.index.add(e164, PLAIN_OPT_OUT, inRun);
    this.#sources.set(inRun, { name: nameOfSource(list, says.mark.column), record: recordNumber });
  }

  /** Notes the numbers of a judged record in `seen`, and in `alsoKept` those of kept records that `seen` does not have as seen. */
  note(decision: Decision, cells: readonly CellReading[], says: RecordSays, seen: SeenNumbers): void {
    const { disposition, primary } = decision;
    const isSuppressed = disposition === "suppressed";
    for (const e164 of decision.seen) {
      if (isSuppressed && this.#isKept(e164, seen)) this.alsoKept.add(e164);
      if (isSuppressed) seen.withhold(e164);
      else seen.see(e164);
    }
    if (disposition !== "clean" || this.areRead) return;
    for (const e164 of cells.flatMap(everyNumber)) if (e164 !== primary!.e164) this.alsoKept.add(e164);
    for (const { e164 } of says.numbers) this.alsoKept.add(e164);
  }

  /** Whether a number may be in a kept record. */
  #isKept(e164: string, seen: SeenNumbers): boolean {
    return seen.stateOf(e164) === "seen" || this.alsoKept.has(e164);
  }

  /** Returns a record's number in the run: across all phone lists, in which the lists before it count. */
  numberInRun(recordNumber: number): number {
    return this.#recordsBefore + recordNumber;
  }

  sourceOf(inRun: number): { name: string; record: number } {
    return this.#sources.get(inRun)!;
  }
}

function nameOfSource(list: OpenedList, column: number): string {
  return `${path.basename(listName(list))}#${columnName(list, column)}`;
}

/** Returns every number of a marked record, in any column. */
function numbersOf(list: OpenedList, record: RecordBatch, says: RecordSays): Set<string> {
  if (faultOf(list, record) !== undefined) return numbersOfBroken(record, list.dialect);
  return new Set([...record.readCells().flatMap(everyNumber), ...says.numbers.map(({ e164 }) => e164)]);
}
