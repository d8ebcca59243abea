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
import type { SheetRead } from "../lists/source.js";
import { listName } from "../lists/table.js";
import type { SuppressionPlan } from "../suppression/load.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import { type OwnOptOuts, optOutColumns, readOwnOptOuts } from "./own-opt-outs.js";

type SuppressionLists = Pick<SuppressionPlan, "lists">;

/** What a phone list can differ in from the first of its run. */
export type ListMismatch = "encoding" | "delimiter" | "line-end" | "columns" | "column" | "phone-columns";

/** A phone list before it is read. */
export interface PhoneListPlan {
  path: string;
  /** How the list was typed, where an option is said of it by name. */
  named?: string;
  overrides: ListOverrides;
}

/** A phone list of which is known what it says of itself. `open` it once, `close` it in any case. */
export interface ReadyList extends PhoneListPlan {
  own: readonly OwnOptOuts[];
  open(): Promise<OpenedList>;
  close(): void;
}

/** A phone list as it was read. */
export interface ReadList {
  path: string;
  named: string | undefined;
  sha256: string;
  bytes: number;
  /** The encoding as describeEncoding says it. */
  encoding: string;
  compression: "gzip" | null;
  sheet: SheetRead | null;
  delimiter: string;
  lineEnd: string;
  header: boolean;
  /** The lines of the titles above the header, or rows of the sheet. */
  titles: readonly number[];
  phoneColumns: readonly { position: number; name: string | undefined }[];
  records: number;
  blankLines: number;
  /** The columns that say who opted out, and how many records say so; `list`: whose matches the tally counts. */
  ownOptOuts: readonly (ListColumn & Pick<OwnOptOuts, "list" | "isMarked">)[];
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
export async function lookAtLists(lists: readonly PhoneListPlan[]): Promise<LookedAt[]> {
  const looked: LookedAt[] = [];
  try {
    for (const list of lists) looked.push(await lookAt(list, lists.length > 1));
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
export async function prepareLists(looked: readonly LookedAt[], index: SuppressionIndex): Promise<ReadyList[]> {
  try {
    const ready: ReadyList[] = [];
    for (const list of looked) {
      const { path, named, overrides } = list;
      const columns = overrides.columns.length > 0 ? list.known.columns : columnsTogether(list, looked);
      const open = () => list.open({ ...overrides, ...list.headerAt, known: { ...list.known, columns } });
      const own: OwnOptOuts[] = [];
      for (const column of list.optOuts) own.push(await readOnce(await open(), column, index));
      ready.push({ path, ...(named !== undefined && { named }), overrides, own, open, close: list.close });
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
export interface LookedAt extends PhoneListPlan {
  /** Opens the list, with what the first look found; a list that can't be opened again stays as it was opened. */
  open(overrides: ListOverrides): Promise<OpenedList>;
  close(): void;
  known: { header: boolean; columns: readonly number[] };
  header: readonly string[] | undefined;
  /** The row of its header, where that is not the first. */
  headerAt: Pick<ListOverrides, "headerRow">;
  /** Columns in which it says itself who opted out. */
  optOuts: readonly number[];
}

/** `isOneOf`: there are others. */
async function lookAt(plan: PhoneListPlan, isOneOf: boolean): Promise<LookedAt> {
  const { path, overrides } = plan;
  const input = openInput(path, ExitCode.phoneList);
  const stream = input.regular ? undefined : await remembered(input);
  const list = await openPhoneList(stream ?? input, overrides);
  const { header, columns } = list;
  const optOuts = optOutColumns(list);
  const carries = optOuts.length > 0;
  const known = { header: header !== undefined, columns };
  const headerAt = list.headerRow === undefined ? {} : { headerRow: list.headerRow };
  const looked = { ...plan, known, header, headerAt, optOuts };
  if (stream !== undefined && carries) {
    const spooled = await stream.spool();
    list.file.close();
    return { ...looked, open: (again) => openPhoneList(spooled.open(), again), close: spooled.close };
  }
  if (stream !== undefined) stream.forget();
  // Thousands of files can't be open at once; one that is read once need not be opened twice.
  else if (carries || isOneOf) {
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
    (column): Warning => ({ code: "opt-outs-of-another-channel", values: [listName(list), columnName(list, column)] }),
  );
  return [...warningsOfOptOuts(list), ...warningsOfConsents(list), ...ofOthers];
}

/** Warns of consents that the user calls opt-outs: a yes in them bars, and a no does not. */
function warningsOfConsents(list: OpenedList): Warning[] {
  const isConsent = (column: number) => optOutColumnOf(list.header?.[column] ?? "") === "consent";
  return list.watch.optOuts.flatMap(({ column, says }): Warning[] =>
    says === "said" && isConsent(column)
      ? [{ code: "consent-said-opt-out", values: [listName(list), columnName(list, column)] }]
      : [],
  );
}

/** A list with what was said of it. */
export type ShapedList = Pick<PhoneListPlan, "overrides"> & { list: OpenedList };

/**
 * Refuses a list whose records could not stand in one file with those of the first, or in the encoding of `encodes`. A phone
 * column may be called otherwise in each list, where the user says of each which it is.
 */
export function refuseMismatch(
  first: ShapedList,
  encodes: ShapedList,
  other: ShapedList,
  suppression: SuppressionLists,
): void {
  const [said, ours] = [encodes.list.encoding, other.list.encoding];
  if (!agree(said, ours)) refuseDifference("encoding", [encodes, other], [ours.name, said.name], suppression);
  const refuse = (kind: ListMismatch, tell: (list: OpenedList) => string, fitsWith?: readonly string[]) =>
    refuseDifference(kind, [first, other], [tell(other.list), tell(first.list)], suppression, fitsWith);
  const refuseOther = (kind: ListMismatch, tell: (list: OpenedList) => string) => {
    if (tell(first.list) !== tell(other.list)) refuse(kind, tell);
  };
  refuseOther("delimiter", ({ dialect }) => describeDelimiter(dialect.delimiter));
  refuseOther("line-end", ({ dialect }) => (dialect.recordEnd === "cr" ? "CR" : "LF"));
  refuseOther("columns", ({ width }) => String(width));
  const named = [...Array(other.list.width).keys()].filter((at) => first.list.header?.[at] !== other.list.header?.[at]);
  const arePhones = named.every((at) => [first, other].every(({ list }) => list.columns.includes(at)));
  const areSaid = [first, other].every(({ overrides }) => overrides.columns.length > 0);
  if (named.length > 0 && !(arePhones && areSaid))
    refuse("column", (list) => columnName(list, named[0]!), arePhones ? [first, other].flatMap(phonesSaid) : undefined);
  if (first.list.columns.join() !== other.list.columns.join()) refuse("phone-columns", phonesOf);
}

function phonesOf(list: OpenedList): string {
  return list.columns.map((column) => columnName(list, column)).join(", ");
}

/** `ours` and `firsts`: what the list and the first one have; `fitsWith`: the words with which they fit one another. */
function refuseDifference(
  kind: ListMismatch,
  [first, other]: readonly [ShapedList, ShapedList],
  [ours, firsts]: readonly [string, string],
  suppression: SuppressionLists,
  fitsWith?: readonly string[],
): never {
  const lists = [first, other];
  const paths = lists.map(({ list }) => list.file.path);
  const optOuts = optOutFiles(suppression);
  const alone = lists.map((one, i) => ({ lists: [paths[i]!], words: saidOf(one, ""), optOuts, ...namedAfter(one) }));
  const named = lists.flatMap((one) => saidOf(one, `${nameOf(one)}=`));
  const fits = fitsWith !== undefined && paths[0] !== paths[1];
  const together = fits ? { lists: paths, words: [...named, ...fitsWith], optOuts } : undefined;
  throw new ScrubError(
    ExitCode.phoneList,
    "differentLists",
    [kind, ours, listName(first.list), firsts, alone, together],
    {
      file: paths[1]!,
    },
  );
}

/** The clean lists of several sheets may not have one name. */
function namedAfter({ list: { file, sheet } }: ShapedList): { namedAfter?: string } {
  if (!sheet?.isOneOfSheets) return {};
  return { namedAfter: file.path.replace(/(\.[^./]+)?$/, `.${sheet.toRead.position}$1`) };
}

function nameOf({ list, overrides }: ShapedList): string {
  return overrides.name ?? list.file.path;
}

/** The words that were said of the list: where its records are, and which columns are its phones. */
function saidOf({ overrides: { columns, headerRow, noHeader, sheet } }: ShapedList, name: string): string[] {
  return [
    ...(sheet === undefined ? [] : ["--sheet", `${name}${sheet}`]),
    ...(headerRow === undefined ? [] : ["--header-row", `${name}${headerRow}`]),
    ...(noHeader ? [name === "" ? "--no-header" : `--no-header=${name.slice(0, -1)}`] : []),
    ...columns.flatMap((column) => ["--column", `${name}${column}`]),
  ];
}

/** The words that say which columns are the phones of this list alone, where they were not said. */
function phonesSaid(one: ShapedList): string[] {
  if (one.overrides.columns.length > 0) return [];
  return one.list.columns.flatMap((column) => ["--column", `${nameOf(one)}=${columnName(one.list, column)}`]);
}

/** What the command that scrubs a list by itself names behind -s; a workbook that is read sheet by sheet is one file. */
function optOutFiles({ lists }: SuppressionLists): string[] {
  return [...new Set(lists.map(({ source }) => source.path))];
}
