// The phone lists of a run before any of them is judged: whether they fit one another, which columns they have together,
// and what they say themselves of who opted out.

import { describeDelimiter } from "../csv/dialect.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type InputFile, openInput } from "../files/input.js";
import type { RememberedStream } from "../files/spool.js";
import { optOutColumnOf } from "../headers/own-opt-outs.js";
import { columnName } from "../lists/column-names.js";
import { agree } from "../lists/encoding.js";
import { type OpenedList, openList } from "../lists/open.js";
import { warningsOfOptOuts } from "../lists/opt-out-lists.js";
import type { ListOverrides } from "../lists/overrides.js";
import { type SaidHeader, warningsOfRowsAbove } from "../lists/said-header.js";
import type { SheetRead } from "../lists/source.js";
import type { SuppressionPlan } from "../suppression/load.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import { type OwnOptOuts, optOutColumns, readOwnOptOuts } from "./own-opt-outs.js";

type SuppressionLists = Pick<SuppressionPlan, "lists">;

/** What a phone list can differ in from the first of its run. */
export type ListMismatch = "encoding" | "delimiter" | "line-end" | "columns" | "column" | "phone-columns";

/** A phone list of which is known what it says of itself. `open` it once, `close` it in any case. */
export interface ReadyList {
  path: string;
  own: readonly OwnOptOuts[];
  open(): Promise<OpenedList>;
  close(): void;
}

/** A phone list as it was read. */
export interface ReadList extends SaidHeader {
  path: string;
  sha256: string;
  bytes: number;
  /** The encoding as describeEncoding says it. */
  encoding: string;
  compression: "gzip" | null;
  sheet: SheetRead | null;
  delimiter: string;
  lineEnd: string;
  header: boolean;
  headerRow: number | undefined;
  /** Rows above the header that was said, blank ones aside. */
  rowsAbove: number;
  phoneColumns: readonly { position: number; name: string | undefined }[];
  records: number;
  blankLines: number;
  /** The columns that say who opted out, and how many records say so; `list`: whose matches the tally counts. */
  ownOptOuts: readonly (ListColumn & { list: number })[];
  /** Columns beside the phones in which an opted-out number stood, and in how many suppressed records. */
  beside: readonly ListColumn[];
}

/** `records`: of which something is said for its sake. */
export interface ListColumn {
  position: number;
  name: string | undefined;
  records: number;
}

/** Opens every list, in order, to learn its columns. */
export async function lookAtLists(
  paths: readonly string[],
  overrides: ListOverrides,
  suppression: SuppressionLists,
): Promise<LookedAt[]> {
  const oneOf = paths.length > 1 ? { optOuts: optOutFiles(suppression) } : undefined;
  const looked: LookedAt[] = [];
  try {
    for (const path of paths) looked.push(await lookAt(path, { ...overrides, ...(oneOf && { oneOf }) }));
    return looked;
  } catch (error) {
    closeAll(looked);
    throw error;
  }
}

/**
 * Reads those lists to the end that carry opt-outs of their own: a file is then opened again for its records, a stream is
 * kept in a file that only this process sees.
 */
export async function prepareLists(
  looked: readonly LookedAt[],
  overrides: ListOverrides,
  index: SuppressionIndex,
): Promise<ReadyList[]> {
  try {
    const ready: ReadyList[] = [];
    for (const list of looked) {
      const columns = overrides.columns.length > 0 ? list.known.columns : columnsTogether(list, looked);
      const open = () => list.open({ ...overrides, known: { ...list.known, columns } });
      const own: OwnOptOuts[] = [];
      for (const column of list.optOuts) own.push(await readOnce(await open(), column, index));
      ready.push({ path: list.path, own, open, close: list.close });
    }
    return ready;
  } catch (error) {
    closeAll(looked);
    throw error;
  }
}

/** Closes lists that are not read after all. */
export function closeAll(lists: readonly Pick<LookedAt, "close">[]): void {
  for (const list of lists) list.close();
}

/** A list of which the columns are known. */
export interface LookedAt {
  path: string;
  /** Opens the list, with what the first look found; a list that can't be opened again stays as it was opened. */
  open(overrides: ListOverrides): Promise<OpenedList>;
  close(): void;
  known: { header: boolean; columns: readonly number[] };
  header: readonly string[] | undefined;
  /** Columns in which it says itself who opted out. */
  optOuts: readonly number[];
}

async function lookAt(path: string, overrides: ListOverrides): Promise<LookedAt> {
  const input = openInput(path, ExitCode.phoneList);
  const stream = input.regular ? undefined : await remembered(input);
  const list = await openPhoneList(stream ?? input, overrides);
  const { header, columns } = list;
  const optOuts = optOutColumns(list);
  const carries = optOuts.length > 0;
  const looked = { path, known: { header: header !== undefined, columns }, header, optOuts };
  if (stream !== undefined && carries) {
    const spooled = await stream.spool();
    list.file.close();
    return { ...looked, open: (again) => openPhoneList(spooled.open(), again), close: spooled.close };
  }
  if (stream !== undefined) stream.forget();
  // Thousands of files can't be open at once; one that is read once need not be opened twice.
  else if (carries || overrides.oneOf !== undefined) {
    input.close();
    return { ...looked, open: (again) => openAgain(input, again), close: () => {} };
  }
  return { ...looked, open: () => Promise.resolve(list), close: () => list.file.close() };
}

/** Opens a list as it was looked at: in another one the phones and the opt-outs may stand elsewhere. */
async function openAgain({ path, identity }: InputFile, overrides: ListOverrides): Promise<OpenedList> {
  const list = await openPhoneList(path, overrides);
  if (list.file.identity === identity) return list;
  list.file.close();
  throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
}

function openPhoneList(source: string | InputFile, overrides: ListOverrides): Promise<OpenedList> {
  return openList(source, "phone-list", ExitCode.phoneList, overrides);
}

/** Loaded for streams only: start-up time counts. */
async function remembered(input: InputFile): Promise<RememberedStream> {
  const { RememberedStream } = await import("../files/spool.js");
  return new RememberedStream(input, ExitCode.phoneList);
}

/** The phone columns that any list of the same header has: in one of them a column may hold no number yet. */
function columnsTogether({ header, known }: LookedAt, lists: readonly LookedAt[]): readonly number[] {
  if (header === undefined) return known.columns;
  const alike = lists.filter((list) => list.header?.join("\0") === header.join("\0"));
  return [...new Set(alike.flatMap((list) => list.known.columns))].sort((a, b) => a - b);
}

async function readOnce(list: OpenedList, column: number, index: SuppressionIndex): Promise<OwnOptOuts> {
  try {
    return await readOwnOptOuts(list, column, index);
  } finally {
    list.file.close();
  }
}

/** What its name, its header and its first records tell a person to look at. */
export function warningsAtOpening(list: OpenedList): Warning[] {
  const ofOthers = list.watch.otherChannels.map(
    (column): Warning => ({ code: "opt-outs-of-another-channel", values: [list.file.path, columnName(list, column)] }),
  );
  return [
    ...warningsOfRowsAbove(list.file.path, list),
    ...warningsOfOptOuts(list),
    ...warningsOfConsents(list),
    ...ofOthers,
  ];
}

/** Warns of consents that the user calls opt-outs: a yes in them bars, and a no does not. */
function warningsOfConsents(list: OpenedList): Warning[] {
  const isConsent = (column: number) => optOutColumnOf(list.header?.[column] ?? "") === "consent";
  return list.watch.optOuts.flatMap(({ column, says }): Warning[] =>
    says === "said" && isConsent(column)
      ? [{ code: "consent-said-opt-out", values: [list.file.path, columnName(list, column)] }]
      : [],
  );
}

/** Records of both lists could not stand in one file. */
export function refuseOtherEncoding(first: OpenedList, list: OpenedList, suppression: SuppressionLists): void {
  if (agree(first.encoding, list.encoding)) return;
  refuseDifference("encoding", [first, list], [list.encoding.name, first.encoding.name], suppression);
}

export function refuseOtherShape(first: OpenedList, list: OpenedList, suppression: SuppressionLists): void {
  const refuse = (kind: ListMismatch, ours: string, firsts: string) =>
    refuseDifference(kind, [first, list], [ours, firsts], suppression);
  const ends = (it: OpenedList) => (it.dialect.recordEnd === "cr" ? "CR" : "LF");
  const delimiter = (it: OpenedList) => describeDelimiter(it.dialect.delimiter);
  const phones = (it: OpenedList) => it.columns.map((column) => columnName(it, column)).join(", ");
  if (delimiter(first) !== delimiter(list)) refuse("delimiter", delimiter(list), delimiter(first));
  if (ends(first) !== ends(list)) refuse("line-end", ends(list), ends(first));
  if (first.width !== list.width) refuse("columns", String(list.width), String(first.width));
  for (let column = 0; column < list.width; column++) {
    if (first.header?.[column] !== list.header?.[column])
      refuse("column", columnName(list, column), columnName(first, column));
  }
  if (first.columns.join() !== list.columns.join()) refuse("phone-columns", phones(list), phones(first));
}

/** `ours` and `firsts`: what the list and the first one have. */
function refuseDifference(
  kind: ListMismatch,
  [first, list]: readonly [OpenedList, OpenedList],
  [ours, firsts]: readonly [string, string],
  suppression: SuppressionLists,
): never {
  const { path } = list.file;
  const optOuts = optOutFiles(suppression);
  throw new ScrubError(ExitCode.phoneList, "differentLists", [kind, first.file.path, ours, firsts, path, optOuts], {
    file: path,
  });
}

/** What the command that scrubs a list by itself names behind -s; a workbook that is read sheet by sheet is one file. */
function optOutFiles({ lists }: SuppressionLists): string[] {
  return [...new Set(lists.map(({ source }) => source.path))];
}
