// Streams of a program in the place of files: for as long as a run lasts each has a name among the paths, such as `stream:1`.
// What comes in is read once, as a FIFO is; what goes out is held back until the run is whole (held-back.ts).

import fs from "node:fs";

/** What a program may give to be read: a stream of Node or of the web, or anything else that gives bytes or text. */
export type GivenSource = AsyncIterable<Uint8Array | string>;

/** A source as it is read. */
export interface GivenInput extends AsyncIterable<Buffer> {
  destroy(): void;
}

const inputs = new Map<string, GivenInput>();
/** By the name, the descriptor from which an output can be read, once it is begun. */
const outputs = new Map<string, number | undefined>();
let count = 0;

const NAME = /^stream:\d+$/;

/** Whether a path in a report was a stream of a program. */
export function isStreamName(path: string): boolean {
  return NAME.test(path);
}

/** Whether it is one now. */
export function isGiven(path: string): boolean {
  return inputs.has(path) || outputs.has(path);
}

export function givenInput(path: string): GivenInput | undefined {
  return inputs.get(path);
}

/**
 * Gives the source a name, until it is taken back. The signal ends the wait for it at once, with its reason: it may never answer.
 */
export function giveInput(source: GivenSource, signal?: AbortSignal): string {
  const name = nextName();
  inputs.set(name, new GivenChunks(source, signal));
  return name;
}

/** The name of something to be written, until it is taken back. */
export function giveOutput(): string {
  const name = nextName();
  outputs.set(name, undefined);
  return name;
}

/** `descriptor`: from which it can be read. */
export function hold(name: string, descriptor: number): void {
  outputs.set(name, descriptor);
}

export function heldBack(name: string): number | undefined {
  return outputs.get(name);
}

/** Its name means nothing any more. A source of which nothing more is read is ended. */
export function takeBack(name: string): void {
  inputs.get(name)?.destroy();
  inputs.delete(name);
  const held = outputs.get(name);
  outputs.delete(name);
  if (held !== undefined) fs.closeSync(held);
}

function nextName(): string {
  do count++;
  while (fs.existsSync(`stream:${count}`));
  return `stream:${count}`;
}

/** What a source gave that is no part of a list: the program's own mistake, and no failure of its source. */
export class NoBytes extends TypeError {}

/** A stream that is taken over: its failure is met where it is read or written. Of one that nobody listens to, it would end the process. */
export function listenTo(stream: object): void {
  if ("on" in stream && typeof stream.on === "function") stream.on("error", () => {});
}

type Chunk = { done?: boolean | undefined; value: unknown };

/** The bytes of a source. */
class GivenChunks implements GivenInput {
  #reader: { next: () => Promise<Chunk>; end: () => unknown } | undefined;
  #fail: ((reason: unknown) => void) | undefined;
  readonly #abort = () => this.#fail?.(this.signal?.reason);

  constructor(
    private readonly source: GivenSource,
    private readonly signal: AbortSignal | undefined,
  ) {
    signal?.addEventListener("abort", this.#abort);
  }

  [Symbol.asyncIterator](): AsyncIterator<Buffer> {
    return { next: () => this.#next() };
  }

  async #next(): Promise<IteratorResult<Buffer>> {
    for (;;) {
      const { done, value } = await this.#wait();
      if (done === true) return { done, value: undefined };
      if (typeof value !== "string" && !(value instanceof Uint8Array))
        throw new NoBytes("A stream of a list gives bytes or strings, and this one gave something else.");
      if (value.length > 0) return { done: false, value: Buffer.from(value as Uint8Array) };
    }
  }

  #wait(): Promise<Chunk> {
    this.#reader ??= readerOf(this.source);
    const { next } = this.#reader;
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      if (this.signal?.aborted === true) this.#abort();
      else next().then(resolve, reject);
    });
  }

  /** Ends the source, whatever it waits for. What it says to that is of no use to anybody. */
  destroy(): void {
    this.signal?.removeEventListener("abort", this.#abort);
    try {
      this.#reader ??= readerOf(this.source);
      Promise.resolve(this.#reader.end()).catch(() => {});
    } catch {}
  }
}

/** A stream of Node or of the web is ended while it is waited for; anything else is asked to end. */
function readerOf(source: GivenSource): { next: () => Promise<Chunk>; end: () => unknown } {
  if ("getReader" in source && typeof source.getReader === "function") {
    const reader = (source as unknown as ReadableStream<unknown>).getReader();
    return { next: () => reader.read(), end: () => reader.cancel() };
  }
  const chunks = source[Symbol.asyncIterator]();
  const { destroy } = source as { destroy?: unknown };
  const end = typeof destroy === "function" ? () => destroy.call(source) as unknown : () => chunks.return?.();
  return { next: async () => chunks.next(), end };
}
