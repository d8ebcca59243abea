// One file, inspected: opened as a phone list would be, read to its end, and nothing written.
// What is shown of it is commands/'s work.

import { ExitCode, ScrubError } from "../errors.js";
import { type EventColumns, findEventColumns } from "../headers/event-columns.js";
import { batchesOf } from "../lists/batches.js";
import { shownName } from "../lists/column-names.js";
import { type OpenedList, openList } from "../lists/open.js";
import { signOfOptOuts } from "../lists/opt-out-lists.js";
import type { ListOverrides } from "../lists/overrides.js";
import type { ColumnReason } from "../lists/phone-columns.js";
import { type ListFacts, listFactsOf } from "../scrub/list-tally.js";
import { hashColumns } from "../suppression/hash-columns.js";
import { type ColumnTally, InspectionTally } from "./tally.js";

/** What a scrub's report says of a list, too. */
export interface Inspection extends ListFacts {
  sha256: string;
  /** The records that `columns` speaks of, the first of the file. */
  sampled: number;
  columns: readonly InspectedColumn[];
  tally: InspectionTally;
  /** What tells that it is a list of opt-outs: its name, a title, a column (from 0), digests in place of numbers, or a text. */
  optOutSign: "name" | "title" | "digests" | "text" | number | undefined;
  /** What the columns would say of opt-outs, by their names; from 0. */
  eventColumns: EventColumns;
}

export interface InspectedColumn {
  /** The column's position, from 1. */
  position: number;
  /** The column's name, where it may be shown. */
  name: string | undefined;
  /** Share of its cells that are not empty, and of those the share that holds a number, from 0 to 1. */
  filled: number;
  readable: number;
  /** The user may have decided instead of the detection. */
  why: ColumnReason | "chosen" | "not-chosen";
  /** Over all records that were read, where it is read as phones. */
  phones: ColumnTally | undefined;
}

/** What makes a file unusable is thrown, but for a file in which no column convinces. */
export async function inspectFile(path: string, overrides: ListOverrides): Promise<Inspection> {
  const asTyped = { ...overrides, mayLackPhones: true, mayBeText: true };
  const list = await openList(path, "phone-list", ExitCode.phoneList, asTyped);
  try {
    const tally = new InspectionTally(list);
    for await (const batch of batchesOf(list, ExitCode.phoneList)) tally.addBatch(batch);
    if (list.file.changed()) throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
    return {
      ...listFactsOf(list),
      sha256: list.file.digest(),
      sampled: list.sampled,
      columns: columnsOf(list, tally, overrides.columns.length > 0),
      tally,
      optOutSign: list.isText ? "text" : (signOfOptOuts(path, list) ?? digestsAlone(list)),
      eventColumns: findEventColumns(list.header),
    };
  } finally {
    list.file.close();
  }
}

/** Whether there are digests, and no phones beside them: nobody can be contacted by such a list. */
function digestsAlone({ header, sample, columns }: OpenedList): "digests" | undefined {
  const digests = hashColumns(header, sample, []).filter((column) => sample.some((row) => row[column]?.trim()));
  return digests.length > 0 && columns.every((column) => digests.includes(column)) ? "digests" : undefined;
}

function columnsOf(list: OpenedList, tally: InspectionTally, isChosen: boolean): InspectedColumn[] {
  const { examined } = list.detected;
  return Array.from({ length: list.width }, (_, column) => {
    const found = examined[column];
    const phones = tally.columns[list.columns.indexOf(column)];
    const isOther = list.otherPhones.includes(column);
    const chosen = isChosen && phones !== undefined ? "chosen" : isOther ? "not-chosen" : undefined;
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
