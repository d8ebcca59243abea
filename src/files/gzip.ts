// gzip, in and out, a piece at a time: a file that is cut off or damaged is an error, never a shorter list.

import { createHash } from "node:crypto";
import zlib from "node:zlib";
import { ExitCode, ScrubError } from "../errors.js";
import { type ByteSource, openInput } from "./input.js";
import { codeOf } from "./system-errors.js";

const CHUNK_BYTES = 128 * 1024;

/** It ends too early, does not hold what it should, or something else follows it. */
export type GzipFault = "cut" | "damaged" | "trailing";

/**
 * What a gzip file holds, all its members one after the other. Zero bytes may follow them (tapes and some file systems
 * pad with them) and nothing else: Node passes over what stands behind such a zero, be it another member.
 */
export class GunzipSource implements ByteSource {
  readonly #gunzip = zlib.createGunzip({ chunkSize: CHUNK_BYTES });
  readonly #chunkBytes: number;
  #rest: Uint8Array = new Uint8Array(0);
  /** The chunk that was handed over last, and how many bytes were before it. */
  #chunk: Uint8Array = new Uint8Array(0);
  #before = 0;
  /** The last chunk is still being worked on. */
  #isBusy = false;
  #isEnded = false;
  #failure: Error | undefined;
  #wake = () => {};

  constructor(
    private readonly raw: ByteSource,
    private readonly file: string,
    private readonly exitCode: ExitCode,
    chunkBytes = CHUNK_BYTES,
  ) {
    this.#chunkBytes = chunkBytes;
    this.#gunzip.on("readable", () => this.#wake());
    this.#gunzip.on("end", () => {
      this.#isEnded = true;
      this.#wake();
    });
    this.#gunzip.on("error", (cause) => {
      this.#failure = cause;
      this.#wake();
    });
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    while (this.#rest.length === 0) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#rest = (this.#gunzip.read() as Buffer | null) ?? this.#rest;
      if (this.#rest.length > 0) break;
      if (this.#failure !== undefined) throw this.#damaged(this.#failure);
      if (this.#isEnded) {
        await this.#refuseTail();
        return 0;
      }
      if (!this.#isBusy) await this.#feed();
      else await woken;
    }
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(taken.length);
    into.set(taken, offset);
    return taken.length;
  }

  async #feed(): Promise<void> {
    const chunk = new Uint8Array(this.#chunkBytes);
    const count = await this.raw.read(chunk, 0, chunk.length);
    this.#isBusy = true;
    this.#before += this.#chunk.length;
    this.#chunk = chunk.subarray(0, count);
    if (count === 0) this.#gunzip.end();
    else
      this.#gunzip.write(this.#chunk, () => {
        // What it leaves of a chunk is a tail, and its end is about to come.
        this.#isBusy = this.#gunzip.bytesWritten < this.#before + this.#chunk.length;
        this.#wake();
      });
  }

  /** Refuses bytes behind the end, and reads the file to its end, so that its digest is the whole file's. */
  async #refuseTail(): Promise<void> {
    const isZero = (byte: number) => byte === 0;
    let tail = this.#chunk.subarray(this.#gunzip.bytesWritten - this.#before);
    const chunk = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      if (!tail.every(isZero)) throw new ScrubError(this.exitCode, "gzipDamaged", ["trailing"], { file: this.file });
      const count = await this.raw.read(chunk, 0, chunk.length);
      if (count === 0) return;
      tail = chunk.subarray(0, count);
    }
  }

  #damaged(cause: Error): ScrubError {
    const fault = codeOf(cause) === "Z_BUF_ERROR" ? "cut" : "damaged";
    return new ScrubError(this.exitCode, "gzipDamaged", [fault], { file: this.file }, { cause });
  }
}

/** SHA-256 (hex) of what a gzip file holds; one that is damaged answers no. */
export async function digestOfPacked(file: string): Promise<string> {
  const input = openInput(file, ExitCode.no);
  try {
    const source = new GunzipSource(input, file, ExitCode.no);
    const hash = createHash("sha256");
    const chunk = new Uint8Array(CHUNK_BYTES);
    for (let count = -1; count !== 0; hash.update(chunk.subarray(0, count)))
      count = await source.read(chunk, 0, CHUNK_BYTES);
    return hash.digest("hex");
  } finally {
    input.close();
  }
}

/** Compresses an output. The same bytes always give the same file: no date and no name are in it. */
export class GzipPacker {
  readonly #gzip = zlib.createGzip({ chunkSize: CHUNK_BYTES });
  #packed: Uint8Array[] = [];

  constructor() {
    this.#gzip.on("data", (chunk: Buffer) => this.#packed.push(chunk));
  }

  /** What is ready to be written once `bytes`, which must stay as they are until then, are packed. */
  async pack(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
    await new Promise<void>((resolve, reject) =>
      this.#gzip.write(bytes, (error) => (error ? reject(error) : resolve())),
    );
    return this.#take();
  }

  async end(): Promise<readonly Uint8Array[]> {
    await new Promise<void>((resolve, reject) => {
      this.#gzip.on("end", resolve).on("error", reject);
      this.#gzip.end();
    });
    return this.#take();
  }

  #take(): readonly Uint8Array[] {
    const packed = this.#packed;
    this.#packed = [];
    return packed;
  }
}
