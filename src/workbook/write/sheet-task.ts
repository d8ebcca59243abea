// The thread beside a run that packs a workbook: pieces of CSV in, pieces of the archive out, by sheet-thread.ts.

import { parentPort, workerData } from "node:worker_threads";
import { ScrubError } from "../../errors.js";
import { type SheetPlan, WorkbookPacker } from "./packer.js";
import type { FromTask, ToTask } from "./sheet-thread.js";

const port = parentPort!;
const packer = new WorkbookPacker(workerData as SheetPlan);

port.on("message", ({ room, count, isTyped, isLast }: ToTask) => {
  packer.isTyped = isTyped;
  try {
    answer(isLast ? packer.end() : packer.pack(Buffer.from(room, 0, count)), room);
  } catch (error) {
    // A ScrubError loses its class on the way: its parts are sent. Anything else is a bug, and ends the thread as one.
    if (!(error instanceof ScrubError)) throw error;
    const { exitCode, sentence, values, place } = error;
    port.postMessage({ error: { exitCode, sentence, values, place } } satisfies FromTask);
  }
});

/** Writes the pieces where the bytes stood that they were made of; what has no room there is sent. */
function answer(pieces: readonly Uint8Array[], room: SharedArrayBuffer): void {
  const count = pieces.reduce((sum, { length }) => sum + length, 0);
  const isRoom = count <= room.byteLength;
  const whole = isRoom ? new Uint8Array(room) : new Uint8Array(count);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  port.postMessage({ count, ...(!isRoom && { packed: whole }) } satisfies FromTask);
}
