// Totals that a report puts below its records. They are named to the user, never skipped: which lines are the list's is
// for a person to say.

import { recordCells } from "../csv/cells.js";
import type { Dialect } from "../csv/scanner.js";
import type { RecordBatch } from "./batch.js";

/** The last records of a list of which one may be the total: others may stand below it (`Generado por …`). */
const LAST_RECORDS = 3;
const LONGEST_TOTAL = 2000;
const UNITS = "registros?|filas?|records?|rows?|clientes?|contactos?|personas?|entries";
const TOTAL = new RegExp(
  `^(?:(?:gran|sub|grand)[ -]?)?total(?:es|s)?(?:[ ]general|[ ](?:de[ ]|of[ ])?(?:${UNITS}))?[ ]*[:=]?[ ]*[\\d.,]*$`,
  "i",
);
const COUNTED = new RegExp(
  `^\\(?[\\d.,]+[ ](?:${UNITS})(?:[ ](?:selected|seleccionadas|afectadas))?[.)]*$|^(?:${UNITS})[ ]*[:=][ ]*[\\d.,]{1,7}$`,
  "i",
);

/** What either of them has in it, and few records. */
const NAMED = new RegExp(`total|${UNITS}`, "i");

/** Watches a list for a total among its last records (`Total;;123`, `(500 filas)`), batch by batch. */
export class TotalWatch {
  /** Undefined for a record that is too long for a total. */
  #last: { line: number; record: Uint8Array | undefined }[] = [];

  constructor(private readonly dialect: Dialect) {}

  /** Looks at a batch; it must see every one. Moves its view. */
  take(batch: RecordBatch): void {
    for (let i = Math.max(0, batch.count - LAST_RECORDS); i < batch.count; i++) {
      batch.select(i);
      const { bytes, start, end, line } = batch;
      this.#last.push({
        line,
        record: end - start <= LONGEST_TOTAL ? Uint8Array.prototype.slice.call(bytes, start, end) : undefined,
      });
    }
    this.#last = this.#last.slice(-LAST_RECORDS);
  }

  /** The line of what looks like the list's total, once it is read. */
  get line(): number | undefined {
    const cellsOf = (record: Uint8Array) => recordCells(record, 0, record.length, this.dialect);
    return this.#last.findLast(({ record }) => record !== undefined && looksLikeTotal(cellsOf(record)))?.line;
  }
}

function looksLikeTotal(cells: readonly string[]): boolean {
  const text = filled(cells)[0]?.trim() ?? "";
  return NAMED.test(text) && (TOTAL.test(text) || COUNTED.test(text));
}

function filled(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== "");
}
