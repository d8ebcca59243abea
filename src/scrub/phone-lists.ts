// Opens the phone lists of a run before any record is judged: whether they fit together, which columns they share, and
// what marks they hold.

import { describeDelimiter } from "../csv/dialect.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type InputFile, openInput, StreamInput } from "../files/input.js";
import type { Kept } from "../files/spool.js";
import { columnName, shownName } from "../lists/column-names.js";
import { agree, compressionOf, describeEncoding } from "../lists/encoding.js";
import { type OpenedList, openList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { type SheetRead, sheetRead } from "../lists/source.js";
import { listName } from "../lists/table.js";
import { askedColumns } from "../lists/watch.js";
import type { Channel } from "../suppression/event.js";
import type { SuppressionPlan } from "../suppression/load.js";
import { type Marks, readMarks } from "./marks.js";

type SuppressionLists = Pick<SuppressionPlan, "lists">;

/** What a phone list can differ in from the first of its run. */
export type ListMismatch = "encoding" | "delimiter" | "line-end" | "columns" | "column" | "phone-columns";

export interface PhoneListPlan {
  path: string;
  /** The list's name in options, if one was given. */
  named?: string;
  overrides: ListOverrides;
}

/** A phone list whose columns are known. `close` it in any case. */
export interface ReadyList extends PhoneListPlan {
  /** Opens it; again only if `canBeReadAgain`. */
  open(): Promise<OpenedList>;
  /** False for a stream that was not kept. */
  canBeReadAgain: boolean;
  close(): void;
  /** SHA-256 of the list as it was when read for marks. */
  sha256?: string;
}

export interface ListFacts {
  path: string;
  bytes: number;
  /** As `describeEncoding` writes it. */
  encoding: string;
  compression: "gzip" | null;
  sheet: SheetRead | null;
  delimiter: string;
  lineEnd: string;
  header: boolean;
  /** The lines of the titles above the header; rows of a sheet. */
  titles: readonly number[];
  blankLines: number;
}

export interface ReadList extends ListFacts {
  named: string | undefined;
  sha256: string;
  phoneColumns: readonly { position: number; name: string | undefined }[];
  records: number;
  /** Columns with marks, and how many records have one. */
  ownOptOuts: readonly ListColumn[];
  /** Other columns with opted-out numbers, and how many suppressed records have one. */
  beside: readonly ListColumn[];
}

export interface ListColumn {
  position: number;
  name: string | undefined;
  records: number;
}

/** Describes a list that was read to its end. `marks` and `beside`: records by 0-based column. */
export function readListOf(
  list: OpenedList,
  said: Pick<ReadList, "named" | "sha256" | "records"> &
    Record<"marks" | "beside", { column: number; records: number }[]>,
): ReadList {
  const columnOf = (column: number) => ({ position: column + 1, name: shownName(list.header?.[column]) });
  const inOrder = (counts: readonly { column: number; records: number }[]) =>
    [...counts].sort((a, b) => a.column - b.column).map(({ column, records }) => ({ ...columnOf(column), records }));
  return {
    ...listFactsOf(list),
    ...{ named: said.named, sha256: said.sha256, records: said.records },
    phoneColumns: list.columns.map(columnOf),
    ownOptOuts: inOrder(said.marks),
    beside: inOrder(said.beside),
  };
}

export function listFactsOf(list: OpenedList): ListFacts {
  return {
    ...{ path: list.file.path, bytes: list.file.bytesRead },
    encoding: describeEncoding(list.encoding),
    compression: compressionOf(list.encoding),
    sheet: sheetRead(list),
    delimiter: describeDelimiter(list.dialect.delimiter),
    lineEnd: list.dialect.recordEnd,
    header: list.header !== undefined,
    titles: list.titles.map(({ line }) => line),
    blankLines: list.blankLines,
  };
}

/** Opens every list, in order, to learn its columns. */
export async function probeLists(lists: readonly PhoneListPlan[]): Promise<ProbedList[]> {
  const probed: ProbedList[] = [];
  try {
    for (const list of lists) probed.push(await probe(list, lists.length > 1));
    return probed;
  } catch (error) {
    closeAll(probed);
    throw error;
  }
}

export interface ProbedList extends PhoneListPlan {
  /** Already closed if it is one of several files: thousands can't be open at once. */
  opened: OpenedList;
  input: InputFile;
  stream: StreamInput | undefined;
  known: { header: boolean; columns: readonly number[] };
  header: readonly string[] | undefined;
  headerAt: Pick<ListOverrides, "headerRow">;
  /** Some of its columns ask about opt-outs or consent, or its sheet has marks outside its cells. */
  asks: boolean;
}

async function probe(plan: PhoneListPlan, isOneOf: boolean): Promise<ProbedList> {
  const { path, overrides } = plan;
  const input = openInput(path, ExitCode.phoneList);
  const stream = input instanceof StreamInput ? input : undefined;
  stream?.remember();
  const opened = await openPhoneList(input, overrides);
  if (stream === undefined && isOneOf) input.close();
  const { header, headerRow, columns, watch } = opened;
  const known = { header: header !== undefined, columns };
  return {
    ...plan,
    opened,
    input,
    stream,
    known,
    header,
    headerAt: headerRow === undefined ? {} : { headerRow },
    asks: askedColumns(watch).length > 0 || watch.marks !== undefined,
  };
}

export function closeAll(lists: readonly ProbedList[]): void {
  for (const { opened } of lists) opened.file.close();
}

/** Makes lists ready. If any has columns that ask, all are read for marks first. `mayBeginAgain`: streams are kept. */
export async function prepareLists(
  probed: readonly ProbedList[],
  { marks, channel, mayBeginAgain }: { marks: Marks; channel: Channel; mayBeginAgain: boolean },
): Promise<{ lists: ReadyList[]; warnings: Warning[] }> {
  const lists: ReadyList[] = [];
  try {
    const areAsked = probed.some(({ asks }) => asks);
    for (const list of probed) lists.push(await readyList(list, probed, areAsked, mayBeginAgain));
    return { lists, warnings: areAsked ? await readAllMarks(lists, marks, channel) : [] };
  } catch (error) {
    for (const list of lists) list.close();
    closeAll(probed);
    throw error;
  }
}

export async function readAllMarks(lists: readonly ReadyList[], marks: Marks, channel: Channel): Promise<Warning[]> {
  const warnings: Warning[] = [];
  marks.beginRun();
  for (const ready of lists) {
    const list = await ready.open();
    try {
      const read = await readMarks(list, marks, channel);
      ready.sha256 = read.sha256;
      warnings.push(...read.warnings);
    } finally {
      list.file.close();
    }
  }
  marks.areRead = true;
  return warnings;
}

async function readyList(
  probed: ProbedList,
  all: readonly ProbedList[],
  isReadTwice: boolean,
  mayBeginAgain: boolean,
): Promise<ReadyList> {
  const { path, named, overrides, headerAt, known, opened, input, stream } = probed;
  const columns = overrides.columns.length > 0 ? known.columns : columnsTogether(probed, all);
  const again = { ...overrides, ...headerAt, known: { ...known, columns } };
  const ready = { path, ...(named !== undefined && { named }), overrides };
  if (stream === undefined) {
    let first = all.length === 1 && !isReadTwice ? opened : undefined;
    if (first === undefined) opened.file.close();
    const open = () => {
      const list = first === undefined ? openAgain(input, again) : Promise.resolve(first);
      first = undefined;
      return list;
    };
    return { ...ready, open, canBeReadAgain: true, close: () => first?.file.close() };
  }
  let first: OpenedList | undefined = isReadTwice ? undefined : opened;
  let kept: Kept | undefined;
  if (isReadTwice || mayBeginAgain) {
    // Loaded only for streams, for a quick start.
    const { Kept } = await import("../files/spool.js");
    kept = isReadTwice ? await Kept.ofAll(stream) : Kept.of(stream);
  } else stream.forget();
  if (isReadTwice) opened.file.close();
  const open = () => {
    const list = first === undefined ? openPhoneList(kept!.open(), again) : Promise.resolve(first);
    first = undefined;
    return list;
  };
  const close = () => {
    first?.file.close();
    kept?.close();
  };
  return { ...ready, open, canBeReadAgain: kept !== undefined, close };
}

/** Opens a list again. Another file at its path may have phones and opt-outs in other columns, and is refused. */
async function openAgain({ path, identity }: InputFile, overrides: ListOverrides): Promise<OpenedList> {
  const list = await openPhoneList(path, overrides);
  if (list.file.identity === identity) return list;
  list.file.close();
  throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
}

function openPhoneList(source: string | InputFile, overrides: ListOverrides): Promise<OpenedList> {
  return openList(source, "phone-list", ExitCode.phoneList, overrides);
}

/** Returns the phone columns of all lists with the same header: in one of them a column may hold no number yet. */
function columnsTogether({ header, known }: ProbedList, lists: readonly ProbedList[]): readonly number[] {
  if (header === undefined) return known.columns;
  const alike = lists.filter((list) => list.header?.join("\0") === header.join("\0"));
  return [...new Set(alike.flatMap((list) => list.known.columns))].sort((a, b) => a - b);
}

/** Refuses a chosen column without a number. `readable`: by phone column, 1 if one was read. */
export function refuseEmptyChoice(list: OpenedList, records: number, readable: Uint8Array): void {
  const at = records === 0 ? -1 : readable.indexOf(0);
  if (at < 0) return;
  const values: [string, number] = [columnName(list, list.columns[at]!), records];
  throw new ScrubError(ExitCode.phoneList, "columnWithoutNumbers", values, { file: list.file.path });
}

export type ShapedList = Pick<PhoneListPlan, "overrides"> & { list: OpenedList };

/**
 * Refuses a list whose records can't be in one file with those of `first`, or in the encoding of `encodes`. Phone
 * columns may have different names only if the user named them for both lists.
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
  const areChosen = [first, other].every(({ overrides }) => overrides.columns.length > 0);
  if (named.length > 0 && !(arePhones && areChosen))
    refuse("column", (list) => columnName(list, named[0]!), arePhones ? [first, other].flatMap(phoneWords) : undefined);
  if (first.list.columns.join() !== other.list.columns.join()) refuse("phone-columns", phonesOf);
}

function phonesOf(list: OpenedList): string {
  return list.columns.map((column) => columnName(list, column)).join(", ");
}

/** `ours` and `firsts`: what differs; `fitsWith`: the options with which the two lists fit together. */
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
  const alone = lists.map((one, i) => ({ lists: [paths[i]!], words: optionsOf(one, ""), optOuts, ...namedAfter(one) }));
  const named = lists.flatMap((one) => optionsOf(one, `${nameOf(one)}=`));
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

/** Returns a distinct name for the clean list of one of several sheets. */
function namedAfter({ list: { file, sheet } }: ShapedList): { namedAfter?: string } {
  if (!sheet?.isOneOfSheets) return {};
  return { namedAfter: file.path.replace(/(\.[^./]+)?$/, `.${sheet.toRead.position}$1`) };
}

function nameOf({ list, overrides }: ShapedList): string {
  return overrides.name ?? list.file.path;
}

/** Returns the options that were given for the list: its header row, sheet and phone columns. */
function optionsOf({ overrides: { columns, headerRow, noHeader, sheet } }: ShapedList, name: string): string[] {
  return [
    ...(sheet === undefined ? [] : ["--sheet", `${name}${sheet}`]),
    ...(headerRow === undefined ? [] : ["--header-row", `${name}${headerRow}`]),
    ...(noHeader ? [name === "" ? "--no-header" : `--no-header=${name.slice(0, -1)}`] : []),
    ...columns.flatMap((column) => ["--column", `${name}${column}`]),
  ];
}

/** Returns the options that would choose this list's phone columns, unless they were given. */
function phoneWords(one: ShapedList): string[] {
  if (one.overrides.columns.length > 0) return [];
  return one.list.columns.flatMap((column) => ["--column", `${nameOf(one)}=${columnName(one.list, column)}`]);
}

/** Returns the files after `-s` for a command that scrubs one list. A workbook read sheet by sheet is one file. */
function optOutFiles({ lists }: SuppressionLists): string[] {
  return [...new Set(lists.map(({ source }) => source.path))];
}
