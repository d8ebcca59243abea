// Sources of bytes for tests: what they give at a time is the test's choice.

import type { ByteSource } from "../../src/files/source.js";

/** Gives at most `size` bytes a call. */
export function sourceOf(bytes: Uint8Array, size: number): ByteSource {
  let at = 0;
  return {
    read(into, offset, length) {
      const taken = bytes.subarray(at, at + Math.min(size, length));
      into.set(taken, offset);
      at += taken.length;
      return Promise.resolve(taken.length);
    },
  };
}

/** Reads to the end, at most `size` bytes a call. */
export async function readAll(source: ByteSource, size: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (;;) {
    // With room before and behind, which must stay as it is.
    const into = new Uint8Array(size + 2).fill(0xaa);
    const count = await source.read(into, 1, size);
    if (into[0] !== 0xaa || into[size + 1] !== 0xaa) throw new Error("a source wrote outside what it was given");
    if (count === 0) return Buffer.concat(parts);
    parts.push(Buffer.from(into.subarray(1, 1 + count)));
  }
}
