// One file, inspected: opened as a phone list would be, read to its end or as far as asked, and nothing written.
// What is shown of it is commands/'s work.

import { describeDelimiter } from "../csv/dialect.js";
import { CR, LF, QUOTE } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { type EventColumns, findEventColumns } from "../headers/event-columns.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { shownName } from "../lists/column-names.js";
import { compressionOf, describeEncoding } from "../lists/encoding.js";
import { type OpenedList, openList } from "../lists/open.js";
import { signOfOptOuts } from "../lists/opt-out-lists.js";
import type { ListOverrides } from "../lists/overrides.js";
import type { ColumnReason } from "../lists/phone-columns.js";
import { type SheetRead, sheetRead } from "../lists/source.js";
import { hashColumns } from "../suppression/hash-columns.js";
import { type ColumnTally, InspectionTally } from "./tally.js";
import { TextNumbers } from "./text-numbers.js";

export interface Inspection {
  path: string;
  /** The bytes of the whole file; undefined where only the first records of a stream were read. */
  bytes: number | undefined;
  /** The SHA-256; like `blankLines` undefined where only the first records were read. */
  sha256: string | undefined;
  blankLines: number | undefined;
  /** Every record was read. */
  complete: boolean;
  /** The encoding as describeEncoding says it. */
  encoding: string;
  compression: "gzip" | null;
  /** The sheet of a workbook. */
  sheet: SheetRead | null;
  delimiter: string;
  /** Some cell is quoted. */
  quotes: boolean;
  lineEnd: "lf" | "crlf" | "cr";
  header: boolean;
  /** The lines of the titles above it, or rows of the sheet. */
  titles: readonly number[];
  /** The records that `columns` speaks of, the first of the file. */
  sampled: number;
  columns: readonly InspectedColumn[];
  tally: InspectionTally;
  /** The numbers of a file that is no table; undefined for a table. */
  text: TextNumbers | undefined;
  /** What tells that it is a list of opt-outs: its name, a title, a column (from 0), digests in place of numbers, or a text. */
  optOutSign: "name" | "title" | "digests" | "text" | number | undefined;
  /** What the columns would say of opt-outs, by their names, and those that may be shown; columns from 0. */
  eventColumns: { columns: EventColumns; names: readonly (string | undefined)[] };
}

/** The user decided instead of the detection. */
export type ChosenReason = "chosen" | "not-chosen";

export interface InspectedColumn {
  /** The column's position, from 1. */
  position: number;
  /** The column's name, where it may be shown. */
  name: string | undefined;
  /** Share of its cells that are not empty, and of those the share that holds a number, from 0 to 1. */
  filled: number;
  readable: number;
  why: ColumnReason | ChosenReason;
  /** Over all records that were read, where it is read as phones. */
  phones: ColumnTally | undefined;
}

/** Reads at most `most` records. What makes a file unusable is thrown, but for a file in which no column convinces. */
export async function inspectFile(path: string, overrides: ListOverrides, most: number): Promise<Inspection> {
  const list = await openList(path, "phone-list", ExitCode.phoneList, {
    ...overrides,
    mayLackPhones: true,
    mayBeText: true,
  });
  try {
    const tally = new InspectionTally(list);
    const text = list.isText ? new TextNumbers() : undefined;
    const { delimiter } = list.dialect;
    let quotes = opensQuote(list.preamble.subarray(list.markEnd), delimiter);
    let complete = true;
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      const left = most - tally.records;
      quotes ||= left > 0 && batchOpensQuote(batch, Math.min(batch.count, left), delimiter);
      tally.addBatch(batch, left);
      text?.addBatch(batch, left);
      if (batch.count > left) {
        complete = false;
        break;
      }
    }
    if (complete && list.file.changed())
      throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
    return {
      path,
      ...(complete
        ? { bytes: list.file.bytesRead, sha256: list.file.digest(), blankLines: list.blankLines }
        : { bytes: list.file.size, sha256: undefined, blankLines: undefined }),
      complete,
      encoding: describeEncoding(list.encoding),
      compression: compressionOf(list.encoding),
      sheet: complete ? sheetRead(list) : null,
      delimiter: describeDelimiter(delimiter),
      quotes,
      lineEnd: list.dialect.recordEnd,
      header: list.header !== undefined,
      titles: list.titles.map(({ line }) => line),
      sampled: list.sampled,
      columns: columnsOf(list, tally, overrides.columns.length > 0),
      tally,
      text,
      optOutSign: signOf(path, list),
      eventColumns: { columns: findEventColumns(list.header), names: (list.header ?? []).map(shownName) },
    };
  } finally {
    list.file.close();
  }
}

function signOf(path: string, list: OpenedList): Inspection["optOutSign"] {
  if (list.isText) return "text";
  return signOfOptOuts(path, list) ?? (holdsDigestsAlone(list) ? "digests" : undefined);
}

/** Whether there are digests, and no phones beside them: nobody can be contacted by such a list. */
function holdsDigestsAlone({ header, sample, columns }: OpenedList): boolean {
  const digests = hashColumns(header, sample, []).filter((column) => sample.some((row) => row[column]?.trim()));
  return digests.length > 0 && columns.every((column) => digests.includes(column));
}

function columnsOf(list: OpenedList, tally: InspectionTally, isChosen: boolean): InspectedColumn[] {
  return Array.from({ length: list.width }, (_, column) => {
    const found = list.examined[column];
    const phones = tally.columns[list.columns.indexOf(column)];
    const chosen: ChosenReason | undefined =
      isChosen && phones !== undefined ? "chosen" : list.otherPhones.includes(column) ? "not-chosen" : undefined;
    return {
      position: column + 1,
      name: shownName(list.header?.[column]),
      filled: found === undefined || list.sampled === 0 ? 0 : found.nonEmpty / list.sampled,
      readable: found?.readable ?? 0,
      why: chosen ?? found?.why ?? "empty",
      phones,
    };
  });
}

/** Whether a quote opens a cell of the first `count` records; `="…"` and `Juan "Chepe"` have none. */
function batchOpensQuote(batch: RecordBatch, count: number, delimiter: number): boolean {
  batch.select(0);
  const from = batch.start;
  batch.select(count - 1);
  return opensQuote(batch.bytes.subarray(from, batch.end), delimiter);
}

function opensQuote(records: Uint8Array, delimiter: number): boolean {
  const bytes = Buffer.from(records.buffer, records.byteOffset, records.length);
  return bytes[0] === QUOTE || [delimiter, LF, CR].some((before) => bytes.includes(Buffer.of(before, QUOTE)));
}
