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

/** Gives the source a name, until it is taken back. */
export function giveInput(source: GivenSource): string {
  const name = nextName();
  const chunks = bytesOf(source);
  inputs.set(name, {
    [Symbol.asyncIterator]: () => chunks,
    destroy: () => void chunks.return(undefined).catch(() => {}),
  });
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

async function* bytesOf(source: GivenSource): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of source) {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array))
      throw new TypeError("A stream of a list gives bytes or strings, and this one gave something else.");
    if (chunk.length > 0) yield Buffer.from(chunk as Uint8Array);
  }
}
