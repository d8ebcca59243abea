// A program's streams in place of files: during a run each has a name such as `stream:1` that stands for a path.
// An input is read once, like a FIFO; an output is held back until the run has succeeded.

import fs from "node:fs";
import { ExitCode, ScrubError } from "../errors.js";
import { codeOf } from "./system-errors.js";

/** An input that a program gives: a stream of Node or of the web, or any other async iterable of bytes or text. */
export type GivenSource = AsyncIterable<Uint8Array | string>;

/** An output that a program gives: a Writable of Node, or any object with `write`, whose promise is awaited, and `end`. */
export interface GivenSink {
  write(bytes: Uint8Array): unknown;
  end(): unknown;
}

/** A source while it is read. */
export interface GivenInput extends AsyncIterable<Buffer> {
  destroy(): void;
}

const NAME = /^stream:\d+$/;

/** Whether a path in a report was a program's stream. */
export function isStreamName(path: string): boolean {
  return NAME.test(path);
}

/** The streams of one run by their names; `stream:1` is the first. */
export class GivenStreams {
  readonly inputs = new Map<string, GivenInput>();
  /** By name, the descriptor from which an output can be read, once it is opened. */
  readonly outputs = new Map<string, number | undefined>();
  readonly #names = new Map<GivenSource, string>();
  #count = 0;

  /** An abort of `signal` ends the wait for a source at once, because the source may never answer. */
  constructor(private readonly signal: AbortSignal | undefined) {}

  /** Takes over a source, once, and returns its name. */
  giveInput(source: GivenSource): string {
    const name = this.#names.get(source) ?? this.#nextName();
    if (this.#names.has(source)) return name;
    listenTo(source);
    this.#names.set(source, name);
    this.inputs.set(name, new GivenChunks(source, this.signal));
    return name;
  }

  /** Returns the name of an output. */
  giveOutput(): string {
    const name = this.#nextName();
    this.outputs.set(name, undefined);
    return name;
  }

  /** Writes an output that was held back into its sink, and ends the sink. `published`: the paths of the other outputs. */
  async handOver(name: string, sink: GivenSink, published: readonly string[]): Promise<void> {
    const { pipeline } = await import("node:stream/promises");
    const { piecesOf } = await import("./positioned.js");
    const descriptor = this.outputs.get(name);
    const chunks = descriptor === undefined ? [] : piecesOf(descriptor, 0, Number.POSITIVE_INFINITY);
    try {
      if (isStream(sink)) return await pipeline(chunks, sink, { ...(this.signal && { signal: this.signal }) });
      for (const chunk of chunks) {
        await sink.write(chunk);
        this.signal?.throwIfAborted();
      }
      await sink.end();
    } catch (cause) {
      const code = codeOf(cause) || "stream";
      throw new ScrubError(ExitCode.io, "cannotWrite", [code, published], { file: name }, { cause });
    }
  }

  /** Ends the sources and closes the outputs. */
  release(): void {
    for (const input of this.inputs.values()) input.destroy();
    for (const descriptor of this.outputs.values()) if (descriptor !== undefined) fs.closeSync(descriptor);
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

/** Sets how the current run's streams are found: several runs at once have a `stream:1` each. */
export function findRunBy(find: () => GivenStreams | undefined): void {
  runNow = find;
}

/** Whether a path is one of this run's streams. */
export function isGiven(path: string): boolean {
  const run = runNow();
  return run !== undefined && (run.inputs.has(path) || run.outputs.has(path));
}

export function givenInput(path: string): GivenInput | undefined {
  return runNow()?.inputs.get(path);
}

/** Notes the descriptor from which an output that is held back can be read. */
export function holdOutput(name: string, descriptor: number): void {
  runNow()?.outputs.set(name, descriptor);
}

function isStream(sink: GivenSink): sink is GivenSink & NodeJS.WritableStream {
  return "on" in sink && typeof sink.on === "function";
}

/** The error of a source that gives something else than bytes or text: the program's mistake, not the source's failure. */
export class NoBytes extends TypeError {}

/** Ignores a stream's `error` event, which would end the process. Reading or writing the stream reports the failure. */
export function listenTo(stream: object): void {
  if ("on" in stream && typeof stream.on === "function") stream.on("error", () => {});
}

type Chunk = { done?: boolean | undefined; value: unknown };

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

  /** Ends the source even while it waits, and ignores its answer. */
  destroy(): void {
    this.signal?.removeEventListener("abort", this.#abort);
    try {
      this.#reader ??= readerOf(this.source);
      Promise.resolve(this.#reader.end()).catch(() => {});
    } catch {}
  }
}

/** Streams of Node or of the web can be ended while they are awaited; other iterables are asked to return. */
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
