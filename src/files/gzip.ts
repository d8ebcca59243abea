// Packs and unpacks gzip piece by piece. A file that is cut off or damaged is an error, never a shorter list.

import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import zlib from "node:zlib";
import { ExitCode, ScrubError } from "../errors.js";
import { openInput } from "./input.js";
import { type ByteSource, chunksOf } from "./source.js";
import { codeOf } from "./system-errors.js";

const CHUNK_BYTES = 128 * 1024;

/** The file ends too early, has a wrong checksum, or something follows it. */
export type GzipFault = "cut" | "damaged" | "trailing";

/**
 * Unpacks all members of a gzip file. Nothing may follow them: Node would skip whatever follows a zero byte, even another
 * member.
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
  // Read to the end, so that the digest is the whole file's.
  while (!(await next()).done);
  if (bytes > gunzip.bytesWritten) throw refusal("trailing");
}

/** Returns the SHA-256 (hex) of a gzip file's content. A damaged file is exit 1. */
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

/** Packs an output. The same bytes always give the same file: it has neither date nor name. */
export class GzipPacker {
  readonly #gzip = zlib.createGzip({ chunkSize: CHUNK_BYTES });
  readonly #packed: Uint8Array[] = [];

  constructor() {
    this.#gzip.on("data", (chunk: Buffer) => this.#packed.push(chunk));
  }

  /** Packs `bytes`, which must not change until it settles. Returns what is ready to be written. */
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
