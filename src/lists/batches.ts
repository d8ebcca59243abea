// Yields the batches of a list: scanned here or, for a long list, by a thread ahead of the run.

import { type ExitCode, ScrubError } from "../errors.js";
import { RegularInput } from "../files/input.js";
import { sizeOf } from "../files/paths.js";
import { isWithoutRoom } from "../files/system-errors.js";
import { KernelMemory, type Room, whereKernelRuns } from "../kernel/kernel.js";
import { isForKernel, ScanKernel, scanKernelBytes } from "../kernel/scan-kernel.js";
import { RecordBatch } from "./batch.js";
import { kernelTask } from "./kernel-task.js";
import type { OpenedList } from "./open.js";
import { batchBytes } from "./record-columns.js";
import type { ScanAhead } from "./scan-ahead.js";

/** Below these sizes a thread starts slower than it reads the list. Only tests change them. */
export const LONG = { bytes: 8 * 1024 * 1024, gzipBytes: (8 * 1024 * 1024) / 5 };

/** Yields every record of a list, in order. Each batch is valid until the next, and lies in `memory`, if given. */
export async function* batchesOf(
  list: OpenedList,
  exitCode: ExitCode,
  memory?: KernelMemory,
): AsyncGenerator<RecordBatch> {
  const longBytes = list.encoding.gzip || list.sheet !== undefined ? LONG.gzipBytes : LONG.bytes;
  const ownMemory = memory ?? whereKernelRuns(() => new KernelMemory());
  const { file } = list;
  const isLong = file instanceof RegularInput && file.length >= longBytes;
  // The thread needs the kernel's memory.
  if (isLong && ownMemory !== undefined) yield* scannedAhead(list, file, exitCode, ownMemory);
  else yield* scannedHere(list, ownMemory);
  refuseMerged(list, exitCode);
}

/**
 * Refuses merged cells: only the first of their rows holds the value, and a "no" in it would count for that one alone.
 * A sheet names them after its last row, so they are not known earlier.
 */
function refuseMerged({ file, sheet, firstLine }: OpenedList, exitCode: ExitCode): void {
  if (sheet === undefined || sheet.toRead.reading.unseen !== "refused") return;
  const { merged } = sheet.facts;
  if (merged !== undefined && merged.lastRow > firstLine)
    throw new ScrubError(exitCode, "cellsMerged", [merged.range], { file: file.path, sheet: sheet.name });
}

export function mayBeLong(path: string): boolean {
  return sizeOf(path) >= (/\.gz$/i.test(path) ? LONG.gzipBytes : LONG.bytes);
}

async function* scannedHere(list: OpenedList, memory: KernelMemory | undefined): AsyncGenerator<RecordBatch> {
  const { reader, width, wanted, watchPlan } = list;
  const rooms: Room[] = [];
  const batch = memory === undefined ? new RecordBatch(wanted.length, width, watchPlan) : batchIn(memory, list, rooms);
  try {
    do {
      for (batch.fill(reader.scanner); batch.count > 0; batch.fill(reader.scanner)) {
        list.readSoFar = list.file.bytesRead;
        yield batch;
      }
    } while (await reader.fill());
  } finally {
    memory?.free(rooms);
  }
  list.blankLines = reader.scanner.blankLines;
}

/** Creates a batch in the kernel's memory, with the reader's window. `rooms` collects what it allocates. */
function batchIn(memory: KernelMemory, list: OpenedList, rooms: Room[]): RecordBatch {
  const { reader, dialect, width, wanted, watchPlan } = list;
  const allocate = (bytes: number): Room => {
    const room = memory.allocate(bytes);
    rooms.push(room);
    return room;
  };
  const task = kernelTask(list);
  const scan = isForKernel(dialect) ? new ScanKernel(memory.memory, allocate(scanKernelBytes(task)), task) : undefined;
  const columns = allocate(batchBytes(wanted.length));
  reader.keepIn((bytes) => memory.bytesOf(allocate(bytes)));
  return new RecordBatch(wanted.length, width, watchPlan, { buffer: memory.memory.buffer, ...columns }, scan);
}

/** Scans by a thread ahead of the run; here, with the same result, if the system has no room for a thread or its code is not there. */
async function* scannedAhead(
  list: OpenedList,
  file: RegularInput,
  exitCode: ExitCode,
  memory: KernelMemory,
): AsyncGenerator<RecordBatch> {
  // Loaded only for long lists: node:worker_threads takes long.
  const [{ ScanAhead }, { canRunAhead }] = await Promise.all([import("./scan-ahead.js"), import("./ahead-thread.js")]);
  if (!canRunAhead()) {
    yield* scannedHere(list, memory);
    return;
  }
  const { encoding, dialect, bodyStart, width, wanted, watchPlan, header } = list;
  const task = {
    ...{ input: { descriptor: file.descriptor, length: file.length }, file: file.path, exitCode },
    wrapping: { gzip: encoding.gzip, utf16: encoding.utf16 },
    ...{ sheet: list.sheet?.toRead, dialect, bodyStart, header: header !== undefined, width, wanted, watchPlan },
  };
  let ahead: ScanAhead | undefined;
  let hasBegun = false;
  try {
    ahead = new ScanAhead(task, memory);
    for (let batch = await ahead.next(); batch !== undefined; batch = await ahead.next()) {
      hasBegun = true;
      list.readSoFar = ahead.readSoFar;
      yield batch;
    }
    const { digest, bytesRead, blankLines, facts } = ahead.read!;
    file.setRead(digest, bytesRead);
    list.blankLines = blankLines;
    if (list.sheet !== undefined && facts !== undefined) list.sheet.facts = facts;
    return;
  } catch (cause) {
    if (hasBegun || !isWithoutRoom(cause)) throw cause;
  } finally {
    await ahead?.stop();
  }
  yield* scannedHere(list, memory);
}
