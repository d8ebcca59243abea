// Whether the records of lists fit into one sheet: the count of files is known before any work, that of streams while they
// are read.

import { ExitCode, ScrubError } from "../errors.js";
import { openInput, RegularInput } from "../files/input.js";
import { sizeOf } from "../files/paths.js";
import { positionedFile } from "../files/positioned.js";
import { MOST_RECORDS, MOST_ROWS } from "../workbook/facts.js";
import { batchesOf } from "./batches.js";
import { openList } from "./open.js";
import type { ListOverrides } from "./overrides.js";

/** A record has a byte and a line end, at least. */
const LEAST_BYTES = 2;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Refuses lists that have more records than a sheet holds, as far as files tell it that are plain text. `output`: the
 * workbook, for the error.
 */
export async function refuseTooManyRecords(
  lists: readonly { path: string; overrides: ListOverrides }[],
  output: string,
): Promise<void> {
  // Blank lines and those within quotes count here, too: where there are not too many lines, there are not too many records.
  const lines = lists.reduce((sum, { path }) => sum + lineEndsIn(path), 0);
  if (lines <= MOST_RECORDS) return;
  let records = 0;
  for (const { path, overrides } of lists) {
    if (lineEndsIn(path) === 0) continue;
    records += await recordsIn(path, overrides);
    if (records > MOST_RECORDS)
      throw new ScrubError(ExitCode.phoneList, "beyondSheet", ["rows", MOST_ROWS], { file: output });
  }
}

async function recordsIn(path: string, overrides: ListOverrides): Promise<number> {
  const list = await openList(path, "phone-list", ExitCode.phoneList, overrides);
  let records = 0;
  try {
    for await (const batch of batchesOf(list, ExitCode.phoneList)) records += batch.count;
  } finally {
    list.file.close();
  }
  return records;
}

/** 0 of a stream, and of a file that is too short to have too many. */
function lineEndsIn(path: string): number {
  // A FIFO that is opened and closed again has lost its writer.
  if (sizeOf(path) < MOST_RECORDS * LEAST_BYTES) return 0;
  const file = openInput(path, ExitCode.phoneList);
  try {
    if (!(file instanceof RegularInput)) return 0;
    const positioned = positionedFile(file.handOver(), path, ExitCode.phoneList);
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let [lf, cr] = [0, 0];
    for (let at = 0; at < positioned.size; at += CHUNK_BYTES) {
      const bytes = chunk.subarray(0, positioned.readAt(chunk, 0, Math.min(CHUNK_BYTES, positioned.size - at), at));
      lf += countOf(bytes, 0x0a);
      cr += countOf(bytes, 0x0d);
    }
    return Math.max(lf, cr);
  } finally {
    file.close();
  }
}

function countOf(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}
