// An output that is a stream of a program: it is held back in a file without a name until the run is whole, and then handed over.

import { pipeline } from "node:stream/promises";
import { ExitCode, ScrubError } from "../errors.js";
import { piecesOf } from "./positioned.js";
import { codeOf } from "./system-errors.js";

/** Where a list may go: a Writable of Node, or anything else with `write`, whose promise is waited for, and `end`. */
export interface GivenSink {
  write(bytes: Uint8Array): unknown;
  end(): unknown;
}

/**
 * Hands over what was held back, if anything was, and ends the sink. Its failure is that of the output of this name; `standing`: the
 * outputs that stand by then.
 */
export async function handOver(
  name: string,
  held: number | undefined,
  sink: GivenSink,
  standing: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
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
