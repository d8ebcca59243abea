// Creates instances of the kernel (assembly/), and the memory that they share with all threads of a run. See README.md.

import { NUMBERING, PHONE_WORDS, PLACES } from "../phone/labels.js";
import { TYPE_BY_PREFIX8 } from "../phone/plan.js";
import { BLOCKS, KERNEL, KERNEL_BYTES } from "./module.js";

const PAGE_BYTES = 65_536;
/** 1 GiB of addresses. Untouched pages take no memory. */
const MOST_PAGES = 16_384;
const ALIGNMENT = 64;
const WORD = 4;
/** The bytes that `words` leaves for windows, batches and outputs. */
const RESERVE = 128 * 1024 * 1024;
/** The kernel reads and writes up to a block beyond an end. */
const MARGIN = 64;

/** The parts of WebAssembly that are used. Neither TypeScript's library nor Node's types declare them. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}
const { WebAssembly: wasm } = globalThis as unknown as {
  /** Undefined in an engine that does not compile. */
  WebAssembly: {
    Memory: new (size: { initial: number; maximum: number; shared: true }) => WasmMemory;
    Module: new (bytes: Uint8Array) => object;
    Instance: new (module: object, imports: { env: { memory: WasmMemory } }) => { exports: unknown };
    CompileError: new () => Error;
  };
};

/** Returns what `begin` does; undefined if the kernel can't run, for lack of memory, WebAssembly or its vectors. */
export function whereKernelRuns<T>(begin: () => T): T | undefined {
  if (wasm === undefined) return undefined;
  try {
    return begin();
  } catch (error) {
    if (error instanceof RangeError || error instanceof wasm.CompileError) return undefined;
    throw error;
  }
}

/** A part of the memory, from an address on. */
export interface Room {
  address: number;
  bytes: number;
}

/** The kernel's memory. It allocates rooms. */
export class KernelMemory {
  readonly memory: WasmMemory;
  /** Nothing lies at address 0. */
  #used = ALIGNMENT;
  /** Its buffer, and those that it had before it grew. */
  readonly #buffers = new Set<ArrayBufferLike>();
  readonly #free: Room[] = [];

  /** `bytes`: its size at first. It grows as rooms are allocated. */
  constructor(bytes = PAGE_BYTES) {
    this.memory = new wasm.Memory({ initial: Math.ceil(bytes / PAGE_BYTES), maximum: MOST_PAGES, shared: true });
    this.#buffers.add(this.memory.buffer);
  }

  /** Frees rooms. A later request for half as many bytes or more gets one of them. */
  free(rooms: readonly Room[]): void {
    this.#free.push(...rooms);
  }

  /** Returns a room of any content and `bytes` or more. Throws a RangeError if the memory is full. */
  allocate(bytes: number): Room {
    const at = this.#free.findIndex((room) => room.bytes >= bytes && room.bytes <= 2 * bytes);
    return at < 0 ? this.#allocateNew(bytes) : this.#free.splice(at, 1)[0]!;
  }

  /** Returns a room of zeros. */
  #allocateNew(bytes: number): Room {
    const address = this.#used;
    const used = Math.ceil((address + bytes + MARGIN) / ALIGNMENT) * ALIGNMENT;
    const missing = Math.ceil(used / PAGE_BYTES) - this.memory.buffer.byteLength / PAGE_BYTES;
    if (missing > 0) this.memory.grow(missing);
    this.#buffers.add(this.memory.buffer);
    this.#used = used;
    return { address, bytes };
  }

  /** Stores words in a room of their own. */
  put(values: readonly number[]): Uint32Array {
    const array = new Uint32Array(this.memory.buffer, this.allocate(values.length * WORD).address, values.length);
    array.set(values);
    return array;
  }

  /** Returns `count` zeros that are never freed; undefined if the memory is full. */
  words(count: number): Uint32Array | undefined {
    if (this.#used + count * WORD > MOST_PAGES * PAGE_BYTES - RESERVE) return undefined;
    const { address } = this.#allocateNew(count * WORD);
    return new Uint32Array(this.memory.buffer, address, count);
  }

  bytesOf(room: Room): Buffer {
    return bytesOf(this.memory, room);
  }

  /** Whether an array is in this memory. */
  owns({ buffer }: { buffer: ArrayBufferLike }): boolean {
    return this.#buffers.has(buffer);
  }
}

/** Returns the bytes of a room. */
export function bytesOf(memory: Pick<WasmMemory, "buffer">, { address, bytes }: Room): Buffer {
  return Buffer.from(memory.buffer, address, bytes);
}

type Words<Block extends keyof typeof BLOCKS> = Record<(typeof BLOCKS)[Block][number], number | boolean>;

/** Returns the words of a block in the order of its class in assembly/. */
export function wordsOf<Block extends keyof typeof BLOCKS>(block: Block, words: Words<Block>): number[] {
  return BLOCKS[block].map((name) => Number(words[name as keyof Words<Block>]));
}

/** What the kernel's last call found, and counts. */
type Globals = Record<
  | ("consumed" | "readingsUsed" | "nextLine" | "blankLines" | "oddUntil")
  | ("addedEntries" | "addedNumbers" | "addedOptIns" | "cleanAt" | "removedAt" | "isFull" | "readableCells" | "kept"),
  { value: number }
>;

/** The exports of assembly/kernel.ts. */
export interface Kernel extends Readonly<Globals> {
  setTables(types: number, labels: number, labelCount: number): void;
  readPlain(start: number, end: number): number;
  mayCount(start: number, end: number): number;
  scan(list: number, batch: number, window: number, from: number, to: number, limit: number, line: number): number;
  setStates(states: number, alsoKept: number): void;
  setCampaign(block: number): void;
  setEntries(heads: number, pages: number): void;
  addOptOuts(nationals: number, from: number, count: number, entry: number, record: number): number;
  addEvents(events: number, batch: number, from: number, to: number, entry: number, record: number): number;
  setBatch(block: number): void;
  judge(from: number, areFree: number, clean: number, cleanEnd: number, removed: number, removedEnd: number): number;
}

/** The labels that may be before a plain number, hashed as in assembly/plain.ts. */
const LABEL_HASHES: readonly number[] = [...PHONE_WORDS, ...NUMBERING, ...PLACES]
  .filter(({ length }) => length <= 8)
  .map((word) => Buffer.from(word).reduce((hash, letter) => (hash * 31 + letter) | 0, 0));

/** The bytes of the tables of one instance. */
export const TABLE_BYTES = TYPE_BY_PREFIX8.length + 1024;

let compiled: object | undefined;

/** Creates an instance for this thread, with its tables in `room`. */
export function instantiateKernel(memory: WasmMemory, room: Room): Kernel {
  compiled ??= new wasm.Module(Buffer.from(KERNEL, "base64").subarray(0, KERNEL_BYTES));
  const kernel = new wasm.Instance(compiled, { env: { memory } }).exports as Kernel;
  const bytes = bytesOf(memory, room);
  let used = 0;
  const put = (table: Uint8Array): number => {
    bytes.set(table, used);
    const address = room.address + used;
    used += Math.ceil(table.length / 16) * 16;
    return address;
  };
  const labels = Int32Array.from(LABEL_HASHES);
  kernel.setTables(put(TYPE_BY_PREFIX8), put(new Uint8Array(labels.buffer)), LABEL_HASHES.length);
  return kernel;
}
