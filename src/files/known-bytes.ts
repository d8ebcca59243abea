// The known bytes of a file: those from its beginning that were read. Their digests, first and last bytes are kept, no others.

import { createHash, type Hash } from "node:crypto";
import { hashOf, readAt } from "./positioned.js";

/** The first and the last bytes that are kept, and the bytes for each digest. */
const BLOCK = 64 * 1024;
const LINE_FEED = 0x0a;

export class KnownBytes {
  length = 0;
  readonly #hash: Hash = createHash("sha256");
  /** The digest of all known bytes up to the end of each block. */
  readonly #digests: string[] = [];
  #first: Buffer = Buffer.alloc(0);
  #last: Buffer = Buffer.alloc(0);

  /** The digest (hex) of all known bytes. */
  get sha256(): string {
    return this.#hash.copy().digest("hex");
  }

  get endsLine(): boolean {
    return this.#last.at(-1) === LINE_FEED;
  }

  /** Adds bytes that follow. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + BLOCK - (this.length % BLOCK));
      this.#hash.update(part);
      this.length += part.length;
      at += part.length;
      if (this.length % BLOCK === 0) this.#digests.push(this.sha256);
      // Copied, because a slice would keep the whole buffer alive.
      if (this.length <= BLOCK) this.#first = Buffer.concat([this.#first, part]);
      this.#last = Buffer.concat([this.#last.subarray(Math.max(0, this.#last.length + part.length - BLOCK)), part]);
    }
  }

  /** Whether a file still begins with these bytes. It reads them all: 0.1 s for 100 MB. */
  areIn(descriptor: number): boolean {
    return hashOf(descriptor, 0, this.length) === this.sha256;
  }

  /** Whether the last 64 KiB of them are still in the file. */
  areLastIn(descriptor: number): boolean {
    const { length } = this.#last;
    return readAt(descriptor, this.length - length, length).equals(this.#last);
  }

  /** Whether an earlier version begins with these bytes, and has more. In the middle only whole blocks are compared. */
  isBeginningOf(before: KnownBytes): boolean {
    const blocks = this.#digests.length;
    if (this.length >= before.length || this.#digests[blocks - 1] !== before.#digests[blocks - 1]) return false;
    if (blocks === 0) return before.#first.subarray(0, this.length).equals(this.#first);
    // Behind the last block, as many as both have.
    const from = Math.max(blocks * BLOCK, before.length - before.#last.length);
    const ours = this.#last.subarray(this.#last.length - (this.length - from));
    const theirs = before.#last.subarray(before.#last.length - (before.length - from));
    return theirs.subarray(0, ours.length).equals(ours);
  }
}
