// What a report puts around its list: titles before the header, totals after the records.
// They are named to the user, never skipped: which lines are the list's is for a person to say.

import { recordCells, type SampleRecord } from "../csv/cells.js";
import type { Dialect } from "../csv/dialect.js";
import { isHeader, namesPhones } from "../phone/columns.js";
import type { RecordBatch } from "./batch.js";

/** Titles stand in the lines from `first` up to `next`, where the header (or the first record) seems to be. */
export interface Titles {
  first: number;
  next: number;
  nextIs: "header" | "records";
}

/** Further down no header is looked for. */
const MOST_TITLES = 20;
/** The share of records that must have the width of the header, or one width. */
const CONSISTENT = 0.7;
const ENDS_WITH_COLON = /:\s*$/;
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

/**
 * The titles above a list (`Reporte de clientes`, `Fecha:;24/11/2026`, an empty record), in the records as they are cut;
 * undefined where in doubt. Then a header follows that names phones, and has more filled cells than the titles, or the
 * records have more cells than the one of the title.
 */
export function findTitles(records: readonly SampleRecord[]): Titles | undefined {
  const first = records[0];
  if (first === undefined || !isTitle(first) || !isHeader(first.cells)) return undefined;
  const after = records.findIndex((record) => !isTitle(record));
  const next = after > 0 && after <= MOST_TITLES ? records[after] : undefined;
  if (next !== undefined && isHeaderBelow(next, records.slice(after + 1)))
    return { first: first.line, next: next.line, nextIs: "header" };
  return findWiderRecords(first, records.slice(1));
}

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
  return TOTAL.test(text) || COUNTED.test(text);
}

/**
 * Tells whether a record is a title: at most one cell that says something, or a name with a colon and its value. A bare
 * name of a phone column is a header.
 */
function isTitle({ cells, malformed }: SampleRecord): boolean {
  const said = filled(cells);
  if (malformed || said.length > 2) return false;
  if (said.length === 2) return ENDS_WITH_COLON.test(said[0]!) && isHeader(cells);
  return !said.some((cell) => namesPhones(cell, 1));
}

/** More cells than a title's, one of which names phones, and records of its width below. */
function isHeaderBelow({ cells, malformed }: SampleRecord, below: readonly SampleRecord[]): boolean {
  const named = filled(cells);
  if (malformed || named.length < 2 || !isHeader(cells) || !named.some((cell) => namesPhones(cell, 4))) return false;
  const alike = below.filter((record) => record.cells.length === cells.length).length;
  return below.length === 0 || alike >= below.length * CONSISTENT;
}

/** Records of several cells below a title of one: with the title as their header all of them would be ragged. */
function findWiderRecords(title: SampleRecord, rest: readonly SampleRecord[]): Titles | undefined {
  if (title.cells.length > 1 || title.cells.some((cell) => namesPhones(cell, Number.POSITIVE_INFINITY)))
    return undefined;
  const wide = rest.filter((record) => record.cells.length > 1);
  const next = wide[0];
  const alike = wide.filter((record) => record.cells.length === next!.cells.length).length;
  if (next === undefined || rest.length < 2 || alike < rest.length * CONSISTENT) return undefined;
  return { first: title.line, next: next.line, nextIs: "records" };
}

function filled(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== "");
}
