// Packs the plain records of a list as rows of a sheet: the bits that workbook/write/ would put for them.

import { bytesOf, instantiateKernel, type Kernel, KernelMemory, type Room, tableBytes } from "./kernel.js";

const WORD = 4;
const DOUBLE = 8;
/** What is taken at a time, as a rule, and packed in one call at most. */
const WINDOW_BYTES = 2 * 1024 * 1024;
const ROOM_BYTES = 1024 * 1024;
/** With what lies beside them: more is asked for only by a record that is longer. */
const MEMORY_BYTES = 4 * 1024 * 1024;
/** Of a row's number. */
const MOST_DIGITS = 8;
const STATE_WORDS = 6;
const STATE_BYTES = STATE_WORDS * WORD + 2 * DOUBLE;

/** What a cell takes at most beside its text. */
const CELL_ROOM = 160;

/** Whether a record is packed in one call. */
export function hasRoomFor(bytes: number, cells: number): boolean {
  return bytes * 2 + (cells + 1) * CELL_ROOM <= ROOM_BYTES;
}

/** A text that comes again, as assembly/pack.ts has it. */
interface KnownText {
  bytes: Uint8Array;
  crc: number;
}

/** How rows are packed. */
export interface Packing {
  /** What each byte may end, and what it asks for. */
  kinds: Uint8Array;
  /** What is put, by a byte of text, by the length of a reference, and by how far it reaches. */
  entries: Int32Array;
  lengths: Int32Array;
  distances: Int32Array;
  /** What a checksum becomes, by a byte; and behind so many bytes of zero. */
  crcs: Int32Array;
  shiftBy: (count: number) => Int32Array;
  /** What begins a row, and a cell of each column: behind a row's tag, and behind a text. */
  rows: readonly [KnownText, KnownText];
  columns: readonly { begins: readonly [KnownText, KnownText]; head: KnownText }[];
}

/** Where the packing stands before a row, and behind it. */
export interface PackState {
  bits: number;
  count: number;
  crc: number;
  /** Bytes of the text so far. */
  length: number;
  /** The last row, and whether a text is open in it: otherwise its tag is. */
  row: number;
  isText: boolean;
}

export class PackKernel {
  readonly #memory = new KernelMemory(MEMORY_BYTES);
  readonly #kernel: Kernel;
  readonly #state: Room;
  readonly #digits: Room;
  readonly #out: Room;
  // Of the memory as it was at first: it only grows.
  readonly #words: Int32Array;
  readonly #doubles: Float64Array;
  readonly #digitBytes: Buffer;
  #window: Room;

  constructor(packing: Packing) {
    const memory = this.#memory;
    this.#kernel = instantiateKernel(memory.memory, memory.allocate(tableBytes()));
    this.#state = memory.allocate(STATE_BYTES);
    this.#digits = memory.allocate(MOST_DIGITS);
    this.#out = memory.allocate(ROOM_BYTES);
    this.#window = memory.allocate(WINDOW_BYTES);
    const { buffer } = memory;
    this.#words = new Int32Array(buffer, this.#state.address, STATE_WORDS);
    this.#doubles = new Float64Array(buffer, this.#state.address + STATE_WORDS * WORD, 2);
    this.#digitBytes = memory.bytesOf(this.#digits);
    const { rows, columns } = packing;
    const heads = new Map<KnownText, number>();
    for (const { head } of columns)
      if (!heads.has(head)) heads.set(head, this.#put([...this.#piece(head), 0, 0, 0, 0]));
    const known = [...rows, ...columns.flatMap(({ begins, head }) => [...begins, head])];
    const longest = Math.max(...known.map(({ bytes }) => bytes.length)) + MOST_DIGITS;
    const shifts = Array.from({ length: longest + 1 }, (_, count) => this.#put(packing.shiftBy(count)));
    this.#kernel.setPack(
      this.#put([
        this.#put(packing.kinds),
        ...[packing.entries, packing.lengths, packing.distances, packing.crcs, shifts].map((table) => this.#put(table)),
        this.#put(
          columns.flatMap(({ begins, head }) => [...begins.flatMap((it) => this.#piece(it)), heads.get(head)!, 0]),
        ),
        columns.length,
        this.#put(rows.flatMap((it) => this.#piece(it))),
        memory.allocate(columns.length * 2 * WORD).address,
        this.#digits.address + MOST_DIGITS,
      ]),
    );
  }

  /** Takes the bytes that are packed next. */
  take(window: Uint8Array): void {
    if (window.length > this.#window.bytes) {
      this.#memory.free([this.#window]);
      this.#window = this.#memory.allocate(2 * window.length);
    }
    bytesOf(this.#memory.memory, this.#window).set(window);
  }

  /**
   * Packs plain records of the bytes [from, to), of which the last ends a line, and moves `state` behind them. `stops`: what
   * the bytes of a plain record ask none of. `packed` is as it is until the next call. Returns where it stopped.
   */
  pack(from: number, to: number, state: PackState, stops: number): { at: number; packed: Uint8Array } {
    const out = this.#out;
    const words = this.#words;
    const doubles = this.#doubles;
    const digits = String(state.row);
    words.set([state.bits, state.count, state.crc, state.isText ? 1 : 0, state.row, digits.length]);
    doubles[0] = state.length;
    this.#digitBytes.write(digits, MOST_DIGITS - digits.length, "latin1");
    const at = this.#kernel.packRows(
      ...([this.#window.address, from, to, out.address, out.address + out.bytes] as const),
      this.#state.address,
      stops,
    );
    state.bits = words[0]!;
    state.count = words[1]!;
    state.crc = words[2]!;
    state.isText = words[3] === 1;
    state.row = words[4]!;
    state.length = doubles[0]!;
    return { at, packed: new Uint8Array(this.#words.buffer, out.address, doubles[1]! - out.address) };
  }

  /** The words of a piece that stood nowhere yet. */
  #piece({ bytes, crc }: KnownText): number[] {
    return [this.#put(bytes), bytes.length, crc, 0, -1, -1];
  }

  #put(table: Uint8Array | Int32Array | readonly number[]): number {
    const words = table instanceof Uint8Array ? table : Int32Array.from(table);
    const room = this.#memory.allocate(Math.max(words.byteLength, WORD));
    bytesOf(this.#memory.memory, room).set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
    return room.address;
  }
}
