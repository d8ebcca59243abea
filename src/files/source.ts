// Bytes of a list, as whoever reads them asks for them.

export interface ByteSource {
  /** Reads up to `length` bytes into `into` at `offset`; 0 at the end. */
  read(into: Uint8Array, offset: number, length: number): Promise<number>;
}

/** Bytes that come in chunks. */
export class ChunkSource implements ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    while (this.#chunk.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return 0;
      this.#chunk = value;
    }
    const taken = this.#chunk.subarray(0, length);
    this.#chunk = this.#chunk.subarray(taken.length);
    into.set(taken, offset);
    return taken.length;
  }
}

/** Bytes that were read already, then the rest. */
export class ReplayedSource implements ByteSource {
  constructor(
    private first: Uint8Array,
    private readonly rest: ByteSource,
  ) {}

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    if (this.first.length === 0) return this.rest.read(into, offset, length);
    const taken = this.first.subarray(0, length);
    this.first = this.first.subarray(taken.length);
    into.set(taken, offset);
    return taken.length;
  }
}

/** The first `length` bytes, or all where there are fewer. */
export async function readAhead(source: ByteSource, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let to = 0;
  for (let count = -1; count !== 0 && to < length; to += count) count = await source.read(bytes, to, length - to);
  return bytes.subarray(0, to);
}

/** All bytes, in chunks of their own. */
export async function* chunksOf(source: ByteSource, most: number): AsyncGenerator<Buffer, void> {
  for (;;) {
    const chunk = Buffer.allocUnsafeSlow(most);
    const count = await source.read(chunk, 0, most);
    if (count === 0) return;
    yield chunk.subarray(0, count);
  }
}
