// Inspects a file: opens it as a phone list, reads it to its end, and returns what was found. commands/inspect/ shows it.

import { ExitCode, ScrubError } from "../errors.js";
import { batchesOf } from "../lists/batches.js";
import { shownName } from "../lists/column-names.js";
import { type OpenedList, openList } from "../lists/open.js";
import { signOfOptOuts } from "../lists/opt-out-lists.js";
import type { ListOverrides } from "../lists/overrides.js";
import type { ColumnReason } from "../lists/phone-columns.js";
import { type ListFacts, listFactsOf } from "../scrub/list-tally.js";
import { hashColumns } from "../suppression/hash-columns.js";
import { type ColumnTally, InspectionTally } from "./tally.js";

/** The facts of a list that a scrub's report has, and more. */
export interface Inspection extends ListFacts {
  sha256: string;
  /** The number of first records that `columns` describes. */
  sampled: number;
  columns: readonly InspectedColumn[];
  tally: InspectionTally;
  /** Why it seems to be a suppression list: its name, a title, a column (from 0), digests in place of numbers, or a text. */
  optOutSign: "name" | "title" | "digests" | "text" | number | undefined;
}

export interface InspectedColumn {
  /** From 1. */
  position: number;
  /** Undefined if the name may not be shown. */
  name: string | undefined;
  /** The share of cells that are not empty, and the share of these that hold a number; from 0 to 1. */
  filled: number;
  readable: number;
  /** Why it is a phone column or none; `chosen` and `not-chosen` by the user. */
  why: ColumnReason | "chosen" | "not-chosen";
  /** The counts over all records, if it is a phone column. */
  phones: ColumnTally | undefined;
}

/** Inspects a file. Throws if it is unusable, but not for lack of a phone column. */
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
    };
  } finally {
    list.file.close();
  }
}

/** Returns a sign if the list has digests and no other phones: nobody can be contacted by such a list. */
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
