// An output that is a stream of a program: it is held back in a file without a name until the run is whole, and then handed over.

import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { heldBack, hold } from "./given-streams.js";

/** Where a list may go: a Writable of Node. */
export interface GivenSink {
  write(bytes: Uint8Array): unknown;
  end(): unknown;
}

const CHUNK_BYTES = 256 * 1024;

/** The descriptor to which the output of this name is written. The file is its owner's, for the moment in which it has a name. */
export function holdBack(name: string): number {
  const file = path.join(os.tmpdir(), `.svscrub-${randomUUID()}`);
  const descriptor = fs.openSync(file, "wx", 0o600);
  try {
    hold(name, fs.openSync(file, "r"));
  } finally {
    fs.unlinkSync(file);
  }
  return descriptor;
}

/** Hands over what was held back, and ends the sink. */
export async function handOver(name: string, sink: GivenSink): Promise<void> {
  const held = heldBack(name);
  await pipeline(held === undefined ? [] : readingAgain(held), sink as NodeJS.WritableStream);
}

function* readingAgain(descriptor: number): Generator<Buffer> {
  for (let position = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const read = fs.readSync(descriptor, chunk, 0, chunk.length, position);
    if (read === 0) return;
    position += read;
    yield chunk.subarray(0, read);
  }
}
