// gzip, in and out, a piece at a time: a file that is cut off or damaged is an error, never a shorter list.

import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import zlib from "node:zlib";
import { ExitCode, ScrubError } from "../errors.js";
import { openInput } from "./input.js";
import { type ByteSource, chunksOf } from "./source.js";
import { codeOf } from "./system-errors.js";

const CHUNK_BYTES = 128 * 1024;

/** It ends too early, does not hold what it should, or something else follows it. */
export type GzipFault = "cut" | "damaged" | "trailing";

/**
 * What a gzip file holds, all its members one after the other. Nothing may follow them: Node passes over what stands
 * behind a zero byte, be it another member.
 */
export async function* gunzipped(
  raw: ByteSource,
  file: string,
  exitCode: ExitCode,
  chunkBytes = CHUNK_BYTES,
): AsyncGenerator<Buffer, void> {
  const chunks = chunksOf(raw, chunkBytes);
  let bytes = 0;
  const next = async () => {
    const step = await chunks.next();
    bytes += step.value?.length ?? 0;
    return step;
  };
  const refusal = (fault: GzipFault, cause?: unknown) =>
    new ScrubError(exitCode, "gzipDamaged", [fault], { file }, { cause });
  const gunzip = zlib.createGunzip({ chunkSize: CHUNK_BYTES });
  const packed = Readable.from({ [Symbol.asyncIterator]: () => ({ next }) }, { highWaterMark: 1 });
  pipeline(packed, gunzip, () => {});
  try {
    yield* gunzip;
  } catch (cause) {
    if (cause instanceof ScrubError) throw cause;
    throw refusal(codeOf(cause) === "Z_BUF_ERROR" ? "cut" : "damaged", cause);
  }
  // To the end, so that its digest is the whole file's.
  while (!(await next()).done);
  if (bytes > gunzip.bytesWritten) throw refusal("trailing");
}

/** SHA-256 (hex) of what a gzip file holds; one that is damaged answers no. */
export async function digestOfPacked(file: string): Promise<string> {
  const input = openInput(file, ExitCode.no);
  try {
    const hash = createHash("sha256");
    for await (const chunk of gunzipped(input, file, ExitCode.no)) hash.update(chunk);
    return hash.digest("hex");
  } finally {
    input.close();
  }
}

/** Compresses an output. The same bytes always give the same file: no date and no name are in it. */
export class GzipPacker {
  readonly #gzip = zlib.createGzip({ chunkSize: CHUNK_BYTES });
  readonly #packed: Uint8Array[] = [];

  constructor() {
    this.#gzip.on("data", (chunk: Buffer) => this.#packed.push(chunk));
  }

  /** What is ready to be written once `bytes`, which must stay as they are until then, are packed. */
  async pack(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
    await new Promise<void>((resolve, reject) =>
      this.#gzip.write(bytes, (error) => (error ? reject(error) : resolve())),
    );
    return this.#packed.splice(0);
  }

  async end(): Promise<readonly Uint8Array[]> {
    await finished(this.#gzip.end());
    return this.#packed.splice(0);
  }
}
