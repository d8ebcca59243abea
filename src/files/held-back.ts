// An output that is a stream of a program: it is held back in a file without a name until the run is whole, and then handed over.

import fs from "node:fs";
import { pipeline } from "node:stream/promises";
import { ExitCode, ScrubError } from "../errors.js";
import { heldBack, hold } from "./given-streams.js";
import { piecesOf } from "./positioned.js";
import { codeOf } from "./system-errors.js";
import { inUnnamedFile } from "./temporary.js";

/** Where a list may go: a Writable of Node, or anything else with `write`, whose promise is waited for, and `end`. */
export interface GivenSink {
  write(bytes: Uint8Array): unknown;
  end(): unknown;
}

/** The descriptor to which the output of this name is written. */
export function holdBack(name: string): number {
  return inUnnamedFile((file) => {
    const descriptor = fs.openSync(file, "wx", 0o600);
    hold(name, fs.openSync(file, "r"));
    return descriptor;
  });
}

/** Hands over what was held back, and ends the sink. Its failure is that of an output; `standing`: those that stand by then. */
export async function handOver(
  name: string,
  sink: GivenSink,
  standing: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const held = heldBack(name);
  const chunks = held === undefined ? [] : piecesOf(held, 0, Number.POSITIVE_INFINITY);
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
