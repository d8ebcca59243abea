// Streams of a program in the place of files: for as long as a run lasts each has a name among the paths, such as `stream:1`.
// What comes in is read once, as a FIFO is; what goes out is held back until the run is whole.

import fs from "node:fs";
import { ExitCode, ScrubError } from "../errors.js";
import { codeOf } from "./system-errors.js";

/** What a program may give to be read: a stream of Node or of the web, or anything else that gives bytes or text. */
export type GivenSource = AsyncIterable<Uint8Array | string>;

/** Where a list may go: a Writable of Node, or anything else with `write`, whose promise is waited for, and `end`. */
export interface GivenSink {
  write(bytes: Uint8Array): unknown;
  end(): unknown;
}

/** A source as it is read. */
export interface GivenInput extends AsyncIterable<Buffer> {
  destroy(): void;
}

const NAME = /^stream:\d+$/;

/** Whether a path in a report was a stream of a program. */
export function isStreamName(path: string): boolean {
  return NAME.test(path);
}

/** The streams of one run, by the names that they have there: `stream:1` is its first. */
export class GivenStreams {
  readonly inputs = new Map<string, GivenInput>();
  /** By the name, the descriptor from which an output can be read, once it is begun. */
  readonly outputs = new Map<string, number | undefined>();
  readonly #names = new Map<GivenSource, string>();
  #count = 0;

  /** The signal ends the wait for a source at once, with its reason: it may never answer. */
  constructor(private readonly signal: AbortSignal | undefined) {}

  /** Takes a source over, once, and returns its name. */
  giveInput(source: GivenSource): string {
    const name = this.#names.get(source) ?? this.#nextName();
    if (this.#names.has(source)) return name;
    listenTo(source);
    this.#names.set(source, name);
    this.inputs.set(name, new GivenChunks(source, this.signal));
    return name;
  }

  /** Returns the name of something to be written. */
  giveOutput(): string {
    const name = this.#nextName();
    this.outputs.set(name, undefined);
    return name;
  }

  /** Hands over what was held back of an output, and ends the sink. `standing`: the outputs that stand by then. */
  async handOver(name: string, sink: GivenSink, standing: readonly string[]): Promise<void> {
    const { pipeline } = await import("node:stream/promises");
    const { piecesOf } = await import("./positioned.js");
    const held = this.outputs.get(name);
    const chunks = held === undefined ? [] : piecesOf(held, 0, Number.POSITIVE_INFINITY);
    try {
      if (isStream(sink)) return await pipeline(chunks, sink, { ...(this.signal && { signal: this.signal }) });
      for (const chunk of chunks) {
        await sink.write(chunk);
        this.signal?.throwIfAborted();
      }
      await sink.end();
    } catch (cause) {
      const code = codeOf(cause) || "stream";
      throw new ScrubError(ExitCode.io, "cannotWrite", [code, standing], { file: name }, { cause });
    }
  }

  /** The names mean nothing any more. A source of which nothing more is read is ended. */
  takeBack(): void {
    for (const input of this.inputs.values()) input.destroy();
    for (const held of this.outputs.values()) if (held !== undefined) fs.closeSync(held);
    this.inputs.clear();
    this.outputs.clear();
  }

  #nextName(): string {
    do this.#count++;
    while (fs.existsSync(`stream:${this.#count}`));
    return `stream:${this.#count}`;
  }
}

let runNow: () => GivenStreams | undefined = () => undefined;

/** Says how the streams of the run are found in which something happens: of several at once each has a `stream:1`. */
export function findRunBy(find: () => GivenStreams | undefined): void {
  runNow = find;
}

/** Whether a path is a stream of this run. */
export function isGiven(path: string): boolean {
  const run = runNow();
  return run !== undefined && (run.inputs.has(path) || run.outputs.has(path));
}

export function givenInput(path: string): GivenInput | undefined {
  return runNow()?.inputs.get(path);
}

/** `descriptor`: from which it can be read. */
export function hold(name: string, descriptor: number): void {
  runNow()?.outputs.set(name, descriptor);
}

function isStream(sink: GivenSink): sink is GivenSink & NodeJS.WritableStream {
  return "on" in sink && typeof sink.on === "function";
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
