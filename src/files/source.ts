// Interfaces of sources of bytes.

export interface ByteSource {
  /** Reads up to `length` bytes into `into` at `offset`; 0 at the end. */
  read(into: Uint8Array, offset: number, length: number): Promise<number>;
}

/** A source whose first bytes can be seen before they are read. */
export interface PeekedSource extends ByteSource {
  /** Returns the first `length` bytes, or all if there are fewer, without consuming them. */
  peek(length: number): Promise<Uint8Array>;
}

/** A source of chunks; `first`: the chunks that were read already. */
export class ChunkSource implements PeekedSource {
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(
    chunks: AsyncIterable<Uint8Array>,
    private first: Uint8Array = new Uint8Array(0),
  ) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    while (this.first.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return 0;
      this.first = value;
    }
    const taken = this.first.subarray(0, length);
    this.first = this.first.subarray(taken.length);
    into.set(taken, offset);
    return taken.length;
  }

  async peek(length: number): Promise<Uint8Array> {
    const start = await readAhead(this, length);
    this.first = Buffer.concat([start, this.first]);
    return start;
  }
}

/** Reads the first `length` bytes, or all if there are fewer. */
export async function readAhead(source: ByteSource, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let to = 0;
  for (let count = -1; count !== 0 && to < length; to += count) count = await source.read(bytes, to, length - to);
  return bytes.subarray(0, to);
}

/** Yields all bytes, each chunk in memory of its own. */
export async function* chunksOf(source: ByteSource, most: number): AsyncGenerator<Buffer, void> {
  for (;;) {
    const chunk = Buffer.allocUnsafeSlow(most);
    const count = await source.read(chunk, 0, most);
    if (count === 0) return;
    yield chunk.subarray(0, count);
  }
}
