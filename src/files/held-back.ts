// An output that is a stream of a program: it is held back in a file without a name until the run is whole, and then handed over.

import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { ExitCode, ScrubError } from "../errors.js";
import { heldBack, hold } from "./given-streams.js";
import { codeOf } from "./system-errors.js";

/** Where a list may go: a Writable of Node, or anything else with `write`, whose promise is waited for, and `end`. */
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

/** Hands over what was held back, and ends the sink. Its failure is that of an output; `standing`: those that stand by then. */
export async function handOver(
  name: string,
  sink: GivenSink,
  standing: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const held = heldBack(name);
  const chunks = held === undefined ? [] : readingAgain(held);
  try {
    if (isStream(sink)) return await pipeline(chunks, sink, signal === undefined ? {} : { signal });
    for (const chunk of chunks) {
      await sink.write(chunk);
      signal?.throwIfAborted();
    }
    await sink.end();
  } catch (cause) {
    throw new ScrubError(ExitCode.io, "cannotWrite", [codeOf(cause) || "stream", standing], { file: name }, { cause });
  }
}

function isStream(sink: GivenSink): sink is GivenSink & NodeJS.WritableStream {
  return "on" in sink && typeof sink.on === "function";
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
