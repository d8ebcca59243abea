// Opens an import and reads what its records ask for: a CSV or a workbook by its columns, messages by their fields.

import path from "node:path";
import { scannedCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { type InputFile, openInput } from "../files/input.js";
import { ChunkSource, chunksOf } from "../files/source.js";
import {
  defaultChannel,
  findImportColumns,
  type ImportColumns,
  type ImportRole,
  importPhones,
  type RequestKind,
} from "../headers/import-columns.js";
import { isSureCode } from "../lexicon/outcomes.js";
import { batchesOf } from "../lists/batches.js";
import { chooseColumns, columnName } from "../lists/column-names.js";
import { faultOf } from "../lists/fault.js";
import { asksAboutOptOuts } from "../lists/marks.js";
import { type OpenedList, openList } from "../lists/open.js";
import { type OpenedSource, openSource } from "../lists/source.js";
import { proveDayOrder } from "../time/dates.js";
import { refuseRegistry } from "./ledger.js";
import { isOptIn } from "./news.js";
import { type ImportPlan, type OpenedImport, Understanding, type Understood } from "./understanding.js";

export type ReadImport = Counts & Pick<OpenedImport, "understanding" | "assumed">;

/** Takes the records that ask for anything, a group of the import. `isOnly`: the group is the only one. */
export type TakeGroup = (
  group: readonly Understood[],
  opened: Pick<OpenedImport, "hasEmail" | "understanding">,
  place: { isLast: boolean; isOnly: boolean },
) => Promise<void>;

/** Reads an import in groups of `most` records. Opt-ins come last: one that lets nothing through is not acknowledged. */
export async function readImport(plan: ImportPlan, most: number, take: TakeGroup): Promise<ReadImport> {
  const opened = await openImport(plan, false);
  const { understanding, assumed } = opened;
  const counts = summed([]);
  const group: Understood[] = [];
  const optIns: Understood[] = [];
  let isOnly = true;
  const takeSome = async (isLast: boolean) => {
    isOnly &&= isLast;
    await take(group.splice(0, most), opened, { isLast, isOnly });
  };
  try {
    for await (const some of opened.groups) {
      summed(some, counts);
      // Most records of a long export ask for nothing, and are only counted.
      for (const one of some)
        if (one.wanted.some(isOptIn)) optIns.push(one);
        else if (one.wanted.length > 0 || one.help !== undefined) group.push(one);
      while (group.length >= most) await takeSome(false);
    }
    group.push(...optIns);
    while (group.length > most) await takeSome(false);
    await takeSome(true);
  } finally {
    opened.close();
  }
  return { ...counts, understanding, assumed };
}

type Counts = Record<"records" | Exclude<Understood["is"], "asked">, number>;

/** Adds records to the counts of what they are. */
export function summed(
  understood: readonly Understood[],
  counts: Counts = { records: 0, help: 0, other: 0, outbound: 0, skipped: 0 },
): Counts {
  for (const { is } of understood) {
    counts.records++;
    if (is !== "asked") counts[is]++;
  }
  return counts;
}

/** Opens an import. `isLive`: what comes in now is read as it comes. */
export async function openImport(
  plan: ImportPlan,
  isLive: boolean,
  input: InputFile = openInput(plan.file, ExitCode.phoneList),
): Promise<OpenedImport> {
  let file = input;
  try {
    if (isLive) {
      const { bytes, sampleBytes } = await firstLine(file);
      if (bytes.includes(0)) throw new ScrubError(ExitCode.phoneList, "notUtf8", [], { file: plan.file });
      // More is asked for only once all records of what came before are read.
      const source = new ChunkSource(chunksOf(file, FIRST_BYTES), bytes);
      const opened = { file, source, wrapping: { gzip: false, utf16: undefined }, sheet: undefined };
      return await openWhatever(plan, opened, bytes, sampleBytes);
    }
    const opened = await openSource(file, ExitCode.phoneList, plan.overrides);
    file = opened.file;
    return await openWhatever(plan, opened, (await opened.source.peek?.(GLANCE)) ?? new Uint8Array(0));
  } catch (error) {
    file.close();
    throw error;
  }
}

/** `start`: its first bytes, which tell messages from records. `sampleBytes`: those of its first line, if it comes in now. */
async function openWhatever(
  plan: ImportPlan,
  opened: OpenedSource,
  start: Uint8Array,
  sampleBytes?: number,
): Promise<OpenedImport> {
  const { kind, file } = plan;
  const isLive = sampleBytes !== undefined;
  if (kind === "sms" && JSON_STARTS.test(Buffer.from(start.subarray(0, GLANCE)).toString())) {
    const { openMessages } = await import("./read-messages.js");
    return openMessages(plan, opened, isLive);
  }
  const overrides = { ...plan.overrides, phonesOf: importPhones.bind(null, kind), ...(isLive && { sampleBytes }) };
  const list = await openList(opened, "phone-list", ExitCode.phoneList, overrides, (header, _phones, rows) => {
    return { wanted: [...(header ?? rows[0] ?? [""]).keys()], suffice: false };
  });
  const { header = [] } = list;
  refuseRegistry(list, ExitCode.phoneList);
  const given = (role: ImportRole): number | undefined => {
    const name = plan.columns[role];
    return name === undefined ? undefined : chooseColumns([name], list.header, list.width, file)[0];
  };
  const found = findImportColumns(kind, header, list.columns, given);
  const cellsOf = (column: number) => list.sample.map((row) => row[column] ?? "");
  // In a form of leaving the message says why.
  const about = [path.basename(file), list.sheet?.name ?? "", ...list.titles.map(({ text }) => text), ...header];
  const decides = kind === "form" && about.some(asksAboutOptOuts) ? "actions" : found.decides;
  const columns = { ...found, decides, areCodes: found.areCodes || found.actions.flatMap(cellsOf).some(isSureCode) };
  refuseWithoutWords(kind, columns, file);
  const { order } = proveDayOrder(columns.dates.flatMap(cellsOf));
  const channel = plan.channel ?? defaultChannel(kind, header);
  const understanding = new Understanding(list, columns, { ...plan, order, channel, isLive });
  return {
    groups: recordGroups(list, understanding, isLive),
    understanding,
    hasEmail: columns.email !== undefined,
    assumed: assumedOf(kind, list, columns),
    close: () => list.file.close(),
  };
}

/** The first bytes, which tell whether it is JSON. */
const GLANCE = 512;
const JSON_STARTS = /^\ufeff?\s*(?:\{|\[\s*[[{\]])/;

/** Reads until a first line has come, or the end. Returns the bytes so far, and how many of them are a sample. */
async function firstLine(file: InputFile): Promise<{ bytes: Uint8Array; sampleBytes: number }> {
  let bytes = Buffer.alloc(0);
  const chunk = Buffer.allocUnsafe(FIRST_BYTES);
  for (;;) {
    const count = await file.read(chunk, 0, chunk.length);
    bytes = Buffer.concat([bytes, chunk.subarray(0, count)]);
    const length = /^(?:\xef\xbb\xbf)?\s*\S[^\n]*\n/.exec(bytes.toString("latin1"))?.[0].length;
    // Fewer bytes than are asked for are all.
    if (length !== undefined || count === 0) return { bytes, sampleBytes: length ?? bytes.length + 1 };
    if (bytes.length > LONGEST_FIRST)
      throw new ScrubError(ExitCode.phoneList, "headerTooLong", [bytes.length], { file: file.path, line: 1 });
  }
}

const FIRST_BYTES = 64 * 1024;
const LONGEST_FIRST = 1024 * 1024;

async function* recordGroups(
  list: OpenedList,
  understanding: Understanding,
  isLive: boolean,
): AsyncGenerator<readonly Understood[]> {
  const { file, reader } = list;
  try {
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      const group: Understood[] = [];
      for (let i = 0; i < batch.count; i++) {
        // Thousands would outlive several collections of young objects.
        if (!isLive && group.length === 256) yield group.splice(0);
        batch.select(i);
        const { bytes, start, end, line } = batch;
        if (faultOf(list, batch) === undefined) group.push(understanding.of(scannedCells(batch), line));
        else
          group.push(understanding.ofText(Buffer.from(bytes.subarray(start, end)).toString(), line, "broken-record"));
      }
      yield group;
    }
  } catch (error) {
    if (!(isLive && error instanceof ScrubError && error.sentence === "unclosedQuote")) throw error;
    // The input ended in the middle of a cell: what came before is recorded, and this goes to a person.
    const { bytes, nextStart, fedTo, line } = reader.scanner;
    yield [understanding.ofText(Buffer.from(bytes.subarray(nextStart, fedTo)).toString(), line, "broken-record")];
    return;
  }
  if (!isLive && file.changed()) throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: file.path });
}

/** Forms, and lists whose phone column is named as opt-outs, need no column that says what was asked for. */
function assumedOf(
  kind: RequestKind,
  list: OpenedList,
  { actions, subscribed, areReceipts }: ImportColumns,
): ReadImport["assumed"] {
  if (kind === "sms" || actions.length + subscribed.length > 0 || areReceipts) return undefined;
  const barring = (list.header ?? []).flatMap((name, column) => (asksAboutOptOuts(name) ? [column] : []));
  const column = barring.find((at) => !list.columns.includes(at));
  if (column === undefined && (kind === "form" || barring.length > 0)) return undefined;
  return { column: column === undefined ? undefined : columnName(list, column) };
}

function refuseWithoutWords(kind: RequestKind, { text, actions }: ImportColumns, file: string): void {
  const role = kind === "call" ? "action" : kind === "sms" && text === undefined ? "text" : undefined;
  if (role !== undefined && actions.length === 0)
    throw new ScrubError(ExitCode.usage, "noImportColumn", [role], { file });
}
