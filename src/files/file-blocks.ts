// What a file held, in hashes of its blocks: by them a later content of it is known to be its beginning, cut or still being written.

import { createHash } from "node:crypto";
import { ExitCode } from "../errors.js";
import { piecesOf, reading, withDescriptor } from "./positioned.js";

const BLOCK_BYTES = 4096;

/** Takes 50 bytes for each 4 KiB; of the first, the last and what stands behind that it keeps all. */
export class FileBlocks {
  readonly #hashes: string[] = [];
  #first = Buffer.alloc(0);
  #last = Buffer.alloc(0);
  #behind = Buffer.alloc(0);

  /** Takes the first bytes of a file. */
  static of(file: string, bytes: number): FileBlocks {
    const blocks = new FileBlocks();
    reading(file, ExitCode.io, () =>
      withDescriptor(file, (descriptor) => {
        for (const piece of piecesOf(descriptor, 0, bytes)) blocks.add(piece);
      }),
    );
    return blocks;
  }

  /** Takes the bytes that stand right behind those that it took. */
  add(bytes: Uint8Array): void {
    const all = Buffer.concat([this.#behind, bytes]);
    let at = 0;
    for (; at + BLOCK_BYTES <= all.length; at += BLOCK_BYTES) {
      const block = all.subarray(at, at + BLOCK_BYTES);
      // Copied: a part would keep the whole alive.
      this.#last = Buffer.from(block);
      if (this.#hashes.length === 0) this.#first = this.#last;
      this.#hashes.push(createHash("sha256").update(block).digest("base64"));
    }
    this.#behind = Buffer.from(all.subarray(at));
  }

  /**
   * Whether this is the beginning of what was there before, and not all of it. Within a block that was in the middle of it only the
   * blocks before it tell.
   */
  isBeginningOf(before: FileBlocks): boolean {
    const full = this.#hashes.length;
    if (this.#size >= before.#size || this.#hashes.some((hash, i) => hash !== before.#hashes[i])) return false;
    const kept = before.#blockAt(full);
    return kept === undefined || this.#behind.equals(kept.subarray(0, this.#behind.length));
  }

  get #size(): number {
    return this.#hashes.length * BLOCK_BYTES + this.#behind.length;
  }

  #blockAt(place: number): Buffer | undefined {
    if (place === this.#hashes.length) return this.#behind;
    if (place === this.#hashes.length - 1) return this.#last;
    return place === 0 ? this.#first : undefined;
  }
}
