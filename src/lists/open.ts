// Opens a phone list or a suppression list: encoding, dialect, header, phone columns. scrub/ and suppression/ read the
// records.

import { RecordReader } from "../csv/reader.js";
import { type ExitCode, ScrubError } from "../errors.js";
import { type InputFile, openInput } from "../files/input.js";
import { joinedNumbers } from "../phone/neighbours.js";
import { type ListBeginning, type Purpose, readBeginning } from "./beginning.js";
import { choosePhones, noPhoneColumn, otherPhones } from "./chosen-columns.js";
import { askedColumns, type ColumnRoles, otherColumns, withIgnored } from "./column-roles.js";
import type { ListEncoding } from "./encoding.js";
import type { ListOverrides } from "./overrides.js";
import type { PhoneColumns } from "./phone-columns.js";
import { type RefuseBroken, refuseNoTable } from "./shape.js";
import { sheetMarks } from "./sheet-marks.js";
import { type OpenedSheet, type OpenedSource, openSource } from "./source.js";
import type { ListTable, ListUse } from "./table.js";
import { titlesAbove } from "./titles.js";
import type { WatchPlan } from "./watch.js";

/** A list whose scanner is before record 1, for `batchesOf`: first its bytes, then its columns, then what is known as it is read. */
export interface OpenedList extends ListTable {
  reader: RecordReader;
  encoding: ListEncoding;
  /** The bytes before record 1 (BOM, `sep=` line, header), in UTF-8 if the list is UTF-16. */
  preamble: Uint8Array;
  /** The length of BOM and `sep=` line in the preamble. */
  markEnd: number;
  /** Where records, and the header, begin. */
  bodyStart: number;
  /** The preamble's length without the header's line end. */
  headerEnd: number;
  /** The columns whose cells are wanted, ascending. */
  wanted: readonly number[];
  /** What counts besides the phones, by column. `watchPlan`: the same for each record, as batches need it. */
  roles: ColumnRoles;
  watchPlan: WatchPlan;
  /** The columns that look like phones, but are not read as such. */
  otherPhones: readonly number[];
  /** What detection found about every column, in the first `sampled` records. */
  detected: PhoneColumns;
  sampled: number;
  sample: readonly (readonly string[])[];
  /** The bytes of the file that were read up to the last batch. */
  readSoFar: number;
  /** The count of blank lines, known once the list is read. */
  blankLines: number;
  /** Refuses a list with too many broken records; only of phone lists. */
  refuseBroken: RefuseBroken | undefined;
}

/** The columns besides the phones that a command wants of a list, by its header, its phones and its first records. */
export interface MoreColumns {
  wanted: readonly number[];
  /** Whether they are enough, even if no column holds phones. */
  suffice: boolean;
  /** The columns in which nothing counts. */
  ignored?: readonly number[];
}

export type FindMore<O extends MoreColumns> = (
  header: readonly string[] | undefined,
  phones: readonly number[],
  rows: readonly (readonly string[])[],
) => O;

/** Opens a list and reads its header. `source`: a path as typed, an opened file, or an opened file's text. */
export async function openList<O extends MoreColumns = MoreColumns>(
  source: string | InputFile | OpenedSource,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
  findMore: FindMore<O> = () => ({ wanted: [], suffice: false }) as MoreColumns as O,
): Promise<OpenedList & { more: O }> {
  let sheet: OpenedSheet | undefined;
  const input = typeof source === "string" ? openInput(source, exitCode, overrides.bytes) : source;
  let file = "wrapping" in input ? input.file : input;
  try {
    const opened = "wrapping" in input ? input : await openSource(input, exitCode, overrides);
    ({ file, sheet } = opened);
    return await openRecords(opened, use, exitCode, overrides, findMore);
  } catch (error) {
    file.close();
    throw inSheet(error, file.path, sheet);
  }
}

/** Adds the sheet to an error about a list that is one. */
export function inSheet(error: unknown, file: string, sheet: OpenedSheet | undefined): unknown {
  if (error instanceof ScrubError && sheet !== undefined && error.place.file === file) error.place.sheet ??= sheet.name;
  return error;
}

async function openRecords<O extends MoreColumns>(
  opened: OpenedSource,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
  findMore: FindMore<O>,
): Promise<OpenedList & { more: O }> {
  const { file, source, sheet } = opened;
  const { phoneCellsAre } = overrides;
  const reader = new RecordReader(source, { file: file.path, exitCode });
  // In an import STOP is a reply, not a column's name.
  const purpose: Purpose = { use, namesOf: overrides.phonesOf === undefined ? use : "suppression", exitCode };
  const beginning = await readBeginning(reader, opened, purpose, overrides);
  const { sample, whole, dialect, encoding, isText, markEnd, bodyStart } = beginning;
  const { header, headerRow, firstLine, firstText, width, rows, body } = beginning;
  const ofShape = { file: file.path, exitCode, dialect, header, headerLine: firstLine, width };
  const refuseBroken =
    phoneCellsAre && refuseNoTable(body, { ...ofShape, phoneCellsAre, body: sample.subarray(bodyStart), whole });
  // The columns: phones, those that the command wants, and those that count besides.
  const chosen = choosePhones(beginning, purpose, overrides, file.path);
  const { columns, detected } = chosen;
  const more = findMore(header, columns, rows);
  const hasColumns = more.suffice || overrides.mayLackPhones || columns.length > 0;
  if (!hasColumns && !(use === "suppression" && holdsOptOutsElsewhere(beginning, detected)))
    throw noPhoneColumn(detected.examined, exitCode, file.path);
  const roles = withIgnored(chosen.roles, more.ignored);
  if (sheet?.marks) roles.marks = sheetMarks(sheet, header, [...columns, ...chosen.roles.numbers], chosen.ignored);
  const wanted = [...new Set([...columns, ...more.wanted, ...askedColumns(roles)])].sort((a, b) => a - b);
  const watchPlan = watchPlanOf({ dialect, width, columns, wanted, roles }, use, overrides);
  // The scanner begins again at the body, and passes over the header.
  reader.open(dialect, bodyStart, wanted);
  await reader.fill();
  // The window begins with the sample, so its offsets are the file's until the next fill.
  const { scanner } = reader;
  const headerRead = header !== undefined && scanner.next();
  const beforeRecords = scanner.bytes.subarray(bodyStart, headerRead ? scanner.nextStart : bodyStart);
  return {
    ...{ file, reader, dialect, encoding, sheet, isText, refuseBroken, markEnd, bodyStart },
    ...{ header, firstLine, headerRow, width, headerText: firstText, sampled: rows.length },
    ...{ columns, detected, more, wanted, roles, watchPlan, phoneCells: watchPlan.phones },
    otherPhones: otherPhones(chosen),
    preamble: Buffer.concat([scanner.bytes.subarray(0, markEnd), beforeRecords]),
    titles: titlesAbove(sample, sheet, beginning),
    readSoFar: 0,
    blankLines: 0,
    headerEnd: markEnd + (headerRead ? scanner.end - bodyStart : 0),
    sample: body.map((record) => record.cells),
  };
}

/** Returns what batches look for in each record. */
function watchPlanOf(
  { dialect, width, columns, wanted, roles }: Pick<OpenedList, "dialect" | "width" | "columns" | "wanted" | "roles">,
  use: ListUse,
  { watch, phoneCellsAre }: ListOverrides,
): WatchPlan {
  const isScrubbed = watch !== undefined;
  return {
    isOn: isScrubbed || (use === "suppression" && width > 1),
    cuts: phoneCellsAre === "cut",
    heedsWords: isScrubbed && use === "phone-list",
    marked: roles.marks && new Set(roles.marks.keys()),
    phones: columns.map((column) => wanted.indexOf(column)),
    columns: otherColumns(roles, width, columns),
    dialect,
    joins: use === "suppression" && width > 2,
  };
}

/** Whether other columns hold numbers, spelled as phones or, in most records, split over columns. */
function holdsOptOutsElsewhere({ body, rows }: ListBeginning, { others, denied }: PhoneColumns): boolean {
  if (others.some((column) => denied.includes(column))) return true;
  if (body.every((record) => record.malformed)) return body.length > 0;
  const isSplit = (cells: readonly string[]) =>
    joinedNumbers(cells.map((cell, i) => (denied.includes(i) ? undefined : cell))).length > 0;
  return rows.filter(isSplit).length * 2 > rows.length;
}
