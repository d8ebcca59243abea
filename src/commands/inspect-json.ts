// An inspection as JSON for a program: names are stable, shares are from 0 to 1.

import type { InspectedColumn, Inspection } from "../inspection/inspect.js";
import type { Occurrences } from "../inspection/tally.js";
import { unreadOf } from "./inspect-table.js";

/** One of `files`. What only a whole file has is null where its first records were read. */
export function inspectionJson(inspection: Inspection): Record<string, unknown> {
  const { tally } = inspection;
  return {
    path: inspection.path,
    bytes: inspection.bytes ?? null,
    sha256: inspection.sha256 ?? null,
    complete: inspection.complete,
    encoding: inspection.encoding,
    compression: inspection.compression,
    dialect: { delimiter: inspection.delimiter, quotes: inspection.quotes, line_end: inspection.lineEnd },
    header: inspection.header,
    records: tally.records,
    blank_lines: inspection.blankLines ?? null,
    ragged: occurrences(tally.ragged),
    malformed: occurrences(tally.malformed),
    sampled: inspection.sampled,
    columns: inspection.columns.map((column) => ({
      ...nameOf(column),
      filled: rounded(column.filled),
      readable: rounded(column.readable),
      phone: column.phones !== undefined,
      why: column.why,
    })),
    phones: inspection.columns.flatMap((column) =>
      column.phones === undefined ? [] : [phonesJson(column, tally.whole)],
    ),
    usable: tally.usable,
    duplicates: occurrences(tally.duplicates),
    without_number: tally.withoutNumber,
    distinct_numbers: tally.distinct,
  };
}

function phonesJson(column: InspectedColumn, whole: number) {
  const phones = column.phones!;
  return {
    ...nameOf(column),
    cells: whole,
    filled: phones.filled,
    readable: phones.readable,
    e164: phones.e164,
    numbers: phones.numbers,
    several_numbers: occurrences(phones.several),
    doubtful: occurrences(phones.doubtful),
    unreadable: unreadOf(phones).map(([reason, cells]) => ({
      reason,
      ...occurrences(cells),
      share: rounded(cells.count / whole),
      masked: cells.examples,
    })),
  };
}

function nameOf({ position, name }: InspectedColumn) {
  return { position, name: name ?? null };
}

/** `lines`: the first of them. */
function occurrences({ count, lines }: Occurrences) {
  return { count, lines };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
